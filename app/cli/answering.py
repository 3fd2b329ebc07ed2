"""The answer to the sender of a spreadsheet, from the command line."""

import argparse
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.errors import Refused
from app.core.i18n import LANGUAGE_NAMES, trn
from app.core.progress import Token
from app.services import answer_back, attendance_import, imports, sheet_imports


def answer(desk: Desk, options: argparse.Namespace) -> Outcome:
    """A copy of the sender's workbook with a question at each doubtful cell; the data file stays as it is."""
    source = Path(options.file).expanduser()
    workbook = imports.read_file(source, desk.token(source.name))
    with desk.existing.read() as view:
        plan = _plan(view, options, workbook, desk.token(source.name))
    spoken = options.answer_language or answer_back.language_of(plan.staged, plan.target.country)
    asked = answer_back.questions(plan.staged, spoken)
    kept = answer_back.write(workbook, source, asked, options.programme.upper(), Path(options.output).expanduser())
    desk.print(
        trn(
            "{file}: {n} question in {language}.",
            "{file}: {n} questions in {language}.",
            len(asked),
            file=str(kept),
            language=LANGUAGE_NAMES[spoken],
        )
    )
    return Outcome()


def _plan(view: Any, options: argparse.Namespace, workbook: imports.RawWorkbook, token: Token) -> imports.ImportPlan:
    """The rows as understood, by the kind of sheet that was named: people where none was."""
    kind, activity, sheet = options.of_kind, options.activity or "", options.sheet or ""
    if kind == "participants":
        people = imports.target_of(view, options.programme, activity, options.country or "", sheet)
        return imports.plan(view, workbook, people, token=token)
    if kind == "attendance":
        if not activity:
            raise Refused("import_kind_needs_activity")
        return attendance_import.plan(view, workbook, attendance_import.target_of(view, activity, sheet=sheet))
    records = sheet_imports.target_of(view, kind, options.programme, activity, "", sheet)
    return sheet_imports.plan(view, workbook, kind, records, token=token)
