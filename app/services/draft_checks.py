"""Checks that drafts of several kinds share: periods, countries, codes, texts in several languages."""

import re
from collections.abc import Iterable, Mapping

from app.core.dates import PartialDate
from app.core.errors import Problem

_CODE = re.compile(r"[A-Z0-9-]{2,24}")


def reversed_period(start: PartialDate, end: PartialDate) -> bool:
    """Whether a period surely ends before it begins; what is not known contradicts nothing."""
    return start.first is not None and end.last is not None and end.last < start.first


def period(start: PartialDate, end: PartialDate, field: str = "end") -> Iterable[Problem]:
    """The problem of a period that ends before it begins."""
    if reversed_period(start, end):
        yield Problem(field, "period_reversed")


def is_country(code: str) -> bool:
    """Whether it is empty or has the form of a country code (ISO 3166-1, two capitals)."""
    return not code or (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper())


def is_code(code: str) -> bool:
    """Whether it can be the code of a programme: 2 to 24 capitals, digits and hyphens."""
    return _CODE.fullmatch(code) is not None


def has_text(texts: Mapping[str, str]) -> bool:
    """Whether anything is written in any language."""
    return any(text.strip() for text in texts.values())
