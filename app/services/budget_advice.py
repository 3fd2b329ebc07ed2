"""What to do about a line whose orders exceed its plan: where the money could come from, and what that asks for."""

from dataclasses import dataclass
from datetime import date

from app.services import reallocations
from app.services.budget_figures import BudgetFigure, BudgetTable
from app.services.reallocations import Need, ReallocationDraft, ReallocationVerdict
from app.storage.work import View


@dataclass(frozen=True, slots=True)
class Cover:
    """A movement that would cover a line: from where, how much in minor units, and what BU-9 says of it."""

    source: BudgetFigure
    amount_minor: int
    verdict: ReallocationVerdict


def missing(figure: BudgetFigure) -> int:
    """How much the orders exceed the plan, in minor units; 0 when they do not."""
    return max(0, -figure.sums.balance)


def cover(view: View, table: BudgetTable, line_id: str, today: date) -> Cover | None:
    """The movement that asks for least (BU-9): inside the heading before a notice, a notice before an addendum.

    Among equals the line with most left gives. None when the line is not over, is a heading, or nobody has enough.
    """
    line = next((figure for figure in table.figures if figure.id == line_id), None)
    if line is None or line.heading or not missing(line):
        return None
    amount = missing(line)
    givers = [figure for figure in table.figures if not figure.heading and figure.sums.balance >= amount]
    found = []
    for giver in givers:
        draft = ReallocationDraft(table.programme_id, giver.id, line.id, amount, today)
        found.append(Cover(giver, amount, reallocations.judge(view, draft)))
    order = list(Need)
    return min(
        found,
        key=lambda way: (order.index(way.verdict.need), -way.source.sums.balance, way.source.code),
        default=None,
    )
