"""The options of each paper on the command line, taken from the shelf of papers."""

import argparse
from collections.abc import Callable
from datetime import date

from app.cli import exporting
from app.core.i18n import LANGUAGES, tr
from app.services import paper_batches
from app.services.printing import PAPERS as SHELF
from app.services.printing import Paper, PaperKind

#: Everything that ``export`` makes: the papers of the shelf, and the tables that are no paper.
PAPERS: tuple[str, ...] = (*(paper.value for paper in SHELF), "calendar", "expenditures")
#: How sign-in sheets can be split (PL-4, PL-5).
SPLITS = ("day", "half-day", "venue", "delegation", "visit")


def add_to(parser: argparse.ArgumentParser, name: str) -> None:
    """Give the command of one paper the options that the paper uses."""
    parser.set_defaults(run=exporting.export)
    if name == "expenditures":
        parser.add_argument("code", metavar="PROGRAMME", nargs="?")
        parser.add_argument("--output", required=True, metavar="FILE")
        _language(parser)
    elif name == "calendar":
        parser.add_argument("code", metavar="ACTIVITY")
        parser.add_argument("--output", required=True, metavar="FILE")
        told = tr("only what was cancelled, as a cancellation that a calendar takes out")
        parser.add_argument("--cancelled", action="store_true", help=told)
        _language(parser)
    else:
        _paper(parser, SHELF[Paper(name)])


def _language(parser: argparse.ArgumentParser, usual: str = "en") -> None:
    parser.add_argument("--language", dest="paper_language", choices=LANGUAGES, default=usual)


def _paper(parser: argparse.ArgumentParser, kind: PaperKind) -> None:
    parser.add_argument("code", metavar="PROGRAMME" if kind.subject == "programme" else "ACTIVITY")
    if paper_batches.can_each(kind):
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("--output", metavar="FILE|DIR")
        where.add_argument("--each", metavar="DIR", help=tr("one file for each person, into this folder"))
    else:
        parser.add_argument("--output", required=True, metavar="FILE")
    if ".docx" in kind.each_others:
        told = tr("the single files as Word documents, to be finished there")
        parser.add_argument("--word", action="store_true", help=told)
    # Certificates without a language: each as it was issued.
    _language(parser, "" if "kind" in kind.uses else "en")
    for option, add in _OPTIONS.items():
        if option in kind.uses and not (option == "day" and "days" in kind.uses):
            add(parser)


def _second(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--second-language", choices=LANGUAGES, default="")


def _columns(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--columns", choices=("compact", "full"), default="full")


def _layout(parser: argparse.ArgumentParser) -> None:
    told = tr("how two languages stand: a one below the other, b side by side, c one after the other")
    parser.add_argument("--layout", choices=("a", "b", "c"), default="a", help=told)


def _internal(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--internal", action="store_true", help=tr("with contacts, diet and travel"))


def _days(parser: argparse.ArgumentParser) -> None:
    told = tr("only these days, like 2023-10-09,2023-10-10")
    parser.add_argument("--days", metavar="DAY,DAY", type=_several_days, default=(), help=told)


def _split(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--split", choices=SPLITS, default="day", help=tr("what gets a sheet of its own"))


def _blank_rows(parser: argparse.ArgumentParser) -> None:
    told = tr("empty rows at the end of each list, or blank badges (default: as in the programme's settings)")
    parser.add_argument("--blank-rows", metavar="N", type=_rows, default=-1, help=told)


def _photo(parser: argparse.ArgumentParser) -> None:
    told = tr("without the column that asks for consent to photographs")
    parser.add_argument("--no-photo", dest="photo", action="store_false", help=told)


def _kind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", choices=("attendance", "completion", "mentor"), default="attendance")
    told = tr("also those who attended less than asked for, with the hours really attended")
    parser.add_argument("--below", action="store_true", help=told)


def _persons(parser: argparse.ArgumentParser) -> None:
    told = tr("only for these people, by their codes, like P-00012,P-00013")
    parser.add_argument("--persons", metavar="CODE,CODE", type=_codes, default=(), help=told)


def _version(parser: argparse.ArgumentParser) -> None:
    told = tr("an issued version by its number (default: the agenda as it stands)")
    parser.add_argument("--version", dest="version_number", metavar="NUMBER", default="", help=told)


def _documents(parser: argparse.ArgumentParser) -> None:
    told = tr("with birth dates and passport numbers")
    parser.add_argument("--documents", action="store_true", help=told)


def _annex(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--annex", action="store_true", help=tr("with the pages of the agenda behind it"))


def _per_page(parser: argparse.ArgumentParser) -> None:
    told = tr("name tents on a sheet: 1 (A4) or 2 (A5)")
    parser.add_argument("--per-page", type=int, choices=(1, 2), default=1, help=told)


_OPTIONS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "second": _second,
    "columns": _columns,
    "layout": _layout,
    "version_id": _version,
    "internal": _internal,
    "day": _days,
    "days": _days,
    "split": _split,
    "blank_rows": _blank_rows,
    "photo": _photo,
    "kind": _kind,
    "person_ids": _persons,
    "documents": _documents,
    "annex": _annex,
    "per_page": _per_page,
}


def _several_days(text: str) -> tuple[date, ...]:
    try:
        return tuple(sorted({date.fromisoformat(part.strip()) for part in text.split(",") if part.strip()}))
    except ValueError:
        raise argparse.ArgumentTypeError(tr("“{value}” is no day. Write days like 2023-10-09.", value=text)) from None


def _codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _rows(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 200:
        raise argparse.ArgumentTypeError(tr("“{value}” is no number of rows from 0 to 200.", value=text))
    return int(text)
