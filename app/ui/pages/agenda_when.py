"""When an item is, as one line: ``Wed 11 Oct, 10:00–11:30``, typed as people type it."""

import re
from datetime import date, datetime, timedelta

from app.core.i18n import tr
from app.ui import formats
from app.ui.fields.date_words import read_date, read_time
from app.ui.fields.values import _Typed

Span = tuple[datetime, datetime]

_CLOCK = r"\d{1,2}(?:[:.h]\d{2})?"
_TIMES = re.compile(rf"^(.*?)[,;]?\s*(?<![\d.:])({_CLOCK})\s*(?:[–—−-]|\bto\b|\bдо\b)\s*({_CLOCK})$")
_START = re.compile(rf"^(.*?)[,;]\s*({_CLOCK})$|^({_CLOCK})$")
_WEEKDAY = re.compile(r"^[^\W\d_]+\.?,?\s+(?=\d)")
_NUMBER = re.compile(r"^(\d{1,2})\.?$")


def when_text(span: Span) -> str:
    """``Wed 11 Oct, 10:00–11:30``."""
    start, end = span
    return f"{formats.day_short(start.date())}, {formats.clocks(start, end)}"


def read_when(text: str, before: Span) -> Span | None:
    """Start and end that are meant; what is not typed stays as ``before``. None when it cannot be told.

    A start alone keeps the length; times alone keep the day. An end before the start is not read.
    """
    text = " ".join(text.split()).casefold()
    length = before[1] - before[0]
    if found := _TIMES.match(text):
        day, first, last = _day(found.group(1), before[0].date()), read_time(found.group(2)), read_time(found.group(3))
        if day is None or first is None or last is None:
            return None
        start, end = datetime.combine(day, first), datetime.combine(day, last)
        return (start, end) if end > start else None
    if found := _START.match(text):
        day = _day(found.group(1) or "", before[0].date())
        first = read_time(found.group(2) or found.group(3))
        if day is None or first is None:
            return None
        start = datetime.combine(day, first)
        return start, start + length
    day = _day(text, before[0].date())
    if day is None or not text:
        return None
    gap = timedelta(days=(day - before[0].date()).days)
    return before[0] + gap, before[1] + gap


def _day(text: str, near: date) -> date | None:
    text = _WEEKDAY.sub("", text.strip(" ,;"))
    if not text:
        return near
    if found := _NUMBER.match(text):
        try:
            return near.replace(day=int(found.group(1)))
        except ValueError:
            return None
    return read_date(text, near)


class WhenField(_Typed):
    """Day, start and end of an item in one line; the value is (start, end) or None."""

    def __init__(self, title: str, *, name: str = "") -> None:
        super().__init__(title, name=name, hint=tr("11.10, 10:00–11:30"))
        self._before: Span | None = None

    def set_value(self, value: Span | None) -> None:
        self._before = value
        super().set_value(value)

    def read(self, text: str) -> Span:
        found = read_when(text, self._before) if self._before is not None else None
        if found is None:
            raise ValueError("when")
        return found

    def write(self, value: Span) -> str:
        return when_text(value)

    def complaint(self) -> str:
        return tr("This is no time. Type it as 11.10, 10:00–11:30, the end after the start.")
