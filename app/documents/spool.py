"""Bytes that are put away while a paper is made: in memory while they are few, then in a file that has no name."""

import contextlib
import tempfile
from collections.abc import Iterator
from io import FileIO

#: So much is held in memory; a usual paper never reaches the disk.
_MOST = 1 << 19


class Spool:
    """Bytes written one after the other and read from the beginning, once all are there.

    The file is nobody's but this program's and is gone with it, also when that is killed. Where it cannot be made or
    the disk is full, all stays in memory: a paper is not to fail for want of a place that it could do without.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._file: FileIO | None = None
        self._waiting = bytearray()
        self._on_disk = 0

    def __del__(self) -> None:
        # A paper that was stopped half way leaves its spools without a word.
        self.close()

    def __len__(self) -> int:
        return self._on_disk + len(self._waiting)

    def write(self, content: bytes) -> None:
        """Put more away."""
        self._waiting += content
        if len(self._waiting) > self._most:
            self._unload()

    def _unload(self) -> None:
        """Move what waits in memory to the file; without one it goes on waiting."""
        try:
            if self._file is None:
                # Unbuffered: what was not written is known to the byte.
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # open until the paper is made
            left = memoryview(self._waiting)
            with left:
                self._file.seek(self._on_disk)
                done = 0
                while done < len(left):
                    done += self._file.write(left[done:])
        except OSError:
            # From now on in memory, whatever comes.
            self._most = 1 << 62
            return
        self._on_disk += len(self._waiting)
        self._waiting.clear()

    def blocks(self, size: int = _MOST) -> Iterator[bytes]:
        """All of it, in pieces of ``size`` bytes at most."""
        at = 0
        while at < len(self):
            piece = self.read(at, size)
            at += len(piece)
            yield piece

    def read(self, at: int, count: int) -> bytes:
        """``count`` bytes from a place on; fewer at the end."""
        if at >= self._on_disk or self._file is None:
            at -= self._on_disk
            return bytes(self._waiting[at : at + count])
        self._file.seek(at)
        count = min(count, len(self) - at)
        found = self._file.read(min(count, self._on_disk - at))
        while len(found) < count:
            more = self.read(at + len(found), count - len(found))
            found += more
        return found

    def whole(self) -> bytes:
        """All of it at once."""
        if self._file is not None:
            # In one piece: two would have to be put together, and for that be there twice.
            self._unload()
        return self.read(0, len(self)) if self._file is not None else bytes(self._waiting)

    def close(self) -> None:
        """Give everything back."""
        self._waiting = bytearray()
        self._on_disk = 0
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
