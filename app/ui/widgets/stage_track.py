"""The stages of a deliverable as a track: what is behind, where it stands, what lies ahead."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.i18n import tr
from app.ui.icons import paint_icon
from app.ui.theme import is_style_change, theme


class StageTrack(QWidget):
    """``chosen(key)`` when a stage is clicked, or Enter pressed on it. Words that do not fit stand in the tool tip."""

    chosen = Signal(str)

    def __init__(self, name: str = "stage.track") -> None:
        super().__init__()
        self.setObjectName(name)
        self._stages: list[tuple[str, str]] = []
        self._current = ""
        self._stopped = ""
        self._focus = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_stages(self, stages: Sequence[tuple[str, str]], current: str, *, stopped: str = "") -> None:
        """Show (key, words) in their order; ``stopped`` is a word when the way was left (on hold, cancelled)."""
        self._stages = list(stages)
        self._current = current
        self._stopped = stopped
        place = self._place()
        self._focus = max(0, place)
        word = stages[place][1] if place >= 0 else stopped
        self.setAccessibleName(tr("Stage: {stage}, {n} of {all}", stage=word, n=place + 1, all=len(stages)))
        self.update()

    def _place(self) -> int:
        return next((n for n, (key, _) in enumerate(self._stages) if key == self._current), -1)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(56))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self.updateGeometry()

    def _cell(self) -> float:
        return self.width() / max(1, len(self._stages))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, cell, side = self._place(), self._cell(), look.px(24)
        middle = look.px(16)
        for number, (_key, word) in enumerate(self._stages):
            centre = int(cell * number + cell / 2)
            if number:
                painter.setPen(QPen(look.color("success.bar" if number <= here else "border"), look.px(2)))
                painter.drawLine(int(centre - cell + side / 2 + 4), middle, int(centre - side / 2 - 4), middle)
            circle = QRect(centre - side // 2, middle - side // 2, side, side)
            self._paint_circle(painter, circle, number, here)
            font = look.font("small_strong" if number == here else "small")
            painter.setFont(font)
            painter.setPen(look.color("accent" if number == here else "text" if number < here else "muted"))
            words = QFontMetrics(font).elidedText(word, Qt.TextElideMode.ElideRight, int(cell) - 4)
            place = QRect(int(cell * number), look.px(34), int(cell), look.px(20))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
            if self.hasFocus() and number == self._focus:
                painter.setPen(QPen(look.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(circle.adjusted(-3, -3, 3, 3))
        painter.end()

    def _paint_circle(self, painter: QPainter, circle: QRect, number: int, here: int) -> None:
        look = theme()
        if number < here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("success.soft"))
            painter.drawEllipse(circle)
            side = look.icon("caret")
            inner = QRect(circle.center() - QPoint(side // 2 - 1, side // 2 - 1), QSize(side, side))
            paint_icon(painter, "check", inner, look.color("success"))
            return
        painter.setPen(Qt.PenStyle.NoPen if number == here else QPen(look.color("control"), 1))
        painter.setBrush(look.color("accentfill" if number == here else "surface"))
        painter.drawEllipse(circle)
        painter.setPen(look.color("onaccent" if number == here else "muted"))
        painter.setFont(look.font("chip"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(number + 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._choose(int(event.position().x() / self._cell()))

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._stages):
            self.chosen.emit(self._stages[number][0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self._focus = max(0, self._focus - 1)
            case Qt.Key.Key_Right:
                self._focus = min(len(self._stages) - 1, self._focus + 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._choose(self._focus)
            case _:
                super().keyPressEvent(event)
        self.update()

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            number = int(self.mapFromGlobal(self.cursor().pos()).x() / self._cell())
            self.setToolTip(self._stages[number][1] if 0 <= number < len(self._stages) else "")
        return super().event(event)
