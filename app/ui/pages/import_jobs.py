"""The long work of an import: one job at a time that the user waits for, can stop, and hears the end of."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.errors import MentordeskError
from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.messages import error_text
from app.ui.pages.import_aim import ImportAim
from app.ui.pages.import_kinds import KindLook
from app.ui.pages.import_one_file import OneFile


class ImportJobs(ImportAim):
    """The queue of files and the job that runs for one of them; ``ImportSession`` says what the jobs are."""

    files_changed = Signal()
    refused = Signal(str, str)
    #: The user stopped it; nothing was changed.
    halted = Signal()
    working = Signal(str)
    progressed = Signal(int, int)

    def __init__(self, desk: Desk, parent: QObject, look: KindLook) -> None:
        super().__init__(parent, look)
        self.desk = desk
        self.files: list[OneFile] = []
        self.at = -1
        self._job: Job | None = None
        self._then: Callable[[Any], object] | None = None

    @property
    def file(self) -> OneFile | None:
        """The file that is worked on."""
        return self.files[self.at] if 0 <= self.at < len(self.files) else None

    @property
    def busy(self) -> bool:
        """Whether a job runs that the user waits for."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop what is being done; nothing is changed then."""
        if self._job is not None:
            self._job.cancel()

    def _start(self, title: str, work: Any, done: Any, *, writes: bool = False) -> None:
        self._then = done
        job = self.desk.jobs.start(
            title, work, writes=writes, done=self._on_done, failed=self._on_failed, cancelled=self._on_cancelled
        )
        job.progress.connect(self.progressed)
        self._job = job
        self.working.emit(title)

    def _on_done(self, result: Any) -> None:
        """The job is over before anybody hears of its result, so that the next step may begin at once."""
        then, self._then = self._then, None
        self._over()
        if then is not None:
            then(result)

    def _over(self) -> None:
        self._job = None
        self.working.emit("")

    def _stopped(self, text: str) -> None:
        one = self.file
        if one is not None and not one.sheets:
            one.state, one.text, one.workbook = "refused", text, None
            self.files_changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._over()
        self._stopped(error_text(error))
        name = self.file.name if self.file is not None else ""
        self.refused.emit(tr("{file} was not taken in", file=name), error_text(error))
        if self.file is not None and self.file.state == "refused" and isinstance(error, MentordeskError):
            # The list says what is wrong with it; those that came with it are gone on with.
            self.go_on()
        if not isinstance(error, MentordeskError):
            raise error

    def go_on(self) -> None:
        """Read the next file of the queue after one that could not be read, if there is one."""

    def _on_cancelled(self) -> None:
        self._over()
        self._stopped(tr("Reading was stopped."))
        if self.file is None or self.file.state != "refused":
            # A file whose reading was stopped says so in the list.
            self.halted.emit()
