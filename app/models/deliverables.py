"""Deliverables: stage, versions, reviews, adoption (DL-1 to DL-5)."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.dates import PartialDate
from app.core.vocabulary import DeliverableKind, DeliverableStage, ReviewVerdict
from app.models.base import Record
from app.models.types import link, owner, partial, plain, string_list, texts, word


class Deliverable(Record):
    """Strategic plan, action plan, analysis, funding application, memorandum, report ..."""

    __tablename__ = "deliverable"
    __table_args__ = (UniqueConstraint("code"),)

    programme_id: Mapped[str] = owner("programme")
    partnership_id: Mapped[str | None] = link("partnership")
    owner_id: Mapped[str | None] = link("organisation")
    responsible_id: Mapped[str | None] = link("person")
    code: Mapped[str] = plain(32)
    kind: Mapped[DeliverableKind] = word(DeliverableKind, DeliverableKind.STRATEGIC_PLAN)
    title: Mapped[Mapping[str, str]] = texts()
    stage: Mapped[DeliverableStage] = word(DeliverableStage, DeliverableStage.NOT_STARTED)
    due: Mapped[PartialDate] = partial()
    purposes: Mapped[list[str]] = string_list()
    adoption_number: Mapped[str] = plain()
    adoption_date: Mapped[PartialDate] = partial()
    adoption_body: Mapped[str] = plain()
    call: Mapped[str] = plain()
    requested_minor: Mapped[int | None] = mapped_column(default=None)
    own_minor: Mapped[int | None] = mapped_column(default=None)
    currency: Mapped[str] = mapped_column(default="EUR")
    notes: Mapped[str] = plain()
    search_text: Mapped[str] = plain()


class DeliverableVersion(Record):
    """A version of a deliverable in one language (DL-2, DL-5)."""

    __tablename__ = "deliverable_version"

    deliverable_id: Mapped[str] = owner("deliverable")
    document_id: Mapped[str | None] = link("document")
    number: Mapped[str] = plain(12)
    language: Mapped[str] = plain(2)
    made_on: Mapped[date | None] = mapped_column(default=None)
    author: Mapped[str] = plain()
    note: Mapped[str] = plain()


class DeliverableReview(Record):
    """Somebody asked to review by a day (DL-3)."""

    __tablename__ = "deliverable_review"

    deliverable_id: Mapped[str] = owner("deliverable")
    reviewer_id: Mapped[str | None] = link("person")
    reviewer: Mapped[str] = plain()
    role: Mapped[str] = plain()
    due: Mapped[date | None] = mapped_column(default=None)
    verdict: Mapped[ReviewVerdict] = word(ReviewVerdict, ReviewVerdict.WAITING)
    done_on: Mapped[date | None] = mapped_column(default=None)
    comments: Mapped[str] = plain()


class StageChange(Record):
    """A move of a deliverable from one stage to another (DL-1: a backward step needs a reason)."""

    __tablename__ = "stage_change"

    deliverable_id: Mapped[str] = owner("deliverable")
    from_stage: Mapped[DeliverableStage] = word(DeliverableStage, DeliverableStage.NOT_STARTED)
    to_stage: Mapped[DeliverableStage] = word(DeliverableStage, DeliverableStage.NOT_STARTED)
    changed_on: Mapped[date] = mapped_column()
    who: Mapped[str] = plain()
    note: Mapped[str] = plain()
