"""Money: lines, expenditures, rates, sources, reallocations. All sums in whole minor units (BU-1)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.dates import PartialDate
from app.core.vocabulary import ExpenditureState
from app.models.base import Record
from app.models.types import DecimalText, link, needed, owner, partial, plain, texts, word


class BudgetLine(Record):
    """A heading or a line of a programme's budget; ``total_minor`` = units x factor x rate, rounded half up."""

    __tablename__ = "budget_line"
    __table_args__ = (UniqueConstraint("programme_id", "code"),)

    programme_id: Mapped[str] = owner("programme", index=False)
    code: Mapped[str] = plain(16)
    title: Mapped[Mapping[str, str]] = texts()
    heading: Mapped[bool] = mapped_column(default=False)
    unit: Mapped[str] = plain()
    units: Mapped[Decimal] = mapped_column(DecimalText(), default=Decimal(0))
    factor: Mapped[Decimal] = mapped_column(DecimalText(), default=Decimal(1))
    rate_minor: Mapped[int] = mapped_column(default=0)
    total_minor: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = plain()


class Expenditure(Record):
    """A document that costs money: committed (ordered) or paid (BU-6)."""

    __tablename__ = "expenditure"
    __table_args__ = (Index("ix_expenditure_document_date", "document_date"),)

    programme_id: Mapped[str] = owner("programme")
    line_id: Mapped[str] = needed("budget_line")
    activity_id: Mapped[str | None] = link("activity")
    state: Mapped[ExpenditureState] = word(ExpenditureState, ExpenditureState.PAID)
    document_no: Mapped[str] = plain()
    document_date: Mapped[date | None] = mapped_column(default=None)
    paid_on: Mapped[date | None] = mapped_column(default=None)
    supplier: Mapped[str] = plain()
    description: Mapped[str] = plain()
    net_minor: Mapped[int] = mapped_column(default=0)
    vat_minor: Mapped[int] = mapped_column(default=0)
    vat_eligible: Mapped[bool] = mapped_column(default=True)
    gross_minor: Mapped[int] = mapped_column(default=0)
    currency: Mapped[str] = mapped_column(default="EUR")
    rate: Mapped[Decimal] = mapped_column(DecimalText(), default=Decimal(1))
    rate_source: Mapped[str] = plain()
    budget_minor: Mapped[int] = mapped_column(default=0)
    paid_by: Mapped[str] = plain()
    notes: Mapped[str] = plain()
    search_text: Mapped[str] = plain()


class ExchangeRate(Record):
    """Units of a currency per one unit of the base currency in a month or on a day (BU-12)."""

    __tablename__ = "exchange_rate"
    __table_args__ = (UniqueConstraint("base", "currency", "period"),)

    base: Mapped[str] = mapped_column(default="EUR")
    currency: Mapped[str] = plain(3)
    period: Mapped[PartialDate] = partial()
    rate: Mapped[Decimal] = mapped_column(DecimalText(), default=Decimal(1))
    source: Mapped[str] = plain()


class FundingSource(Record):
    """Where the money comes from (BU-5)."""

    __tablename__ = "funding_source"

    programme_id: Mapped[str] = owner("programme")
    organisation_id: Mapped[str | None] = link("organisation")
    name: Mapped[str] = plain()
    amount_minor: Mapped[int | None] = mapped_column(default=None)
    share_percent: Mapped[Decimal | None] = mapped_column(DecimalText(), default=None)
    in_kind: Mapped[bool] = mapped_column(default=False)
    received_minor: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = plain()


class Reallocation(Record):
    """A movement between two lines (BU-9)."""

    __tablename__ = "reallocation"

    programme_id: Mapped[str] = owner("programme")
    from_line_id: Mapped[str] = needed("budget_line")
    to_line_id: Mapped[str] = needed("budget_line")
    amount_minor: Mapped[int] = mapped_column(default=0)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = plain()


__all__ = ["BudgetLine", "ExchangeRate", "Expenditure", "FundingSource", "Reallocation"]
