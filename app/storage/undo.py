"""Taking units of work back and doing them again, from the recorded images.

An undo is a unit of its own in the history, so the audit trail shows that something was taken back, when and by whom.
"""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from app.core.errors import Refused
from app.models.all_models import RECORDS
from app.models.history import HistoryChange, HistoryUnit
from app.storage.recorder import Image, table_of
from app.storage.work import Work

_UNITS, _CHANGES = table_of(HistoryUnit), table_of(HistoryChange)
_OPPOSITE = {"insert": "delete", "delete": "insert", "update": "update"}


def last_done(session: Session) -> HistoryUnit | None:
    """The unit that Ctrl+Z takes back next."""
    return session.scalars(
        select(HistoryUnit)
        .where(HistoryUnit.act == "do", HistoryUnit.state == "done")
        .order_by(HistoryUnit.seq.desc())
        .limit(1)
    ).first()


def last_undone(session: Session) -> HistoryUnit | None:
    """The unit that redo does again next: the one taken back last."""
    note = session.scalars(
        select(HistoryUnit)
        .where(
            HistoryUnit.act == "undo",
            HistoryUnit.refers_to.in_(select(HistoryUnit.id).where(HistoryUnit.state == "undone")),
        )
        .order_by(HistoryUnit.seq.desc())
        .limit(1)
    ).first()
    return None if note is None else unit(session, note.refers_to)


def unit(session: Session, unit_id: str) -> HistoryUnit | None:
    """One unit of the history."""
    return session.scalars(select(HistoryUnit).where(HistoryUnit.id == unit_id)).first()


def undo(work: Work, target: HistoryUnit) -> None:
    """Take ``target`` back; Refused(``changed_since``) when later units changed the same fields or use its records."""
    _apply(work, target, back=True)


def redo(work: Work, target: HistoryUnit) -> None:
    """Do ``target`` again after it was taken back."""
    _apply(work, target, back=False)


def _apply(work: Work, target: HistoryUnit, *, back: bool) -> None:
    wanted = "done" if back else "undone"
    if target.state != wanted:
        raise Refused("nothing_to_undo" if back else "nothing_to_redo")
    session, recorder = work.session, work.recorder
    session.flush()
    connection = session.connection()
    changes = session.execute(
        select(_CHANGES)
        .where(_CHANGES.c.unit_id == target.id)
        .order_by(_CHANGES.c.seq.desc() if back else _CHANGES.c.seq)
    ).all()
    recorder.start("undo" if back else "redo", target.id)
    entries: list[tuple[str, str, str, Image | None, Image | None]] = []
    for change in changes:
        op = _OPPOSITE[change.op] if back else change.op
        before, after = _load(change.before), _load(change.after)
        if back:
            before, after = after, before
        _write(connection, change.kind, change.record_id, op, before, after)
        entries.append((change.kind, change.record_id, op, before, after))
    recorder.add(entries)
    connection.execute(update(_UNITS).where(_UNITS.c.id == target.id).values(state="undone" if back else "done"))
    _check_keys(connection)
    _check_numbers(connection)
    session.expire_all()


def _write(connection: Connection, kind: str, ident: str, op: str, before: Image | None, after: Image | None) -> None:
    table = table_of(RECORDS[kind])
    if op == "insert":
        image = after or {}
        names = [name for name in image if name in table.c]
        sql = f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - names of our own mapping
        connection.exec_driver_sql(sql, tuple(image[name] for name in names))
        return
    current = connection.exec_driver_sql(f"SELECT * FROM {kind} WHERE id = ?", (ident,)).mappings().first()  # noqa: S608
    expected = before or {}
    if current is None or any(current[name] != value for name, value in expected.items() if name != "version"):
        raise Refused("changed_since", kind=kind)
    if op == "delete":
        connection.exec_driver_sql(f"DELETE FROM {kind} WHERE id = ?", (ident,))  # noqa: S608
        return
    image = {name: value for name, value in (after or {}).items() if name in table.c}
    # The version counts on, so that an editor opened before the undo meets a conflict instead of winning silently.
    assignments = ", ".join(f"{name} = ?" for name in image)
    sql = f"UPDATE {kind} SET {assignments}, version = version + 1 WHERE id = ?"  # noqa: S608
    connection.exec_driver_sql(sql, (*image.values(), ident))


def _check_keys(connection: Connection) -> None:
    dangling: Sequence[Any] = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(1)
    if dangling:
        raise Refused("changed_since", kind=str(dangling[0][0]))


def _check_numbers(connection: Connection) -> None:
    """Certificate numbers stay gap-free per programme and year (CN-1): only the last ones can be taken back."""
    gap = connection.exec_driver_sql(
        "SELECT 1 FROM certificate GROUP BY programme_id, year HAVING max(serial) <> count(*) LIMIT 1"
    ).first()
    if gap is not None:
        raise Refused("numbers_would_gap")


def _load(text: str | None) -> Image | None:
    if text is None:
        return None
    image: Image = json.loads(text)
    return image
