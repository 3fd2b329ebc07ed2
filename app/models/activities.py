"""Activities: what happens on dates; visits and trainings add to them; who takes part."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.dates import PartialDate
from app.core.vocabulary import ActivityForm, ActivityKind, ActivityStatus, InterpretationMode, ParticipationRole
from app.models.base import Record
from app.models.types import link, maybe_owner, owner, partial, plain, string_list, texts, word


class Activity(Record):
    """A mentoring visit, training, webinar series, forum, meeting ...; planned and actual dates side by side."""

    __tablename__ = "activity"
    __table_args__ = (UniqueConstraint("code"), Index("ix_activity_start", "start"))

    programme_id: Mapped[str] = owner("programme")
    partnership_id: Mapped[str | None] = link("partnership")
    phase_id: Mapped[str | None] = link("phase")
    code: Mapped[str] = plain(32)
    kind: Mapped[ActivityKind] = word(ActivityKind, ActivityKind.MENTORING_VISIT)
    title: Mapped[Mapping[str, str]] = texts()
    theme: Mapped[Mapping[str, str]] = texts()
    status: Mapped[ActivityStatus] = word(ActivityStatus, ActivityStatus.PLANNED)
    form: Mapped[ActivityForm] = word(ActivityForm, ActivityForm.ON_SITE)
    start: Mapped[PartialDate] = partial()
    end: Mapped[PartialDate] = partial()
    planned_start: Mapped[PartialDate] = partial()
    planned_end: Mapped[PartialDate] = partial()
    change_reason: Mapped[str] = plain()
    place: Mapped[Mapping[str, str]] = texts()
    country: Mapped[str] = plain(2)
    host_id: Mapped[str | None] = link("organisation")
    time_zone: Mapped[str] = mapped_column(default="Europe/Ljubljana")
    second_zone: Mapped[str] = plain()
    languages: Mapped[list[str]] = string_list()
    interpretation: Mapped[InterpretationMode] = word(InterpretationMode, InterpretationMode.NONE)
    aim: Mapped[Mapping[str, str]] = texts()
    results: Mapped[Mapping[str, str]] = texts()
    topics: Mapped[Mapping[str, str]] = texts()
    expected_participants: Mapped[int | None] = mapped_column(default=None)
    threshold_percent: Mapped[int | None] = mapped_column(default=None)
    hour_minutes: Mapped[int] = mapped_column(default=60)
    notes: Mapped[str] = plain()
    search_text: Mapped[str] = plain()


class Visit(Record):
    """What a visit has beyond an activity: travel, accommodation, insurance, what is paid by whom (AG-7)."""

    __tablename__ = "visit"
    __table_args__ = (UniqueConstraint("activity_id"),)

    activity_id: Mapped[str] = owner("activity", index=False)
    guest_id: Mapped[str | None] = link("organisation")
    travel: Mapped[Mapping[str, str]] = texts()
    accommodation: Mapped[Mapping[str, str]] = texts()
    paid_by: Mapped[Mapping[str, str]] = texts()
    insurance: Mapped[Mapping[str, str]] = texts()
    emergency: Mapped[Mapping[str, str]] = texts()


class Training(Record):
    """What a training has beyond an activity: its curriculum and its requirement for completion (CE-1)."""

    __tablename__ = "training"
    __table_args__ = (UniqueConstraint("activity_id"),)

    activity_id: Mapped[str] = owner("activity", index=False)
    curriculum: Mapped[Mapping[str, str]] = texts()
    requirement: Mapped[Mapping[str, str]] = texts()


class ActivityContact(Record):
    """A line of the contacts block (AG-6)."""

    __tablename__ = "activity_contact"

    activity_id: Mapped[str] = owner("activity")
    duty: Mapped[Mapping[str, str]] = texts()
    name: Mapped[str] = plain()
    organisation: Mapped[str] = plain()
    phone: Mapped[str] = plain()
    email: Mapped[str] = plain()
    place: Mapped[int] = mapped_column(default=0)


class Participation(Record):
    """A person in an activity or a partnership in a role."""

    __tablename__ = "participation"
    __table_args__ = (
        UniqueConstraint("activity_id", "person_id", "role"),
        UniqueConstraint("partnership_id", "person_id", "role"),
    )

    activity_id: Mapped[str | None] = maybe_owner("activity", index=False)
    partnership_id: Mapped[str | None] = maybe_owner("partnership", index=False)
    person_id: Mapped[str] = owner("person")
    role: Mapped[ParticipationRole] = word(ParticipationRole, ParticipationRole.MENTEE)
    organisation_id: Mapped[str | None] = link("organisation")
    position: Mapped[str] = plain()
    arrival: Mapped[date | None] = mapped_column(default=None)
    departure: Mapped[date | None] = mapped_column(default=None)
    room: Mapped[str] = plain()
    insurance: Mapped[str] = plain()
    letter_sent: Mapped[date | None] = mapped_column(default=None)
    cancelled: Mapped[bool] = mapped_column(default=False)
    requirement_met: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = plain()
