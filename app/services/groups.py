"""Groups: steering groups, working groups, project teams; their members and meetings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem
from app.core.i18n import pick
from app.core.text import fold
from app.core.vocabulary import GroupKind
from app.models.partnerships import Group, GroupMeeting, GroupMember, Partnership
from app.models.people import Person
from app.services import draft_checks, records
from app.services.person_names import shown
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A line of the list of groups. ``due`` meetings a year (None: no rule), ``held`` so far this year."""

    id: str
    kind: GroupKind
    name: str
    partnership_code: str
    parent_body: str
    founded: PartialDate
    members: int
    member_count: int | None
    due: int | None
    held: int
    next_meeting: PartialDate
    search_text: str

    @property
    def missing(self) -> int:
        """Meetings of the year that are still to be held."""
        return max(0, (self.due or 0) - self.held)


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member as the page of a group shows it."""

    id: str
    person_id: str
    name: str
    organisation_id: str
    role: str
    start: PartialDate
    end: PartialDate


@dataclass(frozen=True, slots=True)
class GroupMemberDraft:
    """A member with a role and dates: a person on record, or only a name or an organisation."""

    person_id: str | None = None
    organisation_id: str | None = None
    name: str = ""
    role: str = ""
    start: PartialDate = UNKNOWN
    end: PartialDate = UNKNOWN
    id: str = ""


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """A meeting that the group held or will hold; perhaps an activity with an agenda of its own."""

    held_on: PartialDate = UNKNOWN
    subject: str = ""
    activity_id: str | None = None
    notes: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """What an editor holds of a group."""

    programme_id: str = ""
    partnership_id: str | None = None
    kind: GroupKind = GroupKind.STEERING_GROUP
    name: Mapping[str, str] = field(default_factory=dict)
    founded: PartialDate = UNKNOWN
    parent_body: str = ""
    predecessor: str = ""
    composition_rule: str = ""
    member_count: int | None = None
    meetings_per_year: int | None = None
    notes: str = ""
    members: tuple[GroupMemberDraft, ...] = ()
    meetings: tuple[MeetingDraft, ...] = ()
    version: int = 0


_OWNED = ("members", "meetings")


def list_rows(view: View, programme_id: str = "", today: date | None = None) -> tuple[GroupRow, ...]:
    """Groups with the members of today and the meetings of this year, of one programme or of all."""
    today = today or date.today()
    members: dict[str, int] = {}
    for member in view.session.scalars(select(GroupMember)):
        members[member.team_id] = members.get(member.team_id, 0) + _sits(member.start, member.end, today)
    meetings: dict[str, list[PartialDate]] = {}
    for team_id, held_on in view.session.execute(select(GroupMeeting.team_id, GroupMeeting.held_on)):
        meetings.setdefault(team_id, []).append(held_on)
    query = select(Group, Partnership.code).outerjoin(Partnership, Group.partnership_id == Partnership.id)
    if programme_id:
        query = query.where(Group.programme_id == programme_id)
    rows = []
    for row, partnership_code in view.session.execute(query.order_by(Group.kind, Group.id)):
        days = meetings.get(row.id, [])
        parts = (*row.name.values(), row.parent_body, partnership_code)
        rows.append(
            GroupRow(
                id=row.id,
                kind=row.kind,
                name=pick(row.name, view.language),
                partnership_code=partnership_code or "",
                parent_body=row.parent_body,
                founded=row.founded,
                members=members.get(row.id, 0),
                member_count=row.member_count,
                due=row.meetings_per_year,
                held=held_in(days, today.year, today),
                next_meeting=_next(days, today),
                search_text=" ".join(fold(part) for part in parts if part),
            )
        )
    return tuple(rows)


def list_members(view: View, ident: str) -> tuple[MemberLine, ...]:
    """The members of a group in their order, names in the reader's language."""
    rows = view.session.execute(
        select(GroupMember, Person)
        .outerjoin(Person, GroupMember.person_id == Person.id)
        .where(GroupMember.team_id == ident)
        .order_by(GroupMember.place, GroupMember.id)
    )
    return tuple(
        MemberLine(
            id=member.id,
            person_id=member.person_id or "",
            name=shown(person, view.language) or member.name,
            organisation_id=member.organisation_id or "",
            role=member.role,
            start=member.start,
            end=member.end,
        )
        for member, person in rows
    )


def held_in(days: Iterable[PartialDate], year: int, today: date) -> int:
    """How many of the meetings were held in a year: known at least to the year, and not still to come."""
    return sum(day.known and day.year == year and day.first is not None and day.first <= today for day in days)


def load(view: View, ident: str) -> GroupDraft:
    """The draft of one group."""
    row = records.fetch(view, Group, ident)
    members = view.session.scalars(
        select(GroupMember).where(GroupMember.team_id == ident).order_by(GroupMember.place, GroupMember.id)
    )
    meetings = view.session.scalars(
        select(GroupMeeting).where(GroupMeeting.team_id == ident).order_by(GroupMeeting.held_on, GroupMeeting.id)
    )
    return records.to_draft(
        row,
        GroupDraft,
        members=tuple(records.to_draft(member, GroupMemberDraft) for member in members),
        meetings=tuple(records.to_draft(meeting, MeetingDraft) for meeting in meetings),
    )


def check(draft: GroupDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft. A group may have no name yet: seeds tell of groups that are not named."""
    return tuple(_check(draft))


def _check(draft: GroupDraft) -> Iterable[Problem]:
    if not draft.programme_id:
        yield Problem("programme_id", "programme_missing")
    for name in ("member_count", "meetings_per_year"):
        number = getattr(draft, name)
        if number is not None and not 0 <= number <= 366:
            yield Problem(name, "number_unlikely", {"value": number})
    for member in draft.members:
        if not (member.person_id or member.organisation_id or member.name.strip()):
            yield Problem("members", "person_name_missing")
        yield from draft_checks.period(member.start, member.end, "members")
    people_on_record = [member.person_id for member in draft.members if member.person_id and not member.end.known]
    if len(set(people_on_record)) < len(people_on_record):
        yield Problem("members", "member_twice", severity="warning")


def create(work: Work, draft: GroupDraft) -> str:
    """Make a group; raises Invalid."""
    records.refuse(check(draft))
    row = Group()
    records.apply(row, draft, skip=_OWNED)
    ident = work.add(row)
    _sync(work, ident, draft)
    return ident


def save(work: Work, ident: str, draft: GroupDraft) -> None:
    """Keep a changed draft; raises Invalid, Conflict, NotFound."""
    records.refuse(check(draft))
    row = records.fetch(work, Group, ident)
    records.expect_version(row, draft)
    records.apply(row, draft, skip=_OWNED)
    work.flush()
    _sync(work, ident, draft)


def delete(work: Work, ident: str) -> None:
    """Delete a group with its memberships and meetings; the people stay."""
    work.delete(records.fetch(work, Group, ident))


def _sync(work: Work, ident: str, draft: GroupDraft) -> None:
    records.sync(work, GroupMember, {"team_id": ident}, draft.members)
    records.sync(work, GroupMeeting, {"team_id": ident}, draft.meetings)


def _sits(start: PartialDate, end: PartialDate, today: date) -> bool:
    return not (start.first and start.first > today) and not (end.last and end.last < today)


def _next(days: Iterable[PartialDate], today: date) -> PartialDate:
    coming = [day for day in days if day.first is not None and day.first > today]
    return min(coming, key=str, default=UNKNOWN)
