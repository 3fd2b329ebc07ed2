"""Programme, its parties, phases, settings, milestones and signatories."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.dates import PartialDate
from app.core.vocabulary import ProgrammePartyRole, ProgrammeStatus
from app.models.base import Record
from app.models.types import Data, link, maybe_owner, needed, owner, partial, plain, string_list, texts, word


class Programme(Record):
    """A funded undertaking: the root of everything."""

    __tablename__ = "programme"
    __table_args__ = (UniqueConstraint("code"),)

    code: Mapped[str] = plain(24)
    title: Mapped[Mapping[str, str]] = texts()
    status: Mapped[ProgrammeStatus] = word(ProgrammeStatus, ProgrammeStatus.RUNNING)
    currency: Mapped[str] = mapped_column(default="EUR")
    start: Mapped[PartialDate] = partial()
    end: Mapped[PartialDate] = partial()
    description: Mapped[Mapping[str, str]] = texts()
    languages: Mapped[list[str]] = string_list()
    themes: Mapped[list[str]] = string_list()
    sdgs: Mapped[list[int]] = mapped_column(Data(), default=list)
    funder_sentence: Mapped[Mapping[str, str]] = texts()
    contact: Mapped[str] = plain()
    notes: Mapped[str] = plain()
    search_text: Mapped[str] = plain()


class ProgrammeParty(Record):
    """An organisation in a role for the programme: implementer, funder, partner programme ..."""

    __tablename__ = "programme_party"
    __table_args__ = (UniqueConstraint("programme_id", "organisation_id", "role"),)

    programme_id: Mapped[str] = owner("programme", index=False)
    organisation_id: Mapped[str] = needed("organisation")
    role: Mapped[ProgrammePartyRole] = word(ProgrammePartyRole, ProgrammePartyRole.FUNDER)
    place: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = plain()


class Phase(Record):
    """A part of a programme with its own funder, themes and dates."""

    __tablename__ = "phase"

    programme_id: Mapped[str] = owner("programme")
    title: Mapped[Mapping[str, str]] = texts()
    start: Mapped[PartialDate] = partial()
    end: Mapped[PartialDate] = partial()
    funder_id: Mapped[str | None] = link("organisation")
    themes: Mapped[list[str]] = string_list()
    planned_partnerships: Mapped[int | None] = mapped_column(default=None)
    notes: Mapped[str] = plain()
    place: Mapped[int] = mapped_column(default=0)


class ProgrammeSetting(Record):
    """A rule of the programme with the day from which it holds: thresholds, percentages, patterns."""

    __tablename__ = "programme_setting"
    __table_args__ = (UniqueConstraint("programme_id", "key", "valid_from"),)

    programme_id: Mapped[str] = owner("programme", index=False)
    key: Mapped[str] = plain(40)
    value: Mapped[Any] = mapped_column(Data(), default=None)
    valid_from: Mapped[date] = mapped_column()


class Milestone(Record):
    """Something due in a programme or a partnership that is neither an activity nor a deliverable."""

    __tablename__ = "milestone"

    programme_id: Mapped[str] = owner("programme")
    partnership_id: Mapped[str | None] = maybe_owner("partnership")
    title: Mapped[Mapping[str, str]] = texts()
    due: Mapped[PartialDate] = partial()
    reached: Mapped[PartialDate] = partial()
    notes: Mapped[str] = plain()


class Signatory(Record):
    """Who signs the papers of a programme (certificates, letters)."""

    __tablename__ = "signatory"

    programme_id: Mapped[str] = owner("programme")
    name: Mapped[str] = plain()
    position: Mapped[Mapping[str, str]] = texts()
    organisation_id: Mapped[str | None] = link("organisation")
    place: Mapped[int] = mapped_column(default=0)
