"""Partnerships, agreements, groups and needs."""

from collections.abc import Mapping

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.dates import PartialDate
from app.core.vocabulary import GroupKind, NeedStatus, PartnerRole, PartnershipStatus
from app.models.base import Record
from app.models.types import link, maybe_owner, needed, owner, partial, plain, string_list, texts, word


class Partnership(Record):
    """Two or more organisations of one programme, planned and actual."""

    __tablename__ = "partnership"
    __table_args__ = (UniqueConstraint("code"),)

    programme_id: Mapped[str] = owner("programme")
    phase_id: Mapped[str | None] = link("phase")
    code: Mapped[str] = plain(32)
    title: Mapped[str] = plain()
    status: Mapped[PartnershipStatus] = word(PartnershipStatus, PartnershipStatus.PROPOSED)
    themes: Mapped[list[str]] = string_list()
    in_common: Mapped[list[str]] = string_list()
    planned_start: Mapped[PartialDate] = partial()
    planned_end: Mapped[PartialDate] = partial()
    actual_start: Mapped[PartialDate] = partial()
    actual_end: Mapped[PartialDate] = partial()
    planned: Mapped[str] = plain()
    actual: Mapped[str] = plain()
    difference_reason: Mapped[str] = plain()
    replaced_by_id: Mapped[str | None] = link("partnership")
    notes: Mapped[str] = plain()
    search_text: Mapped[str] = plain()


class PartnershipMember(Record):
    """One organisation in a partnership, with its role."""

    __tablename__ = "partnership_member"
    __table_args__ = (UniqueConstraint("partnership_id", "organisation_id"),)

    partnership_id: Mapped[str] = owner("partnership", index=False)
    organisation_id: Mapped[str] = needed("organisation")
    role: Mapped[PartnerRole] = word(PartnerRole, PartnerRole.EQUAL)
    offers: Mapped[str] = plain()
    place: Mapped[int] = mapped_column(default=0)


class Agreement(Record):
    """What the partners signed: fields of cooperation and commitments; the date may be unknown."""

    __tablename__ = "agreement"

    partnership_id: Mapped[str] = owner("partnership")
    title: Mapped[Mapping[str, str]] = texts()
    signed_on: Mapped[PartialDate] = partial()
    signed_at: Mapped[str] = plain()
    valid_until: Mapped[PartialDate] = partial()
    fields: Mapped[list[str]] = string_list()
    commitments: Mapped[list[str]] = string_list()
    notes: Mapped[str] = plain()


class AgreementSignatory(Record):
    """Who signed for which party, perhaps on behalf of somebody else."""

    __tablename__ = "agreement_signatory"

    agreement_id: Mapped[str] = owner("agreement")
    organisation_id: Mapped[str] = needed("organisation")
    person_id: Mapped[str | None] = link("person")
    name: Mapped[str] = plain()
    position: Mapped[str] = plain()
    on_behalf_of: Mapped[str] = plain()
    place: Mapped[int] = mapped_column(default=0)


class Group(Record):
    """Steering group, working group or project team."""

    __tablename__ = "team"

    programme_id: Mapped[str] = owner("programme")
    partnership_id: Mapped[str | None] = maybe_owner("partnership")
    kind: Mapped[GroupKind] = word(GroupKind, GroupKind.STEERING_GROUP)
    name: Mapped[Mapping[str, str]] = texts()
    founded: Mapped[PartialDate] = partial()
    parent_body: Mapped[str] = plain()
    predecessor: Mapped[str] = plain()
    composition_rule: Mapped[str] = plain()
    member_count: Mapped[int | None] = mapped_column(default=None)
    meetings_per_year: Mapped[int | None] = mapped_column(default=None)
    notes: Mapped[str] = plain()


class GroupMember(Record):
    """A member of a group with a role and dates; a person on record or only a name."""

    __tablename__ = "team_member"

    team_id: Mapped[str] = owner("team")
    person_id: Mapped[str | None] = link("person")
    organisation_id: Mapped[str | None] = link("organisation")
    name: Mapped[str] = plain()
    role: Mapped[str] = plain()
    start: Mapped[PartialDate] = partial()
    end: Mapped[PartialDate] = partial()
    place: Mapped[int] = mapped_column(default=0)


class GroupMeeting(Record):
    """A meeting that a group held or will hold."""

    __tablename__ = "team_meeting"

    team_id: Mapped[str] = owner("team")
    activity_id: Mapped[str | None] = link("activity")
    held_on: Mapped[PartialDate] = partial()
    subject: Mapped[str] = plain()
    notes: Mapped[str] = plain()


class Need(Record):
    """A topic that a partner stated."""

    __tablename__ = "need"

    partnership_id: Mapped[str] = owner("partnership")
    organisation_id: Mapped[str | None] = link("organisation")
    topic: Mapped[Mapping[str, str]] = texts()
    stated_by: Mapped[str] = plain()
    stated_on: Mapped[PartialDate] = partial()
    status: Mapped[NeedStatus] = word(NeedStatus, NeedStatus.STATED)
    notes: Mapped[str] = plain()


class NeedLink(Record):
    """What answers a need: a session, a deliverable or an indicator."""

    __tablename__ = "need_link"
    __table_args__ = (UniqueConstraint("need_id", "session_id", "deliverable_id", "indicator_id"),)

    need_id: Mapped[str] = owner("need", index=False)
    session_id: Mapped[str | None] = maybe_owner("session")
    deliverable_id: Mapped[str | None] = maybe_owner("deliverable")
    indicator_id: Mapped[str | None] = maybe_owner("indicator")
