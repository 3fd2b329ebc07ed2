"""Dates, times, numbers and money for the reader's eyes, in the language of the window (FM-1 to FM-7)."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from app.core.dates import PartialDate, Precision
from app.core.i18n import language, tr, trn
from app.core.money import from_minor, minor_digits

#: Between thousands: narrow and never broken over two lines.
THIN = "\u202f"
MINUS = "\u2212"
DASH = "\u2013"


@lru_cache(maxsize=8)
def locale(code: str) -> QLocale:
    """The locale of a language of ours."""
    return QLocale("en_GB" if code == "en" else code)


def _say(day: date, pattern: str) -> str:
    return locale(language()).toString(QDate(day.year, day.month, day.day), pattern)


def day(value: date | None, *, missing: str = "") -> str:
    """``2 Oct 2023``; ``missing`` when there is none."""
    if value is None:
        return missing
    return _say(value, "d MMM yyyy").replace("Sept ", "Sep ")


def day_long(value: date) -> str:
    """``Monday, 2 October 2023``; no comma in Swedish (FM-5)."""
    text = _say(value, "dddd d MMMM yyyy" if language() == "sv" else "dddd, d MMMM yyyy")
    return text[:1].upper() + text[1:]


def day_short(value: date) -> str:
    """``Wed 11 Oct``."""
    return _say(value, "ddd d MMM").replace("Sept", "Sep")


def weekday(value: date) -> str:
    """``Mon``."""
    return _say(value, "ddd")


def month(value: date) -> str:
    """``October 2023``; small where the language writes it small, for it stands among other words."""
    named = locale(language()).standaloneMonthName(value.month, QLocale.FormatType.LongFormat)
    return f"{named} {value.year}"


def month_short(value: date) -> str:
    """``Oct 23``, for the foot of a chart."""
    return _say(value, "MMM yy").replace("Sept", "Sep")


def days(start: date | None, end: date | None) -> str:
    """``9–27 October 2023``, as short as it can be; one day when both are the same; told when nothing is known."""
    if start is None and end is None:
        return tr("date not known")
    if start is None or end is None or start == end:
        return _say(start or end or date.min, "d MMMM yyyy")
    last = _say(end, "d MMMM yyyy")
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{last}"
    if start.year == end.year:
        return f"{_say(start, 'd MMMM')} {DASH} {last}"
    return f"{_say(start, 'd MMMM yyyy')} {DASH} {last}"


def partial(value: PartialDate | str | None, *, missing: str | None = None) -> str:
    """A date as far as it is known: ``October 2023``, ``first half of 2024``, ``date not known``."""
    known = PartialDate.parse(value) if isinstance(value, str) else value
    if known is None or not known.known:
        return tr("date not known") if missing is None else missing
    first = known.first
    assert first is not None
    match known.precision:
        case Precision.DAY:
            return day(first)
        case Precision.MONTH:
            return month(first)
        case Precision.QUARTER:
            return tr("quarter {n} of {year}", n=known.part, year=known.year)
        case Precision.HALF:
            text = tr("first half of {year}") if known.part == 1 else tr("second half of {year}")
            return text.replace("{year}", str(known.year))
        case _:
            return str(known.year)


def clock(value: time | datetime | None) -> str:
    """``9:00``; with a full stop where the language wants one (FM-3)."""
    if value is None:
        return ""
    mark = "." if language() in ("sl", "sv", "lv") else ":"
    return f"{value.hour}{mark}{value.minute:02d}"


def clocks(start: time | datetime | None, end: time | datetime | None) -> str:
    """``9:00–10:30``."""
    return clock(start) if end is None else f"{clock(start)}{DASH}{clock(end)}"


def moment(value: datetime) -> str:
    """``2 Oct 2023, 14:05``."""
    return f"{day(value.date())}, {clock(value)}"


def moment_near(value: datetime, now: datetime) -> str:
    """``today, 08:12``, ``yesterday, 17:40``, or the date."""
    gap = (now.date() - value.date()).days
    if gap == 0:
        return tr("today, {time}", time=clock(value))
    if gap == 1:
        return tr("yesterday, {time}", time=clock(value))
    return moment(value)


def in_days(value: date, today: date) -> str:
    """``today``, ``tomorrow``, ``in 7 days``, ``3 days over``."""
    gap = (value - today).days
    if gap == 0:
        return tr("today")
    if gap == 1:
        return tr("tomorrow")
    if gap > 0:
        return trn("in {n} day", "in {n} days", gap)
    return trn("{n} day over", "{n} days over", -gap)


def minutes(value: int) -> str:
    """``1 h 30 min``."""
    hours, rest = divmod(value, 60)
    if not hours:
        return tr("{n} min", n=rest)
    return tr("{n} h", n=hours) if not rest else tr("{h} h {m} min", h=hours, m=rest)


def seconds_left(value: float) -> str:
    """``about 6 s left``."""
    if value < 60:
        return tr("about {n} s left", n=max(1, round(value)))
    return tr("about {n} min left", n=round(value / 60))


def number(value: int | float | Decimal | None, digits: int = 0, *, missing: str = "") -> str:
    """``141 530`` or ``1 740.50``: thin space for thousands from four digits (FM-2), a real minus sign."""
    if value is None:
        return missing
    text = f"{abs(value):,.{digits}f}"
    whole, _, rest = text.partition(".")
    whole = whole.replace(",", THIN)
    mark = "." if language() == "en" else ","
    negative = value < 0 and any(ch in "123456789" for ch in text)
    return (MINUS if negative else "") + (f"{whole}{mark}{rest}" if rest else whole)


def money(minor: int | None, currency: str = "", *, cents: bool | None = None, missing: str = "") -> str:
    """``1 740.00 EUR`` from minor units; ``cents=None`` leaves out cents that are zero."""
    if minor is None:
        return missing
    code = currency or "EUR"
    digits = minor_digits(code)
    if cents is False or (cents is None and minor % 10**digits == 0):
        digits = 0
    text = number(from_minor(minor, code), digits)
    return f"{text}\u00a0{currency}" if currency else text


def percent(share: float | Decimal | None, digits: int = 0) -> str:
    """``49 %`` from 0.49."""
    return "" if share is None else f"{number(float(share) * 100, digits)}\u00a0%"


def file_size(size: int) -> str:
    """``1.4 MB``."""
    if size < 1000:
        return tr("{n} bytes", n=size)
    if size < 1_000_000:
        return tr("{n}\u00a0kB", n=number(size / 1000))
    return tr("{n}\u00a0MB", n=number(size / 1_000_000, 1))
