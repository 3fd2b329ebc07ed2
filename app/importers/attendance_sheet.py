"""Sign-in lists: people in rows, days or sessions in columns, or one sheet for each day (PL-4, PL-5, SP-8, SP-11)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.core.text import one_line
from app.importers.attendance_columns import Calendar, ColumnUse, column_use, day_in, half_in, slots_meant
from app.importers.attendance_marks import Mark, Slot, mark_habit, read_mark, spread
from app.importers.cells import as_text, clean_email
from app.importers.heading_words import meanings
from app.importers.headings import Column, Headings
from app.importers.row_kinds import RowJudge, RowKind
from app.importers.staged import CellWarning, SheetPlan, Skipped
from app.importers.workbook import Cell, Row, Sheet, Workbook, fill_merged

_NAMES = ("full_name", "family_name", "given_name", "patronymic", "name_latin", "given_latin", "family_latin")
_PERSON = frozenset((*_NAMES, "email", "organisation", "municipality", "position", "phone", "row_no"))
_CHIEF = frozenset(("full_name", "family_name", "given_name", "name_latin"))
_SURE = 80.0
#: SP-1: headings are looked for in so many rows.
_SEARCHED_ROWS = 30


@dataclass(frozen=True, slots=True)
class SignedRow:
    """Somebody's row on a list. ``marks`` by slot; ``signature``: whether the cell is filled, None without column."""

    sheet: str
    row: int
    name: str
    email: str = ""
    organisation: str = ""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    signature: bool | None = None
    #: What a signature would be about: the sessions of the list's day.
    signed_for: tuple[Slot, ...] = ()
    cells: Row = ()
    columns: Mapping[int, Column] = field(default_factory=dict)
    warnings: tuple[CellWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class SignInLists:
    """All lists of a workbook: how each sheet was understood, the people, and the rows that hold nobody.

    ``days_elsewhere``: days that headings or sheets name and that the activity does not have.
    """

    sheets: tuple[SheetPlan, ...] = ()
    rows: tuple[SignedRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    days_elsewhere: tuple[date, ...] = ()


@dataclass(frozen=True)
class _Layout:
    """Where the headings of a sheet stand and what its columns are."""

    heading_rows: tuple[int, ...]
    people: Mapping[int, Column]
    uses: Mapping[int, ColumnUse]
    day: date | None
    unknown: Mapping[int, str] = field(default_factory=dict)

    @property
    def marked(self) -> dict[int, ColumnUse]:
        """Columns of marks that are about something of the activity, or about what each row says."""
        told = self.place("date") or self.place("session")
        return {at: use for at, use in self.uses.items() if use.kind == "marks" and (use.slots or told)}

    def place(self, kind: str) -> int:
        """The first column of a kind; 0 without one."""
        return next((at for at, use in self.uses.items() if use.kind == kind), 0)


def _person_field(cell: Cell) -> tuple[str, float]:
    if not isinstance(cell, str) or not cell.strip() or len(cell) > 120:
        return "", 0.0
    found = [one for one in meanings(cell) if one.score >= _SURE]
    return (found[0].field, found[0].score) if found else ("", 0.0)


def _score(row: Row, calendar: Calendar) -> float:
    """How much a row is like the headings of a list: names above all, then columns that mean something."""
    score, named = 0.0, False
    for cell in row:
        if cell == "":
            continue
        name = _person_field(cell)[0]
        if name in _CHIEF:
            named = True
            score += 3
        elif name in _PERSON or column_use((cell,), calendar).kind or day_in(cell, calendar.days):
            score += 1
        else:
            score -= 0.1
    return score if named else score * 0.6


def _heading_rows(sheet: Sheet, calendar: Calendar) -> tuple[int, ...]:
    """The row of headings, with the rows of days above it and of halves or sessions below it."""
    scores = [(_score(row, calendar), -number) for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS], start=1)]
    best, number = max(scores, default=(0.0, 0))
    row = -number
    if best < 1.2:
        return ()
    rows = [row]
    if row > 1 and _only_days(sheet.rows[row - 2], calendar):
        rows.insert(0, row - 1)
    if row < len(sheet.rows) and _only_days(sheet.rows[row], calendar):
        rows.append(row + 1)
    return tuple(rows)


def _only_days(row: Row, calendar: Calendar) -> bool:
    """Whether a row holds nothing but days, halves of days and sessions, one at least beside the first column."""
    filled = [cell for cell in row if cell != ""]
    if not filled or (len(filled) == 1 and row and row[0] != ""):
        return False
    return all(
        day_in(cell, calendar.days)
        or (isinstance(cell, str) and (half_in(cell) or column_use((cell,), calendar).kind == "marks"))
        for cell in filled
    )


def _texts(sheet: Sheet, rows: Sequence[int]) -> dict[int, list[Cell]]:
    """The cells above each column, outermost first; a day over two halves reaches to the next day, merged or not."""
    filled = fill_merged(sheet, None, rows[0], rows[-1])
    texts: dict[int, list[Cell]] = {}
    for place, number in enumerate(rows):
        last: Cell = ""
        row = filled.rows[number - 1]
        for column in range(1, sheet.width + 1):
            cell = row[column - 1] if column <= len(row) else ""
            below = filled.cell(rows[-1], column) if place + 1 < len(rows) else ""
            if cell == "" and last != "" and isinstance(below, str) and (half_in(below) or below.strip()):
                cell = last
            elif cell != "":
                last = cell if place + 1 < len(rows) and not _person_field(cell)[0] else ""
            if cell != "" and cell not in texts.setdefault(column, []):
                texts[column].append(cell)
    return {column: found for column, found in texts.items() if found}


def _sheet_day(sheet: Sheet, first: int, calendar: Calendar, file_day: date | None) -> date | None:
    """The day of a whole sheet: by its name, by the title above the headings, by the file (PL-4)."""
    days = calendar.days
    named = day_in(sheet.name, days)
    if named:
        return named
    for row in sheet.rows[: first - 1]:
        for cell in row:
            if cell != "" and (found := day_in(cell, days)) and (found in days or isinstance(cell, date)):
                return found
    return file_day or (days[0] if len(days) == 1 else None)


def _layout(sheet: Sheet, calendar: Calendar, file_day: date | None) -> _Layout | None:
    rows = _heading_rows(sheet, calendar)
    if not rows:
        return None
    day = _sheet_day(sheet, rows[0], calendar, file_day)
    people: dict[int, Column] = {}
    uses: dict[int, ColumnUse] = {}
    unknown: dict[int, str] = {}
    taken: set[str] = set()
    for at, texts in sorted(_texts(sheet, rows).items()):
        use = column_use(texts, calendar, day)
        field_name, score = next((found for cell in reversed(texts) if (found := _person_field(cell))[0]), ("", 0.0))
        if field_name in _PERSON and not (use.kind == "marks" and use.slots and field_name not in _CHIEF):
            if field_name not in taken:
                heading = " / ".join(one_line(str(cell)) for cell in texts)
                people[at] = Column(field_name, heading, score / 100, "exact")
                taken.add(field_name)
        elif use.kind or use.elsewhere:
            uses[at] = use
        else:
            unknown[at] = use.heading
    if not taken & _CHIEF and (column := _name_column(sheet, rows[-1], {*people, *uses})):
        people[column] = Column("full_name", "", 0.6, "values")
    unknown |= {at: use.heading for at, use in uses.items() if use.elsewhere or (use.kind == "marks" and not use.slots)}
    return _Layout(rows, people, uses, day, unknown)


def _name_column(sheet: Sheet, after: int, taken: set[int]) -> int:
    """A column without a heading whose values are names: two to four words with capitals in almost every row."""
    for column in range(1, min(sheet.width, 8) + 1):
        values = [sheet.cell(row, column) for row in range(after + 1, len(sheet.rows) + 1)]
        filled = [value for value in values if isinstance(value, str) and value.strip()]
        names = [value for value in filled if 2 <= len(value.split()) <= 4 and value.strip()[0].isupper()]
        if column not in taken and filled and len(names) >= 0.7 * len(filled):
            return column
    return 0


class _ListReader:
    """Reads the rows of one list."""

    def __init__(self, sheet: Sheet, layout: _Layout, calendar: Calendar, hour_minutes: int) -> None:
        marks = frozenset(layout.marked)
        self.sheet = fill_merged(sheet, marks, layout.heading_rows[-1] + 1)
        self.layout, self.calendar, self.hour_minutes = layout, calendar, hour_minutes
        self.columns = dict(layout.people) | {
            at: Column(", ".join(slot.label() for slot in use.slots) or "presence", use.heading, 0.9, "exact")
            for at, use in layout.marked.items()
        }
        self.columns |= {
            at: Column(use.kind, use.heading, 0.9, "exact")
            for at, use in layout.uses.items()
            if use.kind in ("date", "session", "signature")
        }
        body = self.sheet.rows[layout.heading_rows[-1] :]
        self.habit = mark_habit(row[at - 1] for row in body for at in marks if at <= len(row) and row[at - 1] != "")
        names = frozenset(at for at, column in layout.people.items() if column.field in _NAMES)
        weak = {at: Column("attendance", use.heading, 1.0, "exact") for at, use in layout.uses.items()}
        self.judge = RowJudge(Headings(layout.heading_rows, {**layout.people, **weak}), names)

    def read(self) -> Iterator[SignedRow | Skipped]:
        merged = {top for top, left, _bottom, right in self.sheet.merges if right > left}
        for number in range(self.layout.heading_rows[-1] + 1, len(self.sheet.rows) + 1):
            row = self.sheet.rows[number - 1]
            kind = self.judge.kind_of(row, number in merged)
            if kind is RowKind.EMPTY:
                continue
            name = self.name(row)
            if kind is not RowKind.PERSON and not (kind is RowKind.REMARK and name and self._marked(row)):
                yield Skipped(self.sheet.name, number, f"import_row_{kind.value}", name)
            elif number in self.sheet.hidden_rows:
                yield Skipped(self.sheet.name, number, "import_row_hidden", name)
            else:
                yield self.row(number, row, name)

    def _marked(self, row: Row) -> bool:
        return any(at <= len(row) and row[at - 1] != "" for at in self.layout.marked)

    def text(self, row: Row, name: str) -> str:
        for at, column in self.layout.people.items():
            if column.field == name and at <= len(row):
                return one_line(as_text(row[at - 1]))
        return ""

    def name(self, row: Row) -> str:
        """The name as written, with the Latin one behind a bar where the list has both."""
        whole = self.text(row, "full_name")
        parts = [self.text(row, key) for key in ("given_name", "patronymic", "family_name")]
        native = " ".join(part for part in parts if part)
        if whole and not self.text(row, "family_name"):
            native = whole if not self.text(row, "given_name") else f"{whole} {self.text(row, 'given_name')}"
        latin = self.text(row, "name_latin") or " ".join(
            part for part in (self.text(row, "given_latin"), self.text(row, "family_latin")) if part
        )
        return " | ".join(part for part in (native or whole, latin) if part)

    def row(self, number: int, row: Row, name: str) -> SignedRow:
        marks: dict[str, Mark] = {}
        warnings: list[CellWarning] = []
        own = self._own_slots(row, warnings)
        for at, use in self.layout.marked.items():
            cell = row[at - 1] if at <= len(row) else ""
            slots = use.slots if own is None else own
            if not slots:
                continue
            found = read_mark(cell, self.habit, use.unit, self.hour_minutes)
            if found.told:
                label = ", ".join(slot.label() for slot in slots)
                warnings.append(CellWarning(label, at, as_text(cell), found.told.code, found.told.params))
            if found.mark:
                marks |= self._agreed(marks, spread(slots, found.mark), at, cell, warnings)
        signed = [use for use in self.layout.uses.items() if use[1].kind == "signature"]
        signature = any(at <= len(row) and row[at - 1] != "" for at, _ in signed) if signed else None
        return SignedRow(
            self.sheet.name,
            number,
            name,
            clean_email(self.text(row, "email")).value,
            self.text(row, "organisation") or self.text(row, "municipality"),
            marks,
            signature,
            self.calendar.of_day(self.layout.day),
            row,
            self.columns,
            tuple(warnings),
        )

    def _own_slots(self, row: Row, warnings: list[CellWarning]) -> tuple[Slot, ...] | None:
        """What the row itself says its marks are about; None where the list has no such columns."""
        places = [self.layout.place("date"), self.layout.place("session")]
        if not any(places):
            return None
        cells = [row[at - 1] if 0 < at <= len(row) else "" for at in places]
        found = slots_meant(cells[0], cells[1], self.calendar, self.layout.day)
        if not found and self._marked(row):
            at = next((at for at, cell in zip(places, cells, strict=True) if cell != ""), max(places))
            warnings.append(CellWarning("session", at, as_text(row[at - 1]), "attendance_row_without_session"))
        return found

    def _agreed(
        self, former: Mapping[str, Mark], fresh: Mapping[str, Mark], at: int, cell: Cell, warnings: list[CellWarning]
    ) -> dict[str, Mark]:
        """What two columns of a row say about one session must be the same; else neither is taken silently."""
        kept = dict(fresh)
        for key in former.keys() & fresh.keys():
            if former[key] != fresh[key]:
                if former[key].presence is fresh[key].presence and fresh[key].minutes is None:
                    kept[key] = former[key]
                elif not (former[key].presence is fresh[key].presence and former[key].minutes is None):
                    warnings.append(CellWarning(key, at, as_text(cell), "attendance_mark_contradicts"))
                    kept[key] = former[key]
        return kept


def read_lists(
    workbook: Workbook, calendar: Calendar, file_day: date | None = None, hour_minutes: int = 60, sheet: str = ""
) -> SignInLists:
    """All sign-in lists of a workbook.

    ``file_day``: the day said by the user or by the file's name, for lists that do not tell theirs; ``sheet``: only
    this one. Hidden sheets are left out. Rows without a readable mark are given, too, with what their signature tells.
    """
    plans: list[SheetPlan] = []
    rows: list[SignedRow] = []
    skipped: list[Skipped] = []
    elsewhere: set[date] = set()
    for one in workbook.sheets:
        if (sheet and one.name != sheet) or (one.hidden and one.name != sheet):
            plans.append(
                SheetPlan(one.name, Headings(), False, one.hidden, "import_sheet_hidden" if one.hidden else "")
            )
            continue
        layout = _layout(one, calendar, file_day)
        if layout is None or not layout.people:
            plans.append(SheetPlan(one.name, Headings(), False, False, "attendance_sheet_without_names", len(one.rows)))
            continue
        elsewhere |= {use.elsewhere for use in layout.uses.values() if use.elsewhere}
        reason = _reason(layout, calendar, elsewhere)
        reader = _ListReader(one, layout, calendar, hour_minutes)
        columns = dict(sorted(reader.columns.items()))
        headings = Headings(layout.heading_rows, columns, layout.unknown, book="attendance")
        plans.append(SheetPlan(one.name, headings, not reason, False, reason, len(one.rows)))
        if not reason:
            for found in reader.read():
                (rows if isinstance(found, SignedRow) else skipped).append(found)  # type: ignore[arg-type]
    return SignInLists(tuple(plans), tuple(rows), tuple(skipped), tuple(sorted(elsewhere)))


def _reason(layout: _Layout, calendar: Calendar, elsewhere: set[date]) -> str:
    """Why a sheet with names is left out, as a code; empty when it is used."""
    if layout.marked:
        return ""
    if layout.day and not calendar.of_day(layout.day):
        elsewhere.add(layout.day)
        return "attendance_sheet_other_day"
    if any(use.kind == "marks" for use in layout.uses.values()):
        return "attendance_sheet_without_day"
    if any(use.kind == "signature" for use in layout.uses.values()):
        return "" if layout.day else "attendance_sheet_without_day"
    return "attendance_sheet_other_day" if elsewhere and layout.uses else "attendance_sheet_without_marks"
