"""What an issuer gives out and keeps: the checking page, revocations, cards, copies of the key, badges."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.errors import Refused
from app.core.i18n import LANGUAGES, language, tr, trn
from app.services import issuer_files, issuer_keys, open_badges
from app.services.certificate_checking import check

#: The variable in which a script may give the password; otherwise it is asked for, or read from standard input.
_VARIABLE = "MENTORDESK_KEY_PASSWORD"


def add_to(verbs: Any) -> None:
    """The commands behind ``certificate``."""
    page = verbs.add_parser("page", help=tr("the page that checks certificates without the internet"))
    page.add_argument("--output", required=True, metavar="FILE.html")
    page.add_argument("--language", dest="paper_language", choices=LANGUAGES, default="")
    page.set_defaults(run=write_page)
    revoked = verbs.add_parser("revocations", help=tr("the signed list of certificates that hold no longer"))
    revoked.add_argument("--output", required=True, metavar="FILE.json")
    revoked.set_defaults(run=write_revocations)
    card = verbs.add_parser("card", help=tr("the issuer's card, for others who are to trust it"))
    card.add_argument("--output", required=True, metavar="FILE.json")
    card.add_argument("--name", default="", help=tr("the organisation that issues"))
    card.set_defaults(run=write_card)
    trust = verbs.add_parser("trust", help=tr("take in an issuer's card or its newer list of cancelled certificates"))
    trust.add_argument("file", metavar="FILE")
    trust.set_defaults(run=take_card)
    key = verbs.add_parser("key", help=tr("a copy of the issuer's key behind a password"))
    key.add_argument("way", choices=("export", "import"))
    key.add_argument("file", metavar="FILE")
    key.set_defaults(run=keep_key)
    badge = verbs.add_parser("badge", help=tr("an Open Badge of a certificate (preparation)"))
    badge.add_argument("number", metavar="NUMBER")
    badge.add_argument("--output", required=True, metavar="FILE.json")
    badge.set_defaults(run=write_badge)


def write_page(desk: Desk, options: argparse.Namespace) -> Outcome:
    """The stand-alone page, with the issuers and revocations that are known here."""
    with _register(desk) as view:
        content = issuer_files.page(view, options.paper_language or language())
    return _written(desk, options.output, content, ".html")


def write_revocations(desk: Desk, options: argparse.Namespace) -> Outcome:
    """The list of what holds no longer."""
    with desk.existing.read() as view:
        told = issuer_files.own_revocations(view)
    outcome = _written(desk, options.output, told.content, ".json")
    desk.say(trn("{n} certificate holds no longer.", "{n} certificates hold no longer.", len(told.entries)))
    return outcome


def write_card(desk: Desk, options: argparse.Namespace) -> Outcome:
    """The issuer's card, with its revocations."""
    with _register(desk) as view:
        content = issuer_files.card(view, options.name)
    outcome = _written(desk, options.output, content, ".json")
    desk.print(tr("Fingerprint: {fingerprint}", fingerprint=issuer_keys.fingerprint()))
    return outcome


def take_card(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Believe an issuer from now on, or take its newer list."""
    issuer = issuer_files.trust_file(Path(options.file).expanduser(), date.today())
    desk.print(
        tr("{issuer} is trusted. Fingerprint: {fingerprint}", issuer=issuer.name, fingerprint=issuer.fingerprint)
    )
    return Outcome()


def keep_key(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Keep a copy of the key, or take one as this installation's."""
    path = Path(options.file).expanduser()
    if options.way == "export":
        desk.print(tr("Written: {file}", file=issuer_keys.export(path, _password())))
    else:
        issuer_keys.bring_in(path, _password())
    desk.print(tr("Fingerprint: {fingerprint}", fingerprint=issuer_keys.fingerprint()))
    return Outcome()


def write_badge(desk: Desk, options: argparse.Namespace) -> Outcome:
    """The Open Badge of one certificate."""
    with desk.existing.read() as view:
        found = check(view, options.number).certificate
        if found is None:
            raise Refused("not_found", code=options.number)
        content = open_badges.credential(view, found.id)
    return _written(desk, options.output, content, ".json")


def _written(desk: Desk, output: str, content: bytes, ending: str) -> Outcome:
    written = issuer_files.write(Path(output).expanduser(), content, ending)
    desk.print(tr("Written: {file}", file=written))
    return Outcome()


@contextmanager
def _register(desk: Desk) -> Iterator[Any]:
    """The data file where there is one; page and card are made without one as well."""
    if not desk.path.exists():
        yield None
        return
    with desk.existing.read() as view:
        yield view


def _password() -> str:
    given = os.environ.get(_VARIABLE)
    if given is not None:
        return given
    if sys.stdin.isatty():
        return getpass.getpass(tr("Password of the key: "))
    return sys.stdin.readline().rstrip("\r\n")
