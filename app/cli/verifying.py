"""Checking a certificate by its number, its code or a picture of it."""

import argparse
from pathlib import Path

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.cli.plain import as_plain
from app.core import signed_code
from app.core.errors import Refused
from app.core.i18n import N_, tr
from app.services import certificate_checking
from app.services.certificate_checking import Verdict, Verification

_WORDS = {
    Verdict.VALID: N_("{number} is genuine and valid."),
    Verdict.CANCELLED: N_("{number} is genuine but was cancelled."),
    Verdict.REPLACED: N_("{number} was replaced by a newer certificate."),
    Verdict.ALTERED: N_("{number} does not agree with its code: something was altered."),
    Verdict.OTHER_INSTALLATION: N_("{number} was issued by another installation and cannot be checked here."),
    Verdict.UNKNOWN: N_("There is no certificate {number}."),
    Verdict.UNKNOWN_ISSUER: N_(
        "The signature of {number} is sound, but this program does not know the issuer (fingerprint {fingerprint})."
    ),
    Verdict.OTHER_FACTS: N_("{number} was signed here, but the register holds another certificate under this number."),
    Verdict.NO_CODE: N_("This is not the code of a signed certificate."),
}
_ALTERED = N_("This code is not as it was signed: a letter was mistyped or left out, or something was altered.")
_LARGEST = 60_000_000


def verify(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Say whether a certificate is genuine and valid; exit status 1 when it is not."""
    results = [_checked(desk, text) for text in _texts_of(options.number)]
    valid = all(result.verdict is Verdict.VALID for result in results)
    if options.json:
        told = [{"valid": result.verdict is Verdict.VALID, **as_plain(result)} for result in results]
        desk.print_json(told[0] if len(told) == 1 else {"valid": valid, "results": told})
        return Outcome(0 if valid else 1)
    for result in results:
        _tell(desk, result, options.number)
    return Outcome(0 if valid else 1)


def _texts_of(given: str) -> tuple[str, ...]:
    """The codes in a file (a PDF may hold many certificates), signed ones before all others, or what was typed."""
    path = Path(given).expanduser()
    try:
        is_file = path.is_file()
    except (OSError, ValueError):
        is_file = False  # a long code is no name that a system takes
    if not is_file:
        return (given,)
    if path.stat().st_size > _LARGEST:
        raise Refused("picture_too_large", file=path.name)
    found = certificate_checking.from_picture(path.read_bytes(), path.name)
    return tuple(text for text in found if signed_code.looks_signed(text)) or found


def _checked(desk: Desk, text: str) -> Verification:
    """A signed code is checked without a data file too; a number or a short code needs the register."""
    if signed_code.looks_signed(text) and not desk.path.exists():
        return certificate_checking.check(None, text)
    with desk.existing.read() as view:
        return certificate_checking.check(view, text)


def _tell(desk: Desk, result: Verification, given: str) -> None:
    found, signed = result.certificate, result.signed
    number = found.number if found else signed.number if signed else given
    words = _ALTERED if result.verdict is Verdict.ALTERED and found is None else _WORDS[result.verdict]
    desk.print(tr(words, number=number, fingerprint=result.fingerprint))
    if signed is not None and result.verdict is not Verdict.ALTERED:
        hours = tr("{n} h", n=signed.hours)
        desk.print(f"  {signed.name} · {signed.event} · {hours} · {signed.issued_on} · {signed.issuer}")
        if signed.duplicate_on:
            desk.print("  " + tr("The paper is a duplicate of a lost one, made on {day}.", day=signed.duplicate_on))
        if signed_code.is_shortened(signed):
            desk.print(
                "  " + tr("A text that ends in … is shortened in the code: the paper says more, beginning the same.")
            )
    elif found is not None:
        hours = tr("{n} h", n=found.hours)
        desk.print(f"  {found.holder_latin or found.holder} · {found.activity} · {hours} · {found.issued_on}")
