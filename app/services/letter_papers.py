"""The letter of invitation from the records of a visit (PL-9, PL-10)."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select

from app.core.errors import Refused
from app.documents.letter_data import InvitationPaper, InvitedPerson
from app.documents.texts import PersonName, Text, text_in
from app.models.activities import Activity, ActivityContact, Visit
from app.models.partnerships import Agreement
from app.models.programmes import Signatory
from app.services import agenda_versions, paper_parts
from app.services.people_papers import Taking, takings
from app.storage.work import View


def invitation(
    view: View, activity_id: str, first: str, second: str = "", person_ids: Sequence[str] = ()
) -> InvitationPaper:
    """The invitation letter for the delegation, or for those chosen (PL-10).

    Refused(``paper_no_dates``) while the dates are not known, Refused(``paper_nobody``) when nobody is invited.
    """
    head = paper_parts.event(view, activity_id, first, second)
    if head.start is None or head.end is None or head.activity.start.exact is None:
        raise Refused("paper_no_dates", code=head.activity.code)
    found = [
        taking
        for taking in takings(view, activity_id, first, second)
        if not person_ids or taking.person.id in person_ids
    ]
    guests = [taking for taking in found if not taking.staff]
    if not guests:
        raise Refused("paper_nobody", code=head.activity.code)
    extra = view.session.scalars(select(Visit).where(Visit.activity_id == activity_id)).first()
    contact = view.session.scalars(
        select(ActivityContact).where(ActivityContact.activity_id == activity_id).order_by(ActivityContact.place)
    ).first()
    signatory = view.session.scalars(
        select(Signatory).where(Signatory.programme_id == head.programme.id).order_by(Signatory.place)
    ).first()
    versions = agenda_versions.list_rows(view, activity_id)
    arrivals = [taking.participation.arrival for taking in guests if taking.participation.arrival]
    departures = [taking.participation.departure for taking in guests if taking.participation.departure]
    return InvitationPaper(
        reference=f"{head.activity.code}/{datetime.now().year}",  # noqa: DTZ005 - the user's own year
        written=date.today(),
        addressee=Text(),
        body=paper_parts.organisation_text(head.guest, first, second),
        event_title=head.title,
        start=head.start,
        end=head.end,
        persons=tuple(_invited(taking) for taking in guests),
        issuer=head.organiser.first,
        kind=head.activity.kind,
        partnership=head.partnership,
        programme=head.programme_title,
        funder=head.funder,
        basis=_basis(view, head.activity, first, second),
        purpose=text_in(head.activity.aim, first, second),
        result=text_in(head.activity.results, first, second),
        place=head.place,
        places=head.place,
        arrival=min(arrivals) if arrivals else None,
        departure=max(departures) if departures else None,
        paid=text_in(extra.paid_by, first, second) if extra else Text(),
        contact=_name_of(contact.name) if contact and contact.name else None,
        contact_lines=_contact_lines(contact),
        # A letter is always signed: by hand over the organiser's name where the programme names nobody yet.
        signatory=_name_of(signatory.name) if signatory else PersonName("", ""),
        signatory_position=text_in(signatory.position, first, second) if signatory else head.organiser,
        agenda_version=versions[-1].number if versions else "",
        logos=head.logos,
    )


def _invited(taking: Taking) -> InvitedPerson:
    return InvitedPerson(
        paper_parts.person_name(taking.person),
        taking.position,
        taking.person.birth_date,
        taking.person.passport_number,
    )


def _basis(view: View, activity: Activity, first: str, second: str) -> Text:
    if not activity.partnership_id:
        return Text()
    agreement = view.session.scalars(
        select(Agreement).where(Agreement.partnership_id == activity.partnership_id)
    ).first()
    return text_in(agreement.title, first, second) if agreement else Text()


def _contact_lines(contact: ActivityContact | None) -> str:
    if contact is None:
        return ""
    return ", ".join(part for part in (contact.phone, contact.email) if part)


def _name_of(text: str) -> PersonName:
    given, _, family = text.rpartition(" ")
    return PersonName(given=given, family=family)
