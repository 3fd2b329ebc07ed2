"""Real windows on the offscreen platform, with the theme installed and settings in a folder of the test."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core import i18n, paths
from app.ui.theme import theme


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """As in the program: no widget is destroyed by the collector in the middle of an event, only between them."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def look(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Light, 100 %, English; the user's folders are the test's own."""
    monkeypatch.setattr(paths, "user_settings", lambda: tmp_path / "settings")
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path / "data")
    i18n.set_language("en")
    theme().set(mode="light", text_size=100)
    theme().install(qapp)
    yield
    i18n.set_language("en")
