"""Middle names of people who have no patronymic: they are given names, too (NA-2)."""

import re
from collections.abc import Mapping
from dataclasses import replace

from app.core.name_parts import is_patronymic
from app.core.text import one_line
from app.core.transliteration import is_cyrillic
from app.importers.headings import Column
from app.importers.workbook import Cell, Row, Sheet

#: Headings of a second name that may be any; "Father's name" is that of somebody else.
_MIDDLE = re.compile(r"\b(?:middle|second|additional|mellan\w*|srednje|drugo|otrais)\b", re.IGNORECASE)


def join_middle_names(sheet: Sheet, columns: Mapping[int, Column], first_row: int) -> Sheet:
    """The sheet with middle names that are no patronymics behind the given names, and out of their own column.

    "Karl | Erik | Holm" under "First name | Middle name | Last name" is Karl Erik Holm; "Олена | Іванівна" stays.
    ``first_row``: the first row of data, from 1.
    """
    given = next((at for at, one in columns.items() if one.field == "given_name"), 0)
    middle = next((at for at, one in columns.items() if one.field == "patronymic" and _MIDDLE.search(one.heading)), 0)
    if not given or not middle:
        return sheet
    last = max(given, middle)
    changed: dict[int, Row] = {}
    for number, row in enumerate(sheet.rows[first_row - 1 :], start=first_row - 1):
        if len(row) < last:
            continue
        first, second = row[given - 1], row[middle - 1]
        if not isinstance(first, str) or not isinstance(second, str) or not first.strip() or not second.strip():
            continue
        word = one_line(second)
        if not word[:1].isalpha() or is_cyrillic(word + first) or is_patronymic(word):
            continue
        cells: list[Cell] = list(row)
        cells[given - 1], cells[middle - 1] = f"{first.strip()} {word}", ""
        changed[number] = tuple(cells)
    if not changed:
        return sheet
    return replace(sheet, rows=tuple(changed.get(number, row) for number, row in enumerate(sheet.rows)))
