"""Where somebody who had never seen the window stumbled, from a delegation to its certificates."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.i18n import set_language
from app.services import certificates, participations, programmes
from app.services.attendance import CellState
from app.services.programmes import SignatoryDraft
from app.ui import formats
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.editors.participation import Sender
from app.ui.jobs import Job, Jobs
from app.ui.messages import Toast
from app.ui.pages.documents import DocumentsPage
from app.ui.pages.visit_attendance import AttendanceTab
from app.ui.pages.visit_participants import ParticipantsTab
from app.ui.widgets.tabs import TabBar
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    made.close()


def test_who_sends_people_is_said_for_all_that_are_chosen_and_taken_back_at_once(window: VisitWindow) -> None:
    window.go("visits", "visit", "participants")
    tab = window.page().record.tab("participants")
    assert isinstance(tab, ParticipantsTab)
    window.settle()
    tab.table.select(tab.table.model.row_at(0).id)
    tab.table.view.selectAll()
    before = _senders(window)
    tab._on_sender()
    (dialog,) = [one for one in window.window.findChildren(DraftDialog) if one.isVisible()]
    dialog.editor.load(Sender(window.ids["domzale"]))
    dialog._on_wanted(None)
    window.settle()
    assert _senders(window) == [window.ids["domzale"]] * 2 != before
    window.undo()
    window.settle()
    assert _senders(window) == before


def _senders(window: VisitWindow) -> list[str]:
    with window.context.read() as view:
        return [row.organisation_id for row in participations.list_rows(view, window.ids["visit"])]


def test_the_primary_button_does_not_keep_the_keyboard_on_the_next_page(window: VisitWindow) -> None:
    window.go("visits", "visit")
    window.settle()
    window.window.tools.primary_button.setFocus()
    assert QApplication.focusWidget() is window.window.tools.primary_button
    window.go("organisations")
    window.settle()
    assert QApplication.focusWidget() is not window.window.tools.primary_button


@pytest.mark.parametrize("signed", [False, True])
def test_that_nobody_signs_is_told_while_one_click_takes_it_back(window: VisitWindow, signed: bool) -> None:
    """A certificate stays as it was issued, so a missing name under the line is told at once."""
    if signed:
        with window.context.write("Who signs") as work:
            draft = programmes.load(work, window.ids["programme"])
            programmes.save(work, window.ids["programme"], replace(draft, signatories=(SignatoryDraft("Ana Novak"),)))
    tab = _attendance(window)
    said: list[tuple[str, str, str]] = []
    window.desk.said.connect(lambda title, text, tone, _ways: said.append((title, text, tone)))
    tab.mark_all()
    window.until(lambda: "Issue 2 certificates" in tab.issue_button.text())
    tab.issue()
    window.until(lambda: any("issued" in title for title, _, _ in said))
    ((title, text, tone),) = [one for one in said if "issued" in one[0]]
    assert title == "2 certificates are issued."
    assert (text.startswith("The programme names nobody who signs."), tone) == (
        (False, "success") if signed else (True, "warning")
    )
    window.settle()
    window.find(QPushButton, "message.undo").click()
    window.settle()
    with window.context.read() as view:
        assert certificates.list_rows(view) == ()


def _attendance(window: VisitWindow) -> AttendanceTab:
    window.go("visits", "visit", "attendance")
    tab = window.page().record.tab("attendance")
    assert isinstance(tab, AttendanceTab)
    window.until(lambda: tab.view.grid() is not None and len(tab.view.grid().rows) == 2)  # type: ignore[union-attr]
    return tab


def test_what_is_told_of_a_cell_follows_its_mark(window: VisitWindow) -> None:
    tab = _attendance(window)
    tab.view.choose(0, 0)
    assert "not marked yet" in tab._keys.text()
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(tab.view, Qt.Key.Key_P)
    window.until(lambda: {cell.state for row in tab.view.grid().rows for cell in row.cells} == {CellState.PRESENT})  # type: ignore[union-attr]
    assert "not marked yet" not in tab._keys.text()


def test_a_duplicate_leads_to_its_paper(window: VisitWindow) -> None:
    window.issue()
    window.go("documents", "", "certificates")
    page = window.window.current_page()
    assert isinstance(page, DocumentsPage)
    tab = page.register
    window.settle()
    tab.list.select(tab.list.model.row_at(0).id)
    tab._on_act("duplicate")
    window.settle()
    window.find(QPushButton, "message.print").click()
    window.settle()
    place = window.window.place()
    assert place is not None
    assert (place.section, place.tab, len(place.chosen)) == ("print", "certificates", 1)


def test_from_a_picture_stands_at_the_choice_of_a_picture(window: VisitWindow) -> None:
    window.go("documents", "", "certificates")
    window.settle()
    window.find(QPushButton, "certificates.check").click()
    window.settle()
    assert QApplication.focusWidget() is window.find(QPushButton, "certificate.check.choose")


def test_the_first_file_of_a_thousand_tells_no_half_hour(qtbot: QtBot) -> None:
    """The estimate waits for fifty times what the first one tells, or five seconds."""
    jobs = Jobs()
    job: Job = jobs.start("Saving", lambda token: token.step(1, 1000))
    qtbot.waitUntil(lambda: not job.running)
    job.steps = (1, 1000)
    job.started_at = time.monotonic() - 2
    assert job.seconds_left() is None
    job.steps = (20, 1000)
    assert job.seconds_left() == pytest.approx(98, abs=2)
    job.steps, job.started_at = (1, 1000), time.monotonic() - 6
    assert job.seconds_left() == pytest.approx(5994, abs=60)


def test_a_month_within_a_period_is_written_small_in_ukrainian() -> None:
    set_language("uk")
    try:
        assert formats.partial("2027-12") == "грудень 2027"
    finally:
        set_language("en")
    assert formats.partial("2027-12") == "December 2027"


def test_a_thousand_is_written_alike_on_a_tab_and_beside_it(qtbot: QtBot) -> None:
    bar = TabBar()
    qtbot.addWidget(bar)
    bar.set_tabs([("all", "All")])
    bar.set_count("all", 1070)
    assert bar._counts["all"] == "1\u202f070"


def test_a_short_message_after_a_long_one_takes_no_more_room_than_alone(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1200, 800)
    host.show()
    toast = Toast(host)
    heights = []
    for text in ("", "A long sentence about what to do. " * 8, ""):
        toast.say("Stopped.", text)
        QApplication.processEvents()
        heights.append(toast.height())
    assert heights[0] == heights[2] < heights[1]
