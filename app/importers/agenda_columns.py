"""Columns of agendas that their headings don't tell: by what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.importers.agenda_days import DAY_OF, is_day, is_time
from app.importers.agenda_sheet import TIMES, timed_title
from app.importers.headings import Column, Headings, read_headings
from app.importers.record_sheet import RecordReading
from app.importers.sheet_kinds import TITLES
from app.importers.workbook import Cell, Sheet


def headings_by_values(sheet: Sheet, reading: RecordReading) -> Headings:
    """Columns of an agenda without headings, told by what stands in them: times, dates, the longest texts."""
    found_by_words = _titles_by_values(sheet)
    if found_by_words is not None:
        return found_by_words
    width = min(sheet.width, 40)
    columns = {
        n: [row[n - 1] for row in sheet.rows[:400] if len(row) >= n and row[n - 1] != ""] for n in range(1, width + 1)
    }
    found: dict[int, str] = {}
    # One time of a grid may hold a single item; elsewhere one cell proves nothing.
    enough = 1 if DAY_OF in sheet.name else 2
    for number, cells in columns.items():
        timed = [cell for cell in cells if is_time(cell) and not (isinstance(cell, str) and timed_title(cell))]
        if len(timed) >= enough and len(timed) * 2 >= len([cell for cell in cells if not is_day(cell, reading)]):
            name = "end" if "start" in found.values() else "start"
            if list(found.values()).count("end") == 0:
                found[number] = name
        elif len(cells) >= enough and all(is_day(cell, reading) for cell in cells) and "date" not in found.values():
            found[number] = "date"
    if "start" not in found.values():
        return _timed_column(columns, reading)
    after = min(number for number, name in found.items() if name == "start")
    lengths = {
        n: sum(len(cell) for cell in cells if isinstance(cell, str)) for n, cells in columns.items() if n not in found
    }
    # Titles stand behind the times, but for hours that were columns.
    texts = {n: length for n, length in lengths.items() if n > after} or lengths
    if not texts or not max(texts.values()):
        return Headings(book="agenda")
    found[max(texts, key=lambda number: texts[number])] = "title"
    return Headings((), {n: Column(name, "", 0.5, "values") for n, name in sorted(found.items())}, book="agenda")


def _titles_by_values(sheet: Sheet) -> Headings | None:
    """Headings that tell times and no titles, completed: the titles are the unknown column with the longest texts."""
    known = read_headings(sheet, book="agenda")
    fields = {column.field for column in known.columns.values()}
    if not known.rows or TIMES.isdisjoint(fields) or not known.unknown or not fields.isdisjoint(("title", *TITLES)):
        return None
    rows = [row for row in sheet.rows[known.first_row - 1 :][:400] if sum(cell != "" for cell in row) > 1]
    cells = {n: [row[n - 1] for row in rows if n <= len(row)] for n in known.unknown}
    texts = {n: sum(len(cell) for cell in found if isinstance(cell, str)) for n, found in cells.items()}
    best = max(texts, key=lambda number: texts[number])
    if not texts[best]:
        return None
    column = Column("title", known.unknown[best], 0.5, "values")
    left = {number: text for number, text in known.unknown.items() if number != best}
    return replace(known, columns=dict(sorted({**known.columns, best: column}.items())), unknown=left)


def _timed_column(columns: Mapping[int, Sequence[Cell]], reading: RecordReading) -> Headings:
    """The column whose texts begin with times, under headings of days: an agenda of one column."""
    for number, cells in columns.items():
        items = [cell for cell in cells if isinstance(cell, str) and timed_title(cell)]
        if len(items) >= 2 and len(items) * 2 >= len([cell for cell in cells if not is_day(cell, reading)]):
            return Headings((), {number: Column("title", "", 0.5, "values")}, book="agenda")
    return Headings(book="agenda")
