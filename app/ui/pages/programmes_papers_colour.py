"""The parts of a colour's field: the swatch, the text, the way to choose it from a palette."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.i18n import tr
from app.services.paper_looks import HOUSE_COLOUR
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import row
from app.ui.widgets.buttons import button


class Swatch(QWidget):
    """A square in the colour; crossed out while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self._measure()
        theme().changed.connect(self._measure)

    def _measure(self) -> None:
        side = theme().height("small")
        self.setFixedSize(side, side)

    def set_colour(self, colour: str) -> None:
        """Another colour, ``#RRGGBB``, or none."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("control"), 1))
        painter.setBrush(QColor(self._colour) if self._colour else theme().color("surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = theme().radius("control")
        painter.drawRoundedRect(box, radius, radius)
        if not self._colour:
            painter.setPen(QPen(theme().color("danger"), 2))
            painter.drawLine(box.bottomLeft(), box.topRight())
        painter.end()


class ColourControl(QWidget):
    """Swatch, text and button side by side."""

    def __init__(self, name: str) -> None:
        super().__init__()
        line = row(self, space=2)
        self.swatch = Swatch()
        line.addWidget(self.swatch)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(HOUSE_COLOUR)
        self.edit.setMaxLength(40)
        self.edit.setMaximumWidth(theme().px(140))
        line.addWidget(self.edit)
        self.pick = button(tr("Choose …"), name=f"{name}.pick")
        line.addWidget(self.pick)
        line.addStretch(1)

    def show_colour(self, colour: str) -> None:
        """Show a colour in the swatch."""
        self.swatch.set_colour(colour)

    def mark(self, wrong: bool) -> None:
        """Edge of the text in red."""
        set_style(self.edit, "wrong", wrong)
