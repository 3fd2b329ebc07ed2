"""Several tables under one another in one sheet, each with headings of its own (SP-1, SP-13)."""

from collections.abc import Iterator
from dataclasses import replace

from app.importers.column_rows import column_of
from app.importers.heading_rows import surely_headings
from app.importers.headings import Headings, read_headings
from app.importers.workbook import Sheet

#: A table without so many rows between two headings is none.
_LEAST_ROWS = 1


def _starts(sheet: Sheet, headings: Headings) -> list[int]:
    """Rows further down that are headings: below an empty row or a row of one text."""
    found = []
    rows = sheet.rows
    # Nearly every row holds something in its first two cells: those are passed over without being made.
    one, two = column_of(rows, 0), column_of(rows, 1)
    filled = enumerate(zip(one, two, strict=True), start=1) if "" in one or "" in two else ()
    gaps = [number for number, (first, second) in filled if first == "" or second == ""]
    least = headings.first_row + _LEAST_ROWS
    for number in gaps:
        if number < least or number >= len(rows):
            continue
        above = rows[number - 1]
        if len(above) - above.count("") <= 1 and surely_headings(rows[number], headings.book):
            found.append(number + 1)
    return found


def _same(one: Headings, other: Headings) -> bool:
    """The same headings again, or others that mean the same columns."""
    return one.layout == other.layout or {at: column.field for at, column in one.columns.items()} == {
        at: column.field for at, column in other.columns.items()
    }


def tables_of(sheet: Sheet, headings: Headings) -> Iterator[tuple[Sheet, Headings]]:
    """The tables of a sheet with the headings of each; nearly always the one that is known.

    Rows keep their numbers: each part is the sheet cut off where the next table begins. A heading that is only repeated
    ("on each page") begins no table.
    """
    if not headings.rows:
        yield sheet, headings
        return
    current = headings
    for start in _starts(sheet, headings):
        below = replace(sheet, rows=(*((),) * (start - 1), *sheet.rows[start - 1 :]))
        found = read_headings(below, start, None, headings.book)
        if not found.found or _same(found, current):
            continue
        yield replace(sheet, rows=sheet.rows[: start - 1]), current
        current = found
    yield sheet, current
