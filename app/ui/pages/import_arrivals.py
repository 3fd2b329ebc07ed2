"""Files that come to an import assistant: dropped on its page, or handed over by the window, at any step."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from app.core.i18n import tr, trn
from app.ui.pages.import_queue import dropped
from app.ui.widgets.messages_view import Way

if TYPE_CHECKING:
    from app.ui.pages.import_page import ImportPage


class Arrivals(QObject):
    """Lights the page while files are over it and puts them into the queue; what one is at stays as it is."""

    def __init__(self, page: "ImportPage") -> None:
        super().__init__(page)
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        step = self._page.file_step
        if event.type() == QEvent.Type.DragLeave:
            step.light(False)
        elif event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            paths = dropped(event.mimeData())
            step.light(bool(paths) and event.type() == QEvent.Type.DragEnter)
            if paths:
                event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.take(paths)
            return True
        return super().eventFilter(watched, event)

    def take(self, paths: Sequence[Path]) -> None:
        """Put files into the queue."""
        page = self._page
        page.file_step.drop.withdraw()
        n = page.session.add(list(paths))
        if page.step != "file" and n:
            self.tell_waiting(n)

    def tell_waiting(self, n: int) -> None:
        """Files came while one is at a later step."""
        self._page.warn(
            trn("{n} file waits in the queue", "{n} files wait in the queue", n),
            tr("What you are at stays as it is; its decisions are kept when you look at the files."),
            "info",
            (Way(tr("Show the files"), self._page.show_files, "import.show_files"),),
        )
