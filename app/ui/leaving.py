"""Asks before work that is kept nowhere yet goes away with its page: what was decided about the rows of an import."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr
from app.ui.messages import MessageDialog
from app.ui.page import Page
from app.ui.widgets.buttons import button


class Leaving(QObject):
    """Stands where all pages go at once: the window closes, another file is opened, another language spoken."""

    def __init__(self, window: QWidget, pages: Callable[[], Iterable[Page]]) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._agreed = False

    def stops(self, go_on: Callable[[], object]) -> bool:
        """Whether something unfinished holds the way. Then it is asked, and ``go_on`` called when it may be lost."""
        agreed, self._agreed = self._agreed, False
        said = "" if agreed else next(filter(None, (page.unfinished() for page in self._pages())), "")
        if not said:
            return False
        dialog = MessageDialog(
            self._window, tr("Something is not finished"), said, accept=tr("Stay"), name="dialog.unfinished"
        )
        leave = button(tr("Go on without it"), name="dialog.unfinished.leave")
        leave.clicked.connect(partial(self._leave, go_on))
        leave.clicked.connect(dialog.reject)
        dialog.add_button(leave)
        dialog.open()
        return True

    def _leave(self, go_on: Callable[[], object], _checked: bool = False) -> None:
        self._agreed = True
        # After the click is over: the dialog, too, goes away with the window.
        QTimer.singleShot(0, self, go_on)
