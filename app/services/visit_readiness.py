"""What coming visits still need: agenda, letters, interpreter, insurance, valid passports (PL-11)."""

import calendar
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.vocabulary import VISIT_KINDS, ActivityStatus, InterpretationMode
from app.models.activities import Activity, Participation
from app.models.people import Person
from app.services import activities, agenda_checks, agenda_facts, agenda_versions, programme_rules
from app.services.activities import ActivityRow
from app.services.agenda_checks import AgendaNote
from app.services.agenda_facts import AgendaFacts
from app.services.agenda_versions import AgendaStatus
from app.services.attendance import GUEST_ROLES
from app.services.person_names import shown
from app.services.programme_rules import Rules
from app.storage.work import View

_COMING = frozenset({ActivityStatus.PLANNED, ActivityStatus.CONFIRMED, ActivityStatus.RUNNING})


@dataclass(frozen=True, slots=True)
class Expiry:
    """A participant whose passport does not last long enough after a visit (PL-11)."""

    person_id: str
    name: str
    expires: date
    needed_until: date


@dataclass(frozen=True, slots=True)
class Readiness:
    """A coming visit with what is ready of it; ``first_day`` is None while nobody knows when it is.

    ``travellers`` are the guests who have not cancelled; letters and insurance count those of them who have one.
    ``interpreted`` are the items with interpretation, ``interpreters_found`` those of them with an interpreter;
    ``days_without_interpreter`` the days on which one is missing. ``clashes`` are the errors of AV-2.
    """

    activity: ActivityRow
    first_day: date | None
    last_day: date | None
    days_left: int | None
    rules: Rules
    sessions: int
    agenda: AgendaStatus
    travellers: int
    letters: int
    insured: int
    interpreted: int
    interpreters_found: int
    days_without_interpreter: tuple[date, ...]
    clashes: tuple[AgendaNote, ...]
    passports: tuple[Expiry, ...]

    @property
    def agenda_ready(self) -> bool:
        """Whether the agenda was issued and nothing has changed since."""
        return self.agenda.issued and not self.agenda.changes

    def due(self, what: str) -> date | None:
        """By when agenda, letters, insurance or interpreter should be ready; None while the date is unknown."""
        if self.first_day is None:
            return None
        return self.first_day - timedelta(days=self.rules.number(f"visit.{what}_days"))


def coming(view: View, today: date, programme_id: str = "") -> tuple[Readiness, ...]:
    """Visits that are planned, confirmed or under way and not over, the next first, unknown dates last."""
    query = select(Activity).where(Activity.kind.in_(VISIT_KINDS), Activity.status.in_(_COMING))
    if programme_id:
        query = query.where(Activity.programme_id == programme_id)
    rows = [row for row in view.session.scalars(query) if not _over(row.start, row.end, today)]
    if not rows:
        return ()
    idents = [row.id for row in rows]
    shown_rows = {row.id: row for row in activities.list_rows(view, programme_id, visits=True) if row.id in set(idents)}
    facts = agenda_facts.load(view, idents)
    states = agenda_versions.statuses(view, idents, {ident: facts[ident].sessions for ident in idents})
    rules = programme_rules.of_programmes(view, {row.programme_id for row in rows}, today)
    people = _travellers(view, idents)
    found = [
        _readiness(
            view,
            shown_rows[row.id],
            facts[row.id],
            states[row.id],
            people.get(row.id, ()),
            rules[row.programme_id],
            today,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda entry: (entry.first_day or date.max, entry.activity.code)))


def _over(start: PartialDate, end: PartialDate, today: date) -> bool:
    last = end.last or start.last
    return last is not None and last < today


def _travellers(view: View, idents: Collection[str]) -> dict[str, list[tuple[Participation, Person]]]:
    pairs = view.session.execute(
        select(Participation, Person)
        .join(Person, Person.id == Participation.person_id)
        .where(
            Participation.activity_id.in_(set(idents)),
            Participation.role.in_(GUEST_ROLES),
            ~Participation.cancelled,
        )
        .order_by(Person.family_key, Participation.id)
    )
    found: dict[str, dict[str, tuple[Participation, Person]]] = {}
    for row, person in pairs:
        found.setdefault(row.activity_id or "", {}).setdefault(person.id, (row, person))
    return {ident: list(people.values()) for ident, people in found.items()}


def _readiness(
    view: View,
    row: ActivityRow,
    facts: AgendaFacts,
    state: AgendaStatus,
    people: Sequence[tuple[Participation, Person]],
    rules: Rules,
    today: date,
) -> Readiness:
    first = row.start.first
    last = row.end.last or row.start.last
    interpreted = [item for item in facts.standing if item.interpretation is not InterpretationMode.NONE]
    missing = [item for item in interpreted if not item.interpreters]
    notes = agenda_checks.check(facts, rules, view.language)
    return Readiness(
        activity=row,
        first_day=first,
        last_day=last,
        days_left=(first - today).days if first else None,
        rules=rules,
        sessions=len(facts.standing),
        agenda=state,
        travellers=len(people),
        letters=sum(part.letter_sent is not None for part, _ in people),
        insured=sum(bool(part.insurance.strip()) for part, _ in people),
        interpreted=len(interpreted),
        interpreters_found=len(interpreted) - len(missing),
        days_without_interpreter=tuple(sorted({item.day for item in missing})),
        clashes=tuple(note for note in notes if note.code in _CLASHES),
        passports=_passports(view, people, last, rules),
    )


_CLASHES = frozenset(
    {"speaker_booked_twice", "interpreter_booked_twice", "venue_booked_twice", "person_booked_elsewhere"}
)


def _passports(
    view: View, people: Sequence[tuple[Participation, Person]], last: date | None, rules: Rules
) -> tuple[Expiry, ...]:
    found = []
    for part, person in people:
        home = part.departure or last
        if home is None or person.passport_expiry is None:
            continue
        needed = months_later(home, rules.number("visit.passport_months"))
        if person.passport_expiry < needed:
            found.append(Expiry(person.id, shown(person, view.language), person.passport_expiry, needed))
    return tuple(found)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
