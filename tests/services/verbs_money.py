"""Verbs of budgets, expenditures, rates, funding and reallocations, called on the full data file."""

from dataclasses import replace
from decimal import Decimal

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.vocabulary import ExpenditureState
from app.models.budgets import BudgetLine, ExchangeRate, Expenditure, FundingSource, Reallocation
from app.models.programmes import Programme
from app.services import budgets, exchange_rates, expenditures, funding_sources, reallocations
from app.services.budgets import BudgetLineDraft
from app.services.exchange_rates import ExchangeRateDraft
from app.services.expenditures import ExpenditureDraft
from app.services.funding_sources import FundingSourceDraft
from app.services.reallocations import ReallocationDraft
from app.storage.work import Work
from tests.services.verbs_ground import DAY, ident, programme, visit
from tests.services.verbs_registry import does


def _lines(work: Work) -> list[str]:
    return list(
        work.session.scalars(
            select(BudgetLine.id)
            .where(BudgetLine.programme_id == programme(work), ~BudgetLine.heading)
            .order_by(BudgetLine.code)
        )
    )


def _foreign(work: Work) -> str:
    """An expenditure in hryvnia without a rate."""
    return expenditures.create(
        work,
        ExpenditureDraft(
            programme(work), _lines(work)[0], document_date=DAY.replace(month=12), gross_minor=100_00, currency="UAH"
        ),
    )


@does("budgets.create")
def _(work: Work) -> object:
    draft = BudgetLineDraft(programme(work), "6.9", {"en": "Printing"}, units=Decimal("2.5"), rate_minor=1234)
    return budgets.create(work, draft)


@does("budgets.save")
def _(work: Work) -> object:
    draft = budgets.load(work, _lines(work)[0])
    return budgets.save(work, _lines(work)[0], replace(draft, units=draft.units + 1, notes="one more"))


def _line_of_nobody(work: Work) -> object:
    return budgets.create(work, BudgetLineDraft(programme(work), "6.9", {"en": "Printing"}))


@does("budgets.delete", before=_line_of_nobody)
def _(work: Work) -> object:
    return budgets.delete(work, ident(work, BudgetLine, code="6.9"))


@does("budgets.add_template")
def _(work: Work) -> object:
    return budgets.add_template(work, ident(work, Programme, code="VELENJE-3"))


@does("expenditures.create")
def _(work: Work) -> object:
    return _foreign(work)


@does("expenditures.save")
def _(work: Work) -> object:
    found = ident(work, Expenditure, currency="EUR")
    draft = expenditures.load(work, found)
    changed = replace(draft, gross_minor=draft.gross_minor + 1, net_minor=0, vat_minor=0, activity_id=visit(work))
    return expenditures.save(work, found, changed)


@does("expenditures.delete")
def _(work: Work) -> object:
    return expenditures.delete(work, ident(work, Expenditure))


@does("expenditures.set_paid")
def _(work: Work) -> object:
    return expenditures.set_paid(work, ident(work, Expenditure, state=ExpenditureState.COMMITTED), DAY)


def _foreign_then_rate(work: Work) -> None:
    _foreign(work)
    exchange_rates.create(work, ExchangeRateDraft("EUR", "UAH", PartialDate.parse("2023-12"), Decimal("39.9")))


@does("expenditures.fill_rates", before=_foreign_then_rate)
def _(work: Work) -> object:
    filled = expenditures.fill_rates(work, programme(work))
    assert filled == 1
    return filled


@does("exchange_rates.create")
def _(work: Work) -> object:
    return exchange_rates.create(work, ExchangeRateDraft("EUR", "SEK", PartialDate.parse("2023-10"), Decimal("11.6")))


@does("exchange_rates.save")
def _(work: Work) -> object:
    found = ident(work, ExchangeRate)
    return exchange_rates.save(work, found, replace(exchange_rates.load(work, found), rate=Decimal("38.6")))


@does("exchange_rates.delete")
def _(work: Work) -> object:
    return exchange_rates.delete(work, ident(work, ExchangeRate))


@does("funding_sources.create")
def _(work: Work) -> object:
    return funding_sources.create(work, FundingSourceDraft(programme(work), name="Own", amount_minor=5))


@does("funding_sources.save")
def _(work: Work) -> object:
    found = ident(work, FundingSource)
    draft = funding_sources.load(work, found)
    return funding_sources.save(work, found, replace(draft, received_minor=draft.received_minor + 7))


@does("funding_sources.delete")
def _(work: Work) -> object:
    return funding_sources.delete(work, ident(work, FundingSource))


@does("reallocations.create")
def _(work: Work) -> object:
    lines = _lines(work)
    return reallocations.create(work, ReallocationDraft(programme(work), lines[0], lines[-1], 100, DAY, "why"))


@does("reallocations.save")
def _(work: Work) -> object:
    found = ident(work, Reallocation)
    return reallocations.save(work, found, replace(reallocations.load(work, found), amount_minor=1, reason="less"))


@does("reallocations.delete")
def _(work: Work) -> object:
    return reallocations.delete(work, ident(work, Reallocation))
