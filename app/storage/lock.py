"""One program on a data file at a time.

The operating system's lock on a file beside the data file decides; it goes with the process, so a crash leaves nothing
to clean up. A note beside it names the owner, for the sentence that the second program shows (F8, F9).
"""

import getpass
import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from app.core.errors import StorageRefused


class DatabaseLock:
    """The lock of one data file, held from open to close."""

    def __init__(self, database: Path) -> None:
        self._note = database.with_name(database.name + ".owner")
        self._lock = FileLock(str(database.with_name(database.name + ".lock")))
        self._database = database

    def acquire(self) -> None:
        """Take the lock at once or raise StorageRefused(``in_use``) with host, user and time of the holder."""
        note = self._read_note()
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise StorageRefused("in_use", file=self._database.name, **_told(note)) from None
        except OSError:
            raise StorageRefused("folder_not_writable", folder=str(self._database.parent)) from None
        if note and note.get("host") != socket.gethostname():
            # A lock of the operating system does not reach another machine: never break its note by ourselves.
            self._lock.release()
            raise StorageRefused("in_use_elsewhere", file=self._database.name, note=self._note.name, **_told(note))
        self._write_note()

    def release(self) -> None:
        """Give the file free again."""
        if not self._lock.is_locked:
            return
        self._note.unlink(missing_ok=True)
        self._lock.release()

    def _read_note(self) -> dict[str, str]:
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(k): str(v) for k, v in note.items()} if isinstance(note, dict) else {}

    def _write_note(self) -> None:
        owner = {
            "host": socket.gethostname(),
            "user": _user(),
            "since": datetime.now(UTC).isoformat(timespec="minutes"),
            "pid": os.getpid(),
        }
        try:
            self._note.write_text(json.dumps(owner), encoding="utf-8")
        except OSError:
            self._lock.release()
            raise StorageRefused("folder_not_writable", folder=str(self._database.parent)) from None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def _told(note: dict[str, str]) -> dict[str, str]:
    return {"host": note.get("host", "?"), "user": note.get("user", "?"), "since": note.get("since", "?")}
