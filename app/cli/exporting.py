"""Papers, tables and calendars to files."""

import argparse
import re
from pathlib import Path

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.core.errors import Refused
from app.core.i18n import N_, tr, trn
from app.core.sentences import sentence
from app.core.vocabulary import CertificateKind
from app.services import (
    certificates,
    dative_names,
    exports,
    lookup,
    paper_batches,
    print_facts,
    printing,
    sheet_papers,
)
from app.services.certificates import Earned
from app.services.printing import PaperKind, PaperOptions


def export(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Make one paper and write it whole; into a folder, one file for each person where the paper can."""
    each = getattr(options, "each", None)
    target = Path(each or options.output).expanduser()
    kind = printing.PAPERS.get(options.paper)
    folder = kind is not None and paper_batches.can_each(kind) and (bool(each) or not _looks_like_file(target))
    if not folder:
        _expect(target, exports.endings(options.paper))
    if kind is None:
        written = exports.write(target, _table(desk, options, target))
        desk.print(tr("Written: {file}", file=written))
        return Outcome()
    return _paper(desk, options, kind, target, folder)


def _expect(target: Path, endings: tuple[str, ...]) -> None:
    if target.suffix.lower() not in endings:
        raise Refused("export_ending", file=target.name, endings=", ".join(endings))


def _looks_like_file(target: Path) -> bool:
    """A name with the ending of a file is no folder, unless there is one of that name."""
    return bool(re.fullmatch(r"\.[A-Za-z][A-Za-z0-9]{1,4}", target.suffix)) and not target.is_dir()


def _table(desk: Desk, options: argparse.Namespace, target: Path) -> bytes:
    with desk.existing.read() as view:
        if options.paper == "expenditures":
            return exports.expenditures(view, options.code or "", target.suffix.lower(), options.paper_language)
        activity_id = lookup.activity_id(view, options.code)
        language, cancelled = options.paper_language, options.cancelled
        return sheet_papers.calendar_file(view, activity_id, language, cancelled=cancelled)


def paper_options(options: argparse.Namespace) -> PaperOptions:
    """The options of a paper from those of the command line; what a paper does not offer keeps its default."""
    usual = PaperOptions()
    given = vars(options)
    days = tuple(given.get("days", ()))
    return PaperOptions(
        language=options.paper_language,
        second=given.get("second_language", ""),
        columns=given.get("columns", usual.columns),
        layout=given.get("layout", usual.layout),
        internal=given.get("internal", False),
        day=days[0] if len(days) == 1 else None,
        days=days,
        split=given.get("split", usual.split),
        blank_rows=given.get("blank_rows", usual.blank_rows),
        photo=given.get("photo", True),
        kind=CertificateKind(given.get("kind", usual.kind)),
        documents=given.get("documents", False),
        annex=given.get("annex", False),
        per_page=given.get("per_page", usual.per_page),
    )


def _paper(desk: Desk, options: argparse.Namespace, kind: PaperKind, target: Path, folder: bool) -> Outcome:
    with desk.existing.read() as view:
        if kind.subject == "programme":
            subject_id, chosen = lookup.programme_id(view, options.code), paper_options(options)
        else:
            subject_id = lookup.activity_id(view, options.code)
            persons, version = getattr(options, "persons", ()), getattr(options, "version_number", "")
            chosen = print_facts.narrowed(view, subject_id, paper_options(options), persons, version)
            for one in dative_names.warnings(view, kind.paper, subject_id, chosen):
                desk.say(sentence(one.code, {"n": one.n, **one.params}))
    issued = 0
    if "kind" in kind.uses:
        with desk.existing.write(N_("Issue certificates")) as work:
            issued = len(exports.issue_earned(work, subject_id, chosen, below=options.below))
    token = desk.token(tr("Printing"))
    with desk.existing.read() as view:
        if folder:
            ending = ".docx" if getattr(options, "word", False) else ".pdf"
            batch = paper_batches.write_each(
                view, kind.paper, subject_id, chosen, target, token, replace_known=True, ending=ending
            )
            count = batch.written
        else:
            ending = target.suffix.lower()
            if ending == ".pdf":
                made = printing.make(view, kind.paper, subject_id, chosen, token)
            else:
                made = printing.make_other(view, kind.paper, ending, subject_id, chosen, token)
            exports.write(target, made.content)
            count = len(printing.certificate_ids(view, subject_id, chosen)) if "kind" in kind.uses else 1
    if "kind" in kind.uses:
        desk.say(trn("{n} certificate newly issued.", "{n} certificates newly issued.", issued))
        _tell_below(desk, subject_id, chosen.kind)
        desk.print(trn("{n} certificate written: {file}", "{n} certificates written: {file}", count, file=target))
    elif folder:
        desk.print(trn("{n} file written: {folder}", "{n} files written: {folder}", count, folder=target))
    else:
        desk.print(tr("Written: {file}", file=target.absolute()))
    return Outcome()


def _tell_below(desk: Desk, activity_id: str, kind: CertificateKind) -> None:
    """Who attended less than the threshold and has no certificate, by name, and what can be done (CE-3)."""
    with desk.existing.read() as view:
        below = [row for row in certificates.candidates(view, activity_id, kind) if row.state is Earned.BELOW]
    if not below:
        return
    who = "; ".join(f"{row.name}, {tr('{n} h', n=row.hours)}" for row in below)
    told = trn(
        "{n} person attended less than asked for: {who}",
        "{n} people attended less than asked for: {who}",
        len(below),
        who=who,
    )
    desk.say(told)
    if any(row.gets for row in below):
        desk.say(tr("Add --below to issue theirs with the hours really attended."))
