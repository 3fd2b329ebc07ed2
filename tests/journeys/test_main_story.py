"""The main job from spreadsheet to certificate, through the window: import, agenda, attendance, print, certificates."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.core.paths import resources
from app.models.activities import Activity
from app.models.agendas import Session
from app.models.certificates import Certificate
from app.services import records, sample
from app.ui.page import Place
from tests.journeys.coordinator import Coordinator

SHEET = resources() / "sample" / "participants" / "zavodske-delegation.xlsx"


def _visit(hands: Coordinator) -> str:
    with hands.context.read() as view:
        return records.by_code(view, Activity, sample.VISIT).id


def _count(hands: Coordinator, record: type[Any]) -> int:
    with hands.context.read() as view:
        return view.session.query(record).count()


def _take_in_delegation(hands: Coordinator, visit: str) -> None:
    """File → columns → rows → what will be written → taken in."""
    hands.window.go(Place("import", visit))
    hands.rest()
    hands.choose_file("import.choose", SHEET)
    hands.until(hands.page.next.isEnabled)
    hands.click("import.next")
    assert hands.page.step == "columns"
    hands.click("import.next")
    hands.until(lambda: hands.page.step == "rows")
    hands.click("import.next")
    hands.until(lambda: hands.page.step == "take")
    hands.click("import.next")
    hands.until(lambda: hands.page.session.result is not None)


def _add_session(hands: Coordinator) -> None:
    """A free evening hour of the first day of the visit: double-click, a title, and Ctrl+Z for all of it."""
    before = _count(hands, Session)
    grid = hands.see("visit.agenda.grid")
    moment = datetime(2023, 10, 14, 10, 0)
    hands.double_click(grid, grid.point_of(moment))
    hands.until(lambda: _count(hands, Session) == before + 1)
    title = _title_field(hands)
    hands.keys(title, "A walk along the river")
    hands.bot.keyClick(title, Qt.Key.Key_Tab)
    QTest.qWait(1_000)
    hands.until(lambda: _titled(hands, "A walk along the river") == 1)
    hands.undo()
    hands.until(lambda: _titled(hands, "A walk along the river") == 0)
    hands.undo()
    hands.until(lambda: _count(hands, Session) == before)


def _title_field(hands: Coordinator) -> Any:
    found = [
        one
        for one in hands.page.findChildren(QWidget)
        if one.objectName().endswith("text.title.first") and one.isVisible()
    ]
    assert found
    return found[0]


def _titled(hands: Coordinator, title: str) -> int:
    with hands.context.read() as view:
        return sum(row.title.get("en") == title for row in view.session.query(Session))


@pytest.mark.slow
def test_from_a_spreadsheet_to_certificates(coordinator: Coordinator) -> None:
    hands = coordinator
    visit = _visit(hands)

    _take_in_delegation(hands, visit)
    hands.click("import.open.people")
    table = hands.page.table.table
    hands.until(lambda: table.model.total > 0)
    hands.bot.keyClicks(table.filter_box, "zavodske")
    hands.until(lambda: table.model.shown == 12)

    hands.window.go(Place("visits", visit, "agenda"))
    hands.rest()
    _add_session(hands)

    hands.tab("visit.tabs", "attendance")
    hands.click("visit.attendance.all")
    grid = hands.see("visit.attendance.grid")
    hands.until(lambda: grid.grid() is not None and len(grid.grid().rows) == 12)
    hands.bot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.cell_rect(0, 0).center())
    hands.bot.keyClick(grid, Qt.Key.Key_A)
    hands.rest()

    hands.window.go(Place("print", visit, "agenda"))
    hands.until(lambda: hands.page._pages() >= 5)

    hands.window.go(Place("visits", visit, "attendance"))
    hands.rest()
    hands.click("visit.certificates.issue")
    hands.until(lambda: _count(hands, Certificate) == 12)
    hands.window.go(Place("documents", tab="certificates"))
    register = hands.see("list.certificates")
    hands.until(lambda: register.model().rowCount() == 12)

    hands.undo()
    hands.until(lambda: _count(hands, Certificate) == 0)
    hands.until(lambda: register.model().rowCount() == 0)
