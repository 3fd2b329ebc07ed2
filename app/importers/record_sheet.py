"""Rows of any kind of sheet but people: headings known, every cell made sense of, what is no record passed over.

``RecordReader`` does what all kinds share; a kind's own reader (``agenda_sheet``, ``expenditure_sheet``,
``deliverable_sheet``) says how its cells are read (``clean``), what a row of one text means (``heading_of_group``) and
how the fields of a row belong together (``settle``).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.core.text import one_line
from app.importers.amounts import AmountHabit, clean_amount, clean_currency, clean_rate, habit_of_amounts, scale_of
from app.importers.cells import EMPTY, Cleaned, Told, as_text, clean_text
from app.importers.dates_in_cells import DateHabit, clean_date, habit_of
from app.importers.day_headings import Period, find_day
from app.importers.heading_words import normalise
from app.importers.headings import Column, Headings
from app.importers.partial_dates import partial_date
from app.importers.sheet_kinds import ColumnType, SheetKind
from app.importers.staged import CellWarning, Outcome, Skipped, StagedRow
from app.importers.struck_told import struck_warning
from app.importers.times_in_cells import read_minutes, read_span
from app.importers.words_in_cells import read_word
from app.importers.workbook import Cell, Row, Sheet, fill_merged

_SIGNATURE = re.compile(
    r"^\W*(?:організатор\w*|склад\w+|підготув\w+|затверд\w+|погоджен\w+|підпис|м\.\s?п\.|prepared by|signature|signed|"
    r"note\s*:|pripravil\w*|podpis|žig|opomba|ansvarig\b|underskrift|sagatavoja|paraksts|примітк\w+|потпис|potpis|"
    r"одобрил\w*|утвержд\w+|подпись|изготвил\w*|sastavi\w*|approved by|odobril\w*)",
    re.IGNORECASE,
)
#: Marks that say "as in the row above".
_SAME_AS_ABOVE = frozenset(
    ('"', "''", "„", "”", "″", "〃", "-//-", "-||-", "--//--", '-"-', "–“–", "ditto", "isto", "те саме", "те ж", "dito")
)


@dataclass(frozen=True)
class RecordReading:
    """What is known besides the file: days in which dates are expected, the usual currency, today, the place's zone."""

    period: Period = field(default_factory=Period)
    currency: str = "EUR"
    languages: tuple[str, ...] = ("en",)
    today: date = field(default_factory=date.today)
    include_hidden: bool = False
    zone: str = ""


@dataclass(frozen=True, slots=True)
class SheetNote:
    """Something told about a sheet or a row that is no record: totals that do not add up, and the like."""

    sheet: str
    row: int
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass
class Draft:
    """One row while it is read."""

    row: int
    cells: Row
    values: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    warnings: list[CellWarning] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    outcome: Outcome = Outcome.NEW
    reason: str = "import_record_new"

    def tell(self, name: str, code: str, /, **params: object) -> None:
        """Note something about a field; the sentence may quote the value as it stands in the file."""
        column = self.places.get(name, 0)
        value = as_text(self.cells[column - 1]) if column and column <= len(self.cells) else ""
        self.warnings.append(CellWarning(name, column, value, code, {"value": one_line(value)[:120], **params}))

    def refuse(self, reason: str) -> None:
        """The row cannot be taken as it is."""
        self.outcome, self.reason = Outcome.REFUSED, reason


@dataclass(frozen=True)
class Rows:
    """What a sheet holds: its records, the rows passed over, what is told of the sheet."""

    rows: tuple[StagedRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[SheetNote, ...] = ()


class RecordReader:
    """Reads one sheet of a kind; ``headings`` must have columns."""

    def __init__(self, kind: SheetKind, sheet: Sheet, headings: Headings, reading: RecordReading) -> None:
        known = set(kind.fields)
        self.kind, self.headings, self.reading = kind, headings, reading
        self.columns = {
            number: one.field
            for number, one in headings.columns.items()
            if one.field in known and (reading.include_hidden or number not in sheet.hidden_columns)
        }
        self.first = (headings.rows[-1] if headings.rows else 0) + 1
        carried = frozenset(number for number, name in self.columns.items() if kind.column(name).carried)
        self.sheet = _carried(sheet, carried, self.first)
        self.flagged = bool(sheet.errors or sheet.uncached or sheet.comments or sheet.struck or sheet.partly)
        self.merged = {(top, left): right for top, left, _bottom, right in sheet.merges if right > left}
        self.date_habits: dict[int, DateHabit] = {}
        self.amount_habits: dict[int, AmountHabit] = {}
        self.scales = {number: scale_of(one.heading) for number, one in headings.columns.items()}
        self._read_habits()
        self.skipped: list[Skipped] = []
        self.notes: list[SheetNote] = []
        self.drafts: list[Draft] = []
        self._headings = {
            n: {normalise(part) for part in (one.heading, *one.heading.split(" / "))}
            for n, one in headings.columns.items()
        }

    def _read_habits(self) -> None:
        amounts: list[Cell] = []
        for number, name in self.columns.items():
            kind = self.kind.column(name).holds
            if kind in (ColumnType.DATE, ColumnType.PARTIAL):
                self.date_habits[number] = habit_of(self.column_values(number), self.sheet.epoch_1904)
            elif kind is ColumnType.AMOUNT:
                values = self.column_values(number)
                self.amount_habits[number] = habit_of_amounts(values)
                amounts += values
        whole = habit_of_amounts(amounts)
        for number, habit in self.amount_habits.items():
            # A column that proves nothing is written as the others of its sheet.
            self.amount_habits[number] = habit if habit.decimal else whole

    def column_values(self, number: int) -> list[Cell]:
        """The cells of a column below the headings."""
        return [row[number - 1] for row in self.sheet.rows[self.first - 1 :] if len(row) >= number]

    def column_of(self, name: str) -> Column | None:
        """The column of a field, if the sheet has one."""
        return next((self.headings.columns[n] for n, one in self.columns.items() if one == name), None)

    def read(self) -> Rows:
        """All rows of the sheet."""
        for number in range(self.first, len(self.sheet.rows) + 1):
            row = self.sheet.rows[number - 1]
            if not any(cell != "" for cell in row):
                continue
            if number in self.sheet.hidden_rows and not self.reading.include_hidden:
                self.skip(number, "hidden")
            elif self._is_heading(row):
                self.skip(number, "heading")
            else:
                self._row(number, row)
        self.finish()
        staged = tuple(self._staged(draft) for draft in self.drafts)
        return Rows(staged, tuple(self.skipped), tuple(self.notes))

    def texts(self, number: int) -> list[str]:
        """The texts that a row holds, in order."""
        return [one_line(as_text(cell)) for cell in self.sheet.rows[number - 1] if cell != "" and as_text(cell).strip()]

    def skip(self, number: int, reason: str) -> None:
        """Pass a row over."""
        self.skipped.append(Skipped(self.sheet.name, number, f"import_row_{reason}", " ".join(self.texts(number))[:80]))

    def _is_heading(self, row: Row) -> bool:
        """A repeated heading, or the row ``1 2 3 …`` of official forms."""
        filled = [cell for cell in row if cell != ""]
        if len(filled) >= 3 and [as_text(cell) for cell in filled] == [str(n) for n in range(1, len(filled) + 1)]:
            return True
        hits = other = 0
        for number, texts in self._headings.items():
            cell = row[number - 1] if number <= len(row) else ""
            if cell == "":
                continue
            if isinstance(cell, str) and len(cell) < 120 and normalise(cell) in texts:
                hits += 1
            else:
                other += 1
        return hits >= 2 and hits > other

    def _row(self, number: int, row: Row) -> None:
        if self.passed_over(number, row):
            return
        draft = Draft(number, row)
        for column, name in self.columns.items():
            cell = row[column - 1] if column <= len(row) else ""
            if self.flagged:
                self._flags(draft, column, name)
            if cell == "" or (isinstance(cell, str) and not cell.strip()):
                continue
            draft.places[name] = column
            if isinstance(cell, str) and cell.strip().casefold() in _SAME_AS_ABOVE and self.drafts:
                above = self.drafts[-1].values.get(name, "")
                if above:
                    draft.values[name] = above
                    draft.sources[name] = "above"
                continue
            self._keep(draft, name, self.clean(name, column, cell))
        if not any(draft.values.get(name) for name in self.kind.anchors) and not self.rescue(draft):
            self.skip(number, "remark")
            return
        self.settle(draft)
        self.drafts.append(draft)

    @staticmethod
    def _keep(draft: Draft, name: str, cleaned: Cleaned) -> None:
        if cleaned.value:
            draft.values[name] = cleaned.value
        for told in cleaned.told:
            draft.tell(name, told.code, **told.params)

    def clean(self, name: str, column: int, cell: Cell) -> Cleaned:
        """One cell as its field is kept, by the type of the column."""
        habit = self.date_habits.get(column, DateHabit())
        amounts = self.amount_habits.get(column, AmountHabit())
        return clean_value(self.kind, name, cell, self.reading, habit, amounts, self.scales.get(column, 1))

    def passed_over(self, number: int, row: Row) -> bool:
        """Whether a row is no record by its looks: signatures, headings of groups."""
        texts = self.texts(number)
        if not texts:
            return True
        if len(texts) <= 3 and _SIGNATURE.match(texts[0]) and not self.looks_like_record(row):
            self.skip(number, "remark")
            return True
        if len(texts) == 1 and not self.looks_like_record(row) and self.heading_of_group(texts[0], number):
            self.skip(number, "group")
            return True
        return False

    def looks_like_record(self, row: Row) -> bool:
        """Whether two of a row's known columns are filled."""
        filled = sum(1 for number in self.columns if number <= len(row) and row[number - 1] != "")
        return filled >= 2

    def heading_of_group(self, text: str, number: int) -> bool:
        """Whether a row of one text is the heading of the rows below; a kind remembers what it says."""
        return False

    def rescue(self, draft: Draft) -> bool:
        """Whether a row without any anchor is a record all the same; a kind may complete it."""
        return False

    def settle(self, draft: Draft) -> None:
        """What the fields of a row mean together."""

    def finish(self) -> None:
        """What can be told only when all rows are read."""

    def _flags(self, draft: Draft, column: int, name: str) -> None:
        """Errors and unsaved formulas by cell address (I11); comments go to the notes (SP-8)."""
        place = (draft.row, column)
        error = self.sheet.errors.get(place)
        if error is not None:
            draft.warnings.append(CellWarning(name, column, error, "import_error_cell", {"value": error}))
        elif place in self.sheet.uncached:
            draft.warnings.append(CellWarning(name, column, "", "import_formula_unsaved"))
        draft.warnings += struck_warning(self.sheet, place, name)
        if place in self.sheet.comments:
            text = f"{self.headings.columns[column].heading}: {one_line(self.sheet.comments[place])}"
            draft.extra["comments"] = "\n".join(part for part in (draft.extra.get("comments", ""), text) if part)

    def _staged(self, draft: Draft) -> StagedRow:
        fields = {name: draft.values[name] for name in self._order() if draft.values.get(name)}
        return StagedRow(
            self.sheet.name,
            draft.row,
            fields,
            draft.cells,
            self.headings.columns,
            draft.extra,
            draft.sources,
            tuple(draft.warnings),
            draft.outcome,
            draft.reason,
        )

    def _order(self) -> Iterator[str]:
        return iter(self.kind.fields)


def _carried(sheet: Sheet, columns: frozenset[int], first: int) -> Sheet:
    """The sheet with merged cells filled in some columns (SP-3), but not from a cell of another column."""
    own = tuple(one for one in sheet.merges if one[1] in columns)
    return replace(fill_merged(replace(sheet, merges=own), columns, first), merges=sheet.merges) if own else sheet


def clean_value(
    kind: SheetKind,
    name: str,
    cell: Cell,
    reading: RecordReading,
    dates: DateHabit | None = None,
    amounts: AmountHabit | None = None,
    scale: int = 1,
) -> Cleaned:
    """A cell or a typed text as the field of a kind is kept: canonical text, and what is told of it."""
    column = kind.column(name)
    match column.holds:
        case ColumnType.DATE:
            return _date(cell, reading, dates or DateHabit())
        case ColumnType.PARTIAL:
            return _partial(cell, reading, dates or DateHabit())
        case ColumnType.TIME:
            span = read_span(cell)
            return Cleaned(span.start or span.end) if span.start or span.end else _not("import_time_unreadable", cell)
        case ColumnType.AMOUNT:
            code = currency_of_cell(cell) or reading.currency
            cleaned = clean_amount(cell, amounts or AmountHabit(), code, scale)
            below = column.unsigned and cleaned.value.startswith("-")
            return Cleaned("", (Told("import_amount_unreadable"),)) if below else cleaned
        case ColumnType.CURRENCY:
            return clean_currency(as_text(cell))
        case ColumnType.NUMBER:
            return _number(name, cell)
        case ColumnType.WORD if column.words is not None:
            word = read_word(column.words, as_text(cell))
            return Cleaned(word.value) if word else _not("import_word_unknown", cell)
        case _:
            return clean_text(cell, lines=column.holds is ColumnType.LINES)


def currency_of_cell(cell: Cell) -> str:
    """The currency that stands beside a sum in its own cell."""
    from app.importers.amounts import currency_in

    return currency_in(cell) if isinstance(cell, str) else ""


def _not(code: str, cell: Cell) -> Cleaned:
    return Cleaned("", (Told(code),)) if as_text(cell).strip(" -–—") else EMPTY


def _number(name: str, cell: Cell) -> Cleaned:
    if name == "rate":
        return clean_rate(cell)
    minutes = read_minutes(cell)
    return Cleaned(str(minutes)) if minutes else _not("import_number_unreadable", cell)


def _date(cell: Cell, reading: RecordReading, habit: DateHabit) -> Cleaned:
    """A whole day: by the column's habit, else any date inside the text, a missing year filled from the period."""
    cleaned = clean_date(cell, habit, reading.today)
    if len(cleaned.value) == 10 or not isinstance(cell, str):
        return cleaned if len(cleaned.value) in (0, 10) else Cleaned("", (Told("import_date_unreadable"),))
    found = find_day(cell, reading.period, reading.today)
    if found is None:
        return _not("import_date_unreadable", cell)
    told = (Told("import_day_counted"),) if found.counted else ()
    return Cleaned(found.day.isoformat(), told)


def _partial(cell: Cell, reading: RecordReading, habit: DateHabit) -> Cleaned:
    """A date of which less may be known: "March 2026", "Q2 2026", "кінець червня 2026", "2026 рік"."""
    if isinstance(cell, str) and (partial := partial_date(cell)):
        return Cleaned(partial)
    cleaned = clean_date(cell, habit, reading.today)
    if cleaned.value:
        return Cleaned(cleaned.value, tuple(told for told in cleaned.told if told.code != "import_date_partial"))
    if isinstance(cell, str):
        return _date(cell, reading, habit)
    return cleaned
