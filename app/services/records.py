"""What all record kinds share: drafts to rows and back, versions, codes, owned rows.

A draft is a frozen dataclass whose field names are those of the mapped class; ``version`` guards against saving over a
newer state (0: do not ask): it stands for the row and for the owned rows that the draft holds. Owned rows (aliases,
members, speakers ...) are tuples of frozen dataclasses with an ``id`` that is empty for a new one.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, Protocol, TypeVar

from sqlalchemy import Column, Integer, cast, func, select
from sqlalchemy.orm import object_session

from app.core.errors import Conflict, Invalid, NotFound, Problem
from app.models.activities import Activity, ActivityContact, Training, Visit
from app.models.agendas import Session, SessionPerson
from app.models.base import Record
from app.models.deliverables import Deliverable, DeliverableReview, DeliverableVersion
from app.models.indicators import Indicator, IndicatorValue
from app.models.organisations import Organisation, OrganisationAlias
from app.models.partnerships import (
    Agreement,
    AgreementSignatory,
    Group,
    GroupMeeting,
    GroupMember,
    Need,
    NeedLink,
    Partnership,
    PartnershipMember,
)
from app.models.people import Consent, Person, PersonPosition
from app.models.programmes import Milestone, Phase, Programme, ProgrammeParty, Signatory
from app.storage.work import View, Work

R = TypeVar("R", bound=Record)
D = TypeVar("D")

#: The rows that a record's draft holds besides its own: whoever saves the draft decides about all of them.
_OWNED: Mapping[type[Record], tuple[type[Record], ...]] = {
    Activity: (ActivityContact, Visit, Training),
    Agreement: (AgreementSignatory,),
    Deliverable: (DeliverableVersion, DeliverableReview),
    Group: (GroupMember, GroupMeeting),
    Indicator: (IndicatorValue,),
    Need: (NeedLink,),
    Organisation: (OrganisationAlias,),
    Partnership: (PartnershipMember,),
    Person: (PersonPosition, Consent),
    Programme: (ProgrammeParty, Phase, Milestone, Signatory),
    Session: (SessionPerson,),
}


class OwnedDraft(Protocol):
    """A row that belongs to the record of a draft."""

    @property
    def id(self) -> str:
        """The row's key; empty for a new row."""


def fetch(view: View, record: type[R], ident: str) -> R:
    """The mapped row with that key; NotFound when it is gone."""
    row = view.session.get(record, ident)
    if row is None:
        raise NotFound("not_found", code=ident)
    return row


def by_code(view: View, record: type[R], code: str) -> R:
    """The mapped row with that code, letters of any case; NotFound when there is none."""
    column = record.__table__.c.code
    row = view.session.scalars(select(record).where(func.lower(column) == code.strip().lower())).first()
    if row is None:
        raise NotFound("not_found", code=code)
    return row


def to_draft(row: Record, draft: type[D], **given: Any) -> D:
    """A draft filled from the row's attributes of the same names; ``given`` overrides or adds."""
    values = {
        field.name: version_of(row) if field.name == "version" else _frozen(getattr(row, field.name))
        for field in fields(draft)  # type: ignore[arg-type]
        if field.name not in given and hasattr(row, field.name)
    }
    return draft(**values, **given)


def apply(row: Record, draft: object, skip: Iterable[str] = ()) -> None:
    """Set the row's attributes from the draft's fields of the same names."""
    left_out = {"id", "version", *skip}
    for field in fields(draft):  # type: ignore[arg-type]
        if field.name in left_out or not hasattr(type(row), field.name):
            continue
        value = _thawed(getattr(draft, field.name))
        if getattr(row, field.name) != value:
            setattr(row, field.name, value)


def version_of(row: Record) -> int:
    """What a draft of the row has as its version: another number after any change of the row or of its owned rows.

    Owned rows change without their owner: an import adds a post, merging people moves one, an undo brings one back.
    """
    session, owned = object_session(row), _OWNED.get(type(row), ())
    if session is None or not owned:
        return row.version
    parts: list[object] = [row.version]
    for record in owned:
        table, key = record.__table__, _key_to(record, type(row))
        found = session.execute(select(table.c.id, table.c.version).where(key == row.id).order_by(table.c.id))
        parts.append([tuple(line) for line in found])
    return int.from_bytes(hashlib.blake2b(repr(parts).encode(), digest_size=6).digest(), "big") | 1 << 48


def _key_to(record: type[Record], owner: type[Record]) -> Column[Any]:
    """The column by which rows of a class belong to their owner."""
    keys = (key for key in record.__table__.foreign_keys if key.column.table is owner.__table__)
    return next(key.parent for key in keys if key.info.get("on_delete") == "own")


def expect_version(row: Record, draft: object) -> None:
    """Raise Conflict when the row or its owned rows are not those that the draft was loaded from."""
    version = getattr(draft, "version", 0)
    if version and version_of(row) != version:
        raise Conflict("conflict")


#: The version in the draft of a row that is made when something is first kept in it.
NOT_MADE = -1


def expect_made(row: Record | None, version: int) -> None:
    """The same for rows that are made when first kept: Conflict when one was made, changed or deleted meanwhile."""
    known = NOT_MADE if row is None else version_of(row)
    if version and version != known:
        raise Conflict("conflict")


def refuse(problems: Sequence[Problem]) -> None:
    """Raise Invalid when a problem is an error; warnings pass."""
    errors = tuple(problem for problem in problems if problem.severity == "error")
    if errors:
        raise Invalid(errors)


def sync(work: Work, record: type[R], owner: Mapping[str, str], drafts: Sequence[OwnedDraft]) -> None:
    """Make the owned rows those of ``drafts``: change what is there, add what is new, delete what is gone.

    ``owner`` is the attribute that points to the owner and the owner's id. Where the class has ``place``, it follows
    the order.
    """
    condition = [getattr(record, name) == ident for name, ident in owner.items()]
    present = {row.id: row for row in work.session.scalars(select(record).where(*condition))}
    for ident in set(present) - {draft.id for draft in drafts}:
        work.delete(present[ident])
    for place, draft in enumerate(drafts):
        row = present.get(draft.id) if draft.id else None
        fresh = row is None
        if row is None:
            row = record(**owner)
        apply(row, draft)
        if hasattr(record, "place") and not any(field.name == "place" for field in fields(draft)):  # type: ignore[arg-type]
            row.place = place  # type: ignore[attr-defined]
        if fresh:
            work.session.add(row)
    work.flush()


def next_number(view: View, record: type[Record], prefix: str) -> int:
    """The number after the highest that any code ``prefix`` + digits has."""
    column = record.__table__.c.code
    digits = func.substr(column, len(prefix) + 1)
    # The engine looks along the index of the codes; ":" is the sign after "9".
    highest = view.session.scalar(
        select(func.max(cast(digits, Integer))).where(
            column >= f"{prefix}0", column < f"{prefix}:", digits.op("NOT GLOB")("*[^0-9]*")
        )
    )
    return (highest or 0) + 1


def next_code(view: View, record: type[Record], prefix: str, width: int) -> str:
    """A fresh code: ``P-00012`` for prefix ``P-`` and width 5."""
    return f"{prefix}{next_number(view, record, prefix):0{width}d}"


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _thawed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
