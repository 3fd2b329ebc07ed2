"""Files that appear whole or not at all: written beside, synced, renamed (D9)."""

import errno
import os
import tempfile
from pathlib import Path

from app.core.errors import Refused


def write_whole(target: Path, content: bytes) -> Path:
    """Write ``content`` to ``target`` in one step; the former file stays until the new one is complete.

    Raises Refused: is_a_folder, folder_not_writable, disk_full, file_locked (open in another program; the content is
    then kept beside under the name given in ``kept``).
    """
    target = target.absolute()
    try:
        if target.is_dir():
            raise Refused("is_a_folder", file=target.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", suffix=".part", dir=target.parent)
    except OSError as error:
        raise _refused(error, target) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _refused(error, target) from None
    try:
        part.chmod(0o644)
        part.replace(target)
    except OSError:
        kept = _keep_beside(part, target)
        raise Refused("file_locked", file=target.name, kept=kept.name) from None
    _sync_folder(target.parent)
    return target


def expect_writable(folder: Path) -> None:
    """Make a folder that is not there yet and see that files can be written into it; raises as ``write_whole``."""
    probe = folder.absolute() / "file"
    try:
        probe.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".writable-", dir=probe.parent)
    except OSError as error:
        raise _refused(error, probe) from None
    os.close(handle)
    Path(name).unlink(missing_ok=True)


def _keep_beside(part: Path, target: Path) -> Path:
    for number in range(2, 100):
        other = target.with_name(f"{target.stem} ({number}){target.suffix}")
        if not other.exists():
            part.replace(other)
            return other
    return part


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refused(error: OSError, target: Path) -> Refused:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Refused("disk_full", folder=str(target.parent))
    return Refused("folder_not_writable", folder=str(target.parent))
