"""Taking in who was there: sign-in lists and logs of online meetings (PL-4, PL-5, CE-3, 3.2 "Online attendance").

``plan`` says what a file would mark, row by row; ``decide`` works the user's decisions in; ``take_in`` writes all in
one unit, which ``imports.take_back`` takes back whole. Hours and shares are computed from the marks as ever (CE-3).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import available_timezones

from sqlalchemy import select

from app.core.collector import collector_at_rest
from app.core.errors import NotFound, Refused
from app.core.progress import Token, silent
from app.core.text import fold
from app.core.vocabulary import Presence
from app.importers.attendance_columns import Calendar, day_in
from app.importers.attendance_marks import Mark, Slot
from app.importers.attendance_resolving import Choice, Resolver
from app.importers.matching import Match
from app.importers.meeting_log import day_in_file_name
from app.importers.staged import Outcome, StagedRow
from app.importers.staging import Choices
from app.importers.workbook import Workbook
from app.models.activities import Activity
from app.models.documents import ImportBatch
from app.models.people import Person
from app.services import (
    attendance,
    attendance_import_reading,
    attendance_import_writing,
    import_by_code,
    import_reports,
    records,
)
from app.services.attendance_import_people import People
from app.services.attendance_import_plans import AttendancePlan, AttendanceTarget
from app.services.attendance_import_slots import slots_of
from app.services.import_plans import Decision, ImportResult, RowKey
from app.services.person_names import people_by_id, shown
from app.storage.work import View, Work

__all__ = [
    "AttendancePlan",
    "AttendanceTarget",
    "decide",
    "decide_by_code",
    "plan",
    "rows_to_take",
    "take_in",
    "target_of",
]

#: ``ImportBatch.what`` of these imports.
WHAT = "attendance"


def target_of(
    view: View,
    activity: str,
    session: str = "",
    day: date | None = None,
    log_zone: str = "",
    sheet: str = "",
    rest_absent: bool = False,
) -> AttendanceTarget:
    """The target by the activity's code; ``session`` is a number (of the day, where one is told), an id or a title.

    NotFound; Refused(``attendance_session_unknown``, ``attendance_day_unknown``, ``attendance_zone_unknown``,
    ``attendance_nothing_to_mark``).
    """
    row = records.by_code(view, Activity, activity)
    if log_zone and log_zone not in available_timezones():
        raise Refused("attendance_zone_unknown", zone=log_zone)
    slots = slots_of(view, row)
    if not slots:
        raise Refused("attendance_nothing_to_mark", activity=row.code)
    if day is not None and day not in {slot.day for slot in slots}:
        raise Refused("attendance_day_unknown", day=day, days=_days(slots))
    session_id = _session(session, [slot for slot in slots if day in (None, slot.day)]) if session else ""
    return AttendanceTarget(row.programme_id, row.id, "", sheet, session_id, day, log_zone, rest_absent)


def _session(text: str, slots: Sequence[Slot]) -> str:
    if text.isdigit() and 1 <= int(text) <= len(slots):
        return slots[int(text) - 1].key
    found = [slot.key for slot in slots if text == slot.key or fold(text) in map(fold, slot.titles)]
    if len(found) != 1:
        raise Refused("attendance_session_unknown", session=text, count=len(slots))
    return found[0]


def _days(slots: Sequence[Slot]) -> str:
    days = sorted({slot.day for slot in slots})
    shown = [day.isoformat() for day in days]
    return ", ".join(shown if len(shown) <= 5 else [*shown[:4], "…", shown[-1]])


@collector_at_rest()
def plan(
    view: View,
    workbook: Workbook,
    target: AttendanceTarget,
    choices: Choices | None = None,
    token: Token | None = None,
) -> AttendancePlan:
    """What taking in a file would mark, row by row; nothing is written.

    ``choices``: sheets, rows of headings and meanings of columns of lists that the user chose; the log of a meeting is
    understood by itself, unless columns of its sheet are chosen. ``token`` may cancel.

    Refused with a code of ``core.sentences_attendance`` where the file tells no attendance, or of another day, or where
    only the user can say of which session.
    """
    activity = records.fetch(view, Activity, target.activity_id)
    all_slots = slots_of(view, activity)
    if not all_slots:
        raise Refused("attendance_nothing_to_mark", activity=activity.code)
    slots = tuple(slot for slot in all_slots if _wanted(slot, target))
    file_day = _file_day(workbook, target, all_slots)
    chosen = choices or Choices(sheets=(target.sheet,) if target.sheet else ())
    token = token or silent()
    calendar = Calendar(slots, all_slots)
    read = attendance_import_reading.read(workbook, target, activity, calendar, file_day, chosen)
    token.step(len(read.rows) // 2, len(read.rows))
    people = People(view, activity, [(claim.name, claim.email) for claim in read.claims])
    found = tuple(people.find(claim.name, claim.email) for claim in read.claims)
    token.step(len(read.rows), len(read.rows))
    fresh = AttendancePlan(
        staged=replace(read.staged, rows=read.rows),
        matches=(),
        target=target,
        base=read.rows,
        claims=read.claims,
        found=found,
        slots=read.slots,
        known=people.known,
        log=read.log,
        marks={},
        joining={},
        owners={},
        names=people.names,
        notes=read.notes,
        title=read.title,
        threshold=attendance.threshold_of(view, activity),
        taken_before=_taken_before(view, workbook.sha256),
    )
    return _resolved(fresh, {})


def _wanted(slot: Slot, target: AttendanceTarget) -> bool:
    if target.session_id:
        return slot.key == target.session_id
    return target.day is None or slot.day == target.day


def _file_day(workbook: Workbook, target: AttendanceTarget, slots: Sequence[Slot]) -> date | None:
    """The day that the user or the name of the file tells; a session's own day where one was chosen."""
    chosen = next((slot.day for slot in slots if slot.key == target.session_id), None)
    days = {slot.day for slot in slots}
    name = Path(workbook.path).stem
    return target.day or chosen or day_in_file_name(name) or (day if (day := day_in(name, days)) in days else None)


def _taken_before(view: View, sha256: str) -> str:
    return view.session.scalar(select(ImportBatch.code).where(ImportBatch.sha256 == sha256).limit(1)) or ""


def decide(view: View, given: AttendancePlan, decisions: Mapping[RowKey, Decision]) -> AttendancePlan:
    """The plan with the decisions worked in, all of them anew, so that each can be changed any number of times.

    ``person_id`` says whose row it is (who is no participant becomes one), ``as_new`` makes somebody of it, ``same_as``
    puts it together with another row, ``leave_out`` leaves it; ``fields`` holds marks: ``presence`` and ``minutes`` of
    the row, or a mark under a session's label; ``keep``: labels of sessions whose marks stay. ``view``: for
    the names of people whom only the user named; NotFound.
    """
    done = _resolved(given, decisions)
    strangers = {owner for owner in done.joining if not owner.startswith("new:")} - given.names.keys()
    if not strangers:
        return done
    found = people_by_id(view, strangers)
    if missing := strangers - found.keys():
        raise NotFound("not_found", code=min(missing))
    return replace(done, names={**done.names, **{ident: shown(row, view.language) for ident, row in found.items()}})


def decide_by_code(
    view: View, given: AttendancePlan, links: Iterable[tuple[str, str]], fresh: Iterable[str]
) -> AttendancePlan:
    """The plan with rows (``5`` or ``Sheet!5``) linked to people by code, and rows whose people are made new.

    Refused as by ``import_by_code.find_row``; ``import_row_told_twice``; NotFound.
    """
    decisions: dict[RowKey, Decision] = {}
    said = [(told, Decision(person_id=records.by_code(view, Person, code).id)) for told, code in links]
    for told, decision in [*said, *((told, Decision(as_new=True)) for told in fresh)]:
        key = import_by_code.find_row(given, told)
        if key in decisions:
            raise Refused("import_row_told_twice", value=told)
        decisions[key] = decision
    return decide(view, given, decisions) if decisions else given


def _choice(decision: Decision) -> Choice:
    return Choice(
        decision.leave_out,
        decision.as_new,
        decision.person_id,
        decision.fields,
        decision.keep,
        decision.declined,
        decision.same_as,
    )


def _resolved(given: AttendancePlan, decisions: Mapping[RowKey, Decision]) -> AttendancePlan:
    resolver = Resolver(given.base, given.claims, given.found, given.slots, given.log)
    done = resolver.resolve(given.known, lambda key: _choice(decisions.get(key, Decision())))
    marks = {owner: dict(found) for owner, found in done.marks.items()}
    seen = set(done.owners.values())
    absent = tuple(ident for ident in given.known.kept if ident not in seen)
    if given.aim.rest_absent:
        _fill_absent(given, marks)
    rows = tuple(_with_share(row, given.threshold) for row in done.rows)
    return replace(
        given,
        staged=replace(given.staged, rows=rows),
        matches=done.matches,
        marks=marks,
        joining=done.joining,
        owners={(rows[at].sheet, rows[at].row): owner for at, owner in done.owners.items()},
        absent=tuple(sorted(absent, key=lambda ident: given.names.get(ident, ""))),
        decisions=dict(decisions),
    )


def _fill_absent(given: AttendancePlan, marks: dict[str, dict[str, Mark]]) -> None:
    """Everybody without a mark, in the file or kept, was absent: only when the user says so."""
    for ident in given.known.kept:
        former = given.known.former.get(ident, {})
        for slot in given.slots:
            if slot.key not in former:
                marks.setdefault(ident, {}).setdefault(slot.key, Mark(Presence.ABSENT))


def _with_share(row: StagedRow, threshold: int) -> StagedRow:
    """The row with the share of the time that it was there in this file, held against the threshold (CE-3)."""
    whole = int(row.extra.get("of_minutes", "0") or 0)
    if not whole:
        return row
    done = int(row.extra["attended_minutes"])
    share = min(100 * done // whole, 100)
    reached = "yes" if done and done * 100 >= threshold * whole else "no"
    return replace(row, extra={**row.extra, "share": str(share), "reached": reached})


def rows_to_take(given: AttendancePlan) -> list[tuple[StagedRow, Match]]:
    """The rows that will be written: new, update and same ones of somebody known; doubtful ones only when decided."""
    return [pair for pair in given.pairs() if pair[0].outcome in {Outcome.NEW, Outcome.UPDATE}]


@collector_at_rest()
def take_in(
    work: Work,
    given: AttendancePlan,
    decisions: Mapping[RowKey, Decision] | None = None,
    token: Token | None = None,
) -> ImportResult:
    """Write what the plan says in this unit; the marks are compared anew with those that are kept now.

    Refused(``import_nothing``) when there is no mark to write. Marks name the file as their source; the batch keeps
    name and hash. Whoever joins becomes a participant (a guest of a visit, an official elsewhere).
    """
    given = decide(work, given, {**given.decisions, **(decisions or {})})
    token = token or silent()
    token.step(0, len(given.marks))
    if not any(given.marks.values()):
        raise Refused("import_nothing")
    activity = records.fetch(work, Activity, given.target.activity_id)
    people = attendance_import_writing.seat(work, activity, given)
    name = Path(given.staged.file).name
    marks = {people.get(owner, owner): found for owner, found in given.marks.items()}
    counts = attendance_import_writing.write_marks(work, activity.id, given.slots, marks, name)
    ids = {key: people.get(owner, owner) for key, owner in given.owners.items()}
    summary = {**given.staged.summary(), **counts}
    batch = ImportBatch(
        programme_id=activity.programme_id,
        activity_id=activity.id,
        code=records.next_code(work, ImportBatch, "IMP-", 4),
        what=WHAT,
        file_name=name,
        sha256=given.staged.sha256,
        made_at=datetime.now(UTC),
        unit_id=work.unit_id,
        summary={**summary, "threshold": given.threshold, **import_reports.kept(given)},
    )
    work.add(batch)
    token.step(len(given.marks), len(given.marks))
    codes = attendance_import_writing.codes_of(work, set(ids.values()))
    return ImportResult(batch.code, work.unit_id, ids, {key: codes[one] for key, one in ids.items()}, summary)
