"""Papers, tables and calendars to files."""

import argparse
import re
from pathlib import Path

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.errors import Refused
from app.core.i18n import N_, tr, trn
from app.core.vocabulary import CertificateKind
from app.services import exports, lookup, printing
from app.services.printing import Paper, PaperOptions

_MONEY = {"budget", "expenditures", "report"}


def export(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Make one paper and write it whole."""
    target = Path(options.output).expanduser()
    if options.paper == "certificates":
        return _certificates(desk, options, target)
    _expect(target, exports.endings(options.paper))
    if options.paper in _MONEY:
        with desk.existing.read() as view:
            content = exports.money(
                view, options.paper, options.code or "", target.suffix.lower(), options.paper_language
            )
    else:
        content = _of_activity(desk, options, target)
    written = exports.write(target, content)
    desk.print(tr("Written: {file}", file=written))
    return Outcome()


def _expect(target: Path, endings: tuple[str, ...]) -> None:
    if target.suffix.lower() not in endings:
        raise Refused("export_ending", file=target.name, endings=", ".join(endings))


def _looks_like_file(target: Path) -> bool:
    """A name with the ending of a file is no folder, unless there is one of that name."""
    return bool(re.fullmatch(r"\.[A-Za-z][A-Za-z0-9]{1,4}", target.suffix)) and not target.is_dir()


def _of_activity(desk: Desk, options: argparse.Namespace, target: Path) -> bytes:
    with desk.existing.read() as view:
        activity_id = lookup.activity_id(view, options.code)
        if options.paper == "calendar":
            return printing.make_other(view, Paper.AGENDA, ".ics", activity_id, PaperOptions()).content
        chosen = paper_options(options)
        if target.suffix.lower() != ".pdf":
            return printing.make_other(view, Paper(options.paper), target.suffix.lower(), activity_id, chosen).content
        token = desk.token(tr("Printing"))
        return printing.make(view, Paper(options.paper), activity_id, chosen, token).content


def paper_options(options: argparse.Namespace) -> PaperOptions:
    """The options of a paper from those of the command line."""
    return PaperOptions(
        language=options.paper_language,
        second=getattr(options, "second_language", ""),
        columns=getattr(options, "columns", "full"),
        internal=getattr(options, "internal", False),
    )


def _certificates(desk: Desk, options: argparse.Namespace, target: Path) -> Outcome:
    """Issue what is earned and not yet issued, then print all standing certificates of the kind."""
    single = target.suffix.lower() == ".pdf"
    if not single and _looks_like_file(target):
        raise Refused("export_ending", file=target.name, endings=".pdf")
    context = desk.existing
    chosen = PaperOptions(options.paper_language, options.second_language, kind=CertificateKind(options.kind))
    with context.read() as view:
        activity_id = lookup.activity_id(view, options.code)
    with context.write(N_("Issue certificates")) as work:
        issued = exports.issue_earned(work, activity_id, chosen)
    token = desk.token(tr("Certificates"))
    with context.read() as view:
        if single:
            content = printing.make(view, Paper.CERTIFICATES, activity_id, chosen, token).content
            exports.write(target, content)
            count = len(printing.certificate_ids(view, activity_id, chosen))
        else:
            count = 0
            for made in printing.make_each(view, Paper.CERTIFICATES, activity_id, chosen, token):
                exports.write(target / made.file_name, made.content)
                count += 1
    desk.say(trn("{n} certificate newly issued.", "{n} certificates newly issued.", len(issued)))
    desk.print(trn("{n} certificate written: {file}", "{n} certificates written: {file}", count, file=target))
    return Outcome()
