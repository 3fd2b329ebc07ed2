"""A form in a dialog that writes for itself: closes once the draft is kept, or stays and says what is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, MentordeskError, Problem
from app.ui.desk import Desk
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.editors.writing import write
from app.ui.form import FormEditor, Section, twice
from app.ui.messages import error_text

Check = Callable[[Any], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Commit:
    """How a draft is written: ``run(work, draft)`` as one unit of work under the title ``unit`` (a message id)."""

    desk: Desk
    unit: str
    run: Callable[[Any, Any], Any]


class DraftDialog(FormDialog):
    """``accepted_draft(draft)`` when the draft was found right; with ``commit``: ``committed(result)`` once kept."""

    accepted_draft = Signal(object)
    committed = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sections: Sequence[Section],
        draft: Any,
        *,
        name: str,
        accept: str,
        check: Check | None = None,
        commit: Commit | None = None,
    ) -> None:
        editor = FormEditor(sections, name=name)
        editor.load(draft)
        super().__init__(parent, title, editor, accept=accept, name=name)
        self._check = check
        self._commit = commit
        self.wanted.connect(self._on_wanted)

    def draft(self) -> Any:
        """What the form holds, with None where a link is empty."""
        return without_empty_links(self.editor.draft())

    def say(self, text: str, tone: str = "danger") -> None:
        """A message above the fields."""
        self.editor.strip.show_message("", text, tone=tone)

    def _on_wanted(self, _draft: object) -> None:
        draft = self.draft()
        problems = tuple(self._check(draft)) if self._check is not None else ()
        if any(problem.severity == "error" for problem in problems):
            self.show_problems(problems)
            return
        commit = self._commit
        if commit is None:
            self.accepted_draft.emit(draft)
            self.accept()
            return

        def keep(work: Any) -> Any:
            return commit.run(work, draft)

        self.setEnabled(False)
        write(commit.desk, commit.unit, keep, done=self._on_committed, failed=self._on_failed)

    def _on_committed(self, result: object) -> None:
        self.committed.emit(result)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self.setEnabled(True)
        if isinstance(error, Invalid):
            self.show_problems(error.problems)
        elif found := twice(error, (self.editor,)):
            self.show_problems(found)
        elif isinstance(error, MentordeskError):
            self.say(error_text(error))
        else:
            raise error


def without_empty_links(draft: Any) -> Any:
    """The draft with None where a record field was left empty: a link is a key or None, never an empty text."""
    empty: dict[str, Any] = {
        field.name: None
        for field in fields(draft)
        if field.name.endswith("_id") and field.default is None and getattr(draft, field.name) == ""
    }
    return replace(draft, **empty) if empty else draft
