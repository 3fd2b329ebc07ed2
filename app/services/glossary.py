"""The terms of the field in five languages, for interpreters and translators (AG-17)."""

import csv
import re
from collections.abc import Iterable, Sequence
from functools import cache

from app.core.collation import sort_key
from app.core.i18n import LANGUAGES
from app.core.paths import resources
from app.documents.texts import Text

_WORD = re.compile(r"[^\W\d_]+")
#: Letters at the end of a longer word that its case or number may change.
_ENDING, _SHORT = 2, 5


@cache
def entries() -> tuple[dict[str, str], ...]:
    """Every entry: its words by language code."""
    with (resources() / "data" / "glossary.csv").open(encoding="utf-8", newline="") as file:
        return tuple({code: row[code].strip() for code in LANGUAGES} for row in csv.DictReader(file))


def pairs(first: str, second: str) -> tuple[Text, ...]:
    """All terms in two languages in the alphabetical order of the first; each pair once."""
    found = {Text(entry[first], entry[second]) for entry in entries() if entry[first] and entry[second]}
    return tuple(sorted(found, key=lambda term: (sort_key(term.first, first), term.second)))


def occurring(terms: Sequence[Text], first: Iterable[str], second: Iterable[str]) -> tuple[Text, ...]:
    """Those of the terms that occur in texts of the first or second language, whatever their endings."""
    in_first, in_second = _stems(" ".join(first)), _stems(" ".join(second))
    return tuple(term for term in terms if _occurs(term.first, in_first) or _occurs(term.second, in_second))


def _stems(text: str) -> str:
    """The text as stems, each between spaces, so that whole words are compared and not their beginnings."""
    return f" {' '.join(_stem(word) for word in _WORD.findall(text.casefold()))} "


def _stem(word: str) -> str:
    return word[:-_ENDING] if len(word) > _SHORT else word


def _occurs(term: str, stems: str) -> bool:
    """Whether one of the forms of a term (``a / b``) stands in the stems of a text."""
    return any(len(stem) > 2 and stem in stems for stem in map(_stems, term.split("/")))
