"""Which rows of a sheet hold its headings (SP-1, SP-2)."""

import re
from datetime import date

from app.core.text import one_line
from app.importers.birth_columns import birth_part
from app.importers.heading_words import PEOPLE, meanings
from app.importers.workbook import Cell, Row, Sheet

#: SP-1: headings are looked for in so many rows.
SEARCHED_ROWS = 30
#: Fields of which one alone makes a column of people.
NAMES = frozenset({"full_name", "given_name", "family_name", "name_latin", "given_latin", "family_latin", "email"})
#: What only people have: beside it a column of names under a heading that nobody knows is one of names.
OF_PEOPLE = frozenset(
    "position phone mobile contacts birth_date passport_number passport_series passport_expiry diet gender national_id "
    "accommodation citizenship salutation insurance visa emergency_contact arrival_date departure_date "
    "signature".split()
)
#: The other kinds of sheets: who is named under one of their headings ("Speaker", "Supplier") is no participant.
_OTHER_BOOKS = ("agenda", "expenditures", "deliverables")
MAIL = re.compile(r"^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$")
_PHONE = re.compile(r"^[\s+()\d./-]{7,20}$")
_LONG_HEADING = 120
_SURE = 80
#: So large a part of a row must say what the row over it says.
_MOST = 0.6
#: A whole row of headings needs no doubt about any of them.
_SURE_ROW = 88
#: Headings stand on so many rows at most, one language under the other included.
_MOST_ROWS = 4


def text_of(cell: Cell) -> str:
    """A text cell on one line; '' for anything else."""
    return one_line(cell) if isinstance(cell, str) else ""


def data_like(cell: Cell) -> bool:
    """Numbers, dates and e-mails: signs of data, not of headings."""
    if isinstance(cell, str):
        return bool(MAIL.match(cell)) or (len(cell) > 6 and bool(_PHONE.match(cell)))
    return isinstance(cell, int | float | date)


def row_score(row: Row, book: str, similar: bool = True) -> tuple[int, float]:
    """Hits, and SP-1's score of a row as headings. ``similar``: misspelt headings count, too."""
    hits, score = 0, 0.0
    for cell in row:
        if cell == "":
            continue
        if data_like(cell):
            score -= 1
            continue
        text = text_of(cell)
        if not text:
            continue
        found = meanings(text, book, similar)
        if found and found[0].score >= 60:
            hits += 1
            score += found[0].score / 100
        score += 0.5 if len(text) <= 60 else 0
    return hits, score


def _best_row(sheet: Sheet, book: str) -> int:
    """The row most like headings, from 1; 0 when none has two hits.

    Misspelt headings are looked for only in rows that have a hit without that: most rows are data.
    """
    best, best_score = 0, 0.0
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS], start=1):
        if not row_score(row, book, similar=False)[0]:
            continue
        hits, score = row_score(row, book)
        distinct = len({text_of(cell) for cell in row if cell != ""})
        if hits >= 2 and distinct >= 2 and score > best_score:
            best, best_score = number, score
    if best and not _any_sure(sheet.rows[best - 1], book) and 0 < (named := _named_row(sheet, book)) < best:
        # Words of data ("начальник відділу") are like headings, too; what stands over them is surely one.
        best = named
    return _first_table(sheet, best, book) if best else _lone_row(sheet, book) or _named_row(sheet, book)


def _any_sure(row: Row, book: str) -> bool:
    """Whether a row holds a heading that is one without doubt."""
    return any(
        found[0].score >= _SURE for cell in row if (text := text_of(cell)) and (found := meanings(text, book, False))
    )


def surely_headings(row: Row, book: str) -> bool:
    """Whether most filled cells of a row are sure headings, three or more, and nothing else is there but texts."""
    filled = [cell for cell in row if cell != ""]
    if len(filled) < 3 or not all(isinstance(cell, str) for cell in filled):
        return False
    sure = 0
    for cell in filled:
        found = meanings(text_of(cell), book, False)
        sure += bool(found) and found[0].score >= _SURE_ROW
    return sure >= 3 and sure >= 0.6 * len(filled)


def _first_table(sheet: Sheet, best: int, book: str) -> int:
    """The row of headings that stands first: a table further down may have more of them (``sheet_tables``)."""
    for number in range(1, best - 1):
        if surely_headings(sheet.rows[number - 1], book):
            return number
    return best


def _lone_row(sheet: Sheet, book: str) -> int:
    """A sheet of one column under one sure heading."""
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS], start=1):
        texts = [text_of(cell) for cell in row if cell != ""]
        if len(texts) == 1 and sheet.width <= 2 and len(sheet.rows) > number:
            found = meanings(texts[0], book)
            if found and found[0].score >= 98 and found[0].field in NAMES:
                return number
    return 0


def names_by_values(sheet: Sheet, column: int, heading: str, after: int, reached: bool = False) -> bool:
    """Whether a column is of whole names by its values, under a heading that no kind of sheet knows.

    ``reached``: each row also tells an e-mail address and a phone, so that it is of somebody and no agenda's.
    """
    from app.importers.column_values import are_full_names, values_of

    books = (PEOPLE,) if reached else (PEOPLE, *_OTHER_BOOKS)
    known = [one for book in books for one in meanings(heading, book)[:1]]
    return all(one.score < _SURE for one in known) and are_full_names(values_of(sheet, column, after))


def _named_row(sheet: Sheet, book: str) -> int:
    """A row of unknown headings but one, which is surely of names and has names of people below it.

    Or one that tells something that only people have, with names of people below another.
    """
    if book != PEOPLE:
        return 0
    from app.importers.column_values import are_full_names, values_of

    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS], start=1):
        filled = [cell for cell in row if cell != ""]
        if len(filled) < 3 or not all(isinstance(cell, str) and len(cell) <= _LONG_HEADING for cell in filled):
            continue
        for column, cell in enumerate(row, start=1):
            found = meanings(text_of(cell), book, False)
            sure = found and found[0].score >= 98 and found[0].field in NAMES
            if sure and are_full_names(values_of(sheet, column, number)):
                return number
        told = [found[0] for cell in filled if (found := meanings(text_of(cell), book, False))]
        if any(one.score >= 98 and one.field in OF_PEOPLE for one in told) and any(
            cell != "" and names_by_values(sheet, column, text_of(cell), number)
            for column, cell in enumerate(row, start=1)
        ):
            return number
    return 0


def _groups_above(sheet: Sheet, row: int, book: str) -> bool:
    """Whether the row above holds group headings: cells merged over some columns or down into this row (SP-2)."""
    if row < 2:
        return False
    above = sheet.rows[row - 2]
    filled = sum(1 for cell in above if cell != "")
    if not filled or any(data_like(cell) for cell in above):
        return False
    if filled == 1:
        # One group over a part of the table; what spans the whole of it is a title.
        columns = sum(1 for cell in sheet.rows[row - 1] if cell != "")
        return any(
            top == bottom == row - 1 and 1 < right - left + 1 <= columns / 2 and left > 1
            for top, left, bottom, right in sheet.merges
        )
    return any(
        top <= row - 1 <= bottom and (bottom >= row or right > left) for top, left, bottom, right in sheet.merges
    ) or _gaps_filled(above, sheet.rows[row - 1], book)


def _gaps_filled(upper: Row, lower: Row, book: str) -> bool:
    """Two rows that complete each other: headings of one stand where the other has gaps, as after a lost merge."""
    width = max(len(upper), len(lower))
    above = upper + ("",) * (width - len(upper))
    below = lower + ("",) * (width - len(lower))
    gaps = sum(1 for a, b in zip(above, below, strict=True) if a == "" and b != "")
    lone = sum(1 for a, b in zip(above, below, strict=True) if a != "" and b == "")
    return gaps >= 1 and lone >= 1 and row_score(upper, book)[0] >= 1 and row_score(lower, book)[0] >= 2


def _says_the_same(upper: Row, lower: Row, book: str) -> bool:
    """Whether one row says in another language what the other says: most of its cells mean what stands over them."""
    filled = [at for at, cell in enumerate(lower) if cell != ""]
    if len(filled) < 2 or any(data_like(lower[at]) for at in filled):
        return False
    agree = 0
    for at in filled:
        above, below = text_of(upper[at] if at < len(upper) else ""), text_of(lower[at])
        if not above or not below or above == below:
            continue
        first, second = meanings(above, book), meanings(below, book)
        said = {one.field for one in second if one.score >= _SURE}
        if first and first[0].field in NAMES and first[0].score >= _SURE and not {one.field for one in first} & said:
            # A name stands below the heading of names: data, of which some ("English", "Hotel") are headings elsewhere.
            return False
        agree += bool({one.field for one in first} & said)
    return agree >= 2 and agree >= _MOST * len(filled)


def _parts_of_groups(sheet: Sheet, row: int, book: str) -> bool:
    """Whether the row below names parts of merged groups: "Date" means nothing alone, but under "Arrival" it does."""
    below = sheet.rows[row]
    for top, left, _bottom, right in sheet.merges:
        if top != row or right == left:
            continue
        group = text_of(sheet.cell(top, left))
        parts = [text_of(cell) for cell in below[left - 1 : right] if text_of(cell)]
        if group and len(parts) >= 2:
            found = [meanings(f"{group} {part}", book) for part in parts]
            if sum(1 for one in found if one and one[0].score >= _SURE) >= 2:
                return True
            if book == PEOPLE and sum(1 for part in parts if birth_part((group, part))) >= 2:
                return True
    return False


def _continues_below(sheet: Sheet, row: int, book: str) -> bool:
    """Whether the next row belongs to the headings: parts under their groups, or the same in another language."""
    if row >= len(sheet.rows) or any(data_like(cell) for cell in sheet.rows[row]):
        return False
    hits, _score = row_score(sheet.rows[row], book)
    spans = any(top <= row <= bottom and bottom > row for top, _left, bottom, _right in sheet.merges)
    groups = any(top == row and right > left for top, left, _bottom, right in sheet.merges)
    if (hits >= 1 and (spans or groups)) or (groups and _parts_of_groups(sheet, row, book)):
        return True
    above, below = sheet.rows[row - 1], sheet.rows[row]
    return _gaps_filled(above, below, book) or _says_the_same(above, below, book)


def heading_rows(sheet: Sheet, chosen: int | None = None, book: str = PEOPLE) -> tuple[int, ...]:
    """The rows of the headings, from 1 and in order; empty when the sheet has none (SP-1, SP-2).

    ``chosen``: the row that the user named; its neighbours are still looked at. Scores are those of SP-1: a hit for
    each known heading, half a point for each short text, minus numbers, dates and e-mails.
    """
    best = chosen or _best_row(sheet, book)
    if not best or best > len(sheet.rows):
        return ()
    rows = [best]
    while len(rows) < _MOST_ROWS and (
        _groups_above(sheet, rows[0], book)
        or (rows[0] > 1 and _says_the_same(sheet.rows[rows[0] - 2], sheet.rows[rows[0] - 1], book))
    ):
        rows.insert(0, rows[0] - 1)
    while len(rows) < _MOST_ROWS and _continues_below(sheet, rows[-1], book):
        rows.append(rows[-1] + 1)
    return tuple(rows)
