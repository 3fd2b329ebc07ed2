"""The window toolkit itself: faults of single releases that would only show after hours of use."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


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
