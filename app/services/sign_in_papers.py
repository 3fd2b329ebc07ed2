"""Sign-in sheets from the records: by day, half-day, venue, delegation, or one for the whole visit (PL-4 to PL-7)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from app.core.errors import Refused
from app.core.i18n import N_
from app.core.vocabulary import SOFT_KINDS, SessionKind
from app.documents.formats import formats
from app.documents.sign_in_data import MOST_DAYS, SheetDay, Signer, SignInPaper
from app.documents.texts import Text, text_in
from app.models.activities import Participation
from app.models.agendas import AgendaDay, Session
from app.services import agenda_versions, paper_parts, people_papers, programme_rules
from app.services.paper_kinds import Paper
from app.services.people_papers import Taking
from app.services.programme_rules import Rules
from app.storage.work import View

#: An activity without an agenda gets a sheet for each of its days, but not for months.
_MOST_PLAIN_DAYS = 31
#: A session that runs on so long after the middle of the day is signed for in the afternoon, too.
_RUNS_ON = timedelta(minutes=45)
#: A pause around midday that parts the day.
_BREAK = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class _Day:
    """One day with what is held on it; number 0 for a day of arrival or departure."""

    day: date
    number: int
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all sheets of an event draw from."""

    days: tuple[_Day, ...]
    everybody: tuple[Taking, ...]
    first: str
    second: str
    contact: str
    groups: people_papers.Groups

    def signers(self, takings: Sequence[Taking], days: Sequence[date] = ()) -> tuple[Signer, ...]:
        """People as they stand on a sheet; ``days`` are those of a sheet of several days."""
        return tuple(self._signer(taking, days) for taking in takings)

    def _signer(self, taking: Taking, days: Sequence[date]) -> Signer:
        contact = {"email": taking.person.email, "phone": taking.person.phone}.get(self.contact, "")
        return Signer(
            paper_parts.person_name(taking.person),
            taking.position,
            paper_parts.organisation_text(taking.organisation, self.first, self.second),
            contact,
            frozenset(day for day in days if not _is_there(taking.participation, day)),
        )

    def sheet(self, day: _Day, sessions: Sequence[Session], **more: object) -> SheetDay:
        """A sheet of one day with everybody who is there on it."""
        there = [taking for taking in self.everybody if _is_there(taking.participation, day.day)]
        said = {
            "day": day.day,
            "number": day.number,
            "times": self.times(sessions),
            "venue": self.venue(sessions),
            "participants": self.signers([taking for taking in there if not taking.staff]),
            "staff": self.signers([taking for taking in there if taking.staff]),
        }
        return SheetDay(**{**said, **more})  # type: ignore[arg-type]

    def times(self, sessions: Sequence[Session], until: datetime | None = None, since: datetime | None = None) -> str:
        """From the first beginning to the last end, within the bounds if given."""
        if not sessions:
            return ""
        start, end = min(row.starts_at for row in sessions), max(row.ends_at for row in sessions)
        start, end = max(start, since or start), min(end, until or end)
        return formats(self.first, bool(self.second)).time_range(start.time(), end.time())

    def venue(self, sessions: Sequence[Session]) -> Text:
        """The venue that all of them share."""
        venues = {_venue_key(row) for row in sessions if row.venue}
        return text_in(dict(venues.pop()), self.first, self.second) if len(venues) == 1 else Text()


def sign_in(
    view: View, activity_id: str, first: str, second: str = "", wanted: Collection[date] = (), split: str = "day"
) -> SignInPaper:
    """Sign-in sheets of an activity, all or of some days; ``split`` is day, half-day, venue, delegation or visit.

    Refused(``paper_nobody``) for nobody, Refused(``paper_no_days``) while no day is known.
    """
    head = paper_parts.event(view, activity_id, first, second)
    everybody = people_papers.takings(view, activity_id, first, second)
    if not everybody:
        raise Refused("paper_nobody", code=head.activity.code)
    days = _days(view, head)
    if wanted:
        days = [one for one in days if one.day in wanted]
    if not days:
        raise Refused("paper_no_days")
    contact = rules_of(view, head).text("sheet.contact")
    groups = people_papers.Groups(head, first, second)
    ground = _Ground(tuple(days), tuple(everybody), first, second, contact, groups)
    versions = agenda_versions.list_rows(view, activity_id)
    return SignInPaper(
        code=head.activity.code,
        event_title=head.title,
        days=tuple(_SPLITS.get(split, _by_day)(ground)),
        event_line=people_papers.event_line(head, first, second),
        project=head.programme_title,
        project_number=head.programme.code,
        organiser=head.organiser.first,
        controller=head.organiser,
        agenda_version=versions[-1].number if versions else "",
        logos=head.logos,
        funder=head.funder,
        contact=contact if contact in {"email", "phone"} else "",
        accent=head.accent,
        words=head.words(Paper.SIGN_IN),
    )


def rules_of(view: View, head: paper_parts.Event) -> Rules:
    """The programme's rules on the day on which the event begins."""
    return programme_rules.of_programme(view, head.programme.id, head.activity.start.first or date.today())


def _days(view: View, head: paper_parts.Event) -> list[_Day]:
    """Days with something to sign for, numbered as on the agenda; without an agenda, the days of the activity."""
    rows = view.session.scalars(
        select(Session)
        .where(Session.activity_id == head.activity.id, Session.cancelled.is_(False))
        .order_by(Session.starts_at, Session.ends_at, Session.id)
    ).all()
    by_day: dict[date, list[Session]] = {}
    for row in rows:
        by_day.setdefault(row.starts_at.date(), []).append(row)
    if not by_day:
        return [_Day(one, number) for number, one in enumerate(_plain_days(head), 1)]
    heads = view.session.execute(
        select(AgendaDay.day, AgendaDay.travel).where(AgendaDay.activity_id == head.activity.id)
    ).all()
    travel = {one for one, word in heads if word}
    working = sorted((set(by_day) | {one for one, word in heads if not word}) - travel)
    numbers = {one: number for number, one in enumerate(working, 1)}
    found = [_Day(one, numbers.get(one, 0), _counted(found)) for one, found in sorted(by_day.items())]
    signed = [day for day in found if any(row.kind not in SOFT_KINDS for row in day.sessions)]
    return signed or found


def _counted(sessions: Sequence[Session]) -> tuple[Session, ...]:
    """What is signed for: no meals, transfers and free time, where there is something else."""
    kept = tuple(row for row in sessions if row.kind not in SOFT_KINDS or row.kind is SessionKind.REGISTRATION)
    return kept or tuple(sessions)


def _plain_days(head: paper_parts.Event) -> list[date]:
    start, end = head.activity.start.exact, head.activity.end.exact or head.activity.start.exact
    if start is None or end is None or end < start:
        return []
    count = min((end - start).days + 1, _MOST_PLAIN_DAYS)
    return [start + timedelta(days=number) for number in range(count)]


def _is_there(participation: Participation, day: date) -> bool:
    return not (
        (participation.arrival and day < participation.arrival)
        or (participation.departure and day > participation.departure)
    )


def _venue_key(row: Session) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(row.venue.items()))


def _by_day(ground: _Ground) -> list[SheetDay]:
    return [ground.sheet(day, day.sessions) for day in ground.days]


def _by_half(ground: _Ground) -> list[SheetDay]:
    """Morning and afternoon, parted by the midday meal of the agenda, else at noon (PL-4)."""
    sheets = []
    for day in ground.days:
        noon = _noon(ground, day)
        early = [row for row in day.sessions if row.starts_at < noon]
        late = [row for row in day.sessions if row.starts_at >= noon or row.ends_at >= noon + _RUNS_ON]
        for word, sessions, since, until in (
            (N_("Morning"), early, None, noon if late else None),
            (N_("Afternoon"), late, noon, None),
        ):
            if sessions or not day.sessions:
                part = paper_parts.label_text(word, ground.first, ground.second)
                sheets.append(ground.sheet(day, sessions, part=part, times=ground.times(sessions, until, since)))
    return sheets


def _noon(ground: _Ground, day: _Day) -> datetime:
    """When the morning ends: at the first break of the programme around midday, else at 12:00."""
    middle = datetime.combine(day.day, datetime.min.time()).replace(hour=12)
    ends = sorted(
        row.ends_at for row in day.sessions if timedelta(hours=-1) <= row.ends_at - middle <= timedelta(hours=2)
    )
    for end in ends:
        later = [row for row in day.sessions if row.ends_at > end]
        if later and min(row.starts_at for row in later) >= end + _BREAK:
            return end
    return middle


def _by_venue(ground: _Ground) -> list[SheetDay]:
    sheets = []
    for day in ground.days:
        groups: dict[tuple[tuple[str, str], ...], list[Session]] = {}
        for row in day.sessions:
            groups.setdefault(_venue_key(row), []).append(row)
        sheets += [ground.sheet(day, sessions) for sessions in groups.values()] or [ground.sheet(day, ())]
    return sheets


def _by_delegation(ground: _Ground) -> list[SheetDay]:
    """A list for each town (EU town twinning); staff sign with their town, all others on a last sheet (PL-6)."""
    guests = [taking for taking in ground.everybody if not taking.staff]
    guests.sort(key=lambda taking: ground.groups.order(ground.groups.place(taking)))
    towns = [people_papers.delegation(taking, ground.first, ground.second) for taking in guests]
    names = {town.first: town for town in towns}
    sheets = []
    for day in ground.days:
        there = [taking for taking in ground.everybody if _is_there(taking.participation, day.day)]
        own = {taking.person.id: people_papers.delegation(taking, ground.first).first for taking in there}
        for name, town in names.items():
            with_town = [taking for taking in there if own[taking.person.id] == name]
            people = ground.signers([taking for taking in with_town if not taking.staff])
            staff = ground.signers([taking for taking in with_town if taking.staff])
            sheets.append(ground.sheet(day, day.sessions, delegation=town, participants=people, staff=staff))
        rest = ground.signers([taking for taking in there if taking.staff and own[taking.person.id] not in names])
        if rest:
            title = paper_parts.label_text(N_("Speakers, interpreters and staff"), ground.first, ground.second)
            sheets.append(
                ground.sheet(day, day.sessions, delegation=title, participants=(), staff=rest, walk_ins=False)
            )
    return sheets


def _whole_visit(ground: _Ground) -> list[SheetDay]:
    """One sheet with a column for each day, five at most; further days on further sheets (PL-5)."""
    sheets = []
    for start in range(0, len(ground.days), MOST_DAYS):
        part = ground.days[start : start + MOST_DAYS]
        days = [one.day for one in part]
        there = [t for t in ground.everybody if any(_is_there(t.participation, one) for one in days)]
        sheets.append(
            ground.sheet(
                part[0],
                [row for one in part for row in one.sessions],
                times="",
                participants=ground.signers([taking for taking in there if not taking.staff], days),
                staff=ground.signers([taking for taking in there if taking.staff], days),
                span=tuple((one.number, one.day) for one in part),
            )
        )
    return sheets


_SPLITS: Mapping[str, Callable[[_Ground], list[SheetDay]]] = {
    "day": _by_day,
    "half-day": _by_half,
    "venue": _by_venue,
    "delegation": _by_delegation,
    "visit": _whole_visit,
}
