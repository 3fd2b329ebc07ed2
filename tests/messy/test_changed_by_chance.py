"""Strangers' lists with cells, rows and columns changed by chance: an answer or a sentence, and nobody made twice."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from app.core.errors import Refused
from app.core.sentences import all_sentences
from app.services import answer_back, imports, programmes
from app.services.context import Context
from tests.dump import dump
from tests.messy.all_towns import TOWNS

LISTS = [town for town in TOWNS if not town.text]
#: What a hand that slips, a formula that fails or another program may leave in a cell.
VALUES: tuple[Any, ...] = (
    *(None, "", " ", 0, 1, -1, 1e308, 12345678901234567890, True, False, 45000, 2958466, 60, 0.5),
    *(
        "№",
        "Разом",
        "x",
        "+",
        "—",
        "-//-",
        "те саме",
        "#REF!",
        "=1+1",
        "<b>x</b>",
        "a" * 200,
        "Прізвище",
        "Name",
        "ПІБ",
    ),
    *("Дата", "E-mail", "31.02.2026", "29.02.1900", "1.1.0001", "a@b", "a@b.example, c@d.example", "+380 67 123"),
    *("Шевченко Тарас Григорович", "ШЕВЧЕНКО Т. Г.", "Müller, Jürgen", "O'Neil", "李明", "عمر", "თამარ", "Γιώργος"),
    *("\u202eabc", "\u200b", "\u00a0", "a\nb", "👩\u200d💻", "1 234,56", "кінець червня", "опівночі", "24:00"),
    *(date(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59), time(0, 0), datetime(1899, 12, 31), timedelta(hours=30)),
)


def _exchange(one: Any, other: Any) -> None:
    if not isinstance(one, MergedCell) and not isinstance(other, MergedCell):
        one.value, other.value = other.value, one.value


def _change(chance: random.Random, sheet: Worksheet) -> None:
    """One thing done to a sheet that its office did not mean."""
    rows, columns = sheet.max_row, sheet.max_column
    row, column = chance.randint(1, rows), chance.randint(1, columns)
    match chance.randrange(9):
        case 0 | 1 | 2:
            cell = sheet.cell(row, column)
            if not isinstance(cell, MergedCell):
                cell.value = chance.choice(VALUES)
        case 3:
            sheet.delete_rows(row)
        case 4:
            sheet.delete_cols(column)
        case 5:
            sheet.insert_rows(row)
        case 6:
            sheet.insert_cols(column)
        case 7:
            for number in range(1, rows + 1):
                _exchange(sheet.cell(number, column), sheet.cell(number, columns))
        case _:
            for number in range(1, columns + 1):
                _exchange(sheet.cell(row, number), sheet.cell(rows, number))


def _changed(chance: random.Random, folder: Path) -> Path:
    """A list with one to six such changes."""
    path = folder / "changed.xlsx"
    book: Workbook = load_workbook(chance.choice(LISTS).save(folder))
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        sheet = chance.choice(book.worksheets)
        if sheet.max_row and sheet.max_column:
            _change(chance, sheet)
    book.save(path)
    return path


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Context]:
    """A data file with one programme."""
    context = Context.open(tmp_path / "towns.mdesk")
    with context.write("New") as work:
        programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
    yield context
    context.close()


def _plan(context: Context, path: Path) -> imports.ImportPlan:
    workbook = imports.read_file(path)
    with context.read() as view:
        return imports.plan(view, workbook, imports.target_of(view, "CEP-UA"))


def _answered(path: Path, plan: imports.ImportPlan) -> None:
    """The sender's own copy can be made, and says in every cell what it said."""
    asked = answer_back.questions(plan.staged, answer_back.language_of(plan.staged))
    if not asked:
        return
    made = load_workbook(BytesIO(answer_back.build(imports.read_file(path), path, asked, "CEP")))
    for sheet in load_workbook(path).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert repr(made[sheet.title][cell.coordinate].value) == repr(cell.value)


def _taken(context: Context, path: Path) -> None:
    """The list taken in, read again, and taken back; raises Refused."""
    before = dump(context)
    plan = _plan(context, path)
    _answered(path, plan)
    with context.write("Take in") as work:
        result = imports.take_in(work, plan)
    new = {(row.sheet, row.row) for row in plan.staged.rows if row.outcome == "new"}
    again = {(row.sheet, row.row) for row in _plan(context, path).staged.rows if row.outcome == "new"}
    imports.take_back(context, result.batch)
    assert not new & again
    assert dump(context) == before


@pytest.mark.filterwarnings("ignore:Cell .* is part of a merged range:UserWarning")
@pytest.mark.parametrize("seed", range(8))
def test_a_list_changed_by_chance_makes_nobody_twice(seed: int, ground: Context, tmp_path: Path) -> None:
    chance = random.Random(seed)
    codes = set()
    for _ in range(8):
        try:
            _taken(ground, _changed(chance, tmp_path))
        except Refused as refusal:
            codes.add(refusal.code)
    assert codes <= all_sentences().keys()
