"""Several tables under one another in one sheet, each with headings of its own (SP-1, SP-13)."""

from collections.abc import Iterator
from dataclasses import replace

from app.core.text import one_line
from app.importers.column_values import are_cyrillic, values_of
from app.importers.heading_rows import NAMES, surely_headings
from app.importers.heading_words import normalise
from app.importers.headings import Column, Headings, read_headings
from app.importers.staged import Skipped
from app.importers.workbook import Sheet

#: A table without so many rows between two headings is none.
_LEAST_ROWS = 1
#: Further to the right no second table is looked for.
_WIDEST = 60
_NONE = Column("", "", 0.0, "")


def _starts(sheet: Sheet, headings: Headings) -> list[int]:
    """Rows further down that are headings: below an empty row or a row of one text."""
    found = []
    rows = sheet.rows
    for number in range(headings.first_row + _LEAST_ROWS, len(rows)):
        above = rows[number - 1]
        if len(above) > 1 and above[0] != "" and above[1] != "":
            continue
        if len(above) - above.count("") <= 1 and surely_headings(rows[number], headings.book):
            found.append(number + 1)
    return found


def _same(one: Headings, other: Headings) -> bool:
    """The same headings again, or others that mean the same columns."""
    return one.layout == other.layout or {at: column.field for at, column in one.columns.items()} == {
        at: column.field for at, column in other.columns.items()
    }


def table_beside(sheet: Sheet, headings: Headings) -> int:
    """The column where another table of the same headings begins to the right of the first; 0 where there is none.

    Names twice in two alphabets are one table. Two people on one row cannot be told apart by their place: only the
    first table is read, and what stands beside it is told (``beside``).
    """
    if not headings.rows:
        return 0
    row = sheet.rows[headings.rows[-1] - 1]
    texts = [normalise(cell) if isinstance(cell, str) else "" for cell in row[:_WIDEST]]
    names = [at for at, text in enumerate(texts) if text and (headings.columns.get(at + 1) or _NONE).field in NAMES]
    for first in names:
        for again in (at for at in range(first + 2, len(texts)) if texts[at] == texts[first]):
            run = again - first
            told = [at for at in range(first, again) if texts[at]]
            same = [at for at in told if texts[at] == (texts[at + run] if at + run < len(texts) else "")]
            if len(same) < 2 or len(same) < len(told) - 1:
                continue
            values = [values_of(sheet, at + 1, headings.rows[-1]) for at in (first, again)]
            if all(values) and are_cyrillic(values[0]) == are_cyrillic(values[1]):
                # What stands before the name, as its number does, belongs to the second table, too.
                return (run if texts[run] == texts[0] else again) + 1
    return 0


def cut_off(sheet: Sheet, column: int) -> Sheet:
    """The sheet without the columns from ``column`` (from 1) on; itself for 0."""
    if not column:
        return sheet
    return replace(sheet, rows=tuple(row[: column - 1] for row in sheet.rows))


def beside(sheet: Sheet, headings: Headings, column: int) -> Iterator[Skipped]:
    """What stands in the table that begins in ``column``, row by row, to be told as passed over."""
    for number, row in enumerate(sheet.rows[headings.rows[-1] :], start=headings.rows[-1] + 1):
        text = " ".join(str(cell) for cell in row[column - 1 :] if cell != "")
        if text:
            yield Skipped(sheet.name, number, "import_row_beside", one_line(text)[:80])


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
        below = replace(sheet, rows=((),) * (start - 1) + sheet.rows[start - 1 :])
        found = read_headings(below, start, None, headings.book)
        if not found.found or _same(found, current):
            continue
        yield replace(sheet, rows=sheet.rows[: start - 1]), current
        current = found
    yield sheet, current
