"""Printing the register of certificates (CN-2): of which year, in which language, as PDF or workbook."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.i18n import LANGUAGE_NAMES, LANGUAGES, N_, language, tr
from app.core.progress import Token
from app.services import certificate_register, printing
from app.services.printing import Printed
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.form import FieldSpec, Section
from app.ui.pages.print_preview_made import start_folder
from app.ui.widgets.file_ways import open_path
from app.ui.widgets.messages_view import Way


@dataclass(frozen=True, slots=True)
class RegisterDraft:
    """What is printed: ``year`` of issue as text, empty for all; ``ending`` .pdf or .xlsx."""

    year: str = ""
    language: str = "en"
    second: str = ""
    ending: str = ".pdf"


class RegisterPrinting(QObject):
    """Asks what to print, makes it beside the window, asks where to keep it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._window = parent
        self._printed: Printed | None = None

    def ask(self, year: str, years: tuple[int, ...] = ()) -> None:
        """Open the choice; ``year`` is the one that the list shows, if it shows one."""
        names = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        offered = sorted({*years, *([int(year)] if year.isdigit() else [])}, reverse=True)
        every = [("", tr("all years")), *((str(one), str(one)) for one in offered)]
        forms = [(".pdf", tr("PDF, to be filed")), (".xlsx", tr("Excel"))]
        fields = (
            FieldSpec("year", N_("Year of issue"), "choice", options=every),
            FieldSpec("ending", N_("As"), "choice", options=forms),
            FieldSpec("language", N_("Language"), "choice", options=names),
            FieldSpec("second", N_("Second language"), "choice", options=[("", tr("none")), *names]),
        )
        dialog = DraftDialog(
            self._window,
            tr("Print the register"),
            (Section("", fields),),
            RegisterDraft(year if year.isdigit() else "", language()),
            name="dialog.register",
            accept=tr("Make the register"),
        )
        dialog.accepted_draft.connect(self.make)
        dialog.open()

    def make(self, draft: RegisterDraft) -> None:
        """Make it beside the window."""
        second = "" if draft.second == draft.language else draft.second
        work = partial(self._build, draft.year, draft.language, second, draft.ending)
        self.desk.jobs.start(tr("Preparing the register"), work, done=self._on_made)

    def _build(self, year: str, first: str, second: str, ending: str, _token: Token) -> Printed:
        with self.desk.context.read() as view:
            return certificate_register.printed(
                view, self.desk.programme_id, int(year or 0), first or "en", second or "", ending or ".pdf"
            )

    def _on_made(self, printed: Printed) -> None:
        self._printed = printed
        start = start_folder(self.desk) / printed.file_name
        dialog = QFileDialog(self._window, tr("Keep the register"), str(start))
        dialog.setObjectName("dialog.register.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(printed.file_name).suffix.lstrip("."))
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        if self._printed is not None:
            work = partial(_save, self._printed, Path(name))
            self.desk.jobs.start(tr("Saving {file}", file=Path(name).name), work, done=self._on_saved)

    def _on_saved(self, target: Path) -> None:
        ways = (Way(tr("Open"), partial(open_path, target), "register.saved.open"),)
        self.desk.say(tr("Saved as {file}", file=target.name), str(target.parent), ways=ways)


def _save(printed: Printed, target: Path, _token: Token) -> Any:
    return printing.save(printed, target)
