"""Excel's own XML of 2003, mostly named .xls: read as a stream with the standard library's parser (SP-18, I2, I7)."""

from collections.abc import Sequence
from datetime import datetime
from xml.parsers import expat

from app.core.errors import Refused
from app.importers.raw_sheet import MAX_COLUMNS, MAX_NOTED, RawBook, RawSheet

MAX_XML = 96 << 20
_SHEET = "urn:schemas-microsoft-com:office:spreadsheet|"
_EXCEL = "urn:schemas-microsoft-com:office:excel|"
_MAX_ROW = 1_048_576
_MAX_CELLS = 4_000_000


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else otherwise


def _value(kind: str, text: str) -> object:
    """A cell by what its mark-up says it is; what does not fit its kind stays text."""
    try:
        if kind == "Number":
            return float(text)
        if kind == "Boolean":
            return text.strip() == "1"
        if kind == "DateTime":
            moment = datetime.fromisoformat(text.strip())
            if moment.date() in (datetime(1899, 12, 31).date(), datetime(1899, 12, 30).date()):
                return moment.time()
            return moment if (moment.hour, moment.minute, moment.second) != (0, 0, 0) else moment.date()
    except ValueError:
        return text
    return text


class _Reader:
    """Handles the events of the parser; rows and columns count from 1."""

    def __init__(self) -> None:
        self.book = RawBook("xml", [], "utf-8")
        self._rows: list[Sequence[object]] = []
        self._cells: list[object] = []
        self._row = self._column = self._cells_in_all = 0
        self._kind = ""
        self._text: list[str] | None = None
        self._formula = self._valued = self._comment = False
        self._repeat = 1

    @property
    def _sheet(self) -> RawSheet:
        if not self.book.sheets:
            raise Refused("import_damaged")
        return self.book.sheets[-1]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, word = name.rpartition("|")
        if space + "|" == _EXCEL:
            if word in ("Visible", "Date1904"):
                self._text = []
            return
        if word == "Worksheet":
            self.book.sheets.append(RawSheet(attributes.get(_SHEET + "Name", "")))
            self._rows, self._row, self._column = [], 0, 0
            self._sheet.rows = self._rows
        elif word == "Column":
            self._start_column(attributes)
        elif word == "Row":
            self._start_row(attributes)
        elif word == "Cell":
            self._start_cell(attributes)
        elif word == "Data":
            self._kind = attributes.get(_SHEET + "Type", "String")
            self._text = []
        elif word == "Comment":
            self._comment = True

    def _start_column(self, attributes: dict[str, str]) -> None:
        first = _whole(attributes.get(_SHEET + "Index"), self._column + 1)
        self._column = first + _whole(attributes.get(_SHEET + "Span"), 0)
        if attributes.get(_SHEET + "Hidden") == "1":
            self._sheet.scan.hidden_columns.append((first, self._column))

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = max(self._row + 1, _whole(attributes.get(_SHEET + "Index"), self._row + 1))
        if self._row > _MAX_ROW:
            raise Refused("import_dangerous", reason="grid")
        while len(self._rows) < self._row - 1:
            self._rows.append(())
        self._cells, self._column = [], 0
        self._rows.append(self._cells)
        if attributes.get(_SHEET + "Hidden") == "1":
            self._sheet.scan.hidden_rows.append(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._column = max(self._column + 1, _whole(attributes.get(_SHEET + "Index"), self._column + 1))
        self._cells_in_all += 1
        if self._cells_in_all > _MAX_CELLS:
            raise Refused("import_too_big")
        across = _whole(attributes.get(_SHEET + "MergeAcross"), 0)
        down = _whole(attributes.get(_SHEET + "MergeDown"), 0)
        if (across or down) and self._column + across <= 16_384 and self._row + down <= _MAX_ROW:
            self._sheet.scan.merges.append((self._row, self._column, self._row + down, self._column + across))
        self._formula = _SHEET + "Formula" in attributes
        self._valued = False

    def text(self, data: str) -> None:
        """Characters."""
        if self._text is not None:
            self._text.append(data)

    def end(self, name: str) -> None:
        """An element ends."""
        space, _, word = name.rpartition("|")
        found = "".join(self._text or ())
        if space + "|" == _EXCEL and word == "Visible":
            self._sheet.hidden = found.strip() in ("SheetHidden", "SheetVeryHidden")
            self._text = None
        elif space + "|" == _EXCEL and word == "Date1904":
            self.book.epoch_1904 = True
            self._text = None
        elif word == "Data" and self._text is not None:
            self._text = None
            self._take(found)
        elif word == "Comment":
            self._comment = False
        elif word == "Cell" and self._formula and not self._valued and len(self._sheet.scan.uncached) < MAX_NOTED:
            self._sheet.scan.uncached.append((self._row, self._column))

    def _take(self, found: str) -> None:
        scan = self._sheet.scan
        if self._comment:
            scan.note_comment(self._row, self._column, found)
            return
        self._valued = True
        if self._kind == "Error":
            scan.errors.append((self._row, self._column, found))
            found = ""
        if self._column > MAX_COLUMNS:
            return
        self._cells += [""] * (self._column - 1 - len(self._cells))
        self._cells[self._column - 1 :] = [_value(self._kind, found)]


def _no_doctype(*_arguments: object) -> None:
    raise Refused("import_dangerous", reason="doctype")


def read_xml_spreadsheet(data: bytes) -> RawBook:
    """All sheets of the file. No entity is expanded, nothing outside is opened.

    Refuses with ``import_damaged``, ``import_dangerous`` (a DOCTYPE, a row beyond the grid), ``import_too_big``.
    """
    if len(data) > MAX_XML:
        raise Refused("import_too_big")
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(data.lstrip(), True)
    except expat.ExpatError as error:
        raise Refused("import_damaged") from error
    if not reader.book.sheets:
        raise Refused("import_not_a_workbook")
    return reader.book
