"""Text as people type it: cleaning for keeping (D13), folding for searching (NA-10).

``clean`` gives what is stored: NFC, no control, zero-width or bidirectional characters. ``fold`` gives what is
searched: Latin letters without marks, so that "Їжакевич", "Yizhakevych" and "yizhakevych" are one word.
"""

import re
import unicodedata
from functools import lru_cache

from app.core.transliteration import plain_latin, romanise

#: Everything that is typed or displayed as an apostrophe (TL-1).
APOSTROPHES = "'’ʼ`´′‘ʹ＇"

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")
_DROPPED = re.compile("[" + APOSTROPHES + "]")
#: Letters that no decomposition takes apart.
_SOLID = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t", "ß": "ss"}
)


class _Unmarked(dict[int, int | str | None]):
    """What becomes of each character once marks stand apart from their letters: marks go, solid letters are others."""

    def __missing__(self, code: int) -> int | str | None:
        kept = self[code] = None if unicodedata.combining(chr(code)) else _SOLID.get(code, code)
        return kept


_UNMARKED = _Unmarked()


def clean(text: str) -> str:
    """The text as it may be kept: NFC, spaces tidied, line breaks kept as single ``\\n``, invisible characters gone.

    Excel's escaped characters (``_x000D_``) are taken as what they stand for, and dropped where that is a control
    character (I13). Idempotent except for texts that spell an escape of an escape.
    """
    if text.isprintable() and "  " not in text and "_x" not in text and _plain(text):
        return text.strip()
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _CONTROL.sub("", _INVISIBLE.sub("", text.replace("\x85", "\n")))
    return _BREAKS.sub("\n", _SPACES.sub(" ", unicodedata.normalize("NFC", text))).strip()


def _plain(text: str) -> bool:
    """Whether a printable text needs nothing; the joiner is printable and yet invisible."""
    return text.isascii() or ("\u034f" not in text and unicodedata.is_normalized("NFC", text))


def without_controls(text: str) -> str:
    """The text without control characters and halves of characters, which no file can hold; all else stays as typed."""
    return text if text.isprintable() else _CONTROL.sub("", text)


def changed_by_cleaning(text: str) -> bool:
    """Whether cleaning takes out characters that nobody can see (I13, I14); tidied spaces do not count."""
    if text.isprintable() and "\u034f" not in text:
        return False
    return bool(_INVISIBLE.search(text) or _CONTROL.search(text))


def one_line(text: str) -> str:
    """The cleaned text with its line breaks turned into spaces."""
    cleaned = clean(text)
    return cleaned.replace("\n", " ") if "\n" in cleaned else cleaned


def marks_off(text: str) -> str:
    """Latin letters without their marks: ``Š`` → ``S``, ``đ`` → ``d``. Expects case-folded text for solid letters."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text).translate(_UNMARKED)


@lru_cache(maxsize=50_000)
def fold(text: str, language: str | None = None) -> str:
    """The search form of a text (NA-10): case-folded, in Latin letters, without marks, apostrophes, invisible signs.

    ``language`` (``uk``, ``ru``, ``sr``, ``mk``, ``bg``) says how Cyrillic is read; without it the letters decide,
    Ukrainian by default. ``fold(fold(x)) == fold(x)``.
    """
    if text.isascii():
        plain = text.casefold()
    elif language is None and (latin := plain_latin(text)) is not None:
        # Nearly every Ukrainian name: nothing in it but letters.
        return latin
    else:
        latin = romanise(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)), language)
        plain = marks_off(marks_off(latin.casefold()).casefold())
        if not plain.isascii():
            # A letter whose mark the tables don't know is one they know without it: Ӭ, Э, e.
            plain = marks_off(romanise(unicodedata.normalize("NFC", plain), language).casefold())
        plain = _INVISIBLE.sub("", plain)
    plain = _DROPPED.sub("", plain)
    return " ".join(plain.split())
