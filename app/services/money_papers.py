"""The budget report, the list of expenditures and the programme report as papers and workbooks."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from app.core.dates import UNKNOWN, PartialDate
from app.core.i18n import N_, words
from app.core.money import from_minor
from app.core.vocabulary import (
    ActivityStatus,
    CertificateStatus,
    ParticipationRole,
    ProgrammePartyRole,
    Sex,
    label,
)
from app.documents import budget_report, budget_word, programme_report
from app.documents.budget_report import BudgetHeading, BudgetLine, BudgetOptions, BudgetPaper
from app.documents.formats import Formats, formats
from app.documents.logos import Logo
from app.documents.programme_report import (
    ReportedActivity,
    ReportedDeliverable,
    ReportedMoney,
    ReportedRole,
    ReportOptions,
    ReportPaper,
)
from app.documents.sheets import Value
from app.documents.speech import joined
from app.documents.texts import Text, text_in
from app.models.activities import Activity, Participation
from app.models.budgets import BudgetLine as BudgetLineRecord
from app.models.certificates import Certificate
from app.models.deliverables import Deliverable
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.people import Person
from app.models.programmes import Programme, ProgrammeParty
from app.services import budget_figures, overview, paper_looks, paper_parts, programme_rules, records, sheet_papers
from app.services import expenditures as money
from app.services.budgets import main_heading
from app.storage.work import View

Languages = tuple[str, str]


def budget(
    view: View,
    programme_id: str,
    language: str,
    second: str = "",
    *,
    workbook: bool = False,
    word: bool = False,
    today: date | None = None,
) -> bytes:
    """Planned, committed and actual by heading and line, as PDF, workbook or Word file (BU-7, BU-14)."""
    day, second = today or date.today(), second if second != language else ""
    paper = _budget_paper(view, programme_id, (language, second), day)
    options = BudgetOptions(language, second)
    if word:
        return budget_word.build_word(paper, options)
    return budget_report.build_xlsx(paper, options) if workbook else budget_report.build(paper, options)


def _budget_paper(view: View, programme_id: str, languages: Languages, today: date) -> BudgetPaper:
    programme = records.fetch(view, Programme, programme_id)
    rules = programme_rules.of_programme(view, programme_id, today)
    return BudgetPaper(
        code=programme.code,
        subject=text_in(programme.title, *languages),
        currency=programme.currency,
        headings=tuple(_headings(view, programme_id, languages, today)),
        as_of=today,
        organiser=_party(view, programme_id, ProgrammePartyRole.IMPLEMENTER, languages).first,
        limit=rules.number("budget.explanation_percent"),
        logos=_logos(view, programme_id, languages[0]),
        accent=paper_looks.look(view, programme_id).accent,
    )


def _headings(view: View, programme_id: str, languages: Languages, today: date) -> Iterable[BudgetHeading]:
    table = budget_figures.table(view, programme_id, today)
    titles = {
        row.id: row.title
        for row in view.session.scalars(select(BudgetLineRecord).where(BudgetLineRecord.programme_id == programme_id))
    }
    lines: dict[str, list[BudgetLine]] = {}
    for figure in table.figures:
        if not figure.heading:
            sums = figure.sums
            title = text_in(titles[figure.id], *languages)
            # The paper shows orders that are not paid yet beside what is paid, not both in one.
            line = BudgetLine(figure.code, title, sums.planned, sums.committed - sums.actual, sums.actual)
            lines.setdefault(main_heading(figure.code), []).append(line)
    for figure in table.figures:
        if figure.heading and figure.code == main_heading(figure.code):
            own = tuple(lines.pop(figure.code, ()))
            sums = figure.sums
            yield BudgetHeading(
                figure.code,
                text_in(titles[figure.id], *languages),
                sums.planned,
                sums.committed - sums.actual,
                sums.actual,
                own,
            )
    for code, own_lines in lines.items():
        yield _loose(code, own_lines)


def _loose(code: str, lines: list[BudgetLine]) -> BudgetHeading:
    """Lines whose heading was never made stand under their own number."""
    return BudgetHeading(
        code,
        Text(code),
        sum(line.planned for line in lines),
        sum(line.committed for line in lines),
        sum(line.actual for line in lines),
        tuple(lines),
    )


_EXPENDITURE_HEADS = (
    N_("Line"),
    N_("Heading, line"),
    N_("Document date"),
    N_("Paid on"),
    N_("Document no."),
    N_("Supplier"),
    N_("Description"),
    N_("Activity"),
    N_("State"),
    N_("Gross"),
    N_("Currency"),
    N_("Rate"),
    N_("In the budget's currency"),
)


def expenditures(view: View, programme_id: str, language: str, *, csv: bool = False) -> bytes:
    """Document by document, by line and then date (BU-15); sums are numbers, the rate stands beside."""
    said = words(language)
    rows: list[list[Value]] = [
        [
            row.line_code,
            row.line,
            row.document_date,
            row.paid_on,
            row.document_no,
            row.supplier,
            row.description,
            row.activity,
            said.say(label(row.state)),
            from_minor(row.gross_minor, row.currency),
            row.currency,
            str(row.rate),
            None if row.rate_missing else from_minor(row.budget_minor),
        ]
        for row in sorted(
            money.list_rows(view, programme_id),
            key=lambda row: (
                row.programme_id,
                [int(part) for part in row.line_code.split(".") if part.isdigit()],
                str(row.document_date),
            ),
        )
    ]
    return sheet_papers.table(
        said.say(N_("Expenditures")), [said.say(head) for head in _EXPENDITURE_HEADS], rows, csv=csv
    )


def report(
    view: View, programme_id: str, language: str, second: str = "", *, word: bool = False, today: date | None = None
) -> bytes:
    """The report on a programme: planned and held, people by sex and role, deliverables, money; as PDF or Word file."""
    day, second = today or date.today(), second if second != language else ""
    paper = _report_paper(view, programme_id, (language, second), day)
    options = ReportOptions(language, second)
    return programme_report.build_word(paper, options) if word else programme_report.build(paper, options)


def _report_paper(view: View, programme_id: str, languages: Languages, today: date) -> ReportPaper:
    programme = records.fetch(view, Programme, programme_id)
    seen = overview.overview(view, today, programme_id)
    activities = view.session.scalars(select(Activity).where(Activity.programme_id == programme_id)).all()
    activities = sorted(activities, key=lambda row: (row.start.first or row.planned_start.first or date.max, row.code))
    return ReportPaper(
        code=programme.code,
        title=text_in(programme.title, *languages),
        as_of=today,
        period=_told(languages, lambda forms: forms.partial_range(programme.start, programme.end))
        if programme.start.known
        else Text(),
        implementer=_party(view, programme_id, ProgrammePartyRole.IMPLEMENTER, languages),
        funder=_party(view, programme_id, ProgrammePartyRole.FUNDER, languages),
        partnerships=_count(view, Partnership, programme_id),
        persons=_persons(view, programme_id),
        hours=Decimal(0),
        certificates=view.session.scalar(
            select(func.count())
            .select_from(Certificate)
            .where(Certificate.programme_id == programme_id, Certificate.status == CertificateStatus.ISSUED)
        )
        or 0,
        summary=text_in(programme.description, *languages),
        activities=tuple(_activity(row, languages) for row in activities),
        roles=tuple(
            ReportedRole(
                figure.role,
                figure.by_sex.get(Sex.FEMALE, 0),
                figure.by_sex.get(Sex.MALE, 0),
                figure.total - figure.by_sex.get(Sex.FEMALE, 0) - figure.by_sex.get(Sex.MALE, 0),
            )
            for figure in seen.people
            if figure.total
        ),
        deliverables=tuple(_deliverable(view, row, languages) for row in _deliverables(view, programme_id)),
        money=tuple(
            ReportedMoney(heading.title, heading.planned, heading.committed, heading.actual)
            for heading in _headings(view, programme_id, languages, today)
        ),
        currency=programme.currency,
        logos=_logos(view, programme_id, languages[0]),
        accent=paper_looks.look(view, programme_id).accent,
    )


def _told(languages: Languages, say: Callable[[Formats], str]) -> Text:
    """Dates in the forms of one or both languages."""
    return Text(*(say(formats(language, bool(languages[1]))) if language else "" for language in languages))


def _activity(row: Activity, languages: Languages) -> ReportedActivity:
    planned_start = row.planned_start if row.planned_start.known else row.start
    planned_end = row.planned_end if row.planned_start.known else row.end

    def told(start: PartialDate, end: PartialDate) -> Text:
        if not start.known:
            return Text()
        return _told(languages, lambda forms: forms.partial_range(start, end if end.known else UNKNOWN))

    held = told(row.start, row.end) if row.status is ActivityStatus.TOOK_PLACE else Text()
    return ReportedActivity(
        text_in(row.title, *languages),
        row.kind,
        row.status,
        told(planned_start, planned_end),
        held,
        Text(row.change_reason),
    )


def _deliverables(view: View, programme_id: str) -> list[Deliverable]:
    query = select(Deliverable).where(Deliverable.programme_id == programme_id).order_by(Deliverable.code)
    return list(view.session.scalars(query))


def _deliverable(view: View, row: Deliverable, languages: Languages) -> ReportedDeliverable:
    owner = view.session.get(Organisation, row.owner_id) if row.owner_id else None
    due = _told(languages, lambda forms: forms.partial(row.due)) if row.due.known else Text()
    title = text_in(row.title, *languages)
    return ReportedDeliverable(title, row.stage, paper_parts.organisation_text(owner, *languages), due)


def _persons(view: View, programme_id: str) -> ReportedRole | None:
    """Everybody once, whatever their roles (ME-3)."""
    rows = view.session.execute(
        select(Person.sex, func.count(func.distinct(Person.id)))
        .join(Participation, Participation.person_id == Person.id)
        .join(Activity, Activity.id == Participation.activity_id)
        .where(Activity.programme_id == programme_id, Participation.cancelled.is_(False))
        .group_by(Person.sex)
    )
    counts = dict(rows.all())
    if not counts:
        return None
    women, men = counts.get(Sex.FEMALE, 0), counts.get(Sex.MALE, 0)
    return ReportedRole(ParticipationRole.OFFICIAL, women, men, sum(counts.values()) - women - men)


def _count(view: View, record: type[Partnership], programme_id: str) -> int:
    return view.session.scalar(select(func.count()).select_from(record).where(record.programme_id == programme_id)) or 0


def _party_rows(view: View, programme_id: str, role: ProgrammePartyRole) -> list[Organisation]:
    return list(
        view.session.scalars(
            select(Organisation)
            .join(ProgrammeParty, ProgrammeParty.organisation_id == Organisation.id)
            .where(ProgrammeParty.programme_id == programme_id, ProgrammeParty.role == role)
            .order_by(ProgrammeParty.place)
        )
    )


def _party(view: View, programme_id: str, role: ProgrammePartyRole, languages: Languages) -> Text:
    return joined(
        [paper_parts.organisation_text(row, *languages) for row in _party_rows(view, programme_id, role)], ", "
    )


def _logos(view: View, programme_id: str, language: str) -> tuple[Logo, ...]:
    rows = [
        *_party_rows(view, programme_id, ProgrammePartyRole.IMPLEMENTER)[:1],
        *_party_rows(view, programme_id, ProgrammePartyRole.FUNDER),
    ]
    return tuple(paper_parts.logo(view, row, language) for row in dict.fromkeys(rows))
