"""Which data file is open, and its care: opening, backup, restore, check, facts."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text

from app.core.errors import StorageRefused
from app.core.paths import default_database
from app.core.settings import Settings
from app.models.all_models import RECORDS
from app.models.history import HistoryChange, HistoryUnit
from app.models.programmes import Programme
from app.services.context import Context
from app.services.sample import PROGRAMMES
from app.storage import backup
from app.storage.backup import Backup
from app.storage.database import SCHEMA
from app.storage.work import View

LAST = "database"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What ``info`` tells of a data file."""

    path: Path
    size: int
    schema: int
    counts: dict[str, int]
    history_units: int
    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What ``check`` found: codes of faults with parameters; empty when all is sound."""

    faults: tuple[tuple[str, dict[str, object]], ...]
    rows: int

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def last_database(settings: Settings) -> Path:
    """The data file opened last, else the default one; MENTORDESK_DATABASE in the environment goes before both."""
    named = os.environ.get("MENTORDESK_DATABASE", "")
    if named:
        return Path(named)
    last = settings.get(LAST, "")
    return Path(last) if last and Path(last).exists() else default_database()


def expect_file(path: Path) -> None:
    """Raise StorageRefused(``no_database``) when there is no file of that name."""
    if not path.exists():
        raise StorageRefused("no_database", file=str(path))


def open_file(path: Path, language: str, settings: Settings | None = None) -> Context:
    """Open or create a data file; with settings, remember it as the last one."""
    context = Context.open(path, language)
    if settings is not None:
        settings.put(LAST, str(context.path))
        settings.save()
    return context


def is_sample(path: Path) -> bool:
    """Whether a file is a sample that ``demo`` made: nobody has changed anything in it by hand since.

    A file that another program holds, or that is none of ours, is not.
    """
    try:
        context = Context.open(path)
    except StorageRefused:
        return False
    try:
        with context.read() as view:
            count = view.session.scalar(select(func.count()).select_from(Programme)) or 0
            titles = set(view.session.scalars(select(HistoryUnit.title).order_by(HistoryUnit.seq).limit(1)))
        return (count == len(PROGRAMMES) or not count) and titles <= {"Organisations of the sample"}
    finally:
        context.close()


def forget_sample(path: Path) -> None:
    """Remove a sample with its logs, kept files and backups, so that a new one can be made."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    for folder in (path.with_name(f"{path.stem} files"), backup.folder_of(path)):
        shutil.rmtree(folder, ignore_errors=True)


def backups(path: Path) -> tuple[Backup, ...]:
    """The backups of a data file, newest first."""
    return tuple(backup.series(path))


def restore(file: Path, database: Path) -> Path:
    """Put a backup in the place of a data file that is not open; gives the folder with the former file."""
    expect_file(file)
    if file.absolute() == database.absolute():
        raise StorageRefused("backup_onto_itself", file=file.name)
    if database.exists():
        # Opening takes the lock: a file that another program holds is never replaced under it.
        try:
            Context.open(database).close()
        except StorageRefused as refused:
            if refused.code not in {"damaged_database", "not_a_database", "newer_database"}:
                raise
    return backup.restore(file, database)


def facts(context: Context) -> FileFacts:
    """Size, schema, records by kind and backups of the open file."""
    with context.read() as view:
        counts = {
            kind: view.session.scalar(select(func.count()).select_from(record)) or 0
            for kind, record in sorted(RECORDS.items())
        }
        units = view.session.scalar(select(func.count()).select_from(HistoryUnit)) or 0
    return FileFacts(context.path, context.path.stat().st_size, SCHEMA, counts, units, backups(context.path))


def check(context: Context) -> CheckResult:
    """Verify the file: SQLite's own check, keys, audit trail against the records."""
    faults: list[tuple[str, dict[str, object]]] = []
    with context.read() as view:
        for row in view.session.execute(text("PRAGMA integrity_check(5)")):
            if row[0] != "ok":
                faults.append(("check_damaged", {"what": str(row[0])}))
        for row in view.session.execute(text("PRAGMA foreign_key_check")).fetchmany(5):
            faults.append(("check_dangling", {"kind": str(row[0])}))
        faults.extend(_trail_faults(view))
        rows = sum(view.session.scalar(select(func.count()).select_from(record)) or 0 for record in RECORDS.values())
    return CheckResult(tuple(faults), rows)


def _trail_faults(view: View) -> list[tuple[str, dict[str, object]]]:
    """Every record must have come into being through the history, and none that was deleted may still be there."""
    faults: list[tuple[str, dict[str, object]]] = []
    newest = (
        select(HistoryChange.kind, HistoryChange.record_id, func.max(HistoryChange.seq).label("seq"))
        .group_by(HistoryChange.kind, HistoryChange.record_id)
        .subquery()
    )
    last = dict[str, dict[str, str]]()
    statement = select(HistoryChange.kind, HistoryChange.record_id, HistoryChange.op).join(
        newest, HistoryChange.seq == newest.c.seq
    )
    for kind, ident, op in view.session.execute(statement):
        last.setdefault(kind, {})[ident] = op
    for kind, record in RECORDS.items():
        present = set(view.session.scalars(select(record.id)))
        known = {ident for ident, op in last.get(kind, {}).items() if op != "delete"}
        if present != known:
            faults.append(("check_trail", {"kind": kind, "count": len(present ^ known)}))
    return faults
