"""The import assistant by mouse and keys: from a dropped file to people and back, and what goes wrong in words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import imports, participations, people, people_list
from app.ui.fields.choices import ComboBox
from app.ui.page import Place
from tests.dump import dump
from tests.ui.import_window import CLEAN, Assistant, workbook
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def assistant(qtbot: QtBot, window: VisitWindow) -> Assistant:
    return Assistant(qtbot, window)


def test_a_clean_file_in_at_most_eight_clicks_and_back(assistant: Assistant, tmp_path: Path) -> None:
    window = assistant.window
    before = dump(window.context)
    assistant.drop(workbook(tmp_path, CLEAN))
    assert assistant.page.session.file is not None
    assert assistant.page.session.file.sheets[0].heading_row == 3
    assistant.click("import.next")
    assert assistant.page.step == "columns"
    assistant.click("import.next")
    assert assistant.outcomes() == ["new"] * 3
    assistant.click("import.next")
    assert assistant.page.stack.currentWidget() is assistant.page.review_step
    assert dump(window.context) == before
    assert window.find(QPushButton, "import.next").text().strip() == "Take in 3 people"
    assistant.click("import.next")
    assert assistant.page.step == "take"
    assert assistant.clicks <= 8
    with window.context.read() as view:
        names = {people.load(view, row.id).family_name for row in people_list.list_rows(view)}
        seated = [row.name for row in participations.list_rows(view, window.ids["visit"])]
    assert {"Бондаренко", "Дорошенко", "Мельник"} <= names
    assert len(seated) == 5
    assert assistant.page.done_step.list.model.total == 3
    assistant.click("import.take_back")
    assert assistant.clicks <= 8
    assert dump(window.context) == before
    assert assistant.page.done_step.list.model.total == 0


def _people(count: int) -> list[tuple[str, ...]]:
    """People with names of their own."""
    families = [f"{one}{two}енко" for one in ("Бонд", "Гнат", "Дор", "Клим", "Лит") for two in ("ар", "ів", "ош")]
    given = ("Тарас Ігорович", "Наталія Степанівна", "Ярослав Юрійович", "Ірина Вікторівна", "Богдан Романович")
    return [
        (f"{family} {name}", "Фахівець", f"{day + 1:02}.0{at + 1}.198{at}", "", f"p{day}.{at}@z.example")
        for day, family in enumerate(families)
        for at, name in enumerate(given)
    ][:count]


def test_75_people_from_file_to_done_in_four_clicks(assistant: Assistant, tmp_path: Path) -> None:
    """At most eight clicks are allowed (issue 3); every click is one of the mouse on a button that is seen."""
    assistant.drop(workbook(tmp_path, _people(75)))
    for _ in range(4):
        assistant.click("import.next")
    assert len(assistant.page.session.result.people) == 75
    assert assistant.clicks == 4


def test_by_the_menu_75_people_are_in_after_eight_clicks(assistant: Assistant, tmp_path: Path) -> None:
    """Every click: menu, entry, the file, Open, and four that go on; nothing is passed over that a drop would show."""
    window = assistant.window.window
    assistant.window.go("visits", "visit", "participants")
    bar, qtbot = window.menuBar(), assistant.qtbot
    top = next(action for action in bar.actions() if action.text().replace("&", "") == "File")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(top).center())
    menu = top.menu()
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    entry = next(action for action in menu.actions() if action.text().replace("&", "") == "Import people …")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
    assistant.clicks += 2
    assert window.current_page() is assistant.page
    asking = window.findChild(QFileDialog, "dialog.import.choose")
    assert asking is not None, "the menu asks for the file at once"
    path = workbook(tmp_path, _people(75))
    asking.selectFile(str(path))
    choose = asking.findChild(QDialogButtonBox)
    assert choose is not None
    qtbot.mouseClick(choose.button(QDialogButtonBox.StandardButton.Open), Qt.MouseButton.LeftButton)
    assistant.clicks += 2
    assistant.window.settle()
    for step in ("file", "columns", "rows", "take"):
        assert assistant.page.step == step
        assistant.click("import.next")
    assert len(assistant.page.session.result.people) == 75
    assert assistant.page.session.activity_id == assistant.window.ids["visit"]
    assert assistant.clicks == 8


def test_who_comes_back_to_a_file_is_not_asked_for_another(assistant: Assistant, tmp_path: Path) -> None:
    window = assistant.window.window
    assistant.to_rows(workbook(tmp_path, CLEAN))
    window.go(Place("people"))
    window.actions_table.run("action.import.people")
    assert assistant.page.step == "rows"
    assert window.findChild(QFileDialog, "dialog.import.choose") is None


def test_the_question_for_a_file_goes_when_files_come_another_way(assistant: Assistant, tmp_path: Path) -> None:
    window = assistant.window.window
    window.go(Place("people"))
    window.actions_table.run("action.import.people")
    window.actions_table.run("action.import.people")
    asking = [one for one in window.findChildren(QFileDialog, "dialog.import.choose") if one.isVisible()]
    assert len(asking) == 1, "asked once, however often one calls"
    assistant.drop(workbook(tmp_path, CLEAN))
    assert not any(one.isVisible() for one in window.findChildren(QFileDialog, "dialog.import.choose"))
    assert assistant.page.session.file is not None


def test_a_doubtful_cell_is_marked_and_corrected_in_place(assistant: Assistant, tmp_path: Path) -> None:
    rows = (*CLEAN[:2], ("Чорнобай Соломія Миколаївна", "Бухгалтерка", "09.02.1985", "067 555 01 44", "s.chornobai"))
    assistant.to_rows(workbook(tmp_path, rows))
    step = assistant.page.rows_step
    assert [note.code for note in step.rows[2].doubts] == ["import_email_unreadable"]
    assistant.click("import.problem.next")
    popover = assistant.popover("import.cell")
    edit = popover.findChild(QLineEdit, "import.cell.email")
    assert edit is not None
    assert edit.text() == "s.chornobai"
    use = popover.findChild(QPushButton, "import.cell.use")
    assert use is not None
    assistant.qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    assert popover.isVisible()
    problem = popover.findChild(QWidget, "import.cell.problem")
    assert problem is not None
    assert problem.isVisible()
    edit.selectAll()
    assistant.qtbot.keyClicks(edit, "s.chornobai@z.example")
    assistant.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assistant.window.settle()
    assert step.rows[2].doubts == ()
    assistant.take_in()
    with assistant.window.context.read() as view:
        found = [row for row in people_list.list_rows(view) if row.email == "s.chornobai@z.example"]
        assert people.load(view, found[0].id).birth_date == date(1985, 2, 9)


def test_an_update_tells_old_and_new_and_only_changes_that(assistant: Assistant, tmp_path: Path) -> None:
    window = assistant.window
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.take_in()
    window.go("import", "visit")
    changed = (*CLEAN[:2], (*CLEAN[2][:3], "067 555 01 67", CLEAN[2][4]))
    assistant.to_rows(workbook(tmp_path, changed, "second.xlsx"))
    assert assistant.outcomes() == ["same", "same", "update"]
    assert assistant.page.rows_step.rows[2].old == {"phone": "+380675550166"}
    assert "1 updated, 2 the same" in assistant.page.foot_title.text()


def test_who_a_doubtful_row_is_can_be_decided(assistant: Assistant, tmp_path: Path) -> None:
    rows = (("Гнатюк О. В.", "Секретар", "", "", ""), CLEAN[0])
    assistant.to_rows(workbook(tmp_path, rows))
    assert assistant.outcomes() == ["doubtful", "new"]
    assert "1 doubtful row waits for you" in assistant.page.foot_text.text()
    assistant.click("import.who.0.same")
    assert assistant.outcomes()[0] in {"same", "update"}
    assert assistant.page.rows_step.rows[0].people in {
        (assistant.window.ids["oksana"],),
        (assistant.window.ids["twin"],),
    }


def test_rows_left_out_are_not_taken_in(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    table = assistant.page.rows_step.table
    assert table is not None
    table.view.selectRow(0)
    assistant.qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assistant.window.settle()
    assert assistant.page.rows_step.rows[0].left_out
    assert "2 people will be taken in" in assistant.page.foot_title.text()
    assistant.take_in()
    assert assistant.page.session.result is not None
    assert len(assistant.page.session.result.people) == 2


def test_a_row_without_a_name_is_refused_until_one_is_typed(assistant: Assistant, tmp_path: Path) -> None:
    rows = (CLEAN[0], ("", "Адміністратор", "02.03.1990", "067 555 01 77", "anon@z.example"))
    assistant.to_rows(workbook(tmp_path, rows))
    assert assistant.outcomes() == ["new", "refused"]
    assistant.page.rows_step.open_cell(1, "name")
    popover = assistant.popover("import.cell")
    family = popover.findChild(QLineEdit, "import.cell.family_name")
    assert family is not None
    family.setText("Шевчук")  # qtbot types Latin letters only
    assistant.qtbot.keyClick(family, Qt.Key.Key_Return)
    assistant.window.settle()
    assert assistant.outcomes() == ["new", "new"]
    assert assistant.page.rows_step.rows[1].fields["family_latin"] == "Shevchuk"


def test_a_column_can_be_taken_as_something_else(assistant: Assistant, tmp_path: Path) -> None:
    assistant.drop(workbook(tmp_path, CLEAN))
    assistant.click("import.next")
    combo = assistant.window.find(ComboBox, "import.column.0.2")
    assert isinstance(combo, ComboBox)
    assert combo.currentData() == "position"
    combo.setCurrentIndex(combo.findData("notes"))
    combo.activated.emit(combo.currentIndex())
    assistant.window.settle()
    assistant.click("import.next")
    assert assistant.page.rows_step.rows[0].fields["notes"] == "Начальниця відділу"
    assert "position" not in assistant.page.rows_step.rows[0].fields


def test_the_row_of_headings_can_be_moved(assistant: Assistant, tmp_path: Path) -> None:
    assistant.drop(workbook(tmp_path, CLEAN))
    preview = assistant.page.file_step.preview
    assert preview.heading_row == 3
    place = preview.table.visualItemRect(preview.table.item(3, 0)).center()
    assistant.qtbot.mouseClick(preview.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assistant.window.settle()
    assert assistant.page.session.file is not None
    assert assistant.page.session.file.sheets[0].heading_row == 4


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("letter.xlsx", b"%PDF-1.4 nothing", "This is a PDF"),
        ("empty.xlsx", b"", "The file is empty"),
        ("page.xls", b"<!DOCTYPE html><html><body>x</body></html>", "This is a web page"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence(
    assistant: Assistant, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    before = dump(assistant.window.context)
    assistant.drop(path)
    assert assistant.page.session.files[0].state == "refused"
    shown = assistant.window.find(QWidget, "import.refused")
    assert any(said in one.text() for one in shown.findChildren(QLabel))
    assistant.window.find(QPushButton, "import.choose.another")
    assert not assistant.page.next.isEnabled()
    assert dump(assistant.window.context) == before
    # the next file goes on as if nothing had been
    assistant.drop(workbook(tmp_path, CLEAN))
    assert assistant.page.next.isEnabled()


def test_several_files_are_taken_one_after_the_other(assistant: Assistant, tmp_path: Path) -> None:
    first = workbook(tmp_path, CLEAN[:1], "first.xlsx")
    second = workbook(tmp_path, CLEAN[1:], "second.xlsx")
    assistant.drop(first, second)
    for _ in range(4):
        assistant.click("import.next")
    assert assistant.page.next.text().strip() == "Next file"
    assistant.click("import.next")
    for _ in range(4):
        assistant.click("import.next")
    with assistant.window.context.read() as view:
        batches = imports.list_batches(view)
    assert [batch.file_name for batch in batches] == ["second.xlsx", "first.xlsx"]


def test_undo_by_key_is_seen_by_the_page(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.take_in()
    assistant.window.undo()
    assistant.qtbot.waitUntil(lambda: assistant.page.session.result is None, timeout=3000)
    assert "taken back" in assistant.page.done_step.strip.accessibleName()


def test_leaving_and_coming_back_keeps_the_work(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.window.window.go(Place("import"))
    assistant.window.settle()
    assert assistant.page.step == "rows"
    assert assistant.page.session.activity_id == assistant.window.ids["visit"]
