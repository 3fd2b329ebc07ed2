"""What is asked and told about kept files, wherever they are shown: which to add, where to copy, that none opens it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.widgets.file_ways import open_path


def ask_files(parent: QWidget, chosen: Callable[[list[str]], object]) -> None:
    """Ask which files shall be kept."""
    dialog = QFileDialog(parent, tr("Add files"))
    dialog.setObjectName("dialog.documents.add")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    dialog.open()


def ask_copy_folder(parent: QWidget, chosen: Callable[[str], object]) -> None:
    """Ask for the folder into which a copy goes."""
    dialog = QFileDialog(parent, tr("Save a copy"))
    dialog.setObjectName("dialog.documents.copy")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def open_copy(desk: Desk, path: Path) -> None:
    """Open a copy of a kept file, or say that no program did."""
    if not open_path(path):
        desk.say(
            tr("No program opened this file"),
            tr("There is no program for files such as “{file}”. Save a copy and open it by hand.", file=path.name),
            tone="warning",
        )
