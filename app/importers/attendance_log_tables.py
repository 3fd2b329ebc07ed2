"""Where in a meeting program's file the table of people stands, and what the block above it says."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.core.text import one_line
from app.importers.attendance_clock import ClockHabit, read_duration, read_moment
from app.importers.heading_words import meanings
from app.importers.headings import Column
from app.importers.workbook import Cell, Row, Sheet

BOOK = "attendance"
_NAMES = frozenset(("full_name", "given_name", "family_name"))
_LOG_FIELDS = frozenset(
    "full_name given_name family_name email upn join leave duration action timestamp guest consent waiting log_role "
    "topic meeting_start meeting_end meeting_id".split()
)
_SECTION = re.compile(r"^\d\s*[.)]\s*\S")
#: Only headings that are surely meant: a log is told from a list of people by them.
_SURE = 86.0
_ANY = ClockHabit(False, True)


@dataclass(frozen=True, slots=True)
class LogTable:
    """A table of a log: its heading row, field → column, and the rows under it, all from 1. ``rank``: how telling."""

    heading_row: int
    fields: Mapping[str, int]
    columns: Mapping[int, Column]
    rows: tuple[int, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class LogHead:
    """The block above the table: title, start and end of the meeting as raw cells, and all its values."""

    title: str = ""
    start: Cell = ""
    end: Cell = ""
    values: tuple[Cell, ...] = field(default_factory=tuple)


def _fields(row: Row) -> dict[str, tuple[int, Column]]:
    found: dict[str, tuple[int, Column]] = {}
    for number, cell in enumerate(row, start=1):
        if not isinstance(cell, str) or not cell.strip() or len(cell) > 80:
            continue
        for meaning in meanings(cell, BOOK):
            if meaning.score >= _SURE and meaning.field in _LOG_FIELDS and meaning.field not in found:
                column = Column(meaning.field, one_line(cell), meaning.score / 100, meaning.how)
                found[meaning.field] = (number, column)
                break
    return found


def _rank(names: set[str]) -> int:
    """3 with joins and leaves (or events), 2 with one of them, 1 with a duration only; 0 is no log."""
    if not names & _NAMES:
        return 0
    if {"join", "leave"} <= names or {"action", "timestamp"} <= names:
        return 3
    if names & {"join", "leave"} and "duration" in names:
        return 2
    return 1 if "duration" in names else 0


def _filled(row: Row) -> list[tuple[int, Cell]]:
    return [(number, cell) for number, cell in enumerate(row, start=1) if cell != "" and str(cell).strip()]


def _rows_under(sheet: Sheet, heading: int) -> tuple[int, ...]:
    """The rows of a table: to the first empty one, or to the heading of the next section."""
    found: list[int] = []
    for number in range(heading + 1, len(sheet.rows) + 1):
        filled = _filled(sheet.rows[number - 1])
        if not filled or (len(filled) == 1 and _SECTION.match(str(filled[0][1]))):
            if found:
                break
            continue
        found.append(number)
    return tuple(found)


def _of_headings(sheet: Sheet, number: int) -> LogTable | None:
    found = _fields(sheet.rows[number - 1])
    rank = _rank(set(found))
    rows = _rows_under(sheet, number) if rank else ()
    if not rows:
        return None
    if rank == 1 and not _durations(sheet, rows, found["duration"][0]):
        return None
    fields = {name: at for name, (at, _) in found.items()}
    return LogTable(number, fields, dict(found.values()), rows, rank)


def _durations(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    values = [sheet.cell(number, column) for number in rows]
    read = sum(read_duration(value) is not None for value in values)
    return read >= 0.8 * len(values)


def _share(cells: Sequence[Cell], test: Callable[[Cell], bool]) -> float:
    filled = [cell for cell in cells if cell != ""]
    return sum(test(cell) for cell in filled) / len(cells) if cells and filled else 0.0


def _dated(cell: Cell) -> bool:
    moment = read_moment(cell, _ANY) if isinstance(cell, str | datetime) else None
    return moment is not None and moment.day is not None


def _wordy(cell: Cell) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", str(cell)))


def _of_values(sheet: Sheet, number: int) -> LogTable | None:
    """A table whose headings nobody wrote down: a name, then two columns of dates with times in almost every row."""
    filled = _filled(sheet.rows[number - 1])
    if len(filled) < 3 or not all(isinstance(cell, str) and not _dated(cell) for _, cell in filled):
        return None
    rows = _rows_under(sheet, number)
    if not rows:
        return None
    columns = {at: [sheet.cell(row, at) for row in rows] for at, _ in filled}
    times = [at for at, cells in columns.items() if _share(cells, _dated) >= 0.8]
    if len(times) < 2:
        return None
    mails = [at for at, cells in columns.items() if any("@" in str(cell) for cell in cells)]
    texts = [
        at for at, cells in columns.items() if at not in times and at not in mails and _share(cells, _wordy) >= 0.8
    ]
    if not texts:
        return None
    fields = {"full_name": texts[0], "join": times[0], "leave": times[1]}
    if mails:
        fields["email"] = mails[0]
    lengths = [at for at in columns if at > times[1] and at not in mails and _durations(sheet, rows, at)]
    if lengths:
        fields["duration"] = lengths[0]
    heads = dict(filled)
    made = {at: Column(name, one_line(str(heads[at])), 0.7, "values") for name, at in fields.items()}
    return LogTable(number, fields, made, rows, 3)


def log_tables(sheet: Sheet) -> list[LogTable]:
    """All tables of a sheet that tell who was in a meeting; empty for any other sheet."""
    found: list[LogTable] = []
    inside = 0
    for number in range(1, len(sheet.rows) + 1):
        if number <= inside:
            continue
        table = _of_headings(sheet, number) if len(_filled(sheet.rows[number - 1])) >= 2 else None
        if table is not None:
            found.append(table)
            inside = table.rows[-1]
    if not found:
        starts = [n for n in range(1, min(len(sheet.rows), 60) + 1) if n == 1 or len(_filled(sheet.rows[n - 2])) <= 1]
        found = [table for number in starts if (table := _of_values(sheet, number)) is not None]
    return found


def head_of(sheet: Sheet, table: LogTable) -> LogHead:
    """What stands above the first table of a log, as ``key, value`` lines or as a row of headings over one of values.

    Where the language is unknown, the first two moments of such lines are the start and the end.
    """
    title, start, end = "", "", ""
    values: list[Cell] = []
    moments: list[Cell] = []
    limit = min(table.heading_row, 40)
    for number in range(1, limit):
        filled = _filled(sheet.rows[number - 1])
        values.extend(cell for _, cell in filled)
        if len(filled) == 2:
            (_, key), (_, value) = filled
            name = next(iter(_fields((key,))), "") if isinstance(key, str) else ""
            title = title or (str(value) if name == "topic" else "")
            start = start or (str(value) if name == "meeting_start" else "")
            end = end or (str(value) if name == "meeting_end" else "")
            if _dated(value):
                moments.append(value)
        elif len(filled) > 2 and number + 1 < limit + 1:
            under = sheet.rows[number] if number < len(sheet.rows) else ()
            for name, (at, _) in _fields(sheet.rows[number - 1]).items():
                value = under[at - 1] if at <= len(under) else ""
                title = one_line(str(value)) if name == "topic" else title
                start = str(value) if name == "meeting_start" else start
                end = str(value) if name == "meeting_end" else end
    if not start and len(moments) >= 2:
        start, end = str(moments[0]), str(moments[1])
    return LogHead(one_line(title), start, end, tuple(values))
