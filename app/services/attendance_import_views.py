"""What the assistant shows of attendance: sheets as understood, sessions and days to choose from, names to link."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.errors import Refused
from app.importers.attendance_columns import Calendar
from app.importers.attendance_marks import Slot
from app.importers.attendance_resolving import labels_of
from app.importers.headings import Headings, read_headings
from app.importers.meeting_log import find_log
from app.importers.sheet_kinds import kind_of
from app.importers.staging import Choices
from app.importers.workbook import Workbook
from app.models.activities import Activity
from app.services import attendance_import_reading, records
from app.services.attendance_import_plans import AttendancePlan, AttendanceTarget
from app.services.attendance_import_slots import slots_of
from app.services.import_rows import SheetRow, Wanted
from app.services.sheet_import_views import sheet_row
from app.storage.work import View

BOOK = "attendance"
#: What a column may be taken as, of lists and logs.
FIELDS = frozenset((*kind_of(BOOK).fields, "family_name", "given_name", "patronymic", "join", "leave", "duration"))


@dataclass(frozen=True, slots=True)
class SlotChoice:
    """What can be marked: key, day, ``HH:MM`` (empty: a day without sessions), title, label in differences and rows."""

    key: str
    day: date
    start: str
    title: str
    label: str


def slot_choices(view: View, activity_id: str) -> tuple[SlotChoice, ...]:
    """Everything of an activity that attendance can be marked for, in the order of time; NotFound."""
    return _choices(slots_of(view, records.fetch(view, Activity, activity_id)))


def sessions(given: AttendancePlan) -> tuple[SlotChoice, ...]:
    """What a file is about, in the order of time."""
    return _choices(given.slots)


def _choices(slots: Sequence[Slot]) -> tuple[SlotChoice, ...]:
    labels = labels_of(slots)
    return tuple(
        SlotChoice(
            slot.key,
            slot.day,
            f"{slot.start:%H:%M}" if slot.start else "",
            next(iter(slot.titles), ""),
            labels[slot.key],
        )
        for slot in slots
    )


def sheets(
    view: View, workbook: Workbook, target: AttendanceTarget, wanted: Wanted | None = None
) -> tuple[SheetRow, ...]:
    """Every sheet as understood for an activity (none chosen yet: by its headings alone).

    Why a file cannot be marked from is not told here but by ``attendance_import.plan``, which says what to choose.
    """
    wanted = wanted or Wanted()
    choices = Choices(wanted.sheets, wanted.heading_rows, wanted.mappings)
    try:
        plans = {plan.name: plan for plan in _read(view, workbook, target, choices).staged.sheets}
    except Refused:
        plans = {}
    found = []
    for sheet in workbook.sheets:
        chosen = sheet.name in wanted.sheets
        plan = plans.get(sheet.name)
        if plan is not None and plan.used:
            found.append(_with_passed(sheet_row(sheet, plan.headings, used=True)))
            continue
        headings = _by_headings(workbook, sheet.name, choices)
        usable = bool(headings.rows) and not plans and (chosen or not (wanted.sheets or sheet.hidden))
        reason = (
            "" if usable else "import_sheet_hidden" if sheet.hidden and not chosen else "import_sheet_without_records"
        )
        found.append(replace(sheet_row(sheet, headings, used=usable), reason=reason))
    return tuple(found)


def _with_passed(shown: SheetRow) -> SheetRow:
    """Columns of a log that tell nothing of anybody's attendance are recognised and passed over."""
    columns = tuple(
        replace(one, how="passed") if one.field and one.field not in FIELDS else one for one in shown.columns
    )
    return replace(shown, columns=columns)


def _read(
    view: View, workbook: Workbook, target: AttendanceTarget, choices: Choices
) -> attendance_import_reading.ReadFile:
    if not target.activity_id:
        raise Refused("import_kind_needs_activity")
    activity = records.fetch(view, Activity, target.activity_id)
    slots = slots_of(view, activity)
    return attendance_import_reading.read(workbook, target, activity, Calendar(slots, slots), target.day, choices)


def _by_headings(workbook: Workbook, name: str, choices: Choices) -> Headings:
    sheet = next(one for one in workbook.sheets if one.name == name)
    log = find_log(sheet)
    if log is not None:
        return Headings((log.heading_row,), dict(log.columns), book=BOOK)
    found = read_headings(sheet, choices.heading_rows.get(name), choices.mappings.get(name), book=BOOK)
    return found if found.rows and len(found.columns) >= 1 else Headings(book=BOOK)
