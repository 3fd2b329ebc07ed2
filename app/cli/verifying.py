"""Checking a certificate by its number or its verification code."""

import argparse

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.cli.plain import as_plain
from app.services import certificates


def verify(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Say whether a certificate is genuine and valid; exit status 1 when it is not."""
    with desk.existing.read() as view:
        result = certificates.verify(view, options.number)
    if options.json:
        desk.print_json(as_plain(result))
    return Outcome(0 if result else 1)
