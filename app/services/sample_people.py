"""The people of the sample: office holders on record, and who sits where once the spreadsheets are taken in.

The files name people of the spreadsheets by their e-mail address; nobody is made here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select

from app.core.errors import Refused
from app.core.names import NameForm
from app.core.progress import Token
from app.core.vocabulary import TRAINING_KINDS, ParticipationRole, Presence
from app.models.activities import Activity, Participation
from app.models.people import Person, PersonPosition
from app.services import (
    activities,
    agenda_facts,
    agendas,
    attendance,
    participations,
    people,
    person_names,
    records,
    sample_files,
)
from app.services.activities import ContactDraft
from app.services.participations import ParticipationDraft
from app.services.people import PersonDraft, PositionDraft
from app.services.sample_files import Facts, Known
from app.storage.work import View, Work

#: Facts of an office holder that make up his or her post.
_POST = ("position", "position_en", "organisation", "elected")


@dataclass(frozen=True, slots=True)
class Seats:
    """The keys of people by the e-mail address in lower case."""

    by_email: Mapping[str, str]

    def find(self, email: str) -> str:
        """The person with an address; Refused(``sample_person_missing``) when the spreadsheet was not taken in."""
        found = self.by_email.get(email.lower())
        if found is None:
            raise Refused("sample_person_missing", email=email)
        return found

    def all(self, emails: Iterable[str]) -> tuple[str, ...]:
        """Several people in the order of their addresses."""
        return tuple(self.find(email) for email in emails)


def write_office_holders(work: Work, rows: Iterable[Facts], known: Known) -> None:
    """The published office holders with their posts; ``known`` learns their names."""
    for row in rows:
        posts: tuple[PositionDraft, ...] = ()
        if "organisation" in row:
            post = PositionDraft(
                organisation_id=known[row["organisation"]],
                title=row["position"],
                title_en=row.get("position_en", row["position"]),
                elected=row.get("elected", False),
            )
            posts = (post,)
        draft = sample_files.draft(PersonDraft, row, known, besides=("ref", *_POST), positions=posts)
        known[row["ref"]] = people.create(work, draft)


def seats(view: View) -> Seats:
    """Everybody who has an e-mail address."""
    rows = view.session.execute(select(Person.email, Person.id).where(Person.email != "").order_by(Person.code))
    return Seats({email.lower(): ident for email, ident in rows})


def seat_hosts(work: Work, facts: Facts, seat: Seats) -> None:
    """Mentors, experts, speakers and interpreters of the visit, in their roles."""
    activity = records.by_code(work, Activity, facts["activity"])
    for row in facts["mentors"]:
        draft = ParticipationDraft(
            person_id=seat.find(row["email"]),
            activity_id=activity.id,
            role=ParticipationRole(row["role"]),
            notes=row.get("notes", ""),
        )
        _seat(work, draft)


def seat_delegation(work: Work, facts: Facts, seat: Seats) -> None:
    """The guests of the visit with travel, letters, insurance; who leaves early, who did not meet the requirement."""
    activity = records.by_code(work, Activity, facts["activity"])
    group = facts["delegation"]
    role = ParticipationRole(group["role"])
    guest_id = activities.load(work, activity.id).visit.guest_id or ""
    members = _posted(work, [guest_id])
    early = {seat.find(row["email"]): row for row in group["leaves_early"]}
    unmet = set(seat.all(group["requirement_not_met"]))
    for ident in members:
        row = early.get(ident, {})
        draft = ParticipationDraft(
            person_id=ident,
            activity_id=activity.id,
            role=role,
            arrival=date.fromisoformat(group["arrival"]),
            departure=date.fromisoformat(row.get("departure", group["departure"])),
            insurance=group["insurance"],
            letter_sent=date.fromisoformat(group["letter_sent"]),
            requirement_met=ident not in unmet,
            notes=row.get("notes", ""),
        )
        _seat(work, draft)


def seat_network(work: Work, facts: Facts) -> None:
    """Those who came to the network meeting, in the roles that their posts tell."""
    activity = records.by_code(work, Activity, facts["activity"])
    roles = {post: ParticipationRole(role) for post, role in facts["roles"].items()}
    present = work.session.scalars(
        select(Participation.person_id).where(Participation.activity_id == activity.id)
    ).all()
    posts = participations.main_positions(work, present)
    for ident in present:
        post = posts.get(ident)
        title = (post.title_en or post.title).strip().lower() if post else ""
        _seat(work, ParticipationDraft(person_id=ident, activity_id=activity.id, role=roles[title]))


def seat_speakers(work: Work, facts: Facts, seat: Seats, token: Token) -> None:
    """Speakers and interpreters of every session of an agenda, and who leads each day."""
    activity = records.by_code(work, Activity, facts["activity"])
    found = {fact.starts_at: fact for fact in agenda_facts.sessions_of(work, [activity.id])[activity.id]}
    for number, day in enumerate(facts["days"]):
        token.step(number, len(facts["days"]))
        if day["chair"]:
            head = agendas.load_day(work, activity.id, date.fromisoformat(day["day"]))
            agendas.save_day(work, replace(head, chair_id=seat.find(day["chair"])))
        for row in day["sessions"]:
            if "speakers" in row or "interpreters" in row:
                ident = found[datetime.fromisoformat(f"{day['day']}T{row['from']}")].id
                draft = replace(
                    agendas.load(work, ident),
                    speakers=seat.all(row.get("speakers", ())),
                    interpreters=seat.all(row.get("interpreters", ())),
                )
                agendas.save(work, ident, draft)


def mark_attendance(work: Work, facts: Facts, seat: Seats) -> None:
    """Everybody present at every item that counts, but for what the file says otherwise."""
    activity = records.by_code(work, Activity, facts["activity"])
    source = facts["attendance"]["source"]
    attendance.mark_all_present(work, activity.id, source=source)
    counted = [
        fact
        for fact in agenda_facts.sessions_of(work, [activity.id])[activity.id]
        if fact.kind in TRAINING_KINDS and not fact.cancelled
    ]
    for row in facts["attendance"]["but"]:
        missed = [fact.id for fact in counted if _within(f"{fact.starts_at:%Y-%m-%dT%H:%M}", row["from"], row["to"])]
        presence = Presence(row["presence"])
        attendance.mark(work, activity.id, [seat.find(row["email"])], missed, presence, row.get("minutes"), source)


def name_posts(work: Work, facts: Facts) -> None:
    """English words for the posts of those who take part in the visit, as English papers need them."""
    activity = records.by_code(work, Activity, facts["activity"])
    present = {row.person_id for row in participations.list_rows(work, activity.id)}
    for ident in sorted(present):
        draft = people.load(work, ident)
        posts = tuple(replace(post, title_en=facts["posts"].get(post.title, post.title_en)) for post in draft.positions)
        people.save(work, ident, replace(draft, positions=posts))


def write_contacts(work: Work, facts: Facts, seat: Seats) -> None:
    """The contacts block of the visit (AG-6), with names and telephones of the people on record."""
    activity = records.by_code(work, Activity, facts["activity"])
    contacts = []
    for row in facts["contacts"]:
        contact = sample_files.draft(ContactDraft, row, {})
        if contact.email:
            person = records.fetch(work, Person, seat.find(contact.email))
            name = person_names.shown(person, "en", NameForm.SENTENCE)
            contact = replace(contact, name=name, phone=person.phone)
        contacts.append(contact)
    activities.save(work, activity.id, replace(activities.load(work, activity.id), contacts=tuple(contacts)))


def _seat(work: Work, draft: ParticipationDraft) -> None:
    """Let somebody take part; what an import made of the same person in the same activity is changed, not doubled."""
    row = work.session.scalars(
        select(Participation)
        .where(Participation.activity_id == draft.activity_id, Participation.person_id == draft.person_id)
        .order_by(Participation.id)
    ).first()
    if row is None:
        participations.create(work, draft)
        return
    before = participations.load(work, row.id)
    participations.save(
        work,
        row.id,
        replace(
            draft,
            organisation_id=before.organisation_id,
            position=before.position,
            version=before.version,
        ),
    )


def _posted(view: View, organisation_ids: Iterable[str]) -> tuple[str, ...]:
    """The people whose main post is in one of these organisations, in the order of their codes."""
    return tuple(
        view.session.scalars(
            select(Person.id)
            .join(PersonPosition, PersonPosition.person_id == Person.id)
            .where(PersonPosition.main, PersonPosition.organisation_id.in_(list(organisation_ids)))
            .order_by(func.length(Person.code), Person.code)
        )
    )


def _within(moment: str, first: str, last: str) -> bool:
    """Whether a moment lies in a span whose ends are given to the day or to the minute."""
    return first <= moment and moment[: len(last)] <= last
