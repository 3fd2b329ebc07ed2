"""The letters of invitation from the records of a visit: one for each sending body (PL-10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.core.errors import Refused
from app.core.vocabulary import ActivityForm, OrganisationType
from app.documents.letter_data import Addressed, InvitationPaper, InvitedPerson
from app.documents.texts import PersonName, Text, text_in
from app.models.organisations import Organisation
from app.services import letter_facts, name_forms, paper_parts
from app.services.letter_facts import VisitFacts
from app.services.letter_warnings import warnings
from app.services.people_papers import Taking
from app.storage.work import View

#: Bodies whose head is a mayor.
_MAYORS = frozenset({OrganisationType.MUNICIPALITY, OrganisationType.HROMADA})
_KEY = "letters"


@dataclass(frozen=True, slots=True)
class Delegation:
    """The people whom one body sends; ``body`` is None while nobody knows who sends them.

    ``datives``: their confirmed names in that form, by person and language (CE-7).
    """

    body: Organisation | None
    people: tuple[Taking, ...]
    datives: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def invitations(
    view: View, activity_id: str, first: str, second: str = "", person_ids: Sequence[str] = ()
) -> tuple[InvitationPaper, ...]:
    """The letters for an activity: each sending body gets its own, with its people and its reference number.

    Refused(``paper_no_dates``) while the dates are not known, Refused(``paper_nobody``) when nobody is invited.
    """
    head = paper_parts.event(view, activity_id, first, second)
    if head.start is None or head.end is None or head.activity.start.exact is None:
        raise Refused("paper_no_dates", code=head.activity.code)
    everybody = delegations(letter_facts.guests(view, activity_id, first, second), view, head.guest)
    known = letter_facts.facts(view, head)
    everyone = [taking.person.id for one in everybody for taking in one.people]
    datives = name_forms.confirmed(view, everyone, [language for language in (first, second) if language])
    made = []
    for number, one in enumerate(everybody, 1):
        chosen = tuple(taking for taking in one.people if not person_ids or taking.person.id in person_ids)
        if chosen:
            made.append(_letter(view, head, known, Delegation(one.body, chosen, datives), number, (first, second)))
    if not made:
        raise Refused("paper_nobody", code=head.activity.code)
    return tuple(made)


def invitation(
    view: View, activity_id: str, first: str, second: str = "", person_ids: Sequence[str] = ()
) -> InvitationPaper:
    """The first of the letters: the only one where one body sends everybody."""
    return invitations(view, activity_id, first, second, person_ids)[0]


def delegations(people: Sequence[Taking], view: View, guest: Organisation | None) -> list[Delegation]:
    """People by the body that sends them: the guest of the visit first, then the others by name.

    Who works for a part of the guest (its fire brigade, its school), or for nobody known, goes with the guest.
    """
    bodies: dict[str, Organisation | None] = {guest.id: guest} if guest else {}
    found: dict[str, list[Taking]] = {guest.id: []} if guest else {}
    for taking in people:
        body = guest if _part_of(view, taking.organisation, guest) else taking.organisation
        key = body.id if body else ""
        bodies[key] = body
        found.setdefault(key, []).append(taking)
    own = guest.id if guest else None
    order = sorted(found, key=lambda key: (key != own, paper_parts.organisation_name(bodies[key], "en"), key))
    return [Delegation(bodies[key], tuple(found[key])) for key in order if found[key]]


def _part_of(view: View, one: Organisation | None, guest: Organisation | None) -> bool:
    if guest is None:
        return False
    seen: set[str] = set()
    while one is not None and one.id != guest.id and one.parent_id and one.id not in seen:
        seen.add(one.id)
        one = view.session.get(Organisation, one.parent_id)
    return one is None or one.id == guest.id


def _letter(
    view: View,
    head: paper_parts.Event,
    known: VisitFacts,
    delegation: Delegation,
    number: int,
    languages: tuple[str, str],
) -> InvitationPaper:
    body, people = delegation.body, delegation.people
    arrival, departure = letter_facts.stays(people, known)
    assert head.start is not None
    assert head.end is not None
    return InvitationPaper(
        reference=f"{head.activity.code}/L-{number:02d}",
        written=date.today(),
        addressee=Text(),
        addressed=Addressed.MAYOR if body is not None and body.type in _MAYORS else Addressed.HEAD,
        body=paper_parts.organisation_text(body, *languages),
        address=body.address if body else "",
        event_title=head.title,
        theme=head.theme,
        start=head.start,
        end=head.end,
        persons=tuple(
            _invited(taking, arrival, departure, languages, delegation.datives.get(taking.person.id, {}))
            for taking in people
        ),
        issuer=head.organiser.first,
        kind=head.activity.kind,
        partnership=head.partnership,
        programme=head.programme_title,
        funder=head.funder,
        basis=letter_facts.basis(view, head.activity, *languages),
        purpose=text_in(head.activity.aim, *languages),
        result=text_in(head.activity.results, *languages),
        place=head.place,
        places=head.place,
        arrival=arrival,
        departure=departure,
        paid=known.text("paid_by", *languages),
        meals=known.meal_days(),
        contact=letter_facts.name_of(known.contact.name) if known.contact else None,
        contact_lines=letter_facts.contact_line(known.contact),
        # A letter is always signed: by hand over the organiser's name where the programme names nobody yet.
        signatory=letter_facts.name_of(known.signatory.name) if known.signatory else PersonName("", ""),
        signatory_position=text_in(known.signatory.position, *languages) if known.signatory else head.organiser,
        agenda_version=known.version,
        agenda=bool(known.sessions),
        logos=head.logos,
        online=head.activity.form is ActivityForm.ONLINE,
        words=head.words(_KEY),
        accent=head.accent,
    )


def _invited(
    taking: Taking,
    arrival: date | None,
    departure: date | None,
    languages: tuple[str, str],
    dative: Mapping[str, str],
) -> InvitedPerson:
    own = taking.participation
    return InvitedPerson(
        paper_parts.person_name(taking.person),
        taking.position,
        taking.person.birth_date,
        taking.person.passport_number,
        own.arrival if own.arrival != arrival else None,
        own.departure if own.departure != departure else None,
        paper_parts.organisation_text(taking.organisation, *languages),
        dative,
    )


__all__ = ["Delegation", "delegations", "invitation", "invitations", "warnings"]
