"""What the print page must know before it makes a paper: for what, in which versions, languages and days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.errors import NotFound, Refused
from app.core.vocabulary import CertificateKind, CertificateStatus
from app.models.activities import Activity, Participation
from app.models.certificates import Certificate
from app.models.people import Person
from app.models.programmes import Programme
from app.services import (
    activities,
    agenda_checks,
    agenda_facts,
    agenda_versions,
    certificates,
    participations,
    printing,
    programmes,
    records,
)
from app.services.agenda_versions import VersionRow
from app.services.certificates import Candidate, CertificateRow, Earned
from app.services.printing import Paper, PaperKind, PaperOptions, Printed
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
    """An activity as the options need it. ``draft`` is the number that stands on the agenda while it is not issued.

    ``draft`` is empty when the agenda stands as it was issued. ``days`` are those with sessions; ``languages`` the
    working ones, in their order.
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
    number = agenda_versions.draft_number(view, activity_id)
    versions = agenda_versions.list_rows(view, activity_id)
    return PrintFacts(
        subject=Subject(row.id, row.code, row.title, row.programme_id, row.start, row.end, row.visit),
        languages=tuple(draft.languages),
        versions=tuple(reversed(versions)),
        draft=number if sessions or versions else "",
        days=tuple(sorted({fact.day for fact in sessions})),
        sessions=len(sessions),
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of those for whom a paper can be made: a person, or the certificate of one.

    ``second`` tells it from its like; ``name`` is the passport's, ``email`` may be empty.
    """

    id: str
    label: str
    second: str = ""
    name: str = ""
    email: str = ""


def people(view: View, activity_id: str) -> tuple[Chosen, ...]:
    """Everybody who takes part, once each, in the order of the list of participants."""
    found: dict[str, Chosen] = {}
    for inner in participations.internal_rows(view, activity_id):
        row = inner.row
        second = " · ".join(part for part in (row.position, row.organisation) if part)
        # As in a passport's sentence, not as in a list: it stands in addresses and file names.
        name = " ".join(reversed(row.latin_name.split(", ", 1)))
        found.setdefault(row.person_id, Chosen(row.person_id, row.name, second, name, inner.email))
    return tuple(found.values())


def certificates_of(view: View, activity_id: str, kind: CertificateKind) -> tuple[Chosen, ...]:
    """The standing certificates of a kind, by number, each with the address of its holder."""
    # Columns alone: a thousand rows with what was printed on each would hold up the window.
    query = (
        select(Certificate.id, Certificate.holder, Certificate.holder_latin, Certificate.number, Person.email)
        .join(Person, Person.id == Certificate.person_id)
        .where(
            Certificate.activity_id == activity_id,
            Certificate.kind == kind,
            Certificate.status == CertificateStatus.ISSUED,
        )
        .order_by(Certificate.number)
    )
    return tuple(
        Chosen(ident, native or latin, number, latin, email)
        for ident, native, latin, number, email in view.session.execute(query)
    )


def chosen_for(view: View, kind: PaperKind, activity_id: str, options: PaperOptions) -> tuple[Chosen, ...]:
    """For whom the single papers of a kind are made with these options; empty for papers that know no persons."""
    if "certificate_ids" in kind.uses:
        wanted: tuple[str, ...] = options.certificate_ids
        found = certificates_of(view, activity_id, options.kind)
    elif "person_ids" in kind.uses:
        wanted, found = options.person_ids, people(view, activity_id)
    else:
        return ()
    return tuple(one for one in found if not wanted or one.id in wanted)


def narrowed(view: View, activity_id: str, options: PaperOptions, persons: Sequence[str], version: str) -> PaperOptions:
    """Options narrowed to people named by their codes and to an issued version named by its number.

    Raises NotFound for a code or number that nobody has, Refused(``paper_person_absent``) for people who do not take
    part.
    """
    idents = [records.by_code(view, Person, code).id for code in persons]
    there = {one.id for one in people(view, activity_id)} if idents else set()
    for code, ident in zip(persons, idents, strict=True):
        if ident not in there:
            raise Refused("paper_person_absent", code=code)
    version_id = ""
    if version:
        version_id = next((row.id for row in agenda_versions.list_rows(view, activity_id) if row.number == version), "")
        if not version_id:
            raise NotFound("not_found", code=version)
    return replace(options, person_ids=tuple(idents), version_id=version_id)


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


def programme_of(view: View, activity_id: str) -> str:
    """The programme that an activity is part of; NotFound."""
    return activities.row_of(view, activity_id).programme_id


def ready(view: View, activity_id: str, kind: CertificateKind) -> tuple[Candidate, ...]:
    """Those who get a certificate when they are issued now."""
    return tuple(one for one in certificates.candidates(view, activity_id, kind) if one.state is Earned.READY)


def standing(view: View, activity_id: str, kind: CertificateKind) -> tuple[CertificateRow, ...]:
    """The certificates of a kind that are issued and not cancelled."""
    rows = certificates.list_rows(view, activity_id=activity_id)
    return tuple(row for row in rows if row.kind is kind and row.cancelled_on is None)


def named(view: View, paper: Paper, subject_id: str) -> dict[str, str]:
    """What the history calls an issued paper: the message id of its name, and the code of what it is for."""
    kind = printing.PAPERS[paper]
    record: type[Activity] | type[Programme] = Programme if kind.subject == "programme" else Activity
    return {"paper": kind.name, "code": records.fetch(view, record, subject_id).code}


def keep(work: Work, paper: Paper, subject_id: str, options: PaperOptions, printed: Printed) -> str:
    """Keep a paper that was given out as an issued document, once: the same content is not kept twice."""
    from app.services import documents

    for row in documents.list_rows(work, owner_kind=printing.PAPERS[paper].subject, owner_id=subject_id):
        if row.kind == paper.value and row.size == len(printed.content) and row.file_name == printed.file_name:
            return row.id
    return printing.issue(work, paper, subject_id, options, printed)
