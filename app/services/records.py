"""What all record kinds share: drafts to rows and back, versions, codes, owned rows.

A draft is a frozen dataclass whose field names are those of the mapped class; ``version`` guards against saving over a
newer row (0: do not ask). Owned rows (aliases, members, speakers ...) are tuples of frozen dataclasses with an ``id``
that is empty for a new one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, Protocol, TypeVar

from sqlalchemy import func, select

from app.core.errors import Conflict, Invalid, NotFound, Problem
from app.models.base import Record
from app.storage.work import View, Work

R = TypeVar("R", bound=Record)
D = TypeVar("D")


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
        field.name: _frozen(getattr(row, field.name))
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


def expect_version(row: Record, draft: object) -> None:
    """Raise Conflict when the row is newer than the one the draft was loaded from."""
    version = getattr(draft, "version", 0)
    if version and row.version != version:
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
    pattern = re.compile(re.escape(prefix) + r"(\d+)$")
    codes = view.session.scalars(select(column).where(column.startswith(prefix, autoescape=True)))
    numbers = [int(found.group(1)) for code in codes if (found := pattern.match(code))]
    return max(numbers, default=0) + 1


def next_code(view: View, record: type[Record], prefix: str, width: int) -> str:
    """A fresh code: ``P-00012`` for prefix ``P-`` and width 5."""
    return f"{prefix}{next_number(view, record, prefix):0{width}d}"


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _thawed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
