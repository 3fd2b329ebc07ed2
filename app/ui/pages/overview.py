"""Overview: what needs me now, the next visits with what is missing, and three charts that lead to what they count."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr, trn
from app.core.progress import Token
from app.services import overview, programmes
from app.services.overview import Overview
from app.ui import formats
from app.ui.desk import Desk
from app.ui.page import NEW, Page, Place, PrimaryAction
from app.ui.pages.overview_charts import (
    PEOPLE_FILTERS,
    ChartCard,
    money_card,
    money_charts,
    people_card,
    people_chart,
    people_legend,
    stages_card,
    stages_chart,
    stages_note,
)
from app.ui.pages.overview_needs import NeedList
from app.ui.pages.overview_start import StartPage, centre
from app.ui.pages.overview_visits import VisitList
from app.ui.theme import theme
from app.ui.theme_tokens import WIDTH
from app.ui.widgets.boxes import Scroll, column, row
from app.ui.widgets.labels import label

#: Pixels at 100 %: the column of charts, and the width of the page from which there are three columns.
_CHARTS = 464
_THREE = 1640


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one reading gives: the overview, and the codes of the programmes (empty: nothing is in the file)."""

    overview: Overview
    codes: dict[str, str]


class OverviewPage(Page):
    """Reads in a job; while it reads, what was shown before stays."""

    section = "overview"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked = 0
        self._arranged = ""
        self._empty = False
        self.seen: Overview | None = None
        self._title = label("", "title", name="overview.title")
        self._sum = label("", "second", wrap=True, name="overview.sum")
        self.needs = NeedList(desk)
        self.visits = VisitList(desk)
        self.money, self.people, self.stages = money_card(), people_card(), stages_card()
        self.needs.counted.connect(self._tell)
        self.money.chosen.connect(self._on_money)
        self.people.chosen.connect(self._on_people)
        self.stages.chosen.connect(self._on_stage)
        self._stack = QStackedWidget()
        column(self, space=0).addWidget(self._stack)
        self._stack.addWidget(self._build())
        self.start = StartPage(desk)
        self._stack.addWidget(self.start)
        # Before the first reading there is nothing to say: no heading stands over an empty box.
        self._stack.setCurrentIndex(self._stack.addWidget(QWidget()))
        desk.programme_changed.connect(self._on_programme)

    def _build(self) -> QWidget:
        scroll = Scroll(limit=WIDTH["overview"], space=3, margins=(6, 3, 6, 2))
        centre(scroll)
        head = column(space=0)
        head.addWidget(self._title)
        head.addWidget(self._sum)
        scroll.body.addLayout(head)
        self._left, self._middle, self._right = QWidget(), QWidget(), QWidget()
        for part in (self._left, self._middle, self._right):
            column(part, space=3)
        columns = row(space=6)
        columns.addWidget(self._left, 5, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._middle, 4, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
        scroll.body.addLayout(columns)
        self._below = QWidget()
        self._grid = QGridLayout(self._below)
        self._grid.setContentsMargins(0, 0, 0, 0)
        scroll.body.addWidget(self._below)
        scroll.body.addStretch(1)
        return scroll

    # the page -------------------------------------------------------------------------------------------------
    def show_place(self, place: Place) -> None:
        self._read()

    def title(self) -> str:
        return tr("Overview")

    def primary_action(self) -> PrimaryAction | None:
        return None if self._empty else PrimaryAction(tr("New visit"), self._on_new, "action.visit.new.button")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {}

    def changes(self, change_set: ChangeSet) -> None:
        self._read()

    # reading --------------------------------------------------------------------------------------------------
    def _read(self) -> None:
        self._asked += 1
        asked = self._asked
        programme_id, today = self.desk.programme_id, self.desk.today()
        context = self.desk.context

        def look(_token: Token) -> tuple[int, _Seen]:
            with context.read() as view:
                codes = {found.id: found.code for found in programmes.choices(view)}
                return asked, _Seen(overview.overview(view, today, programme_id), codes)

        self.desk.jobs.start(tr("Reading the overview"), look, done=self._on_read, shown=False)

    def _on_read(self, result: tuple[int, _Seen]) -> None:
        asked, found = result
        if asked != self._asked:
            return
        self.desk.needs_counted.emit(len(found.overview.needs))
        empty = not found.codes
        self._stack.setCurrentIndex(1 if empty else 0)
        if empty != self._empty:
            self._empty = empty
            self.retitled.emit()
        self._show(found.overview, found.codes)

    def _show(self, seen: Overview, codes: dict[str, str]) -> None:
        self.seen = seen
        self.needs.show_needs(seen.needs)
        self.visits.show_visits(seen.visits)
        charts = money_charts(seen.money, codes)
        self.money.head.set_title(tr("Money, {currency}", currency=charts[0][0]) if len(charts) == 1 else tr("Money"))
        self.money.show_charts(charts, tr("No budget is typed in yet."))
        self.people.show_charts(people_chart(seen.people), tr("Nobody takes part in anything yet."))
        self.people.legend.set_series(people_legend(seen.people))
        self.stages.show_charts(stages_chart(seen.stages), tr("There are no deliverables yet."))
        self.stages.head.set_note(stages_note(seen.stages, seen.last_due))
        self._arrange()

    def _tell(self) -> None:
        """The date, and one line that sums up."""
        seen = self.seen
        if seen is None:
            return
        self._title.setText(formats.day_long(seen.today))
        waiting = self.needs.waiting()
        overdue = sum(need.days_left is not None and need.days_left < 0 for need in waiting)
        now = sum(need.days_left == 0 for need in waiting)
        parts = [
            trn("{n} overdue", "{n} overdue", overdue) if overdue else "",
            trn("{n} today", "{n} today", now) if now else "",
        ]
        said = tr("Nothing needs you now.")
        if waiting:
            said = trn("{n} thing needs you", "{n} things need you", len(waiting))
            rest = ", ".join(part for part in parts if part)
            said = f"{said}: {rest}." if rest else f"{said}."
        self._sum.setText(" ".join(part for part in (said, self._next_visit(seen)) if part))

    @staticmethod
    def _next_visit(seen: Overview) -> str:
        days = next((visit.days_left for visit in seen.visits if visit.days_left is not None), None)
        if days is None:
            return ""
        if days < 0:
            return tr("A visit is under way.")
        if days == 0:
            return tr("A visit begins today.")
        return trn("The next visit begins in {n} day.", "The next visit begins in {n} days.", days)

    # columns --------------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns; three on a wide page; on a small window the charts below, in a row that wraps."""
        look = theme()
        window = self.window().width()
        mode = "two"
        if self.width() >= look.px(_THREE):
            mode = "three"
        elif window < look.width("collapse_below") or self.width() < look.px(1040):
            wide = self.width() >= look.px(1000)
            mode = "below3" if wide else "below2" if self.width() >= look.px(700) else "below1"
        if mode == self._arranged:
            return
        self._arranged = mode
        charts: tuple[ChartCard, ...] = (self.money, self.people, self.stages)
        below = mode.startswith("below")
        if below:
            across = int(mode[-1])
            for number, card in enumerate(charts):
                self._grid.addWidget(card, number // across, number % across, Qt.AlignmentFlag.AlignTop)
            for number in range(3):
                self._grid.setColumnStretch(number, 1 if number < across else 0)
            self._grid.setHorizontalSpacing(look.space(5))
            self._grid.setVerticalSpacing(look.space(5))
            _fill(self._left, self.needs, self.visits)
        elif mode == "three":
            _fill(self._left, self.needs)
            _fill(self._middle, self.visits, self.stages)
            _fill(self._right, self.money, self.people)
        else:
            _fill(self._left, self.needs, self.visits)
            _fill(self._right, *charts)
        self._right.setFixedWidth(look.px(_CHARTS))
        self._below.setVisible(below)
        self._right.setVisible(not below)
        self._middle.setVisible(mode == "three")

    # ways on --------------------------------------------------------------------------------------------------
    def _on_programme(self, _programme_id: str) -> None:
        self._read()

    def _on_new(self) -> None:
        self.desk.go(Place("visits", NEW))

    def _on_money(self, key: str) -> None:
        programme_id, _, line_id = key.partition("|")
        if programme_id and not self.desk.programme_id:
            self.desk.set_programme(programme_id)
        self.desk.go(Place("budget", line_id, "lines"))

    def _on_people(self, role: str) -> None:
        self.desk.go(Place("people", tab=PEOPLE_FILTERS.get(role, "everybody")))

    def _on_stage(self, stage: str) -> None:
        self.desk.go(Place("deliverables", tab=f"stage.{stage}"))


def _fill(part: QWidget, *widgets: QWidget) -> None:
    layout: QLayout | None = part.layout()
    assert isinstance(layout, (QVBoxLayout, QHBoxLayout))
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
