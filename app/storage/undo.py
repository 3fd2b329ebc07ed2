"""Taking units of work back and doing them again, from what the history keeps of them.

An undo is a unit of its own in the history, so the audit trail shows that something was taken back, when and by whom.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from app.core.errors import Refused
from app.models.all_models import RECORDS
from app.models.history import HistoryChange, HistoryUnit
from app.storage import earlier
from app.storage.bulk import CHUNK, image_of
from app.storage.recorder import Image, Recorder, table_of
from app.storage.units import span_of
from app.storage.work import Work

_UNITS, _CHANGES = table_of(HistoryUnit), table_of(HistoryChange)
_OPPOSITE = {"insert": "delete", "delete": "insert", "update": "update"}
_SPAN = "FROM history_change h WHERE h.unit_id = ? AND h.seq BETWEEN ? AND ?"
_INTO = "INSERT INTO history_change (unit_id, kind, record_id, op, before, after)"


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
    for run in _runs(connection, target, back=back):
        _Step(connection, recorder, run, back=back).do()
        recorder.touch(run.kind, run.idents)
    connection.execute(update(_UNITS).where(_UNITS.c.id == target.id).values(state="undone" if back else "done"))
    _check_keys(connection)
    _check_numbers(connection)
    session.expire_all()


@dataclass(frozen=True, slots=True)
class _Run:
    """Changes of one kind and sort that follow each other, no record twice: what may be done in one go.

    ``op`` is what is to be done, ``span`` the changes that are taken back or done again. ``taken_back`` are the unit
    and the span that took these changes back before, when they are done again.
    """

    unit_id: str
    kind: str
    op: str
    span: tuple[int, int]
    idents: list[str]
    taken_back: tuple[str, int, int] | None


def _runs(connection: Connection, target: HistoryUnit, *, back: bool) -> Iterator[_Run]:
    """The changes of a unit in runs, in the order in which they are to be written."""
    order = _CHANGES.c.seq.desc() if back else _CHANGES.c.seq
    columns = (_CHANGES.c.seq, _CHANGES.c.kind, _CHANGES.c.op, _CHANGES.c.record_id)
    among = _CHANGES.c.seq.between(*span_of(connection, target.id))
    changes = connection.execute(select(*columns).where(among).order_by(order)).all()
    undone, mirrored = ("", []) if back else _taken_back(connection, target.id)
    at = 0
    while at < len(changes):
        begin, first = at, changes[at]
        seen: dict[str, None] = {}
        while at < len(changes) and len(seen) < CHUNK:
            _, kind, op, ident = changes[at]
            if (kind, op) != (first.kind, first.op) or ident in seen:
                break
            seen[ident] = None
            at += 1
        last = changes[at - 1].seq
        span = (min(first.seq, last), max(first.seq, last))
        # An undo keeps an entry for each of the unit's, in the order turned round.
        mirror = (undone, mirrored[at - 1], mirrored[begin]) if len(mirrored) == len(changes) else None
        yield _Run(target.id, first.kind, _OPPOSITE[first.op] if back else first.op, span, list(seen), mirror)


def _taken_back(connection: Connection, unit_id: str) -> tuple[str, list[int]]:
    """The unit that took a unit back last, and its changes, the newest first."""
    query = select(_UNITS.c.id).where(_UNITS.c.refers_to == unit_id, _UNITS.c.act == "undo")
    undone = connection.execute(query.order_by(_UNITS.c.seq.desc()).limit(1)).scalar()
    if undone is None:
        return "", []
    among = _CHANGES.c.seq.between(*span_of(connection, undone))
    changes = select(_CHANGES.c.seq).where(among).order_by(_CHANGES.c.seq.desc())
    return undone, list(connection.execute(changes).scalars())


class _Step:
    """One run being written."""

    def __init__(self, connection: Connection, recorder: Recorder, run: _Run, *, back: bool) -> None:
        self._connection, self._recorder, self._run, self._back = connection, recorder, run, back
        self._record = RECORDS[run.kind]
        self._order = "DESC" if back else "ASC"

    def do(self) -> None:
        """Write the run and what the history keeps of it; Refused(``changed_since``) when a record is not as it was."""
        if self._run.op == "insert":
            self._insert()
        elif self._run.op == "update":
            self._expect(self._standing())
            self._update()
        else:
            if self._back:
                self._expect_as_made()
            elif not self._as_left():
                # Row by row is only looked at what is not, letter by letter, as the history has it.
                self._expect(self._standing())
            self._delete()

    def _sides(self) -> tuple[str, str]:
        """The columns of the history that hold what stands and what comes."""
        return ("after", "before") if self._back else ("before", "after")

    def _images(self, side: str) -> list[tuple[str, Image]]:
        """(id, image) of the run, in the order of writing."""
        sql = f"SELECT h.record_id, h.{side} {_SPAN} ORDER BY h.seq {self._order}"
        found = self._connection.exec_driver_sql(sql, (self._run.unit_id, *self._run.span))
        return [(ident, _load(image)) for ident, image in found]

    def _standing(self) -> dict[str, Image]:
        return dict(self._images(self._sides()[0]))

    def _keep(self, columns: str, join: str = "") -> None:
        """Write what this undo or redo did of the run under its own unit."""
        span = _SPAN.replace("h WHERE", f"h {join} WHERE")
        sql = f"{_INTO} SELECT ?, h.kind, h.record_id, ?, {columns} {span} ORDER BY h.seq {self._order}"
        run = self._run
        self._connection.exec_driver_sql(sql, (self._recorder.unit_id, run.op, run.unit_id, *run.span))

    def _insert(self) -> None:
        kind, known = self._run.kind, table_of(self._record).c
        images = self._images("before") if self._back else self._made_before()
        rows = [[(name, value) for name, value in image.items() if name in known] for _, image in images]
        if not all(rows):
            raise Refused("changed_since", kind=kind)
        for names, same in groupby(rows, key=lambda row: tuple(name for name, _ in row)):
            sql = f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - names of our own mapping
            self._connection.exec_driver_sql(sql, [tuple(value for _, value in row) for row in same])
        self._keep("NULL, NULL")

    def _made_before(self) -> list[tuple[str, Image]]:
        """The rows that the unit made, as the undo took them away; files of old kept them with the unit itself too."""
        if self._run.taken_back is None:
            return self._images("after")
        sql = f"SELECT h.record_id, h.before {_SPAN} ORDER BY h.seq DESC"
        found = self._connection.exec_driver_sql(sql, self._run.taken_back)
        return [(ident, _load(image)) for ident, image in found]

    def _as_left(self) -> bool:
        """Whether all records of the run are still what the history says, told by the engine without any row read."""
        now = image_of(self._record, self._recorder, "r", without="version")
        sql = (
            f"SELECT count(*) FROM history_change h JOIN {self._run.kind} r ON r.id = h.record_id "  # noqa: S608
            f"WHERE h.unit_id = ? AND h.seq BETWEEN ? AND ? AND json_remove(h.{self._sides()[0]}, '$.version') = {now}"
        )
        found = self._connection.exec_driver_sql(sql, (self._run.unit_id, *self._run.span)).scalar_one()
        return bool(found == len(self._run.idents))

    def _expect_as_made(self) -> None:
        """That the records which the unit made are there, and as it made them: what was changed since stands again."""
        run = self._run
        sql = f"SELECT count(*) FROM {run.kind} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own table
        if self._connection.exec_driver_sql(sql, (json.dumps(run.idents),)).scalar_one() != len(run.idents):
            raise Refused("changed_since", kind=run.kind)
        self._expect(earlier.replaced_since(self._connection, run.kind, run.idents, run.span[0]))

    def _expect(self, standing: Mapping[str, Image]) -> None:
        current = earlier.rows_now(self._connection, self._run.kind, list(standing)) if standing else {}
        for ident, image in standing.items():
            row = current.get(ident)
            if row is None or any(row.get(name, value) != value for name, value in image.items() if name != "version"):
                raise Refused("changed_since", kind=self._run.kind)

    def _delete(self) -> None:
        # The whole rows are kept as they go; the engine makes their images from what it holds.
        self._keep(
            f"{image_of(self._record, self._recorder, 'r')}, NULL",
            join=f"JOIN {self._run.kind} r ON r.id = h.record_id",
        )
        idents = json.dumps(self._run.idents)
        sql = f"DELETE FROM {self._run.kind} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own table
        self._connection.exec_driver_sql(sql, (idents,))

    def _update(self) -> None:
        standing, coming = self._sides()
        known = table_of(self._record).c
        rows = [
            (ident, {name: value for name, value in image.items() if name in known})
            for ident, image in self._images(coming)
        ]
        for names, same in groupby(rows, key=lambda row: tuple(row[1])):
            # The version counts on: an editor opened before the undo meets a conflict instead of winning silently.
            assignments = "".join(f"{name} = ?, " for name in names)
            sql = f"UPDATE {self._run.kind} SET {assignments}version = version + 1 WHERE id = ?"  # noqa: S608
            self._connection.exec_driver_sql(sql, [(*image.values(), ident) for ident, image in same])
        self._keep(f"h.{standing}, h.{coming}")


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


def _load(text: str | None) -> Image:
    image: Image = json.loads(text) if text else {}
    return image
