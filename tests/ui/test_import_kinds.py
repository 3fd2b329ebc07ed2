"""Agendas, expenditures, deliverables and attendance through the assistant, with the mouse, from real files."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.services import attendance, budgets, deliverables, expenditures, imports
from app.services.attendance import Grain
from app.services.budgets import BudgetLineDraft
from app.services.imports import Decision
from app.ui.dialogs.blank_sheet import BlankSheet, BlankWish
from app.ui.pages.import_page import ImportPage
from app.ui.widgets.chip import Chip
from tests.ui.import_window import Assistant, workbook
from tests.ui.money_window import plain
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


def test_an_agenda_dropped_among_people_is_offered_as_an_agenda(
    qtbot: QtBot, window: VisitWindow, tmp_path: Path
) -> None:
    assistant = KindAssistant(qtbot, window, "import")
    assistant.drop(sheet(tmp_path, AGENDA, "agenda.xlsx"))
    assistant.click("import.kind.change")
    page = assistant.seen()
    assert page.section == "import.agenda"
    assert page.session.activity_id == window.ids["visit"]  # where it goes came along
    assert [one.name for one in page.session.files] == ["agenda.xlsx"]
    assert not page.session.files[0].looks_like
    assistant.click("import.next")
    assistant.click("import.next")
    assert assistant.outcomes()[:3] == ["new"] * 3


def test_a_list_of_people_dropped_on_the_agenda_goes_to_the_people(
    qtbot: QtBot, window: VisitWindow, tmp_path: Path
) -> None:
    assistant = KindAssistant(qtbot, window, "import.agenda")
    rows = (("Бондаренко Наталія Степанівна", "Начальниця", "14.03.1981", "067 555 01 12", "n@z.example"),)
    assistant.drop(workbook(tmp_path, rows))
    assistant.click("import.kind.change")
    page = assistant.seen()
    assert page.section == "import"
    assert page.session.activity_id == window.ids["visit"]


def test_the_kind_is_chosen_by_hand_and_pasted_cells_come_along(qtbot: QtBot, window: VisitWindow) -> None:
    assistant = KindAssistant(qtbot, window, "import", "")
    assistant.paste("Title\tDue\nStrategy\tQ2 2024\n")
    assistant.seen().kinds.change("deliverables")
    page = assistant.seen()
    assert page.section == "import.deliverables"
    assistant.click("import.next")
    assistant.click("import.next")
    [row] = page.rows_step.rows
    assert (row.fields["title"], row.fields["due"]) == ("Strategy", "2024-Q2")
    assistant.take_in()
    with window.context.read() as view:
        assert [one.title for one in deliverables.list_rows(view, window.ids["programme"])] == ["Strategy"]


def test_without_a_visit_the_agenda_says_what_is_missing(qtbot: QtBot, window: VisitWindow, tmp_path: Path) -> None:
    assistant = KindAssistant(qtbot, window, "import.agenda", "")
    elsewhere = tuple(tuple(str(cell).replace("2023", "2031") for cell in row) for row in AGENDA)
    assistant.drop(sheet(tmp_path, elsewhere, "agenda.xlsx"))
    page = assistant.page
    assert not page.next.isEnabled()
    assert page.foot_text.text() == "Choose the visit or training into which it goes."
    page.file_step.target.preset("", window.ids["visit"])
    page.file_step.target.chosen.emit()
    assert page.next.isEnabled()


def test_the_days_of_an_agenda_propose_its_visit(qtbot: QtBot, window: VisitWindow, tmp_path: Path) -> None:
    assistant = KindAssistant(qtbot, window, "import.agenda", "")
    assistant.drop(sheet(tmp_path, AGENDA, "agenda.xlsx"))
    page = assistant.page
    assert page.session.activity_id == window.ids["visit"]
    assert page.next.isEnabled()
    said = page.file_step.target.places.findChild(QLabel, "import.places.said")
    assert said is not None
    assert "please look" in said.text()


def test_a_doubtful_item_is_linked_by_a_key_and_a_known_value_is_kept(
    qtbot: QtBot, window: VisitWindow, tmp_path: Path
) -> None:
    rows = (
        ("Date", "From", "To", "Title", "Place"),
        ("2023-10-09", "9:00", "10:00", "Opening", "Town hall"),
        ("2023-10-09", "10:00", "12:30", "Lecture", ""),
    )
    assistant = KindAssistant(qtbot, window, "import.agenda")
    assistant.to_rows(sheet(tmp_path, rows, "agenda.xlsx"))
    assert assistant.outcomes() == ["update", "update"]
    page = assistant.page
    second = page.rows_step.rows[1]
    assert dict(second.old) == {"end": "12:00"}
    page.rows_step.decide({second.key: Decision(keep=frozenset({"end"}))})
    window.settle()
    kept = page.rows_step.rows[1]
    assert kept.outcome.value == "same"
    assert dict(kept.old) == {"end": "12:00"}
    assert kept.stays == {"end"}
    page.rows_step.decide({second.key: Decision()})
    window.settle()
    assert assistant.outcomes() == ["update", "update"]
    assistant.take_in()
    ends = window.session("lecture").ends_at
    assert ends is not None
    assert f"{ends:%H:%M}" == "12:30"


ZOOM = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"


def test_a_zoom_log_marks_minutes_and_names_are_linked(qtbot: QtBot, window: VisitWindow, tmp_path: Path) -> None:
    """The lecture of 120 minutes (an opening is not counted): 10:00–10:30 and 11:45–12:00 are 45; Taras is new."""
    path = tmp_path / "participants.csv"
    path.write_text(
        ZOOM
        + "Оксана Гнатюк,,2023-10-09 08:55:00,2023-10-09 10:30:00,95,Yes\n"
        + "Оксана Гнатюк,,2023-10-09 11:45:00,2023-10-09 12:05:00,20,Yes\n"
        + "Taras D.,,2023-10-09 10:00:00,2023-10-09 12:00:00,120,Yes\n",
        encoding="utf-8",
    )
    assistant = KindAssistant(qtbot, window, "import.attendance")
    assistant.to_rows(path)
    page = assistant.page
    heads = [one.title for one in page.rows_step.table.model.columns]  # type: ignore[union-attr]
    assert heads[2:6] == ["Name in the file", "Who it is", "Share", "10:00"]
    assert assistant.outcomes() == ["doubtful", "duplicate", "doubtful"]  # two of this name take part
    assistant.at(0)
    meant = [one.id for one in page.rows_step.panel.known]
    assistant.key(Qt.Key.Key_1 if meant[0] == window.ids["oksana"] else Qt.Key.Key_2)
    first, again, taras = page.rows_step.rows
    assert plain(first.fields["share"]) == "37 %, below 80 %"
    assert first.fields["there"] == "45 of 120"
    assert again.outcome.value == "duplicate"
    assert taras.outcome.value == "doubtful"
    assistant.at(2)
    assistant.key(Qt.Key.Key_0)
    assert assistant.outcomes() == ["new", "duplicate", "new"]
    assistant.take_in()
    # whoever joined twice is one person
    assert "The attendance of 2 people was marked" in assistant.page.done_step.strip.accessibleName()
    with window.context.read() as view:
        grid = attendance.grid(view, window.ids["visit"], Grain.SESSION)
    marks = sorted(row.cells[0].minutes for row in grid.rows if row.cells[0].minutes)
    assert marks == [45, 120]


def test_expenditures_with_decimal_commas(qtbot: QtBot, window: VisitWindow, tmp_path: Path) -> None:
    with window.context.write("Lines") as work:
        line = BudgetLineDraft(window.ids["programme"], "2.1", {"en": "Travel"}, False, "item", Decimal(1), Decimal(1))
        budgets.create(work, line)
    path = tmp_path / "spent.csv"
    path.write_bytes(
        "Datum;Dobavitelj;Opis;Postavka;Znesek (EUR)\n9. 10. 2023;Hotel Ambient;Nočitve;2.1;1.234,50\n"
        "10. 10. 2023;Avtobus;Prevoz;Travel;88,00\n;;;Skupaj;1.322,50\n".encode("cp1250")
    )
    assistant = KindAssistant(qtbot, window, "import.expenditures", "programme")
    assistant.to_rows(path)
    assert assistant.outcomes() == ["new", "new"]
    assistant.take_in()
    with window.context.read() as view:
        rows = expenditures.list_rows(view, window.ids["programme"])
    assert sorted(one.gross_minor for one in rows) == [8800, 123450]
    table = assistant.page.done_step.list
    assert table is not None
    assert table.model.rowCount() == 2


def test_a_line_that_is_not_known_is_typed_in_the_cell(qtbot: QtBot, window: VisitWindow, tmp_path: Path) -> None:
    with window.context.write("Lines") as work:
        line = BudgetLineDraft(window.ids["programme"], "2.1", {"en": "Travel"}, False, "item", Decimal(1), Decimal(1))
        budgets.create(work, line)
    path = tmp_path / "spent.csv"
    path.write_text("Date,Supplier,Line,Amount\n2023-10-09,Bus,99,12.50\n", encoding="utf-8")
    assistant = KindAssistant(qtbot, window, "import.expenditures", "programme")
    assistant.to_rows(path)
    assert assistant.outcomes() == ["refused"]
    assert not assistant.page.next.isEnabled()
    assistant.page.rows_step.open_cell(0, "line")
    cell = assistant.popover("import.cell")
    edit = cell.findChild(QLineEdit, "import.cell.line")
    assert edit is not None
    assert edit.text() == "99"
    edit.setText("2.1")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    window.settle()
    assert assistant.outcomes() == ["new"]
    assistant.take_in()
    with window.context.read() as view:
        [row] = expenditures.list_rows(view, window.ids["programme"])
    assert (row.line_code, row.gross_minor) == ("2.1", 1250)


def test_a_log_of_another_day_is_refused_in_words_and_nothing_is_lost(
    qtbot: QtBot, window: VisitWindow, tmp_path: Path
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(ZOOM + "Taras,,2024-01-09 10:00:00,2024-01-09 12:00:00,120,Yes\n", encoding="utf-8")
    assistant = KindAssistant(qtbot, window, "import.attendance")
    assistant.drop(path)
    assistant.click("import.next")
    assistant.click("import.next")
    page = assistant.page
    assert page.step == "columns"
    assert page.strip.isVisible()
    assert page.session.file is not None
    assert page.session.file.state == "read"


def test_a_blank_sheet_of_the_visit_is_written(qtbot: QtBot, window: VisitWindow, tmp_path: Path) -> None:
    asked = BlankSheet(window.desk, window.window, "agenda", f"activity:{window.ids['visit']}")
    asked.open()
    qtbot.keyClick(asked._dialog, Qt.Key.Key_Escape)
    wish = BlankWish("agenda", "uk", "en", f"activity:{window.ids['visit']}")
    asked.write(tmp_path / "agenda", wish)
    window.settle()
    page = openpyxl.load_workbook(tmp_path / "agenda.xlsx").worksheets[0]
    heads = [str(cell.value) for cell in page[1]]
    assert heads[0].startswith("Дата")
    assert len([one for one in heads if "(англійською)" in one]) == 1


def test_imports_are_listed_with_their_report_and_taken_back(qtbot: QtBot, window: VisitWindow, tmp_path: Path) -> None:
    before = window.sessions()
    assistant = KindAssistant(qtbot, window, "import.agenda")
    assistant.to_rows(sheet(tmp_path, AGENDA, "agenda.xlsx"))
    assistant.take_in()
    with window.context.read() as view:
        [batch] = imports.list_batches(view)
    assert (batch.what, batch.programme, batch.activity) == ("agenda", "CEP-UA", "Domžale – Zavodske")
    window.go("imports", batch.code)
    page = window.window.current_page()
    remarks = page.report.model.shown_rows()  # type: ignore[union-attr]
    assert [one.row for one in remarks if one.action == "import_action_refused"] == [7]
    made = window.find(QPushButton, "imports.take_back")
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.sessions() == before
    with window.context.read() as view:
        assert not imports.list_batches(view)


def test_columns_of_days_are_told_as_marks(qtbot: QtBot, window: VisitWindow, tmp_path: Path) -> None:
    """They are taken in, so the step of the columns must not say that they are not."""
    path = sheet(tmp_path, (("ПІБ", "09.10.2023"), ("Оксана Гнатюк", "+"), ("Тарас Дубина", "?")), "list.xlsx")
    assistant = KindAssistant(qtbot, window, "import.attendance")
    assistant.to_rows(path)
    combo = assistant.page.findChild(QComboBox, "import.column.0.2")
    assert combo is not None
    assert combo.currentText() == "Marks of 9 Oct 2023"
    chips = [one.state.word for one in assistant.page.columns_step.findChildren(Chip)]
    assert "not needed" not in chips
