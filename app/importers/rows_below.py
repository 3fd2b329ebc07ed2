"""A second row under a person that holds nothing but another telephone of the same person (SP-10)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.importers.cells import as_text
from app.importers.column_rows import column_of
from app.importers.workbook import Cell, Row, Sheet

#: What somebody may have two of, so that a list gives the second one a row of its own. An address is no such thing:
#: a row with one and without a name may be somebody whose name was forgotten, and is asked about.
_REACHED_BY = frozenset(("phone", "mobile", "contacts"))


def contacts_below(
    sheet: Sheet, columns: Mapping[int, str], names: Iterable[int], first_row: int
) -> tuple[Sheet, frozenset[int]]:
    """The sheet with telephones of rows below in the cells of the person, and the numbers of such rows.

    ``columns``: field by column; ``names``: the columns of names; ``first_row``: the first row of data, from 1. Only
    a row directly under a person counts that has no name and nothing else; a row that says more is left as it is.
    """
    places = sorted(at for at, name in columns.items() if name in _REACHED_BY)
    named = sorted(names)
    if not places or not named:
        return sheet, frozenset()
    body = sheet.rows[first_row - 1 :]
    named_rows = map(any, zip(*(column_of(body, at - 1) for at in named), strict=True))
    changed: dict[int, list[Cell]] = {}
    below: set[int] = set()
    person = last = 0
    for number in [first_row + at for at, named_row in enumerate(named_rows) if not named_row]:
        person = person if number == last + 1 else number - 1 if number > first_row else 0
        last = number
        row = sheet.rows[number - 1]
        told = [place for place in places if place <= len(row) and row[place - 1] != ""]
        if not person or not told or sum(cell != "" for cell in row) != len(told) or not _telephones(row, told):
            person = 0
            continue
        above = changed.setdefault(person - 1, list(sheet.rows[person - 1]))
        above += [""] * (told[-1] - len(above))
        for place in told:
            parts_of_cell = (as_text(above[place - 1]).strip(), as_text(row[place - 1]).strip())
            above[place - 1] = "; ".join(filter(None, parts_of_cell))
        below.add(number)
    if not below:
        return sheet, frozenset()
    rows = tuple(tuple(changed[n]) if n in changed else row for n, row in enumerate(sheet.rows))
    return replace(sheet, rows=rows), frozenset(below)


def _telephones(row: Row, places: Iterable[int]) -> bool:
    """Whether cells hold telephones: a remark that slipped into their column is none, nor is an address."""
    texts = [as_text(row[place - 1]) for place in places]
    return all("@" not in text and sum(map(str.isdigit, text)) >= 6 for text in texts)
