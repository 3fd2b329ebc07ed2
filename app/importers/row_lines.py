"""Rows as JSON lines between the child that reads and the process that asked: both ends of the line (speed 2, 3).

Rows of one width go by columns, and a column in one of three ways:

- ``days``: nothing but dates and empty cells, as the ordinals of the days, 0 for empty;
- ``codes``: texts that come again and again, as numbers into a list of words that grows with ``new``: each text is
  sent and made once for a sheet, and what is understood of it is found again without comparing letters;
- ``cells``: anything, as it is.

Among ``cells``, and in rows of unlike width, numbers, texts and truth values go as they are. A date goes as a list of
one whole number (its ordinal), a moment as a list of one text, a time of day or a span as a list of two; a list is
never a cell, so nothing can be mistaken. It is told how many there are: cells without dates are taken as they come.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

#: Rows in one line: some milliseconds of work for the process that takes them.
ROWS_A_LINE = 1_000
_NOT_A_NUMBER = "NaN"
_TEXT, _DATE = frozenset((str,)), frozenset((date,))
_DATES = _TEXT | _DATE


class _Other(Exception):
    """A cell that is no text among texts."""


class _Codes(dict[str, int]):
    """The words of one column, numbered as they come; the empty text is the first."""

    def __init__(self) -> None:
        super().__init__({"": 0})

    def __missing__(self, word: str) -> int:
        if type(word) is not str:
            raise _Other
        number = self[word] = len(self)
        return number


class _Days(dict[int, date | str]):
    """Days by their ordinals, each made once; 0 is an empty cell."""

    def __init__(self) -> None:
        super().__init__({0: ""})

    def __missing__(self, ordinal: int) -> date:
        day = self[ordinal] = date.fromordinal(ordinal)
        return day


class RowEncoder:
    """The child's end: rows to one line of bytes."""

    def __init__(self) -> None:
        from orjson import OPT_PASSTHROUGH_DATETIME, dumps

        self._dumps, self._option, self._dates = dumps, OPT_PASSTHROUGH_DATETIME, 0
        #: By sheet and column; None for a column whose texts hardly repeat.
        self._words: dict[tuple[int, int], _Codes | None] = {}

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
        try:
            columns = list(zip(*rows, strict=True))
        except ValueError:
            columns = []
        if columns:
            parts = b",".join([self._column((sheet, at), column) for at, column in enumerate(columns)])
            return b'{"sheet":%d,"columns":[%b]}\n' % (sheet, parts)
        self._dates = 0
        packed: bytes = self._dumps(rows, self._strange, self._option)
        return b'{"sheet":%d,"dates":%d,"rows":%b}\n' % (sheet, self._dates, packed)

    def _column(self, place: tuple[int, int], cells: Sequence[Any]) -> bytes:
        """One column of one line. Truth values and numbers are never numbered: 1 and TRUE would be one word.

        A column of texts mostly stays one: its cells are looked up among its words, and the first other cell shows.
        """
        words = self._words.get(place)
        if words is not None:
            with suppress(_Other):
                return self._coded(place, words, cells)
        elif place not in self._words:
            kinds = set(map(type, cells))
            if kinds == _TEXT:
                words = self._words[place] = _Codes()
                return self._coded(place, words, cells)
            if kinds <= _DATES:
                try:
                    days = [cell.toordinal() if cell != "" else 0 for cell in cells]
                except AttributeError:  # another text among the dates
                    pass
                else:
                    return b'{"days":%b}' % self._dumps(days)
        self._dates = 0
        packed: bytes = self._dumps(cells, self._strange, self._option)
        return b'{"odd":%d,"cells":%b}' % (self._dates, packed)

    def _coded(self, place: tuple[int, int], words: _Codes, cells: Sequence[str]) -> bytes:
        before = len(words)
        try:
            codes = list(map(words.__getitem__, cells))
        except _Other:
            # This line goes as it is: the other end is not told of the words that came before the other cell.
            for word in list(words)[before:]:
                del words[word]
            raise
        fresh = list(words)[before:] if len(words) > before else []
        if len(fresh) * 2 > len(cells):
            # Each is another text: to number them is work for nothing.
            self._words[place] = None
            return b'{"odd":0,"cells":%b}' % self._dumps(cells)
        return b'{"new":%b,"codes":%b}' % (self._dumps(fresh), self._dumps(codes))

    def say(self, line: object) -> bytes:
        """Any other line."""
        packed: bytes = self._dumps(line)
        return packed + b"\n"


class RowDecoder:
    """The other end. One for each sheet: it remembers its words and days, and which columns hold dates."""

    def __init__(self) -> None:
        self._columns: set[int] = set()
        self._days = _Days()
        self._words: dict[int, list[str]] = {}

    def take_columns(self, columns: list[dict[str, Any]], odd_numbers: bool) -> list[list[Any]]:
        """The cells of one line by columns. ``odd_numbers`` as in ``take``."""
        found: list[list[Any]] = []
        for at, column in enumerate(columns):
            if "codes" in column:
                words = self._words.setdefault(at, [""])
                words += column["new"]
                found.append(list(map(words.__getitem__, column["codes"])))
            elif "days" in column:
                found.append(list(map(self._days.__getitem__, column["days"])))
            else:
                cells = column["cells"]
                if odd_numbers and None in cells:
                    cells = [_NOT_A_NUMBER if cell is None else cell for cell in cells]
                if column["odd"]:
                    cells = [self._date(cell) if type(cell) is list else cell for cell in cells]
                found.append(cells)
        return found

    def take(self, rows: list[list[Any]], dates: int, odd_numbers: bool) -> list[tuple[Any, ...]]:
        """The rows of one line with their dates. ``odd_numbers``: JSON has no NaN, they may stand as None."""
        if odd_numbers:
            for row in rows:
                if None in row:
                    row[:] = [_NOT_A_NUMBER if cell is None else cell for cell in row]
        for column in self._columns if dates else ():
            for row in rows:
                if len(row) > column and type(cell := row[column]) is list:
                    row[column] = self._date(cell)
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
            return self._days[first]
        if len(cell) == 1:
            return datetime.fromisoformat(first)
        if first == "h":
            return time.fromisoformat(cell[1])
        return timedelta(seconds=cell[1]) if first == "s" else str(cell[1])
