"""Budget: key figures, and the tabs Lines, Expenditures, Rates, Financing, Reallocations, Reports."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr, trn
from app.services.budget_figures import BudgetState
from app.ui import formats
from app.ui.desk import Desk
from app.ui.page import NEW, Page, Place, PrimaryAction
from app.ui.pages.budget_chooser import BudgetChooser
from app.ui.pages.budget_expenditures import ExpendituresTab
from app.ui.pages.budget_facts import BudgetFacts, BudgetTab, read_facts
from app.ui.pages.budget_lines import LinesTab
from app.ui.pages.budget_lists import FinancingTab, RatesTab, ReallocationsTab
from app.ui.pages.budget_reports import ReportsTab
from app.ui.pages.budget_strip import FigureStrip
from app.ui.widgets.boxes import PageHead, column
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.labels import hairline
from app.ui.widgets.tabs import TabBar

_TABLES = (
    "budget_line",
    "expenditure",
    "exchange_rate",
    "funding_source",
    "reallocation",
    "programme",
    "rule",
    "activity",
)
_MAKERS: dict[str, Callable[[Desk], BudgetTab]] = {
    "lines": LinesTab,
    "expenditures": ExpendituresTab,
    "rates": RatesTab,
    "financing": FinancingTab,
    "reallocations": ReallocationsTab,
    "reports": ReportsTab,
}


class BudgetPage(Page):
    """One programme's budget; with all programmes chosen, their budgets as cards."""

    section = "budget"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.facts: BudgetFacts | None = None
        self._tabs: dict[str, BudgetTab] = {}
        self._stack = QStackedWidget()
        column(self, space=0).addWidget(self._stack)
        self.chooser = BudgetChooser(desk)
        self.chooser.chosen.connect(desk.set_programme)
        self._stack.addWidget(self.chooser)
        self._stack.addWidget(self._build())
        desk.programme_changed.connect(self._on_programme)

    def _build(self) -> QWidget:
        whole = QWidget()
        body = column(whole, space=0)
        self.head = PageHead("budget")
        self.head.set_title(tr("Budget"))
        self.head.add_action(
            button(tr("Budget report"), icon_name="printer", name="budget.report", clicked=self._on_report)
        )
        self.head.add_action(button(tr("Export"), icon_name="download", name="budget.export", clicked=self._on_export))
        words = {
            "lines": tr("Lines"),
            "expenditures": tr("Expenditures"),
            "rates": tr("Rates"),
            "financing": tr("Financing"),
            "reallocations": tr("Reallocations"),
            "reports": tr("Reports"),
        }
        self.tabs = TabBar(list(words.items()), "budget.tabs")
        self.tabs.chosen.connect(self._on_tab)
        self.strip = FigureStrip()
        self._bodies = QStackedWidget()
        for part in (self.head, self.tabs, self.strip, hairline()):
            body.addWidget(part)
        body.addWidget(self._bodies, 1)
        return whole

    def tab(self, key: str) -> BudgetTab:
        """A tab's body, made when first asked for."""
        if key not in self._tabs:
            made = _MAKERS[key](self.desk)
            made.counted.connect(self._on_counted)
            if isinstance(made, LinesTab):
                made.spent_wanted.connect(self._on_spent_wanted)
            self._tabs[key] = made
            self._bodies.addWidget(made)
            if self.facts is not None:
                made.show_budget(self.facts)
        return self._tabs[key]

    # the page -------------------------------------------------------------------------------------------------
    def show_place(self, place: Place) -> None:
        if not self.desk.programme_id:
            self._show_chooser()
            return
        key = place.tab if place.tab in _MAKERS else "expenditures" if place.record_id == NEW else self.tabs.current()
        self.tabs.set_current(key)
        self._read()
        self._show_tab()
        if place.record_id == NEW:
            self.new_expenditure()
        elif place.record_id:
            self.tab(key).open_record(place.record_id)

    def title(self) -> str:
        return tr("Budget")

    def primary_action(self) -> PrimaryAction | None:
        if self.facts is None:
            return None
        return PrimaryAction(tr("New expenditure"), self.new_expenditure, "action.expenditure.new.button")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        if self.facts is None:
            return {}
        return {
            "action.print.budget_report": self._on_report,
            "action.expenditure.new": self.new_expenditure,
            **self.tab(self.tabs.current()).handlers(),
        }

    def changes(self, change_set: ChangeSet) -> None:
        for made in self._tabs.values():
            made.changes(change_set)
        if not change_set.touches(*_TABLES):
            return
        if self.facts is None:
            if self.isVisible() and not self.desk.programme_id:
                self.chooser.refresh()
        else:
            self._read()

    def may_leave(self) -> bool:
        return all(made.may_leave() for made in self._tabs.values())

    # reading --------------------------------------------------------------------------------------------------
    def _read(self) -> None:
        facts = read_facts(self.desk, self.desk.programme_id) if self.desk.programme_id else None
        before, self.facts = self.facts, facts
        if facts is None:
            self._show_chooser()
            return
        self._stack.setCurrentIndex(1)
        self._tell(facts)
        for key in ("lines", "expenditures", "reallocations"):
            self.tab(key)
        for made in self._tabs.values():
            made.show_budget(facts)
        if before is None:
            self.retitled.emit()

    def _tell(self, facts: BudgetFacts) -> None:
        table = facts.table
        period = (
            f"{formats.partial(table.start)} {formats.DASH} {formats.partial(table.end)}"
            if table.start.known and table.end.known
            else tr("period not known")
        )
        self.head.set_facts([facts.code, period, tr("all sums in {currency}", currency=facts.currency)])
        over, close = table.count(BudgetState.OVER), table.count(BudgetState.CLOSE)
        states = []
        if over:
            states.append(State(trn("{n} line over", "{n} lines over", over), "danger", "circle-alert"))
        if close:
            states.append(State(trn("{n} line close", "{n} lines close", close), "warning", "triangle-alert"))
        if table.rates_missing:
            n = table.rates_missing
            states.append(State(trn("{n} rate missing", "{n} rates missing", n), "warning", "percent"))
        self.head.set_chips(states)
        self.strip.show_table(table)

    def _show_chooser(self) -> None:
        was, self.facts = self.facts, None
        self.chooser.refresh()
        self._stack.setCurrentIndex(0)
        if was is not None:
            self.retitled.emit()

    def _show_tab(self) -> None:
        self._bodies.setCurrentWidget(self.tab(self.tabs.current()))

    # slots ----------------------------------------------------------------------------------------------------
    def new_expenditure(self) -> None:
        """Ask for a new expenditure, whatever tab is shown."""
        made = self.tab("expenditures")
        if self.facts is not None and isinstance(made, ExpendituresTab):
            made.new()

    def _on_programme(self, _programme_id: str) -> None:
        if self.isVisible():
            self._read() if self.desk.programme_id else self._show_chooser()
            if self.facts is not None:
                self._show_tab()

    def _on_tab(self, key: str) -> None:
        self.desk.go(Place("budget", tab=key))

    def _on_counted(self, number: int) -> None:
        sender = self.sender()
        for key, made in self._tabs.items():
            if made is sender:
                self.tabs.set_count(key, number)

    def _on_spent_wanted(self, line_id: str) -> None:
        self.desk.go(Place("budget", tab="expenditures"))
        made = self.tab("expenditures")
        if isinstance(made, ExpendituresTab):
            made.show_line(line_id)

    def _on_report(self) -> None:
        made = self.tab("reports")
        if isinstance(made, ReportsTab):
            made.save("budget", ".pdf")

    def _on_export(self) -> None:
        run = self.tab(self.tabs.current()).handlers().get("action.export.list")
        if run is not None:
            run()
        else:
            made = self.tab("reports")
            if isinstance(made, ReportsTab):
                made.save("expenditures", ".xlsx")
