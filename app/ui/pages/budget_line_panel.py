"""Beside the lines: money over time, what to do about the selected line, and its form."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr, trn
from app.services import budget_advice, budgets
from app.services.budget_advice import Cover
from app.services.budget_figures import BudgetFigure, BudgetState, BudgetTable, MonthSums
from app.services.budgets import main_heading
from app.services.reallocations import Need, ReallocationDraft
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.budget_line import line_sections
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.form import FormEditor
from app.ui.pages.budget_facts import BudgetFacts
from app.ui.pages.budget_strip import whole
from app.ui.theme import theme
from app.ui.widgets.boxes import KeyValues, Scroll, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chart import ChartView, LineChart, Series
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.messages_view import MessageStrip

LINE_VERBS = Verbs(budgets.load, budgets.check, budgets.save, N_("Change budget line"), "budget_line")
_LINE_ONLY = ("unit", "units", "factor", "rate_minor")


def spent_chart(months: Sequence[MonthSums], table: BudgetTable, today: date) -> LineChart:
    """Planned and paid from the first month to the last, in thousands; what is ordered stands above today."""
    planned = [(0.0, 0.0), *((n + 1.0, month.planned / 100_000) for n, month in enumerate(months))]
    past = [(n, month) for n, month in enumerate(months) if month.month <= today]
    actual = [(0.0, 0.0), *((n + 1.0, month.actual / 100_000) for n, month in past)]
    here = actual[-1]
    ticks = [(0.0, formats.month_short(months[0].month))]
    ticks += [(float(n), formats.month_short(m.month)) for n, m in enumerate(months) if n > 3 and m.month.month == 1]
    if len(months) > 6:
        ticks = [tick for tick in ticks if tick[0] < len(months) - 4]
        ticks.append((float(len(months)), formats.month_short(months[-1].month)))
    series = (
        Series(tr("planned"), tuple(planned), "muted", dashed=True),
        Series(tr("actual"), tuple(actual), "accentfill", filled=True),
        Series(tr("committed"), (here, (here[0], table.total.committed / 100_000)), "accentmid"),
    )
    return LineChart(series, tuple(ticks), _thousands, height=190)


def _thousands(value: float) -> str:
    return formats.number(round(value))


def formula(figure: BudgetFigure, currency: str) -> str:
    """``100 journeys × 580.00`` with the factor where there is one."""
    if not figure.units:
        return tr("not typed yet")
    places = max(0, -int(figure.units.normalize().as_tuple().exponent))
    parts = [f"{formats.number(figure.units, places)} {figure.unit}".strip()]
    if figure.factor != 1:
        parts.append(formats.number(figure.factor, max(0, -int(figure.factor.normalize().as_tuple().exponent))))
    parts.append(formats.money(figure.rate_minor, currency, cents=True))
    return " × ".join(parts)


class LinePanel(QWidget):
    """``reallocate_wanted(draft)`` for the money that moves, ``expenditures_wanted(line)`` for what was spent."""

    reallocate_wanted = Signal(object)
    expenditures_wanted = Signal(str)
    delete_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("budget.panel")
        self._facts: BudgetFacts | None = None
        self._figure: BudgetFigure | None = None
        self._cover: Cover | None = None
        self._currency = ""
        self.keeper = Keeper(desk, LINE_VERBS, self)
        self.form: FormEditor | None = None
        self._scroll = Scroll(space=3, margins=(5, 4, 5, 5))
        column(self, space=0).addWidget(self._scroll)
        self._body = self._scroll.body
        self.head = SectionHeader(tr("Spent over time"))
        self._body.addWidget(self.head)
        self.chart: ChartView | None = None
        self._chart_place = column(space=0)
        self._body.addLayout(self._chart_place)
        self._no_chart = label(tr("Type the period of the programme to see money over time."), "second", wrap=True)
        self._body.addWidget(self._no_chart)
        self._body.addWidget(hairline())
        self._title = label("", "section", wrap=True, name="budget.line.title")
        self._body.addWidget(self._title)
        self.advice = MessageStrip(name="budget.line.advice")
        self._body.addWidget(self.advice)
        self._make_ways()
        self.facts = KeyValues("budget.line.facts")
        self._body.addWidget(self.facts)
        self._body.addWidget(self._edit_ways)
        self._form_place = column(space=0)
        self._body.addLayout(self._form_place)
        self._body.addStretch(1)
        self.show_line(None)

    def _make_ways(self) -> None:
        self._ways = QWidget()
        line = row(self._ways, space=2)
        self.reallocate = button(
            tr("Reallocate …"), small=True, name="budget.line.reallocate", clicked=self._on_reallocate
        )
        self.spent = button("", "link", icon_name="arrow-right", name="budget.line.expenditures")
        self.spent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.spent.clicked.connect(self._on_spent)
        line.addWidget(self.reallocate)
        line.addWidget(self.spent)
        line.addStretch(1)
        self._body.addWidget(self._ways)
        self._edit_ways = QWidget()
        second = row(self._edit_ways, space=2)
        self.edit = button(tr("Change"), "link", icon_name="pencil", name="budget.line.edit", clicked=self.open_form)
        self.remove = button(
            tr("Delete"), "link", icon_name="trash-2", name="budget.line.delete", clicked=self._on_delete
        )
        second.addWidget(self.edit)
        second.addWidget(self.remove)
        second.addStretch(1)

    # what is shown --------------------------------------------------------------------------------------------
    def show_budget(self, facts: BudgetFacts) -> None:
        """Show a budget's money over time; the line follows with ``show_line``."""
        self._facts = facts
        today = self.desk.today()
        self.head.set_note(tr("thousand {currency}, to {day}", currency=facts.currency, day=formats.day(today)))
        shown = bool(facts.months)
        if shown:
            chart = spent_chart(facts.months, facts.table, today)
            if self.chart is None:
                self.chart = ChartView(chart, name="budget.chart", title=tr("Spent over time"))
                self._chart_place.addWidget(self.chart)
            else:
                self.chart.set_chart(chart)
        if self.chart is not None:
            self.chart.setVisible(shown)
        self._no_chart.setVisible(not shown)

    def show_line(self, figure: BudgetFigure | None) -> None:
        """Show a heading or line; None says what to do."""
        other = self._figure is None or figure is None or figure.id != self._figure.id
        if other and not self.keeper.may_leave():
            return
        self._figure = figure
        for part in (self.advice, self._ways, self.facts, self._edit_ways):
            part.setVisible(figure is not None)
        if other and self.form is not None:
            self.form.hide()
        if figure is None or self._facts is None:
            self._title.setText(tr("Choose a line to see what to do about it."))
            return
        self._title.setText(f"{figure.code} {figure.title}")
        self._tell_advice(figure, self._facts)
        self._tell_facts(figure, self._facts)
        if self.form is not None and self.form.isVisible():
            self.keeper.show(figure.id)

    def _tell_advice(self, figure: BudgetFigure, facts: BudgetFacts) -> None:
        with self.desk.context.read() as view:
            self._cover = budget_advice.cover(view, facts.table, figure.id, self.desk.today())
        title, text, tone = advice_words(figure, self._cover, facts.currency)
        self.advice.show_message(title, text, tone=tone)
        lines = [other for other in facts.table.figures if not other.heading]
        self.reallocate.setVisible(not figure.heading and len(lines) > 1)
        n = figure.expenditures
        self.spent.setText(trn("{n} expenditure", "{n} expenditures", n))
        self.spent.setVisible(n > 0)

    def _tell_facts(self, figure: BudgetFigure, facts: BudgetFacts) -> None:
        self.facts.clear()
        if figure.heading:
            below = sum(not line.heading and line.code.startswith(figure.code + ".") for line in facts.table.figures)
            self.facts.add(tr("Sum of"), trn("{n} line", "{n} lines", below))
        else:
            self.facts.add(tr("Formula"), formula(figure, facts.currency))
        moved = figure.sums.planned - figure.sums.contract
        if moved:
            sign = "+" if moved > 0 else ""
            self.facts.add(tr("Contract"), whole(figure.sums.contract), tr("moved: {sum}", sum=f"{sign}{whole(moved)}"))
        paid = formats.day(figure.last_paid) if figure.last_paid else tr("nothing yet")
        self.facts.add(tr("Last paid"), paid)

    # the form -------------------------------------------------------------------------------------------------
    def open_form(self) -> None:
        """Show the form of the line, kept as one types."""
        if self._figure is None or self._facts is None:
            return
        if self.form is None or self._currency != self._facts.currency:
            self._currency = self._facts.currency
            if self.form is not None:
                self.form.deleteLater()
                self.keeper = Keeper(self.desk, LINE_VERBS, self)
            self.form = FormEditor(line_sections(self._currency, heading=False), name="budget.line", columns=2)
            self.keeper.add_form(self.form)
            self._form_place.addWidget(self.form)
        if not self.keeper.show(self._figure.id):
            return
        for name in _LINE_ONLY:
            self.form.set_field_visible(name, not self._figure.heading)
        self.form.show()
        self.form.focus_first()
        QTimer.singleShot(0, self._show_form)

    def _show_form(self) -> None:
        """Once the form has its place."""
        if self.form is not None:
            self._scroll.ensureWidgetVisible(self.form, 0, min(self.form.height(), self._scroll.height() - 1))

    # slots ----------------------------------------------------------------------------------------------------
    def _on_reallocate(self) -> None:
        figure, facts = self._figure, self._facts
        if figure is None or facts is None:
            return
        today = self.desk.today()
        if self._cover is not None:
            source = self._cover.source.id
            draft = ReallocationDraft(facts.programme_id, source, figure.id, self._cover.amount_minor, today)
        else:
            draft = ReallocationDraft(facts.programme_id, figure.id, "", 0, today)
        self.reallocate_wanted.emit(draft)

    def _on_spent(self) -> None:
        if self._figure is not None:
            self.expenditures_wanted.emit(self._figure.id)

    def _on_delete(self) -> None:
        if self._figure is not None:
            self.delete_wanted.emit([self._figure])

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        # Beside the table its width is given; in a drawer it only must not become too narrow.
        if self.maximumWidth() > theme().width("detail"):
            self.setMinimumWidth(theme().px(280))


def advice_words(figure: BudgetFigure, cover: Cover | None, currency: str) -> tuple[str, str, str]:
    """Headline, what to do, tone: over, close, rates missing, or how much is free."""
    sums = figure.sums
    if figure.state is BudgetState.OVER and sums.committed > 0:
        over = formats.money(-sums.balance, currency)
        title = tr("Orders exceed the plan by {sum}.", sum=over)
        if figure.heading:
            return title, tr("Look at the lines below it that are over."), "danger"
        return title, _cover_words(figure, cover, currency), "danger"
    if figure.rates_missing:
        n = figure.rates_missing
        title = trn("{n} expenditure has no exchange rate.", "{n} expenditures have no exchange rate.", n)
        return title, tr("They are in no sum yet. Add the rate under Rates, or type it with the document."), "warning"
    free = formats.money(sums.balance, currency)
    if figure.state is BudgetState.CLOSE:
        title = tr("{percent} of the plan is ordered.", percent=formats.percent(sums.committed / (sums.planned or 1)))
        return title, tr("{sum} is left to commit.", sum=free), "warning"
    if sums.planned <= 0:
        return (
            tr("Nothing is planned here yet."),
            tr("Type units and rate, or move money from another line."),
            "neutral",
        )
    return tr("{sum} is free to commit.", sum=free), "", "neutral"


def _cover_words(figure: BudgetFigure, cover: Cover | None, currency: str) -> str:
    if cover is None:
        return tr("No single line has that much left. Cancel an order, or ask the donor for more.")
    amount = formats.money(cover.amount_minor, currency)
    first = tr("{sum} from line {code} would cover it.", sum=amount, code=cover.source.code)
    heading = main_heading(figure.code)
    second = {
        Need.FREE: tr("That stays inside heading {heading}, no notice is needed.", heading=heading),
        Need.NOTICE: tr("That changes two headings: the donor gets a notice."),
        Need.ADDENDUM: tr(
            "That changes a heading by more than {limit} %: an addendum comes first.", limit=cover.verdict.limit_percent
        ),
    }[cover.verdict.need]
    return f"{first} {second}"
