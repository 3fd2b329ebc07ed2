"""The grid of attendance in the window: marks by key and mouse, sums, certificates."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import attendance, certificates
from app.services.attendance import CellState, Grain, Standing
from app.ui.pages.visit_attendance import AttendanceTab
from tests.ui.visit_window import VisitWindow

P, M, A, E = CellState.PRESENT, CellState.MISSING, CellState.ABSENT, CellState.EXCUSED


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    made.close()


def _tab(desk: VisitWindow) -> AttendanceTab:
    desk.go("visits", "visit", "attendance")
    tab = desk.page().record.tab("attendance")
    assert isinstance(tab, AttendanceTab)
    desk.until(lambda: tab.view.grid() is not None and len(tab.view.grid().rows) == 2)  # type: ignore[union-attr]
    return tab


def _states(tab: AttendanceTab) -> list[list[CellState]]:
    grid = tab.view.grid()
    assert grid is not None
    return [[cell.state for cell in row.cells] for row in grid.rows]


def test_keys_mark_and_go_on_to_the_next_person(desk: VisitWindow) -> None:
    tab = _tab(desk)
    # Two guests; half-days with counted sessions: Monday am, Tuesday am, Wednesday pm.
    assert _states(tab) == [[M, M, M], [M, M, M]]
    tab.view.choose(0, 0)
    QTest.keyClick(tab.view, Qt.Key.Key_P)
    desk.until(lambda: _states(tab)[0][0] is P)
    QTest.keyClick(tab.view, Qt.Key.Key_A)
    desk.until(lambda: _states(tab)[1][0] is A)
    tab.view.choose(0, 1)
    QTest.keyClick(tab.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(tab.view, Qt.Key.Key_E)
    desk.until(lambda: _states(tab) == [[P, E, E], [A, M, M]])
    desk.undo()
    desk.until(lambda: _states(tab) == [[P, M, M], [A, M, M]])


def test_digits_are_minutes_of_presence(desk: VisitWindow) -> None:
    tab = _tab(desk)
    tab.view.choose(0, 0)
    QTest.keyClick(tab.view, Qt.Key.Key_4)
    QTest.keyClick(tab.view, Qt.Key.Key_5)
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    desk.until(lambda: _states(tab)[0][0] is CellState.PART)
    grid = tab.view.grid()
    assert grid is not None
    assert grid.rows[0].cells[0].minutes == 45
    QTest.keyClick(tab.view, Qt.Key.Key_Delete)
    desk.until(lambda: _states(tab)[0][0] is M)


def test_a_whole_column_by_its_head_and_a_whole_row_by_its_name(desk: VisitWindow) -> None:
    tab = _tab(desk)
    places = tab.view.places
    head = tab.view.cell_rect(0, 1).center()
    head.setY(places.head - 4)
    QTest.mouseClick(tab.view.viewport(), Qt.MouseButton.LeftButton, pos=head)
    QTest.keyClick(tab.view, Qt.Key.Key_P)
    desk.until(lambda: _states(tab) == [[M, P, M], [M, P, M]])
    name = tab.view.cell_rect(1, 0).center()
    name.setX(60)
    QTest.mouseClick(tab.view.viewport(), Qt.MouseButton.LeftButton, pos=name)
    QTest.keyClick(tab.view, Qt.Key.Key_A)
    desk.until(lambda: _states(tab) == [[M, P, M], [A, A, A]])


def test_all_present_then_certificates_beside_the_window(desk: VisitWindow) -> None:
    tab = _tab(desk)
    tab.mark_all()
    desk.until(lambda: _states(tab) == [[P] * 3] * 2)
    grid = tab.view.grid()
    assert grid is not None
    # 2 h on Monday, two overlapping lectures of 2 h on Tuesday, 2 h of mentoring work on Wednesday.
    assert grid.counted_minutes == 480
    assert [row.share for row in grid.rows] == [100, 100]
    desk.until(lambda: "Issue 2 certificates" in tab.issue_button.text())
    tab.issue_button.click()
    desk.until(lambda: tab.view.grid().count(Standing.ISSUED) == 2)  # type: ignore[union-attr]
    with desk.context.read() as view:
        numbers = [row.number for row in certificates.list_rows(view, activity_id=desk.ids["visit"])]
    assert len(numbers) == 2
    assert all(number.startswith("CEP-UA-") for number in numbers)


def test_sessions_half_days_and_days_show_the_same_marks(desk: VisitWindow) -> None:
    tab = _tab(desk)
    with desk.context.write("Mark") as work:
        person = attendance.grid(work, desk.ids["visit"]).rows[0].person_id
        attendance.mark(work, desk.ids["visit"], [person], [desk.ids["alarm"]], attendance.Presence.PRESENT)
    desk.until(lambda: tab.view.grid() is not None and _states(tab)[0][1] is M)
    tab.switch.chosen.emit(str(Grain.SESSION))
    desk.until(lambda: len(tab.view.places.columns) == 4)
    assert _states(tab)[0] == [M, P, M, M]
    tab.switch.chosen.emit(str(Grain.DAY))
    desk.until(lambda: len(tab.view.places.columns) == 3)


def test_the_chosen_cell_is_said_in_words(desk: VisitWindow) -> None:
    tab = _tab(desk)
    tab.view.choose(0, 0)
    assert "Mon 9 Oct am" in tab.view.accessibleDescription()
    assert "not marked yet" in tab.view.accessibleDescription()
