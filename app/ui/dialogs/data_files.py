"""Asking for data files: open another, make a new one, put a backup in the place of this one."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core import paths
from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.messages import MessageDialog

_FILTER = "Mentordesk (*.mdesk)"


class DataFiles(QObject):
    """The File menu's questions; belongs to a window or to a page."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._backup: Path | None = None

    def _dialog(self, title: str, name: str, folder: Path) -> QFileDialog:
        dialog = QFileDialog(self._widget.window(), title, str(folder), _FILTER)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDefaultSuffix("mdesk")
        return dialog

    def _folder(self) -> Path:
        return self._desk.context.path.parent if self._desk.is_open else paths.default_database().parent

    def open(self) -> None:
        """Ask for another data file and open it."""
        dialog = self._dialog(tr("Open a data file"), "dialog.file.open", self._folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def new(self) -> None:
        """Ask for the name of a new data file, make it and open it."""
        dialog = self._dialog(tr("New data file"), "dialog.file.new", self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, True)
        dialog.fileSelected.connect(self._on_new)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self._desk.open_file(Path(name))

    def _on_new(self, name: str) -> None:
        path = Path(name)
        if path.exists():
            self._desk.say(
                tr("There is a file of this name already"),
                tr("“{file}” was not touched. Choose another name, or open it.", file=path.name),
                tone="warning",
            )
            return
        self._desk.open_file(path)

    def restore(self) -> None:
        """Ask for a backup file, then whether to put it in the place of this data file."""
        folder = self._folder() / f"{self._desk.context.path.stem} backups"
        dialog = self._dialog(
            tr("Restore a backup"), "dialog.backup.restore", folder if folder.is_dir() else self._folder()
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_backup)
        dialog.open()

    def _on_backup(self, name: str) -> None:
        self.ask_restore(Path(name), Path(name).name)

    def ask_restore(self, backup: Path, words: str) -> None:
        """Ask once: this cannot be taken back with Ctrl+Z, since the whole file changes."""
        self._backup = backup
        dialog = MessageDialog(
            self._widget.window(),
            tr("Restore the backup {backup}?", backup=words),
            tr(
                "The data file becomes what it was then. The present one is kept in a folder beside the backups, so "
                "nothing is lost."
            ),
            accept=tr("Restore"),
            reject=tr("Cancel"),
            name="dialog.restore",
        )
        dialog.accepted.connect(self._on_restore)
        dialog.open()

    def _on_restore(self) -> None:
        if self._backup is not None:
            self._desk.open_file(self._desk.context.path, self._backup)
