"""Where a finished paper goes: a file, another form, an e-mail draft; and into the records."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.i18n import N_, tr
from app.core.progress import Token
from app.services import mail_draft, paper_batches, print_facts, printing
from app.services.context import Context
from app.services.printing import Printed
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.opened_copies import copies_folder
from app.ui.pages.print_preview_batch import BatchOut, BatchPart
from app.ui.pages.print_preview_made import Finished, start_folder
from app.ui.pages.print_preview_printer import PrinterOut
from app.ui.widgets.file_ways import open_path
from app.ui.widgets.messages_view import Way

#: What the forms of a paper are called where one is chosen to save; by ending.
FORMS = {".xlsx": N_("Excel"), ".docx": N_("Word"), ".ics": N_("Calendar")}


class Outlet(QObject):
    """Takes a finished paper out of the program; belongs to the print page."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._window = parent
        self._paper: Finished | None = None
        self._ending = ".pdf"
        self.batch = BatchPart()
        self.batches = BatchOut(desk, parent, self.batch, self.keep)
        self.printer = PrinterOut(desk, parent, self.keep)

    # file -----------------------------------------------------------------------------------------------------
    def save(self, paper: Finished) -> None:
        """Ask where, then write the PDF."""
        self.save_other(paper, ".pdf")

    def save_other(self, paper: Finished, ending: str) -> None:
        """Ask where, then write the paper in one of its forms; the system asks before a file is written over."""
        self._paper, self._ending = paper, ending
        words = tr(FORMS[ending]) if ending in FORMS else "PDF"
        name = Path(paper.printed.file_name).stem + ending
        dialog = QFileDialog(self._window, tr("Save: {what}", what=words), self._start(name))
        dialog.setObjectName("dialog.print.save" if ending == ".pdf" else "dialog.print.other")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.lstrip("."))
        dialog.setNameFilter(f"{words} (*{ending})")
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _start(self, name: str) -> str:
        return str(start_folder(self.desk) / name)

    def _on_file(self, name: str) -> None:
        if self._paper is not None:
            self.save_to(self._paper, Path(name), self._ending)

    def save_to(self, paper: Finished, target: Path, ending: str = ".pdf") -> None:
        """Write the paper to a file: the PDF as it is shown, or another form of it."""
        self._paper = paper
        self.desk.settings.put("print.folder", str(target.parent))
        title = tr("Saving {file}", file=target.name)
        if ending == ".pdf":
            self.desk.jobs.start(title, partial(_save, paper.printed, target), done=self._on_saved)
        else:
            work = partial(_save_other, self.desk.context, paper, ending, target)
            self.desk.jobs.start(title, work, done=self._on_other_saved)

    def _on_saved(self, target: Path) -> None:
        self._on_other_saved(target)
        if self._paper is not None:
            self.keep(self._paper)

    def _on_other_saved(self, target: Path) -> None:
        self.desk.say(tr("Saved as {file}", file=target.name), str(target.parent), ways=_ways(target))

    # many files -----------------------------------------------------------------------------------------------
    def save_each(self, paper: Finished) -> None:
        """Ask for a folder, then write one file for each person."""
        self.batches.ask(paper, self._start(""), drafts=False)

    def save_each_to(self, paper: Finished, folder: Path) -> Job:
        """Write one file for each person."""
        return self.batches.write(paper, folder, drafts=False)

    def save_each_word(self, paper: Finished) -> None:
        """Ask for a folder, then write one Word file for each person or partner."""
        self.batches.ask(paper, self._start(""), drafts=False, ending=".docx")

    def save_each_word_to(self, paper: Finished, folder: Path) -> Job:
        """Write one Word file for each person or partner."""
        return self.batches.write(paper, folder, drafts=False, ending=".docx")

    def mail_each(self, paper: Finished) -> None:
        """Ask for a folder, then write one e-mail draft for each person."""
        self.batches.ask(paper, self._start(""), drafts=True)

    def mail_each_to(self, paper: Finished, folder: Path) -> Job:
        """Write one e-mail draft for each person."""
        return self.batches.write(paper, folder, drafts=True)

    # printer --------------------------------------------------------------------------------------------------
    def send(self, paper: Finished) -> None:
        """Ask for the printer, then print."""
        self.printer.send(paper)

    def print_on(self, paper: Finished, printer: QPrinter) -> None:
        """Print without asking."""
        self.printer.print_on(paper, printer)

    # e-mail ---------------------------------------------------------------------------------------------------
    def mail(self, paper: Finished) -> None:
        """Open an e-mail draft with the PDF attached in the user's mail program."""
        self._paper = paper
        work = partial(_mail, self.desk.context, paper)
        self.desk.jobs.start(tr("Preparing an e-mail"), work, done=self._on_mail, shown=False)

    def _on_mail(self, target: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            # The system says that it tried; whether a mail program is there, it does not.
            self.desk.say(
                tr("The e-mail draft is open in your mail program"),
                tr("If nothing opened, the draft is a file in a folder."),
                ways=(Way(tr("Open folder"), partial(open_path, target.parent), "print.mail.folder"),),
            )
            if self._paper is not None:
                self.keep(self._paper)
        else:
            self.desk.say(
                tr("No mail program took the draft"),
                tr("Save the PDF and attach it to an e-mail by hand."),
                tone="warning",
            )

    # records --------------------------------------------------------------------------------------------------
    def keep(self, paper: Finished) -> None:
        """Keep what was given out with its activity or programme, as an issued document."""
        work = partial(_keep, self.desk.context, paper)
        self.desk.jobs.start(tr("Keeping the paper"), work, writes=True, shown=False)


def _ways(target: Path) -> Sequence[Way]:
    folder = target if target.is_dir() else target.parent
    return (
        Way(tr("Open"), partial(open_path, target), "print.saved.open"),
        Way(tr("Open folder"), partial(open_path, folder), "print.saved.folder"),
    )


def _save(printed: Printed, target: Path, _token: Token) -> Path:
    return printing.save(printed, target)


def _save_other(context: Context, paper: Finished, ending: str, target: Path, token: Token) -> Path:
    with context.read() as view:
        made = printing.make_other(view, paper.paper, ending, paper.subject_id, paper.options, token)
    return printing.save(made, target)


def _mail(context: Context, paper: Finished, _token: Token) -> Path:
    with context.read() as view:
        to = paper_batches.only_person(view, paper.paper, paper.subject_id, paper.options)
        draft = paper_batches.draft(view, paper.paper, paper.subject_id, paper.options, paper.printed, to)
    return mail_draft.write(copies_folder() / (Path(paper.printed.file_name).stem + ".eml"), draft)


def _keep(context: Context, paper: Finished, _token: Token) -> str:
    with context.read() as view:
        named = print_facts.named(view, paper.paper, paper.subject_id)
    with context.write(N_("{paper} of {code} issued"), **named) as work:
        return print_facts.keep(work, paper.paper, paper.subject_id, paper.options, paper.printed)
