"""Blank spreadsheets from the command line."""

import argparse
from pathlib import Path

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.errors import Refused
from app.core.i18n import tr
from app.services import import_templates


def export(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Write a blank spreadsheet of a kind; with a programme or activity its lists to choose from are in it."""
    target = Path(options.output).expanduser()
    if target.suffix.lower() != ".xlsx":
        raise Refused("export_ending", file=target.name, endings=".xlsx")
    with desk.existing.read() as view:
        about = import_templates.target_of(view, options.programme or "", options.activity or "")
        written = import_templates.write(
            view, options.template_kind, target, options.paper_language, options.second_language, about
        )
    desk.print(tr("Written: {file}", file=written))
    return Outcome()
