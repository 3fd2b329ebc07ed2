"""Deliverables: strategic plans, analyses, applications ... from not started to adopted (DL-1 to DL-5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem, Refused
from app.core.i18n import pick
from app.core.ids import new_ids
from app.core.text import fold
from app.core.vocabulary import DeliverableKind, DeliverableStage, ReviewVerdict
from app.models.deliverables import Deliverable, DeliverableReview, DeliverableVersion, StageChange
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.programmes import Programme
from app.services import deliverable_stages, documents, draft_checks, records
from app.services.organisations import name_of
from app.services.person_names import people_by_id, shown
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class DeliverableRow:
    """A line of the list or a card of the board; ``overdue`` on the day for which it was asked."""

    id: str
    code: str
    programme_id: str
    programme: str
    partnership_id: str
    partnership: str
    kind: DeliverableKind
    title: str
    stage: DeliverableStage
    due: PartialDate
    overdue: bool
    days_left: int | None
    owner: str
    responsible: str
    version: str
    reviews_waiting: int
    reviews_overdue: int
    adoption_date: PartialDate
    search_text: str


@dataclass(frozen=True, slots=True)
class VersionDraft:
    """A version in one language (DL-2, DL-5)."""

    number: str = ""
    language: str = ""
    made_on: date | None = None
    author: str = ""
    note: str = ""
    document_id: str | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """Somebody asked to review by a day (DL-3); a person on record or only a name."""

    reviewer_id: str | None = None
    reviewer: str = ""
    role: str = ""
    due: date | None = None
    verdict: ReviewVerdict = ReviewVerdict.WAITING
    done_on: date | None = None
    comments: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class DeliverableDraft:
    """What an editor holds of a deliverable; ``stage`` counts at creation only, later it moves with ``move``."""

    programme_id: str = ""
    partnership_id: str | None = None
    owner_id: str | None = None
    responsible_id: str | None = None
    code: str = ""
    kind: DeliverableKind = DeliverableKind.STRATEGIC_PLAN
    title: Mapping[str, str] = field(default_factory=dict)
    stage: DeliverableStage = DeliverableStage.NOT_STARTED
    due: PartialDate = UNKNOWN
    purposes: tuple[str, ...] = ()
    adoption_number: str = ""
    adoption_date: PartialDate = UNKNOWN
    adoption_body: str = ""
    call: str = ""
    requested_minor: int | None = None
    own_minor: int | None = None
    currency: str = "EUR"
    notes: str = ""
    versions: tuple[VersionDraft, ...] = ()
    reviews: tuple[ReviewDraft, ...] = ()
    version: int = 0


def list_rows(view: View, programme_id: str = "", today: date | None = None) -> tuple[DeliverableRow, ...]:
    """Deliverables by their codes; ``today`` is the day against which due dates are held."""
    on = today or date.today()
    query = select(Deliverable).order_by(Deliverable.code)
    if programme_id:
        query = query.where(Deliverable.programme_id == programme_id)
    rows = view.session.scalars(query).all()
    known = _Known(view, rows, on)
    return tuple(known.row(row) for row in rows)


class _Known:
    """What the rows show of other records, read once for all rows."""

    def __init__(self, view: View, rows: Iterable[Deliverable], on: date) -> None:
        session = view.session
        self.language, self.on = view.language, on
        self.programmes = dict(session.execute(select(Programme.id, Programme.code)).all())
        self.partnerships = dict(session.execute(select(Partnership.id, Partnership.title)).all())
        self.people = people_by_id(view, {row.responsible_id for row in rows if row.responsible_id})
        owners = {row.owner_id for row in rows if row.owner_id}
        self.owners = {
            row.id: name_of(row, view.language)
            for row in session.scalars(select(Organisation).where(Organisation.id.in_(owners)))
        }
        self.versions: dict[str, str] = {}
        for ident, number in session.execute(select(DeliverableVersion.deliverable_id, DeliverableVersion.number)):
            self.versions[ident] = max(self.versions.get(ident, ""), number, key=deliverable_stages.version_order)
        waiting = DeliverableReview.verdict == ReviewVerdict.WAITING
        self.waiting = self._count(view, waiting)
        self.late = self._count(view, waiting & (DeliverableReview.due < on))

    @staticmethod
    def _count(view: View, condition: object) -> dict[str, int]:
        return dict(
            view.session.execute(
                select(DeliverableReview.deliverable_id, func.count())
                .where(condition)  # type: ignore[arg-type]
                .group_by(DeliverableReview.deliverable_id)
            ).all()
        )

    def row(self, row: Deliverable) -> DeliverableRow:
        last = row.due.last
        owner = self.owners.get(row.owner_id or "", "")
        responsible = shown(self.people.get(row.responsible_id or ""), self.language)
        partnership = self.partnerships.get(row.partnership_id or "", "")
        return DeliverableRow(
            id=row.id,
            code=row.code,
            programme_id=row.programme_id,
            programme=self.programmes.get(row.programme_id, ""),
            partnership_id=row.partnership_id or "",
            partnership=partnership,
            kind=row.kind,
            title=pick(row.title, self.language) or row.code,
            stage=row.stage,
            due=row.due,
            overdue=deliverable_stages.is_overdue(row.stage, row.kind, row.due, self.on),
            days_left=(last - self.on).days if last else None,
            owner=owner,
            responsible=responsible,
            version=self.versions.get(row.id, ""),
            reviews_waiting=self.waiting.get(row.id, 0),
            reviews_overdue=self.late.get(row.id, 0),
            adoption_date=row.adoption_date,
            search_text=" ".join(
                text for text in (row.search_text, fold(owner), fold(responsible), fold(partnership)) if text
            ),
        )


def load(view: View, ident: str) -> DeliverableDraft:
    """The draft of one deliverable with its versions and reviews; NotFound."""
    row = records.fetch(view, Deliverable, ident)
    versions = view.session.scalars(select(DeliverableVersion).where(DeliverableVersion.deliverable_id == ident)).all()
    reviews = view.session.scalars(
        select(DeliverableReview)
        .where(DeliverableReview.deliverable_id == ident)
        .order_by(DeliverableReview.due, DeliverableReview.id)
    )
    ordered = sorted(versions, key=lambda version: (deliverable_stages.version_order(version.number), version.id))
    return records.to_draft(
        row,
        DeliverableDraft,
        versions=tuple(records.to_draft(version, VersionDraft) for version in ordered),
        reviews=tuple(records.to_draft(review, ReviewDraft) for review in reviews),
    )


def check(draft: DeliverableDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft; what a stage needs (DL-4) is asked where it stands at that stage or later."""
    problems = []
    if not draft.programme_id:
        problems.append(Problem("programme_id", "programme_missing"))
    if not draft_checks.has_text(draft.title):
        problems.append(Problem("title", "title_missing"))
    for name in ("requested_minor", "own_minor"):
        value = getattr(draft, name)
        if value is not None and value < 0:
            problems.append(Problem(name, "amount_negative", {"value": value}))
    for review in draft.reviews:
        if not review.reviewer_id and not review.reviewer.strip():
            problems.append(Problem("reviews", "reviewer_missing"))
    seen: set[tuple[str, str]] = set()
    for version in draft.versions:
        if (version.number, version.language) in seen:
            params = {"number": version.number, "language": version.language}
            problems.append(Problem("versions", "version_twice", params))
        seen.add((version.number, version.language))
    if draft.stage is DeliverableStage.ADOPTED:
        problems.extend(_needed(draft, DeliverableStage.ADOPTED, "warning"))
    return tuple(problems)


def _needed(draft: DeliverableDraft | Deliverable, stage: DeliverableStage, severity: str = "error") -> list[Problem]:
    """What is missing for a stage (DL-4)."""
    problems = []
    if stage is DeliverableStage.ADOPTED:
        if not draft.adoption_number.strip():
            problems.append(Problem("adoption_number", "adoption_number_missing", severity=severity))
        if not draft.adoption_date.known:
            problems.append(Problem("adoption_date", "adoption_date_missing", severity=severity))
        if not draft.adoption_body.strip():
            problems.append(Problem("adoption_body", "adoption_body_missing", severity=severity))
    if stage is DeliverableStage.SUBMITTED and draft.kind is DeliverableKind.FUNDING_APPLICATION:
        if not draft.call.strip():
            problems.append(Problem("call", "call_missing", severity=severity))
        if draft.requested_minor is None:
            problems.append(Problem("requested_minor", "requested_amount_missing", severity=severity))
        if draft.own_minor is None:
            problems.append(Problem("own_minor", "own_amount_missing", severity=severity))
    return problems


def create(work: Work, draft: DeliverableDraft, on: date | None = None) -> str:
    """Make a deliverable; an empty code is given one (``CEP-UA-D01``). Raises Invalid, NotFound.

    What begins at a later stage gets its first stage change on ``on``, today by default.
    """
    records.refuse(check(draft))
    programme = records.fetch(work, Programme, draft.programme_id)
    row = Deliverable(
        code=draft.code or records.next_code(work, Deliverable, f"{programme.code}-D", 2), stage=draft.stage
    )
    _fill(row, draft)
    ident = work.add(row)
    _keep_owned(work, ident, draft)
    if draft.stage is not DeliverableStage.NOT_STARTED:
        _note(work, ident, (DeliverableStage.NOT_STARTED, draft.stage), on or date.today(), "")
    return ident


def create_many(work: Work, drafts: Sequence[DeliverableDraft], on: date | None = None) -> list[tuple[str, str]]:
    """Make many deliverables at once, as ``create`` would one by one; gives (id, code) in order. Invalid, NotFound.

    They have no versions and reviews yet. Codes that are given must be free.
    """
    day = on or date.today()
    numbers: dict[str, int] = {}
    taken = {draft.code for draft in drafts if draft.code}
    rows: list[dict[str, object]] = []
    steps: list[dict[str, object]] = []
    for ident, draft in zip(new_ids(len(drafts)), drafts, strict=True):
        records.refuse(check(draft))
        code = draft.code
        if not code:
            prefix = f"{records.fetch(work, Programme, draft.programme_id).code}-D"
            number = numbers.get(prefix) or records.next_number(work, Deliverable, prefix)
            while f"{prefix}{number:02d}" in taken:
                number += 1
            numbers[prefix], code = number + 1, f"{prefix}{number:02d}"
        row = Deliverable(id=ident, code=code, stage=draft.stage)
        _fill(row, draft)
        rows.append({name: value for name, value in vars(row).items() if not name.startswith("_")})
        if draft.stage is not DeliverableStage.NOT_STARTED:
            step = {"from_stage": DeliverableStage.NOT_STARTED, "to_stage": draft.stage, "changed_on": day}
            steps.append({"deliverable_id": ident, "who": work.who, "note": "", **step})
    work.insert_many(Deliverable, rows)
    work.insert_many(StageChange, steps)
    return [(str(row["id"]), str(row["code"])) for row in rows]


def save(work: Work, ident: str, draft: DeliverableDraft) -> None:
    """Keep a changed draft, its stage left as it is; raises Invalid, Conflict, NotFound."""
    records.refuse(check(draft))
    row = records.fetch(work, Deliverable, ident)
    records.expect_version(row, draft)
    _fill(row, draft)
    work.flush()
    _keep_owned(work, ident, draft)


def delete(work: Work, ident: str) -> None:
    """Delete a deliverable with its versions, reviews, stage changes and kept documents."""
    row = records.fetch(work, Deliverable, ident)
    documents.remove_of(work, "deliverable", ident)
    work.delete(row)


def move(work: Work, ident: str, to_stage: DeliverableStage, on: date, note: str = "") -> None:
    """Move a deliverable to another stage and write down who, when and why (DL-1).

    Refused(``stage_not_reachable``) for a stage that does not follow, Refused(``reason_missing``) for a step back
    without a reason, Invalid for what the stage needs (DL-4): adoption number, date and body; call and amounts of
    an application.
    """
    row = records.fetch(work, Deliverable, ident)
    if to_stage is row.stage:
        return
    if to_stage not in deliverable_stages.moves(row.stage):
        raise Refused("stage_not_reachable", code=row.code)
    if deliverable_stages.needs_reason(row.stage, to_stage) and not note.strip():
        raise Refused("reason_missing")
    if not deliverable_stages.is_back(row.stage, to_stage):
        records.refuse(_needed(row, to_stage))
    before, row.stage = row.stage, to_stage
    work.flush()
    _note(work, ident, (before, to_stage), on, note)


def _note(work: Work, ident: str, step: tuple[DeliverableStage, DeliverableStage], on: date, note: str) -> None:
    work.add(
        StageChange(
            deliverable_id=ident, from_stage=step[0], to_stage=step[1], changed_on=on, who=work.who, note=note.strip()
        )
    )


def review(work: Work, review_id: str, verdict: ReviewVerdict, on: date, comments: str = "") -> None:
    """Keep what a reviewer said (DL-3); back to waiting takes the day away. NotFound."""
    row = records.fetch(work, DeliverableReview, review_id)
    row.verdict = verdict
    row.done_on = None if verdict is ReviewVerdict.WAITING else on
    row.comments = comments or row.comments
    work.flush()


def _fill(row: Deliverable, draft: DeliverableDraft) -> None:
    code = row.code
    records.apply(row, draft, skip=("versions", "reviews", "stage"))
    row.code = draft.code or code
    parts = [row.code, *row.title.values(), row.adoption_number, row.call]
    row.search_text = " ".join(dict.fromkeys(fold(part) for part in parts if part))


def _keep_owned(work: Work, ident: str, draft: DeliverableDraft) -> None:
    owner = {"deliverable_id": ident}
    records.sync(work, DeliverableVersion, owner, draft.versions)
    records.sync(work, DeliverableReview, owner, draft.reviews)
