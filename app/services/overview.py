"""What needs somebody now, and how the programme stands: the page Overview, as codes with the place each leads to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, or_, select

from app.core.dates import PartialDate
from app.core.vocabulary import (
    ActivityStatus,
    AgendaState,
    DeliverableStage,
    ParticipationRole,
    ProgrammeStatus,
    Sex,
)
from app.models.activities import Activity, Participation
from app.models.attendance import Attendance
from app.models.budgets import BudgetLine
from app.models.partnerships import Partnership
from app.models.people import Person
from app.models.programmes import Programme
from app.services import attendance, budget_figures, deliverable_stages, deliverables, visit_readiness
from app.services.activities import row_of
from app.services.budget_figures import BudgetTable
from app.services.deliverables import DeliverableRow
from app.services.visit_readiness import Readiness
from app.storage.work import View

#: How far ahead things are told of.
HORIZON = timedelta(days=60)
#: How long after an activity somebody is reminded of its certificates, and of how many activities at most.
CERTIFICATE_MEMORY = timedelta(days=365)
MOST_ACTIVITIES = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is done: a section of the side bar, a record, its tab, and what to show in it."""

    section: str
    record_id: str = ""
    tab: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NeedNow:
    """One thing that needs somebody; ``code`` names its sentence, ``subject`` what it is about (a visit's title).

    ``due`` None means any time. ``severity``: error is overdue or impossible, warning is near, info is later.
    """

    code: str
    params: Mapping[str, object]
    subject: str
    due: date | None
    days_left: int | None
    severity: str
    place: Place


@dataclass(frozen=True, slots=True)
class RoleFigure:
    """People in a role by sex, each counted once (ME-3)."""

    role: ParticipationRole
    by_sex: Mapping[Sex, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """People in the role."""
        return sum(self.by_sex.values())


@dataclass(frozen=True, slots=True)
class StageFigure:
    """Deliverables at a stage."""

    stage: DeliverableStage
    count: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows on one day."""

    today: date
    needs: tuple[NeedNow, ...]
    visits: tuple[Readiness, ...]
    money: tuple[BudgetTable, ...]
    people: tuple[RoleFigure, ...]
    stages: tuple[StageFigure, ...]
    last_due: PartialDate | None

    @property
    def overdue(self) -> int:
        """How many things are late."""
        return sum(need.days_left is not None and need.days_left < 0 for need in self.needs)

    @property
    def due_today(self) -> int:
        """How many things are due today."""
        return sum(need.days_left == 0 for need in self.needs)


def overview(view: View, today: date, programme_id: str = "") -> Overview:
    """The page Overview of one programme or of all."""
    visits = visit_readiness.coming(view, today, programme_id)
    rows = deliverables.list_rows(view, programme_id, today)
    needs = [
        *(need for visit in visits for need in _of_visit(visit, today)),
        *_of_deliverables(rows, today),
        *_of_reviews(view, programme_id, today),
        *_of_certificates(view, programme_id, today),
    ]
    return Overview(
        today=today,
        needs=tuple(sorted(needs, key=_urgency)),
        visits=visits,
        money=_money(view, programme_id, today),
        people=_people(view, programme_id),
        stages=_stages(rows),
        last_due=max((row.due for row in rows if row.due.known), key=lambda due: due.last or date.min, default=None),
    )


def needs_count(view: View, today: date, programme_id: str = "") -> int:
    """How many things need somebody: the number in the side bar."""
    return len(overview(view, today, programme_id).needs)


def _urgency(need: NeedNow) -> tuple[date, int, str, str]:
    return (need.due or date.max, {"error": 0, "warning": 1, "info": 2}[need.severity], need.code, need.subject)


def _severity(days_left: int | None, *, hard: bool = False) -> str:
    if hard or (days_left is not None and days_left < 0):
        return "error"
    return "warning" if days_left is not None and days_left <= 3 else "info"


def _of_visit(visit: Readiness, today: date) -> Iterator[NeedNow]:
    row = visit.activity
    if visit.first_day is not None and visit.first_day - today > HORIZON:
        return
    if visit.first_day is not None:
        yield from _missing(visit, today)
    for note in visit.clashes:
        day = today
        yield NeedNow(
            note.code, note.params, row.title, day, 0, "error", Place("visits", row.id, "agenda", note.session_id)
        )
    if visit.agenda.issued and visit.agenda.changes:
        params = {
            "count": len(visit.agenda.changes),
            "number": visit.agenda.number,
            "next": visit.agenda.next_number,
            "people": row.participants,
        }
        yield NeedNow(
            "agenda_changed_since_issue", params, row.title, today, 0, "warning", Place("visits", row.id, "agenda")
        )
    for expiry in visit.passports:
        params = {"name": expiry.name, "expires": expiry.expires, "needed_until": expiry.needed_until}
        left = (visit.first_day - today).days if visit.first_day else None
        place = Place("people", expiry.person_id, "overview", "passport_expiry")
        yield NeedNow("passport_expires", params, row.title, visit.first_day, left, _severity(left, hard=True), place)


def _missing(visit: Readiness, today: date) -> Iterator[NeedNow]:
    """What a visit with a known date has not got yet, each with the day by which it should be there."""
    row = visit.activity
    without_letter, uninsured = visit.travellers - visit.letters, visit.travellers - visit.insured
    days = visit.days_without_interpreter
    open_sessions = visit.interpreted - visit.interpreters_found
    wanted: list[tuple[bool, str, str, str, dict[str, object]]] = [
        (not visit.sessions, "visit_without_agenda", "agenda", "agenda", {}),
        (
            bool(visit.sessions) and visit.agenda.state is AgendaState.DRAFT,
            "agenda_not_issued",
            "agenda",
            "agenda",
            {"count": visit.sessions},
        ),
        (not visit.travellers, "visit_without_participants", "letters", "participants", {}),
        (without_letter > 0, "letters_missing", "letters", "travel", {"count": without_letter, "of": visit.travellers}),
        (uninsured > 0, "insurance_missing", "insurance", "travel", {"count": uninsured, "of": visit.travellers}),
        (
            open_sessions > 0,
            "interpreter_missing",
            "interpreter",
            "agenda",
            {"count": open_sessions, "days": len(days), "first": days[0] if days else None},
        ),
    ]
    for missing, code, what, tab, params in wanted:
        if missing:
            due = visit.due(what)
            left = (due - today).days if due else None
            shown = {**params, "begins_in": visit.days_left}
            yield NeedNow(code, shown, row.title, due, left, _severity(left), Place("visits", row.id, tab))


def _of_deliverables(rows: Iterable[DeliverableRow], today: date) -> Iterator[NeedNow]:
    for row in rows:
        last = row.due.last
        waiting = not deliverable_stages.is_done(row.stage, row.kind) and row.stage is not DeliverableStage.ON_HOLD
        if last is None or not waiting or last - today > timedelta(days=30):
            continue
        left = (last - today).days
        code = "deliverable_overdue" if left < 0 else "deliverable_due"
        params = {"title": row.title, "code": row.code, "stage": row.stage}
        place = Place("deliverables", row.id, "overview")
        yield NeedNow(code, params, row.partnership or row.programme, last, left, _severity(left), place)


def _of_reviews(view: View, programme_id: str, today: date) -> Iterator[NeedNow]:
    for row in deliverable_stages.reviews(view, programme_id, on=today):
        if row.due is None or row.due - today > timedelta(days=14):
            continue
        left = (row.due - today).days
        code = "review_overdue" if left < 0 else "review_due"
        place = Place("deliverables", row.deliverable_id, "reviews", row.id)
        params = {"title": row.title, "reviewer": row.reviewer}
        yield NeedNow(code, params, row.title, row.due, left, _severity(left), place)


def _of_certificates(view: View, programme_id: str, today: date) -> Iterator[NeedNow]:
    """Activities that are over, with people who earned a certificate and have none (CE-3)."""
    marked = select(Attendance.activity_id).distinct()
    query = select(Activity).where(Activity.id.in_(marked), Activity.status != ActivityStatus.CANCELLED)
    if programme_id:
        query = query.where(Activity.programme_id == programme_id)
    past = [row for row in view.session.scalars(query) if _just_over(row, today)]
    past.sort(key=lambda row: row.end.last or row.start.last or date.min, reverse=True)
    for row in past[:MOST_ACTIVITIES]:
        grid = attendance.grid(view, row.id, attendance.Grain.DAY)
        shown = row_of(view, row.id)
        section = "visits" if shown.visit else "trainings"
        ready = grid.count(attendance.Standing.READY)
        missing = grid.count(attendance.Standing.MISSING)
        place = Place(section, row.id, "attendance")
        if ready:
            yield NeedNow("certificates_ready", {"count": ready}, shown.title, None, None, "info", place)
        if missing:
            yield NeedNow("marks_missing", {"count": missing}, shown.title, None, None, "info", place)


def _just_over(row: Activity, today: date) -> bool:
    last = row.end.last or row.start.last
    if last is None:
        return row.status is ActivityStatus.TOOK_PLACE
    return today - CERTIFICATE_MEMORY <= last and (last < today or row.status is ActivityStatus.TOOK_PLACE)


def _money(view: View, programme_id: str, today: date) -> tuple[BudgetTable, ...]:
    """The budget of the programme, or of each running programme that has one."""
    query = select(Programme.id).where(Programme.id.in_(select(BudgetLine.programme_id))).order_by(Programme.code)
    if programme_id:
        query = query.where(Programme.id == programme_id)
    else:
        query = query.where(Programme.status != ProgrammeStatus.CLOSED)
    return tuple(budget_figures.table(view, ident, today) for ident in view.session.scalars(query).all())


def _people(view: View, programme_id: str) -> tuple[RoleFigure, ...]:
    counted: dict[ParticipationRole, dict[Sex, int]] = {}
    rows = view.session.execute(
        select(Participation.role, Person.sex, func.count(func.distinct(Person.id)))
        .join(Person, Person.id == Participation.person_id)
        .where(~Participation.cancelled, *_within(programme_id))
        .group_by(Participation.role, Person.sex)
    )
    for role, sex, count in rows:
        counted.setdefault(role, {})[sex] = count
    return tuple(RoleFigure(role, counted[role]) for role in ParticipationRole if role in counted)


def _within(programme_id: str) -> list[ColumnElement[bool]]:
    if not programme_id:
        return []
    return [
        or_(
            Participation.activity_id.in_(select(Activity.id).where(Activity.programme_id == programme_id)),
            Participation.partnership_id.in_(select(Partnership.id).where(Partnership.programme_id == programme_id)),
        )
    ]


def _stages(rows: Iterable[DeliverableRow]) -> tuple[StageFigure, ...]:
    counted: dict[DeliverableStage, list[DeliverableRow]] = {}
    for row in rows:
        counted.setdefault(row.stage, []).append(row)
    return tuple(
        StageFigure(stage, len(counted[stage]), sum(row.overdue for row in counted[stage]))
        for stage in DeliverableStage
        if stage in counted
    )
