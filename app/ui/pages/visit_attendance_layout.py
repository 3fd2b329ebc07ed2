"""Where everything stands in the grid of attendance: names at the left, sums at the right, columns between."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect

from app.services.attendance import AttendanceGrid, Column
from app.ui.theme import theme

#: Pixels at 100 %: name, a column, hours, share, the least for the certificate, head, row, totals.
_NAME, _CELL, _HOURS, _SHARE, _CERTIFICATE = 200, 25, 56, 56, 152
_HEAD, _ROW, _TOTAL = 56, 32, 36
#: The most that names may take where there is room.
_LONGEST = 360
_BEFORE_CHIP = 14


class Places:
    """The geometry of one grid in a viewport; lengths in pixels. ``widest_name``: the text of the longest name."""

    def __init__(self, grid: AttendanceGrid | None, widest_chip: int = 0, widest_name: int = 0) -> None:
        look = theme()
        #: What the longest name takes, with the page's edge before it and air behind it; very long ones are cut.
        self._whole_name = min(widest_name + look.space(6) + look.px(_BEFORE_CHIP), look.px(_LONGEST))
        # The chip of the last column, the air before it and the page's edge behind it.
        self.certificate = max(look.px(_CERTIFICATE), widest_chip + look.px(_BEFORE_CHIP) + look.space(6))
        self.grid = grid
        self.name = look.px(_NAME)
        self.cell = look.px(_CELL)
        self.hours = look.px(_HOURS)
        self.share = look.px(_SHARE)
        self.head = look.px(_HEAD)
        self.row = look.px(_ROW)
        self.total = look.px(_TOTAL)
        self.width = self.height = 0
        self.left = 0
        self.top = 0

    @property
    def columns(self) -> Sequence[Column]:
        """What is marked."""
        return self.grid.columns if self.grid else ()

    def fit(self, width: int, height: int) -> None:
        """Take the size of the viewport; cells grow a little where there is room, names are narrower where not."""
        self.width, self.height = width, height
        look = theme()
        self.name = look.px(_NAME if width > look.px(760) else 150)
        count = len(self.columns)
        room = width - self.name - self.hours - self.share - self.certificate
        base = look.px(_CELL)
        self.cell = max(base, min(look.px(40), room // count)) if count and room > 0 else base
        # What the columns leave over is for the names: patronymics make them long.
        self.name += max(0, min(room - self.cell * count, self._whole_name - self.name))

    @property
    def middle(self) -> int:
        """The width in which the columns are seen."""
        fixed = self.name + self.hours + self.share + self.certificate
        whole = max(1, (self.width - fixed) // self.cell)
        return self.cell * min(max(1, len(self.columns)), whole)

    @property
    def hidden_width(self) -> int:
        """How much of the columns is out of sight."""
        return max(0, self.cell * len(self.columns) - self.middle)

    @property
    def rows_height(self) -> int:
        """The height of all rows."""
        return self.row * (len(self.grid.rows) if self.grid else 0)

    @property
    def hidden_height(self) -> int:
        """How much of the rows is out of sight."""
        return max(0, self.rows_height - (self.height - self.head - self.total))

    @property
    def sums(self) -> int:
        """Where hours, share and certificate begin."""
        return self.name + self.middle

    @property
    def total_top(self) -> int:
        """Where the row of totals stands: below the last row, at the foot when the rows go on."""
        return min(self.head + self.rows_height, self.height - self.total)

    def column_left(self, place: int) -> int:
        """The left edge of a column."""
        return self.name + place * self.cell - self.left

    def row_top(self, place: int) -> int:
        """The upper edge of a row."""
        return self.head + place * self.row - self.top

    def cell_rect(self, line: int, place: int) -> QRect:
        """A cell."""
        return QRect(self.column_left(place), self.row_top(line), self.cell, self.row)

    def line_at(self, y: int) -> int:
        """The row at a height; -1 outside."""
        if y < self.head or y >= self.total_top or self.grid is None:
            return -1
        line = (y - self.head + self.top) // self.row
        return line if line < len(self.grid.rows) else -1

    def place_at(self, x: int) -> int:
        """The column at a place; -1 outside."""
        if x < self.name or x >= self.sums:
            return -1
        place = (x - self.name + self.left) // self.cell
        return place if place < len(self.columns) else -1

    def at(self, point: QPoint) -> tuple[int, int]:
        """Row and column under a point; -1 where there is none."""
        return self.line_at(point.y()), self.place_at(point.x())

    def starts_day(self, place: int) -> bool:
        """Whether a day begins with this column."""
        columns = self.columns
        return place == 0 or columns[place].day != columns[place - 1].day

    def starts_week(self, place: int) -> bool:
        """Whether a week begins with this column."""
        columns = self.columns
        if place == 0:
            return True
        return columns[place].day.isocalendar()[:2] != columns[place - 1].day.isocalendar()[:2]

    def week_starts(self) -> list[int]:
        """The columns with which weeks begin."""
        return [place for place in range(len(self.columns)) if self.starts_week(place)]
