"""A visit of three sessions and seven people, whose attendance strangers write down."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from app.models.attendance import Attendance
from app.models.people import Person
from app.services import attendance, attendance_import, imports, participations
from app.services.attendance import Grain
from app.services.attendance_import_plans import AttendancePlan
from app.services.context import Context
from app.services.import_plans import ImportResult
from tests.messy.record_files import RecordFile
from tests.services.programme_of_visits import Town, build, item

FURTHER = (
    ("Дмитро", "Цвіркун", "UA"),
    ("Špela", "Žnidaršič", "SI"),
    ("Bengt", "Åkerström", "SE"),
    ("Līga", "Bērziņa", "LV"),
)


@dataclass
class Register:
    """One data file and a folder for lists."""

    context: Context
    folder: Path
    town: Town

    def plan(self, file: RecordFile) -> AttendancePlan:
        """What taking the list in would do."""
        workbook = imports.read_file(file.save(self.folder))
        where = dict(file.where)
        day = date.fromisoformat(where.pop("day")) if "day" in where else None
        with self.context.read() as view:
            target = attendance_import.target_of(view, "CEP-UA-V01", day=day, **where)
            return attendance_import.plan(view, workbook, target)

    def take(self, plan: AttendancePlan) -> ImportResult:
        """Take it in, in a unit of its own."""
        with self.context.write("Take in") as work:
            return attendance_import.take_in(work, plan)

    def marks(self) -> dict[str, tuple[str, ...]]:
        """Surname → marks at the three sessions, of everybody with a mark; ``present:45`` are minutes."""
        with self.context.read() as view:
            columns = attendance.grid(view, self.town.visit, Grain.SESSION).columns
            order = [column.session_ids[0] for column in columns]
            names = {one.id: one.family_name for one in view.session.scalars(select(Person))}
            found: dict[str, dict[str, str]] = {}
            for row in view.session.scalars(select(Attendance)):
                minutes = f":{row.minutes}" if row.minutes is not None else ""
                found.setdefault(names[row.person_id], {})[row.session_id] = f"{row.presence.value}{minutes}"
        return {name: tuple(marks.get(key, "") for key in order) for name, marks in found.items()}


def register(context: Context, folder: Path) -> Register:
    """The visit built in a fresh data file."""
    town = build(context)
    with context.write("Agenda") as work:
        item(work, town.visit, 9, "9:00", "10:30")
        item(work, town.visit, 9, "13:00", "15:30", title={"en": "Waste water in small towns"})
        item(work, town.visit, 10, "9:00", "12:00")
        person = work.session.get(Person, town.guests[1])
        assert person is not None
        person.email = "taras@zavodske.ua"
        more = [
            work.add(
                Person(code=f"P-0002{n}", given_name=given, family_name=family, country=country, search_text=family)
            )
            for n, (given, family, country) in enumerate(FURTHER, start=1)
        ]
        participations.add(work, town.visit, more)
    return Register(context, folder, town)
