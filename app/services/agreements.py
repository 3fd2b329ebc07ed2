"""Agreements of partnerships: who signed what, where and when, perhaps on behalf of somebody else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem
from app.core.i18n import pick
from app.core.text import fold
from app.models.organisations import Organisation
from app.models.partnerships import Agreement, AgreementSignatory, Partnership
from app.models.people import Person
from app.services import documents, draft_checks, organisations, records
from app.services.person_names import shown
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A line of a list of agreements. ``signatories`` are the names as signed; the date may be unknown."""

    id: str
    partnership_id: str
    partnership_code: str
    title: str
    signed_on: PartialDate
    signed_at: str
    valid_until: PartialDate
    signatories: tuple[str, ...]
    parties: tuple[str, ...]
    search_text: str


@dataclass(frozen=True, slots=True)
class AgreementSignatoryDraft:
    """Who signed for which party; ``name`` where the person is not on record, ``on_behalf_of`` whom they stood for."""

    organisation_id: str = ""
    person_id: str | None = None
    name: str = ""
    position: str = ""
    on_behalf_of: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """What an editor holds of an agreement."""

    partnership_id: str = ""
    title: Mapping[str, str] = field(default_factory=dict)
    signed_on: PartialDate = UNKNOWN
    signed_at: str = ""
    valid_until: PartialDate = UNKNOWN
    fields: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    notes: str = ""
    signatories: tuple[AgreementSignatoryDraft, ...] = ()
    version: int = 0


def list_rows(view: View, programme_id: str = "", partnership_id: str = "") -> tuple[AgreementRow, ...]:
    """Agreements of all, of a programme or of one partnership, in the order of the partnerships' codes."""
    query = select(Agreement, Partnership).join(Partnership, Agreement.partnership_id == Partnership.id)
    if programme_id:
        query = query.where(Partnership.programme_id == programme_id)
    if partnership_id:
        query = query.where(Agreement.partnership_id == partnership_id)
    signed = _signatures(view)
    rows = []
    for row, partnership in view.session.execute(query.order_by(Partnership.code, Agreement.id)):
        names = tuple(name for name, _ in signed.get(row.id, ()) if name)
        parties = tuple(dict.fromkeys(party for _, party in signed.get(row.id, ())))
        title = pick(row.title, view.language) or partnership.title or partnership.code
        parts = (partnership.code, *row.title.values(), row.signed_at, *names, *parties)
        rows.append(
            AgreementRow(
                id=row.id,
                partnership_id=row.partnership_id,
                partnership_code=partnership.code,
                title=title,
                signed_on=row.signed_on,
                signed_at=row.signed_at,
                valid_until=row.valid_until,
                signatories=names,
                parties=parties,
                search_text=" ".join(fold(part) for part in parts if part),
            )
        )
    return tuple(rows)


def load(view: View, ident: str) -> AgreementDraft:
    """The draft of one agreement."""
    row = records.fetch(view, Agreement, ident)
    signatories = view.session.scalars(
        select(AgreementSignatory)
        .where(AgreementSignatory.agreement_id == ident)
        .order_by(AgreementSignatory.place, AgreementSignatory.id)
    )
    return records.to_draft(
        row,
        AgreementDraft,
        signatories=tuple(records.to_draft(signatory, AgreementSignatoryDraft) for signatory in signatories),
    )


def check(draft: AgreementDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft."""
    problems = []
    if not draft.partnership_id:
        problems.append(Problem("partnership_id", "partnership_missing"))
    problems.extend(draft_checks.period(draft.signed_on, draft.valid_until, "valid_until"))
    problems.extend(_check_signatories(draft))
    return tuple(problems)


def _check_signatories(draft: AgreementDraft) -> Iterable[Problem]:
    for signatory in draft.signatories:
        if not signatory.organisation_id:
            yield Problem("signatories", "organisation_missing")
        if not signatory.person_id and not signatory.name.strip():
            yield Problem("signatories", "person_name_missing")


def create(work: Work, draft: AgreementDraft) -> str:
    """Make an agreement of a partnership; raises Invalid."""
    records.refuse(check(draft))
    row = Agreement()
    records.apply(row, draft, skip=("signatories",))
    ident = work.add(row)
    records.sync(work, AgreementSignatory, {"agreement_id": ident}, draft.signatories)
    return ident


def save(work: Work, ident: str, draft: AgreementDraft) -> None:
    """Keep a changed draft; raises Invalid, Conflict, NotFound."""
    records.refuse(check(draft))
    row = records.fetch(work, Agreement, ident)
    records.expect_version(row, draft)
    records.apply(row, draft, skip=("signatories",))
    work.flush()
    records.sync(work, AgreementSignatory, {"agreement_id": ident}, draft.signatories)


def delete(work: Work, ident: str) -> None:
    """Delete an agreement with its signatories and kept documents."""
    row = records.fetch(work, Agreement, ident)
    documents.remove_of(work, "agreement", ident)
    work.delete(row)


def _signatures(view: View) -> dict[str, list[tuple[str, str]]]:
    """(name as signed, party) of every agreement, in the order of signing."""
    found: dict[str, list[tuple[str, str]]] = {}
    rows = view.session.execute(
        select(AgreementSignatory, Organisation, Person)
        .join(Organisation, AgreementSignatory.organisation_id == Organisation.id)
        .outerjoin(Person, AgreementSignatory.person_id == Person.id)
        .order_by(AgreementSignatory.place, AgreementSignatory.id)
    )
    for signatory, organisation, person in rows:
        name = shown(person, view.language) or signatory.name
        party = organisations.name_of(organisation, view.language)
        found.setdefault(signatory.agreement_id, []).append((name, party))
    return found
