"""The first rows of a sheet as they stand in the file; the row of headings is marked and can be moved by a click."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.core.i18n import tr
from app.services.import_rows import SheetRow, letter
from app.ui.theme import theme
from app.ui.theme_tokens import FOCUS, HAIRLINE
from app.ui.widgets.boxes import column


class _Cells(QStyledItemDelegate):
    """Plain cells with hairlines; the heading row on the accent's soft colour, what stands above it muted."""

    def __init__(self, table: "SheetGrid") -> None:
        super().__init__(table)
        self._preview = table

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().px(120), theme().px(30))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme()
        rect: QRect = option.rect
        headings = self._preview.heading_rows
        heading = headings[0] if headings else 0
        number = index.row() + 1
        if number in headings:
            painter.fillRect(rect, look.color("accentsoft"))
        elif index.row() == self._preview.table.currentRow() and self._preview.table.hasFocus():
            painter.fillRect(rect, look.color("hover"))
        if index.row() == self._preview.table.currentRow() and self._preview.table.hasFocus():
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, look.color("accent"))
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), FOCUS, look.color("accent"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), HAIRLINE, look.color("border"))
        painter.fillRect(rect.right(), rect.top(), HAIRLINE, rect.height(), look.color("border"))
        font = look.font("second_strong" if number in headings else "second")
        painter.setFont(font)
        token = "accent" if number in headings else "muted" if number < heading else "text"
        painter.setPen(look.color(token))
        inner = rect.adjusted(look.space(2), 0, -look.space(1), 0)
        text = QFontMetrics(font).elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


class SheetGrid(QWidget):
    """``heading_chosen(row)`` when a row is clicked or chosen with Enter."""

    heading_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.heading_row = 0
        self.heading_rows: tuple[int, ...] = ()
        self.table = QTableWidget()
        self.table.setObjectName("import.preview")
        self.table.setAccessibleName(tr("First rows of the sheet"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegate(_Cells(self))
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setSectionsClickable(True)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table.verticalHeader().sectionClicked.connect(self._on_row)
        self.table.cellClicked.connect(self._on_cell)
        self.table.cellActivated.connect(self._on_cell)
        column(self, space=0).addWidget(self.table)

    def show_sheet(self, sheet: SheetRow) -> None:
        """Show the first rows of a sheet."""
        self.heading_row = sheet.heading_row
        self.heading_rows = sheet.heading_rows or ((sheet.heading_row,) if sheet.heading_row else ())
        rows: Sequence[Sequence[str]] = sheet.first_rows
        width = max(map(len, rows), default=0)
        self.table.clear()
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(width)
        self.table.setHorizontalHeaderLabels([letter(number) for number in range(1, width + 1)])
        look = theme()
        metrics = QFontMetrics(look.font("second"))
        for number, cells in enumerate(rows):
            for place, text in enumerate(cells):
                self.table.setItem(number, place, QTableWidgetItem(text))
        for place in range(width):
            longest = max((metrics.horizontalAdvance(cells[place]) for cells in rows if place < len(cells)), default=0)
            self.table.setColumnWidth(place, max(look.px(48), min(look.px(220), longest + look.space(5))))
        self.table.verticalHeader().setDefaultSectionSize(look.px(30))
        if self.table.currentRow() < 0 and rows:
            self.table.setCurrentCell(max(0, min(sheet.heading_row - 1, len(rows) - 1)), 0)
        self.table.viewport().update()

    def _on_cell(self, number: int, _column: int) -> None:
        self._on_row(number)

    def _on_row(self, number: int) -> None:
        if number + 1 != self.heading_row:
            self.heading_chosen.emit(number + 1)
