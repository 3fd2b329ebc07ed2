"""Who may get a certificate of an activity, and why not yet (CE-1, CE-2, CE-3)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select

from app.core.vocabulary import TRAINING_KINDS, CertificateKind, CertificateStatus, ParticipationRole
from app.models.activities import Activity
from app.models.certificates import Certificate
from app.services import agenda_facts, attendance, participations, programme_rules, records
from app.services.attendance import Standing
from app.services.participations import ParticipantRow
from app.storage.work import View

_GIVING = frozenset({ParticipationRole.MENTOR, ParticipationRole.EXPERT, ParticipationRole.SPEAKER})


class Earned(StrEnum):
    """Why somebody can be given a certificate, or cannot yet."""

    READY = "ready"
    ISSUED = "issued"
    MARKS_MISSING = "marks_missing"
    BELOW = "below"
    REQUIREMENT_MISSING = "requirement_missing"
    NO_HOURS = "no_hours"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may get a certificate; ``latin_confirmed`` False asks for a look at the spelling (NA-1).

    ``gets`` tells whether one can be issued now: who is below the threshold gets one with the hours really attended
    where the programme's rule says so (CE-3).
    """

    person_id: str
    name: str
    role: ParticipationRole
    kind: CertificateKind
    minutes: int
    hours: Decimal
    share: int
    state: Earned
    number: str
    latin_confirmed: bool
    search_text: str
    gets: bool = False


def candidates(
    view: View, activity_id: str, kind: CertificateKind = CertificateKind.ATTENDANCE, on: date | None = None
) -> tuple[Candidate, ...]:
    """Everybody who may get a certificate of a kind, with why or why not (CE-1, CE-2, CE-3).

    ``on`` is the day of issue, whose rules hold; today unless told.
    """
    activity = records.fetch(view, Activity, activity_id)
    rules = programme_rules.of_programme(view, activity.programme_id, on or date.today())
    below = kind is CertificateKind.ATTENDANCE and rules.text("certificate.below_threshold") == "attended_hours"
    numbers = _standing_numbers(view, activity_id, kind)
    if kind is CertificateKind.MENTOR:
        return _givers(view, activity, numbers)
    met = {
        row.person_id
        for row in participations.list_rows(view, activity_id)
        if row.requirement_met and not row.cancelled
    }
    shown = {row.person_id: row for row in attendance.attending(view, activity)}
    found = []
    for row in attendance.list_rows(view, activity_id):
        state = _earned(row, kind, row.person_id in met, numbers)
        person = shown[row.person_id]
        gets = state is Earned.READY or (state is Earned.BELOW and below and row.minutes > 0)
        made = _candidate(person, kind, row.minutes, row.share, state, numbers, activity.hour_minutes)
        found.append(replace(made, gets=gets))
    return tuple(found)


def below_gets_hours(view: View, activity_id: str, on: date | None = None) -> bool:
    """Whether who is below the threshold gets a certificate with the hours attended (CE-3), or none; NotFound."""
    activity = records.fetch(view, Activity, activity_id)
    rules = programme_rules.of_programme(view, activity.programme_id, on or date.today())
    return rules.text("certificate.below_threshold") == "attended_hours"


def _earned(row: attendance.AttendanceRow, kind: CertificateKind, met: bool, numbers: Mapping[str, str]) -> Earned:
    if row.person_id in numbers:
        return Earned.ISSUED
    if row.missing or row.standing is Standing.MISSING:
        return Earned.MARKS_MISSING
    # Not by the standing: a certificate of another kind may be issued already.
    if not row.reached:
        return Earned.BELOW
    if kind is CertificateKind.COMPLETION and not met:
        return Earned.REQUIREMENT_MISSING
    return Earned.READY


def _givers(view: View, activity: Activity, numbers: Mapping[str, str]) -> tuple[Candidate, ...]:
    """Mentors, experts and speakers with the hours that they gave (CE-2)."""
    given: dict[str, int] = {}
    for fact in agenda_facts.sessions_of(view, [activity.id])[activity.id]:
        if fact.kind in TRAINING_KINDS and not fact.cancelled:
            for ident in fact.speakers:
                given[ident] = given.get(ident, 0) + fact.minutes
    found: dict[str, ParticipantRow] = {}
    for row in participations.list_rows(view, activity.id):
        if not row.cancelled and (row.role in _GIVING or row.person_id in given):
            found.setdefault(row.person_id, row)
    candidates_found = []
    for ident, row in found.items():
        minutes = given.get(ident, 0)
        state = Earned.ISSUED if ident in numbers else Earned.READY if minutes else Earned.NO_HOURS
        candidates_found.append(
            replace(
                _candidate(row, CertificateKind.MENTOR, minutes, 0, state, numbers, activity.hour_minutes),
                gets=state is Earned.READY,
            )
        )
    return tuple(candidates_found)


def _candidate(
    row: ParticipantRow,
    kind: CertificateKind,
    minutes: int,
    share: int,
    state: Earned,
    numbers: Mapping[str, str],
    hour_minutes: int,
) -> Candidate:
    return Candidate(
        person_id=row.person_id,
        name=row.name,
        role=row.role,
        kind=kind,
        minutes=minutes,
        hours=attendance.hours(minutes, hour_minutes),
        share=share,
        state=state,
        number=numbers.get(row.person_id, ""),
        latin_confirmed=row.latin_confirmed,
        search_text=row.search_text,
    )


def _standing_numbers(view: View, activity_id: str, kind: CertificateKind) -> dict[str, str]:
    rows = view.session.execute(
        select(Certificate.person_id, Certificate.number).where(
            Certificate.activity_id == activity_id,
            Certificate.kind == kind,
            Certificate.status == CertificateStatus.ISSUED,
        )
    )
    return dict(rows.all())
