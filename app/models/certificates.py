"""Certificates: numbered, issued, cancelled, never deleted (CN-1, CN-2)."""

from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.vocabulary import CertificateKind, CertificateStatus
from app.models.base import Record
from app.models.types import Data, needed, plain, word


class Certificate(Record):
    """An issued certificate; ``snapshot`` holds what was printed, so that it can be reprinted identically.

    ``delivery`` says how it was handed over (CN-2).
    """

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("number"), UniqueConstraint("programme_id", "year", "serial"))

    programme_id: Mapped[str] = needed("programme", index=False)
    activity_id: Mapped[str] = needed("activity")
    person_id: Mapped[str] = needed("person")
    number: Mapped[str] = plain(48)
    year: Mapped[int] = mapped_column()
    serial: Mapped[int] = mapped_column()
    kind: Mapped[CertificateKind] = word(CertificateKind, CertificateKind.ATTENDANCE)
    status: Mapped[CertificateStatus] = word(CertificateStatus, CertificateStatus.ISSUED)
    language: Mapped[str] = mapped_column(default="en")
    second_language: Mapped[str] = plain(2)
    minutes: Mapped[int] = mapped_column(default=0)
    issued_on: Mapped[date] = mapped_column()
    holder: Mapped[str] = plain()
    holder_latin: Mapped[str] = plain()
    code: Mapped[str] = plain(16)
    cancelled_on: Mapped[date | None] = mapped_column(default=None)
    cancel_reason: Mapped[str] = plain()
    delivered_on: Mapped[date | None] = mapped_column(default=None)
    delivery: Mapped[str] = plain()
    snapshot: Mapped[Any] = mapped_column(Data(), default=None)
    search_text: Mapped[str] = plain()
