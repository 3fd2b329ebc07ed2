"""Where the rows go: proposed by the sheet, by the page one came from, or asked once; nothing goes silently."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from app.core.dates import PartialDate
from app.services import activities, participations, programmes
from app.services.activities import ActivityDraft
from app.services.programmes import ProgrammeDraft
from app.ui.file_drop import FileDrop, import_from
from app.ui.page import Place
from app.ui.pages.import_page import ImportPage
from tests.ui.import_window import CLEAN, Assistant, workbook
from tests.ui.visit_window import VisitWindow


class TwoProgrammes(VisitWindow):
    """Besides CEP-UA, whose code comes first, another programme with a visit."""

    def _fill(self) -> None:
        super()._fill()
        with self.context.write("Another") as work:
            other = self.ids["other"] = programmes.create(work, ProgrammeDraft(code="AAA", title={"en": "Earlier"}))
            self.ids["forum"] = activities.create(
                work,
                ActivityDraft(
                    programme_id=other, title={"en": "Network forum"}, start=PartialDate.of(date(2024, 5, 6))
                ),
            )


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[TwoProgrammes]:
    made = TwoProgrammes(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def assistant(qtbot: QtBot, window: TwoProgrammes) -> Assistant:
    """The assistant as File > Import opens it."""
    made = Assistant(qtbot, window)
    window.window.go(Place("people"))
    window.window.go(Place("import"))
    assert isinstance(made.page, ImportPage)
    window.settle()
    return made


def place(assistant: Assistant, words: str) -> QRadioButton:
    """The place that is offered with these words."""
    return next(
        one
        for one in assistant.page.file_step.target.places.findChildren(QRadioButton)
        if words in one.accessibleName() and one.isVisible()
    )


def choose(assistant: Assistant, words: str) -> None:
    """One click on a place."""
    made = place(assistant, words)
    assistant.clicks += 1
    assistant.qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPointF(10, made.height() / 2).toPoint())
    assistant.window.settle()


def test_nothing_told_is_asked_once_and_five_clicks_after_the_drop_are_enough(
    assistant: Assistant, tmp_path: Path
) -> None:
    page = assistant.page
    assert page.session.chosen[:2] == ("", "")
    assistant.drop(workbook(tmp_path, CLEAN, above=0))
    assert page.session.programme_id == ""
    assert not page.next.isEnabled()
    assert "Choose at the left" in page.foot_text.text()
    first = page.file_step.target.places.first
    assert first is not None
    assert page.focusWidget() is first
    choose(assistant, "Network forum")
    assert page.session.chosen[:2] == (assistant.window.ids["other"], assistant.window.ids["forum"])
    for _ in range(4):
        assistant.click("import.next")
    assert len(page.session.result.people) == 3
    assert assistant.clicks == 5
    with assistant.window.context.read() as view:
        assert len(participations.list_rows(view, assistant.window.ids["forum"])) == 3


def test_the_keyboard_alone_is_enough(assistant: Assistant, tmp_path: Path) -> None:
    page = assistant.page
    page.window().activateWindow()
    assistant.qtbot.waitUntil(page.window().isActiveWindow, timeout=3000)
    assistant.drop(workbook(tmp_path, CLEAN, above=0))
    assistant.qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.session.programme_id
    for _ in range(4):
        focused = page.focusWidget()
        assert focused is not None
        assistant.qtbot.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assistant.window.settle()
    assert page.session.result is not None


def test_a_town_in_the_title_proposes_the_visit_and_says_so(assistant: Assistant, tmp_path: Path) -> None:
    path = workbook(tmp_path, CLEAN, "Zavodske, October 2023.xlsx")
    assistant.drop(path)
    session = assistant.page.session
    assert session.chosen[:2] == (assistant.window.ids["programme"], assistant.window.ids["visit"])
    assert place(assistant, "Domžale – Zavodske").isChecked()
    said = assistant.page.file_step.target.places.findChild(QLabel, "import.places.said")
    assert said is not None
    assert "please look" in said.text()
    assert assistant.page.next.isEnabled()
    # the user's own choice stays, also for the next file
    choose(assistant, "Network forum")
    assistant.drop(workbook(tmp_path, CLEAN[:1], "Zavodske again.xlsx"))
    session.open_file(1)
    assistant.window.settle()
    assert session.activity_id == assistant.window.ids["forum"]


def test_a_file_let_go_on_the_page_of_a_visit_goes_into_that_visit(assistant: Assistant, tmp_path: Path) -> None:
    window = assistant.window
    drop = FileDrop(window.window)
    window.go("visits", "visit")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(workbook(tmp_path, CLEAN, above=0)))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert drop.eventFilter(window.window, event)
    window.settle()
    assert window.window.current_page() is assistant.page
    assert assistant.page.session.activity_id == window.ids["visit"]
    assert assistant.page.next.isEnabled()


def test_a_file_let_go_on_another_visit_does_not_turn_what_one_is_at(assistant: Assistant, tmp_path: Path) -> None:
    window, session = assistant.window, assistant.page.session
    assistant.drop(workbook(tmp_path, CLEAN, "Zavodske.xlsx"))
    assistant.click("import.next")
    assistant.click("import.next")
    assert session.activity_id == window.ids["visit"]
    window.window.go(Place("import", window.ids["forum"]))
    assistant.page.add_files([workbook(tmp_path, CLEAN[:1], "forum.xlsx", above=0)])
    window.settle()
    assert assistant.page.step == "rows"
    assert session.activity_id == window.ids["visit"]
    assert assistant.outcomes() == ["new"] * 3
    assistant.take_in()
    assistant.click("import.next")
    window.settle()
    assert (session.file.name, session.activity_id) == ("forum.xlsx", window.ids["forum"])


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (Place("visits", "v1", "agenda"), Place("import", "v1")),
        (Place("trainings", "t1"), Place("import", "t1")),
        (Place("partnerships", "p1"), Place("import", "p1")),
        (Place("visits", "new"), Place("import")),
        (Place("people", "x1"), Place("import")),
        (None, Place("import")),
    ],
)
def test_the_page_one_comes_from(here: Place | None, there: Place) -> None:
    assert import_from(here) == there


def test_taking_back_by_key_and_doing_it_again_are_both_seen(assistant: Assistant, tmp_path: Path) -> None:
    window, page = assistant.window, assistant.page
    assistant.drop(workbook(tmp_path, CLEAN, "Zavodske.xlsx"))
    for _ in range(4):
        assistant.click("import.next")
    batch = page.session.result.batch
    assistant.click("import.take_back")
    assert page.session.result is None
    assert "taken back" in page.done_step.strip.accessibleName()
    window.context.redo()
    assistant.qtbot.waitUntil(lambda: page.session.result is not None, timeout=3000)
    assert page.session.result.batch == batch
    assert "3 people were taken in" in page.done_step.strip.accessibleName()
    assert page.done_step.list.model.total == 3
    assert page.foot_title.text() == "Taken in"
    assistant.click("import.take_back")
    assert "taken back" in page.done_step.strip.accessibleName()


def test_undo_and_redo_by_key_end_where_they_began(assistant: Assistant, tmp_path: Path) -> None:
    window, page = assistant.window, assistant.page
    assistant.drop(workbook(tmp_path, CLEAN, "Zavodske.xlsx"))
    for _ in range(4):
        assistant.click("import.next")
    window.context.undo()
    assistant.qtbot.waitUntil(lambda: page.session.result is None, timeout=3000)
    window.context.redo()
    assistant.qtbot.waitUntil(lambda: page.session.result is not None, timeout=3000)
    assert page.done_step.list.model.total == 3
    # a code that is given anew to another file does not bring the first one back
    window.context.undo()
    assistant.qtbot.waitUntil(lambda: page.session.result is None, timeout=3000)
    assistant.page.add_files([workbook(tmp_path, CLEAN[:1], "Zavodske second.xlsx")])
    page.session.open_file(1)
    window.settle()
    page._show_step("file")
    for _ in range(4):
        assistant.click("import.next")
    assert [one.state for one in page.session.files] == ["read", "taken"]
