"""The dialog that issues an agenda: what changed, and why each item did (AR-1, AR-4, AR-5)."""

from collections.abc import Callable, Sequence
from dataclasses import field, make_dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr
from app.services import agenda_versions
from app.services.agenda_versions import AgendaStatus, SessionChange
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.form import FieldSpec, Section
from app.ui.pages.agenda_changes import change_text

Done = Callable[[str], object]
#: Changes that are asked about one by one; more have one reason, told above.
_ASKED = 40
#: Letters of a title above its field.
_LONGEST = 50


def issue_version(parent: QWidget, desk: Desk, activity_id: str, status: AgendaStatus, done: Done) -> DraftDialog:
    """Issue the agenda as it stands (AR-1); ``done`` gets the number."""
    number = status.next_number
    told = N_(
        "The agenda is kept as it is now and can be printed again. Later changes are marked until the next version."
    )

    def keep(work: Any, wish: Any) -> str:
        return agenda_versions.issue(work, activity_id, wish.note, reasons=_reasons(wish, status.changes))

    dialog = _dialog(
        parent,
        (tr("Issue agenda {number}", number=number), tr("Issue {number}", number=number)),
        told,
        status.changes,
        Commit(desk, N_("Issue agenda"), keep),
        first=status.issued_at is None,
    )
    dialog.committed.connect(done)
    dialog.open()
    return dialog


def keep_final(parent: QWidget, desk: Desk, activity_id: str, status: AgendaStatus, done: Done) -> DraftDialog:
    """Keep the agenda as it was implemented (AR-5); ``done`` gets the number."""
    told = N_(
        "This version is what reports go by: the agenda as it was really held. "
        "Afterwards it is not revised any more; a mistake is corrected by keeping it as implemented once more."
    )

    def keep(work: Any, wish: Any) -> str:
        return agenda_versions.finalise(work, activity_id, wish.note, reasons=_reasons(wish, status.changes))

    dialog = _dialog(
        parent,
        (tr("Keep agenda {number} as implemented", number=status.next_number), tr("Keep as implemented")),
        told,
        status.changes,
        Commit(desk, N_("Keep agenda as implemented"), keep),
    )
    dialog.committed.connect(done)
    dialog.open()
    return dialog


def _dialog(
    parent: QWidget,
    words: tuple[str, str],
    told: str,
    changes: Sequence[SessionChange],
    commit: Commit,
    *,
    first: bool = False,
) -> DraftDialog:
    asked = changes[:_ASKED]
    names = [f"reason_{number}" for number in range(len(asked))]
    draft = make_dataclass("IssueWish", [(name, str, field(default="")) for name in ("note", *names)], frozen=True)
    asked_for = N_("About this version, in a few words") if first else N_("What changed, in a few words")
    note = FieldSpec("note", asked_for, "text", span=2, extra={"lines": 3})
    sections = [Section("", (note,), told)]
    if asked:
        reasons = tuple(FieldSpec(name, _asked(change), span=2) for name, change in zip(names, asked, strict=True))
        why = N_("Printed with the item and in the list of changes. Where nothing is written, the words above are.")
        sections.append(Section(N_("Why each item changed"), reasons, why))
    return DraftDialog(parent, words[0], sections, draft(), name="dialog.agenda.issue", accept=words[1], commit=commit)


def _asked(change: SessionChange) -> str:
    """The change in one line above its field: a long title must not make the dialog wide."""
    title = change.title if len(change.title) <= _LONGEST else change.title[: _LONGEST - 1].rstrip() + "…"
    return change_text(replace(change, title=title))


def _reasons(wish: Any, changes: Sequence[SessionChange]) -> dict[str, str]:
    """The reasons that were written, by item."""
    return {change.session_id: getattr(wish, f"reason_{n}") for n, change in enumerate(changes[:_ASKED])}
