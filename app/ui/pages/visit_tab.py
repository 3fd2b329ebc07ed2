"""What every tab of a visit or training has in common: the record it shows, reading beside the window, writing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr
from app.core.progress import Token
from app.services import picking
from app.services.picking import Pick
from app.ui.desk import Desk
from app.ui.fields.choices import Choice


class VisitTab(QWidget):
    """A tab. ``kinds`` are the tables it shows; ``counted(int)`` carries the number that stands beside its word.

    A subclass reads in ``read(view)``, in another thread and without widgets, and shows in ``show_data``.
    """

    kinds: tuple[str, ...] = ()
    counted = Signal(int)
    #: The page asks again for primary action and menus.
    retitled = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(name)
        self.activity_id = ""
        self._asked = 0

    def show_record(self, activity_id: str) -> None:
        """Show an activity; called each time the tab is gone to."""
        if activity_id != self.activity_id:
            self.activity_id = activity_id
            self.clear()
        self.refresh()

    def clear(self) -> None:
        """Another record follows: forget what belongs to the one before."""

    def refresh(self) -> None:
        """Read again, beside the window; an answer that was overtaken by a later question is dropped."""
        if not self.activity_id or not self.desk.is_open:
            return
        self._asked += 1
        asked, ident, context, read = self._asked, self.activity_id, self.desk.context, self.read

        def work(_token: Token) -> tuple[int, Any]:
            with context.read() as view:
                return asked, read(view, ident)

        self.desk.jobs.start(tr("Reading"), work, shown=False, done=self._on_read, failed=self._on_unread)

    def read(self, view: Any, activity_id: str) -> Any:
        """What the tab shows, read from the file; nothing by default. Runs in a reader's thread."""

    def show_data(self, data: Any) -> None:
        """Show what was read; selection, scroll and what is being typed stay."""

    def changes(self, change_set: ChangeSet) -> None:
        """Look again when something shown was touched."""
        if change_set.touches(*self.kinds):
            self.refresh()

    def may_leave(self) -> bool:
        """Whether the tab can be left; keeps what was typed."""
        return True

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Actions of the menus that the tab can do now."""
        return {}

    def _on_read(self, answer: tuple[int, Any]) -> None:
        asked, data = answer
        if asked == self._asked:
            self.show_data(data)

    def _on_unread(self, error: BaseException) -> None:
        from app.core.errors import NotFound

        # The record was deleted while it was being read: the page leaves it by itself.
        if not isinstance(error, NotFound):
            self.desk.say_error(error)


class Finder:
    """Answers record fields: what fits a text, and the names of what is already chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def people(self, text: str) -> Sequence[Choice]:
        """People by a part of their name."""
        with self._desk.context.read() as view:
            return choices(picking.people(view, text))

    def organisations(self, text: str) -> Sequence[Choice]:
        """Organisations by a part of their name."""
        with self._desk.context.read() as view:
            return choices(picking.organisations(view, text))

    def partnerships(self, programme_id: str = "") -> Sequence[Choice]:
        """The partnerships of a programme, or of all."""
        with self._desk.context.read() as view:
            return choices(picking.partnerships(view, programme_id))


def choices(picks: Sequence[Pick]) -> list[Choice]:
    """Picks as a record field offers them."""
    return [Choice(pick.id, pick.name, pick.second) for pick in picks]
