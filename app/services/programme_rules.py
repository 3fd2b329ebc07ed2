"""The rules of a programme that change with time: thresholds, percentages, patterns, lead times.

Each rule has a key, a default and, per programme, values with the day from which they hold. What a report of a past
period says must not change when somebody changes a percentage today, so every question names its day.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.models.programmes import ProgrammeSetting
from app.storage.work import View

#: Every rule and what holds where a programme says nothing.
DEFAULTS: Mapping[str, int | str] = {
    "attendance.threshold_percent": 80,  # CE-3
    "attendance.day_minutes": 0,  # counted minutes of a day of an activity without sessions; 0: not known
    "certificate.below_threshold": "attended_hours",  # CE-3: or "none"
    "certificate.number": "{PROGCODE}-{YYYY}-{NNNN}",  # CN-1
    "agenda.gap_minutes": 15,  # AV-3
    "agenda.training_run_minutes": 120,  # AV-4
    "agenda.meal_programme_minutes": 360,  # AV-5
    "agenda.day_training_minutes": 480,  # AV-10
    "visit.agenda_days": 14,  # days before a visit by which each should be ready
    "visit.letters_days": 14,
    "visit.insurance_days": 10,
    "visit.interpreter_days": 14,
    "visit.passport_months": 3,  # PL-11
    "budget.close_percent": 80,  # BU-7
    "budget.over_percent": 100,  # BU-7
    "budget.reallocation_percent": 25,  # BU-9, BU-10
    "budget.explanation_percent": 10,  # BU-14
    "budget.last_addendum": "",  # BU-9: ISO day of the last addendum
    "budget.indirect_percent": 7,  # BU-4
    "budget.rate_method": "month_booked",  # BU-11: month_booked, month_paid, own_books
    "paper.time_separator": "language",  # FM-3: the language decides, or ":" or "."
    "sheet.blank_rows": 5,  # PL-5: for walk-ins
    "sheet.contact": "no",  # PL-5: email or phone where the funder demands it
    "documents.retention_years": 7,  # PL-8
}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one programme on one day."""

    values: Mapping[str, object]

    def number(self, key: str) -> int:
        """A rule that is a whole number; its default when something else was kept."""
        value = self.values.get(key, DEFAULTS[key])
        return value if isinstance(value, int) else int(DEFAULTS[key])

    def text(self, key: str) -> str:
        """A rule that is a text."""
        value = self.values.get(key, DEFAULTS[key])
        return value if isinstance(value, str) else str(DEFAULTS[key])


def of_programmes(view: View, programme_ids: Collection[str], on: date) -> dict[str, Rules]:
    """The rules of several programmes on a day, in one query."""
    found: dict[str, dict[str, object]] = {ident: dict(DEFAULTS) for ident in programme_ids}
    rows = view.session.scalars(
        select(ProgrammeSetting)
        .where(ProgrammeSetting.programme_id.in_(set(programme_ids)), ProgrammeSetting.valid_from <= on)
        .order_by(ProgrammeSetting.valid_from)
    )
    for row in rows:
        found[row.programme_id][row.key] = row.value
    return {ident: Rules(values) for ident, values in found.items()}


def of_programme(view: View, programme_id: str, on: date) -> Rules:
    """The rules of one programme on a day."""
    return of_programmes(view, [programme_id], on)[programme_id]
