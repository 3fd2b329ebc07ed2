"""Chips: a state as a word with a colour and a sign, read aloud as its word."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.icons import paint_icon
from app.ui.theme import is_style_change, theme

#: Sign of a tone when none is named.
_SIGNS = {
    "success": "check",
    "warning": "triangle-alert",
    "danger": "circle-alert",
    "neutral": "dot",
    "info": "dot",
}
#: Text and background of a tone.
TONES = {
    "neutral": ("muted", "neutralsoft"),
    "info": ("accent", "accentsoft"),
    "success": ("success", "success.soft"),
    "warning": ("warning", "warning.soft"),
    "danger": ("danger", "danger.soft"),
}


@dataclass(frozen=True, slots=True)
class State:
    """A word with its tone (neutral, info, success, warning, danger) and its sign (``dot`` or an icon's name)."""

    word: str
    tone: str = "neutral"
    sign: str = ""

    def __str__(self) -> str:
        """The word: what a list sorts, copies and searches by."""
        return self.word


def chip_size(state: State) -> QSize:
    """The room a chip needs."""
    look = theme()
    words = QFontMetrics(look.font("chip")).horizontalAdvance(state.word)
    sign = look.icon("chip") if _sign(state) != "dot" else look.px(6)
    return QSize(look.px(8) * 2 + sign + look.px(5) + words, look.height("chip"))


def _sign(state: State) -> str:
    return state.sign or _SIGNS.get(state.tone, "dot")


def paint_chip(painter: QPainter, corner: QPoint, state: State) -> None:
    """Draw a chip with its top left corner there."""
    look = theme()
    size = chip_size(state)
    text_token, soft_token = TONES.get(state.tone, TONES["neutral"])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(soft_token))
    radius = size.height() / 2
    painter.drawRoundedRect(QRect(corner, size), radius, radius)
    colour = look.color(text_token)
    left = corner.x() + look.px(8)
    sign = _sign(state)
    if sign == "dot":
        side = look.px(6)
        painter.setBrush(colour)
        painter.drawEllipse(QRect(left, corner.y() + (size.height() - side) // 2, side, side))
    else:
        side = look.icon("chip")
        paint_icon(painter, sign, QRect(left, corner.y() + (size.height() - side) // 2, side, side), colour)
    left += side + look.px(5)
    painter.setPen(colour)
    painter.setFont(look.font("chip"))
    rest = QRect(left, corner.y(), corner.x() + size.width() - left, size.height())
    painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), state.word)
    painter.restore()


class Chip(QWidget):
    """One chip as a widget."""

    def __init__(self, state: State | None = None, name: str = "") -> None:
        super().__init__()
        self._state = State("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if name:
            self.setObjectName(name)
        if state is not None:
            self.set_state(state)

    @property
    def state(self) -> State:
        """What it says."""
        return self._state

    def set_state(self, state: State) -> None:
        """Say something else."""
        self._state = state
        self.setAccessibleName(state.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._state)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QPoint(0, 0), self._state)
        painter.end()
