"""The commands and their options (the contract of the command line)."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from app import VERSION
from app.cli import (
    agenda_issuing,
    answering,
    attendance_importing,
    demonstrating,
    export_options,
    import_reporting,
    importing,
    issuing_files,
    keeping,
    listing,
    naming,
    sheet_importing,
    template_exporting,
    verifying,
)
from app.cli.argument_words import teach_parser
from app.core.i18n import LANGUAGES, tr
from app.services import sheet_imports

WHAT = (
    "programmes",
    "partnerships",
    "organisations",
    "people",
    "activities",
    "deliverables",
    "budgets",
    "certificates",
    "imports",
)
TEMPLATES = ("participants", "agenda", "expenditures", "deliverables", "attendance")


class Parser(argparse.ArgumentParser):
    """A parser whose refusal is one sentence (exit status 2)."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is."""
        self.exit(2, tr("{message} (see {program} --help)", message=message, program=self.prog) + "\n")


def parser() -> Parser:
    """The whole command line, in the current language."""
    teach_parser()
    top = Parser(prog="main.py", description=tr("Mentoring programmes between municipalities, on one laptop."))
    top.add_argument("--database", metavar="FILE", help=tr("the data file (default: the last one opened)"))
    top.add_argument("--language", choices=LANGUAGES, help=tr("language of messages"))
    top.add_argument("--quiet", action="store_true", help=tr("say nothing but the result"))
    which = tr("say which version this is")
    top.add_argument("--version", action="version", version=f"Mentordesk {VERSION}", help=which)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    _demo(commands)
    _lists(commands)
    _import(commands)
    _export(commands)
    _agenda(commands)
    _certificate(commands)
    _keep(commands)
    return top


Commands = argparse._SubParsersAction


def _demo(commands: "Commands[Parser]") -> None:
    demo = commands.add_parser("demo", help=tr("make the sample, do the main job on it and say what was made"))
    demo.add_argument("--output", metavar="DIR", help=tr("where to put the sample and its papers"))
    demo.set_defaults(run=demonstrating.demo)


def _lists(commands: "Commands[Parser]") -> None:
    lists = commands.add_parser("list", help=tr("list records"))
    lists.add_argument("what", choices=WHAT)
    lists.add_argument("--programme", metavar="CODE")
    lists.add_argument("--json", action="store_true")
    lists.set_defaults(run=listing.list_records)
    show = commands.add_parser("show", help=tr("one record, whole"))
    show.add_argument("code")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=listing.show)


def _import(commands: "Commands[Parser]") -> None:
    imports = commands.add_parser("import", help=tr("take in spreadsheets, or take an import back"))
    kinds = imports.add_subparsers(
        dest="kind",
        required=True,
        metavar="participants|agenda|expenditures|deliverables|attendance|answer|report|undo",
        parser_class=Parser,
    )
    people = kinds.add_parser("participants", help=tr("people from spreadsheets"))
    people.add_argument("files", nargs="+", metavar="FILE")
    people.add_argument("--programme", required=True, metavar="CODE")
    people.add_argument("--activity", metavar="CODE")
    people.add_argument("--sheet", metavar="NAME")
    people.add_argument("--country", metavar="CC", type=_country)
    people.add_argument("--dry-run", action="store_true")
    people.add_argument("--json", action="store_true")
    link = tr("the row is this known person; a row as in Excel, like 12 or Sheet!12; may be repeated")
    people.add_argument("--link", action="append", default=[], metavar="ROW=PERSON", type=_pair, help=link)
    fresh = tr("the row is somebody new, whoever it is like; may be repeated")
    people.add_argument("--as-new", action="append", default=[], metavar="ROW", help=fresh)
    meant = tr("this name in the file means the organisation with this code, or a new one; may be repeated")
    people.add_argument("--organisation", action="append", default=[], metavar="TEXT=CODE|new", type=_pair, help=meant)
    people.set_defaults(run=importing.participants)
    _import_records(kinds)
    attendance_importing.add_to(kinds, _pair)
    told = kinds.add_parser("report", help=tr("what became of each row and doubtful cell of an import"))
    told.add_argument("batch", metavar="BATCH")
    told.add_argument("--output", metavar="FILE.xlsx|.csv")
    told.add_argument("--json", action="store_true")
    told.set_defaults(run=import_reporting.report)
    undo = kinds.add_parser("undo", help=tr("take a whole import back"))
    undo.add_argument("batch", metavar="BATCH")
    undo.set_defaults(run=importing.undo)
    _answer(kinds)


def _answer(kinds: "Commands[Parser]") -> None:
    answer = kinds.add_parser("answer", help=tr("the sender's workbook with questions at the doubtful cells"))
    answer.add_argument("file", metavar="FILE")
    answer.add_argument("--programme", required=True, metavar="CODE")
    answer.add_argument("--output", required=True, metavar="FILE")
    answer.add_argument("--activity", metavar="CODE")
    answer.add_argument("--sheet", metavar="NAME")
    answer.add_argument("--country", metavar="CC", type=_country)
    answer.add_argument("--answer-language", choices=LANGUAGES)
    held = ("participants", *sheet_imports.KINDS, "attendance")
    answer.add_argument("--kind", dest="of_kind", choices=held, default=held[0], help=tr("what the sheet is a list of"))
    answer.set_defaults(run=answering.answer)


def _import_records(kinds: "Commands[Parser]") -> None:
    """The kinds that are neither people nor attendance, all with the same options."""
    told = {
        "agenda": tr("items of an agenda from spreadsheets"),
        "expenditures": tr("expenditures from spreadsheets"),
        "deliverables": tr("deliverables from spreadsheets"),
    }
    for kind in sheet_imports.KINDS:
        one = kinds.add_parser(kind, help=told[kind])
        one.add_argument("files", nargs="+", metavar="FILE")
        one.add_argument("--programme", "--budget", metavar="CODE")
        if kind != "deliverables":
            one.add_argument("--activity", metavar="CODE")
        if kind == "expenditures":
            line = tr("the budget line of rows that tell none")
            one.add_argument("--line", metavar="CODE", help=line)
        one.add_argument("--sheet", metavar="NAME")
        one.add_argument("--dry-run", action="store_true")
        one.add_argument("--json", action="store_true")
        one.set_defaults(run=sheet_importing.records)


def _export(commands: "Commands[Parser]") -> None:
    export = commands.add_parser("export", help=tr("papers, tables and calendars"))
    papers = export.add_subparsers(
        dest="paper", required=True, metavar="|".join((*export_options.PAPERS, "template")), parser_class=Parser
    )
    for name in export_options.PAPERS:
        export_options.add_to(papers.add_parser(name), name)
    template = papers.add_parser("template", help=tr("a blank spreadsheet to be filled in and taken in"))
    template.add_argument("template_kind", choices=TEMPLATES, metavar="|".join(TEMPLATES))
    template.add_argument("--output", required=True, metavar="FILE")
    template.add_argument("--language", dest="paper_language", choices=LANGUAGES, default="en")
    template.add_argument("--second-language", choices=LANGUAGES, default="")
    template.add_argument("--programme", metavar="CODE")
    template.add_argument("--activity", metavar="CODE")
    template.set_defaults(run=template_exporting.export)


def _agenda(commands: "Commands[Parser]") -> None:
    agenda = commands.add_parser("agenda", help=tr("issue an agenda, or say what changed since"))
    agenda_issuing.add_to(
        agenda.add_subparsers(dest="verb", required=True, metavar="changes|issue", parser_class=Parser)
    )


def _certificate(commands: "Commands[Parser]") -> None:
    certificate = commands.add_parser("certificate", help=tr("check a certificate"))
    verbs = certificate.add_subparsers(
        dest="verb", required=True, metavar="verify|names|page|revocations|card|trust|key|badge", parser_class=Parser
    )
    verify = verbs.add_parser("verify", help=tr("by its number, its code or a picture"))
    verify.add_argument("number", metavar="NUMBER_OR_CODE_OR_FILE")
    verify.add_argument("--json", action="store_true")
    verify.set_defaults(run=verifying.verify)
    naming.add_to(verbs)
    issuing_files.add_to(verbs)


def _keep(commands: "Commands[Parser]") -> None:
    backup = commands.add_parser("backup", help=tr("write a verified backup"))
    backup.add_argument("--output", metavar="FILE")
    backup.set_defaults(run=keeping.backup)
    restore = commands.add_parser("restore", help=tr("put a backup in the place of the data file"))
    restore.add_argument("file", metavar="FILE")
    restore.set_defaults(run=keeping.restore)
    check = commands.add_parser("check", help=tr("verify the data file, its keys and its audit trail"))
    check.set_defaults(run=keeping.check)
    info = commands.add_parser("info", help=tr("what the data file holds"))
    info.add_argument("--json", action="store_true")
    info.set_defaults(run=keeping.info)


def _pair(text: str) -> tuple[str, str]:
    before, _, after = text.rpartition("=")
    if not before.strip() or not after.strip():
        raise argparse.ArgumentTypeError(tr("“{value}” needs a sign = with something on both sides", value=text))
    return before.strip(), after.strip()


def _country(text: str) -> str:
    if len(text) != 2 or not text.isalpha():
        raise argparse.ArgumentTypeError(tr("a country is two letters, like UA"))
    return text.upper()


__all__: Sequence[str] = ("WHAT", "Parser", "parser")
