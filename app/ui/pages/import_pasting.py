"""Cells that were copied in a spreadsheet, or copied files, pasted into the import assistant."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from app.core.i18n import tr
from app.ui.pages.import_queue import dropped

if TYPE_CHECKING:
    from app.ui.pages.import_page import ImportPage


class Pasting(QObject):
    """Ctrl+V and the button; belongs to the assistant's page."""

    def __init__(self, page: "ImportPage") -> None:
        super().__init__(page)
        self._page = page
        page.file_step.paste_wanted.connect(self.paste)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.paste)

    def paste(self) -> None:
        """Take what is on the clipboard."""
        page, data = self._page, QGuiApplication.clipboard().mimeData()
        paths = dropped(data)
        if paths:
            page.add_files(paths)
            return
        if not data.hasText() or not data.text().strip():
            page.warn(tr("Nothing to paste"), tr("Copy the cells in the spreadsheet first, headings too."), "info")
            return
        if page.session.busy:
            return
        n = sum(one.pasted is not None for one in page.session.files) + 1
        name = tr("Pasted cells {n}", n=n) if n > 1 else tr("Pasted cells")
        page.session.add_pasted(name, data.text(), data.html() if data.hasHtml() else "")
        if page.step != "file":
            page.arrivals.tell_waiting(1)
