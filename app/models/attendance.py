"""Who was there."""

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.vocabulary import Presence
from app.models.base import Record
from app.models.types import maybe_owner, owner, plain, word


class Attendance(Record):
    """A participant at a session, or at a day of an activity without sessions; ``minutes`` only when part of it."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("session_id", "person_id"),
        Index("ix_attendance_activity", "activity_id", "person_id"),
    )

    activity_id: Mapped[str] = owner("activity", index=False)
    person_id: Mapped[str] = owner("person")
    session_id: Mapped[str | None] = maybe_owner("session", index=False)
    day: Mapped[date | None] = mapped_column(default=None)
    presence: Mapped[Presence] = word(Presence, Presence.PRESENT)
    minutes: Mapped[int | None] = mapped_column(default=None)
    source: Mapped[str] = plain()
