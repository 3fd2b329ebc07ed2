"""The steps of the assistant at the right of its head: done, now, still to come."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.i18n import tr
from app.ui.icons import paint_icon
from app.ui.theme import is_style_change, theme
from app.ui.theme_tokens import FOCUS
from app.ui.widgets.boxes import row


class StepButton(QAbstractButton):
    """One step: a ring with its number or a tick, and its words. A done step can be gone back to."""

    def __init__(self, number: int, words: str, name: str) -> None:
        super().__init__()
        self._number = number
        self.state = "later"
        self.setText(words)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state("later")

    def set_state(self, state: str) -> None:
        """``done``, ``now`` or ``later``."""
        self.state = state
        said = {
            "done": tr("{step}, done", step=self.text()),
            "now": tr("{step}, now", step=self.text()),
            "later": self.text(),
        }
        self.setAccessibleName(said[state])
        self.setEnabled(state == "done")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if state == "done" else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if state == "done" else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        words = QFontMetrics(look.font("strong" if self.state == "now" else "second")).horizontalAdvance(self.text())
        return QSize(look.px(24) + look.space(2) + words + look.space(1), look.px(28))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(24)
        ring = QRect(1, (self.height() - side) // 2, side, side)
        fill = {"done": "success.soft", "now": "accentfill", "later": "surface"}[self.state]
        edge = {"done": "success.soft", "now": "accentfill", "later": "control"}[self.state]
        painter.setPen(QPen(look.color(edge), 1))
        painter.setBrush(look.color(fill))
        painter.drawEllipse(ring)
        if self.state == "done":
            inner = look.icon("chip")
            gap = (side - inner) // 2
            paint_icon(
                painter, "check", QRect(ring.left() + gap, ring.top() + gap, inner, inner), look.color("success")
            )
        else:
            painter.setPen(look.color("onaccent" if self.state == "now" else "muted"))
            painter.setFont(look.font("chip"))
            painter.drawText(ring, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        words = self.rect().adjusted(side + look.space(2), 0, 0, 0)
        painter.setFont(look.font("strong" if self.state == "now" else "second"))
        painter.setPen(look.color({"done": "text", "now": "accent", "later": "muted"}[self.state]))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), FOCUS))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), look.radius("control"), look.radius("control"))
        painter.end()


class _Bridge(QWidget):
    """The short line between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() // 2, self.width(), 1, theme().color("control"))
        painter.end()


class StepTrack(QWidget):
    """The steps in a row. ``chosen(key)`` when a done one is clicked."""

    chosen = Signal(str)

    def __init__(self, steps: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._keys = [key for key, _ in steps]
        self._buttons: list[StepButton] = []
        line = row(self, space=2)
        for number, (key, words) in enumerate(steps, start=1):
            if number > 1:
                line.addWidget(_Bridge())
            made = StepButton(number, words, f"{name}.{key}")
            made.setProperty("key", key)
            made.clicked.connect(self._on_clicked)
            line.addWidget(made)
            self._buttons.append(made)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_current(self, key: str, *, locked: bool = False) -> None:
        """Where one is; what stands before is done. ``locked``: there is no way back."""
        here = self._keys.index(key)
        for number, made in enumerate(self._buttons):
            made.set_state("done" if number < here else "now" if number == here else "later")
            if locked:
                made.setEnabled(False)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(str(sender.property("key")))
