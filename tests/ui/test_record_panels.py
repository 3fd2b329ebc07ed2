"""The History and Documents tabs: what changed from what to what, taking it back; files kept, opened, taken off."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services import documents, people
from app.ui.pages.documents_panel import DocumentsPanel
from app.ui.pages.history_panel import HistoryPanel
from tests.ui.record_window import RecordWindow


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[RecordWindow]:
    made = RecordWindow(qtbot, tmp_path)
    yield made
    made.close()


def _texts(panel: HistoryPanel) -> list[str]:
    return [made.text() for made in panel.findChildren(QLabel) if made.isVisible()]


def test_history_tells_from_what_to_what_and_restores(desk: RecordWindow) -> None:
    ident = desk.ids["matjaz"]
    with desk.context.write("Change person") as work:
        people.save(work, ident, replace(people.load(work, ident), salutation="Dr", passport_number="PB123"))
    desk.go("people", "matjaz", "history")
    panel = desk.find(HistoryPanel, "person.history.panel")
    assert isinstance(panel, HistoryPanel)
    desk.until(lambda: "Dr" in _texts(panel))
    assert [panel.list.model.data(panel.list.model.index(row, 1)) for row in range(2)] == ["Change person", "Set up"]
    assert "nothing" in _texts(panel)
    assert "PB123" not in " ".join(_texts(panel))
    panel.restore_button.click()

    def restored() -> bool:
        with desk.context.read() as view:
            return people.load(view, ident).salutation == ""

    desk.until(restored)
    desk.until(lambda: panel.list.model.shown == 3)
    assert "Taken back: Change person" in str(panel.list.model.data(panel.list.model.index(0, 1)))


def test_what_was_built_upon_is_not_taken_back_and_the_reason_is_told(desk: RecordWindow) -> None:
    ident = desk.ids["matjaz"]
    for word in ("Mr", "Dr"):
        with desk.context.write("Change person") as work:
            people.save(work, ident, replace(people.load(work, ident), salutation=word))
    desk.go("people", "matjaz", "history")
    panel = desk.find(HistoryPanel, "person.history.panel")
    assert isinstance(panel, HistoryPanel)
    desk.until(lambda: panel.list.model.shown == 3)
    panel.list.view.selectRow(1)
    desk.until(lambda: "Mr" in _texts(panel))
    panel.restore_button.click()
    desk.until(lambda: "cannot be taken back" in desk.window.toast.text())


def test_a_dropped_file_is_kept_described_and_taken_off(desk: RecordWindow, tmp_path: Path) -> None:
    source = tmp_path / "letter.txt"
    source.write_text("Dear Oksana")
    desk.go("people", "oksana", "documents")
    panel = desk.find(DocumentsPanel, "person.documents.panel")
    assert isinstance(panel, DocumentsPanel)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    panel.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    desk.until(lambda: panel.kept.model.shown == 1)
    with desk.context.read() as view:
        (row,) = documents.list_rows(view, owner_kind="person", owner_id=desk.ids["oksana"])
        assert documents.content(view, row.id) == b"Dear Oksana"
    panel.kept.select(row.id)
    panel._on_remove_chosen()
    desk.until(lambda: panel.kept.model.shown == 0)
    desk.undo()
    desk.until(lambda: panel.kept.model.shown == 1)


def test_a_file_that_is_gone_is_told_and_nothing_is_kept(desk: RecordWindow, tmp_path: Path) -> None:
    desk.go("people", "oksana", "documents")
    panel = desk.find(DocumentsPanel, "person.documents.panel")
    assert isinstance(panel, DocumentsPanel)
    panel.add_files([tmp_path / "none.pdf"])
    desk.until(lambda: "none.pdf" in desk.window.toast.text())
    assert panel.kept.model.shown == 0
