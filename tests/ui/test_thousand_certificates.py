"""A thousand certificates issued from the real window: with progress, stopped halfway, then all, then printed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from app.core.vocabulary import Sex
from app.models.people import Person
from app.services import attendance, certificates, participations, pdf_pages
from app.ui import formats
from app.ui.pages.print_preview import PrintPage
from tests.ui.visit_window import VisitWindow

PEOPLE = 1000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    with made.context.write("A thousand guests") as work:
        rows = [
            Person(
                code=f"T-{n:05d}",
                given_name="Оксана",
                family_name=f"Гриценко{n}",
                given_latin="Oksana",
                family_latin=f"Hrytsenko{n}",
                sex=Sex.FEMALE,
                country="UA",
                search_text=f"hrytsenko{n}",
            )
            for n in range(PEOPLE - 2)
        ]
        work.session.add_all(rows)
        work.flush()
        participations.add(work, made.ids["visit"], [row.id for row in rows])
        attendance.mark_all_present(work, made.ids["visit"])
    yield made
    made.close()


class Pulse:
    """The longest time for which the window stood still, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.where = ""
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def begin(self) -> None:
        """Leave out what the test itself did meanwhile."""
        self.longest, self._last = 0.0, time.monotonic()

    def told(self) -> float:
        """The longest pause since asked last."""
        found, self.longest = self.longest, 0.0
        return round(found)


def _page(window: VisitWindow) -> PrintPage:
    page = window.window.current_page()
    assert isinstance(page, PrintPage)
    return page


def _count(window: VisitWindow) -> int:
    with window.context.read() as view:
        return len(certificates.list_rows(view))


def test_a_thousand_are_issued_stopped_and_printed(window: VisitWindow, qtbot: QtBot, tmp_path: Path) -> None:
    pulse = Pulse()
    pauses: dict[str, float] = {}
    window.go("print", "visit", "certificates")
    part = _page(window).options.certificates
    qtbot.waitUntil(lambda: part.wanted() == PEOPLE, timeout=20000)
    pauses["page shown"] = pulse.told()
    assert part.issue.text().strip() == f"Issue {formats.number(PEOPLE)} certificates"

    # Stopped on the way: nothing is issued, no number is used.
    steps: list[tuple[int, int]] = []
    part.issue.click()
    job = part._job
    assert job is not None
    job.progress.connect(lambda done, total: steps.append((done, total)))
    qtbot.waitUntil(lambda: len(steps) > 0, timeout=20000)
    assert steps[0][1] == PEOPLE
    assert not part.stop.isHidden()
    begun = time.monotonic()
    part.stop.click()
    qtbot.waitUntil(lambda: part._job is None, timeout=5000)
    stopped = time.monotonic() - begun
    assert _count(window) == 0
    pauses["issuing stopped"] = pulse.told()

    qtbot.waitUntil(lambda: not part.issue.isHidden() and part.wanted() == PEOPLE, timeout=20000)
    part.issue.click()
    qtbot.waitUntil(lambda: part._job is None and part.wanted() == 0, timeout=120000)
    pauses["issued"] = pulse.told()
    assert _count(window) == PEOPLE
    pulse.begin()
    qtbot.waitUntil(lambda: _finished(window, PEOPLE), timeout=60000)
    pauses["previewed"] = pulse.told()
    assert window.find(QCheckBox, "print.certificates.as_issued").isChecked()

    page = _page(window)
    assert page.finished is not None
    folder = tmp_path / "each"
    folder.mkdir()
    page.outlet.save_each_to(page.finished, folder)
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) > 3, timeout=20000)
    begun = time.monotonic()
    for running in window.desk.jobs.running():
        running.cancel()
    qtbot.waitUntil(lambda: not window.desk.jobs.running(), timeout=5000)
    halted = time.monotonic() - begun
    written = sorted(file.name for file in folder.iterdir())
    assert len(written) < PEOPLE
    assert written[0].startswith("CEP-UA-")
    pauses["single files"] = pulse.told()
    # On a free machine both are below half a second, and a pause while work runs below 100 ms.
    assert (halted < 2, stopped < 2) == (True, True), f"{stopped:.2f} {halted:.2f} {pauses}"


def _finished(window: VisitWindow, pages: int) -> bool:
    done = _page(window).finished
    return done is not None and len(pdf_pages.sizes(done.printed.content)) == pages


def test_stopped_from_the_attendance_tab(window: VisitWindow, qtbot: QtBot) -> None:
    window.go("visits", "visit", "attendance")
    button = window.find(QPushButton, "visit.certificates.issue")
    qtbot.waitUntil(lambda: button.text().strip() == f"Issue {formats.number(PEOPLE)} certificates", timeout=20000)
    button.click()
    (job,) = window.desk.jobs.running()
    job.progress.connect(lambda _done, _total: job.cancel())
    qtbot.waitUntil(lambda: not window.desk.jobs.running(), timeout=30000)
    assert _count(window) == 0
    assert button.isEnabled()
