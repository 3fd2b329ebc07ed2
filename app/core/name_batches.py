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
#: The same in a text of one word a line.
_UKRAINIAN_LINES = re.compile(f"^{_UKRAINIAN.pattern}$", re.MULTILINE)
_LATIN_LINES = re.compile(f"^{_LATIN.pattern}$", re.MULTILINE)
_ALL_UKRAINIAN, _ALL_LATIN = (re.compile(f"{one.pattern}(?:\n{one.pattern})*") for one in (_UKRAINIAN, _LATIN))
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
#: In this code page each of these letters is one byte: most have one Latin letter, which goes much faster by bytes.
_PAGE = "cp1251"
_SILENT = "".join(chr(letter) for letter, latin in _TABLE.items() if not latin).encode(_PAGE)
_SINGLES = bytes.maketrans(
    "".join(chr(letter) for letter, latin in _TABLE.items() if len(latin) == 1).encode(_PAGE),
    "".join(latin for latin in _TABLE.values() if len(latin) == 1).encode("ascii"),
)
_SEVERAL = [(chr(letter).encode(_PAGE), latin.encode("ascii")) for letter, latin in _TABLE.items() if len(latin) > 1]
#: Words joined at a time: small enough that no single call holds up another thread.
_BATCH = 4_000


def is_plain(word: str) -> bool:
    """Whether a word is a capital and small letters of the Ukrainian or the bare Latin alphabet, two at least."""
    return (_LATIN if word.isascii() else _UKRAINIAN).fullmatch(word) is not None


def plain_words(words: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    """Different words sorted into plain Ukrainian, plain Latin (``is_plain``) and all others; the order may change."""
    ukrainian: list[str] = []
    latin: list[str] = []
    others: list[str] = []
    found = list(words)
    for start in range(0, len(found), _BATCH):
        batch = found[start : start + _BATCH]
        text = "\n".join(batch)
        if text.count("\n") >= len(batch):
            # A line break within a word: it would be taken for two.
            others += [word for word in batch if "\n" in word]
            batch = [word for word in batch if "\n" not in word]
            text = "\n".join(batch)
        if _ALL_UKRAINIAN.fullmatch(text):
            ukrainian += batch
        elif _ALL_LATIN.fullmatch(text):
            latin += batch
        else:
            native, western = _UKRAINIAN_LINES.findall(text), _LATIN_LINES.findall(text)
            if len(native) + len(western) < len(batch):
                others += set(batch).difference(native, western)
            ukrainian += native
            latin += western
    return ukrainian, latin, others


def _sorted_out(words: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    """The same, without the plain words that the tables would spell wrong."""
    ukrainian, latin, others = plain_words(words)
    # "зг" is the one pair of letters with a spelling of its own (TL-2).
    together = "\n".join(ukrainian)
    if "зг" not in together and "Зг" not in together:
        return ukrainian, latin, others
    odd = {word for word in ukrainian if "зг" in word or word[:2] == "Зг"}
    return [word for word in ukrainian if word not in odd] if odd else ukrainian, latin, [*others, *odd]


def _spelt(words: list[str]) -> list[str]:
    """Plain Ukrainian words in Latin letters, in their order."""
    if not words:
        return []
    text = "\n".join(words).encode(_PAGE).translate(_SINGLES, _SILENT)
    for letter, latin in _SEVERAL:
        text = text.replace(letter, latin)
    return text.decode("ascii").split("\n")


def plain_spellings(words: Iterable[str]) -> tuple[dict[str, str], list[str], list[str]]:
    """Plain Ukrainian words with their Latin spellings (TL-2 to TL-4), plain Latin words, and all others."""
    ukrainian, latin, others = _sorted_out(words)
    found: dict[str, str] = {}
    for start in range(0, len(ukrainian), _BATCH):
        batch = ukrainian[start : start + _BATCH]
        found.update(zip(batch, _spelt(batch), strict=True))
    return found, latin, others


def latin_spellings(words: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """For each word what ``transliteration`` gives (TL-1 to TL-6): the text, and whether it had foreign letters."""
    plain, latin, others = plain_spellings(words)
    found: dict[str, tuple[str, bool]] = {word: (word, False) for word in latin}
    found.update((word, (text, False)) for word, text in plain.items())
    for word in others:
        one = transliteration(word)
        found[word] = (one.text, bool(one.foreign))
    return found


def matching_keys(words: Iterable[str]) -> dict[str, str]:
    """For each word what ``matching_key`` gives (MA-4)."""
    return keys_and_spellings(words)[0]


def keys_and_spellings(words: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """For each word what ``matching_key`` gives, and the plain Ukrainian ones with their Latin spellings."""
    ukrainian, latin, others = _sorted_out(words)
    found: dict[str, str] = {}
    spellings: dict[str, str] = {}
    for start in range(0, len(ukrainian), _BATCH):
        batch = ukrainian[start : start + _BATCH]
        spelt = _spelt(batch)
        spellings.update(zip(batch, spelt, strict=True))
        found.update(zip(batch, key_of_plain("\n".join(spelt).lower()).split("\n"), strict=True))
    for start in range(0, len(latin), _BATCH):
        batch = latin[start : start + _BATCH]
        found.update(zip(batch, key_of_plain("\n".join(batch).lower()).split("\n"), strict=True))
    for word in others:
        found[word] = matching_key(word)
    return found, spellings


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
