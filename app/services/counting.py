"""Figures that the program counts itself for indicators and reports (ME-2), and their splits (ME-3).

What counts: activities that took place or are under way, participations that were not cancelled, sessions that were
not cancelled. A person is counted once in ``participants`` and once for each activity in ``participations``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import ColumnElement, exists, func, select

from app.core.dates import days_inclusive
from app.core.i18n import N_
from app.core.vocabulary import (
    TRAINING_KINDS,
    VISIT_KINDS,
    ActivityStatus,
    CertificateStatus,
    DeliverableKind,
    DeliverableStage,
    ExpenditureState,
    ParticipationRole,
    Presence,
    Sex,
)
from app.models.activities import Activity, Participation
from app.models.agendas import Session
from app.models.attendance import Attendance
from app.models.budgets import BudgetLine, Expenditure
from app.models.certificates import Certificate
from app.models.deliverables import Deliverable
from app.models.organisations import Organisation
from app.models.people import Person, PersonPosition
from app.storage.work import View

#: Who counts as a participant: those who came to learn; hosts, mentors, speakers and interpreters do not.
PARTICIPANT_ROLES = frozenset({ParticipationRole.MENTEE, ParticipationRole.POLITICIAN, ParticipationRole.OFFICIAL})
MENTOR_ROLES = frozenset({ParticipationRole.MENTOR, ParticipationRole.EXPERT})
_HAPPENED = (ActivityStatus.TOOK_PLACE, ActivityStatus.RUNNING)
_SENT = frozenset({DeliverableStage.SUBMITTED, DeliverableStage.ADOPTED, DeliverableStage.IN_IMPLEMENTATION})
_DONE = frozenset({DeliverableStage.ADOPTED, DeliverableStage.IN_IMPLEMENTATION})

#: The figures by key with their names; ``deliverables.<stage>`` is there for every stage besides.
COUNTED: Mapping[str, str] = {
    "activities": N_("Activities held"),
    "visits": N_("Visits held"),
    "visit_days": N_("Days of visits"),
    "participants": N_("Participants, each person once"),
    "participations": N_("Participations, each activity counted"),
    "person_days": N_("Person-days"),
    "women_percent": N_("Women among participants whose sex is stated, %"),
    "mentors": N_("Mentors and experts"),
    "hours": N_("Training hours held"),
    "person_hours": N_("Hours attended by participants"),
    "certificates": N_("Certificates issued"),
    "deliverables": N_("Deliverables under way or done"),
    "deliverables_done": N_("Deliverables adopted"),
    "applications_submitted": N_("Funding applications submitted"),
    "applications_awarded": N_("Funding applications awarded"),
    "budget_percent": N_("Budget used, %"),
}
STAGE_PREFIX = "deliverables."


@dataclass(frozen=True, slots=True)
class Split:
    """One figure split by one thing (ME-3): label → (persons once, person-events). Labels are codes or names."""

    by: str
    parts: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What was loaded to count from: all programmes at once, so that counting for many asks no more."""

    activities: tuple["ActivityFact", ...] = ()
    takings: tuple["Taking", ...] = ()
    certificates: Mapping[str, int] = field(default_factory=dict)
    deliverables: tuple[tuple[str, str, DeliverableKind, DeliverableStage], ...] = ()
    planned: Mapping[str, int] = field(default_factory=dict)
    paid: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ActivityFact:
    """An activity that happened: its days, minutes of training sessions, minutes attended by all."""

    id: str
    programme_id: str
    partnership_id: str
    visit: bool
    days: int
    minutes: int
    attended: int


@dataclass(frozen=True, slots=True)
class Taking:
    """One person in one activity in one role, with what ME-3 splits by."""

    activity_id: str
    person_id: str
    role: ParticipationRole
    sex: Sex
    country: str
    organisation: str
    birth_date: date | None


def load(view: View) -> Facts:
    """Load what is counted, of all programmes, in a fixed number of queries."""
    session = view.session
    planned = session.execute(
        select(BudgetLine.programme_id, func.sum(BudgetLine.total_minor))
        .where(BudgetLine.heading.is_(False))
        .group_by(BudgetLine.programme_id)
    )
    paid = session.execute(
        select(Expenditure.programme_id, func.sum(Expenditure.budget_minor))
        .where(Expenditure.state == ExpenditureState.PAID)
        .group_by(Expenditure.programme_id)
    )
    certificates = session.execute(
        select(Certificate.activity_id, func.count())
        .where(Certificate.status == CertificateStatus.ISSUED)
        .group_by(Certificate.activity_id)
    )
    deliverables = session.execute(
        select(Deliverable.programme_id, Deliverable.partnership_id, Deliverable.kind, Deliverable.stage)
    )
    return Facts(
        activities=_activities(view),
        takings=_takings(view),
        certificates=dict(certificates.all()),
        deliverables=tuple((programme, pair or "", kind, stage) for programme, pair, kind, stage in deliverables),
        planned=dict(planned.all()),
        paid=dict(paid.all()),
    )


def figures(facts: Facts, programme_id: str = "", partnership_id: str = "") -> dict[str, Decimal | None]:
    """Every figure of ``COUNTED`` and of each stage for a programme, a partnership or all; None where nothing tells."""
    activities = [fact for fact in facts.activities if _within(fact, programme_id, partnership_id)]
    days = {fact.id: fact.days for fact in activities}
    takings = [taking for taking in facts.takings if taking.activity_id in days]
    learners = [taking for taking in takings if taking.role in PARTICIPANT_ROLES]
    sexes = {taking.person_id: taking.sex for taking in learners}
    events = {(taking.activity_id, taking.person_id) for taking in learners}
    stated = sum(sex is not Sex.UNKNOWN for sex in sexes.values())
    women = sum(sex is Sex.FEMALE for sex in sexes.values())
    counts: dict[str, Decimal | None] = {
        "activities": Decimal(len(activities)),
        "visits": Decimal(sum(fact.visit for fact in activities)),
        "visit_days": Decimal(sum(fact.days for fact in activities if fact.visit)),
        "participants": Decimal(len(sexes)),
        "participations": Decimal(len(events)),
        "person_days": Decimal(sum(days[activity] for activity, _ in events)),
        "women_percent": _percent(women, stated),
        "mentors": Decimal(len({taking.person_id for taking in takings if taking.role in MENTOR_ROLES})),
        "hours": _hours(sum(fact.minutes for fact in activities)),
        "person_hours": _hours(sum(fact.attended for fact in activities)),
        "certificates": Decimal(sum(facts.certificates.get(fact.id, 0) for fact in activities)),
    }
    counts |= _deliverables(facts, programme_id, partnership_id)
    programmes = [programme_id] if programme_id else list(facts.planned)
    paid = sum(facts.paid.get(key, 0) for key in programmes)
    counts["budget_percent"] = _percent(paid, sum(facts.planned.get(key, 0) for key in programmes))
    return counts


def splits(facts: Facts, on_day: date, programme_id: str = "", partnership_id: str = "") -> tuple[Split, ...]:
    """Participants by sex, role, organisation, country and age on a day; the empty label is "not stated" (ME-3)."""
    happened = {fact.id for fact in facts.activities if _within(fact, programme_id, partnership_id)}
    learners = [
        taking for taking in facts.takings if taking.activity_id in happened and taking.role in PARTICIPANT_ROLES
    ]
    labelled: dict[str, list[tuple[str, Taking]]] = {
        "sex": [(taking.sex.value, taking) for taking in learners],
        "role": [(taking.role.value, taking) for taking in learners],
        "organisation": [(taking.organisation, taking) for taking in learners],
        "country": [(taking.country, taking) for taking in learners],
        "age": [(_age_group(taking.birth_date, on_day), taking) for taking in learners],
    }
    return tuple(Split(by, _parts(pairs)) for by, pairs in labelled.items())


def _parts(pairs: Iterable[tuple[str, Taking]]) -> dict[str, tuple[int, int]]:
    people: dict[str, set[str]] = {}
    events: dict[str, set[tuple[str, str]]] = {}
    for label, taking in pairs:
        people.setdefault(label, set()).add(taking.person_id)
        events.setdefault(label, set()).add((taking.activity_id, taking.person_id))
    return {label: (len(people[label]), len(events[label])) for label in sorted(people)}


def _age_group(born: date | None, on_day: date) -> str:
    if born is None:
        return ""
    years = on_day.year - born.year - ((on_day.month, on_day.day) < (born.month, born.day))
    return "30+" if years >= 30 else "0-29"


def _within(fact: ActivityFact, programme_id: str, partnership_id: str) -> bool:
    return (not programme_id or fact.programme_id == programme_id) and (
        not partnership_id or fact.partnership_id == partnership_id
    )


def _deliverables(facts: Facts, programme_id: str, partnership_id: str) -> dict[str, Decimal | None]:
    own = [
        (kind, stage)
        for programme, pair, kind, stage in facts.deliverables
        if (not programme_id or programme == programme_id) and (not partnership_id or pair == partnership_id)
    ]
    counts: dict[str, Decimal | None] = {
        f"{STAGE_PREFIX}{stage.value}": Decimal(sum(found is stage for _, found in own)) for stage in DeliverableStage
    }
    idle = {DeliverableStage.NOT_STARTED, DeliverableStage.CANCELLED}
    applications = [stage for kind, stage in own if kind is DeliverableKind.FUNDING_APPLICATION]
    counts["deliverables"] = Decimal(sum(stage not in idle for _, stage in own))
    counts["deliverables_done"] = Decimal(sum(stage in _DONE for _, stage in own))
    counts["applications_submitted"] = Decimal(sum(stage in _SENT for stage in applications))
    counts["applications_awarded"] = Decimal(sum(stage in _DONE for stage in applications))
    return counts


def _activities(view: View) -> tuple[ActivityFact, ...]:
    length = _length()
    training = (Session.kind.in_(TRAINING_KINDS), Session.cancelled.is_(False))
    # Whoever takes part in two roles sat there once.
    learns = exists().where(
        Participation.activity_id == Attendance.activity_id,
        Participation.person_id == Attendance.person_id,
        Participation.role.in_(PARTICIPANT_ROLES),
        Participation.cancelled.is_(False),
    )
    held = dict(
        view.session.execute(
            select(Session.activity_id, func.sum(length)).where(*training).group_by(Session.activity_id)
        ).all()
    )
    attended = dict(
        view.session.execute(
            select(Attendance.activity_id, func.sum(func.coalesce(Attendance.minutes, length)))
            .join(Session, Attendance.session_id == Session.id)
            .where(Attendance.presence == Presence.PRESENT, learns, *training)
            .group_by(Attendance.activity_id)
        ).all()
    )
    rows = view.session.scalars(select(Activity).where(Activity.status.in_(_HAPPENED)))
    return tuple(
        ActivityFact(
            id=row.id,
            programme_id=row.programme_id,
            partnership_id=row.partnership_id or "",
            visit=row.kind in VISIT_KINDS,
            days=days_inclusive(row.start.exact, row.end.exact or row.start.exact) if row.start.exact else 0,
            minutes=int(held.get(row.id) or 0),
            attended=int(attended.get(row.id) or 0),
        )
        for row in rows
    )


def _length() -> ColumnElement[int]:
    """Minutes of a session, from its two wall-clock times of one place."""
    days = func.julianday(Session.ends_at) - func.julianday(Session.starts_at)
    return func.round(days * 1440)


def _takings(view: View) -> tuple[Taking, ...]:
    rows = view.session.execute(
        select(
            Participation.activity_id,
            Participation.person_id,
            Participation.role,
            Participation.organisation_id,
            Person.sex,
            Person.country,
            Person.birth_date,
        )
        .join(Person, Participation.person_id == Person.id)
        .join(Activity, Participation.activity_id == Activity.id)
        .where(Participation.cancelled.is_(False), Activity.status.in_(_HAPPENED))
    )
    posts = dict(
        view.session.execute(
            select(PersonPosition.person_id, PersonPosition.organisation_id).where(PersonPosition.main)
        ).all()
    )
    codes = dict(view.session.execute(select(Organisation.id, Organisation.code)).all())
    return tuple(
        Taking(activity or "", person, role, sex, country, codes.get(where or posts.get(person) or "", ""), born)
        for activity, person, role, where, sex, country, born in rows
    )


def _percent(part: int, whole: int) -> Decimal | None:
    if not whole:
        return None
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _hours(minutes: int) -> Decimal:
    return (Decimal(minutes) / 60).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP).normalize() + 0
