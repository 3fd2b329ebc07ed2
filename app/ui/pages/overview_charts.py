"""The three charts of the overview: money, people by role and sex, deliverables by stage; each leads on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.dates import PartialDate
from app.core.i18n import N_, tr, trn
from app.core.vocabulary import DeliverableStage, ParticipationRole, Sex
from app.services.budget_figures import BudgetTable, Sums
from app.services.budgets import main_heading
from app.services.overview import RoleFigure, StageFigure
from app.ui import formats
from app.ui.editors.deliverable import short_stage
from app.ui.widgets.boxes import Card, SectionHeader, clear_layout, column
from app.ui.widgets.chart import Bar, BarRows, ChartView, ColumnBars
from app.ui.widgets.labels import label
from app.ui.widgets.legend import Legend

_TONES = {
    DeliverableStage.ADOPTED: "success.bar",
    DeliverableStage.IN_IMPLEMENTATION: "success.bar",
    DeliverableStage.ARCHIVED: "success.bar",
    DeliverableStage.ON_HOLD: "control",
    DeliverableStage.CANCELLED: "control",
}
ROLE_WORDS = {
    ParticipationRole.MENTEE: N_("Mentees"),
    ParticipationRole.MENTOR: N_("Mentors"),
    ParticipationRole.EXPERT: N_("Experts"),
    ParticipationRole.SPEAKER: N_("Speakers"),
    ParticipationRole.INTERPRETER: N_("Interpreters"),
    ParticipationRole.COORDINATOR: N_("Coordinators"),
    ParticipationRole.POLITICIAN: N_("Politicians"),
    ParticipationRole.OFFICIAL: N_("Officials"),
}


#: The saved filter of the people list that shows a role.
PEOPLE_FILTERS: dict[str, str] = {
    ParticipationRole.MENTEE: "mentees",
    ParticipationRole.MENTOR: "mentors",
    ParticipationRole.EXPERT: "mentors",
    ParticipationRole.SPEAKER: "mentors",
    ParticipationRole.INTERPRETER: "interpreters",
}


class ChartCard(QWidget):
    """A section heading with a legend, and a card with charts below. ``chosen(key)`` when a part is clicked."""

    chosen = Signal(str)

    def __init__(self, title: str, name: str, legend: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name = name
        self._title = title
        body = column(self, space=1)
        self.legend = Legend(legend)
        self.head = SectionHeader(title, action=self.legend)
        body.addWidget(self.head)
        self._card = Card(padding=3, name=f"{name}.card")
        body.addWidget(self._card)
        self.charts: list[ChartView] = []

    def show_charts(self, charts: Sequence[tuple[str, BarRows | ColumnBars]], empty: str) -> None:
        """Show charts, each under its heading where there are several; ``empty`` is said when there are none."""
        clear_layout(self._card.body)
        self.charts = []
        for number, (heading, chart) in enumerate(charts):
            if len(charts) > 1:
                self._card.add(label(heading, "second_strong"))
            suffix = f".{number}" if number else ""
            made = ChartView(chart, name=f"{self._name}.chart{suffix}", title=self._title)
            made.chosen.connect(self.chosen)
            self.charts.append(made)
            self._card.add(made)
        if not charts:
            self._card.add(label(empty, "second", wrap=True))


def money_card() -> ChartCard:
    """Planned, committed and actual money."""
    legend = (("control", tr("planned")), ("accentmid", tr("committed")), ("accentfill", tr("actual")))
    return ChartCard(tr("Money"), "overview.money", legend)


def money_charts(tables: Sequence[BudgetTable], codes: dict[str, str]) -> list[tuple[str, BarRows]]:
    """By heading for one programme; by programme, each currency by itself, for several.

    Keys are ``programme`` or ``programme|line``.
    """
    if len(tables) == 1:
        return [(tables[0].currency, _by_heading(tables[0]))]
    found = []
    for currency in dict.fromkeys(table.currency for table in tables):
        own = [table for table in tables if table.currency == currency]
        total = Sums()
        for table in own:
            total = total.plus(table.total)
        bars = tuple(_bar(codes.get(t.programme_id, ""), t.total, t.programme_id) for t in own)
        heads = (tr("actual"), tr("planned"))
        found.append((currency, BarRows(bars, heads, _bar(tr("Total"), total, ""), _note(total))))
    return found


def _by_heading(table: BudgetTable) -> BarRows:
    heads = [figure for figure in table.figures if figure.code == main_heading(figure.code)]
    bars = tuple(_bar(figure.title, figure.sums, f"{table.programme_id}|{figure.id}") for figure in heads)
    return BarRows(bars, (tr("actual"), tr("planned")), _bar(tr("Total"), table.total, ""), _note(table.total))


def _bar(words: str, sums: Sums, key: str) -> Bar:
    figures = (formats.money(sums.actual, cents=False), formats.money(sums.planned, cents=False))
    return Bar(words, (max(0, sums.actual), max(0, sums.committed - sums.actual)), sums.planned, figures, key)


def _note(total: Sums) -> str:
    if total.planned <= 0:
        return ""
    return tr(
        "{actual} spent, {committed} committed",
        actual=formats.percent(total.actual / total.planned),
        committed=formats.percent(total.committed / total.planned),
    )


def people_card() -> ChartCard:
    """People by role and sex."""
    return ChartCard(tr("People by role and sex"), "overview.people", people_legend(()))


def people_legend(figures: Sequence[RoleFigure]) -> list[tuple[str, str]]:
    """The colours of the chart; other and not stated only where there are such people."""
    found = [("accentfill", tr("women")), ("accentmid", tr("men"))]
    return [*found, ("control", tr("other"))] if any(_other(figure) for figure in figures) else found


def people_chart(figures: Sequence[RoleFigure]) -> list[tuple[str, BarRows]]:
    """A row for each role; the key is the role."""
    if not figures:
        return []
    rows = []
    unstated = any(_other(figure) for figure in figures)
    for figure in sorted(figures, key=lambda found: -found.total):
        values = (figure.by_sex.get(Sex.FEMALE, 0), figure.by_sex.get(Sex.MALE, 0), _other(figure))
        shown = values if unstated else values[:2]
        words = tr(ROLE_WORDS[figure.role])
        rows.append(Bar(words, shown, 0, tuple(formats.number(value) for value in shown), str(figure.role)))
    heads = (tr("women"), tr("men"), tr("other"))
    return [("", BarRows(tuple(rows), heads if unstated else heads[:2]))]


def _other(figure: RoleFigure) -> int:
    return figure.total - figure.by_sex.get(Sex.FEMALE, 0) - figure.by_sex.get(Sex.MALE, 0)


def stages_card() -> ChartCard:
    """Deliverables by stage."""
    return ChartCard(tr("Deliverables by stage"), "overview.stages")


def stages_chart(figures: Sequence[StageFigure]) -> list[tuple[str, ColumnBars]]:
    """A column for each stage in which something stands; the key is the stage."""
    if not figures:
        return []
    bars = tuple(
        Bar(short_stage(figure.stage), (figure.count,), key=str(figure.stage), tone=_TONES.get(figure.stage, ""))
        for figure in figures
    )
    return [("", ColumnBars(bars, height=92))]


def stages_note(figures: Sequence[StageFigure], last_due: PartialDate | None) -> str:
    """``15, due 31 December 2024``."""
    count = sum(figure.count for figure in figures)
    if not count:
        return ""
    overdue = sum(figure.overdue for figure in figures)
    if overdue:
        return trn("{n} overdue of {all}", "{n} overdue of {all}", overdue, all=count)
    if last_due is None:
        return str(count)
    return tr("{n}, due {day}", n=count, day=formats.partial(last_due))
