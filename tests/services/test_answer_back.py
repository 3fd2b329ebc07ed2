"""The answer to the sender, from the file as it came to the copy with questions."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.core.errors import Refused
from app.importers.workbook import Workbook as Raw
from app.services import answer_back, imports, programmes
from app.services.context import Context
from app.services.imports import Decision, ImportPlan

ROWS = (
    ("Список делегації", "", "", ""),
    ("Прізвище", "Ім'я", "E-mail", "Дата народження"),
    ("Їжакевич", "Юлія", "yuliia at zavodske", "31.02.1980"),
    ("Хоменко", "Роман", "roman@zavodske.example", "07.03.1980"),
    ("Хоменко", "Роман", "roman@zavodske.example", "07.03.1980"),
    ("", "", "nobody@zavodske.example", "01.01.1990"),
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A delegation with an unreadable address, a day that is none, a repeated row and a row without a name."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Делегація"
    for row in ROWS:
        sheet.append(row)
    book.save(tmp_path / "delegation.xlsx")
    return tmp_path / "delegation.xlsx"


def _plan(context: Context, source: Path) -> tuple[Raw, ImportPlan]:
    with context.write("New") as work:
        programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
    workbook = imports.read_file(source)
    with context.read() as view:
        return workbook, imports.plan(view, workbook, imports.target_of(view, "CEP-UA"))


def _comments(content: bytes) -> dict[str, str]:
    page = load_workbook(BytesIO(content)).worksheets[0]
    return {cell.coordinate: cell.comment.text for row in page.iter_rows() for cell in row if cell.comment}


def test_doubtful_cells_are_asked_in_the_language_of_the_headings(context: Context, source: Path) -> None:
    workbook, plan = _plan(context, source)
    assert answer_back.language_of(plan.staged) == "uk"
    asked = answer_back.questions(plan.staged, "uk")
    made = answer_back.build(workbook, source, asked, "CEP-UA")
    found = _comments(made)
    assert set(found) == {"C3", "D3", "A5", "A6"}
    assert found["C3"] == "«yuliia at zavodske» – не адреса електронної пошти. Будь ласка, напишіть адресу."
    assert found["A5"] == "У рядку 4, схоже, та сама особа. Будь ласка, залиште один із рядків."
    # What the sender wrote stays where it was, and the copy reads as before.
    assert load_workbook(BytesIO(made)).worksheets[0]["C3"].value == "yuliia at zavodske"


def test_what_the_user_settled_is_not_asked(context: Context, source: Path) -> None:
    _workbook, plan = _plan(context, source)
    decisions = {
        ("Делегація", 3): Decision(fields={"email": "yuliia@zavodske.example"}),
        ("Делегація", 6): Decision(leave_out=True),
    }
    asked = answer_back.questions(plan.staged, "en", decisions)
    assert [(one.row, one.column) for one in asked] == [(3, 4), (5, 1)]
    assert asked[1].text == "Row 4 seems to be the same person. Please keep one of the rows."


def test_the_file_must_be_the_one_that_was_read(context: Context, source: Path, tmp_path: Path) -> None:
    workbook, plan = _plan(context, source)
    asked = answer_back.questions(plan.staged, "en")
    with pytest.raises(Refused, match="answer_nothing"):
        answer_back.build(workbook, source, (), "CEP-UA")
    with pytest.raises(Refused, match="answer_over_source"):
        answer_back.write(workbook, source, asked, "CEP-UA", source)
    source.write_bytes(source.read_bytes() + b" ")
    with pytest.raises(Refused, match="answer_file_changed"):
        answer_back.write(workbook, source, asked, "CEP-UA", tmp_path / "copy.xlsx")
    assert not (tmp_path / "copy.xlsx").exists()


def test_a_text_file_is_answered_by_a_workbook(context: Context, tmp_path: Path) -> None:
    source = tmp_path / "delegation.csv"
    source.write_text("\n".join(";".join(row) for row in ROWS[1:]), encoding="cp1251")
    workbook, plan = _plan(context, source)
    target = tmp_path / answer_back.suggested_name(source.name, workbook.kind, "sl")
    assert target.name == "delegation (pripombe).xlsx"
    answer_back.write(workbook, source, answer_back.questions(plan.staged, "sl"), "CEP-UA", target)
    found = _comments(target.read_bytes())
    assert found["C2"] == "»yuliia at zavodske« ni e-poštni naslov. Prosimo, zapišite naslov."
