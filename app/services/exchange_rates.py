"""Exchange rates: units of a currency per one unit of the base currency, in a month or on a day (BU-11, BU-12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem, Refused
from app.core.text import fold
from app.models.budgets import ExchangeRate
from app.services import records
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class ExchangeRateRow:
    """A line of the rate table."""

    id: str
    base: str
    currency: str
    period: PartialDate
    rate: Decimal
    source: str
    search_text: str


@dataclass(frozen=True, slots=True)
class ExchangeRateDraft:
    """What an editor holds of a rate."""

    base: str = "EUR"
    currency: str = ""
    period: PartialDate = UNKNOWN
    rate: Decimal = Decimal(0)
    source: str = ""
    version: int = 0


def list_rows(view: View, base: str = "") -> tuple[ExchangeRateRow, ...]:
    """Rates by currency, the newest first."""
    query = select(ExchangeRate).order_by(ExchangeRate.currency, ExchangeRate.period.desc())
    if base:
        query = query.where(ExchangeRate.base == base)
    return tuple(
        ExchangeRateRow(
            row.id,
            row.base,
            row.currency,
            row.period,
            row.rate,
            row.source,
            fold(f"{row.currency} {row.period} {row.source}"),
        )
        for row in view.session.scalars(query)
    )


def load(view: View, ident: str) -> ExchangeRateDraft:
    """The draft of one rate; NotFound."""
    return records.to_draft(records.fetch(view, ExchangeRate, ident), ExchangeRateDraft)


def check(draft: ExchangeRateDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft: two currencies, a month or day, a rate above zero."""
    problems = []
    for name in ("base", "currency"):
        if not is_currency(getattr(draft, name)):
            problems.append(Problem(name, "currency_unknown", {"value": getattr(draft, name)}))
    if draft.base == draft.currency:
        problems.append(Problem("currency", "rate_to_itself", {"currency": draft.currency}))
    if not draft.period.known:
        problems.append(Problem("period", "rate_period_missing"))
    if draft.rate <= 0:
        problems.append(Problem("rate", "rate_not_positive"))
    return tuple(problems)


def is_currency(code: str) -> bool:
    """Whether it has the form of a currency code (ISO 4217)."""
    return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()


def create(work: Work, draft: ExchangeRateDraft) -> str:
    """Keep a rate; raises Invalid, Refused(``rate_twice``)."""
    records.refuse(check(draft))
    _refuse_twice(work, draft, "")
    row = ExchangeRate()
    records.apply(row, draft)
    return work.add(row)


def save(work: Work, ident: str, draft: ExchangeRateDraft) -> None:
    """Keep a changed rate; raises Invalid, Conflict, NotFound, Refused(``rate_twice``)."""
    records.refuse(check(draft))
    row = records.fetch(work, ExchangeRate, ident)
    records.expect_version(row, draft)
    _refuse_twice(work, draft, ident)
    records.apply(row, draft)
    work.flush()


def delete(work: Work, ident: str) -> None:
    """Delete a rate; what was converted with it keeps its own rate."""
    work.delete(records.fetch(work, ExchangeRate, ident))


def _refuse_twice(work: Work, draft: ExchangeRateDraft, ident: str) -> None:
    there = select(ExchangeRate.id).where(
        ExchangeRate.base == draft.base,
        ExchangeRate.currency == draft.currency,
        ExchangeRate.period == draft.period,
        ExchangeRate.id != ident,
    )
    if work.session.scalars(there).first() is not None:
        raise Refused("rate_twice", currency=draft.currency, period=str(draft.period))


class RateTable:
    """All rates, read once: which rate holds on a day."""

    def __init__(self, view: View) -> None:
        self._rates: dict[tuple[str, str], list[ExchangeRate]] = {}
        for row in view.session.scalars(select(ExchangeRate)):
            self._rates.setdefault((row.base, row.currency), []).append(row)

    def rate(self, base: str, currency: str, day: date | None) -> tuple[Decimal, str] | None:
        """Rate and source for a day: the shortest period that holds the day; None when there is none."""
        if base == currency:
            return Decimal(1), ""
        if day is None:
            return None
        fitting = [
            (row.period.last - row.period.first, row)
            for row in self._rates.get((base, currency), ())
            if row.period.first and row.period.last and row.period.first <= day <= row.period.last
        ]
        if not fitting:
            return None
        _, row = min(fitting, key=lambda pair: (pair[0], pair[1].id))
        return row.rate, row.source or "table"

    def average(self, base: str, currency: str, start: date, end: date) -> Decimal | None:
        """The simple mean of the monthly rates of a period, six decimals (BU-11, 1); None when a month has none."""
        if base == currency:
            return Decimal(1)
        months = _months(start, end)
        rates = [row.rate for month in months for row in self._rates.get((base, currency), ()) if row.period == month]
        if len(rates) != len(months) or not rates:
            return None
        mean = sum(rates, Decimal(0)) / len(rates)
        return mean.quantize(Decimal("0.000001"), rounding=ROUND_HALF_UP)


def _months(start: date, end: date) -> Sequence[PartialDate]:
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    first = start.year * 12 + start.month - 1
    return [PartialDate.parse(f"{at // 12:04d}-{at % 12 + 1:02d}") for at in range(first, first + count)]
