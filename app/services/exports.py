"""What both window and command line write to files: endings, money papers, issuing what is earned."""

from datetime import date
from pathlib import Path

from app.core.errors import Refused
from app.models.programmes import Programme
from app.services import certificates, money_papers, records
from app.services.certificates import Earned, IssueOptions
from app.services.printing import PaperOptions
from app.storage.files import write_whole
from app.storage.work import View, Work

_ENDINGS: dict[str, tuple[str, ...]] = {
    "participants": (".pdf", ".xlsx"),
    "calendar": (".ics",),
    "budget": (".pdf", ".xlsx"),
    "expenditures": (".xlsx", ".csv"),
    "report": (".pdf",),
}


def endings(paper: str) -> tuple[str, ...]:
    """The endings under which a paper can be written."""
    return _ENDINGS.get(paper, (".pdf",))


def write(target: Path, content: bytes) -> Path:
    """Write a file whole or not at all; see storage.files."""
    return write_whole(target, content)


def money(view: View, paper: str, code: str, ending: str, language: str) -> bytes:
    """Budget, expenditures or report of a programme; expenditures of all programmes when no code is given."""
    programme_id = records.by_code(view, Programme, code).id if code else ""
    if not programme_id and paper != "expenditures":
        raise Refused("not_found", code=code)
    if paper == "budget":
        return money_papers.budget(view, programme_id, language, workbook=ending == ".xlsx")
    if paper == "report":
        return money_papers.report(view, programme_id, language)
    return money_papers.expenditures(view, programme_id, language, csv=ending == ".csv")


def money_of(view: View, paper: str, programme_id: str, language: str) -> bytes:
    """The budget or the report of a programme by its key, as PDF."""
    return (money_papers.budget if paper == "budget" else money_papers.report)(view, programme_id, language)


def money_name(view: View, paper: str, programme_id: str, language: str) -> str:
    """The name under which a paper on a programme is proposed to be saved: ``CEP-UA budget en.pdf``."""
    return f"{records.fetch(view, Programme, programme_id).code} {paper} {language}.pdf"


def issue_earned(work: Work, activity_id: str, options: PaperOptions, on: date | None = None) -> tuple[str, ...]:
    """Issue a certificate to everybody who earned one and has none yet; gives the ids of the new ones.

    Raises Refused(``nobody_earned``) when nobody has and nobody had one before.
    """
    ready = [
        row.person_id for row in certificates.candidates(work, activity_id, options.kind) if row.state is Earned.READY
    ]
    if not ready:
        if not any(row.kind is options.kind for row in certificates.list_rows(work, activity_id=activity_id)):
            raise Refused("nobody_earned")
        return ()
    issue = IssueOptions(
        issued_on=on or date.today(),
        kind=options.kind,
        language=options.language,
        second_language=options.second,
    )
    return certificates.issue(work, activity_id, ready, issue)
