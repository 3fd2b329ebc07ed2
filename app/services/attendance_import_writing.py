"""Writing the marks of an attendance file: newcomers seated first, then all marks in few statements."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from app.core.errors import Refused
from app.core.ids import new_id
from app.core.name_parts import Order
from app.core.vocabulary import VISIT_KINDS, ParticipationRole, Presence
from app.importers.attendance_marks import Mark, Slot
from app.importers.attendance_people import name_candidates
from app.importers.name_cells import read_name
from app.models.activities import Activity, Participation
from app.models.attendance import Attendance
from app.models.people import Person
from app.services import participations, people, records
from app.services.attendance_import_plans import AttendancePlan
from app.services.import_organisations import OrganisationFinder
from app.services.participations import ParticipationDraft
from app.services.people import PersonDraft
from app.storage.work import View, Work


def seat(work: Work, activity: Activity, given: AttendancePlan) -> dict[str, str]:
    """Make participants of those whom the user let in; gives the ids of new people by their names in the plan.

    Somebody known becomes a participant (one who had cancelled takes part again), somebody unknown a person first, by
    the name in the file. Refused(``attendance_name_missing``) where the row has no name to make somebody of.
    """
    made: dict[str, str] = {}
    finder = OrganisationFinder(work)
    role = ParticipationRole.MENTEE if activity.kind in VISIT_KINDS else ParticipationRole.OFFICIAL
    for owner, at in given.joining.items():
        claim = given.claims[at]
        person_id = owner
        if owner.startswith("new:"):
            person_id = made[owner] = people.create(work, _draft(claim.name, claim.email))
        elif owner in given.known.others:
            # Takes part already, in a role whose attendance is not kept: that is for the list of participants.
            raise Refused("attendance_other_role", name=given.names.get(owner, ""))
        _seat(work, activity, person_id, role, finder.find(claim.organisation))
    return made


def _seat(work: Work, activity: Activity, person_id: str, role: ParticipationRole, organisation_id: str | None) -> None:
    records.fetch(work, Person, person_id)
    former = work.session.scalars(
        select(Participation.id).where(
            Participation.activity_id == activity.id, Participation.person_id == person_id, Participation.cancelled
        )
    ).first()
    if former is not None:
        participations.save(work, former, replace(participations.load(work, former), cancelled=False))
        return
    draft = ParticipationDraft(person_id, activity_id=activity.id, role=role, organisation_id=organisation_id)
    participations.create(work, draft)


def _draft(shown: str, email: str) -> PersonDraft:
    """A person of a displayed name: the first text in it that has two words, else its only one."""
    texts = name_candidates(shown)
    text = next((one for one in texts if len(one.split()) > 1), texts[0] if texts else "")
    if not text:
        raise Refused("attendance_name_missing", name=shown)
    name = read_name({"full_name": text}, Order.UNKNOWN, "", False)
    return PersonDraft(
        given_name=name.given,
        family_name=name.family,
        patronymic=name.patronymic,
        given_latin=name.given_latin,
        family_latin=name.family_latin,
        latin_source=name.source,
        email=email,
    )


def write_marks(
    work: Work, activity_id: str, slots: Sequence[Slot], marks: Mapping[str, Mapping[str, Mark]], source: str
) -> dict[str, int]:
    """Keep marks by person and slot: one query for those there are, new ones in bulk; gives how many of each.

    A mark that is the same already stays untouched, with the source it has.
    """
    sessions = {slot.key: (slot.key if slot.start else None, None if slot.start else slot.day) for slot in slots}
    present: dict[tuple[str, str | None, date | None], Attendance] = {
        (row.person_id, row.session_id, row.day): row
        for row in work.session.scalars(select(Attendance).where(Attendance.activity_id == activity_id))
    }
    counts = {"marks_new": 0, "marks_changed": 0, "marks_same": 0}
    rows: list[dict[str, Any]] = []
    for person_id, own in marks.items():
        for key, mark in own.items():
            session_id, day = sessions[key]
            minutes = mark.minutes if mark.presence is Presence.PRESENT else None
            row = present.get((person_id, session_id, day))
            if row is None:
                counts["marks_new"] += 1
                rows.append(
                    {
                        "id": new_id(),
                        "version": 1,
                        "activity_id": activity_id,
                        "person_id": person_id,
                        "session_id": session_id,
                        "day": day,
                        "presence": mark.presence,
                        "minutes": minutes,
                        "source": source,
                    }
                )
            elif (row.presence, row.minutes) == (mark.presence, minutes):
                counts["marks_same"] += 1
            else:
                counts["marks_changed"] += 1
                row.presence, row.minutes, row.source = mark.presence, minutes, source
    work.flush()
    if rows:
        work.insert_many(Attendance, rows)
    return counts


def codes_of(view: View, idents: Collection[str]) -> dict[str, str]:
    """The codes of people by id."""
    found = view.session.execute(select(Person.id, Person.code).where(Person.id.in_(idents)))
    return {row.id: row.code for row in found}
