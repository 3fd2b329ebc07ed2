"""The key figures of a budget, side by side under its tabs."""

from PySide6.QtWidgets import QWidget

from app.core.i18n import tr, trc
from app.services.budget_figures import BudgetState, BudgetTable
from app.ui import formats
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.chip import State
from app.ui.widgets.labels import ElidedLabel, hairline, label


class Figure(QWidget):
    """One figure: what it is, how much, what it means."""

    def __init__(self, title: str, name: str, *, first: bool) -> None:
        super().__init__()
        self._title = title
        body = column(self, space=0, margins=(6 if first else 4, 2, 2, 2))
        body.addWidget(ElidedLabel(title, "second"))
        self.figure = label("", "figure", name=name)
        self._second = ElidedLabel("", "second")
        body.addWidget(self.figure)
        body.addWidget(self._second)

    def tell(self, figure: str, second: str) -> None:
        """Show a figure with its meaning."""
        self.figure.setText(figure)
        self.figure.setAccessibleName(f"{self._title}: {figure}, {second}")
        self._second.setText(second)
        self._second.updateGeometry()


class FigureStrip(QWidget):
    """Planned, committed, actual, balance, indirect costs."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("budget.figures")
        line = row(self, space=0)
        titles = {
            "planned": tr("Planned"),
            "committed": tr("Committed"),
            "actual": tr("Actual"),
            "balance": tr("Balance"),
            "indirect": tr("Indirect costs"),
        }
        self.figures: dict[str, Figure] = {}
        for number, (key, title) in enumerate(titles.items()):
            if number:
                line.addWidget(hairline(vertical=True))
            made = Figure(title, f"budget.figure.{key}", first=not number)
            self.figures[key] = made
            line.addWidget(made, 1)
        self.setMinimumHeight(theme().px(76))

    def show_table(self, table: BudgetTable) -> None:
        """Show the figures of a budget."""
        total, indirect = table.total, table.indirect

        def share(part: int) -> str:
            if total.planned <= 0:
                return tr("nothing is planned")
            return tr("{percent} of the plan", percent=formats.percent(part / total.planned))

        moved = total.planned != total.contract
        contract = tr("{sum} in the contract", sum=formats.money(total.contract, cents=False))
        self.figures["planned"].tell(whole(total.planned), contract if moved else tr("as in the contract"))
        self.figures["committed"].tell(whole(total.committed), share(total.committed))
        self.figures["actual"].tell(whole(total.actual), share(total.actual))
        over = total.balance < 0
        self.figures["balance"].tell(whole(total.balance), tr("more than planned") if over else tr("free to commit"))
        self.figures["indirect"].tell(whole(indirect.actual), tr("{n} % of actual, computed", n=indirect.percent))


def whole(minor: int) -> str:
    """A sum in whole units, for heads and tables."""
    return formats.money(minor, cents=False)


_STATES = {
    BudgetState.GOOD: ("success", "check"),
    BudgetState.CLOSE: ("warning", "triangle-alert"),
    BudgetState.OVER: ("danger", "circle-alert"),
}


def budget_state(state: BudgetState) -> State:
    """The traffic light of a line as a chip (BU-7)."""
    words = {
        BudgetState.GOOD: tr("Good"),
        BudgetState.CLOSE: trc("state of a budget line", "Close"),
        BudgetState.OVER: tr("Over"),
    }
    return State(words[state], *_STATES[state])
