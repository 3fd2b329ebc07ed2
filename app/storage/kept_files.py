"""Copies of the files kept beside a data file, each under the SHA-256 of its content.

A content never changes and is never removed, so a backup copies only what it does not hold yet, and every copy can be
proved by its name. A content that does not agree with its name is not copied: damage never spreads into a backup.
"""

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from app.core.errors import StorageRefused

_NAME = re.compile(r"([0-9a-f]{64})(?:\.[a-z0-9]{1,8})?")
_CHUNK = 1 << 20


def folder_of(database: Path) -> Path:
    """Where the contents kept with a data file stand."""
    return database.with_name(f"{database.stem} files")


def copy_new(source: Path, target: Path) -> int:
    """Copy the sound contents of one folder that the other does not hold yet; gives how many.

    Raises StorageRefused: disk_full, folder_not_writable. What was copied before that stays; nothing is half copied.
    """
    copied = 0
    for path in _contents(source):
        other = target / path.name
        if other.exists() and other.stat().st_size == path.stat().st_size:
            continue
        copied += _copy(path, other)
    return copied


def put_back(source: Path, target: Path) -> int:
    """Copy the sound contents that the other folder has lost or damaged; gives how many. Raises as ``copy_new``."""
    return sum(_copy(path, target / path.name) for path in _contents(source) if not is_sound(target / path.name))


def is_sound(path: Path) -> bool:
    """Whether the file is there and its content is the one that its name promises."""
    promised = _NAME.fullmatch(path.name)
    try:
        return promised is not None and _digest(path) == promised.group(1)
    except OSError:
        return False


def _contents(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name) and path.is_file())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(path: Path, target: Path) -> bool:
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with path.open("rb") as source, part.open("wb") as copy:
            while piece := source.read(_CHUNK):
                digest.update(piece)
                copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
        if digest.hexdigest() != path.name[:64]:
            return False
        # Opened by another program it must not be changed under its hash.
        part.chmod(0o444)
        part.replace(target)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise StorageRefused("disk_full" if full else "folder_not_writable", folder=str(target.parent)) from None
    finally:
        part.unlink(missing_ok=True)
    return True
