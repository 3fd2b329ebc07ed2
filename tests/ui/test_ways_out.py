"""No dead ends: a file that cannot be opened, an Undo that is out of date, a code that is taken, the way to a page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.services import organisations
from app.ui.bootstrap import Options, StartUp
from app.ui.desk import Desk
from app.ui.editors.links import section_of
from app.ui.main_window import MainWindow
from app.ui.page import Place
from app.ui.widgets.messages_view import Way
from app.ui.window_state import WindowState
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    made.close()


def test_a_file_that_cannot_be_opened_leaves_ways_to_another(qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mdesk"
    broken.write_bytes(b"this is no data file, whatever its name says" * 100)
    made = MainWindow(Desk(WindowState(tmp_path / "settings.json")))
    qtbot.addWidget(made)
    start = StartUp(made, Options(database=broken))
    made.show()
    start.begin()
    again = made.findChild(QPushButton, "window.file.again")
    assert again is not None
    assert again.isVisible()
    assert made.actions_table.action("action.file.open").isEnabled()
    dialog = made.findChild(QDialog, "dialog.open.refused")
    assert dialog is not None
    dialog.close()
    broken.unlink()
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert made.desk.is_open
    assert made.current_page() is not None
    start.close_file()


def test_an_offered_undo_goes_when_something_else_is_changed(window: VisitWindow, qtbot: QtBot) -> None:
    toast = window.window.toast
    toast.say("Deleted.", ways=[Way("Undo", print)])
    toast.outdated()
    assert toast.text()  # the change that the message is about
    qtbot.wait(800)
    with window.context.write("Rename") as work:
        ident = window.ids["domzale"]
        organisations.save(work, ident, replace(organisations.load(work, ident), notes="changed"))
    window.until(lambda: not toast.isVisible())


def test_a_training_opens_among_the_trainings(window: VisitWindow) -> None:
    assert section_of(window.desk, window.ids["visit"]) == "visits"
    assert section_of(window.desk, window.ids["training"]) == "trainings"


def test_a_place_can_be_narrowed_to_some_records(window: VisitWindow, qtbot: QtBot) -> None:
    window.window.go(Place("print", window.ids["visit"], "letters", (window.ids["oksana"],)))
    page = window.window.current_page()
    options = page.options  # type: ignore[union-attr]
    assert options.options().person_ids == (window.ids["oksana"],)
    everybody = window.find(QPushButton, "print.chosen.all")
    everybody.click()  # type: ignore[attr-defined]
    assert options.options().person_ids == ()
    assert not everybody.isVisible()
    for _ in range(2):  # the paper is made a moment after the last choice
        qtbot.wait(80)
        window.settle()
