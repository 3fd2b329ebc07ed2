"""The way of a deliverable through its stages (4.3, DL-1), its reviews, versions and file names (DL-2, DL-3)."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.i18n import pick
from app.core.text import fold
from app.core.vocabulary import DeliverableKind, DeliverableStage, ReviewVerdict
from app.models.deliverables import Deliverable, DeliverableReview, DeliverableVersion, StageChange
from app.models.partnerships import Partnership
from app.services import records
from app.services.person_names import people_by_id, shown
from app.storage.work import View

_S = DeliverableStage
#: The way forward, for the stage track; on hold and cancelled stand beside it.
TRACK = (
    _S.NOT_STARTED,
    _S.DRAFTING,
    _S.INTERNAL_REVIEW,
    _S.CHANGES_REQUESTED,
    _S.APPROVED,
    _S.CONSULTATION,
    _S.SUBMITTED,
    _S.ADOPTED,
    _S.IN_IMPLEMENTATION,
    _S.ARCHIVED,
)
_FORWARD: dict[DeliverableStage, tuple[DeliverableStage, ...]] = {
    _S.NOT_STARTED: (_S.DRAFTING,),
    _S.DRAFTING: (_S.INTERNAL_REVIEW,),
    _S.INTERNAL_REVIEW: (_S.CHANGES_REQUESTED, _S.APPROVED),
    _S.CHANGES_REQUESTED: (_S.DRAFTING, _S.INTERNAL_REVIEW),
    # What no council adopts (an analysis, a report) ends with approval.
    _S.APPROVED: (_S.CONSULTATION, _S.SUBMITTED, _S.ARCHIVED),
    _S.CONSULTATION: (_S.CHANGES_REQUESTED, _S.SUBMITTED),
    _S.SUBMITTED: (_S.CHANGES_REQUESTED, _S.ADOPTED),
    _S.ADOPTED: (_S.IN_IMPLEMENTATION, _S.ARCHIVED),
    _S.IN_IMPLEMENTATION: (_S.ARCHIVED,),
    _S.ARCHIVED: (),
    _S.ON_HOLD: TRACK[:9],
    _S.CANCELLED: (_S.NOT_STARTED, _S.DRAFTING),
}
_DONE = frozenset({_S.ADOPTED, _S.IN_IMPLEMENTATION, _S.ARCHIVED, _S.CANCELLED})
_ASIDE = frozenset({_S.ON_HOLD, _S.CANCELLED})


@dataclass(frozen=True, slots=True)
class StageChangeRow:
    """One step in the history of a deliverable."""

    id: str
    from_stage: DeliverableStage
    to_stage: DeliverableStage
    changed_on: date
    who: str
    note: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """Somebody asked to review, with the deliverable; for the list of reminders (DL-3)."""

    id: str
    deliverable_id: str
    code: str
    title: str
    reviewer: str
    role: str
    due: date | None
    verdict: ReviewVerdict
    done_on: date | None
    overdue: bool


def moves(stage: DeliverableStage) -> tuple[DeliverableStage, ...]:
    """The stages that can follow: forward, back along the track, on hold, cancelled; in the order of the track."""
    reachable = set(_FORWARD[stage])
    if stage in TRACK:
        reachable.update(TRACK[: TRACK.index(stage)])
        # Changes are asked for by a review, not by going back to a review that never was.
        if stage in (_S.CHANGES_REQUESTED,):
            reachable.discard(_S.CHANGES_REQUESTED)
    if stage not in (_S.ARCHIVED, _S.CANCELLED):
        reachable.update(_ASIDE)
    reachable.discard(stage)
    return tuple(word for word in (*TRACK, _S.ON_HOLD, _S.CANCELLED) if word in reachable)


def is_back(stage: DeliverableStage, to_stage: DeliverableStage) -> bool:
    """Whether a step leads backward on the track."""
    if stage not in TRACK or to_stage not in TRACK:
        return False
    return TRACK.index(to_stage) < TRACK.index(stage)


def needs_reason(stage: DeliverableStage, to_stage: DeliverableStage) -> bool:
    """Whether a step must be explained (DL-1): backward, cancelled, or taken up again after that.

    Back to drafting because changes were asked for is the ordinary way and needs none.
    """
    if (stage, to_stage) == (_S.CHANGES_REQUESTED, _S.DRAFTING):
        return False
    if (stage, to_stage) == (_S.CHANGES_REQUESTED, _S.INTERNAL_REVIEW):
        return False
    return is_back(stage, to_stage) or _S.CANCELLED in (stage, to_stage)


def is_done(stage: DeliverableStage, kind: DeliverableKind) -> bool:
    """Whether nobody waits for it any more; an application is done when it was submitted."""
    return stage in _DONE or (kind is DeliverableKind.FUNDING_APPLICATION and stage is _S.SUBMITTED)


def is_overdue(stage: DeliverableStage, kind: DeliverableKind, due: PartialDate, on: date) -> bool:
    """Whether the last day on which it can be due is past and it is not done; on hold nothing is overdue."""
    return due.last is not None and due.last < on and stage is not _S.ON_HOLD and not is_done(stage, kind)


def stage_changes(view: View, deliverable_id: str) -> tuple[StageChangeRow, ...]:
    """The steps of one deliverable, oldest first."""
    rows = view.session.scalars(
        select(StageChange)
        .where(StageChange.deliverable_id == deliverable_id)
        .order_by(StageChange.changed_on, StageChange.id)
    )
    return tuple(
        StageChangeRow(row.id, row.from_stage, row.to_stage, row.changed_on, row.who, row.note) for row in rows
    )


def reviews(view: View, programme_id: str = "", *, on: date, waiting_only: bool = True) -> tuple[ReviewRow, ...]:
    """Reviews by their due day, those without one last (DL-3)."""
    query = select(DeliverableReview, Deliverable).join(Deliverable, Deliverable.id == DeliverableReview.deliverable_id)
    if programme_id:
        query = query.where(Deliverable.programme_id == programme_id)
    if waiting_only:
        query = query.where(DeliverableReview.verdict == ReviewVerdict.WAITING)
    pairs = view.session.execute(query).all()
    people = people_by_id(view, {row.reviewer_id for row, _ in pairs if row.reviewer_id})
    found = [
        ReviewRow(
            id=row.id,
            deliverable_id=owner.id,
            code=owner.code,
            title=pick(owner.title, view.language) or owner.code,
            reviewer=shown(people.get(row.reviewer_id or ""), view.language) or row.reviewer,
            role=row.role,
            due=row.due,
            verdict=row.verdict,
            done_on=row.done_on,
            overdue=row.verdict is ReviewVerdict.WAITING and row.due is not None and row.due < on,
        )
        for row, owner in pairs
        if owner.stage not in (_S.CANCELLED, _S.ARCHIVED) or not waiting_only
    ]
    return tuple(sorted(found, key=lambda row: (row.due or date.max, row.code, row.id)))


def version_order(number: str) -> tuple[int, ...]:
    """The order of version numbers: 0.9 stands before 0.10; what is no number stands first."""
    return tuple(int(part) for part in re.findall(r"\d+", number)) or (-1,)


def next_version(view: View, deliverable_id: str) -> str:
    """The number of the next version (DL-2): 0.1, 0.2 ... while drafted, 1.0 when adopted or submitted, then 1.1 ..."""
    row = records.fetch(view, Deliverable, deliverable_id)
    numbers = view.session.scalars(
        select(DeliverableVersion.number).where(DeliverableVersion.deliverable_id == deliverable_id)
    )
    last = max(((*version_order(number), 0, 0)[:2] for number in numbers), default=(0, 0))
    final = row.stage in (_S.SUBMITTED, _S.ADOPTED, _S.IN_IMPLEMENTATION, _S.ARCHIVED)
    if last[0] < 1:
        return "1.0" if final else f"0.{max(last[1], 0) + 1}"
    return f"{last[0]}.{last[1] + 1}"


def file_name(view: View, deliverable_id: str, number: str, on: date) -> str:
    """The name of a version's file, without ending (DL-2): plain letters only, Ukrainian by the official table."""
    row = records.fetch(view, Deliverable, deliverable_id)
    partnership = view.session.get(Partnership, row.partnership_id) if row.partnership_id else None
    parts = [partnership.title if partnership else "", str(row.kind), pick(row.title, "en")[:40]]
    plain = [re.sub(r"[^a-z0-9]+", "-", fold(part)).strip("-") for part in parts]
    return "_".join([*(part for part in plain if part), f"v{number}", on.isoformat()])
