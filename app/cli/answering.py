"""The answer to the sender of a spreadsheet, from the command line."""

import argparse
from pathlib import Path

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.i18n import LANGUAGE_NAMES, trn
from app.services import answer_back, imports


def answer(desk: Desk, options: argparse.Namespace) -> Outcome:
    """A copy of the sender's workbook with a question at each doubtful cell; the data file stays as it is."""
    source = Path(options.file).expanduser()
    workbook = imports.read_file(source, desk.token(source.name))
    with desk.existing.read() as view:
        target = imports.target_of(
            view, options.programme, options.activity or "", options.country or "", options.sheet or ""
        )
        plan = imports.plan(view, workbook, target, token=desk.token(source.name))
    spoken = options.answer_language or answer_back.language_of(plan.staged, target.country)
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
