"""A page just gone to gives the focus to something that Enter does no harm with, never to a button of its head."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.first_focus import calm_focus
from app.ui.page import Place
from app.ui.widgets.search_box import SearchHit
from app.ui.widgets.tabs import TabBar
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    made.close()


def test_enter_pressed_twice_opens_a_visit_and_does_no_more(window: VisitWindow, qtbot: QtBot) -> None:
    window.go("visits")
    window.settle()
    listed = window.page().list.table
    listed.select(window.ids["visit"])
    listed.view.setFocus()
    assert QApplication.focusWidget() is listed.view
    qtbot.keyClick(listed.view, Qt.Key.Key_Return)
    window.settle()
    place = window.window.place()
    assert place is not None
    assert place.record_id == window.ids["visit"]
    held = QApplication.focusWidget()
    assert isinstance(held, TabBar), held
    qtbot.keyClick(held, Qt.Key.Key_Return)
    window.settle()
    assert window.window.place() == place
    assert QApplication.activeModalWidget() is None


def test_a_button_of_the_head_gives_the_focus_away_and_a_field_keeps_it(window: VisitWindow) -> None:
    window.go("visits", window.ids["visit"])
    window.settle()
    page = window.page()
    window.find(QPushButton, "action.visit.copy").setFocus()
    calm_focus(page)
    assert isinstance(QApplication.focusWidget(), TabBar)
    window.window.tools.search.focus()
    held = QApplication.focusWidget()
    assert held is window.window.tools.search.edit
    calm_focus(page)
    assert QApplication.focusWidget() is held


def test_who_came_by_the_search_box_is_in_the_page_at_once(window: VisitWindow) -> None:
    window.go("overview")
    box = window.window.tools.search
    box.focus()
    box.edit.clearFocus()
    box.chosen.emit(SearchHit("Visit", place=Place("visits", window.ids["visit"])))
    window.settle()
    held = QApplication.focusWidget()
    assert isinstance(held, TabBar)
    assert window.page().isAncestorOf(held)
