"""The check of the rows in the import assistant: problems, decisions, keys alone, many rows at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import people, people_list
from app.services.imports import Decision
from tests.dump import dump
from tests.ui.import_window import CLEAN, Assistant, workbook
from tests.ui.visit_window import VisitWindow

DOUBTFUL = ("Гнатюк О. В.", "Секретар", "", "", "")
BROKEN = ("Чорнобай Соломія Миколаївна", "Бухгалтерка", "09.02.1985", "067 555 01 44", "s.chornobai")
NAMELESS = ("", "Водій", "02.03.1990", "067 555 01 88", "anon@z.example")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> Iterator[Assistant]:
    window = VisitWindow(qtbot, tmp_path)
    yield Assistant(qtbot, window)
    window.close()


def decided(assistant: Assistant, number: int) -> object:
    """What was decided about a row."""
    return assistant.page.session.decision(assistant.page.rows_step.rows[number].key)


def test_the_first_problem_is_chosen_and_counted(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (*CLEAN[:2], DOUBTFUL, BROKEN, NAMELESS)))
    assert assistant.outcomes() == ["new", "new", "doubtful", "new", "refused"]
    assert assistant.page.rows_step.panel.row == assistant.page.rows_step.rows[2]
    assert assistant.page.rows_step.problems.count.text() == "problem 1 of 3"
    counts = {key: made.text() for key, made in assistant.page.rows_step.pills._buttons.items()}
    assert counts == {
        "all": "All  5",
        "problems": "Problems  3",
        "new": "New  3",
        "doubtful": "Doubtful  1",
        "refused": "Refused  1",
    }


def test_digits_decide_and_ctrl_z_takes_back(assistant: Assistant, tmp_path: Path) -> None:
    """1: the first of those proposed, 0: somebody else, Delete: left out; each is taken back one by one."""
    before = dump(assistant.window.context)
    assistant.to_rows(workbook(tmp_path, (DOUBTFUL, *CLEAN[:1])))
    known = assistant.page.rows_step.panel.known
    assert {one.id for one in known} == {assistant.window.ids["oksana"], assistant.window.ids["twin"]}
    assistant.key(Qt.Key.Key_1)
    assert assistant.page.rows_step.rows[0].people == (known[0].id,)
    assert assistant.outcomes()[0] in {"update", "same"}
    assistant.key(Qt.Key.Key_0)
    assert assistant.outcomes()[0] == "new"
    assistant.key(Qt.Key.Key_Delete)
    assert assistant.page.rows_step.rows[0].left_out
    act = assistant.window.window.actions_table
    states = []
    for _ in range(3):
        assert act.run("action.edit.undo")
        assistant.window.settle()
        row = assistant.page.rows_step.rows[0]
        states.append("left" if row.left_out else row.outcome.value)
    assert states == ["new", states[1], "doubtful"]
    assert states[1] in {"update", "same"}
    assert act.run("action.edit.redo")
    assistant.window.settle()
    assert assistant.page.rows_step.rows[0].people == (known[0].id,)
    # nothing of all this touched the data file
    assert dump(assistant.window.context) == before


def test_declining_writes_a_new_person(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (DOUBTFUL,)))
    assistant.click("import.row.new")
    assistant.take_in()
    made = next(iter(assistant.page.session.result.people.values()))
    assert made not in assistant.window.ids.values()


def test_f8_goes_through_the_problems_and_around(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (DOUBTFUL, *CLEAN[:2], NAMELESS)))
    step, view = assistant.page.rows_step, assistant.table.view
    places = [view.currentIndex().row()]
    for _ in range(2):
        step.next_problem()
        places.append(view.currentIndex().row())
    step.previous_problem()
    places.append(view.currentIndex().row())
    assert places == [0, 3, 0, 3]


def test_a_filter_that_hides_the_problems_gives_way(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (*CLEAN, DOUBTFUL)))
    assistant.click("import.rows.filters.new")
    assert assistant.table.model.shown == 3
    assistant.page.rows_step.next_problem()
    assert assistant.page.rows_step.pills.current() == "all"
    assert assistant.table.view.currentIndex().row() == 3


def test_search_in_either_script(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    box = assistant.table.filter_box
    for typed, count in (("дорош", 1), ("Doroshenko", 1), ("z.example", 3), ("nobody", 0)):
        box.setText(typed)
        assert assistant.table.model.shown == count, typed
    box.clear()
    assistant.table.sort_by("name", True)
    assert [row.row for row in assistant.table.model.shown_rows()] == [6, 5, 4]


def test_what_cannot_be_read_is_told_and_not_lost(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.page.rows_step.open_cell(0, "birth_date")
    popover = assistant.popover("import.cell")
    edit = popover.findChild(QLineEdit, "import.cell.birth_date")
    assert isinstance(edit, QLineEdit)
    edit.setText("31.02.1981")
    popover.close()
    assistant.window.settle()
    assert assistant.page.rows_step.rows[0].fields["birth_date"] == "1981-03-14"
    assistant.page.rows_step.open_cell(0, "birth_date")
    again = assistant.popover("import.cell")
    edit = again.findChild(QLineEdit, "import.cell.birth_date")
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "31.02.1981"
    problem = again.findChild(QWidget, "import.cell.problem")
    assert problem is not None
    assert problem.isVisible()
    # what can be read is kept by going away, as in every field
    edit.setText("15.3.1981")
    again.close()
    assistant.window.settle()
    assert assistant.page.rows_step.rows[0].fields["birth_date"] == "1981-03-15"


def test_escape_gives_up_what_was_typed(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.page.rows_step.open_cell(0, "position")
    popover = assistant.popover("import.cell")
    edit = popover.findChild(QLineEdit, "import.cell.position")
    assert isinstance(edit, QLineEdit)
    edit.setText("Anything")
    assistant.qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assistant.window.settle()
    assert assistant.page.rows_step.rows[0].fields["position"] == "Начальниця відділу"


def test_a_known_value_is_kept_field_by_field(assistant: Assistant, tmp_path: Path) -> None:
    window = assistant.window
    assistant.to_rows(workbook(tmp_path, CLEAN[2:]))
    assistant.take_in()
    ident = next(iter(assistant.page.session.result.people.values()))
    window.go("import", "visit")
    changed = (CLEAN[2][0], "Головний інспектор", CLEAN[2][2], "067 555 01 67", CLEAN[2][4])
    assistant.to_rows(workbook(tmp_path, [changed], "second.xlsx"))
    assert dict(assistant.page.rows_step.rows[0].old) == {"phone": "+380675550166", "position": "Інспектор"}
    # a change that is certain asks nothing: the row in full is opened by hand
    assert not assistant.page.rows_step.panel.isVisible()
    assistant.click("import.details")
    known = window.find(QRadioButton, "import.change.phone.known")
    assistant.qtbot.mouseClick(known, Qt.MouseButton.LeftButton, pos=known.rect().center() * 0.2)
    known.click()
    window.settle()
    assert "phone" in assistant.page.session.decision(("Делегація", 4)).keep
    assistant.take_in()
    with window.context.read() as view:
        person = people.load(view, ident)
        assert person.phone == "+380675550166"
        assert person.positions[0].title == "Головний інспектор"


def test_several_rows_are_decided_at_once(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    view = assistant.table.view
    view.selectRow(0)
    # Space marks a row and leaves the others marked
    view.setCurrentIndex(view.model().index(0, 2))
    view.selectAll()
    assistant.qtbot.waitUntil(lambda: "3 rows chosen" in assistant.page.rows_step.panel._place.text())
    assistant.click("import.rows.leave")
    assert all(row.left_out for row in assistant.page.rows_step.rows)
    assert not assistant.page.next.isEnabled()
    assert assistant.page.foot_title.text() == "Nobody is left to take in"
    assistant.page.rows_step.take_back()
    assistant.window.settle()
    assert not any(row.left_out for row in assistant.page.rows_step.rows)


def test_space_marks_rows(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.at(0)
    assistant.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assistant.key(Qt.Key.Key_Space)
    assert [row.row for row in assistant.table.selected_rows()] == [4, 5]
    assistant.key(Qt.Key.Key_Space)
    assert [row.row for row in assistant.table.selected_rows()] == [4]


def test_decisions_outlive_another_choice_of_columns(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (DOUBTFUL, *CLEAN[:1])))
    assistant.key(Qt.Key.Key_0)
    assistant.at(1)
    assistant.key(Qt.Key.Key_Delete)
    assistant.click("import.back")
    combo = assistant.window.find(QWidget, "import.column.0.2")
    combo.setCurrentIndex(combo.findData("notes"))  # type: ignore[attr-defined]
    combo.activated.emit(combo.currentIndex())  # type: ignore[attr-defined]
    assistant.window.settle()
    assistant.click("import.next")
    rows = assistant.page.rows_step.rows
    assert rows[0].outcome.value == "new"
    assert rows[0].fields["notes"] == "Секретар"
    assert rows[1].left_out


def test_keys_alone_from_the_rows_to_the_end(assistant: Assistant, tmp_path: Path) -> None:
    """F8 to the cell, type, Enter, 1 for the person; then Tab to the button and Space: no mouse."""
    assistant.to_rows(workbook(tmp_path, (BROKEN, DOUBTFUL)))
    qtbot, window = assistant.qtbot, assistant.window
    window.window.activateWindow()
    assistant.key(Qt.Key.Key_F2)
    popover = assistant.popover("import.cell")
    edit = popover.findChild(QLineEdit, "import.cell.email")
    assert isinstance(edit, QLineEdit)
    qtbot.keyClicks(edit, "s.chornobai@z.example")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    window.settle()
    assistant.page.rows_step.next_problem()
    assistant.key(Qt.Key.Key_1)
    counts = assistant.page.rows_step.session.book.counts()  # type: ignore[union-attr]
    assert counts["problems"] == 0
    button = window.find(QPushButton, "import.next")
    qtbot.wait(80)
    # Tab reaches the button from the list, over the panel beside it
    stops = []
    focus: QWidget | None = assistant.table.view
    while focus is not None and focus is not button and len(stops) < 400:
        focus = focus.nextInFocusChain()
        if focus is not None and focus.focusPolicy() & Qt.FocusPolicy.TabFocus and focus.isVisible():
            stops.append(focus.objectName())
    assert stops[-1] == "import.next"
    assert [one for one in stops if one in ("import.row.leave", "import.cancel")] == [
        "import.row.leave",
        "import.cancel",
    ]
    assert not any(one.startswith("import.rows.filters") for one in stops)
    assert len(stops) < 20, stops
    for _ in range(2):
        qtbot.keyClick(button, Qt.Key.Key_Space)
        window.settle()
    with window.context.read() as view:
        emails = {row.email for row in people_list.list_rows(view)}
    assert "s.chornobai@z.example" in emails


def test_everything_in_the_step_has_a_name(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (DOUBTFUL, BROKEN)))
    step = assistant.page.rows_step
    for made in step.findChildren(QPushButton):
        if made.isVisible():
            assert made.accessibleName() or made.text(), made.objectName()
            assert made.objectName() or made.accessibleName() == "Show the list", made.text()
    assert assistant.table.view.accessibleName() == "Rows of the file"
    assert QApplication.focusWidget() is None or QApplication.focusWidget().objectName()


def test_an_open_cell_stays_open_while_rows_are_decided(assistant: Assistant, tmp_path: Path) -> None:
    """The panel beside it is made anew meanwhile; what is being typed must not go."""
    assistant.to_rows(workbook(tmp_path, (DOUBTFUL, BROKEN, CLEAN[0])))
    assistant.page.rows_step.next_problem()
    popover = assistant.popover("import.cell")
    assistant.qtbot.wait(120)
    assert popover.isVisible()
    assistant.page.session.decide({assistant.page.rows_step.rows[2].key: Decision(leave_out=True)})
    assistant.window.settle()
    assistant.qtbot.wait(120)
    assert popover.isVisible()
    popover.close()
