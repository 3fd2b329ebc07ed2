"""Writing many rows, and backups, against what the engine and the file system do at best."""

import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

from benchmarks.clock import measured
from benchmarks.material import EMPTY_FILE, FULL_FILE, person_values


def insert_many(folder: Path) -> None:
    """Ten thousand people through a unit of work, with the history of each."""
    from app.models.people import Person
    from app.services.context import Context

    copy = _copy(folder)
    rows = person_values(_count(folder))
    context = Context.open(copy)
    try:
        with context.read() as view:
            # The classes are mapped with the first look at the data: a cost of the start, not of the rows.
            view.session.get(Person, "")
        with measured(), context.write("many") as work:
            for start in range(0, len(rows), 500):
                work.insert_many(Person, rows[start : start + 500])
        context.changed = False
    finally:
        context.close()


def raw_insert(folder: Path) -> None:
    """The same rows by the driver alone, into the same table with the same indexes; no history."""
    _raw(folder, history=False)


def raw_insert_with_history(folder: Path) -> None:
    """The same rows and the same history rows by the driver alone."""
    _raw(folder, history=True)


def _raw(folder: Path, *, history: bool) -> None:
    stored, images = _stored(folder)
    connection = sqlite3.connect(_copy(folder), isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    names = list(stored[0])
    insert = f"INSERT INTO person ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    tuples = [tuple(row.values()) for row in stored]
    with measured():
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(insert, tuples)
        if history:
            connection.executemany(
                "INSERT INTO history_change (unit_id, kind, record_id, op, before, after) VALUES (?, ?, ?, ?, ?, ?)",
                images,
            )
        connection.execute("COMMIT")
    connection.close()


def _stored(folder: Path) -> tuple[list[dict[str, Any]], list[tuple[Any, ...]]]:
    """The rows as the engine keeps them, taken from the full file, and what the history says of each."""
    connection = sqlite3.connect(folder / FULL_FILE)
    connection.row_factory = sqlite3.Row
    unit = connection.execute("SELECT id FROM history_unit LIMIT 1").fetchone()[0]
    rows = [dict(row) for row in connection.execute("SELECT * FROM person ORDER BY rowid")]
    connection.close()
    return rows, [(unit, "person", row["id"], "insert", None, None) for row in rows]


def verified_backup(folder: Path) -> None:
    """A backup by the engine's own interface, opened again, checked, counted and hashed."""
    from app.services.context import Context

    context = Context.open(_copy(folder, FULL_FILE))
    try:
        with measured():
            context.backup("asked")
    finally:
        context.close()
        shutil.rmtree(folder / "run backups", ignore_errors=True)


def file_copy(folder: Path) -> None:
    """The file copied and brought to the disk."""
    source, target = _copy(folder, FULL_FILE), folder / "copied"
    with measured():
        shutil.copyfile(source, target)
        with target.open("rb+") as file:
            os.fsync(file.fileno())
    target.unlink()


def _count(folder: Path) -> int:
    connection = sqlite3.connect(folder / FULL_FILE)
    count = int(connection.execute("SELECT count(*) FROM person").fetchone()[0])
    connection.close()
    return min(count, 10_000)


def _copy(folder: Path, database: str = EMPTY_FILE) -> Path:
    copy = folder / "run.mdesk"
    for suffix in ("-wal", "-shm"):
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(folder / database, copy)
    return copy
