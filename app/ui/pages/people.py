"""The section People: the list, the page of one person, and what can be done with them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from app.core.changes import ChangeSet
from app.core.i18n import N_, tr, trn
from app.services import people, people_record
from app.services.people_list import PersonRow
from app.ui.desk import Desk
from app.ui.editors.choosing import NameBook
from app.ui.editors.list_export import ListExport
from app.ui.editors.writing import write
from app.ui.page import NEW, Page, Place, PrimaryAction
from app.ui.pages.import_start import start_import
from app.ui.pages.people_dialogs import MergeDialog, NewPersonDialog
from app.ui.pages.people_record import PersonView
from app.ui.pages.people_table import PeopleTable
from app.ui.pages.people_twice import DuplicatesDialog
from app.ui.widgets.boxes import column
from app.ui.widgets.messages_view import Way


class PeoplePage(Page):
    """Everybody in the data file, narrowed by the chosen programme."""

    section = "people"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._book = NameBook(desk)
        self._stack = QStackedWidget()
        self.table = PeopleTable(desk)
        self._stack.addWidget(self.table)
        self.record: PersonView | None = None
        self._stale = True
        column(self, space=0).addWidget(self._stack)
        self.table.opened.connect(self._on_opened)
        self.table.removed.connect(self._on_remove)
        self.table.merge_wanted.connect(self._on_merge)
        self.table.letters_wanted.connect(self._on_letters)
        self.table.new_wanted.connect(self._on_new)
        self.table.import_wanted.connect(self._on_import)
        self.table.export_wanted.connect(self._on_export)
        desk.programme_changed.connect(self._on_programme)

    # the place ------------------------------------------------------------------------------------------------
    def show_place(self, place: Place) -> None:
        if place.record_id and place.record_id != NEW:
            if self._view().show_record(place.record_id, place.tab):
                self._stack.setCurrentWidget(self._view())
                return
            self.desk.say(tr("This person is no longer on record"), tone="info")
        self._stack.setCurrentWidget(self.table)
        if place.tab:
            self.table.set_filter(place.tab)
        if self._stale:
            self._stale = False
            self.table.refresh()
        if place.record_id == NEW:
            self._on_new()

    def _view(self) -> PersonView:
        if self.record is None:
            self.record = PersonView(self.desk, self._book)
            self.record.left.connect(self._on_left)
            self._stack.addWidget(self.record)
        return self.record

    def _at_list(self) -> bool:
        return self._stack.currentWidget() is self.table

    def title(self) -> str:
        if self._at_list() or self.record is None:
            return tr("People")
        return self.record.name()

    def primary_action(self) -> PrimaryAction | None:
        return PrimaryAction(tr("New person"), self._on_new, "action.person.new")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {
            "action.person.new": self._on_new,
            "action.import.people": self._on_import,
            "action.record.delete": self._on_delete,
            "action.tools.duplicates": self._on_duplicates,
        }
        if self._at_list():
            found |= {
                "action.export.list": self._on_export,
                "action.edit.filter": self.table.focus_filter,
                "action.record.open": self._on_open_chosen,
                "action.edit.copy": self.table.table.view.copy_rows,
                "action.edit.select_all": self.table.table.view.selectAll,
            }
        elif self.record is not None:
            found["action.record.history"] = self.record.focus_tab("history")
        return found

    def changes(self, change_set: ChangeSet) -> None:
        self._book.forget()
        if self.record is not None and not self._at_list():
            self.record.changes(change_set)
        if self._at_list() and self.isVisible():
            self.table.changes(change_set)
        else:
            self._stale = True

    def may_leave(self) -> bool:
        return self._at_list() or self.record is None or self.record.keeper.may_leave()

    # slots ----------------------------------------------------------------------------------------------------
    def _on_programme(self, _programme_id: str) -> None:
        self._stale = not (self._at_list() and self.isVisible())
        if not self._stale:
            self.table.refresh()

    def _on_opened(self, ident: str) -> None:
        self.desk.go(Place("people", ident))

    def _on_open_chosen(self) -> None:
        chosen = self.table.table.current()
        if chosen is not None:
            self._on_opened(chosen.id)

    def _on_left(self) -> None:
        if not self._at_list():
            self.desk.back()

    def _on_new(self) -> None:
        dialog = NewPersonDialog(self, self.desk, self._book)
        dialog.committed.connect(self._on_made)
        dialog.open()

    def _on_made(self, ident: str) -> None:
        self._stale = True
        self.table.select(ident)
        self.desk.go(Place("people", ident))

    def _on_merge(self, rows: Sequence[PersonRow]) -> None:
        if len(rows) == 2:
            self.merge(rows[0].id, rows[1].id)

    def merge(self, keep_id: str, other_id: str) -> None:
        """Open the dialog that makes two records one."""
        dialog = MergeDialog(self, self.desk, self._book, keep_id, other_id)
        dialog.merged.connect(self.table.select)
        dialog.open()

    def _on_duplicates(self) -> None:
        dialog = DuplicatesDialog(self, self.desk)
        dialog.merge_wanted.connect(self.merge)
        dialog.open()

    def _on_delete(self) -> None:
        if self._at_list():
            self._on_remove(self.table.table.selected_rows())
        elif self.record is not None and self.record.ident:
            self._remove([self.record.ident])

    def _on_remove(self, rows: Sequence[PersonRow]) -> None:
        self._remove([person.id for person in rows])

    def _remove(self, idents: Sequence[str]) -> None:
        if not idents:
            return

        def remove(work: Any) -> None:
            for ident in idents:
                people.delete(work, ident)

        said = trn("{n} person was deleted.", "{n} people were deleted.", len(idents))
        write(self.desk, N_("Delete people"), remove, said=said, undo=True)

    def _on_import(self) -> None:
        start_import(self.desk)

    def _on_letters(self, idents: Sequence[str]) -> None:
        """Letters invite to an activity: those of the newest one in which the first of these people takes part."""
        with self.desk.context.read() as view:
            takings = [taking for ident in idents[:1] for taking in people_record.participations(view, ident)]
        found = next((taking for taking in takings if taking.activity_id and not taking.cancelled), None)
        if found is not None:
            self.desk.go(Place("print", found.activity_id, "letters"))
            return
        self.desk.say(
            tr("A letter invites to a visit or training"),
            tr("Add the person to the participants of one first; then the letter can be printed there."),
            tone="info",
            ways=(Way(tr("Go to the visits"), self._on_visits, "people.letters.visits"),),
        )

    def _on_visits(self) -> None:
        self.desk.go(Place("visits"))

    def _on_export(self) -> None:
        ListExport(self.desk, self.table.table, tr("People"), self).open()
