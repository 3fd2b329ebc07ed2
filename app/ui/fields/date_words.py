"""Dates as people type them: ``12.3``, ``tomorrow``, ``3 weeks``, ``October 2023``, ``H2 2023``."""

import re
from calendar import monthrange
from datetime import date, time, timedelta
from functools import lru_cache

from PySide6.QtCore import QLocale

from app.core.dates import UNKNOWN, PartialDate, Precision
from app.core.i18n import LANGUAGES, N_, tr
from app.ui import formats

_NUMBERS = re.compile(r"^(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*(?:[./\- ]\s*(\d{4}|\d{2}))?\s*(?:р|г|god)?\.?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_NAMED = re.compile(r"^(\d{1,2})\.?\s+([^\W\d_]+)\.?,?\s*(\d{4})?\s*(?:р|г|god)?\.?$")
_NAMED_US = re.compile(r"^([^\W\d_]+)\s+(\d{1,2}),?\s+(\d{4})$")
_GAP = re.compile(r"^(?:in\s+|через\s+|\+)?(-?\d{1,3})\s*([^\W\d_]*)$")
_MONTH = re.compile(r"^([^\W\d_]+)\.?\s+(\d{4})$|^(\d{1,2})\s*[./]\s*(\d{4})$")
_HALF = re.compile(r"^(?:h\s*([12])\s*[ /\-]?\s*(\d{4})|(\d{4})\s*[ /\-]?\s*h\s*([12]))$")
_QUARTER = re.compile(r"^(?:q\s*([1-4])\s*[ /\-]?\s*(\d{4})|(\d{4})\s*[ /\-]?\s*q\s*([1-4]))$")
_TIME = re.compile(r"^(\d{1,2})(?:[:.h\s]?(\d{2}))?\s*(am|pm)?$")

#: Words for days near today, in English and as the catalogues translate them.
_NEAR = {N_("today"): 0, N_("tomorrow"): 1, N_("yesterday"): -1}
_UNKNOWN = (N_("unknown"), N_("not known"), N_("date not known"))
_UNITS = {
    "d": ("day", "days", "д", "день", "дні", "днів"),
    "w": ("week", "weeks", "wk", "тиждень", "тижні", "тижнів"),
    "m": ("month", "months", "місяць", "місяці", "місяців"),
    "y": ("year", "years", "рік", "роки", "років"),
}


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Month names of all our languages, long and short, both forms."""
    found: dict[str, int] = {}
    for code in LANGUAGES:
        names = formats.locale(code)
        for number in range(1, 13):
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                for word in (names.monthName(number, form), names.standaloneMonthName(number, form)):
                    found[word.casefold().rstrip(".")] = number
    return found


def _month_number(word: str) -> int | None:
    word = word.casefold().rstrip(".")
    months = _months()
    if word in months:
        return months[word]
    hits = {number for name, number in months.items() if len(word) >= 3 and name.startswith(word)}
    return hits.pop() if len(hits) == 1 else None


def _year(text: str | None, today: date, month: int, day: int) -> int:
    """The year typed, else the one that puts the day nearest to today."""
    if text:
        year = int(text)
        return year if year >= 100 else 2000 + year if year < 70 else 1900 + year
    near = [(abs((_made(y, month, day) or date.max) - today), y) for y in (today.year - 1, today.year, today.year + 1)]
    return min(near)[1]


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _add_months(start: date, months: int) -> date:
    count = start.year * 12 + start.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def read_date(text: str, today: date) -> date | None:
    """The day that is meant; None when it cannot be told. The day stands before the month."""
    text = " ".join(text.replace("\u202f", " ").split()).casefold().strip()
    for word, gap in _NEAR.items():
        if text in (word, tr(word).casefold()):
            return today + timedelta(days=gap)
    if found := _ISO.match(text):
        return _made(*(int(part) for part in found.groups()))
    if found := _NUMBERS.match(text):
        day, month = int(found.group(1)), int(found.group(2))
        return _made(_year(found.group(3), today, month, day), month, day)
    if found := _NAMED.match(text):
        named = _month_number(found.group(2))
        if named:
            return _made(_year(found.group(3), today, named, int(found.group(1))), named, int(found.group(1)))
    if found := _NAMED_US.match(text):
        named = _month_number(found.group(1))
        return _made(int(found.group(3)), named, int(found.group(2))) if named else None
    return _after_gap(text, today)


def _after_gap(text: str, today: date) -> date | None:
    found = _GAP.match(text)
    if not found or not found.group(2):
        return None
    count, word = int(found.group(1)), found.group(2)
    unit = next((key for key, known in _UNITS.items() if word in known or word == key), "")
    try:
        match unit:
            case "d":
                return today + timedelta(days=count)
            case "w":
                return today + timedelta(weeks=count)
            case "m":
                return _add_months(today, count)
            case "y":
                return _add_months(today, 12 * count)
            case _:
                return None
    except (ValueError, OverflowError):
        return None


def read_partial(text: str, today: date) -> PartialDate | None:
    """A date as far as it is known; empty and ``unknown`` give UNKNOWN, None when it cannot be told."""
    text = " ".join(text.replace("\u202f", " ").split()).casefold()
    if not text or text in {form.casefold() for word in _UNKNOWN for form in (word, tr(word))}:
        return UNKNOWN
    try:
        return PartialDate.parse(text.upper())
    except ValueError:
        pass
    if found := _HALF.match(text):
        half, year = (found.group(1), found.group(2)) if found.group(1) else (found.group(4), found.group(3))
        return PartialDate(int(year), int(half), 0, Precision.HALF)
    if found := _QUARTER.match(text):
        quarter, year = (found.group(1), found.group(2)) if found.group(1) else (found.group(4), found.group(3))
        return PartialDate(int(year), int(quarter), 0, Precision.QUARTER)
    if found := _MONTH.match(text):
        number = _month_number(found.group(1)) if found.group(1) else int(found.group(3))
        if number and 1 <= number <= 12:
            return PartialDate(int(found.group(2) or found.group(4)), number, 0, Precision.MONTH)
    shown = _shown_form(text)
    if shown is not None:
        return shown
    day = read_date(text, today)
    return PartialDate.of(day) if day is not None else None


def _shown_form(text: str) -> PartialDate | None:
    """Read back what ``formats.partial`` writes for halves and quarters."""
    found = re.search(r"\b(\d{4})\b", text)
    if not found:
        return None
    year = int(found.group(1))
    for precision, parts in ((Precision.HALF, (1, 2)), (Precision.QUARTER, (1, 2, 3, 4))):
        for part in parts:
            known = PartialDate(year, part, 0, precision)
            if formats.partial(known).casefold() == text:
                return known
    return None


def read_time(text: str) -> time | None:
    """``9``, ``930``, ``9:30``, ``9.30``, ``14 30``; None when it is no time."""
    found = _TIME.match(text.strip().casefold())
    if not found:
        return None
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    if found.group(3) == "pm" and hour < 12:
        hour += 12
    if found.group(3) == "am" and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
