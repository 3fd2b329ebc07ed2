"""What stands on an organisation's page beside the organisation: its people and its partnerships."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.names import NameForm, display
from app.core.text import fold
from app.core.vocabulary import PartnerRole, PartnershipStatus
from app.models.partnerships import Partnership, PartnershipMember
from app.models.people import Person, PersonPosition
from app.models.programmes import Programme
from app.services import people
from app.services.people_list import native_list_name
from app.storage.work import View


@dataclass(frozen=True, slots=True)
class OrganisationPerson:
    """A person with a post in the organisation; ``id`` is the person's, ``main`` whether it is the main post."""

    id: str
    code: str
    name: str
    native_name: str
    position: str
    elected: bool
    start: PartialDate
    end: PartialDate
    main: bool
    email: str
    search_text: str


@dataclass(frozen=True, slots=True)
class OrganisationPartnership:
    """A partnership in which the organisation is a member; ``id`` is the partnership's."""

    id: str
    code: str
    title: str
    programme: str
    role: PartnerRole
    offers: str
    status: PartnershipStatus
    search_text: str


def people_of(view: View, ident: str) -> tuple[OrganisationPerson, ...]:
    """Everybody who has or had a post there, by family name."""
    found = view.session.execute(
        select(PersonPosition, Person)
        .join(Person, PersonPosition.person_id == Person.id)
        .where(PersonPosition.organisation_id == ident)
        .order_by(Person.family_key, Person.given_key, Person.id)
    )
    rows = []
    for post, person in found:
        name = people.name_of(person)
        position = post.title_en if view.language == "en" and post.title_en else post.title or post.title_en
        rows.append(
            OrganisationPerson(
                id=person.id,
                code=person.code,
                name=display(name, "en", NameForm.LIST),
                native_name=native_list_name(name),
                position=position,
                elected=post.elected,
                start=post.start,
                end=post.end,
                main=post.main,
                email=person.email,
                search_text=f"{person.search_text} {fold(position)}",
            )
        )
    return tuple(rows)


def partnerships_of(view: View, ident: str) -> tuple[OrganisationPartnership, ...]:
    """The partnerships of an organisation, in the order of their codes."""
    found = view.session.execute(
        select(PartnershipMember, Partnership, Programme.code)
        .join(Partnership, PartnershipMember.partnership_id == Partnership.id)
        .join(Programme, Partnership.programme_id == Programme.id)
        .where(PartnershipMember.organisation_id == ident)
        .order_by(Partnership.code)
    )
    return tuple(
        OrganisationPartnership(
            id=row.id,
            code=row.code,
            title=row.title or row.code,
            programme=programme,
            role=member.role,
            offers=member.offers,
            status=row.status,
            search_text=f"{row.search_text} {fold(programme)}",
        )
        for member, row, programme in found
    )
