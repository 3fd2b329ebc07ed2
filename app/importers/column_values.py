"""What a column is by its values alone: proof for an unclear heading, a proposal where there are no headings (7.2)."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

from app.core.given_names import given_names
from app.core.text import one_line
from app.core.transliteration import is_cyrillic
from app.importers.heading_rows import MAIL
from app.importers.workbook import Cell, Sheet

#: 7.2: so large a part of the values must agree.
SHARE = 0.6
#: So many rows are looked at.
SAMPLE = 60
#: Wider sheets are no lists of people.
WIDEST = 400
_PHONE_TEXT = re.compile(r"^\s*(?:(?:\+|00)[\d\s()./-]{8,20}|0[\d\s()/-]{7,14}|[3-4]\d{10,12})\s*$")
_DATE_TEXT = re.compile(r"^\s*(?:\d{1,2}[./-]\s*\d{1,2}[./-]\s*(?:19|20)\d\d|(?:19|20)\d\d-\d{1,2}-\d{1,2})\b")
_NAME_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’ʼ.-])*$")
PASSPORT = re.compile(r"^\s*[A-ZА-ЯІЇЄ]{1,2}\s?\d{6,7}\s*$")
_SEX = frozenset("m f ž k ч ж м v s x м. ж. ч. жін чол жін. чол. male female".split())
ORGANISATION = re.compile(
    r"\b(?:občin\w*|općin\w*|opštin\w*|општин\w*|громад\w*|(?:сіль|селищ|місь|облас|район)\w*рад[аи]|рада|ради|ОВА|РДА|ОДА|ВЦА|КП|КНП|КУ|виконком\w*|kommun\w*|novad\w*|pašvaldīb\w*|municipal\w*|"
    r"city|town|council|gmina|komuna|bashkia|primăria|grad|град|ministr\w*|міністер\w*|universi\w*|університет\w*|школа|"
    r"zavod\w*|institut\w*|інститут\w*|агенція|agency|agencija|regija|область|oblast|ngo|го)\b",
    re.IGNORECASE,
)


def values_of(sheet: Sheet, column: int, after: int) -> list[Cell]:
    """The filled cells of a column in the first rows below row ``after``."""
    rows = sheet.rows[after : after + SAMPLE]
    return [row[column - 1] for row in rows if len(row) >= column and row[column - 1] != ""]


def share_of(values: Sequence[Cell], fits: Callable[[str], object]) -> float:
    """The part of the values that are texts of which ``fits`` says something true, 0 to 1."""
    return sum(1 for value in values if isinstance(value, str) and fits(value)) / len(values) if values else 0.0


def are_mails(values: Sequence[Cell]) -> bool:
    """Whether most values are e-mail addresses."""
    return share_of(values, MAIL.match) >= SHARE


def are_phones(values: Sequence[Cell]) -> bool:
    """Whether most values are phone numbers: with a country code, or with the zero of a trunk."""
    whole = sum(1 for one in values if isinstance(one, float) and one.is_integer() and 3e10 < one < 5e12)
    return bool(values) and whole / len(values) + share_of(values, _PHONE_TEXT.match) >= SHARE


def are_cyrillic(values: Sequence[Cell]) -> bool:
    """Whether most values hold Cyrillic letters."""
    return share_of(values, is_cyrillic) > 0.5


def of_many_words(values: Sequence[Cell]) -> bool:
    """Whether most texts have more than one word."""
    texts = [value for value in values if isinstance(value, str)]
    return bool(texts) and sum(1 for text in texts if len(text.split()) > 1) > len(texts) / 2


def given_name_share(values: Sequence[Cell]) -> float:
    """The part of the values whose first word is a known given name."""
    names = given_names()
    return share_of(values, lambda text: names.knows(text.split()[0]) if text.split() else False)


def _are_births(values: Sequence[Cell]) -> bool:
    dates = sum(1 for one in values if isinstance(one, date | datetime))
    return bool(values) and dates / len(values) + share_of(values, _DATE_TEXT.match) >= SHARE


def are_full_names(values: Sequence[Cell]) -> bool:
    """Whether most values are two to four words with capitals, many of which are known given names."""
    names = given_names()

    def fits(text: str) -> bool:
        words = one_line(text).replace("/", " ").split()
        return 2 <= len(words) <= 4 and all(_NAME_WORD.match(word) and word[0].isupper() for word in words)

    known = share_of(values, lambda text: fits(text) and any(map(names.knows, text.replace("/", " ").split())))
    return share_of(values, fits) >= SHARE and known >= 0.3


def _single_names(values: Sequence[Cell]) -> bool:
    return (
        share_of(values, lambda text: len(text.split()) == 1 and _NAME_WORD.match(text) and text[0].isupper()) >= SHARE
    )


#: In this order; each field once.
_TESTS: tuple[tuple[str, Callable[[Sequence[Cell]], bool]], ...] = (
    ("email", are_mails),
    ("passport_number", lambda values: share_of(values, PASSPORT.match) >= SHARE),
    ("phone", are_phones),
    ("birth_date", _are_births),
    ("gender", lambda values: share_of(values, lambda text: text.strip().casefold() in _SEX) >= SHARE),
    ("full_name", are_full_names),
    ("given_name", lambda values: _single_names(values) and given_name_share(values) >= 0.5),
    ("organisation", lambda values: share_of(values, ORGANISATION.search) >= 0.5),
)


def propose_columns(sheet: Sheet) -> dict[int, str]:
    """What the columns of a sheet without headings seem to be, by their values: column → field.

    Empty when no column looks like names and when there is nothing but names. It is a proposal that somebody has to
    look at: nothing is imported by it.
    """
    found: dict[int, str] = {}
    samples = {column: values_of(sheet, column, 0) for column in range(1, min(sheet.width, WIDEST) + 1)}
    for field, test in _TESTS:
        for column, values in samples.items():
            if column not in found and field not in found.values() and len(values) >= 2 and test(values):
                found[column] = field
    given = next((column for column, field in found.items() if field == "given_name"), 0)
    for column in (given - 1, given + 1) if given else ():
        if column not in found and "family_name" not in found.values() and _single_names(samples.get(column, ())):
            found[column] = "family_name"
    named = {"full_name", "given_name"} & set(found.values())
    return dict(sorted(found.items())) if named and len(found) >= 2 else {}
