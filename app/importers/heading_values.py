"""Headings of agendas, accounts and trackers put right by what stands under them (7.2).

"No" counts rows in English and tells a beginning in Latvian; "Task ID" has no titles; "Document / number" is no count.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.core.vocabulary import ExpenditureState
from app.importers.cells import as_text
from app.importers.column_values import values_of
from app.importers.dates_in_cells import DateHabit, clean_date
from app.importers.heading_words import Meaning
from app.importers.sheet_kinds import AGENDA, DELIVERABLES, EXPENDITURES
from app.importers.times_in_cells import read_span
from app.importers.words_in_cells import read_word
from app.importers.workbook import Cell, Sheet

_TIMES = frozenset(("time", "start"))


def settle_by_values(
    sheet: Sheet, taken: dict[int, Meaning], candidates: Mapping[int, list[Meaning]], after: int, book: str
) -> None:
    """Change ``taken`` (column → meaning) where the values below row ``after`` contradict the words of a heading."""
    if book == AGENDA:
        _beginnings(sheet, taken, after)
    if book in (AGENDA, DELIVERABLES):
        _titles_have_letters(sheet, taken, candidates, after)
    if book == EXPENDITURES:
        _numbers_under_documents(taken, candidates)
        _paid_to(sheet, taken, after)


def _beginnings(sheet: Sheet, taken: dict[int, Meaning], after: int) -> None:
    """A column that seems to count rows, holds times of day and stands beside ends tells the beginnings."""
    fields = {meaning.field for meaning in taken.values()}
    counts = next((at for at, meaning in taken.items() if meaning.field == "row_no"), 0)
    if not counts or "end" not in fields or not fields.isdisjoint(_TIMES):
        return
    values = values_of(sheet, counts, after)
    timed = [value for value in values if _is_time(value)]
    if timed and len(timed) * 2 > len([value for value in values if any(map(str.isdigit, as_text(value)))]) - 1:
        taken[counts] = replace(taken[counts], field="start", how="values")


def _is_time(value: Cell) -> bool:
    whole = isinstance(value, int) or (isinstance(value, str) and value.strip(" .").isdigit())
    return not whole and bool(read_span(value).start)


def _titles_have_letters(
    sheet: Sheet, taken: dict[int, Meaning], candidates: Mapping[int, list[Meaning]], after: int
) -> None:
    """A column of titles without a single letter gives way to another one that may be it."""
    column = next((at for at, meaning in taken.items() if meaning.field == "title"), 0)
    if not column or not _numbers_only(sheet, column, after):
        return
    meant = {
        at: one
        for at, found in candidates.items()
        for one in found
        if one.field == "title" and at != column and at not in taken and not _numbers_only(sheet, at, after)
    }
    del taken[column]
    if meant:
        best = max(meant, key=lambda at: (meant[at].score, meant[at].length))
        taken[best] = meant[best]


def _numbers_only(sheet: Sheet, column: int, after: int) -> bool:
    texts = [as_text(value) for value in values_of(sheet, column, after)]
    return bool(texts) and not any(any(map(str.isalpha, text)) for text in texts)


def _paid_to(sheet: Sheet, taken: dict[int, Meaning], after: int) -> None:
    """ "Платено на" is paid on or paid to: names under it tell the supplier."""
    column = next((at for at, meaning in taken.items() if meaning.field == "paid_on"), 0)
    if not column or any(meaning.field == "supplier" for meaning in taken.values()):
        return
    values = values_of(sheet, column, after)
    names = [one for one in values if isinstance(one, str) and any(map(str.isalpha, one)) and not _is_date(one)]
    if values and len(names) * 2 > len(values) and not any(read_word(ExpenditureState, one) for one in names):
        taken[column] = replace(taken[column], field="supplier", how="values")


def _is_date(text: str) -> bool:
    return bool(clean_date(text, DateHabit(), date(2199, 1, 1)).value)


def _numbers_under_documents(taken: dict[int, Meaning], candidates: Mapping[int, list[Meaning]]) -> None:
    """ "Number" under "Document" is that of the document, where another column counts the rows."""
    if any(meaning.field == "document_no" for meaning in taken.values()):
        return
    column = next((at for at, meaning in taken.items() if meaning.field == "row_no"), 0)
    meant = next((one for one in candidates.get(column, ()) if one.field == "document_no"), None)
    others = [
        at
        for at, found in candidates.items()
        if at != column and at not in taken and any(one.field == "row_no" for one in found)
    ]
    if meant is not None and others:
        taken[others[0]] = taken[column]
        taken[column] = meant
