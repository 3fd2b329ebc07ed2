"""Things over the page: popovers under a control, and the drawer at the right edge."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from app.core.i18n import tr
from app.ui.theme import set_surface, theme
from app.ui.theme_tokens import SLIDE
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import ElidedLabel, hairline


class Popover(QFrame):
    """A small window under a control; a click outside or Escape closes it. ``body`` is its layout."""

    closed = Signal()

    def __init__(self, parent: QWidget, *, title: str = "", name: str = "", keep_focus: bool = False) -> None:
        flags = Qt.WindowType.Popup if not keep_focus else Qt.WindowType.ToolTip
        super().__init__(parent, flags | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setProperty("box", "popover")
        self.setObjectName(name)
        outer = column(self, space=2, margins=(4, 3, 4, 4) if title else (1, 1, 1, 1))
        if title:
            head = row()
            head.addWidget(ElidedLabel(title, "strong"), 1)
            head.addWidget(button(tr("Close"), "icon", icon_name="x", small=True, clicked=self.close))
            outer.addLayout(head)
            self.setAccessibleName(title)
        self.body = column(space=2)
        outer.addLayout(self.body)

    def open_under(self, control: QWidget, *, width: int = 0, rect: QRect | None = None) -> None:
        """Show below a control (or a rectangle of it), moved so that it stays on the screen."""
        if width:
            self.setFixedWidth(width)
        layout = self.layout()
        self.setMinimumHeight(0)  # with another width Qt would keep the least height of what was shown before
        if layout is not None:
            layout.activate()  # else the least height is still that of what was shown before
        self.adjustSize()
        if layout is not None and not layout.hasHeightForWidth():
            self.resize(self.width(), self.sizeHint().height())  # adjustSize makes no window lower than 100
        place = rect if rect is not None else control.rect()
        point = control.mapToGlobal(place.bottomLeft() + QPoint(0, theme().space(1)))
        screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        if point.y() + self.height() > area.bottom():
            above = control.mapToGlobal(place.topLeft()).y() - self.height() - theme().space(1)
            point.setY(max(area.top(), above))
        point.setX(max(area.left(), min(point.x(), area.right() - self.width())))
        self.move(point)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A translucent window gets no background from the style sheet."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color("control"))
        painter.setBrush(look.color("raised"))
        radius = look.radius("card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: object) -> None:
        self.closed.emit()


class _Shade(QWidget):
    """What darkens the page behind a drawer; a click on it closes the drawer."""

    clicked = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().shade())
        painter.end()

    def mousePressEvent(self, event: object) -> None:
        self.clicked.emit()


def wants_drawer(page: QWidget) -> bool:
    """Whether what stands beside a list comes over it: in a narrow page, and in a window that folds the side bar."""
    look = theme()
    return page.width() < look.width("drawer_below") or page.window().width() < look.width("collapse_below")


class Drawer(QWidget):
    """A panel over the right edge of a page, for what stands beside the list when there is room. Escape closes it."""

    closed = Signal()

    def __init__(self, host: QWidget, *, title: str = "", width: str = "detail", name: str = "") -> None:
        super().__init__(host)
        self.setObjectName(name)
        set_surface(self, "surface")
        self._host = host
        self._width = width
        self._shade = _Shade(host)
        self._shade.clicked.connect(self.close_drawer)
        self._shade.hide()
        self._before: QWidget | None = None
        outer = column(self, space=0)
        head = row(margins=(5, 2, 3, 2))
        self._title = ElidedLabel(title, "section")
        head.addWidget(self._title, 1)
        head.addWidget(button(tr("Close"), "icon", icon_name="x", clicked=self.close_drawer, name=f"{name}.close"))
        outer.addLayout(head)
        outer.addWidget(hairline())
        # What is put here has its own air, as it has beside the list.
        self.body = column(space=3)
        outer.addLayout(self.body, 1)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        host.installEventFilter(self)
        self.hide()

    def set_title(self, title: str) -> None:
        """Another heading."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def open_drawer(self) -> None:
        """Slide in over the page and take the focus."""
        self._before = QApplication.focusWidget()
        self._place()
        self._shade.show()
        self._shade.raise_()
        self.show()
        self.raise_()
        goal = self.pos()
        if not QGuiApplication.styleHints().property("reducedMotion"):
            self._slide.stop()
            self._slide.setDuration(SLIDE)
            self._slide.setStartValue(QPoint(self._host.width(), 0))
            self._slide.setEndValue(goal)
            self._slide.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focusNextChild()

    def close_drawer(self) -> None:
        """Go away and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        self._shade.hide()
        if self._before is not None:
            self._before.setFocus()
        self.closed.emit()

    def _place(self) -> None:
        width = min(theme().width(self._width), self._host.width())
        self.setGeometry(self._host.width() - width, 0, width, self._host.height())
        self._shade.setGeometry(self._host.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._slide.stop()
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)
