"""Labels: text from people is text, never markup."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.icons import paint_icon
from app.ui.theme import is_style_change, theme


def label(text: str = "", role: str = "", *, wrap: bool = False, name: str = "", copy: bool = False) -> QLabel:
    """A plain-text label. ``role``: title, figure, section, strong, muted, second, label, head, small, problem …

    ``copy`` lets the reader select the text with mouse and keyboard.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if name:
        made.setObjectName(name)
    if copy:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class ElidedLabel(QLabel):
    """A plain-text label that shortens itself at the end or in the middle, the whole text in its tool tip."""

    def __init__(self, text: str = "", role: str = "", *, middle: bool = False, name: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        if name:
            self.setObjectName(name)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(32), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = QFontMetrics(self.font()).elidedText(self.text(), self._mode, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | self.alignment()), shown)
        painter.end()


class IconLabel(QWidget):
    """An icon standing beside words; read by nobody, since the words say it."""

    def __init__(self, name: str, token: str = "muted", size: str = "control") -> None:
        super().__init__()
        self._name = name
        self._token = token
        self._size = size
        self._measure()

    def set_icon(self, name: str, token: str = "") -> None:
        """Show another icon, in another colour when one is given."""
        self._name = name
        self._token = token or self._token
        self.update()

    def _measure(self) -> None:
        side = theme().icon(self._size)
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, self.rect(), theme().color(self._token))
        painter.end()


def hairline(vertical: bool = False) -> QFrame:
    """A hairline between things."""
    line = QFrame()
    line.setProperty("line", "v" if vertical else "h")
    return line
