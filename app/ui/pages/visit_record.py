"""One visit or training: head, tabs, and each tab made when it is first gone to."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.core.changes import ChangeSet
from app.core.errors import NotFound
from app.core.i18n import N_, tr
from app.services import activities, documents
from app.services.activities import ActivityRow
from app.services.paper_kinds import OF_PROGRAMME, Paper
from app.ui.desk import Desk
from app.ui.editors.writing import write
from app.ui.page import Place
from app.ui.pages import agenda_dialogs, visit_words
from app.ui.pages.agenda_tab import AgendaTab
from app.ui.pages.documents_panel import DocumentsPanel
from app.ui.pages.history_panel import HistoryPanel
from app.ui.pages.visit_attendance import AttendanceTab
from app.ui.pages.visit_costs import CostsTab
from app.ui.pages.visit_overview import OverviewTab
from app.ui.pages.visit_participants import ParticipantsTab
from app.ui.pages.visit_tab import VisitTab
from app.ui.pages.visit_travel import TravelTab
from app.ui.widgets.boxes import PageHead, column
from app.ui.widgets.buttons import button
from app.ui.widgets.tabs import TabBar

#: What the head tells of other records.
_TOLD = ("activity", "participation", "session", "partnership", "document", "visit", "training")
_PANELS = ("documents", "history")


class VisitRecord(QWidget):
    """The record view of the pages Visits and Trainings. ``gone`` when the record no longer exists."""

    retitled = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, section: str) -> None:
        super().__init__()
        self.desk = desk
        self.section = section
        self.setObjectName(f"{section}.record")
        self._id = ""
        self._row: ActivityRow | None = None
        self._made: dict[str, QWidget] = {}
        self.head = PageHead("visit.head")
        self._tab_actions: dict[str, list[QPushButton]] = {"": self._common_actions()}
        self.tabs = TabBar(self._tab_words(), "visit.tabs")
        self.tabs.chosen.connect(self._on_tab)
        self._stack = QStackedWidget()
        body = column(self, space=0)
        body.addWidget(self.head)
        body.addWidget(self.tabs)
        body.addWidget(self._stack, 1)

    def _common_actions(self) -> list[QPushButton]:
        made = [
            button(tr("Copy visit …"), icon_name="copy", name="action.visit.copy", clicked=self._on_copy),
            button(tr("Print agenda"), icon_name="printer", name="visit.print.agenda", clicked=self._on_print_agenda),
        ]
        if self.section != "visits":
            made[0].setText(" " + tr("Copy …"))
        for action in made:
            self.head.add_action(action)
        return made

    @staticmethod
    def _tab_words() -> list[tuple[str, str]]:
        return [
            ("overview", tr("Overview")),
            ("agenda", tr("Agenda")),
            ("participants", tr("Participants")),
            ("attendance", tr("Attendance")),
            ("travel", tr("Travel")),
            ("costs", tr("Costs")),
            ("documents", tr("Documents")),
            ("history", tr("History")),
        ]

    # what is shown --------------------------------------------------------------------------------------------
    def show_record(self, ident: str, tab: str) -> bool:
        """Show an activity and a tab of it, at first the overview; False when there is no such activity any more."""
        fresh = ident != self._id
        self._id = ident
        if not self._read_head():
            return False
        key = (
            tab if tab in dict(self._tab_words()) else ("overview" if fresh or not self._made else self.tabs.current())
        )
        self.tabs.set_current(key)
        self._show_tab(key)
        return True

    def _read_head(self) -> bool:
        with self.desk.context.read() as view:
            try:
                self._row = activities.row_of(view, self._id)
            except NotFound:
                self._row = None
                return False
            kept = len(documents.list_rows(view, owner_kind="activity", owner_id=self._id))
        shown = self._row
        self.head.set_title(shown.title)
        self.head.set_chips([visit_words.status_state(shown.status)])
        self.head.set_facts(visit_words.facts(shown, date.today()))
        self.tabs.set_count("participants", shown.participants)
        self.tabs.set_count("documents", kept)
        return True

    def _show_tab(self, key: str) -> None:
        widget = self._made.get(key)
        if widget is None:
            widget = self._made[key] = self._make(key)
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if isinstance(widget, VisitTab):
            widget.show_record(self._id)
        elif isinstance(widget, DocumentsPanel):
            widget.show_record("activity", self._id, programme_id=self._row.programme_id if self._row else "")
        elif isinstance(widget, HistoryPanel):
            widget.show_record("activity", self._id)
        for owner, buttons in self._tab_actions.items():
            own = owner == key or (owner == "" and key not in self._tab_actions)
            for made in buttons:
                made.setVisible(own)
        self.retitled.emit()

    def _make(self, key: str) -> QWidget:
        if key == "documents":
            panel = DocumentsPanel(self.desk, name="visit.documents")
            panel.counted.connect(self._on_documents)
            return panel
        if key == "history":
            return HistoryPanel(self.desk)
        kinds: dict[str, Callable[[Desk], VisitTab]] = {
            "overview": OverviewTab,
            "agenda": AgendaTab,
            "participants": ParticipantsTab,
            "attendance": AttendanceTab,
            "travel": TravelTab,
            "costs": CostsTab,
        }
        made = kinds[key](self.desk)
        made.retitled.connect(self.retitled)
        if isinstance(made, AttendanceTab):
            self._tab_actions["attendance"] = [made.sheets_button, made.issue_button]
            for action in self._tab_actions["attendance"]:
                self.head.add_action(action)
        return made

    def tab(self, key: str) -> QWidget | None:
        """A tab that was made already."""
        return self._made.get(key)

    def current_tab(self) -> VisitTab | None:
        """The tab that is shown, when it is one of this page's own."""
        found = self._stack.currentWidget()
        return found if isinstance(found, VisitTab) else None

    def has_filled_button(self) -> bool:
        """Whether the record shows a filled button of its own now (mock: Attendance)."""
        return self.tabs.current() == "attendance"

    def title(self) -> str:
        """For the window's title."""
        return self._row.title if self._row else ""

    def leave(self) -> None:
        """The list is gone to: keep what was typed."""
        self.may_leave()

    def may_leave(self) -> bool:
        """Keep what was typed; stay when it cannot be kept."""
        found = self.current_tab()
        return found is None or found.may_leave()

    def changes(self, change_set: ChangeSet) -> None:
        """Look again at what is shown."""
        if change_set.touches(*_TOLD) and not self._read_head():
            self.gone.emit()
            return
        found = self._stack.currentWidget()
        if isinstance(found, (VisitTab, DocumentsPanel, HistoryPanel)):
            found.changes(change_set)
        if change_set.touches("activity"):
            self.retitled.emit()

    def _on_documents(self, number: int) -> None:
        self.tabs.set_count("documents", number)

    def _on_tab(self, key: str) -> None:
        if self.may_leave():
            self.desk.go(Place(self.section, self._id, key))

    # doing ----------------------------------------------------------------------------------------------------
    def _on_copy(self) -> None:
        if self._row is not None:
            agenda_dialogs.copy_visit(
                self, self.desk, self._id, self._row.title, self._row.partnership_id, self._on_copied
            )

    def _on_copied(self, ident: str) -> None:
        self.desk.go(Place(self.section, ident, "agenda"))
        self.desk.say(tr("The copy is ready"), tr("This is the new one; dates and agenda are shifted."))

    def _print(self, paper: str) -> None:
        if self.may_leave():
            self.desk.go(Place("print", self._id, paper))

    def _on_print_agenda(self) -> None:
        self._print("agenda")

    def _on_history(self) -> None:
        self.desk.go(Place(self.section, self._id, "history"))

    def _on_delete(self) -> None:
        ident = self._id
        title = self._row.title if self._row else ""

        def change(work: Any) -> None:
            activities.delete(work, ident)

        unit = N_("Delete visit") if self.section == "visits" else N_("Delete training")
        write(self.desk, unit, change, said=tr("“{title}” was deleted.", title=title), undo=True)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the menus can do with the record and with the tab that is shown."""
        own: dict[str, Callable[[], object]] = {
            "action.record.copy": self._on_copy,
            "action.record.delete": self._on_delete,
            "action.record.history": self._on_history,
            **{
                f"action.print.{paper.value.replace('-', '_')}": partial(self._print, paper.value)
                for paper in Paper
                if paper not in OF_PROGRAMME
            },
        }
        found = self.current_tab()
        return {**own, **(found.handlers() if found is not None else {})}
