"""One file of attendance read into claims: first as the log of a meeting, else as sign-in lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.errors import Refused
from app.importers.attendance_columns import Calendar
from app.importers.attendance_intervals import Window
from app.importers.attendance_marks import Slot
from app.importers.attendance_resolving import Claim, warnings_of
from app.importers.attendance_sheet import SignedRow, SignInLists, read_lists
from app.importers.headings import Headings, language_of_headings
from app.importers.meeting_log import LogLine, LogReading, MeetingLog, read_log
from app.importers.record_sheet import SheetNote
from app.importers.staged import SheetPlan, Staged, StagedRow
from app.importers.staging import Choices
from app.importers.workbook import Workbook
from app.models.activities import Activity
from app.services.attendance_import_plans import AttendanceTarget

#: A log belongs to the sessions of which it covers at least this part: lingering into the next one is no attendance.
_COVERED = 0.5


@dataclass(frozen=True)
class ReadFile:
    """A file as read: rows without outcomes yet, what each claims, and what the file is about."""

    staged: Staged
    rows: tuple[StagedRow, ...]
    claims: tuple[Claim, ...]
    slots: tuple[Slot, ...]
    log: bool
    notes: tuple[SheetNote, ...] = ()
    title: str = ""


def read(
    workbook: Workbook,
    target: AttendanceTarget,
    activity: Activity,
    calendar: Calendar,
    file_day: date | None,
    choices: Choices,
) -> ReadFile:
    """The file in terms of the activity; raises what ``attendance_import.plan`` raises."""
    days = calendar.days
    reading = LogReading(
        target.log_zone or activity.time_zone,
        activity.time_zone,
        frozenset(days),
        file_day,
        days[0] if len(days) == 1 else None,
    )
    names = [sheet.name for sheet in workbook.sheets]
    for name in choices.sheets:
        if name not in names:
            raise Refused("import_no_such_sheet", sheet=name, sheets=", ".join(names))
    log = read_log(_chosen(workbook, choices), reading)
    if log is not None and log.sheet not in choices.mappings:
        return _of_log(workbook, log, target, calendar)
    lists = read_lists(workbook, calendar, file_day, activity.hour_minutes, choices)
    if not any(plan.used for plan in lists.sheets):
        raise _refusal(lists, calendar)
    return _of_lists(workbook, lists, calendar)


def _chosen(workbook: Workbook, choices: Choices) -> Workbook:
    """Only the sheets that the user chose, where any were."""
    sheets = tuple(sheet for sheet in workbook.sheets if sheet.name in choices.sheets)
    return replace(workbook, sheets=sheets) if sheets else workbook


def _refusal(lists: SignInLists, calendar: Calendar) -> Refused:
    """Why no sheet tells attendance of this activity."""
    reasons = {plan.reason for plan in lists.sheets}
    days = ", ".join(day.isoformat() for day in calendar.days[:6])
    if "attendance_sheet_other_day" in reasons and lists.days_elsewhere:
        return Refused("attendance_other_day", day=lists.days_elsewhere[0], days=days)
    if "attendance_sheet_without_day" in reasons:
        return Refused("attendance_which_day", days=days)
    return Refused("attendance_no_list")


def _of_lists(workbook: Workbook, lists: SignInLists, calendar: Calendar) -> ReadFile:
    rows = tuple(_staged_row(row) for row in lists.rows)
    claims = tuple(_claim(row) for row in lists.rows)
    about = {key for claim in claims for key in claim.marks} | {s.key for claim in claims for s in claim.signed_for}
    slots = tuple(slot for slot in calendar.slots if slot.key in about)
    notes: list[SheetNote] = []
    first = next(plan.name for plan in lists.sheets if plan.used)
    if lists.days_elsewhere:
        days = ", ".join(day.isoformat() for day in lists.days_elsewhere[:6])
        notes.append(SheetNote(first, 0, "attendance_days_left_out", {"days": days}))
    if lists.of_answers:
        notes.append(SheetNote(first, 0, "attendance_of_answers"))
    unknown = [text for plan in lists.sheets if plan.used for text in plan.headings.unknown.values() if text]
    if unknown:
        columns = ", ".join(dict.fromkeys(unknown))[:300]
        notes.append(SheetNote(first, 0, "attendance_columns_left_out", {"columns": columns}))
    staged = Staged(
        workbook.path,
        workbook.sha256,
        lists.sheets,
        (),
        lists.skipped,
        workbook.encoding,
        workbook.delimiter,
        workbook.kind,
    )
    return ReadFile(staged, rows, claims, slots, False, tuple(notes))


def _staged_row(row: SignedRow) -> StagedRow:
    fields = {"full_name": row.name, "email": row.email, "organisation": row.organisation}
    extra = {} if row.signature is None else {"signature": "filled" if row.signature else "empty"}
    return StagedRow(
        row.sheet,
        row.row,
        {name: value for name, value in fields.items() if value},
        row.cells,
        row.columns,
        extra,
        warnings=row.warnings,
    )


def _claim(row: SignedRow) -> Claim:
    return Claim(
        row.name,
        row.email,
        row.organisation,
        row.marks,
        signature=row.signature,
        signed_for=row.signed_for,
        problem="" if row.name or row.email else "import_row_without_name",
    )


def _of_log(workbook: Workbook, log: MeetingLog, target: AttendanceTarget, calendar: Calendar) -> ReadFile:
    slots = _covered(log, target, calendar)
    lengths = any(line.seconds is not None for line in log.lines)
    if lengths and len(slots) > 1:
        raise Refused("attendance_which_session", count=len(slots))
    rows = tuple(_line_row(line) for line in log.lines)
    claims = tuple(
        Claim(
            line.name,
            line.email,
            stays=(line.stay,) if line.stay else (),
            seconds=line.seconds,
            problem=line.problem,
        )
        for line in log.lines
    )
    spoken = language_of_headings(column.heading for column in log.columns.values())
    headings = Headings((log.heading_row,), dict(log.columns), language=spoken, book="attendance")
    plans = tuple(
        SheetPlan(
            sheet.name, headings if sheet.name == log.sheet else Headings(), sheet.name == log.sheet, sheet.hidden
        )
        for sheet in workbook.sheets
    )
    notes = (SheetNote(log.sheet, 0, "attendance_order_unproved"),) if log.order_unproved else ()
    staged = Staged(
        workbook.path,
        workbook.sha256,
        plans,
        (),
        log.skipped,
        workbook.encoding,
        workbook.delimiter,
        workbook.kind,
    )
    return ReadFile(staged, rows, claims, slots, True, notes, log.title)


def _line_row(line: LogLine) -> StagedRow:
    fields = {"full_name": line.name, "email": line.email}
    if line.stay:
        fields |= {"join": line.stay.start.isoformat(" "), "leave": line.stay.end.isoformat(" ")}
    if line.seconds is not None:
        fields["duration"] = f"{line.seconds / 60:g}"
    row = StagedRow(
        line.sheet, line.row, {name: value for name, value in fields.items() if value}, line.cells, line.columns
    )
    return StagedRow(row.sheet, row.row, row.fields, row.cells, row.columns, warnings=warnings_of(line.told, row))


def _covered(log: MeetingLog, target: AttendanceTarget, calendar: Calendar) -> tuple[Slot, ...]:
    """The sessions that a log is about; refuses a log of another day or of another time of the day."""
    days = ", ".join(day.isoformat() for day in calendar.days[:6])
    if log.window is None:
        if log.day is None and len({slot.day for slot in calendar.slots}) > 1:
            raise Refused("attendance_which_day", days=days)
        slots = calendar.of_day(log.day) if log.day else calendar.slots
        if not slots:
            raise Refused("attendance_other_day", day=log.day, days=days)
        return slots
    pool = [slot for slot in calendar.slots if _touches(log.window, slot)]
    if target.session_id and pool:
        return tuple(pool)
    covered = tuple(slot for slot in pool if not slot.start or _part(log.window, slot) >= _COVERED)
    if covered or pool:
        return covered or (max(pool, key=lambda slot: _part(log.window, slot)),)
    same_day = calendar.of_day(log.window.start.date())
    if not same_day:
        raise Refused("attendance_other_day", day=log.window.start.date(), days=days)
    raise Refused("attendance_outside", log=_span([log.window]), sessions=_span([slot.window() for slot in same_day]))


def _touches(window: Window, slot: Slot) -> bool:
    own = slot.window()
    return window.start < own.end and own.start < window.end


def _part(window: Window | None, slot: Slot) -> float:
    own = slot.window()
    assert window is not None
    both = min(window.end, own.end) - max(window.start, own.start)
    return both / (own.end - own.start)


def _span(windows: Sequence[Window]) -> str:
    start, end = min(one.start for one in windows), max(one.end for one in windows)
    return f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}"
