"""Programmes: the root of everything, with parties, phases, milestones and signatories."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem
from app.core.i18n import pick
from app.core.text import fold
from app.core.vocabulary import (
    VISIT_KINDS,
    ActivityStatus,
    ExpenditureState,
    PartnershipStatus,
    ProgrammePartyRole,
    ProgrammeStatus,
)
from app.models.activities import Activity, Participation
from app.models.budgets import BudgetLine, Expenditure
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.programmes import Milestone, Phase, Programme, ProgrammeParty, Signatory
from app.services import documents, draft_checks, organisations, records
from app.storage.work import View, Work

#: Currencies that programmes of the field are kept in (ISO 4217); the first ones are offered first.
CURRENCIES = tuple(
    "EUR SEK UAH USD GBP CHF NOK DKK ISK PLN CZK HUF RON BGN BAM RSD MKD ALL MDL GEL AMD AZN TRY CAD AUD JPY".split()
)


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A line of the list of programmes. Sums in minor units of ``currency``; each person counts once (ME-3)."""

    id: str
    code: str
    title: str
    status: ProgrammeStatus
    currency: str
    start: PartialDate
    end: PartialDate
    implementers: str
    funders: str
    partnerships: int
    activities: int
    visits: int
    people: int
    planned_minor: int
    committed_minor: int
    paid_minor: int
    search_text: str


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """An organisation in a role for the programme."""

    organisation_id: str = ""
    role: ProgrammePartyRole = ProgrammePartyRole.FUNDER
    note: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class PhaseDraft:
    """A part of a programme with its own funder, themes and dates."""

    title: Mapping[str, str] = field(default_factory=dict)
    start: PartialDate = UNKNOWN
    end: PartialDate = UNKNOWN
    funder_id: str | None = None
    themes: tuple[str, ...] = ()
    planned_partnerships: int | None = None
    notes: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneDraft:
    """Something due that is neither an activity nor a deliverable."""

    title: Mapping[str, str] = field(default_factory=dict)
    due: PartialDate = UNKNOWN
    reached: PartialDate = UNKNOWN
    partnership_id: str | None = None
    notes: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class SignatoryDraft:
    """Who signs the papers of the programme."""

    name: str = ""
    position: Mapping[str, str] = field(default_factory=dict)
    organisation_id: str | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeDraft:
    """What an editor holds of a programme."""

    code: str = ""
    title: Mapping[str, str] = field(default_factory=dict)
    status: ProgrammeStatus = ProgrammeStatus.RUNNING
    currency: str = "EUR"
    start: PartialDate = UNKNOWN
    end: PartialDate = UNKNOWN
    description: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    sdgs: tuple[int, ...] = ()
    funder_sentence: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    notes: str = ""
    parties: tuple[PartyDraft, ...] = ()
    phases: tuple[PhaseDraft, ...] = ()
    milestones: tuple[MilestoneDraft, ...] = ()
    signatories: tuple[SignatoryDraft, ...] = ()
    version: int = 0


_OWNED = ("parties", "phases", "milestones", "signatories")


def list_rows(view: View) -> tuple[ProgrammeRow, ...]:
    """All programmes in the order of their codes, with their figures; the number of queries does not grow."""
    figures = _figures(view)
    parties = _parties(view)
    rows = []
    for row in view.session.scalars(select(Programme).order_by(Programme.code)):
        roles = parties.get(row.id, {})
        funders = ", ".join(roles.get(ProgrammePartyRole.FUNDER, ()))
        rows.append(
            ProgrammeRow(
                id=row.id,
                code=row.code,
                title=name_of(row, view.language),
                status=row.status,
                currency=row.currency,
                start=row.start,
                end=row.end,
                implementers=", ".join(roles.get(ProgrammePartyRole.IMPLEMENTER, ())),
                funders=funders,
                search_text=f"{row.search_text} {fold(funders)}".strip(),
                **{name: counts.get(row.id, 0) for name, counts in figures.items()},
            )
        )
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class ProgrammeName:
    """What a programme is chosen by."""

    id: str
    code: str
    title: str


def choices(view: View) -> tuple[ProgrammeName, ...]:
    """All programmes to choose from, in the order of their codes: one query, without figures."""
    rows = view.session.execute(select(Programme.id, Programme.code, Programme.title).order_by(Programme.code))
    return tuple(ProgrammeName(ident, code, pick(title, view.language) or code) for ident, code, title in rows)


def load(view: View, ident: str) -> ProgrammeDraft:
    """The draft of one programme."""
    row = records.fetch(view, Programme, ident)
    session = view.session
    parties = session.scalars(
        select(ProgrammeParty).where(ProgrammeParty.programme_id == ident).order_by(ProgrammeParty.place)
    )
    phases = session.scalars(select(Phase).where(Phase.programme_id == ident).order_by(Phase.place))
    milestones = session.scalars(
        select(Milestone).where(Milestone.programme_id == ident).order_by(Milestone.due, Milestone.id)
    )
    signatories = session.scalars(select(Signatory).where(Signatory.programme_id == ident).order_by(Signatory.place))
    return records.to_draft(
        row,
        ProgrammeDraft,
        parties=tuple(records.to_draft(party, PartyDraft) for party in parties),
        phases=tuple(records.to_draft(phase, PhaseDraft) for phase in phases),
        milestones=tuple(records.to_draft(milestone, MilestoneDraft) for milestone in milestones),
        signatories=tuple(records.to_draft(signatory, SignatoryDraft) for signatory in signatories),
    )


def other_codes(view: View, ident: str = "") -> frozenset[str]:
    """Codes that a programme cannot have because another one has them."""
    return frozenset(view.session.scalars(select(Programme.code).where(Programme.id != ident)))


def check(draft: ProgrammeDraft, taken: Collection[str] = ()) -> tuple[Problem, ...]:
    """What is wrong with a draft; ``taken`` are the codes of other programmes."""
    problems = []
    if not draft_checks.is_code(draft.code):
        problems.append(Problem("code", "programme_code_wrong", {"value": draft.code}))
    elif draft.code in taken:
        problems.append(Problem("code", "code_taken", {"code": draft.code}))
    if not draft_checks.has_text(draft.title):
        problems.append(Problem("title", "title_missing"))
    if draft.currency not in CURRENCIES:
        problems.append(Problem("currency", "currency_unknown", {"value": draft.currency}))
    problems.extend(draft_checks.period(draft.start, draft.end))
    if any(goal not in range(1, 18) for goal in draft.sdgs):
        problems.append(Problem("sdgs", "goal_unknown"))
    problems.extend(_check_owned(draft))
    return tuple(problems)


def _check_owned(draft: ProgrammeDraft) -> Iterable[Problem]:
    seen: set[tuple[str, ProgrammePartyRole]] = set()
    for party in draft.parties:
        if not party.organisation_id:
            yield Problem("parties", "organisation_missing")
        elif (party.organisation_id, party.role) in seen:
            yield Problem("parties", "party_twice")
        seen.add((party.organisation_id, party.role))
    for phase in draft.phases:
        if not draft_checks.has_text(phase.title):
            yield Problem("phases", "title_missing")
        yield from draft_checks.period(phase.start, phase.end, "phases")
        outside = draft_checks.reversed_period(draft.start, phase.end) or draft_checks.reversed_period(
            phase.start, draft.end
        )
        if outside:
            yield Problem("phases", "phase_outside", severity="warning")
    if any(not draft_checks.has_text(milestone.title) for milestone in draft.milestones):
        yield Problem("milestones", "title_missing")
    if any(not signatory.name.strip() for signatory in draft.signatories):
        yield Problem("signatories", "person_name_missing")


def create(work: Work, draft: ProgrammeDraft) -> str:
    """Make a programme; raises Invalid."""
    records.refuse(check(draft, other_codes(work)))
    row = Programme()
    _fill(row, draft)
    ident = work.add(row)
    _sync(work, ident, draft)
    return ident


def save(work: Work, ident: str, draft: ProgrammeDraft) -> None:
    """Keep a changed draft; codes of what belongs to it stay as they are. Raises Invalid, Conflict, NotFound."""
    row = records.fetch(work, Programme, ident)
    records.refuse(check(draft, other_codes(work, ident)))
    records.expect_version(row, draft)
    _fill(row, draft)
    work.flush()
    _sync(work, ident, draft)


def delete(work: Work, ident: str) -> None:
    """Delete a programme with all that is its own; Refused(``needed_elsewhere``) once a certificate was issued."""
    row = records.fetch(work, Programme, ident)
    documents.remove_of(work, "programme", ident)
    work.delete(row)


def name_of(row: Programme, language: str) -> str:
    """A programme's title in a language, its code when it has none."""
    return pick(row.title, language) or row.code


def _fill(row: Programme, draft: ProgrammeDraft) -> None:
    records.apply(row, draft, skip=_OWNED)
    parts = [row.code, *row.title.values(), *row.themes]
    row.search_text = " ".join(dict.fromkeys(fold(part) for part in parts if part))


def _sync(work: Work, ident: str, draft: ProgrammeDraft) -> None:
    owner = {"programme_id": ident}
    records.sync(work, ProgrammeParty, owner, draft.parties)
    records.sync(work, Phase, owner, draft.phases)
    records.sync(work, Milestone, owner, draft.milestones)
    records.sync(work, Signatory, owner, draft.signatories)


def _parties(view: View) -> dict[str, dict[ProgrammePartyRole, list[str]]]:
    found: dict[str, dict[ProgrammePartyRole, list[str]]] = {}
    rows = view.session.execute(
        select(ProgrammeParty, Organisation)
        .join(Organisation, ProgrammeParty.organisation_id == Organisation.id)
        .order_by(ProgrammeParty.place)
    )
    for party, organisation in rows:
        names = found.setdefault(party.programme_id, {}).setdefault(party.role, [])
        names.append(organisations.name_of(organisation, view.language))
    return found


def _figures(view: View) -> dict[str, dict[str, int]]:
    """Figures of all programmes by the name of the row's field, then by programme."""

    def counted(column: object, number: object, *conditions: object) -> dict[str, int]:
        query = select(column, number).where(*conditions).group_by(column)  # type: ignore[call-overload]
        return {key: int(value or 0) for key, value in view.session.execute(query)}

    happening = Activity.status != ActivityStatus.CANCELLED
    spent = func.sum(Expenditure.budget_minor)
    through_activities = (
        select(Activity.programme_id.label("programme_id"), Participation.person_id.label("person_id"))
        .join(Participation, Participation.activity_id == Activity.id)
        .where(Participation.cancelled.is_(False), happening)
    )
    through_partnerships = (
        select(Partnership.programme_id.label("programme_id"), Participation.person_id.label("person_id"))
        .join(Participation, Participation.partnership_id == Partnership.id)
        .where(Participation.cancelled.is_(False))
    )
    taking = through_activities.union(through_partnerships).subquery()
    return {
        "partnerships": counted(
            Partnership.programme_id, func.count(), Partnership.status != PartnershipStatus.REPLACED
        ),
        "activities": counted(Activity.programme_id, func.count(), happening),
        "visits": counted(Activity.programme_id, func.count(), happening, Activity.kind.in_(VISIT_KINDS)),
        "people": counted(taking.c.programme_id, func.count()),
        "planned_minor": counted(
            BudgetLine.programme_id, func.sum(BudgetLine.total_minor), BudgetLine.heading.is_(False)
        ),
        "committed_minor": counted(Expenditure.programme_id, spent, Expenditure.state == ExpenditureState.COMMITTED),
        "paid_minor": counted(Expenditure.programme_id, spent, Expenditure.state == ExpenditureState.PAID),
    }
