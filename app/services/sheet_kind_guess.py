"""Which kind of sheet a file holds: guessed from its headings, so that the assistant can offer the right one."""

from collections.abc import Mapping
from dataclasses import replace

from app.importers.attendance_columns import day_in
from app.importers.headings import Headings, read_headings
from app.importers.meeting_log import find_log
from app.importers.sheet_kinds import ATTENDANCE, PEOPLE, kind_of, kinds
from app.importers.staging import lists_of
from app.importers.workbook import Sheet, Workbook

#: Headings stand at the top; further down only values would be looked at.
_ROWS, _SHEETS = 60, 6
#: By so many columns another kind must be clearer before it is spoken of, where the file can be read as it was opened.
_CLEARER = 1.5
#: A log of a meeting is known by its own form, not by its headings.
_LOG = 50.0
#: What only a list of attendance has; names and organisations are in lists of people, too.
_OF_ATTENDANCE = frozenset(("presence", "minutes", "session"))


def scores(workbook: Workbook) -> Mapping[str, float]:
    """How much the best sheet of a file is like each kind: about the number of columns understood, 0 for not at all."""
    found = dict.fromkeys((kind.name for kind in kinds()), 0.0)
    visible = [sheet for sheet in workbook.sheets if not sheet.hidden and sheet.rows][:_SHEETS]
    for sheet in visible:
        top = replace(sheet, rows=sheet.rows[:_ROWS])
        # Forms and tables beside one another are told as what they are read as.
        lists = lists_of(Workbook(workbook.path, "", workbook.kind, (top,))).sheets
        for kind in found:
            for one in lists if kind == PEOPLE else (top,):
                found[kind] = max(found[kind], _score(one, kind))
    return found


def looks_like(workbook: Workbook, opened_as: str) -> str:
    """The kind that a file looks like, when that is another one than it was opened as; empty when it fits."""
    found = scores(workbook)
    best = max(found, key=lambda kind: (found[kind], kind == opened_as))
    if best == opened_as or not found[best]:
        return ""
    own = found.get(opened_as, 0.0)
    return best if not own or found[best] >= own + _CLEARER else ""


def _score(sheet: Sheet, kind: str) -> float:
    if kind == ATTENDANCE and find_log(sheet) is not None:
        return _LOG
    headings = read_headings(sheet, book=kind)
    fields = {column.field for column in headings.columns.values()}
    if not headings.rows or len(fields) < 2 or not _named(fields, kind):
        return 0.0
    score = sum(column.confidence for column in headings.columns.values())
    if kind != ATTENDANCE:
        return score
    days = _days(sheet, headings)
    # Without a mark of its own it is as well a list of people.
    return score + days if days or fields & _OF_ATTENDANCE else min(score, 1.0)


def _named(fields: set[str], kind: str) -> bool:
    anchors = {*kind_of(kind).anchors, "email"} if kind == PEOPLE else set(kind_of(kind).anchors)
    return bool(fields & anchors)


def _days(sheet: Sheet, headings: Headings) -> int:
    """How many columns are headed by a day: lists that are signed day by day have several."""
    cells = [cell for number in headings.rows for cell in sheet.rows[number - 1]]
    count = sum(day_in(cell, ()) is not None for cell in cells)
    return count if count > 1 else 0
