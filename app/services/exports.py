"""What both window and command line write to files: endings, tables of money, issuing what is earned."""

from datetime import date
from pathlib import Path

from app.core.errors import Refused
from app.core.progress import Token
from app.models.programmes import Programme
from app.services import certificates, money_papers, records
from app.services.certificates import Earned, IssueOptions
from app.services.printing import PAPERS, Paper, PaperOptions, make, make_other
from app.storage.files import write_whole
from app.storage.work import View, Work

#: What is exported besides the papers of the shelf.
_TABLES: dict[str, tuple[str, ...]] = {"calendar": (".ics",), "expenditures": (".xlsx", ".csv")}


def endings(paper: str) -> tuple[str, ...]:
    """The endings under which a paper or table can be written."""
    if paper in _TABLES:
        return _TABLES[paper]
    return (".pdf", *PAPERS[Paper(paper)].others)


def write(target: Path, content: bytes) -> Path:
    """Write a file whole or not at all; see storage.files."""
    return write_whole(target, content)


def expenditures(view: View, code: str, ending: str, language: str) -> bytes:
    """The expenditures of a programme, of all when no code is given, as workbook or CSV; NotFound."""
    programme_id = records.by_code(view, Programme, code).id if code else ""
    return money_papers.expenditures(view, programme_id, language, csv=ending == ".csv")


def of_money(view: View, paper: str, code: str, ending: str, language: str) -> bytes:
    """A paper on the money of a programme, named by its code, in one of its forms; NotFound."""
    if paper == "expenditures":
        return expenditures(view, code, ending, language)
    ident, chosen = records.by_code(view, Programme, code).id, PaperOptions(language)
    if ending == ".pdf":
        return make(view, Paper(paper), ident, chosen).content
    return make_other(view, Paper(paper), ending, ident, chosen).content


def issue_earned(
    work: Work,
    activity_id: str,
    options: PaperOptions,
    on: date | None = None,
    token: Token | None = None,
    *,
    below: bool = False,
) -> tuple[str, ...]:
    """Issue a certificate to everybody who earned one and has none yet; gives the ids of the new ones.

    ``below``: also to those below the threshold, with the hours attended, where the rule allows it (CE-3).
    Raises Refused(``nobody_earned``) when nobody gets one and nobody had one before.
    """
    ready = [
        row.person_id
        for row in certificates.candidates(work, activity_id, options.kind, on)
        if row.state is Earned.READY or (below and row.gets)
    ]
    if not ready:
        if not any(row.kind is options.kind for row in certificates.list_rows(work, activity_id=activity_id)):
            raise Refused("nobody_earned")
        return ()
    issue = IssueOptions(
        issued_on=on or date.today(),
        kind=options.kind,
        language=options.language or "en",
        second_language=options.second,
    )
    return certificates.issue(work, activity_id, ready, issue, token)
