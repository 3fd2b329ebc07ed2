"""Spreadsheets dropped anywhere on the window, where no page takes them for itself: they go to the import."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from app.ui.page import NEW, Place

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

#: Endings of what may be a spreadsheet; what is inside decides later.
_ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt"})


#: Sections whose records say where a spreadsheet goes: a visit or training, a partnership, a programme.
_SAY_WHERE = frozenset({"visits", "trainings", "partnerships", "programmes"})


def import_from(here: Place | None, section: str = "import") -> Place:
    """The assistant as it is opened from a place: on the page of a visit the rows go into that visit."""
    told = here is not None and here.section in _SAY_WHERE and here.record_id != NEW
    return Place(section, here.record_id if told and here is not None else "")


class FileDrop(QObject):
    """Watches the window for files let go over it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            paths = _spreadsheets(event)
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.take(paths)
                return True
        return super().eventFilter(watched, event)

    def take(self, paths: list[Path]) -> None:
        """Go to the import with these files; what is being done there stays."""
        if not self._window.desk.is_open:
            return
        self._window.go(import_from(self._window.place()))
        page: Any = self._window.current_page()
        if page is not None and hasattr(page, "add_files"):
            page.add_files(paths)


def _spreadsheets(event: QDropEvent) -> list[Path]:
    found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in found if path.suffix.lower() in _ENDINGS]
