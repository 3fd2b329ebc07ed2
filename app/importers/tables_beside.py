"""Tables beside one another on one sheet, each with headings and people of its own: each read like a sheet (SP-13).

A part keeps its rows and columns where they stand, so that every place that is told is one of the sender's sheet; what
belongs to the other tables is empty in it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from app.core.name_parts import Order
from app.core.people_comparison import Level, PersonFacts, name_level
from app.core.text import one_line
from app.importers.cells import as_text, clean_name
from app.importers.column_values import are_cyrillic, values_of
from app.importers.heading_rows import NAMES
from app.importers.heading_words import PEOPLE, meanings, normalise
from app.importers.headings import Column, Headings, read_headings
from app.importers.name_cells import read_name
from app.importers.raw_sheet import column_name
from app.importers.row_kinds import group_name
from app.importers.row_words import GROUP, OF_TOWN
from app.importers.workbook import Row, Sheet

#: Further to the right no second table is looked for.
_WIDEST = 60
#: So many rows show which columns are empty; so many people whether two tables name the same ones.
_SHOWING, _COMPARED = 120, 12
#: A heading over a whole table that is longer is a text.
_LONG_GROUP = 90
_NONE = Column("", "", 0.0, "")
_PEOPLE = NAMES - {"email"}
#: Columns that together name somebody whole.
_WHOLE = ({"full_name"}, {"name_latin"}, {"family_name", "given_name"}, {"family_latin", "given_latin"})
#: "Guest 1", "2. participant"; and from which score on the words are surely a heading.
_NUMBERED = re.compile(r"^(?:(?P<before>\d{1,2})\s+)?(?P<what>[^\d]+?)(?:\s*(?P<after>\d{1,2}))?$")
#: "Participant 2: name", of which the second part says what stands in the column.
_OF_NUMBERED = re.compile(r"^(?P<what>[^\d]*[^\d\s])\s*(?P<number>\d{1,2})\s*[/–—-]*\s*(?P<part>[^\d\W][^\d]*)$")
_SURE = 88
#: A range of columns, from 1, both ends in it.
Columns = tuple[int, int]


def parts_of(sheet: Sheet) -> tuple[Sheet, ...]:
    """The tables of people that stand beside one another, from left to right; the sheet alone where there is only one.

    The same people in two alphabets, and what only belongs to the people on its left (a hotel after an empty column),
    are one table.
    """
    ranges = _by_empty_columns(sheet)
    if not ranges:
        headings = read_headings(sheet)
        if not headings.rows:
            return (sheet,)
        ranges = _by_repeated_headings(sheet, headings)
        if not ranges:
            return _by_numbers(sheet, headings) or (sheet,)
    return tuple(_part(sheet, columns) for columns in ranges)


def _part(sheet: Sheet, columns: Columns) -> Sheet:
    first, last = columns
    left: Row = ("",) * (first - 1)
    rows = tuple((left + row[first - 1 : last]) if len(row) >= first else () for row in sheet.rows)
    merges = tuple(one for one in sheet.merges if first <= one[1] and one[3] <= last)
    name = f"{sheet.name} ({column_name(first)}–{column_name(min(last, sheet.width))})".strip()
    part = replace(sheet, name=name, rows=rows, merges=merges, of=sheet.name, shape="beside")
    return replace(part, group=_group_over(part, columns))


def _group_over(part: Sheet, columns: Columns) -> str:
    """The organisation that a line over this table alone names ("Delegation of Tuzla"); '' when there is none."""
    headings = read_headings(part)
    for number in range(headings.rows[0] - 1 if headings.rows else 0, 0, -1):
        texts = [one_line(cell) for cell in part.rows[number - 1] if isinstance(cell, str) and cell.strip()]
        if len(texts) == 1 and len(texts[0]) <= _LONG_GROUP and (GROUP.search(texts[0]) or OF_TOWN.search(texts[0])):
            whole = any(top <= number <= bottom and right > columns[1] for top, _, bottom, right in part.merges)
            return "" if whole or not GROUP.sub("", texts[0]).strip(" :.–—-") else group_name(texts[0])
    return ""


def _cut(sheet: Sheet, columns: Columns) -> Sheet:
    """The first rows of a range of columns, for looking at headings and values only."""
    first, last = columns
    left: Row = ("",) * (first - 1)
    rows = tuple((left + row[first - 1 : last]) if len(row) >= first else () for row in sheet.rows[:_SHOWING])
    return replace(sheet, rows=rows, merges=tuple(one for one in sheet.merges if first <= one[1] and one[3] <= last))


def _runs(sheet: Sheet) -> list[Columns]:
    """Runs of columns between columns that are wholly empty; rows of one text (titles, groups) do not count."""
    filled: set[int] = set()
    for row in sheet.rows[:_SHOWING]:
        places = [number for number, cell in enumerate(row[:_WIDEST], start=1) if cell != ""]
        if len(places) > 1:
            filled.update(places)
    found: list[Columns] = []
    for number in sorted(filled):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _by_empty_columns(sheet: Sheet) -> list[Columns]:
    """The ranges of the tables that empty columns part; empty when there are not two of them."""
    runs = _runs(sheet)
    if len(runs) < 2:
        return []
    ranges: list[Columns] = []
    tables: list[tuple[Sheet, Headings]] = []
    begun = 1
    for first, last in runs:
        part = _cut(sheet, (first, last))
        headings = read_headings(part)
        if not _is_table(part, headings) or (tables and _same_people(tables[-1], (part, headings))):
            continue
        if tables:
            ranges.append((begun, first - 1))
            begun = first
        tables.append((part, headings))
    ranges.append((begun, max(sheet.width, begun)))
    return ranges if len(ranges) > 1 else []


def _is_table(part: Sheet, headings: Headings) -> bool:
    """Whether a range of columns is a list of people in its own right: a column of names, and names in it."""
    places = [number for number, column in headings.columns.items() if column.field in _PEOPLE]
    fields = {column.field for column in headings.columns.values()}
    whole = any(names <= fields for names in _WHOLE)
    if not headings.rows or not whole or len(headings.columns) + len(headings.unknown) < 2:
        return False
    if max(headings.columns[number].confidence for number in places) < 0.8:
        return False
    values = values_of(part, places[0], headings.rows[-1])
    texts = [value for value in values if isinstance(value, str) and value[:1].isupper()]
    return bool(texts) and len(texts) * 2 > len(values)


def _names(part: Sheet, headings: Headings) -> Mapping[int, PersonFacts]:
    """The names in the first rows of a table, by row."""
    found: dict[int, PersonFacts] = {}
    columns = {number: one.field for number, one in headings.columns.items() if one.field in _PEOPLE | {"patronymic"}}
    for number in range(headings.rows[-1] + 1, len(part.rows) + 1):
        row = part.rows[number - 1]
        texts = {
            name: clean_name(as_text(row[at - 1])).value
            for at, name in columns.items()
            if at <= len(row) and row[at - 1] != ""
        }
        if not texts:
            continue
        name = read_name(texts, Order.UNKNOWN, headings.language, False)
        found[number] = PersonFacts(name.given, name.family, order_known=False)
        if len(found) == _COMPARED:
            break
    return found


def _same_people(one: tuple[Sheet, Headings], other: tuple[Sheet, Headings]) -> bool:
    """Whether two tables name the same people row by row, as a list in two alphabets does."""
    left, right = _names(*one), _names(*other)
    both = left.keys() & right.keys()
    same = sum(name_level(left[number], right[number]) is not Level.DIFFERENT for number in both)
    return bool(both) and same * 2 >= len(both)


def _by_repeated_headings(sheet: Sheet, headings: Headings) -> list[Columns]:
    """The ranges of tables of the same headings right beside one another; empty when there are not two of them."""
    row = sheet.rows[headings.rows[-1] - 1]
    texts = [normalise(cell) if isinstance(cell, str) else "" for cell in row[:_WIDEST]]
    names = [at for at, text in enumerate(texts) if text and (headings.columns.get(at + 1) or _NONE).field in NAMES]
    for first in names:
        again = [at for at in range(first + 2, len(texts)) if texts[at] == texts[first]]
        starts = [at for at in again if _repeats(texts, first, at)]
        if not starts:
            continue
        # What stands before the name, as its number does, belongs to its table, too.
        begins = [at - first if texts[at - first] == texts[0] else at for at in starts]
        if _all_others(sheet, headings, first + 1, [at + 1 for at in starts]):
            bounds = [0, *begins, max(sheet.width, begins[-1] + 1)]
            return [(start + 1, end) for start, end in pairwise(bounds)]
    return []


def _repeats(texts: Sequence[str], first: int, again: int) -> bool:
    """Whether the headings from ``again`` on are those from ``first`` on: two of them at least, and all but one."""
    told = [at for at in range(first, again) if texts[at] and texts[at] not in texts[first:at]]
    run = again - first
    same = [at for at in told if texts[at] == (texts[at + run] if at + run < len(texts) else "")]
    return len(same) >= 2 and len(same) >= len(told) - 1


def _all_others(sheet: Sheet, headings: Headings, first: int, starts: Sequence[int]) -> bool:
    """Whether the columns of names hold other people: a name twice in two alphabets is one table."""
    values = [values_of(sheet, at, headings.rows[-1]) for at in (first, *starts)]
    if not all(values):
        return False
    if len({are_cyrillic(one) for one in values}) == 1:
        return True
    own = headings.columns[first]
    tables = [(_cut(sheet, (at, at)), replace(headings, columns={at: own}, unknown={})) for at in (first, *starts)]
    return not any(_same_people(tables[0], other) for other in tables[1:])


def _numbered(heading: str) -> tuple[int, str]:
    """The number in a heading and what is asked for: "Guest 2", "Guest 2: name"; 0 for a heading without one."""
    found = _NUMBERED.match(heading)
    if found is not None and bool(found["before"]) != bool(found["after"]):
        return int(found["before"] or found["after"]), found["what"]
    found = _OF_NUMBERED.match(heading)
    return (int(found["number"]), found["part"]) if found is not None else (0, "")


def _by_numbers(sheet: Sheet, headings: Headings) -> tuple[Sheet, ...]:
    """People in numbered columns ("Guest 1", "Guest 2"): a part for each number, with all columns without one."""
    row = sheet.rows[headings.rows[-1] - 1]
    numbers: dict[int, int] = {}
    names: dict[int, int] = {}
    for column, cell in enumerate(row[:_WIDEST], start=1):
        number, asked = _numbered(normalise(cell)) if isinstance(cell, str) else (0, "")
        if not number:
            continue
        numbers[column] = number
        told = meanings(asked, PEOPLE, False)
        if told and told[0].score >= _SURE and told[0].field in ("full_name", "name_latin", "family_name"):
            names.setdefault(number, column)
    values = [values_of(sheet, column, headings.rows[-1]) for column in names.values()]
    if len(names) < 2 or not all(values):
        return ()
    parts: list[Sheet] = []
    for number, name in names.items():
        others = {column for column, told in numbers.items() if told != number}
        rows = tuple(
            tuple("" if column in others else cell for column, cell in enumerate(row, start=1))
            if at <= headings.rows[-1] or (name <= len(row) and row[name - 1] != "")
            else (row if not parts else ())
            for at, row in enumerate(sheet.rows, start=1)
        )
        shown = f"{sheet.name} ({column_name(name)})".strip()
        parts.append(replace(sheet, name=shown, rows=rows, of=sheet.name, shape="beside"))
    return tuple(parts)
