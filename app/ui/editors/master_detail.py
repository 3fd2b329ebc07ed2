"""A tab with a short list at the left and the chosen record's form at the right, kept as one types."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.editors.record_view import FormTab, Tab
from app.ui.editors.writing import each, write
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState


class MasterDetail(Tab):
    """Subclasses say what is listed, how one record is shown, how a new one begins, and how one is deleted.

    ``tables`` are the kinds from which the list tells. Words for the button, the deletion, and the side that waits.
    """

    tables: tuple[str, ...] = ()
    verbs: Verbs

    def __init__(self, desk: Desk, name: str, *, add: str, choose: str) -> None:
        super().__init__()
        self.desk = desk
        self.owner_id = ""
        self._name = name
        self._later = ""
        self.keeper = Keeper(desk, self.verbs, self)
        self.add_button = button(add, icon_name="plus", name=f"{name}.add", clicked=self.new)
        self.list = self.make_list(
            button(add, icon_name="plus", name=f"{name}.empty.add", clicked=self.new),
        )
        self.list.bar.addWidget(self.add_button)
        self.list.selected.connect(self._on_selected)
        self.list.delete_wanted.connect(self._on_delete)
        self._side = QStackedWidget()
        waiting = QWidget()
        inside = column(waiting, margins=(5, 5, 5, 5))
        inside.addWidget(label(choose, "second", wrap=True))
        inside.addStretch(1)
        self._side.addWidget(waiting)
        self._detail: FormTab | None = None
        line = row(self, space=0)
        line.addWidget(self.list, 5)
        line.addWidget(hairline(vertical=True))
        line.addWidget(self._side, 6)
        self.keeper.gone.connect(self._on_gone)

    # for subclasses -------------------------------------------------------------------------------------------
    @abstractmethod
    def make_list(self, add: QWidget) -> ListTable:
        """The list; ``add`` stands in its empty state."""

    @abstractmethod
    def make_detail(self) -> FormTab:
        """Forms and owned lists of one record, bound to ``self.keeper``."""

    @abstractmethod
    def read_rows(self) -> Sequence[Any]:
        """The rows of the owner."""

    @abstractmethod
    def new(self) -> None:
        """Begin a new record."""

    @abstractmethod
    def remove_words(self) -> tuple[str, str, Callable[[Any, str], None]]:
        """Title of the unit of work (a message id), what is said, and the verb that deletes."""

    # what is shown --------------------------------------------------------------------------------------------
    def show_record(self, ident: str) -> None:
        self.owner_id = ident
        self.refresh()
        rows = self.list.model.shown_rows()
        if rows and not self.list.selected_rows():
            self.list.select(rows[0].id)

    def refresh(self) -> None:
        """Read the list again."""
        rows = self.read_rows()
        self.list.set_rows(rows)
        self.counted.emit(len(rows))
        if self._later and self.list.select(self._later):
            self._later = ""

    def changes(self, change_set: ChangeSet) -> None:
        self.keeper.changes(change_set)
        if self.owner_id and change_set.touches(*self.tables):
            self.refresh()

    def select_made(self, ident: str) -> None:
        """Select what was just made, now or once the list has been read."""
        if not self.list.select(ident):
            self._later = ident

    def write_new(self, unit: str, create: Callable[[Any], str]) -> None:
        """Make a record at once and select it: its form is the place to fill it."""
        write(self.desk, unit, create, done=self.select_made)

    def _on_selected(self, rows: Sequence[Any]) -> None:
        if len(rows) != 1:
            self.keeper.keep()
            self._side.setCurrentIndex(0)
            return
        if rows[0].id != self.keeper.ident and not self.keeper.may_leave():
            self.list.select(self.keeper.ident)
            return
        if self._detail is None:
            self._detail = self.make_detail()
            self._side.addWidget(self._detail)
        if self.keeper.show(rows[0].id):
            self._side.setCurrentWidget(self._detail)

    def _on_gone(self) -> None:
        self._side.setCurrentIndex(0)

    def _on_delete(self, rows: Sequence[Any]) -> None:
        unit, said, verb = self.remove_words()
        idents = [chosen.id for chosen in rows]

        write(self.desk, unit, each(verb, idents), said=said, undo=True)

    def delete_button(self) -> QWidget:
        """The way to delete the record that is shown, at the foot of its form."""
        holder = QWidget()
        line = row(holder)
        line.addWidget(
            button(tr("Delete"), "link", icon_name="trash-2", name=f"{self._name}.delete", clicked=self._delete)
        )
        line.addStretch(1)
        return holder

    def _delete(self) -> None:
        self._on_delete(self.list.selected_rows())


def narrow_list(
    columns: Sequence[Column], *, name: str, title: str, hint: str, icon: str, empty: tuple[str, str], add: QWidget
) -> ListTable:
    """A list for the left side: its filter line holds the button that adds."""
    made = ListTable(
        columns,
        name=name,
        title=title,
        hint=hint,
        empty=EmptyState(icon, *empty, buttons=(add,)),
        footer=False,
    )
    made.columns_button().hide()
    made.setMinimumWidth(theme().px(320))
    return made
