"""The shell: places, back and forward, lazily made pages, settings, the table of actions."""

import json
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.changes import ChangeSet, change_set
from app.ui.actions import ACTIONS, MORE_SHORTCUTS
from app.ui.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.page import Page, Place, PrimaryAction
from app.ui.theme import theme
from app.ui.widgets.search_box import SearchHit
from app.ui.window_state import WindowState


class StandIn:
    """An open file that holds nothing: enough for a window's shell."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[object], None]] = []

    def subscribe(self, listener: Callable[[object], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)


class VisitsPage(Page):
    section = "visits"
    stays = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.places: list[Place] = []
        self.seen: list[ChangeSet] = []
        self.made = 0

    def show_place(self, place: Place) -> None:
        self.places.append(place)

    def title(self) -> str:
        return "Visits"

    def primary_action(self) -> PrimaryAction:
        return PrimaryAction("New visit", self._on_new, "action.visit.new.button")

    def _on_new(self) -> None:
        self.made += 1

    def changes(self, change_set: ChangeSet) -> None:
        self.seen.append(change_set)

    def may_leave(self) -> bool:
        return not self.stays


class PeoplePage(Page):
    section = "people"


PAGES = {"visits": "stand_in_pages:VisitsPage", "people": "stand_in_pages:PeoplePage"}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    module = types.ModuleType("stand_in_pages")
    module.__dict__.update(VisitsPage=VisitsPage, PeoplePage=PeoplePage)
    monkeypatch.setitem(sys.modules, "stand_in_pages", module)
    made = MainWindow(Desk(WindowState(tmp_path / "window.json")), PAGES)
    made.desk.set_context(StandIn())  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


def test_pages_are_made_when_gone_to(window: MainWindow) -> None:
    assert window._pages == {}
    assert window.go(Place("visits", "v1", "agenda"))
    page = window.current_page()
    assert isinstance(page, VisitsPage)
    assert page.places == [Place("visits", "v1", "agenda")]
    assert list(window._pages) == ["visits"]
    assert not window.go(Place("nowhere"))


def test_back_and_forward(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("visits"))
    window.go(Place("visits", "v1"))
    window.go(Place("visits", "v1", "agenda"))
    window.go(Place("people"))
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.place() == Place("visits", "v1", "agenda")
    window.go_back()
    assert window.place() == Place("visits"), "tabs of one record are one place"
    assert not window.trail.can(-1)
    window.go_forward()
    window.go_forward()
    assert window.place() == Place("people")


def test_a_page_that_must_be_stayed_on(window: MainWindow) -> None:
    window.go(Place("visits"))
    page = window.current_page()
    assert isinstance(page, VisitsPage)
    page.stays = True
    assert not window.go(Place("people"))
    assert window.place() == Place("visits")
    page.stays = False


def test_the_primary_button_is_the_page_s(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("visits"))
    button = window.tools.primary_button
    assert button.isVisible()
    assert button.accessibleName() == "New visit"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    page = window.current_page()
    assert isinstance(page, VisitsPage)
    assert page.made == 1
    window.go(Place("people"))
    assert not button.isVisible()


def test_changes_reach_every_page(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("visits"))
    page = window.current_page()
    assert isinstance(page, VisitsPage)
    window.desk.bus.receive(change_set([("person", "1")]))
    qtbot.waitUntil(lambda: bool(page.seen))
    assert page.seen[0].touches("person")


def test_search_answers_with_hits_and_commands(window: MainWindow, qtbot: QtBot) -> None:
    window.search.use(lambda text: [SearchHit(f"Found {text}", place=Place("people"))])
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.tools.search.edit, "dark")
    qtbot.waitUntil(lambda: window.tools.search.hit(0) is not None)
    assert window.tools.search.hit(0) == SearchHit("Found dark", place=Place("people"))
    command = window.tools.search.hit(1)
    assert command is not None
    assert command.action == "action.view.dark"
    qtbot.keyClick(window.tools.search.edit, Qt.Key.Key_Return)
    assert window.place() == Place("people")


def test_in_a_narrow_window_the_search_is_an_icon_until_one_searches(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    assert window.tools.search.isVisible()
    assert not window.tools.search_button.isVisible()
    window.resize(1100, 800)
    assert not window.tools.search.isVisible()
    qtbot.mouseClick(window.tools.search_button, Qt.MouseButton.LeftButton)
    assert window.tools.search.isVisible()
    assert window.tools.search.edit.hasFocus()
    assert not window.tools.switcher.isVisible(), "its place is taken while one searches"
    window.page_area.setFocus()
    assert not window.tools.search.isVisible()
    assert window.tools.search_button.isVisible()
    assert window.tools.switcher.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.tools.search.edit.hasFocus(), "Ctrl+K brings it from anywhere"


def test_look_is_changed_and_remembered(window: MainWindow, tmp_path: Path) -> None:
    window.actions_table.run("action.view.dark")
    window.actions_table.run("action.view.larger")
    assert (theme().scheme, theme().text_size) == ("dark", 110)
    # At once: a program that ends badly a moment later comes back as it was chosen.
    saved = json.loads((tmp_path / "window.json").read_text())
    assert (saved["look.mode"], saved["look.text_size"]) == ("dark", 110)


def test_only_the_look_that_was_chosen_is_remembered(window: MainWindow, tmp_path: Path) -> None:
    """``--theme dark`` is for one start; who makes the text larger then has not chosen it."""
    theme().set(mode="dark")
    window.actions_table.run("action.view.larger")
    saved = json.loads((tmp_path / "window.json").read_text())
    assert saved["look.text_size"] == theme().text_size
    assert "look.mode" not in saved
    assert not window.side._narrow
    window.chosen_look.choose(size=200)
    assert window.side._narrow, "the side bar gives way to large text at once"


def test_the_side_bar_folds_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: not window.side.is_small)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.side.is_small)
    assert window.side.width() == 52
    assert not window.side.wanted_small


@pytest.mark.parametrize("size", [80, 100, 150])
def test_nothing_is_wider_than_a_small_screen(window: MainWindow, qtbot: QtBot, size: int) -> None:
    window.chosen_look.choose(size=size)
    window.resize(1280, 720)
    window.go(Place("visits"))
    qtbot.wait(1)
    assert window.minimumSizeHint().width() <= 1280
    window.chosen_look.choose(size=100)


def test_actions_have_their_own_names_and_keys() -> None:
    ids = [spec.id for spec in ACTIONS]
    assert len(ids) == len(set(ids))
    keys = [spec.shortcut for spec in ACTIONS if spec.shortcut] + [k for more in MORE_SHORTCUTS.values() for k in more]
    assert len(keys) == len(set(keys))


def test_everything_that_can_be_pressed_has_a_name(window: MainWindow) -> None:
    window.go(Place("visits"))
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert nameless == []


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"a": ' * 2000, "\x00\xff", "null"])
def test_a_damaged_settings_file_is_kept_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(text, encoding="utf-8")
    state = WindowState(path)
    assert state.get("place", ["overview"]) == ["overview"]
    assert path.with_suffix(".damaged.json").exists()
    state.put("place", ["visits", "", ""])
    assert state.save()
    assert WindowState(path).get("place", []) == ["visits", "", ""]


def test_settings_of_another_type_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text('{"look.text_size": "large", "side.small": 1}')
    state = WindowState(path)
    assert state.get("look.text_size", 100) == 100
    assert state.get("side.small", False) is False
