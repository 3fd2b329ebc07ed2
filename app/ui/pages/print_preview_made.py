"""A paper as the print page has made it, and the way to what was saved of it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.services.paper_kinds import Paper, PaperOptions, PaperWarning, Printed
from app.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Finished:
    """What it is, for what, with which options; ``sizes`` are width and height of each page in points.

    ``warnings`` are what is to be looked at before it is given out.
    """

    paper: Paper
    subject_id: str
    options: PaperOptions
    printed: Printed
    sizes: tuple[tuple[float, float], ...]
    warnings: tuple[PaperWarning, ...] = ()


def start_folder(desk: Desk) -> Path:
    """Where papers were saved last, else the user's documents; the nearest folder above that is there."""
    kept = desk.settings.get("print.folder", "")
    folder = Path(kept or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return next((one for one in (folder, *folder.parents) if one.is_dir()), Path.home())
