"""Small stumbles on the way to a paper: several certificates chosen, focus, keys, messages that follow, garbage."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.core.collector import collector_at_rest, much_was_made
from app.ui.actions import _with_key
from app.ui.garbage import GarbageTimer
from app.ui.messages import Toast
from app.ui.pages import print_preview_batch
from app.ui.pages.documents import DocumentsPage
from app.ui.pages.print_preview import PrintPage
from app.ui.widgets.buttons import button
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    made.issue()
    yield made
    made.close()


def _print(window: VisitWindow, paper: str) -> PrintPage:
    window.go("print", window.ids["visit"], paper)
    page = window.window.current_page()
    assert isinstance(page, PrintPage)
    window.settle()
    return page


def test_several_certificates_are_summed_up(window: VisitWindow) -> None:
    window.go("documents", "", "certificates")
    page = window.window.current_page()
    assert isinstance(page, DocumentsPage)
    tab = page.register
    tab.list.view.selectAll()
    window.settle()
    shown = [one.text() for one in tab.detail.findChildren(QLabel)]
    assert "2 certificates chosen" in shown
    assert "0 of 2" in shown
    assert [key for key, made in tab.detail._buttons.items() if made.isVisible()] == ["print", "deliver"]
    assert not any(act.isEnabled() for act in tab._for_one)
    tab.list.view.clearSelection()
    tab.list.select(tab.list.model.row_at(0).id)
    window.settle()
    assert [key for key, made in tab.detail._buttons.items() if made.isVisible()] == list(tab.detail._buttons)
    assert all(act.isEnabled() for act in tab._for_one)


def test_the_keyboard_stays_where_another_paper_is_chosen(window: VisitWindow, qtbot: QtBot) -> None:
    page = _print(window, "badges")
    qtbot.waitUntil(lambda: page.finished is not None and page.save.hasFocus())
    page.options.paper.combo.setFocus()
    page.options.paper.set_value("name-tents")
    page.options._on_moved()
    qtbot.waitUntil(lambda: page.finished is not None and page.finished.paper.value == "name-tents")
    assert page.options.paper.combo.hasFocus()


def test_enter_on_a_page_presses_the_button_that_has_the_keyboard(window: VisitWindow, qtbot: QtBot) -> None:
    page = _print(window, "badges")
    qtbot.waitUntil(page.save.hasFocus)
    qtbot.keyClick(page.save, Qt.Key.Key_Return)
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.objectName() == "dialog.print.save"
    dialog.reject()


def test_enter_with_ctrl_is_not_a_press(qtbot: QtBot) -> None:
    pressed: list[int] = []
    made = button("Press", clicked=lambda: pressed.append(1))
    qtbot.addWidget(made)
    qtbot.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    qtbot.keyClick(made, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert pressed == [1]


def test_single_files_get_a_folder_named_by_event_and_paper(window: VisitWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = _print(window, "personal-agenda")
    qtbot.waitUntil(lambda: page.finished is not None)
    assert page.finished is not None
    documents = tmp_path / "Documents"
    documents.mkdir()
    (documents / "other.txt").write_text("…")
    page.outlet.save_each_to(page.finished, documents)
    name = Path(page.finished.printed.file_name).stem
    qtbot.waitUntil(lambda: (documents / name).is_dir() and not window.window.desk.jobs.running())
    assert sorted(one.name for one in documents.iterdir()) == sorted(["other.txt", name])
    assert all(one.suffix == ".pdf" for one in (documents / name).iterdir())
    assert window.window.desk.settings.get("print.folder", "") == str(documents)


def test_a_batch_stopped_before_its_first_file_leaves_no_folder(window: VisitWindow, tmp_path: Path) -> None:
    folder = tmp_path / "made for it"
    folder.mkdir()
    page = _print(window, "badges")
    page.outlet.batches._made = folder
    page.outlet.batches._on_each(print_preview_batch.Batch(folder, 0, 5, stopped=True))
    assert not folder.exists()


def test_trouble_does_not_follow_to_other_pages(
    window: VisitWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.messages._STAYS", 50)
    window.go("visits")
    toast = window.window.toast
    window.window.desk.say("No mail program took the draft", tone="warning")
    qtbot.wait(120)
    assert toast.isVisible(), "it stays where it was told"
    window.go("people")
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=2000)


def test_every_menu_opens_with_its_own_letter() -> None:
    taken: set[str] = set()
    assert [_with_key(words, taken) for words in ("File", "Find", "Іф", "F")] == ["&File", "F&ind", "&Іф", "F"]


def test_what_a_job_made_is_not_looked_through_while_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    much_was_made()
    monkeypatch.setattr(gc, "get_count", lambda: (5000, 50, 50))
    monkeypatch.setattr(gc, "collect", looks.append)
    busy = [True]
    parent = QObject()
    timer = GarbageTimer(parent, lambda: busy[0])
    for _ in range(61):
        timer._on_look()
    assert looks == [0] * 59 + [2, 0], "once in a minute all the same"
    busy[0] = False
    timer._on_look()
    assert looks[-1] == 2


def test_a_toast_is_as_high_as_its_words(qtbot: QtBot, window: VisitWindow) -> None:
    toast = window.window.toast
    assert isinstance(toast, Toast)
    window.window.desk.say("Saved", "in a folder")
    qtbot.wait(50)
    assert toast.height() == toast.heightForWidth(toast.width())


def test_what_a_long_job_made_is_set_apart_and_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "get_count", lambda: (5000, 50, 50))
    monkeypatch.setattr(gc, "collect", looks.append)
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    monkeypatch.setattr("app.core.collector._MUCH", -1.0)
    busy = [True]
    parent = QObject()
    timer = GarbageTimer(parent, lambda: busy[0])
    with collector_at_rest():
        timer._on_look()
        assert not looks, "while it makes them nothing is looked through"
    busy[0] = False
    timer._on_look()
    assert (looks, frozen) == ([], [True])
    timer._on_look()
    assert looks == [2]
