"""Agendas, expenditures, deliverables and attendance through the assistant, with the mouse, from real files."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.vocabulary import Presence
from app.services import activities, agendas, attendance, deliverables, expenditures, imports
from app.services.attendance import Grain
from app.ui.page import Place
from app.ui.pages.import_page import ImportPage
from tests.ui.import_window import Assistant, workbook
from tests.ui.visit_window import VisitWindow

AGENDA = (
    ("Програма візиту",),
    (),
    ("Дата", "Час", "Захід", "Доповідач", "Місце"),
    ("10.10.2023", "13:00–14:00", "Обід", "", "Готель"),
    ("10.10.2023", "14:00–16:00", "Очищення води", "Matjaž Zupan", "Водоканал"),
    ("11.10.2023", "9.30-11.00", "Відвідання школи", "", "Школа"),
    ("11.10.2023", "", "Вільний час", "", ""),
)


def sheet(folder: Path, rows: tuple[tuple[object, ...], ...], name: str) -> Path:
    """A spreadsheet with these rows."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    path = folder / name
    book.save(path)
    return path


class KindAssistant(Assistant):
    """The assistant of a kind, opened with a target preset."""

    def __init__(self, qtbot: QtBot, window: VisitWindow, section: str, key: str = "visit") -> None:
        self.qtbot, self.window, self.clicks = qtbot, window, 0
        window.go(section, key)
        page = window.window.current_page()
        assert isinstance(page, ImportPage)
        self.page = page

    def seen(self) -> ImportPage:
        """The assistant that is shown now."""
        self.window.settle()
        page = self.window.window.current_page()
        assert isinstance(page, ImportPage)
        self.page = page
        return page


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    made.close()


def test_an_agenda_comes_into_a_visit_and_is_taken_back(qtbot: QtBot, window: VisitWindow, tmp_path: Path) -> None:
    before = window.sessions()
    assistant = KindAssistant(qtbot, window, "import.agenda")
    assistant.to_rows(sheet(tmp_path, AGENDA, "agenda.xlsx"))
    assert assistant.outcomes() == ["new", "new", "new", "refused"]
    assert [one.fields["start"] for one in assistant.page.rows_step.rows[:3]] == ["13:00", "14:00", "09:30"]
    assistant.take_in()
    assert len(window.sessions()) == len(before) + 3
    assistant.click("import.take_back")
    assert window.sessions() == before
