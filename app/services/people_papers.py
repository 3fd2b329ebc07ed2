"""Who takes part in an activity, as papers need it; the list of participants (PL-1 to PL-3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.collation import SortKey, sort_key
from app.core.countries import COUNTRIES
from app.core.errors import Refused
from app.core.i18n import N_
from app.core.text import fold
from app.core.vocabulary import ParticipationRole, label
from app.documents.participant_data import ListedGroup, ListedPerson, ParticipantPaper
from app.documents.texts import Text
from app.models.activities import Participation
from app.models.organisations import Organisation
from app.models.people import Person, PersonPosition
from app.services import paper_parts
from app.services.import_rows import phone_words, phones_in_words
from app.services.paper_kinds import Paper
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
    # Somebody of one name stands by that name, not before everybody.
    found.sort(
        key=lambda taking: sort_key(" ".join(paper_parts.person_name(taking.person).sorted_form(first)).strip(), first)
    )
    return found


def _taking(
    entries: Sequence[tuple[Participation, Person]],
    posts: Mapping[str, PersonPosition],
    organisations: Mapping[str, Organisation],
    first: str,
    second: str,
) -> Taking:
    rows = sorted((entry for entry, _ in entries), key=lambda row: list(ParticipationRole).index(row.role))
    person = entries[0][1]
    # Somebody in two roles may have travel and room written at one of them only.
    participation = next((row for row in rows if row.arrival or row.departure or row.room), rows[0])
    post = posts.get(person.id)
    organisation_id = _first_of(row.organisation_id for row in rows) or (post.organisation_id if post else None)
    stated = _first_of(row.position for row in rows)
    position = Text(stated)
    if not stated and post is not None:
        employer = organisations.get(post.organisation_id or "")
        country = employer.country if employer else person.country
        position = paper_parts.position_text(post.title, post.title_en, first, second, country)
    roles = tuple(row.role for row in rows)
    return Taking(person, roles, participation, organisations.get(organisation_id or ""), position)


def _first_of(values: Iterable[str | None]) -> str:
    return next((value for value in values if value), "")


def those(found: Sequence[Taking], person_ids: Sequence[str]) -> list[Taking]:
    """Only the people chosen; everybody when nobody was."""
    return [taking for taking in found if taking.person.id in person_ids] if person_ids else list(found)


def _organisations(view: View, idents: Iterable[str | None]) -> dict[str, Organisation]:
    wanted = {ident for ident in idents if ident}
    if not wanted:
        return {}
    return {row.id: row for row in view.session.scalars(select(Organisation).where(Organisation.id.in_(wanted)))}


def participant_list(view: View, activity_id: str, first: str, second: str = "") -> ParticipantPaper:
    """The list of participants by delegation: guests, others, hosts, then experts and the organiser's people (PL-3).

    Refused(``paper_nobody``) for nobody.
    """
    head = paper_parts.event(view, activity_id, first, second)
    sorter = Groups(head, first, second)
    groups: dict[tuple[int, str], list[Taking]] = {}
    for taking in takings(view, activity_id, first, second):
        groups.setdefault(sorter.place(taking), []).append(taking)
    if not groups:
        raise Refused("paper_nobody", code=head.activity.code)
    listed = [sorter.listed(place, groups[place]) for place in sorted(groups, key=sorter.order)]
    countries = sorted({person.country for group in listed for person in group.persons if person.country})
    return ParticipantPaper(
        code=head.activity.code,
        event_title=head.title,
        groups=tuple(listed),
        event_line=event_line(head, first, second),
        start=head.start,
        end=head.end,
        when=head.when,
        as_of=date.today(),
        organiser=head.organiser.first,
        logos=head.logos,
        countries=tuple((code, _country(code, first, second)) for code in countries),
        accent=head.accent,
        words=head.words(Paper.PARTICIPANTS),
    )


#: The groups of a list in their order; the first four are delegations, named by their town.
_GUESTS, _OTHERS, _HOSTS, _NOWHERE, _EXPERTS, _ORGANISER = range(6)
_GROUP_NAMES = {
    _NOWHERE: N_("Without an organisation"),
    _EXPERTS: N_("Experts and speakers"),
    _ORGANISER: N_("Organiser and interpretation"),
}


class Groups:
    """Puts people into the groups of a list. A mentor stands with the town, as in a delegation."""

    def __init__(self, head: paper_parts.Event, first: str, second: str) -> None:
        self.first, self.second = first, second
        self.guest = paper_parts.town_of(head.guest, first) if head.guest else ""
        self.host = paper_parts.town_of(head.host, first) if head.host else ""

    def place(self, taking: Taking) -> tuple[int, str]:
        """The group of a person: its number in order, and the town of a delegation."""
        if taking.staff and ParticipationRole.MENTOR not in taking.roles:
            ours = {ParticipationRole.INTERPRETER, ParticipationRole.COORDINATOR}
            return (_ORGANISER if ours & set(taking.roles) else _EXPERTS), ""
        if taking.organisation is None:
            return _NOWHERE, ""
        town = delegation(taking, self.first).first
        return (_GUESTS if town == self.guest else _HOSTS if town == self.host else _OTHERS), town

    def order(self, place: tuple[int, str]) -> tuple[int, SortKey]:
        """Delegations of one kind by the alphabet of the paper's language (NA-9)."""
        return place[0], sort_key(place[1], self.first)

    def listed(self, place: tuple[int, str], entries: Sequence[Taking]) -> ListedGroup:
        """A group with its persons; the country stands beside a delegation whose people share it."""
        persons = tuple(_listed(taking, self.first, self.second) for taking in entries)
        if place[0] in _GROUP_NAMES:
            title = paper_parts.label_text(_GROUP_NAMES[place[0]], self.first, self.second)
            return ListedGroup(title, persons)
        countries = {person.country for person in persons}
        country = _country(countries.pop(), self.first, self.second) if len(countries) == 1 else Text()
        return ListedGroup(delegation(entries[0], self.first, self.second), persons, country)


def delegation(taking: Taking, first: str, second: str = "") -> Text:
    """The town that somebody comes from; the organisation where it has no town of its own (PL-3)."""
    organisation = taking.organisation
    if organisation is None:
        return paper_parts.label_text(N_("Without an organisation"), first, second)
    return Text(paper_parts.town_of(organisation, first), paper_parts.town_of(organisation, second) if second else "")


def _listed(taking: Taking, first: str, second: str) -> ListedPerson:
    person, participation = taking.person, taking.participation
    home = person.country or (taking.organisation.country if taking.organisation else "")
    return ListedPerson(
        name=paper_parts.person_name(person),
        position=taking.position,
        organisation=paper_parts.organisation_text(taking.organisation, first, second),
        country=(taking.organisation.country if taking.organisation else "") or person.country,
        email=person.email,
        phone=phone_words(person.phone, home),
        languages=", ".join(person.languages),
        diet=person.diet,
        arrival=participation.arrival or "",
        departure=participation.departure or "",
        room=participation.room,
        emergency=phones_in_words(person.emergency_contact, home),
        born=person.birth_date,
        passport=person.passport_number,
        passport_until=person.passport_expiry,
    )


def _country(code: str, first: str, second: str) -> Text:
    return paper_parts.label_text(COUNTRIES.get(code, code), first, second) if code else Text()


def event_line(head: paper_parts.Event, first: str, second: str) -> Text:
    """``Mentoring visit Domžale – Zavodske · Domžale``: what kind of event it is, between whom, where.

    It stands below the title of the event; what that says already is not said twice.
    """
    kind = paper_parts.label_text(label(head.activity.kind), first, second)

    def line(kind_word: str, partnership: str, place: str, title: str) -> str:
        named = " ".join(part for part in (kind_word, partnership) if part)
        told = fold(named) in fold(title)
        return " · ".join(part for part in ("" if told else named, place) if part)

    return Text(
        line(kind.first, head.partnership.first, head.place.first, head.title.first),
        line(kind.second, head.partnership.second, head.place.second, head.title.second) if second else "",
    )
