"""Taking in who was there, from sign-in lists and logs of online meetings, from the command line."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from app.cli import sheet_importing
from app.cli.desk import Desk
from app.cli.import_run import take_all
from app.cli.outcome import Outcome
from app.core.errors import Refused
from app.core.i18n import N_, tr
from app.services import attendance_import, imports
from app.services.attendance_import import AttendancePlan, AttendanceTarget
from app.services.context import Context
from app.services.imports import ImportResult, RawWorkbook


def attendance(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Marks from one or more files, each an import of its own; a file that is refused stops them all."""
    context = desk.existing
    with context.read() as view:
        # What is wrong with the target is told before any file is read.
        target = _target(view, options)
    paths = [Path(name).expanduser() for name in options.files]
    if len(paths) > 1 and (options.link or options.as_new):
        raise Refused("import_rows_one_file")
    files = [(path, imports.read_file(path, desk.token(path.name))) for path in paths]
    plans = [_plan(context, options, target, workbook) for _, workbook in files]

    def one(number: int, path: Path, workbook: RawWorkbook, taken: bool) -> tuple[dict[str, Any], ImportResult | None]:
        # The marks of the files before are kept by now.
        plan = _plan(context, options, target, workbook) if taken else plans[number]
        result = None if options.dry_run else _take(context, plan, path, quietly=options.json)
        return report(path, plan, result), result

    return take_all(desk, context, options, files, one, _tell)


def _target(view: Any, options: argparse.Namespace) -> AttendanceTarget:
    return attendance_import.target_of(
        view,
        options.activity,
        options.session or "",
        options.date,
        options.time_zone or "",
        options.sheet or "",
        options.rest_absent,
    )


def _plan(
    context: Context, options: argparse.Namespace, target: AttendanceTarget, workbook: RawWorkbook
) -> AttendancePlan:
    with context.read() as view:
        plan = attendance_import.plan(view, workbook, target)
        return attendance_import.decide_by_code(view, plan, options.link, options.as_new)


def _take(context: Context, plan: AttendancePlan, path: Path, *, quietly: bool) -> ImportResult | None:
    """Take the plan in; None when no mark is left to write and the outcome of each row says so by itself."""
    if quietly and not any(plan.marks.values()):
        return None
    imports.back_up_before(context)
    with context.write(N_("Take in attendance “{file}”"), file=path.name) as work:
        return attendance_import.take_in(work, plan)


def report(path: Path, plan: AttendancePlan, result: ImportResult | None) -> dict[str, Any]:
    """The JSON document: that of the other kinds, with ``person`` for each row, the sessions, and who is not there."""
    found = sheet_importing.report(path, plan, result)
    for row in found["rows"]:
        row["person"] = row.pop("record")
    found["meeting"] = plan.title if plan.log else None
    found["sessions"] = [
        {"label": slot.label(), "number": slot.number, "minutes": slot.minutes, "title": next(iter(slot.titles), "")}
        for slot in plan.slots
    ]
    found["threshold"] = plan.threshold
    found["not_in_file"] = [plan.names.get(ident, "") for ident in plan.absent]
    if plan.taken_before:
        found["taken_before"] = plan.taken_before
    return found


def _tell(desk: Desk, found: dict[str, Any], *, dry_run: bool) -> None:
    sheet_importing.tell(desk, found, dry_run=dry_run)
    desk.print("  " + tr("Sessions: {sessions}", sessions=", ".join(one["label"] for one in found["sessions"])))
    if found["not_in_file"]:
        desk.print("  " + tr("Not in the file: {names}", names=", ".join(found["not_in_file"])))
    if found.get("taken_before"):
        desk.print(tr("This file was taken in before, as {batch}.", batch=found["taken_before"]))


def add_to(kinds: "argparse._SubParsersAction[Any]", pair: Callable[[str], tuple[str, str]]) -> None:
    """Enter the command and its options; ``pair`` reads ``ROW=PERSON``."""
    one = kinds.add_parser("attendance", help=tr("who was there, from sign-in lists and logs of online meetings"))
    one.add_argument("files", nargs="+", metavar="FILE")
    one.add_argument("--activity", required=True, metavar="CODE")
    one.add_argument("--session", metavar="NUMBER", help=tr("only this session: its number (of the day), or its title"))
    one.add_argument("--date", metavar="DAY", type=day, help=tr("only this day; also where the file does not tell one"))
    one.add_argument(
        "--time-zone", metavar="ZONE", help=tr("the time zone of a log, where it is not that of the place")
    )
    one.add_argument("--sheet", metavar="NAME")
    absent = tr("who has no mark in the file and none yet was absent")
    one.add_argument("--rest-absent", action="store_true", help=absent)
    link = tr("the row is this known person; a row as in Excel, like 12 or Sheet!12; may be repeated")
    one.add_argument("--link", action="append", default=[], metavar="ROW=PERSON", type=pair, help=link)
    fresh = tr("the row is somebody new, who becomes a participant; may be repeated")
    one.add_argument("--as-new", action="append", default=[], metavar="ROW", help=fresh)
    one.add_argument("--dry-run", action="store_true")
    one.add_argument("--json", action="store_true")
    one.set_defaults(run=attendance)


def day(text: str) -> date:
    """A day typed as 2026-03-09."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(tr("a day is written like 2026-03-09")) from error
