"""What a page is, and the address of a place in the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.ui.theme import set_surface

if TYPE_CHECKING:
    from app.ui.desk import Desk

#: The record id of a place where a new record is being made.
NEW = "new"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is: a section, a record in it (``NEW`` for one being made), a tab of that record.

    ``chosen`` narrows a place to some records: the print page to certificates or people that were selected.
    """

    section: str
    record_id: str = ""
    tab: str = ""
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrimaryAction:
    """The one filled button: words ("New visit"), what happens, the objectName (``action.visit.new``)."""

    text: str
    run: Callable[[], object]
    name: str
    icon: str = "plus"
    quiet: bool = False


class Page(QWidget):
    """A page of the stack. Made when its place is first gone to, kept until the file is closed.

    ``section`` names it. ``retitled`` tells the window to ask again for title, primary action and handlers.
    """

    section = ""
    retitled = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(f"page.{self.section}")
        set_surface(self, "surface")

    def show_place(self, place: Place) -> None:
        """Show the record and tab of a place of this section; called each time the place is gone to."""

    def title(self) -> str:
        """What stands in the window's title and in the history menus."""
        return ""

    def primary_action(self) -> PrimaryAction | None:
        """The filled button of the tool row; None for none."""
        return None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Actions of the table (``app.ui.actions``) that this page can do now; all others of its menus are dimmed."""
        return {}

    def changes(self, change_set: ChangeSet) -> None:
        """Something was changed, by whomever: look again at what is shown, if it is touched."""

    def unfinished(self) -> str:
        """One sentence about work on this page that is kept nowhere yet and would go with it; empty for none."""
        return ""

    def may_leave(self) -> bool:
        """Whether the page can be left; keeps what was typed, or says what is wrong and stays."""
        return True
