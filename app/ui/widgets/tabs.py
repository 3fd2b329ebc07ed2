"""A tab bar: words with a count beside them, a line under the chosen one, the rest in a menu "More"."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.core.i18n import tr
from app.ui import formats
from app.ui.icons import paint_icon
from app.ui.theme import is_style_change, theme
from app.ui.theme_tokens import FOCUS, HAIRLINE

_MORE = "\x00more"


class TabBar(QWidget):
    """Tabs of a record. ``chosen`` carries the key; arrow keys move, Home and End go to the ends."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]] = (), name: str = "", *, edge: int = 6) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edge = edge
        self._tabs: list[tuple[str, str]] = []
        self._counts: dict[str, str] = {}
        self._current = ""
        self._hover = ""
        self._places: dict[str, QRect] = {}
        self.set_tabs(tabs)

    def set_tabs(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Show (key, words); keeps the chosen one when it is still there, else takes the first."""
        self._tabs = list(tabs)
        if self._current not in {key for key, _ in self._tabs}:
            self._current = self._tabs[0][0] if self._tabs else ""
        self._lay_out()

    def set_count(self, key: str, count: int | None) -> None:
        """A number beside the words of a tab; None or 0 takes it away."""
        self._counts[key] = formats.number(count) if count else ""
        self._lay_out()

    def current(self) -> str:
        """The chosen key."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose without telling."""
        if key in {known for known, _ in self._tabs} and key != self._current:
            self._current = key
            self._lay_out()

    def rect_of(self, key: str) -> QRect:
        """Where a tab stands; empty when it is in the menu. For tests and for tours."""
        return self._places.get(key, QRect())

    def choose(self, key: str) -> None:
        """Choose and tell, as a click does."""
        if key != self._current:
            self.set_current(key)
            self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().height("tabs"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().height("tabs"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self.updateGeometry()
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _width(self, key: str, word: str) -> int:
        look = theme()
        wide = QFontMetrics(look.font("strong")).horizontalAdvance(word)
        count = self._counts.get(key, "")
        if count:
            wide += look.px(5) + QFontMetrics(look.font("second")).horizontalAdvance(count)
        return wide

    def _lay_out(self) -> None:
        look = theme()
        gap, left, height = look.space(5), look.space(self._edge), look.height("tabs")
        widths = {key: self._width(key, word) for key, word in self._tabs}
        room = self.width() - 2 * left
        shown = [key for key, _ in self._tabs]
        total = sum(widths.values()) + gap * max(0, len(shown) - 1)
        if total > room and len(shown) > 1:
            more = QFontMetrics(look.font("strong")).horizontalAdvance(tr("More")) + look.icon("caret") + gap
            while len(shown) > 1 and sum(widths[key] + gap for key in shown) + more > room:
                shown.pop(-1 if shown[-1] != self._current else -2)
        self._places = {}
        for key in shown:
            self._places[key] = QRect(left, 0, widths[key], height)
            left += widths[key] + gap
        if len(shown) < len(self._tabs):
            self._places[_MORE] = QRect(left, 0, look.px(80), height)
        self.setAccessibleName(next((word for key, word in self._tabs if key == self._current), ""))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - HAIRLINE, self.width(), HAIRLINE), look.color("border"))
        words = dict(self._tabs)
        for key, place in self._places.items():
            chosen = key == self._current
            token = "accent" if chosen else "text" if key == self._hover else "muted"
            painter.setPen(look.color(token))
            font = look.font("strong")
            painter.setFont(font)
            word = tr("More") if key == _MORE else words[key]
            line = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(place, line, word)
            after = place.left() + QFontMetrics(font).horizontalAdvance(word) + look.px(5)
            if key == _MORE:
                side = look.icon("caret")
                paint_icon(
                    painter, "chevron-down", QRect(after, (self.height() - side) // 2, side, side), look.color(token)
                )
            elif self._counts.get(key):
                painter.setFont(look.font("second"))
                painter.drawText(place.adjusted(after - place.left(), 0, 0, 0), line, self._counts[key])
            if chosen:
                painter.fillRect(QRect(place.left(), self.height() - FOCUS, place.width(), FOCUS), look.color("accent"))
                if self.hasFocus():
                    painter.setPen(look.color("accent"))
                    painter.drawRoundedRect(place.adjusted(-6, 6, 6, -8), 4, 4)
        painter.end()

    def _at(self, point: QPoint) -> str:
        return next((key for key, place in self._places.items() if place.adjusted(-8, 0, 8, 0).contains(point)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._hover else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = ""
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self._at(event.position().toPoint())
        if key == _MORE:
            self._open_more()
        elif key:
            self.choose(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [key for key, _ in self._tabs]
        if not keys:
            return
        here = keys.index(self._current)
        match event.key():
            case Qt.Key.Key_Left:
                self.choose(keys[max(0, here - 1)])
            case Qt.Key.Key_Right:
                self.choose(keys[min(len(keys) - 1, here + 1)])
            case Qt.Key.Key_Home:
                self.choose(keys[0])
            case Qt.Key.Key_End:
                self.choose(keys[-1])
            case _:
                super().keyPressEvent(event)

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, word in self._tabs:
            if key not in self._places:
                menu.addAction(word).setData(key)
        menu.triggered.connect(self._on_more)
        menu.popup(self.mapToGlobal(self._places[_MORE].bottomLeft()))

    def _on_more(self, action: QAction) -> None:
        self.choose(str(action.data()))

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()
