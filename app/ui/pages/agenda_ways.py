"""The ways on from an agenda: versions, lists of notes and changes, copies, the day's head, paper."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt

from app.core.i18n import N_, tr
from app.services import activities
from app.services.agenda_checks import AgendaNote
from app.services.agenda_versions import SessionChange
from app.ui.editors.writing import write
from app.ui.page import Place
from app.ui.pages import agenda_dialogs, agenda_issue_dialog
from app.ui.pages.agenda_changes import ChangesList
from app.ui.pages.agenda_menu import agenda_menu
from app.ui.pages.agenda_notes import NotesList
from app.ui.pages.import_start import start_import
from app.ui.widgets.messages_view import Way

if TYPE_CHECKING:
    from app.ui.pages.agenda_tab import AgendaTab


class AgendaWays(QObject):
    """Opens dialogs, lists and menus for the tab, and goes where they lead."""

    def __init__(self, tab: "AgendaTab") -> None:
        super().__init__(tab)
        self._tab = tab
        tab.grid.menu_wanted.connect(self._on_menu)
        tab.grid.day_wanted.connect(self.edit_day)
        tab.tools.notes_wanted.connect(self._on_notes)
        tab.tools.more_wanted.connect(self._on_more)
        tab.version.issue_wanted.connect(self._on_issue)
        tab.version.changes_wanted.connect(self._on_changes)
        tab.inspector.pair.language_wanted.connect(self._on_language)

    def edit_day(self, day: date) -> None:
        """Say city, theme and chair of a day."""
        tab = self._tab
        languages = tab.data.languages if tab.data else ("en",)
        agenda_dialogs.edit_day(tab, tab.desk, tab.activity_id, day, languages)

    def _on_language(self, code: str) -> None:
        """The agenda is written in one more language from now on."""
        self._tab.inspector.keep()
        write(self._tab.desk, N_("Add a language to the agenda"), partial(_add_language, self._tab.activity_id, code))

    def copy_day(self) -> None:
        """Copy the chosen day, or the first one shown, to another one."""
        tab = self._tab
        agenda_dialogs.copy_day(tab, tab.desk, tab.activity_id, tab.chosen_day(), tab.refresh)

    def copy_visit(self) -> None:
        """Make a visit like this one on other dates."""
        tab = self._tab
        if tab.data is not None:
            shown = tab.data.row
            agenda_dialogs.copy_visit(
                tab, tab.desk, tab.activity_id, shown.title, shown.partnership_id, self._on_copied
            )

    def _on_copied(self, ident: str) -> None:
        desk = self._tab.desk
        desk.go(Place(self._tab.section(), ident, "agenda"))
        desk.say(tr("The copy is ready"), tr("This is the new one; dates and agenda are shifted."))

    def print_agenda(self) -> None:
        """Go to the real PDF."""
        self._tab.inspector.keep()
        self._tab.desk.go(Place("print", self._tab.activity_id, "agenda"))

    def say_dates(self) -> None:
        """Go where the dates are said."""
        self._tab.desk.go(Place(self._tab.section(), self._tab.activity_id, "overview"))

    # the chosen item ------------------------------------------------------------------------------------------
    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the menus of the window can do with the chosen item."""
        return {
            "action.record.edit": self._on_edit,
            "action.record.copy": self._on_duplicate,
            "action.record.delete": self._on_delete,
        }

    def _on_edit(self) -> None:
        self._tab.edit(self._tab.selected())

    def _on_duplicate(self) -> None:
        self._tab.deeds.duplicate(self._tab.selected())

    def _on_delete(self) -> None:
        self._tab.delete(self._tab.selected())

    # versions -------------------------------------------------------------------------------------------------
    def issue(self) -> None:
        """Ask why things changed, and issue the next version."""
        self._on_issue(False)

    def keep_final(self) -> None:
        """Keep the agenda as it was implemented (AR-5)."""
        self._on_issue(True)

    def _on_issue(self, final: bool) -> None:
        tab = self._tab
        tab.inspector.keep()
        if tab.data is not None:
            ask = agenda_issue_dialog.keep_final if final else agenda_issue_dialog.issue_version
            ask(tab, tab.desk, tab.activity_id, tab.data.board.status, self._on_final if final else self._on_issued)

    def _on_issued(self, number: str) -> None:
        self._tab.desk.say(tr("Agenda {number} is issued.", number=number), ways=(self._print_way(),))

    def _on_final(self, number: str) -> None:
        self._tab.desk.say(tr("Agenda {number} is final, as implemented.", number=number), ways=(self._print_way(),))

    def _print_way(self) -> Way:
        return Way(tr("Print"), self.print_agenda, "message.print")

    def _on_changes(self) -> None:
        if self._tab.data is not None:
            shown = ChangesList(self._tab, self._tab.data.board.status.changes)
            shown.change_chosen.connect(self._on_change)
            shown.open_at(self._tab.version.show_button)

    def _on_change(self, change: SessionChange) -> None:
        if not self._tab.go_to(change.session_id) and change.day is not None:
            self._tab.go_to_day(change.day)

    def import_sheet(self) -> None:
        """Take the agenda from a spreadsheet."""
        start_import(self._tab.desk, "import.agenda", self._tab.activity_id)

    # notes ----------------------------------------------------------------------------------------------------
    def _on_notes(self) -> None:
        tab = self._tab
        if tab.data is not None:
            shown = NotesList(tab, tab.data.board.notes)
            shown.note_chosen.connect(self._on_note)
            shown.open_at(tab.tools.notes if tab.tools.notes.isVisible() else tab.tools.warnings)

    def _on_note(self, note: AgendaNote) -> None:
        if not self._tab.go_to(note.session_id) and note.day is not None:
            self._tab.go_to_day(note.day)
        self._tab.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # menus ----------------------------------------------------------------------------------------------------
    def _on_menu(self, ident: str, point: QPoint) -> None:
        agenda_menu(self._tab, self._tab.session(ident)).popup(point)

    def _on_more(self) -> None:
        more = self._tab.tools.more
        agenda_menu(self._tab, None).popup(more.mapToGlobal(more.rect().bottomLeft()))


def _add_language(activity_id: str, code: str, work: Any) -> None:
    draft = activities.load(work, activity_id)
    languages = dict.fromkeys((*(draft.languages or ("en",)), code))
    activities.save(work, activity_id, replace(draft, languages=tuple(languages)))
