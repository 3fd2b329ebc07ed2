"""Which row holds the headings and which column is what (SP-1, SP-2, SP-5, section 7.2)."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.core.name_parts import Order
from app.core.text import one_line
from app.importers.heading_words import PEOPLE, Meaning, family_first, fields_of, meanings, normalise, passport_spelling
from app.importers.workbook import Cell, Row, Sheet, fill_merged

#: SP-1: headings are looked for in so many rows.
SEARCHED_ROWS = 30
_SAMPLE = 60
_MAIL = re.compile(r"^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$")
_PHONE = re.compile(r"^[\s+()\d./-]{7,20}$")
_NAMES = frozenset({"full_name", "given_name", "family_name", "name_latin", "given_latin", "family_latin", "email"})
_LONG_HEADING = 120
#: Kinds of sheets each row of which is somebody.
_OF_PERSONS = frozenset((PEOPLE, "attendance"))


@dataclass(frozen=True, slots=True)
class Column:
    """One column that means something. ``confidence`` 0 to 1; ``how`` also ``chosen`` (by the user) and ``values``."""

    field: str
    heading: str
    confidence: float
    how: str


@dataclass(frozen=True)
class Headings:
    """What the headings of a sheet say. Rows and columns from 1; ``rows`` empty when no headings were found."""

    rows: tuple[int, ...] = ()
    columns: Mapping[int, Column] = field(default_factory=dict)
    unknown: Mapping[int, str] = field(default_factory=dict)
    order: Order = Order.UNKNOWN
    language: str = ""
    latin_from_passport: bool = False
    title: str = ""
    layout: str = ""
    book: str = PEOPLE

    @property
    def found(self) -> bool:
        """Whether the sheet can be of its kind: people need a name or an e-mail, all other kinds two known columns."""
        fields = {column.field for column in self.columns.values()}
        return bool(self.rows) and (bool(fields & _NAMES) if self.book == PEOPLE else len(fields) >= 2)


def _text(cell: Cell) -> str:
    return one_line(cell) if isinstance(cell, str) else ""


def _data_like(cell: Cell) -> bool:
    """Numbers, dates and e-mails: signs of data, not of headings."""
    if isinstance(cell, str):
        return bool(_MAIL.match(cell)) or (len(cell) > 6 and bool(_PHONE.match(cell)))
    return isinstance(cell, int | float | date)


def _row_score(row: Row, book: str) -> tuple[int, float]:
    """Hits, and SP-1's score of a row as headings."""
    hits, score = 0, 0.0
    for cell in row:
        if cell == "":
            continue
        if _data_like(cell):
            score -= 1
            continue
        text = _text(cell)
        if not text or len(text) > _LONG_HEADING:
            continue
        found = meanings(text, book)
        if found and found[0].score >= 60:
            hits += 1
            score += found[0].score / 100
        score += 0.5 if len(text) <= 60 else 0
    return hits, score


def _best_row(sheet: Sheet, book: str) -> int:
    """The row most like headings, from 1; 0 when none has two hits."""
    best, best_score = 0, 0.0
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS], start=1):
        hits, score = _row_score(row, book)
        distinct = len({_text(cell) for cell in row if cell != ""})
        if hits >= 2 and distinct >= 2 and score > best_score:
            best, best_score = number, score
    return best or _lone_row(sheet, book)


def _lone_row(sheet: Sheet, book: str) -> int:
    """A sheet of one column under one sure heading."""
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS], start=1):
        texts = [_text(cell) for cell in row if cell != ""]
        if len(texts) == 1 and sheet.width <= 2 and len(sheet.rows) > number:
            found = meanings(texts[0], book)
            if found and found[0].score >= 98 and found[0].field in _NAMES:
                return number
    return 0


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell != "")


def _groups_above(sheet: Sheet, row: int, book: str) -> bool:
    """Whether the row above holds group headings: cells merged over some columns or down into this row (SP-2)."""
    if row < 2 or _filled(sheet.rows[row - 2]) < 2 or any(_data_like(cell) for cell in sheet.rows[row - 2]):
        return False
    return any(
        top <= row - 1 <= bottom and (bottom >= row or right > left) for top, left, bottom, right in sheet.merges
    ) or _gaps_filled(sheet.rows[row - 2], sheet.rows[row - 1], book)


def _gaps_filled(upper: Row, lower: Row, book: str) -> bool:
    """Two rows that complete each other: headings of one stand where the other has gaps, as after a lost merge."""
    width = max(len(upper), len(lower))
    above = upper + ("",) * (width - len(upper))
    below = lower + ("",) * (width - len(lower))
    gaps = sum(1 for a, b in zip(above, below, strict=True) if a == "" and b != "")
    lone = sum(1 for a, b in zip(above, below, strict=True) if a != "" and b == "")
    return gaps >= 1 and lone >= 1 and _row_score(upper, book)[0] >= 1 and _row_score(lower, book)[0] >= 2


def _continues_below(sheet: Sheet, row: int, book: str) -> bool:
    if row >= len(sheet.rows) or any(_data_like(cell) for cell in sheet.rows[row]):
        return False
    hits, _score = _row_score(sheet.rows[row], book)
    spans = any(top <= row <= bottom and bottom > row for top, _left, bottom, _right in sheet.merges)
    groups = any(top == row and right > left for top, left, _bottom, right in sheet.merges)
    return (hits >= 1 and (spans or groups)) or _gaps_filled(sheet.rows[row - 1], sheet.rows[row], book)


def _heading_rows(sheet: Sheet, chosen: int | None, book: str) -> tuple[int, ...]:
    best = chosen or _best_row(sheet, book)
    if not best:
        return ()
    rows = [best]
    while len(rows) < 3 and _groups_above(sheet, rows[0], book):
        rows.insert(0, rows[0] - 1)
    while len(rows) < 3 and _continues_below(sheet, rows[-1], book):
        rows.append(rows[-1] + 1)
    return tuple(rows)


def _column_texts(sheet: Sheet, rows: tuple[int, ...]) -> dict[int, list[str]]:
    """For each column the different heading texts above it, outermost first, merged cells filled."""
    filled = fill_merged(sheet, None, rows[0], rows[-1])
    texts: dict[int, list[str]] = {}
    for row in rows:
        for column, cell in enumerate(filled.rows[row - 1], start=1):
            text = str(cell) if isinstance(cell, str) else ""
            if text.strip() and text not in texts.setdefault(column, []):
                texts[column].append(text)
    return {column: found for column, found in texts.items() if found}


def _column_meanings(texts: list[str], book: str) -> list[Meaning]:
    """Meanings of a column's heading: the last part first, then joined with its groups (SP-2)."""
    found = {meaning.field: meaning for meaning in meanings(texts[-1], book)}
    if len(texts) > 1:
        own = bool(found)
        for meaning in meanings(" ".join(texts), book):
            score = meaning.score + 3 if meaning.score >= 95 else meaning.score * (0.6 if own else 0.9)
            best = found.get(meaning.field)
            if best is None or score > best.score:
                found[meaning.field] = replace(meaning, score=score)
    return sorted(found.values(), key=lambda one: (-one.score, -one.length, one.field))


def _assign(candidates: dict[int, list[Meaning]]) -> dict[int, Meaning]:
    """Each field once, the best pair first; ties go to the longer synonym, then to the column further left."""
    pairs = sorted(
        ((meaning, column) for column, found in candidates.items() for meaning in found if meaning.score >= 50),
        key=lambda pair: (-pair[0].score, -pair[0].length, pair[1]),
    )
    taken: dict[int, Meaning] = {}
    used: set[str] = set()
    for meaning, column in pairs:
        if column not in taken and meaning.field not in used:
            taken[column] = meaning
            used.add(meaning.field)
    return taken


def _values(sheet: Sheet, column: int, after: int) -> list[Cell]:
    rows = sheet.rows[after : after + _SAMPLE]
    return [row[column - 1] for row in rows if len(row) >= column and row[column - 1] != ""]


def _confirm_by_values(sheet: Sheet, taken: dict[int, Meaning], after: int) -> None:
    """E-mails and phones are told by their values, whatever the heading says (7.2)."""
    used = {meaning.field for meaning in taken.values()}
    for column in range(1, min(sheet.width, 400) + 1):
        values = _values(sheet, column, after)
        known = taken.get(column)
        if not values or (known is not None and known.score >= 80):
            continue
        mails = sum(1 for value in values if isinstance(value, str) and _MAIL.match(value))
        if mails >= 0.6 * len(values) and "email" not in used:
            taken[column] = Meaning("email", 75, "values")
            used.add("email")


def _settle_names(sheet: Sheet, taken: dict[int, Meaning], after: int) -> None:
    """ "Name" beside "Surname" is the given name; "Ime" alone over two-word values is the full name."""
    places = {meaning.field: column for column, meaning in taken.items()}
    if "family_name" in places and "full_name" in places and "given_name" not in places:
        column = places["full_name"]
        taken[column] = replace(taken[column], field="given_name")
    elif "given_name" in places and not places.keys() & {"family_name", "full_name"}:
        column = places["given_name"]
        values = [value for value in _values(sheet, column, after) if isinstance(value, str)]
        if values and sum(1 for value in values if len(value.split()) > 1) > len(values) / 2:
            taken[column] = replace(taken[column], field="full_name")
    elif "family_name" in places and not places.keys() & {"given_name", "full_name"}:
        column = places["family_name"]
        values = [value for value in _values(sheet, column, after) if isinstance(value, str)]
        if values and sum(1 for value in values if len(value.split()) > 1) > len(values) / 2:
            taken[column] = replace(taken[column], field="full_name")
    places = {meaning.field: column for column, meaning in taken.items()}
    if "name_latin" in places and not places.keys() & {"full_name", "given_name", "family_name"}:
        column = places["name_latin"]
        taken[column] = replace(taken[column], field="name_latin")


def _stand_ins(taken: dict[int, Meaning]) -> None:
    """A role without a position column is the position; a municipality without an organisation is the organisation."""
    fields = {meaning.field for meaning in taken.values()}
    for stand_in, missing in (("role", "position"), ("municipality", "organisation"), ("mobile", "phone")):
        if missing not in fields:
            for column, meaning in taken.items():
                if meaning.field == stand_in:
                    taken[column] = replace(meaning, field=missing, score=min(meaning.score, 90))


def layout_of(texts: Mapping[int, list[str]], book: str = PEOPLE) -> str:
    """A hash of the normalised headings, by which a corrected mapping is remembered for the next file (7.2).

    That of any kind of sheet but people starts with the kind and a colon, since its fields are others.
    """
    joined = "\x1f".join(" / ".join(map(normalise, texts[column])) for column in sorted(texts))
    digest = hashlib.sha256(joined.encode()).hexdigest()[:16]
    return digest if book == PEOPLE else f"{book}:{digest}"


def _title(sheet: Sheet, first: int) -> str:
    """The longest text above the headings: the title of the list, offered as the event's name (SP-20)."""
    texts = [_text(cell) for row in sheet.rows[: first - 1] for cell in row if isinstance(cell, str) and cell]
    return max(texts, key=len, default="")[:200]


def read_headings(
    sheet: Sheet, heading_row: int | None = None, mapping: Mapping[int, str] | None = None, book: str = PEOPLE
) -> Headings:
    """Find the headings of a sheet and what each column is.

    ``heading_row`` and ``mapping`` (column → field, empty text: leave out) are the user's own choice and win over what
    is found. ``book`` says by which kind's synonyms the headings are understood; only people's and attendance's columns
    of names are looked at closely. Without headings the result has no rows.
    """
    rows = _heading_rows(sheet, heading_row, book)
    if not rows:
        return Headings(title=_title(sheet, len(sheet.rows) + 1), book=book)
    texts = _column_texts(sheet, rows)
    taken = _assign({column: _column_meanings(found, book) for column, found in texts.items()})
    if "email" in fields_of(book):
        _confirm_by_values(sheet, taken, rows[-1])
    if book in _OF_PERSONS:
        _settle_names(sheet, taken, rows[-1])
    if book == PEOPLE:
        _stand_ins(taken)
    columns = {
        column: Column(
            meaning.field, " / ".join(map(one_line, texts.get(column, []))), meaning.score / 100, meaning.how
        )
        for column, meaning in sorted(taken.items())
    }
    for column, chosen in (mapping or {}).items():
        columns = {at: one for at, one in columns.items() if at != column and (one.field != chosen or not chosen)}
        if chosen:
            columns[column] = Column(chosen, " / ".join(map(one_line, texts.get(column, []))), 1.0, "chosen")
    return Headings(
        rows,
        dict(sorted(columns.items())),
        {column: one_line(found[-1]) for column, found in texts.items() if column not in columns},
        _order(columns),
        _language(taken),
        any(passport_spelling(one.heading) for one in columns.values() if one.field.endswith("latin")),
        _title(sheet, rows[0]),
        layout_of(texts, book),
        book,
    )


def _order(columns: Mapping[int, Column]) -> Order:
    for column in columns.values():
        if column.field == "full_name":
            first = family_first(column.heading)
            if first is not None:
                return Order.FAMILY_FIRST if first else Order.GIVEN_FIRST
    return Order.UNKNOWN


def _language(taken: Mapping[int, Meaning]) -> str:
    """The language most headings are in; English only when no other one is seen as often."""
    counts: dict[str, int] = {}
    for meaning in taken.values():
        if meaning.language and meaning.how != "values":
            counts[meaning.language] = counts.get(meaning.language, 0) + 1
    return max(counts, key=lambda language: (counts[language], language != "en"), default="")
