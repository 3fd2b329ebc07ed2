"""The agenda's grid by keyboard: go from item to item, move, stretch, open, add, take off."""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.services.agendas import SessionRow
from app.ui.pages.agenda_layout import minute_of
from app.ui.pages.agenda_words import neighbour

if TYPE_CHECKING:
    from app.ui.pages.agenda_grid import AgendaGrid

_STEP = timedelta(minutes=15)
#: Days across and steps down.
_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class GridKeys:
    """What each key does to the chosen item of a grid; the grid's signals tell the page."""

    def __init__(self, grid: "AgendaGrid") -> None:
        self._grid = grid

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False where it means nothing here."""
        row = self._grid.chosen_row()
        moved = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            return self._other(event, row)
        if row is not None and moved:
            self._shift(row, timedelta(days=step[0]) + step[1] * _STEP)
        elif row is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and step[1]:
            self._stretch(row, step[1])
        else:
            self.walk(*step)
        return True

    def _other(self, event: QKeyEvent, row: SessionRow | None) -> bool:
        grid, key = self._grid, event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            grid.edit_wanted.emit(row.id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row is not None:
            grid.delete_wanted.emit(row.id)
        elif key == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier and row is not None:
            grid.duplicate_wanted.emit(row.id)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            grid.turn_wanted.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Insert:
            grid.add_wanted.emit(row.ends_at if row is not None else datetime.combine(grid.first_day(), time(9)))
        else:
            return key == Qt.Key.Key_Escape and grid.let_go()
        return True

    def _shift(self, row: SessionRow, by: timedelta) -> None:
        start, end = row.starts_at + by, row.ends_at + by
        if start.date() in self._grid.geometry_.days and (by.days or start.date() == row.starts_at.date()):
            self._grid.moved.emit(row.id, start, end)

    def _stretch(self, row: SessionRow, steps: int) -> None:
        end = row.ends_at + steps * _STEP
        if end - row.starts_at >= _STEP and minute_of(end, row.starts_at.date()) < 24 * 60:
            self._grid.moved.emit(row.id, row.starts_at, end)

    def walk(self, across: int, down: int) -> None:
        """Choose the next item in a direction; beyond the last one turn the page."""
        rows = self._grid.rows()
        near = neighbour(rows, self._grid.chosen_row(), across, down)
        if near is not None:
            self._grid.select(near.id, tell=True)
        elif rows:
            self._grid.turn_wanted.emit(across)
