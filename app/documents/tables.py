"""Tables: horizontal rules, repeated heads, rows that never split, change marks in the margin."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from math import ceil

from app.documents.layout import LEFT, PAD, Block, Sheet
from app.documents.marks import COLUMN_HEAD, ROW_HEAD, group_head
from app.documents.pen import Pen, baseline
from app.documents.styles import (
    BAND,
    BLACK,
    HAIR,
    HEAD,
    HEAD_SECOND,
    MARK,
    MARK_SECOND,
    MM,
    RULE,
    STRONG,
    Ink,
    Style,
)
from app.documents.texts import Text
from app.documents.wrapping import Line, ended, fitted, height_of, text_width, told_second, wrap, wrap_pair

ABOVE, BELOW = 1.5 * MM, 2.0 * MM
_HEAD_ONE, _HEAD_TWO = 5.8 * MM, 9.0 * MM
#: 14.2 mm by the study, but nothing may stand nearer than 8 mm to the edge.
_MARK_ROOM = 13.7 * MM
_MARK_SHIFT = 1.8 * MM
#: Rows that are higher together are not kept on one page.
_TALL = 60 * MM
#: Above the text of a row that goes on: at the top of a page it stands under the rule of the headings.
_GOES_ON = 0.8 * MM
#: A row that is set closer keeps this part of its padding.
_CLOSER = 0.75

Cell = list[Line]


@dataclass(frozen=True, slots=True)
class Column:
    """Heading, width (points) and alignment; ``after`` is free at its right, as between numbers and text."""

    title: Text
    width: float
    align: str = "left"
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table and where they begin. ``verticals``: lines between columns, for writing by hand."""

    columns: tuple[Column, ...]
    left: float = LEFT
    verticals: bool = False
    edges: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        edges = [self.left]
        for column in self.columns:
            edges.append(edges[-1] + column.width)
        object.__setattr__(self, "edges", tuple(edges))

    @property
    def right(self) -> float:
        """The right edge."""
        return self.edges[-1]

    def inner(self, number: int, reserve: float = 0.0) -> float:
        """Width for text in a column, less ``reserve``."""
        return self.columns[number].width - self.columns[number].after - 2 * PAD - reserve


def grid(*columns: tuple[Text, float] | tuple[Text, float, str], left: float = LEFT, verticals: bool = False) -> Grid:
    """A grid from (heading, width in mm[, alignment])."""
    made = tuple(Column(column[0], column[1] * MM, column[2] if len(column) > 2 else "left") for column in columns)
    return Grid(made, left, verticals)


class Head(Block):
    """Column headings between two strong rules; two languages in one line, or in two where they do not fit."""

    role = ""
    in_table = True

    def __init__(self, table: Grid, gap: float = 0.0, stacked: bool = False) -> None:
        self.table = table
        self.gap = gap
        self.keep = 2
        # One heading in two lines and its neighbour in one would look like two kinds of columns.
        stacked = stacked or not all(self._beside(number) for number in range(len(table.columns)))
        self._lines = [self._heading(number, stacked) for number in range(len(table.columns))]
        rows = max(len(lines) for lines in self._lines)
        self.height = max(
            _HEAD_ONE if rows < 2 else _HEAD_TWO, max(height_of(lines) for lines in self._lines) + 1.8 * MM
        )

    def _beside(self, number: int) -> bool:
        """Whether both languages of a heading stand in one line; also where there is only one."""
        title, width = self.table.columns[number].title, self.table.inner(number)
        if not title.second or title.second == title.first:
            return True
        if "\n" in title.first + title.second:
            return False
        return text_width(title.first, HEAD) + 2 * MM + text_width(title.second, HEAD_SECOND) <= width

    def _heading(self, number: int, stacked: bool) -> list[Line]:
        title, width = self.table.columns[number].title, self.table.inner(number)
        first = wrap(title.first, HEAD, width)
        if not title.second or title.second == title.first:
            return first
        if not stacked:
            runs = ((title.first, HEAD), ("  ", HEAD_SECOND), (title.second, HEAD_SECOND))
            return [Line(runs, sum(text_width(text, style) for text, style in runs), HEAD.leading, second=1)]
        return first + told_second(wrap(title.second, HEAD_SECOND, width))

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw rules and headings."""
        table = self.table
        pen.rule(table.left, table.right, top, STRONG)
        pen.marks.row(table)
        pen.marks.headed = True
        for number in range(len(self._lines)):
            pen.marks.begin("TH", COLUMN_HEAD)
            self.draw_heading(pen, number, top)
            pen.marks.end()
        pen.marks.end()
        if table.verticals:
            for edge in table.edges[1:-1]:
                pen.upright(edge, top, top + self.height, HAIR, RULE)
        pen.rule(table.left, table.right, top + self.height, STRONG)

    def draw_heading(self, pen: Pen, number: int, top: float) -> None:
        """Draw one heading in the middle of the head's height."""
        table, lines = self.table, self._lines[number]
        inset = (self.height - height_of(lines)) / 2 - 0.1 * MM
        pen.lines(table.edges[number] + PAD, top + inset, lines, table.inner(number), table.columns[number].align)


@dataclass(frozen=True, slots=True)
class Mark:
    """A change mark in the margin: its word in one or two languages (AR-3)."""

    label: Text


class Row(Block):
    """One row. Its cells are lines; the first baselines of all cells agree, unless ``middle`` centres them."""

    role = ""
    in_table = True
    whole_to = 0.5
    hole = 0.3
    #: Whether it is the beginning and the end of its row: one of more than half a page goes on in further pieces.
    begins = ends = True
    cut_from: "Row | None" = None

    def __init__(
        self,
        table: Grid,
        cells: Sequence[Cell],
        *,
        band: Ink | None = None,
        mark: Mark | None = None,
        rule: float = HAIR,
        least: float = 0.0,
        middle: bool = False,
        padding: tuple[float, float] = (ABOVE, BELOW),
    ) -> None:
        self.table, self.cells, self.band, self.mark = table, cells, band, mark
        self.rule, self.middle, self.padding = rule, middle, padding
        self.rule_ink: Ink = RULE if rule < 0.5 else BLACK
        self.least = least
        firsts = [baseline(cell[0]) + cell[0].gap for cell in cells if cell]
        self._base = max(firsts, default=0.0)
        self._tallest = max((height_of(cell) + self._shift(cell) for cell in cells if cell), default=0.0)
        self.height = max(self._tallest + sum(padding), least)

    def _shift(self, cell: Cell) -> float:
        return 0.0 if self.middle or not self.begins else self._base - baseline(cell[0]) - cell[0].gap

    def closer(self) -> None:
        """Less air above and below the text."""
        super().closer()
        above, below = self.padding
        self.padding = (above * _CLOSER, below * _CLOSER)
        self.height = max(self._tallest + sum(self.padding), self.least)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw band, mark, cells and the rule below."""
        table = self.table
        if self.band:
            # The rule of the row above must stay in sight: the band begins below it.
            above = 0.3 if self.begins else -0.2
            pen.fill(table.left, top + above, table.right - table.left, self.height - above, self.band)
        marks = pen.marks
        marks.row(table)
        for number, cell in enumerate(self.cells):
            if number or marks.headed:
                marks.begin("TD")
            else:
                marks.begin("TH", ROW_HEAD)
            if self.mark and not number:
                self._draw_mark(pen, top, self.mark.label)
            if cell:
                start = (self.height - height_of(cell)) / 2 if self.middle else self.padding[0] + self._shift(cell)
                column = table.columns[number]
                pen.lines(table.edges[number] + PAD, top + start, cell, table.inner(number), column.align)
            marks.end()
        marks.end()
        if table.verticals:
            for edge in table.edges[1:-1]:
                pen.upright(edge, top, top + self.height, HAIR, RULE)
        if self.rule:
            pen.rule(table.left, table.right, top + self.height, self.rule, self.rule_ink)

    def _draw_mark(self, pen: Pen, top: float, label: Text) -> None:
        x = self.table.left - _MARK_SHIFT
        above, below = 0.7 * MM if self.begins else 0.0, 0.5 * MM if self.ends else 0.0
        pen.upright(x, top + above, top + self.height - below, 2.0)
        right, room = x - 1.5 * MM, _MARK_ROOM
        base = top + self.padding[0] + self._base - 0.3
        for text, style, smallest in ((label.first, MARK, 5.5), (label.second, MARK_SECOND, 5.0)):
            if text:
                fitting = _mark_style(text.upper(), style, room, smallest)
                pen.word(right, base, text.upper(), fitting, "right", second=style is MARK_SECOND)
                base += 7.4

    def pieces(self, room: float) -> list[Block]:
        """A row too high for a page goes on in further rows, with the rule under the last only (O2).

        They are low and nearly equal, so that no page ends in a hole and none begins with a lonely line.
        """
        rest = [list(cell) for cell in self.cells]
        tallest = max(map(height_of, rest), default=0.0)
        room = tallest / max(1, ceil(tallest / (room / 2))) + 12.0
        made: list[Block] = []
        while any(rest):
            part: list[Cell] = []
            for number, cell in enumerate(rest):
                used, count = 0.0, 0
                while count < len(cell) and (not count or used + cell[count].leading + cell[count].gap <= room):
                    used += cell[count].leading + cell[count].gap
                    count += 1
                part.append(cell[:count])
                rest[number] = cell[count:]
            above = self.padding[0] if not made else _GOES_ON
            below = 0.0 if any(rest) else self.padding[1]
            piece = Row(
                self.table,
                part,
                band=self.band,
                mark=self.mark if not made or not self.mark else Mark(Text()),
                rule=0.0 if any(rest) else self.rule,
                padding=(above, below),
            )
            piece.begins, piece.ends, piece.cut_from = not made, not any(rest), self
            if made:
                piece.height = max(map(height_of, part)) + above + below
            piece.lead, piece.gap = self.lead, self.gap if not made else 0.0
            made.append(piece)
        return made or [self]

    def grown(self, below: Block) -> Block | None:
        """With the next piece of the same row; the height is that of both."""
        if self.cut_from is None or not isinstance(below, Row) or below.cut_from is not self.cut_from:
            return None
        whole = copy(self)
        whole.cells = [[*upper, *lower] for upper, lower in zip(self.cells, below.cells, strict=True)]
        whole.height, whole.ends = self.height + below.height, below.ends
        whole.rule, whole.rule_ink = below.rule, below.rule_ink
        return whole


def _mark_style(text: str, style: Style, room: float, smallest: float) -> Style:
    return fitted(text, style, room, smallest, 0.1)


class GroupBand(Block):
    """A grey band with a heading inside a table; keeps with its next two rows."""

    role = ""
    in_table = True

    def __init__(self, table: Grid, title: Text, height: float = 5.1 * MM) -> None:
        self.table = table
        self.keep = 2
        inner = table.right - table.left - 2 * PAD
        beside = text_width(title.first, HEAD) + 2 * MM + text_width(title.second, HEAD_SECOND)
        if beside <= inner and title.second and title.second != title.first:
            runs = ((title.first, HEAD), ("  ", HEAD_SECOND), (title.second, HEAD_SECOND))
            self.lines = [Line(runs, beside, HEAD.leading, second=1)]
        else:
            self.lines = ended(wrap_pair(title, HEAD, inner, second=HEAD_SECOND), 8, inner)
        self.height = max(height, height_of(self.lines) + 1.6 * MM)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw band and heading."""
        table = self.table
        pen.fill(table.left, top + 0.4, table.right - table.left, self.height - 0.4, BAND)
        pen.marks.row(table)
        pen.marks.begin("TH", group_head(len(table.columns)))
        pen.lines(table.left + PAD, top + (self.height - height_of(self.lines)) / 2, self.lines)
        pen.marks.end()
        pen.marks.end()
        pen.rule(table.left, table.right, top + self.height, 0.5)


def table_blocks(head: Head, rows: Sequence[Row], keep_last: int = 2) -> list[Block]:
    """A head and its rows with the head repeated on every page; the last rows stay together."""
    while keep_last > 1 and sum(row.height for row in rows[-keep_last:]) > _TALL:
        keep_last -= 1
    for number, row in enumerate(rows):
        row.lead = (*row.lead, head) if head not in row.lead else row.lead
        row.keep = max(row.keep, min(keep_last - 1, len(rows) - 1 - number) if len(rows) - number < keep_last else 0)
    head.keep = kept_with_head(rows)
    return [head, *rows]


def keep_ends(rows: Sequence[Row]) -> None:
    """The last two rows of a group stay together, so that none goes on for a single row; not where they are high."""
    if len(rows) > 2 and low_together(rows[-2:]):
        rows[-2].keep = max(rows[-2].keep, 1)


def low_together(rows: Sequence[Block]) -> bool:
    """Whether rows are low enough to be kept on one page without tearing a hole in the page before."""
    return sum(row.height for row in rows) <= _TALL


def kept_with_head(rows: Sequence[Block]) -> int:
    """How many rows stay with their head: two, one where two are so high that they would tear a hole."""
    return min(2, len(rows)) if sum(row.height for row in rows[:2]) <= _TALL else 1
