"""Taking in agendas, expenditures and deliverables: one way for all kinds (``docs/imports.md``).

``plan`` → ``decide`` (any number of times) → ``take_in`` in one unit of work; ``imports.take_back`` undoes it whole.
What a kind brings of its own stands in ``sheet_imports_<kind>``; a further kind is entered in ``_parts``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlalchemy import select

from app.core.collector import collector_at_rest
from app.core.errors import Refused
from app.core.progress import Token, silent
from app.importers.headings import Headings, read_headings
from app.importers.matching import Difference
from app.importers.record_sheet import RecordReading, Rows
from app.importers.staged import Outcome, SheetPlan, Skipped, Staged, StagedRow
from app.importers.staging import Choices
from app.importers.workbook import Sheet, Workbook
from app.models.activities import Activity
from app.models.budgets import BudgetLine
from app.models.documents import ImportBatch
from app.models.programmes import Programme
from app.services import (
    import_reports,
    imports,
    records,
    sheet_imports_agenda,
    sheet_imports_deliverables,
    sheet_imports_expenditures,
)
from app.services.import_plans import Decision, ImportResult, RowKey
from app.services.import_references import LineFinder
from app.services.sheet_import_parts import (
    Judged,
    KindParts,
    RecordPlan,
    RecordTarget,
    clean_typed,
    corrected,
    key_of,
)
from app.storage.work import View, Work

__all__ = [
    "KINDS",
    "Decision",
    "RecordPlan",
    "RecordPreview",
    "RecordTarget",
    "clean_field",
    "decide",
    "plan",
    "preview",
    "rows_to_take",
    "take_in",
    "target_of",
    "understood",
]

#: The kinds that go this way.
KINDS = ("agenda", "expenditures", "deliverables")


@cache
def _parts(kind: str) -> KindParts:
    """What a kind brings; KeyError for a kind that does not go this way."""
    return {
        "agenda": sheet_imports_agenda.PARTS,
        "expenditures": sheet_imports_expenditures.PARTS,
        "deliverables": sheet_imports_deliverables.PARTS,
    }[kind]


def target_of(
    view: View, kind: str, programme: str = "", activity: str = "", line: str = "", sheet: str = ""
) -> RecordTarget:
    """The target by codes; an activity tells its programme.

    Raises NotFound, Refused(``activity_of_other_programme``, ``import_kind_needs_activity``,
    ``import_kind_needs_programme``, ``import_line_unknown``, ``import_line_is_heading``).
    """
    activity_row = records.by_code(view, Activity, activity) if activity else None
    if activity_row is None and _parts(kind).needs_activity:
        raise Refused("import_kind_needs_activity")
    if programme:
        programme_id = records.by_code(view, Programme, programme).id
    elif activity_row is not None:
        programme_id = activity_row.programme_id
    else:
        raise Refused("import_kind_needs_programme")
    if activity_row is not None and activity_row.programme_id != programme_id:
        raise Refused("activity_of_other_programme", activity=activity, programme=programme)
    line_id = _line_of(view, programme_id, line).id if line else ""
    return RecordTarget(programme_id, activity_row.id if activity_row else "", "", sheet, line_id)


def _line_of(view: View, programme_id: str, text: str) -> BudgetLine:
    found = LineFinder(view, programme_id).find(text)
    if found is None or found.heading:
        raise Refused("import_line_unknown" if found is None else "import_line_is_heading", value=text)
    return found


@collector_at_rest()
def plan(
    view: View,
    workbook: Workbook,
    kind: str,
    target: RecordTarget,
    choices: Choices | None = None,
    token: Token | None = None,
) -> RecordPlan:
    """What taking in a workbook of a kind would do, row by row; nothing is written.

    Raises Refused(``import_no_columns``, ``import_no_such_sheet``), NotFound, Cancelled.
    """
    token, parts = token or silent(), _parts(kind)
    chosen = choices or Choices(sheets=(target.sheet,) if target.sheet else ())
    reading = parts.reading(view, target)
    found = understood(view, workbook, kind, target, chosen)
    sheets = [one for _sheet, one in found]
    if not any(sheet.used for sheet in sheets):
        raise Refused("import_no_columns")
    read = [_read(parts, sheet, one, reading) for sheet, one in found if one.used]
    rows = tuple(row for one in read for row in one.rows)
    token.step(len(rows) // 2, len(rows))
    judged = parts.judge(view, target, rows, {})
    token.step(len(rows), len(rows))
    before = view.session.scalar(select(ImportBatch.code).where(ImportBatch.sha256 == workbook.sha256).limit(1)) or ""
    staged = Staged(
        workbook.path,
        workbook.sha256,
        tuple(sheets),
        tuple(one.row for one in judged),
        tuple(skipped for one in read for skipped in one.skipped),
        workbook.encoding,
        workbook.delimiter,
        workbook.kind,
    )
    return RecordPlan(
        staged,
        tuple(one.match for one in judged),
        target,
        before,
        kind=kind,
        read=rows,
        notes=tuple(note for one in read for note in one.notes),
        refs=tuple(one.refs for one in judged),
    )


def understood(
    view: View, workbook: Workbook, kind: str, target: RecordTarget, choices: Choices
) -> list[tuple[Sheet, SheetPlan]]:
    """Every sheet, taken apart where it holds several days, with how it is understood; Refused, NotFound."""
    parts = _parts(kind)
    reading = parts.reading(view, target)
    workbook, chosen = _apart(parts, workbook, imports.with_memory(view, choices), reading)
    return list(zip(workbook.sheets, _sheets(parts, workbook, chosen, reading), strict=True))


def _apart(parts: KindParts, workbook: Workbook, choices: Choices, reading: RecordReading) -> tuple[Workbook, Choices]:
    """Sheets that hold several (days as columns) taken apart; who chose such a sheet chose all of it."""
    if parts.apart is None:
        return workbook, choices
    found = [(sheet.name, parts.apart(sheet, reading)) for sheet in workbook.sheets]
    names = {name: tuple(one.name for one in sheets) for name, sheets in found}
    wanted = tuple(one for name in choices.sheets for one in names.get(name, (name,)))
    sheets = tuple(one for _name, several in found for one in several)
    return replace(workbook, sheets=sheets), replace(choices, sheets=wanted)


def _sheets(parts: KindParts, workbook: Workbook, choices: Choices, reading: RecordReading) -> list[SheetPlan]:
    """How each sheet is understood; hidden ones are used only when chosen by name (SP-13)."""
    names = [sheet.name for sheet in workbook.sheets]
    for name in choices.sheets:
        if name not in names:
            raise Refused("import_no_such_sheet", sheet=name, sheets=", ".join(names))
    found = []
    for sheet in workbook.sheets:
        asked = sheet.name in choices.sheets
        if (choices.sheets and not asked) or (sheet.hidden and not asked):
            reason = "import_sheet_hidden" if sheet.hidden and not choices.sheets else ""
            found.append(SheetPlan(sheet.name, Headings(book=parts.kind.name), False, sheet.hidden, reason))
            continue
        headings = _headings(parts, sheet, choices, reading)
        usable = _usable(parts, headings)
        reason = "" if usable else "import_sheet_without_records"
        found.append(SheetPlan(sheet.name, headings, usable, sheet.hidden, reason, len(sheet.rows), sheet.of))
    return found


def _usable(parts: KindParts, headings: Headings) -> bool:
    """Two known columns, one of them an anchor of the kind; one is enough where its values tell all (an agenda)."""
    fields = {column.field for column in headings.columns.values()}
    told = not headings.rows and any(column.how == "values" for column in headings.columns.values())
    return (len(fields) >= 2 or told) and bool(fields & {*parts.kind.anchors})


def _headings(parts: KindParts, sheet: Sheet, choices: Choices, reading: RecordReading) -> Headings:
    chosen, row = choices.mappings.get(sheet.name), choices.heading_rows.get(sheet.name)
    found = read_headings(sheet, row, chosen, book=parts.kind.name)
    known = choices.remembered_for(found) if chosen is None else None
    if known is not None:
        found = read_headings(sheet, row, known, book=parts.kind.name)
    elif chosen is None and parts.refine is not None:
        found = parts.refine(found, reading)
    if not _usable(parts, found) and chosen is None and parts.guess is not None:
        guessed = parts.guess(sheet, reading)
        return guessed if guessed.columns else found
    return found


def _read(parts: KindParts, sheet: Sheet, one: SheetPlan, reading: RecordReading) -> Rows:
    return parts.reader(parts.kind, sheet, one.headings, reading).read()


@collector_at_rest()
def decide(view: View, given: RecordPlan, decisions: Mapping[RowKey, Decision]) -> RecordPlan:
    """The plan with what the user said about rows: all decisions so far, each worked into the row as it was read.

    Typed fields are read as ``clean_field`` reads them; Refused(``import_value_unreadable``) when one cannot be.
    ``person_id`` is the key of the record that the row means.
    """
    parts = _parts(given.kind)
    decisions = {key: replace(one, fields=_typed(given.kind, one.fields)) for key, one in decisions.items()}
    target = given.target
    assert isinstance(target, RecordTarget)
    rows = [
        corrected(parts, row, decision.fields) if (decision := decisions.get(key_of(row))) else row
        for row in given.read
    ]
    judged = parts.judge(view, target, rows, decisions)
    return replace(
        given,
        staged=replace(given.staged, rows=tuple(one.row for one in judged)),
        matches=tuple(one.match for one in judged),
        refs=tuple(one.refs for one in judged),
        decisions=dict(decisions),
    )


def _typed(kind: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Typed fields as they are kept."""
    kept = {}
    for name, text in fields.items():
        value, code = clean_field(kind, name, text) if name in _parts(kind).kind.fields else ("", "unknown")
        if code:
            raise Refused("import_value_unreadable", value=text[:120])
        kept[name] = value
    return kept


def clean_field(kind: str, field: str, text: str, reading: RecordReading | None = None) -> tuple[str, str]:
    """What was typed into a cell as it is kept, and the code of what is wrong with it (empty when all is well)."""
    plain = text.strip()
    if not plain:
        return "", ""
    cleaned = clean_typed(_parts(kind), field, plain, reading or RecordReading())
    if cleaned.value:
        return cleaned.value, ""
    return "", next((told.code for told in cleaned.told), "import_value_unreadable")


def rows_to_take(given: RecordPlan, decisions: Mapping[RowKey, Decision] | None = None) -> list[Judged]:
    """The rows that will be written; doubtful and repeated ones only when the user said what they are."""
    decided = {**given.decisions, **(decisions or {})}
    taken = []
    for row, match, refs in zip(given.rows, given.matches, given.refs, strict=True):
        left_out = decided.get(key_of(row), Decision()).leave_out
        if not left_out and row.outcome in (Outcome.NEW, Outcome.UPDATE, Outcome.SAME):
            taken.append(Judged(row, match, refs))
    return taken


@dataclass(frozen=True, slots=True)
class RecordPreview:
    """What would be written: rows made new, rows that change something, the others and why."""

    new: tuple[StagedRow, ...] = ()
    changed: tuple[tuple[StagedRow, tuple[Difference, ...]], ...] = ()
    same: int = 0
    left_out: tuple[StagedRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def preview(given: RecordPlan) -> RecordPreview:
    """Exactly what ``take_in`` would write of a plan into which the decisions were worked."""
    taken = rows_to_take(given)
    keys = {key_of(one.row) for one in taken}
    return RecordPreview(
        tuple(one.row for one in taken if not one.match.people),
        tuple((one.row, one.match.differences) for one in taken if one.match.differences),
        sum(1 for one in taken if one.match.people and not one.match.differences),
        tuple(row for row in given.rows if key_of(row) not in keys),
        given.staged.skipped,
    )


@collector_at_rest()
def take_in(
    work: Work, given: RecordPlan, decisions: Mapping[RowKey, Decision] | None = None, token: Token | None = None
) -> ImportResult:
    """Write what the plan says in this unit; Refused(``import_nothing``) when no row is left to take in.

    The rows are held against the data file once more, so that nothing is made twice that came in since the plan.
    """
    token = token or silent()
    given = decide(work, given, {**given.decisions, **(decisions or {})})
    chosen = rows_to_take(given)
    if not chosen:
        raise Refused("import_nothing")
    parts, target = _parts(given.kind), given.target
    assert isinstance(target, RecordTarget)
    token.step(0, len(chosen))
    done = parts.write(work, target, chosen, token)
    token.step(len(chosen), len(chosen))
    summary = {
        **given.staged.summary(),
        "taken_new": sum(1 for one in chosen if not one.match.people),
        "taken_update": sum(1 for one in chosen if one.match.differences),
    }
    batch = ImportBatch(
        programme_id=target.programme_id,
        activity_id=target.activity_id or None,
        code=records.next_code(work, ImportBatch, "IMP-", 4),
        what=given.kind,
        file_name=Path(given.staged.file).name,
        sha256=given.staged.sha256,
        made_at=datetime.now(UTC),
        unit_id=work.unit_id,
        summary={
            **summary,
            **import_reports.kept(given),
            "layouts": sorted({one.headings.layout for one in given.staged.sheets if one.used and one.headings.layout}),
        },
    )
    work.add(batch)
    imports.remember_columns(work, given.staged.sheets)
    ids = {key: ident for key, (ident, _code) in done.items()}
    codes = {key: code for key, (_ident, code) in done.items() if code}
    return ImportResult(batch.code, work.unit_id, ids, codes, summary)
