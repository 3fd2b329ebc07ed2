"""What the colours of a chart stand for: small swatches with words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import is_style_change, theme
from app.ui.widgets.boxes import clear_layout, row
from app.ui.widgets.labels import label


class Swatch(QWidget):
    """A small bar in the colour of a series; ``edge`` draws only its outline."""

    def __init__(self, token: str, *, edge: bool = False) -> None:
        super().__init__()
        self._token = token
        self._edge = edge
        self._measure()

    def _measure(self) -> None:
        self.setFixedSize(theme().px(12), theme().px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().color(self._token)
        place = QRectF(self.rect())
        if self._edge:
            painter.setPen(QPen(colour, 1))
            place.adjust(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        painter.drawRoundedRect(place, 2, 2)
        painter.end()


class Legend(QWidget):
    """Swatches side by side; the charts' own texts say the same to a screen reader."""

    def __init__(self, series: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._line = row(self, space=1)
        self.set_series(series)

    def set_series(self, series: Sequence[tuple[str, str]]) -> None:
        """Show (colour token, words) and no others; ``control`` stands for an outline."""
        clear_layout(self._line)
        for number, (token, words) in enumerate(series):
            if number:
                self._line.addSpacing(theme().space(2))
            self._line.addWidget(Swatch(token, edge=token == "control"))
            self._line.addWidget(label(words, "second"))
