"""What a budget says: planned, committed, actual, balance and state per line and heading (BU-4, BU-7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.i18n import pick
from app.core.vocabulary import ExpenditureState
from app.models.budgets import BudgetLine, Expenditure, Reallocation
from app.models.programmes import Programme
from app.services import programme_rules, records
from app.services.budgets import code_key, headings_of
from app.services.programme_rules import Rules
from app.storage.work import View


class BudgetState(StrEnum):
    """The traffic light of a line (BU-7)."""

    GOOD = "good"
    CLOSE = "close"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums in minor units. ``contract`` as agreed, ``planned`` with movements; ``committed`` holds the paid, too."""

    contract: int = 0
    planned: int = 0
    committed: int = 0
    actual: int = 0

    def plus(self, other: "Sums") -> "Sums":
        """Both together."""
        return Sums(
            self.contract + other.contract,
            self.planned + other.planned,
            self.committed + other.committed,
            self.actual + other.actual,
        )

    @property
    def balance(self) -> int:
        """What is free to commit."""
        return self.planned - self.committed

    @property
    def used_percent(self) -> int | None:
        """Committed of planned in whole percent, half up; None where nothing was planned."""
        return percent(self.committed, self.planned)


@dataclass(frozen=True, slots=True)
class BudgetFigure:
    """A line of the table: a heading or line with its sums and state."""

    id: str
    code: str
    title: str
    level: int
    heading: bool
    unit: str
    units: Decimal
    factor: Decimal
    rate_minor: int
    sums: Sums
    used_percent: int | None
    state: BudgetState
    expenditures: int
    last_paid: date | None
    rates_missing: int


@dataclass(frozen=True, slots=True)
class IndirectCosts:
    """Indirect costs as a percentage of the direct ones, computed and never typed (BU-4)."""

    percent: int
    planned: int
    committed: int
    actual: int


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """The whole budget of a programme; ``rates_missing`` expenditures are in no sum yet (BU-12)."""

    programme_id: str
    currency: str
    start: PartialDate
    end: PartialDate
    figures: tuple[BudgetFigure, ...]
    total: Sums
    state: BudgetState
    indirect: IndirectCosts
    rates_missing: int

    def count(self, state: BudgetState, *, headings: bool = False) -> int:
        """How many lines (or headings) are in a state."""
        return sum(figure.state is state and figure.heading is headings for figure in self.figures)


@dataclass(frozen=True, slots=True)
class MonthSums:
    """Sums from the beginning to the end of a month, in minor units; ``planned`` spread evenly over the period."""

    month: date
    planned: int
    actual: int


@dataclass(frozen=True, slots=True)
class _Spent:
    sums: Sums = Sums()
    count: int = 0
    last_paid: date | None = None
    missing: int = 0


def percent(part: int, whole: int) -> int | None:
    """Whole percent, half up; None of nothing."""
    if whole <= 0:
        return None
    return int((Decimal(100 * part) / whole).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def state_of(sums: Sums, rules: Rules) -> BudgetState:
    """Close from the lower mark on, over above the upper one (BU-7); exactly all used is close, not over."""
    if sums.committed * 100 > sums.planned * rules.number("budget.over_percent"):
        return BudgetState.OVER
    if sums.committed and sums.committed * 100 >= sums.planned * rules.number("budget.close_percent"):
        return BudgetState.CLOSE
    return BudgetState.GOOD


def table(view: View, programme_id: str, today: date, until: date | None = None) -> BudgetTable:
    """The budget of a programme; ``until`` leaves later documents out. Rules are those of ``today``. NotFound."""
    programme = records.fetch(view, Programme, programme_id)
    rules = programme_rules.of_programme(view, programme_id, today)
    rows = sorted(
        view.session.scalars(select(BudgetLine).where(BudgetLine.programme_id == programme_id)),
        key=lambda row: code_key(row.code),
    )
    moved = _moved(view, programme_id, until)
    spent = _spent(view, programme_id, until)
    lines = {
        row.code: _together(
            [_Spent(Sums(row.total_minor, row.total_minor + moved.get(row.id, 0))), spent.get(row.id, _Spent())]
        )
        for row in rows
        if not row.heading
    }
    below: dict[str, list[_Spent]] = {}
    for code, entry in lines.items():
        for heading in headings_of(code):
            below.setdefault(heading, []).append(entry)
    figures = tuple(
        _figure(view, row, _together(below.get(row.code, ())) if row.heading else lines[row.code], rules)
        for row in rows
    )
    whole = _together(lines.values())
    rate = rules.number("budget.indirect_percent")
    direct = whole.sums
    return BudgetTable(
        programme_id=programme_id,
        currency=programme.currency,
        start=programme.start,
        end=programme.end,
        figures=figures,
        total=direct,
        state=state_of(direct, rules),
        indirect=IndirectCosts(
            rate, _share(direct.planned, rate), _share(direct.committed, rate), _share(direct.actual, rate)
        ),
        rates_missing=whole.missing,
    )


def list_rows(view: View, programme_id: str, today: date | None = None) -> tuple[BudgetFigure, ...]:
    """The lines and headings of the table."""
    return table(view, programme_id, today or date.today()).figures


def _figure(view: View, row: BudgetLine, spent: _Spent, rules: Rules) -> BudgetFigure:
    return BudgetFigure(
        id=row.id,
        code=row.code,
        title=pick(row.title, view.language),
        level=row.code.count("."),
        heading=row.heading,
        unit=row.unit,
        units=row.units,
        factor=row.factor,
        rate_minor=row.rate_minor,
        sums=spent.sums,
        used_percent=spent.sums.used_percent,
        state=state_of(spent.sums, rules),
        expenditures=spent.count,
        last_paid=spent.last_paid,
        rates_missing=spent.missing,
    )


def _share(amount: int, rate: int) -> int:
    return int((Decimal(amount * rate) / 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _together(entries: Iterable[_Spent]) -> _Spent:
    sums, count, last, missing = Sums(), 0, None, 0
    for entry in entries:
        sums = sums.plus(entry.sums)
        count += entry.count
        missing += entry.missing
        days = [day for day in (last, entry.last_paid) if day]
        last = max(days, default=None)
    return _Spent(sums, count, last, missing)


def _moved(view: View, programme_id: str, until: date | None) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for row in view.session.scalars(select(Reallocation).where(Reallocation.programme_id == programme_id)):
        if until is None or row.decided_on is None or row.decided_on <= until:
            found[row.from_line_id] = found.get(row.from_line_id, 0) - row.amount_minor
            found[row.to_line_id] = found.get(row.to_line_id, 0) + row.amount_minor
    return found


def _spent(view: View, programme_id: str, until: date | None) -> dict[str, _Spent]:
    rows = view.session.execute(
        select(
            Expenditure.line_id,
            Expenditure.state,
            Expenditure.budget_minor,
            Expenditure.paid_on,
            Expenditure.document_date,
            Expenditure.rate,
        ).where(Expenditure.programme_id == programme_id)
    )
    entries: dict[str, list[_Spent]] = {}
    for line_id, state, amount, paid_on, document_date, rate in rows:
        day = document_date or paid_on
        if until is not None and day is not None and day > until:
            continue
        paid = state is ExpenditureState.PAID
        sums = Sums(committed=amount, actual=amount if paid else 0)
        entries.setdefault(line_id, []).append(_Spent(sums, 1, paid_on if paid else None, int(rate <= 0)))
    return {line_id: _together(found) for line_id, found in entries.items()}


def spent_over_time(view: View, programme_id: str, today: date) -> tuple[MonthSums, ...]:
    """What was paid, month by month from the start, up to ``today``; planned money spread evenly by days.

    Empty while start or end of the programme are not known at all.
    """
    programme = records.fetch(view, Programme, programme_id)
    first, last = programme.start.first, programme.end.last
    if first is None or last is None or last < first:
        return ()
    planned = table(view, programme_id, today).total.planned
    paid = view.session.execute(
        select(Expenditure.paid_on, Expenditure.document_date, Expenditure.budget_minor).where(
            Expenditure.programme_id == programme_id, Expenditure.state == ExpenditureState.PAID
        )
    )
    sums = sorted((paid_on or written or first, amount) for paid_on, written, amount in paid)
    days = (last - first).days + 1
    found = []
    for end in _month_ends(first, last):
        passed = (min(end, last) - first).days + 1
        actual = sum(amount for day, amount in sums if day <= min(end, today))
        found.append(MonthSums(end.replace(day=1), planned * passed // days, actual))
    return tuple(found)


def _month_ends(first: date, last: date) -> Sequence[date]:
    ends = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        end = PartialDate.parse(f"{year:04d}-{month:02d}").last
        if end is not None:
            ends.append(end)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return ends
