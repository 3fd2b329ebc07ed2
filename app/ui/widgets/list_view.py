"""The table inside a list: its heads, its rows, hover, keys, widths of columns."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.theme_tokens import HAIRLINE
from app.ui.widgets.list_delegate import ListDelegate
from app.ui.widgets.list_model import Index, ListModel
from app.ui.widgets.list_widths import Wish, shared

#: How many rows are looked at for the widths of the columns; more would be felt in a long list.
_LOOKED_AT = 100
#: What one very long title may ask for; what the name of a record and other titles keep when room is scarce (pixels
#: at 100 %).
_LONGEST, _NAME, _TITLE = 480, 144, 96
#: The name of the record itself stays longer than what else stands in its row.
_NAME_WEIGHT = 1.5
#: Names and titles may be cut; a figure, a date or a state never.
_MAY_BE_CUT = frozenset({"text", "muted", "bold", "italic"})


class ListHeader(QHeaderView):
    """The heads of a list: words in the colour of the sorting, a caret beside them, the first at the page's edge."""

    def __init__(self, view: "ListView") -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = theme()
        column = self._view.list_model.columns[section]
        key, descending = self._view.list_model.sorting
        sorted_by = column.key == key
        painter.fillRect(rect, look.color("sunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), HAIRLINE, look.color("border"))
        left = look.space(2) + (self._view.edge if section == self._view.first_section else 0)
        right = look.space(2) + (self._view.edge if section == self._view.last_section else 0)
        # A higher head holds a row of filters below the words.
        height = min(rect.height(), look.height("head"))
        inner = rect.adjusted(left, 0, -right, 0)
        side = look.icon("caret")
        token = "accent" if sorted_by else "muted"
        font = look.font("head")
        metrics = QFontMetrics(font)
        room = inner.width() - (side + 4 if sorted_by else 0)
        words = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(words)
        start = inner.left() if not column.right else inner.left() + room - wide
        painter.setFont(font)
        painter.setPen(look.color(token))
        line = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(start, rect.top(), wide + 2, height), line, words)
        if sorted_by:
            place = QRect(start + wide + 4, rect.top() + (height - side) // 2, side, side)
            paint_icon(painter, "chevron-up" if descending else "chevron-down", place, look.color(token))


class ListView(QTableView):
    """The table itself; pages use ``ListTable`` around it."""

    opened = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: ListModel) -> None:
        super().__init__()
        self.list_model = model
        self.hover_row = -1
        self.current_row = -1
        self.widths: dict[str, int] = {}
        self._held: dict[str, int] = {}
        #: Columns that are away only because the list is narrow.
        self.aside: set[int] = set()
        self.fitting = False
        self.first_section = 0
        self.last_section = 0
        self.edge = theme().space(4)
        self.setHorizontalHeader(ListHeader(self))
        self.setModel(model)
        self.delegate = ListDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setSortIndicatorShown(True)
        head.setSectionsClickable(True)
        self.measure()
        theme().changed.connect(self.measure)

    def measure(self) -> None:
        """Take the sizes of the theme."""
        look = theme()
        self.edge = look.space(4)
        self._held = {}
        height = look.height("row")
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(look.height("head"))
        # Widening what is narrower than this is not the user's doing.
        self.fitting = True
        self.horizontalHeader().setMinimumSectionSize(look.px(40))
        self.fit_columns()
        self.measure_rows()

    def fit_columns(self) -> None:
        """Give columns their widths by what they hold, the rest to those that stretch (see ``list_widths``)."""
        head, room = self.horizontalHeader(), self.viewport().width()
        self.fitting = True
        self._step_aside(room)
        sections = self.sections()
        widths = shared([self._wish(section) for section in sections], room)
        for section, width in zip(sections, widths, strict=True):
            head.resizeSection(section, width)
        self.fitting = False
        self.viewport().update()

    def _step_aside(self, room: int) -> None:
        """Spare columns are away while the list is too narrow for what the others hold; the last goes first."""
        for section in self.aside:
            self.setColumnHidden(section, False)
        self.aside.clear()
        sections = self.sections()
        missing = sum(self._wish(section).floor for section in sections) - room
        for section in reversed(sections):
            if missing > 0 and self.list_model.columns[section].spare:
                missing -= self._wish(section).floor
                self.aside.add(section)
                self.setColumnHidden(section, True)

    def _wish(self, section: int) -> Wish:
        look, column = theme(), self.list_model.columns[section]
        edge = self.edge if section in (self.first_section, self.last_section) else 0
        words = QFontMetrics(look.font("head")).horizontalAdvance(column.title) + 2 * look.space(2) + 2
        held = min(self._held.get(column.key, 0), look.px(_LONGEST))
        whole = max(words, held) + edge
        start = max(look.px(column.width), words + look.icon("caret") + look.space(1)) + edge if column.width else 0
        if column.kind == "bar":
            whole = max(whole, look.px(column.width or _TITLE))
        kept = max(words, look.px(_NAME if column.kind == "bold" else _TITLE)) + edge
        least = kept if column.kind in _MAY_BE_CUT else whole
        whole = max(whole, look.px(column.least) + edge)
        least = max(least, look.px(column.least) + edge)
        weight = _NAME_WEIGHT if column.kind == "bold" else 1
        return Wish(start, whole, least, self.widths.get(column.key, 0), weight)

    def measure_rows(self) -> None:
        """Look at what the first rows hold, and stand the columns by it."""
        model, measured = self.list_model, {}
        rows = [model.row_at(position) for position in range(min(model.shown, _LOOKED_AT))]
        for column in model.columns:
            measured[column.key] = max((self.delegate.wanted_width(column, row) for row in rows), default=0)
        # An empty answer says nothing about the widths: the columns stay where they are.
        if rows and measured != self._held:
            self._held = measured
            self.fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()

    def currentChanged(self, current: Index, previous: Index) -> None:
        self.current_row = current.row()
        super().currentChanged(current, previous)
        self.viewport().update()

    def _set_hover(self, position: int) -> None:
        if position != self.hover_row:
            old, self.hover_row = self.hover_row, position
            height, width = self.verticalHeader().defaultSectionSize(), self.viewport().width()
            for touched in (old, position):
                if touched >= 0:
                    self.viewport().update(0, self.rowViewportPosition(touched), width, height)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(-1)
        super().leaveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.rowAt(event.position().toPoint().y()) >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() == Qt.Key.Key_Home and not event.modifiers():
            self._go(0)
        elif event.key() == Qt.Key.Key_End and not event.modifiers():
            self._go(self.list_model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def _go(self, position: int) -> None:
        if position >= 0:
            self.selectRow(position)
            self.scrollTo(self.list_model.index(position, 0))

    def selected_positions(self) -> Sequence[int]:
        """Where the selected rows stand, in order; of a hundred thousand no row is made for it."""
        ranges = sorted((one.top(), one.bottom() + 1) for one in self.selectionModel().selection().toList())
        if len(ranges) == 1:
            return range(*ranges[0])
        return sorted({position for top, end in ranges for position in range(top, end)})

    def copy_rows(self) -> None:
        """Put the selected rows (all shown, when none is) on the clipboard, for a spreadsheet."""
        positions = sorted(index.row() for index in self.selectionModel().selectedRows())
        chosen = positions or list(range(self.list_model.rowCount()))
        QGuiApplication.clipboard().setText(self.list_model.as_tsv(chosen, self.sections()))

    def sections(self) -> list[int]:
        """The columns that are seen, in the order they stand."""
        head = self.horizontalHeader()
        ordered = (head.logicalIndex(visual) for visual in range(head.count()))
        return [section for section in ordered if not head.isSectionHidden(section)]
