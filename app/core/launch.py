"""What the window is asked to open at start."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """The data file to open (none: the last one, else the default one) and the language (none: the one set)."""

    database: Path | None = None
    language: str = ""
