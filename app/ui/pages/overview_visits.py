"""The next visits, each with what is ready and what is missing as chips that lead there."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from app.core.i18n import tr, trn
from app.services.visit_readiness import Readiness
from app.ui import formats
from app.ui.desk import Desk
from app.ui.page import NEW, Place
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import ElidedLabel, label

#: How many visits are shown; the rest stand in the list of visits.
_MOST = 4


def ready_states(visit: Readiness, today: date) -> list[tuple[str, State]]:
    """The chips of a visit: the tab that each leads to, and what it says."""
    letters = (visit.letters, visit.travellers)
    insured = (visit.insured, visit.travellers)
    return [
        ("agenda", _agenda(visit, today)),
        (
            "travel",
            _part(visit, "letters", letters, (tr("Letters"), tr("Letters sent"), tr("Letters {n} of {all}")), today),
        ),
        (
            "agenda",
            _part(
                visit,
                "interpreter",
                (visit.interpreters_found, visit.interpreted),
                (tr("Interpreter"), tr("Interpreter found"), tr("Interpreter {n} of {all} sessions")),
                today,
            ),
        ),
        (
            "travel",
            _part(
                visit, "insurance", insured, (tr("Insurance"), tr("All insured"), tr("Insurance {n} of {all}")), today
            ),
        ),
    ]


def _agenda(visit: Readiness, today: date) -> State:
    if not visit.sessions:
        return _missing(visit, "agenda", tr("Agenda"), today)
    if visit.agenda_ready:
        return State(tr("Agenda issued"), "success", "check")
    changes = len(visit.agenda.changes)
    if visit.agenda.issued:
        return State(trn("Agenda: {n} change", "Agenda: {n} changes", changes), "warning", "circle-dashed")
    return _missing(visit, "agenda", tr("Agenda: draft"), today)


def _part(visit: Readiness, what: str, count: tuple[int, int], words: tuple[str, str, str], today: date) -> State:
    done, whole = count
    if whole and done >= whole:
        return State(words[1], "success", "check")
    said = words[2].replace("{n}", str(done)).replace("{all}", str(whole)) if whole else words[0]
    return _missing(visit, what, said, today)


def _missing(visit: Readiness, what: str, words: str, today: date) -> State:
    """Quiet while there is time, a warning in the last weeks, trouble once its day is past."""
    due = visit.due(what)
    if due is None or (due - today).days > 14:
        return State(words, "neutral", "circle-dashed")
    return State(words, "danger", "x") if due < today else State(words, "warning", "circle-dashed")


class ReadyChip(Chip):
    """A chip that leads to the tab where its matter stands."""

    clicked = Signal(str)

    def __init__(self, tab: str, state: State, name: str) -> None:
        super().__init__(state, name)
        self._tab = tab
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit(self._tab)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(self._tab)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("accent"), 2))
            radius = self.height() / 2 - 1
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
            painter.end()


class VisitRow(QFrame):
    """A visit: title, when, how long till then, how many people; below, what is ready."""

    opened = Signal(str, str)

    def __init__(self, visit: Readiness, today: date, number: int) -> None:
        super().__init__()
        self._id = visit.activity.id
        name = f"overview.visit.{number}"
        self.setObjectName(name)
        self.setProperty("role", "line")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        when = formats.days(visit.first_day, visit.last_day) if _exact(visit) else formats.partial(visit.activity.start)
        people = (
            trn("{n} person", "{n} people", visit.activity.participants)
            if visit.activity.participants
            else tr("group not named")
        )
        title = visit.activity.partnership or visit.activity.title
        self.setAccessibleName(", ".join((title, when, people)))
        body = column(self, space=1, margins=(3, 3, 3, 3))
        first = row(space=3)
        first.addWidget(ElidedLabel(title, "strong", middle=True))
        first.addWidget(label(when, "second"))
        if visit.first_day is not None and _exact(visit):
            near = max(visit.first_day, today)
            words = tr("under way") if visit.first_day < today else formats.in_days(near, today)
            first.addWidget(Chip(State(words, "info", "dot")))
        first.addStretch(1)
        first.addWidget(label(people, "second"))
        body.addLayout(first)
        if title not in visit.activity.title:
            body.addWidget(ElidedLabel(visit.activity.title, "second"))
        flow = Flow(2)
        for place, (tab, state) in enumerate(ready_states(visit, today)):
            chip = ReadyChip(tab, state, f"{name}.chip.{place}")
            chip.clicked.connect(self._on_chip)
            flow.add(chip)
        body.addWidget(flow)

    def _on_chip(self, tab: str) -> None:
        self.opened.emit(self._id, tab)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self._id, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._id, "")
        else:
            super().keyPressEvent(event)


def _exact(visit: Readiness) -> bool:
    return visit.activity.start.exact is not None


class VisitList(QWidget):
    """The section of the page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("overview.visits")
        body = column(self, space=2)
        every = button(tr("All visits"), "link", icon_name="arrow-right", name="overview.visits.all")
        every.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        every.clicked.connect(self._on_all)
        body.addWidget(SectionHeader(tr("Next visits"), action=every))
        self._lines = Lines("overview.visits.list")
        body.addWidget(self._lines)

    def show_visits(self, visits: Sequence[Readiness]) -> None:
        """Show the next visits."""
        today = self.desk.today()
        self._lines.clear()
        for number, visit in enumerate(visits[:_MOST]):
            made = VisitRow(visit, today, number)
            made.opened.connect(self._on_opened)
            self._lines.add(made)
        if not visits:
            self._lines.add(self._none())

    def _none(self) -> QWidget:
        made = QWidget()
        line = row(made, space=3, margins=(4, 3, 3, 3))
        line.addWidget(label(tr("No visit is planned."), "second"), 1)
        line.addWidget(button(tr("Plan a visit"), small=True, name="overview.visits.new", clicked=self._on_new))
        return made

    def _on_opened(self, ident: str, tab: str) -> None:
        self.desk.go(Place("visits", ident, tab))

    def _on_all(self) -> None:
        self.desk.go(Place("visits"))

    def _on_new(self) -> None:
        self.desk.go(Place("visits", NEW))
