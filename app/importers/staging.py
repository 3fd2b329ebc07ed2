"""From a workbook to staged rows: which sheets hold people, who they are, nobody twice (SP-12, SP-13, MA-6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.core.errors import Refused
from app.core.progress import Token, silent
from app.importers.duplicates import mark_duplicates
from app.importers.headings import Headings, read_headings
from app.importers.likeness import Faces
from app.importers.people_row import Reading
from app.importers.people_sheet import read_rows
from app.importers.sheet_shapes import named, shaped
from app.importers.sheet_tables import tables_of
from app.importers.staged import SheetPlan, Skipped, Staged
from app.importers.staged_rows import StagedRows
from app.importers.workbook import Workbook


@dataclass(frozen=True)
class Choices:
    """What the user chose against what was found. ``mappings``: sheet → column → field ('' leaves a column out)."""

    sheets: tuple[str, ...] = ()
    heading_rows: Mapping[str, int] = field(default_factory=dict)
    mappings: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    #: Mappings remembered for a layout (hash of the headings), columns counted from the first heading; used where the
    #: user chose nothing now.
    remembered: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    #: Sheets whose hidden rows and columns are read, too; never without being asked for.
    hidden_parts: tuple[str, ...] = ()

    def remembered_for(self, found: Headings) -> dict[int, str] | None:
        """The mapping that is remembered for headings like these, wherever the table begins; None for new ones."""
        mapping = self.remembered.get(found.layout) if found.layout else None
        before = found.first_column - 1
        return None if mapping is None else {column + before: name for column, name in mapping.items()}


def _headings(workbook: Workbook, number: int, choices: Choices) -> Headings:
    sheet = workbook.sheets[number]
    chosen = choices.mappings.get(sheet.name)
    row = choices.heading_rows.get(sheet.name)
    if sheet.shape == "unanswered" and chosen is None:
        # Its questions are no headings, and what stands below them is nobody.
        return Headings()
    found = read_headings(sheet, row, chosen)
    known = choices.remembered_for(found) if chosen is None else None
    return found if known is None else read_headings(sheet, row, known)


def lists_of(workbook: Workbook, choices: Choices | None = None) -> Workbook:
    """The workbook as lists: forms turned, tables beside one another as sheets of their own (``sheet_shapes``)."""
    choices = choices or Choices()
    return shaped(workbook, choices.heading_rows, choices.mappings)


def plan_sheets(workbook: Workbook, choices: Choices | None = None, include_hidden: bool = False) -> list[SheetPlan]:
    """How each sheet of ``lists_of`` is understood and whether it is used (SP-13); hidden ones only when asked for.

    Refused with ``import_no_such_sheet`` when a chosen sheet does not exist.
    """
    choices = choices or Choices()
    workbook = lists_of(workbook, choices)
    choices = replace(choices, sheets=named(workbook, choices.sheets))
    names = [sheet.name for sheet in workbook.sheets]
    for name in choices.sheets:
        if name not in names:
            raise Refused("import_no_such_sheet", sheet=name, sheets=", ".join(names))
    plans = []
    for number, sheet in enumerate(workbook.sheets):
        if choices.sheets and sheet.name not in choices.sheets:
            plans.append(SheetPlan(sheet.name, Headings(), False, sheet.hidden))
            continue
        if sheet.hidden and not include_hidden and sheet.name not in choices.sheets:
            plans.append(SheetPlan(sheet.name, Headings(), False, True, "import_sheet_hidden"))
            continue
        headings = _headings(workbook, number, choices)
        reason = "" if headings.found else "import_sheet_without_people"
        rows = len(sheet.rows)
        plans.append(
            SheetPlan(
                sheet.name, headings, headings.found, sheet.hidden, reason, rows, sheet.of, sheet.shape, sheet.places
            )
        )
    return plans


def stage(
    workbook: Workbook,
    reading: Reading | None = None,
    choices: Choices | None = None,
    token: Token | None = None,
    beside: Faces | None = None,
) -> Staged:
    """Everything a workbook says about people, nobody twice.

    Rows keep the order of the file. A repeated row has outcome ``duplicate`` and names the first one; a row that may be
    somebody above is ``doubtful`` and waits for the user (MA-7). Refused with ``import_no_headings`` when no sheet
    holds people. ``token`` is stepped by rows and may cancel. ``beside``: those known, where they were read
    before the file.
    """
    reading, choices, token = reading or Reading(), choices or Choices(), token or silent()
    workbook = lists_of(workbook, choices)
    plans = plan_sheets(workbook, choices, reading.include_hidden)
    if not any(plan.used for plan in plans):
        raise Refused("import_no_headings")
    rows = StagedRows()
    skipped: list[Skipped] = []
    total = sum(plan.rows for plan in plans if plan.used)
    before = 0
    for sheet, plan in zip(workbook.sheets, plans, strict=True):
        if not plan.used:
            continue

        def step(number: int, before: int = before) -> None:
            token.step(min(before + number, total), total)

        whole = replace(reading, include_hidden=True) if sheet.name in choices.hidden_parts else reading
        for part, headings in tables_of(sheet, plan.headings):
            skipped.extend(read_rows(part, headings, whole, rows, step))
        before += len(sheet.rows)
    mark_duplicates(rows, token, beside)
    token.step(total, total)
    return Staged(
        workbook.path,
        workbook.sha256,
        tuple(plans),
        rows,
        tuple(skipped),
        workbook.encoding,
        workbook.delimiter,
        workbook.kind,
    )
