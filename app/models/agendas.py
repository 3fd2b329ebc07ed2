"""The agenda of an activity: days, sessions, who speaks, issued versions."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.vocabulary import InterpretationMode, SessionKind
from app.models.base import Record
from app.models.types import Data, LocalTime, Moment, link, owner, plain, texts, word


class AgendaDay(Record):
    """What stands at the head of a day (AG-3); ``travel`` is empty, arrival, departure or free."""

    __tablename__ = "agenda_day"
    __table_args__ = (UniqueConstraint("activity_id", "day"),)

    activity_id: Mapped[str] = owner("activity", index=False)
    day: Mapped[date] = mapped_column()
    city: Mapped[Mapping[str, str]] = texts()
    theme: Mapped[Mapping[str, str]] = texts()
    chair_id: Mapped[str | None] = link("person")
    travel: Mapped[str] = plain(12)


class Session(Record):
    """One item of an agenda (AG-4, AG-5). Times are those of the activity's place."""

    __tablename__ = "session"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        Index("ix_session_activity_start", "activity_id", "starts_at"),
    )

    activity_id: Mapped[str] = owner("activity", index=False)
    kind: Mapped[SessionKind] = word(SessionKind, SessionKind.LECTURE)
    starts_at: Mapped[datetime] = mapped_column(LocalTime())
    ends_at: Mapped[datetime] = mapped_column(LocalTime())
    title: Mapped[Mapping[str, str]] = texts()
    description: Mapped[Mapping[str, str]] = texts()
    notes: Mapped[Mapping[str, str]] = texts()
    venue: Mapped[Mapping[str, str]] = texts()
    address: Mapped[str] = plain()
    host_id: Mapped[str | None] = link("organisation")
    interpretation: Mapped[InterpretationMode] = word(InterpretationMode, InterpretationMode.NONE)
    online_link: Mapped[str] = plain()
    cancelled: Mapped[bool] = mapped_column(default=False)


class SessionPerson(Record):
    """A speaker or interpreter of a session; ``duty`` is speaker or interpreter."""

    __tablename__ = "session_person"
    __table_args__ = (UniqueConstraint("session_id", "person_id", "duty"),)

    session_id: Mapped[str] = owner("session", index=False)
    person_id: Mapped[str] = owner("person")
    duty: Mapped[str] = mapped_column(default="speaker")
    place: Mapped[int] = mapped_column(default=0)


class AgendaVersion(Record):
    """An issued version of an agenda, kept as data so that it can be reprinted (AR-1).

    ``state`` says what it is worth now, ``who`` who issued it (empty where that was not kept).
    """

    __tablename__ = "agenda_version"
    __table_args__ = (UniqueConstraint("activity_id", "number"),)

    activity_id: Mapped[str] = owner("activity", index=False)
    number: Mapped[str] = plain(12)
    issued_at: Mapped[datetime] = mapped_column(Moment())
    note: Mapped[str] = plain()
    snapshot: Mapped[Any] = mapped_column(Data(), default=None)
    state: Mapped[str] = mapped_column(String(12), default="issued")
    who: Mapped[str] = plain()
