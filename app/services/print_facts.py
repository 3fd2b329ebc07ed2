"""What the print page must know before it makes a paper: for what, in which versions, languages and days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.errors import NotFound
from app.core.vocabulary import CertificateKind
from app.models.activities import Participation
from app.services import (
    activities,
    agenda_checks,
    agenda_facts,
    agenda_versions,
    certificates,
    printing,
    programmes,
)
from app.services.agenda_versions import VersionRow
from app.services.certificates import Candidate, CertificateRow, Earned
from app.services.printing import Paper, PaperOptions, Printed
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class Subject:
    """Something a paper can be printed for: an activity, or a programme for the reports on money."""

    id: str
    code: str
    title: str
    programme_id: str
    start: PartialDate
    end: PartialDate
    visit: bool


@dataclass(frozen=True, slots=True)
class PrintFacts:
    """An activity as the options need it. ``draft`` is the number that the agenda would be issued as, or empty.

    ``days`` are those with sessions; ``languages`` the working ones, in their order.
    """

    subject: Subject
    languages: tuple[str, ...]
    versions: tuple[VersionRow, ...]
    draft: str
    days: tuple[date, ...]
    sessions: int


def subjects(view: View, programme_id: str = "") -> tuple[Subject, ...]:
    """All activities, those of the followed programme first when one is followed; newest first."""
    rows = [
        Subject(row.id, row.code, row.title, row.programme_id, row.start, row.end, row.visit)
        for row in activities.list_rows(view, programme_id)
    ]
    return tuple(reversed(rows))


def programme_subjects(view: View) -> tuple[Subject, ...]:
    """All programmes."""
    return tuple(
        Subject(row.id, row.code, row.title, row.id, row.start, row.end, False) for row in programmes.list_rows(view)
    )


def facts(view: View, activity_id: str) -> PrintFacts:
    """What the options beside the preview offer; NotFound."""
    row = activities.row_of(view, activity_id)
    draft = activities.load(view, activity_id)
    sessions = [fact for fact in agenda_facts.sessions_of(view, [activity_id])[activity_id] if not fact.cancelled]
    status = agenda_versions.status(view, activity_id)
    versions = agenda_versions.list_rows(view, activity_id)
    changed = bool(status.changes) or not versions
    return PrintFacts(
        subject=Subject(row.id, row.code, row.title, row.programme_id, row.start, row.end, row.visit),
        languages=tuple(draft.languages),
        versions=tuple(reversed(versions)),
        draft=status.next_number if changed and sessions else "",
        days=tuple(sorted({fact.day for fact in sessions})),
        sessions=len(sessions),
    )


def missing_texts(view: View, activity_id: str, languages: Sequence[str]) -> dict[str, int]:
    """How many items of the agenda lack a text in each of the languages; languages without a gap are left out."""
    counts: dict[str, int] = {}
    for fact in agenda_facts.sessions_of(view, [activity_id])[activity_id]:
        if not fact.cancelled:
            for language in agenda_checks.missing_languages(fact, [one for one in languages if one]):
                counts[language] = counts.get(language, 0) + 1
    return counts


def activity_of_people(view: View, person_ids: Sequence[str]) -> str:
    """The latest activity in which any of these people takes part, for papers asked for from the list of people."""
    found = set(view.session.scalars(select(Participation.activity_id).where(Participation.person_id.in_(person_ids))))
    return next((subject.id for subject in subjects(view) if subject.id in found), "")


def resolve(view: View, ident: str) -> str:
    """An activity's key from what a place names: an activity, or people parted by commas; empty when neither."""
    if not ident:
        return ""
    try:
        return activities.row_of(view, ident).id
    except NotFound:
        return activity_of_people(view, ident.split(","))


def ready(view: View, activity_id: str, kind: CertificateKind) -> tuple[Candidate, ...]:
    """Those who get a certificate when they are issued now."""
    return tuple(one for one in certificates.candidates(view, activity_id, kind) if one.state is Earned.READY)


def standing(view: View, activity_id: str, kind: CertificateKind) -> tuple[CertificateRow, ...]:
    """The certificates of a kind that are issued and not cancelled."""
    rows = certificates.list_rows(view, activity_id=activity_id)
    return tuple(row for row in rows if row.kind is kind and row.cancelled_on is None)


def keep(work: Work, paper: Paper, activity_id: str, options: PaperOptions, printed: Printed) -> str:
    """Keep a paper that was given out as an issued document, once: the same content is not kept twice."""
    from app.services import documents

    for row in documents.list_rows(work, owner_kind="activity", owner_id=activity_id):
        if row.kind == paper.value and row.size == len(printed.content) and row.file_name == printed.file_name:
            return row.id
    return printing.issue(work, paper, activity_id, options, printed)
