"""The answer to the sender, the report, the row beside the list and the organisations of an import, in the window."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.core.i18n import set_language
from app.services import organisations, people
from app.ui.pages.import_answer import AnswerDialog
from app.ui.pages.import_rows_order import order_by
from tests.ui.import_window import CLEAN, HEADS, Assistant, workbook
from tests.ui.visit_window import VisitWindow

DOUBTFUL = ("Гнатюк О. В.", "Секретар", "", "", "")
BROKEN = ("Чорнобай Соломія Миколаївна", "Бухгалтерка", "31.02.1985", "067 555 01 44", "s.chornobai")


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> Iterator[Assistant]:
    window = VisitWindow(qtbot, tmp_path)
    yield Assistant(qtbot, window)
    window.close()


def dialog_of(assistant: Assistant) -> AnswerDialog:
    assistant.click("import.answer")
    assistant.qtbot.waitUntil(lambda: any(isinstance(one, AnswerDialog) for one in QApplication.topLevelWidgets()))
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, AnswerDialog) and one.isVisible())


def save_as(assistant: Assistant, name: str, target: Path) -> None:
    """What the file dialog gives when a name is chosen in it."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.objectName() == name]
    assert len(found) == 1
    found[0].fileSelected.emit(str(target))
    found[0].reject()
    assistant.window.settle()


def told(assistant: Assistant) -> str:
    assert assistant.page.strip.isVisible()
    return " ".join(one.text() for one in assistant.page.strip.findChildren(QLabel) if one.text())


def comments(path: Path) -> dict[str, str]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment is not None}


# the answer -------------------------------------------------------------------------------------------------------
def test_the_answer_holds_the_ticked_questions_in_the_language_chosen(assistant: Assistant, tmp_path: Path) -> None:
    source = workbook(tmp_path, (*CLEAN, BROKEN))
    before = source.read_bytes()
    assistant.to_rows(source)
    dialog = dialog_of(assistant)
    # the headings are Ukrainian, so is the proposal; E7 stands before nobody else's
    assert dialog.language.value() == "uk"
    assert [dialog.list.topLevelItem(n).text(0) for n in range(dialog.list.topLevelItemCount())] == ["C7", "E7"]
    dialog.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.language.combo.setCurrentIndex(dialog.language._values.index("sl"))
    dialog.language.combo.activated.emit(dialog.language.combo.currentIndex())
    assert dialog.list.topLevelItem(0).checkState(0) == Qt.CheckState.Unchecked
    assistant.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    target = tmp_path / "answer.xlsx"
    save_as(assistant, "dialog.answer.save", target)
    assert list(comments(target)) == ["E7"]
    assert "s.chornobai" in comments(target)["E7"]
    assert source.read_bytes() == before
    assert "answer.xlsx" in told(assistant)


def test_nothing_to_ask_is_one_sentence(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN))
    assistant.click("import.answer")
    assistant.window.settle()
    assert "nothing to ask" in told(assistant)


def test_a_file_that_changed_is_told_and_nothing_is_written(assistant: Assistant, tmp_path: Path) -> None:
    source = workbook(tmp_path, (BROKEN,))
    assistant.to_rows(source)
    dialog = dialog_of(assistant)
    workbook(tmp_path, CLEAN)
    assistant.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    save_as(assistant, "dialog.answer.save", tmp_path / "answer.xlsx")
    assert not (tmp_path / "answer.xlsx").exists()
    assert "delegation.xlsx" in told(assistant)


def test_pasted_cells_are_answered_as_a_workbook(assistant: Assistant, tmp_path: Path) -> None:
    assistant.paste("\n".join("\t".join(line) for line in (HEADS, *CLEAN, BROKEN)))
    assistant.click("import.next")
    assistant.click("import.next")
    dialog = dialog_of(assistant)
    assistant.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    save_as(assistant, "dialog.answer.save", tmp_path / "answer.xlsx")
    assert set(comments(tmp_path / "answer.xlsx")) == {"C5", "E5"}


# the report -------------------------------------------------------------------------------------------------------
def test_the_report_tells_what_stayed_out_and_is_saved(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (*CLEAN, BROKEN, ("", "Водій", "02.03.1990", "067 555 01 88", ""))))
    assistant.take_in()
    assistant.window.settle()
    done = assistant.page.done_step
    # the nameless row, and the date and the address of the row before it
    assert [(one.row, one.column) for one in done.report.model.shown_rows()] == [(7, "C"), (7, "E"), (8, "")]
    assistant.click("import.done.lists.report")
    assert done.report.isVisible()
    assert not done.list.isVisible()
    assistant.click("import.report.save")
    save_as(assistant, "dialog.report.save", tmp_path / "report.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "report.xlsx").worksheets[0].values)
    assert len(rows) == 4
    assert rows[1][1:3] == (7, "C")
    assert rows[1][4] == "31.02.1985"


# the row beside the list ------------------------------------------------------------------------------------------
def test_the_row_opens_over_the_list_only_to_be_decided(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (*CLEAN, DOUBTFUL)))
    step, view = assistant.page.rows_step, assistant.table.view
    assert step.panel.isVisible()
    widths = [view.columnWidth(n) for n in view.sections()]
    assistant.at(0)
    assert not step.panel.isVisible()
    assistant.at(3)
    assert step.panel.isVisible()
    # the list did not move for it
    assert [view.columnWidth(n) for n in view.sections()] == widths
    assistant.click("import.row.close")
    assert not step.panel.isVisible()
    assistant.click("import.details")
    assistant.at(1)
    assert step.panel.isVisible()
    assert assistant.window.desk.settings.get("import.details", "") == "beside"


def test_a_decided_row_stays_open_until_one_goes_on(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (DOUBTFUL, *CLEAN)))
    assistant.click("import.row.new")
    assert assistant.outcomes()[0] == "new"
    assert assistant.page.rows_step.panel.isVisible()
    assistant.at(2)
    assert not assistant.page.rows_step.panel.isVisible()


def test_a_cell_that_is_no_date_can_be_opened(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (BROKEN,)))
    assistant.page.rows_step.open_cell(0, "birth_date")
    popover = assistant.popover("import.cell")
    edit = popover.findChild(QLineEdit, "import.cell.birth_date")
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "31.02.1985"
    popover.close()


def test_the_known_value_can_be_kept_in_the_cell(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, CLEAN[2:]))
    assistant.take_in()
    ident = next(iter(assistant.page.session.result.people.values()))
    assistant.window.go("import", "visit")
    changed = (CLEAN[2][0], "Головний інспектор", *CLEAN[2][2:])
    assistant.to_rows(workbook(tmp_path, [changed], "second.xlsx"))
    assistant.page.rows_step.open_cell(0, "position")
    radios = assistant.popover("import.cell").findChildren(QRadioButton)
    next(one for one in radios if one.text() == "Інспектор").click()
    assistant.popover("import.cell").use()  # type: ignore[attr-defined]
    assistant.window.settle()
    assert assistant.outcomes() == ["same"]
    assistant.take_in()
    with assistant.window.context.read() as view:
        assert people.load(view, ident).positions[0].title == "Інспектор"


# organisations ----------------------------------------------------------------------------------------------------
def with_organisations(tmp_path: Path, *names: str) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append((*HEADS, "Організація"))
    for row, name in zip(CLEAN, names, strict=False):
        sheet.append((*row, name))
    path = tmp_path / "organisations.xlsx"
    book.save(path)
    return path


def test_an_organisation_is_chosen_by_search_and_its_spelling_learnt(assistant: Assistant, tmp_path: Path) -> None:
    window = assistant.window
    assistant.to_rows(with_organisations(tmp_path, "Рада", "Рада", "Бібліотека"))
    assistant.click("import.next")
    # nothing of the kind is known: they are looked at by whoever wants to
    assert assistant.page.review_step.asked.lines == []
    assistant.click("import.review.more")
    lines = assistant.page.review_step.asked.lines
    assert [(line.asked.text, line.asked.count) for line in lines] == [("Рада", 2), ("Бібліотека", 1)]
    # nobody has said anything yet
    assert assistant.page.session.named == {}
    field = lines[0].field
    assistant.qtbot.keyClicks(field.edit, "zavod")
    field.edit.clear()
    assistant.qtbot.keyClicks(field.edit, "zavod")
    assistant.qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert assistant.page.session.named == {"Рада": window.ids["zavodske"]}
    window.settle()
    assistant.click("import.next")
    with window.context.read() as view:
        found = organisations.load(view, window.ids["zavodske"])
        names = {row.name for row in organisations.list_rows(view)}
    assert "Рада" in {alias.text for alias in found.aliases}
    assert "Рада" not in names
    assert "Бібліотека" in names


def test_a_proposal_that_nobody_clicked_teaches_nothing(assistant: Assistant, tmp_path: Path) -> None:
    window = assistant.window
    assistant.to_rows(with_organisations(tmp_path, "Заводська територіальна громада"))
    assistant.click("import.next")
    asked = assistant.page.review_step.asked
    assert [line.asked.likely for line in asked.lines] == [True]
    assistant.click("import.next")
    with window.context.read() as view:
        assert not organisations.load(view, window.ids["zavodske"]).aliases


def test_all_proposals_are_accepted_with_one_click(assistant: Assistant, tmp_path: Path) -> None:
    window = assistant.window
    assistant.to_rows(with_organisations(tmp_path, "Заводська територіальна громада"))
    assistant.click("import.next")
    assistant.click("import.review.accept")
    assistant.click("import.next")
    with window.context.read() as view:
        aliases = organisations.load(view, window.ids["zavodske"]).aliases
    assert [alias.text for alias in aliases] == ["Заводська територіальна громада"]


# the sheet --------------------------------------------------------------------------------------------------------
def test_a_sheet_without_headings_is_read_when_the_user_says_so(assistant: Assistant, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in CLEAN:
        book.active.append(row)
    book.save(tmp_path / "bare.xlsx")
    assistant.drop(tmp_path / "bare.xlsx")
    assert not assistant.page.next.isEnabled()
    tick = assistant.window.find(QCheckBox, "import.without_headings")
    assistant.qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center() * 0.1)
    tick.setChecked(True)
    assistant.window.settle()
    assert assistant.page.session.file is not None
    assert assistant.page.session.file.used[0].without_headings
    assistant.click("import.next")
    assistant.click("import.next")
    assert [row.fields["family_name"] for row in assistant.page.rows_step.rows] == [
        "Бондаренко",
        "Дорошенко",
        "Мельник",
    ]


def test_columns_that_are_not_read_are_told(assistant: Assistant, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append([*HEADS, *(f"Графа {n}" for n in range(500))])
    for row in CLEAN:
        book.active.append([*row, *range(500)])
    book.save(tmp_path / "wide.xlsx")
    assistant.drop(tmp_path / "wide.xlsx")
    # 400 columns are read: A to OJ
    assert "OJ" in assistant.window.find(QLabel, "import.cut").text()


def test_an_open_cell_stays_inside_the_window(assistant: Assistant, tmp_path: Path) -> None:
    many = tuple((f"Бондаренко Наталія{'а' * n}", "Фахівець", "14.03.1981", "", "") for n in range(30))
    assistant.to_rows(workbook(tmp_path, many))
    window = assistant.window.window
    # lower than the screen, on which the cell would have room below the window
    window.resize(1100, 620)
    assistant.window.settle()
    area = window.frameGeometry()
    for number, key in ((0, "name"), (29, "birth_date"), (29, "email")):
        assistant.page.rows_step.open_cell(number, key)
        popover = assistant.popover("import.cell")
        assert area.contains(popover.frameGeometry()), (number, key)
        popover.close()
        assistant.window.settle()


def test_a_row_decided_with_the_mouse_leaves_the_keyboard_at_the_list(assistant: Assistant, tmp_path: Path) -> None:
    assistant.to_rows(workbook(tmp_path, (DOUBTFUL, *CLEAN)))
    assistant.window.window.activateWindow()
    made = assistant.page.rows_step.panel.findChild(QPushButton, "import.who.0.same")
    assert isinstance(made, QPushButton)
    made.setFocus()
    assistant.click("import.who.0.same")
    assistant.window.until(lambda: QApplication.focusWidget() is assistant.table.view)


def test_the_keyboard_stays_at_the_rows_also_while_another_window_is_active(
    assistant: Assistant, tmp_path: Path
) -> None:
    """Else it falls to what comes next in the window when the button that was pressed is made anew."""
    assistant.to_rows(workbook(tmp_path, (DOUBTFUL, *CLEAN)))
    made = assistant.page.rows_step.panel.findChild(QPushButton, "import.who.0.same")
    assert isinstance(made, QPushButton)
    made.setFocus()
    other = QWidget()
    assistant.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    assistant.qtbot.waitUntil(lambda: not assistant.window.window.isActiveWindow(), timeout=2000)
    made.click()
    assistant.window.settle()
    assert assistant.window.window.focusWidget() is assistant.table.view


def test_a_file_that_was_read_leaves_the_keyboard_at_the_way_on(assistant: Assistant, tmp_path: Path) -> None:
    assistant.window.window.activateWindow()
    assistant.page.file_step.drop.choose.setFocus()
    assistant.drop(workbook(tmp_path, CLEAN))
    assistant.window.until(lambda: QApplication.focusWidget() is assistant.page.next)


def test_the_order_of_rows_follows_the_alphabet_and_empty_ones_come_last(assistant: Assistant, tmp_path: Path) -> None:
    """Ukrainian: г before ґ, е before є, и before і before ї; no address after every address."""
    families = ("Їжак", "Ґанок", "Євтух", "Іваненко", "Гай", "Еней", "Ир")
    people_of = tuple(
        (f"{name} Олена Петрівна", "", "", "", f"a{n}@z.example" if n else "") for n, name in enumerate(families)
    )
    assistant.to_rows(workbook(tmp_path, people_of))
    book, look = assistant.page.session.book, assistant.page.session.look
    assert book is not None
    columns = {one.key: one for one in assistant.table.model.columns}
    set_language("uk")
    try:
        order = order_by(book, look, columns["name"])
    finally:
        set_language("en")
    assert [families[n] for n in order.numbers] == ["Гай", "Ґанок", "Еней", "Євтух", "Ир", "Іваненко", "Їжак"]
    assert order.of([0, 1, 4], descending=True) == [0, 1, 4]
    assert order.of([0, 1, 4], descending=False) == [4, 1, 0]
    assert order_by(book, look, columns["email"]).numbers == [1, 2, 3, 4, 5, 6, 0]
    # the fast way gives what the rows themselves hold
    for cell in look.columns:
        assert book.values(cell.fields) == [
            " ".join(row.fields[name] for name in cell.fields if row.fields.get(name)) for row in book
        ]
