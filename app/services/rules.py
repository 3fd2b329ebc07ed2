"""Setting the rules of a programme: thresholds, limits, lead times, patterns, each with the day from which it holds.

What the rules are and what holds by default stands in ``programme_rules``; here is what may be set, and the list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select

from app.core.errors import NotFound, Problem
from app.models.programmes import Programme, ProgrammeSetting
from app.services import programme_rules, records
from app.services.programme_rules import DEFAULTS
from app.storage.work import View, Work

Value = int | str


class RuleForm(StrEnum):
    """How the value of a rule is typed."""

    PERCENT = "percent"
    NUMBER = "number"
    CHOICE = "choice"
    PATTERN = "pattern"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be set for one rule. ``source`` is the numbered rule of the field, empty where there is none."""

    key: str
    form: RuleForm
    source: str = ""
    lowest: int = 0
    highest: int = 100
    choices: tuple[str, ...] = ()

    @property
    def default(self) -> Value:
        """What holds where nothing was set."""
        return DEFAULTS[self.key]


_LISTED = (
    Rule("attendance.threshold_percent", RuleForm.PERCENT, "CE-3"),
    Rule("attendance.day_minutes", RuleForm.NUMBER, "CE-8", highest=1440),
    Rule("certificate.below_threshold", RuleForm.CHOICE, "CE-3", choices=("attended_hours", "none")),
    Rule("certificate.number", RuleForm.PATTERN, "CN-1"),
    Rule("agenda.gap_minutes", RuleForm.NUMBER, "AV-3", highest=600),
    Rule("agenda.training_run_minutes", RuleForm.NUMBER, "AV-4", highest=600),
    Rule("agenda.meal_programme_minutes", RuleForm.NUMBER, "AV-5", highest=1440),
    Rule("agenda.day_training_minutes", RuleForm.NUMBER, "AV-10", highest=1440),
    Rule("visit.agenda_days", RuleForm.NUMBER, highest=365),
    Rule("visit.letters_days", RuleForm.NUMBER, highest=365),
    Rule("visit.insurance_days", RuleForm.NUMBER, highest=365),
    Rule("visit.interpreter_days", RuleForm.NUMBER, highest=365),
    Rule("visit.passport_months", RuleForm.NUMBER, "PL-11", highest=24),
    Rule("budget.close_percent", RuleForm.PERCENT, "BU-7", highest=200),
    Rule("budget.over_percent", RuleForm.PERCENT, "BU-7", highest=200),
    Rule("budget.reallocation_percent", RuleForm.PERCENT, "BU-10"),
    Rule("budget.explanation_percent", RuleForm.PERCENT, "BU-14"),
    Rule("budget.last_addendum", RuleForm.DAY, "BU-9"),
    Rule("budget.indirect_percent", RuleForm.PERCENT, "BU-4"),
    Rule("budget.rate_method", RuleForm.CHOICE, "BU-11", choices=("month_booked", "month_paid", "own_books")),
    Rule("paper.time_separator", RuleForm.CHOICE, "FM-3", choices=("language", ":", ".")),
    Rule("sheet.blank_rows", RuleForm.NUMBER, "PL-5", highest=50),
    Rule("sheet.contact", RuleForm.CHOICE, "PL-5", choices=("no", "email", "phone")),
    Rule("documents.retention_years", RuleForm.NUMBER, "PL-8", 1, 50),
)
#: Every rule by its key, in the order in which the settings page shows them.
RULES: Mapping[str, Rule] = {rule.key: rule for rule in _LISTED}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as it holds for a programme on a day; ``valid_from`` is None and ``setting_id`` empty for the default."""

    key: str
    form: RuleForm
    value: Value
    default: Value
    valid_from: date | None = None
    setting_id: str = ""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One value that was set, with the day from which it holds."""

    id: str
    key: str
    value: Value
    valid_from: date


def value(view: View, programme_id: str, key: str, on_day: date) -> Value:
    """What holds for a programme on a day: the newest value set for that day or before, else the default.

    Raises NotFound for a key that is no rule.
    """
    rule = _rule(key)
    rules = programme_rules.of_programme(view, programme_id, on_day)
    return rules.text(key) if isinstance(rule.default, str) else rules.number(key)


def list_rows(view: View, programme_id: str, on_day: date) -> tuple[RuleRow, ...]:
    """Every rule as it holds for a programme on a day, in the order of ``RULES``."""
    holding = {row.key: row for row in list_settings(view, programme_id) if row.valid_from <= on_day}
    rows = []
    for rule in RULES.values():
        found = holding.get(rule.key)
        if found is None:
            rows.append(RuleRow(rule.key, rule.form, rule.default, rule.default))
        else:
            rows.append(RuleRow(rule.key, rule.form, found.value, rule.default, found.valid_from, found.id))
    return tuple(rows)


def list_settings(view: View, programme_id: str) -> tuple[SettingRow, ...]:
    """All values ever set for a programme, by the day from which they hold."""
    stored = view.session.scalars(
        select(ProgrammeSetting)
        .where(ProgrammeSetting.programme_id == programme_id)
        .order_by(ProgrammeSetting.valid_from, ProgrammeSetting.key)
    )
    return tuple(SettingRow(row.id, row.key, row.value, row.valid_from) for row in stored)


def check(key: str, given: Value) -> tuple[Problem, ...]:
    """What is wrong with a value for a rule; the field of the problem is ``value``. NotFound for no rule."""
    rule = _rule(key)
    match rule.form:
        case RuleForm.CHOICE:
            wrong = given not in rule.choices
            problem = Problem("value", "rule_choice", {"choices": ", ".join(rule.choices)})
        case RuleForm.PATTERN:
            wrong = not isinstance(given, str) or _bad_pattern(given)
            problem = Problem("value", "rule_pattern", {"value": given, "pattern": rule.default})
        case RuleForm.DAY:
            wrong = not isinstance(given, str) or not _is_day(given)
            problem = Problem("value", "rule_day", {"value": given})
        case _:
            whole = isinstance(given, int) and not isinstance(given, bool)
            wrong = not whole or not rule.lowest <= int(given) <= rule.highest
            problem = Problem("value", "rule_range", {"lowest": rule.lowest, "highest": rule.highest})
    return (problem,) if wrong else ()


def set_value(work: Work, programme_id: str, key: str, given: Value, valid_from: date) -> str:
    """Let a rule have a value from a day on; a value set for the same day is replaced. Raises Invalid, NotFound."""
    records.refuse(check(key, given))
    records.fetch(work, Programme, programme_id)
    row = work.session.scalars(
        select(ProgrammeSetting).where(
            ProgrammeSetting.programme_id == programme_id,
            ProgrammeSetting.key == key,
            ProgrammeSetting.valid_from == valid_from,
        )
    ).first()
    if row is None:
        return work.add(ProgrammeSetting(programme_id=programme_id, key=key, value=given, valid_from=valid_from))
    row.value = given
    work.flush()
    return row.id


def remove(work: Work, setting_id: str) -> None:
    """Take back one set value: what held before it holds on."""
    work.delete(records.fetch(work, ProgrammeSetting, setting_id))


def _rule(key: str) -> Rule:
    rule = RULES.get(key)
    if rule is None:
        raise NotFound("rule_unknown", key=key)
    return rule


def _is_day(text: str) -> bool:
    """Whether it is empty or an ISO day."""
    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _bad_pattern(pattern: str) -> bool:
    """CN-1: a number is made of programme, year and serial, each once, since serials begin anew in each of them."""
    rest = pattern
    for part in ("{PROGCODE}", "{YYYY}", "{NNNN}"):
        if rest.count(part) != 1:
            return True
        rest = rest.replace(part, "")
    return "{" in rest or "}" in rest or len(rest) > 16 or not rest.isprintable()
