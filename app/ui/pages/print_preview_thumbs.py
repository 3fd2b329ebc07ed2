"""Small pictures of the pages at the left; a click goes to the page."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from app.core.i18n import tr
from app.core.progress import Token
from app.services import pdf_pages
from app.services.pdf_pages import PagePicture
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.print_preview_pages import image_of
from app.ui.theme import theme

_WIDTH, _HEIGHT = 92, 130
#: Small pictures that are kept; of a thousand pages only those near the view are drawn.
_KEPT = 90
#: Small pictures made in one job, so that those in view come soon.
_AT_ONCE = 12


class _Strip(QWidget):
    """The pictures one below the other."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.images: OrderedDict[int, QImage] = OrderedDict()
        self.count = 0
        self.current = 1
        self.tall = _HEIGHT
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Pages"))

    def box(self, number: int) -> QRect:
        """Where a picture stands."""
        look = theme()
        step = look.px(self.tall + 32)
        left = (self.width() - look.px(_WIDTH)) // 2
        return QRect(left, look.px(14) + number * step, look.px(_WIDTH), look.px(self.tall))

    def measure(self) -> None:
        """Take the height that all need."""
        self.setFixedHeight(theme().px(14) + self.count * theme().px(self.tall + 32))
        self.update()

    def between(self, top: int, bottom: int) -> range:
        """The pictures that stand between two heights."""
        look = theme()
        step = look.px(self.tall + 32)
        return range(max(0, (top - look.px(14)) // step), min(self.count, (bottom - look.px(14)) // step + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self.between(event.rect().top(), event.rect().bottom()):
            box, image = self.box(number), self.images.get(number)
            here = number + 1 == self.current
            frame = box
            if image is not None:
                size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
                frame = QRect(box.left() + (box.width() - size.width()) // 2, box.top(), size.width(), size.height())
            painter.fillRect(frame, Qt.GlobalColor.white)
            if image is not None:
                painter.drawImage(frame, image)
            painter.setPen(QPen(look.color("accent" if here else "border"), 2 if here else 1))
            gap = 4 if here else 1
            painter.drawRect(frame.adjusted(-gap, -gap, gap - 1, gap - 1))
            painter.setFont(look.font("second_strong" if here else "second"))
            painter.setPen(look.color("accent" if here else "muted"))
            below = QRect(0, frame.bottom() + look.px(5), self.width(), look.px(20))
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), str(number + 1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        height = int(event.position().y())
        for number in self.between(height, height):
            if self.box(number).adjusted(-8, -8, 8, 24).contains(event.position().toPoint()):
                self.chosen.emit(number + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right) and self.current < self.count:
            self.chosen.emit(self.current + 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left) and self.current > 1:
            self.chosen.emit(self.current - 1)
        elif event.key() == Qt.Key.Key_Home and self.count:
            self.chosen.emit(1)
        elif event.key() == Qt.Key.Key_End and self.count:
            self.chosen.emit(self.count)
        else:
            super().keyPressEvent(event)


class Thumbs(QScrollArea):
    """``chosen(page)`` from 1."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("print.thumbs")
        self.desk = desk
        self._mark = 0
        self._content = b""
        self._fresh: set[int] = set()
        self._job: Job | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(50)
        self._wait.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._strip = _Strip()
        self._strip.setProperty("plain", True)
        self._strip.chosen.connect(self.chosen)
        self.setWidget(self._strip)
        self.setFixedWidth(theme().px(136))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self._on_theme)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(136), theme().px(300))

    def show_pdf(self, content: bytes, sizes: Sequence[tuple[float, float]] = ()) -> None:
        """Small pictures of another PDF, as tall as its first page asks; drawn as they come into view."""
        count = len(sizes)
        if content and count:
            width, height = sizes[0]
            self._strip.tall = max(40, min(_HEIGHT, round(_WIDTH * height / width)))
        self._mark += 1
        self._content = content
        self._fresh = set()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        for number in [number for number in self._strip.images if number >= count]:
            del self._strip.images[number]
        self._strip.count = count
        self._strip.current = min(self._strip.current, max(1, count))
        self._strip.measure()
        self._wait.start()

    def _ask(self) -> None:
        """Draw the next few that are in view and not drawn yet."""
        if not self._content or self._job is not None or not self.isVisible():
            return
        top = self.verticalScrollBar().value()
        tall = self.viewport().height()
        near = self._strip.between(top - tall // 2, top + tall + tall // 2)
        wanted = [number for number in near if number not in self._fresh][:_AT_ONCE]
        if not wanted:
            return
        scale = _WIDTH / 595 * theme().text_size / 100 * self.devicePixelRatioF() * 1.5
        self._job = self.desk.jobs.start(
            tr("Drawing the pages"),
            partial(_render, self._content, wanted, scale, self._mark),
            done=self._on_drawn,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
            shown=False,
        )

    def set_current(self, page: int) -> None:
        """Mark the page that is in view."""
        self._strip.current = page
        self._strip.update()
        box = self._strip.box(page - 1)
        self.ensureVisible(box.center().x(), box.center().y(), 0, box.height())

    def _on_drawn(self, found: tuple[int, list[PagePicture]]) -> None:
        mark, pictures = found
        if mark != self._mark or not isValid(self._strip):
            return
        self._job = None
        images = self._strip.images
        for picture in pictures:
            images[picture.page] = image_of(picture)
            images.move_to_end(picture.page)
            self._fresh.add(picture.page)
        while len(images) > _KEPT:
            self._fresh.discard(images.popitem(last=False)[0])
        self._strip.update()
        self._ask()

    def _on_failed(self, _error: BaseException) -> None:
        """Pictures that cannot be drawn stay white."""

    def _on_cancelled(self) -> None:
        """Another paper is shown by now."""

    def _on_scrolled(self) -> None:
        self._wait.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wait.start()

    def _on_theme(self) -> None:
        self.setFixedWidth(theme().px(136))
        self._strip.measure()


def _render(
    content: bytes, numbers: Sequence[int], scale: float, mark: int, token: Token
) -> tuple[int, list[PagePicture]]:
    pictures = []
    for done, number in enumerate(numbers):
        token.step(done, len(numbers))
        pictures.append(pdf_pages.render(content, number, scale))
    return mark, pictures
