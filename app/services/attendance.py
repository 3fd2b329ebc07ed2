"""Who was there: marks per session, half-day and day; hours and shares computed from them (CE-3, CE-8).

A mark belongs to a session; half-days and days are sums of sessions. An activity without counted sessions is marked by
whole days instead. Only items that count as training are marked (AG-5).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from app.core.dates import each_day
from app.core.errors import Refused
from app.core.i18n import pick
from app.core.ids import new_id
from app.core.vocabulary import (
    TRAINING_KINDS,
    VISIT_KINDS,
    CertificateKind,
    CertificateStatus,
    ParticipationRole,
    Presence,
)
from app.models.activities import Activity
from app.models.attendance import Attendance
from app.models.certificates import Certificate
from app.services import agenda_facts, participations, programme_rules, records
from app.services.agenda_facts import SessionFact
from app.storage.work import View, Work

#: Roles of those who travel to a visit and whose attendance is kept there; elsewhere mentors and experts attend, too.
GUEST_ROLES = frozenset({ParticipationRole.MENTEE, ParticipationRole.POLITICIAN, ParticipationRole.OFFICIAL})
_ATTENDING = GUEST_ROLES | {ParticipationRole.MENTOR, ParticipationRole.EXPERT}
#: The longest activity whose days are shown when it has no sessions.
_MOST_DAYS = 92


class Grain(StrEnum):
    """What a column of the grid is."""

    SESSION = "session"
    HALF_DAY = "half_day"
    DAY = "day"


class CellState(StrEnum):
    """What a cell shows; PART is somebody who was there for a part, or for some of the sessions of the cell."""

    PRESENT = "present"
    PART = "part"
    EXCUSED = "excused"
    ABSENT = "absent"
    MISSING = "missing"


class Standing(StrEnum):
    """How somebody stands towards a certificate (CE-3)."""

    READY = "ready"
    MISSING = "missing"
    BELOW = "below"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Column:
    """A session, half-day (``am`` or ``pm``) or day; no ``session_ids``: a day without sessions."""

    key: str
    day: date
    half: str
    session_ids: tuple[str, ...]
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Somebody in a column; ``minutes`` attended."""

    state: CellState
    minutes: int


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A line of the grid. ``hours`` by CE-8; ``share`` in whole percent; ``missing`` counts what has no mark."""

    person_id: str
    name: str
    role: ParticipationRole
    cells: tuple[Cell, ...]
    minutes: int
    hours: Decimal
    share: int
    missing: int
    reached: bool
    standing: Standing
    certificate: str
    search_text: str


@dataclass(frozen=True, slots=True)
class AttendanceGrid:
    """All that the tab Attendance shows; ``present`` counts who was there per column, in part too."""

    columns: tuple[Column, ...]
    rows: tuple[AttendanceRow, ...]
    present: tuple[int, ...]
    counted_minutes: int
    counted_hours: Decimal
    threshold: int

    def count(self, standing: Standing) -> int:
        """How many people stand so."""
        return sum(row.standing is standing for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is marked: a session, or a day of an activity without sessions."""

    key: str
    day: date
    half: str
    title: str
    minutes: int
    session_id: str | None


@dataclass(frozen=True, slots=True)
class _Mark:
    presence: Presence
    minutes: int | None


def hours(minutes: int, hour_minutes: int = 60) -> Decimal:
    """Hours of 60 or 45 minutes, rounded down to half an hour (CE-8)."""
    return Decimal(minutes * 2 // hour_minutes) / 2


def grid(view: View, activity_id: str, grain: Grain = Grain.HALF_DAY) -> AttendanceGrid:
    """The marks of an activity by session, half-day or day, in a constant number of queries; NotFound."""
    activity = records.fetch(view, Activity, activity_id)
    units = _units(view, activity)
    columns, members = _columns(units, grain)
    marks = _marks(view, activity_id)
    threshold = threshold_of(view, activity)
    numbers = _certificates(view, activity_id)
    counted = sum(unit.minutes for unit in units)
    rows = []
    for row in attending(view, activity):
        own = marks.get(row.person_id, {})
        attended = sum(_minutes(own.get(unit.key), unit) for unit in units)
        missing = sum(unit.key not in own for unit in units)
        done, whole = _weights(units, own, attended, counted)
        number = numbers.get(row.person_id, "")
        rows.append(
            AttendanceRow(
                person_id=row.person_id,
                name=row.name,
                role=row.role,
                cells=tuple(_cell(own, group) for group in members),
                minutes=attended,
                hours=hours(attended, activity.hour_minutes),
                share=_percent(done, whole, threshold),
                missing=missing,
                reached=_reached(done, whole, threshold),
                standing=_standing(_reached(done, whole, threshold), missing or not whole, number),
                certificate=number,
                search_text=row.search_text,
            )
        )
    present = tuple(
        sum(row.cells[place].state in (CellState.PRESENT, CellState.PART) for row in rows)
        for place in range(len(columns))
    )
    return AttendanceGrid(columns, tuple(rows), present, counted, hours(counted, activity.hour_minutes), threshold)


def list_rows(view: View, activity_id: str) -> tuple[AttendanceRow, ...]:
    """Hours, share and standing of everybody whose attendance is kept."""
    return grid(view, activity_id, Grain.DAY).rows


def attending(view: View, activity: Activity) -> tuple[participations.ParticipantRow, ...]:
    """Whose attendance is kept: guests of a visit, participants of anything else; each person once."""
    roles = GUEST_ROLES if activity.kind in VISIT_KINDS else _ATTENDING
    found: dict[str, participations.ParticipantRow] = {}
    for row in participations.list_rows(view, activity.id):
        if row.role in roles and not row.cancelled:
            found.setdefault(row.person_id, row)
    return tuple(found.values())


def threshold_of(view: View, activity: Activity) -> int:
    """The share in percent from which somebody earned a certificate: the activity's own, else the rule (CE-3)."""
    if activity.threshold_percent is not None:
        return activity.threshold_percent
    on = activity.start.first or date.today()
    return programme_rules.of_programme(view, activity.programme_id, on).number("attendance.threshold_percent")


def _units(view: View, activity: Activity) -> list[_Unit]:
    facts = agenda_facts.sessions_of(view, [activity.id])[activity.id]
    counted = [fact for fact in facts if fact.kind in TRAINING_KINDS and not fact.cancelled]
    if counted:
        return [_unit(fact, view.language) for fact in counted]
    first, last = activity.start.exact, activity.end.exact or activity.start.exact
    if first is None or last is None or (last - first).days >= _MOST_DAYS:
        return []
    rules = programme_rules.of_programme(view, activity.programme_id, first)
    minutes = rules.number("attendance.day_minutes")
    return [_Unit(day.isoformat(), day, "", "", minutes, None) for day in each_day(first, last)]


def _unit(fact: SessionFact, language: str) -> _Unit:
    half = "am" if fact.starts_at.hour < 12 else "pm"
    return _Unit(fact.id, fact.day, half, pick(fact.title, language), fact.minutes, fact.id)


def _columns(units: Sequence[_Unit], grain: Grain) -> tuple[tuple[Column, ...], list[list[_Unit]]]:
    groups: dict[str, list[_Unit]] = {}
    for unit in units:
        keys = {
            Grain.SESSION: unit.key,
            Grain.HALF_DAY: f"{unit.day.isoformat()}{unit.half and '-' + unit.half}",
            Grain.DAY: unit.day.isoformat(),
        }
        groups.setdefault(keys[grain], []).append(unit)
    columns = tuple(
        Column(
            key=key,
            day=group[0].day,
            half="" if grain is Grain.DAY else group[0].half,
            session_ids=tuple(unit.session_id for unit in group if unit.session_id),
            title=group[0].title if len(group) == 1 else "",
            minutes=sum(unit.minutes for unit in group),
        )
        for key, group in groups.items()
    )
    return columns, list(groups.values())


def _marks(view: View, activity_id: str) -> dict[str, dict[str, _Mark]]:
    rows = view.session.execute(
        select(
            Attendance.person_id, Attendance.session_id, Attendance.day, Attendance.presence, Attendance.minutes
        ).where(Attendance.activity_id == activity_id)
    )
    found: dict[str, dict[str, _Mark]] = {}
    for person_id, session_id, day, presence, minutes in rows:
        key = session_id or (day.isoformat() if day else "")
        found.setdefault(person_id, {})[key] = _Mark(presence, minutes)
    return found


def _minutes(mark: _Mark | None, unit: _Unit) -> int:
    if mark is None or mark.presence is not Presence.PRESENT:
        return 0
    if mark.minutes is None:
        return unit.minutes
    # Where the length of a day is not known, what was typed is all there is.
    return min(mark.minutes, unit.minutes) if unit.minutes else mark.minutes


def _weights(units: Sequence[_Unit], own: Mapping[str, _Mark], attended: int, counted: int) -> tuple[int, int]:
    """What was attended of what was to attend: minutes, or days where nobody knows minutes."""
    if counted:
        return attended, counted
    there = (own.get(unit.key) for unit in units)
    return sum(mark is not None and mark.presence is Presence.PRESENT for mark in there), len(units)


def _cell(own: Mapping[str, _Mark], group: Sequence[_Unit]) -> Cell:
    minutes = sum(_minutes(own.get(unit.key), unit) for unit in group)
    marks = [own.get(unit.key) for unit in group]
    if any(mark is None for mark in marks):
        return Cell(CellState.MISSING, minutes)
    words = {mark.presence for mark in marks if mark is not None}
    whole = sum(unit.minutes for unit in group)
    if Presence.PRESENT in words:
        return Cell(CellState.PART if words != {Presence.PRESENT} or minutes < whole else CellState.PRESENT, minutes)
    return Cell(CellState.EXCUSED if Presence.EXCUSED in words else CellState.ABSENT, minutes)


def _percent(done: int, whole: int, threshold: int) -> int:
    """Whole percent, half up; never rounded up to the threshold that was not reached."""
    if not whole:
        return 0
    rounded = int((Decimal(100 * done) / whole).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return rounded if done * 100 >= threshold * whole else min(rounded, max(threshold - 1, 0))


def _reached(done: int, whole: int, threshold: int) -> bool:
    return bool(done) and done * 100 >= threshold * whole


def _standing(reached: bool, missing: int | bool, number: str) -> Standing:
    if number:
        return Standing.ISSUED
    if missing:
        return Standing.MISSING
    return Standing.READY if reached else Standing.BELOW


def _certificates(view: View, activity_id: str) -> dict[str, str]:
    rows = view.session.execute(
        select(Certificate.person_id, Certificate.number).where(
            Certificate.activity_id == activity_id,
            Certificate.status == CertificateStatus.ISSUED,
            Certificate.kind != CertificateKind.MENTOR,
        )
    )
    return dict(rows.all())


def mark(
    work: Work,
    activity_id: str,
    person_ids: Collection[str],
    session_ids: Sequence[str],
    presence: Presence | None,
    minutes: int | None = None,
    source: str = "typed",
) -> None:
    """Mark people at sessions; ``presence`` None takes the marks away.

    ``minutes`` is how long they were there in all: it fills the sessions in the order of their times, what is left
    over counts as absent. Refused(``session_elsewhere``, ``minutes_negative``).
    """
    facts = {fact.id: fact for fact in agenda_facts.sessions_of(work, [activity_id])[activity_id]}
    if strangers := [ident for ident in session_ids if ident not in facts]:
        raise Refused("session_elsewhere", count=len(strangers))
    if minutes is not None and minutes < 0:
        raise Refused("minutes_negative", value=minutes)
    items = sorted((facts[ident] for ident in dict.fromkeys(session_ids)), key=lambda fact: (fact.starts_at, fact.id))
    present = _present(work, activity_id)
    for person_id in dict.fromkeys(person_ids):
        for fact, word, part in _spread(items, presence, minutes):
            _set(work, present, (activity_id, person_id, fact.id, None), (word, part, source))
    work.flush()


def mark_days(
    work: Work,
    activity_id: str,
    person_ids: Collection[str],
    days: Iterable[date],
    presence: Presence | None,
    minutes: int | None = None,
    source: str = "typed",
) -> None:
    """Mark people on days of an activity without sessions; ``minutes`` per day. Refused(``minutes_negative``)."""
    if minutes is not None and minutes < 0:
        raise Refused("minutes_negative", value=minutes)
    records.fetch(work, Activity, activity_id)
    present = _present(work, activity_id)
    wanted = list(dict.fromkeys(days))
    for person_id in dict.fromkeys(person_ids):
        for day in wanted:
            _set(work, present, (activity_id, person_id, None, day), (presence, minutes, source))
    work.flush()


def mark_column(
    work: Work,
    activity_id: str,
    person_ids: Collection[str],
    column: Column,
    presence: Presence | None,
    minutes: int | None = None,
) -> None:
    """Mark people in a column of the grid, whatever its grain."""
    if column.session_ids:
        mark(work, activity_id, person_ids, column.session_ids, presence, minutes)
    else:
        mark_days(work, activity_id, person_ids, [column.day], presence, minutes)


def mark_all_present(work: Work, activity_id: str, until: date | None = None, source: str = "typed") -> int:
    """Mark everybody present where there is no mark yet, up to and including a day; gives how many marks were made."""
    activity = records.fetch(work, Activity, activity_id)
    units = [unit for unit in _units(work, activity) if until is None or unit.day <= until]
    marks = _marks(work, activity_id)
    rows: list[dict[str, Any]] = [
        {
            "id": new_id(),
            "version": 1,
            "activity_id": activity_id,
            "person_id": row.person_id,
            "session_id": unit.session_id,
            "day": None if unit.session_id else unit.day,
            "presence": Presence.PRESENT,
            "minutes": None,
            "source": source,
        }
        for row in attending(work, activity)
        for unit in units
        if unit.key not in marks.get(row.person_id, {})
    ]
    if rows:
        work.insert_many(Attendance, rows)
    return len(rows)


_Place = tuple[str, str, str | None, date | None]


def _present(work: Work, activity_id: str) -> dict[_Place, Attendance]:
    rows = work.session.scalars(select(Attendance).where(Attendance.activity_id == activity_id))
    return {(row.activity_id, row.person_id, row.session_id, row.day): row for row in rows}


def _spread(
    items: Sequence[SessionFact], presence: Presence | None, minutes: int | None
) -> Iterable[tuple[SessionFact, Presence | None, int | None]]:
    """Which mark each session gets when somebody was there for so many minutes of all of them."""
    if presence is not Presence.PRESENT or minutes is None:
        yield from ((fact, presence, None) for fact in items)
        return
    left = minutes
    for fact in items:
        part = min(left, fact.minutes)
        left -= part
        if part == fact.minutes:
            yield fact, Presence.PRESENT, None
        else:
            yield fact, Presence.PRESENT if part else Presence.ABSENT, part or None


def _set(
    work: Work,
    present: dict[_Place, Attendance],
    place: _Place,
    value: tuple[Presence | None, int | None, str],
) -> None:
    word, minutes, source = value
    row = present.get(place)
    if word is None:
        if row is not None:
            work.delete(present.pop(place))
        return
    if row is None:
        row = Attendance(activity_id=place[0], person_id=place[1], session_id=place[2], day=place[3])
        work.session.add(row)
        present[place] = row
    row.presence, row.source = word, source
    row.minutes = minutes if word is Presence.PRESENT else None
