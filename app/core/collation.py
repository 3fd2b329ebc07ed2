"""Alphabetical order by language, the same everywhere and without the platform's help (section 6.4, NA-8 to NA-10)."""

import unicodedata
from functools import lru_cache

from app.core.text import APOSTROPHES, marks_off

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_SERBIAN = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш"
_MACEDONIAN = "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш"
_GAJ = "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž"
_UKRAINIAN = "а б в г ґ д е ё є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
#: Own letters of each language in order; letters joined by ``=`` are one letter to the first comparison.
_ALPHABETS = {
    "en": _LATIN,
    "sl": "a b c č ć d đ e f g h i j k l m n o p q r s š t u v w x y z ž",
    "sv": "a b c d e=é f g h i j k l m n o p q r s t u v w x y=ü z å ä=æ ö=ø",
    "lv": "a=ā b c č d e=ē f g ģ h i=ī=y j k ķ l ļ m n ņ o=ō p q r=ŗ s š t u=ū v w x z ž",
    "uk": _UKRAINIAN,
    "ru": "а б в г д е=ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "sr": _SERBIAN,
    "mk": _MACEDONIAN,
    "bs": _GAJ,
    "hr": _GAJ,
}
_CYRILLIC_FIRST = frozenset({"uk", "ru", "sr", "mk"})
_IGNORED = frozenset(APOSTROPHES)

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


class _Order:
    """Weights of one language's letters."""

    def __init__(self, language: str) -> None:
        own = _ALPHABETS.get(language, _LATIN)
        rest = [_GAJ if language == "sr" else _LATIN] if language in _CYRILLIC_FIRST else [_UKRAINIAN, _SERBIAN]
        self.weights: dict[str, tuple[int, int]] = {}
        self.pairs: frozenset[str] = frozenset()
        weight = 100
        for alphabet in (own, *rest):
            for group in alphabet.split():
                letters = group.split("=")
                if letters[0] not in self.weights:
                    weight += 1
                    for second, letter in enumerate(letters):
                        self.weights.setdefault(letter, (weight, second))
        self.pairs = frozenset(letter for letter in self.weights if len(letter) == 2)

    def weigh(self, letter: str) -> list[tuple[int, int]]:
        """First and second weight of a letter that may carry foreign marks; spaces and signs before letters."""
        found = self.weights.get(letter)
        if found is not None:
            return [found]
        if letter == " ":
            return [(1, 0)]
        plain = marks_off(letter)
        if plain != letter and all(char in self.weights for char in plain):
            return [(self.weights[char][0], 50 + ord(letter[0]) % 900) for char in plain]
        if letter.isdigit():
            return [(40 + (unicodedata.digit(letter, 0)), ord(letter) % 900)]
        return [(2 + ord(letter) % 30 if ord(letter) < 128 else 1000 + ord(letter), 0)]


@lru_cache(maxsize=16)
def _order(language: str) -> _Order:
    return _Order(language)


@lru_cache(maxsize=50_000)
def sort_key(text: str, language: str) -> SortKey:
    """The key by which texts stand in the alphabetical order of a language.

    Three comparisons: letters, then marks that the language does not count as letters of their own, then the text
    itself, so that the order is total. Capitals and apostrophes do not count before the last comparison.
    """
    order = _order(language)
    lower = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    first: list[int] = []
    second: list[int] = []
    at = 0
    while at < len(lower):
        step = 2 if order.pairs and lower[at : at + 2] in order.pairs else 1
        letter = lower[at : at + step]
        at += step
        if letter in _IGNORED:
            continue
        for one, two in order.weigh(letter):
            first.append(one)
            second.append(two)
    return tuple(first), tuple(second), text
