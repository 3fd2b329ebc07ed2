"""The page of a section of activities: the list, or one record with its tabs."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.page import NEW, Page, Place, PrimaryAction
from app.ui.pages.visit_record import VisitRecord
from app.ui.pages.visits_list import VisitsList
from app.ui.widgets.boxes import column

#: What the list shows of other records.
_LISTED = (
    "activity",
    "visit",
    "participation",
    "session",
    "session_person",
    "agenda_version",
    "partnership",
    "organisation",
    "programme_setting",
)


class ActivitiesPage(Page):
    """Shared by Visits and Trainings; ``visits`` says which."""

    visits = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = VisitsList(desk, visits=self.visits)
        self.record = VisitRecord(desk, self.section)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.record)
        column(self, space=0).addWidget(self._stack)
        self.list.opened.connect(self._on_opened)
        self.record.retitled.connect(self.retitled)
        self.record.gone.connect(self._on_gone)
        desk.programme_changed.connect(self._on_programme)
        self._stale = True

    def show_place(self, place: Place) -> None:
        if place.record_id and place.record_id != NEW:
            if self.record.show_record(place.record_id, place.tab):
                self._stack.setCurrentWidget(self.record)
                return
            self.desk.say(
                tr("This is no longer there"),
                tr("It was deleted; Undo in the menu Edit brings it back."),
                tone="warning",
            )
        else:
            self.record.leave()
        self._stack.setCurrentWidget(self.list)
        if self._stale:
            self._stale = False
            self.list.refresh()
        if place.record_id == NEW:
            self.list.new()

    def _shows_record(self) -> bool:
        return self._stack.currentWidget() is self.record

    def title(self) -> str:
        if self._shows_record():
            return self.record.title()
        return tr("Visits") if self.visits else tr("Trainings")

    def primary_action(self) -> PrimaryAction | None:
        quiet = self._shows_record() and self.record.has_filled_button()
        if self.visits:
            return PrimaryAction(tr("New visit"), self.list.new, "action.visit.new", quiet=quiet)
        return PrimaryAction(tr("New training"), self.list.new, "action.training.new", quiet=quiet)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        own = "action.visit.new" if self.visits else "action.training.new"
        below = self.record.handlers() if self._shows_record() else self.list.handlers()
        return {own: self.list.new, **below}

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches(*_LISTED):
            if self._shows_record():
                self._stale = True
            else:
                self.list.refresh()
        if self._shows_record():
            self.record.changes(change_set)

    def may_leave(self) -> bool:
        return not self._shows_record() or self.record.may_leave()

    def _on_opened(self, ident: str) -> None:
        self.desk.go(Place(self.section, ident))

    def _on_gone(self) -> None:
        """The record was deleted, here or by an undo: back to where one was."""
        self._stale = True
        if self.isVisible():
            self.desk.back()

    def _on_programme(self, _programme_id: str) -> None:
        self._stale = True
        if not self._shows_record() and self.isVisible():
            self._stale = False
            self.list.refresh()
