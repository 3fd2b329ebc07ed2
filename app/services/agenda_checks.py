"""The checks of an agenda (AV-1 to AV-8, AV-10, AV-11), run on plain facts.

Errors are what cannot happen (nobody is in two places); warnings what one may want so; infos what is still missing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from app.core.dates import is_weekend
from app.core.i18n import pick
from app.core.vocabulary import TRAINING_KINDS, InterpretationMode, SessionKind
from app.services.agenda_facts import AgendaFacts, SessionFact, instant
from app.services.programme_rules import DEFAULTS, Rules
from app.services.public_holidays import holiday_name

_BREAKS = frozenset(
    {SessionKind.COFFEE_BREAK, SessionKind.MEAL, SessionKind.TRANSFER, SessionKind.FREE_TIME, SessionKind.TRAVEL}
)
#: Items that ask nothing of anybody on a holiday.
_LIGHT = _BREAKS | {SessionKind.CULTURAL}
#: Items that need no venue and no speaker to be understood.
_PLAIN = _BREAKS | {SessionKind.REGISTRATION}
_LUNCH_FROM, _LUNCH_TO = time(11, 30), time(14, 30)


@dataclass(frozen=True, slots=True)
class AgendaNote:
    """One thing about an agenda (error, warning, info), where it stands; ``other_id``: the other item of a clash."""

    severity: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    session_id: str = ""
    day: date | None = None
    other_id: str = ""


def check(facts: AgendaFacts, rules: Rules | None = None, language: str = "en") -> tuple[AgendaNote, ...]:
    """All notes of an agenda: errors first, then by time. ``language`` is that of titles in the parameters."""
    rules = rules or Rules(DEFAULTS)
    look = _Look(facts, rules, language)
    notes = [
        *look.clashes(),
        *look.times(),
        *look.days(),
        *look.stays(),
        *look.gaps(),
        *look.missing(),
    ]
    order = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(notes, key=lambda note: (order[note.severity], note.day or date.max)))


class _Look:
    """One agenda being looked over."""

    def __init__(self, facts: AgendaFacts, rules: Rules, language: str) -> None:
        self.facts, self.rules, self.language = facts, rules, language
        self.items = facts.standing
        self.by_day: dict[date, list[SessionFact]] = {}
        for item in self.items:
            self.by_day.setdefault(item.day, []).append(item)

    def title(self, item: SessionFact) -> str:
        return pick(item.title, self.language)

    def note(self, severity: str, code: str, item: SessionFact, **params: object) -> AgendaNote:
        return AgendaNote(severity, code, {"title": self.title(item), **params}, item.id, item.day)

    def clashes(self) -> Iterator[AgendaNote]:
        """AV-2 within this agenda and with others; AV-1 for items that overlap without sharing anybody."""
        for one, other in _overlaps(self.items):
            shared = list(self._shared(one, other))
            yield from shared
            if not shared:
                params = {"title": self.title(one), "other": self.title(other), "until": _clock(one.ends_at)}
                yield AgendaNote("error", "sessions_overlap", params, other.id, other.day, one.id)
        for item in self.items:
            yield from self._booked_elsewhere(item)

    def _shared(self, one: SessionFact, other: SessionFact) -> Iterator[AgendaNote]:
        people = set(one.speakers) | set(one.interpreters)
        for ident in dict.fromkeys((*other.speakers, *other.interpreters)):
            if ident in people:
                interprets = ident in other.interpreters
                code = "interpreter_booked_twice" if interprets else "speaker_booked_twice"
                params = {
                    "name": self.facts.names.get(ident, ""),
                    "other": self.title(one),
                    "title": self.title(other),
                    "until": _clock(one.ends_at),
                }
                yield AgendaNote("error", code, params, other.id, other.day, one.id)
        if one.room and one.room == other.room and not (one.online_link or other.online_link):
            params = {
                "venue": pick(other.venue, self.language) or other.address,
                "other": self.title(one),
                "title": self.title(other),
                "until": _clock(one.ends_at),
            }
            yield AgendaNote("error", "venue_booked_twice", params, other.id, other.day, one.id)

    def _booked_elsewhere(self, item: SessionFact) -> Iterator[AgendaNote]:
        people = {*item.speakers, *item.interpreters}
        if not people or not self.facts.bookings:
            return
        start, end = instant(item.starts_at, self.facts.time_zone), instant(item.ends_at, self.facts.time_zone)
        for booking in self.facts.bookings:
            if booking.person_id in people and booking.start < end and start < booking.end:
                yield AgendaNote(
                    "error",
                    "person_booked_elsewhere",
                    {
                        "name": self.facts.names.get(booking.person_id, ""),
                        "title": self.title(item),
                        "other": pick(booking.title, self.language),
                        "activity": booking.activity_code,
                    },
                    item.id,
                    item.day,
                    booking.session_id,
                )

    def times(self) -> Iterator[AgendaNote]:
        """AV-1: end not after start, an item past midnight, an item outside the dates of the activity."""
        first, last = self.facts.first_day, self.facts.last_day
        for item in self.items:
            if item.ends_at <= item.starts_at:
                yield self.note("error", "session_ends_before_start", item)
            past = item.ends_at - timedelta(minutes=1)
            if past.date() > item.day and item.kind not in (SessionKind.TRAVEL, SessionKind.TRANSFER):
                yield self.note("error", "session_past_midnight", item)
            if (first and item.day < first) or (last and item.day > last):
                yield self.note("error", "session_outside_activity", item)

    def days(self) -> Iterator[AgendaNote]:
        """AV-4, AV-5, AV-7, AV-10: what a day asks of people."""
        for day, items in self.by_day.items():
            yield from self._training(day, items)
            yield from self._meal(day, items)
            yield from self._holiday(day, items)

    def _training(self, day: date, items: Sequence[SessionFact]) -> Iterator[AgendaNote]:
        limit, run, told = self.rules.number("agenda.training_run_minutes"), 0, False
        previous: datetime | None = None
        for item in items:
            rested = previous is not None and item.starts_at - previous >= timedelta(minutes=10)
            if rested or (item.kind in _BREAKS and item.minutes >= 10):
                run, told = 0, False
            if item.kind in TRAINING_KINDS:
                run += item.minutes
            if run > limit and not told:
                told = True
                yield self.note("warning", "training_without_break", item, minutes=run, limit=limit)
            previous = max(item.ends_at, previous or item.ends_at)
        net = sum(item.minutes for item in items if item.kind in TRAINING_KINDS)
        longest = self.rules.number("agenda.day_training_minutes")
        if net > longest:
            params = {"hours": _hours(net), "limit": _hours(longest)}
            yield AgendaNote("warning", "training_day_long", params, "", day)

    def _meal(self, day: date, items: Sequence[SessionFact]) -> Iterator[AgendaNote]:
        programme = sum(item.minutes for item in items if item.kind not in (SessionKind.TRAVEL, SessionKind.FREE_TIME))
        if programme < self.rules.number("agenda.meal_programme_minutes"):
            return
        noon, afternoon = datetime.combine(day, _LUNCH_FROM), datetime.combine(day, _LUNCH_TO)
        meals = (item for item in items if item.kind is SessionKind.MEAL)
        if not any(meal.starts_at < afternoon and meal.ends_at > noon for meal in meals):
            yield AgendaNote("warning", "day_without_meal", {"hours": _hours(programme)}, "", day)

    def _holiday(self, day: date, items: Sequence[SessionFact]) -> Iterator[AgendaNote]:
        if day in self.facts.travel_days or all(item.kind in _LIGHT for item in items):
            return
        closed = holiday_name(self.facts.country, day, self.language)
        if closed:
            yield AgendaNote("warning", "holiday_at_host", {"holiday": closed, "country": self.facts.country}, "", day)
        elif is_weekend(day):
            yield AgendaNote("warning", "weekend_at_host", {}, "", day)
        kept = holiday_name(self.facts.guest_country, day, self.language)
        if kept and self.facts.guest_country != self.facts.country:
            params = {"holiday": kept, "country": self.facts.guest_country}
            yield AgendaNote("info", "holiday_of_guests", params, "", day)

    def stays(self) -> Iterator[AgendaNote]:
        """AV-8: who comes later or leaves earlier than items that he is expected at; one note a person."""
        expected = [item for item in self.items if item.kind is not SessionKind.TRAVEL]
        for stay in self.facts.stays:
            before = [item for item in expected if stay.arrival and item.day < stay.arrival]
            after = [item for item in expected if stay.departure and item.day > stay.departure]
            for code, missed in (("person_arrives_later", before), ("person_leaves_earlier", after)):
                if missed:
                    params = {"name": stay.name, "count": len(missed)}
                    yield self.note("warning", code, missed[0], **params)

    def gaps(self) -> Iterator[AgendaNote]:
        """AV-3: an unexplained gap; AV-6: another place without the time to get there."""
        limit = timedelta(minutes=self.rules.number("agenda.gap_minutes"))
        for items in self.by_day.values():
            end: datetime | None = None
            for one, other in pairwise(items):
                end = max(end or one.ends_at, one.ends_at)
                gap = other.starts_at - end
                resting = one.kind in _BREAKS or other.kind in _BREAKS
                if gap > limit and not resting:
                    minutes = int(gap.total_seconds()) // 60
                    yield self.note("warning", "agenda_gap", other, minutes=minutes, other=self.title(one))
                moved = one.room and other.room and one.room != other.room
                moving = {SessionKind.TRANSFER, SessionKind.TRAVEL} & {one.kind, other.kind}
                if moved and not moving and timedelta() <= gap < timedelta(minutes=10):
                    place = pick(other.venue, self.language) or other.address
                    yield self.note("warning", "venue_without_transfer", other, other=self.title(one), venue=place)

    def missing(self) -> Iterator[AgendaNote]:
        """AV-11: items without venue, speaker, interpreter or the text in a language of the agenda."""
        for item in self.items:
            if not self.title(item):
                yield self.note("warning", "session_title_missing", item)
            if item.kind not in _PLAIN and not item.room and not item.online_link:
                yield self.note("info", "session_venue_missing", item)
            if item.kind in TRAINING_KINDS and not item.speakers and not item.host_id:
                yield self.note("info", "session_speaker_missing", item)
            if item.interpretation is not InterpretationMode.NONE and not item.interpreters:
                yield self.note("info", "session_interpreter_missing", item)
            for language in missing_languages(item, self.facts.languages):
                yield self.note("info", "session_language_missing", item, language=language)


def missing_languages(item: SessionFact, languages: Iterable[str]) -> tuple[str, ...]:
    """Languages of the agenda in which the title, or a description that is there in another one, is not written."""
    wanted = tuple(languages)
    described = any(text.strip() for text in item.description.values())
    return tuple(
        language
        for language in wanted
        if not item.title.get(language, "").strip() or (described and not item.description.get(language, "").strip())
    )


def _overlaps(items: Sequence[SessionFact]) -> Iterator[tuple[SessionFact, SessionFact]]:
    """Pairs that overlap, the earlier one first; ``items`` are in the order of their starts."""
    open_items: list[SessionFact] = []
    for item in items:
        open_items = [earlier for earlier in open_items if earlier.ends_at > item.starts_at]
        for earlier in open_items:
            yield earlier, item
        open_items.append(item)


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def _hours(minutes: int) -> str:
    whole, rest = divmod(minutes, 60)
    return f"{whole}:{rest:02d}"
