"""Saving the Open Badge of a certificate: asks where to, writes it in the background, says what it is (CN-4)."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.i18n import tr
from app.core.progress import Token
from app.services import issuer_files, open_badges
from app.services.context import Context
from app.services.paper_files import safe_name
from app.ui.desk import Desk


class SaveBadge(QObject):
    """``open(number)`` asks where to; ``write(path)`` writes."""

    def __init__(self, parent: QWidget, desk: Desk, certificate_id: str) -> None:
        super().__init__(parent)
        self._window, self._desk, self._ident = parent, desk, certificate_id

    def open(self, number: str) -> None:
        """Ask where to; the file is named after the certificate's number."""
        dialog = QFileDialog(self._window, tr("Save the Open Badge"))
        dialog.setObjectName("dialog.badge.save")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["JSON (*.json)"])
        dialog.setDefaultSuffix("json")
        dialog.selectFile(safe_name(f"{number} badge") + ".json")
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.write(Path(name))

    def write(self, target: Path) -> None:
        """Make the badge and write it there, in the background."""
        work = partial(_save, self._desk.context, self._ident, target)
        self._desk.jobs.start(tr("Saving {file}", file=target.name), work, done=self._on_saved)

    def _on_saved(self, path: Path) -> None:
        words = tr("It is signed with your key. A wallet may ask for an issuer on the internet besides.")
        self._desk.say(tr("{file} was saved.", file=path.name), words)


def _save(context: Context, ident: str, target: Path, _token: Token) -> Path:
    with context.read() as view:
        content = open_badges.credential(view, ident)
    return issuer_files.write(target, content, ".json")
