"""Where a finished paper goes: a file, a folder of single files, a printer, an e-mail draft; and into the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.core.i18n import N_, tr, trn
from app.core.progress import Token
from app.services import mail_draft, pdf_pages, print_facts, printing
from app.services.printing import Paper, PaperOptions, Printed
from app.ui.desk import Desk
from app.ui.pages.opened_copies import copies_folder
from app.ui.pages.print_preview_pages import image_of
from app.ui.widgets.messages_view import Way

#: Dots an inch at which pages go to a printer.
_DPI = 300


@dataclass(frozen=True, slots=True)
class Finished:
    """A paper as it was made: what it is, for what, with which options."""

    key: str
    subject_id: str
    title: str
    options: PaperOptions
    printed: Printed


class Outlet(QObject):
    """Takes a finished paper out of the program; belongs to the print page."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._window = parent
        self._paper: Finished | None = None
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._sheets: list[int] = []

    # file -----------------------------------------------------------------------------------------------------
    def save(self, paper: Finished) -> None:
        """Ask where, then write."""
        self._paper = paper
        dialog = QFileDialog(self._window, tr("Save as PDF"), self._start(paper.printed.file_name))
        dialog.setObjectName("dialog.print.save")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _start(self, name: str) -> str:
        folder = self.desk.settings.get("print.folder", "")
        if not folder or not Path(folder).is_dir():
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(Path(folder) / name)

    def _on_file(self, name: str) -> None:
        if self._paper is not None:
            self.save_to(self._paper, Path(name))

    def save_to(self, paper: Finished, target: Path) -> None:
        """Write the PDF to a file."""
        self._paper = paper
        self.desk.settings.put("print.folder", str(target.parent))
        self.desk.jobs.start(
            tr("Saving {file}", file=target.name), partial(_save, paper.printed, target), done=self._on_saved
        )

    def _on_saved(self, target: Path) -> None:
        self.desk.say(tr("Saved as {file}", file=target.name), str(target.parent), ways=self._ways(target))
        self.keep()

    def _ways(self, target: Path) -> Sequence[Way]:
        folder = target if target.is_dir() else target.parent
        return (
            Way(tr("Open"), partial(_open, target), "print.saved.open"),
            Way(tr("Open folder"), partial(_open, folder), "print.saved.folder"),
        )

    # a folder of single files ---------------------------------------------------------------------------------
    def save_each(self, paper: Finished) -> None:
        """Ask for a folder, then write one file for each certificate."""
        self._paper = paper
        dialog = QFileDialog(self._window, tr("Choose a folder for the single files"), self._start(""))
        dialog.setObjectName("dialog.print.folder")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, name: str) -> None:
        if self._paper is not None:
            self.save_each_to(self._paper, Path(name))

    def save_each_to(self, paper: Finished, folder: Path) -> None:
        """Write one file for each certificate."""
        self.desk.settings.put("print.folder", str(folder))
        self._paper = paper
        work = partial(self._write_each, paper.subject_id, paper.options, folder)
        self.desk.jobs.start(tr("Saving single files"), work, done=self._on_each)

    def _write_each(self, activity_id: str, options: PaperOptions, folder: Path, token: Token) -> tuple[Path, int]:
        with self.desk.context.read() as view:
            written = 0
            for made in printing.make_each(view, Paper.CERTIFICATES, activity_id, options, token):
                printing.save(made, folder / made.file_name)
                written += 1
        return folder, written

    def _on_each(self, found: tuple[Path, int]) -> None:
        folder, n = found
        self.desk.say(trn("{n} file saved", "{n} files saved", n), str(folder), ways=self._ways(folder))
        self.keep()

    # other forms ----------------------------------------------------------------------------------------------
    def save_other(self, paper: Finished, suffix: str, words: str) -> None:
        """Ask where, then write the list as a workbook, or the sessions for a calendar program."""
        self._paper = paper
        name = Path(paper.printed.file_name).stem + suffix
        dialog = QFileDialog(self._window, words, self._start(name))
        dialog.setObjectName("dialog.print.other")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.fileSelected.connect(self._on_other)
        dialog.open()

    def _on_other(self, name: str) -> None:
        if self._paper is not None:
            work = partial(self._write_other, self._paper, Path(name))
            self.desk.jobs.start(tr("Saving {file}", file=Path(name).name), work, done=self._on_other_saved)

    def _write_other(self, paper: Finished, target: Path, _token: Token) -> Path:
        with self.desk.context.read() as view:
            made = printing.make_other(view, Paper(paper.key), target.suffix.lower(), paper.subject_id, paper.options)
        return printing.save(made, target)

    def _on_other_saved(self, target: Path) -> None:
        self.desk.say(tr("Saved as {file}", file=target.name), str(target.parent), ways=self._ways(target))

    # printer --------------------------------------------------------------------------------------------------
    def send(self, paper: Finished) -> None:
        """Ask for the printer, then print."""
        self._paper = paper
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(paper.printed.file_name)
        count = len(pdf_pages.sizes(paper.printed.content))
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setObjectName("dialog.print.printer")
        dialog.setMinMax(1, count)
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
        sizes = pdf_pages.sizes(paper.printed.content)
        first, last = printer.fromPage() or 1, printer.toPage() or len(sizes)
        self._sheets = list(range(max(1, first) - 1, min(last, len(sizes))))
        self._turn(sizes[self._sheets[0]] if self._sheets else (0, 0))
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
        if self._printer is None or not size[0]:
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
        self.desk.jobs.start(
            tr("Printing page {n}", n=self._sheets[0] + 1),
            work,
            done=self._on_sheet,
            failed=self._on_failed,
            cancelled=self._end,
        )

    def _on_sheet(self, picture: pdf_pages.PagePicture) -> None:
        painter, printer = self._painter, self._printer
        if painter is None or printer is None:
            return
        image = image_of(picture)
        area = QRect(QPoint(0, 0), printer.pageLayout().fullRectPixels(printer.resolution()).size())
        size: QSize = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(QPoint(0, 0), size), image)
        self._sheets.pop(0)
        if self._sheets:
            printer.newPage()
            self._next_sheet()
            return
        self._end()
        self.desk.say(tr("Sent to the printer"))
        self.keep()

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        self.desk.say_error(error)

    def _end(self) -> None:
        if self._painter is not None:
            self._painter.end()
        self._painter = None
        self._printer = None

    # e-mail ---------------------------------------------------------------------------------------------------
    def mail(self, paper: Finished) -> None:
        """Open an e-mail draft with the PDF attached in the user's mail program."""
        self._paper = paper
        target = copies_folder() / (Path(paper.printed.file_name).stem + ".eml")
        text = tr("Please find attached: {paper}.", paper=paper.title)
        work = partial(_mail, target, paper.title, text, paper.printed)
        self.desk.jobs.start(tr("Preparing an e-mail"), work, done=self._on_mail, shown=False)

    def _on_mail(self, target: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            self.desk.say(tr("The e-mail draft is open in your mail program"))
            self.keep()
        else:
            self.desk.say(
                tr("No mail program took the draft"),
                tr("Save the PDF and attach it to an e-mail by hand."),
                tone="warning",
            )

    # records --------------------------------------------------------------------------------------------------
    def keep(self) -> None:
        """Keep what was given out with its activity, as an issued document."""
        paper = self._paper
        if paper is None or paper.key not in {one.value for one in Paper}:
            return
        context = self.desk.context
        work = partial(_keep, context, paper)
        self.desk.jobs.start(tr("Keeping the paper"), work, writes=True, shown=False)


def _save(printed: Printed, target: Path, _token: Token) -> Path:
    return printing.save(printed, target)


def _open(target: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))


def _render(content: bytes, number: int, token: Token) -> pdf_pages.PagePicture:
    token.step(0, 1)
    return pdf_pages.render(content, number, _DPI / 72)


def _mail(target: Path, subject: str, text: str, printed: Printed, _token: Token) -> Path:
    return mail_draft.write(target, subject, text, printed.content, printed.file_name)


def _keep(context: object, paper: Finished, _token: Token) -> str:
    with context.write(N_("Issue a paper")) as work:  # type: ignore[attr-defined]
        return print_facts.keep(work, Paper(paper.key), paper.subject_id, paper.options, paper.printed)
