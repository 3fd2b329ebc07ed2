"""The pages of a PDF as they are: fitted to the width or at a size, rendered as they come into view."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from itertools import accumulate

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.core.i18n import tr
from app.core.progress import Token
from app.services import pdf_pages
from app.services.pdf_pages import PagePicture
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.theme import theme

#: Steps of the zoom; 1 is the paper's real size at 96 dots an inch.
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_POINT = 96 / 72
#: Rendered pages that are kept, so that scrolling back is at once.
_KEPT = 12
_EDGE = 20


def image_of(picture: PagePicture, ratio: float = 1.0) -> QImage:
    """A rendered page as an image of its own bytes."""
    image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32).copy()
    image.setDevicePixelRatio(ratio)
    return image


class PageView(QAbstractScrollArea):
    """``page_changed(number)`` from 1 when another page is in the middle; ``zoomed()`` when the size changed."""

    page_changed = Signal(int)
    zoomed = Signal()

    def __init__(self, desk: Desk, name: str = "print.pages") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr("Preview of the pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.desk = desk
        self._content = b""
        self._sizes: tuple[tuple[float, float], ...] = ()
        #: The few sizes that pages have: thousands of pages are not looked through whenever one is drawn.
        self._kinds: set[tuple[float, float]] = set()
        self._mark = 0
        self._pictures: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._asked: set[tuple[int, float]] = set()
        self._drawing: dict[tuple[int, float], Job] = {}
        self.fit = True
        self.whole = False
        self._zoom = 1.0
        self._page = 1
        self._boxes: list[QSize] = []
        self._starts: list[int] = []
        self._tall = self._widest = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(60)
        self._wait.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self._on_theme)

    # what is shown --------------------------------------------------------------------------------------------
    def show_pdf(self, content: bytes, sizes: Sequence[tuple[float, float]] | None = None) -> None:
        """Show another PDF; the place in it stays where it can. ``sizes`` of its pages where they are known."""
        where = self._page if self._sizes else 1
        offset = self.verticalScrollBar().value()
        self._content = content
        self._sizes = tuple(sizes) if sizes is not None else pdf_pages.sizes(content) if content else ()
        self._kinds = set(self._sizes)
        self._mark += 1
        self._asked.clear()
        for job in self._drawing.values():
            job.cancel()
        self._drawing.clear()
        if not content:
            self._pictures.clear()
        else:
            # The former pictures stay, paler, until the new ones are there.
            self._pictures = OrderedDict((n, (0.0, image)) for n, (_scale, image) in self._pictures.items())
        self._layout()
        if where <= len(self._sizes):
            self.verticalScrollBar().setValue(offset)
        else:
            self.verticalScrollBar().setValue(0)
        self._on_scrolled()

    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def page(self) -> int:
        """The page in the middle of the view, from 1; 0 without pages."""
        return self._page if self._sizes else 0

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if 1 <= page <= len(self._sizes):
            self.verticalScrollBar().setValue(self._tops()[page - 1] - theme().px(_EDGE))

    def rendered(self) -> int:
        """How many pages are sharp at the present size."""
        return sum(scale == self._scale() for scale, _ in self._pictures.values())

    # size -----------------------------------------------------------------------------------------------------
    @property
    def zoom(self) -> float:
        """The size as a factor of the paper's own."""
        if not self.fit or not self._sizes:
            return self._zoom
        edge = 2 * theme().px(_EDGE)
        widest, highest = (max(size[side] for size in self._kinds) for side in (0, 1))
        wide = (self.viewport().width() - edge) / (widest * _POINT)
        high = (self.viewport().height() - edge) / (highest * _POINT) if self.whole else wide
        return max(0.1, min(3.0, wide, high))

    def set_zoom(self, zoom: float) -> None:
        """A size of one's own."""
        middle = self._middle()
        self.fit = False
        self._zoom = max(ZOOMS[0], min(ZOOMS[-1], zoom))
        self._resized(middle)

    def set_fit(self, *, whole: bool = False) -> None:
        """As wide as there is room, or so that a whole page is seen."""
        middle, page = self._middle(), self._page
        self.fit, self.whole = True, whole
        self._resized(middle)
        if whole:
            self.go_to(page)

    def larger(self) -> None:
        """The next step up."""
        now = self.zoom
        self.set_zoom(next((step for step in ZOOMS if step > now * 1.01), ZOOMS[-1]))

    def smaller(self) -> None:
        """The next step down."""
        now = self.zoom
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < now * 0.99), ZOOMS[0]))

    def _middle(self) -> float:
        total = max(1, self._height())
        return (self.verticalScrollBar().value() + self.viewport().height() / 2) / total

    def _resized(self, middle: float) -> None:
        self._layout()
        self.verticalScrollBar().setValue(round(middle * self._height() - self.viewport().height() / 2))
        self.zoomed.emit()
        self._on_scrolled()

    # geometry -------------------------------------------------------------------------------------------------
    def _measure(self) -> None:
        """Where each page stands at the present size, reckoned once for all of a thousand."""
        gap, zoom = theme().px(_EDGE), self.zoom * _POINT
        boxes = {size: QSize(round(size[0] * zoom), round(size[1] * zoom)) for size in self._kinds}
        steps = {size: box.height() + gap for size, box in boxes.items()}
        self._boxes = [boxes[size] for size in self._sizes]
        *self._starts, self._tall = accumulate((steps[size] for size in self._sizes), initial=gap)
        self._widest = max((box.width() for box in boxes.values()), default=0)

    def _tops(self) -> list[int]:
        return self._starts

    def _height(self) -> int:
        return self._tall if self._sizes else theme().px(_EDGE)

    def _layout(self) -> None:
        self._measure()
        view = self.viewport()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._height() - view.height()))
        bar.setPageStep(view.height())
        bar.setSingleStep(theme().px(48))
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, self._widest + 2 * theme().px(_EDGE) - view.width()))
        across.setPageStep(view.width())
        self._wait.start()
        view.update()

    def _rect(self, number: int, top: int) -> QRect:
        size = self._boxes[number]
        left = (self.viewport().width() - size.width()) // 2
        if self.horizontalScrollBar().maximum():
            left = theme().px(_EDGE) - self.horizontalScrollBar().value()
        return QRect(left, top - self.verticalScrollBar().value(), size.width(), size.height())

    def _seen(self, margin: int = 0) -> list[tuple[int, QRect]]:
        """The pages in view, those just above and below with a margin."""
        at = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._starts, at - margin) - 1)
        found = []
        for number in range(first, len(self._boxes)):
            if self._starts[number] > at + self.viewport().height() + margin:
                break
            found.append((number, self._rect(number, self._starts[number])))
        return found

    # rendering ------------------------------------------------------------------------------------------------
    def _scale(self) -> float:
        """Pixels a point, of the screen."""
        return round(self.zoom * _POINT * self.devicePixelRatioF(), 3)

    def _ask(self) -> None:
        scale = self._scale()
        self._stop_far()
        for number, _rect in self._seen(self.viewport().height() // 2):
            known = self._pictures.get(number)
            if (known is not None and known[0] == scale) or (number, scale) in self._asked:
                continue
            self._asked.add((number, scale))
            work = partial(_render, self._content, number, scale)
            done = _Rendered(self, self._mark, number, scale)
            job = self.desk.jobs.start(
                tr("Drawing a page"), work, done=done.show, failed=done.fail, cancelled=done.gone, shown=False
            )
            self._drawing[number, scale] = job

    def _stop_far(self) -> None:
        """Pages that were scrolled past are not drawn: what is in view now comes first."""
        near = {number for number, _rect in self._seen(2 * self.viewport().height())}
        for (number, scale), job in list(self._drawing.items()):
            if number not in near or scale != self._scale():
                job.cancel()

    def drop(self, mark: int, number: int, scale: float) -> None:
        """A page is not being drawn any more."""
        if mark == self._mark:
            self._asked.discard((number, scale))
            self._drawing.pop((number, scale), None)

    def take(self, mark: int, number: int, scale: float, picture: PagePicture) -> None:
        """Show a page that was rendered, unless another PDF is shown by now."""
        if mark != self._mark:
            return
        self.drop(mark, number, scale)
        self._pictures[number] = (scale, image_of(picture, self.devicePixelRatioF()))
        self._pictures.move_to_end(number)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), look.color("canvas"))
        for number, rect in self._seen():
            painter.setPen(QPen(look.color("border"), 1))
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
            known = self._pictures.get(number)
            if known is None:
                continue
            scale, image = known
            if scale == self._scale():
                painter.drawImage(QPointF(rect.topLeft()), image)
            else:
                painter.setOpacity(1.0 if scale else 0.5)
                painter.drawImage(QRectF(rect), image)
                painter.setOpacity(1.0)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    # events ---------------------------------------------------------------------------------------------------
    def _on_scrolled(self) -> None:
        self._wait.start()
        self.viewport().update()
        if not self._sizes:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = max(1, bisect_right(self._starts, middle))
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._wait.start()
        self.viewport().update()

    def _on_theme(self) -> None:
        self._layout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout()
        if self.fit:
            self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.larger if event.angleDelta().y() > 0 else self.smaller)()
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def zoom_key(self, event: QKeyEvent) -> bool:
        """Do what Ctrl with plus, minus, 0 (width) or 9 (whole page) asks; says whether it was one of these."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.larger()
            case Qt.Key.Key_Minus:
                self.smaller()
            case Qt.Key.Key_0:
                self.set_fit()
            case Qt.Key.Key_9:
                self.set_fit(whole=True)
            case _:
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep())
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + bar.singleStep())
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - bar.singleStep())
            case _:
                super().keyPressEvent(event)


def _render(content: bytes, number: int, scale: float, token: Token) -> PagePicture:
    token.step(0, 1)
    return pdf_pages.render(content, number, scale)


class _Rendered:
    """Takes one rendered page back to the view it was asked for."""

    def __init__(self, view: PageView, mark: int, number: int, scale: float) -> None:
        self._view = view
        self._mark = mark
        self._number = number
        self._scale = scale

    def show(self, picture: object) -> None:
        """Give the page to the view, if that is still there."""
        from shiboken6 import isValid

        if isValid(self._view) and isinstance(picture, PagePicture):
            self._view.take(self._mark, self._number, self._scale, picture)

    def fail(self, _error: BaseException) -> None:
        """A page that cannot be drawn stays white; the paper itself is told when it is saved."""
        self.gone()

    def gone(self) -> None:
        """A page that was scrolled past before it was drawn."""
        from shiboken6 import isValid

        if isValid(self._view):
            self._view.drop(self._mark, self._number, self._scale)
