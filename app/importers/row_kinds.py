"""Rows that hold nobody: totals, signatures, remarks, group headings, repeated headings (SP-8, SP-11)."""

import re
from collections.abc import Sequence
from enum import StrEnum

from app.core.given_names import given_names
from app.core.name_parts import is_patronymic, split_full_name
from app.core.text import one_line
from app.importers.heading_words import meanings, normalise
from app.importers.headings import Headings
from app.importers.row_words import (
    BODY,
    EXAMPLE,
    GROUP,
    GROUP_LABEL,
    LIST_LABEL,
    OF_LISTS,
    OF_TOWN,
    OPEN,
    SIGNATURE,
    TOTAL,
    names_roles,
)
from app.importers.workbook import Cell, Row, Sheet

#: Longer texts are remarks even if they speak of a municipality.
_LONG_GROUP = 90
#: Columns in which a row may show the form of a value; none of these forms is a value.
_FORMS = frozenset(("birth_date", "passport_expiry", "phone", "mobile"))
#: One word a line: finds what ``OPEN`` finds in any of them, and sometimes more.
_OPEN_LINES = re.compile(f"\n(?:{OPEN.pattern})", OPEN.flags | re.MULTILINE)
#: So near over the headings stands what is theirs.
_NEAR = 2
_DELEGATION = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s*|[IVX]+\.\s*)?(?:делегаці[яї]|делегаци[яи]|делегациja|делегација|delegation(?:en)?|delegacija|"
    r"delegācija|delegacja|delegația|delegaţia|delegacioni)(?!\w)",
    re.IGNORECASE,
)
#: A line on which somebody signs.
_TO_SIGN = re.compile(r"^[\s_/]*_{4,}[\s_/]*$")
#: The number or letter of a part of the list: "B) Companions", "2. Experts", but not "О. Бойко".
_LISTED_AS = re.compile(r"^\(?(?:[^\W\d_]|\d{1,2}|[IVX]{1,4})\)\s*\S|^(?:\d{1,2}|[IVX]{2,4})\.\s*[^\W\d_]")
_NUMERAL = re.compile(r"^(?:[IVXLC]+|\d{1,2}|[A-ZА-Я])[.)]?$")
#: Fields that do not make a row a row of data.
_WEAK = frozenset({"row_no", "signature", "attendance"})


class RowKind(StrEnum):
    """What a row is; the texts are the last part of the reason's code."""

    PERSON = "person"
    EMPTY = "empty"
    TOTAL = "total"
    HEADING = "heading"
    GROUP = "group"
    REMARK = "remark"
    NAMELESS = "without_name"
    OPEN = "name_open"


def row_texts(row: Row) -> list[str]:
    """The texts that a row holds, in order."""
    return [one_line(cell) if isinstance(cell, str) else str(cell) for cell in row if cell != ""]


def group_name(text: str) -> str:
    """The organisation that the heading of a group names: "Delegation: Tuzla" and "II. Tuzla:" are Tuzla.

    '' when it says what its people are and names no organisation: "Drivers and interpreters".
    """
    text = LIST_LABEL.sub("", text, count=1)
    name = GROUP_LABEL.sub("", text, count=1).strip(" :–—-") or text
    return "" if len(name) < _LONG_GROUP and names_roles(name) else name


def group_of_sheet(name: str) -> str:
    """The municipality whose people stand in a sheet of this name (SP-13); '' when the name tells none."""
    return name.strip() if OF_TOWN.search(name) and len(name.split()) > 1 and not OF_LISTS.search(name) else ""


def group_above(sheet: Sheet, headings: Headings) -> str:
    """The delegation that stands right over the headings of its list; '' for a title or where a column names it."""
    if not headings.rows or any(one.field == "organisation" for one in headings.columns.values()):
        return ""
    for row in reversed(sheet.rows[: headings.rows[0] - 1][-_NEAR:]):
        texts = row_texts(row)
        if not texts:
            continue
        found = _DELEGATION.match(texts[0]) if len(texts) == 1 and len(texts[0]) <= _LONG_GROUP else None
        if found is None:
            return ""
        rest = texts[0][found.end() :].strip(" :–—-")
        return group_name(texts[0]) if rest and not OF_LISTS.search(rest) else ""
    return ""


def _lone_text(text: str, merged: bool, in_name_column: bool, grouped: bool) -> RowKind:
    """A row of one text: a group's heading, a name alone, or a remark.

    ``grouped``: no column names the organisation, so that a place alone is likely the heading of its people.
    """
    parts = split_full_name(text) if len(text) < 60 else None
    if OPEN.match(text):
        return RowKind.REMARK
    if _LISTED_AS.match(text) and not _whole_name(re.sub(r"^\W*\w{1,4}[.)]\s*", "", text)):
        return RowKind.GROUP if grouped or GROUP.search(text) else RowKind.REMARK
    if GROUP.search(text) and len(text) <= _LONG_GROUP:
        return RowKind.GROUP
    if grouped and in_name_column and len(text) <= _LONG_GROUP and BODY.search(text) and not _calls(text):
        return RowKind.GROUP
    words = text.split()
    capital = in_name_column and not merged and all(word[0].isupper() and word[-1].isalpha() for word in words)
    certain = parts is not None and (parts.certain or any(map(is_patronymic, words)))
    named = parts is not None and 2 <= len(words) <= 4 and (certain or capital)
    if named and not text.endswith(":"):
        return RowKind.PERSON
    if merged and len(words) <= 6:
        return RowKind.GROUP
    place = (
        grouped
        and len(words) <= 3
        and len(text) > 2
        and text[0].isupper()
        and text[-1] not in ".!?"
        and not any(map(str.isdigit, text))
    )
    alone = parts is None or not (parts.given and not parts.family)
    return (
        RowKind.GROUP if (place and alone) or (text.endswith(":") and len(words) <= 6 and grouped) else RowKind.REMARK
    )


def names_nobody(cell: Cell) -> bool:
    """Whether a cell for a name says that the person is still to be named."""
    return isinstance(cell, str) and len(cell) < 40 and OPEN.match(cell) is not None


def nobody_among(words: Sequence[str]) -> bool:
    """Whether one of many single words may say that the person is still to be named; False is certain."""
    return _OPEN_LINES.search("\n" + "\n".join(words)) is not None


def _calls(text: str) -> bool:
    """Whether a known given name stands among the words of a text."""
    return any(map(given_names().knows, text.split()))


def _whole_name(text: str) -> bool:
    """Whether a text is a person's name for certain."""
    return len(text) < 60 and split_full_name(text).certain


def _of_body(text: str) -> bool:
    """Whether a text in a column of bodies and their people names a body; "Рада" is a given name as well."""
    words = text.split()
    if not GROUP.search(text) or any(map(is_patronymic, words)):
        return False
    return len(words) > 2 or any(word[0].islower() for word in words) or not _whole_name(text)


def _whole(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


class RowJudge:
    """Tells what the rows under one sheet's headings are (SP-11). ``name_columns``: those that can hold a name."""

    def __init__(self, headings: Headings, name_columns: frozenset[int]) -> None:
        self.names = sorted(name_columns)
        self.all = len(headings.columns)
        self.forms = [number for number, one in headings.columns.items() if one.field in _FORMS]
        self.grouped = not any(one.field == "organisation" for one in headings.columns.values())
        self.strong = [number for number, one in headings.columns.items() if one.field not in _WEAK]
        self.headings = {
            number: {normalise(one.heading), normalise(one.heading.rpartition(" / ")[2])} - {""}
            for number, one in headings.columns.items()
        }
        #: The column in which organisations stand over their people, by its heading; 0 for none.
        self.mixed = next(
            (
                number
                for number, one in headings.columns.items()
                if one.field == "full_name" and any(m.field == "organisation" for m in meanings(one.heading))
            ),
            0,
        )
        #: Whether parts of the list have Roman numbers, so that "I." is the first of them and no initial.
        self.roman = False
        #: The headings' first words, by which all other rows are told apart cheaply.
        self.starts = {text.split(" ")[0][:3] for texts in self.headings.values() for text in texts}

    def is_heading(self, cell: Cell) -> bool:
        """Whether a cell says what one of the headings says."""
        if not isinstance(cell, str) or cell.strip().casefold()[:3] not in self.starts:
            return False
        text = normalise(cell)
        return any(text in texts for texts in self.headings.values())

    def kind_of(self, row: Row, merged: bool = False) -> RowKind:
        """What a row is; ``merged``: its first cell is merged over columns, as headings of groups are."""
        filled = [cell for cell in row if cell != ""]
        if not filled:
            return RowKind.EMPTY
        width = len(row)
        strong = [row[number - 1] for number in self.strong if number <= width and row[number - 1] != ""]
        if len(strong) <= 3:
            texts = row_texts(row)
            first = texts[0]
            if TOTAL.match(first) or (len(texts) > 1 and TOTAL.match(texts[1]) and len(strong) <= 2):
                return RowKind.TOTAL
            if SIGNATURE.match(first) or any(_TO_SIGN.search(text) for text in texts[1:]):
                return RowKind.REMARK
            if len(texts) == 1 and not first.replace(".", "").isdigit() and self.all > 1:
                named = any(row[n - 1] != "" for n in self.names if n <= width)
                if self.roman and first.startswith(("I. ", "V. ", "X. ", "І. ")):
                    first = first.replace(".", ")", 1)
                return _lone_text(first, merged, named, self.grouped)
            if len(texts) == 2 and _NUMERAL.match(first) and GROUP.search(texts[1]) and not _whole_name(texts[1]):
                return RowKind.GROUP
        for number in self.forms:
            cell = row[number - 1] if number <= width else ""
            if isinstance(cell, str) and EXAMPLE.match(cell):
                # A row under the headings that shows how to fill them in.
                return RowKind.REMARK
        if self._counts_columns(filled) or self._repeats_headings(row):
            return RowKind.HEADING
        return self._by_name(row, strong)

    def _by_name(self, row: Row, strong: list[Cell]) -> RowKind:
        for number in self.names:
            cell = row[number - 1] if number <= len(row) else ""
            if isinstance(cell, str) and not cell.isdigit() and any(map(str.isalpha, cell)):
                if number == self.mixed and _of_body(cell):
                    return RowKind.GROUP
                return RowKind.OPEN if names_nobody(cell) else RowKind.PERSON
        if not strong:
            return RowKind.EMPTY
        written = any(isinstance(cell, str) and "@" in cell for cell in strong)
        return RowKind.NAMELESS if len(strong) > 2 or written else RowKind.REMARK

    @staticmethod
    def _counts_columns(filled: list[Cell]) -> bool:
        """A row ``1 2 3 4 …`` under the headings, as official forms have it."""
        if len(filled) < 3 or _whole(filled[1]) != "2":
            return False
        return [_whole(cell) for cell in filled] == [str(n) for n in range(1, len(filled) + 1)]

    def _repeats_headings(self, row: Row) -> bool:
        hits = other = 0
        most = len(self.headings) // 2
        for number, texts in self.headings.items():
            cell = row[number - 1] if number <= len(row) else ""
            if cell == "":
                continue
            if isinstance(cell, str) and cell.strip().casefold()[:3] in self.starts and normalise(cell) in texts:
                hits += 1
            else:
                other += 1
                if other > most:
                    return False
        return hits >= 2 and hits > other
