"""Moving, stretching and copying what stands on an agenda: one item, a day, a whole visit."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.vocabulary import ActivityStatus
from app.models.activities import Activity
from app.models.agendas import AgendaDay, Session
from app.services import activities, agendas, records
from app.services.agendas import DayDraft
from app.storage.work import View, Work


def move(work: Work, idents: Iterable[str], by: timedelta) -> None:
    """Move items by a time; their length stays."""
    for row in _rows(work, idents):
        row.starts_at, row.ends_at = row.starts_at + by, row.ends_at + by
    work.flush()


def move_to(work: Work, ident: str, start: datetime) -> None:
    """Let an item begin at another time; its length stays."""
    row = records.fetch(work, Session, ident)
    move(work, [ident], start.replace(second=0, microsecond=0) - row.starts_at)


def stretch(work: Work, ident: str, start: datetime, end: datetime) -> None:
    """Give an item another start and end; Refused(``session_ends_before_start``)."""
    row = records.fetch(work, Session, ident)
    if end <= start:
        raise Refused("session_ends_before_start", title=agendas.load(work, ident).title.get("en", ""))
    row.starts_at, row.ends_at = start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0)
    work.flush()


def duplicate(work: Work, ident: str, start: datetime | None = None) -> str:
    """Put a copy of an item on the agenda: right after it, or where told; gives its key."""
    draft = agendas.load(work, ident)
    first, last = _times(draft.starts_at, draft.ends_at)
    begin = start or last
    return agendas.create(
        work, replace(draft, starts_at=begin, ends_at=begin + (last - first), cancelled=False, version=0)
    )


def copy_day(work: Work, activity_id: str, day: date, target: date, target_activity_id: str = "") -> tuple[str, ...]:
    """Copy the items and the head of a day to another day, also of another activity; gives the new keys.

    What stands on the target day stays; its head is filled only where it is empty. Refused(``day_empty``).
    """
    rows = _of_days(work, activity_id, [day])
    if not rows:
        raise Refused("day_empty")
    owner = target_activity_id or activity_id
    _copy_heads(work, activity_id, owner, target - day, [day])
    return _copy(work, rows, owner, target - day)


def copy_visit(
    work: Work, activity_id: str, start: date, partnership_id: str | None = None, *, keep_people: bool = True
) -> str:
    """Make a new planned activity like this one that begins on ``start``, with its whole agenda; gives its id.

    Days keep their distance to the first one. Speakers and interpreters go along when ``keep_people``; participants,
    marks and issued versions do not. Refused(``copy_without_days``) when neither dates nor items give a first day.
    """
    row = records.fetch(work, Activity, activity_id)
    rows = _of_days(work, activity_id, None)
    first = row.start.exact or min((item.starts_at.date() for item in rows), default=None)
    if first is None:
        raise Refused("copy_without_days", code=row.code)
    by = start - first
    last = row.end.exact or max((item.starts_at.date() for item in rows), default=first)
    draft = activities.load(work, activity_id)
    days = PartialDate.of(start), PartialDate.of(max(start, last + by))
    made = activities.create(
        work,
        replace(
            draft,
            code="",
            version=0,
            status=ActivityStatus.PLANNED,
            partnership_id=partnership_id if partnership_id is not None else draft.partnership_id,
            start=days[0],
            end=days[1],
            planned_start=days[0],
            planned_end=days[1],
            change_reason="",
            contacts=tuple(replace(contact, id="") for contact in draft.contacts),
        ),
    )
    _copy_heads(work, activity_id, made, by, None, keep_people=keep_people)
    _copy(work, rows, made, by, keep_people=keep_people)
    return made


def shift_visit(work: Work, activity_id: str, by_days: int) -> None:
    """Move a whole activity with its agenda by days; dates that are not known to the day stay as they are."""
    row = records.fetch(work, Activity, activity_id)
    by = timedelta(days=by_days)
    for name in ("start", "end"):
        known = getattr(row, name).exact
        if known is not None:
            setattr(row, name, PartialDate.of(known + by))
    move(work, [item.id for item in _of_days(work, activity_id, None)], by)
    heads = list(work.session.scalars(select(AgendaDay).where(AgendaDay.activity_id == activity_id)))
    # One head a day is unique: the one that moves furthest in its direction makes room for the next.
    for head in sorted(heads, key=lambda head: head.day, reverse=by_days > 0):
        head.day += by
        work.flush()


def _rows(work: Work, idents: Iterable[str]) -> list[Session]:
    return [records.fetch(work, Session, ident) for ident in dict.fromkeys(idents)]


def _of_days(view: View, activity_id: str, days: Sequence[date] | None) -> list[Session]:
    query = select(Session).where(Session.activity_id == activity_id, ~Session.cancelled)
    if days is not None:
        low, high = min(days), max(days) + timedelta(days=1)
        query = query.where(
            Session.starts_at >= datetime.combine(low, time()), Session.starts_at < datetime.combine(high, time())
        )
    return list(view.session.scalars(query.order_by(Session.starts_at, Session.id)))


def _copy(
    work: Work, rows: Sequence[Session], owner: str, by: timedelta, *, keep_people: bool = True
) -> tuple[str, ...]:
    made = []
    for row in rows:
        draft = agendas.load(work, row.id)
        first, last = _times(draft.starts_at, draft.ends_at)
        draft = replace(draft, activity_id=owner, starts_at=first + by, ends_at=last + by, version=0)
        if not keep_people:
            draft = replace(draft, speakers=(), interpreters=())
        made.append(agendas.create(work, draft))
    return tuple(made)


def _copy_heads(
    work: Work, source: str, owner: str, by: timedelta, days: Sequence[date] | None, *, keep_people: bool = True
) -> None:
    query = select(AgendaDay).where(AgendaDay.activity_id == source)
    if days is not None:
        query = query.where(AgendaDay.day.in_(days))
    for head in work.session.scalars(query.order_by(AgendaDay.day)).all():
        there = agendas.load_day(work, owner, head.day + by)
        agendas.save_day(
            work,
            DayDraft(
                activity_id=owner,
                day=head.day + by,
                city=there.city or head.city,
                theme=there.theme or head.theme,
                chair_id=there.chair_id or (head.chair_id if keep_people else None),
                travel=there.travel or head.travel,
                version=there.version,
            ),
        )


def _times(start: datetime | None, end: datetime | None) -> tuple[datetime, datetime]:
    assert start is not None and end is not None  # noqa: PT018 - a kept item has both
    return start, end
