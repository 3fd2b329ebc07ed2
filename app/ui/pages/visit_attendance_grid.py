"""People by sessions, half-days or days: choose cells, type marks. Names and sums stay, the columns between scroll."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from app.core.i18n import tr, trc
from app.core.vocabulary import Presence
from app.services.attendance import AttendanceGrid, CellState, Column
from app.ui.pages.visit_attendance_layout import Places
from app.ui.pages.visit_attendance_paint import Canvas, standing_state
from app.ui.pages.visit_attendance_words import cell_words, tip_words
from app.ui.theme import is_style_change, theme
from app.ui.widgets.chip import chip_size

#: Milliseconds after the last digit until the minutes typed are kept.
_PAUSE = 900
_MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """What is asked for: people, columns, a presence (None takes marks away), minutes when only a part."""

    person_ids: tuple[str, ...]
    columns: tuple[Column, ...]
    presence: Presence | None
    minutes: int | None = None


class AttendanceView(QAbstractScrollArea):
    """The grid ``visit.attendance.grid``. ``mark_wanted(Mark)``; ``chosen()`` when other cells are chosen;
    ``opened(person_id)`` on a double click on a name; ``menu_wanted(point)``."""

    mark_wanted = Signal(object)
    chosen = Signal()
    opened = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, name: str = "visit.attendance.grid") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr("Attendance"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places = Places(None)
        self._here = (0, 0)
        self._anchor = (0, 0)
        self._digits = ""
        self._today = date.today()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._take_digits)

    # data -----------------------------------------------------------------------------------------------------
    def show_grid(self, grid: AttendanceGrid) -> None:
        """Show marks; chosen cells and scroll position stay where they can."""
        same = self.places.grid is not None and [c.key for c in self.places.columns] == [c.key for c in grid.columns]
        chips = (chip_size(standing_state(row, grid.threshold)).width() for row in grid.rows)
        metrics = QFontMetrics(theme().font("body"))
        names = (metrics.horizontalAdvance(row.name) for row in grid.rows)
        self.places = Places(grid, max(chips, default=0), max(names, default=0))
        if not same:
            self._here = self._anchor = (min(self._here[0], max(0, len(grid.rows) - 1)), 0)
        self._fit()
        self._bound()
        self.viewport().update()
        self._speak()

    def grid(self) -> AttendanceGrid | None:
        """What is shown."""
        return self.places.grid

    def selection(self) -> tuple[range, range]:
        """The chosen rows and columns."""
        (line, place), (line2, place2) = self._here, self._anchor
        return range(min(line, line2), max(line, line2) + 1), range(min(place, place2), max(place, place2) + 1)

    def choose(self, line: int, place: int, *, extend: bool = False) -> None:
        """Choose a cell, or all from the one chosen before to this one."""
        self._take_digits()
        self._here = (line, place)
        if not extend:
            self._anchor = self._here
        self._bound()
        self._reveal()
        self.viewport().update()
        self._speak()
        self.chosen.emit()

    def choose_rows(self, first: int, last: int) -> None:
        """Choose whole rows."""
        self._take_digits()
        self._anchor, self._here = (first, 0), (last, len(self.places.columns) - 1)
        self._bound()
        self.viewport().update()
        self.chosen.emit()

    def choose_columns(self, first: int, last: int) -> None:
        """Choose whole columns."""
        self._take_digits()
        grid = self.places.grid
        self._anchor, self._here = (0, first), ((len(grid.rows) if grid else 1) - 1, last)
        self._bound()
        self.viewport().update()
        self.chosen.emit()

    def mark(self, presence: Presence | None, minutes: int | None = None) -> None:
        """Ask for a mark on all chosen cells."""
        grid = self.places.grid
        if grid is None or not grid.rows or not grid.columns:
            return
        lines, places = self.selection()
        people = tuple(grid.rows[line].person_id for line in lines)
        columns = tuple(grid.columns[place] for place in places)
        self.mark_wanted.emit(Mark(people, columns, presence, minutes))

    def cell_rect(self, line: int, place: int) -> QRect:
        """Where a cell stands in the viewport; for tests and tours."""
        return self.places.cell_rect(line, place)

    def turn(self, weeks: int) -> None:
        """Scroll by weeks."""
        bar = self.horizontalScrollBar()
        starts = [place * self.places.cell for place in self.places.week_starts()]
        later = [x for x in starts if x > bar.value()]
        earlier = [x for x in starts if x < bar.value()]
        goal = (later[0] if later else bar.maximum()) if weeks > 0 else (earlier[-1] if earlier else 0)
        bar.setValue(goal)

    # places ---------------------------------------------------------------------------------------------------
    def _fit(self) -> None:
        g = self.places
        g.fit(self.viewport().width(), self.viewport().height())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, g.hidden_width)
        across.setPageStep(max(1, g.middle))
        down.setRange(0, g.hidden_height)
        down.setPageStep(max(1, g.height - g.head - g.total))
        down.setSingleStep(g.row)
        g.left, g.top = across.value(), down.value()

    def _bound(self) -> None:
        grid = self.places.grid
        lines = max(0, len(grid.rows) - 1) if grid else 0
        places = max(0, len(self.places.columns) - 1)

        def within(cell: tuple[int, int]) -> tuple[int, int]:
            return max(0, min(lines, cell[0])), max(0, min(places, cell[1]))

        self._here, self._anchor = within(self._here), within(self._anchor)

    def _reveal(self) -> None:
        g = self.places
        line, place = self._here
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if g.column_left(place) < g.name:
            across.setValue(place * g.cell)
        elif g.column_left(place) + g.cell > g.sums:
            across.setValue((place + 1) * g.cell - g.middle)
        if g.row_top(line) < g.head:
            down.setValue(line * g.row)
        elif g.row_top(line) + g.row > g.total_top:
            down.setValue((line + 1) * g.row - (g.height - g.head - g.total))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        # Columns are never cut in two.
        self.places.left = round(self.horizontalScrollBar().value() / self.places.cell) * self.places.cell
        self.places.top = self.verticalScrollBar().value()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        sideways = turn.x() or (turn.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if sideways:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - sideways)
            event.accept()
        else:
            super().wheelEvent(event)

    # painting -------------------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        canvas = Canvas(painter, self.places)
        lines, places = self.selection()
        canvas.ground(lines)
        typed = {(self._here[0], self._here[1]): self._digits} if self._digits else {}
        canvas.cells(self._today, typed)
        canvas.names()
        canvas.sums()
        if self.places.grid is not None and self.places.columns and self.places.grid.rows:
            first = self.places.cell_rect(lines.start, places.start)
            last = self.places.cell_rect(lines.stop - 1, places.stop - 1)
            canvas.ring(first.united(last), focused=self.hasFocus())
        canvas.head(self._here[1])
        canvas.totals()
        canvas.lines()
        painter.end()

    # mouse ----------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        line, place = self.places.at(point)
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        grid = self.places.grid
        if grid is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if point.y() < self.places.head and place >= 0:
            first, last = self._day_span(place) if point.y() < self.places.head * 2 // 3 else (place, place)
            self.choose_columns(first, last)
        elif line >= 0 and place >= 0:
            self.choose(line, place, extend=extend)
        elif line >= 0 and point.x() < self.places.name:
            self.choose_rows(line, line)

    def _day_span(self, place: int) -> tuple[int, int]:
        columns = self.places.columns
        same = [n for n, column in enumerate(columns) if column.day == columns[place].day]
        return same[0], same[-1]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line, place = self.places.at(event.position().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and line >= 0 and place >= 0:
            self.choose(line, place, extend=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        line, place = self.places.at(point)
        grid = self.places.grid
        if grid is None or line < 0:
            return
        if place >= 0:
            state = grid.rows[line].cells[place].state
            self.mark(Presence.ABSENT if state is CellState.PRESENT else Presence.PRESENT)
        elif point.x() < self.places.name:
            self.opened.emit(grid.rows[line].person_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        line, place = self.places.at(event.pos())
        lines, places = self.selection()
        if line >= 0 and place >= 0 and not (line in lines and place in places):
            self.choose(line, place)
        self.menu_wanted.emit(event.globalPos())

    # keyboard -------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._walk(event) and not self._type(event):
            super().keyPressEvent(event)

    def _walk(self, event: QKeyEvent) -> bool:
        line, place = self._here
        grid = self.places.grid
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.SelectAll) and grid is not None:
            self.choose_rows(0, len(grid.rows) - 1)
            return True
        match event.key():
            case Qt.Key.Key_Left:
                place -= 1
            case Qt.Key.Key_Right:
                place += 1
            case Qt.Key.Key_Up:
                line -= 1
            case Qt.Key.Key_Down:
                line += 1
            case Qt.Key.Key_Home:
                place = 0
            case Qt.Key.Key_End:
                place = len(self.places.columns) - 1
            case Qt.Key.Key_PageUp:
                place = max([start for start in self.places.week_starts() if start < place], default=0)
            case Qt.Key.Key_PageDown:
                place = min([s for s in self.places.week_starts() if s > place], default=len(self.places.columns) - 1)
            case _:
                return False
        self.choose(line, place, extend=extend)
        return True

    def _type(self, event: QKeyEvent) -> bool:
        text = event.text().casefold()
        # The English letters work on every keyboard; those of the language beside them.
        letters = {
            "p": Presence.PRESENT,
            "a": Presence.ABSENT,
            "e": Presence.EXCUSED,
            trc("key for present", "P").casefold(): Presence.PRESENT,
            trc("key for absent", "A").casefold(): Presence.ABSENT,
            trc("key for excused", "E").casefold(): Presence.EXCUSED,
        }
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self._digits:
                self._digits = self._digits[:-1]
                self.viewport().update()
            else:
                self.mark(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._digits:
            self._take_digits()
        elif event.key() == Qt.Key.Key_Escape and self._digits:
            self._digits = ""
            self._timer.stop()
            self.viewport().update()
        elif plain and text in letters:
            self.mark(letters[text])
            self._on()
        elif plain and text.isascii() and text.isdigit() and len(self._digits) < _MOST_DIGITS:
            self._digits += text
            self._timer.start()
            self.viewport().update()
        else:
            return False
        return True

    def _on(self) -> None:
        """After a mark on a single cell: on to the next one down, as on a list of paper."""
        lines, places = self.selection()
        grid = self.places.grid
        if len(lines) == 1 and len(places) == 1 and grid is not None and lines.stop < len(grid.rows):
            self.choose(lines.stop, places.start)

    def _take_digits(self) -> None:
        digits, self._digits = self._digits, ""
        self._timer.stop()
        if digits:
            minutes = int(digits)
            self.mark(Presence.PRESENT if minutes else Presence.ABSENT, minutes or None)
            self.viewport().update()

    # the rest -------------------------------------------------------------------------------------------------
    def words(self) -> str:
        """The chosen cell in words: who, when, what, which mark."""
        return cell_words(self.places.grid, *self._here)

    def _speak(self) -> None:
        self.setAccessibleDescription(self.words())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip_words(self.places, event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event) and self.places.grid is not None:
            self.show_grid(self.places.grid)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self._take_digits()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(900), theme().px(480))
