"""Painting of the grid of attendance: head, names, marks, sums, certificates, totals."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from app.core.i18n import tr, trc, trn
from app.services.attendance import AttendanceRow, Cell, CellState, Standing
from app.ui import formats
from app.ui.icons import paint_icon
from app.ui.pages.visit_attendance_layout import Places
from app.ui.theme import theme
from app.ui.theme_tokens import FOCUS, HAIRLINE
from app.ui.widgets.chip import State, paint_chip

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
#: State of a cell → background, colour of its sign.
_LOOKS = {
    CellState.PRESENT: ("", "success"),
    CellState.PART: ("accentsoft", "accent"),
    CellState.EXCUSED: ("neutralsoft", "muted"),
    CellState.ABSENT: ("danger.soft", "danger"),
    CellState.MISSING: ("warning.soft", "warning"),
}


def mark_letter(state: CellState) -> str:
    """The letter or sign of a mark in the reader's language; empty where an icon stands."""
    letters = {
        CellState.PART: "½",
        CellState.EXCUSED: trc("mark of attendance", "E"),
        CellState.MISSING: "?",
    }
    return letters.get(state, "")


def standing_state(row: AttendanceRow, threshold: int) -> State:
    """How somebody stands towards a certificate, as a chip."""
    match row.standing:
        case Standing.READY:
            return State(tr("Ready"), "success")
        case Standing.ISSUED:
            return State(row.certificate, "info", "award")
        case Standing.MISSING:
            return State(trn("{n} mark missing", "{n} marks missing", row.missing), "warning", "circle-question-mark")
        case _:
            return State(tr("Below {n} %", n=threshold), "danger", "x")


def hours_text(value: Decimal) -> str:
    """``82.5``: hours to a half."""
    return formats.number(value, 1)


def paint_mark(painter: QPainter, rect: QRect, state: CellState, text: str = "") -> None:
    """A mark in its cell: coloured ground, sign in the middle."""
    look = theme()
    ground, token = _LOOKS[state]
    if ground:
        painter.fillRect(rect, look.color(ground))
    letter = text or mark_letter(state)
    if letter:
        painter.setPen(look.color(token))
        painter.setFont(look.font("small_strong"))
        painter.drawText(rect, _CENTER, letter)
        return
    side = look.icon("chip")
    icon = "check" if state is CellState.PRESENT else "x"
    corner = QPoint(rect.left() + (rect.width() - side) // 2, rect.top() + (rect.height() - side) // 2)
    paint_icon(painter, icon, QRect(corner.x(), corner.y(), side, side), look.color(token))


class Canvas:
    """Paints one frame."""

    def __init__(self, painter: QPainter, places: Places) -> None:
        self.p = painter
        self.g = places
        self.look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def ground(self, selected: Collection[int]) -> None:
        """The page, selected rows, hairlines between rows."""
        g, look = self.g, self.look
        self.p.fillRect(QRect(0, 0, g.width, g.height), look.color("surface"))
        if g.grid is None:
            return
        for line in range(len(g.grid.rows)):
            top = g.row_top(line)
            if g.head - g.row < top < g.height:
                if line in selected:
                    self.p.fillRect(QRect(0, top, g.width, g.row), look.color("select"))
                self.p.fillRect(0, top + g.row - HAIRLINE, g.width, HAIRLINE, look.color("border"))

    def cells(self, today: date, typed: dict[tuple[int, int], str]) -> None:
        """The marks of the columns in sight; a day to come that nobody marked is quiet."""
        g = self.g
        if g.grid is None:
            return
        self.p.save()
        self.p.setClipRect(QRect(g.name, g.head, g.middle, g.height - g.head))
        first = max(0, g.left // g.cell)
        last = min(len(g.columns), (g.left + g.middle) // g.cell + 1)
        for line, row in enumerate(g.grid.rows):
            if not g.head - g.row < g.row_top(line) < g.height:
                continue
            for place in range(first, last):
                rect = g.cell_rect(line, place).adjusted(0, 0, 0, -HAIRLINE)
                self._cell(rect, row.cells[place], g.columns[place].day > today, typed.get((line, place), ""))
        self.p.restore()

    def _cell(self, rect: QRect, cell: Cell, ahead: bool, typed: str) -> None:
        if typed:
            self.p.fillRect(rect, self.look.color("accentsoft"))
            self.p.setPen(self.look.color("accent"))
            self.p.setFont(self.look.font("small_strong"))
            self.p.drawText(rect, _CENTER, typed)
        elif ahead and cell.state is CellState.MISSING:
            self.p.setPen(self.look.color("control"))
            self.p.setFont(self.look.font("small"))
            self.p.drawText(rect, _CENTER, "·")
        else:
            paint_mark(self.p, rect, cell.state)

    def names(self) -> None:
        """The names at the left."""
        g, look = self.g, self.look
        if g.grid is None:
            return
        font = look.font("body")
        metrics = QFontMetrics(font)
        self.p.setFont(font)
        self.p.setPen(look.color("text"))
        left = look.space(6)
        for line, row in enumerate(g.grid.rows):
            top = g.row_top(line)
            if g.head - g.row < top < g.height:
                text = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, g.name - left - look.px(4))
                self.p.drawText(QRect(left, top, g.name - left, g.row), _LEFT, text)

    def sums(self) -> None:
        """Hours, share and certificate of each."""
        g, look = self.g, self.look
        if g.grid is None:
            return
        for line, row in enumerate(g.grid.rows):
            top = g.row_top(line)
            if not g.head - g.row < top < g.height:
                continue
            self._sum(top, g.row, hours_text(row.hours), f"{row.share}\u00a0%", "body")
            state = standing_state(row, g.grid.threshold)
            corner = QPoint(g.sums + g.hours + g.share + look.px(14), top + (g.row - look.height("chip")) // 2)
            paint_chip(self.p, corner, state)

    def _sum(self, top: int, height: int, hours: str, share: str, role: str) -> None:
        g, look = self.g, self.look
        self.p.setFont(look.font(role))
        self.p.setPen(look.color("text"))
        self.p.drawText(QRect(g.sums, top, g.hours - look.px(6), height), _RIGHT, hours)
        self.p.drawText(QRect(g.sums + g.hours, top, g.share - look.px(4), height), _RIGHT, share)

    def lines(self) -> None:
        """Hairlines between days, stronger ones between weeks, and beside names and sums."""
        g, look = self.g, self.look
        if g.grid is None:
            return
        bottom = g.total_top + g.total
        self.p.save()
        self.p.setClipRect(QRect(g.name, 0, g.middle + 1, bottom))
        for place in range(1, len(g.columns)):
            if g.starts_week(place):
                self.p.fillRect(g.column_left(place) - 1, 0, 2, bottom, look.color("control"))
            elif g.starts_day(place):
                self.p.fillRect(g.column_left(place), 0, HAIRLINE, bottom, look.color("border"))
        self.p.restore()
        self.p.fillRect(g.name - 1, 0, 2, bottom, look.color("control"))
        for x in (g.sums, g.sums + g.hours, g.sums + g.hours + g.share):
            self.p.fillRect(x, g.head, HAIRLINE, bottom - g.head, look.color("border"))

    def head(self, chosen: int) -> None:
        """The head: weekday, day of the month, and below it the half or the number of the session."""
        g, look = self.g, self.look
        self.p.fillRect(QRect(0, 0, g.width, g.head), look.color("sunken"))
        self.p.setFont(look.font("label"))
        self.p.setPen(look.color("muted"))
        edge = look.space(6)
        self.p.drawText(QRect(edge, 0, g.name - edge, g.head), _LEFT, tr("Participant"))
        if g.grid is not None:
            self.p.save()
            self.p.setClipRect(QRect(g.name, 0, g.middle, g.head))
            self._days()
            self._thirds(chosen)
            self.p.restore()
        self.p.setFont(look.font("label"))
        self.p.setPen(look.color("muted"))
        self.p.drawText(QRect(g.sums, 0, g.hours - look.px(6), g.head), _RIGHT, tr("Hours"))
        self.p.drawText(QRect(g.sums + g.hours, 0, g.share - look.px(4), g.head), _RIGHT, tr("Share"))
        left = g.sums + g.hours + g.share + look.px(16)
        self.p.drawText(QRect(left, 0, g.width - left, g.head), _LEFT, tr("Certificate"))
        self.p.fillRect(0, g.head - HAIRLINE, g.width, HAIRLINE, look.color("border"))

    def _days(self) -> None:
        g, look = self.g, self.look
        starts = [place for place in range(len(g.columns)) if g.starts_day(place)]
        for start, end in zip(starts, [*starts[1:], len(g.columns)], strict=True):
            day = g.columns[start].day
            whole = QRect(g.column_left(start), look.px(2), g.cell * (end - start), look.px(16))
            rect = whole.intersected(QRect(g.name, 0, g.middle, g.head))
            self.p.setFont(look.font("small"))
            self.p.setPen(look.color("muted"))
            self.p.drawText(rect, _CENTER, formats.weekday(day))
            rect.translate(0, look.px(15))
            self.p.setFont(look.font("second_strong"))
            self.p.setPen(look.color("text"))
            self.p.drawText(rect, _CENTER, str(day.day))

    def _thirds(self, chosen: int) -> None:
        """am and pm, or the number of a session within its day; nothing for whole days."""
        g, look = self.g, self.look
        self.p.setFont(look.font("small"))
        number = 0
        sessions = self._is_sessions()
        for place, column in enumerate(g.columns):
            number = 1 if g.starts_day(place) else number + 1
            words = str(number) if sessions else {"am": tr("am"), "pm": tr("pm")}.get(column.half, "")
            rect = QRect(g.column_left(place), look.px(36), g.cell, look.px(16))
            self.p.setPen(look.color("accent" if place == chosen else "muted"))
            self.p.drawText(rect, _CENTER, words)

    def _is_sessions(self) -> bool:
        """Whether the columns are single sessions."""
        return bool(self.g.columns) and all(column.session_ids == (column.key,) for column in self.g.columns)

    def totals(self) -> None:
        """Who was there, column by column."""
        g, look = self.g, self.look
        if g.grid is None:
            return
        top = g.total_top
        self.p.fillRect(QRect(0, top, g.width, g.total), look.color("sunken"))
        self.p.fillRect(0, top, g.width, HAIRLINE, look.color("border"))
        self.p.fillRect(0, top + g.total - HAIRLINE, g.width, HAIRLINE, look.color("border"))
        self.p.setFont(look.font("strong"))
        self.p.setPen(look.color("text"))
        edge = look.space(6)
        self.p.drawText(QRect(edge, top, g.name - edge, g.total), _LEFT, tr("Present"))
        self.p.save()
        self.p.setClipRect(QRect(g.name, top, g.middle, g.total))
        self.p.setFont(look.font("small"))
        self.p.setPen(look.color("muted"))
        for place, number in enumerate(g.grid.present):
            self.p.drawText(QRect(g.column_left(place), top, g.cell, g.total), _CENTER, str(number))
        self.p.restore()
        self._sum(top, g.total, hours_text(g.grid.counted_hours), "100\u00a0%", "strong")
        self.p.setFont(look.font("label"))
        self.p.setPen(look.color("muted"))
        left = g.sums + g.hours + g.share + look.px(16)
        self.p.drawText(QRect(left, top, g.width - left, g.total), _LEFT, tr("counted hours"))

    def ring(self, rect: QRect, *, focused: bool) -> None:
        """The chosen cells."""
        g = self.g
        self.p.save()
        self.p.setClipRect(QRect(g.name, g.head, g.middle + 2, g.total_top - g.head))
        pen = QPen(self.look.color("accent" if focused else "control"), FOCUS)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.p.setPen(pen)
        self.p.setBrush(Qt.BrushStyle.NoBrush)
        self.p.drawRect(rect.adjusted(1, 1, -2, -2))
        self.p.restore()
