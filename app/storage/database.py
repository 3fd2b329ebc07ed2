"""Opening the data file and speaking to it safely.

Reads run beside the one writer. Below SQLite 3.51.3 two connections that write or checkpoint at the same moment can
damage a WAL (D1); here every write and every checkpoint holds one lock of the process, and the lock file keeps other
programs out.
"""

import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from app.core.errors import StorageRefused
from app.storage.lock import DatabaseLock

#: "MDSK": tells our files from other SQLite files.
APPLICATION_ID = 0x4D44534B
#: The schema that this program writes; kept in SQLite's user_version, so that a newer file is known before it is read.
SCHEMA = 3

_MAGIC = b"SQLite format 3\0"

log = logging.getLogger(__name__)

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "cache_size=-65536",
    "journal_size_limit=4194304",
)


class Database:
    """One open data file: its engine, its lock and the write lock of the process."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write_lock = threading.RLock()
        self._lock = DatabaseLock(path)
        self.engine = _engine(path)
        self.wrote = False

    @classmethod
    def open(cls, path: Path) -> "Database":
        """Take the lock, look the file over and connect; the schema may still be older (``migrate`` follows).

        Raises StorageRefused: in_use, folder_not_writable, not_a_database, newer_database, damaged_database, disk_full.
        """
        path = path.absolute()
        _check_place(path)
        database = cls(path)
        database._lock.acquire()
        try:
            with refusals(path):
                database._look_over()
        except BaseException:
            database.close()
            raise
        return database

    def _look_over(self) -> None:
        with self.connect() as connection:
            schema = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if schema > SCHEMA:
                raise StorageRefused("newer_database", file=self.path.name, schema=schema)
            application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
            if tables and application != APPLICATION_ID:
                raise StorageRefused("not_a_database", file=self.path.name)
            verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
            if verdict != "ok":
                raise StorageRefused("damaged_database", file=self.path.name)

    @property
    def schema(self) -> int:
        """The schema number of the file; 0 for a new, empty one."""
        with self.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection for reading, in a transaction that sees one state of the file."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that holds the write lock from its first statement (BEGIN IMMEDIATE)."""
        with self.write_lock, self.engine.connect().execution_options(writes=True) as connection:
            yield connection

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file."""
        with self.write_lock:
            raw = self.engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.close()

    def close(self) -> None:
        """Close all connections and give the lock free."""
        try:
            self.checkpoint()
        except (DatabaseError, sqlite3.DatabaseError):
            log.warning("checkpoint at close failed")
        self.engine.dispose()
        self._lock.release()


def _check_place(path: Path) -> None:
    folder = path.parent
    try:
        if path.is_dir() or _is_strange(path):
            raise StorageRefused("not_a_database", file=path.name)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise StorageRefused("folder_not_writable", folder=str(folder)) from None


def _is_strange(path: Path) -> bool:
    """Whether the first bytes tell of somebody else's file: connecting would already change its journal mode."""
    if not path.exists():
        return False
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100:
        return bool(head)
    pages, application = (int.from_bytes(head[at : at + 4], "big") for at in (28, 68))
    return not head.startswith(_MAGIC) or (application != APPLICATION_ID and pages > 1)


def _engine(path: Path) -> Engine:
    # autocommit=None/isolation_level=None: the driver's own transaction handling is off, BEGIN is ours (D5).
    engine = create_engine(
        f"sqlite+pysqlite:///{path.as_posix()}",
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 5},
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(raw: sqlite3.Connection, _record: object) -> None:
    cursor = raw.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}").fetchall()
    cursor.close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # Rows of one unit may refer to each other in any order; the check comes at the commit.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    else:
        connection.exec_driver_sql("BEGIN")


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn the engine's faults into StorageRefused with a code; values never travel with them (D15)."""
    try:
        yield
    except DatabaseError as error:
        refused = _refusal(error.orig, path)
        if refused is None:
            raise
        raise refused from None
    except sqlite3.DatabaseError as error:
        refused = _refusal(error, path)
        if refused is None:
            raise
        raise refused from None


def _refusal(error: BaseException | None, path: Path) -> StorageRefused | None:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE")):
        return StorageRefused("disk_full", folder=str(path.parent))
    if name.startswith(("SQLITE_NOTADB",)):
        return StorageRefused("not_a_database", file=path.name)
    if name.startswith("SQLITE_CORRUPT"):
        return StorageRefused("damaged_database", file=path.name)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return StorageRefused("folder_not_writable", folder=str(path.parent))
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StorageRefused("in_use", file=path.name, host="?", user="?", since="?")
    if name.startswith("SQLITE_IOERR"):
        return StorageRefused("disk_trouble", folder=str(path.parent))
    return None
