"""Small pictures of the pages at the left; a click goes to the page."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from app.core.i18n import tr
from app.core.progress import Token
from app.services import pdf_pages
from app.services.pdf_pages import PagePicture
from app.ui.desk import Desk
from app.ui.pages.print_preview_pages import image_of
from app.ui.theme import theme

_WIDTH, _HEIGHT = 92, 130
#: Small pictures made in one job.
_MOST = 60


class _Strip(QWidget):
    """The pictures one below the other."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.images: list[QImage | None] = []
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
        self.setFixedHeight(theme().px(14) + len(self.images) * theme().px(self.tall + 32))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, image in enumerate(self.images):
            box = self.box(number)
            if not box.adjusted(0, 0, 0, look.px(30)).intersects(event.rect()):
                continue
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
        for number in range(len(self.images)):
            if self.box(number).adjusted(-8, -8, 8, 24).contains(event.position().toPoint()):
                self.chosen.emit(number + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right) and self.current < len(self.images):
            self.chosen.emit(self.current + 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left) and self.current > 1:
            self.chosen.emit(self.current - 1)
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
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._strip = _Strip()
        self._strip.setProperty("plain", True)
        self._strip.chosen.connect(self.chosen)
        self.setWidget(self._strip)
        self.setFixedWidth(theme().px(136))
        theme().changed.connect(self._on_theme)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(136), theme().px(300))

    def show_pdf(self, content: bytes, count: int) -> None:
        """Small pictures of another PDF, as tall as its first page asks."""
        if content:
            width, height = pdf_pages.sizes(content)[0]
            self._strip.tall = max(40, min(_HEIGHT, round(_WIDTH * height / width)))
        self._mark += 1
        former = self._strip.images
        self._strip.images = [former[n] if n < len(former) else None for n in range(count)]
        self._strip.current = min(self._strip.current, max(1, count))
        self._strip.measure()
        if content:
            scale = _WIDTH / 595 * theme().text_size / 100 * self.devicePixelRatioF() * 1.5
            self.desk.jobs.start(
                tr("Drawing the pages"),
                partial(_render, content, min(count, _MOST), scale, self._mark),
                done=self._on_drawn,
                failed=self._on_failed,
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
        if mark == self._mark and isValid(self._strip):
            for number, picture in enumerate(pictures):
                self._strip.images[number] = image_of(picture)
            self._strip.update()

    def _on_failed(self, _error: BaseException) -> None:
        """Pictures that cannot be drawn stay white."""

    def _on_theme(self) -> None:
        self.setFixedWidth(theme().px(136))
        self._strip.measure()


def _render(content: bytes, count: int, scale: float, mark: int, token: Token) -> tuple[int, list[PagePicture]]:
    pictures = []
    for number in range(count):
        token.step(number, count)
        pictures.append(pdf_pages.render(content, number, scale))
    return mark, pictures
