"""The hands at mouse and keyboard of a coordinator."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.context import Context
from app.ui.main_window import MainWindow


class Coordinator:
    """The hands at mouse and keyboard; waits until the work of the window is done after each thing."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.bot, self.window = qtbot, window

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.window.current_page()

    @property
    def context(self) -> Context:
        """The open data file."""
        return self.window.desk.context

    def until(self, ready: Callable[[], object]) -> None:
        """Wait for something, and for all work beside the window."""
        self.bot.waitUntil(lambda: bool(ready()), timeout=20_000)
        self.rest()

    def rest(self) -> None:
        """Wait until no job runs."""
        self.bot.waitUntil(lambda: not self.window.desk.jobs.running(), timeout=20_000)
        QTest.qWait(20)

    def see(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        """The visible widget of that objectName."""
        found = [one for one in self.window.findChildren(kind, name) if one.isVisible()]
        assert found, f"nothing called {name} can be seen"
        return found[0]

    def click(self, name: str) -> None:
        """Press a button with the mouse."""
        made = self.see(name, QPushButton)
        assert made.isEnabled(), f"{name} cannot be pressed"
        self.bot.mouseClick(made, Qt.MouseButton.LeftButton)
        self.rest()

    def tab(self, name: str, key: str) -> None:
        """Press a tab."""
        bar = self.see(name)
        self.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect_of(key).center())
        self.rest()

    def double_click(self, view: Any, point: QPoint) -> None:
        """Double-click at a place of a grid."""
        self.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self.bot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self.rest()

    def keys(self, widget: QWidget, text: str) -> None:
        """Replace what stands in a field by typing."""
        widget.setFocus()
        self.bot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.bot.keyClicks(widget, text)

    def undo(self) -> None:
        """Ctrl+Z with no field in the way: the menu's own action."""
        # No window manager gives the window back its keys after a dialog was closed.
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow)
        self.window.page_area.setFocus()
        self.rest()
        self.bot.keyClick(self.window.page_area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self.rest()

    def choose_file(self, name: str, path: Path) -> None:
        """Press a button that asks for a file, paste the file's name, press Open."""
        self.bot.mouseClick(self.see(name, QPushButton), Qt.MouseButton.LeftButton)
        dialog = self.window.findChild(QFileDialog)
        assert dialog is not None
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        # Pasted: the list of proposals takes typed keys for itself.
        QApplication.clipboard().setText(str(path))
        field.setFocus()
        self.bot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.bot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        field.completer().popup().hide()
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        self.bot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Open), Qt.MouseButton.LeftButton)
        self.rest()
