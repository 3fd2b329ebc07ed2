"""A look through an .ods before the parser sees it: its cells as a stream of elements (D11, SP-8, SP-20).

It refuses repeated rows and columns that would fill the memory, and notes what the parser does not tell: hidden rows
and columns, merged ranges, error cells, formulas without a result, comments, what is crossed out. Standard library
only.
"""

import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from app.core.errors import Refused
from app.importers.gate import MAX_RATIO, RATIO_FROM
from app.importers.raw_sheet import MAX_NOTED, SheetScan
from app.importers.struck_texts import judged

_MAX_CONTENT = 600 << 20
_MAX_CELLS = 6_000_000
_MAX_AREA = 8_000_000
_MAX_ROW, _MAX_COLUMN = 1_048_576, 16_384
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0|"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0|"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0|"
_CELL, _COVERED = _TABLE + "table-cell", _TABLE + "covered-table-cell"
_ROW, _COLUMN, _SHEET = _TABLE + "table-row", _TABLE + "table-column", _TABLE + "table"
_STYLES = "urn:oasis:names:tc:opendocument:xmlns:style:1.0|"
_STYLE, _LETTERS, _LINE = _STYLES + "style", _STYLES + "text-properties", _STYLES + "text-line-through-style"
_NOTE, _PARAGRAPH = _OFFICE + "annotation", _TEXT + "p"
#: Letters with looks of their own, and what stands for a space.
_SPAN, _SPAN_STYLE = _TEXT + "span", _TEXT + "style-name"
_SPACES = frozenset((_TEXT + "s", _TEXT + "tab", _TEXT + "line-break"))
_REPEATED_ROWS, _REPEATED_COLUMNS = _TABLE + "number-rows-repeated", _TABLE + "number-columns-repeated"
_ROWS_SPANNED, _COLUMNS_SPANNED = _TABLE + "number-rows-spanned", _TABLE + "number-columns-spanned"
_VALUE_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0|value-type"
_ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|Err:\d{3}\Z")


def _times(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not text.isascii() or not text.isdigit():
        return 1
    return max(1, int(text[:9]))


class _Scan:
    """Handles the events of the parser. A sheet inside a sheet counts as its cell's content."""

    def __init__(self) -> None:
        self.scans: dict[str, SheetScan] = {}
        self._scan = SheetScan()
        self._depth = 0
        self._row = self._column = self._last_row = self._last_column = 0
        self._times = self._cell_times = 1
        self._filled = self._row_filled = self._area = 0
        self._attributes: Mapping[str, str] = {}
        self._note: list[str] | None = None
        self._text: list[str] = []
        self._in_text = False
        #: The style that is being told, and those that cross out what stands in a cell.
        self._style = ""
        self._struck: set[str] = set()
        #: Of the spans that are open whether each crosses out; which pieces of the cell's text are crossed out.
        self._spans: list[bool] = []
        self._gone: set[int] = set()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name in (_CELL, _COVERED):
            if self._depth == 1:
                self._start_cell(attributes)
        elif name == _PARAGRAPH:
            self._in_text = True
            (self._text if self._note is None else self._note).append("\n")
        elif name == _ROW and self._depth == 1:
            self._start_row(attributes)
        elif name == _SPAN:
            self._spans.append(attributes.get(_SPAN_STYLE, "") in self._struck)
        elif name in _SPACES:
            self.text(" ")
        elif name == _NOTE:
            self._note = []
        elif name == _STYLE:
            self._style = attributes.get(_STYLES + "name", "")
        elif name == _LETTERS and attributes.get(_LINE, "none") != "none" and len(self._struck) < MAX_NOTED:
            self._struck.add(self._style)
        elif name == _SHEET:
            self._depth += 1
            if self._depth == 1:
                self._scan = self.scans[attributes.get(_TABLE + "name", "")] = SheetScan()
                self._row = self._last_row = self._last_column = self._column = 0
                self._times = 1
                self._filled = 0
        elif name == _COLUMN and self._depth == 1:
            first, times = self._column + 1, _times(attributes, _REPEATED_COLUMNS)
            self._column = min(self._column + times, _MAX_COLUMN)
            if attributes.get(_TABLE + "visibility") in ("collapse", "filter"):
                self._scan.hidden_columns.append((first, self._column))

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self._row += 1
        self._column = self._row_filled = 0
        self._times = _times(attributes, _REPEATED_ROWS)
        if attributes.get(_TABLE + "visibility") in ("collapse", "filter") and len(self._scan.hidden_rows) < 70_000:
            self._scan.hidden_rows += range(self._row, self._row + min(self._times, 10_000))

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        self._attributes, self._text = attributes, []
        self._spans, self._gone = [], set()
        self._cell_times = _times(attributes, _REPEATED_COLUMNS)
        down, across = _times(attributes, _ROWS_SPANNED), _times(attributes, _COLUMNS_SPANNED)
        if (down > 1 or across > 1) and len(self._scan.merges) < 50_000:
            last = (min(self._row + down - 1, _MAX_ROW), min(self._column + across - 1, _MAX_COLUMN))
            self._scan.merges.append((self._row, self._column, *last))

    def text(self, data: str) -> None:
        """Characters."""
        if self._in_text:
            if self._note is None and True in self._spans:
                self._gone.add(len(self._text))
            (self._text if self._note is None else self._note).append(data)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == _PARAGRAPH:
            self._in_text = False
        elif name == _SPAN:
            self._spans = self._spans[:-1]
        elif (name in (_CELL, _COVERED)) and self._depth == 1:
            self._end_cell()
        elif name == _ROW and self._depth == 1:
            self._end_row()
        elif name == _NOTE and self._note is not None:
            self._scan.note_comment(self._row, self._column, "".join(self._note))
            self._note = None
        elif name == _SHEET:
            self._depth -= 1
            if not self._depth:
                area = self._last_row * self._last_column
                if area > _MAX_AREA and area > 8 * self._filled:
                    raise Refused("import_dangerous", reason="sparse")

    def _end_cell(self) -> None:
        attributes = self._attributes
        text = "".join(self._text).strip()
        typed = _OFFICE + "value-type" in attributes
        if attributes.get(_VALUE_TYPE) == "error" or (text[:1] in "#E" and _ERROR.match(text)):
            if len(self._scan.errors) < MAX_NOTED:
                self._scan.errors.append((self._row, self._column, text or "#ERROR!"))
        elif _TABLE + "formula" in attributes and not typed and not text and len(self._scan.uncached) < MAX_NOTED:
            self._scan.uncached.append((self._row, self._column))
        if typed or text:
            if attributes.get(_TABLE + "style-name", "") in self._struck and len(self._scan.struck) < MAX_NOTED:
                self._scan.struck.append((self._row, self._column))
            found = judged((at in self._gone, piece) for at, piece in enumerate(self._text)) if self._gone else None
            if found is not None:
                self._scan.note_struck(self._row, self._column, *found)
            self._row_filled += self._cell_times
            last = self._column + self._cell_times - 1
            if last > _MAX_COLUMN:
                raise Refused("import_dangerous", reason="grid")
            self._last_column = max(self._last_column, last)
        self._column += self._cell_times - 1
        self._attributes = {}

    def _end_row(self) -> None:
        last = self._row + self._times - 1
        if self._row_filled:
            self._filled += self._row_filled * self._times
            self._last_row = last
            if last > _MAX_ROW:
                raise Refused("import_dangerous", reason="grid")
            if self._filled > _MAX_CELLS:
                raise Refused("import_too_big")
        self._row = last


def _no_doctype(*_arguments: object) -> None:
    raise Refused("import_dangerous", reason="doctype")


def scan_ods(path: Path) -> dict[str, SheetScan]:
    """Scans by sheet name.

    Refuses with ``import_password``, ``import_dangerous`` (doctype, grid, sparse), ``import_too_big``,
    ``import_damaged``. Memory does not grow with the file.
    """
    scan = _Scan()
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = scan.start, scan.end
    parser.CharacterDataHandler = scan.text
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = archive.NameToInfo.get("META-INF/manifest.xml")
            if manifest and b"encryption-data" in archive.read(manifest)[: 4 << 20]:
                raise Refused("import_password")
            entry = archive.getinfo("content.xml")
            total = 0
            with archive.open(entry) as source:
                while chunk := source.read(1 << 20):
                    total += len(chunk)
                    if total > _MAX_CONTENT or (total > RATIO_FROM and total > MAX_RATIO * max(entry.compress_size, 1)):
                        raise Refused("import_too_big")
                    parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        expat.ExpatError,
        NotImplementedError,
        OSError,
    ) as error:
        raise Refused("import_damaged") from error
    return scan.scans
