"""Words of the vocabulary in cells and titles, in every language that towns write: "Kosilo" is a meal.

The labels of ``core.vocabulary`` count in all the program's languages, beside the synonyms of
``resources/data/vocabulary-synonyms.csv`` (vocabulary, word, lang, synonym).
"""

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.core.i18n import LANGUAGES, words
from app.core.paths import resources
from app.core.text import fold, one_line
from app.core.transliteration import is_cyrillic
from app.core.vocabulary import label

_SPLIT = re.compile(r"[\s\-–—,.;:()/\"“”„«»!?|]+")
_FUZZY_FROM, _FUZZY = 6, 90.0


@dataclass(frozen=True)
class _Book:
    exact: dict[str, StrEnum]
    by_first: dict[str, list[tuple[tuple[str, ...], StrEnum]]]


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    with (resources() / "data" / "vocabulary-synonyms.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            found.setdefault(row["vocabulary"], []).append((row["word"], row["synonym"]))
    return found


def _plain(text: str, language: str | None = None) -> str:
    """The words of a text, folded; the Ukrainian "у" and "в" before a word are one."""
    line = one_line(text)
    if line[:2] in ("у ", "У "):
        line = f"в{line[1:]}"
    # Signs before a word ("⏸ On hold") are not part of it.
    return " ".join(part for part in _SPLIT.split(fold(line, language)) if any(map(str.isalnum, part)))


def _plain_ways(text: str) -> list[str]:
    """A text as it may be folded: letters beside it decide whether Cyrillic is read as Ukrainian or as Serbian."""
    ways = (None, "uk", "sr", "mk") if is_cyrillic(text) else (None,)
    return list(dict.fromkeys(_plain(text, language) for language in ways))


@lru_cache(maxsize=8)
def _book(vocabulary: type[StrEnum]) -> _Book:
    exact: dict[str, StrEnum] = {}
    phrases: list[tuple[tuple[str, ...], StrEnum]] = []

    def learn(text: str, word: StrEnum) -> None:
        for plain in _plain_ways(text):
            if plain:
                exact.setdefault(plain, word)
                phrases.append((tuple(plain.split(" ")), word))

    members = [word for word in vocabulary if word.value]
    for word in members:
        learn(word.value.replace("_", " "), word)
        for language in LANGUAGES:
            learn(words(language).say(label(word)), word)
    for value, synonym in _synonyms().get(vocabulary.__name__, ()):
        learn(synonym, vocabulary(value))
    by_first: dict[str, list[tuple[tuple[str, ...], StrEnum]]] = {}
    for parts, word in sorted(phrases, key=lambda one: -sum(map(len, one[0]))):
        by_first.setdefault(parts[0], []).append((parts, word))
    return _Book(exact, by_first)


@lru_cache(maxsize=5_000)
def read_word(vocabulary: type[StrEnum], text: str) -> StrEnum | None:
    """The word that a cell says, by label or synonym in any language; small slips forgiven; None when unknown.

    Two languages in one cell ("Lunch / Обід") are one word when they agree.
    """
    book = _book(vocabulary)
    plain = _plain(text)
    if not plain:
        return None
    if plain in book.exact:
        return book.exact[plain]
    parts = {book.exact.get(_plain(part)) for part in re.split(r"[/|\n;]", text) if _plain(part)}
    if len(parts) == 1 and None not in parts:
        return parts.pop()
    if len(plain) >= _FUZZY_FROM:
        from rapidfuzz import fuzz, process

        found = process.extractOne(plain, book.exact.keys(), scorer=fuzz.ratio, score_cutoff=_FUZZY)
        if found:
            return book.exact[found[0]]
    return None


#: Words that turn what stands behind them round, folded.
_NEGATION = frozenset("ne not no ni nav inte ej nije nisu bez without".split())


@lru_cache(maxsize=5_000)
def word_with_more(vocabulary: type[StrEnum], text: str) -> StrEnum | None:
    """The word at the start of a longer text: "draft, 60 %", "затверджено рішенням сесії".

    None when the text denies anything or speaks of a second word: it would have to be guessed which one is meant.
    """
    book = _book(vocabulary)
    plain = _plain(text).split(" ")
    if not _NEGATION.isdisjoint(plain):
        return None
    found: dict[int, StrEnum] = {}
    after = 0
    for place, first in enumerate(plain):
        for parts, word in book.by_first.get(first, ()) if place >= after else ():
            if tuple(plain[place : place + len(parts)]) == parts and sum(map(len, parts)) >= 3:
                found[place], after = word, place + len(parts)
                break
    return found.get(0) if len(set(found.values())) == 1 else None


@lru_cache(maxsize=20_000)
def word_in_title(vocabulary: type[StrEnum], title: str) -> StrEnum | None:
    """The word that a title speaks of: the longest synonym among its words, the earlier of two as long.

    A proposal only: "Обід у ресторані" is a meal, "Presentation of the lunch programme" is a lecture (it comes first
    as a whole word). None when no synonym stands in it.
    """
    book = _book(vocabulary)
    plain = _plain(title).split(" ")
    best: tuple[int, int] | None = None
    meant: StrEnum | None = None
    for place, first in enumerate(plain):
        for parts, word in book.by_first.get(first, ()):
            if tuple(plain[place : place + len(parts)]) == parts and sum(map(len, parts)) >= 3:
                weight = (place, -sum(map(len, parts)))
                if best is None or weight < best:
                    best, meant = weight, word
                break
    return meant
