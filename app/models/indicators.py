"""Indicators and their values (ME-2)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.dates import PartialDate
from app.core.vocabulary import IndicatorLevel
from app.models.base import Record
from app.models.types import Data, DecimalText, link, owner, partial, plain, texts, word


class Indicator(Record):
    """Baseline, target, source of one measure; ``counted`` names a figure that the program counts itself."""

    __tablename__ = "indicator"
    __table_args__ = (UniqueConstraint("programme_id", "code"),)

    programme_id: Mapped[str] = owner("programme", index=False)
    partnership_id: Mapped[str | None] = link("partnership")
    code: Mapped[str] = plain(16)
    text: Mapped[Mapping[str, str]] = texts()
    level: Mapped[IndicatorLevel] = word(IndicatorLevel, IndicatorLevel.OUTPUT)
    unit: Mapped[str] = plain()
    baseline: Mapped[Decimal | None] = mapped_column(DecimalText(), default=None)
    baseline_on: Mapped[PartialDate] = partial()
    target: Mapped[Decimal | None] = mapped_column(DecimalText(), default=None)
    target_on: Mapped[PartialDate] = partial()
    source: Mapped[str] = plain()
    frequency: Mapped[str] = plain()
    responsible: Mapped[str] = plain()
    counted: Mapped[str] = plain(32)
    notes: Mapped[str] = plain()


class IndicatorValue(Record):
    """An actual value, perhaps split by sex, role, municipality (ME-3)."""

    __tablename__ = "indicator_value"

    indicator_id: Mapped[str] = owner("indicator")
    measured_on: Mapped[PartialDate] = partial()
    value: Mapped[Decimal | None] = mapped_column(DecimalText(), default=None)
    split: Mapped[Any] = mapped_column(Data(), default=dict)
    evidence: Mapped[str] = plain()
