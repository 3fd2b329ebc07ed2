"""The agenda of activities as plain facts: what the checks, the comparison with issued versions and the rows read.

Times are those of the activity's place, without zone; ``instant`` gives the point in time where agendas of different
places are compared.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sqlalchemy import select

from app.core.text import fold
from app.core.vocabulary import ActivityStatus, InterpretationMode, SessionKind
from app.models.activities import Activity, Participation, Visit
from app.models.agendas import AgendaDay, Session, SessionPerson
from app.models.organisations import Organisation
from app.models.people import Person
from app.services.activities import zone_of
from app.services.person_names import people_by_id, shown
from app.storage.work import View

SPEAKER, INTERPRETER = "speaker", "interpreter"


@dataclass(frozen=True, slots=True)
class SessionFact:
    """One item of an agenda."""

    id: str
    activity_id: str
    kind: SessionKind
    starts_at: datetime
    ends_at: datetime
    title: Mapping[str, str]
    description: Mapping[str, str]
    notes: Mapping[str, str]
    venue: Mapping[str, str]
    address: str
    host_id: str | None
    interpretation: InterpretationMode
    online_link: str
    cancelled: bool
    speakers: tuple[str, ...] = ()
    interpreters: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """Its length."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.starts_at.date()

    @property
    def room(self) -> str:
        """The place as compared; empty when it is not known."""
        return fold(" ".join([*dict.fromkeys(self.venue.values()), self.address]).strip())


@dataclass(frozen=True, slots=True)
class StayFact:
    """When a participant is there; None where it is not known."""

    person_id: str
    name: str
    arrival: date | None
    departure: date | None


@dataclass(frozen=True, slots=True)
class Booking:
    """A person in an item of another activity, with the points in time of its start and end."""

    person_id: str
    activity_code: str
    session_id: str
    title: Mapping[str, str]
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """All that the checks of one agenda need."""

    activity_id: str
    first_day: date | None
    last_day: date | None
    time_zone: str
    languages: tuple[str, ...]
    country: str
    guest_country: str
    sessions: tuple[SessionFact, ...]
    travel_days: frozenset[date] = frozenset()
    stays: tuple[StayFact, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    bookings: tuple[Booking, ...] = ()

    @property
    def standing(self) -> tuple[SessionFact, ...]:
        """The items that are not cancelled, in the order of their times."""
        return tuple(fact for fact in self.sessions if not fact.cancelled)

    @property
    def second_language(self) -> str:
        """The language beside the first one; empty when the agenda has one language."""
        return self.languages[1] if len(self.languages) > 1 else ""


def instant(moment: datetime, zone: str) -> datetime:
    """The point in time of a wall-clock time at a place, in UTC."""
    return moment.replace(tzinfo=zone_of(zone)).astimezone(UTC)


def sessions_of(view: View, activity_ids: Collection[str]) -> dict[str, tuple[SessionFact, ...]]:
    """The items of several activities in the order of their times, in two queries."""
    wanted = set(activity_ids)
    duties: dict[str, dict[str, list[str]]] = {}
    rows = view.session.execute(
        select(SessionPerson.session_id, SessionPerson.duty, SessionPerson.person_id)
        .join(Session, Session.id == SessionPerson.session_id)
        .where(Session.activity_id.in_(wanted))
        .order_by(SessionPerson.place, SessionPerson.id)
    )
    for session_id, duty, person_id in rows:
        duties.setdefault(session_id, {}).setdefault(duty, []).append(person_id)
    found: dict[str, list[SessionFact]] = {ident: [] for ident in wanted}
    for row in view.session.scalars(
        select(Session).where(Session.activity_id.in_(wanted)).order_by(Session.starts_at, Session.ends_at, Session.id)
    ):
        found[row.activity_id].append(_fact(row, duties.get(row.id, {})))
    return {ident: tuple(facts) for ident, facts in found.items()}


def _fact(row: Session, duties: Mapping[str, list[str]]) -> SessionFact:
    return SessionFact(
        id=row.id,
        activity_id=row.activity_id,
        kind=row.kind,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        title=row.title,
        description=row.description,
        notes=row.notes,
        venue=row.venue,
        address=row.address,
        host_id=row.host_id,
        interpretation=row.interpretation,
        online_link=row.online_link,
        cancelled=row.cancelled,
        speakers=tuple(duties.get(SPEAKER, ())),
        interpreters=tuple(duties.get(INTERPRETER, ())),
    )


def load(view: View, activity_ids: Collection[str]) -> dict[str, AgendaFacts]:
    """The facts of several agendas, in a constant number of queries."""
    wanted = set(activity_ids)
    if not wanted:
        return {}
    activities = view.session.scalars(select(Activity).where(Activity.id.in_(wanted))).all()
    sessions = sessions_of(view, wanted)
    booked = _bookings(view, sessions)
    stays = _stays(view, wanted)
    people = {ident for facts in sessions.values() for fact in facts for ident in (*fact.speakers, *fact.interpreters)}
    names = {ident: shown(row, view.language) for ident, row in people_by_id(view, people).items()}
    guests = dict(
        view.session.execute(
            select(Visit.activity_id, Organisation.country)
            .join(Organisation, Organisation.id == Visit.guest_id)
            .where(Visit.activity_id.in_(wanted))
        ).all()
    )
    hosts = dict(
        view.session.execute(
            select(Organisation.id, Organisation.country).where(
                Organisation.id.in_({row.host_id for row in activities if row.host_id})
            )
        ).all()
    )
    travel: dict[str, set[date]] = {}
    for day in view.session.scalars(select(AgendaDay).where(AgendaDay.activity_id.in_(wanted), AgendaDay.travel != "")):
        travel.setdefault(day.activity_id, set()).add(day.day)
    return {
        row.id: AgendaFacts(
            activity_id=row.id,
            first_day=row.start.first,
            last_day=row.end.last if row.end.known else row.start.last,
            time_zone=row.time_zone,
            languages=tuple(row.languages),
            country=row.country or hosts.get(row.host_id or "", ""),
            guest_country=guests.get(row.id, ""),
            sessions=sessions[row.id],
            travel_days=frozenset(travel.get(row.id, ())),
            stays=tuple(stays.get(row.id, ())),
            names=names,
            bookings=tuple(booking for owner, booking in booked if owner != row.id),
        )
        for row in activities
    }


def _stays(view: View, activity_ids: set[str]) -> dict[str, list[StayFact]]:
    found: dict[str, list[StayFact]] = {}
    rows = view.session.execute(
        select(Participation, Person)
        .join(Person, Person.id == Participation.person_id)
        .where(Participation.activity_id.in_(activity_ids), ~Participation.cancelled)
        .order_by(Person.family_key, Person.id)
    )
    for row, person in rows:
        if (row.arrival or row.departure) and row.activity_id:
            stay = StayFact(person.id, shown(person, view.language), row.arrival, row.departure)
            found.setdefault(row.activity_id, []).append(stay)
    return found


def _bookings(view: View, sessions: Mapping[str, tuple[SessionFact, ...]]) -> list[tuple[str, Booking]]:
    """(activity, booking) of everybody who speaks or interprets here, in any activity around the same days."""
    here = [fact for facts in sessions.values() for fact in facts if not fact.cancelled]
    people = {ident for fact in here for ident in (*fact.speakers, *fact.interpreters)}
    if not people:
        return []
    first = min(fact.starts_at for fact in here).replace(hour=0, minute=0)
    last = max(fact.ends_at for fact in here).replace(hour=23, minute=59)
    rows = view.session.execute(
        select(SessionPerson.person_id, Session, Activity.code, Activity.time_zone)
        .join(Session, Session.id == SessionPerson.session_id)
        .join(Activity, Activity.id == Session.activity_id)
        .where(
            SessionPerson.person_id.in_(people),
            ~Session.cancelled,
            Activity.status != ActivityStatus.CANCELLED,
            Session.ends_at >= first,
            Session.starts_at <= last,
        )
    )
    return [
        (
            row.activity_id,
            Booking(person_id, code, row.id, row.title, instant(row.starts_at, zone), instant(row.ends_at, zone)),
        )
        for person_id, row, code, zone in rows
    ]
