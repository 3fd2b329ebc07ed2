"""Overview: what needs me now, the next visits, charts that lead on, the start of an empty file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.services import deliverables
from app.services.context import Context
from app.ui.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.page import Place
from app.ui.pages.overview import OverviewPage
from app.ui.pages.overview_words import due_words
from app.ui.widgets.chart import ChartView
from app.ui.window_state import WindowState
from tests.ui.money_window import TODAY, MoneyWindow, plain


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MoneyWindow]:
    made = MoneyWindow(qtbot, tmp_path)
    made.window.resize(1440, 900)
    made.go("overview")
    yield made
    made.close()


def page(window: MoneyWindow) -> OverviewPage:
    found = window.window.current_page()
    assert isinstance(found, OverviewPage)
    return found


def titles(window: MoneyWindow) -> list[str]:
    return [row.accessibleName().split(". ")[0] for row in page(window).needs.rows()]


def test_the_head_names_the_day_and_sums_up(window: MoneyWindow) -> None:
    head = window.find(QLabel, "overview.title")
    assert isinstance(head, QLabel)
    assert head.text() == "Monday, 2 October 2023"
    said = window.find(QLabel, "overview.sum")
    assert isinstance(said, QLabel)
    # Agenda 14 days before the visit of 9 October is late, as are letters and the review of 30 September.
    assert "overdue" in said.text()
    assert said.text().endswith("The next visit begins in 7 days.")


def test_needs_are_told_with_what_begins_them(window: MoneyWindow) -> None:
    assert "There is no agenda yet" in titles(window)
    assert "Review of Strategy of Zavodske" in titles(window)
    number = titles(window).index("Review of Strategy of Zavodske")
    act = window.find(QPushButton, f"overview.need.{number}.action")
    assert isinstance(act, QPushButton)
    assert act.text() == "Remind"


def test_the_button_of_a_need_leads_to_its_place(window: MoneyWindow, qtbot: QtBot) -> None:
    number = titles(window).index("Review of Strategy of Zavodske")
    qtbot.keyClick(page(window).needs.rows()[number], Qt.Key.Key_Return)
    assert window.window.place() == Place("deliverables", window.ids["plan"], "reviews")


def test_a_need_can_be_put_off_and_comes_back(window: MoneyWindow) -> None:
    needs = page(window).needs
    first = needs.waiting()[0]
    before = len(needs.waiting())
    needs.put_off(first, 3)
    assert len(needs.waiting()) == before - 1
    assert first not in needs.waiting()
    window.desk.today = lambda: date(2023, 10, 5)
    assert first in needs.waiting(), "three days later it is there again"
    window.desk.today = lambda: TODAY
    needs._on_back()
    assert len(needs.waiting()) == before


def test_charts_lead_to_what_they_count(window: MoneyWindow) -> None:
    chart = window.find(ChartView, "overview.money.chart")
    assert isinstance(chart, ChartView)
    assert [[plain(cell) for cell in row] for row in chart.table()[1:]] == [
        ["Human resources", "0", "2 000"],
        ["Travel", "600", "1 500"],
        ["Total", "600", "3 500"],
    ]
    page(window).stages.chosen.emit("not_started")
    assert window.window.place() == Place("deliverables", tab="stage.not_started")


def test_a_change_is_seen_at_once(window: MoneyWindow) -> None:
    with window.context.write("Delete") as work:
        deliverables.delete(work, window.ids["plan"])
    window.settle()
    window.until(lambda: "Review of Strategy of Zavodske" not in titles(window))
    window.undo()
    window.until(lambda: "Review of Strategy of Zavodske" in titles(window))


@pytest.mark.parametrize(("width", "right", "middle"), [(1280, False, False), (1440, True, False), (2560, True, True)])
def test_columns_follow_the_window(window: MoneyWindow, width: int, right: bool, middle: bool) -> None:
    window.window.resize(width, 720)
    shown = page(window)
    window.until(lambda: shown._right.isVisible() is right and shown._middle.isVisible() is middle)
    assert shown.money.isVisible()


def test_an_empty_file_offers_three_ways(qtbot: QtBot, tmp_path: Path) -> None:
    context = Context.open(tmp_path / "empty.mdesk")
    desk = Desk(WindowState(tmp_path / "w.json"))
    window = MainWindow(desk)
    desk.set_context(context)
    qtbot.addWidget(window)
    window.show()
    window.go(Place("overview"))
    shown = window.current_page()
    assert isinstance(shown, OverviewPage)
    qtbot.waitUntil(shown.start.isVisible, timeout=5000)
    for name in ("programme", "import", "sample"):
        assert window.findChild(QPushButton, f"overview.start.{name}") is not None
    assert shown.primary_action() is None
    desk.jobs.stop()
    desk.set_context(None)
    context.close()


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2023, 10, 2), "today"),
        (date(2023, 10, 3), "tomorrow"),
        (date(2023, 9, 29), "3 days over"),
        (date(2023, 6, 1), "since 1 Jun 2023"),
    ],
)
def test_due_days_in_words(due: date, said: str) -> None:
    assert due_words(due, TODAY) == said
