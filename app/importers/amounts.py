"""Sums of money as they stand in cells: signs, groups, decimal marks proved by the column, currencies (9.1, FM-1)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from math import isfinite

from app.core.money import minor_digits
from app.core.text import fold, one_line
from app.importers.cells import EMPTY, Cleaned, Told
from app.importers.workbook import Cell

_SIGNS = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "₴": "UAH",
    "zł": "PLN",
    "kč": "CZK",
    "ft": "HUF",
    "₺": "TRY",
}
#: Words for currencies as they stand beside sums, folded.
_WORDS = {
    "eur": "EUR", "euro": "EUR", "euros": "EUR", "evro": "EUR", "evrov": "EUR", "evra": "EUR", "eiro": "EUR",
    "yevro": "EUR", "ievro": "EUR", "eura": "EUR", "evri": "EUR",
    "uah": "UAH", "hrn": "UAH", "grn": "UAH", "hryven": "UAH", "hryvnia": "UAH", "hryvnias": "UAH", "hryvni": "UAH",
    "sek": "SEK", "kr": "SEK", "kronor": "SEK", "skr": "SEK",
    "nok": "NOK", "dkk": "DKK", "usd": "USD", "dollar": "USD", "dollars": "USD", "us$": "USD", "dol": "USD",
    "gbp": "GBP", "chf": "CHF", "pln": "PLN", "zl": "PLN", "czk": "CZK", "kc": "CZK", "huf": "HUF", "ft": "HUF",
    "bam": "BAM", "km": "BAM", "mkd": "MKD", "den": "MKD", "denari": "MKD", "denary": "MKD", "denar": "MKD",
    "rsd": "RSD", "din": "RSD", "dinar": "RSD", "dinara": "RSD", "dinari": "RSD", "dyn": "RSD", "dynar": "RSD",
    "dynara": "RSD", "dynary": "RSD", "krona": "SEK", "kron": "SEK", "yevra": "EUR", "eiri": "EUR",
    "all": "ALL", "lek": "ALL", "mdl": "MDL", "lei": "MDL", "ron": "RON", "bgn": "BGN", "lv": "BGN", "gel": "GEL",
    "hrk": "HRK", "kn": "HRK", "try": "TRY", "isk": "ISK", "jpy": "JPY", "cad": "CAD",
}  # fmt: skip
_CODES = frozenset(_WORDS.values())
_NOTHING = frozenset(("", "-", "–", "—", "x", "n/a", "na"))
_NUMBER = re.compile(r"\d(?:[\d\s.,'’]*\d)?(?:[.,]\d+)?")
_LETTERS = re.compile(r"[^\W\d_]+\$?|[€$£₴₺]", re.UNICODE)
#: Words that say that a sum is not exact, or is none.
_ABOUT = re.compile(
    r"[~≈±?]|\b(?:about|approx\w*|around|circa|ca|cca|oko|okoli|približno|priblizno|otprilike|близько|біля|приблизно|"
    r"орієнтовно|около|примерно|ориентировочно|око|отприлике|околу|приближно|omkring|ungefär|aptuveni|apmēram|up to|"
    r"max|min|від|od|from|tbc|tbd)\b",
    re.IGNORECASE,
)
#: "1 250 грн 00 коп.", "12 kr 50 öre": whole and parts told apart by their words.
_WITH_PARTS = re.compile(
    r"(?<=\d)\s?(?:грн|гривень|гривні|kr(?:onor)?|eur(?:os?)?|euro|€|євро|eiro|din(?:ara)?|дин|денари?|ден|km|км|руб)\.?\s*"
    r"(\d\d)\s?(?:коп\w*|öre|cent\w*|ct|цент\w*|para|пара|feninga|deni)\b\.?",
    re.IGNORECASE,
)
_TYPE_NUMBERS = re.compile(r"^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$", re.IGNORECASE)


_THOUSANDS = re.compile(
    r"\b(?:тис|тыс|tis|tkr|k€|keur|tsek|thousands?|000s|tūkst|tusental|hiljad\w*|хиљад\w*|илјад\w*|tusen)\b\.?|[€$£]\s?k\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class AmountHabit:
    """How a column writes sums. ``decimal``: the mark before the cents where a value proves it, else empty."""

    decimal: str = ""


def scale_of(heading: str) -> int:
    """1000 where a heading says that its sums are thousands ("Сума, тис. грн", "Belopp (tkr)"), else 1."""
    return 1000 if _THOUSANDS.search(heading) else 1


@lru_cache(maxsize=5_000)
def currency_in(text: str) -> str:
    """The currency that a text names by code, sign or word; empty when none or more than one."""
    # "240:-" is how kronor are written.
    found = {"SEK"} if re.search(r"\d\s?:[-–—]", text) else set()
    for piece in _LETTERS.findall(one_line(text)):
        code = _SIGNS.get(piece.casefold()) or _WORDS.get(fold(piece).strip("."))
        if code:
            found.add(code)
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=500)
def clean_currency(text: str) -> Cleaned:
    """A cell of currencies as a code of three letters; unknown words are told."""
    plain = one_line(text).strip(" .")
    if plain in _NOTHING:
        return EMPTY
    code = currency_in(plain)
    if not code and len(plain) == 3 and plain.isascii() and plain.isalpha():
        code = plain.upper()
    return Cleaned(code) if code else Cleaned("", (Told("import_currency_unknown"),))


def _digits(text: str) -> tuple[str, bool] | None:
    """The number inside a text and whether it is negative; None when there is no number or more than one."""
    plain = one_line(text).replace("−", "-").replace("–", "-").replace("\u00a0", " ").replace("\u202f", " ")
    if _ABOUT.search(plain):
        return None
    # "100,-", "100.–" and "100:-" mean no cents; "100:50" is the Swedish way to write them.
    plain = re.sub(r"(?<=\d)[.,:]\s?-+(?!\d)", " ", plain)
    plain = re.sub(r"(?<=\d):(\d\d)(?![\d:])", r",\1", plain)
    plain = _WITH_PARTS.sub(lambda found: f",{found[1]} {found[0][: found.start(1) - found.start()]}", plain)
    numbers = _NUMBER.findall(plain)
    if len(numbers) != 1 or "%" in plain or not _groups_of_three(numbers[0]):
        return None
    rest = plain.replace(numbers[0], " ", 1)
    negative = bool(re.search(r"\(\s*[^\w(]*\s*\)|\(\s*[^\W\d_]*\s*\)", rest)) or "-" in rest
    return re.sub(r"[\s'’]", "", numbers[0]), negative


def _groups_of_three(number: str) -> bool:
    """Whether spaces and apostrophes stand where they part thousands: "12 34" is no sum."""
    first, *groups = re.split(r"[\s'’]+", re.split(r"[.,](?=\d{1,2}$|\d{4,}$)", number)[0])
    return not groups or (len(re.sub(r"\D", "", first)) <= 3 and all(len(group) == 3 for group in groups))


def _proof(number: str) -> str:
    """The decimal mark that a number proves: both marks, a group repeated, cents of one, two or four digits."""
    comma, dot = number.rfind(","), number.rfind(".")
    if comma >= 0 and dot >= 0:
        return "," if comma > dot else "."
    mark = "," if comma >= 0 else "." if dot >= 0 else ""
    if not mark:
        return ""
    if number.count(mark) > 1:
        return "." if mark == "," else ","
    head, tail = number.split(mark)
    return mark if len(tail) != 3 or len(head) > 3 or head in ("0", "") else ""


def habit_of_amounts(values: Iterable[Cell]) -> AmountHabit:
    """What the texts of a column prove about its decimal mark; nothing when they contradict each other."""
    marks: set[str] = set()
    for value in values:
        if isinstance(value, str) and (found := _digits(value)):
            marks.add(_proof(found[0]))
    marks.discard("")
    return AmountHabit(marks.pop()) if len(marks) == 1 else AmountHabit()


def clean_amount(cell: Cell, habit: AmountHabit, currency: str = "EUR", scale: int = 1) -> Cleaned:
    """A sum as a decimal number with the digits of its currency, ``1234.50``; told when unreadable or doubtful.

    A mark with three digits behind it that nothing in the column settles ("1.234") is taken as grouping and told. Sums
    in brackets or with a minus are negative. ``scale``: 1000 where the heading says that thousands are counted.
    """
    if isinstance(cell, bool):
        return Cleaned("", (Told("import_amount_unreadable"),))
    if isinstance(cell, int | float):
        return (
            _whole(repr(cell), currency, scale) if isfinite(cell) else Cleaned("", (Told("import_amount_unreadable"),))
        )
    if not isinstance(cell, str):
        return Cleaned("", (Told("import_amount_unreadable"),))
    return _from_text(cell, habit, currency, scale)


@lru_cache(maxsize=50_000)
def _from_text(raw: str, habit: AmountHabit, currency: str, scale: int = 1) -> Cleaned:
    if one_line(raw).casefold().strip(" .") in _NOTHING:
        return EMPTY
    found = _digits(raw)
    if found is None:
        return Cleaned("", (Told("import_amount_unreadable"),))
    number, negative = found
    told: tuple[Told, ...] = ()
    decimal = _proof(number)
    if not decimal and re.search(r"[.,]", number):
        mark = "," if "," in number else "."
        if habit.decimal == mark:
            decimal = mark
        else:
            decimal = "." if mark == "," else ","
            told = () if habit.decimal else (Told("import_amount_doubtful"),)
    group = "," if decimal == "." else "."
    plain = number.replace(group, "").replace(",", ".")
    cleaned = _whole(("-" if negative else "") + plain, currency, scale)
    return Cleaned(cleaned.value, told + cleaned.told)


def _whole(text: str, currency: str, scale: int = 1) -> Cleaned:
    try:
        number = Decimal(text) * scale
    except InvalidOperation:
        return Cleaned("", (Told("import_amount_unreadable"),))
    if abs(number) >= Decimal(10) ** 12:
        return Cleaned("", (Told("import_amount_unreadable"),))
    digits = minor_digits(currency or "EUR")
    kept = number.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    # A spreadsheet's own sums carry dust behind the cents; more than dust is told.
    told = (Told("import_amount_rounded"),) if abs(kept - number) > Decimal("0.0005") else ()
    return Cleaned(f"{kept:.{digits}f}", told)


def clean_rate(cell: Cell) -> Cleaned:
    """An exchange rate as a decimal number above zero; comma or point before the decimals."""
    text = repr(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else str(cell)
    plain = re.sub(r"\s", "", one_line(text)).replace(",", ".")
    if not plain or plain in _NOTHING:
        return EMPTY
    if not _TYPE_NUMBERS.match(plain) or Decimal(plain) <= 0:
        return Cleaned("", (Told("import_number_unreadable"),))
    return Cleaned(f"{Decimal(plain).normalize():f}")


def add_up(amounts: Iterable[str]) -> Decimal:
    """The sum of cleaned amounts."""
    return sum((Decimal(amount) for amount in amounts if amount), Decimal(0))
