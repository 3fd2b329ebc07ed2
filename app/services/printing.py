"""Printing: which papers there are, making one as bytes for the preview, issuing one as a kept document."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.core.errors import Refused
from app.core.progress import Token, silent
from app.documents.sheets import Value
from app.models.activities import Activity
from app.models.people import Person
from app.models.programmes import Programme
from app.services import (
    agenda_paper,
    documents,
    papers_agenda,
    papers_certificates,
    papers_money,
    papers_people,
    papers_reports,
    records,
    sheet_papers,
)
from app.services.documents import DocumentDraft, Owner
from app.services.paper_files import safe_name
from app.services.paper_kinds import PAPER_NAMES, Paper, PaperKind, PaperOptions, Printed
from app.services.papers_certificates import certificate_ids
from app.storage.files import write_whole
from app.storage.work import View, Work

#: Every paper by its key, in the order in which the window offers them.
PAPERS: dict[Paper, PaperKind] = {
    kind.paper: kind
    for kind in sorted(
        (
            *papers_agenda.KINDS,
            *papers_people.KINDS,
            *papers_certificates.KINDS,
            *papers_reports.KINDS,
            *papers_money.KINDS,
        ),
        key=lambda kind: list(Paper).index(kind.paper),
    )
}


def make(view: View, paper: Paper, subject_id: str, options: PaperOptions, token: Token | None = None) -> Printed:
    """The paper of an activity (a programme for reports on money) as PDF.

    Refused: paper_nobody, paper_no_dates, paper_no_days, certificate_dates_unknown.
    """
    content = PAPERS[paper].make(view, subject_id, options, token or silent())
    return Printed(content, file_name(view, paper, subject_id, options))


def make_other(
    view: View, paper: Paper, ending: str, subject_id: str, options: PaperOptions, token: Token | None = None
) -> Printed:
    """The paper in another form (``.xlsx``, ``.docx``, ``.ics``); Refused(``export_ending``) where it has none."""
    kind = PAPERS[paper]
    if ending not in kind.others:
        raise Refused("export_ending", file=ending, endings=", ".join((".pdf", *kind.others)))
    content = kind.others[ending](view, subject_id, options, token or silent())
    return Printed(content, file_name(view, paper, subject_id, options).removesuffix(".pdf") + ending)


def make_each(
    view: View, paper: Paper, subject_id: str, options: PaperOptions, token: Token | None = None, ending: str = ".pdf"
) -> Iterator[Printed]:
    """Single files, one for each person, partner or certificate, one at a time; names never meet (CON, equal names).

    ``ending`` ``.docx`` gives Word files where the paper has them; Refused(``export_ending``) where it has none.
    """
    kind = PAPERS[paper]
    maker = kind.each if ending == ".pdf" else kind.each_others.get(ending)
    if maker is None:
        raise Refused("export_ending", file=f"{paper.value}{ending}", endings=", ".join((".pdf", *kind.each_others)))
    taken: set[str] = set()
    for name, content in maker(view, subject_id, options, token or silent()):
        stem, dot, ending = name.rpartition(".")
        yield Printed(content, _free(f"{safe_name(stem)}{dot}{ending}", taken))


def _free(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    found, count = name, 1
    while found.casefold() in taken:
        count += 1
        found = f"{stem} {count}{dot}{ending}"
    taken.add(found.casefold())
    return found


def file_name(view: View, paper: Paper, subject_id: str, options: PaperOptions) -> str:
    """A name that anybody can read and every system can hold: ``CEP-UA-V01 agenda en-uk.pdf``.

    A paper for one day or one person names them, one with what is not for everybody says ``internal``; certificates
    say their kind, a single one its number and holder: ``CEP-UA-V01 certificates completion en.pdf``.
    """
    kind = PAPERS[paper]
    uses = kind.uses
    record: type[Activity] | type[Programme] = Programme if kind.subject == "programme" else Activity
    code = records.fetch(view, record, subject_id).code
    second = options.second if "second" in uses else ""
    days = options.days if "days" in uses else ()
    day = options.day or (days[0] if len(days) == 1 else None)
    parts = [
        code,
        paper.value,
        kind.naming(view, options) if kind.naming is not None else "",
        "internal" if options.internal and "internal" in uses else "",
        day.isoformat() if day is not None else "",
        _one_person(view, kind, options),
        "-".join(part for part in (options.language, second) if part),
    ]
    return safe_name(" ".join(part for part in parts if part)) + ".pdf"


def _one_person(view: View, kind: PaperKind, options: PaperOptions) -> str:
    if "person_ids" not in kind.uses or len(options.person_ids) != 1:
        return ""
    person = records.fetch(view, Person, options.person_ids[0])
    latin = " ".join(part for part in (person.given_latin, person.family_latin) if part)
    return latin or " ".join(part for part in (person.given_name, person.family_name) if part)


def issue(work: Work, paper: Paper, subject_id: str, options: PaperOptions, printed: Printed) -> str:
    """Keep a printed paper with its activity or programme as an issued document; gives the document's id."""
    if PAPERS[paper].subject == "programme":
        owner = Owner("programme", subject_id, subject_id)
    else:
        owner = Owner("activity", subject_id, records.fetch(work, Activity, subject_id).programme_id)
    number = ""
    if paper is Paper.AGENDA:
        number = agenda_paper.source(work, subject_id, options.version_id).version.number
    draft = DocumentDraft(
        kind=paper.value, language=options.language, number=number, title=printed.file_name.removesuffix(".pdf")
    )
    return documents.add_content(work, printed.content, printed.file_name, owner, draft, origin="issued")


def save(printed: Printed, target: Path) -> Path:
    """Write a paper to a file of the user's choosing, whole or not at all; see storage.files."""
    return write_whole(target, printed.content)


def export_table(target: Path, name: str, headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> Path:
    """Write a list to a workbook, or to CSV when the name ends so."""
    content = sheet_papers.table(name, headings, rows, csv=target.suffix.lower() == ".csv")
    return write_whole(target, content)


def page_count(content: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


__all__ = [
    "PAPERS",
    "PAPER_NAMES",
    "Paper",
    "PaperKind",
    "PaperOptions",
    "Printed",
    "certificate_ids",
    "export_table",
    "file_name",
    "issue",
    "make",
    "make_each",
    "make_other",
    "page_count",
    "save",
]
