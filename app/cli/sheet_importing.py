"""Taking in agendas, expenditures and deliverables from the command line."""

import argparse
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.import_run import take_all
from app.cli.outcome import Outcome
from app.core.i18n import N_, tr
from app.core.sentences import sentence
from app.services import imports, sheet_imports
from app.services.attendance_import_plans import AttendancePlan
from app.services.context import Context
from app.services.imports import ImportResult, RawWorkbook
from app.services.sheet_imports import RecordPlan


def records(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Records of one kind from one or more files; a file that is refused stops them all and nothing is changed."""
    context = desk.existing
    with context.read() as view:
        # A missing target is told before any file is read.
        _target(view, options)
    paths = [Path(name).expanduser() for name in options.files]
    files = [(path, imports.read_file(path, desk.token(path.name))) for path in paths]
    if len(files) > 1:
        for _path, workbook in files:
            _plan(context, options, workbook)

    def one(
        _number: int, path: Path, workbook: RawWorkbook, _taken: bool
    ) -> tuple[dict[str, Any], ImportResult | None]:
        plan = _plan(context, options, workbook)
        result = None if options.dry_run else _take(desk, context, plan, path, quietly=options.json)
        return report(path, plan, result), result

    return take_all(desk, context, options, files, one, tell)


def _target(view: Any, options: argparse.Namespace) -> sheet_imports.RecordTarget:
    return sheet_imports.target_of(
        view,
        options.kind,
        options.programme or "",
        getattr(options, "activity", "") or "",
        getattr(options, "line", "") or "",
        options.sheet or "",
    )


def _plan(context: Context, options: argparse.Namespace, workbook: RawWorkbook) -> RecordPlan:
    with context.read() as view:
        return sheet_imports.plan(view, workbook, options.kind, _target(view, options))


def _take(desk: Desk, context: Context, plan: RecordPlan, path: Path, *, quietly: bool) -> ImportResult | None:
    """Take the plan in; None when no row is left to take and the outcome of each row says so by itself."""
    if quietly and not sheet_imports.rows_to_take(plan):
        return None
    imports.back_up_before(context)
    with context.write(N_("Take in “{file}”"), file=path.name) as work:
        return sheet_imports.take_in(work, plan, token=desk.token(path.name))


def report(path: Path, plan: RecordPlan | AttendancePlan, result: ImportResult | None) -> dict[str, Any]:
    """The JSON document of an import: that of people, with ``kind``, ``record`` by row, ``skipped``, ``notes``."""
    found: dict[str, Any] = {"kind": plan.kind, **plan.staged.as_json()}
    found["file"], found["batch"] = path.name, result.batch if result else None
    for row, (staged, match) in zip(found["rows"], plan.pairs(), strict=True):
        key = (staged.sheet, staged.row)
        row["record"] = (result.codes.get(key) or result.people.get(key)) if result else None
        row["reason"] = sentence(staged.reason, staged.reason_params)
        if match.differences:
            row["changes"] = [{"field": one.field, "old": one.old, "new": one.new} for one in match.differences]
        for warning, cell in zip(row["warnings"], staged.warnings, strict=True):
            warning["message"] = sentence(cell.code, cell.params)
    found["skipped"] = [
        {"sheet": one.sheet, "row": one.row, "text": one.text, "reason": sentence(one.reason)}
        for one in plan.staged.skipped
    ]
    found["notes"] = [
        {"sheet": one.sheet, "row": one.row, "message": sentence(one.code, one.params)} for one in plan.notes
    ]
    order = ("kind", "file", "sha256", "batch", "sheets", "rows", "summary")
    return {name: found[name] for name in order} | {k: v for k, v in found.items() if k not in order}


def told_of(warning: dict[str, Any]) -> str:
    """A remark on a cell in words: field, what stands in the file, what is wrong."""
    told = {name: warning[name] for name in ("field", "value", "message")}
    return tr("{field} “{value}”: {message}", **told)


def place_in(sheet: str, row: object) -> str:
    """Where something stands, in words; a text file has no sheets to be named."""
    return tr("sheet “{sheet}”, row {row}", sheet=sheet, row=row) if sheet else tr("row {row}", row=row)


def tell(desk: Desk, found: dict[str, Any], *, dry_run: bool) -> None:
    """The report in words: the counts, then what is told of cells, rows and sheets."""
    head = tr("{file}, dry run:", file=found["file"]) if dry_run else tr("{file}:", file=found["file"])
    counts = tr(
        "{new} new, {update} updated, {same} the same, {duplicate} repeated, {doubtful} doubtful, {refused} refused",
        **found["summary"],
    )
    desk.print(f"{head} {counts}")
    for row in found["rows"]:
        where = place_in(row["sheet"], row["row"])
        for warning in row["warnings"]:
            desk.print(f"  {where}, {told_of(warning)}")
        if row["outcome"] in {"doubtful", "refused", "duplicate"}:
            desk.print(f"  {where}: {row['reason']}")
    for note in found["notes"]:
        desk.print(f"  {tr('sheet “{sheet}”', sheet=note['sheet'])}: {note['message']}")
    if found["batch"]:
        desk.print(tr("Import {batch}. Take it back with: main.py import undo {batch}", batch=found["batch"]))
