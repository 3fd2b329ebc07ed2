"""What is crossed out in a binary workbook (.xlsb): fonts and styles, and letters of shared texts.

Standard library only. ``records`` are (kind, begin, end) of the bodies in ``data``, as ``xlsb_scan`` walks over
them.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from app.importers.struck_texts import Judged, Noted, Run

Records = Iterable[tuple[int, int, int]]
_FONT, _STYLE, _STYLES, _STYLES_END, _TEXT = 43, 47, 617, 618, 19
#: In the flags of a font.
_CROSSED_OUT = 0x08
#: In the flags of a text: it has runs of letters.
_HAS_RUNS = 0x01
_LONGEST = 32_767


@dataclass(slots=True)
class StruckLooks:
    """Numbers of the fonts that cross out, and of the styles of cells that have such a font."""

    fonts: set[int] = field(default_factory=set)
    styles: set[int] = field(default_factory=set)


def struck_looks(records: Records, data: bytes) -> StruckLooks:
    """The fonts and styles of the part ``styles`` that cross out."""
    found = StruckLooks()
    fonts = styles = 0
    of_cells = False
    for kind, at, end in records:
        if kind == _FONT:
            if end - at >= 4 and struct.unpack_from("<H", data, at + 2)[0] & _CROSSED_OUT:
                found.fonts.add(fonts)
            fonts += 1
        elif kind in (_STYLES, _STYLES_END):
            of_cells = kind == _STYLES
        elif kind == _STYLE and of_cells:
            if end - at >= 6 and struct.unpack_from("<H", data, at + 4)[0] in found.fonts:
                found.styles.add(styles)
            styles += 1
    return found


def struck_texts(records: Records, data: bytes, fonts: set[int]) -> Mapping[int, Judged]:
    """The shared texts in which letters of these fonts stand, by their number from 0."""
    noted = Noted()
    number = 0
    for kind, at, end in records:
        if kind == _TEXT:
            if end > at and data[at] & _HAS_RUNS and not noted.note(number, _runs(data[at + 1 : end], fonts)):
                break
            number += 1
    return noted.texts


def _runs(body: bytes, fonts: set[int]) -> Iterator[Run]:
    """The runs of a text; letters before the first run have the font of the cell."""
    length = struct.unpack_from("<I", body)[0] if len(body) >= 4 else _LONGEST + 1
    start = 4 + 2 * length
    if length > _LONGEST or len(body) < start + 4:
        return
    letters = body[4:start]
    count = min(struct.unpack_from("<I", body, start)[0], (len(body) - start - 4) // 4)
    cuts = [(0, -1), *(struct.unpack_from("<HH", body, start + 4 + 4 * at) for at in range(count)), (length, -1)]
    for (begin, font), (stop, _next) in pairwise(cuts):
        if begin < stop:
            yield font in fonts, letters[2 * begin : 2 * stop].decode("utf-16-le", "replace")
