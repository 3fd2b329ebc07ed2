"""Money by hand: totals (BU-1), order (BU-3), figures (BU-7), movements (BU-9), rates (BU-12)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.core.dates import PartialDate
from app.core.errors import Invalid, Refused
from app.core.vocabulary import ExpenditureState
from app.models.programmes import Programme
from app.services import budget_figures, budgets, exchange_rates, expenditures, funding_sources, reallocations
from app.services.budget_figures import BudgetState
from app.services.budgets import BudgetLineDraft
from app.services.context import Context
from app.services.expenditures import ExpenditureDraft
from app.services.reallocations import Need, ReallocationDraft
from app.storage.work import Work

TODAY = date(2023, 10, 2)


@pytest.fixture
def programme(context: Context) -> str:
    with context.write("Programme") as work:
        return work.add(
            Programme(code="CEP-UA", title={"en": "P"}, start=PartialDate.parse("2023"), end=PartialDate.parse("2024"))
        )


def line(work: Work, programme: str, code: str, total: int, heading: bool = False) -> str:
    """A line of ``total`` minor units."""
    return budgets.create(
        work, BudgetLineDraft(programme, code, {"en": code}, heading, units=Decimal(1), rate_minor=total)
    )


def spend(work: Work, programme: str, line_id: str, amount: int, state: ExpenditureState, **more: object) -> str:
    """An expenditure in euro."""
    draft = ExpenditureDraft(programme, line_id, state=state, gross_minor=amount, paid_on=TODAY, **more)  # type: ignore[arg-type]
    return expenditures.create(work, draft)


def test_totals_and_order_of_codes(context: Context, programme: str) -> None:
    with context.write("Lines") as work:
        for code in ("1.10", "1.2", "2"):
            line(work, programme, code, 100)
        line(work, programme, "1", 0, heading=True)
        budgets.create(
            work,
            BudgetLineDraft(programme, "1.1", {"en": "x"}, units=Decimal("2.5"), factor=Decimal(3), rate_minor=333),
        )
    with context.read() as view:
        rows = budgets.list_rows(view, programme)
    assert [(row.code, row.total_minor) for row in rows] == [
        ("1", 2698),  # 2.5 x 3 x 3.33 = 24.975, rounded half up, and two lines of 1.00
        ("1.1", 2498),
        ("1.2", 100),
        ("1.10", 100),
        ("2", 100),
    ]


def test_figures_as_in_the_picture(context: Context, programme: str) -> None:
    with context.write("Lines") as work:
        line(work, programme, "2", 0, heading=True)
        flights = line(work, programme, "2.1", 5_800_000)
        local = line(work, programme, "2.2", 2_600_000)
        spend(work, programme, flights, 3_015_000, ExpenditureState.PAID)
        spend(work, programme, flights, 3_075_000, ExpenditureState.COMMITTED)
        spend(work, programme, local, 1_120_000, ExpenditureState.PAID)
        spend(work, programme, local, 770_000, ExpenditureState.COMMITTED)
    with context.read() as view:
        table = budget_figures.table(view, programme, TODAY)
    travel, one, two = table.figures
    assert (travel.sums.planned, travel.sums.committed, travel.sums.actual) == (8_400_000, 7_980_000, 4_135_000)
    assert (travel.sums.balance, travel.used_percent, travel.state) == (420_000, 95, BudgetState.CLOSE)
    assert (one.sums.balance, one.used_percent, one.state) == (-290_000, 105, BudgetState.OVER)
    assert (two.used_percent, two.state) == (73, BudgetState.GOOD)
    assert table.indirect.actual == 289_450  # 7 % of 41 350.00
    assert (table.count(BudgetState.OVER), table.count(BudgetState.CLOSE, headings=True)) == (1, 1)


def test_the_example_of_the_rule_for_movements(context: Context, programme: str) -> None:
    """Heading A 40 000, B 10 000: moving 2 000 is a notice, 1 000 more an addendum (BU-9)."""
    with context.write("Lines") as work:
        a = line(work, programme, "1.1", 4_000_000)
        b = line(work, programme, "2.1", 1_000_000)
        inside = line(work, programme, "1.2", 0)
        draft = ReallocationDraft(programme, a, b, 200_000, TODAY, "More journeys")
        verdict = reallocations.judge(work, draft)
        assert verdict.need is Need.NOTICE
        assert [heading.percent for heading in verdict.headings] == [Decimal("-5.00"), Decimal("20.00")]
        reallocations.create(work, draft)
        second = ReallocationDraft(programme, a, b, 100_000, TODAY, "Again")
        verdict = reallocations.judge(work, second)
        assert verdict.need is Need.ADDENDUM
        assert [heading.percent for heading in verdict.headings] == [Decimal("-7.50"), Decimal("30.00")]
        assert [heading.over for heading in verdict.headings] == [False, True]
        assert [problem.code for problem in reallocations.check(second, verdict)] == ["reallocation_needs_addendum"]
        assert reallocations.judge(work, ReallocationDraft(programme, a, inside, 900_000)).need is Need.FREE
    with pytest.raises(Invalid, match="reallocation_too_large"), context.write("Too much") as work:
        reallocations.create(work, ReallocationDraft(programme, b, a, 1_200_001, TODAY, "x"))
    with context.read() as view:
        planned = {figure.code: figure.sums.planned for figure in budget_figures.table(view, programme, TODAY).figures}
    assert planned == {"1.1": 3_800_000, "1.2": 0, "2.1": 1_200_000}


def test_exactly_the_limit_is_a_notice(context: Context, programme: str) -> None:
    with context.write("Lines") as work:
        a, b = line(work, programme, "1.1", 4_000_000), line(work, programme, "2.1", 1_000_000)
        assert reallocations.judge(work, ReallocationDraft(programme, a, b, 250_000)).need is Need.NOTICE
        assert reallocations.judge(work, ReallocationDraft(programme, a, b, 250_001)).need is Need.ADDENDUM


def test_a_missing_rate_blocks_the_figures_not_the_typing(context: Context, programme: str) -> None:
    with context.write("Lines") as work:
        ident = line(work, programme, "5.5", 1_000_000)
        kept = spend(
            work, programme, ident, 425_000, ExpenditureState.PAID, currency="UAH", document_date=date(2023, 9, 4)
        )
    with context.read() as view:
        assert budget_figures.table(view, programme, TODAY).rates_missing == 1
        assert expenditures.list_rows(view, programme)[0].rate_missing
    with context.write("Rate") as work:
        exchange_rates.create(
            work, exchange_rates.ExchangeRateDraft("EUR", "UAH", PartialDate.parse("2023-09"), Decimal("39.8214"))
        )
        assert expenditures.fill_rates(work, programme) == 1
    with context.read() as view:
        (row,) = expenditures.list_rows(view, programme)
        assert (row.id, row.budget_minor) == (kept, 10_673)  # 4 250.00 / 39.8214 = 106.7265
        assert budget_figures.table(view, programme, TODAY).rates_missing == 0


def test_vat_that_comes_back_does_not_count(context: Context, programme: str) -> None:
    with context.write("Lines") as work:
        ident = line(work, programme, "5.1", 100_000)
        more = {"net_minor": 10_000, "vat_minor": 2_200, "vat_eligible": False}
        spend(work, programme, ident, 12_200, ExpenditureState.PAID, **more)
    with context.read() as view:
        assert expenditures.list_rows(view, programme)[0].budget_minor == 10_000
    with pytest.raises(Invalid, match="gross_is_not_net_and_vat"), context.write("Wrong") as work:
        spend(work, programme, ident, 12_300, ExpenditureState.PAID, **more)


def test_the_mean_of_monthly_rates(context: Context) -> None:
    with context.write("Rates") as work:
        for month, rate in (("2023-01", "38.9"), ("2023-02", "39.9"), ("2023-03", "39.4001")):
            exchange_rates.create(
                work, exchange_rates.ExchangeRateDraft("EUR", "UAH", PartialDate.parse(month), Decimal(rate))
            )
    with context.read() as view:
        table = exchange_rates.RateTable(view)
    assert table.average("EUR", "UAH", date(2023, 1, 1), date(2023, 3, 31)) == Decimal("39.400033")
    assert table.average("EUR", "UAH", date(2023, 1, 1), date(2023, 4, 1)) is None


def test_the_template_is_added_once(
    context: Context, programme: str, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    undoable(lambda work: budgets.add_template(work, programme))
    with context.write("Again") as work:
        assert budgets.add_template(work, programme) == 0
        rows = {row.code: row for row in budgets.list_rows(work, programme)}
    assert [rows[code].heading for code in ("1.1", "1.2", "6")] == [True, False, True]
    with pytest.raises(Refused, match="budget_code_taken"), context.write("Twice") as work:
        line(work, programme, "5.7", 1)


def test_sources_by_amount_and_by_share(context: Context, programme: str) -> None:
    with context.write("Sources") as work:
        line(work, programme, "1.1", 200_000)
        funding_sources.create(work, funding_sources.FundingSourceDraft(programme, name="Own", amount_minor=50_000))
        funding_sources.create(
            work, funding_sources.FundingSourceDraft(programme, name="Donor", share_percent=Decimal(75))
        )
    with context.read() as view:
        rows = funding_sources.list_rows(view, programme)
    assert [(row.amount_minor, row.share_percent) for row in rows] == [
        (50_000, Decimal("25.00")),
        (150_000, Decimal(75)),
    ]


def test_spent_over_time(context: Context, programme: str) -> None:
    with context.write("Lines") as work:
        spend(work, programme, line(work, programme, "1.1", 731_00), 100_00, ExpenditureState.PAID)
    with context.read() as view:
        months = budget_figures.spent_over_time(view, programme, TODAY)
    assert len(months) == 24
    assert months[0].planned == 31_00  # 31 of 731 days
    assert (months[8].actual, months[9].actual, months[-1].planned) == (0, 100_00, 731_00)


_CODES = st.lists(
    st.tuples(st.integers(1, 3), st.integers(1, 12), st.integers(0, 10**7), st.integers(0, 10**7), st.booleans()),
    max_size=12,
    unique_by=lambda entry: entry[:2],
)


@settings(max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # shrinking opens too many files
@given(_CODES)
def test_headings_are_the_sums_of_their_lines(entries: list[tuple[int, int, int, int, bool]]) -> None:
    """A law: for every figure, the total is the sum of the main headings, and each of these that of its lines."""
    with TemporaryDirectory() as folder:
        context = Context.open(Path(folder) / "law.mdesk")
        with context.write("Lines") as work:
            programme = work.add(Programme(code="X", title={"en": "X"}))
            for heading in (1, 2, 3):
                line(work, programme, str(heading), 0, heading=True)
            for heading, place, total, cost, paid in entries:
                ident = line(work, programme, f"{heading}.{place}", total)
                state = ExpenditureState.PAID if paid else ExpenditureState.COMMITTED
                spend(work, programme, ident, cost, state)
            table = budget_figures.table(work, programme, TODAY)
        context.close()
    headings = [figure for figure in table.figures if figure.heading]
    lines = [figure for figure in table.figures if not figure.heading]
    for name in ("contract", "planned", "committed", "actual", "balance"):
        for heading in headings:
            own = [getattr(f.sums, name) for f in lines if budgets.below(f.code, heading.code)]
            assert getattr(heading.sums, name) == sum(own)
        assert getattr(table.total, name) == sum(getattr(heading.sums, name) for heading in headings)
