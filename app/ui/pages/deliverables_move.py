"""Moving a deliverable to another stage: asks the reason of a step back, and what the stage still needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, NotFound, Problem
from app.core.i18n import N_, tr
from app.core.vocabulary import DeliverableStage
from app.core.vocabulary import label as word
from app.services import deliverable_stages, deliverables
from app.services.deliverables import DeliverableDraft
from app.ui.desk import Desk
from app.ui.editors.deliverable import needed_sections
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.writing import write
from app.ui.form import FieldSpec, Section

_UNIT = N_("Move deliverable")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step is made."""

    note: str = ""


def _check_reason(reason: Reason) -> tuple[Problem, ...]:
    return () if reason.note.strip() else (Problem("note", "reason_missing"),)


class Mover(QObject):
    """Does one move after the other for a page; each can be taken back."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._asked: tuple[str, DeliverableStage, str] = ("", DeliverableStage.NOT_STARTED, "")

    def move(self, ident: str, to_stage: DeliverableStage) -> None:
        """Move a deliverable, asking first what must be asked."""
        try:
            with self._desk.context.read() as view:
                draft = deliverables.load(view, ident)
        except NotFound as error:
            self._desk.say_error(error)
            return
        if draft.stage is to_stage:
            return
        if to_stage not in deliverable_stages.moves(draft.stage):
            self._desk.say(
                tr("From “{stage}” this stage cannot be reached", stage=tr(word(draft.stage))),
                tr(
                    "Possible now: {stages}.",
                    stages=", ".join(tr(word(s)) for s in deliverable_stages.moves(draft.stage)),
                ),
                tone="warning",
            )
            return
        if deliverable_stages.needs_reason(draft.stage, to_stage):
            self._ask_reason(ident, draft, to_stage)
        else:
            self._write(ident, to_stage, "")

    def _write(self, ident: str, to_stage: DeliverableStage, note: str) -> None:
        self._asked = (ident, to_stage, note)
        today = self._desk.today()

        def move(work: Any) -> None:
            deliverables.move(work, ident, to_stage, today, note)

        said = tr("Moved to “{stage}”.", stage=tr(word(to_stage)))
        write(self._desk, _UNIT, move, said=said, undo=True, failed=self._on_failed)

    def _ask_reason(self, ident: str, draft: DeliverableDraft, to_stage: DeliverableStage) -> None:
        today = self._desk.today()

        def move(work: Any, reason: Reason) -> None:
            deliverables.move(work, ident, to_stage, today, reason.note)

        hint = FieldSpec("note", N_("Reason"), "text", span=2, required=True, extra={"lines": 3})
        dialog = DraftDialog(
            self._window,
            tr("Back to “{stage}”: why?", stage=tr(word(to_stage)))
            if deliverable_stages.is_back(draft.stage, to_stage)
            else tr("“{stage}”: why?", stage=tr(word(to_stage))),
            (Section("", (hint,), N_("One sentence; it stands in the history of the deliverable.")),),
            Reason(),
            name="dialog.deliverable.reason",
            accept=tr("Move"),
            check=_check_reason,
            commit=Commit(self._desk, _UNIT, move),
        )
        dialog.open()

    def _on_failed(self, error: BaseException) -> None:
        """A stage that needs more is asked for it; anything else is told."""
        if isinstance(error, Invalid):
            self._ask_needed(error.problems)
        else:
            self._desk.say_error(error)

    def _ask_needed(self, problems: Sequence[Problem]) -> None:
        ident, to_stage, note = self._asked
        with self._desk.context.read() as view:
            draft = deliverables.load(view, ident)
        names = [problem.field for problem in problems]
        today = self._desk.today()

        def keep(work: Any, made: DeliverableDraft) -> None:
            fresh = deliverables.load(work, ident)
            typed = {name: getattr(made, name) for name in names}
            deliverables.save(work, ident, replace(fresh, **typed))
            deliverables.move(work, ident, to_stage, today, note)

        dialog = DraftDialog(
            self._window,
            tr("“{stage}” needs this first", stage=tr(word(to_stage))),
            needed_sections(names, draft.currency),
            draft,
            name="dialog.deliverable.needed",
            accept=tr("Keep and move"),
            commit=Commit(self._desk, _UNIT, keep),
        )
        dialog.open()
