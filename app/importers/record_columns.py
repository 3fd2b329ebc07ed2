"""Columns that their headings don't tell in lists of deliverables and accounts: by what stands in them (7.2).

Only what the kind cannot do without is looked for (a title, an amount), only where the other headings are known, and
it is shown as guessed, like any heading told by values.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.importers.amounts import AmountHabit, clean_amount, habit_of_amounts
from app.importers.headings import Column, Headings, read_headings
from app.importers.record_sheet import RecordReading
from app.importers.sheet_kinds import DELIVERABLES, EXPENDITURES, TITLES
from app.importers.workbook import Cell, Sheet

_SAMPLE = 400
#: What shows that the rows are pieces of work, and that they are payments.
_OF_WORK = frozenset(("due", "stage"))
_OF_PAYMENTS = frozenset(("date", "paid_on", "supplier", "document_no", "description", "line"))


def title_by_values(sheet: Sheet, reading: RecordReading) -> Headings:
    """Headings of deliverables that tell when or how far, but no title: the unknown column with the longest texts."""
    known = read_headings(sheet, book=DELIVERABLES)
    fields = {column.field for column in known.columns.values()}
    if not known.rows or fields.isdisjoint(_OF_WORK) or not fields.isdisjoint(("title", *TITLES)):
        return known
    cells = _unknown_cells(sheet, known)
    texts = {n: sum(len(cell) for cell in found if isinstance(cell, str)) for n, found in cells.items()}
    best = max(texts, key=lambda number: texts[number], default=0)
    return _with(known, best, "title") if texts.get(best) else known


def amount_by_values(sheet: Sheet, reading: RecordReading) -> Headings:
    """Headings of payments without an amount: the one unknown column that holds sums; nothing where two do."""
    known = read_headings(sheet, book=EXPENDITURES)
    fields = {column.field for column in known.columns.values()}
    if not known.rows or len(fields & _OF_PAYMENTS) < 2 or fields & {"amount", "amount_budget"}:
        return known
    sums = [n for n, cells in _unknown_cells(sheet, known).items() if _are_sums(cells, reading)]
    return _with(known, sums[0], "amount") if len(sums) == 1 else known


def _unknown_cells(sheet: Sheet, known: Headings) -> dict[int, list[Cell]]:
    rows = [row for row in sheet.rows[known.first_row - 1 :][:_SAMPLE] if sum(cell != "" for cell in row) > 1]
    return {n: [row[n - 1] for row in rows if n <= len(row) and row[n - 1] != ""] for n in known.unknown}


def _are_sums(cells: Sequence[Cell], reading: RecordReading) -> bool:
    """Whether all values are numbers above one, as rates and shares are not."""
    habit: AmountHabit = habit_of_amounts(cells)
    read = [clean_amount(cell, habit, reading.currency, 1).value for cell in cells]
    return bool(read) and all(read) and max(abs(float(value)) for value in read) > 1


def _with(known: Headings, number: int, field: str) -> Headings:
    column = Column(field, known.unknown[number], 0.5, "values")
    left = {n: text for n, text in known.unknown.items() if n != number}
    return replace(known, columns=dict(sorted({**known.columns, number: column}.items())), unknown=left)
