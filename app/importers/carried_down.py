"""Values that stand once for several rows: merged cells and marks that mean "as above" (SP-3)."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from app.importers.column_rows import column_of
from app.importers.workbook import Cell, Sheet, fill_merged

_QUOTES = ('"', "″", "”", "“", "„", "''", "’’", "//", "||", "\\\\", ",,", "‟", "〃")
_DASHES = ("", "-", "–", "—", "- ", "– ", "— ", "--")
_WORDS = (
    "isto|enako|kot zgoraj|те саме|те ж|те ж саме|так само|там же|там само|то же|то же самое|тоже|same|the same|"
    "same as above|as above|ditto|do.|dto.|id.|idem|samma|samma som ovan|dito|tas pats|turpat|kā augstāk|исто|истото|"
    "исто као горе|isto kao gore|isto kao iznad|kao gore|jw.|j.w.|jak wyżej|wie oben|e njëjta"
)
#: All spellings of "as above"; a dash alone means that there is nothing.
MARKS = frozenset(
    [dash + quote + dash.strip() for dash, quote in product(_DASHES, _QUOTES)]
    + [dash + quote + " " + dash.strip() for dash, quote in product(_DASHES[4:7], _QUOTES)]
    + [form for word in _WORDS.split("|") for form in (word, word.capitalize(), word.upper(), f"({word})")]
)
#: Fields whose value may stand once for the rows below.
CARRIED = frozenset(
    "organisation municipality region country group position department city address citizenship role accommodation "
    "arrival_date departure_date arrival_details departure_details languages diet phone mobile notes".split()
)


def carry_down(sheet: Sheet, merged: Iterable[int], marked: Iterable[int], first_row: int) -> Sheet:
    """The sheet with merged values in all their rows and with marks of repetition replaced by what they repeat.

    ``merged``: columns whose merged cells are filled; ``marked``: columns in which marks count; ``first_row``: the
    first row of data, from 1. A mark below nothing stays.
    """
    columns = frozenset(merged)
    if columns and sheet.merges:
        # What begins in another column, a remark over the width of the table, says nothing of these.
        own = tuple(merge for merge in sheet.merges if merge[1] in columns)
        sheet = replace(fill_merged(replace(sheet, merges=own), columns, first_row), merges=sheet.merges)
    changed: dict[int, list[Cell]] = {}
    for column in marked:
        at = column - 1
        cells = column_of(sheet.rows[first_row - 1 :], at)
        if MARKS.isdisjoint(cells):
            continue
        last: Cell = ""
        for number, cell in enumerate(cells, start=first_row - 1):
            if isinstance(cell, str) and cell.strip() in MARKS:
                if last != "":
                    changed.setdefault(number, list(sheet.rows[number]))[at] = last
            elif cell != "":
                last = cell
    if not changed:
        return sheet
    rows = tuple(tuple(changed[n]) if n in changed else row for n, row in enumerate(sheet.rows))
    return replace(sheet, rows=rows)
