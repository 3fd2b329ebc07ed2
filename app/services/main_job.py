"""The main job on the sample: programmes, spreadsheets, agenda, sign-in sheets, certificates; from nothing to paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from app.core.i18n import N_
from app.core.progress import Token, silent
from app.core.vocabulary import CertificateKind
from app.models.activities import Activity
from app.services import agenda_versions, exports, imports, print_facts, printing, records, sample, workspace
from app.services.context import Context
from app.services.imports import ImportResult
from app.services.printing import Paper, PaperOptions
from app.services.sample import SampleSheet, SampleSummary

#: When the agenda of the sample was issued: two weeks before the visit as planned.
_AGENDA_ISSUED_AT = datetime(2023, 9, 25, 12, 5, tzinfo=UTC)
#: The day of issue of the sample's certificates: the last day of the visit as planned.
_ISSUED_ON = date(2023, 10, 27)


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A file that was written, with the number of its pages or entries."""

    file: Path
    pages: int


@dataclass(frozen=True, slots=True)
class MainJob:
    """What was made: the sample in figures, the imports, the papers."""

    summary: SampleSummary
    imports: tuple[tuple[str, ImportResult], ...]
    papers: tuple[MadePaper, ...]
    certificates: int


def run(context: Context, folder: Path, token: Token | None = None) -> MainJob:
    """Do the whole main job in an empty data file; papers go into ``folder``. Raises Refused, Cancelled."""
    token = token or silent()
    workspace.mark_sample(context, finished=False)
    sample.build_structure(context)
    token.step(1, 5)
    taken = tuple((sheet.path.name, _take_in(context, sheet)) for sheet in sample.sheets())
    token.step(2, 5)
    sample.complete(context)
    token.step(3, 5)
    activity_id = _activity(context)
    with context.write(N_("Issue the agenda")) as work:
        agenda_versions.issue(work, activity_id, at=_AGENDA_ISSUED_AT)
    certificate = PaperOptions("uk", "en", kind=CertificateKind.ATTENDANCE)
    with context.write(N_("Issue certificates")) as work:
        issued = exports.issue_earned(work, activity_id, certificate, _ISSUED_ON)
    token.step(4, 5)
    papers = tuple(_papers(context, activity_id, folder))
    with context.read() as view:
        summary = sample.summary(view)
    workspace.mark_sample(context, finished=True)
    token.step(5, 5)
    return MainJob(summary, taken, papers, len(issued))


def make_sample(context: Context, token: Token | None = None) -> SampleSummary:
    """The sample with the people of its spreadsheets, without papers; raises Refused, Cancelled."""
    token = token or silent()
    sample.build_structure(context)
    token.step(1, 3)
    for sheet in sample.sheets():
        _take_in(context, sheet)
    token.step(2, 3)
    sample.complete(context)
    token.step(3, 3)
    with context.read() as view:
        return sample.summary(view)


def _activity(context: Context) -> str:
    with context.read() as view:
        return records.by_code(view, Activity, sample.VISIT).id


def _take_in(context: Context, sheet: SampleSheet) -> ImportResult:
    workbook = imports.read_file(sheet.path)
    with context.read() as view:
        target = imports.target_of(view, sheet.programme, sheet.activity)
        plan = imports.plan(view, workbook, target)
    with context.write(N_("Take in “{file}”"), file=sheet.path.name) as work:
        return imports.take_in(work, plan)


#: The papers of the demonstration: one of each kind at least, the agenda in the visit's languages.
_WANTED: tuple[tuple[Paper, PaperOptions], ...] = (
    (Paper.AGENDA, PaperOptions("en")),
    (Paper.AGENDA, PaperOptions("sl")),
    (Paper.AGENDA, PaperOptions("uk")),
    (Paper.AGENDA, PaperOptions("en", "uk")),
    (Paper.RUN_SHEET, PaperOptions("en")),
    (Paper.INTERPRETER_PACK, PaperOptions("en", "uk")),
    (Paper.SIGN_IN, PaperOptions("en")),
    (Paper.PARTICIPANTS, PaperOptions("en")),
    (Paper.BADGES, PaperOptions("en")),
    (Paper.NAME_TENTS, PaperOptions("en", "uk")),
    (Paper.LETTERS, PaperOptions("uk", "en")),
    (Paper.TRAVEL_ORDER, PaperOptions("uk", "en")),
    (Paper.CERTIFICATES, PaperOptions("uk", "en")),
    (Paper.REGISTER, PaperOptions("en")),
    (Paper.VISIT_REPORT, PaperOptions("en")),
)


def _papers(context: Context, activity_id: str, folder: Path) -> Iterator[MadePaper]:
    for paper, options in _WANTED:
        with context.read() as view:
            printed = printing.make(view, paper, activity_id, options)
        with context.read() as view:
            named = print_facts.named(view, paper, activity_id)
        with context.write(N_("{paper} of {code} issued"), **named) as work:
            printing.issue(work, paper, activity_id, options, printed)
        yield MadePaper(printing.save(printed, folder / printed.file_name), printing.page_count(printed.content))
    with context.read() as view:
        content = printing.make_other(view, Paper.AGENDA, ".ics", activity_id, PaperOptions()).content
    yield MadePaper(exports.write(folder / f"{sample.VISIT} calendar.ics", content), content.count(b"BEGIN:VEVENT"))
