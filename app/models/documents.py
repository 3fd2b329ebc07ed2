"""Files kept or issued, and files brought in."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record
from app.models.types import Data, Moment, link, plain


class Document(Record):
    """A file kept with a record (by content hash), or one that the program issued; ``origin`` is kept or issued."""

    __tablename__ = "document"
    __table_args__ = (Index("ix_document_owner", "owner_kind", "owner_id"),)

    programme_id: Mapped[str | None] = link("programme")
    owner_kind: Mapped[str] = plain(24)
    owner_id: Mapped[str] = plain(32)
    person_id: Mapped[str | None] = link("person")
    origin: Mapped[str] = mapped_column(default="kept")
    kind: Mapped[str] = plain(32)
    title: Mapped[str] = plain()
    file_name: Mapped[str] = plain()
    sha256: Mapped[str] = plain(64)
    size: Mapped[int] = mapped_column(default=0)
    language: Mapped[str] = plain(8)
    number: Mapped[str] = plain(16)
    made_at: Mapped[datetime] = mapped_column(Moment())
    notes: Mapped[str] = plain()
    search_text: Mapped[str] = plain()


class ImportBatch(Record):
    """One file brought in: what it created and changed stands in the history unit, so that it can be taken back."""

    __tablename__ = "import_batch"
    __table_args__ = (UniqueConstraint("code"),)

    programme_id: Mapped[str | None] = link("programme")
    activity_id: Mapped[str | None] = link("activity")
    code: Mapped[str] = plain(16)
    what: Mapped[str] = mapped_column(default="participants")
    file_name: Mapped[str] = plain()
    sha256: Mapped[str] = plain(64)
    made_at: Mapped[datetime] = mapped_column(Moment())
    unit_id: Mapped[str] = plain(32)
    summary: Mapped[Any] = mapped_column(Data(), default=dict)


class ColumnMapping(Record):
    """How the columns of a layout were matched last time (7.2)."""

    __tablename__ = "column_mapping"
    __table_args__ = (UniqueConstraint("layout"),)

    layout: Mapped[str] = plain(64)
    mapping: Mapped[Any] = mapped_column(Data(), default=dict)
