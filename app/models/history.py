"""What was done, by whom, and how it can be taken back. These rows are not recorded themselves."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base
from app.models.types import Data, Moment


class HistoryUnit(Base):
    """One unit of work. ``act`` is do, undo or redo; ``state`` done, undone or dropped (can no longer be redone).

    ``first_change`` is the number of its first change; the others follow it (``storage.units``). 0: it has none.
    """

    __tablename__ = "history_unit"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    title: Mapped[str] = mapped_column(Text)
    params: Mapped[Any] = mapped_column(Data())
    act: Mapped[str] = mapped_column(String(8), default="do")
    state: Mapped[str] = mapped_column(String(8), default="done", index=True)
    refers_to: Mapped[str] = mapped_column(String(32), default="")
    at: Mapped[datetime] = mapped_column(Moment())
    who: Mapped[str] = mapped_column(Text, default="")
    first_change: Mapped[int] = mapped_column(default=0)


class HistoryChange(Base):
    """What happened to one row; ``op`` is insert, update or delete.

    A delete keeps the whole row before it, an update the changed columns before and after, an insert nothing (up to
    schema 2 the whole row after it): ``storage.earlier`` tells what was entered then.
    """

    __tablename__ = "history_change"
    __table_args__ = (Index("ix_history_change_record", "record_id"),)

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    unit_id: Mapped[str] = mapped_column(ForeignKey("history_unit.id"))
    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[str] = mapped_column(String(32))
    op: Mapped[str] = mapped_column(String(8))
    before: Mapped[str | None] = mapped_column(Text, default=None)
    after: Mapped[str | None] = mapped_column(Text, default=None)


class Meta(Base):
    """Facts of the data file itself: its identity, when it was last backed up."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
