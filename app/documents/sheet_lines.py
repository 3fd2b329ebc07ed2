"""How many lines a text takes in a cell of a workbook: a row of a fixed height must show them all.

Readers measure with the font that they have; here stand the widths of Calibri, nearly, and a little less room
than there is, so that no line is cut off.
"""

import re
import unicodedata
from math import ceil

#: A unit of a column's width is a digit on the screen; on paper digits are a little wider. In widths of the letter m.
_UNIT = 0.47
_LETTERS = {
    0.24: " ',.IijlіїІЇ’ʼ·",
    0.28: ":;`",
    0.32: "!()-J[]ft{}",
    0.36: "rгґ",
    0.40: '"/\\szт“”„',
    0.44: "FLSckvxyєзсухэГҐ",
    0.48: "#*+<=>?ETYZ^_aeg|~авекчьяёЕЗТ–",
    0.52: "$0123456789CKPXbdhnopquблнопръБРСУХЬ«»€",
    0.56: "ABRVдийцАВЄКЧЯ",
    0.60: "DЛ",
    0.64: "GHNUфДИЙНПЦ",
    0.68: "&OQжмыОФ…",
    0.72: "%wшю",
    0.76: "щ",
    0.80: "mЖ",
    0.84: "MМ",
    0.88: "@WШЩЮ",
    0.92: "—",
    1.04: "№",
}
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_WIDEST, _CAPITAL, _SMALL, _SPACE = 1.05, 0.66, 0.56, 0.24
#: From here on stand scripts that we do not know the widths of, and those (and pictures) as wide as they are high.
_OTHER_SCRIPTS, _SQUARE = 0x0530, 0x2E80
#: Behind these a line may break too.
_BREAKS = re.compile(r"(?<=[\s\-–—/])")


def lines_needed(text: str, width: float, size: float = 1.0) -> int:
    """Lines of a text in a column of so many units; ``size`` of its letters against the plain ones (bold: 1.05)."""
    room = max(1.0, width) * _UNIT / size
    return sum(_lines(part, room) for part in text.split("\n"))


def _lines(text: str, room: float) -> int:
    if len(text) * _WIDEST <= room:
        return 1
    lines, used = 1, 0.0
    for word in _BREAKS.split(text):
        wide = sum(map(_wide, word))
        ink = wide - _SPACE if word.endswith(" ") else wide
        if used and used + ink > room:
            lines, used = lines + 1, 0.0
        if ink > room:
            # A word that is longer than a line is broken where the line ends.
            more = ceil(ink / room) - 1
            lines, wide = lines + more, wide - more * room
        used += wide
    return lines


def _wide(letter: str) -> float:
    """In widths of the letter m; one with a mark above or below is as wide as without."""
    known = _WIDTHS.get(letter)
    if known is None:
        known = _WIDTHS.get(unicodedata.normalize("NFD", letter)[0])
    if known is not None:
        return known
    if ord(letter) >= _SQUARE:
        return _WIDEST
    return _CAPITAL if ord(letter) >= _OTHER_SCRIPTS or letter.isupper() else _SMALL
