"""The actions that the shell itself can always do."""

from typing import TYPE_CHECKING

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
            self._window.focus_page()


def provide_window_actions(window: "MainWindow") -> None:
    """Connect the actions of the table with the shell: places, look, help."""
    table = window.actions_table
    table.provide("action.file.quit", window.close)
    table.provide("action.go.back", window.go_back)
    table.provide("action.go.forward", window.go_forward)
    table.provide("action.go.search", window.tools.search.focus)
    table.provide("action.go.programme", window.tools.switcher.open_list)
    table.provide("action.view.side", window.fold_side_bar)
    table.provide("action.view.light", window.look_light)
    table.provide("action.view.dark", window.look_dark)
    table.provide("action.view.system", window.look_as_system)
    table.provide("action.view.larger", window.larger_text)
    table.provide("action.view.smaller", window.smaller_text)
    table.provide("action.view.normal", window.normal_text)
    table.provide("action.help.shortcuts", _Go(window, Place("help", tab="shortcuts")))
    table.provide("action.help.about", _Go(window, Place("help", tab="about")))
    table.provide("action.help.page", window.go_help)
    table.provide("action.tools.settings", _Go(window, Place("settings")))
    for section in SECTIONS:
        table.provide(f"action.go.{section}", _Go(window, Place(section)))
