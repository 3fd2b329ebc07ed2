"""Where in the history the changes of a unit of work stand.

Only one unit is written at a time, so its changes follow each other: from its ``first_change`` up to that of the next
unit that has any. That serves instead of an index, which would name the unit a second time for every single change.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, Select, func, select

from app.models.history import HistoryChange, HistoryUnit

_END = 2**63 - 1


def span_of(connection: Connection, unit_id: str) -> tuple[int, int]:
    """The numbers of the first and the last change of a unit, both counted in; the last may be one that is not there.

    An unknown unit, or one without changes, has an empty span.
    """
    unit = connection.execute(
        select(HistoryUnit.seq, HistoryUnit.first_change).where(HistoryUnit.id == unit_id)
    ).one_or_none()
    if unit is None or not unit.first_change:
        return (1, 0)
    later = select(func.min(HistoryUnit.first_change)).where(
        HistoryUnit.seq > unit.seq, HistoryUnit.first_change > unit.first_change
    )
    following = connection.execute(later).scalar()
    return (unit.first_change, following - 1 if following is not None else _END)


def records_of(unit_ids: Sequence[str]) -> Select[str, int]:
    """The question how many records each of some units changed: (unit, count), without those that changed none."""
    following = func.lead(HistoryUnit.first_change, 1, _END).over(order_by=HistoryUnit.seq)
    spans = (
        select(HistoryUnit.id.label("id"), HistoryUnit.first_change.label("first"), following.label("next"))
        .where(HistoryUnit.first_change > 0)
        .subquery()
    )
    return (
        select(spans.c.id, func.count(HistoryChange.record_id.distinct()))
        .join(HistoryChange, (HistoryChange.seq >= spans.c.first) & (HistoryChange.seq < spans.c.next))
        .where(spans.c.id.in_(unit_ids))
        .group_by(spans.c.id)
    )
