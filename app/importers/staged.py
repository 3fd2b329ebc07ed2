"""What an import looks like before anything is written: plain, frozen, ready to be shown or printed as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as with_default
from enum import StrEnum

from app.core.people_comparison import PersonFacts
from app.importers.cells import as_text
from app.importers.headings import Column, Headings
from app.importers.workbook import Row

#: The fields of a person in the order of commands.md; everything else that columns hold is ``extra``.
PERSON_FIELDS = (
    "given_name",
    "family_name",
    "patronymic",
    "given_latin",
    "family_latin",
    "gender",
    "organisation",
    "position",
    "email",
    "phone",
    "birth_date",
    "passport_number",
    "passport_expiry",
    "diet",
    "role",
    "languages",
    "notes",
)


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    DUPLICATE = "duplicate"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CellWarning:
    """Something told about one cell. ``column`` from 1, 0 for the whole row; ``value`` as it stands in the file."""

    field: str
    column: int
    value: str
    code: str
    params: Mapping[str, object] = with_default(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """For the command line; the caller adds the sentence as ``message``."""
        return {"field": self.field, "column": self.column, "value": self.value, "code": self.code, **self.params}


@dataclass(frozen=True, slots=True)
class StagedRow:
    """One row of a sheet as understood.

    ``row`` as in Excel. ``fields`` holds only what is known, by the names of commands.md. ``sources`` says where a
    field comes from when it was not written in the row: ``generated`` (Latin by the table), ``passport`` or ``typed``
    (Latin from the file), ``patronymic`` or ``given_name`` (sex proposed), ``group`` (organisation over the rows).
    ``extra`` holds what else the columns say (municipality, arrival_date …) and ``comments`` of cells (SP-8).
    ``reason`` and ``reason_params`` explain the outcome; ``other_row`` is (sheet, row) of the one it repeats.
    """

    sheet: str
    row: int
    fields: Mapping[str, str]
    cells: Row = ()
    columns: Mapping[int, Column] = with_default(default_factory=dict)
    extra: Mapping[str, str] = with_default(default_factory=dict)
    sources: Mapping[str, str] = with_default(default_factory=dict)
    warnings: tuple[CellWarning, ...] = ()
    outcome: Outcome = Outcome.NEW
    reason: str = "import_row_new"
    reason_params: Mapping[str, object] = with_default(default_factory=dict)
    other_row: tuple[str, int] | None = None
    order_known: bool = True

    @property
    def duplicate_of(self) -> int | None:
        """The row that this one repeats."""
        return self.other_row[1] if self.other_row else None

    @property
    def raw(self) -> dict[str, str]:
        """What stands in the file, by field."""
        width = len(self.cells)
        return {
            column.field: as_text(self.cells[number - 1])
            for number, column in self.columns.items()
            if number <= width and self.cells[number - 1] != ""
        }

    def facts(self) -> PersonFacts:
        """What is compared of this person (MA-6)."""
        get = self.fields.get
        gender = get("gender", "") if self.sources.get("gender") != "given_name" else ""
        return PersonFacts(
            get("given_name", ""),
            get("family_name", ""),
            get("patronymic", ""),
            get("given_latin", "") if self.sources.get("given_latin") != "generated" else "",
            get("family_latin", "") if self.sources.get("family_latin") != "generated" else "",
            gender,
            get("email", ""),
            get("birth_date", ""),
            self.order_known,
        )

    def as_json(self) -> dict[str, object]:
        """The row as commands.md prints it, but for ``person`` and the messages."""
        found: dict[str, object] = {
            "sheet": self.sheet,
            "row": self.row,
            "outcome": self.outcome.value,
            "fields": dict(self.fields),
            "warnings": [warning.as_json() for warning in self.warnings],
        }
        if self.sources:
            found["sources"] = dict(self.sources)
        if self.extra:
            found["extra"] = dict(self.extra)
        if self.other_row:
            found["duplicate_of"] = {"sheet": self.other_row[0], "row": self.other_row[1]}
        return found


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that holds nobody, with the reason: totals, remark, group heading, repeated heading, hidden."""

    sheet: str
    row: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """How a sheet was understood. ``reason`` is filled when it is left out.

    ``of``: the sheet of the file out of which it was taken or turned, ``shape`` how (``beside``, ``form``); ``places``:
    where the cells of a form stand in the file.
    """

    name: str
    headings: Headings
    used: bool = True
    hidden: bool = False
    reason: str = ""
    rows: int = 0
    of: str = ""
    shape: str = ""
    places: Mapping[tuple[int, int], tuple[int, int]] = with_default(default_factory=dict)

    def place_in_file(self, row: int, column: int) -> tuple[str, int, int]:
        """Where a cell stands in the sender's file: sheet, row, column. A row's own place is that of its first cell."""
        first = min((at for at in self.places if at[0] == row), default=(row, column))
        at_row, at_column = self.places.get((row, column), self.places.get(first, (row, column)))
        return self.of or self.name, at_row, at_column

    def as_json(self) -> dict[str, object]:
        """The sheet as commands.md prints it."""
        columns = {str(number): column.field for number, column in self.headings.columns.items()}
        return {
            "name": self.name,
            "heading_row": self.headings.rows[-1] if self.headings.rows else None,
            "heading_rows": list(self.headings.rows),
            "columns": columns,
            "used": self.used,
        }


@dataclass(frozen=True, slots=True)
class Staged:
    """A whole file as understood, nobody twice."""

    file: str
    sha256: str
    sheets: tuple[SheetPlan, ...] = ()
    #: Rows built when asked for (``staged_rows.StagedRows``), or a tuple of them.
    rows: Sequence[StagedRow] = ()
    skipped: tuple[Skipped, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    kind: str = ""

    def summary(self) -> dict[str, int]:
        """How many rows have each outcome; all outcomes named."""
        # Rows held by columns tell their outcomes without being built.
        told: list[Outcome] | None = getattr(self.rows, "outcomes", None)
        outcomes = told if told is not None else [row.outcome for row in self.rows]
        return {outcome.value: outcomes.count(outcome) for outcome in Outcome}

    def as_json(self) -> dict[str, object]:
        """The document of commands.md without ``batch``, ``person`` and the messages."""
        return {
            "file": self.file,
            "sha256": self.sha256,
            "sheets": [plan.as_json() for plan in self.sheets if plan.used],
            "rows": [row.as_json() for row in self.rows],
            "summary": self.summary(),
        }
