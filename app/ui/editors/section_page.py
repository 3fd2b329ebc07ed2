"""A section of the window: its list, the page of one record of it, and the way between the two."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.editors.choosing import NameBook
from app.ui.editors.list_export import ListExport
from app.ui.editors.record_view import RecordView
from app.ui.page import NEW, Page, Place
from app.ui.widgets.boxes import PageHead, column, row
from app.ui.widgets.buttons import Pills, button
from app.ui.widgets.list_table import ListTable


class ListView(QWidget):
    """A section's list: head with Export, saved filters, the table."""

    def __init__(self, desk: Desk, title: str, name: str, table: ListTable) -> None:
        super().__init__()
        self.desk = desk
        self.title = title
        self.table = table
        self._name = name
        self.head = PageHead(f"{name}.head")
        self.head.set_title(title)
        self.head.add_action(button(tr("Export"), icon_name="download", name=f"{name}.export", clicked=self.export))
        self.pills = Pills(f"{name}.filters")
        body = column(self, space=0)
        body.addWidget(self.head)
        bar = row(margins=(6, 1, 6, 1))
        bar.addWidget(self.pills, 1)
        body.addLayout(bar)
        body.addWidget(table, 1)
        table.restore_layout(desk.settings.get(f"list.{name}", {}))
        table.layout_changed.connect(self._on_layout)

    def _on_layout(self) -> None:
        self.desk.settings.put(f"list.{self._name}", self.table.layout_state())

    def export(self) -> None:
        """Write the list to a workbook or to CSV."""
        ListExport(self.desk, self.table, self.title, self).open()


class SectionPage(Page):
    """Subclasses give the list, make the record's view, and read rows.

    ``tables`` are the kinds from which the list tells; ``gone_words`` is said when a place leads to what is no more.
    """

    tables: tuple[str, ...] = ()

    def __init__(self, desk: Desk, listing: ListView) -> None:
        super().__init__(desk)
        self.book = NameBook(desk)
        self.listing = listing
        self.record: RecordView | None = None
        self._stale = True
        self._later = ""
        self._stack = QStackedWidget()
        self._stack.addWidget(listing)
        column(self, space=0).addWidget(self._stack)
        listing.table.opened.connect(self._on_opened)
        listing.table.delete_wanted.connect(self._on_rows_deleted)
        desk.programme_changed.connect(self._on_programme)

    # for subclasses -------------------------------------------------------------------------------------------
    @abstractmethod
    def read_rows(self) -> Sequence[Any]:
        """The rows of the list; quick enough for the window's thread."""

    @abstractmethod
    def make_record(self) -> RecordView:
        """The page of one record."""

    def tell_list(self, rows: Sequence[Any]) -> None:
        """Facts of the head, saved filters."""

    @abstractmethod
    def new(self) -> None:
        """Make a new record."""

    @abstractmethod
    def delete(self, idents: Sequence[str]) -> None:
        """Delete records, with a way back."""

    @abstractmethod
    def record_name(self) -> str:
        """The name of the record that is shown."""

    # the place ------------------------------------------------------------------------------------------------
    def show_place(self, place: Place) -> None:
        if place.record_id and place.record_id != NEW:
            view = self._view()
            if view.show_record(place.record_id, place.tab):
                self._stack.setCurrentWidget(view)
                return
            self.desk.say(tr("This record is no longer there"), tone="info")
        self._stack.setCurrentWidget(self.listing)
        if self._stale:
            self.refresh()
        if place.record_id == NEW:
            self.new()

    def _view(self) -> RecordView:
        if self.record is None:
            self.record = self.make_record()
            self.record.left.connect(self._on_left)
            self._stack.addWidget(self.record)
        return self.record

    def at_list(self) -> bool:
        """Whether the list is shown."""
        return self._stack.currentWidget() is self.listing

    def refresh(self) -> None:
        """Read the list again."""
        self._stale = False
        rows = self.read_rows()
        self.listing.table.set_rows(rows)
        self.tell_list(rows)
        if self._later and self.listing.table.select(self._later):
            self._later = ""

    def title(self) -> str:
        return self.listing.title if self.at_list() else self.record_name()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"action.record.delete": self._on_delete}
        if self.at_list():
            found |= {
                "action.export.list": self.listing.export,
                "action.edit.filter": self.listing.table.filter_box.setFocus,
                "action.record.open": self._on_open_chosen,
                "action.edit.copy": self.listing.table.view.copy_rows,
                "action.edit.select_all": self.listing.table.view.selectAll,
            }
        elif self.record is not None:
            found["action.record.history"] = self.record.focus_tab("history")
        return found

    def changes(self, change_set: ChangeSet) -> None:
        self.book.forget()
        if self.record is not None and not self.at_list():
            self.record.changes(change_set)
        if change_set.touches(*self.tables):
            if self.at_list() and self.isVisible():
                self.refresh()
            else:
                self._stale = True

    def may_leave(self) -> bool:
        return self.at_list() or self.record is None or self.record.may_leave()

    # slots ----------------------------------------------------------------------------------------------------
    def _on_programme(self, _programme_id: str) -> None:
        if self.at_list() and self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _on_opened(self, chosen: Any) -> None:
        self.desk.go(Place(self.section, chosen.id))

    def _on_open_chosen(self) -> None:
        chosen = self.listing.table.current()
        if chosen is not None:
            self._on_opened(chosen)

    def _on_left(self) -> None:
        if not self.at_list():
            self.desk.back()

    def open_made(self, ident: str) -> None:
        """Go to what was just made."""
        self._stale = True
        self._later = ident
        self.desk.go(Place(self.section, ident))

    def _on_rows_deleted(self, rows: Sequence[Any]) -> None:
        self.delete([chosen.id for chosen in rows])

    def _on_delete(self) -> None:
        if self.at_list():
            self._on_rows_deleted(self.listing.table.selected_rows())
        elif self.record is not None and self.record.ident:
            self.delete([self.record.ident])
