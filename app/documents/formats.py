"""Dates, times, numbers and quotation marks of the five languages (FM-1 to FM-7, CE-9, CE-10).

Everything that belongs together is joined with no-break spaces: number and unit, day, month and year.
"""

from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from app.core.dates import PartialDate, Precision
from app.core.i18n import LANGUAGES
from app.core.money import from_minor, minor_digits
from app.documents.months import HALVES, MONTHS, QUARTERS, WEEKDAYS, YEARS
from app.documents.texts import NBSP, clean_line

MINUS, DASH = "\u2212", "\u2013"

_QUOTES = {"en": "“”", "sl": "»«", "uk": "«»", "sv": "””", "lv": "„”"}
_DECIMAL = {"en": ".", "sl": ",", "uk": ",", "sv": ",", "lv": ","}
_GROUP = {"en": ",", "sl": ".", "uk": NBSP, "sv": NBSP, "lv": NBSP}
_DOTTED_TIME = frozenset({"sl", "sv", "lv"})
#: "until" between two ends that do not share their month.
_LONG_DASH = f"{NBSP}{DASH} "


def _joined(text: str) -> str:
    return text.replace(" ", NBSP)


@dataclass(frozen=True, slots=True)
class Formats:
    """How one language writes dates, times and numbers. ``bilingual`` paper uses the colon in times (FM-3)."""

    language: str
    bilingual: bool = False

    # dates ---------------------------------------------------------------------------------------------------

    def date_short(self, day: date) -> str:
        """In tables and registers: 7 March 2026 · 7. 3. 2026 · 07.03.2026 · 2026-03-07 · 07.03.2026."""
        match self.language:
            case "sl":
                return _joined(f"{day.day}. {day.month}. {day.year}")
            case "uk" | "lv":
                return f"{day.day:02d}.{day.month:02d}.{day.year}"
            case "sv":
                return day.isoformat()
            case _:
                return self.date_long(day)

    def date_long(self, day: date) -> str:
        """Standing alone: 7 March 2026 · 7. marec 2026 · 7 березня 2026 р. · 7 mars 2026 · 2026. gada 7. marts."""
        return self._whole(day, MONTHS[self.language].alone if self.language != "uk" else MONTHS["uk"].dated)

    def date_in_sentence(self, day: date) -> str:
        """In running text: sl 7. marca 2026, lv 2026. gada 7. martā; else as ``date_long`` (FM-4)."""
        table = MONTHS[self.language]
        return self._whole(day, table.located if self.language == "lv" else table.dated)

    def date_stated(self, day: date) -> str:
        """After a word that asks for a case: sl "stanje na dan 7. marca 2026"; else as ``date_long`` (FM-4)."""
        return self.date_in_sentence(day) if self.language == "sl" else self.date_long(day)

    def _whole(self, day: date, names: tuple[str, ...]) -> str:
        month = names[day.month - 1]
        match self.language:
            case "sl":
                text = f"{day.day}. {month} {day.year}"
            case "uk":
                text = f"{day.day} {month} {day.year} р."
            case "lv":
                text = f"{day.year}. gada {day.day}. {month}"
            case _:
                text = f"{day.day} {month} {day.year}"
        return _joined(text)

    def day_and_month(self, day: date) -> str:
        """Without the year, where the year stands beside: 21 October · 21. oktober · 21 жовтня · 21. oktobris."""
        month = MONTHS[self.language].dated[day.month - 1]
        match self.language:
            case "sl" | "lv":
                return _joined(f"{day.day}. {MONTHS[self.language].alone[day.month - 1]}")
            case _:
                return _joined(f"{day.day} {month}")

    def weekday(self, day: date) -> str:
        """The name of the day of the week."""
        return WEEKDAYS[self.language][day.weekday()]

    def weekday_date(self, day: date) -> str:
        """Weekday before the date, with a comma except in Swedish (FM-5)."""
        comma = "" if self.language == "sv" else ","
        return f"{self.weekday(day)}{comma} {self.date_long(day)}"

    def date_range(self, start: date, end: date) -> str:
        """Standing alone: 3–7 March 2026 · 3.–7. marec 2026 · 2026. gada 3.–7. marts (FM-4, AG-1)."""
        if start == end:
            return self.date_long(start)
        names = MONTHS[self.language].dated if self.language == "uk" else MONTHS[self.language].alone
        return self._range(start, end, names)

    def date_range_in_sentence(self, start: date, end: date) -> str:
        """In running text: from 3 to 7 March 2026 · od 3. do 7. marca 2026 · no 2026. gada 3. līdz 7. martam."""
        if start == end:
            return self.date_in_sentence(start)
        table = MONTHS[self.language]
        one_month = (start.year, start.month) == (end.year, end.month)
        match self.language:
            case "en":
                first = self._start(start, end, one_month, table.dated)
                return f"from{NBSP}{first}{NBSP if one_month else ' '}to{NBSP}{self.date_long(end)}"
            case "sl":
                first = self._start(start, end, one_month, table.dated)
                return f"od{NBSP}{first}{NBSP if one_month else ' '}do{NBSP}{self.date_in_sentence(end)}"
            case "lv":
                first = f"{start.day}." if one_month else f"{start.day}. {table.dated[start.month - 1]}"
                until = f"{end.day}. {table.until[end.month - 1]}"
                year = "" if start.year == end.year else f"{end.year}. gada "
                return f"no{NBSP}{_joined(f'{start.year}. gada {first}')} līdz{NBSP}{_joined(year + until)}"
            case _:
                return self._range(start, end, table.dated)

    def _start(self, start: date, end: date, one_month: bool, names: tuple[str, ...]) -> str:
        mark = "." if self.language == "sl" else ""
        if one_month:
            return f"{start.day}{mark}"
        year = "" if start.year == end.year else f" {start.year}"
        return _joined(f"{start.day}{mark} {names[start.month - 1]}{year}")

    def _range(self, start: date, end: date, names: tuple[str, ...]) -> str:
        one_month = (start.year, start.month) == (end.year, end.month)
        stop = "." if self.language in {"sl", "lv"} else ""
        if self.language == "lv":
            if one_month:
                return _joined(f"{start.year}. gada {start.day}.{DASH}{end.day}. {names[end.month - 1]}")
            year = "" if start.year == end.year else f"{end.year}. gada "
            first = _joined(f"{start.year}. gada {start.day}. {names[start.month - 1]}")
            return f"{first}{_LONG_DASH}{_joined(f'{year}{end.day}. {names[end.month - 1]}')}"
        if one_month:
            return f"{start.day}{stop}{DASH}{self._whole(end, names)}"
        first = f"{start.day}{stop} {names[start.month - 1]}"
        if start.year != end.year:
            first += f" {start.year}" + (" р." if self.language == "uk" else "")
        return f"{_joined(first)}{_LONG_DASH}{self._whole(end, names)}"

    def partial(self, day: PartialDate) -> str:
        """A date known in part, in words; empty when unknown: October 2023, second half of 2022, 2024. gads."""
        if not day.known:
            return ""
        exact = day.exact
        if exact is not None:
            return self.date_long(exact)
        year = str(day.year)
        match day.precision:
            case Precision.MONTH:
                text = self._month_and_year(day)
            case Precision.QUARTER:
                text = QUARTERS[self.language][day.part - 1].format(year=year)
            case Precision.HALF:
                text = HALVES[self.language][day.part - 1].format(year=year)
            case _:
                text = YEARS[self.language].format(year=year)
        return _joined(text)

    def _month_and_year(self, day: PartialDate) -> str:
        month = MONTHS[self.language].alone[day.part - 1]
        match self.language:
            case "lv":
                return f"{day.year}. gada {month}"
            case "uk":
                return f"{month} {day.year} р."
            case _:
                return f"{month} {day.year}"

    def partial_range(self, start: PartialDate, end: PartialDate) -> str:
        """From one partial date to another; one of them alone when the other is unknown."""
        if start.exact and end.exact:
            return self.date_range(start.exact, end.exact)
        texts = [self.partial(day) for day in (start, end) if day.known]
        return texts[0] if len(set(texts)) == 1 else _LONG_DASH.join(texts)

    # times ---------------------------------------------------------------------------------------------------

    def clock(self, moment: time) -> str:
        """9:00 · 9.00 · sv 09.00 as in tables; a colon on bilingual paper (FM-3)."""
        dotted = self.language in _DOTTED_TIME and not self.bilingual
        hour = f"{moment.hour:02d}" if self.language == "sv" and not self.bilingual else str(moment.hour)
        return f"{hour}{'.' if dotted else ':'}{moment.minute:02d}"

    def time_range(self, start: time | None, end: time | None) -> str:
        """9:00–10:30; one time alone when the other is missing."""
        return DASH.join(self.clock(moment) for moment in (start, end) if moment is not None)

    # numbers -------------------------------------------------------------------------------------------------

    def number(self, value: Decimal | int, digits: int | None = None, signed: bool = False) -> str:
        """A number grouped from four digits in every language (FM-2), with a true minus sign.

        ``digits`` after the decimal mark; None keeps those that are there without trailing zeros.
        """
        amount = Decimal(value)
        if digits is None:
            amount = amount.normalize()
            exponent = amount.as_tuple().exponent
            digits = max(0, -exponent) if isinstance(exponent, int) else 0
        amount = amount.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
        whole, _, rest = f"{abs(amount):f}".partition(".")
        grouped = f"{int(whole):,}".replace(",", _GROUP[self.language])
        text = grouped + (_DECIMAL[self.language] + rest if rest else "")
        if amount < 0:
            return MINUS + text
        return "+" + text if signed and amount > 0 else text

    def money(self, minor: int | None, currency: str = "EUR", signed: bool = False) -> str:
        """Minor units with the currency's digits, without its name (FM-2); an en dash for no entry."""
        if minor is None:
            return DASH
        return self.number(from_minor(minor, currency), minor_digits(currency), signed)

    def percent(self, value: Decimal | int, digits: int = 0) -> str:
        """7% in English, with a no-break space elsewhere."""
        return f"{self.number(value, digits)}{'' if self.language == 'en' else NBSP}%"

    def hours(self, count: Decimal) -> str:
        """84 hours, after a preposition where the language needs a case (CE-9): sl "ur", lv "stundu"."""
        return f"{self.number(count)}{NBSP}{_hour_word(self.language, count)}"

    # words ---------------------------------------------------------------------------------------------------

    def quoted(self, text: str) -> str:
        """A title in the language's quotation marks (CE-10)."""
        opening, closing = _QUOTES[self.language][0], _QUOTES[self.language][1]
        return f"{opening}{clean_line(text)}{closing}"


def _hour_word(language: str, count: Decimal) -> str:
    whole = count == count.to_integral_value()
    n = int(count)
    if language == "en":
        return "hour" if count == 1 else "hours"
    if language == "sv":
        return "timme" if count == 1 else "timmar"
    if language == "sl":
        return "ure" if not whole or n % 100 == 1 else "ur"
    if language == "lv":
        return "stundas" if whole and n % 10 == 1 and n % 100 != 11 else "stundu"
    if not whole:
        return "години"
    if n % 10 == 1 and n % 100 != 11:
        return "година"
    return "години" if n % 10 in {2, 3, 4} and n % 100 not in {12, 13, 14} else "годин"


@cache
def formats(language: str, bilingual: bool = False) -> Formats:
    """The formats of a language; ValueError for one we have no tables for."""
    if language not in LANGUAGES:
        raise ValueError("language")
    return Formats(language, bilingual)
