"""The report on a visit or event from what is recorded of it: facts, people, attendance, needs, costs, open points."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import select

from app.core.dates import PartialDate, is_weekend
from app.core.i18n import N_
from app.core.vocabulary import (
    TRAINING_KINDS,
    ActivityStatus,
    AgendaChange,
    AgendaState,
    ExpenditureState,
    NeedStatus,
    ParticipationRole,
    Sex,
    label,
)
from app.documents.formats import formats
from app.documents.reported import ReportedDeliverable, ReportedMoney, ReportedRole
from app.documents.speech import Speech, joined, speech
from app.documents.texts import Text, text_in
from app.documents.visit_report_data import (
    AnsweredNeed,
    Attended,
    Difference,
    HeldItem,
    VisitReportPaper,
)
from app.models.activities import Activity
from app.models.agendas import AgendaDay
from app.models.budgets import BudgetLine, Expenditure
from app.models.deliverables import Deliverable
from app.models.organisations import Organisation
from app.models.partnerships import Need, NeedLink
from app.models.people import Person
from app.services import (
    agenda_facts,
    agenda_snapshots,
    agenda_versions,
    attendance,
    budget_figures,
    deliverable_stages,
    paper_parts,
)
from app.services.agenda_facts import SessionFact
from app.services.agenda_versions import SessionChange
from app.services.attendance import Standing
from app.services.budgets import main_heading
from app.services.people_papers import Taking, takings
from app.storage.work import View

_KEY = "visit-report"


def paper(view: View, activity_id: str, language: str, second: str = "", today: date | None = None) -> VisitReportPaper:
    """The report in one or two languages; parts without records are empty. Raises NotFound."""
    day = today or date.today()
    said = speech(language, second)
    head = paper_parts.event(view, activity_id, language, second)
    row = head.activity
    facts = agenda_facts.sessions_of(view, [activity_id])[activity_id]
    standing = [fact for fact in facts if not fact.cancelled]
    people = takings(view, activity_id, language, second)
    found = attendance.grid(view, activity_id, attendance.Grain.DAY)
    versions = agenda_versions.list_rows(view, activity_id)
    differences = _changes(view, activity_id, versions[0].id) if versions else ()
    held = _working_days(view, activity_id, standing)
    needs = tuple(_needs(view, row, facts, said))
    money = tuple(_money(view, row, said))
    deliverables = view.session.scalars(
        select(Deliverable).where(Deliverable.partnership_id == (row.partnership_id or "-")).order_by(Deliverable.code)
    ).all()
    return VisitReportPaper(
        code=row.code,
        kind=row.kind,
        event_title=head.title,
        theme=head.theme,
        as_of=day,
        status=row.status,
        partnership=head.partnership,
        held=_range(row.start, row.end, said),
        planned=_range(row.planned_start, row.planned_end, said),
        reason=Text(row.change_reason),
        days=len(held),
        weekend=any(is_weekend(one) for one in held),
        place=head.place,
        programme=head.programme_title,
        funder=head.funder,
        organiser=head.organiser,
        host=paper_parts.organisation_text(head.host, language, second),
        guest=paper_parts.organisation_text(head.guest, language, second),
        agenda=_version(versions[-1], said) if versions else Text(),
        languages=said.spoken(row.languages, row.interpretation),
        aim=text_in(row.aim, language, second),
        results=text_in(row.results, language, second),
        topics=text_in(row.topics, language, second),
        persons=_counted([taking.person for taking in people], ParticipationRole.MENTEE) if people else None,
        roles=tuple(_roles(people)),
        places_of=tuple(_places(people, language, second)),
        hours=found.counted_hours,
        items=tuple(_item(fact, view, said) for fact in facts),
        differences=tuple(_difference(one, facts, said) for one in differences),
        attended=tuple(_attended(view, found.rows, people, said)),
        needs=needs,
        deliverables=tuple(_outcome(view, one, said) for one in deliverables),
        money=money,
        currency=head.programme.currency,
        open_points=tuple(_open_points(view, row, found, needs, deliverables, said, day)),
        funder_sentence=head.funder_sentence,
        logos=head.logos,
        words=head.words(_KEY),
        accent=head.accent,
    )


def _version(row: agenda_versions.VersionRow, said: Speech) -> Text:
    number = said.say(N_("Version {number}"), number=row.number)
    return joined([number, said.say(label(AgendaState.FINAL))]) if row.state is AgendaState.FINAL else number


def _working_days(view: View, activity_id: str, standing: Sequence[SessionFact]) -> set[date]:
    """The days that the agenda counts: travel days and free days are no working days (AG-3)."""
    heads = view.session.execute(
        select(AgendaDay.day, AgendaDay.travel).where(AgendaDay.activity_id == activity_id)
    ).all()
    return ({fact.day for fact in standing} | {day for day, _ in heads}) - {day for day, travel in heads if travel}


def _range(start: PartialDate, end: PartialDate, said: Speech) -> Text:
    if not start.known:
        return Text()
    return said.form(lambda forms: forms.partial_range(start, end))


def _changes(view: View, activity_id: str, version_id: str) -> tuple[SessionChange, ...]:
    """What became of the agenda since it was first issued: against the plan, not against the last version (AR-5)."""
    first = agenda_versions.load_snapshot(view, version_id)
    now = agenda_snapshots.snapshot(view, activity_id)
    return agenda_versions.compare(first["sessions"], now["sessions"], view.language)


def _difference(change: SessionChange, facts: Sequence[SessionFact], said: Speech) -> Difference:
    fact = next((fact for fact in facts if fact.id == change.session_id), None)
    title = said.of(fact.title) if fact else Text(change.title)
    held = Text() if change.change is AgendaChange.CANCELLED else _moment(change.new_start, change.new_end, said)
    return Difference(title, change.change, _moment(change.old_start, change.old_end, said), held)


def _moment(start: datetime | None, end: datetime | None, said: Speech) -> Text:
    if start is None or end is None:
        return Text()
    return Text(f"{said.forms.date_short(start.date())}, {said.times(start.time(), end.time())}")


def _item(fact: SessionFact, view: View, said: Speech) -> HeldItem:
    speakers = [person for ident in fact.speakers if (person := view.session.get(Person, ident)) is not None]
    told = joined([said.name(paper_parts.person_name(person)) for person in speakers])
    if not told and fact.host_id:
        told = paper_parts.organisation_text(view.session.get(Organisation, fact.host_id), *said.languages)
    times = said.times(fact.starts_at.time(), fact.ends_at.time())
    return HeldItem(fact.day, times, said.of(fact.title), told, fact.cancelled)


def _counted(people: Sequence[Person], role: ParticipationRole) -> ReportedRole:
    women = sum(person.sex is Sex.FEMALE for person in people)
    men = sum(person.sex is Sex.MALE for person in people)
    return ReportedRole(role, women, men, len(people) - women - men)


def _roles(people: Sequence[Taking]) -> Iterator[ReportedRole]:
    for role in ParticipationRole:
        own = [taking.person for taking in people if role in taking.roles]
        if own:
            yield _counted(own, role)


def _places(people: Sequence[Taking], first: str, second: str) -> Iterator[tuple[Text, int]]:
    counts = Counter(taking.organisation.id for taking in people if taking.organisation)
    organisations = {taking.organisation.id: taking.organisation for taking in people if taking.organisation}
    for ident, count in counts.most_common():
        yield paper_parts.organisation_text(organisations[ident], first, second), count
    nowhere = sum(taking.organisation is None for taking in people)
    if nowhere and counts:
        yield paper_parts.label_text(N_("Without an organisation"), first, second), nowhere


def _attended(
    view: View, rows: Sequence[attendance.AttendanceRow], people: Sequence[Taking], said: Speech
) -> Iterator[Attended]:
    by_person = {taking.person.id: taking for taking in people}
    for row in rows:
        taking = by_person.get(row.person_id)
        if taking is None:
            continue
        yield Attended(
            Text(paper_parts.person_name(taking.person).shown(said.languages[0])),
            paper_parts.organisation_text(taking.organisation, *said.languages),
            row.hours,
            row.share,
            row.certificate,
        )


def _needs(view: View, row: Activity, facts: Sequence[SessionFact], said: Speech) -> Iterator[AnsweredNeed]:
    if not row.partnership_id:
        return
    own = {fact.id: fact for fact in facts if not fact.cancelled and fact.kind in TRAINING_KINDS}
    links: dict[str, list[SessionFact]] = {}
    for need_id, session_id in view.session.execute(select(NeedLink.need_id, NeedLink.session_id)):
        if session_id in own:
            links.setdefault(need_id, []).append(own[session_id])
    for need in view.session.scalars(select(Need).where(Need.partnership_id == row.partnership_id).order_by(Need.id)):
        here = links.get(need.id, [])
        minutes = sum(fact.minutes for fact in here)
        yield AnsweredNeed(said.of(need.topic), need.status, len(here), attendance.hours(minutes, row.hour_minutes))


def _outcome(view: View, row: Deliverable, said: Speech) -> ReportedDeliverable:
    owner = view.session.get(Organisation, row.owner_id) if row.owner_id else None
    due = said.form(lambda forms: forms.partial(row.due)) if row.due.known else Text()
    return ReportedDeliverable(
        said.of(row.title) or Text(row.code), row.stage, paper_parts.organisation_text(owner, *said.languages), due
    )


def _money(view: View, row: Activity, said: Speech) -> Iterator[ReportedMoney]:
    """By heading: what this activity has ordered and paid, beside the plan of the programme for the heading."""
    lines = {
        line.id: line
        for line in view.session.scalars(select(BudgetLine).where(BudgetLine.programme_id == row.programme_id))
    }
    sums: dict[str, list[int]] = {}
    for spent in view.session.scalars(select(Expenditure).where(Expenditure.activity_id == row.id)):
        line = lines.get(spent.line_id)
        pair = sums.setdefault(main_heading(line.code) if line else "", [0, 0])
        pair[spent.state is ExpenditureState.PAID] += spent.budget_minor
    if not sums:
        return
    planned = {
        figure.code: figure.sums.planned
        for figure in budget_figures.table(view, row.programme_id, date.today()).figures
        if figure.heading
    }
    titles = {line.code: line.title for line in lines.values()}
    for code in sorted(sums, key=lambda code: [int(part) if part.isdigit() else 0 for part in code.split(".")]):
        title = said.of(titles.get(code, {})) or Text(code)
        yield ReportedMoney(title, planned.get(code, 0), *sums[code])


def _open_points(
    view: View,
    row: Activity,
    found: attendance.AttendanceGrid,
    needs: Sequence[AnsweredNeed],
    deliverables: Sequence[Deliverable],
    said: Speech,
    day: date,
) -> Iterator[Text]:
    """What somebody still has to do: marks, certificates, needs, deliverables that are due."""
    if row.status is ActivityStatus.TOOK_PLACE and not row.results:
        yield said.say(N_("The results are not written down yet."))
    missing = found.count(Standing.MISSING)
    if missing and found.counted_minutes:
        yield said.count(
            "Attendance of {n} participant is not complete.", "Attendance of {n} participants is not complete.", missing
        )
    ready = found.count(Standing.READY)
    if ready:
        yield said.count("{n} certificate can be issued.", "{n} certificates can be issued.", ready)
    for need in needs:
        if need.status in {NeedStatus.STATED, NeedStatus.PLANNED} and not need.sessions:
            yield said.say(N_("No session answered the need: {topic}."), topic=need.topic)
    for one in deliverables:
        if deliverable_stages.is_overdue(one.stage, one.kind, one.due, day):
            due = said.form(lambda forms, due=one.due: formats(forms.language).partial(due))  # type: ignore[misc]
            yield said.say(N_("Overdue since {date}: {title}."), date=due, title=said.of(one.title) or Text(one.code))
    unpaid = view.session.scalars(
        select(Expenditure.id).where(Expenditure.activity_id == row.id, Expenditure.state == ExpenditureState.COMMITTED)
    ).all()
    if unpaid:
        yield said.count("{n} order is not paid yet.", "{n} orders are not paid yet.", len(unpaid))
