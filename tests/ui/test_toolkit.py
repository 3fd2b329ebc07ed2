"""The window toolkit itself: faults of single releases that would only show after hours of use."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.widgets.buttons import Pills


def test_painting_keeps_the_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one reference to None a call and aborts after some hundred repaints.

    From Python 3.12 on None is immortal and its count never moves.
    """
    image = QImage(16, 16, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    try:
        painter.setPen(QPen(Qt.GlobalColor.black))
        before = sys.getrefcount(None)
        for _ in range(200):
            painter.setPen(QPen(Qt.GlobalColor.black))
        after = sys.getrefcount(None)
    finally:
        painter.end()
    assert abs(after - before) < 50


def test_a_window_opens_without_a_display(qtbot: QtBot) -> None:
    """The offscreen platform shows a window with letters of every alphabet and warns of nothing."""
    label = QLabel("Їжак Ђорђе Žužemberk Åre Ķegums")
    qtbot.addWidget(label)
    label.show()
    qtbot.waitExposed(label)
    assert label.grab().width() > 0


def test_pills_count_anew_without_being_made_anew(qtbot: QtBot) -> None:
    pills = Pills("test.filters")
    qtbot.addWidget(pills)
    pills.show()
    pills.set_pills([("all", "All", 3), ("open", "Open", 1)], "open")
    before = pills.findChild(QPushButton, "test.filters.open")
    assert before is not None
    assert before.isVisible()
    after = QPushButton("Save filter")
    pills.add_widget(after)
    assert after.isVisible()
    pills.set_pills([("all", "All", 4), ("open", "Open", 2)])
    assert pills.findChild(QPushButton, "test.filters.open") is before, "the keyboard stays where it is"
    assert before.text() == "Open  2"
    assert pills.current() == "open"
    assert not after.isVisible(), "what stands after them belongs to what was offered"
    pills.set_pills([("all", "All", 4)])
    assert pills.current() == "all"
