"""What the assistant marks as proposed or shared, how its counts are written, and where the keyboard is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.i18n import trn
from app.services import people, people_list
from app.services.people import PersonDraft
from app.ui.pages.import_rows_paint import CellWords, first_columns
from app.ui.pages.import_words import all_states
from app.ui.theme import theme
from app.ui.widgets.chip import chip_size
from tests.ui.import_window import CLEAN, Assistant, workbook
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> Iterator[Assistant]:
    window = VisitWindow(qtbot, tmp_path)
    yield Assistant(qtbot, window)
    window.close()


def texts(parent: object) -> str:
    """Everything that labels say."""
    return "\n".join(one.text() for one in parent.findChildren(QLabel) if one.isVisible())  # type: ignore[attr-defined]


def test_a_sex_that_nobody_wrote_is_marked_and_confirmed_by_a_click(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    page, step = assistant.page, assistant.page.rows_step
    look = page.session.look
    gender = next(one for one in look.columns if one.key == "gender")
    assert CellWords(look, gender).proposed(step.rows[0]) == "proposed from the patronymic"
    step.place.open_panel()
    assistant.at(0)
    wanted = "proposed from the patronymic, please look"
    assistant.qtbot.waitUntil(lambda: wanted in texts(step.panel), timeout=3000)
    assistant.click("import.next")
    review = page.review_step
    assert "Woman (proposed)" in review.what(step.rows[0])
    assistant.qtbot.waitUntil(lambda: "3 proposed from the names: please look" in texts(review), timeout=3000)
    assistant.click("import.back")
    assistant.at(0)
    step.panel.findChild(QPushButton, "import.proposed.gender").click()  # type: ignore[union-attr]
    popover = assistant.popover("import.cell")
    popover.findChild(QPushButton, "import.cell.use").click()  # type: ignore[union-attr]
    assistant.window.settle()
    assert look.proposed_words(step.rows[0], "gender") == ""
    assert step.rows[0].fields["gender"] == "f"
    assert look.proposed_words(step.rows[1], "gender")


def test_somebody_new_under_the_mail_of_somebody_known_is_asked_about(assistant: Assistant, tmp_path: Path) -> None:
    with assistant.window.context.write("Known") as work:
        mayor = people.create(
            work, PersonDraft(family_name="Коваль", given_name="Олена", email="n.bondarenko@z.example")
        )
    assistant.to_rows(workbook(tmp_path, CLEAN))
    page, step = assistant.page, assistant.page.rows_step
    assert assistant.outcomes() == ["new"] * 3
    assert [bool(row.doubts) for row in step.rows] == [True, False, False]
    step.place.open_panel()
    assistant.at(0)
    assistant.qtbot.waitUntil(lambda: "has this e-mail" in texts(step.panel), timeout=3000)
    assert "Коваль Олена" in texts(step.panel)
    assert [one.id for one in step.panel.known] == [mayor]
    # somebody else who shares the mail box: asked no more
    step.panel.as_new()
    assistant.window.settle()
    assert step.rows[0].doubts == ()
    assistant.take_in()
    with assistant.window.context.read() as view:
        sharing = [row for row in people_list.list_rows(view) if row.email == "n.bondarenko@z.example"]
    assert len(sharing) == 2
    assert page.session.result is not None


def test_long_files_have_room_for_their_figures_and_every_outcome(qtbot: QtBot) -> None:
    """The columns are as wide as the widest that may come, not as what stands in the first rows."""
    del qtbot
    row, outcome = first_columns(100_003)
    widest = max(chip_size(state).width() for state in all_states())
    assert theme().px(outcome.least) >= widest + 2 * theme().space(2)
    assert row.least > first_columns(75)[0].least
    assert trn("{n} row", "{n} rows", 100_003) == "100\u202f003 rows"
    assert trn("{n} row of {all}", "{n} rows of {all}", 999, all=1_000) == "999 rows of 1\u202f000"


def test_control_enter_in_a_cell_keeps_the_cell_and_no_cell_stays_open(assistant: Assistant, tmp_path: Path) -> None:
    rows = (*CLEAN[:2], ("Чорнобай Соломія Миколаївна", "Бухгалтерка", "09.02.1985", "067 555 01 44", "s.chornobai"))
    assistant.to_rows(workbook(tmp_path, rows))
    step = assistant.page.rows_step
    step.open_cell(2, "email")
    edit = assistant.popover("import.cell").findChild(QLineEdit, "import.cell.email")
    assert edit is not None
    edit.selectAll()
    assistant.qtbot.keyClicks(edit, "s.chornobai@z.example")
    assistant.qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assistant.window.settle()
    assert assistant.page.step == "rows"
    assert step.rows[2].doubts == ()
    step.open_cell(0, "email")
    assistant.page._show_step("take")
    assistant.window.settle()
    assert not [one for one in QApplication.topLevelWidgets() if one.objectName() == "import.cell" and one.isVisible()]


def test_the_keyboard_is_at_what_comes_next(assistant: Assistant, tmp_path: Path) -> None:
    page = assistant.page
    assistant.qtbot.waitUntil(lambda: page.focusWidget() is page.file_step.drop.choose, timeout=2000)
    assistant.drop(workbook(tmp_path, CLEAN))
    assert page.focusWidget() is page.next
    assistant.click("import.next")
    assert page.focusWidget() is page.next
    assistant.click("import.next")
    assert page.focusWidget() is assistant.table.view
    assistant.click("import.next")
    assert page.focusWidget() is page.next


def test_a_search_that_finds_less_leaves_no_blank_lines(assistant: Assistant, tmp_path: Path) -> None:
    with assistant.window.context.write("Many") as work:
        for number in range(12):
            people.create(work, PersonDraft(family_name=f"Довгопрізвищенко{number}", given_name="Аннамарія"))
        people.create(work, PersonDraft(family_name="Ко", given_name="Ян"))
    assistant.to_rows(workbook(tmp_path, CLEAN))
    step = assistant.page.rows_step
    step.place.open_panel()
    assistant.at(0)
    field = step.panel._find_known.field
    for text in ("довго", "ко", "ян"):
        field._show_hits(text)
        assistant.window.settle()
    assert [hit.label for hit in field._hits] == ["Yan Ko"]
    frame = field._popover.height() - field._list.height()
    assert frame <= theme().space(4)
    field._popover.hide()
