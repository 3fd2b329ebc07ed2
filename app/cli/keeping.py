"""Commands that keep the data safe: backup, restore, check, info."""

import argparse
from pathlib import Path

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.cli.plain import as_plain
from app.core.i18n import tr, trn
from app.core.sentences import sentence
from app.services import workspace


def backup(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Write a verified backup, into the series or to a file of one's own."""
    target = Path(options.output).expanduser() if options.output else None
    made = desk.existing.backup("asked", target)
    desk.print(tr("Backup written and verified: {file}", file=made))
    return Outcome()


def restore(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Put a backup in the place of the data file; the former file is kept aside."""
    aside = workspace.restore(Path(options.file).expanduser(), desk.path)
    desk.print(tr("Restored from {file}. The former file stands in: {folder}", file=options.file, folder=aside))
    return Outcome()


def check(desk: Desk, _options: argparse.Namespace) -> Outcome:
    """Verify the data file; exit status 1 when something is wrong."""
    result = workspace.check(desk.existing)
    for code, params in result.faults:
        desk.print(sentence(code, params))
    if result.sound:
        desk.print(trn("All is sound: {n} record checked.", "All is sound: {n} records checked.", result.rows))
    return Outcome(0 if result.sound else 1)


def info(desk: Desk, options: argparse.Namespace) -> Outcome:
    """What the data file holds."""
    facts = workspace.facts(desk.existing)
    if options.json:
        desk.print_json(as_plain(facts))
        return Outcome()
    desk.print(tr("File: {file}", file=facts.path))
    desk.print(tr("Size: {size} KB, schema {schema}", size=-(-facts.size // 1024), schema=facts.schema))
    for kind, count in facts.counts.items():
        if count:
            desk.print(f"  {kind:<24} {count:>8}")
    desk.print(trn("History: {n} step", "History: {n} steps", facts.history_units))
    newest = facts.backups[0].made_at.isoformat(sep=" ", timespec="minutes") if facts.backups else "–"
    desk.print(tr("Backups: {count}, newest {newest}", count=len(facts.backups), newest=newest))
    return Outcome()
