"""Activities: mentoring visits, trainings, forums, meetings ... What visits and trainings add stands in their drafts.

The pages Visits and Trainings share this module; ``VISIT_KINDS`` tells which of them shows an activity.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from sqlalchemy import func, select

from app.core.dates import UNKNOWN, PartialDate, days_inclusive
from app.core.errors import Problem
from app.core.i18n import pick
from app.core.text import fold
from app.core.vocabulary import (
    VISIT_KINDS,
    ActivityForm,
    ActivityKind,
    ActivityStatus,
    InterpretationMode,
)
from app.models.activities import Activity, ActivityContact, Participation, Training, Visit
from app.models.agendas import AgendaVersion, Session
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.programmes import Programme
from app.services import documents, draft_checks, records
from app.services.organisations import name_of
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """A line of the lists of visits and trainings; ``days`` is None while a date is not known to the day."""

    id: str
    code: str
    programme_id: str
    programme: str
    partnership_id: str
    partnership: str
    kind: ActivityKind
    form: ActivityForm
    status: ActivityStatus
    title: str
    theme: str
    start: PartialDate
    end: PartialDate
    planned_start: PartialDate
    planned_end: PartialDate
    days: int | None
    place: str
    country: str
    host: str
    guest: str
    participants: int
    sessions: int
    agenda_version: str
    search_text: str

    @property
    def visit(self) -> bool:
        """Whether the page Visits shows it."""
        return self.kind in VISIT_KINDS


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A line of the contacts block (AG-6)."""

    duty: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """What a visit has beyond an activity (AG-7)."""

    guest_id: str | None = None
    travel: Mapping[str, str] = field(default_factory=dict)
    accommodation: Mapping[str, str] = field(default_factory=dict)
    paid_by: Mapping[str, str] = field(default_factory=dict)
    insurance: Mapping[str, str] = field(default_factory=dict)
    emergency: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TrainingDraft:
    """What a training has beyond an activity (CE-1)."""

    curriculum: Mapping[str, str] = field(default_factory=dict)
    requirement: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """What an editor holds of an activity; ``hour_minutes`` is 60 or 45 (CE-8), no ``threshold_percent``: the rule."""

    programme_id: str = ""
    partnership_id: str | None = None
    phase_id: str | None = None
    code: str = ""
    kind: ActivityKind = ActivityKind.MENTORING_VISIT
    title: Mapping[str, str] = field(default_factory=dict)
    theme: Mapping[str, str] = field(default_factory=dict)
    status: ActivityStatus = ActivityStatus.PLANNED
    form: ActivityForm = ActivityForm.ON_SITE
    start: PartialDate = UNKNOWN
    end: PartialDate = UNKNOWN
    planned_start: PartialDate = UNKNOWN
    planned_end: PartialDate = UNKNOWN
    change_reason: str = ""
    place: Mapping[str, str] = field(default_factory=dict)
    country: str = ""
    host_id: str | None = None
    time_zone: str = "Europe/Ljubljana"
    second_zone: str = ""
    languages: tuple[str, ...] = ()
    interpretation: InterpretationMode = InterpretationMode.NONE
    aim: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    expected_participants: int | None = None
    threshold_percent: int | None = None
    hour_minutes: int = 60
    notes: str = ""
    visit: VisitDraft = VisitDraft()
    training: TrainingDraft = TrainingDraft()
    contacts: tuple[ContactDraft, ...] = ()
    version: int = 0


def list_rows(view: View, programme_id: str = "", *, visits: bool | None = None) -> tuple[ActivityRow, ...]:
    """Activities of a programme or of all, oldest first, unknown dates last; ``visits`` chooses one of two pages."""
    query = select(Activity).order_by(Activity.code)
    if programme_id:
        query = query.where(Activity.programme_id == programme_id)
    if visits is not None:
        kinds = Activity.kind.in_(VISIT_KINDS)
        query = query.where(kinds if visits else ~kinds)
    rows = view.session.scalars(query).all()
    known = _Known(view)
    return tuple(known.row(row) for row in sorted(rows, key=_chronological))


def row_of(view: View, ident: str) -> ActivityRow:
    """One activity as the lists show it; NotFound."""
    return _Known(view, ident).row(records.fetch(view, Activity, ident))


def _chronological(row: Activity) -> tuple[date, str]:
    return (row.start.first or row.planned_start.first or date.max, row.code)


class _Known:
    """What the rows show of other records, read once for all rows."""

    def __init__(self, view: View, only: str = "") -> None:
        session = view.session
        self.language = view.language
        self.programmes = dict(session.execute(select(Programme.id, Programme.code)).all())
        self.partnerships = dict(session.execute(select(Partnership.id, Partnership.title)).all())
        self.organisations = {
            row.id: name_of(row, view.language) for row in session.scalars(select(Organisation)).all()
        }
        guests = select(Visit.activity_id, Visit.guest_id)
        people = select(Participation.activity_id, func.count(func.distinct(Participation.person_id))).where(
            Participation.activity_id.is_not(None), ~Participation.cancelled
        )
        sessions = select(Session.activity_id, func.count()).where(~Session.cancelled)
        versions = select(AgendaVersion.activity_id, AgendaVersion.number).order_by(AgendaVersion.issued_at)
        if only:
            guests = guests.where(Visit.activity_id == only)
            people = people.where(Participation.activity_id == only)
            sessions = sessions.where(Session.activity_id == only)
            versions = versions.where(AgendaVersion.activity_id == only)
        self.guests = dict(session.execute(guests).all())
        self.people = dict(session.execute(people.group_by(Participation.activity_id)).all())
        self.sessions = dict(session.execute(sessions.group_by(Session.activity_id)).all())
        self.versions = dict(session.execute(versions).all())

    def row(self, row: Activity) -> ActivityRow:
        host = self.organisations.get(row.host_id or "", "")
        guest = self.organisations.get(self.guests.get(row.id) or "", "")
        partnership = self.partnerships.get(row.partnership_id or "", "")
        return ActivityRow(
            id=row.id,
            code=row.code,
            programme_id=row.programme_id,
            programme=self.programmes.get(row.programme_id, ""),
            partnership_id=row.partnership_id or "",
            partnership=partnership,
            kind=row.kind,
            form=row.form,
            status=row.status,
            title=pick(row.title, self.language) or partnership or row.code,
            theme=pick(row.theme, self.language),
            start=row.start,
            end=row.end,
            planned_start=row.planned_start,
            planned_end=row.planned_end,
            days=duration_days(row.start, row.end),
            place=pick(row.place, self.language),
            country=row.country,
            host=host,
            guest=guest,
            participants=self.people.get(row.id, 0),
            sessions=self.sessions.get(row.id, 0),
            agenda_version=self.versions.get(row.id, ""),
            search_text=" ".join(
                part for part in (row.search_text, fold(host), fold(guest), fold(partnership)) if part
            ),
        )


def duration_days(start: PartialDate, end: PartialDate) -> int | None:
    """Days from start to end, both counted; None while one of them is not known to the day."""
    if start.exact is None or end.exact is None or end.exact < start.exact:
        return None
    return days_inclusive(start.exact, end.exact)


def load(view: View, ident: str) -> ActivityDraft:
    """The draft of one activity, with what it has as a visit or training; NotFound."""
    row = records.fetch(view, Activity, ident)
    visit = view.session.scalars(select(Visit).where(Visit.activity_id == ident)).first()
    training = view.session.scalars(select(Training).where(Training.activity_id == ident)).first()
    contacts = view.session.scalars(
        select(ActivityContact).where(ActivityContact.activity_id == ident).order_by(ActivityContact.place)
    )
    return records.to_draft(
        row,
        ActivityDraft,
        visit=records.to_draft(visit, VisitDraft) if visit else VisitDraft(),
        training=records.to_draft(training, TrainingDraft) if training else TrainingDraft(),
        contacts=tuple(records.to_draft(contact, ContactDraft) for contact in contacts),
    )


def check(draft: ActivityDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft; dates known in part are compared as far as they are known."""
    problems = [*_check_texts(draft), *_check_dates(draft)]
    if draft.threshold_percent is not None and not 0 <= draft.threshold_percent <= 100:
        problems.append(Problem("threshold_percent", "percent_out_of_range", {"value": draft.threshold_percent}))
    if draft.hour_minutes not in (45, 60):
        problems.append(Problem("hour_minutes", "hour_minutes_unknown", {"value": draft.hour_minutes}))
    if draft.expected_participants is not None and draft.expected_participants < 0:
        problems.append(Problem("expected_participants", "number_negative", {"value": draft.expected_participants}))
    return tuple(problems)


def _check_texts(draft: ActivityDraft) -> Iterable[Problem]:
    if not draft.programme_id:
        yield Problem("programme_id", "programme_missing")
    if not draft_checks.has_text(draft.title):
        yield Problem("title", "title_missing")
    if not draft_checks.is_country(draft.country):
        yield Problem("country", "country_unknown", {"value": draft.country})
    for name, zone in (("time_zone", draft.time_zone), ("second_zone", draft.second_zone)):
        if (zone or name == "time_zone") and not _is_zone(zone):
            yield Problem(name, "time_zone_unknown", {"value": zone})
    if len(pick(draft.aim, "en")) > 600:
        yield Problem("aim", "aim_too_long", {"limit": 600, "length": len(pick(draft.aim, "en"))}, "warning")


def _check_dates(draft: ActivityDraft) -> Iterable[Problem]:
    yield from draft_checks.period(draft.start, draft.end)
    yield from draft_checks.period(draft.planned_start, draft.planned_end, "planned_end")
    differs = draft.planned_start.known and draft.start.known and draft.planned_start != draft.start
    if differs and draft.status is not ActivityStatus.IDEA and not draft.change_reason.strip():
        yield Problem("change_reason", "change_reason_missing", severity="warning")
    if draft.status is ActivityStatus.TOOK_PLACE and not draft.start.known:
        yield Problem("start", "date_of_past_unknown", severity="warning")


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _is_zone(name: str) -> bool:
    return name in _zones()


def zone_of(name: str) -> ZoneInfo:
    """The zone of a place; UTC where the name kept is none."""
    return ZoneInfo(name if _is_zone(name) else "UTC")


def create(work: Work, draft: ActivityDraft) -> str:
    """Make an activity; an empty code is given one (``CEP-UA-V03``, ``CEP-UA-A01``). Raises Invalid, NotFound."""
    records.refuse(check(draft))
    programme = records.fetch(work, Programme, draft.programme_id)
    letter = "V" if draft.kind in VISIT_KINDS else "A"
    row = Activity(code=draft.code or records.next_code(work, Activity, f"{programme.code}-{letter}", 2))
    _fill(row, draft)
    ident = work.add(row)
    _keep_extras(work, ident, draft)
    return ident


def save(work: Work, ident: str, draft: ActivityDraft) -> None:
    """Keep a changed draft; raises Invalid, Conflict, NotFound."""
    records.refuse(check(draft))
    row = records.fetch(work, Activity, ident)
    records.expect_version(row, draft)
    _fill(row, draft)
    work.flush()
    _keep_extras(work, ident, draft)


def delete(work: Work, ident: str) -> None:
    """Delete an activity with agenda, participations, marks and documents; Refused after certificates (CN-1)."""
    row = records.fetch(work, Activity, ident)
    documents.remove_of(work, "activity", ident)
    work.delete(row)


def set_status(work: Work, ident: str, status: ActivityStatus) -> None:
    """Move an activity to another status; NotFound."""
    records.fetch(work, Activity, ident).status = status
    work.flush()


def _fill(row: Activity, draft: ActivityDraft) -> None:
    code = row.code
    records.apply(row, draft, skip=("visit", "training", "contacts"))
    row.code = draft.code or code
    parts = [row.code, *row.title.values(), *row.theme.values(), *row.place.values()]
    row.search_text = " ".join(dict.fromkeys(fold(part) for part in parts if part))


def _keep_extras(work: Work, ident: str, draft: ActivityDraft) -> None:
    visit = work.session.scalars(select(Visit).where(Visit.activity_id == ident)).first()
    if visit is None and (draft.kind in VISIT_KINDS or draft.visit != VisitDraft()):
        visit = Visit(activity_id=ident)
        work.session.add(visit)
    if visit is not None:
        records.apply(visit, draft.visit)
    training = work.session.scalars(select(Training).where(Training.activity_id == ident)).first()
    if training is None and (draft.kind not in VISIT_KINDS or draft.training != TrainingDraft()):
        training = Training(activity_id=ident)
        work.session.add(training)
    if training is not None:
        records.apply(training, draft.training)
    work.flush()
    records.sync(work, ActivityContact, {"activity_id": ident}, draft.contacts)
