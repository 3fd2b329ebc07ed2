"""Deleting a record through the session: what belongs to it goes with it, mentions are emptied, needs refuse.

No database-side cascades, so that the recorder sees every row (and undo brings all of it back).
"""

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.core.errors import Refused
from app.models.all_models import RECORDS
from app.models.base import Record
from app.storage.recorder import table_of


def remove(session: Session, record: Record) -> None:
    """Delete ``record``; raises Refused(``needed_elsewhere``, kind, by, count) when another record needs it."""
    doomed: dict[tuple[str, str], Record] = {}
    cleared: list[tuple[Record, str]] = []
    needing: list[tuple[Record, str]] = []
    _collect(session, record, doomed, cleared, needing)
    # Only now is it known what goes too: what needs a record may itself belong to the one that is deleted.
    staying = [(row, kind) for row, kind in needing if (row.__tablename__, row.id) not in doomed]
    if staying:
        by, kind = staying[0][0].__tablename__, staying[0][1]
        count = sum(row.__tablename__ == by for row, _ in staying)
        raise Refused("needed_elsewhere", kind=kind, by=by, count=count)
    for row, attribute in cleared:
        if (row.__tablename__, row.id) not in doomed:
            setattr(row, attribute, None)
    session.flush()
    for row in doomed.values():
        session.delete(row)
    session.flush()


def _collect(
    session: Session,
    record: Record,
    doomed: dict[tuple[str, str], Record],
    cleared: list[tuple[Record, str]],
    needing: list[tuple[Record, str]],
) -> None:
    key = (record.__tablename__, record.id)
    if key in doomed:
        return
    doomed[key] = record
    for child, attribute, rule in _pointing_at(record.__tablename__):
        rows = session.scalars(select(child).where(getattr(child, attribute) == record.id)).all()
        rows = [row for row in rows if (row.__tablename__, row.id) not in doomed]
        if not rows:
            continue
        if rule == "own":
            for row in rows:
                _collect(session, row, doomed, cleared, needing)
        elif rule == "clear":
            cleared.extend((row, attribute) for row in rows)
        else:
            needing.extend((row, record.__tablename__) for row in rows)


def _pointing_at(kind: str) -> list[tuple[type[Record], str, str]]:
    found: list[tuple[type[Record], str, str]] = []
    for child in RECORDS.values():
        mapper = inspect(child)
        for foreign_key in table_of(child).foreign_keys:
            if foreign_key.column.table.name == kind:
                attribute = mapper.get_property_by_column(foreign_key.parent).key
                found.append((child, attribute, str(foreign_key.info.get("on_delete", "refuse"))))
    # Owned rows first: what they need is gone by the time a need is looked at.
    return sorted(found, key=lambda entry: entry[2] != "own")
