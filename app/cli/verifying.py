"""Checking a certificate by its number or its verification code."""

import argparse

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.cli.plain import as_plain
from app.core.i18n import N_, tr
from app.services import certificates
from app.services.certificates import Verdict

_WORDS = {
    Verdict.VALID: N_("{number} is genuine and valid."),
    Verdict.CANCELLED: N_("{number} is genuine but was cancelled."),
    Verdict.REPLACED: N_("{number} was replaced by a newer certificate."),
    Verdict.ALTERED: N_("{number} does not agree with its code: something was altered."),
    Verdict.OTHER_INSTALLATION: N_("{number} was issued by another installation and cannot be checked here."),
    Verdict.UNKNOWN: N_("There is no certificate {number}."),
}


def verify(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Say whether a certificate is genuine and valid; exit status 1 when it is not."""
    with desk.existing.read() as view:
        result = certificates.verify(view, options.number)
    valid = result.verdict is Verdict.VALID
    if options.json:
        desk.print_json({"valid": valid, **as_plain(result)})
        return Outcome(0 if valid else 1)
    found = result.certificate
    desk.print(tr(_WORDS[result.verdict], number=found.number if found else options.number))
    if found is not None:
        hours = tr("{n} h", n=found.hours)
        desk.print(f"  {found.holder_latin or found.holder} · {found.activity} · {hours} · {found.issued_on}")
    return Outcome(0 if valid else 1)
