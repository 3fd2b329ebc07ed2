"""Which data file is open, and its care: opening, backup, restore, check, facts."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from sqlalchemy import func, select, text

from app.core.errors import Refused, StorageRefused
from app.core.paths import default_database
from app.core.settings import Settings
from app.models.all_models import RECORDS
from app.models.documents import Document
from app.models.history import HistoryChange, HistoryUnit
from app.services import documents
from app.services.context import Context
from app.storage import backup, kept_files, meta
from app.storage.backup import Backup
from app.storage.database import SCHEMA
from app.storage.files import expect_writable
from app.storage.work import View

LAST = "database"
#: The fact of a data file that tells a sample: the last step of its history when it was finished.
_SAMPLE_MARK = "sample"
_UNFINISHED = "unfinished"
_MOST_FAULTS = 5


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
    return Path(last) if last and _is_there(Path(last)) else default_database()


def _is_there(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have, or that cannot be looked at, is not there."""
    try:
        return path.exists()
    except OSError:
        return False


def expect_file(path: Path) -> None:
    """Raise StorageRefused(``no_database``) when there is no file of that name."""
    if not _is_there(path):
        raise StorageRefused("no_database", file=str(path))


def open_file(path: Path, language: str, settings: Settings | None = None) -> Context:
    """Open or create a data file; with settings, remember it as the last one."""
    context = Context.open(path, language)
    if settings is not None:
        settings.put(LAST, str(context.path))
        settings.save()
    return context


class SampleState(Enum):
    """Whose a data file is: the sample as ``demo`` made it, a sample that was worked on since, or one's own."""

    UNTOUCHED = "untouched"
    CHANGED = "changed"
    OWN = "own"


def mark_sample(context: Context, *, finished: bool) -> None:
    """Note in the file that it is the sample, and how far its history goes when it is finished."""
    with context.write("sample") as work:
        newest = work.session.scalar(select(func.max(HistoryUnit.seq))) or 0
        meta.note(work.session, _SAMPLE_MARK, str(newest) if finished else _UNFINISHED)


def sample_state(path: Path) -> SampleState:
    """Whose a data file is; a file without any history is as good as untouched. Raises StorageRefused."""
    context = Context.open(path)
    try:
        with context.read() as view:
            mark = meta.fact(view.session, _SAMPLE_MARK)
            newest = view.session.scalar(select(func.max(HistoryUnit.seq))) or 0
    finally:
        context.close()
    if mark == str(newest) or not newest:
        return SampleState.UNTOUCHED
    return SampleState.CHANGED if mark else SampleState.OWN


def make_room_for_sample(path: Path) -> Path | None:
    """Take a former sample out of the way: an untouched one is removed, one that was worked on is moved aside.

    Gives the folder that the latter was moved to, else None. Raises Refused(``demo_over_own_file``), StorageRefused.
    """
    if not _is_there(path):
        return None
    state = sample_state(path)
    if state is SampleState.OWN:
        raise Refused("demo_over_own_file", file=str(path))
    try:
        if state is SampleState.CHANGED:
            return _move_aside(path)
        _remove(path)
    except OSError:
        raise StorageRefused("folder_not_writable", folder=str(path.parent)) from None
    return None


def _belongings(path: Path) -> list[Path]:
    """A closed data file with its logs, kept files and backups, as far as they are there."""
    files = [path.with_name(path.name + suffix) for suffix in ("", "-wal", "-shm", "-journal")]
    return [one for one in (*files, kept_files.folder_of(path), backup.folder_of(path)) if one.exists()]


def _move_aside(path: Path) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%d %H-%M-%S")  # noqa: DTZ005 - named in the user's own time
    folder, number = path.with_name(f"{path.stem} kept {stamp}"), 2
    while folder.exists():
        folder, number = path.with_name(f"{path.stem} kept {stamp} {number}"), number + 1
    folder.mkdir()
    for one in _belongings(path):
        one.replace(folder / one.name)
    return folder


def _remove(path: Path) -> None:
    for one in _belongings(path):
        if one.is_dir():
            shutil.rmtree(one)
        else:
            one.unlink()


def expect_folder(folder: Path) -> None:
    """See that papers can be written into a folder, made when it is not there; raises Refused."""
    expect_writable(folder)


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
    """Verify the file: SQLite's own check, keys, audit trail against the records, kept files against their hashes."""
    faults: list[tuple[str, dict[str, object]]] = []
    with context.read() as view:
        for row in view.session.execute(text("PRAGMA integrity_check(5)")):
            if row[0] != "ok":
                faults.append(("check_damaged", {"what": str(row[0])}))
        for row in view.session.execute(text("PRAGMA foreign_key_check")).fetchmany(_MOST_FAULTS):
            faults.append(("check_dangling", {"kind": str(row[0])}))
        faults.extend(_trail_faults(view))
        faults.extend(list(_kept_file_faults(view))[:_MOST_FAULTS])
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


def _kept_file_faults(view: View) -> Iterator[tuple[str, dict[str, object]]]:
    """Documents whose content is gone or is no longer what was kept."""
    for row in view.session.scalars(select(Document).order_by(Document.file_name, Document.id)):
        stored = documents.stored_path(view, row.sha256, row.file_name)
        if not stored.exists():
            yield "document_lost", {"file": row.file_name}
        elif not kept_files.is_sound(stored):
            yield "document_damaged", {"file": row.file_name}
