"""Spreadsheets dropped anywhere on the window, where no page takes them for itself: they go to the import."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

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


#: Boxes for text would take a file for its address and write that into a record.
_TEXT_BOXES = (QLineEdit, QTextEdit, QPlainTextEdit)
_DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrop(QObject):
    """Watches the window for files let go over it, over its boxes for text, too."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._watch_handle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._window:
            self._watch_handle()
        elif watched is self._handle:
            return self._over_text(event)
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            paths = _spreadsheets(event)
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.take(paths)
                return True
        return super().eventFilter(watched, event)

    def _watch_handle(self) -> None:
        """What the system tells of a drag comes to the handle first, before any box has taken it."""
        handle = self._window.windowHandle()
        if handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _over_text(self, event: QEvent) -> bool:
        """Whether a drag of spreadsheets over a box for text was dealt with here."""
        if event.type() not in _DRAGGING or not isinstance(event, QDropEvent):
            return False
        below: Any = self._window.childAt(event.position().toPoint())
        # Of a text in several lines it is the inner part that lies under the mouse.
        boxes = (below, below.parentWidget()) if below is not None else ()
        paths = _spreadsheets(event) if any(isinstance(one, _TEXT_BOXES) for one in boxes) else []
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            # Whatever was lit while the files passed over it goes dark.
            if self._handle is not None:
                QCoreApplication.sendEvent(self._handle, QDragLeaveEvent())
            self.take(paths)
        return True

    def take(self, paths: list[Path]) -> None:
        """Go to the import with these files; what is being done there stays."""
        if not self._window.desk.is_open:
            return
        here: Any = self._window.current_page()
        if here is not None and here.section.startswith("import") and hasattr(here, "add_files"):
            here.add_files(paths)
            return
        self._window.go(import_from(self._window.place()))
        page: Any = self._window.current_page()
        if page is not None and hasattr(page, "add_files"):
            page.add_files(paths)


def _spreadsheets(event: QDropEvent) -> list[Path]:
    found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in found if path.suffix.lower() in _ENDINGS]
