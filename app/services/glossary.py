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
#: Words up to this length change one letter at most; longer ones up to three.
_SHORT = 5
#: Letters by which words are looked up.
_KEY = 3


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
    in_first, in_second = _Vocabulary(first), _Vocabulary(second)
    return tuple(term for term in terms if in_first.has(term.first) or in_second.has(term.second))


class _Vocabulary:
    """The words of texts in their order, found by their beginnings."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = [word for text in texts for word in _words(text)]
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            self._places.setdefault(word[:_KEY], []).append(place)

    def has(self, term: str) -> bool:
        """Whether one of the forms of a term (``a / b``) stands in the texts."""
        return any(self._stands(_words(form)) for form in term.split("/"))

    def _stands(self, form: Sequence[str]) -> bool:
        if not form:
            return False
        places = self._places.get(form[0][:_KEY], ())
        return any(
            len(form) <= len(self._words) - place
            and all(_same(word, self._words[place + number]) for number, word in enumerate(form))
            for place in places
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _same(one: str, other: str) -> bool:
    """Whether two words differ in their endings only, as case and number change them."""
    longer = max(len(one), len(other))
    ending, least = (1, 3) if longer <= _SHORT else (3, 5)
    common = next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    return one == other or common >= max(longer - ending, least)
