"""Partnerships: two or more organisations of one programme, each in a role; planned and actual."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem
from app.core.i18n import pick
from app.core.text import fold
from app.core.vocabulary import ActivityStatus, DeliverableStage, PartnerRole, PartnershipStatus
from app.models.activities import Activity
from app.models.deliverables import Deliverable
from app.models.organisations import Organisation
from app.models.partnerships import Agreement, Need, Partnership, PartnershipMember
from app.models.programmes import Phase, Programme, ProgrammeParty
from app.services import documents, draft_checks, records
from app.storage.work import View, Work

_ROLE_ORDER = (PartnerRole.MENTOR, PartnerRole.EQUAL, PartnerRole.MENTEE)


@dataclass(frozen=True, slots=True)
class PartnershipRow:
    """A line of the list of partnerships. Countries are codes, mentors first; ``signed``: an agreement is on record."""

    id: str
    code: str
    programme_id: str
    programme_code: str
    title: str
    status: PartnershipStatus
    phase: str
    members: str
    countries: tuple[str, ...]
    themes: tuple[str, ...]
    planned_start: PartialDate
    planned_end: PartialDate
    actual_start: PartialDate
    actual_end: PartialDate
    activities: int
    deliverables: int
    needs: int
    signed: bool
    signed_on: PartialDate
    replaced_by_id: str
    search_text: str


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """One organisation with its role and what it offers."""

    organisation_id: str = ""
    role: PartnerRole = PartnerRole.EQUAL
    offers: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class PartnershipDraft:
    """What an editor holds of a partnership."""

    programme_id: str = ""
    code: str = ""
    phase_id: str | None = None
    title: str = ""
    status: PartnershipStatus = PartnershipStatus.PROPOSED
    themes: tuple[str, ...] = ()
    in_common: tuple[str, ...] = ()
    planned_start: PartialDate = UNKNOWN
    planned_end: PartialDate = UNKNOWN
    actual_start: PartialDate = UNKNOWN
    actual_end: PartialDate = UNKNOWN
    planned: str = ""
    actual: str = ""
    difference_reason: str = ""
    replaced_by_id: str | None = None
    notes: str = ""
    members: tuple[MemberDraft, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class _Member:
    role: PartnerRole
    name: str
    country: str
    search_text: str


def list_rows(view: View, programme_id: str = "") -> tuple[PartnershipRow, ...]:
    """Partnerships in the order of their codes, of one programme or of all; the number of queries does not grow."""
    members = _members(view)
    figures = _figures(view)
    agreements: dict[str, PartialDate] = {}
    for agreement in view.session.execute(select(Agreement.partnership_id, Agreement.signed_on).order_by(Agreement.id)):
        agreements.setdefault(agreement.partnership_id, agreement.signed_on)
    query = (
        select(Partnership, Programme.code, Phase.title)
        .join(Programme, Partnership.programme_id == Programme.id)
        .outerjoin(Phase, Partnership.phase_id == Phase.id)
        .order_by(Partnership.code)
    )
    if programme_id:
        query = query.where(Partnership.programme_id == programme_id)
    rows = []
    for row, programme_code, phase in view.session.execute(query):
        own = members.get(row.id, [])
        rows.append(
            PartnershipRow(
                id=row.id,
                code=row.code,
                programme_id=row.programme_id,
                programme_code=programme_code,
                title=row.title or row.code,
                status=row.status,
                phase=pick(phase or {}, view.language),
                members=", ".join(member.name for member in own),
                countries=tuple(dict.fromkeys(member.country for member in own if member.country)),
                themes=tuple(row.themes),
                planned_start=row.planned_start,
                planned_end=row.planned_end,
                actual_start=row.actual_start,
                actual_end=row.actual_end,
                activities=figures["activities"].get(row.id, 0),
                deliverables=figures["deliverables"].get(row.id, 0),
                needs=figures["needs"].get(row.id, 0),
                signed=row.id in agreements,
                signed_on=agreements.get(row.id, UNKNOWN),
                replaced_by_id=row.replaced_by_id or "",
                search_text=" ".join([row.search_text, *(member.search_text for member in own)]),
            )
        )
    return tuple(rows)


def load(view: View, ident: str) -> PartnershipDraft:
    """The draft of one partnership."""
    row = records.fetch(view, Partnership, ident)
    members = view.session.scalars(
        select(PartnershipMember)
        .where(PartnershipMember.partnership_id == ident)
        .order_by(PartnershipMember.place, PartnershipMember.id)
    )
    return records.to_draft(
        row, PartnershipDraft, members=tuple(records.to_draft(member, MemberDraft) for member in members)
    )


def check(draft: PartnershipDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft: two different members at least, periods that run forward."""
    problems = []
    if not draft.programme_id:
        problems.append(Problem("programme_id", "programme_missing"))
    members = [member.organisation_id for member in draft.members]
    if not all(members):
        problems.append(Problem("members", "organisation_missing"))
    elif len(set(members)) < len(members):
        problems.append(Problem("members", "member_twice"))
    elif len(members) < 2:
        problems.append(Problem("members", "members_too_few"))
    problems.extend(draft_checks.period(draft.planned_start, draft.planned_end, "planned_end"))
    problems.extend(draft_checks.period(draft.actual_start, draft.actual_end, "actual_end"))
    problems.extend(_check_plan(draft))
    return tuple(problems)


def _check_plan(draft: PartnershipDraft) -> Iterable[Problem]:
    differs = draft.planned.strip() and draft.actual.strip() and draft.planned.strip() != draft.actual.strip()
    if differs and not draft.difference_reason.strip():
        yield Problem("difference_reason", "difference_unexplained", severity="warning")
    if draft.status is PartnershipStatus.REPLACED and not draft.replaced_by_id:
        yield Problem("replaced_by_id", "successor_missing", severity="warning")


def create(work: Work, draft: PartnershipDraft) -> str:
    """Make a partnership; an empty code becomes ``CEP-UA-P01``, an empty title the members' names. Raises Invalid."""
    records.refuse(check(draft))
    programme = records.fetch(work, Programme, draft.programme_id)
    code = draft.code or records.next_code(work, Partnership, f"{programme.code}-P", 2)
    row = Partnership()
    _fill(work, row, replace(draft, code=code))
    ident = work.add(row)
    records.sync(work, PartnershipMember, {"partnership_id": ident}, draft.members)
    return ident


def save(work: Work, ident: str, draft: PartnershipDraft) -> None:
    """Keep a changed draft; raises Invalid, Conflict, NotFound, Refused(``replaced_by_itself``)."""
    records.refuse(check(draft))
    row = records.fetch(work, Partnership, ident)
    records.expect_version(row, draft)
    if draft.replaced_by_id == ident:
        records.refuse((Problem("replaced_by_id", "replaced_by_itself"),))
    _fill(work, row, replace(draft, code=draft.code or row.code))
    work.flush()
    records.sync(work, PartnershipMember, {"partnership_id": ident}, draft.members)


def delete(work: Work, ident: str) -> None:
    """Delete a partnership with members, agreements, needs and groups; activities and deliverables stay."""
    row = records.fetch(work, Partnership, ident)
    documents.remove_of(work, "partnership", ident)
    work.delete(row)


def replace_with(work: Work, ident: str, successor_id: str, reason: str) -> None:
    """Say that another partnership took the place of this one, and why."""
    draft = load(work, ident)
    changed = replace(draft, status=PartnershipStatus.REPLACED, replaced_by_id=successor_id, difference_reason=reason)
    save(work, ident, changed)


def propose_title(view: View, members: Sequence[MemberDraft]) -> str:
    """The members' short names, mentors first: ``Domžale – Zavodske``."""
    found = {
        row.id: row
        for row in view.session.scalars(
            select(Organisation).where(Organisation.id.in_([member.organisation_id for member in members]))
        )
    }
    ordered = sorted(members, key=lambda member: _ROLE_ORDER.index(member.role))
    known = [found[member.organisation_id] for member in ordered if member.organisation_id in found]
    return " – ".join(_short(row, view.language) for row in known)


def _short(row: Organisation, language: str) -> str:
    return row.short_name or row.town or pick(row.name, language) or row.code


def _fill(work: Work, row: Partnership, draft: PartnershipDraft) -> None:
    title = draft.title.strip() or propose_title(work, draft.members)
    records.apply(row, replace(draft, title=title), skip=("members",))
    # Names of members are searched where they stand, so that a renamed town is still found.
    row.search_text = " ".join(dict.fromkeys(fold(part) for part in (row.code, title, *row.themes) if part))


def _members(view: View) -> dict[str, list[_Member]]:
    """The members of every partnership: mentors first, then in the order in which they were put."""
    rows = view.session.execute(
        select(PartnershipMember, Organisation)
        .join(Organisation, PartnershipMember.organisation_id == Organisation.id)
        .order_by(PartnershipMember.place, PartnershipMember.id)
    )
    found: dict[str, list[_Member]] = {}
    for member, row in rows:
        shown = _Member(member.role, pick(row.name, view.language) or row.code, row.country, row.search_text)
        found.setdefault(member.partnership_id, []).append(shown)
    for own in found.values():
        own.sort(key=lambda member: _ROLE_ORDER.index(member.role))
    return found


def _figures(view: View) -> Mapping[str, Mapping[str, int]]:
    """What belongs to each partnership; cancelled activities and deliverables do not count."""
    session = view.session
    activities = session.execute(
        select(Activity.partnership_id, func.count())
        .where(Activity.partnership_id.is_not(None), Activity.status != ActivityStatus.CANCELLED)
        .group_by(Activity.partnership_id)
    )
    deliverables = session.execute(
        select(Deliverable.partnership_id, func.count())
        .where(Deliverable.partnership_id.is_not(None), Deliverable.stage != DeliverableStage.CANCELLED)
        .group_by(Deliverable.partnership_id)
    )
    needs = session.execute(select(Need.partnership_id, func.count()).group_by(Need.partnership_id))
    return {
        "activities": {key or "": number for key, number in activities},
        "deliverables": {key or "": number for key, number in deliverables},
        "needs": dict(needs.all()),
    }


def organisation_ids(view: View, programme_id: str) -> frozenset[str]:
    """The organisations that are partners in a programme or stand as its parties."""
    members = select(PartnershipMember.organisation_id).join(
        Partnership, Partnership.id == PartnershipMember.partnership_id
    )
    parties = select(ProgrammeParty.organisation_id).where(ProgrammeParty.programme_id == programme_id)
    return frozenset(view.session.scalars(members.where(Partnership.programme_id == programme_id))) | frozenset(
        view.session.scalars(parties)
    )
