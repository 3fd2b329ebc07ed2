"""What a page is given: the open file, jobs, the change bus, the way to other places, and a voice."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.errors import MentordeskError
from app.core.i18n import tr
from app.ui.change_bus import ChangeBus
from app.ui.jobs import Jobs
from app.ui.messages import error_text
from app.ui.page import Place
from app.ui.widgets.messages_view import Way
from app.ui.window_state import WindowState

if TYPE_CHECKING:
    from app.services.context import Context


class Desk(QObject):
    """One for a window. The context comes when the data file is open, after the first paint.

    Signals: ``programme_changed(id)``; ``needs_counted(n)`` from whoever has just read what needs somebody;
    ``go_wanted(Place)``, ``said(title, text, tone, ways)`` and ``kept()`` are for the window.
    """

    programme_changed = Signal(str)
    needs_counted = Signal(int)
    context_changed = Signal()
    go_wanted = Signal(object)
    back_wanted = Signal()
    said = Signal(str, str, str, object)
    kept = Signal()
    action_wanted = Signal(str)
    file_wanted = Signal(object, object)
    language_wanted = Signal(str)

    def __init__(self, settings: WindowState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.jobs = Jobs(self)
        self.bus = ChangeBus(self)
        #: What day it is: lists and charts hold due dates against it; tests and pictures put another day in.
        self.today: Callable[[], date] = date.today
        self._context: Context | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._programme_id = ""
        self.jobs.failed.connect(self._on_job_failed)

    # the open file --------------------------------------------------------------------------------------------
    @property
    def context(self) -> "Context":
        """The open data file; pages exist only while there is one."""
        assert self._context is not None
        return self._context

    @property
    def is_open(self) -> bool:
        """Whether a data file is open."""
        return self._context is not None

    def set_context(self, context: "Context | None") -> None:
        """Take the file that was opened, or None when it was closed."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._context = context
        if context is not None:
            self._unsubscribe = context.subscribe(self.bus.receive)
        self.context_changed.emit()

    # where one is ---------------------------------------------------------------------------------------------
    @property
    def programme_id(self) -> str:
        """The programme that every list, figure and paper follows; empty for all."""
        return self._programme_id

    def set_programme(self, programme_id: str) -> None:
        """Follow another programme."""
        if programme_id != self._programme_id:
            self._programme_id = programme_id
            self.settings.put("programme", programme_id)
            self.programme_changed.emit(programme_id)

    def go(self, place: Place) -> None:
        """Go to a place."""
        self.go_wanted.emit(place)

    def back(self) -> None:
        """Go to where one was before."""
        self.back_wanted.emit()

    def open_file(self, path: Path, backup: Path | None = None) -> None:
        """Open another data file in place of this one; with ``backup``, put that in its place before."""
        self.file_wanted.emit(path, backup)

    def speak(self, language: str) -> None:
        """Change the language of the window; every page is made anew."""
        self.language_wanted.emit(language)

    def act(self, action_id: str) -> None:
        """Do an action of the table, as its menu entry does."""
        self.action_wanted.emit(action_id)

    # the voice ------------------------------------------------------------------------------------------------
    def say(self, title: str, text: str = "", *, tone: str = "success", ways: Sequence[Way] = ()) -> None:
        """Tell what happened, over the foot of the page. ``tone``: success, info, warning, danger."""
        self.said.emit(title, text, tone, tuple(ways))

    def say_error(self, error: BaseException, title: str = "") -> None:
        """Tell an error of ours in its sentence; others go to the crash dialog."""
        if not isinstance(error, MentordeskError):
            raise error
        self.say(title or tr("This was not done"), error_text(error), tone="danger")

    def _on_job_failed(self, _job: object, error: object) -> None:
        if isinstance(error, BaseException):
            self.say_error(error)
