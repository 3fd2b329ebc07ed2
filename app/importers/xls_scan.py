"""What the parser does not tell of an old workbook (.xls): a walk over its records.

Told are: the date system, error cells, formulas whose result is an error, hidden rows and columns, comments (from Excel
97 on). Not told: whether a formula's number was ever calculated; the format has no sign for that. Standard library
only.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.core.errors import Refused
from app.importers.ole_file import stream_of
from app.importers.raw_sheet import MAX_NOTED, SheetScan, place_name

_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_FORMULA, _END, _NOTE, _DATEMODE, _CONTINUE, _COLINFO, _BOUNDSHEET = 0x06, 0x0A, 0x1C, 0x22, 0x3C, 0x7D, 0x85
_FILEPASS, _SIZE = 0x2F, 0x200
#: Fonts, styles, and records of texts in cells.
_FONT, _STYLE, _TEXTS = 0x31, 0xE0, frozenset({0xD6, 0xFD, 0x204})
_CROSSED_OUT = 0x08
_TXO, _BOOLERR, _ROW, _BOF, _OBJ = 0x1B6, 0x205, 0x208, 0x809, 0x5D
_WANTED = frozenset(
    {_FORMULA, _END, _NOTE, _DATEMODE, _CONTINUE, _COLINFO, _BOUNDSHEET, _TXO, _BOOLERR, _ROW, _BOF, _OBJ, _FILEPASS}
    | {_SIZE, _FONT, _STYLE}
)
#: Records of filled cells: each begins with its row and its column.
_CELLS = frozenset({_FORMULA, 0xD6, 0xFD, 0x203, 0x204, _BOOLERR, 0x27E})
_MAX_AREA = 8_000_000


@dataclass(slots=True)
class _Comments:
    """Comments of a sheet: places by the number of their drawn object, texts by the same number."""

    places: dict[int, tuple[int, int]]
    texts: dict[int, str]
    now: int = 0
    waiting: int = 0


def _records(data: bytes, at: int = 0) -> Iterator[tuple[int, bytes]]:
    """Records that we look at, with their bodies."""
    end = len(data) - 4
    head = struct.Struct("<HH").unpack_from
    while at <= end:
        kind, length = head(data, at)
        if kind in _WANTED:
            yield kind, data[at + 4 : at + 4 + length]
        at += 4 + length


def _name(body: bytes, wide: bool) -> tuple[str, int]:
    """Name of a sheet and where it begins."""
    start: int = struct.unpack_from("<I", body)[0]
    if not wide:
        return body[7 : 7 + body[6]].decode("cp1252", "replace"), start
    count = body[6]
    if body[7] & 1:
        return body[8 : 8 + 2 * count].decode("utf-16-le", "replace"), start
    return body[8 : 8 + count].decode("latin-1"), start


def _check_density(data: bytes, start: int) -> None:
    """Refuse a few cells far apart, which the parser would lay out as a full rectangle (I3)."""
    head = struct.Struct("<HHHH").unpack_from
    at, end, filled, furthest = start, len(data) - 8, 0, (0, 0)
    top, bottom, right = 1 << 16, 0, 0
    while at <= end:
        kind, length, row, column = head(data, at)
        if kind == _END:
            break
        if kind in _CELLS:
            if row > bottom or column > right:
                furthest = (row, column)
            top, bottom, right, filled = min(top, row), max(bottom, row), max(right, column), filled + 1
        at += 4 + length
    area = (bottom - top + 1) * (right + 1)
    if area > _MAX_AREA and area > 8 * filled:
        raise Refused("import_sparse", cell=place_name(furthest[0] + 1, furthest[1] + 1))


@dataclass(slots=True)
class _Fonts:
    """Which fonts cross out, by their numbers, and which styles have such a font."""

    seen: int = 0
    struck: set[int] = field(default_factory=set)
    styles: set[int] = field(default_factory=set)
    styles_seen: int = 0

    def note(self, kind: int, body: bytes) -> None:
        """A font or a style is told; the fifth font has the number 5, for there is none of number 4."""
        if kind == _FONT:
            if len(body) > 2 and body[2] & _CROSSED_OUT:
                self.struck.add(self.seen if self.seen < 4 else self.seen + 1)
            self.seen += 1
        else:
            if len(body) > 1 and struct.unpack_from("<H", body)[0] in self.struck:
                self.styles.add(self.styles_seen)
            self.styles_seen += 1


def _crossed_out(data: bytes, start: int, styles: set[int], scan: SheetScan) -> None:
    """The texts of a sheet that are crossed out (SP-8)."""
    head = struct.Struct("<HHHHH").unpack_from
    at, end = start, len(data) - 10
    while at <= end and len(scan.struck) < MAX_NOTED:
        kind, length, row, column, style = head(data, at)
        if kind == _END:
            break
        if kind in _TEXTS and style in styles:
            scan.struck.append((row + 1, column + 1))
        at += 4 + length


def _sheet(data: bytes, start: int) -> SheetScan:
    scan = SheetScan()
    comments = _Comments({}, {})
    depth = 0
    for kind, body in _records(data, start):
        if kind == _BOF:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                break
        elif kind == _SIZE and depth == 1 and len(body) >= 12:
            last_row, _first, last_column = struct.unpack_from("<IHH", body, 4)
            if last_row * last_column > _MAX_AREA:
                _check_density(data, start)
        elif depth == 1:
            try:
                _note(kind, body, scan, comments)
            except (struct.error, IndexError):
                continue
        if len(scan.errors) > MAX_NOTED or len(scan.hidden_rows) > 70_000:
            break
    for number, place in comments.places.items():
        scan.note_comment(*place, comments.texts.get(number, ""))
    return scan


def _note(kind: int, body: bytes, scan: SheetScan, comments: _Comments) -> None:
    if kind == _BOOLERR:
        row, column, _style, value, error = struct.unpack_from("<HHHBB", body)
        if error:
            scan.errors.append((row + 1, column + 1, _ERRORS.get(value, "#ERROR!")))
    elif kind == _FORMULA:
        # The result: 8 bytes of a number, or a mark in the last two, the kind in the first, the value in the third.
        if body[12:14] == b"\xff\xff" and body[6] == 2:
            row, column = struct.unpack_from("<HH", body)
            scan.errors.append((row + 1, column + 1, _ERRORS.get(body[8], "#ERROR!")))
    elif kind == _ROW:
        if body[12] & 0x20:
            scan.hidden_rows.append(struct.unpack_from("<H", body)[0] + 1)
    elif kind == _COLINFO:
        first, last, _width, _style, options = struct.unpack_from("<HHHHH", body)
        if options & 1:
            scan.hidden_columns.append((first + 1, min(last, 255) + 1))
    elif kind == _OBJ and body[4:6] == b"\x19\x00":
        comments.now = struct.unpack_from("<H", body, 6)[0]
    elif kind == _TXO:
        comments.waiting = struct.unpack_from("<H", body, 10)[0]
    elif kind == _CONTINUE and comments.waiting:
        _comment_text(body, comments)
    elif kind == _NOTE and len(body) >= 8:
        row, column, _flags, number = struct.unpack_from("<HHHH", body)
        comments.places[number] = (row + 1, column + 1)


def _comment_text(body: bytes, comments: _Comments) -> None:
    """The first record behind a drawn text holds its letters."""
    size = comments.waiting * 2 if body[0] & 1 else comments.waiting
    text = body[1 : 1 + size].decode("utf-16-le" if body[0] & 1 else "latin-1", "replace")
    comments.texts[comments.now] = text
    comments.waiting = 0


def scan_xls(data: bytes) -> tuple[dict[str, SheetScan], bool]:
    """Scans by sheet name, and whether days count from 1904 (SP-6, SP-8, SP-20, I9, I11).

    ``data`` is the whole file. A damaged file gives what was found before the damage. Refuses with ``import_password``
    and ``import_sparse``.
    """
    stream = stream_of(data, ("Workbook", "Book", "WORKBOOK", "BOOK"))
    scans: dict[str, SheetScan] = {}
    epoch = False
    wide = stream[4:6] == b"\x00\x06"
    fonts = _Fonts()
    for kind, body in _records(stream):
        if kind == _FILEPASS:
            raise Refused("import_password")
        if kind == _DATEMODE:
            epoch = body[:1] == b"\x01"
        elif kind == _BOUNDSHEET and len(body) > 8:
            name, start = _name(body, wide)
            if body[5] == 0 and len(scans) < 1_000:
                scans[name] = _sheet(stream, start)
                if fonts.styles:
                    _crossed_out(stream, start, fonts.styles, scans[name])
        elif kind in (_FONT, _STYLE):
            fonts.note(kind, body)
        elif kind == _END:
            break
    return scans, epoch
