"""The programme switcher: one programme or all; every list, figure and paper follows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QSizePolicy

from app.core.i18n import tr
from app.core.text import fold
from app.ui.icons import paint_icon
from app.ui.theme import is_style_change, theme
from app.ui.theme_tokens import FOCUS, HAIRLINE
from app.ui.widgets.overlay import Popover


@dataclass(frozen=True, slots=True)
class ProgrammeChoice:
    """A programme to switch to; an empty id stands for all."""

    id: str
    code: str
    name: str


class ProgrammeSwitcher(QAbstractButton):
    """``chosen(id)`` when another programme was picked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("programme.switcher")
        self._all = ProgrammeChoice("", "", tr("All programmes"))
        self._choices: list[ProgrammeChoice] = [self._all]
        self._shown: list[ProgrammeChoice] = []
        self._current = self._all
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_list)
        self._popover = Popover(self, name="programme.list.popover")
        self._filter = QLineEdit()
        self._filter.setObjectName("programme.filter")
        self._filter.setPlaceholderText(tr("Filter as you type"))
        self._filter.setAccessibleName(tr("Filter programmes"))
        self._filter.textChanged.connect(self._on_filter)
        self._filter.returnPressed.connect(self._on_enter)
        self._texts = QStringListModel()
        self._list = QListView()
        self._list.setProperty("role", "plain")
        self._list.setObjectName("programme.list")
        self._list.setAccessibleName(tr("Programmes"))
        self._list.setModel(self._texts)
        self._list.clicked.connect(self._on_picked)
        self._list.activated.connect(self._on_picked)
        self._popover.body.addWidget(self._filter)
        self._popover.body.addWidget(self._list)
        self._name_it()

    def set_programmes(self, choices: Sequence[ProgrammeChoice], current: str = "") -> None:
        """What can be switched to; "All programmes" stands first by itself."""
        self._choices = [self._all, *choices]
        self.set_current(current)

    def set_current(self, programme_id: str) -> None:
        """Show a programme without telling; all, when it is not known."""
        self._current = next((choice for choice in self._choices if choice.id == programme_id), self._all)
        self._name_it()
        self.updateGeometry()
        self.update()

    def current(self) -> str:
        """The id of the programme shown; empty for all."""
        return self._current.id

    def _name_it(self) -> None:
        self.setAccessibleName(tr("Programme: {name}", name=self._current.name))
        self.setToolTip(self._current.name)

    def open_list(self) -> None:
        """Open the list of programmes."""
        self._filter.setVisible(len(self._choices) > 8)
        self._filter.clear()
        self._on_filter("")
        width = max(self.width(), theme().px(360))
        self._list.setFixedHeight(theme().px(38) * min(10, len(self._choices)) + theme().px(8))
        self._popover.open_under(self, width=width)
        (self._filter if self._filter.isVisible() else self._list).setFocus()

    def _on_filter(self, text: str) -> None:
        word = fold(text)
        self._shown = [choice for choice in self._choices if word in fold(f"{choice.code} {choice.name}")]
        self._texts.setStringList([f"{c.code}   {c.name}".strip() for c in self._shown])
        here = next((n for n, choice in enumerate(self._shown) if choice.id == self._current.id), 0)
        self._list.setCurrentIndex(self._texts.index(here, 0))

    def _on_enter(self) -> None:
        self._pick(self._list.currentIndex().row())

    def _on_picked(self, index: QModelIndex) -> None:
        self._pick(index.row())

    def _pick(self, position: int) -> None:
        self._popover.close()
        if 0 <= position < len(self._shown) and self._shown[position].id != self._current.id:
            self.set_current(self._shown[position].id)
            self.chosen.emit(self._current.id)

    def _code_width(self) -> int:
        if not self._current.code:
            return 0
        return QFontMetrics(theme().font("chip")).horizontalAdvance(self._current.code) + theme().px(12)

    def sizeHint(self) -> QSize:
        look = theme()
        words = QFontMetrics(look.font("body")).horizontalAdvance(self._current.name)
        wish = words + self._code_width() + look.px(8 + 10 + 8 + 14 + 10)
        return QSize(min(look.width("switcher"), wish), look.height("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(100), theme().height("control"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(look.color("accent" if self.hasFocus() else "border"))
        pen.setWidth(FOCUS if self.hasFocus() else HAIRLINE)
        painter.setPen(pen)
        painter.setBrush(look.color("hover" if self.underMouse() else "surface"))
        radius = look.radius("control")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        left = look.space(2)
        code = self._code_width()
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if code:
            height = look.height("chip")
            box = QRect(left, (self.height() - height) // 2, code, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accentsoft"))
            painter.drawRoundedRect(box, look.radius("small"), look.radius("small"))
            painter.setPen(look.color("accent"))
            painter.setFont(look.font("chip"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._current.code)
            left += code + look.space(2)
        caret = look.icon("caret")
        room = QRect(left, 0, self.width() - left - caret - look.space(4), self.height())
        painter.setPen(look.color("text"))
        painter.setFont(look.font("body"))
        words = QFontMetrics(look.font("body")).elidedText(
            self._current.name, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, middle, words)
        place = QRect(self.width() - caret - look.space(2), (self.height() - caret) // 2, caret, caret)
        paint_icon(painter, "chevrons-up-down", place, look.color("muted"))
        painter.end()
