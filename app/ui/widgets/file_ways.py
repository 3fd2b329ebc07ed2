"""What one does with a file that was just written: open it, or the folder in which it lies."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.core.i18n import tr
from app.ui.widgets.messages_view import Way


def open_path(target: Path) -> bool:
    """Open a file or folder with the program that the system has for it; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))


def file_ways(target: Path, name: str = "message") -> tuple[Way, Way]:
    """The two ways beside a message that tells of a written file; ``name`` begins those of their buttons."""
    return (
        Way(tr("Open"), partial(open_path, target), f"{name}.open"),
        Way(tr("Open folder"), partial(open_path, target.parent), f"{name}.folder"),
    )
