"""Decisions about rows that are not taken in yet do not go away unasked: with the window, the file or the language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.core.i18n import language
from app.ui.bootstrap import Options, StartUp
from tests.ui.import_window import CLEAN, Assistant, workbook
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> Iterator[Assistant]:
    """One row was left out, nothing taken in."""
    window = VisitWindow(qtbot, tmp_path)
    made = Assistant(qtbot, window)
    made.to_rows(workbook(tmp_path, CLEAN))
    assert not made.page.unfinished()
    made.key(Qt.Key.Key_Delete)
    yield made
    if window.desk.is_open:
        window.context = window.desk.context
        window.close()


def _asked(assistant: Assistant) -> QDialog:
    found = [one for one in assistant.window.window.findChildren(QDialog, "dialog.unfinished") if one.isVisible()]
    assert len(found) == 1
    return found[0]


def _press(assistant: Assistant, name: str) -> None:
    button = _asked(assistant).findChild(QPushButton, f"dialog.unfinished.{name}")
    assert button is not None
    assistant.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_closing_asks_once_and_names_the_file(assistant: Assistant) -> None:
    window = assistant.window.window
    assert not window.close()
    assert "1 row of delegation.xlsx" in assistant.page.unfinished()
    # whoever presses Enter or Esc stays
    assistant.qtbot.keyClick(_asked(assistant), Qt.Key.Key_Return)
    assert window.isVisible()
    assert assistant.page.unfinished()
    assert not window.close()
    assistant.qtbot.keyClick(_asked(assistant), Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not window.close()
    _press(assistant, "leave")
    assistant.qtbot.waitUntil(lambda: not window.isVisible(), timeout=2000)


def test_nothing_is_asked_when_all_is_taken_in(assistant: Assistant) -> None:
    assistant.click("import.next")
    assistant.click("import.next")
    assert assistant.page.session.result is not None
    assert assistant.window.window.close()


def test_another_language_waits_for_the_answer(assistant: Assistant) -> None:
    start = StartUp(assistant.window.window, Options())
    assistant.window.desk.speak("uk")
    _press(assistant, "accept")
    assistant.window.settle()
    assert language() == "en"
    assert assistant.page.unfinished()
    assistant.window.desk.speak("uk")
    _press(assistant, "leave")
    assistant.qtbot.waitUntil(lambda: language() == "uk", timeout=4000)
    assert start is not None


def test_another_file_waits_for_the_answer(assistant: Assistant) -> None:
    start = StartUp(assistant.window.window, Options())
    here = assistant.window.desk.context
    backup = here.backup("asked")
    assistant.window.desk.open_file(here.path, backup)
    _press(assistant, "accept")
    assert assistant.window.desk.context is here
    assistant.window.desk.open_file(here.path, backup)
    _press(assistant, "leave")
    assistant.qtbot.waitUntil(
        lambda: assistant.window.desk.is_open and assistant.window.desk.context is not here, timeout=8000
    )
    assert start is not None
