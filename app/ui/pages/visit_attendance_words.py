"""Cells of the grid of attendance in words: what is read aloud and what tool tips say."""

from PySide6.QtCore import QPoint

from app.core.i18n import tr
from app.services.attendance import AttendanceGrid, CellState, Column
from app.ui import formats
from app.ui.pages.visit_attendance_layout import Places


def state_words(state: CellState) -> str:
    """A mark in words."""
    return {
        CellState.PRESENT: tr("present"),
        CellState.PART: tr("part of it"),
        CellState.EXCUSED: tr("excused"),
        CellState.ABSENT: tr("absent"),
        CellState.MISSING: tr("not marked yet"),
    }[state]


def half_words(column: Column) -> str:
    """``am`` or ``pm``; empty for a whole day."""
    return {"am": tr("am"), "pm": tr("pm")}.get(column.half, "")


def cell_words(grid: AttendanceGrid | None, line: int, place: int) -> str:
    """A cell in words: who, when, what, which mark; empty where there is none."""
    if grid is None or not 0 <= line < len(grid.rows) or not 0 <= place < len(grid.columns):
        return ""
    row, column = grid.rows[line], grid.columns[place]
    cell = row.cells[place]
    minutes = formats.minutes(cell.minutes) if cell.state is CellState.PART else ""
    when = f"{formats.day_short(column.day)} {half_words(column)}".strip()
    parts = (row.name, when, column.title, state_words(cell.state), minutes)
    return ", ".join(part for part in parts if part)


def tip_words(places: Places, point: QPoint) -> str:
    """The tool tip at a point: a name, a column, or a cell."""
    line, place = places.at(point)
    grid = places.grid
    if grid is None:
        return ""
    if place < 0:
        return grid.rows[line].name if line >= 0 and point.x() < places.name else ""
    column = grid.columns[place]
    head = f"{formats.day_long(column.day)} {half_words(column)}".strip()
    told = [head, column.title, formats.minutes(column.minutes) if column.minutes else ""]
    if line >= 0:
        told.insert(0, grid.rows[line].name)
        told.append(state_words(grid.rows[line].cells[place].state))
    return "\n".join(text for text in told if text)
