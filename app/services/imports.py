"""Taking in a spreadsheet of people: what it would do (``plan``), doing it in one unit (``take_in``), undoing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from app.core.collector import collector_at_rest
from app.core.errors import NotFound, Refused
from app.core.i18n import pick
from app.core.progress import Token, silent
from app.importers.matching import Match, match_rows, with_matches
from app.importers.people_row import Reading
from app.importers.staged import SheetPlan, StagedRow
from app.importers.staging import Choices, stage
from app.importers.workbook import Workbook, open_workbook
from app.models.activities import Activity
from app.models.documents import ColumnMapping, ImportBatch
from app.models.people import Person
from app.models.programmes import Programme
from app.services import (
    import_lanes,
    import_memory,
    import_organisations,
    import_reports,
    import_shared_mail,
    import_writing,
    records,
)
from app.services.context import Context
from app.services.import_deciding import with_decisions
from app.services.import_organisations import OrganisationFinder
from app.services.import_plans import Decision, ImportPlan, ImportResult, OrganisationDecision, RowKey, Target
from app.services.import_resolving import goes_in, strangers
from app.services.known_ahead import KnownAhead
from app.services.known_people import everybody_may_be_meant, meant_by_rows
from app.services.organisations import learn_alias
from app.storage.work import View, Work

#: Bytes of a row in a packed spreadsheet, of which a list of people has more.
_BYTES_A_ROW = 60
#: The raw cells of a file, as they are handed from ``read_file`` to ``plan``.
RawWorkbook = Workbook

__all__ = [
    "BatchRow",
    "Decision",
    "ImportPlan",
    "ImportResult",
    "OrganisationDecision",
    "RawWorkbook",
    "RowKey",
    "Target",
    "back_up_before",
    "list_batches",
    "paste",
    "plan",
    "read_and_plan",
    "read_file",
    "remember_columns",
    "rows_to_take",
    "take_back",
    "take_in",
    "target_of",
    "with_memory",
]


def read_file(path: Path, token: Token | None = None, ahead: KnownAhead | None = None) -> Workbook:
    """The raw cells of a spreadsheet, read in a limited child process; raises Refused, Cancelled.

    ``ahead``: those known, who are read while the child is busy.
    """
    with collector_at_rest():
        return open_workbook(path, token, meanwhile=ahead.steps() if ahead is not None else None)


@collector_at_rest()
def read_and_plan(
    view: View, path: Path, target: Target, choices: Choices | None = None, token: Token | None = None
) -> tuple[Workbook, ImportPlan]:
    """``read_file`` and ``plan`` in one go, sooner: those known are read while the child reads the file."""
    ahead = KnownAhead(view) if everybody_may_be_meant(view, _rows_likely(path)) else None
    workbook = read_file(path, token, ahead)
    return workbook, plan(view, workbook, target, choices, token, ahead)


def _rows_likely(path: Path) -> int:
    """How many rows a file may hold, by its size; nothing depends on it but what is done first."""
    try:
        return path.stat().st_size // _BYTES_A_ROW
    except OSError:
        return 0  # the gate tells what is wrong with it


def paste(text: str, html: str = "", name: str = "") -> Workbook:
    """The raw cells of what was copied in another program; ``name`` stands in place of a file's. Raises Refused."""
    from app.importers.pasted_table import paste_workbook

    return replace(paste_workbook(text, html), path=name)


def target_of(view: View, programme: str, activity: str = "", country: str = "", sheet: str = "") -> Target:
    """The target by codes; NotFound, Refused(``activity_of_other_programme``)."""
    programme_row = records.by_code(view, Programme, programme)
    activity_id = ""
    if activity:
        row = records.by_code(view, Activity, activity)
        if row.programme_id != programme_row.id:
            raise Refused("activity_of_other_programme", activity=activity, programme=programme)
        activity_id = row.id
    return Target(programme_row.id, activity_id, country, sheet)


@collector_at_rest()
def plan(
    view: View,
    workbook: Workbook,
    target: Target,
    choices: Choices | None = None,
    token: Token | None = None,
    ahead: KnownAhead | None = None,
) -> ImportPlan:
    """What taking in a workbook would do, row by row; raises Refused, Cancelled.

    ``ahead``: those known, of whom a part may have been read through ``view`` already.
    """
    token = token or silent()
    chosen = with_memory(view, choices or Choices(sheets=(target.sheet,) if target.sheet else ()))
    known = ahead.begun if ahead is not None else None
    staged = stage(workbook, _reading(view, target), chosen, token, known.faces() if known is not None else None)
    finder = OrganisationFinder(view)
    meant: dict[str, str | None] = {}

    def same_organisation(new: str, old: str) -> bool:
        for text in (new, old):
            if text not in meant:
                meant[text] = finder.find(text)
        return meant[new] is not None and meant[new] == meant[old]

    people = meant_by_rows(view, staged.rows, token, ahead)
    matches = match_rows(staged.rows, people, import_memory.declined(view), same_organisation, token)
    staged = replace(staged, rows=with_matches(staged.rows, matches))
    made = ImportPlan(staged, matches, target, _taken_before(view, staged.sha256))
    return import_shared_mail.told(view, import_memory.told_apart(view, made), people)


def _reading(view: View, target: Target) -> Reading:
    end: date | None = None
    if target.activity_id:
        activity = records.fetch(view, Activity, target.activity_id)
        end = activity.end.last or activity.start.last
    return Reading(country=target.country, activity_end=end)


def with_memory(view: View, choices: Choices) -> Choices:
    """The choices with the meanings of columns that were corrected in earlier files (7.2)."""
    remembered = {
        row.layout: {int(column): str(name) for column, name in row.mapping.items()}
        for row in view.session.scalars(select(ColumnMapping))
    }
    return replace(choices, remembered={**remembered, **choices.remembered})


def _taken_before(view: View, sha256: str) -> str:
    return view.session.scalar(select(ImportBatch.code).where(ImportBatch.sha256 == sha256).limit(1)) or ""


def rows_to_take(given: ImportPlan, decisions: Mapping[RowKey, Decision]) -> list[tuple[StagedRow, Match]]:
    """The rows that will be written: new, update and same; doubtful ones only when decided (MA-7)."""
    decided = {**given.decisions, **decisions}
    return [pair for pair in given.pairs() if _is_taken(pair[0], decided.get((pair[0].sheet, pair[0].row), Decision()))]


def _is_taken(row: StagedRow, decision: Decision) -> bool:
    return goes_in(row, decision) or (bool(decision.as_new or decision.person_id) and not decision.leave_out)


@collector_at_rest()
def take_in(
    work: Work,
    given: ImportPlan,
    decisions: Mapping[RowKey, Decision] | None = None,
    token: Token | None = None,
    organisations: Mapping[str, OrganisationDecision] | None = None,
) -> ImportResult:
    """Write what the plan says in this unit; Refused(``import_nothing``) when no row is left to take in.

    ``decisions`` come over those that were worked in already. ``organisations``: what the user said about names of
    organisations, by the text in the file; of the others the proposals hold (``import_organisations.questions``).
    Spellings that were linked are learnt, pairs that were declined are remembered (MA-7). Raises Refused also for what
    ``import_deciding.apply`` and ``import_organisations.check`` refuse.
    """
    token = token or silent()
    given = with_decisions(work, given, decisions or {})
    said = organisations or {}
    import_organisations.check(work, said)
    finder = OrganisationFinder(work, said, propose=True)
    target = given.target
    writer = import_writing.Writer(work, target.programme_id, target.activity_id, token, len(given.rows), finder)
    import_lanes.take_rows(work, writer, given, finder)
    people, codes = writer.finish(token)
    if not people:
        raise Refused("import_nothing")
    for organisation_id, text in import_organisations.learnt(finder, said).values():
        learn_alias(work, organisation_id, text)
    import_memory.remember(work, strangers(given, people))
    summary = {**given.staged.summary(), **writer.counts}
    batch = ImportBatch(
        programme_id=target.programme_id,
        activity_id=target.activity_id or None,
        code=records.next_code(work, ImportBatch, "IMP-", 4),
        file_name=Path(given.staged.file).name,
        sha256=given.staged.sha256,
        made_at=datetime.now(UTC),
        unit_id=work.unit_id,
        summary={**summary, **import_reports.kept(given), "layouts": _layouts(given)},
    )
    work.add(batch)
    remember_columns(work, given.staged.sheets)
    return ImportResult(batch.code, work.unit_id, people, codes, summary)


def _layouts(given: ImportPlan) -> list[str]:
    """The layouts of the sheets taken in: the next file of one of them probably goes to the same place."""
    used = (one.headings for one in given.staged.sheets if one.used and one.headings.rows)
    return sorted({one.layout for one in used if one.layout})


def remember_columns(work: Work, sheets: Sequence[SheetPlan]) -> None:
    """Keep the meaning of the columns for the next file of this layout (7.2); not where only values told it."""
    for sheet in sheets:
        if not sheet.used or not sheet.headings.rows:
            # Without headings there is nothing by which the layout would be known again.
            continue
        before = sheet.headings.first_column - 1
        mapping = {str(number - before): column.field for number, column in sheet.headings.columns.items()}
        row = work.session.scalars(select(ColumnMapping).where(ColumnMapping.layout == sheet.headings.layout)).first()
        if row is None:
            work.add(ColumnMapping(layout=sheet.headings.layout, mapping=mapping))
        elif row.mapping != mapping:
            row.mapping = mapping
    work.flush()


def take_back(context: Context, code: str) -> None:
    """Take a whole import back; NotFound for an unknown batch, Refused(``changed_since``) when it was used since."""
    with context.read() as view:
        batch = view.session.scalars(select(ImportBatch).where(func.lower(ImportBatch.code) == code.lower())).first()
    if batch is None:
        raise NotFound("import_no_batch", code=code)
    context.take_back(batch.unit_id)


def back_up_before(context: Context) -> bool:
    """A verified backup before a file is taken in, unless there is nobody yet who could be lost; True if made."""
    with context.read() as view:
        known = view.session.scalar(select(func.count()).select_from(Person)) or 0
    if known:
        context.backup("import")
    return bool(known)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A line of the list of imports."""

    id: str
    code: str
    file_name: str
    made_at: datetime
    summary: Mapping[str, Any]
    unit_id: str
    what: str = "people"
    #: Code of the programme, title of the activity (empty where it went into none).
    programme: str = ""
    activity: str = ""


def list_batches(view: View) -> Sequence[BatchRow]:
    """The imports that stand, newest first; ``what`` is the kind of sheet."""
    rows = view.session.scalars(select(ImportBatch).order_by(ImportBatch.made_at.desc())).all()
    codes = {one.id: one.code for one in view.session.execute(select(Programme.id, Programme.code))}
    wanted = {row.activity_id for row in rows if row.activity_id}
    named = select(Activity.id, Activity.title, Activity.code).where(Activity.id.in_(wanted))
    titles = {ident: pick(title, view.language) or code for ident, title, code in view.session.execute(named)}
    return [
        BatchRow(
            row.id,
            row.code,
            row.file_name,
            row.made_at,
            row.summary or {},
            row.unit_id,
            "people" if row.what == "participants" else row.what,
            codes.get(row.programme_id or "", ""),
            titles.get(row.activity_id or "", ""),
        )
        for row in rows
    ]
