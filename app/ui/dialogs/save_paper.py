"""Saving a money paper: asks where to, makes it in the background, tells where it is and opens it."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.i18n import tr
from app.core.progress import Token
from app.services import exports
from app.ui.desk import Desk
from app.ui.widgets.file_ways import file_ways

#: Words of the file dialog by ending.
_KINDS = {".pdf": "PDF (*.pdf)", ".xlsx": "Excel (*.xlsx)", ".csv": "CSV (*.csv)"}


class SavePaper(QObject):
    """``paper``: budget, expenditures or report; ``code`` of the programme; ``ending`` with its dot."""

    def __init__(self, parent: QWidget, desk: Desk, paper: str, code: str, ending: str, language: str) -> None:
        super().__init__(parent)
        self._window = parent
        self._desk = desk
        self._asked = (paper, code, ending, language)

    def open(self, title: str) -> None:
        """Ask where to; ``title`` names the file."""
        _paper, code, ending, language = self._asked
        dialog = QFileDialog(self._window, tr("Save the paper"))
        dialog.setObjectName("dialog.paper.save")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_KINDS[ending]])
        dialog.setDefaultSuffix(ending.lstrip("."))
        day = self._desk.today().isoformat()
        dialog.selectFile(" ".join(part for part in (code, title, language, day) if part) + ending)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.write(Path(name))

    def write(self, target: Path) -> None:
        """Make the paper and write it there, in the background."""
        context, (paper, code, ending, language) = self._desk.context, self._asked

        def make(_token: Token) -> Path:
            with context.read() as view:
                content = exports.of_money(view, paper, code, ending, language)
            return exports.write(target, content)

        self._desk.jobs.start(tr("Making {file}", file=target.name), make, done=self._on_made)

    def _on_made(self, target: Path) -> None:
        ways = file_ways(target)
        self._desk.say(tr("Saved as {file}", file=target.name), str(target.parent), ways=ways)
