"""What was changed of every row, in the transaction that changes it.

Undo, redo, the History tab, "take this import back" and the audit trail read what this writes. A deleted row leaves its
whole image, a changed one the columns that changed, before and after; a new one only its name, because the row itself
is its image until something changes it (``storage.earlier``). Images hold the stored form of each column (text, whole
number, null), so that a row can be put back exactly without knowing its class.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, Table, event, func, insert, inspect, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import History

from app.core.ids import new_id
from app.models.base import Record
from app.models.history import HistoryChange, HistoryUnit
from app.storage.plain_text import tidy_rows

Image = dict[str, Any]
_Processor = Callable[[Any], Any] | None


class Images:
    """Turns rows into images; keeps the bind processor of each column."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._tables: dict[str, list[tuple[str, str, _Processor]]] = {}

    def columns(self, record: type[Record]) -> list[tuple[str, str, _Processor]]:
        """(attribute, column, processor to the stored form) for each column of a class."""
        name = record.__tablename__
        if name not in self._tables:
            mapper = inspect(record)
            self._tables[name] = [
                (
                    prop.key,
                    prop.columns[0].name,
                    prop.columns[0].type.dialect_impl(self._dialect).bind_processor(self._dialect),
                )
                for prop in mapper.column_attrs
            ]
        return self._tables[name]

    def of(self, row: Record) -> Image:
        """The whole row as it will be stored."""
        return {
            column: processor(value) if processor and (value := getattr(row, key)) is not None else getattr(row, key)
            for key, column, processor in self.columns(type(row))
        }


class Recorder:
    """Collects the changes of one session and writes them under one history unit."""

    def __init__(self, session: Session, title: str, params: Mapping[str, object], who: str) -> None:
        self._session = session
        self._title, self._params, self._who = title, dict(params), who
        self.unit_id = new_id()
        self._started = False
        self._images = Images(session.get_bind().dialect)
        #: The ids that were changed, by kind.
        self.touched: dict[str, set[str]] = {}
        event.listen(session, "before_flush", tidy_rows)
        event.listen(session, "before_flush", self._load_unknown)
        event.listen(session, "after_flush", self._after_flush)

    def _load_unknown(self, session: Session, _context: object, _instances: object) -> None:
        """A value set before it was ever read has no before image: read the row's columns first."""
        for row in session.dirty:
            if isinstance(row, Record):
                state = inspect(row)
                for key, _, _ in self._images.columns(type(row)):
                    history: History = state.attrs[key].history
                    if history.added and not history.deleted:
                        stored = session.connection().execute(
                            select(type(row).__table__.c[key]).where(type(row).__table__.c.id == row.id)
                        )
                        state.committed_state[key] = stored.scalar_one()

    def _after_flush(self, session: Session, _context: object) -> None:
        entries: list[tuple[str, str, str, Image | None, Image | None]] = []
        for row in session.new:
            if isinstance(row, Record):
                # What stands needs no image: the row itself is one until it is changed (``storage.earlier``).
                entries.append((row.__tablename__, row.id, "insert", None, None))
        for row in session.dirty:
            if isinstance(row, Record):
                before, after = self._difference(row)
                if after:
                    entries.append((row.__tablename__, row.id, "update", before, after))
        for row in session.deleted:
            if isinstance(row, Record):
                before, after = self._difference(row)
                entries.append((row.__tablename__, row.id, "delete", {**self._images.of(row), **before}, None))
        self.add(entries)

    def _difference(self, row: Record) -> tuple[Image, Image]:
        state = inspect(row)
        before: Image = {}
        after: Image = {}
        for key, column, processor in self._images.columns(type(row)):
            if column == "version":
                continue
            history = state.attrs[key].history
            if not history.has_changes():
                continue
            old, new = (history.deleted or [None])[0], (history.added or [None])[0]
            old = processor(old) if processor and old is not None else old
            new = processor(new) if processor and new is not None else new
            if old != new:
                before[column], after[column] = old, new
        return before, after

    def add(self, entries: Sequence[tuple[str, str, str, Image | None, Image | None]]) -> None:
        """Write (kind, id, op, before, after) entries under this unit."""
        if not entries:
            return
        self.start()
        # Tuples straight to the driver: an import writes tens of thousands, and every column is plain text.
        self._session.connection().exec_driver_sql(
            _INSERT_CHANGE,
            [
                (self.unit_id, kind, ident, op, encoded(before), encoded(after))
                for kind, ident, op, before, after in entries
            ],
        )
        for kind, ident, *_ in entries:
            self.touch(kind, (ident,))

    def touch(self, kind: str, idents: Iterable[str]) -> None:
        """Remember that records of a kind were changed, for those who listen."""
        self.touched.setdefault(kind, set()).update(idents)

    @property
    def images(self) -> Images:
        """The stored forms of this session's data file."""
        return self._images

    def start(self, act: str = "do", refers_to: str = "") -> None:
        """Write the unit's own row before its first change; what was undone before can then no longer be redone."""
        if self._started:
            return
        self._started = True
        connection = self._session.connection()
        if act == "do":
            units = table_of(HistoryUnit)
            connection.execute(update(units).where(units.c.state == "undone").values(state="dropped"))
        connection.execute(
            insert(table_of(HistoryUnit)).values(
                id=self.unit_id,
                title=self._title,
                params=self._params,
                act=act,
                state="done" if act == "do" else "note",
                refers_to=refers_to,
                at=datetime.now(UTC),
                who=self._who,
                first_change=select(func.coalesce(func.max(HistoryChange.seq), 0) + 1).scalar_subquery(),
            )
        )


def table_of(mapped: type[Any]) -> Table:
    """The table of a mapped class."""
    table = inspect(mapped).local_table
    assert isinstance(table, Table)
    return table


_INSERT_CHANGE = (
    f"INSERT INTO {HistoryChange.__tablename__} (unit_id, kind, record_id, op, before, after) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own table
)
#: One encoder for all: ``json.dumps`` makes a new one for each image, which costs more than the encoding. Without
#: spaces, as the engine's own ``json_object`` writes what comes in bulk.
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def encoded(image: Image | None) -> str | None:
    """An image as the history keeps it."""
    return None if image is None else _encode(image)
