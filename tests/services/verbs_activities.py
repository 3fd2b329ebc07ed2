"""Verbs of activities, agendas, attendance and participations, called on the full data file."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.vocabulary import ActivityKind, ActivityStatus, ParticipationRole, Presence
from app.models.activities import Activity, Participation
from app.models.agendas import AgendaDay, Session
from app.models.organisations import Organisation
from app.models.people import Person
from app.services import activities, agenda_moves, agenda_versions, agendas, attendance, participations
from app.services.activities import ActivityDraft, ContactDraft, TrainingDraft, VisitDraft
from app.services.agendas import DayDraft, SessionDraft
from app.services.attendance import Grain
from app.services.participations import ParticipationDraft
from app.storage.work import Work
from tests.services.verbs_ground import DAY, guest, ident, programme, twins, visit
from tests.services.verbs_registry import does

TEXTS = {"en": "Waste water", "uk": "Стічні води"}


def _item(work: Work) -> str:
    return ident(work, Session, activity_id=visit(work), cancelled=False)


def _day(work: Work) -> date:
    found = work.session.scalars(
        select(AgendaDay.day).where(AgendaDay.activity_id == visit(work)).order_by(AgendaDay.day)
    ).first()
    assert found is not None
    return found


def _seats(work: Work, most: int = 3) -> list[str]:
    found = work.session.scalars(
        select(Participation.id).where(Participation.activity_id == visit(work)).order_by(Participation.id)
    )
    return list(found)[:most]


def _closing_event(work: Work) -> str:
    return ident(work, Activity, code="CEP-OTHER-A05")


@does("activities.create")
def _(work: Work) -> object:
    draft = ActivityDraft(
        programme_id=programme(work),
        title=TEXTS,
        start=PartialDate.parse("2025-03"),
        visit=VisitDraft(travel={"en": "bus"}, insurance={"en": "group policy"}),
        contacts=(ContactDraft({"en": "Driver"}, "Іван", phone="+380 50 000 00 00"),),
    )
    return activities.create(work, draft)


@does("activities.create")
def _(work: Work) -> object:
    training = TrainingDraft({"en": "Two days"}, {"en": "80 %"})
    return activities.create(
        work, ActivityDraft(programme_id=programme(work), kind=ActivityKind.TRAINING, title=TEXTS, training=training)
    )


@does("activities.save")
def _(work: Work) -> object:
    draft = activities.load(work, visit(work))
    contacts = (replace(draft.contacts[0], name="Somebody else"), ContactDraft({"en": "Doctor"}, "Ніна"))
    return activities.save(work, visit(work), replace(draft, aim=TEXTS, contacts=contacts))


@does("activities.save")
def _(work: Work) -> object:
    """A visit becomes a training: what belongs to a visit goes, what belongs to a training comes."""
    found = ident(work, Activity, code="CEP-UA-V02")
    return activities.save(work, found, replace(activities.load(work, found), kind=ActivityKind.TRAINING))


@does("activities.delete")
def _(work: Work) -> object:
    return activities.delete(work, ident(work, Activity, code="ICLD-DR-A01"))


@does("activities.delete")
def _(work: Work) -> object:
    return activities.delete(work, ident(work, Activity, code="CEP-OTHER-A01"))


@does("activities.set_status")
def _(work: Work) -> object:
    return activities.set_status(work, visit(work), ActivityStatus.CANCELLED)


@does("agenda_moves.move")
def _(work: Work) -> object:
    found = work.session.scalars(select(Session.id).where(Session.activity_id == visit(work)))
    return agenda_moves.move(work, list(found), timedelta(minutes=15))


@does("agenda_moves.move_to")
def _(work: Work) -> object:
    return agenda_moves.move_to(work, _item(work), datetime(2023, 10, 27, 20, 15))


@does("agenda_moves.stretch")
def _(work: Work) -> object:
    return agenda_moves.stretch(work, _item(work), datetime(2023, 10, 27, 20), datetime(2023, 10, 27, 21))


@does("agenda_moves.duplicate")
def _(work: Work) -> object:
    return agenda_moves.duplicate(work, _item(work))


@does("agenda_moves.copy_day")
def _(work: Work) -> object:
    return agenda_moves.copy_day(
        work, visit(work), _day(work), date(2023, 11, 6), ident(work, Activity, code="CEP-UA-V02")
    )


@does("agenda_moves.copy_visit")
def _(work: Work) -> object:
    return agenda_moves.copy_visit(work, visit(work), date(2025, 5, 5))


@does("agenda_moves.shift_visit")
def _(work: Work) -> object:
    return agenda_moves.shift_visit(work, visit(work), 1)


@does("agenda_moves.shift_visit")
def _(work: Work) -> object:
    return agenda_moves.shift_visit(work, visit(work), -3)


@does("agenda_versions.issue", before=lambda work: agenda_moves.move(work, [_item(work)], timedelta(minutes=5)))
def _(work: Work) -> object:
    return agenda_versions.issue(work, visit(work), "moved", datetime(2023, 10, 1, 8, tzinfo=UTC))


@does("agenda_versions.finalise", before=lambda work: agenda_moves.move(work, [_item(work)], timedelta(minutes=5)))
def _(work: Work) -> object:
    reasons = {_item(work): "it began later"}
    return agenda_versions.finalise(work, visit(work), "as held", datetime(2023, 11, 1, 8, tzinfo=UTC), reasons=reasons)


@does("agendas.create")
def _(work: Work) -> object:
    one, other = twins(work)
    draft = SessionDraft(
        visit(work),
        datetime(2023, 10, 27, 19),
        datetime(2023, 10, 27, 20),
        title=TEXTS,
        speakers=(one,),
        interpreters=(other,),
    )
    return agendas.create(work, draft)


@does("agendas.save")
def _(work: Work) -> object:
    draft = agendas.load(work, _item(work))
    return agendas.save(work, _item(work), replace(draft, title=TEXTS, speakers=twins(work), online_link="https://a.b"))


@does("agendas.delete")
def _(work: Work) -> object:
    return agendas.delete(work, _item(work))


@does("agendas.set_cancelled")
def _(work: Work) -> object:
    return agendas.set_cancelled(work, _item(work), True)


@does("agendas.save_day")
def _(work: Work) -> object:
    return agendas.save_day(work, replace(agendas.load_day(work, visit(work), _day(work)), theme=TEXTS, travel="free"))


@does("agendas.save_day")
def _(work: Work) -> object:
    return agendas.save_day(work, DayDraft(_closing_event(work), date(2024, 12, 18), city={"en": "Kyiv"}))


@does("attendance.mark")
def _(work: Work) -> object:
    return attendance.mark(work, visit(work), [guest(work)], [_item(work)], Presence.EXCUSED)


@does("attendance.mark")
def _(work: Work) -> object:
    """Marks taken away."""
    sessions = list(work.session.scalars(select(Session.id).where(Session.activity_id == visit(work))))
    return attendance.mark(work, visit(work), [guest(work)], sessions, None)


@does("attendance.mark_days")
def _(work: Work) -> object:
    people = list(work.session.scalars(select(Person.id).order_by(Person.id)))[:4]
    return attendance.mark_days(work, _closing_event(work), people, [date(2024, 12, 18)], Presence.PRESENT, 90)


@does("attendance.mark_column")
def _(work: Work) -> object:
    grid = attendance.grid(work, visit(work), Grain.HALF_DAY)
    people = [line.person_id for line in grid.rows]
    return attendance.mark_column(work, visit(work), people, grid.columns[0], Presence.PRESENT, 30)


@does(
    "attendance.mark_all_present",
    before=lambda work: attendance.mark_column(
        work,
        visit(work),
        [line.person_id for line in attendance.grid(work, visit(work)).rows],
        attendance.grid(work, visit(work)).columns[0],
        None,
    ),
)
def _(work: Work) -> object:
    return attendance.mark_all_present(work, visit(work))


@does("participations.create")
def _(work: Work) -> object:
    return participations.create(
        work, ParticipationDraft(guest(work), activity_id=_closing_event(work), room="12", notes="vegetarian")
    )


@does("participations.save")
def _(work: Work) -> object:
    draft = participations.load(work, _seats(work)[0])
    return participations.save(work, _seats(work)[0], replace(draft, room="7", arrival=DAY, position="Head"))


@does("participations.delete")
def _(work: Work) -> object:
    return participations.delete(work, _seats(work)[0])


@does("participations.add")
def _(work: Work) -> object:
    return participations.add(work, _closing_event(work), twins(work), ParticipationRole.EXPERT)


@does("participations.change_role")
def _(work: Work) -> object:
    return participations.change_role(work, _seats(work)[0], ParticipationRole.POLITICIAN)


@does("participations.set_travel")
def _(work: Work) -> object:
    return participations.set_travel(work, _seats(work), date(2023, 10, 8), DAY)


@does("participations.set_insurance")
def _(work: Work) -> object:
    return participations.set_insurance(work, _seats(work), "AB 123")


@does("participations.set_organisation")
def _(work: Work) -> object:
    return participations.set_organisation(work, _seats(work), ident(work, Organisation, country="XK"))


@does("participations.set_letter_sent")
def _(work: Work) -> object:
    return participations.set_letter_sent(work, _seats(work), date(2023, 9, 1))


@does("participations.set_cancelled")
def _(work: Work) -> object:
    return participations.set_cancelled(work, _seats(work), True)


@does("participations.set_requirement_met")
def _(work: Work) -> object:
    return participations.set_requirement_met(work, _seats(work), True)
