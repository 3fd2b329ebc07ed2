"""A look through the parts of an .xlsx as a stream, before the parser sees them (D11, 3.5, 3.6).

It refuses what would make a parser abort or eat the machine, and notes what the parser does not tell: error cells,
formulas without a saved value, merged ranges, hidden rows and columns, comments. Only the standard library; rows and
columns count from 1, as in Excel.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from app.core.errors import Refused
from app.importers.gate import MAX_RATIO, MAX_UNPACKED, RATIO_FROM
from app.importers.raw_sheet import MAX_NOTED, SheetScan, column_number, place_name
from app.importers.struck_styles import struck_cells
from app.importers.struck_texts import Judged, cells_of_own, cells_of_shared, shared_texts

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
#: The parser lays a sheet out as a full rectangle; above this the rectangle must be well filled.
MAX_AREA = 8_000_000
#: Cells with content in one large sheet; more would not fit into the memory that the child may have.
MAX_FILLED = 6_000_000
MAX_MERGED_AREA = 4_000_000
MAX_STRINGS = 3_000_000
MAX_STYLES = 200_000
_CHUNK = 1 << 20
_LONGEST_ROW = 64 << 20
_BIG = 16 << 20
_SAMPLE = 1 << 16

#: What is found is the tag from its last letter on: that letter is rare, and one letter is looked for much faster.
_ROW_TAG = re.compile(rb"w(?<=<row)\b[^>]*>")
_ROW_NUMBER = re.compile(rb'\br="(\d+)"')
#: Cells beyond column Z or far below: rare, so that a clean sheet is run through once, without a hit.
_FAR_CELL = re.compile(rb'r="[A-Za-z](?:[A-Za-z]|\d{7})')
_WIDE = re.compile(rb'\br="([A-Za-z]{2,})(\d*)"')
_LOW = re.compile(rb'\br="[A-Za-z]+(\d{7,})"')
_PLACE = re.compile(rb'<c\b[^>]*?\br="([A-Za-z]+)(\d+)"')
_TEXT_OF_VALUE = re.compile(rb"<v(?: [^>]*)?>([^<]*)</v>")
_MERGE = re.compile(rb'<mergeCell\b[^>]*?\bref="([A-Za-z]+)(\d+)(?::([A-Za-z]+)(\d+))?"')
_COL = re.compile(rb'<col\b(?=[^>]*\bhidden="(?:1|true)")[^>]*>')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_UNIQUE = re.compile(rb'<(?:\w+:)?sst\b[^>]*?\buniqueCount\s*=\s*["\'](\d+)')
_ROOT = re.compile(rb"<[A-Za-z_]")
_PREFIX = re.compile(rb"<(\w+):(?:worksheet|sst|styleSheet)\b")
_SINGLE = re.compile(rb"=\s*'([^'\"<>]*)'")
_NUMBER = re.compile(rb'\b(min|max)="(\d+)"')
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _dangerous(reason: str) -> Refused:
    return Refused("import_dangerous", reason=reason)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part in large pieces; the library's own reading costs half as much again and gives small ones."""
    if entry.compress_type != zipfile.ZIP_DEFLATED or entry.file_size < _CHUNK:
        with archive.open(entry) as stored:
            while chunk := stored.read(_CHUNK):
                yield chunk
        return
    with Path(archive.filename or "").open("rb") as source:
        source.seek(entry.header_offset)
        head = source.read(30)
        if len(head) < 30 or head[:4] != b"PK\x03\x04":
            raise zipfile.BadZipFile
        source.seek(sum(struct.unpack_from("<HH", head, 26)), 1)
        left, unpacker = entry.compress_size, zlib.decompressobj(-15)
        while not unpacker.eof:
            packed = unpacker.unconsumed_tail
            if not packed:
                packed = source.read(min(left, 1 << 18))
                left -= len(packed)
                if not packed:
                    raise zipfile.BadZipFile
            if chunk := unpacker.decompress(packed, _CHUNK):
                yield chunk


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: list[int], whole: bool = True) -> Iterator[bytes]:
    """The unpacked part piece by piece; refuses DOCTYPE, foreign encodings and more bytes than announced.

    ``whole``: DOCTYPE is looked for everywhere, else only up to the first element, behind which no reader heeds it.
    """
    tail = b""
    total = 0
    prefix: bytes | None = None
    prolog = True
    for chunk in _unpacked(archive, entry):
        if not total and (chunk[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in chunk[:200]):
            raise _dangerous("encoding")
        total += len(chunk)
        budget[0] -= len(chunk)
        if budget[0] < 0 or (total > RATIO_FROM and total > MAX_RATIO * max(entry.compress_size, 1)):
            raise Refused("import_too_big")
        if (prolog or whole) and (b"<!DOCTYPE" in chunk or b"<!DOCTYPE" in tail + chunk[:16]):
            raise _dangerous("doctype")
        tail = chunk[-16:]
        if prolog and (root := _ROOT.search(chunk)):
            prolog = False
            found = _PREFIX.search(chunk, root.start(), root.start() + 4096)
            prefix = found.group(1) if found else None
        yield chunk.replace(b"<" + prefix + b":", b"<").replace(b"</" + prefix + b":", b"</") if prefix else chunk


def _sheet_pieces(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The sheet cut behind rows, so that no cell lies on a cut; attributes all in double quotes.

    What comes behind the last row is a piece of its own and does not end with a row.
    """
    rest = b""
    single: bool | None = None
    for chunk in chunks:
        rest += chunk
        cut = rest.rfind(b"</row>")
        if cut < 0:
            cut = rest.rfind(b"/>") - 4
            if len(rest) > _LONGEST_ROW:
                raise Refused("import_too_big")
            if cut < 0 or b"<c" in rest:
                continue
        piece, rest = rest[: cut + 6], rest[cut + 6 :]
        if single is None:
            # A program writes all its attributes in the same way; who mixes them meets the limits of the child.
            single = b"='" in piece
        yield _SINGLE.sub(rb'="\1"', piece) if single else piece
    if rest:
        yield _SINGLE.sub(rb'="\1"', rest) if b"='" in rest else rest


def _place(cell: bytes) -> tuple[int, int]:
    """(row, column) of a cell's mark-up, (0, 0) where it has no reference."""
    found = _PLACE.search(cell)
    return (int(found.group(2)), column_number(found.group(1))) if found else (0, 0)


def _note_struck(piece: bytes, scan: SheetScan, struck: re.Pattern[bytes]) -> None:
    """Filled cells whose style crosses them out: a name that is crossed out may not come (SP-8)."""
    for found in struck.finditer(piece):
        if len(scan.struck) >= MAX_NOTED:
            return
        scan.struck.append(_place(found.group()))


def _note_parts(piece: bytes, scan: SheetScan, texts: Mapping[int, Judged]) -> None:
    """Texts of which all or a part is crossed out inside the cell."""
    for cell, (stands, struck) in cells_of_own(piece):
        scan.note_struck(*_place(cell), stands, struck)
    for cell, (stands, struck) in cells_of_shared(piece, texts) if texts else ():
        scan.note_struck(*_place(cell), stands, struck)


def _note_cells(piece: bytes, scan: SheetScan) -> None:
    """Error cells, and formulas whose result was not saved (SP-19, SP-20)."""
    # A single letter is looked for ten times as fast, and most pieces have neither: no mark of a plain cell does.
    errors = b"e" in piece and b't="e"' in piece and len(scan.errors) < MAX_NOTED
    # A shared formula is written out once, before the cells that only point to it.
    scan.formulas = scan.formulas or (b"f" in piece and b"</f>" in piece)
    formulas = scan.formulas and b"<f" in piece and len(scan.uncached) < MAX_NOTED
    if not errors and not formulas:
        return
    for part in piece.split(b"</c>"):
        if b't="e"' not in part and b"<f" not in part:
            continue
        cell = part[part.rfind(b"<c ") :]
        value = _TEXT_OF_VALUE.search(cell)
        start = cell[: cell.find(b">")]
        if b't="e"' in start:
            text = value.group(1).decode("utf-8", "replace") if value else ""
            scan.errors.append((*_place(cell), text or "#ERROR!"))
        elif b"<f" in cell and not (value and value.group(1)) and b't="str"' not in start and b"<is>" not in cell:
            # Excel marks a formula that gives an empty text as a text; without that mark nothing was saved.
            scan.uncached.append(_place(cell))


def _note_rows(piece: bytes, scan: SheetScan, big: bool) -> None:
    """Hidden rows and the furthest cell; a place beyond the grid is refused (I3)."""
    tags = _ROW_TAG.findall(piece)
    scan.rows += len(tags)
    joined = b"".join(tags)
    scan.last_row = max(scan.last_row, scan.rows, *map(int, _ROW_NUMBER.findall(joined)))
    if b'hidden="' in joined:
        # Some programs leave the numbers of rows out: then they are counted.
        for place, tag in enumerate(tags, start=scan.rows - len(tags) + 1):
            if _HIDDEN.search(tag):
                number = _ROW_NUMBER.search(tag)
                scan.hidden_rows.append(int(number.group(1)) if number else place)
    # A large sheet is looked at in samples: its columns are the same all along, and a single cell beyond the
    # grid in the middle of a piece ends the child, which is told as well.
    if _FAR_CELL.search(piece, max(0, len(piece) - _SAMPLE)) or _FAR_CELL.search(
        piece, 0, _SAMPLE if big else len(piece)
    ):
        for letters, row in _WIDE.findall(piece):
            scan.last_column = max(scan.last_column, column_number(letters))
            scan.last_row = max(scan.last_row, int(row or 0))
        scan.last_row = max(scan.last_row, *map(int, _LOW.findall(piece)), 0)
    if scan.last_row > MAX_ROW or scan.last_column > MAX_COLUMN:
        raise _dangerous("grid")


def _note_columns(piece: bytes, scan: SheetScan) -> None:
    """Hidden columns, described before the first row."""
    for found in _COL.finditer(piece, 0, max(piece.find(b"<row"), 0) or len(piece)):
        limits = {key: int(value) for key, value in _NUMBER.findall(found.group())}
        scan.hidden_columns.append((limits.get(b"min", 0), limits.get(b"max", 0)))


def _note_merges(piece: bytes, scan: SheetScan) -> None:
    """Merged ranges, described behind the last row."""
    for found in _MERGE.finditer(piece):
        first, row, last, last_row = found.groups()
        box = (int(row), column_number(first), int(last_row or row), column_number(last or first))
        if (box[2] - box[0] + 1) * (box[3] - box[1] + 1) > MAX_MERGED_AREA or box[3] > MAX_COLUMN:
            raise _dangerous("merged")
        scan.merges.append(box)
        if len(scan.merges) > 50_000:
            raise _dangerous("merged")


def _scan_sheet(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    budget: list[int],
    struck: re.Pattern[bytes] | None,
    texts: Mapping[int, Judged],
) -> SheetScan:
    scan = SheetScan()
    first = True
    filled = 0
    for piece in _sheet_pieces(_chunks(archive, entry, budget, whole=False)):
        if first:
            _note_columns(piece, scan)
            first = False
        _note_rows(piece, scan, entry.file_size > _BIG)
        _note_cells(piece, scan)
        if struck is not None:
            _note_struck(piece, scan, struck)
        _note_parts(piece, scan, texts)
        if not piece.endswith(b"</row>"):
            _note_merges(piece, scan)
        if scan.last_row * scan.last_column > MAX_AREA:
            filled += piece.count(b"</c>")
            if filled > MAX_FILLED:
                raise Refused("import_too_big")
    if scan.last_row * scan.last_column > max(MAX_AREA, 8 * filled):
        _check_density(archive, entry, budget)
    return scan


def _check_density(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: list[int]) -> None:
    """Refuse a huge rectangle with little in it; empty formatted cells don't count, the parser leaves them out."""
    top, bottom, right, filled = MAX_ROW + 1, 0, 0, 0
    furthest = (0, 0)
    budget[0] += entry.file_size
    for piece in _sheet_pieces(_chunks(archive, entry, budget, whole=False)):
        filled += piece.count(b"</c>")
        for part in piece.split(b"</c>")[:-1]:
            row, column = _place(part[part.rfind(b"<c ") :])
            if row > bottom or column > right:
                furthest = (row, column)
            top, bottom, right = min(top, row), max(bottom, row), max(right, column)
    area = max(0, bottom - top + 1) * right
    if area > MAX_AREA and area > 8 * filled:
        raise Refused("import_sparse", cell=place_name(*furthest))


def _scan_other(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: list[int]) -> Mapping[int, Judged]:
    """Shared strings, styles and the rest: refusals, and of the strings those in which something is crossed out."""
    strings = _holds_strings(entry)
    seen = 0
    first, struck, tail = True, False, b""
    for chunk in _chunks(archive, entry, budget, whole=not strings):
        if strings:
            declared = _UNIQUE.search(chunk[:4096]) if first else None
            if declared and int(declared.group(1)) > max(1_000, entry.file_size // 4):
                raise _dangerous("count")
            seen += chunk.count(b"<si")
            struck = struck or b"<strike" in chunk or b"<strike" in tail + chunk[:8]
            tail = chunk[-8:]
        else:
            seen += chunk.count(b"<xf")
        if seen > (MAX_STRINGS if strings else MAX_STYLES):
            raise Refused("import_too_big")
        first = False
    if not struck:
        return {}
    budget[0] += entry.file_size
    return shared_texts(_chunks(archive, entry, budget, whole=False))


def _holds_strings(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith("sharedstrings.xml")


def _parsed(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314 - every part was looked through for DOCTYPE before


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Relations of a part: id → (last word of the type, full path of the target)."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    found: dict[str, tuple[str, str]] = {}
    if path not in archive.NameToInfo:
        return found
    for relation in _parsed(archive.read(path)):
        target = relation.get("Target", "")
        pieces = [] if target.startswith("/") else folder.split("/")
        for piece in target.lstrip("/").split("/"):
            if piece == "..":
                pieces = pieces[:-1]
            elif piece != ".":
                pieces.append(piece)
        if relation.get("TargetMode") != "External":
            kind = relation.get("Type", "").rpartition("/")[2]
            found[relation.get("Id", "")] = (kind, "/".join(piece for piece in pieces if piece))
    return found


def _comments(archive: zipfile.ZipFile, part: str, scan: SheetScan) -> None:
    """Texts of the comments on a sheet (SP-8)."""
    for kind, target in _relations(archive, part).values():
        if kind != "comments" or target not in archive.NameToInfo:
            continue
        if archive.NameToInfo[target].file_size > 8 << 20:
            continue
        for comment in _parsed(archive.read(target)).iter(f"{_MAIN}comment"):
            letters = re.match(r"([A-Za-z]+)(\d+)$", comment.get("ref", ""))
            text = "".join(piece.text or "" for piece in comment.iter(f"{_MAIN}t")).strip()
            if letters:
                scan.note_comment(int(letters.group(2)), column_number(letters.group(1)), text)


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet names with the paths of their parts."""
    workbook = next(
        (name for name in archive.namelist() if name.lower().endswith("xl/workbook.xml")), "xl/workbook.xml"
    )
    if workbook not in archive.NameToInfo:
        return {}
    relations = _relations(archive, workbook)
    parts: dict[str, str] = {}
    for sheet in _parsed(archive.read(workbook)).iter(f"{_MAIN}sheet"):
        _kind, target = relations.get(sheet.get(_REL_ID, ""), ("", ""))
        parts[sheet.get("name", "")] = target
    return parts


def scan_xlsx(path: Path) -> dict[str, SheetScan]:
    """Look through every part of an .xlsx; gives what each sheet shows, by sheet name.

    Refuses with ``import_dangerous`` (reason: doctype, encoding, grid, sparse, count, merged), ``import_too_big`` or
    ``import_damaged``. Memory is bounded by one row of the sheet; time by the unpacked size.
    """
    budget = [MAX_UNPACKED]
    scans: dict[str, SheetScan] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            struck = struck_cells(archive)
            texts: Mapping[int, Judged] = {}
            # The shared strings first: the sheets only say their numbers.
            for entry in sorted(archive.infolist(), key=_holds_strings, reverse=True):
                name = entry.filename.lower()
                if name.startswith("__macosx/"):
                    continue  # what a Mac leaves beside parts that were packed by hand; no parser opens it
                if name.endswith(".xml") and "/worksheets/" in name:
                    scans[entry.filename] = _scan_sheet(archive, entry, budget, struck, texts)
                elif name.endswith((".xml", ".rels", ".vml")):
                    texts = _scan_other(archive, entry, budget) or texts
            by_name = {}
            for sheet, part in _sheet_parts(archive).items():
                by_name[sheet] = scans.get(part, SheetScan())
                _comments(archive, part, by_name[sheet])
    except (zipfile.BadZipFile, zlib.error, EOFError, ElementTree.ParseError, NotImplementedError, OSError) as error:
        raise Refused("import_damaged") from error
    return by_name


def counts_from_1904(path: Path) -> bool:
    """Whether the workbook counts its days from 1904 (SP-6, I9)."""
    with zipfile.ZipFile(path) as archive:
        name = next((one for one in archive.namelist() if one.lower().endswith("xl/workbook.xml")), "")
        return bool(name) and re.search(rb'\bdate1904\s*=\s*["\'](?:1|true)', archive.read(name)) is not None
