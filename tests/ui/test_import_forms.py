"""Forms, tables beside one another and couples in the window: shown as they are read, taken in like any list."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from tests.importers.workbooks import xlsx
from tests.ui.import_window import Assistant
from tests.ui.visit_window import VisitWindow

ROWS = {
    "Анкета": (
        ("АНКЕТА УЧАСНИКА", ""),
        ("Прізвище", "Залізняк"),
        ("Ім'я", "Максим"),
        ("Посада", "юрист"),
        ("E-mail", "zal@chyhyryn.example"),
    ),
    "Гості": (
        ("ПІБ", "Посада", "", "ПІБ", "Посада"),
        ("Чуб Юхим Ігорович", "водій", "", "Щур Зоя Львівна", "мерка"),
        ("Іван та Марія Голуб", "гості", "", "", ""),
    ),
}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    made.close()


def _file(folder: Path) -> Path:
    import openpyxl

    path = xlsx(folder / "guests.xlsx", *ROWS["Анкета"], name="Анкета")
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Гості")
    for row in ROWS["Гості"]:
        sheet.append(list(row))
    book.save(path)
    return path


def test_a_form_and_two_tables_beside_one_another_are_three_lists(
    qtbot: QtBot, window: VisitWindow, tmp_path: Path
) -> None:
    assistant = Assistant(qtbot, window)
    assistant.drop(_file(tmp_path))
    boxes = [window.find(QCheckBox, f"import.sheet.{number}") for number in range(3)]
    assert [(box.text(), box.isChecked()) for box in boxes] == [
        ("Анкета", True),
        ("Гості (A–C)", True),
        ("Гості (D–E)", True),
    ]
    assert "1 form, read as a row of a table" in [label.text() for label in assistant.page.findChildren(QLabel)]
    folder = os.environ.get("PICTURES")
    if folder:
        assistant.page.window().grab().save(f"{folder}/forms-files.png")
    assistant.click("import.next")
    assistant.click("import.next")
    assert assistant.outcomes() == ["new", "new", "doubtful", "new"]
    if folder:
        assistant.page.window().grab().save(f"{folder}/forms-rows.png")
    assistant.at(2)
    assistant.click("import.row.new")
    assert assistant.outcomes() == ["new", "new", "new", "new"]
