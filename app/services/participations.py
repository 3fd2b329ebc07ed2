"""Who takes part in an activity or a partnership, in which role; travel, insurance and letters of each.

Lists carry the fields of PL-1 (may be handed out); what is sensitive stands in ``internal_rows`` only (PL-2).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.errors import Problem, Refused
from app.core.names import NameForm, name_sort_key, post_title
from app.core.text import fold
from app.core.vocabulary import ParticipationRole, Sex
from app.models.activities import Participation
from app.models.organisations import Organisation
from app.models.people import Person, PersonPosition
from app.services import people, records
from app.services.organisations import name_of
from app.services.person_names import shown
from app.storage.work import View, Work

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A line of the list of participants (PL-1), with what must be ready before somebody travels (PL-11)."""

    id: str
    person_id: str
    code: str
    name: str
    full_name: str
    latin_name: str
    native_name: str
    role: ParticipationRole
    organisation_id: str
    organisation: str
    position: str
    country: str
    sex: Sex
    arrival: date | None
    departure: date | None
    room: str
    insurance: str
    letter_sent: date | None
    cancelled: bool
    requirement_met: bool
    latin_confirmed: bool
    notes: str
    search_text: str


@dataclass(frozen=True, slots=True)
class InternalRow:
    """A participant with the fields of the internal list (PL-2); sensitive, only for papers that need them."""

    row: ParticipantRow
    email: str
    phone: str
    languages: tuple[str, ...]
    diet: str
    access_needs: str
    emergency_contact: str
    birth_date: date | None
    passport_number: str
    passport_expiry: date | None


@dataclass(frozen=True, slots=True)
class ParticipationDraft:
    """What an editor holds of a participation; it belongs to an activity or to a partnership."""

    person_id: str = ""
    activity_id: str | None = None
    partnership_id: str | None = None
    role: ParticipationRole = ParticipationRole.MENTEE
    organisation_id: str | None = None
    position: str = ""
    arrival: date | None = None
    departure: date | None = None
    room: str = ""
    insurance: str = ""
    letter_sent: date | None = None
    cancelled: bool = False
    requirement_met: bool = False
    notes: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class RoleTotal:
    """How many people of a role, by sex (ME-3)."""

    role: ParticipationRole
    by_sex: Mapping[Sex, int]

    @property
    def total(self) -> int:
        """People of the role."""
        return sum(self.by_sex.values())


def list_rows(view: View, activity_id: str = "", partnership_id: str = "") -> tuple[ParticipantRow, ...]:
    """Who takes part, in the alphabetical order of the reader's language (PL-3)."""
    return tuple(row for row, _ in _read(view, activity_id, partnership_id))


def internal_rows(view: View, activity_id: str) -> tuple[InternalRow, ...]:
    """The participants of an activity who have not cancelled, with contacts, diet and documents (PL-2)."""
    return tuple(
        InternalRow(
            row=row,
            email=person.email,
            phone=person.phone,
            languages=tuple(person.languages),
            diet=person.diet,
            access_needs=person.access_needs,
            emergency_contact=person.emergency_contact,
            birth_date=person.birth_date,
            passport_number=person.passport_number,
            passport_expiry=person.passport_expiry,
        )
        for row, person in _read(view, activity_id, "")
        if not row.cancelled
    )


def totals(rows: Iterable[ParticipantRow]) -> tuple[RoleTotal, ...]:
    """People by role and sex (ME-3); somebody in two roles counts in both, cancelled ones in none."""
    counted: dict[ParticipationRole, dict[Sex, set[str]]] = {}
    for row in rows:
        if not row.cancelled:
            counted.setdefault(row.role, {}).setdefault(row.sex, set()).add(row.person_id)
    return tuple(
        RoleTotal(role, {sex: len(people) for sex, people in counted[role].items()})
        for role in ParticipationRole
        if role in counted
    )


def _read(view: View, activity_id: str, partnership_id: str) -> list[tuple[ParticipantRow, Person]]:
    owner = Participation.activity_id == activity_id if activity_id else Participation.partnership_id == partnership_id
    pairs = view.session.execute(
        select(Participation, Person).join(Person, Person.id == Participation.person_id).where(owner)
    )
    found = [(row, person) for row, person in pairs]
    posts = main_positions(view, {person.id for _, person in found})
    organisations = {
        row.id: name_of(row, view.language)
        for row in view.session.scalars(
            select(Organisation).where(
                Organisation.id.in_(
                    {row.organisation_id for row, _ in found if row.organisation_id}
                    | {post.organisation_id for post in posts.values() if post.organisation_id}
                )
            )
        )
    }
    found.sort(key=lambda pair: (name_sort_key(people.name_of(pair[1]), view.language), pair[0].role, pair[0].id))
    return [(_row(view, row, person, posts.get(person.id), organisations), person) for row, person in found]


def _row(
    view: View, row: Participation, person: Person, post: PersonPosition | None, organisations: Mapping[str, str]
) -> ParticipantRow:
    organisation_id = row.organisation_id or (post.organisation_id if post else None) or ""
    position = row.position or position_title(post, view.language)
    organisation = organisations.get(organisation_id, "")
    name = shown(person, view.language, NameForm.LIST)
    return ParticipantRow(
        id=row.id,
        person_id=person.id,
        code=person.code,
        name=name,
        full_name=shown(person, view.language),
        latin_name=shown(person, "en", NameForm.LIST),
        native_name=shown(person, "uk", NameForm.LIST),
        role=row.role,
        organisation_id=organisation_id,
        organisation=organisation,
        position=position,
        country=person.country,
        sex=person.sex,
        arrival=row.arrival,
        departure=row.departure,
        room=row.room,
        insurance=row.insurance,
        letter_sent=row.letter_sent,
        cancelled=row.cancelled,
        requirement_met=row.requirement_met,
        latin_confirmed=person.latin_source.value in ("passport", "typed") or not people.name_of(person).cyrillic,
        notes=row.notes,
        search_text=" ".join(
            part for part in (person.search_text, fold(organisation), fold(position), fold(name)) if part
        ),
    )


def main_positions(view: View, person_ids: Collection[str]) -> dict[str, PersonPosition]:
    """The main position of each of these people."""
    if not person_ids:
        return {}
    rows = view.session.scalars(
        select(PersonPosition)
        .where(PersonPosition.person_id.in_(set(person_ids)), PersonPosition.main)
        .order_by(PersonPosition.id)
    )
    return {row.person_id: row for row in rows}


def position_title(post: PersonPosition | None, language: str) -> str:
    """The title of a post as a reader of a language needs it; empty for none."""
    return "" if post is None else post_title(post.title, post.title_en, language)


def load(view: View, ident: str) -> ParticipationDraft:
    """The draft of one participation; NotFound."""
    return records.to_draft(records.fetch(view, Participation, ident), ParticipationDraft)


def check(draft: ParticipationDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft: a person, one owner, no departure before the arrival."""
    problems = []
    if not draft.person_id:
        problems.append(Problem("person_id", "person_missing"))
    if (draft.activity_id is None) == (draft.partnership_id is None):
        problems.append(Problem("activity_id", "participation_owner_missing"))
    if draft.arrival and draft.departure and draft.departure < draft.arrival:
        problems.append(Problem("departure", "departure_before_arrival"))
    return tuple(problems)


def create(work: Work, draft: ParticipationDraft) -> str:
    """Let somebody take part; raises Invalid, Refused(``already_takes_part``) for the same person in the same role."""
    records.refuse(check(draft))
    _refuse_twice(work, draft, "")
    row = Participation()
    records.apply(row, draft)
    return work.add(row)


def save(work: Work, ident: str, draft: ParticipationDraft) -> None:
    """Keep a changed draft; raises Invalid, Conflict, NotFound, Refused(``already_takes_part``)."""
    records.refuse(check(draft))
    row = records.fetch(work, Participation, ident)
    records.expect_version(row, draft)
    _refuse_twice(work, draft, ident)
    records.apply(row, draft)
    work.flush()


def delete(work: Work, ident: str) -> None:
    """Take somebody off an activity or partnership; marks and certificates of the person stay."""
    work.delete(records.fetch(work, Participation, ident))


def add(
    work: Work, activity_id: str, person_ids: Iterable[str], role: ParticipationRole = ParticipationRole.MENTEE
) -> tuple[str, ...]:
    """Let several people take part in one role; who is in it already is left as is. Gives the new ids."""
    present = set(
        work.session.scalars(
            select(Participation.person_id).where(Participation.activity_id == activity_id, Participation.role == role)
        )
    )
    fresh = [ident for ident in dict.fromkeys(person_ids) if ident not in present]
    return tuple(work.add(Participation(activity_id=activity_id, person_id=ident, role=role)) for ident in fresh)


def change_role(work: Work, ident: str, role: ParticipationRole) -> None:
    """Give a participation another role; Refused(``already_takes_part``) when the person has it already."""
    row = records.fetch(work, Participation, ident)
    draft = records.to_draft(row, ParticipationDraft, role=role)
    _refuse_twice(work, draft, ident)
    row.role = role
    work.flush()


def set_travel(work: Work, idents: Iterable[str], arrival: date | None, departure: date | None) -> None:
    """Set the travel dates of several participations; Refused(``departure_before_arrival``)."""
    if arrival and departure and departure < arrival:
        raise Refused("departure_before_arrival")
    for row in _rows(work, idents):
        row.arrival, row.departure = arrival, departure
    work.flush()


def set_insurance(work: Work, idents: Iterable[str], policy: str) -> None:
    """Set the insurance policy of several participations; an empty text takes it away."""
    for row in _rows(work, idents):
        row.insurance = policy.strip()
    work.flush()


def set_organisation(work: Work, idents: Iterable[str], organisation_id: str | None) -> None:
    """Say who sends several people to an activity; None: whoever their main positions are with."""
    for row in _rows(work, idents):
        row.organisation_id = organisation_id
    work.flush()


def set_letter_sent(work: Work, idents: Iterable[str], day: date | None) -> None:
    """Note on which day the letters of invitation went out (PL-10); None when they did not."""
    for row in _rows(work, idents):
        row.letter_sent = day
    work.flush()


def set_cancelled(work: Work, idents: Iterable[str], cancelled: bool) -> None:
    """Note that people will not come after all, or will."""
    for row in _rows(work, idents):
        row.cancelled = cancelled
    work.flush()


def set_requirement_met(work: Work, idents: Iterable[str], met: bool) -> None:
    """Note who fulfilled the requirement for completion (CE-1)."""
    for row in _rows(work, idents):
        row.requirement_met = met
    work.flush()


def _rows(work: Work, idents: Iterable[str]) -> list[Participation]:
    wanted = [*dict.fromkeys(idents)]
    found: dict[str, Participation] = {}
    # Asked for together: one by one, a thousand people take seconds.
    for start in range(0, len(wanted), _CHUNK):
        some = select(Participation).where(Participation.id.in_(wanted[start : start + _CHUNK]))
        found.update((row.id, row) for row in work.session.scalars(some))
    return [found.get(ident) or records.fetch(work, Participation, ident) for ident in wanted]


def _refuse_twice(work: Work, draft: ParticipationDraft, ident: str) -> None:
    query = select(Participation.id).where(
        Participation.person_id == draft.person_id, Participation.role == draft.role, Participation.id != ident
    )
    if draft.activity_id:
        query = query.where(Participation.activity_id == draft.activity_id)
    else:
        query = query.where(Participation.partnership_id == draft.partnership_id)
    if work.session.scalars(query).first() is not None:
        person = work.session.get(Person, draft.person_id)
        raise Refused("already_takes_part", name=shown(person, work.language))
