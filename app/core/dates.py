"""Dates that may be known in part only, and periods between them.

A partial date is known to the day, month, quarter, half-year or year, or not at all (seed: "autumn 2022",
"second half of 2022", "unknown"). It is stored as its canonical text: ``2023-10-09``, ``2023-10``, ``2023-Q4``,
``2023-H2``, ``2023`` or the empty text for unknown. The canonical texts sort by their last day.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_PATTERN = re.compile(r"^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?$")


class Precision(StrEnum):
    """How much of a date is known."""

    UNKNOWN = "unknown"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True, order=False)
class PartialDate:
    """One possibly incomplete date. ``part`` is the half (1-2), quarter (1-4) or month (1-12)."""

    year: int = 0
    part: int = 0
    day: int = 0
    precision: Precision = Precision.UNKNOWN

    @staticmethod
    def parse(text: str) -> "PartialDate":
        """Read the canonical text; ValueError when it is none."""
        text = text.strip()
        if not text:
            return UNKNOWN
        found = _PATTERN.match(text)
        if not found:
            raise ValueError("partial date")
        year, month, day, quarter, half = (int(group) if group else 0 for group in found.groups())
        if year < 1:
            raise ValueError("partial date")
        if day:
            date(year, month, day)
            return PartialDate(year, month, day, Precision.DAY)
        if found.group(2):
            date(year, month, 1)
            return PartialDate(year, month, 0, Precision.MONTH)
        if quarter:
            return PartialDate(year, quarter, 0, Precision.QUARTER)
        if half:
            return PartialDate(year, half, 0, Precision.HALF)
        return PartialDate(year, 0, 0, Precision.YEAR)

    @staticmethod
    def of(day: date) -> "PartialDate":
        """A date known to the day."""
        return PartialDate(day.year, day.month, day.day, Precision.DAY)

    def __str__(self) -> str:
        """The canonical text."""
        match self.precision:
            case Precision.DAY:
                return f"{self.year:04d}-{self.part:02d}-{self.day:02d}"
            case Precision.MONTH:
                return f"{self.year:04d}-{self.part:02d}"
            case Precision.QUARTER:
                return f"{self.year:04d}-Q{self.part}"
            case Precision.HALF:
                return f"{self.year:04d}-H{self.part}"
            case Precision.YEAR:
                return f"{self.year:04d}"
            case _:
                return ""

    @property
    def known(self) -> bool:
        """Whether anything at all is known."""
        return self.precision is not Precision.UNKNOWN

    @property
    def first(self) -> date | None:
        """The earliest day it can be; None when unknown."""
        match self.precision:
            case Precision.DAY:
                return date(self.year, self.part, self.day)
            case Precision.MONTH:
                return date(self.year, self.part, 1)
            case Precision.QUARTER:
                return date(self.year, self.part * 3 - 2, 1)
            case Precision.HALF:
                return date(self.year, self.part * 6 - 5, 1)
            case Precision.YEAR:
                return date(self.year, 1, 1)
            case _:
                return None

    @property
    def last(self) -> date | None:
        """The latest day it can be; None when unknown."""
        match self.precision:
            case Precision.DAY:
                return date(self.year, self.part, self.day)
            case Precision.MONTH:
                return _month_end(self.year, self.part)
            case Precision.QUARTER:
                return _month_end(self.year, self.part * 3)
            case Precision.HALF:
                return _month_end(self.year, self.part * 6)
            case Precision.YEAR:
                return date(self.year, 12, 31)
            case _:
                return None

    @property
    def exact(self) -> date | None:
        """The day, when it is known to the day."""
        return self.first if self.precision is Precision.DAY else None


UNKNOWN = PartialDate()


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def days_inclusive(start: date, end: date) -> int:
    """Number of days from start to end, both counted; durations are computed, never typed."""
    return (end - start).days + 1


def is_weekend(day: date) -> bool:
    """Whether a day is a Saturday or Sunday."""
    return day.weekday() >= 5


def each_day(start: date, end: date) -> list[date]:
    """All days from start to end, both included; empty when end is earlier."""
    return [start + timedelta(days=n) for n in range((end - start).days + 1)]
