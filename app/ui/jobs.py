"""Long work beside the window: readers side by side, one writer at a time, each ending in exactly one way."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal
from shiboken6 import isValid

from app.core.errors import Cancelled
from app.core.progress import Token

#: Seconds between two reports of one job: more often than that nobody can see.
_REPORT_EVERY = 0.05
#: After so many seconds an estimate is told however little is done; before, only when so great a part is done.
_SURE, _SOME = 5, 0.02
#: Seconds after which a thread at work gives way to one that waits. Python's own five thousandths come at each of the
#: dozens of calls of a repaint, and made the window stand still for a fifth of a second beside a busy job.
_GIVE_WAY = 0.001
Work = Callable[[Token], Any]


@dataclass(frozen=True, slots=True)
class _Then:
    """What is called at the end. Held here, since a signal would hold bound methods of plain objects only weakly."""

    done: Callable[[Any], object] | None = None
    failed: Callable[[BaseException], object] | None = None
    cancelled: Callable[[], object] | None = None


def _call(function: Callable[..., object] | None, *values: object) -> None:
    """Call back, unless it is a method of a widget that is gone."""
    owner = getattr(function, "__self__", None)
    if function is not None and not (isinstance(owner, QObject) and not isValid(owner)):
        function(*values)


class Job(QObject):
    """One piece of work. Ends in exactly one of ``done(result)``, ``cancelled()``, ``failed(error)``.

    ``finished()`` comes after each of them. All signals come in the thread of the window.
    """

    progress = Signal(int, int)
    done = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    finished = Signal()
    _reported = Signal(int, int)
    _ended = Signal(str, object)

    def __init__(self, title: str, work: Work, *, shown: bool = True) -> None:
        super().__init__()
        self.title = title
        self.shown = shown
        self.outcome = ""
        self.started_at = time.monotonic()
        self.steps = (0, 0)
        self.then = _Then()
        self._work: Work | None = work
        self._last_report = 0.0
        self._token = Token(self._report)
        self._reported.connect(self._on_reported)
        self._ended.connect(self._on_ended)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._token.cancel()

    @property
    def cancelling(self) -> bool:
        """Whether it was asked to stop."""
        return self._token.cancelled

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return not self.outcome

    def seconds_left(self) -> float | None:
        """An estimate from what is done; None while that is too little to tell, and when the total is not known.

        The first of a thousand files takes as long as fifty later ones: half an hour would be told for two minutes.
        """
        done, total = self.steps
        spent = time.monotonic() - self.started_at
        if not done or not total or spent < 1 or (spent < _SURE and done < total * _SOME):
            return None
        return spent / done * max(0, total - done)

    def run(self) -> None:
        """Do the work; called by the pool in its thread.

        The job runner is a named boundary: whatever comes out of the work, also errors of native libraries that are
        no ``Exception`` (a panic of the spreadsheet reader), is reported and the window goes on.
        """
        work, self._work = self._work, None
        assert work is not None
        try:
            if self._token.cancelled:
                raise Cancelled
            result = work(self._token)
        except Cancelled:
            self._ended.emit("cancelled", None)
        except BaseException as error:
            self._ended.emit("failed", error)
        else:
            self._ended.emit("done", result)

    def _report(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last_report >= _REPORT_EVERY or done >= total:
            self._last_report = now
            self._reported.emit(done, total)

    def _on_reported(self, done: int, total: int) -> None:
        if self.running:
            self.steps = (done, total)
            self.progress.emit(done, total)

    def _on_ended(self, outcome: str, result: object) -> None:
        self.outcome = outcome
        then, self.then = self.then, _Then()
        try:
            if outcome == "done":
                self.done.emit(result)
                _call(then.done, result)
            elif outcome == "cancelled":
                self.cancelled.emit()
                _call(then.cancelled)
            else:
                self.failed.emit(result)
                _call(then.failed, result)
        finally:
            self.finished.emit()


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """Starts jobs and keeps them until they end. ``failed`` carries errors that nobody else takes."""

    started = Signal(object)
    ended = Signal(object)
    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_GIVE_WAY)
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(max(2, min(4, QThread.idealThreadCount())))
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._writer.setExpiryTimeout(-1)
        self._running: list[Job] = []

    def start(
        self,
        title: str,
        work: Work,
        *,
        writes: bool = False,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        cancelled: Callable[[], object] | None = None,
        shown: bool = True,
    ) -> Job:
        """Run ``work(token)`` in another thread; ``writes`` puts it into the one line of writers.

        ``done``, ``failed`` and ``cancelled`` are called in the window's thread (bound methods of a page that was
        closed meanwhile are not called). Without ``failed`` the error is told in the window. ``shown=False`` keeps
        short look-ups out of the status bar.
        """
        job = Job(title, work, shown=shown)
        job.then = _Then(done, failed, cancelled)
        if failed is None:
            job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._running.append(job)
        self.started.emit(job)
        (self._writer if writes else self._readers).start(_Runnable(job))
        return job

    def running(self) -> list[Job]:
        """The jobs that have not ended, oldest first."""
        return [job for job in self._running if job.running]

    def busy(self) -> bool:
        """Whether any job runs."""
        return any(job.running for job in self._running)

    def writing(self) -> bool:
        """Whether a writer is at work."""
        return self._writer.activeThreadCount() > 0

    def stop(self, milliseconds: int = 5000) -> bool:
        """Cancel all and wait for them; False when one did not stop in time."""
        for job in self._running:
            job.cancel()
        ended = [pool.waitForDone(milliseconds) for pool in (self._writer, self._readers)]
        return all(ended)

    def _on_failed(self, error: object) -> None:
        self.failed.emit(self.sender(), error)

    def _on_finished(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._running:
            self._running.remove(job)
            self.ended.emit(job)
            job.deleteLater()
