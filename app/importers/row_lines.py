"""Rows as JSON lines between the child that reads and the process that asked: both ends of the line (speed 2, 3).

Numbers, texts and truth values go as they are. A date goes as a list of one whole number (its ordinal), a moment as a
list of one text, a time of day or a span as a list of two; a list is never a cell, so nothing can be mistaken. Each
line tells how many there are, so that a line without dates is taken as it comes.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

#: Rows in one line: some milliseconds of work for the process that takes them.
ROWS_A_LINE = 200
_NOT_A_NUMBER = "NaN"


class RowEncoder:
    """The child's end: rows to one line of bytes."""

    def __init__(self) -> None:
        from orjson import OPT_PASSTHROUGH_DATETIME, dumps

        self._dumps, self._option, self._dates = dumps, OPT_PASSTHROUGH_DATETIME, 0

    def _strange(self, value: object) -> object:
        """Called for what JSON does not know."""
        self._dates += 1
        if isinstance(value, datetime):
            return [value.isoformat()]
        if isinstance(value, date):
            return [value.toordinal()]
        if isinstance(value, time):
            return ["h", value.isoformat()]
        if isinstance(value, timedelta):
            return ["s", value.total_seconds()]
        return ["t", str(value)]

    def rows(self, sheet: int, rows: Sequence[Sequence[object]]) -> bytes:
        """One line with some rows of the sheet with this number (from 0)."""
        self._dates = 0
        packed: bytes = self._dumps(rows, self._strange, self._option)
        return b'{"sheet":%d,"dates":%d,"rows":%b}\n' % (sheet, self._dates, packed)

    def say(self, line: object) -> bytes:
        """Any other line."""
        packed: bytes = self._dumps(line)
        return packed + b"\n"


class RowDecoder:
    """The other end. One for each sheet: it remembers which columns hold dates."""

    def __init__(self) -> None:
        self._columns: set[int] = set()
        self._days: dict[int, date] = {}

    def take(self, rows: list[list[Any]], dates: int, odd_numbers: bool) -> list[tuple[Any, ...]]:
        """The rows of one line with their dates. ``odd_numbers``: JSON has no NaN, they may stand as None."""
        if odd_numbers:
            for row in rows:
                if None in row:
                    row[:] = [_NOT_A_NUMBER if cell is None else cell for cell in row]
        days = self._days
        for column in self._columns if dates else ():
            for row in rows:
                if len(row) > column and type(cell := row[column]) is list:
                    row[column] = days.get(cell[0]) or self._date(cell)
                    dates -= 1
        if dates > 0:
            for row in rows:
                for column, cell in enumerate(row):
                    if type(cell) is list:
                        row[column] = self._date(cell)
                        self._columns.add(column)
        return list(map(tuple, rows))

    def _date(self, cell: list[Any]) -> object:
        first = cell[0]
        if type(first) is int:
            found = self._days.get(first)
            if found is None:
                found = self._days[first] = date.fromordinal(first)
            return found
        if len(cell) == 1:
            return datetime.fromisoformat(first)
        if first == "h":
            return time.fromisoformat(cell[1])
        return timedelta(seconds=cell[1]) if first == "s" else str(cell[1])
