"""Pages to a printer: the system's dialog, then page by page, each rendered beside the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.core.i18n import tr
from app.core.progress import Token
from app.services import pdf_pages
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.print_preview_made import Finished
from app.ui.pages.print_preview_pages import image_of

#: Dots an inch at which pages go to a printer.
_DPI = 300


class PrinterOut(QObject):
    """Prints one paper at a time; ``then(paper)`` is called when all its pages were handed over."""

    def __init__(self, desk: Desk, window: QWidget, then: Callable[[Finished], object]) -> None:
        super().__init__(window)
        self.desk = desk
        self._window = window
        self._then = then
        self._paper: Finished | None = None
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._sheets: list[int] = []
        self._job: Job | None = None

    def send(self, paper: Finished) -> None:
        """Ask for the printer, then print."""
        if self._painter is not None:
            self.desk.say(tr("A paper is still being printed"), tr("Wait until it is done."), tone="warning")
            return
        self._paper = paper
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(paper.printed.file_name)
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setObjectName("dialog.print.printer")
        dialog.setMinMax(1, len(paper.sizes))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_printer)
        # The print dialog's own open() wants a receiver; the accepted signal is enough.
        QDialog.open(dialog)

    def _on_printer(self) -> None:
        if self._paper is not None and self._printer is not None:
            self.print_on(self._paper, self._printer)

    def print_on(self, paper: Finished, printer: QPrinter) -> None:
        """Print page by page, each rendered beside the window and then handed to the printer."""
        self._paper, self._printer = paper, printer
        first, last = printer.fromPage() or 1, printer.toPage() or len(paper.sizes)
        self._sheets = list(range(max(1, first) - 1, min(last, len(paper.sizes))))
        if self._sheets:
            self._turn(paper.sizes[self._sheets[0]])
        self._painter = QPainter()
        if not self._sheets or not self._painter.begin(printer):
            self._painter = None
            self.desk.say(
                tr("The printer did not take the paper"),
                tr("Look whether it is switched on, or save the PDF and print that."),
                tone="danger",
            )
            return
        self._next_sheet()

    def _turn(self, size: tuple[float, float]) -> None:
        """Lay the sheet as the page lies; a paper may have upright and lying pages."""
        if self._printer is None:
            return
        lying = size[0] > size[1]
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
        )
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._printer.setFullPage(True)

    def _next_sheet(self) -> None:
        if self._paper is None or not self._sheets:
            return
        work = partial(_render, self._paper.printed.content, self._sheets[0])
        self._job = self.desk.jobs.start(
            tr("Printing page {n}", n=self._sheets[0] + 1),
            work,
            done=self._on_sheet,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    def _on_sheet(self, picture: pdf_pages.PagePicture) -> None:
        painter, printer, paper = self._painter, self._printer, self._paper
        if painter is None or printer is None or paper is None:
            return
        image = image_of(picture)
        area = QRect(QPoint(0, 0), printer.pageLayout().fullRectPixels(printer.resolution()).size())
        size: QSize = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(QPoint(0, 0), size), image)
        self._sheets.pop(0)
        if self._sheets:
            self._turn(paper.sizes[self._sheets[0]])
            printer.newPage()
            self._next_sheet()
            return
        self._end()
        self.desk.say(tr("Sent to the printer"))
        self._then(paper)

    def _on_cancelled(self) -> None:
        if self._printer is not None:
            self._printer.abort()
        self._end()
        self.desk.say(tr("Printing was stopped"), tone="info")

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        self.desk.say_error(error)

    def _end(self) -> None:
        if self._painter is not None:
            self._painter.end()
        self._painter = None
        self._printer = None


def _render(content: bytes, number: int, token: Token) -> pdf_pages.PagePicture:
    token.step(0, 1)
    return pdf_pages.render(content, number, _DPI / 72)
