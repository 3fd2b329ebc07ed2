"""Comments put into an .ods: annotations in its content.xml, every other byte left as it is (OpenDocument 1.3)."""

import re
import zipfile
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO

from app.core.errors import Refused
from app.documents.markup_splice import Edit, end_of_tag, escaped, is_empty, local, make_parser, parse, spliced

_CONTENT = "content.xml"
_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_COLUMNS_REPEATED = re.compile(rb"(\s[\w.-]+:number-columns-repeated\s*=\s*[\"'])\d+([\"'])")
_ROWS_REPEATED = re.compile(rb"(\s[\w.-]+:number-rows-repeated\s*=\s*[\"'])\d+([\"'])")

At = tuple[int, int]


@dataclass
class _Cell:
    """A cell, or a run of equal ones, that is open while the parser is in it."""

    start: int
    columns: range
    name: str
    annotation_end: int = -1


@dataclass
class _Row:
    """A row, or a run of equal ones: where it begins, which rows it is, the remarks there, the changes by row."""

    start: int
    numbers: range
    here: list[tuple[At, str]]
    edits: dict[int, list[Edit]] = field(default_factory=dict)


def _repeat(attributes: Mapping[str, str], name: str) -> int:
    for key, value in attributes.items():
        if local(key) == name and value.isdigit():
            return max(1, int(value))
    return 1


def _annotation(author: str, text: str) -> bytes:
    lines = b"".join(b"<text:p>" + escaped(line) + b"</text:p>" for line in text.split("\n"))
    return (
        f"<office:annotation {_NAMES}><dc:creator>".encode()
        + escaped(author)
        + b"</dc:creator>"
        + lines
        + (b"</office:annotation>")
    )


class _Reader:
    """Finds the cells that have remarks, whatever runs of equal rows and cells they stand in."""

    def __init__(self, xml: bytes, remarks: Mapping[str, Mapping[At, str]], author: str) -> None:
        self.xml, self.remarks, self.author = xml, remarks, author
        self.edits: list[Edit] = []
        self.told: list[tuple[At, str]] = []
        self.tables = 0
        self.next_row = self.next_column = 1
        self.row: _Row | None = None
        self.cell: _Cell | None = None
        self.inner = 0
        self.parser = make_parser()
        self.parser.StartElementHandler = self.on_start
        self.parser.EndElementHandler = self.on_end

    def read(self) -> list[Edit]:
        """All edits of the document."""
        parse(self.parser, self.xml)
        return self.edits

    def on_start(self, name: str, attributes: dict[str, str]) -> None:
        """Count rows and cells; remember where they begin."""
        kind, at = local(name), self.parser.CurrentByteIndex
        if self.cell is not None:
            self.inner += 1
        elif kind == "table" and name.startswith("table"):
            self.tables += 1
            if self.tables == 1:
                title = next((value for key, value in attributes.items() if local(key) == "name"), "")
                self.told, self.next_row = sorted(self.remarks.get(title, {}).items()), 1
        elif kind == "table-row" and self.tables == 1:
            numbers = range(self.next_row, self.next_row + _repeat(attributes, "number-rows-repeated"))
            self.next_row, self.next_column = numbers.stop, 1
            first, last = (bisect_left(self.told, ((row, 0), "")) for row in (numbers.start, numbers.stop))
            self.row = _Row(at, numbers, self.told[first:last])
        elif kind in ("table-cell", "covered-table-cell") and self.row is not None:
            columns = range(self.next_column, self.next_column + _repeat(attributes, "number-columns-repeated"))
            self.next_column, self.inner = columns.stop, 0
            self.cell = _Cell(at, columns, name)

    def on_end(self, name: str) -> None:
        """Put the remarks of a cell in; put the rows of a run together."""
        kind, at = local(name), self.parser.CurrentByteIndex
        if self.cell is None:
            if kind == "table" and self.tables:
                self.tables -= 1
            elif kind == "table-row" and self.row is not None:
                self._close_row(self.row, at)
                self.row = None
        elif self.inner:
            self.inner -= 1
            if kind == "annotation" and not self.inner:
                self.cell.annotation_end = at
        else:
            cell, self.cell = self.cell, None
            if self.row is not None and self.row.here:
                self._close_cell(self.row, cell, at)

    def _close_cell(self, row: _Row, cell: _Cell, at: int) -> None:
        wanted: dict[int, dict[int, str]] = {}
        for (number, column), text in row.here:
            if column in cell.columns:
                wanted.setdefault(number, {})[column] = text
        for number, texts in wanted.items():
            row.edits.setdefault(number, []).append(self._edit(cell, at, texts))

    def _edit(self, cell: _Cell, at: int, texts: Mapping[int, str]) -> Edit:
        if cell.annotation_end >= 0:
            more = (
                f"<text:p {_NAMES}>".encode() + escaped(f"{self.author}: {next(iter(texts.values()))}") + b"</text:p>"
            )
            return Edit(cell.annotation_end, cell.annotation_end, more)
        inside_from, end, inside_to = _span(self.xml, cell.start, at)
        opening = self.xml[cell.start : inside_from]
        inside = self.xml[inside_from:inside_to]
        if inside_to == inside_from and opening.endswith(b"/>"):
            opening = opening[:-2] + b">"
        closing = b"</" + cell.name.encode() + b">"
        made, column = b"", cell.columns.start
        for marked in [*sorted(texts), cell.columns.stop]:
            if marked > column:
                made += _times(opening, _COLUMNS_REPEATED, marked - column) + inside + closing
            if marked < cell.columns.stop:
                made += (
                    _times(opening, _COLUMNS_REPEATED, 1) + _annotation(self.author, texts[marked]) + inside + closing
                )
            column = marked + 1
        return Edit(cell.start, end, made)

    def _close_row(self, row: _Row, at: int) -> None:
        if not row.edits:
            return
        if len(row.numbers) == 1:
            self.edits += row.edits[row.numbers.start]
            return
        _from, end, _to = _span(self.xml, row.start, at)
        whole = self.xml[row.start : end]
        made, number = b"", row.numbers.start
        for marked in [*sorted(row.edits), row.numbers.stop]:
            if marked > number:
                made += _times(whole, _ROWS_REPEATED, marked - number)
            if marked < row.numbers.stop:
                moved = [
                    replace(one, start=one.start - row.start, end=one.end - row.start) for one in row.edits[marked]
                ]
                made += _times(spliced(whole, moved), _ROWS_REPEATED, 1)
            number = marked + 1
        self.edits.append(Edit(row.start, end, made))


def _span(xml: bytes, start: int, closing: int) -> tuple[int, int, int]:
    """Where the inside of an element begins, where the element ends, where its inside ends."""
    inside = end_of_tag(xml, start)
    if is_empty(xml, start):
        return inside, inside, inside
    return inside, xml.index(b">", closing) + 1, closing


def _times(element: bytes, repeated: re.Pattern[bytes], count: int) -> bytes:
    """An element of a run, as a run of another length; the first mention of the length is its own."""
    return repeated.sub(lambda found: found.group(1) + str(count).encode() + found.group(2), element, count=1)


def annotate_ods(data: bytes, remarks: Mapping[str, Mapping[At, str]], author: str) -> bytes:
    """The document with an annotation at each place; Refused(``import_damaged``) when it cannot be taken apart."""
    out = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as made:
            for entry in archive.infolist():
                content = archive.read(entry)
                if entry.filename == _CONTENT:
                    content = spliced(content, _Reader(content, remarks, author).read())
                fresh = zipfile.ZipInfo(entry.filename, entry.date_time)
                fresh.compress_type, fresh.external_attr = entry.compress_type, entry.external_attr
                made.writestr(fresh, content)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, KeyError) as error:
        raise Refused("import_damaged") from error
    return out.getvalue()
