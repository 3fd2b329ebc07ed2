"""Dates as they stand in cells: real dates, serial numbers, texts in many languages (SP-6, I9)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from app.core.dates import PartialDate
from app.core.text import one_line
from app.importers.cells import EMPTY, Cleaned, Told, as_text
from app.importers.workbook import Cell

#: How the names of the months begin, in the order of the year: en, sl, uk, sv, lv, bs/hr/sr/cnr in both scripts, mk,
#: ru, pl, de, ro, sq. Nothing here is the beginning of a weekday's name.
_MONTHS = (
    "jan янв јан січ sij stycz ian jän",
    "feb фев феб лют velja lute luty shkurt",
    "mar mär marz бер март мар ožuj ozuj",
    "apr апр квіт кві trav kwie prill",
    "may maj mai мај мая май трав svib",
    "jun jūn июн јун черв чер lip(?=anj|nj) czerw iun qershor",
    "jul jūl июл јул лип srp lipc lipie iul korrik",
    "aug avg авг серп kolov sierp gusht ауг",
    "sep сен сеп септ верес вер ruj wrze shtator",
    "oct okt окт жовт жов listopad paźdz pazdz tetor",
    "nov нов ное ноя лист studen noi nëntor nentor",
    "dec dez дек дец груд гру prosin grud dhjetor",
)
#: October in Croatia, November in Poland.
_TWO_WAYS = re.compile(r"\blistopad", re.IGNORECASE)
_ROMAN = {name: at for at, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)}
_ROMAN_LETTERS = str.maketrans("іїхѵ", "iixv")
_NUMERIC = re.compile(r"^(\d{1,4})\s*[./\-–,\s]\s*(\d{1,2})\s*[./\-–,\s]\s*(\d{1,4})\.?$")
#: "07.03.1980 (46 let)": the age beside the date.
_AGE = re.compile(r"\s*\(\s*\d{1,3}(?:\s*[^\W\d_]{1,8}\.?)?\s*\)\s*$")
_ENDING = re.compile(
    r"\s*(?:\b|(?<=\d))(?:р\.?\s?н?\.?(?:р\.?)?|року?(?:\s+народження)?|г\.?\s?р?\.?|года?(?:\s+рождения)?|god\.?|godin[ae]|годин[ае]|"
    r"год\.?|leta|år|gads|gada|r\.?|roku)\s*$",
    re.IGNORECASE,
)
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*[AaPp]\.?[Mm]\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$")
#: A date of three numbers inside other words, and the only numbers there.
_INSIDE = re.compile(r"^\D*?(?<!\d)(\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4})(?!\d)\D*$")
_DAY_SHOWN = re.compile(r"\b(?:dd?|дд)\s?[./-]\s?(?:mm?|мм)\b", re.IGNORECASE)
_MONTH_SHOWN = re.compile(r"\bmm?\s?[./-]\s?dd?\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_MONTH_AND_YEAR = re.compile(r"^(\d{1,2})\s?[./-]\s?((?:19|20)\d\d)$")
_EIGHT = re.compile(r"^\d{8}$")
_WORDS = re.compile(r"\d+|[^\W\d_]+")
_YEAR_ONLY = re.compile(r"^(19|20)\d\d$")
_YEAR_WORDS = frozenset("р року рік г год года gada gads leta godine године година roku r".split())
#: A year and short words that say that it is one of birth: "a. 1990", "born 1979", "dz. 1981".
_LONE_YEAR = re.compile(
    r"^(?:a|anul|an|n|născut[ăa]?|roj|rojena?|born|b|född|f|dz|dzim|leta|rok|rik|рік|year|år|рожд|род|роден[ао]?|рођена?|rođena?|ur|geb|нар|народ\w*)"
    r"\.?\s*(?:(?:în|in|leta|în anul|в|у)\s+)?((?:19|20)\d\d)\b\.?"
    r"\s*(?:g|gadā|god|р|г)?\.?$",
    re.IGNORECASE,
)
_SERIAL_FROM, _SERIAL_TO = 3_654, 80_000


_MONTH_START = re.compile(
    "|".join(f"(?P<m{at}>{'|'.join(stems.split())})" for at, stems in enumerate(_MONTHS, start=1))
)


@dataclass(frozen=True, slots=True)
class DateHabit:
    """How a column writes its dates: month first (proved by a value), and whether either order was proved at all."""

    month_first: bool = False
    proved: bool = False
    epoch_1904: bool = False


def habit_of(values: Iterable[Cell], epoch_1904: bool = False, heading: str = "") -> DateHabit:
    """The habit of a column: month first only if a value above 12 in the second place proves it (SP-6).

    A heading that shows the form, as "(DD/MM/YYYY)" does, proves it as well, unless a value says otherwise.
    """
    month_first = day_first = False
    for value in values:
        if not isinstance(value, str):
            continue
        found = _NUMERIC.match(_TIME.sub("", value.strip()))
        if found and len(found.group(1)) <= 2:
            first, second = int(found.group(1)), int(found.group(2))
            month_first = month_first or (second > 12 >= first)
            day_first = day_first or (first > 12 >= second)
    if not month_first and not day_first:
        month_first, day_first = bool(_MONTH_SHOWN.search(heading)), bool(_DAY_SHOWN.search(heading))
    # Where both are seen, somebody mixed two ways: nothing is proved.
    return DateHabit(month_first and not day_first, month_first != day_first, epoch_1904)


def _month(word: str) -> int:
    low = word.casefold()
    if len(low) < 3:
        return 0
    found = _MONTH_START.match(low)
    return int((found.lastgroup or "m0")[1:]) if found else 0


@lru_cache(maxsize=2_000)
def month_of(word: str) -> int:
    """The number of the month that a word in any of the languages names, in any case of it; 0 for no month."""
    return _month(word)


def _full_year(year: int, today: date, birth: bool) -> int:
    """Two digits: a birth is 20yy only for somebody of 16 or more (SP-6); other dates lie near today."""
    if year > 99:
        return year
    if not birth:
        return 2000 + year
    return 2000 + year if 2000 + year <= today.year - 16 else 1900 + year


def _from_numbers(found: re.Match[str], habit: DateHabit, today: date, birth: bool) -> tuple[date | None, bool]:
    """The date of three numbers, and whether day and month could be swapped."""
    first, second, third = (int(group) for group in found.groups())
    if len(found.group(1)) == 4:
        return _date(first, second, third), False
    if len(found.group(1)) > 2 or len(found.group(3)) == 3:
        return None, False
    year = _full_year(third, today, birth)
    slashed = "/" in found.group() or ("-" in found.group() and len(found.group(3)) == 4)
    month_first = habit.month_first and slashed
    day, month = (second, first) if month_first else (first, second)
    swappable = slashed and not habit.proved and first <= 12 and second <= 12 and first != second
    return _date(year, month, day), swappable


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_words(text: str, today: date, birth: bool) -> date | None:
    """``7 березня 1980``, ``March 7, 1980``, ``1980. gada 7. marts``."""
    words = _WORDS.findall(text)
    month = next((found for word in words if not word.isdigit() and (found := _month(word))), 0)
    if not month and len(words) == 3:
        month = _ROMAN.get(words[1].casefold().translate(_ROMAN_LETTERS), 0)
    numbers = [word for word in words if word.isdigit()]
    if not month or len(numbers) != 2:
        return None
    first, second = numbers
    if len(first) == 4:
        return _date(int(first), month, int(second))
    if len(second) in (2, 4):
        return _date(_full_year(int(second), today, birth), month, int(first))
    return None


@lru_cache(maxsize=50_000)
def _from_text(raw: str, habit: DateHabit, today: date, birth: bool) -> Cleaned:
    text = _ENDING.sub("", _AGE.sub("", one_line(raw)).strip(" .;")).strip(" .")
    text = _TIME.sub("", text).strip(" .")
    if not text or text in ("-", "–", "—", "/", "x"):
        return EMPTY
    if _YEAR_ONLY.match(text):
        return Cleaned(str(PartialDate.parse(text)), (Told("import_date_partial"),))
    month = _month_and_year(text)
    if month:
        return Cleaned(month, (Told("import_date_month_only"),))
    if _EIGHT.match(text):
        return _checked(_eight(text), today, birth)
    if text.isdigit() and _SERIAL_FROM <= int(text) <= _SERIAL_TO:
        return _checked(_serial(float(text), habit.epoch_1904), today, birth)
    found = _NUMERIC.match(text)
    if found:
        day, swappable = _from_numbers(found, habit, today, birth)
        return _checked(day, today, birth, (Told("import_date_swappable"),) if swappable else ())
    inside = _INSIDE.match(text) if _LETTER.search(text) else None
    if inside:
        return _from_text(inside.group(1), habit, today, birth)
    year = _LONE_YEAR.match(text) if birth else None
    if year:
        return Cleaned(year.group(1), (Told("import_date_partial"),))
    before, sign, _place = text.partition(",")
    if sign and birth and len(_WORDS.findall(text)) > 3 and _from_words(text, today, birth) is None:
        # "7 March 1980, Sumy": date and place of birth.
        return _from_text(before, habit, today, birth)
    two_ways = (Told("import_month_two_ways"),) if _TWO_WAYS.search(text) else ()
    return _checked(_from_words(text, today, birth), today, birth, two_ways)


def _month_and_year(text: str) -> str:
    """``1984-03`` of "03.1984" and "березень 1984"; '' when the text says more or less."""
    found = _MONTH_AND_YEAR.match(text)
    if found:
        month, year = int(found.group(1)), found.group(2)
        return f"{year}-{month:02}" if 1 <= month <= 12 else ""
    words = [word for word in _WORDS.findall(text) if word.casefold() not in _YEAR_WORDS]
    years = [word for word in words if _YEAR_ONLY.match(word)]
    if len(words) != 2 or len(years) != 1:
        return ""
    month = next(_month(word) for word in words if word != years[0])
    return f"{years[0]}-{month:02}" if month else ""


def _eight(text: str) -> date | None:
    """``19800307`` and ``07031980``: only one of them can be a date, since no month is above 12."""
    if text.startswith(("19", "20")):
        day = _date(int(text[:4]), int(text[4:6]), int(text[6:]))
        if day:
            return day
    return _date(int(text[4:]), int(text[2:4]), int(text[:2])) if text[4:6] in ("19", "20") else None


def _serial(number: float, epoch_1904: bool) -> date | None:
    start = date(1904, 1, 1) if epoch_1904 else date(1899, 12, 30)
    return start + timedelta(days=int(number)) if _SERIAL_FROM <= number <= _SERIAL_TO else None


def _checked(day: date | None, today: date, birth: bool, told: tuple[Told, ...] = ()) -> Cleaned:
    """The date if it can be one; births in the future and before 1900 are no births, very young ones are told."""
    if day is None:
        return Cleaned("", (Told("import_date_unreadable"),))
    if (birth and (day > today or day.year < 1900)) or day.year < 1901 or day.year > 2199:
        return Cleaned("", (Told("import_date_implausible"),))
    if birth and today.year - day.year < 14:
        told += (Told("import_date_young"),)
    return Cleaned(day.isoformat(), told)


def clean_date(cell: Cell, habit: DateHabit, today: date, birth: bool = False) -> Cleaned:
    """A date in ISO form, known to the year only where the cell says no more (SP-6).

    ``birth`` applies the rules of birth dates. What cannot be a date is left out and told; never silently another day.
    """
    if isinstance(cell, datetime):
        return _checked(cell.date(), today, birth)
    if isinstance(cell, date):
        return _checked(cell, today, birth)
    if isinstance(cell, bool | time | timedelta):
        return Cleaned("", (Told("import_date_unreadable"),))
    if isinstance(cell, int | float):
        if 1900 <= cell <= today.year + 50 and cell == int(cell):
            return Cleaned(str(int(cell)), (Told("import_date_partial"),))
        if 1_000_000 <= cell < 100_000_000 and cell == int(cell):
            # A date of eight figures stored as a number; the zero at its start is lost.
            return _checked(_eight(str(int(cell)).zfill(8)), today, birth)
        return _checked(_serial(cell, habit.epoch_1904), today, birth)
    return _from_text(as_text(cell), habit, today, birth)
