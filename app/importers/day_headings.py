"""Dates inside longer texts: headings of days ("Понеділок, 9 березня"), names of sheets ("9.3."), "Day 2"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.core.text import one_line
from app.importers.dates_in_cells import month_of

_NUMERIC = re.compile(r"(?<![\d.,:])(\d{1,2})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{4}|\d{2}))?(?![\d:]|\.\d)\.?")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_WORD = r"([^\W\d_]{3,12})\.?"
_DAY_MONTH = re.compile(
    rf"(?<![\d.,:])(\d{{1,2}})(?:st|nd|rd|th|-?[ег]о|\.)?\s*(?:of\s+)?{_WORD},?\s*(\d{{4}})?(?!\d)", re.I
)
_MONTH_DAY = re.compile(rf"{_WORD}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s*(\d{{4}}))?(?![\d:.])", re.I)
_YEAR_FIRST = re.compile(rf"(?<!\d)(\d{{4}})\.?\s*(?:gada|g\.|m\.)?\s*(\d{{1,2}})\.\s*{_WORD}", re.I)
_RANGE = re.compile(r"\d\s*\.?\s*[-–—]\s*\d{1,2}(?![:\d])")
_COUNTED = re.compile(
    r"(?:\b(?:day|dan|день|dag|diena|dienas|дан|ден)\s*(?:no\.?\s*|nr\.?\s*|№\s*)?(\d{1,2})\b)"
    r"|(?:\b(\d{1,2})\s*(?:\.|-?(?:й|ий|st|nd|rd|th|a|e|:a))?\s*(?:day|dan|день|dag(?:en)?|diena|дан|ден)\b)",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(
    r"\b(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|ponedeljek|torek|"
    r"sreda|četrtek|petek|sobota|nedelja|понеділок|вівторок|середа|четвер|п[ʼ'’]ятниця|субота|неділя|måndag|tisdag|"
    r"onsdag|torsdag|fredag|lördag|söndag|pirmdiena|otrdiena|trešdiena|ceturtdiena|piektdiena|sestdiena|svētdiena|"
    r"ponedjeljak|ponedeljak|utorak|srijeda|četvrtak|petak|subota|nedjelja|понедељак|уторак|среда|четвртак|петак|"
    r"недеља|понеделник|вторник|четврток|недела|понедельник|четверг|пятница|суббота|воскресенье)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """The days in which dates are expected; None where they are not known. Fills missing years."""

    first: date | None = None
    last: date | None = None

    def year_of(self, month: int, day: int, today: date) -> int:
        """The year that puts a day inside the period, else nearest to it; without one that of today."""
        if self.first is None:
            return today.year
        last = self.last or self.first
        middle = self.first + (last - self.first) / 2
        years = {self.first.year - 1, self.first.year, last.year, last.year + 1}
        made = [(abs((found - middle).days), year) for year in years if (found := _date(year, month, day))]
        return min(made)[1] if made else self.first.year


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A date found in a text: the day, whether its year was told, whether it was only counted ("Day 2")."""

    day: date
    year_told: bool = True
    counted: bool = False


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _candidates(text: str) -> Iterator[tuple[int, int, int]]:
    """(year or 0, month, day) of each date in a text; years of two digits made whole."""
    for found in _ISO.finditer(text):
        yield int(found[1]), int(found[2]), int(found[3])
    for found in _YEAR_FIRST.finditer(text):
        if month_of(found[3]):
            yield int(found[1]), month_of(found[3]), int(found[2])
    text = _YEAR_FIRST.sub(" ", _ISO.sub(" ", text))
    for found in _DAY_MONTH.finditer(text):
        if month_of(found[2]) and not _WEEKDAYS.fullmatch(found[2]):
            yield int(found[3] or 0), month_of(found[2]), int(found[1])
    for found in _NUMERIC.finditer(text):
        year = int(found[3]) if found[3] else 0
        yield year + 2000 if 0 < year < 100 else year, int(found[2]), int(found[1])
    for found in _MONTH_DAY.finditer(text):
        if month_of(found[1]) and not _WEEKDAYS.fullmatch(found[1]):
            yield int(found[3] or 0), month_of(found[1]), int(found[2])


@lru_cache(maxsize=20_000)
def find_day(raw: str, period: Period, today: date) -> FoundDay | None:
    """The date that a text tells, with a missing year filled from the period; None when it tells none or a range."""
    text = one_line(raw)
    if len(text) > 160:
        return None
    plain = re.sub(r"\b\d{1,2}[:.]\d{2}\s*[-–—]\s*\d{1,2}[:.]\d{2}\b", " ", text)
    found: dict[date, bool] = {}
    for year, month, day in _candidates(plain):
        whole = _date(year or period.year_of(month, day, today), month, day)
        if whole is not None and 1901 <= whole.year <= 2199:
            found[whole] = found.get(whole, False) or bool(year)
    days = set(found)
    if len(days) == 1 and not _RANGE.search(_ISO.sub(" ", plain)):
        (only,) = days
        return FoundDay(only, found[only])
    if days:
        return None
    return _counted(plain, period)


def _counted(text: str, period: Period) -> FoundDay | None:
    """ "Day 2" of an activity whose first day is known (AG-3 counts programme days, so it is told as doubtful)."""
    match = _COUNTED.search(text)
    if match is None or period.first is None:
        return None
    number = int(match[1] or match[2])
    last = period.last or period.first
    day = period.first + timedelta(days=number - 1)
    return FoundDay(day, True, True) if number >= 1 and day <= last else None


def is_weekday(text: str) -> bool:
    """Whether a text is only the name of a weekday."""
    return bool(_WEEKDAYS.fullmatch(one_line(text).strip(" .,:")))


def words_beside(raw: str) -> str:
    """What a heading of a day says besides the date, weekday and count: the place or theme of the day."""
    text = one_line(raw)
    for pattern in (_ISO, _YEAR_FIRST, _DAY_MONTH, _NUMERIC, _MONTH_DAY, _COUNTED, _WEEKDAYS):
        if pattern is _DAY_MONTH or pattern is _MONTH_DAY:
            text = pattern.sub(
                lambda match: " " if any(month_of(part or "") for part in match.groups()) else match[0], text
            )
        else:
            text = pattern.sub(" ", text)
    text = re.sub(r"\b(?:р|року|г|god|leta|gada|year|v)\b\.?", " ", text)
    return " ".join(text.split()).strip(" .,:;–—-|/()")
