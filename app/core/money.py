"""Money as whole minor units (cents), decimal arithmetic, half-up rounding (BU-1)."""

import re
from decimal import ROUND_HALF_UP, Decimal

_MARKS = re.compile(r"[.,]")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_MINOR_DIGITS = {"JPY": 0, "ISK": 0}


def minor_digits(currency: str) -> int:
    """Digits after the decimal mark of a currency (ISO 4217); two unless known otherwise."""
    return _MINOR_DIGITS.get(currency, 2)


def to_minor(amount: Decimal, currency: str = "EUR") -> int:
    """Whole minor units of an amount, rounded half up."""
    return int((amount * 10 ** minor_digits(currency)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def from_minor(minor: int, currency: str = "EUR") -> Decimal:
    """The amount as a decimal number with the currency's digits."""
    digits = minor_digits(currency)
    return Decimal(minor).scaleb(-digits)


def line_total(units: Decimal, factor: Decimal, rate_minor: int) -> int:
    """Total of a budget line in minor units: units x factor x rate, rounded half up (BU-1)."""
    return int((units * factor * rate_minor).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def convert(amount_minor: int, rate: Decimal) -> int:
    """Minor units in the budget currency; ``rate`` is foreign units per one budget unit (BU-12)."""
    if rate <= 0:
        raise ValueError("rate")
    return int((Decimal(amount_minor) / rate).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def parse_amount(text: str) -> Decimal:
    """Read an amount as people type it: any spaces or dots as groups, comma or dot before the cents.

    Raises ValueError when it is no number. The last separator followed by one or two digits is the decimal mark;
    the same mark standing more than once, or followed by exactly three digits after other groups, is grouping. Groups
    have three digits: a day like 1.2.2023 is no amount.
    """
    cleaned = "".join(ch for ch in text if not ch.isspace()).replace("−", "-").replace("'", "")
    if not cleaned:
        raise ValueError("amount")
    comma, dot = cleaned.rfind(","), cleaned.rfind(".")
    mark = "," if comma > dot else "."
    position = max(comma, dot)
    if position >= 0:
        tail = len(cleaned) - position - 1
        other = "." if mark == "," else ","
        repeated = cleaned.count(mark) > 1
        grouped = tail == 3 and (repeated or (mark == "," and other not in cleaned))
        _expect_groups(cleaned, to_the_end=repeated or grouped)
        if repeated or grouped:
            cleaned = cleaned.replace(mark, "").replace(other, "" if repeated and grouped else other)
        else:
            cleaned = cleaned.replace(other, "").replace(mark, ".")
    if not _NUMBER.fullmatch(cleaned):
        raise ValueError("amount")
    return Decimal(cleaned)


def _expect_groups(text: str, *, to_the_end: bool) -> None:
    """ValueError unless the digits between the marks, and behind the last where that one groups too, come in threes."""
    first, *rest = _MARKS.split(text.lstrip("+-"))
    groups = rest if to_the_end else rest[:-1]
    if groups and (not 1 <= len(first) <= 3 or any(len(group) != 3 for group in groups)):
        raise ValueError("amount")
