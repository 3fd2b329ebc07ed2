"""What the parser does not tell of a binary workbook (.xlsb): a walk over the records of its parts.

Told are: the date system, error cells, hidden rows and columns, merged ranges, comments, what is crossed out; a place
beyond the grid or a few cells far apart are refused. Not told: formulas without a saved result, for which the format
has no sign. Standard library only.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from app.core.errors import Refused
from app.importers.raw_sheet import MAX_NOTED, SheetScan
from app.importers.struck_texts import Judged
from app.importers.xlsb_struck import StruckLooks, struck_looks, struck_texts

_MAX_PART = 128 << 20
_MAX_AREA = 8_000_000
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#N/A"}
#: A cell with a shared text.
_SHARED = 7
_ROW, _COLUMN, _WORKBOOK, _SHEET, _MERGE, _COMMENT, _COMMENT_TEXT = 0, 60, 153, 156, 176, 635, 637


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Each record's kind, and where its body begins and ends; ends where the data end."""
    at, end = 0, len(data)
    while at < end - 1:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < end and shift < 28:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        yield kind, at, min(at + size, end)
        at += size


def _text(data: bytes, at: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    length = struct.unpack_from("<I", data, at)[0]
    if length > 32_767:
        return "", at + 4
    return data[at + 4 : at + 4 + 2 * length].decode("utf-16-le", "replace"), at + 4 + 2 * length


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    entry = archive.NameToInfo.get(name)
    if entry is None:
        return b""
    if entry.file_size > _MAX_PART:
        raise Refused("import_too_big")
    return archive.read(entry)


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Relations of a part: id → (last word of the kind, path)."""
    folder, name = posixpath.split(part)
    data = _part(archive, f"{folder}/_rels/{name}.rels")
    if not data or b"<!DOCTYPE" in data or len(data) > 1 << 20:
        return {}
    found = {}
    for one in ElementTree.fromstring(data):  # noqa: S314 - no DOCTYPE in it
        if one.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))).lstrip("/")
            found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], path)
    return found


def _scan_sheet(data: bytes, styles: set[int], texts: Mapping[int, Judged]) -> SheetScan:
    scan = SheetScan(last_column=0)
    row = cells = 0
    first_row = 1 << 21
    whole = struct.Struct("<I").unpack_from
    for kind, at, end in _records(data):
        if 1 <= kind <= 11 and end - at >= 8:
            column = whole(data, at)[0] + 1
            if kind > 1:
                cells += 1
                first_row, scan.last_row = min(first_row, row), max(scan.last_row, row)
                scan.last_column = max(scan.last_column, column)
                if kind == _SHARED and texts and end - at >= 12 and (told := texts.get(whole(data, at + 8)[0])):
                    scan.note_struck(row, column, *told)
                elif styles and whole(data, at + 4)[0] & 0xFFFFFF in styles:
                    scan.note_struck(row, column, "", "")
            if kind in (3, 11) and len(scan.errors) < MAX_NOTED and end - at > 8:
                scan.errors.append((row, column, _ERRORS.get(data[at + 8], "#ERROR!")))
        elif kind == _ROW and end - at >= 12:
            row = whole(data, at)[0] + 1
            if data[at + 11] & 0x10 and len(scan.hidden_rows) < 70_000:
                scan.hidden_rows.append(row)
        elif kind == _COLUMN and end - at >= 18 and data[at + 16] & 1:
            scan.hidden_columns.append((whole(data, at)[0] + 1, min(whole(data, at + 4)[0], 16_383) + 1))
        elif kind == _MERGE and end - at >= 16 and len(scan.merges) < 50_000:
            top, bottom, left, right = struct.unpack_from("<4I", data, at)
            scan.merges.append((top + 1, left + 1, bottom + 1, right + 1))
    if scan.last_row > 1_048_576 or scan.last_column > 16_384:
        raise Refused("import_dangerous", reason="grid")
    area = (scan.last_row - first_row + 1) * scan.last_column
    if area > _MAX_AREA and area > 8 * cells:
        raise Refused("import_dangerous", reason="sparse")
    return scan


def _comments(data: bytes, scan: SheetScan) -> None:
    place = (0, 0)
    for kind, at, end in _records(data):
        if kind == _COMMENT and end - at >= 20:
            row, _last, column = struct.unpack_from("<3I", data, at + 4)
            place = (row + 1, column + 1)
        elif kind == _COMMENT_TEXT and place[0] and end - at >= 5:
            scan.note_comment(*place, _text(data, at + 1)[0])


def _struck(archive: zipfile.ZipFile, parts: Mapping[str, str]) -> tuple[StruckLooks, Mapping[int, Judged]]:
    """Which styles cross out, and which shared texts in part; ``parts``: last word of the kind → path."""
    data = _part(archive, parts.get("styles", ""))
    looks = struck_looks(_records(data), data)
    if not looks.fonts:
        return looks, {}
    data = _part(archive, parts.get("sharedStrings", ""))
    return looks, struck_texts(_records(data), data, looks.fonts)


def scan_xlsb(path: Path) -> tuple[dict[str, SheetScan], bool]:
    """Scans by sheet name, and whether days count from 1904 (SP-6, SP-8, I3, I9, I11).

    Refuses with ``import_dangerous`` (grid, sparse), ``import_too_big``, ``import_damaged``.
    """
    scans: dict[str, SheetScan] = {}
    epoch = False
    try:
        with zipfile.ZipFile(path) as archive:
            targets = _targets(archive, "xl/workbook.bin")
            data = _part(archive, "xl/workbook.bin")
            looks, texts = _struck(archive, dict(targets.values()))
            for kind, at, end in _records(data):
                if kind == _WORKBOOK and end > at:
                    epoch = bool(data[at] & 1)
                elif kind == _SHEET and end - at > 12:
                    relation, after = _text(data, at + 8)
                    part = targets.get(relation, ("", ""))[1]
                    scan = _scan_sheet(_part(archive, part), looks.styles, texts)
                    for word, target in _targets(archive, part).values():
                        if word == "comments":
                            _comments(_part(archive, target), scan)
                    scans[_text(data, after)[0]] = scan
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ElementTree.ParseError,
        struct.error,
        IndexError,
        OSError,
        NotImplementedError,
    ) as error:
        raise Refused("import_damaged") from error
    return scans, epoch
