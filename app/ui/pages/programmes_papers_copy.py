"""Taking over the words and Word templates of another programme."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.core.i18n import N_, tr
from app.services import paper_templates, programmes
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.form import FieldSpec, Section


@dataclass(frozen=True, slots=True)
class CopyFrom:
    """From which programme."""

    programme_id: str = ""


def _check(draft: CopyFrom) -> tuple[Problem, ...]:
    return () if draft.programme_id else (Problem("programme_id", "no_templates"),)


def copy_dialog(parent: QWidget, desk: Desk, programme_id: str) -> DraftDialog:
    """Asks for the other programme, and takes its words over in one unit of work."""
    with desk.context.read() as view:
        others = [
            (row.id, f"{row.code}  {row.title}")
            for row in programmes.list_rows(view)
            if row.id != programme_id and any(one.own or one.word_id for one in paper_templates.list_rows(view, row.id))
        ]

    def take(work: Any, draft: CopyFrom) -> None:
        paper_templates.copy(work, draft.programme_id, programme_id)

    note = N_("Papers that it words itself are worded here as there; the others stay as they are.")
    return DraftDialog(
        parent,
        tr("Take over from another programme"),
        (
            Section(
                "",
                (
                    FieldSpec(
                        "programme_id",
                        N_("Programme"),
                        "choice",
                        span=2,
                        options=others or [("", tr("No other programme has words of its own yet"))],
                        note=note,
                    ),
                ),
            ),
        ),
        CopyFrom(others[0][0] if others else ""),
        name="dialog.papers.copy",
        accept=tr("Take over"),
        check=_check,
        commit=Commit(desk, N_("Take over the words of another programme"), take),
    )
