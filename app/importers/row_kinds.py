"""Rows that hold nobody: totals, signatures, remarks, group headings, repeated headings (SP-8, SP-11)."""

import re
from enum import StrEnum

from app.core.name_parts import is_patronymic, split_full_name
from app.core.text import one_line
from app.importers.heading_words import normalise
from app.importers.headings import Headings
from app.importers.workbook import Cell, Row

_TOTAL = re.compile(
    r"^\W*(?:всього|усього|разом|загалом|итого|всего|total|in total|sum|skupaj|vsega|skupno|totalt|summa|antal|kopā|"
    r"pavisam|ukupno|укупно|вкупно)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"^\W*(?:організатор\w*|виконавець|склад\w+|підготув\w+|затверд\w+|погоджен\w+|підпис|м\.\s?п\.|дата\b|prepared by|"
    r"organi[sz]er|signature|date\s*:|note\s*:|notes?\s*:|pripravil\w*|odgovorn\w+|podpis|žig|datum\s*:|opomba|ansvarig|"
    r"underskrift|sagatavoja|paraksts|примітк\w+|контактна особа)\b.*",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:делегаці\w+|команда|група|громад\w+|рад[аи]|область|delegation|delegacija|team|group|skupina|občina|kommun|"
    r"municipality|novads|pašvaldība|delegācija|grupa|općina|opština|општина)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^\W*(?:tbc|tba|tbd|n\.?\s?n\.?|to be (?:confirmed|announced|named)|буде (?:визначено|повідомлено)|вакансія|"
    r"уточнюється|ще не визначено|še ni znano|naknadno|meddelas senare|tiks precizēts)\W*$",
    re.IGNORECASE,
)
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


def _lone_text(text: str, merged: bool, in_name_column: bool) -> RowKind:
    """A row of one text: a group's heading, a name alone, or a remark."""
    parts = split_full_name(text) if len(text) < 60 else None
    if _GROUP.search(text):
        return RowKind.GROUP
    words = text.split()
    capital = in_name_column and not merged and all(word[0].isupper() and word[-1].isalpha() for word in words)
    certain = parts is not None and (parts.certain or any(map(is_patronymic, words)))
    named = parts is not None and 2 <= len(words) <= 4 and (certain or capital)
    if named and not text.endswith(":"):
        return RowKind.PERSON
    return RowKind.GROUP if merged and len(words) <= 6 else RowKind.REMARK


def names_nobody(cell: Cell) -> bool:
    """Whether a cell for a name says that the person is still to be named."""
    return isinstance(cell, str) and len(cell) < 40 and _OPEN.match(cell) is not None


def _whole(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell == int(cell) else str(cell)


class RowJudge:
    """Tells what the rows under one sheet's headings are (SP-11). ``name_columns``: those that can hold a name."""

    def __init__(self, headings: Headings, name_columns: frozenset[int]) -> None:
        self.names = sorted(name_columns)
        self.all = len(headings.columns)
        self.strong = [number for number, one in headings.columns.items() if one.field not in _WEAK]
        self.headings = {
            number: {normalise(one.heading), normalise(one.heading.rpartition(" / ")[2])} - {""}
            for number, one in headings.columns.items()
        }
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
            if _TOTAL.match(first) or (len(texts) > 1 and _TOTAL.match(texts[1]) and len(strong) <= 2):
                return RowKind.TOTAL
            if _SIGNATURE.match(first):
                return RowKind.REMARK
            if len(texts) == 1 and not first.replace(".", "").isdigit() and self.all > 1:
                return _lone_text(first, merged, any(row[n - 1] != "" for n in self.names if n <= width))
        if self._counts_columns(filled) or self._repeats_headings(row):
            return RowKind.HEADING
        return self._by_name(row, strong)

    def _by_name(self, row: Row, strong: list[Cell]) -> RowKind:
        for number in self.names:
            cell = row[number - 1] if number <= len(row) else ""
            if isinstance(cell, str) and not cell.isdigit() and any(map(str.isalpha, cell)):
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
