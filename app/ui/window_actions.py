"""The actions that the shell itself can always do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from app.ui.page import Place
from app.ui.registry import SECTIONS

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class _Go:
    """A way to a place, for the table of actions: holds no widget's slot, so nothing leaks."""

    def __init__(self, window: "MainWindow", place: Place) -> None:
        self._window = window
        self._place = place

    def __call__(self) -> None:
        if self._window.go(self._place) and self._place.section in SECTIONS:
            focus_page(self._window)


class _Look:
    """Colours or a text size that is chosen in the menu."""

    def __init__(self, window: "MainWindow", mode: str | None = None, size: int | None = None) -> None:
        self._window = window
        self._mode, self._size = mode, size

    def __call__(self) -> None:
        self._window.chosen_look.choose(mode=self._mode, size=self._size)


def focus_page(window: "MainWindow") -> None:
    """The keyboard into the page: its list, else its beginning. For those who came by a shortcut."""
    page = window.current_page()
    views = page.findChildren(QAbstractItemView) if page is not None else []
    found = next((view for view in views if view.isVisible() and _takes_tab(view)), None)
    (found or window.page_area).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _takes_tab(view: QAbstractItemView) -> bool:
    return bool(view.focusPolicy() & Qt.FocusPolicy.TabFocus)


def provide_window_actions(window: "MainWindow") -> None:
    """Connect the actions of the table with the shell: places, look, help."""
    table = window.actions_table
    table.provide("action.file.quit", window.close)
    table.provide("action.go.back", window.go_back)
    table.provide("action.go.forward", window.go_forward)
    table.provide("action.go.search", window.tools.search.focus)
    table.provide("action.go.programme", window.tools.switcher.open_list)
    table.provide("action.view.side", window.fold_side_bar)
    table.provide("action.view.light", _Look(window, "light"))
    table.provide("action.view.dark", _Look(window, "dark"))
    table.provide("action.view.system", _Look(window, "system"))
    table.provide("action.view.larger", window.chosen_look.larger)
    table.provide("action.view.smaller", window.chosen_look.smaller)
    table.provide("action.view.normal", _Look(window, size=100))
    table.provide("action.help.shortcuts", _Go(window, Place("help", tab="shortcuts")))
    table.provide("action.help.about", _Go(window, Place("help", tab="about")))
    table.provide("action.help.page", window.go_help)
    table.provide("action.tools.settings", _Go(window, Place("settings")))
    for section in SECTIONS:
        table.provide(f"action.go.{section}", _Go(window, Place(section)))
