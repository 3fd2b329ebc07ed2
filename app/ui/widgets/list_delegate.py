"""Paints the cells of a list: hairlines, hover, selection, chips, bars; nothing heavy is made for a cell."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import formats
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.theme_tokens import FOCUS, HAIRLINE
from app.ui.widgets.chip import State, chip_size, paint_chip
from app.ui.widgets.list_columns import Column, cell_text, cell_value
from app.ui.widgets.list_model import Index, ListModel

if TYPE_CHECKING:
    from app.ui.widgets.list_view import ListView

_FONTS = {"bold": "strong", "italic": "italic", "strike": "strike", "muted": "second", "date": "second"}
_MUTED = frozenset({"muted", "date", "strike"})
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class ListDelegate(QStyledItemDelegate):
    """One for each view; keeps the fonts and colours of the theme until it changes."""

    def __init__(self, view: "ListView") -> None:
        super().__init__(view)
        self._view = view
        self._fonts: dict[str, tuple[QFont, QFontMetrics]] = {}
        theme().changed.connect(self._on_theme)
        self._on_theme()

    def _on_theme(self) -> None:
        look = theme()
        self._fonts = {}
        self._pad = look.space(2)
        self._colours: dict[str, QColor] = {
            token: look.color(token)
            for token in ("text", "muted", "border", "select", "hover", "accent", "accentfill", "accentmid", "danger")
        }
        self._colours["neutralsoft"] = look.color("neutralsoft")

    def _font(self, kind: str) -> tuple[QFont, QFontMetrics]:
        found = self._fonts.get(kind)
        if found is None:
            font = theme().font(_FONTS.get(kind, "body"))
            found = self._fonts[kind] = (font, QFontMetrics(font))
        return found

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().height("row"))

    def wanted_width(self, column: Column, row: Any) -> int:
        """The width in pixels that shows all a cell holds, with the air at both sides."""
        kind = column.style(row) if column.style is not None else column.kind
        value = cell_value(column, row) if kind == "chip" else None
        if isinstance(value, (State, tuple)):
            states = [state for state in (value if isinstance(value, tuple) else (value,)) if state.word]
            gaps = max(0, len(states) - 1) * (self._pad // 2)
            return sum(chip_size(state).width() for state in states) + gaps + 2 * self._pad
        if kind in ("bar", "check"):
            return 0
        return self._font(kind)[1].horizontalAdvance(cell_text(column, row)) + 2 * self._pad + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._view.list_model
        rect: QRect = option.rect
        state = option.state
        position = index.row()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, self._colours["select"])
        elif position == self._view.hover_row:
            painter.fillRect(rect, self._colours["hover"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), HAIRLINE, self._colours["border"])
        if position == self._view.current_row and self._view.hasFocus():
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, self._colours["accent"])
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), FOCUS, self._colours["accent"])
        self._paint_cell(painter, rect, model, position, index.column())

    def _paint_cell(self, painter: QPainter, rect: QRect, model: ListModel, position: int, section: int) -> None:
        column, row, value = model.cell(position, section)
        pad = self._pad + (self._view.edge if section == self._view.first_section else 0)
        right = self._pad + (self._view.edge if section == self._view.last_section else 0)
        inner = rect.adjusted(pad, 0, -right, 0)
        kind = column.style(row) if column.style is not None else column.kind
        if kind == "chip" and isinstance(value, (State, tuple)):
            self._paint_chips(painter, inner, value)
        elif kind == "check":
            self._paint_check(painter, inner, bool(value))
        elif kind == "bar" and isinstance(value, (int, float, tuple)):
            self._paint_bar(painter, inner, value)
        else:
            self._paint_text(painter, inner, kind, column, cell_text(column, row), value)

    def _paint_text(self, painter: QPainter, inner: QRect, kind: str, column: Column, text: str, value: object) -> None:
        if not text:
            # A cell that holds nothing says so, except below a head without a word.
            text = formats.DASH if column.title else ""
        font, metrics = self._font(kind)
        painter.setFont(font)
        negative = kind in ("money", "number") and isinstance(value, int) and value < 0
        token = "danger" if negative else "muted" if kind in _MUTED or text == formats.DASH else "text"
        painter.setPen(self._colours[token])
        if metrics.horizontalAdvance(text) > inner.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        flag = _RIGHT if column.right else _CENTER if column.align == "center" else _LEFT
        painter.drawText(inner, flag, text)

    def _paint_chips(self, painter: QPainter, inner: QRect, value: State | tuple[State, ...]) -> None:
        """The states beside each other; when they do not fit, the last chip says how many more there are."""
        states = [state for state in (value if isinstance(value, tuple) else (value,)) if state.word]
        if not states:
            painter.setPen(self._colours["muted"])
            painter.drawText(inner, _LEFT, formats.DASH)
            return
        gap, left, end = self._pad // 2, inner.left(), inner.right() + 1
        painter.save()
        painter.setClipRect(inner, Qt.ClipOperation.IntersectClip)
        for position, state in enumerate(states):
            wide, left_out = chip_size(state).width(), len(states) - position
            more = State(f"+{left_out}")
            reserved = gap + chip_size(more).width() if left_out > 1 else 0
            fits = position == 0 or left + wide + reserved <= end
            shown = state if fits else more
            height = chip_size(shown).height()
            paint_chip(painter, QPoint(left, inner.top() + (inner.height() - height) // 2), shown)
            if not fits:
                break
            left += wide + gap
        painter.restore()

    def _paint_check(self, painter: QPainter, inner: QRect, checked: bool) -> None:
        if checked:
            side = theme().icon("control")
            top = inner.top() + (inner.height() - side) // 2
            paint_icon(painter, "check", QRect(inner.left(), top, side, side), theme().color("success"))

    def _paint_bar(self, painter: QPainter, inner: QRect, value: float | tuple[float, ...]) -> None:
        """Shares of a whole: the first in the accent, the second paler, the rest of the bar quiet."""
        parts = value if isinstance(value, tuple) else (value,)
        height = theme().px(8)
        top = inner.top() + (inner.height() - height) // 2
        painter.fillRect(inner.left(), top, inner.width(), height, self._colours["neutralsoft"])
        left, room = inner.left(), inner.width()
        for part, token in zip(parts, ("accentfill", "accentmid"), strict=False):
            wide = min(room, round(inner.width() * max(0.0, float(part))))
            painter.fillRect(left, top, wide, height, self._colours[token])
            left, room = left + wide, room - wide
