"""A window on a data file with the sample's programmes, driven by mouse and keyboard as a coordinator would."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core import i18n, paths
from app.services import sample
from app.services.context import Context
from app.ui import bootstrap
from app.ui.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.page import Place
from app.ui.theme import theme
from app.ui.window_state import WindowState
from tests.journeys.coordinator import Coordinator


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """As in the program: no widget is destroyed by the collector in the middle of an event, only between them."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def look(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Light, 100 %, English; the user's folders are the test's own; Qt's own file dialog."""
    monkeypatch.setattr(paths, "user_settings", lambda: tmp_path / "settings")
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path / "data")
    i18n.set_language("en")
    theme().set(mode="light", text_size=100)
    theme().install(qapp)


@pytest.fixture
def coordinator(qtbot: QtBot, tmp_path: Path) -> Iterator[Coordinator]:
    """At the window, on a data file with the programmes of the sample and nobody from the spreadsheets."""
    database = tmp_path / "story.mdesk"
    context = Context.open(database)
    sample.build_structure(context)
    context.changed = False
    context.close()
    window = MainWindow(Desk(WindowState(tmp_path / "settings.json")))
    start = bootstrap.StartUp(window, bootstrap.Options(database, place=Place("overview")))
    window.show()
    # Shortcuts go to the active window only.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    start.begin()
    hands = Coordinator(qtbot, window)
    hands.rest()
    yield hands
    hands.rest()
    start.close_file()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
