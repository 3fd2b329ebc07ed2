"""Sign-in lists: people in rows, days or sessions in columns, or one sheet for each day (PL-4, PL-5, SP-8, SP-11)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.core.text import one_line
from app.core.vocabulary import Presence
from app.importers.attendance_columns import Calendar, slots_at, slots_meant
from app.importers.attendance_layout import NAME_FIELDS, Layout, layout_of
from app.importers.attendance_marks import Mark, Slot, key_of, mark_habit, read_mark, spread
from app.importers.cells import as_text, clean_email
from app.importers.headings import Column, Headings, language_of_headings
from app.importers.row_kinds import RowJudge, RowKind
from app.importers.staged import CellWarning, SheetPlan, Skipped
from app.importers.staging import Choices
from app.importers.workbook import Cell, Row, Sheet, Workbook, fill_merged


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
    #: Whether presence was told by answers to a form alone.
    of_answers: bool = False


class _ListReader:
    """Reads the rows of one list."""

    def __init__(self, sheet: Sheet, layout: Layout, calendar: Calendar, hour_minutes: int) -> None:
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
            if use.kind in ("date", "session", "signature", "stamp")
        }
        body = self.sheet.rows[layout.heading_rows[-1] :]
        alone = [filled[0] for row in sheet.rows if len(filled := [as_text(cell) for cell in row if cell != ""]) == 1]
        marked = (row[at - 1] for row in body for at in marks if at <= len(row) and row[at - 1] != "")
        self.habit = mark_habit(marked, key_of(alone))
        names = frozenset(at for at, column in layout.people.items() if column.field in NAME_FIELDS)
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
        elif whole and not self.text(row, "given_name"):
            # "Surname" beside "Name": the name of one word is the given one, a longer one tells all.
            native = whole if len(whole.split()) > 1 else f"{whole} {native}"
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
                params = {"value": as_text(cell)[:120], **found.told.params}
                warnings.append(CellWarning(label, at, as_text(cell), found.told.code, params))
            if found.mark:
                marks |= self._agreed(marks, spread(slots, found.mark), at, cell, warnings)
        if self.layout.stamp:
            sent = row[self.layout.stamp - 1] if self.layout.stamp <= len(row) else ""
            marks |= spread(slots_at(sent, self.calendar), Mark(Presence.PRESENT)) if sent != "" else {}
        signed = [use for use in self.layout.uses.items() if use[1].kind == "signature"]
        filled = [use for at, use in signed if at <= len(row) and row[at - 1] != ""]
        signature = bool(filled) if signed else None
        signed_for = tuple(dict.fromkeys(slot for use in filled for slot in use.slots))
        return SignedRow(
            self.sheet.name,
            number,
            name,
            clean_email(self.text(row, "email")).value,
            self.text(row, "organisation") or self.text(row, "municipality"),
            marks,
            signature,
            signed_for or self.calendar.of_day(self.layout.day),
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
            value = as_text(row[at - 1])
            told = CellWarning("session", at, value, "attendance_row_without_session", {"value": value[:120]})
            warnings.append(told)
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
    workbook: Workbook,
    calendar: Calendar,
    file_day: date | None = None,
    hour_minutes: int = 60,
    choices: Choices | None = None,
) -> SignInLists:
    """All sign-in lists of a workbook.

    ``file_day``: the day said by the user or by the file's name, for lists that do not tell theirs; ``choices``:
    sheets, rows of headings and meanings of columns that the user chose. Hidden sheets are left out. Rows without a
    readable mark are given, too, with what their signature tells.
    """
    choices = choices or Choices()
    plans: list[SheetPlan] = []
    rows: list[SignedRow] = []
    skipped: list[Skipped] = []
    elsewhere: set[date] = set()
    of_answers = False
    for one in workbook.sheets:
        asked = one.name in choices.sheets
        if (choices.sheets or one.hidden) and not asked:
            plans.append(
                SheetPlan(one.name, Headings(), False, one.hidden, "import_sheet_hidden" if one.hidden else "")
            )
            continue
        layout = layout_of(one, calendar, file_day, choices)
        if layout is None or not layout.people:
            plans.append(SheetPlan(one.name, Headings(), False, False, "attendance_sheet_without_names", len(one.rows)))
            continue
        elsewhere |= {use.elsewhere for use in layout.uses.values() if use.elsewhere}
        reason = _reason(layout, calendar, elsewhere)
        reader = _ListReader(one, layout, calendar, hour_minutes)
        columns = dict(sorted(reader.columns.items()))
        spoken = language_of_headings(column.heading for column in layout.people.values())
        headings = Headings(layout.heading_rows, columns, layout.unknown, language=spoken, book="attendance")
        plans.append(SheetPlan(one.name, headings, not reason, False, reason, len(one.rows)))
        if not reason:
            of_answers = of_answers or bool(layout.stamp)
            for found in reader.read():
                (rows if isinstance(found, SignedRow) else skipped).append(found)  # type: ignore[arg-type]
    return SignInLists(tuple(plans), tuple(rows), tuple(skipped), tuple(sorted(elsewhere)), of_answers)


def _reason(layout: Layout, calendar: Calendar, elsewhere: set[date]) -> str:
    """Why a sheet with names is left out, as a code; empty when it is used."""
    if layout.marked or layout.stamp:
        return ""
    if layout.day and not calendar.of_day(layout.day):
        elsewhere.add(layout.day)
        return "attendance_sheet_other_day"
    if any(use.kind == "marks" for use in layout.uses.values()):
        return "attendance_sheet_without_day"
    signatures = [use for use in layout.uses.values() if use.kind == "signature"]
    if signatures:
        return "" if layout.day or any(use.slots for use in signatures) else "attendance_sheet_without_day"
    return "attendance_sheet_other_day" if elsewhere and layout.uses else "attendance_sheet_without_marks"
