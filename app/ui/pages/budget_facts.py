"""What all tabs of the budget look at: one reading of the table, the months and the names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.services import budget_figures, programmes
from app.services.budget_figures import BudgetTable, MonthSums
from app.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class BudgetFacts:
    """One programme's budget on the day of the desk."""

    programme_id: str
    code: str
    title: str
    table: BudgetTable
    months: tuple[MonthSums, ...]

    @property
    def currency(self) -> str:
        """The currency of the budget."""
        return self.table.currency


def read_facts(desk: Desk, programme_id: str) -> BudgetFacts | None:
    """Read a budget; None when the programme is no more."""
    today = desk.today()
    with desk.context.read() as view:
        row = next((found for found in programmes.list_rows(view) if found.id == programme_id), None)
        if row is None:
            return None
        table = budget_figures.table(view, programme_id, today)
        months = budget_figures.spent_over_time(view, programme_id, today)
    return BudgetFacts(programme_id, row.code, row.title, table, months)


class BudgetTab(QWidget):
    """A tab of the budget. ``counted`` carries the number beside its words."""

    counted = Signal(int)

    def show_budget(self, facts: BudgetFacts) -> None:
        """Show a budget, another one or the same after a change; nothing typed is lost."""

    def open_record(self, ident: str) -> None:
        """Select or open a record of the tab."""

    def changes(self, change_set: ChangeSet) -> None:
        """Something was changed; ``show_budget`` follows when it touched the budget."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the tab can do of the table of actions."""
        return {}

    def may_leave(self) -> bool:
        """Whether what was typed is kept or can be left."""
        return True
