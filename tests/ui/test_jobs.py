"""Jobs end in exactly one way, writers follow each other, nothing takes the window down."""

import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.changes import change_set
from app.core.errors import Refused
from app.core.progress import Token
from app.ui.change_bus import ChangeBus
from app.ui.crash import CrashHook, report_text
from app.ui.jobs import Job, Jobs
from app.ui.widgets.status_bar import StatusBar


class Ends:
    """Writes down how a job ended."""

    def __init__(self, job: Job) -> None:
        self.seen: list[str] = []
        job.done.connect(self._on_done)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    def _on_done(self, _result: object) -> None:
        self.seen.append("done")

    def _on_cancelled(self) -> None:
        self.seen.append("cancelled")

    def _on_failed(self, _error: object) -> None:
        self.seen.append("failed")

    def _on_finished(self) -> None:
        self.seen.append("finished")


def steps(token: Token) -> str:
    for n in range(200):
        token.step(n, 200)
        time.sleep(0.002)
    return "ready"


def refuse(_token: Token) -> None:
    raise Refused("not_found", code="X")


class Panic(BaseException):
    """What a native library throws that is no Exception."""


def panic(_token: Token) -> None:
    raise Panic


def ignore(_error: object) -> None:
    return


@pytest.mark.parametrize(("work", "end"), [(len.__call__, "failed"), (refuse, "failed"), (panic, "failed")])
def test_every_failure_ends_in_failed(qtbot: QtBot, work: object, end: str) -> None:
    jobs = Jobs()
    job = jobs.start("x", work, failed=ignore)  # type: ignore[arg-type]
    ends = Ends(job)
    qtbot.waitUntil(lambda: "finished" in ends.seen)
    assert ends.seen == [end, "finished"]
    assert jobs.running() == []


def test_done_gives_the_result_in_the_window_s_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    seen: list[tuple[object, bool]] = []

    def take(result: object) -> None:
        seen.append((result, threading.current_thread() is threading.main_thread()))

    jobs.start("x", steps, done=take)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("ready", True)]


def test_cancelling(qtbot: QtBot) -> None:
    jobs = Jobs()
    job = jobs.start("x", steps)
    ends = Ends(job)
    with qtbot.waitSignal(job.progress):
        pass
    job.cancel()
    qtbot.waitUntil(lambda: "finished" in ends.seen)
    assert ends.seen == ["cancelled", "finished"]


def test_writers_follow_each_other(qtbot: QtBot) -> None:
    jobs = Jobs()
    at_work: list[int] = []
    most: list[int] = []
    ended: list[object] = []

    def write(_token: Token) -> None:
        at_work.append(1)
        most.append(len(at_work))
        time.sleep(0.01)
        at_work.pop()

    for _ in range(6):
        jobs.start("w", write, writes=True, done=ended.append)
    qtbot.waitUntil(lambda: len(ended) == 6)
    assert max(most) == 1


def test_an_untaken_failure_reaches_the_window(qtbot: QtBot) -> None:
    jobs = Jobs()
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.start("x", refuse)
    assert isinstance(told.args[1], Refused)


def test_the_status_bar_shows_and_cancels(qtbot: QtBot) -> None:
    jobs = Jobs()
    bar = StatusBar(jobs)
    qtbot.addWidget(bar)
    bar.show()
    job = jobs.start("Preparing letters", steps)
    qtbot.waitUntil(lambda: job.steps[0] > 1)
    bar._show_job()
    assert "Preparing letters, " in bar._job_text.text()
    assert bar._bar.maximum() == 200
    bar._cancel.click()
    qtbot.waitUntil(lambda: not jobs.running())
    assert not bar._cancel.isVisible()


def test_changes_arrive_in_the_window_s_thread(qtbot: QtBot) -> None:
    bus = ChangeBus()
    seen: list[bool] = []

    def take(_changes: object) -> None:
        seen.append(threading.current_thread() is threading.main_thread())

    bus.changed.connect(take)
    sender = threading.Thread(target=bus.receive, args=(change_set([("person", "1")]),))
    sender.start()
    sender.join()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]


def test_a_crash_report_holds_no_value(qtbot: QtBot, tmp_path: Path) -> None:
    secret = "Hnatiuk FA123456"
    try:
        raise ValueError(secret)
    except ValueError as error:
        text = report_text(type(error), error.__traceback__, "window")
        hook = CrashHook()
        hook.take(type(error), error.__traceback__, "window")
    assert "ValueError" in text
    assert "test_a_crash_report" in text
    assert "Hnatiuk" not in text
    qtbot.waitUntil(lambda: hook.dialog() is not None)
    reports = list((tmp_path / "data" / "reports").glob("*.txt"))
    assert len(reports) == 1
    assert "Hnatiuk" not in reports[0].read_text()
    hook.dialog().close()  # type: ignore[union-attr]
