"""Latin spellings and matching keys of many words of names at once.

A sheet of a hundred thousand people holds tens of thousands of different family names. Nearly all are one plain word:
a capital and small letters of one alphabet. Joined by line breaks they go through the tables and patterns together,
which gives what the careful functions give for each (a property test holds them together); all others go one by one.
"""

import re
from collections.abc import Iterable

from app.core.matching_keys import key_of_plain, matching_key
from app.core.transliteration import plain_latin, transliteration

_UKRAINIAN = re.compile("[А-ЩЮЯЄІЇҐ][а-щьюяєіїґ]+")
_LATIN = re.compile("[A-Z][a-z]+")
_LETTERS = dict(
    zip(
        "абвгґдежзиіклмнопрстуфхцчшщь",
        [*"a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch".split(), ""],
        strict=True,
    )
)
_INSIDE = {"є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
_AT_START = {"є": "Ye", "ї": "Yi", "й": "Y", "ю": "Yu", "я": "Ya"}
#: A plain word has its only capital at its start, so that one table serves both places (TL-2 to TL-4).
_TABLE = {ord(letter): latin for letter, latin in {**_LETTERS, **_INSIDE}.items()} | {
    ord(letter.upper()): _AT_START.get(letter, latin.title()) for letter, latin in {**_LETTERS, **_INSIDE}.items()
}
#: Words joined at a time: small enough that no single call holds up another thread.
_BATCH = 4_000


def is_plain(word: str) -> bool:
    """Whether a word is a capital and small letters of the Ukrainian or the bare Latin alphabet, two at least."""
    return (_LATIN if word.isascii() else _UKRAINIAN).fullmatch(word) is not None


def _sorted_out(words: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    """Plain Ukrainian, plain Latin and all other words."""
    ukrainian: list[str] = []
    latin: list[str] = []
    others: list[str] = []
    native, western = _UKRAINIAN.fullmatch, _LATIN.fullmatch
    for word in words:
        if native(word):
            # "зг" is the one pair of letters with a spelling of its own (TL-2).
            (others if "зг" in word or word[:2] == "Зг" else ukrainian).append(word)
        else:
            (latin if western(word) else others).append(word)
    return ukrainian, latin, others


def _spelt(words: list[str]) -> list[str]:
    return "\n".join(words).translate(_TABLE).split("\n") if words else []


def latin_spellings(words: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """For each word what ``transliteration`` gives (TL-1 to TL-6): the text, and whether it had foreign letters."""
    ukrainian, latin, others = _sorted_out(words)
    found: dict[str, tuple[str, bool]] = {word: (word, False) for word in latin}
    for start in range(0, len(ukrainian), _BATCH):
        batch = ukrainian[start : start + _BATCH]
        found.update(zip(batch, ((text, False) for text in _spelt(batch)), strict=True))
    for word in others:
        one = transliteration(word)
        found[word] = (one.text, bool(one.foreign))
    return found


def matching_keys(words: Iterable[str]) -> dict[str, str]:
    """For each word what ``matching_key`` gives (MA-4)."""
    ukrainian, latin, others = _sorted_out(words)
    found: dict[str, str] = {}
    for start in range(0, len(ukrainian), _BATCH):
        batch = ukrainian[start : start + _BATCH]
        found.update(zip(batch, key_of_plain("\n".join(_spelt(batch)).lower()).split("\n"), strict=True))
    for start in range(0, len(latin), _BATCH):
        batch = latin[start : start + _BATCH]
        found.update(zip(batch, key_of_plain("\n".join(batch).lower()).split("\n"), strict=True))
    for word in others:
        found[word] = matching_key(word)
    return found


def plain_forms(words: Iterable[str]) -> dict[str, str | None]:
    """For each word of nothing but letters what ``fold`` gives, None where that takes more; '' stays ''."""
    ukrainian, latin, others = _sorted_out(words)
    found: dict[str, str | None] = {word: word.lower() for word in latin}
    for start in range(0, len(ukrainian), _BATCH):
        batch = ukrainian[start : start + _BATCH]
        found.update(zip(batch, "\n".join(_spelt(batch)).lower().split("\n"), strict=True))
    for word in others:
        found[word] = word.lower() if word.isascii() and (word.isalpha() or not word) else plain_latin(word)
    return found
