"""The side bar: icon and word for each section, a badge, Settings and Collapse at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.i18n import tr
from app.ui.icons import paint_icon
from app.ui.theme import is_style_change, set_surface, theme
from app.ui.theme_tokens import FOCUS, WIDTH
from app.ui.widgets.boxes import column
from app.ui.widgets.labels import hairline


class SideItem(QAbstractButton):
    """One entry."""

    def __init__(self, key: str, word: str, icon_name: str) -> None:
        super().__init__()
        self.key = key
        self.icon_name = icon_name
        self._badge = 0
        self._small = False
        self.setObjectName(f"side.{key}")
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_badge(self, count: int) -> None:
        """A number at the right; 0 for none."""
        self._badge = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def set_small(self, small: bool) -> None:
        """Only the icon, the word in the tool tip."""
        self._small = small
        self.setToolTip(self.text() if small else "")
        self.updateGeometry()
        self.update()

    def wish(self) -> int:
        """The width its word wants."""
        look = theme()
        return look.px(8 + 12 + 18 + 12 + 34) + QFontMetrics(look.font("strong")).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        return QSize(theme().width("side_small"), theme().height("side"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(look.space(2), 0, -look.space(2), 0)
        radius = look.radius("control")
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(look.color("accentsoft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(look.color("accent"))
            pen.setWidth(FOCUS)
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        colour = look.color("accent" if self.isChecked() else "text")
        side = look.icon("side")
        left = (self.width() - side) // 2 if self._small else box.left() + look.space(3)
        faint = colour if self.isChecked() else look.color("muted")
        paint_icon(painter, self.icon_name, QRect(left, (self.height() - side) // 2, side, side), faint)
        painter.setPen(colour)
        if not self._small:
            font = look.font("strong" if self.isChecked() else "body")
            painter.setFont(font)
            room = box.adjusted(look.space(3) + side + look.space(3), 0, -look.space(3), 0)
            words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        if self._badge:
            self._paint_badge(painter, box)
        painter.end()

    def _paint_badge(self, painter: QPainter, box: QRect) -> None:
        look = theme()
        if self._small:
            dot = look.px(8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(QRect(box.right() - dot - 2, box.top() + look.px(6), dot, dot))
            return
        painter.setFont(look.font("second_strong" if self.isChecked() else "second"))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(box.adjusted(0, 0, -look.space(3), 0), right, str(self._badge))


class SideBar(QWidget):
    """``chosen(key)`` when an entry is clicked; ``collapsed(bool)`` when the user folds or unfolds it.

    Below 1100 pixels of window it folds by itself (``set_room``), whatever the user chose.
    """

    chosen = Signal(str)
    collapsed = Signal(bool)

    def __init__(self, sections: Sequence[tuple[str, str, str]], foot: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setObjectName("side.bar")
        self.setAccessibleName(tr("Sections"))
        set_surface(self, "window")
        self._wanted_small = False
        self._narrow = False
        self._items: dict[str, SideItem] = {}
        body = column(self, space=0, margins=(0, 2, 0, 1))
        body.setSpacing(theme().px(2))
        for key, word, icon_name in sections:
            body.addWidget(self._item(key, word, icon_name))
        body.addStretch(1)
        body.addWidget(hairline())
        body.addSpacing(theme().space(1))
        for key, word, icon_name in foot:
            body.addWidget(self._item(key, word, icon_name))
        self._fold = SideItem("collapse", tr("Collapse"), "panel-left-close")
        self._fold.setCheckable(False)
        self._fold.clicked.connect(self._on_fold)
        body.addWidget(self._fold)
        self._measure()

    def _item(self, key: str, word: str, icon_name: str) -> SideItem:
        made = SideItem(key, word, icon_name)
        made.clicked.connect(self._on_clicked)
        self._items[key] = made
        return made

    def set_current(self, key: str) -> None:
        """Mark an entry; none for a key that is no entry."""
        for known, item in self._items.items():
            item.setChecked(known == key)

    def set_badge(self, key: str, count: int) -> None:
        """A number at an entry: how many things there wait."""
        if key in self._items:
            self._items[key].set_badge(count)

    @property
    def is_small(self) -> bool:
        """Whether only icons are shown."""
        return self._wanted_small or self._narrow

    @property
    def wanted_small(self) -> bool:
        """What the user chose."""
        return self._wanted_small

    def set_collapsed(self, small: bool) -> None:
        """Fold or unfold, as the user wants."""
        self._wanted_small = small
        self._measure()
        self.collapsed.emit(small)

    def set_room(self, window_width: int) -> None:
        """The width of the window: below the limit the bar folds by itself."""
        narrow = window_width < theme().px(WIDTH["collapse_below"])
        if narrow != self._narrow:
            self._narrow = narrow
            self._measure()

    def _measure(self) -> None:
        look = theme()
        small = self.is_small
        for item in (*self._items.values(), self._fold):
            item.set_small(small)
        wish = max(item.wish() for item in self._items.values())
        wide = min(look.width("side_most"), max(look.width("side"), wish))
        self.setFixedWidth(look.width("side_small") if small else wide)
        self._fold.icon_name = "panel-left-open" if small else "panel-left-close"
        self._fold.setText(tr("Expand") if small else tr("Collapse"))
        self._fold.set_small(small)
        self._fold.setVisible(not self._narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event) and self._items:
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, SideItem):
            sender.setChecked(True)
            self.chosen.emit(sender.key)

    def _on_fold(self) -> None:
        self.set_collapsed(not self._wanted_small)
