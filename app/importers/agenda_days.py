"""Agendas whose days stand beside one another: columns of one table, or a table of its own for each day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from app.core.text import one_line
from app.importers.cells import as_text
from app.importers.day_headings import find_day, words_beside
from app.importers.record_sheet import RecordReading
from app.importers.times_in_cells import read_span
from app.importers.workbook import Cell, Row, Sheet

#: Days that are columns stand in one of the first rows.
_GRID_ROWS = 15
#: What stands between the name of a sheet and the day that was taken out of it.
DAY_OF = " – "


def days_apart(sheet: Sheet, reading: RecordReading) -> tuple[Sheet, ...]:
    """A sheet whose days stand side by side as a sheet for each day; any other sheet as it is.

    Days as rows and hours as columns become a sheet for each of the hours. Else either one column of times serves all
    days, and what is merged over several days (lunch) belongs to each of them; or each day has a table of its own with
    its times. Rows and columns keep their places.
    """
    for number, row in enumerate(sheet.rows[:_GRID_ROWS], start=1):
        hours = {n: cell for n, cell in enumerate(row, start=1) if _is_range(cell)}
        if len(hours) >= 2 and (column := _day_column(sheet, number, min(hours), reading)):
            return tuple(_one_time(sheet, number, column, at, cell) for at, cell in hours.items())
        days = {n: cell for n, cell in enumerate(row, start=1) if cell != "" and is_day(cell, reading)}
        if len({as_text(cell) for cell in days.values()}) < 2:
            continue
        times = _time_column(sheet, number, min(days))
        if times:
            return tuple(_one_day(sheet, number, times, day, cell) for day, cell in days.items())
        blocks = _blocks(sheet, number, days)
        if blocks:
            return blocks
    return (sheet,)


def _blocks(sheet: Sheet, heading: int, days: Mapping[int, Cell]) -> tuple[Sheet, ...]:
    """A sheet for each of the tables that begin under the days, if every one of them has its own column of times."""
    begins = sorted(days)
    ends = [*(begin - 1 for begin in begins[1:]), sheet.width]
    found = []
    for first, last in zip(begins, ends, strict=True):
        if not _time_column(sheet, heading, last + 1, first):
            return ()
        rows = [
            tuple(cell if number > heading and first <= at <= last else "" for at, cell in enumerate(row, start=1))
            for number, row in enumerate(sheet.rows, start=1)
        ]
        merges = tuple(one for one in sheet.merges if one[0] > heading and first <= one[1] and one[3] <= last)
        found.append(_named(replace(sheet, rows=tuple(rows), merges=merges), days[first]))
    return tuple(found)


def _time_column(sheet: Sheet, after: int, before: int, begin: int = 1) -> int:
    """The first column from ``begin`` on and left of ``before`` whose cells below tell times; 0 for none."""
    for number in range(begin, before):
        cells = [row[number - 1] for row in sheet.rows[after:] if len(row) >= number and row[number - 1] != ""]
        if len(cells) >= 2 and sum(map(is_time, cells)) * 2 > len(cells):
            return number
    return 0


def _one_day(sheet: Sheet, heading: int, times: int, day: int, head: Cell) -> Sheet:
    starts: dict[int, int] = {}
    for top, left, _bottom, right in sheet.merges:
        if left > times and left <= day <= right:
            starts[top] = left
    rows: list[Row] = []
    for number, row in enumerate(sheet.rows, start=1):
        cells: list[Cell] = [""] * max(day, times)
        if number > heading:
            place = starts.get(number, day)
            cells[times - 1] = row[times - 1] if times <= len(row) else ""
            cells[day - 1] = row[place - 1] if place <= len(row) else ""
        rows.append(tuple(cells))
    return _named(replace(sheet, rows=tuple(rows), merges=()), head)


def _is_range(cell: Cell) -> bool:
    """Whether a cell is a heading of hours: "9:00–12:00", "Morning (9-12)"."""
    if not isinstance(cell, str) or len(cell) > 40:
        return False
    span = read_span(cell)
    return bool(span.start and span.end)


def _day_column(sheet: Sheet, after: int, before: int, reading: RecordReading) -> int:
    """The column left of the hours whose cells below tell a day each; 0 when there is none."""
    for number in range(1, before):
        if is_day(sheet.cell(after, number), reading):
            # Two zones of time beside a day are a row of an agenda, no headings.
            return 0
        cells = [row[number - 1] for row in sheet.rows[after:] if len(row) >= number and row[number - 1] != ""]
        if cells and sum(is_day(cell, reading) for cell in cells) * 2 > len(cells):
            return number
    return 0


def _one_time(sheet: Sheet, heading: int, days: int, place: int, head: Cell) -> Sheet:
    """The items of one time of all days: day and title in their places, the time in a column behind all others."""
    rows: list[Row] = []
    last = sheet.width + 1
    for number, row in enumerate(sheet.rows, start=1):
        cells: list[Cell] = [""] * last
        if number > heading and place <= len(row) and row[place - 1] != "":
            cells[days - 1], cells[place - 1], cells[last - 1] = row[days - 1], row[place - 1], head
        rows.append(tuple(cells))
    name = f"{sheet.name}{DAY_OF}{one_line(as_text(head))}"
    return replace(sheet, name=name, of=sheet.of or sheet.name, rows=tuple(rows), merges=())


def _named(sheet: Sheet, head: Cell) -> Sheet:
    """The sheet of one day under the day's name; what the heading says besides is its group."""
    text = as_text(head)
    said = words_beside(text) if isinstance(head, str) else ""
    return replace(sheet, name=f"{sheet.name}{DAY_OF}{one_line(text)}", of=sheet.of or sheet.name, group=said)


def is_time(cell: Cell) -> bool:
    """Whether a cell looks like a time of an agenda: a fraction of a day, or a short text that tells a start."""
    if isinstance(cell, float):
        return 0 < cell < 1
    return bool(read_span(cell).start) and not (isinstance(cell, str) and len(cell) > 30)


def is_day(cell: Cell, reading: RecordReading) -> bool:
    """Whether a cell tells one day."""
    if isinstance(cell, str):
        return find_day(cell, reading.period, reading.today) is not None
    return isinstance(cell, date) and not isinstance(cell, datetime)
