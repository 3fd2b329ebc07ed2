"""One import after the other from the command line: all of them, or none; then what became of each."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.errors import Cancelled, MentordeskError
from app.services import imports
from app.services.context import Context
from app.services.imports import ImportResult, RawWorkbook

#: Plans a file anew or not (``taken``: others were taken in before it) and takes it in: what is told of it, and the
#: result, None for a dry run.
TakeOne = Callable[[int, Path, RawWorkbook, bool], tuple[dict[str, Any], ImportResult | None]]


def take_all(
    desk: Desk,
    context: Context,
    options: argparse.Namespace,
    files: Iterable[tuple[Path, RawWorkbook]],
    one: TakeOne,
    tell: Callable[..., object],
) -> Outcome:
    """Take in file after file and tell of each, as JSON where asked for; whatever stops one takes back those before."""
    reports: list[dict[str, Any]] = []
    taken: list[str] = []
    try:
        for number, (path, workbook) in enumerate(files):
            report, result = one(number, path, workbook, bool(taken))
            if result is not None:
                taken.append(result.batch)
            reports.append(report)
    except (MentordeskError, Cancelled, KeyboardInterrupt):
        for batch in reversed(taken):
            imports.take_back(context, batch)
        raise
    if options.json:
        desk.print_json(reports[0] if len(reports) == 1 else reports)
    else:
        for report in reports:
            tell(desk, report, dry_run=options.dry_run)
    return Outcome()
