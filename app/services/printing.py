"""Printing: which papers there are, making one as bytes for the preview, issuing one as a kept document."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from app.core.i18n import N_
from app.core.progress import Token, silent
from app.core.text import fold
from app.core.vocabulary import CertificateKind
from app.documents import agenda, badges, certificates, letters, participant_list, sign_in_sheet
from app.documents.agenda_data import AgendaOptions, ColumnSet
from app.documents.certificate_data import CertificateOptions
from app.documents.letter_data import InvitationOptions
from app.documents.sheets import Value
from app.models.activities import Activity
from app.services import (
    agenda_paper,
    certificate_paper,
    documents,
    people_papers,
    records,
    sheet_papers,
)
from app.services import certificates as register
from app.services.documents import DocumentDraft, Owner
from app.storage.files import write_whole
from app.storage.work import View, Work


class Paper(StrEnum):
    """What can be printed for an activity."""

    AGENDA = "agenda"
    CERTIFICATES = "certificates"
    PARTICIPANTS = "participants"
    SIGN_IN = "sign-in"
    BADGES = "badges"
    LETTERS = "letters"


PAPER_NAMES: dict[Paper, str] = {
    Paper.AGENDA: N_("Agenda"),
    Paper.CERTIFICATES: N_("Certificates"),
    Paper.PARTICIPANTS: N_("List of participants"),
    Paper.SIGN_IN: N_("Sign-in sheets"),
    Paper.BADGES: N_("Badges"),
    Paper.LETTERS: N_("Invitation letter"),
}


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What stands beside the preview. ``second`` empty for one language; ``day`` only for sign-in sheets.

    ``certificate_ids`` empty prints all standing certificates of ``kind``; ``person_ids`` empty prints letters and
    badges for everybody; ``version_id`` an issued agenda version.
    """

    language: str = "en"
    second: str = ""
    columns: str = "full"
    internal: bool = False
    day: date | None = None
    kind: CertificateKind = CertificateKind.ATTENDANCE
    certificate_ids: tuple[str, ...] = ()
    person_ids: tuple[str, ...] = ()
    version_id: str = ""
    documents: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished paper: its bytes and the name under which it is proposed to be saved."""

    content: bytes
    file_name: str
    extra: Mapping[str, str] = field(default_factory=dict)


def make(view: View, paper: Paper, activity_id: str, options: PaperOptions, token: Token | None = None) -> Printed:
    """The paper as PDF; Refused: paper_nobody, paper_no_dates, paper_no_days, certificate_dates_unknown."""
    content = _MAKERS[paper](view, activity_id, options, token or silent())
    return Printed(content, file_name(view, paper, activity_id, options))


def _agenda(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = agenda_paper.paper(view, activity_id, options.language, options.second, options.version_id)
    columns = ColumnSet(options.columns)
    return agenda.build(told, AgendaOptions(options.language, options.second, columns))


def _certificates(view: View, activity_id: str, options: PaperOptions, token: Token) -> bytes:
    told = certificate_paper.paper(view, certificate_ids(view, activity_id, options), options.language, options.second)
    return certificates.build(told, CertificateOptions(options.language, options.second), token)


def certificate_ids(view: View, activity_id: str, options: PaperOptions) -> tuple[str, ...]:
    """The certificates that are printed: those chosen, else all standing ones of the kind."""
    if options.certificate_ids:
        return options.certificate_ids
    rows = register.list_rows(view, activity_id=activity_id)
    return tuple(row.id for row in rows if row.kind is options.kind and row.cancelled_on is None)


def certificate_files(
    view: View, activity_id: str, options: PaperOptions, token: Token | None = None
) -> list[tuple[str, bytes]]:
    """One PDF per certificate as (file name, content); the name tells number and holder."""
    told = certificate_paper.paper(view, certificate_ids(view, activity_id, options), options.language, options.second)
    made = certificates.build_each(told, CertificateOptions(options.language, options.second), token or silent())
    holders = {one.number: one.holder.shown("en") for one in told.certificates}
    return [(_safe(f"{number} {holders[number]}") + ".pdf", content) for number, content in made]


def _participants(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = people_papers.participant_list(view, activity_id, options.language, options.second)
    return participant_list.build(
        told, participant_list.ParticipantOptions(options.language, options.second, options.internal)
    )


def participants_workbook(view: View, activity_id: str, options: PaperOptions) -> bytes:
    """The list of participants as a workbook."""
    told = people_papers.participant_list(view, activity_id, options.language, options.second)
    return participant_list.build_xlsx(
        told, participant_list.ParticipantOptions(options.language, options.second, options.internal)
    )


def _sign_in(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = people_papers.sign_in(view, activity_id, options.language, options.second, options.day)
    return sign_in_sheet.build(told, sign_in_sheet.SignInOptions(options.language, options.second))


def _badges(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    return badges.build(
        people_papers.badges(view, activity_id, options.language, options.person_ids),
        badges.BadgeOptions(options.language),
    )


def _letters(view: View, activity_id: str, options: PaperOptions, _token: Token) -> bytes:
    told = people_papers.invitation(view, activity_id, options.language, options.second, options.person_ids)
    return letters.build(told, InvitationOptions(options.language, options.second, options.documents))


_MAKERS: dict[Paper, Callable[[View, str, PaperOptions, Token], bytes]] = {
    Paper.AGENDA: _agenda,
    Paper.CERTIFICATES: _certificates,
    Paper.PARTICIPANTS: _participants,
    Paper.SIGN_IN: _sign_in,
    Paper.BADGES: _badges,
    Paper.LETTERS: _letters,
}


def file_name(view: View, paper: Paper, activity_id: str, options: PaperOptions) -> str:
    """A name that anybody can read and every system can hold: ``CEP-UA-V01 agenda en-uk.pdf``."""
    code = records.fetch(view, Activity, activity_id).code
    languages = "-".join(part for part in (options.language, options.second) if part)
    day = f" {options.day.isoformat()}" if options.day else ""
    return _safe(f"{code} {paper.value}{day} {languages}") + ".pdf"


def _safe(text: str) -> str:
    """A file name of letters, digits, spaces and hyphens; Cyrillic by the table of the passport."""
    kept = "".join(ch if ch.isalnum() or ch in " -_." else " " for ch in _latin(text))
    return " ".join(kept.split())[:120].rstrip(". ") or "paper"


def _latin(text: str) -> str:
    return text if text.isascii() else fold(text)


def issue(work: Work, paper: Paper, activity_id: str, options: PaperOptions, printed: Printed) -> str:
    """Keep a printed paper with its activity as an issued document; gives the document's id."""
    programme_id = records.fetch(work, Activity, activity_id).programme_id
    owner = Owner("activity", activity_id, programme_id)
    number = ""
    if paper is Paper.AGENDA:
        number = agenda_paper.source(work, activity_id, options.version_id).version.number
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


def calendar_file(view: View, activity_id: str, language: str) -> bytes:
    """The sessions of an activity for a calendar program."""
    return sheet_papers.calendar_file(view, activity_id, language)


def page_count(content: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()
