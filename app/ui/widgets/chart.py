"""Shows a chart's scene: painted, pointed at, chosen with mouse and keyboard, and read as a table."""

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QMenu, QSizePolicy, QToolTip, QWidget

from app.core.i18n import tr
from app.ui.theme import is_style_change, theme
from app.ui.widgets.chart_scene import Bar, BarRows, Box, ColumnBars, LineChart, Part, Path, Scene, Series
from app.ui.widgets.labels import label
from app.ui.widgets.overlay import Popover

__all__ = ["Bar", "BarRows", "ChartView", "ColumnBars", "LineChart", "Series", "paint_scene"]
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class Chart(Protocol):
    """What can be shown."""

    def table(self) -> list[list[str]]: ...

    def scene(self, width: float, px: object, measure: object) -> Scene: ...


def measure(text: str, role: str) -> float:
    """Width of a text in a type role."""
    return QFontMetricsF(theme().font(role)).horizontalAdvance(text)


def paint_scene(painter: QPainter, scene: Scene) -> None:
    """Draw a scene in the theme's colours."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in scene.items:
        if isinstance(item, Box):
            _paint_box(painter, item)
        elif isinstance(item, Path):
            _paint_path(painter, item)
        else:
            font = look.font(item.role)
            text = QFontMetricsF(font).elidedText(item.text, Qt.TextElideMode.ElideRight, item.w + 1)
            painter.setFont(font)
            painter.setPen(look.color(item.colour))
            place = QRectF(item.x, item.y, item.w, item.h)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | _ALIGN[item.align]), text)


def _paint_box(painter: QPainter, item: Box) -> None:
    colour = theme().color(item.colour)
    place = QRectF(item.x, item.y, item.w, item.h)
    if item.edge:
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        place.adjust(-0.5, -0.5, 0.5, 0.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    if item.h <= 1:
        painter.fillRect(place.toAlignedRect(), colour)
    else:
        painter.drawRoundedRect(place, item.radius, item.radius)


def _paint_path(painter: QPainter, item: Path) -> None:
    points = [QPointF(x, y) for x, y in item.points]
    if not points:
        return
    if item.fill:
        area = QPainterPath()
        area.addPolygon(QPolygonF([QPointF(points[0].x(), item.base), *points, QPointF(points[-1].x(), item.base)]))
        painter.fillPath(area, theme().color(item.fill))
    pen = QPen(theme().color(item.colour), item.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if item.dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


class ChartView(QWidget):
    """One chart. ``chosen(key)`` when a part is clicked or Enter is pressed on it; a right click shows the numbers."""

    chosen = Signal(str)

    def __init__(self, chart: BarRows | ColumnBars | LineChart, *, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = title
        self._chart = chart
        self._scene: Scene | None = None
        self._hover = -1
        self._focus = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_chart(chart)

    def set_chart(self, chart: BarRows | ColumnBars | LineChart) -> None:
        """Show other data."""
        self._chart = chart
        self._scene = None
        self.setAccessibleName(self._title)
        self.setAccessibleDescription("; ".join(" ".join(row).strip() for row in chart.table()))
        self.updateGeometry()
        self.update()

    def table(self) -> list[list[str]]:
        """The numbers as rows of text."""
        return self._chart.table()

    def scene(self) -> Scene:
        """The scene at the present width."""
        if self._scene is None or self._scene.width != self.width():
            self._scene = self._chart.scene(self.width(), theme().px, measure)
        return self._scene

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._chart.scene(width, theme().px, measure).height) + 1

    def sizeHint(self) -> QSize:
        wide = max(self.width(), theme().px(300))
        return QSize(theme().px(300), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(180), self.heightForWidth(max(self.width(), theme().px(180))))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self._scene = None
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene = self.scene()
        for number, part in enumerate(scene.parts):
            place = QRectF(part.x, part.y, part.w, part.h).adjusted(-4, 0, 4, 0)
            if number == self._hover and part.key:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("hover"))
                painter.drawRoundedRect(place, look.radius("small"), look.radius("small"))
            if number == self._focus and self.hasFocus():
                painter.setPen(QPen(look.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), look.radius("small"), look.radius("small"))
        paint_scene(painter, scene)
        painter.end()

    def _part_at(self, point: QPointF) -> int:
        for number, part in enumerate(self.scene().parts):
            if QRectF(part.x, part.y, part.w, part.h).contains(point):
                return number
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._part_at(event.position())
        part = self._part(self._hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor if part and part.key else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._part_at(event.position()))

    def _part(self, number: int) -> Part | None:
        parts = self.scene().parts
        return parts[number] if 0 <= number < len(parts) else None

    def _choose(self, number: int) -> None:
        part = self._part(number)
        if part is not None and part.key:
            self.chosen.emit(part.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self.scene().parts)
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Right:
                self._focus = min(count - 1, self._focus + 1)
            case Qt.Key.Key_Up | Qt.Key.Key_Left:
                self._focus = max(0, self._focus - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._choose(self._focus)
            case _:
                super().keyPressEvent(event)
                return
        part = self._part(self._focus)
        if part is not None:
            self.setAccessibleName(f"{self._title}, {part.said}")
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            part = self._part(self._part_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), part.said if part else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Show the numbers")).triggered.connect(self.show_numbers)
        menu.popup(event.globalPos())

    def show_numbers(self) -> None:
        """The same as a table, in a popover."""
        popover = Popover(self, title=self._title, name=f"{self.objectName()}.numbers")
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().space(5))
        for line, row in enumerate(self.table()):
            for place, text in enumerate(row):
                cell = label(text, "second" if place == 0 else "", copy=True)
                if place:
                    cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(cell, line, place)
        popover.body.addLayout(grid)
        popover.open_under(self)
