"""A programme at a glance: money, people by sex, what is due; below it the facts, kept as one types."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr, trn
from app.core.progress import Token
from app.services import overview
from app.services.overview import NeedNow, Overview
from app.ui.desk import Desk
from app.ui.editors import programme
from app.ui.editors.keeper import Keeper
from app.ui.editors.owned_list import OwnedList
from app.ui.editors.record_view import Tab
from app.ui.form import FormEditor
from app.ui.page import Place
from app.ui.pages.overview_charts import ChartCard, money_charts, people_chart, people_legend
from app.ui.pages.overview_words import NeedWords, due_state, need_words
from app.ui.theme import theme
from app.ui.widgets.boxes import ItemRow, Lines, Scroll, SectionHeader, column
from app.ui.widgets.labels import hairline, label

#: So many needs are told; the rest is a number that leads to the overview.
_MOST = 4
_TABLES = ("budget_line", "expenditure", "participation", "person", "activity", "deliverable", "milestone", "session")


class DueCard(QWidget):
    """What needs somebody now, the most urgent first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        body = column(self, space=2)
        self._head = SectionHeader(tr("What is due"))
        self._lines = Lines("programme.due")
        self._nothing = label(tr("Nothing is due. Everything that has a date is ready for it."), "second", wrap=True)
        body.addWidget(self._head)
        body.addWidget(self._lines)
        body.addWidget(self._nothing)
        self._more = label("", "second")
        body.addWidget(self._more)
        body.addStretch(1)

    def show_needs(self, needs: tuple[NeedNow, ...], today: date) -> None:
        """Show what is due."""
        self._lines.clear()
        for number, need in enumerate(needs[:_MOST]):
            words = need_words(need)
            line = _Due(need, words, today, f"programme.due.{number}")
            line.wanted.connect(self.desk.go)
            self._lines.add(line)
        self._lines.setVisible(bool(needs))
        self._nothing.setVisible(not needs)
        left = len(needs) - _MOST
        self._more.setText(trn("and {n} more on the page Overview", "and {n} more on the page Overview", left))
        self._more.setVisible(left > 0)


class _Due(ItemRow):
    """One thing that is due; a click leads to where it is done."""

    wanted = Signal(object)

    def __init__(self, need: NeedNow, words: NeedWords, today: date, name: str) -> None:
        state = due_state(need, today)
        super().__init__(words.title, words.second, icon_name=words.icon, state=state, name=name, narrow=True)
        self._need = need
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        place = self._need.place
        self.wanted.emit(Place(place.section, place.record_id, place.tab))


class ProgrammeOverview(Tab):
    """Three cards side by side where there is room, one under the other where there is not; then the facts."""

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__()
        self.desk = desk
        self._ident = ""
        legend = (("control", tr("planned")), ("accentmid", tr("committed")), ("accentfill", tr("actual")))
        self.money = ChartCard(tr("Money"), "programme.money", legend)
        self.money.chosen.connect(self._on_money)
        self.people = ChartCard(tr("People by role and sex"), "programme.people", people_legend(()))
        self.people.chosen.connect(self._on_people)
        self.due = DueCard(desk)
        form = FormEditor(programme.facts_sections(), name="programme")
        keeper.add_form(form)
        scroll = Scroll(limit=1680, margins=(6, 5, 6, 6))
        cards = QWidget()
        self._grid = QGridLayout(cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().space(6))
        self._grid.setVerticalSpacing(theme().space(5))
        self._wide = False
        self._arrange(True)
        scroll.body.addWidget(cards)
        scroll.body.addWidget(hairline())
        scroll.body.addWidget(form)
        scroll.body.addWidget(hairline())
        scroll.body.addWidget(OwnedList(keeper, programme.milestones_spec(), "programme.milestones"))
        scroll.body.addStretch(1)
        column(self, space=0).addWidget(scroll)

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        parts: tuple[QWidget, ...] = (self.due, self.money, self.people)
        for part in parts:
            self._grid.removeWidget(part)
        for number, part in enumerate(parts):
            if wide:
                self._grid.addWidget(part, 0, number, Qt.AlignmentFlag.AlignTop)
            elif number:
                self._grid.addWidget(part, 1, number - 1, Qt.AlignmentFlag.AlignTop)
            else:
                self._grid.addWidget(part, 0, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if wide or number < 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() >= theme().px(1200))

    def show_record(self, ident: str) -> None:
        self._ident = ident
        context = self.desk.context

        def read(_token: Token) -> tuple[str, Overview]:
            with context.read() as view:
                return ident, overview.overview(view, date.today(), ident)

        self.desk.jobs.start(tr("Reading the figures"), read, done=self._on_read, shown=False)

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches(*_TABLES):
            self.show_record(self._ident)

    def _on_read(self, found: tuple[str, Overview]) -> None:
        ident, figures = found
        if ident != self._ident:
            return
        tables = [table for table in figures.money if table.programme_id == ident and table.figures]
        self.money.show_charts(
            money_charts(tables, {}) if tables else [], tr("No budget yet. Lines are made on the page Budget.")
        )
        self.people.legend.set_series(people_legend(figures.people))
        self.people.show_charts(people_chart(figures.people), tr("Nobody takes part yet."))
        self.due.show_needs(figures.needs, figures.today)

    def _on_money(self, _key: str) -> None:
        self.desk.set_programme(self._ident)
        self.desk.go(Place("budget"))

    def _on_people(self, _key: str) -> None:
        self.desk.set_programme(self._ident)
        self.desk.go(Place("people"))
