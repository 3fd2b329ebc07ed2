"""Files of the import assistant: dropped at any step, pasted, hidden parts, text files, columns used once."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.choices import ComboBox
from app.ui.file_drop import FileDrop
from tests.ui.import_window import CLEAN, HEADS, Assistant, workbook
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> Iterator[Assistant]:
    window = VisitWindow(qtbot, tmp_path)
    yield Assistant(qtbot, window)
    window.close()


def hidden_parts(folder: Path) -> Path:
    """A sheet with a hidden row and column, and a hidden sheet of people."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Люди"
    sheet.append(HEADS)
    for row in CLEAN:
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    other = book.create_sheet("Архів")
    other.sheet_state = "hidden"
    other.append(HEADS[:2])
    other.append(("Старий Іван Іванович", "Водій"))
    path = folder / "hidden.xlsx"
    book.save(path)
    return path


def test_a_file_dropped_while_rows_are_checked_waits(assistant: Assistant, tmp_path: Path) -> None:
    """The decisions stay; a strip says that it waits and leads to the files; each file keeps its own decisions."""
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.key(Qt.Key.Key_Delete)
    assistant.drop(workbook(tmp_path, CLEAN[:1], "second.xlsx"))
    assert assistant.page.step == "rows"
    assert assistant.page.rows_step.rows[0].left_out
    assert "1 file waits" in assistant.page.strip.accessibleName()
    assistant.click("import.show_files")
    assert [one.state for one in assistant.page.session.files] == ["read", "waiting"]
    assistant.click("import.file.1.open")
    assert assistant.page.session.file is assistant.page.session.files[1]
    assistant.click("import.next")
    assistant.click("import.next")
    assert not assistant.page.rows_step.rows[0].left_out
    assistant.click("import.back")
    assistant.click("import.back")
    assistant.click("import.file.0.open")
    assistant.click("import.next")
    assistant.click("import.next")
    assert len(assistant.page.rows_step.rows) == 3
    assert assistant.page.rows_step.rows[0].left_out


def test_pasted_cells_go_the_same_way(assistant: Assistant) -> None:
    text = "\n".join("\t".join(line) for line in (HEADS, *CLEAN))
    assistant.paste(text)
    one = assistant.page.session.file
    assert one is not None
    assert (one.name, one.state) == ("Pasted cells", "read")
    assistant.click("import.next")
    assistant.click("import.next")
    assert assistant.outcomes() == ["new"] * 3
    assistant.take_in()
    assert len(assistant.page.session.result.people) == 3


def test_an_empty_clipboard_is_told(assistant: Assistant) -> None:
    assistant.paste("   ")
    assert "Nothing to paste" in assistant.page.strip.accessibleName()
    assert assistant.page.session.files == []


def test_hidden_parts_are_offered_never_taken_silently(assistant: Assistant, tmp_path: Path) -> None:
    assistant.drop(hidden_parts(tmp_path))
    one = assistant.page.session.file
    assert one is not None
    assert [(sheet.name, sheet.used) for sheet in one.sheets] == [("Люди", True), ("Архів", False)]
    box = assistant.window.find(QCheckBox, "import.hidden")
    assert isinstance(box, QCheckBox)
    assert box.text() == "Take 1 hidden row and 1 hidden column along"
    assistant.click("import.next")
    combo = assistant.window.find(ComboBox, "import.column.0.5")
    assert not combo.isEnabled()
    assistant.click("import.next")
    assert [row.row for row in assistant.page.rows_step.rows] == [2, 4]
    assert "email" not in assistant.page.rows_step.rows[0].fields
    assistant.click("import.back")
    assistant.click("import.back")
    box.click()
    assistant.window.settle()
    assistant.qtbot.wait(30)
    assistant.window.find(QCheckBox, "import.sheet.1").click()  # type: ignore[attr-defined]
    assistant.window.settle()
    assistant.click("import.next")
    assistant.click("import.next")
    rows = assistant.page.rows_step.rows
    assert [(row.sheet, row.row) for row in rows] == [("Люди", 2), ("Люди", 3), ("Люди", 4), ("Архів", 2)]
    assert rows[0].fields["email"] == "n.bondarenko@z.example"


def test_how_a_text_file_was_read_is_said(assistant: Assistant, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("\r\n".join(";".join(line) for line in (HEADS, *CLEAN)).encode("cp1251"))
    assistant.drop(path)
    said = [one.text() for one in assistant.window.find(QWidget, "import.files").findChildren(QLabel)]
    assert "cp1251, cells between semicolons" in said


def test_a_column_is_never_used_twice(assistant: Assistant, tmp_path: Path) -> None:
    """Taking another column as the position leaves the first one out and says so; one click finds all anew."""
    assistant.drop(workbook(tmp_path, CLEAN))
    assistant.click("import.next")
    combo = assistant.window.find(ComboBox, "import.column.0.5")
    assert isinstance(combo, ComboBox)
    combo.setCurrentIndex(combo.findData("position"))
    combo.activated.emit(combo.currentIndex())
    assistant.window.settle()

    def fields() -> dict[str, str]:
        one = assistant.page.session.file
        assert one is not None
        return {column.letter: column.field for column in one.sheets[0].columns}

    assert fields() == {"A": "full_name", "B": "", "C": "birth_date", "D": "phone", "E": "position"}
    step = assistant.page.columns_step
    one = assistant.page.session.file
    assert one is not None
    hows = [step._how("Делегація", column) for column in one.sheets[0].columns]
    assert hows == ["sure", "moved", "sure", "sure", "chosen"]
    assistant.click("import.columns.0.reset")
    assert fields()["B"] == "position"
    assert fields()["E"] == "email"


def test_what_was_chosen_is_said_as_last_time(assistant: Assistant, tmp_path: Path) -> None:
    assistant.drop(workbook(tmp_path, CLEAN))
    assistant.click("import.next")
    combo = assistant.window.find(ComboBox, "import.column.0.2")
    assert isinstance(combo, ComboBox)
    combo.setCurrentIndex(combo.findData("notes"))
    combo.activated.emit(combo.currentIndex())
    assistant.window.settle()
    assistant.click("import.next")
    assistant.take_in()
    assistant.click("import.next")
    assistant.drop(workbook(tmp_path, CLEAN[:1], "later.xlsx"))
    assistant.click("import.next")
    one = assistant.page.session.file
    assert one is not None
    column = one.sheets[0].columns[1]
    assert (column.field, assistant.page.columns_step._how("Делегація", column)) == ("notes", "remembered")


def test_the_preview_says_what_is_written(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.click("import.next")
    review = assistant.page.review_step
    said = {one.text() for one in review.findChildren(QLabel)}
    assert "3 people take part from now on" in said
    assert review.list is not None
    first = review.list.model.row_at(0)
    assert review.what(first).startswith("Bondarenko, Nataliia · Начальниця відділу · 14 Mar 1981")


def test_after_taking_back_the_rows_are_there_again(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.key(Qt.Key.Key_Delete)
    assistant.take_in()
    assistant.click("import.take_back")
    assert assistant.page.next.text().strip() == "Look at the rows again"
    assistant.click("import.next")
    assert assistant.page.step == "rows"
    assert [row.left_out for row in assistant.page.rows_step.rows] == [True, False, False]


def test_a_spreadsheet_dropped_on_another_page_goes_to_the_import(assistant: Assistant, tmp_path: Path) -> None:
    drop = FileDrop(assistant.window.window)
    assistant.window.go("people")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(workbook(tmp_path, CLEAN)))])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window = assistant.window.window
    assert drop.eventFilter(window, QDragEnterEvent(QPoint(9, 9), action, mime, left, none))
    assert drop.eventFilter(window, QDropEvent(QPointF(9, 9), action, mime, left, none))
    assistant.window.settle()
    assert window.current_page() is assistant.page
    assert [one.state for one in assistant.page.session.files] == ["read"]
    # a letter is nothing for it
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "letter.pdf"))])
    assert not drop.eventFilter(window, QDragEnterEvent(QPoint(9, 9), action, mime, left, none))
