"""From which line the money could come when orders exceed a plan (BU-9)."""

from datetime import date
from decimal import Decimal

import pytest

from app.core.vocabulary import ExpenditureState
from app.services import budget_advice, budget_figures, budgets, expenditures, programmes
from app.services.budget_advice import Cover
from app.services.budgets import BudgetLineDraft
from app.services.context import Context
from app.services.expenditures import ExpenditureDraft
from app.services.programmes import ProgrammeDraft
from app.services.reallocations import Need

TODAY = date(2023, 10, 2)


def _cover(context: Context, plans: dict[str, int], ordered: int, on: str = "2.1") -> Cover | None:
    """Lines with plans in whole units; ``ordered`` stands on line ``on``."""
    with context.write("Budget") as work:
        programme = programmes.create(work, ProgrammeDraft(code="CEP-UA", title={"en": "Reconstruction"}))
        ids = {
            code: budgets.create(
                work, BudgetLineDraft(programme, code, {"en": code}, units=Decimal(1), rate_minor=plan * 100)
            )
            for code, plan in plans.items()
        }
        expenditures.create(
            work,
            ExpenditureDraft(programme, ids[on], state=ExpenditureState.COMMITTED, gross_minor=ordered * 100),
        )
    with context.read() as view:
        table = budget_figures.table(view, programme, TODAY)
        return budget_advice.cover(view, table, ids[on], TODAY)


@pytest.mark.parametrize(
    ("plans", "ordered", "source", "need"),
    [
        # 2.2 stands under the same heading, so it gives although 1.1 has more.
        ({"1.1": 9000, "2.1": 1000, "2.2": 500}, 1100, "2.2", Need.FREE),
        # Only heading 1 has enough: 100 of 1000 in heading 2 are 10 %.
        ({"1.1": 9000, "2.1": 1000}, 1100, "1.1", Need.NOTICE),
        # 300 of 1000 are 30 %, more than 25 %.
        ({"1.1": 9000, "2.1": 1000}, 1300, "1.1", Need.ADDENDUM),
        # Of two lines that ask for the same, the one with more left.
        ({"1.1": 9000, "1.2": 9500, "2.1": 1000}, 1100, "1.2", Need.NOTICE),
    ],
)
def test_the_way_that_asks_for_least(
    context: Context, plans: dict[str, int], ordered: int, source: str, need: Need
) -> None:
    found = _cover(context, plans, ordered)
    assert found is not None
    assert (found.source.code, found.verdict.need) == (source, need)
    assert found.amount_minor == (ordered - plans["2.1"]) * 100


def test_nothing_to_cover(context: Context) -> None:
    assert _cover(context, {"1.1": 9000, "2.1": 1000}, 1000) is None, "exactly all is not over"


def test_nobody_has_that_much(context: Context) -> None:
    assert _cover(context, {"1.1": 50, "2.1": 1000}, 1100) is None
