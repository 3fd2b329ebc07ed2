"""Cyrillic into Latin letters: Resolution 55 of the Cabinet of Ministers (2010), section 6.2 of the rules of the field.

The passport decides the spelling of a name, not this table (NA-1): what comes out of here is a proposal. There is no
way back from Latin to Cyrillic (TL-7).
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.core.further_alphabets import further_latin

#: TL-1: dropped between two Ukrainian letters, kept elsewhere.
_APOSTROPHES = "'\u2019\u02bc`\u00b4\u2032\u2018"

_LETTERS = dict(
    zip(
        "абвгґдежзиіклмнопрстуфхцчшщь",
        [*"a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch".split(), ""],
        strict=True,
    )
)
_AT_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_INSIDE = {"є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
#: TL-6: letters of other alphabets, read as well as can be, with a warning.
_FOREIGN = {"ы": "y", "э": "e", "ё": "io", "ъ": "", "ў": "u", "ђ": "đ", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ć"} | {
    "џ": "dž",
    "ѓ": "gj",
    "ѕ": "dz",
    "ќ": "kj",
}
_UKRAINIAN = frozenset(_LETTERS) | frozenset(_INSIDE)
_KNOWN = _UKRAINIAN | frozenset(_FOREIGN)

_TO_CYRILLIC = str.maketrans("ABCEHIKMOPTXYaceiopxy", "АВСЕНІКМОРТХУасеіорху")
_TO_LATIN = str.maketrans("АВСЕНІКМОРТХУЅЈасеіорхуѕј", "ABCEHIKMOPTXYSJaceiopxysj")
_LATIN_LOOKALIKES = frozenset("ABCEHIKMOPTXYaceiopxy")
_CYRILLIC_LOOKALIKES = frozenset("АВСЕНІКМОРТХУЅЈасеіорхуѕј")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

_SOUTH = frozenset("ђјљњћџѓѕќЂЈЉЊЋЏЃЅЌ")
_RUSSIAN = frozenset("ыэёъЫЭЁЪ")
_OWN = frozenset("іїєґІЇЄҐ")
#: Other readings of the letters in which these alphabets differ from the Ukrainian one, for searching only.
_SOUTH_READING = {"г": "g", "и": "i", "х": "h", "ц": "c", "ч": "č", "ш": "š", "ж": "ž", "щ": "št", "ъ": "a"}
_RUSSIAN_READING = {"г": "g", "и": "i", "е": "e"}
_READINGS = {
    "sr": _SOUTH_READING,
    "mk": _SOUTH_READING,
    "bg": _SOUTH_READING,
    "ru": _RUSSIAN_READING,
    "uk": {},
}


@dataclass(frozen=True, slots=True)
class Transliteration:
    """The Latin text, the words that had look-alike letters repaired (TL-5), foreign letters (TL-6)."""

    text: str
    repaired: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


def is_cyrillic(text: str) -> bool:
    """Whether the text holds any Cyrillic letter."""
    return not text.isascii() and _CYRILLIC.search(text) is not None


def is_latin(text: str) -> bool:
    """Whether the text holds any Latin letter."""
    return _LATIN.search(text) is not None


def _repair_word(word: str) -> str:
    """One word in one script: look-alikes go to the side that can take all of them, Cyrillic when both can (TL-5)."""
    latin = [char for char in word if _LATIN.match(char)]
    cyrillic = [char for char in word if _CYRILLIC.match(char)]
    if not latin or not cyrillic:
        return word
    if all(char in _LATIN_LOOKALIKES for char in latin):
        return word.translate(_TO_CYRILLIC)
    if all(char in _CYRILLIC_LOOKALIKES for char in cyrillic):
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC)


def repair_mixed_script(text: str) -> tuple[str, tuple[str, ...]]:
    """Words that mix Cyrillic and Latin letters, put into one script (TL-5), and the words that were repaired.

    ``Iванов`` with a Latin I becomes Cyrillic; ``Petrа`` with a Cyrillic а becomes Latin, since "t" and "r" have no
    Cyrillic look-alike. The result is in NFC.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isascii() or not (is_cyrillic(text) and is_latin(text)):
        return text, ()
    repaired: list[str] = []

    def one(found: re.Match[str]) -> str:
        word = found.group()
        mended = _repair_word(word)
        if mended != word:
            repaired.append(word)
        return mended

    return _WORD.sub(one, text), tuple(repaired)


def _cased(latin: str, upper: bool, all_caps: bool) -> str:
    """TL-4: whole in capitals within a word in capitals, else the first letter alone."""
    if not upper or not latin:
        return latin
    return latin.upper() if all_caps else latin[0].upper() + latin[1:]


def _capital_letters(text: str) -> list[bool]:
    """For each character whether its word (apostrophes belong to it, hyphens part it) is all capitals, two or more."""
    flags = [False] * len(text)
    if text[1:].islower():
        # At most the first letter is a capital, as in nearly every name.
        return flags
    start = 0
    while start < len(text):
        if text[start].lower() not in _KNOWN:
            start += 1
            continue
        end = start
        while end < len(text) and (text[end].lower() in _KNOWN or text[end] in _APOSTROPHES):
            end += 1
        letters = [char for char in text[start:end] if char.lower() in _KNOWN]
        if len(letters) >= 2 and all(char.isupper() for char in letters):
            flags[start:end] = [True] * (end - start)
        start = end
    return flags


def _convert(text: str, language: str) -> str:
    """The letters of a repaired text, by position and case (TL-1 to TL-4, TL-6), as ``language`` reads them.

    No rule looks across a space, so it goes word by word: the same names come again and again.
    """
    return " ".join([_convert_word(word, language) for word in text.split(" ")])


@lru_cache(maxsize=16)
def _tables(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """For each letter what it is at the start of a word and inside."""
    reading = _READINGS.get(language, {})

    def table(places: Mapping[str, str]) -> dict[str, str]:
        return {
            char: reading.get(char, places.get(char, _LETTERS.get(char, _FOREIGN.get(char, "")))) for char in _KNOWN
        }

    return table(_AT_START), table(_INSIDE)


@lru_cache(maxsize=100_000)
def _convert_word(text: str, language: str) -> str:
    if text[1:].islower() and _KNOWN.issuperset(low := text.lower()) and "зг" not in low:
        # Nearly every name: letters only, at most the first a capital.
        start, inner = _tables(language)
        first = start[low[0]]
        whole = first + "".join([inner[char] for char in low[1:]])
        return whole[:1].upper() + whole[1:] if first and text[0] != low[0] else whole
    reading = _READINGS.get(language, {})
    caps = _capital_letters(text)
    out: list[str] = []
    inside = False
    at = 0
    while at < len(text):
        char = text[at]
        low = char.lower()
        if low in _KNOWN:
            if low == "з" and text[at + 1 : at + 2].lower() == "г" and "г" not in reading:
                out.append(_cased("zgh", char.isupper(), caps[at]))
                at += 2
                inside = True
                continue
            latin = reading.get(low)
            if latin is None:
                latin = (_INSIDE if inside else _AT_START).get(low)
            if latin is None:
                latin = _LETTERS.get(low, _FOREIGN.get(low, ""))
            out.append(_cased(latin, char.isupper(), caps[at]))
            inside = True
        elif char in _APOSTROPHES and inside and text[at + 1 : at + 2].lower() in _KNOWN and at + 1 < len(text):
            pass
        else:
            out.append(char)
            inside = False
        at += 1
    return "".join(out)


@lru_cache(maxsize=50_000)
def transliteration(text: str) -> Transliteration:
    """The Latin form of a Ukrainian text with what was repaired or doubtful on the way (TL-1 to TL-6)."""
    if text.isascii():
        return Transliteration(text)
    whole, repaired = repair_mixed_script(text)
    if not is_cyrillic(whole):
        return Transliteration(whole, repaired)
    foreign = tuple(sorted({char for char in whole.lower() if char in _FOREIGN}))
    return Transliteration(_convert(whole, "uk"), repaired, foreign)


def transliterate(text: str) -> str:
    """Ukrainian into Latin letters by Resolution 55 (TL-1 to TL-6). Latin text comes back as it is, in NFC."""
    return text if text.isascii() else transliteration(text).text


def cyrillic_language(text: str) -> str:
    """Which alphabet a Cyrillic text is written in by its telling letters: uk, sr, mk or ru; uk when nothing tells."""
    chars = set(text)
    if chars & _OWN:
        return "uk"
    if chars & _SOUTH:
        return "mk" if chars & frozenset("ѓѕќЃЅЌ") else "sr"
    return "ru" if chars & _RUSSIAN else "uk"


def tells_ukrainian(letters: set[str]) -> bool:
    """Whether letters are of Ukrainian texts for certain: they hold some of its own and none of its neighbours'."""
    return bool(letters & _OWN) and letters.isdisjoint(_SOUTH) and letters.isdisjoint(_RUSSIAN)


_PLAIN_WORD = re.compile("[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]+")
_PLAIN_INSIDE = str.maketrans({**_LETTERS, **_INSIDE})
_PLAIN_START = {**_LETTERS, **_AT_START}


def plain_latin(word: str) -> str | None:
    """A word of Ukrainian letters alone in small Latin letters: ``romanise(word).lower()``, only quicker; else None."""
    low = word.lower()
    if _PLAIN_WORD.fullmatch(low) is None or "зг" in low:
        return None
    return _PLAIN_START[low[0]] + low[1:].translate(_PLAIN_INSIDE)


#: How Cyrillic names of citizens are read whose letters do not tell: «Георги Иванов» of Skopje is no Heorhy Yvanov.
_OF_COUNTRY = {"MK": "mk", "RS": "sr", "ME": "sr", "BA": "sr", "BG": "bg", "RU": "ru", "UA": "uk"}


def latin_parts(given: str, family: str, country: str = "") -> tuple[str, str]:
    """Given and family name in Latin letters where nobody has stated them (NA-1).

    By Resolution 55 for Ukrainian names, by the habit of their own alphabet for others; Latin names come back as they
    are. ``country`` is the person's own, where it is known.
    """
    whole = f"{given} {family}"
    if not is_cyrillic(whole):
        return given, family
    language = _OF_COUNTRY.get(country) or cyrillic_language(whole)
    if language == "uk":
        return transliterate(given), transliterate(family)
    return romanise(given, language), romanise(family, language)


def called_in_cyrillic(name: str, country: str = "", employer: str = "") -> bool:
    """Whether Ukrainian text writes a Cyrillic name in Cyrillic: those of citizens of Ukraine (AG-13).

    ``country`` is the person's own; where it is not known, the letters of the name and then the country of the
    ``employer`` tell. All others stand in the spelling of their passport, whatever script they write at home.
    """
    if country:
        return country == "UA"
    if employer == "UA" or tells_ukrainian(set(name)):
        return True
    return employer not in _OF_COUNTRY and cyrillic_language(name) == "uk"


def romanise(text: str, language: str | None = None) -> str:
    """Any text in Latin letters, for searching: Cyrillic read by the language's own habit (section 6.4).

    Georgian, Armenian and Greek too; letters of still others stay.
    """
    if text.isascii():
        return text
    if not is_cyrillic(text):
        return further_latin(text)
    whole, _ = repair_mixed_script(text)
    return further_latin(_convert(whole, language or cyrillic_language(whole)))
