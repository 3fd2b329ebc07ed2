"""Taking in spreadsheets from the command line."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.import_run import take_all
from app.cli.outcome import Outcome
from app.cli.sheet_importing import place_in, told_of
from app.core.errors import Refused
from app.core.i18n import N_, tr
from app.core.sentences import sentence
from app.services import import_by_code, import_organisations, import_resolving, imports
from app.services.context import Context
from app.services.import_organisations import OrganisationQuestion
from app.services.imports import ImportPlan, ImportResult, OrganisationDecision, RawWorkbook


def participants(desk: Desk, options: argparse.Namespace) -> Outcome:
    """People from one or more files; each file is an import of its own, but one that is refused stops them all."""
    context = desk.existing
    paths = [Path(name).expanduser() for name in options.files]
    if len(paths) > 1 and (options.link or options.as_new):
        raise Refused("import_rows_one_file")
    # What can be refused is refused before the first file is written.
    read = [_read(desk, context, options, path) for path in paths]
    files, plans = list(zip(paths, [workbook for workbook, _ in read], strict=True)), [plan for _, plan in read]
    with context.read() as view:
        said = import_by_code.organisations(view, plans, options.organisation)

    def one(number: int, path: Path, workbook: RawWorkbook, taken: bool) -> tuple[dict[str, Any], ImportResult | None]:
        # People of the files before are known by now.
        plan = _plan(desk, context, options, path, workbook) if taken else plans[number]
        asked = _questions(context, plan)
        result = None if options.dry_run else _take(desk, context, plan, path, said, quietly=options.json)
        return report(path, plan, result) | _organisations(asked, dict(options.organisation)), result

    return take_all(desk, context, options, files, one, _tell)


def _target(view: Any, options: argparse.Namespace) -> imports.Target:
    return imports.target_of(
        view, options.programme, options.activity or "", options.country or "", options.sheet or ""
    )


def _read(desk: Desk, context: Context, options: argparse.Namespace, path: Path) -> tuple[RawWorkbook, ImportPlan]:
    with context.read() as view:
        workbook, plan = imports.read_and_plan(view, path, _target(view, options), token=desk.token(path.name))
        return workbook, import_by_code.decide(view, plan, options.link, options.as_new)


def _plan(desk: Desk, context: Context, options: argparse.Namespace, path: Path, workbook: RawWorkbook) -> ImportPlan:
    with context.read() as view:
        plan = imports.plan(view, workbook, _target(view, options), token=desk.token(path.name))
        return import_by_code.decide(view, plan, options.link, options.as_new)


def _questions(context: Context, plan: ImportPlan) -> tuple[OrganisationQuestion, ...]:
    """Asked before the file is written, since nothing is open afterwards."""
    with context.read() as view:
        return import_organisations.questions(view, plan)


def _organisations(asked: tuple[OrganisationQuestion, ...], said: Mapping[str, str]) -> dict[str, object]:
    """The names of organisations that were not exactly known, with what becomes of them: ``link`` or ``new``."""
    found = []
    for one in asked:
        proposed = one.candidates[0].code if one.proposal == "link" else import_by_code.NEW
        code = said.get(one.text, proposed)
        new = code.casefold() == import_by_code.NEW
        found.append(
            {
                "text": one.text,
                "rows": one.count,
                "level": one.level.name.lower(),
                "becomes": "new" if new else "link",
                "organisation": None if new else code.upper(),
                "candidates": [{"code": other.code, "name": other.name} for other in one.candidates],
            }
        )
    return {"organisations": found} if found else {}


def _take(
    desk: Desk,
    context: Context,
    plan: ImportPlan,
    path: Path,
    said: Mapping[str, OrganisationDecision],
    *,
    quietly: bool,
) -> ImportResult | None:
    """Take the plan in; None when no row is left to take and the outcome of each row says so by itself."""
    if quietly and not imports.rows_to_take(plan, {}):
        return None
    imports.back_up_before(context)
    with context.write(N_("Take in “{file}”"), file=path.name) as work:
        return imports.take_in(work, plan, token=desk.token(path.name), organisations=said)


def report(path: Path, plan: ImportPlan, result: ImportResult | None) -> dict[str, Any]:
    """The JSON document of an import."""
    found: dict[str, Any] = plan.staged.as_json()
    found["file"] = path.name
    found["batch"] = result.batch if result else None
    if plan.taken_before:
        found["taken_before"] = plan.taken_before
    for row, (staged, match) in zip(found["rows"], plan.pairs(), strict=True):
        key = (staged.sheet, staged.row)
        row["person"] = result.codes.get(key) if result else None
        row["reason"] = sentence(staged.reason, staged.reason_params)
        if match.differences:
            # What waits for a click (MA-7) says that it is not taken.
            stays = import_resolving.stays(plan, staged, match)
            row["changes"] = [
                {"field": one.field, "old": one.old, "new": one.new} | ({"taken": False} if one.field in stays else {})
                for one in match.differences
            ]
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
            where = place_in(row["sheet"], row["row"])
            desk.print(f"  {where}, {told_of(warning)}")
        if row["outcome"] in {"doubtful", "refused", "duplicate"}:
            where = place_in(row["sheet"], row["row"])
            desk.print(f"  {where}: {row['reason']}")
    for one in found.get("organisations", ()):
        desk.print("  " + _organisation_words(one))
    if found.get("taken_before"):
        desk.print(tr("This file was taken in before, as {batch}.", batch=found["taken_before"]))
    if found["batch"]:
        desk.print(tr("Import {batch}. Take it back with: main.py import undo {batch}", batch=found["batch"]))


def _organisation_words(one: dict[str, Any]) -> str:
    if one["becomes"] == "link":
        return tr("“{name}” is taken as {code}.", name=one["text"], code=one["organisation"])
    if one["candidates"]:
        perhaps = ", ".join(f"{other['code']} {other['name']}" for other in one["candidates"])
        return tr("“{name}” is a new organisation; perhaps it is {others}.", name=one["text"], others=perhaps)
    return tr("“{name}” is a new organisation.", name=one["text"])


def undo(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Take a whole import back."""
    imports.take_back(desk.existing, options.batch)
    desk.print(tr("Import {batch} was taken back whole.", batch=options.batch.upper()))
    return Outcome()
