"""The annex to the travel order from the records of a visit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from app.core.errors import Refused
from app.core.i18n import N_
from app.core.vocabulary import ParticipationRole, label
from app.documents.speech import joined, speech
from app.documents.texts import Text, text_in
from app.documents.travel_order import Traveller, TravelOrderPaper
from app.models.agendas import AgendaDay
from app.services import letter_facts, paper_parts
from app.services.letter_facts import VisitFacts
from app.services.people_papers import Taking, takings
from app.storage.work import View

_KEY = "travel-order"


def group(view: View, activity_id: str, languages: tuple[str, str], person_ids: Sequence[str] = ()) -> TravelOrderPaper:
    """One annex for all who travel, or for those chosen; Refused(``paper_nobody``) for nobody."""
    first, second = languages
    head = paper_parts.event(view, activity_id, first, second)
    people = letter_facts.guests(view, activity_id, first, second, person_ids)
    if not people:
        raise Refused("paper_nobody", code=head.activity.code)
    known = letter_facts.facts(view, head)
    arrival, departure = letter_facts.stays(people, known)
    interpreters = [
        paper_parts.person_name(taking.person)
        for taking in takings(view, activity_id, first, second)
        if ParticipationRole.INTERPRETER in taking.roles
    ]
    return TravelOrderPaper(
        code=head.activity.code,
        event_title=head.title,
        travellers=tuple(_traveller(taking, (arrival, departure), languages) for taking in people),
        kind=paper_parts.label_text(label(head.activity.kind), first, second),
        partnership=head.partnership,
        programme=head.programme_title,
        basis=letter_facts.basis(view, head.activity, first, second),
        organiser=head.organiser.first,
        host=paper_parts.organisation_text(head.host, first, second),
        purpose=text_in(head.activity.aim, first, second),
        place=head.place,
        start=head.activity.start.exact,
        end=head.activity.end.exact or head.activity.start.exact,
        arrival=arrival,
        departure=departure,
        travel=known.text("travel", first, second),
        paid=known.text("paid_by", first, second),
        accommodation=known.text("accommodation", first, second),
        insurance=known.text("insurance", first, second),
        meals=known.meals if known.sessions else None,
        cities=_cities(view, activity_id, first, second),
        interpreters=tuple(interpreters),
        contact=letter_facts.name_of(known.contact.name) if known.contact else None,
        contact_lines=letter_facts.contact_line(known.contact),
        agenda=_agenda(known, head.activity.code, first, second),
        printed=date.today(),
        logos=head.logos,
        words=head.words(_KEY),
        accent=head.accent,
    )


def singles(
    view: View, activity_id: str, languages: tuple[str, str], person_ids: Sequence[str] = ()
) -> list[TravelOrderPaper]:
    """One annex for each who travels."""
    whole = group(view, activity_id, languages, person_ids)
    return [replace(whole, travellers=(one,)) for one in whole.travellers]


def _traveller(taking: Taking, stay: tuple[date | None, date | None], languages: tuple[str, str]) -> Traveller:
    person, own = taking.person, taking.participation
    return Traveller(
        paper_parts.person_name(person),
        taking.position,
        paper_parts.organisation_text(taking.organisation, *languages),
        person.birth_date,
        person.passport_number,
        person.passport_expiry,
        own.arrival if own.arrival != stay[0] else None,
        own.departure if own.departure != stay[1] else None,
        own.insurance,
    )


def _cities(view: View, activity_id: str, first: str, second: str) -> dict[date, Text]:
    rows = view.session.scalars(select(AgendaDay).where(AgendaDay.activity_id == activity_id))
    return {row.day: text_in(row.city, first, second) for row in rows if row.city}


def _agenda(known: VisitFacts, code: str, first: str, second: str) -> Text:
    """Which agenda the annex goes with: its code and version; the word draft while none was issued."""
    if not known.sessions:
        return Text()
    said = speech(first, second)
    told = said.say(N_("Version {number}"), number=known.version) if known.version else said.say(N_("Draft"))
    return joined([Text(code), told])
