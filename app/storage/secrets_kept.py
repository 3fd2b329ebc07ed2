"""Secrets of this installation: files that only their owner may read, kept beside the settings."""

import os
import tempfile
from pathlib import Path


def keep_new(path: Path, text: str) -> None:
    """Write a secret that only its owner may read, whole or not at all; one that is there already stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # mkstemp makes the file with mode 0600.
    handle, name = tempfile.mkstemp(prefix=".key-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        try:
            # A link, not a rename: when another program was first, its key stays.
            os.link(name, path)
        except FileExistsError:
            return
        except OSError:
            if not path.exists():
                Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
