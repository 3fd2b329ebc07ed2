"""Verified backups in a thinning series, and restoring them (D6, D7).

A backup is made by SQLite's own backup interface, never by copying the live file; it is opened and checked before it
gets its name. The newest ones are never thinned, whatever the clock says (F19). The files kept beside the data file are
copied once for the whole series, into the folder ``files`` among the backups, and thinning never touches them.
"""

import errno
import hashlib
import json
import os
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.core.errors import StorageRefused
from app.storage import kept_files
from app.storage.database import APPLICATION_ID, SCHEMA, Database, refusals

_STAMP = "%Y-%m-%dT%H-%M-%S"
_NEVER_THINNED = 5


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified backup file; ``reason`` is close, import, migration, restore or asked."""

    path: Path
    made_at: datetime
    reason: str
    size: int


def folder_of(database: Path) -> Path:
    """Where the backups of a data file stand."""
    return database.parent / f"{database.stem} backups"


def files_of(backup: Path) -> Path:
    """Where the kept files of a backup stand: once for a series, beside a backup that has a name of its own."""
    in_series = backup.parent.name.endswith(" backups")
    return backup.parent / "files" if in_series else kept_files.folder_of(backup)


def make(database: Database, reason: str, target: Path | None = None, now: datetime | None = None) -> Path:
    """Write a verified backup with the kept files and thin the series; gives the file.

    ``target`` names a file of one's own outside the series. Raises StorageRefused: disk_full, folder_not_writable,
    is_a_folder, backup_failed (the copy did not pass its check and was removed).
    """
    now = now or datetime.now()  # noqa: DTZ005 - the series is named in the user's own time
    folder = folder_of(database.path) if target is None else target.absolute().parent
    final = target.absolute() if target else _free_name(folder, f"{now.strftime(_STAMP)} {reason}")
    if final == database.path:
        raise StorageRefused("backup_onto_itself", file=final.name)
    part = final.with_name(final.name + ".part")
    try:
        if final.is_dir():
            raise StorageRefused("is_a_folder", file=final.name)
        folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
    except OSError:
        raise StorageRefused("folder_not_writable", folder=str(folder)) from None
    try:
        with refusals(final):
            _copy(database, part)
        _sync(part)
        kept_files.copy_new(kept_files.folder_of(database.path), files_of(final))
        part.replace(final)
    except OSError:
        raise StorageRefused("folder_not_writable", folder=str(folder)) from None
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
    if target is None:
        _note(final)
        thin(folder, now)
    return final


def _copy(database: Database, part: Path) -> None:
    with database.write_lock:
        raw = database.engine.raw_connection()
        copy = sqlite3.connect(part)
        try:
            source = raw.driver_connection
            assert isinstance(source, sqlite3.Connection)
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            counts = _counts(source)
        finally:
            copy.close()
            raw.close()
    check(part, counts)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def check(path: Path, counts: dict[str, int] | None = None) -> None:
    """Open a backup read-only and look it over; StorageRefused(``backup_failed``) when anything is wrong."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        raise StorageRefused("not_a_database", file=path.name) from None
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StorageRefused("not_a_database", file=path.name)
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        if schema > SCHEMA:
            raise StorageRefused("newer_database", file=path.name, schema=schema)
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
        if not sound or dangling or (counts is not None and _counts(connection) != counts):
            raise StorageRefused("backup_failed", file=path.name)
    except sqlite3.DatabaseError:
        raise StorageRefused("not_a_database", file=path.name) from None
    finally:
        connection.close()


def series(database: Path) -> list[Backup]:
    """The backups of a data file, newest first."""
    found = []
    for path in folder_of(database).glob("*.mdesk"):
        stamp, _, reason = path.stem.partition(" ")
        try:
            made_at = datetime.strptime(stamp, _STAMP)
        except ValueError:
            continue
        found.append(Backup(path, made_at, reason.split(" ")[0], path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def thin(folder: Path, now: datetime) -> list[Path]:
    """Remove what the series no longer keeps; gives the removed files."""
    backups = series(folder.parent / (folder.name.removesuffix(" backups") + ".mdesk"))
    kept = {backup.path for backup in keep(backups, now)}
    gone = [backup.path for backup in backups if backup.path not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
        path.with_suffix(".json").unlink(missing_ok=True)
    return gone


def keep(backups: list[Backup], now: datetime) -> list[Backup]:
    """Which backups stay: all of two days, 12 daily, 10 weekly, 9 monthly, and always the newest five."""
    ordered = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    kept = {id(backup) for backup in ordered[:_NEVER_THINNED]}
    kept |= {id(backup) for backup in ordered if abs(now - backup.made_at) <= timedelta(days=2)}
    for form, number in (("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9)):
        seen: set[str] = set()
        for backup in ordered:
            label = backup.made_at.strftime(form)
            if label not in seen and len(seen) < number:
                seen.add(label)
                kept.add(id(backup))
    return [backup for backup in ordered if id(backup) in kept]


def restore(path: Path, database: Path) -> Path:
    """Put a backup in the place of a closed data file; gives the folder where the former file was moved to.

    The former file is moved with its -wal, -shm and -journal: an old log beside a restored file damages it (F13).
    Kept files that were lost or damaged come back from where the backup has them, and from the series of the data file.
    Raises StorageRefused when the backup is unsound; nothing is changed then.
    """
    from_copy = database.with_name(database.name + ".restoring")
    check(path)
    stamp = datetime.now().strftime(_STAMP)  # noqa: DTZ005 - see make
    aside = folder_of(database) / f"before restore {stamp}"
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        from_copy.write_bytes(path.read_bytes())
        _sync(from_copy)
        check(from_copy)
        for folder in dict.fromkeys((files_of(path), folder_of(database) / "files")):
            kept_files.put_back(folder, kept_files.folder_of(database))
        aside.mkdir(parents=True, exist_ok=True)
        for suffix in ("", "-wal", "-shm", "-journal"):
            former = database.with_name(database.name + suffix)
            if former.exists():
                former.replace(aside / former.name)
        from_copy.replace(database)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        code = "disk_full" if full else "folder_not_writable"
        raise StorageRefused(code, folder=str(database.parent)) from None
    finally:
        from_copy.unlink(missing_ok=True)
    return aside


def _free_name(folder: Path, stem: str) -> Path:
    path = folder / f"{stem}.mdesk"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}.mdesk"
        number += 1
    return path


def _note(path: Path) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_suffix(".json").write_text(json.dumps({"file": path.name, "sha256": digest}), encoding="utf-8")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
