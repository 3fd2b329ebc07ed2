"""From a workbook to staged rows: which sheets hold people, who they are, nobody twice (SP-12, SP-13, MA-6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.core.errors import Refused
from app.core.progress import Token, silent
from app.importers.duplicates import mark_duplicates
from app.importers.headings import Headings, read_headings
from app.importers.people_sheet import Reading, read_rows
from app.importers.sheet_tables import beside, cut_off, table_beside, tables_of
from app.importers.staged import SheetPlan, Skipped, Staged
from app.importers.staged_rows import StagedRows
from app.importers.workbook import Workbook


@dataclass(frozen=True)
class Choices:
    """What the user chose against what was found. ``mappings``: sheet → column → field ('' leaves a column out)."""

    sheets: tuple[str, ...] = ()
    heading_rows: Mapping[str, int] = field(default_factory=dict)
    mappings: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    #: Mappings remembered for a layout (hash of the headings), used where the user chose nothing now.
    remembered: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    #: Sheets whose hidden rows and columns are read, too; never without being asked for.
    hidden_parts: tuple[str, ...] = ()


def _headings(workbook: Workbook, number: int, choices: Choices) -> Headings:
    sheet = workbook.sheets[number]
    chosen = choices.mappings.get(sheet.name)
    row = choices.heading_rows.get(sheet.name)
    found = read_headings(sheet, row, chosen)
    if chosen is None and (column := table_beside(sheet, found)):
        found = read_headings(cut_off(sheet, column), row, None)
    if chosen is None and found.layout in choices.remembered:
        return read_headings(sheet, row, choices.remembered[found.layout])
    return found


def plan_sheets(workbook: Workbook, choices: Choices | None = None, include_hidden: bool = False) -> list[SheetPlan]:
    """How each sheet is understood and whether it is used (SP-13); hidden sheets only when asked for.

    Refused with ``import_no_such_sheet`` when a chosen sheet does not exist.
    """
    choices = choices or Choices()
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
        plans.append(SheetPlan(sheet.name, headings, headings.found, sheet.hidden, reason, len(sheet.rows)))
    return plans


def stage(
    workbook: Workbook,
    reading: Reading | None = None,
    choices: Choices | None = None,
    token: Token | None = None,
) -> Staged:
    """Everything a workbook says about people, nobody twice.

    Rows keep the order of the file. A repeated row has outcome ``duplicate`` and names the first one; a row that may be
    somebody above is ``doubtful`` and waits for the user (MA-7). Refused with ``import_no_headings`` when no sheet
    holds people. ``token`` is stepped by rows and may cancel.
    """
    reading, choices, token = reading or Reading(), choices or Choices(), token or silent()
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
        column = 0 if choices.mappings.get(sheet.name) else table_beside(sheet, plan.headings)
        if column:
            skipped.extend(beside(sheet, plan.headings, column))
        for part, headings in tables_of(cut_off(sheet, column), plan.headings):
            skipped.extend(read_rows(part, headings, whole, rows, step))
        before += len(sheet.rows)
    mark_duplicates(rows, token)
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
