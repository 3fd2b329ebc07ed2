"""Workbooks of the other formats for the tests, written record by record: .xls, .xlsb, .ods."""

import struct
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.importers.ole_file import contained

_DATE_STYLE = 1


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _text(value: str) -> bytes:
    return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")


def biff_cell(row: int, column: int, value: object, style: int = 0) -> bytes:
    """One cell of BIFF8; rows and columns from 0. ``("error", 23)`` is #REF!, ``("formula error", 42)`` a #N/A."""
    place = struct.pack("<HHH", row, column, style)
    if isinstance(value, str):
        return _record(0x204, place + _text(value))
    if isinstance(value, tuple) and value[0] == "error":
        return _record(0x205, place + bytes((value[1], 1)))
    if isinstance(value, tuple):
        result = bytes((2, 0, value[1], 0, 0, 0, 0xFF, 0xFF))
        return _record(0x06, place + result + struct.pack("<HI", 0, 0) + struct.pack("<H", 3) + b"\x1e\x01\x00")
    return _record(0x203, place + struct.pack("<d", value))


def biff_stream(rows: Sequence[Sequence[object]], extra: bytes = b"", epoch_1904: bool = False) -> bytes:
    """A BIFF8 stream with one sheet “Люди”; a tuple ("date", serial) is a number with a date style."""
    begin = struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 6)
    styles = b"".join(_record(0xE0, struct.pack("<HH", 0, form) + bytes(16)) for form in (0, 14))
    head = _record(0x809, begin) + _record(0x42, b"\xb0\x04") + _record(0x22, bytes((epoch_1904, 0))) + styles
    name = "Люди"
    bound = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    offset = len(head) + 4 + 6 + len(bound) + 4
    head += _record(0x85, struct.pack("<IH", offset, 0) + bound) + _record(0x0A)
    cells = b""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, tuple) and value[0] == "date":
                cells += biff_cell(row, column, value[1], _DATE_STYLE)
            elif value != "":
                cells += biff_cell(row, column, value)
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 6)) + extra + cells + _record(0x0A)
    return head + sheet


def biff_hidden(row: int, first_column: int, last_column: int) -> bytes:
    """Records that hide a row and some columns (from 0)."""
    hidden_row = _record(0x208, struct.pack("<HHHHHHI", row, 0, 9, 0xFF, 0, 0, 0x20))
    return hidden_row + _record(0x7D, struct.pack("<HHHHHH", first_column, last_column, 2048, 0, 1, 0))


def biff_comment(row: int, column: int, text: str) -> bytes:
    """Records of a comment (from 0)."""
    drawn = _record(0x5D, struct.pack("<HHHHH", 0x15, 18, 0x19, 7, 0) + bytes(12) + bytes(4))
    holder = _record(0x1B6, struct.pack("<HH6xHHI", 0, 0, len(text), 16, 0))
    letters = _record(0x3C, b"\x01" + text.encode("utf-16-le")) + _record(0x3C, bytes(16))
    return drawn + holder + letters + _record(0x1C, struct.pack("<HHHH", row, column, 0, 7) + bytes(6))


def xls(path: Path, rows: Sequence[Sequence[object]], extra: bytes = b"", epoch_1904: bool = False) -> Path:
    """An .xls of Excel 97 with one sheet."""
    path.write_bytes(contained(biff_stream(rows, extra, epoch_1904), "Workbook"))
    return path


def _binary(kind: int, body: bytes = b"") -> bytes:
    head = bytes((kind,)) if kind < 128 else bytes((kind & 0x7F | 0x80, kind >> 7))
    size = len(body)
    return head + (bytes((size,)) if size < 128 else bytes((size & 0x7F | 0x80, size >> 7))) + body


def _wide(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def _rich(runs: Sequence[tuple[int, str]]) -> bytes:
    """A shared text with runs of letters, each in the font of that number."""
    places = [sum(len(text) for _font, text in runs[:at]) for at in range(len(runs))]
    cuts = b"".join(struct.pack("<HH", place, font) for place, (font, _text) in zip(places, runs, strict=True))
    return b"\x01" + _wide("".join(text for _font, text in runs)) + struct.pack("<I", len(runs)) + cuts


def _styles() -> bytes:
    """Two fonts, the second crossed out, and a style for each."""
    count = struct.Struct("<I").pack
    fonts = b"".join(_binary(43, struct.pack("<HHHH", 220, flags, 400, 0) + bytes(13) + _wide("A")) for flags in (0, 8))
    looks = [struct.pack("<HHHHHBBI", parent, 0, font, 0, 0, 0, 0, 0) for parent, font in ((0xFFFF, 0), (0, 0), (0, 1))]
    named = _binary(626, count(1)) + _binary(47, looks[0]) + _binary(627)
    cells = _binary(617, count(2)) + _binary(47, looks[1]) + _binary(47, looks[2]) + _binary(618)
    return _binary(278) + _binary(611, count(2)) + fonts + _binary(612) + named + cells + _binary(279)


def xlsb(
    path: Path,
    rows: Sequence[Sequence[object]],
    hidden: Iterable[int] = (),
    epoch_1904: bool = False,
    struck: Iterable[tuple[int, int]] = (),
    plain: bool = False,
) -> Path:
    """An .xlsb with one sheet “Люди”; rows in ``hidden`` (from 0) are hidden, the second column, too.

    A ``plain`` one has no hidden column, merged range or comment. Cells in ``struck`` (from 0) are crossed out; a value
    ``("rich", (font, text), …)`` has runs, font 1 crossed out.
    """
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    one = '<Relationship Id="{}" Type="' + relation + '{}" Target="{}"/>'
    book = _binary(131) + _binary(153, struct.pack("<II", int(epoch_1904), 0) + _wide(""))
    book += _binary(143) + _binary(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Люди")) + _binary(144)
    crossed, shared = set(struck), list[bytes]()
    sheet = _binary(129) + _binary(148, struct.pack("<IIII", 0, len(rows), 0, 9))
    sheet += _binary(390) + _binary(60, struct.pack("<IIIIH", 1, 1, 2048, 0, int(not plain))) + _binary(391)
    sheet += _binary(145)
    for row, values in enumerate(rows):
        sheet += _binary(0, struct.pack("<IIHBBB", row, 0, 300, 0, 0x10 if row in hidden else 0, 0) + bytes(4))
        for column, value in enumerate(values):
            place = struct.pack("<II", column, int((row, column) in crossed))
            if isinstance(value, tuple) and value[0] == "rich":
                sheet += _binary(7, place + struct.pack("<I", len(shared)))
                shared.append(_rich(value[1:]))
            elif isinstance(value, str) and value:
                sheet += _binary(6, place + _wide(value))
            elif isinstance(value, tuple):
                sheet += _binary(3, place + bytes((value[1],)))
            elif isinstance(value, float):
                sheet += _binary(5, place + struct.pack("<d", value))
    sheet += _binary(146)
    if not plain:
        sheet += _binary(177, struct.pack("<I", 1)) + _binary(176, struct.pack("<IIII", 0, 0, 0, 1)) + _binary(178)
    sheet += _binary(635, struct.pack("<IIIII", 0, 1, 1, 0, 0) + bytes(16))
    sheet += _binary(130)
    notes = b"" if plain else _binary(628) + _binary(635, struct.pack("<IIIII", 0, 1, 1, 0, 0) + bytes(16))
    notes += b"" if plain else _binary(637, b"\x00" + _wide("питання")) + _binary(636) + _binary(629)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", relations.format(one.format("rId1", "officeDocument", "xl/workbook.bin")))
        parts = [("rId1", "worksheet", "worksheets/sheet1.bin")]
        if crossed or shared:
            parts += [("rId2", "styles", "styles.bin"), ("rId3", "sharedStrings", "sharedStrings.bin")]
            archive.writestr("xl/styles.bin", _styles())
            texts = _binary(159, struct.pack("<II", len(shared), len(shared))) + b"".join(
                _binary(19, t) for t in shared
            )
            archive.writestr("xl/sharedStrings.bin", texts + _binary(160))
        archive.writestr("xl/_rels/workbook.bin.rels", relations.format("".join(one.format(*part) for part in parts)))
        archive.writestr(
            "xl/worksheets/_rels/sheet1.bin.rels", relations.format(one.format("rId1", "comments", "../comments1.bin"))
        )
        archive.writestr("xl/workbook.bin", book + _binary(132))
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
        archive.writestr("xl/comments1.bin", notes)
    return path


_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def ods(path: Path, tables: str, before: str = "", manifest: str = "", styles: str = "") -> Path:
    """An .ods whose tables are written as they are."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {_SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
        archive.writestr("content.xml", content)
    return path


def ods_cell(text: str, more: str = "") -> str:
    """A cell with a text."""
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'
