"""Times of day, ranges and lengths as they stand in the cells of agendas (9.1): Excel times, fractions, texts."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from app.core.text import one_line
from app.importers.workbook import Cell

#: "9:00", "9.00", "9h30", "9:00:00", "9 h", "9 год", "9 am"; a bare number counts only inside a range.
_CLOCK = re.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])"
    r"(?:\s?(?:[:.h]|год\.?|ч\.?)\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d|\.\d)|\.?\s?(?P<bare>uhr|год(?:ин\w*)?|h|ч|uri|ura)?"
    r"(?:\b|(?=[ap]\.?m)))"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_MILITARY = re.compile(r"^([01]\d|2[0-3])([0-5]\d)(?:\s*[-–—]\s*([01]\d|2[0-3])([0-5]\d))?$")
#: "9⁰⁰–10³⁰" whose raised minutes were lost: one hour of three figures shows it.
_LOST_MINUTES = re.compile(r"^([01]?\d|2[0-3])([0-5][05])\s*[-–—]\s*([01]?\d|2[0-3])([0-5][05])$")
_HOURS_BEHIND = re.compile(r"\s*(?:hrs?|hours|h|год\w*|час\w*|ur[aei]?|uhr)\.?$", re.IGNORECASE)
_RAISED = re.compile(r"(?<=\d)\s?([⁰¹²³⁴⁵⁶⁷⁸⁹]{2})")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
#: "10-00 – 10-30" and "18-00": hyphens in the place of colons.
_HYPHENS = re.compile(r"(?<!\d)([01]?\d|2[0-3])-([0-5]\d)(?=\s*(?:[–—]|-\s|\s-|до\b|do\b|to\b|по\b|līdz\b))")
_LAST_HYPHEN = re.compile(r"(?<![\d:.-])([01]?\d|2[0-3])-([0-5]\d)(?=\D*$)")
_ONE_HYPHEN = re.compile(r"^(\D{0,8})([01]?\d|2[0-3])-(00|2[5-9]|[345]\d)(\D{0,8})$")
#: "09,00 – 09,30": commas in the place of colons; "1,5 h" and "2,25 h" are lengths.
_COMMAS = re.compile(r"(?<![\d.,:])([01]?\d|2[0-4]),([0-5]\d)(?![\d,.:])")
_NOON = re.compile(r"\b(?:12(?:[:.]00)?\s)?(?:noon|midday|опівдні|полудень|poldne|podne|подне|пладне)\b", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:until|till|to|do|до|til|līdz|по|bis)\s", re.IGNORECASE)
_JOINED = r"(?:[-–—]+|до|do|to|till|until|līdz|по|til|bis)"
_ONE_OF_TWO = r"(\d{1,2})(?:\s?[:.]\s?([0-5]\d))?"
#: "9-12", "з 9 до 10.30", "od 9 do 10 sati", "no plkst. 9 līdz 10": hours with or without minutes.
_RANGE_OF_HOURS = re.compile(
    rf"^\D{{0,14}}?{_ONE_OF_TWO}\s?(?:год|h|ч|uri|ure)?\.?\s*{_JOINED}\s*(?:[^\W\d]{{1,6}}\.?\s)?{_ONE_OF_TWO}\D{{0,10}}$",
    re.IGNORECASE,
)
#: "9", "kl 9", "у 10 часова", "ob 11. uri": one full hour, with a word before or behind it.
_FULL_HOUR = re.compile(
    r"^(?:[^\W\d]{1,8}\.?\s)?(0?[5-9]|1\d|2[0-2])\.?(?:\s?(?:год\w*|час\w*|часот|ur[aei]|h|sat[ia]|ч|uhr)\.?)?$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?:(?P<hours>\d+(?:[.,](?:25|75|\d))?)\s*(?:hours?|hrs?|h|godz\w*|год\w*|ur[aei]?|tim(?:mar|me)?|stund\w*|st|sat[ai]?|сат[иа]?|"
    r"час\w*|ч)\b\.?)?\s*(?:(?P<minutes>\d+)\s*(?:minut\w*|mins?|min|хв\w*|мин\w*|m|['′])\.?)?",
    re.IGNORECASE,
)
_CLOCK_LENGTH = re.compile(r"^(\d{1,2})(?::|\s?(?:h|год\.?|ч\.?|tim|st)\s?)([0-5]\d)(?::\d{2})?$", re.IGNORECASE)
#: Longest length that a bare number of minutes can mean: one day.
_DAY = 24 * 60
#: "6,30 h" may still be a length.
_LONGEST_HOURS = 6
#: What is told in hours and minutes and lasts longer than this is a time of day.
_LONGEST_ITEM = 6 * 60


@dataclass(frozen=True, slots=True)
class Span:
    """What a cell of times says: start and end as ``HH:MM`` (empty: not told), or a length in minutes alone."""

    start: str = ""
    end: str = ""
    minutes: int = 0

    @property
    def known(self) -> bool:
        """Whether anything was read."""
        return bool(self.start or self.end or self.minutes)


NOTHING = Span()


def clock(hour: int, minute: int) -> str:
    """A time of day as it is kept."""
    return f"{hour:02d}:{minute:02d}"


def _of_minutes(minutes: int) -> str:
    return clock(minutes // 60 % 24, minutes % 60)


def _of_number(number: float) -> Span:
    """A fraction of a day (0.375 is nine o'clock), or hours with minutes behind the point (9.3 is half past nine)."""
    if 0 <= number < 1:
        return Span(_of_minutes(round(number * _DAY)))
    if 1 <= number < 24:
        hour, minute = int(number), round((number - int(number)) * 100)
        if minute < 60 and abs(number * 100 - round(number * 100)) < 1e-6:
            return Span(clock(hour, minute))
    if 20_000 < number < 80_000 and number % 1:
        return Span(_of_minutes(round(number % 1 * _DAY)))
    return NOTHING


def _plain(raw: str) -> str:
    """A text of times with colons where other signs stand for them, and noon as a number."""
    text = _RAISED.sub(lambda found: f":{found[1].translate(_RAISED_DIGITS)}", one_line(raw).strip(" .;,"))
    text = _NOON.sub("12:00", text)
    commas = _COMMAS.findall(text)
    if len(commas) == 2 or (len(commas) == 1 and (commas[0][0][0] == "0" or int(commas[0][0]) > _LONGEST_HOURS)):
        text = _COMMAS.sub(r"\1:\2", text)
    whole = _ONE_HYPHEN.match(text)
    if whole:
        return f"{whole[1]}{whole[2]}:{whole[3]}{whole[4]}"
    hyphens = _HYPHENS.sub(r"\1:\2", text)
    return _LAST_HYPHEN.sub(r"\1:\2", hyphens) if hyphens != text else text


def _range_of_hours(text: str) -> Span:
    """ "9-12", "з 9 до 10.30"; nothing known where halves of the day are named or an hour is none."""
    hours = _RANGE_OF_HOURS.match(text)
    if hours is None or re.search(r"\d\s?[ap]\.?\s?m\b", text, re.IGNORECASE):
        return NOTHING
    first, last = int(hours[1]), int(hours[3])
    if first > 23 or last > 24:
        return NOTHING
    return Span(clock(first, int(hours[2] or 0)), clock(last % 24, int(hours[4] or 0)))


@lru_cache(maxsize=20_000)
def _of_text(raw: str) -> Span:
    text = _plain(raw)
    figures = _HOURS_BEHIND.sub("", text).replace(" ", "")
    found = _MILITARY.match(figures) or _LOST_MINUTES.match(figures)
    if found:
        a, b, c, d = found.groups()
        return Span(clock(int(a), int(b)), clock(int(c), int(d)) if c else "")
    hours = _range_of_hours(text)
    if hours.known:
        return hours
    length = _LENGTH.fullmatch(text)
    if length and (length.group("minutes") or _is_length(length, text)):
        minutes = _minutes_of(length)
        # "9 год 30 хв" is half past nine, not nine hours and a half.
        whole = length.group("hours") and minutes >= _LONGEST_ITEM
        return Span(_of_minutes(minutes)) if whole else Span(minutes=minutes)
    full = _FULL_HOUR.match(text)
    if full:
        hour = clock(int(full[1]), 0)
        return Span("", hour) if _UNTIL.match(text) else Span(hour)
    times = [(match, told) for match in _CLOCK.finditer(text) if (told := _told(match))]
    if not times:
        return NOTHING
    return _ordered(text, times)


def _is_length(length: re.Match[str], text: str) -> bool:
    """ "2 h" and "1,5 год" are lengths; "9 h" and "9 год" are nine o'clock."""
    hours = length.group("hours")
    return bool(hours) and (not hours.isdigit() or int(hours) <= 4) and text[:1] != "0"


def _minutes_of(length: re.Match[str]) -> int:
    hours = float((length.group("hours") or "0").replace(",", "."))
    return round(hours * 60) + int(length.group("minutes") or 0)


def _told(match: re.Match[str]) -> tuple[int, int] | None:
    """Hour and minute of one time in a text; None for a number that is no time."""
    hour, minute = int(match.group("hour")), match.group("minute")
    if minute is None and not match.group("bare") and not match.group("half"):
        return None
    half = (match.group("half") or "").casefold()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return hour % 24, int(minute or 0)


def _ordered(text: str, times: list[tuple[re.Match[str], tuple[int, int]]]) -> Span:
    first, start = times[0]
    if len(times) == 1:
        before = text[: first.start()].rstrip().casefold()
        after = re.match(r"\s*[-–—]\s*(\d{1,2})\b(?![.:]\d)", text[first.end() :])
        if after and int(after[1]) <= 24:
            return Span(clock(*start), clock(int(after[1]) % 24, 0))
        earlier = re.search(r"(?<![\d.:])(\d{1,2})\s*[-–—]$", before)
        if earlier and int(earlier[1]) < 24:
            # "1 - 3 pm" begins in the afternoon as well.
            hour, half = int(earlier[1]), (first.group("half") or "").casefold().startswith("p")
            return Span(clock(hour + 12 if half and hour + 12 <= start[0] else hour, 0), clock(*start))
        if re.search(r"(?:^|\s)(?:until|till|to|do|до|till|līdz|по|bis|–|-)(?:\s[^\W\d]{1,6}\.)?$", before):
            return Span("", clock(*start))
        return Span(clock(*start))
    second, end = times[1]
    if second.group("half") and not first.group("half") and start[0] <= 12:
        # "1:00 – 2:30 pm": the half of the day stands once.
        later = second.group("half").casefold().startswith("p") and start[0] < 12 and start[0] + 12 <= end[0]
        start = (start[0] + 12, start[1]) if later else start
    return Span(clock(*start), clock(*end))


def read_span(cell: Cell) -> Span:
    """Start, end or length told by a cell of times: nothing is known when it cannot be read.

    Reads Excel times and date-times, fractions of a day, 9.3 for half past nine, ranges with any dash, the words of the
    programme's languages ("kl. 9.00", "ob 9. uri", "plkst. 9", "09:00 год"), English halves of the day, "10 min".
    """
    if isinstance(cell, bool):
        return NOTHING
    if isinstance(cell, datetime | time):
        rounded = datetime.combine(date(2000, 1, 1), cell if isinstance(cell, time) else cell.time())
        rounded += timedelta(seconds=30)
        return Span(clock(rounded.hour, rounded.minute))
    if isinstance(cell, date):
        return NOTHING
    if isinstance(cell, timedelta):
        return Span(_of_minutes(round(cell.total_seconds() / 60)))
    if isinstance(cell, int | float):
        return _of_number(float(cell))
    return _of_text(cell)


def read_minutes(cell: Cell) -> int:
    """A length in minutes; 0 when it cannot be read. A number below one is a fraction of a day, else minutes."""
    if isinstance(cell, bool):
        return 0
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return minutes if 0 < minutes <= _DAY else 0
    if isinstance(cell, datetime | time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, date):
        return 0
    if isinstance(cell, int | float):
        return round(cell * _DAY) if 0 < cell < 1 else int(cell) if 1 <= cell <= _DAY else 0
    text = one_line(cell).strip(" .")
    found = _CLOCK_LENGTH.match(text)
    if found:
        return int(found.group(1)) * 60 + int(found.group(2))
    if text.isdigit():
        return int(text) if 0 < int(text) <= _DAY else 0
    length = _LENGTH.fullmatch(text)
    return _minutes_of(length) if length else 0


def minutes_after(start: str, minutes: int) -> str:
    """The time so many minutes after a time of day; it may lie past midnight."""
    hour, minute = start.split(":")
    return _of_minutes(int(hour) * 60 + int(minute) + minutes)
