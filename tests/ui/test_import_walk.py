"""What a walk through the assistant showed: files that hold up others, places that are seen, names as they are kept."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.core.vocabulary import OrganisationType
from app.importers.staged import Outcome
from app.services import organisations
from app.services.import_rows import PlanRow
from app.services.organisations import OrganisationDraft
from app.ui.fields.choices import Choice, RecordField
from app.ui.file_drop import FileDrop
from app.ui.pages import import_done
from app.ui.pages.import_words import why
from tests.ui.import_window import CLEAN, HEADS, Assistant, workbook
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> Iterator[Assistant]:
    """The assistant as the page of a visit opens it."""
    window = VisitWindow(qtbot, tmp_path)
    yield Assistant(qtbot, window)
    window.close()


def test_a_file_that_cannot_be_read_does_not_hold_up_the_others(assistant: Assistant, tmp_path: Path) -> None:
    empty = tmp_path / "empty.xlsx"
    empty.write_bytes(b"")
    assistant.drop(empty, workbook(tmp_path, CLEAN, "good.xlsx"))
    assert [one.state for one in assistant.page.session.files] == ["refused", "read"]
    assert assistant.page.session.file is assistant.page.session.files[1]
    assert assistant.page.next.isEnabled()
    # chosen once more when it is whole, it stands in the list once, and what one is at stays
    workbook(tmp_path, CLEAN[:1], "empty.xlsx")
    assistant.drop(empty)
    assert [(one.name, one.state) for one in assistant.page.session.files] == [
        ("good.xlsx", "read"),
        ("empty.xlsx", "waiting"),
    ]
    assert assistant.page.session.at == 0


def test_the_visit_one_came_from_is_seen_to_be_chosen(assistant: Assistant, tmp_path: Path) -> None:
    assistant.drop(workbook(tmp_path, CLEAN))
    first = assistant.page.file_step.target.places.first
    assert first is not None
    assert first.isChecked()
    assert assistant.page.session.activity_id == assistant.window.ids["visit"]
    # nobody is asked to look at what is not in doubt
    assert not [one for one in assistant.page.findChildren(QLabel, "import.places.said") if one.isVisible()]


def test_a_delegation_is_shown_as_the_town_it_is_kept_under(assistant: Assistant, tmp_path: Path) -> None:
    with assistant.window.context.write("A town") as work:
        draft = OrganisationDraft(
            name={"en": "Lubny hromada", "uk": "Лубенська громада"}, country="UA", type=OrganisationType.HROMADA
        )
        organisations.create(work, draft)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADS, ("Делегація Лубенської громади",), *CLEAN):
        sheet.append(row)
    path = tmp_path / "delegation.xlsx"
    book.save(path)
    assistant.to_rows(path)
    assistant.click("import.next")
    review = assistant.page.review_step
    assert [line.asked.likely for line in review.asked.lines] == [True]
    assert "Lubny hromada" in review.what(assistant.page.rows_step.rows[0])
    assistant.click("import.review.accept")
    # the button of the proposals is gone: the keyboard is where one goes on
    assert assistant.page.focusWidget() is assistant.page.next
    assistant.click("import.next")
    table = assistant.page.done_step.list
    assistant.qtbot.waitUntil(lambda: table.model.row_at(0).organisation == "Lubny hromada", timeout=5000)


def test_a_file_let_go_over_a_box_for_text_is_no_text(assistant: Assistant, tmp_path: Path) -> None:
    """The box would take the file for its address and write that into the title of the visit."""
    window = assistant.window
    watch = FileDrop(window.window)
    window.go("visits", "visit")
    handle = window.window.windowHandle()
    box = next(one for one in window.window.findChildren(QLineEdit) if one.isVisible() and "title" in one.objectName())
    before = box.text()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(workbook(tmp_path, CLEAN, above=0)))])
    at = QPointF(box.mapTo(window.window, box.rect().center()))
    left, no_key, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    moved = QDragMoveEvent(at.toPoint(), copy, mime, left, no_key)
    assert watch.eventFilter(handle, moved)
    assert moved.isAccepted()
    assert watch.eventFilter(handle, QDropEvent(at, copy, mime, left, no_key))
    window.settle()
    assert box.text() == before
    assert window.window.current_page() is assistant.page
    assert assistant.page.session.activity_id == window.ids["visit"]
    # words that are dragged are text as ever
    words = QMimeData()
    words.setText("Lubny")
    assert not watch.eventFilter(handle, QDropEvent(at, copy, words, left, no_key))


def _row(**more: object) -> PlanRow:
    given: dict[str, object] = {
        "id": "1", "sheet": "S", "row": 4, "outcome": Outcome.NEW, "reason": "import_row_new", "reason_params": {},
        "fields": {}, "sources": {}, "old": {}, "notes": (), "raw": {}, "columns": {}, "people": (),
        "left_out": False, "taken": True,
    }  # fmt: skip
    return PlanRow(**{**given, **more})  # type: ignore[arg-type]


def test_why_counts_only_what_changes_and_does_not_deny_who_is_known() -> None:
    assert why(_row()) == "Nobody like this yet."
    assert why(_row(people=("p",))) == "Somebody new: not the person who is known."
    known = {"outcome": Outcome.UPDATE, "reason": "import_row_update", "reason_params": {"n": 3}, "people": ("p",)}
    old = {"position": "clerk", "phone": "1", "email": ""}
    assert why(_row(**known, old=old)) == "Known already; fields that change: 3."
    assert why(_row(**known, old=old, stays=frozenset({"phone"}))) == "Known already; fields that change: 2."


def test_who_clicks_into_a_chosen_record_and_types_replaces_it(qtbot: QtBot) -> None:
    made = RecordField("Town", name="x.town", required=True, options=(Choice("a", "A new one"), Choice("b", "Hnivan")))
    qtbot.addWidget(made)
    made.set_value("a")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=3000)
    made.edit.clearFocus()
    qtbot.mouseClick(made.edit, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(made.edit.hasSelectedText, timeout=1000)
    qtbot.keyClicks(made.edit, "hni")
    assert made.edit.text() == "hni"
    qtbot.keyClick(made.edit, Qt.Key.Key_Return)
    assert made.value() == "b"
    # the list opens at what is chosen: Enter changes nothing
    qtbot.keyClick(made.edit, Qt.Key.Key_Down)
    qtbot.keyClick(made.edit, Qt.Key.Key_Return)
    assert made.value() == "b"


def test_of_many_who_were_taken_in_the_first_are_listed_at_once_and_all_soon(
    assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_done, "_FIRST", 1)
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.click("import.next")
    assistant.click("import.next")
    assistant.window.settle()
    taken = assistant.page.done_step._taken
    assert [one.name for one in taken] == [row[0] for row in CLEAN]
    assert len({one.id for one in taken}) == len(CLEAN)
    assert assistant.page.done_step.list.model.rowCount() == len(CLEAN)
