"""Taking units of work back and doing them again, from the recorded images.

An undo is a unit of its own in the history, so the audit trail shows that something was taken back, when and by whom.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from app.core.errors import Refused
from app.models.all_models import RECORDS
from app.models.history import HistoryChange, HistoryUnit
from app.storage.bulk import CHUNK, image_of
from app.storage.recorder import Image, Recorder, table_of
from app.storage.work import Work

_UNITS, _CHANGES = table_of(HistoryUnit), table_of(HistoryChange)
_OPPOSITE = {"insert": "delete", "delete": "insert", "update": "update"}
_SPAN = "SELECT record_id, before, after FROM history_change WHERE unit_id = ? AND seq BETWEEN ? AND ?"
#: The undo's own entries are those of the unit turned round; those of a redo are the same again.
_KEEP_TURNED = (
    "INSERT INTO history_change (unit_id, kind, record_id, op, before, after) SELECT ?, kind, record_id, "
    "CASE op WHEN 'insert' THEN 'delete' WHEN 'delete' THEN 'insert' ELSE op END, after, before "
    "FROM history_change WHERE unit_id = ? AND seq BETWEEN ? AND ? ORDER BY seq DESC"
)
_KEEP_AGAIN = (
    "INSERT INTO history_change (unit_id, kind, record_id, op, before, after) SELECT ?, kind, record_id, op, before, "
    "after FROM history_change WHERE unit_id = ? AND seq BETWEEN ? AND ? ORDER BY seq"
)


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
    recorder.start("undo" if back else "redo", target.id)
    for run in _runs(connection, target.id, back=back):
        step = _Step(connection, recorder, run, back=back)
        step.do()
        connection.exec_driver_sql(_KEEP_TURNED if back else _KEEP_AGAIN, (recorder.unit_id, target.id, *run.span))
        recorder.touch(run.kind, run.idents)
    connection.execute(update(_UNITS).where(_UNITS.c.id == target.id).values(state="undone" if back else "done"))
    _check_keys(connection)
    _check_numbers(connection)
    session.expire_all()


@dataclass(frozen=True, slots=True)
class _Run:
    """Changes of one kind and sort that follow each other, no record twice: what may be done in one go."""

    unit_id: str
    kind: str
    op: str
    span: tuple[int, int]
    idents: list[str]


def _runs(connection: Connection, unit_id: str, *, back: bool) -> Iterator[_Run]:
    """The changes of a unit in runs, in the order in which they are to be written."""
    order = _CHANGES.c.seq.desc() if back else _CHANGES.c.seq
    columns = (_CHANGES.c.seq, _CHANGES.c.kind, _CHANGES.c.op, _CHANGES.c.record_id)
    changes = connection.execute(select(*columns).where(_CHANGES.c.unit_id == unit_id).order_by(order)).all()
    at = 0
    while at < len(changes):
        first = changes[at]
        seen: dict[str, None] = {}
        last = first.seq
        while at < len(changes) and len(seen) < CHUNK:
            seq, kind, op, ident = changes[at]
            if (kind, op) != (first.kind, first.op) or ident in seen:
                break
            seen[ident] = None
            last = seq
            at += 1
        span = (min(first.seq, last), max(first.seq, last))
        yield _Run(unit_id, first.kind, _OPPOSITE[first.op] if back else first.op, span, list(seen))


class _Step:
    """One run being written."""

    def __init__(self, connection: Connection, recorder: Recorder, run: _Run, *, back: bool) -> None:
        self._connection, self._recorder, self._run, self._back = connection, recorder, run, back
        self._record = RECORDS[run.kind]

    def do(self) -> None:
        """Write the run; Refused(``changed_since``) when a record is not as it was left."""
        if self._run.op == "insert":
            self._insert()
            return
        if self._run.op == "update" or not self._as_left():
            # Row by row is only looked at what is not, letter by letter, as the history has it.
            self._expect()
        if self._run.op == "delete":
            idents = json.dumps(self._run.idents)
            sql = f"DELETE FROM {self._run.kind} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own table
            self._connection.exec_driver_sql(sql, (idents,))
        else:
            self._update()

    def _images(self) -> list[tuple[str, Image, Image]]:
        """(id, image that stands, image that comes) of the run, in the order of writing."""
        sql = f"{_SPAN} ORDER BY seq {'DESC' if self._back else 'ASC'}"
        found = self._connection.exec_driver_sql(sql, (self._run.unit_id, *self._run.span))
        images = [(ident, _load(before) or {}, _load(after) or {}) for ident, before, after in found]
        return [(ident, after, before) for ident, before, after in images] if self._back else images

    def _insert(self) -> None:
        kind, known = self._run.kind, table_of(self._record).c
        rows = [[(name, value) for name, value in image.items() if name in known] for _, _, image in self._images()]
        for names, same in groupby(rows, key=lambda row: tuple(name for name, _ in row)):
            sql = f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - names of our own mapping
            self._connection.exec_driver_sql(sql, [tuple(value for _, value in row) for row in same])

    def _as_left(self) -> bool:
        """Whether all records of the run are still what the history says, told by the engine without any row read."""
        side = "after" if self._back else "before"
        now = image_of(self._record, self._recorder, "r", without="version")
        sql = (
            f"SELECT count(*) FROM history_change h JOIN {self._run.kind} r ON r.id = h.record_id "  # noqa: S608
            f"WHERE h.unit_id = ? AND h.seq BETWEEN ? AND ? AND json_remove(h.{side}, '$.version') = {now}"
        )
        found = self._connection.exec_driver_sql(sql, (self._run.unit_id, *self._run.span)).scalar_one()
        return bool(found == len(self._run.idents))

    def _expect(self) -> None:
        idents = json.dumps(self._run.idents)
        sql = f"SELECT * FROM {self._run.kind} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own table
        current = {row["id"]: row for row in self._connection.exec_driver_sql(sql, (idents,)).mappings()}
        for ident, standing, _ in self._images():
            row = current.get(ident)
            if row is None or any(row[name] != value for name, value in standing.items() if name != "version"):
                raise Refused("changed_since", kind=self._run.kind)

    def _update(self) -> None:
        known = table_of(self._record).c
        rows = [
            (ident, {name: value for name, value in image.items() if name in known})
            for ident, _, image in self._images()
        ]
        for names, same in groupby(rows, key=lambda row: tuple(row[1])):
            # The version counts on: an editor opened before the undo meets a conflict instead of winning silently.
            assignments = "".join(f"{name} = ?, " for name in names)
            sql = f"UPDATE {self._run.kind} SET {assignments}version = version + 1 WHERE id = ?"  # noqa: S608
            self._connection.exec_driver_sql(sql, [(*image.values(), ident) for ident, image in same])


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
