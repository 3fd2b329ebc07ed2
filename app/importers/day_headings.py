"""Dates inside longer texts: headings of days ("Понеділок, 9 березня"), names of sheets ("9.3."), "Day 2", "Torek"."""

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
#: A number glued to a letter ("Sheet1 – 9.10") begins no range.
_RANGE = re.compile(r"(?<![^\W_])\d+\s*\.?\s*[-–—]\s*\d{1,2}(?![:\d])")
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


#: Beginnings of weekdays' names, Monday first; they tell a day only where the days are known.
_WEEK = tuple(
    re.compile(rf"^(?:{names})", re.IGNORECASE)
    for names in (
        "mon|pon|пон|mån|pirmd",
        "tue|tor(?=ek)|вів|tis|otrd|uto|уто|вто",
        "wed|sre|сер|ons|trešd|sri|сре",
        "thu|čet|чет|tors|ceturtd",
        "fri|pet|п[ʼ'’]?ят|fre|piektd|пет",
        "sat|sob|суб|lör|sestd|sub|саб",
        "sun|ned|нед|sön|svētd|вос",
    )
)
#: A weekday that heads a day: alone, or with the day's theme behind a sign.
_WEEKDAY_HEAD = re.compile(r"^([^\W\d_]+(?:[ʼ'’][^\W\d_]+)?)\s*(?:[:,.–—-]\s*.*)?$")


@dataclass(frozen=True, slots=True)
class Period:
    """The days in which dates are expected; None where they are not known. Fills missing years."""

    first: date | None = None
    last: date | None = None

    def only_weekday(self, number: int) -> date | None:
        """The one day of the period that is this weekday (0: Monday); None for none, several, or no period."""
        if self.first is None:
            return None
        days = ((self.last or self.first) - self.first).days + 1
        found = [day for n in range(min(days, 60)) if (day := self.first + timedelta(days=n)).weekday() == number]
        return found[0] if len(found) == 1 else None

    def ambiguous(self, month: int, day: int) -> bool:
        """Whether a day without a year lies in the period twice: which one is meant would have to be guessed."""
        if self.first is None:
            return False
        last = self.last or self.first
        made = (_date(year, month, day) for year in range(self.first.year, last.year + 1))
        return sum(found is not None and self.first <= found <= last for found in made) > 1

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
        if not year and period.ambiguous(month, day):
            continue
        whole = _date(year or period.year_of(month, day, today), month, day)
        if whole is not None and 1901 <= whole.year <= 2199:
            found[whole] = found.get(whole, False) or bool(year)
    days = set(found)
    # "Day 1 – 9 October" counts the day and names it: that is no range of days.
    if len(days) == 1 and not _RANGE.search(_COUNTED.sub(" ", _ISO.sub(" ", plain))):
        (only,) = days
        return FoundDay(only, found[only])
    if days:
        return None
    return _counted(plain, period) or _by_weekday(plain, period)


def _by_weekday(text: str, period: Period) -> FoundDay | None:
    """ "Ponedeljek", "Monday: energy" of an activity that has only one such day."""
    head = _WEEKDAY_HEAD.match(text.strip(" .,:;"))
    if head is None or not is_weekday(head[1]):
        return None
    number = next((n for n, names in enumerate(_WEEK) if names.match(head[1])), -1)
    day = period.only_weekday(number) if number >= 0 else None
    return FoundDay(day, True, True) if day else None


def _counted(text: str, period: Period) -> FoundDay | None:
    """ "Day 2" of an activity whose first day is known (AG-3 counts programme days, so it is told as doubtful)."""
    match = _COUNTED.search(text)
    if match is None or period.first is None:
        return None
    number = int(match[1] or match[2])
    last = period.last or period.first
    day = period.first + timedelta(days=number - 1)
    return FoundDay(day, True, True) if number >= 1 and day <= last else None


def beside_date(raw: str) -> str:
    """What stands in a text besides its first date and the weekday: the time of "9 жовтня, 10:00–11:00"."""
    text = one_line(raw)
    for pattern, month in ((_ISO, 2), (_YEAR_FIRST, 3), (_DAY_MONTH, 2), (_NUMERIC, 2), (_MONTH_DAY, 1)):
        for found in pattern.finditer(text):
            said = found[month]
            if 1 <= (int(said) if said.isdigit() else month_of(said)) <= 12:
                rest = f"{text[: found.start()]} {text[found.end() :]}"
                return one_line(_WEEKDAYS.sub(" ", rest)).strip(" .,;:()–—-")
    return text


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
