"""``demo``: the sample, the main job on it, and what was made; with a display the window opens on it."""

import argparse
import os
import sys
from pathlib import Path

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.i18n import tr, trn
from app.core.launch import WindowRequest
from app.services import main_job, workspace
from app.services.main_job import MainJob

_SAMPLE = "sample.mdesk"


def demo(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Make the sample data file and its papers afresh in one folder; what the user changed is moved aside, not lost."""
    folder = Path(options.output).expanduser() if options.output else Path("demo")
    database = desk.database or folder / _SAMPLE
    workspace.expect_folder(folder)
    aside = workspace.make_room_for_sample(database)
    if aside is not None:
        desk.say(tr("The former sample holds changes of yours. It was moved to: {folder}", folder=aside))
    desk.database = database
    job = main_job.run(desk.context, folder, desk.token(tr("Making the sample")))
    _tell(desk, job, folder, database)
    if _has_display():
        return Outcome(window=WindowRequest(database))
    desk.say(
        tr("There is no display here. Open the window on the sample with: main.py --database {file}", file=database)
    )
    return Outcome()


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return sys.stdout.isatty()
    offscreen = os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and not offscreen


def _tell(desk: Desk, job: MainJob, folder: Path, database: Path) -> None:
    made = job.summary
    desk.print(tr("Data file: {file}", file=database))
    desk.print(
        tr(
            "{programmes} programmes, {partnerships} partnerships, {organisations} organisations, "
            "{activities} activities, {sessions} sessions, {deliverables} deliverables, {people} people",
            programmes=made.programmes,
            partnerships=made.partnerships,
            organisations=made.organisations,
            activities=made.activities,
            sessions=made.sessions,
            deliverables=made.deliverables,
            people=made.people,
        )
    )
    for name, result in job.imports:
        desk.print(
            tr(
                "Taken in: {file}: {new} new, {duplicate} repeated ({batch})",
                file=name,
                new=result.summary["new"],
                duplicate=result.summary["duplicate"],
                batch=result.batch,
            )
        )
    desk.print(trn("{n} certificate issued", "{n} certificates issued", job.certificates))
    desk.print(tr("Papers in {folder}:", folder=folder))
    for paper in job.papers:
        pages = (
            trn("{n} page", "{n} pages", paper.pages)
            if paper.file.suffix == ".pdf"
            else trn("{n} entry", "{n} entries", paper.pages)
        )
        desk.print(f"  {paper.file.name}  ({pages})")
