"""Verbs that take attendance in from files, called on the full data file."""

from sqlalchemy import select

from app.core.vocabulary import Presence
from app.importers.attendance_marks import Mark
from app.importers.workbook import Sheet, Workbook
from app.models.activities import Activity
from app.models.people import Person
from app.services import attendance_import, attendance_import_slots, attendance_import_writing, records
from app.services.attendance_import import AttendancePlan
from app.services.import_plans import Decision
from app.storage.work import Work
from tests.services.verbs_ground import guest, visit
from tests.services.verbs_registry import does


def _plan(work: Work) -> AttendancePlan:
    """A list of the visit's first day: a guest, somebody unknown, somebody known who does not take part."""
    activity = records.fetch(work, Activity, visit(work))
    day = attendance_import_slots.slots_of(work, activity)[0].day
    known = records.fetch(work, Person, guest(work))
    rows = (
        ("Name", day.isoformat()),
        (f"{known.given_name} {known.family_name}", "excused"),
        ("Зореслава Небувальська", "+"),
        ("Quentin Unheardof", "-"),
    )
    target = attendance_import.target_of(work, activity.code, day=day)
    return attendance_import.plan(work, Workbook("list.xlsx", "0" * 64, "xlsx", (Sheet("", rows),)), target)


def _stranger(work: Work) -> str:
    seated = set(_plan(work).known.kept | _plan(work).known.others)
    return next(one for one in work.session.scalars(select(Person.id).order_by(Person.id)) if one not in seated)


@does("attendance_import.take_in")
def _(work: Work) -> object:
    return attendance_import.take_in(work, _plan(work))


@does("attendance_import.take_in")
def _(work: Work) -> object:
    """With everything that can be decided: linked, made new, a mark typed, whoever is left absent."""
    decisions = {
        ("", 2): Decision(fields={"presence": "present", "minutes": "20"}),
        ("", 3): Decision(as_new=True),
        ("", 4): Decision(person_id=_stranger(work)),
    }
    return attendance_import.take_in(work, _plan(work), decisions)


@does("attendance_import_writing.seat")
def _(work: Work) -> object:
    given = attendance_import.decide(work, _plan(work), {("", 3): Decision(as_new=True)})
    return attendance_import_writing.seat(work, records.fetch(work, Activity, visit(work)), given)


@does("attendance_import_writing.write_marks")
def _(work: Work) -> object:
    slots = attendance_import_slots.slots_of(work, records.fetch(work, Activity, visit(work)))
    marks = {guest(work): {slots[0].key: Mark(Presence.PRESENT, 7), slots[1].key: Mark(Presence.EXCUSED)}}
    return attendance_import_writing.write_marks(work, visit(work), slots, marks, "list.csv")
