"""Dates, times of day and durations as meeting programs write them, in the habits of many countries.

Relied on: Zoom ``03/09/2026 09:58:12 AM`` (also ``Mar 9, 2026 09:58:12 AM`` and ISO); Teams by the language of
the organiser ``3/9/26, 9:58:12 AM``, ``2026-03-09 09:58:12``, ``09.03.2026, 09:58:12``, ``9. 03. 2026 09:58:12``;
Meet ``2026-03-09 09:58:12``, ISO with zone, or a time of day alone. Durations ``1h 23m 4s``, ``1 hr 5 min``,
``2 tim 5 min``, ``1 год 5 хв``, ``1:05:00``, ``95``.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.core.text import one_line
from app.importers.dates_in_cells import DateHabit, clean_date
from app.importers.workbook import Cell

_HALF = r"(a\.?\s?m\.?|p\.?\s?m\.?|дп|пп|dop\.?|pop\.?|fm|em|priekšp\.?|pēcp\.?)?(?![\w:])"
_CLOCK = re.compile(r"(?<![\d.:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*" + _HALF, re.IGNORECASE)
#: "ob 9.58", looked for only where no colon stands; three numbers with dots would be a date.
_DOTTED = re.compile(r"(?<![\d.:])(\d{1,2})\.(\d{2})()(?!\.?\s?\d)\s*" + _HALF, re.IGNORECASE)
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
_SLASHED = re.compile(r"^\s*(\d{1,2})[/-](\d{1,2})[/-](\d{2,4})\b")
_ZONE_WORD = re.compile(r"\s*(?:\(?\b(?:UTC|GMT|CET|CEST|EET|EEST)\b\)?(?:\s*[+-]\d{1,2}(?::?\d{2})?)?)\s*$")
_AFTERNOON = ("pm", "p.m", "pop", "пп", "em", "pēc")
_AMOUNT = r"(\d+(?:[.,]\d+)?)\s*"
_UNITS = (
    ("h", re.compile(_AMOUNT + r"(?:hours?|hrs?|h|godz\w*|год\w*|г|tim\w*|ur[ae]?|st\w*|sat\w*|час\w*|ч)\b\.?")),
    ("m", re.compile(_AMOUNT + r"(?:min\w*|m|хв\w*|мин\w*|м)\b\.?")),
    ("s", re.compile(_AMOUNT + r"(?:sec\w*|sek\w*|s|с|сек\w*)\b\.?")),
)
#: No stay is longer; beyond it a number is something else.
_LONGEST = 7 * 86_400.0
_SECONDS = {"h": 3600, "m": 60, "s": 1}


@dataclass(frozen=True, slots=True)
class ClockHabit:
    """How a file writes its times. ``proved``: the order of day and month is shown by a value, or by the days known."""

    month_first: bool = False
    proved: bool = False


def clock_habit(values: Iterable[Cell], days: Collection[date] = ()) -> ClockHabit:
    """The order of day and month of a file's slashed dates.

    A value above 12 decides; else the days on which the activity has something (``days``); else a 12-hour clock means
    month first, as in American exports, and a 24-hour clock day first.
    """
    texts = [value for value in values if isinstance(value, str)]
    found = [
        (int(one.group(1)), int(one.group(2)), int(one.group(3))) for text in texts if (one := _SLASHED.match(text))
    ]
    if not found:
        return ClockHabit(False, True)
    if any(first > 12 for first, _, _ in found):
        return ClockHabit(False, True)
    if any(second > 12 for _, second, _ in found):
        return ClockHabit(True, True)
    hits = {
        month_first: sum(_day(*(pair if not month_first else (pair[1], pair[0], pair[2]))) in days for pair in found)
        for month_first in (False, True)
    }
    if hits[False] != hits[True]:
        return ClockHabit(hits[True] > hits[False], True)
    twelve = any((clock := _CLOCK.search(text)) and clock.group(4) for text in texts)
    return ClockHabit(twelve, all(first == second for first, second, _ in found))


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _find_clock(text: str) -> re.Match[str] | None:
    return _CLOCK.search(text) or _DOTTED.search(text)


def read_clock(text: str) -> time | None:
    """The time of day in a text, with AM and PM of several languages; None when there is none."""
    found = _find_clock(text)
    if found is None:
        return None
    hour, minute, second = int(found.group(1)), int(found.group(2)), int(found.group(3) or 0)
    half = (found.group(4) or "").lower().replace(" ", "")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith(_AFTERNOON) else 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as read; ``day`` is None where the file tells only the time of day."""

    day: date | None
    clock: time

    def on(self, day: date) -> datetime:
        """The moment, on a day where the file tells none."""
        return datetime.combine(self.day or day, self.clock)


@lru_cache(maxsize=50_000)
def _from_text(raw: str, habit: ClockHabit, log_zone: str, place_zone: str) -> Moment | None:
    text = one_line(raw)
    if _ISO.match(text):
        try:
            moment = datetime.fromisoformat(text.replace(" ", "T").replace("Z", "+00:00"))
        except ValueError:
            # 09:61, 31 February: written like a time, but none.
            return None
        return _local(moment, log_zone, place_zone)
    text = _ZONE_WORD.sub("", text)
    found, clock = _find_clock(text), read_clock(text)
    if found is None or clock is None:
        return None
    rest = (text[: found.start()] + " " + text[found.end() :]).strip(" ,;.@")
    rest = re.sub(r"\b(?:at|ob|kl\.?|о|об|plkst\.?|u|у)\s*$", "", rest, flags=re.IGNORECASE).strip(" ,;.")
    if not rest:
        return Moment(None, clock)
    slashed = _SLASHED.match(rest)
    if slashed:
        first, second, year = (int(group) for group in slashed.groups())
        day = _day(second, first, year) if habit.month_first else _day(first, second, year)
    else:
        # Not a birth date: two figures of a year are of this century.
        iso = clean_date(rest, DateHabit(proved=True), date(2100, 1, 1)).value
        day = date.fromisoformat(iso) if len(iso) == 10 else None
    return _local(datetime.combine(day, clock), log_zone, place_zone) if day else None


def _local(moment: datetime, log_zone: str, place_zone: str) -> Moment | None:
    """A moment of the log in the clocks of the activity's place, where the two differ; None far from our time."""
    if not 1900 < moment.year < 2200:
        return None
    if moment.tzinfo is None:
        if log_zone == place_zone:
            return Moment(moment.date(), moment.time())
        moment = moment.replace(tzinfo=ZoneInfo(log_zone) if log_zone != "UTC" else UTC)
    there = moment.astimezone(ZoneInfo(place_zone) if place_zone != "UTC" else UTC)
    return Moment(there.date(), there.time().replace(tzinfo=None))


def read_moment(cell: Cell, habit: ClockHabit, log_zone: str = "UTC", place_zone: str = "UTC") -> Moment | None:
    """When somebody joined or left, in the clocks of the activity's place; None when the cell tells no time.

    ``log_zone``: the clocks of the file, unless a value names its own. Zones are names that ``zoneinfo`` knows.
    """
    if isinstance(cell, datetime):
        return _local(cell.replace(tzinfo=None), log_zone, place_zone)
    if isinstance(cell, time):
        return Moment(None, cell)
    if isinstance(cell, float) and 0 < cell < 1:
        return Moment(None, (datetime(2000, 1, 1) + timedelta(seconds=round(cell * 86_400))).time())
    if not isinstance(cell, str):
        return None
    return _from_text(cell, habit, log_zone, place_zone)


def read_duration(cell: Cell, plain_unit: str = "m") -> float | None:
    """A length of time in seconds; a bare number is in ``plain_unit`` (h, m or s). None when nobody stays so long."""
    found = _duration(cell, plain_unit)
    return found if found is not None and 0 <= found <= _LONGEST else None


def _duration(cell: Cell, plain_unit: str) -> float | None:
    if isinstance(cell, timedelta):
        return cell.total_seconds()
    if isinstance(cell, datetime | bool):
        return None
    if isinstance(cell, time):
        return float(cell.hour * 3600 + cell.minute * 60 + cell.second)
    if isinstance(cell, int | float):
        return float(cell) * _SECONDS[plain_unit]
    if not isinstance(cell, str):
        return None
    text = one_line(cell).casefold().replace("\u00a0", " ").strip(" .")
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return float(text.replace(",", ".")) * _SECONDS[plain_unit]
    clock = re.fullmatch(r"(?:(\d+):)?(\d{1,3}):(\d{2})", text)
    if clock:
        return _of_clock(clock)
    return _of_words(text)


def _of_clock(clock: re.Match[str]) -> float:
    """``1:05:00`` and ``1:05`` count hours; ``32:14`` can only be minutes and seconds."""
    first, middle, last = (int(group or 0) for group in clock.groups())
    if clock.group(1):
        return float(first * 3600 + middle * 60 + last)
    return float(middle * 60 + last) if middle > 12 else float(middle * 3600 + last * 60)


def _of_words(text: str) -> float | None:
    total, rest = 0.0, text
    for unit, pattern in _UNITS:
        found = pattern.search(rest)
        if found:
            total += float(found.group(1).replace(",", ".")) * _SECONDS[unit]
            rest = rest[: found.start()] + rest[found.end() :]
    left = rest.strip(" ,;.")
    return total if left in ("", "in", "and", "in ", "та", "och", "un", "i") and left != text.strip(" ,;.") else None
