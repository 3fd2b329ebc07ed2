"""Keys under which the many Latin spellings of one name fall together (MA-4).

``Шевченко``, ``Shevchenko`` and ``Ševčenko`` have one key, and so have ``Щербак``, ``Shcherbak`` and ``Scherbak``.
"""

import re
from functools import lru_cache

from app.core.text import APOSTROPHES, marks_off
from app.core.transliteration import romanise

_CARONS = str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "ć": "c", "đ": "d"})
_HISSING = re.compile("tsch|szcz|shch|sch|sz|cz")
_HISSED = {"tsch": "ch", "cz": "ch", "szcz": "sh", "shch": "sh", "sch": "sh", "sz": "sh"}
_ZGH = re.compile("zgh")
_BREATH = re.compile("kh|gh|g")
_SIBILANT = re.compile("ts|tz")
_DOUBLE = re.compile(r"(.)\1+")
_ODD = re.compile(r"[\W_]+")


@lru_cache(maxsize=200_000)
def matching_key(token: str) -> str:
    """The key of one word of a name (MA-4), of small Latin letters and digits; empty when it has neither.

    Letters that have no Latin form here (Arabic, Chinese) stay: a name is the same name when it comes again.
    """
    key = romanise(token).casefold()
    if not key.isascii():
        key = marks_off(key.translate(_CARONS))
    plain = key.isascii() and key.isalnum()
    if not plain:
        for sign in APOSTROPHES:
            key = key.replace(sign, "")
    key = _folded(key)
    return _DOUBLE.sub(r"\1", key if plain else _ODD.sub("", key))


def _folded(key: str) -> str:
    """Spellings of one sound made one; no rule looks beyond letters, so that lines may be folded together."""
    key = _HISSING.sub(lambda found: _HISSED[found.group()], key)
    key = _BREATH.sub("h", _ZGH.sub("zg", key)).replace("x", "ks").replace("w", "v")
    # A run of i, y and j is one i, and nothing before another vowel: by single letters much faster than by a pattern.
    key = _SIBILANT.sub("c", key).replace("y", "i").replace("j", "i")
    while "ii" in key:
        key = key.replace("ii", "i")
    return key.replace("ia", "a").replace("ie", "e").replace("io", "o").replace("iu", "u")


def key_of_plain(lines: str) -> str:
    """The keys of many words at once, one a line: each line ``a-z`` only, in and out."""
    return _DOUBLE.sub(r"\1", _folded(lines))
