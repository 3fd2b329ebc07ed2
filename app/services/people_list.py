"""The list of people: whose names, from where, in which roles, when last; and the counts of its saved filters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, or_, select, union

from app.core.collation import SortKey
from app.core.collector import collector_at_rest
from app.core.dates import UNKNOWN, PartialDate
from app.core.i18n import pick
from app.core.names import PersonName, name_sort_key, native_list, post_title
from app.core.text import fold
from app.core.vocabulary import ActivityStatus, LatinSource, ParticipationRole, Sex
from app.models.activities import Activity, Participation
from app.models.agendas import AgendaDay, Session, SessionPerson
from app.models.organisations import Organisation
from app.models.partnerships import Group, GroupMember, Partnership
from app.models.people import Consent, Person, PersonPosition
from app.storage.work import View

_ROLE_ORDER = {role: place for place, role in enumerate(ParticipationRole)}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the list of people. ``name_latin``, ``native_name``: list forms, the latter empty without Cyrillic."""

    id: str
    code: str
    name_latin: str
    native_name: str
    latin_confirmed: bool
    organisation: str
    organisation_id: str
    position: str
    roles: tuple[ParticipationRole, ...]
    last_activity: PartialDate
    sex: Sex
    country: str
    email: str
    photo_consent: bool
    search_text: str


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """How many people each saved filter shows."""

    everybody: int = 0
    mentees: int = 0
    mentors_and_experts: int = 0
    interpreters: int = 0
    without_photo_consent: int = 0


@dataclass(frozen=True, slots=True)
class _Taking:
    """What the list tells of a person's participations."""

    roles: set[ParticipationRole]
    last: PartialDate


@collector_at_rest()
def list_rows(view: View, programme_id: str = "", today: date | None = None) -> tuple[PersonRow, ...]:
    """People in the alphabetical order of the reader's language (NA-9).

    With a programme: those who take part in it, speak in it or sit in its groups, with their roles there, and those
    who belong to no programme yet, so that nobody new is out of sight. ``last_activity``: begun by ``today``.
    """
    chosen = _chosen(view, programme_id) if programme_id else None
    takings = _takings(view, programme_id, today or date.today())
    posts = _posts(view)
    consents = _photo_consents(view)
    rows: list[tuple[tuple[SortKey, SortKey], PersonRow]] = []
    for person in view.session.execute(_people()):
        ident = str(person[0])
        if chosen is None or ident in chosen:
            name = PersonName(*person[2:8])
            row = _row(person, name, takings.get(ident), posts.get(ident), consents.get(ident, False))
            rows.append((name_sort_key(name, view.language), row))
    rows.sort(key=lambda pair: (pair[0], pair[1].code))
    return tuple(row for _, row in rows)


def counts(rows: Iterable[PersonRow]) -> PeopleCounts:
    """How many of the rows each saved filter would show."""
    everybody = mentees = mentors = interpreters = unasked = 0
    for row in rows:
        everybody += 1
        mentees += is_mentee(row)
        mentors += is_mentor_or_expert(row)
        interpreters += is_interpreter(row)
        unasked += not row.photo_consent
    return PeopleCounts(everybody, mentees, mentors, interpreters, unasked)


def is_mentee(row: PersonRow) -> bool:
    """Whether the filter "Mentees" shows the row."""
    return ParticipationRole.MENTEE in row.roles


def is_mentor_or_expert(row: PersonRow) -> bool:
    """Whether the filter "Mentors, experts" shows the row."""
    return ParticipationRole.MENTOR in row.roles or ParticipationRole.EXPERT in row.roles


def is_interpreter(row: PersonRow) -> bool:
    """Whether the filter "Interpreters" shows the row."""
    return ParticipationRole.INTERPRETER in row.roles


def native_list_name(name: PersonName) -> str:
    """The Cyrillic list form with patronymic; empty for a name that is not Cyrillic."""
    return native_list(name) if name.cyrillic else ""


def latin_confirmed(name: PersonName) -> bool:
    """Whether the Latin spelling is somebody's word and not only the program's proposal (NA-1)."""
    return not name.cyrillic or name.latin_source in {LatinSource.PASSPORT, LatinSource.TYPED}


def _people() -> Select[*tuple[Any, ...]]:
    return select(
        Person.id,
        Person.code,
        Person.given_name,
        Person.family_name,
        Person.patronymic,
        Person.given_latin,
        Person.family_latin,
        Person.latin_source,
        Person.sex,
        Person.country,
        Person.email,
        Person.search_text,
    )


def _row(
    person: Sequence[Any],
    name: PersonName,
    taking: _Taking | None,
    post: tuple[str, str, str] | None,
    photo: bool,
) -> PersonRow:
    organisation_id, organisation, position = post or ("", "", "")
    # Asked once for a row: there may be a hundred thousand.
    cyrillic = name.cyrillic
    given, family = name.latin() if cyrillic else (name.given, name.family)
    ident, code, sex, country, email, searched = (person[at] for at in (0, 1, 8, 9, 10, 11))
    return PersonRow(
        id=str(ident),
        code=str(code),
        name_latin=f"{family}, {given}" if family and given else family or given,
        native_name=native_list(name) if cyrillic else "",
        latin_confirmed=not cyrillic or latin_confirmed(name),
        organisation=organisation,
        organisation_id=organisation_id,
        position=position,
        roles=tuple(sorted(taking.roles, key=_ROLE_ORDER.__getitem__)) if taking else (),
        last_activity=taking.last if taking else UNKNOWN,
        sex=sex,
        country=str(country),
        email=str(email),
        photo_consent=photo,
        search_text=f"{searched} {fold(organisation)} {fold(position)}".strip(),
    )


def _takings(view: View, programme_id: str, today: date) -> Mapping[str, _Taking]:
    """Roles and last activity of everybody who takes part; cancelled participations and activities left out."""
    found: dict[str, _Taking] = {}
    rows = view.session.execute(
        select(Participation.person_id, Participation.role, Activity.start, Activity.end)
        .outerjoin(Activity, Participation.activity_id == Activity.id)
        .outerjoin(Partnership, Participation.partnership_id == Partnership.id)
        .where(Participation.cancelled.is_(False))
        .where(or_(Activity.id.is_(None), Activity.status != ActivityStatus.CANCELLED))
        .where(*([or_(*_within(programme_id))] if programme_id else []))
    )
    for person_id, role, start, end in rows:
        known = found.get(person_id)
        if known is None:
            known = found[person_id] = _Taking(set(), UNKNOWN)
        known.roles.add(role)
        when = _begun(start, end)
        if when.first is not None and when.first <= today and _later(when, known.last):
            found[person_id] = _Taking(known.roles, when)
    return found


def _begun(start: PartialDate | None, end: PartialDate | None) -> PartialDate:
    """When an activity began, as far as is known; a participation in a partnership has no dates of its own."""
    return next((day for day in (start, end) if day is not None and day.known), UNKNOWN)


def _later(one: PartialDate, other: PartialDate) -> bool:
    return other.last is None or (one.last is not None and one.last > other.last)


def _within(programme_id: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Activity.programme_id == programme_id, Partnership.programme_id == programme_id


def _posts(view: View) -> Mapping[str, tuple[str, str, str]]:
    """(organisation id, its name, title of the post) by person: the main post."""
    names = {
        ident: pick(texts, view.language) or short or code
        for ident, texts, short, code in view.session.execute(
            select(Organisation.id, Organisation.name, Organisation.short_name, Organisation.code)
        )
    }
    rows = view.session.execute(
        select(
            PersonPosition.person_id, PersonPosition.organisation_id, PersonPosition.title, PersonPosition.title_en
        ).where(PersonPosition.main)
    )
    return {
        person_id: (
            organisation_id or "",
            names.get(organisation_id or "", ""),
            post_title(title, title_en, view.language),
        )
        for person_id, organisation_id, title, title_en in rows
    }


def _photo_consents(view: View) -> Mapping[str, bool]:
    """Whether the last thing that a person said about photos was yes; a statement in a file of the organiser counts."""
    rows = view.session.execute(
        select(Consent.person_id, Consent.state, Consent.stated_on)
        .where(Consent.purpose == "photo")
        .order_by(Consent.id)
    )
    last: dict[str, tuple[PartialDate, bool]] = {}
    for person_id, state, stated_on in rows:
        former = last.get(person_id)
        if former is None or not _later(former[0], stated_on):
            last[person_id] = (stated_on, state in {"given", "stated_in_file"})
    return {person_id: said for person_id, (_, said) in last.items()}


def _chosen(view: View, programme_id: str) -> set[str]:
    """Ids of the people whom the list of a programme shows."""
    of_programme: CompoundSelect[Any] = union(
        select(Participation.person_id)
        .outerjoin(Activity, Participation.activity_id == Activity.id)
        .outerjoin(Partnership, Participation.partnership_id == Partnership.id)
        .where(or_(*_within(programme_id))),
        select(SessionPerson.person_id)
        .join(Session, SessionPerson.session_id == Session.id)
        .join(Activity, Session.activity_id == Activity.id)
        .where(Activity.programme_id == programme_id),
        select(AgendaDay.chair_id)
        .join(Activity, AgendaDay.activity_id == Activity.id)
        .where(Activity.programme_id == programme_id, AgendaDay.chair_id.is_not(None)),
        select(GroupMember.person_id)
        .join(Group, GroupMember.team_id == Group.id)
        .where(Group.programme_id == programme_id, GroupMember.person_id.is_not(None)),
    )
    anywhere: CompoundSelect[Any] = union(
        select(Participation.person_id),
        select(SessionPerson.person_id),
        select(AgendaDay.chair_id).where(AgendaDay.chair_id.is_not(None)),
        select(GroupMember.person_id).where(GroupMember.person_id.is_not(None)),
    )
    chosen = set(view.session.scalars(of_programme))
    nowhere = select(Person.id).where(Person.id.not_in(anywhere))
    return chosen | set(view.session.scalars(nowhere))
