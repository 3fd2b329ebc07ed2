"""Papers about the people of an activity: participant lists, sign-in sheets, badges."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.collation import sort_key
from app.core.errors import Refused
from app.core.i18n import N_, words
from app.core.vocabulary import ParticipationRole, label
from app.documents.badges import Badge, BadgePaper, Bar
from app.documents.participant_list import ListedGroup, ListedPerson, ParticipantPaper
from app.documents.sign_in_sheet import SheetDay, Signer, SignInPaper
from app.documents.texts import Text, text_in
from app.models.activities import Participation
from app.models.agendas import Session
from app.models.organisations import Organisation
from app.models.people import Person, PersonPosition
from app.services import agenda_versions, paper_parts
from app.services.participations import main_positions
from app.storage.work import View

#: Roles that sign in the section of speakers and staff (PL-6); the others are participants.
STAFF = frozenset(
    {
        ParticipationRole.MENTOR,
        ParticipationRole.EXPERT,
        ParticipationRole.SPEAKER,
        ParticipationRole.INTERPRETER,
        ParticipationRole.COORDINATOR,
    }
)


@dataclass(frozen=True, slots=True)
class Taking:
    """One person taking part, with all their roles in the activity."""

    person: Person
    roles: tuple[ParticipationRole, ...]
    participation: Participation
    organisation: Organisation | None
    position: Text

    @property
    def staff(self) -> bool:
        """Whether they only host, speak or interpret."""
        return all(role in STAFF for role in self.roles)


def takings(view: View, activity_id: str, first: str, second: str = "") -> list[Taking]:
    """Everybody who takes part, once each, in the order of their surnames (PL-3)."""
    rows = paper_parts.standing_participations(view, activity_id)
    by_person: dict[str, list[tuple[Participation, Person]]] = {}
    for participation, person in rows:
        by_person.setdefault(person.id, []).append((participation, person))
    posts = main_positions(view, list(by_person))
    wanted = {row.organisation_id for row, _ in rows} | {post.organisation_id for post in posts.values()}
    organisations = _organisations(view, wanted)
    found = [_taking(entries, posts, organisations, first, second) for entries in by_person.values()]
    found.sort(key=lambda taking: sort_key(" ".join(paper_parts.person_name(taking.person).sorted_form(first)), first))
    return found


def _taking(
    entries: Sequence[tuple[Participation, Person]],
    posts: Mapping[str, PersonPosition],
    organisations: Mapping[str, Organisation],
    first: str,
    second: str,
) -> Taking:
    participation, person = entries[0]
    post = posts.get(person.id)
    organisation_id = participation.organisation_id or (post.organisation_id if post else None)
    position = Text(participation.position)
    if not participation.position and post is not None:
        position = paper_parts.position_text(post.title, post.title_en, first, second)
    roles = tuple(entry.role for entry, _ in entries)
    return Taking(person, roles, participation, organisations.get(organisation_id or ""), position)


def _organisations(view: View, idents: Iterable[str | None]) -> dict[str, Organisation]:
    wanted = {ident for ident in idents if ident}
    if not wanted:
        return {}
    return {row.id: row for row in view.session.scalars(select(Organisation).where(Organisation.id.in_(wanted)))}


def participant_list(view: View, activity_id: str, first: str, second: str = "") -> ParticipantPaper:
    """The list of participants, by delegation: guests first, then hosts and staff; Refused(``paper_nobody``)."""
    head = paper_parts.event(view, activity_id, first, second)
    groups: dict[tuple[bool, str], list[Taking]] = {}
    for taking in takings(view, activity_id, first, second):
        groups.setdefault((taking.staff, _delegation(taking, first).first), []).append(taking)
    if not groups:
        raise Refused("paper_nobody", code=head.activity.code)
    ordered = sorted(groups.items(), key=lambda entry: (entry[0][0], _group_order(entry[1], first)))
    countries = {
        taking.organisation.country for entries in groups.values() for taking in entries if taking.organisation
    }
    return ParticipantPaper(
        code=head.activity.code,
        event_title=head.title,
        groups=tuple(_listed_group(entries, first, second) for _, entries in ordered),
        event_line=_event_line(head, first, second),
        start=head.start,
        end=head.end,
        as_of=date.today(),
        organiser=head.organiser.first,
        logos=head.logos,
        countries=tuple((code, _country(code, first, second)) for code in sorted(countries) if code),
    )


def _delegation(taking: Taking, first: str, second: str = "") -> Text:
    """The town that somebody comes from; the organisation where it has no town of its own (PL-3)."""
    organisation = taking.organisation
    if organisation is None:
        return paper_parts.label_text(N_("Without an organisation"), first, second)
    return Text(paper_parts.town_of(organisation, first), paper_parts.town_of(organisation, second) if second else "")


def _group_order(entries: Sequence[Taking], language: str) -> object:
    return sort_key(_delegation(entries[0], language).first, language)


def _listed_group(entries: Sequence[Taking], first: str, second: str) -> ListedGroup:
    organisation = entries[0].organisation
    country = _country(organisation.country, first, second) if organisation else Text()
    listed = tuple(_listed(taking, first, second) for taking in entries)
    return ListedGroup(_delegation(entries[0], first, second), listed, country)


def _listed(taking: Taking, first: str, second: str) -> ListedPerson:
    person, participation = taking.person, taking.participation
    return ListedPerson(
        name=paper_parts.person_name(person),
        position=taking.position,
        organisation=paper_parts.organisation_text(taking.organisation, first, second),
        country=taking.organisation.country if taking.organisation else person.country,
        email=person.email,
        phone=person.phone,
        languages=", ".join(person.languages),
        diet=person.diet,
        arrival=participation.arrival.isoformat() if participation.arrival else "",
        departure=participation.departure.isoformat() if participation.departure else "",
        room=participation.room,
        emergency=person.emergency_contact,
    )


#: Countries of the programmes, in English; the catalogues hold the other languages.
_COUNTRIES = {
    "UA": N_("Ukraine"),
    "SI": N_("Slovenia"),
    "SE": N_("Sweden"),
    "LV": N_("Latvia"),
    "BA": N_("Bosnia and Herzegovina"),
    "ME": N_("Montenegro"),
    "MK": N_("North Macedonia"),
    "RS": N_("Serbia"),
    "PL": N_("Poland"),
    "BE": N_("Belgium"),
    "DE": N_("Germany"),
}


def _country(code: str, first: str, second: str) -> Text:
    return paper_parts.label_text(_COUNTRIES.get(code, code), first, second) if code else Text()


def _event_line(head: paper_parts.Event, first: str, second: str) -> Text:
    kind = paper_parts.label_text(label(head.activity.kind), first, second)

    def line(kind_word: str, partnership: str, place: str) -> str:
        named = " ".join(part for part in (kind_word, partnership) if part)
        return " · ".join(part for part in (named, place) if part)

    return Text(
        line(kind.first, head.partnership.first, head.place.first),
        line(kind.second, head.partnership.second, head.place.second) if second else "",
    )


def sign_in(view: View, activity_id: str, first: str, second: str = "", day: date | None = None) -> SignInPaper:
    """A sign-in sheet for each day with sessions, or for one day (PL-4)."""
    head = paper_parts.event(view, activity_id, first, second)
    everybody = takings(view, activity_id, first, second)
    rows = view.session.scalars(
        select(Session)
        .where(Session.activity_id == activity_id, Session.cancelled.is_(False))
        .order_by(Session.starts_at)
    ).all()
    by_day: dict[date, list[Session]] = {}
    for row in rows:
        by_day.setdefault(row.starts_at.date(), []).append(row)
    if not by_day and head.start is not None:
        by_day[head.start] = []
    sheets = []
    for number, (one, sessions) in enumerate(sorted(by_day.items()), 1):
        if day is None or one == day:
            sheets.append(_sheet_day(one, number, sessions, everybody, first, second))
    if not sheets:
        raise Refused("paper_no_days")
    versions = agenda_versions.list_rows(view, activity_id)
    return SignInPaper(
        code=head.activity.code,
        event_title=head.title,
        days=tuple(sheets),
        event_line=_event_line(head, first, second),
        project=head.programme_title,
        project_number=head.programme.code,
        organiser=head.organiser.first,
        controller=head.organiser,
        agenda_version=versions[-1].number if versions else "",
        logos=head.logos,
    )


def _sheet_day(
    day: date, number: int, sessions: Sequence[Session], everybody: Sequence[Taking], first: str, second: str
) -> SheetDay:
    from app.documents.formats import formats

    times = ""
    venue = Text()
    if sessions:
        start = min(row.starts_at for row in sessions)
        end = max(row.ends_at for row in sessions)
        times = formats(first, bool(second)).time_range(start.time(), end.time())
        venues = {tuple(sorted(row.venue.items())) for row in sessions if row.venue}
        if len(venues) == 1:
            venue = text_in(dict(venues.pop()), first, second)
    present = [taking for taking in everybody if _is_there(taking.participation, day)]
    return SheetDay(
        day=day,
        number=number,
        times=times,
        venue=venue,
        participants=tuple(_signer(taking, first, second) for taking in present if not taking.staff),
        staff=tuple(_signer(taking, first, second) for taking in present if taking.staff),
    )


def _is_there(participation: Participation, day: date) -> bool:
    return not (
        (participation.arrival and day < participation.arrival)
        or (participation.departure and day > participation.departure)
    )


def _signer(taking: Taking, first: str, second: str) -> Signer:
    return Signer(
        paper_parts.person_name(taking.person),
        taking.position,
        paper_parts.organisation_text(taking.organisation, first, second),
    )


def _those(found: list[Taking], person_ids: Sequence[str]) -> list[Taking]:
    """Only the people chosen; everybody when nobody was."""
    return [taking for taking in found if taking.person.id in person_ids] if person_ids else found


def badges(view: View, activity_id: str, language: str, person_ids: Sequence[str] = ()) -> BadgePaper:
    """A badge for everybody, or for those chosen; interpreters reversed, hosts and experts grey.

    Refused(``paper_nobody``) for nobody.
    """
    head = paper_parts.event(view, activity_id, language)
    everybody = _those(takings(view, activity_id, language), person_ids)
    if not everybody:
        raise Refused("paper_nobody", code=head.activity.code)
    return BadgePaper(
        event=head.title,
        badges=tuple(_badge(taking, language) for taking in everybody),
        start=head.start,
        end=head.end,
        organiser=head.organiser.first,
    )


def _badge(taking: Taking, language: str) -> Badge:
    bar = Bar.PLAIN
    if ParticipationRole.INTERPRETER in taking.roles:
        bar = Bar.REVERSED
    elif taking.staff:
        bar = Bar.GREY
    role = " · ".join(words(language).say(label(role)) for role in taking.roles)
    place = paper_parts.organisation_text(taking.organisation, language)
    return Badge(
        name=paper_parts.person_name(taking.person),
        role=Text(role),
        place=place,
        position=taking.position,
        languages=tuple(taking.person.languages),
        bar=bar,
    )
