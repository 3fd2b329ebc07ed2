"""The people beside the preview of certificates: painted in one piece.

Labels and chips of forty people made the window stand still for half a second beside a busy job: each of the hundreds
of questions for their size waits for the job's thread to give way.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme import is_style_change, theme
from app.ui.widgets.chip import State, chip_size, paint_chip

_SIDE, _ABOVE, _GAP = 8, 5, 2


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person: the name, what is told small below it, the chip, and a warning where there is one."""

    name: str
    second: str
    state: State
    warning: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.second, str(self.state), self.warning) if part)


class PeopleLines(QWidget):
    """People in a card, parted by hairlines; ``rest`` is told below them (how many more there are)."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: tuple[PersonLine, ...] = ()
        self._rest = ""
        self._tops: list[int] = [0]

    def show_people(self, rows: Sequence[PersonLine], rest: str = "") -> None:
        """Show others."""
        self._rows, self._rest = tuple(rows), rest
        self.setAccessibleName("\n".join([*map(str, self._rows), *([rest] if rest else [])]))
        self._measure()

    def rows(self) -> tuple[PersonLine, ...]:
        """What is shown."""
        return self._rows

    def _measure(self) -> None:
        """Where each row begins; the last number is the height of all."""
        look = theme()
        above, gap = look.px(_ABOVE), look.px(_GAP)
        name = QFontMetrics(look.font("body")).height()
        lower = max(QFontMetrics(look.font("small")).height(), look.height("chip"))
        warning = QFontMetrics(look.font("small")).height() + gap
        self._tops = [0]
        for one in self._rows:
            self._tops.append(self._tops[-1] + 2 * above + name + gap + lower + (warning if one.warning else 0))
        if self._rest:
            self._tops.append(self._tops[-1] + 2 * above + name)
        self.setFixedHeight(self._tops[-1] + 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), self._tops[-1] + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setPen(QPen(look.color("border"), 1))
        painter.setBrush(look.color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.px(8)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), radius, radius)
        for number, (top, bottom) in enumerate(zip(self._tops, self._tops[1:], strict=False)):
            if bottom < event.rect().top() or top > event.rect().bottom():
                continue
            if number:
                painter.setPen(QPen(look.color("border"), 1))
                painter.drawLine(0, top, self.width(), top)
            box = QRect(look.px(_SIDE), top + look.px(_ABOVE), self.width() - 2 * look.px(_SIDE), bottom - top)
            if number < len(self._rows):
                _paint(painter, box, self._rows[number])
            else:
                _write(painter, box, self._rest, "second", "muted")
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The whole of a row that is shortened, as its tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = next((n for n, bottom in enumerate(self._tops[1:]) if event.pos().y() < bottom), -1)
            told = str(self._rows[number]) if 0 <= number < len(self._rows) else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self._measure()


def _paint(painter: QPainter, box: QRect, one: PersonLine) -> None:
    look = theme()
    below = _write(painter, box, one.name, "body", "text") + look.px(_GAP)
    size = chip_size(one.state)
    painter.setFont(look.font("small"))
    height = max(painter.fontMetrics().height(), look.height("chip"))
    paint_chip(painter, QPoint(box.right() - size.width() + 1, below + (height - size.height()) // 2), one.state)
    room = QRect(box.left(), below, box.width() - size.width() - look.px(8), height)
    _write(painter, room, one.second, "small", "muted", middle=True)
    if one.warning:
        under = QRect(box.left(), below + height + look.px(_GAP), box.width(), height)
        _write(painter, under, one.warning, "small", "warning")


def _write(painter: QPainter, box: QRect, text: str, font: str, token: str, *, middle: bool = False) -> int:
    """One line, shortened where it is too long; gives where it ends below. ``middle``: in the middle of the height."""
    look = theme()
    painter.setFont(look.font(font))
    painter.setPen(look.color(token))
    metrics = painter.fontMetrics()
    height = box.height() if middle else metrics.height()
    mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    line = QRect(box.left(), box.top(), box.width(), height)
    shown = metrics.elidedText(text, mode, box.width())
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return line.bottom() + 1
