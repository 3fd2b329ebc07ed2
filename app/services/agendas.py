"""The agenda of an activity: days and sessions, as drafts for editors and as rows for the grid and the table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select

from app.core.dates import each_day
from app.core.errors import Problem, Refused
from app.core.i18n import pick
from app.core.ids import new_ids
from app.core.text import fold
from app.core.vocabulary import AgendaChange, InterpretationMode, SessionKind
from app.models.activities import Activity
from app.models.agendas import AgendaDay, Session, SessionPerson
from app.models.organisations import Organisation
from app.services import agenda_checks, agenda_facts, agenda_versions, draft_checks, programme_rules, records
from app.services.agenda_checks import AgendaNote
from app.services.agenda_facts import INTERPRETER, SPEAKER, AgendaFacts, SessionFact
from app.services.agenda_versions import AgendaStatus, SessionChange
from app.services.organisations import name_of
from app.services.person_names import people_by_id, shown
from app.storage.work import View, Work

#: What a day can be besides a working day (AG-3): such days have no number.
TRAVEL_WORDS = ("", "arrival", "departure", "free")


@dataclass(frozen=True, slots=True)
class SessionRow:
    """An item as grid and table show it; texts in the reader's language and in the agenda's second one."""

    id: str
    kind: SessionKind
    starts_at: datetime
    ends_at: datetime
    minutes: int
    title: str
    title_second: str
    description: str
    venue: str
    address: str
    host: str
    speakers: str
    interpreters: str
    interpretation: InterpretationMode
    online_link: str
    cancelled: bool
    missing_languages: tuple[str, ...]
    change: AgendaChange | None
    old_start: datetime | None
    old_end: datetime | None
    errors: int
    warnings: int
    search_text: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """The head of a day: ``number`` counts working days from 1; None for travel and free days (AG-3)."""

    day: date
    number: int | None
    travel: str
    city: str
    theme: str
    chair: str
    sessions: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Board:
    """All that the page Agenda shows of one activity."""

    activity_id: str
    second_language: str
    days: tuple[DayRow, ...]
    sessions: tuple[SessionRow, ...]
    gone: tuple[SessionChange, ...]
    notes: tuple[AgendaNote, ...]
    status: AgendaStatus

    def count(self, severity: str) -> int:
        """How many notes of one severity there are."""
        return sum(note.severity == severity for note in self.notes)


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """What an editor holds of an item; times are wall-clock times of the activity's place."""

    activity_id: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    kind: SessionKind = SessionKind.LECTURE
    title: Mapping[str, str] = field(default_factory=dict)
    description: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    venue: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    host_id: str | None = None
    interpretation: InterpretationMode = InterpretationMode.NONE
    online_link: str = ""
    cancelled: bool = False
    speakers: tuple[str, ...] = ()
    interpreters: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class DayDraft:
    """What an editor holds of the head of a day."""

    activity_id: str = ""
    day: date | None = None
    city: Mapping[str, str] = field(default_factory=dict)
    theme: Mapping[str, str] = field(default_factory=dict)
    chair_id: str | None = None
    travel: str = ""
    version: int = 0


def board(view: View, activity_id: str) -> Board:
    """Days, items, notes and version state of one agenda, in a constant number of queries; NotFound."""
    activity = records.fetch(view, Activity, activity_id)
    facts = agenda_facts.load(view, [activity_id])[activity_id]
    rules = programme_rules.of_programme(view, activity.programme_id, facts.first_day or date.today())
    notes = agenda_checks.check(facts, rules, view.language)
    state = agenda_versions.whole_status(view, activity_id, facts.sessions)
    present = {fact.id for fact in facts.sessions}
    return Board(
        activity_id=activity_id,
        second_language=facts.second_language,
        days=_days(view, facts, notes),
        sessions=_session_rows(view, facts, notes, state),
        gone=tuple(change for change in state.changes if change.session_id not in present),
        notes=notes,
        status=state,
    )


def list_rows(view: View, activity_id: str) -> tuple[SessionRow, ...]:
    """The items of one agenda in the order of their times."""
    return board(view, activity_id).sessions


def _session_rows(
    view: View, facts: AgendaFacts, notes: Iterable[AgendaNote], state: AgendaStatus
) -> tuple[SessionRow, ...]:
    hosts = {
        row.id: name_of(row, view.language)
        for row in view.session.scalars(
            select(Organisation).where(Organisation.id.in_({fact.host_id for fact in facts.sessions if fact.host_id}))
        )
    }
    marks = {change.session_id: change for change in state.changes}
    found: dict[str, dict[str, int]] = {}
    for note in notes:
        for ident in filter(None, (note.session_id, note.other_id)):
            counts = found.setdefault(ident, {})
            counts[note.severity] = counts.get(note.severity, 0) + 1
    return tuple(
        _session_row(view, facts, fact, hosts, marks.get(fact.id), found.get(fact.id, {})) for fact in facts.sessions
    )


def _session_row(
    view: View,
    facts: AgendaFacts,
    fact: SessionFact,
    hosts: Mapping[str, str],
    mark: SessionChange | None,
    counts: Mapping[str, int],
) -> SessionRow:
    speakers = ", ".join(facts.names.get(ident, "") for ident in fact.speakers)
    interpreters = ", ".join(facts.names.get(ident, "") for ident in fact.interpreters)
    host, venue = hosts.get(fact.host_id or "", ""), pick(fact.venue, view.language)
    searched = [*fact.title.values(), *fact.venue.values(), fact.address, host, speakers, interpreters]
    return SessionRow(
        id=fact.id,
        kind=fact.kind,
        starts_at=fact.starts_at,
        ends_at=fact.ends_at,
        minutes=fact.minutes,
        title=pick(fact.title, view.language),
        title_second=fact.title.get(facts.second_language, "") if facts.second_language else "",
        description=pick(fact.description, view.language),
        venue=venue,
        address=fact.address,
        host=host,
        speakers=speakers,
        interpreters=interpreters,
        interpretation=fact.interpretation,
        online_link=fact.online_link,
        cancelled=fact.cancelled,
        missing_languages=() if fact.cancelled else agenda_checks.missing_languages(fact, facts.languages),
        change=mark.change if mark else None,
        old_start=mark.old_start if mark else None,
        old_end=mark.old_end if mark else None,
        errors=counts.get("error", 0),
        warnings=counts.get("warning", 0),
        search_text=" ".join(fold(text) for text in searched if text),
    )


def _days(view: View, facts: AgendaFacts, notes: Iterable[AgendaNote]) -> tuple[DayRow, ...]:
    heads = {
        row.day: row
        for row in view.session.scalars(select(AgendaDay).where(AgendaDay.activity_id == facts.activity_id))
    }
    chairs = people_by_id(view, {row.chair_id for row in heads.values() if row.chair_id})
    counts: dict[date, list[AgendaNote]] = {}
    for note in notes:
        if note.day:
            counts.setdefault(note.day, []).append(note)
    sessions: dict[date, int] = {}
    for fact in facts.standing:
        sessions[fact.day] = sessions.get(fact.day, 0) + 1
    rows = []
    number = 0
    for day in all_days(facts, heads):
        head = heads.get(day)
        travel = head.travel if head else ""
        # A day that holds nothing and is not spoken of is no programme day (AG-3).
        working = not travel and bool(sessions.get(day) or head)
        number += working
        rows.append(
            DayRow(
                day=day,
                number=number if working else None,
                travel=travel,
                city=pick(head.city, view.language) if head else "",
                theme=pick(head.theme, view.language) if head else "",
                chair=shown(chairs.get(head.chair_id or ""), view.language) if head else "",
                sessions=sessions.get(day, 0),
                errors=sum(note.severity == "error" for note in counts.get(day, ())),
                warnings=sum(note.severity == "warning" for note in counts.get(day, ())),
            )
        )
    return tuple(rows)


#: An activity known only to the year has no days to show; longer ones show the days that hold something.
LONGEST_SHOWN_DAYS = 92


def all_days(facts: AgendaFacts, heads: Iterable[date] = ()) -> list[date]:
    """The days of an agenda: those of the activity when its dates are known, and any that hold something."""
    days = {*heads, *(fact.day for fact in facts.sessions)}
    first, last = facts.first_day, facts.last_day
    if first and last and (last - first).days < LONGEST_SHOWN_DAYS:
        days.update(each_day(first, last))
    return sorted(days)


def load(view: View, ident: str) -> SessionDraft:
    """The draft of one item; NotFound."""
    row = records.fetch(view, Session, ident)
    people: dict[str, list[str]] = {SPEAKER: [], INTERPRETER: []}
    for person in view.session.scalars(
        select(SessionPerson).where(SessionPerson.session_id == ident).order_by(SessionPerson.place, SessionPerson.id)
    ):
        people.setdefault(person.duty, []).append(person.person_id)
    return records.to_draft(row, SessionDraft, speakers=tuple(people[SPEAKER]), interpreters=tuple(people[INTERPRETER]))


def check(draft: SessionDraft) -> tuple[Problem, ...]:
    """What keeps an item from being kept: no times, or an end not after the start. The rest is told as notes."""
    problems = []
    if not draft.activity_id:
        problems.append(Problem("activity_id", "activity_missing"))
    if draft.starts_at is None:
        problems.append(Problem("starts_at", "session_time_missing"))
    if draft.ends_at is None:
        problems.append(Problem("ends_at", "session_time_missing"))
    elif draft.starts_at is not None and draft.ends_at <= draft.starts_at:
        problems.append(Problem("ends_at", "session_ends_before_start", {"title": pick(draft.title, "en")}))
    if not draft_checks.has_text(draft.title):
        problems.append(Problem("title", "session_title_missing", {"title": ""}, "warning"))
    return tuple(problems)


def create(work: Work, draft: SessionDraft) -> str:
    """Put an item on an agenda; raises Invalid, NotFound."""
    records.refuse(check(draft))
    records.fetch(work, Activity, draft.activity_id)
    row = Session()
    records.apply(row, _tidy(draft), skip=("speakers", "interpreters"))
    ident = work.add(row)
    _keep_people(work, ident, draft)
    return ident


def create_many(work: Work, drafts: Sequence[SessionDraft]) -> list[str]:
    """Put many items on agendas at once, as ``create`` would one by one; gives their ids. Invalid, NotFound."""
    for activity_id in {draft.activity_id for draft in drafts if draft.activity_id}:
        records.fetch(work, Activity, activity_id)
    rows: list[dict[str, object]] = []
    duties: list[dict[str, object]] = []
    for ident, draft in zip(new_ids(len(drafts)), map(_tidy, drafts), strict=True):
        records.refuse(check(draft))
        names = (one.name for one in fields(SessionDraft) if one.name not in ("speakers", "interpreters", "version"))
        rows.append({"id": ident} | {name: getattr(draft, name) for name in names})
        people = [(person, SPEAKER) for person in dict.fromkeys(draft.speakers)]
        people += [(person, INTERPRETER) for person in dict.fromkeys(draft.interpreters)]
        duties += [
            {"session_id": ident, "person_id": person, "duty": duty, "place": place}
            for place, (person, duty) in enumerate(people)
        ]
    work.insert_many(Session, rows)
    work.insert_many(SessionPerson, duties)
    return [str(row["id"]) for row in rows]


def save(work: Work, ident: str, draft: SessionDraft) -> None:
    """Keep a changed item; raises Invalid, Conflict, NotFound."""
    records.refuse(check(draft))
    row = records.fetch(work, Session, ident)
    records.expect_version(row, draft)
    records.apply(row, _tidy(draft), skip=("speakers", "interpreters"))
    work.flush()
    _keep_people(work, ident, draft)


def delete(work: Work, ident: str) -> None:
    """Take an item off the agenda, with its marks; an issued version still tells that it was cancelled."""
    work.delete(records.fetch(work, Session, ident))


def set_cancelled(work: Work, ident: str, cancelled: bool) -> None:
    """Cancel an item, which stays visible as struck through (AR-3), or let it stand again."""
    records.fetch(work, Session, ident).cancelled = cancelled
    work.flush()


def load_day(view: View, activity_id: str, day: date) -> DayDraft:
    """The head of a day; an empty one when nothing was said of it yet."""
    row = _day(view, activity_id, day)
    return records.to_draft(row, DayDraft) if row else DayDraft(activity_id=activity_id, day=day)


def save_day(work: Work, draft: DayDraft) -> str:
    """Keep the head of a day; gives its key. Refused(``day_missing``, ``travel_word_unknown``), Conflict."""
    if draft.day is None:
        raise Refused("day_missing")
    if draft.travel not in TRAVEL_WORDS:
        raise Refused("travel_word_unknown", value=draft.travel)
    row = _day(work, draft.activity_id, draft.day)
    if row is None:
        records.fetch(work, Activity, draft.activity_id)
        row = AgendaDay()
        records.apply(row, draft)
        return work.add(row)
    records.expect_version(row, draft)
    records.apply(row, draft)
    work.flush()
    return row.id


def _day(view: View, activity_id: str, day: date) -> AgendaDay | None:
    return view.session.scalars(
        select(AgendaDay).where(AgendaDay.activity_id == activity_id, AgendaDay.day == day)
    ).first()


def _tidy(draft: SessionDraft) -> SessionDraft:
    """Times to the minute: that is what is kept, and what a later comparison reads."""
    start, end = draft.starts_at, draft.ends_at
    return replace(
        draft,
        starts_at=start.replace(second=0, microsecond=0, tzinfo=None) if start else None,
        ends_at=end.replace(second=0, microsecond=0, tzinfo=None) if end else None,
    )


@dataclass(frozen=True, slots=True)
class _Duty:
    person_id: str
    duty: str
    id: str = ""


def _keep_people(work: Work, session_id: str, draft: SessionDraft) -> None:
    wanted = [(ident, SPEAKER) for ident in dict.fromkeys(draft.speakers)]
    wanted += [(ident, INTERPRETER) for ident in dict.fromkeys(draft.interpreters)]
    present = {
        (row.person_id, row.duty): row.id
        for row in work.session.scalars(select(SessionPerson).where(SessionPerson.session_id == session_id))
    }
    duties = [_Duty(person, duty, present.get((person, duty), "")) for person, duty in wanted]
    records.sync(work, SessionPerson, {"session_id": session_id}, duties)


def next_free_time(view: View, activity_id: str, day: date, minutes: int = 60) -> tuple[datetime, datetime]:
    """Where a new item of that length begins on a day: after the last one, else at nine."""
    items = [fact for fact in agenda_facts.sessions_of(view, [activity_id])[activity_id] if fact.day == day]
    start = max((fact.ends_at for fact in items), default=datetime(day.year, day.month, day.day, 9))
    return start, start + timedelta(minutes=minutes)
