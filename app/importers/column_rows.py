"""The rows of a long sheet, held by columns: a row is made only when somebody asks for it.

What is understood of a sheet of a hundred thousand rows is understood column by column; as many tuples of twenty cells
beside the columns would only be made, looked over by the collector, and thrown away again.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import overload

#: One raw cell; empty cells are the empty text, every number is a float.
Cell = str | float | bool | date | datetime | time | timedelta
Row = tuple[Cell, ...]

#: Somebody who asks for more than such a part of the rows one by one gets them all made at once.
_PART = 20


class ColumnRows(Sequence[Row]):
    """Rows of equal width as a sequence of tuples; ``columns`` are the cells by columns, all of one length.

    The lists belong to the rows: they are read, never changed.
    """

    def __init__(self, columns: Sequence[list[Cell]]) -> None:
        self.columns = columns
        self._count = len(columns[0]) if columns else 0
        self._asked = 0
        self._made: list[Row] | None = None

    @property
    def width(self) -> int:
        """The number of cells in each row; 0 where there are no rows."""
        return len(self.columns) if self._count else 0

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "ColumnRows": ...
    def __getitem__(self, at: int | slice) -> "Row | ColumnRows":
        if isinstance(at, slice):
            return ColumnRows([column[at] for column in self.columns])
        if self._made is not None:
            return self._made[at]
        self._asked += 1
        if self._asked * _PART > self._count + 2_000:
            self._made = list(self)
        return tuple([column[at] for column in self.columns])

    def __iter__(self) -> Iterator[Row]:
        return iter(self._made) if self._made is not None else zip(*self.columns, strict=True)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return False
        return all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"ColumnRows({tuple(self)!r})"


def width_of(rows: Sequence[Row]) -> int:
    """The number of cells in the widest row."""
    return rows.width if isinstance(rows, ColumnRows) else max(map(len, rows), default=0)


def column_of(rows: Sequence[Row], at: int) -> Sequence[Cell]:
    """The cells of a column (``at`` from 0) of all rows; the empty text where a row is shorter."""
    if isinstance(rows, ColumnRows):
        return rows.columns[at] if at < len(rows.columns) else [""] * len(rows)
    return [row[at] if len(row) > at else "" for row in rows]


def columns_from(rows: Sequence[Row], first: int, together: int = 2_000) -> list[list[Cell]]:
    """The cells by columns of all rows from ``first`` (from 0) on; short rows are filled up with empty cells.

    ``together``: so many rows are turned in one call, none of which may hold up the window's thread.
    """
    if isinstance(rows, ColumnRows):
        return [column[first:] for column in rows.columns]
    found: list[list[Cell]] = []
    for start in range(first, len(rows), together):
        columns = list(zip_longest(*rows[start : start + together], fillvalue=""))
        while len(found) < len(columns):
            found.append([""] * (start - first))
        count = min(together, len(rows) - start)
        for number, column in enumerate(found):
            column.extend(columns[number] if number < len(columns) else ("",) * count)
    return found


class RowCollector:
    """Puts the rows of one sheet together as they come: by columns as long as all have one width, else as tuples."""

    def __init__(self) -> None:
        self._columns: list[list[Cell]] = []
        self._rows: list[Row] = []

    def take_columns(self, columns: Sequence[list[Cell]]) -> None:
        """Some rows more, by columns."""
        if not self._rows and not self._columns:
            self._columns = [list(column) for column in columns]
        elif not self._rows and len(columns) == len(self._columns):
            for column, more in zip(self._columns, columns, strict=True):
                column.extend(more)
        else:
            self.take_rows(list(zip(*columns, strict=True)))

    def take_rows(self, rows: Sequence[Row]) -> None:
        """Some rows more, of any width."""
        if self._columns:
            self._rows = list(zip(*self._columns, strict=True))
            self._columns = []
        self._rows.extend(rows)

    def rows(self) -> Sequence[Row]:
        """All rows without those at the end that hold nothing."""
        if self._columns:
            count = len(self._columns[0])
            end = count
            while end and all(column[end - 1] == "" for column in self._columns):
                end -= 1
            if end < count:
                for column in self._columns:
                    del column[end:]
            return ColumnRows(self._columns) if end else ()
        while self._rows and self._rows[-1].count("") == len(self._rows[-1]):
            self._rows.pop()
        return tuple(self._rows)
