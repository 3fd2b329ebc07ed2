"""The table of headings and lines: folded by heading, bars of what is used, the total below."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr, trc
from app.services.budget_figures import BudgetFigure, BudgetTable
from app.services.budgets import headings_of, main_heading
from app.ui import formats
from app.ui.icons import paint_icon
from app.ui.pages.budget_strip import budget_state, whole
from app.ui.theme import is_style_change, theme
from app.ui.widgets.chip import State, paint_chip
from app.ui.widgets.list_columns import Column, cell_text, cell_value
from app.ui.widgets.list_delegate import ListDelegate
from app.ui.widgets.list_model import ListModel
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
TOTAL = "total"


def used(figure: BudgetFigure) -> tuple[float, float]:
    """Shares of the plan: paid, and ordered but not paid; all when nothing was planned."""
    sums = figure.sums
    if sums.planned <= 0:
        return (0.0, 1.0 if sums.committed > 0 else 0.0)
    return (sums.actual / sums.planned, (sums.committed - sums.actual) / sums.planned)


def figure_state(figure: BudgetFigure) -> State:
    """The state of a line; a line without plan and orders has none."""
    if figure.sums.planned <= 0 and figure.sums.committed <= 0:
        return State(tr("Nothing planned"), "neutral", "circle-dashed")
    return budget_state(figure.state)


def _percent(figure: BudgetFigure) -> str:
    return formats.DASH if figure.used_percent is None else f"{formats.number(figure.used_percent)}\u00a0%"


def _sum(name: str) -> Callable[[BudgetFigure], int]:
    def value(figure: BudgetFigure) -> int:
        found: int = getattr(figure.sums, name)
        return found

    return value


def _shown(name: str) -> Callable[[BudgetFigure], str]:
    def show(figure: BudgetFigure) -> str:
        return whole(getattr(figure.sums, name))

    return show


def columns() -> tuple[Column, ...]:
    """The columns, in the language of the window."""
    sums = {
        "planned": trc("heading of a sum", "Planned"),
        "committed": trc("heading of a sum", "Committed"),
        "actual": trc("heading of a sum", "Actual"),
        "balance": tr("Balance"),
    }
    return (
        Column("code", tr("Code"), 64),
        Column("title", tr("Heading, line")),
        *(
            Column(key, words, 84 if key == "committed" else 76, "money", value=_sum(key), show=_shown(key))
            for key, words in sums.items()
        ),
        Column("used", tr("Used"), 96, "bar", value=used, show=_percent, searched=False),
        Column("percent", "", 64, "percent", value=lambda figure: figure.used_percent, show=_percent, searched=False),
        Column("state", tr("State"), 102, "chip", value=figure_state),
    )


class FigureDelegate(ListDelegate):
    """Paints a heading in bold with its caret, a line indented below it; sums below nothing in red."""

    folded: set[str]
    #: The sum of all lines: it stands below the table in the same columns, and its figures are the longest.
    total: BudgetFigure | None = None

    def _paint_cell(self, painter: QPainter, rect: QRect, model: ListModel, position: int, section: int) -> None:
        column, figure, _value = model.cell(position, section)
        self.paint_figure(painter, rect, section, column, figure)

    def wanted_width(self, column: Column, row: Any) -> int:
        """Figures as bold as those of headings and of the sum; titles and codes with the air before them."""
        texts = [cell_text(column, row), *([cell_text(column, self.total)] if self.total else [])]
        text = max(self._font("bold")[1].horizontalAdvance(words) for words in texts) + 2 * self._pad + 2
        match column.key:
            case "code":
                return text + (theme().px(8) if row.level else 0)
            case "title":
                return text + theme().px(12) * int(row.level)
            case "percent":
                return max(text, theme().px(column.width))
            case _:
                return max(text, super().wanted_width(column, row))

    def paint_figure(self, painter: QPainter, rect: QRect, section: int, column: Column, figure: BudgetFigure) -> None:
        """One cell of a figure."""
        view = self._view
        left = self._pad + (view.edge if section == view.first_section else 0)
        right = self._pad + (view.edge if section == view.last_section else 0)
        inner = rect.adjusted(left, 0, -right, 0)
        value = cell_value(column, figure)
        if isinstance(value, State):
            top = inner.top() + (inner.height() - theme().height("chip")) // 2
            paint_chip(painter, QPoint(inner.left(), top), value)
        elif column.kind == "bar" and isinstance(value, tuple):
            self._paint_bar(painter, inner, value)
        else:
            if column.key == "code" and figure.heading and figure.id != TOTAL:
                self._paint_caret(painter, rect, inner, figure)
            if column.key in ("code", "title"):
                inner.setLeft(inner.left() + theme().px(12) * (figure.level if column.key == "title" else 0))
            if column.key == "code" and figure.level:
                inner.setLeft(inner.left() + theme().px(8))
            self._paint_words(painter, inner, column, figure, value)

    def _paint_caret(self, painter: QPainter, rect: QRect, inner: QRect, figure: BudgetFigure) -> None:
        side = theme().icon("caret")
        name = "chevron-right" if figure.code in self.folded else "chevron-down"
        place = QRect(inner.left() - side - theme().px(4), rect.top() + (rect.height() - side) // 2, side, side)
        paint_icon(painter, name, place, self._colours["muted"])

    def _paint_words(
        self, painter: QPainter, inner: QRect, column: Column, figure: BudgetFigure, value: object
    ) -> None:
        text = cell_text(column, figure)
        font, metrics = self._font("bold" if figure.heading else "text")
        negative = column.kind == "money" and isinstance(value, int) and value < 0
        if negative:
            font, metrics = self._font("bold")
        painter.setFont(font)
        quiet = column.key == "code" and not figure.heading
        painter.setPen(self._colours["danger" if negative else "muted" if quiet else "text"])
        if column.key == "title":
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _RIGHT if column.right else _LEFT, text)


class TotalRow(QWidget):
    """The sum of all lines, under the table and in its columns."""

    def __init__(self, table: ListTable, delegate: FigureDelegate) -> None:
        super().__init__()
        self.setObjectName("budget.total")
        self._table = table
        self._delegate = delegate
        self._figure: BudgetFigure | None = None
        table.view.horizontalHeader().sectionResized.connect(self._on_resized)

    def show_total(self, figure: BudgetFigure | None) -> None:
        """Show a sum; None shows nothing."""
        self._figure = figure
        if figure is not None:
            said = "; ".join(cell_text(c, figure) for c in self._table.model.columns)
            self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, theme().px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self.updateGeometry()

    def _on_resized(self, _section: int, _old: int, _new: int) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme()
        painter.fillRect(self.rect(), look.color("sunken"))
        painter.fillRect(0, 0, self.width(), 2, look.color("control"))
        figure = self._figure
        if figure is not None:
            head = self._table.view.horizontalHeader()
            for section in self._table.view.sections():
                place = QRect(head.sectionViewportPosition(section), 2, head.sectionSize(section), self.height() - 2)
                column = self._table.model.columns[section]
                self._delegate.paint_figure(painter, place, section, column, figure)
        painter.end()


class FigureTable(ListTable):
    """The list of headings and lines in the order of their codes; Left and Right fold and unfold a heading."""

    def __init__(self, empty: EmptyState) -> None:
        super().__init__(
            columns(), name="list.budget", title=tr("Budget lines"), filter_line=False, footer=False, empty=empty
        )
        self.folded: set[str] = set()
        self.delegate = FigureDelegate(self.view)
        self.delegate.folded = self.folded
        self.view.setItemDelegate(self.delegate)
        self.view.delegate = self.delegate
        head = self.view.horizontalHeader()
        head.setSectionsClickable(False)
        head.setSortIndicatorShown(False)
        self.view.clicked.connect(self._on_clicked)
        self.view.installEventFilter(self)
        self.set_keep(self._unfolded)

    def _unfolded(self, figure: BudgetFigure) -> bool:
        return not any(code in self.folded for code in headings_of(figure.code))

    def show_table(self, table: BudgetTable) -> None:
        """Show the figures of a budget; what is folded stays so."""
        self.delegate.total = total_figure(table)
        self.set_rows(table.figures)

    def fold(self, code: str, folded: bool) -> None:
        """Fold or unfold a heading."""
        if folded:
            self.folded.add(code)
        else:
            self.folded.discard(code)
        self.set_keep(self._unfolded)

    def fold_all(self, codes: list[str]) -> None:
        """Fold these headings and no others."""
        self.folded.clear()
        self.folded.update(codes)
        self.set_keep(self._unfolded)

    def _on_clicked(self, index: QModelIndex) -> None:
        figure = self.model.row_at(index.row())
        if figure.heading and self.model.columns[index.column()].key == "code":
            self.fold(figure.code, figure.code not in self.folded)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            figure: Any = self.current()
            if figure is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._on_side_key(figure, left=event.key() == Qt.Key.Key_Left)
                return True
        return super().eventFilter(watched, event)

    def _on_side_key(self, figure: BudgetFigure, *, left: bool) -> None:
        if figure.heading and figure.code not in self.folded and left:
            self.fold(figure.code, True)
        elif figure.heading and not left:
            self.fold(figure.code, False)
        elif left:
            above = next((row for row in self.model.shown_rows() if row.code == figure.code.rpartition(".")[0]), None)
            if above is not None:
                self.select(above.id)


def total_figure(table: BudgetTable) -> BudgetFigure | None:
    """The whole budget as a figure of its own; None when there is no line."""
    if not table.figures:
        return None
    codes = sorted({main_heading(figure.code) for figure in table.figures}, key=lambda code: (len(code), code))
    span = codes[0] if len(codes) == 1 else f"{codes[0]}{formats.DASH}{codes[-1]}"
    first = table.figures[0]
    return BudgetFigure(
        id=TOTAL,
        code="",
        title=tr("Direct costs, {codes}", codes=span),
        level=0,
        heading=True,
        unit="",
        units=first.units,
        factor=first.factor,
        rate_minor=0,
        sums=table.total,
        used_percent=table.total.used_percent,
        state=table.state,
        expenditures=0,
        last_paid=None,
        rates_missing=table.rates_missing,
    )
