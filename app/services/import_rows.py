"""What the import assistant shows: sheets, columns and rows of a file as plain rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.core.people_comparison import Level
from app.core.text import fold
from app.importers.matching import Match
from app.importers.staged import Outcome, StagedRow
from app.importers.staging import Choices, lists_of, plan_sheets
from app.importers.workbook import Sheet, Workbook
from app.services import imports, picking
from app.services.import_plans import LATIN, NATIVE, Decision, ImportPlan, RowKey, Target
from app.services.import_reports import letter
from app.services.import_resolving import kept
from app.storage.work import View

__all__ = [
    "COLUMN_FIELDS",
    "LATIN",
    "NATIVE",
    "CellNote",
    "ColumnRow",
    "PlanRow",
    "SheetRow",
    "Wanted",
    "fields_in",
    "known_names",
    "letter",
    "passed_over",
    "phone_words",
    "phones_in_words",
    "rows",
    "sheets",
    "target",
]

#: What a column may be taken as; the empty field leaves it out.
COLUMN_FIELDS = (
    "full_name",
    "family_name",
    "given_name",
    "patronymic",
    "name_latin",
    "family_latin",
    "given_latin",
    "gender",
    "salutation",
    "birth_date",
    "organisation",
    "position",
    "role",
    "email",
    "phone",
    "mobile",
    "contacts",
    "passport_number",
    "passport_series",
    "passport_expiry",
    "country",
    "municipality",
    "region",
    "group",
    "languages",
    "diet",
    "diet_tick",
    "birth_day",
    "birth_month",
    "birth_year",
    "arrival_date",
    "departure_date",
    "data_consent",
    "photo_consent",
    "notes",
)
#: Remarks on a cell that are told but ask for nothing: what was read is as good as certain.
_QUIET = frozenset(
    {
        "import_invisible_characters",
        "import_mixed_script",
        "import_second_value",
        "import_text_cut",
        # Of agendas: usual in every one of them, and nothing is lost.
        "import_kind_assumed",
        "import_end_from_next",
        "import_speaker_unknown",
        "import_organisation_unknown",
    }
)
_SAMPLES = 3
_PREVIEW = 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user chose against what was found. ``mappings``: sheet → column → field ('' leaves a column out)."""

    sheets: tuple[str, ...] = ()
    heading_rows: Mapping[str, int] = field(default_factory=dict)
    mappings: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    #: Sheets whose hidden rows and columns are read, too.
    hidden_parts: tuple[str, ...] = ()

    def choices(self) -> Choices:
        """The same for the importers."""
        return Choices(self.sheets, self.heading_rows, self.mappings, hidden_parts=self.hidden_parts)


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column of a sheet. ``how`` is sure, guessed, chosen, passed (recognised, never kept) or unknown."""

    number: int
    letter: str
    heading: str
    field: str
    how: str
    samples: tuple[str, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One sheet: whether people are looked for in it, where its headings stand (0: nowhere), its first rows."""

    name: str
    used: bool
    hidden: bool
    rows: int
    heading_row: int
    reason: str
    title: str
    columns: tuple[ColumnRow, ...]
    first_rows: tuple[tuple[str, ...], ...]
    #: Rows below the headings, and columns, that are hidden in the file; whether they are read nevertheless.
    hidden_rows: int = 0
    hidden_columns: int = 0
    hidden_read: bool = False
    heading_rows: tuple[int, ...] = ()
    #: The user said that the sheet has no headings; the last column that is read where others stand behind it, else 0.
    without_headings: bool = False
    cut_after: int = 0
    #: ``form``: turned into a table; ``beside``: one of several tables of a sheet; else empty.
    shape: str = ""
    #: By which the headings are known again (7.2); empty where there are none.
    layout: str = ""


@dataclass(frozen=True, slots=True)
class CellNote:
    """Something told about a cell; ``doubtful`` when somebody should look. ``raw`` as it stands in the file."""

    field: str
    column: int
    raw: str
    code: str
    params: Mapping[str, object]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the file as it will be. ``old`` holds what a changed field was; ``people`` who may be meant.

    ``stays``: the fields of ``old`` that are not taken, because the user keeps them or nobody clicked yet (MA-7).
    ``level`` says how sure the match is; ``other_row`` is the row of the file that this one repeats or may repeat.
    """

    id: str
    sheet: str
    row: int
    outcome: Outcome
    reason: str
    reason_params: Mapping[str, object]
    fields: Mapping[str, str]
    sources: Mapping[str, str]
    old: Mapping[str, str]
    notes: tuple[CellNote, ...]
    raw: Mapping[str, str]
    columns: Mapping[str, int]
    people: tuple[str, ...]
    left_out: bool
    taken: bool
    stays: frozenset[str] = frozenset()
    level: Level = Level.DIFFERENT
    other_row: RowKey | None = None

    @property
    def search_text(self) -> str:
        """By which the row is found: its values in either script, marks and case taken off."""
        return searched(self.fields, self.sheet)

    @property
    def key(self) -> RowKey:
        """By which decisions about the row are kept."""
        return (self.sheet, self.row)

    @property
    def doubts(self) -> tuple[CellNote, ...]:
        """The cells at which somebody should look."""
        return tuple(note for note in self.notes if note.doubtful)

    def notes_of(self, fields: Collection[str]) -> tuple[CellNote, ...]:
        """What is told about any of these fields."""
        return tuple(note for note in self.notes if note.field in fields)


def sheets(view: View, workbook: Workbook, wanted: Wanted | None = None) -> tuple[SheetRow, ...]:
    """Every sheet as understood; raises Refused(``import_no_such_sheet``)."""
    wanted = wanted or Wanted()
    every = Choices((), wanted.heading_rows, wanted.mappings)
    workbook = lists_of(workbook, every)
    plans = plan_sheets(workbook, imports.with_memory(view, every), include_hidden=True)
    found = []
    for sheet, plan in zip(workbook.sheets, plans, strict=True):
        usable = plan.headings.found and (not sheet.hidden or sheet.name in wanted.sheets)
        used = usable and (not wanted.sheets or sheet.name in wanted.sheets)
        reason = "" if plan.headings.found else "import_sheet_without_people"
        heading = plan.headings.rows[-1] if plan.headings.rows else 0
        found.append(
            SheetRow(
                name=sheet.name,
                used=used,
                hidden=sheet.hidden,
                rows=_count(sheet, heading),
                heading_row=heading,
                reason="import_sheet_hidden" if sheet.hidden and not used else reason,
                title=plan.headings.title,
                columns=_columns(sheet, plan.headings.columns, plan.headings.unknown, heading),
                first_rows=tuple(tuple(_shown(cell) for cell in row[:20]) for row in sheet.rows[:_PREVIEW]),
                hidden_rows=_hidden_rows(sheet, heading),
                hidden_columns=sum(number <= sheet.width for number in sheet.hidden_columns),
                hidden_read=sheet.name in wanted.hidden_parts,
                heading_rows=plan.headings.rows,
                without_headings=plan.headings.without,
                cut_after=sheet.cut_after,
                shape=sheet.shape,
                layout=plan.headings.layout if plan.headings.rows else "",
            )
        )
    return tuple(found)


def _hidden_rows(sheet: Sheet, heading: int) -> int:
    """How many hidden rows below the headings hold anything."""
    inside = [number for number in sheet.hidden_rows if heading < number <= len(sheet.rows)]
    return sum(any(cell != "" for cell in sheet.rows[number - 1]) for number in inside)


def _count(sheet: Sheet, heading: int) -> int:
    """The rows below the headings up to the last that holds anything; of forms only those that hold somebody."""
    if sheet.shape == "form":
        return sum(any(cell != "" for cell in row) for row in sheet.rows[heading:])
    return max(0, _filled(sheet) - heading)


def _filled(sheet: Sheet) -> int:
    """The last row that holds anything."""
    return next((n for n in range(len(sheet.rows), 0, -1) if any(cell != "" for cell in sheet.rows[n - 1])), 0)


def _shown(cell: object) -> str:
    from app.importers.cells import as_text

    return " ".join(as_text(cell).split())[:60]  # type: ignore[arg-type]


def _columns(
    sheet: Sheet, known: Mapping[int, object], unknown: Mapping[int, str], heading: int
) -> tuple[ColumnRow, ...]:
    rows = []
    for number in range(1, min(sheet.width, 200) + 1):
        column = known.get(number)
        samples = _samples(sheet, number, heading)
        text = str(getattr(column, "heading", "") or unknown.get(number, ""))
        if column is None and not text and not samples:
            continue
        name = str(getattr(column, "field", ""))
        how = "unknown"
        if column is not None:
            sure = float(getattr(column, "confidence", 0)) >= 0.9
            how = "chosen" if getattr(column, "how", "") == "chosen" else "sure" if sure else "guessed"
            how = how if name in COLUMN_FIELDS else "passed"
        hidden = number in sheet.hidden_columns
        rows.append(ColumnRow(number, letter(number), text, name, how, samples, hidden))
    return tuple(rows)


def _samples(sheet: Sheet, number: int, heading: int) -> tuple[str, ...]:
    found: list[str] = []
    for row in sheet.rows[heading : heading + 60]:
        text = _shown(row[number - 1]) if number <= len(row) else ""
        if text and text not in found:
            found.append(text)
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def rows(given: ImportPlan, left_out: Collection[RowKey] = ()) -> tuple[PlanRow, ...]:
    """The rows of a plan as they are shown; those left out by the user say so."""
    decisions = given.decisions
    return tuple(
        _row(row, match, (row.sheet, row.row) in left_out, decisions.get((row.sheet, row.row), Decision()))
        for row, match in given.pairs()
    )


def _row(row: StagedRow, match: Match, left_out: bool, decision: Decision) -> PlanRow:
    notes = tuple(
        CellNote(one.field, one.column, one.value, one.code, one.params, one.code not in _QUIET) for one in row.warnings
    )
    spelt = {one.field: one.new for one in match.differences if one.field in LATIN}
    return PlanRow(
        id=f"{row.sheet}!{row.row}",
        sheet=row.sheet,
        row=row.row,
        outcome=row.outcome,
        reason=row.reason,
        reason_params=row.reason_params,
        fields={**row.fields, **spelt} if spelt else row.fields,
        sources=row.sources,
        old={one.field: one.old for one in match.differences},
        notes=notes,
        raw=row.raw,
        columns={column.field: number for number, column in row.columns.items()},
        people=match.people,
        left_out=left_out,
        taken=not left_out and row.outcome in {Outcome.NEW, Outcome.UPDATE, Outcome.SAME},
        stays=kept(row, match, decision),
        level=match.level,
        other_row=row.other_row,
    )


#: Names, towns and posts come again and again in a file.
_folded = lru_cache(maxsize=100_000)(fold)


def searched(fields: Mapping[str, str], sheet: str) -> str:
    """The text by which a row with these values is found."""
    return " ".join(map(_folded, (*fields.values(), sheet)))


def asks(row: StagedRow) -> bool:
    """Whether somebody should look at a cell of the row."""
    return any(one.code not in _QUIET for one in row.warnings)


def passed_over(given: ImportPlan) -> tuple[tuple[str, int, str, str], ...]:
    """Rows that hold nobody: (sheet, row, code of the reason, text), so that nothing disappears silently."""
    return tuple((one.sheet, one.row, one.reason, one.text) for one in given.staged.skipped)


def known_names(view: View, idents: Collection[str]) -> Mapping[str, picking.Pick]:
    """Names and posts of the people who may be meant, by id."""
    return {one.id: one for one in picking.people_named(view, idents)}


@lru_cache(maxsize=20_000)
def phone_words(value: str, country: str = "") -> str:
    """A number as it is read aloud, ``+380 67 555 01 12``; as it is when it is none.

    ``country`` is where a number without its code is from: papers go over borders. Short ones (112) stay as they are.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(value, country or None)
    except phonenumbers.NumberParseException:
        return value
    if not value.lstrip().startswith("+") and not phonenumbers.is_valid_number(number):
        return value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def phones_in_words(text: str, country: str) -> str:
    """Running text with its telephone numbers as ``phone_words`` says them: ``Ivan, 067 555 01 12``."""
    import phonenumbers

    told, end = "", 0
    for found in phonenumbers.PhoneNumberMatcher(text, country or None):
        told += text[end : found.start] + phone_words(found.raw_string, country)
        end = found.end
    return told + text[end:]


def target(programme_id: str, activity_id: str = "", country: str = "") -> Target:
    """Where the people go, by ids."""
    return Target(programme_id, activity_id, country)


def fields_in(shown: Sequence[PlanRow]) -> frozenset[str]:
    """The fields that any of the rows holds."""
    return frozenset(name for row in shown for name in row.fields)
