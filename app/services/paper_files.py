"""File names of papers that every system can hold (D12, O6)."""

from pathlib import Path

from app.core.text import marks_off, one_line
from app.core.transliteration import romanise

#: Names that one system keeps for its devices, with whatever ending.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_MOST = 120


def safe_name(text: str) -> str:
    """A file name of plain letters, digits, spaces, hyphens, dots; Cyrillic by the table of the passport.

    Never empty, at most 120 characters, no path in it, no name of a device, no dot, space or hyphen at either end.
    """
    latin = "".join(_plain(char) for char in marks_off(romanise(one_line(text))))
    kept = "".join(char if char.isascii() and (char.isalnum() or char in " -_.") else " " for char in latin)
    name = " ".join(kept.split())[:_MOST].strip(" .-") or "paper"
    stem, dot, rest = name.partition(".")
    return f"{stem}_{dot}{rest}" if stem.strip().casefold() in _DEVICES else name


def own_folder(chosen: Path, name: str) -> Path:
    """Where many files go that belong together: into ``name`` below the chosen folder, not loose among what is there.

    A folder that is empty, not there yet, or has this name already is taken as it is. Nothing is made here.
    """
    if not chosen.is_dir() or chosen.name == name:
        return chosen
    try:
        return chosen / name if any(chosen.iterdir()) else chosen
    except OSError:
        # Whether it can be used is told when it is written to.
        return chosen


def _plain(char: str) -> str:
    """A letter that no decomposition takes apart (Đ, Ł, ß), in its own case."""
    if char.isascii() or not char.isalpha():
        return char
    found = marks_off(char.casefold())
    return found.capitalize() if char.isupper() else found


def free_name(folder: Path, name: str, content: bytes) -> Path:
    """Where to write a file so that nothing else is written over: a number comes behind the name of a taken one.

    A file that holds the same content already keeps its name, so that a batch done again adds nothing.
    """
    stem, dot, ending = name.rpartition(".")
    target, count = folder / name, 1
    while target.exists() and not _same(target, content):
        count += 1
        target = folder / f"{stem} {count}{dot}{ending}"
    return target


def _same(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False
