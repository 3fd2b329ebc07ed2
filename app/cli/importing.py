"""Taking in spreadsheets from the command line."""

import argparse
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.errors import Cancelled, MentordeskError
from app.core.i18n import N_, tr
from app.core.sentences import sentence
from app.services import imports
from app.services.context import Context
from app.services.imports import ImportPlan, ImportResult, RawWorkbook


def participants(desk: Desk, options: argparse.Namespace) -> Outcome:
    """People from one or more files; each file is an import of its own, but one that is refused stops them all."""
    context = desk.existing
    paths = [Path(name).expanduser() for name in options.files]
    files = [(path, imports.read_file(path, desk.token(path.name))) for path in paths]
    if len(files) > 1:
        # What can be refused is refused before the first file is written.
        for path, workbook in files:
            _plan(desk, context, options, path, workbook)
    reports: list[dict[str, Any]] = []
    taken: list[str] = []
    try:
        for path, workbook in files:
            plan = _plan(desk, context, options, path, workbook)
            result = None if options.dry_run else _take(desk, context, plan, path, quietly=options.json)
            if result is not None:
                taken.append(result.batch)
            reports.append(report(path, plan, result))
    except (MentordeskError, Cancelled, KeyboardInterrupt):
        for batch in reversed(taken):
            imports.take_back(context, batch)
        raise
    if options.json:
        desk.print_json(reports[0] if len(reports) == 1 else reports)
    else:
        for one in reports:
            _tell(desk, one, dry_run=options.dry_run)
    return Outcome()


def _plan(desk: Desk, context: Context, options: argparse.Namespace, path: Path, workbook: RawWorkbook) -> ImportPlan:
    with context.read() as view:
        target = imports.target_of(
            view, options.programme, options.activity or "", options.country or "", options.sheet or ""
        )
        return imports.plan(view, workbook, target, token=desk.token(path.name))


def _take(desk: Desk, context: Context, plan: ImportPlan, path: Path, *, quietly: bool) -> ImportResult | None:
    """Take the plan in; None when no row is left to take and the outcome of each row says so by itself."""
    if quietly and not imports.rows_to_take(plan, {}):
        return None
    imports.back_up_before(context)
    with context.write(N_("Take in “{file}”"), file=path.name) as work:
        return imports.take_in(work, plan, token=desk.token(path.name))


def report(path: Path, plan: ImportPlan, result: ImportResult | None) -> dict[str, Any]:
    """The JSON document of an import."""
    found: dict[str, Any] = plan.staged.as_json()
    found["file"] = path.name
    found["batch"] = result.batch if result else None
    for row, (staged, match) in zip(found["rows"], plan.pairs(), strict=True):
        key = (staged.sheet, staged.row)
        row["person"] = result.codes.get(key) if result else None
        row["reason"] = sentence(staged.reason, staged.reason_params)
        if match.differences:
            row["changes"] = [{"field": one.field, "old": one.old, "new": one.new} for one in match.differences]
        for warning, cell in zip(row["warnings"], staged.warnings, strict=True):
            warning["message"] = sentence(cell.code, cell.params)
    order = ("file", "sha256", "batch", "sheets", "rows", "summary")
    return {name: found[name] for name in order} | {k: v for k, v in found.items() if k not in order}


def _tell(desk: Desk, found: dict[str, Any], *, dry_run: bool) -> None:
    summary = found["summary"]
    head = tr("{file}, dry run:", file=found["file"]) if dry_run else tr("{file}:", file=found["file"])
    desk.print(
        head
        + " "
        + tr(
            "{new} new, {update} updated, {same} the same, {duplicate} repeated, {doubtful} doubtful, "
            "{refused} refused",
            **summary,
        )
    )
    for row in found["rows"]:
        for warning in row["warnings"]:
            where = tr("sheet “{sheet}”, row {row}", sheet=row["sheet"], row=row["row"])
            desk.print(f"  {where}, {warning['field']} “{warning['value']}”: {warning['message']}")
        if row["outcome"] in {"doubtful", "refused", "duplicate"}:
            where = tr("sheet “{sheet}”, row {row}", sheet=row["sheet"], row=row["row"])
            desk.print(f"  {where}: {row['reason']}")
    if found["batch"]:
        desk.print(tr("Import {batch}. Take it back with: main.py import undo {batch}", batch=found["batch"]))


def undo(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Take a whole import back."""
    imports.take_back(desk.existing, options.batch)
    desk.print(tr("Import {batch} was taken back whole.", batch=options.batch.upper()))
    return Outcome()
