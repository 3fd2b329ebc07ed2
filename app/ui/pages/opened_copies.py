"""The folder of copies that other programs open; it goes when the program ends."""

import atexit
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def copies_folder() -> Path:
    """One folder for the whole run, cleared at the end; files that another program still holds are left."""
    folder = Path(tempfile.mkdtemp(prefix="mentordesk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
