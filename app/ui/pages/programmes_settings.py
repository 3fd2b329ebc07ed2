"""The settings of a programme: parties, signatories, and the rules with the day from which each value holds."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.errors import Problem
from app.core.i18n import N_, tr
from app.services import rules
from app.services.rules import RULES, RuleForm, RuleRow, SettingRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import programme
from app.ui.editors.choosing import NameBook
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.keeper import Keeper
from app.ui.editors.owned_list import OwnedList
from app.ui.editors.record_view import Tab
from app.ui.editors.writing import write
from app.ui.form import FieldSpec, Section
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, Scroll, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import ElidedLabel, hairline, label

#: What each rule is called and what it decides.
_RULES = {
    "attendance.threshold_percent": N_("Attendance needed for a certificate, %"),
    "attendance.day_minutes": N_("Minutes that a day without sessions counts"),
    "certificate.below_threshold": N_("Who attended less"),
    "certificate.number": N_("Pattern of certificate numbers"),
    "agenda.gap_minutes": N_("Longest gap in an agenda, minutes"),
    "agenda.training_run_minutes": N_("Longest training without a break, minutes"),
    "agenda.meal_programme_minutes": N_("Programme from which a meal is needed, minutes"),
    "agenda.day_training_minutes": N_("Longest training in a day, minutes"),
    "visit.agenda_days": N_("Agenda ready before a visit, days"),
    "visit.letters_days": N_("Letters sent before a visit, days"),
    "visit.insurance_days": N_("Insurance ready before a visit, days"),
    "visit.interpreter_days": N_("Interpreter found before a visit, days"),
    "visit.passport_months": N_("Passport valid after a visit, months"),
    "budget.close_percent": N_("A budget line is close from, %"),
    "budget.over_percent": N_("A budget line is over from, %"),
    "budget.reallocation_percent": N_("Movement between headings without an addendum, %"),
    "budget.explanation_percent": N_("Difference that needs an explanation, %"),
    "budget.last_addendum": N_("Last addendum of the contract"),
    "budget.indirect_percent": N_("Indirect costs, % of the direct ones"),
    "budget.rate_method": N_("Exchange rate taken"),
    "paper.time_separator": N_("Sign between hours and minutes"),
    "sheet.blank_rows": N_("Blank rows of a sign-in sheet"),
    "sheet.contact": N_("Contact column of a sign-in sheet"),
    "documents.retention_years": N_("Documents kept, years"),
}
_CHOICES = {
    "attended_hours": N_("gets a certificate with the hours attended"),
    "none": N_("gets no certificate"),
    "month_booked": N_("of the month in which it was booked"),
    "month_paid": N_("of the month in which it was paid"),
    "own_books": N_("as in one's own books"),
    "language": N_("as the language writes it"),
    "no": N_("no such column"),
    "email": N_("e-mail address"),
    "phone": N_("phone number"),
}


def rule_words(key: str) -> str:
    """What a rule is called."""
    return tr(_RULES[key]) if key in _RULES else key


def value_words(form: RuleForm, value: object) -> str:
    """A rule's value as it is read."""
    if form is RuleForm.CHOICE:
        return tr(_CHOICES[str(value)]) if str(value) in _CHOICES else str(value)
    if form is RuleForm.DAY:
        return formats.day(date.fromisoformat(str(value))) if value else tr("none yet")
    return formats.number(value) if isinstance(value, int) else str(value)


@dataclass(frozen=True, slots=True)
class RuleValue:
    """What the dialog holds: the value in the form of its rule, and the day from which it holds."""

    value: Any = None
    valid_from: date | None = None


class _RuleDialog(DraftDialog):
    """Sets one rule from a day on; what held before stays true for the days before."""

    def __init__(self, parent: QWidget, desk: Desk, programme_id: str, rule: RuleRow) -> None:
        self._rule = RULES[rule.key]

        def commit(work: Any, draft: RuleValue) -> None:
            rules.set_value(work, programme_id, rule.key, _stored(draft.value), draft.valid_from or date.today())

        value = date.fromisoformat(str(rule.value)) if rule.form is RuleForm.DAY and rule.value else rule.value
        start = RuleValue(None if rule.form is RuleForm.DAY and not rule.value else value, date.today())
        super().__init__(
            parent,
            rule_words(rule.key),
            (Section("", self._fields()),),
            start,
            name="dialog.rule",
            accept=tr("Set"),
            check=self._check,
            commit=Commit(desk, N_("Set rule"), commit),
        )

    def _fields(self) -> tuple[FieldSpec, ...]:
        rule = self._rule
        day = FieldSpec("valid_from", N_("Holds from"), "date", note=N_("What held before stays for the days before."))
        match rule.form:
            case RuleForm.CHOICE:
                options = [(choice, value_words(rule.form, choice)) for choice in rule.choices]
                return FieldSpec("value", N_("Value"), "choice", options=options), day
            case RuleForm.PATTERN:
                return FieldSpec("value", N_("Value"), note="{PROGCODE} {YYYY} {NNNN}"), day
            case RuleForm.DAY:
                return FieldSpec("value", N_("Value"), "date"), day
            case _:
                extra = {"least": rule.lowest, "most": rule.highest}
                return FieldSpec("value", N_("Value"), "number", extra=extra), day

    def _check(self, draft: RuleValue) -> tuple[Problem, ...]:
        return rules.check(self._rule.key, _stored(draft.value))


def _stored(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


class RuleList(QWidget):
    """Every rule as it holds today, with what was set before and what will hold later."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setMaximumWidth(theme().width("form"))
        self.desk = desk
        self._ident = ""
        self._rows: tuple[RuleRow, ...] = ()
        self._settings: tuple[SettingRow, ...] = ()
        body = column(self, space=2)
        body.addWidget(SectionHeader(tr("Rules")))
        told = tr("Each value holds from a day on, so that papers and figures of the past stay as they were.")
        body.addWidget(label(told, "second", wrap=True))
        self._lines = Lines("programme.rules")
        body.addWidget(self._lines)

    def show_record(self, ident: str) -> None:
        """Show the rules of a programme."""
        self._ident = ident
        with self.desk.context.read() as view:
            self._rows = rules.list_rows(view, ident, date.today())
            self._settings = rules.list_settings(view, ident)
        self._lines.clear()
        for number, rule in enumerate(self._rows):
            self._lines.add(self._line(rule, number))

    def _line(self, rule: RuleRow, number: int) -> QWidget:
        holder = QWidget()
        line = row(holder, space=3, margins=(4, 1, 2, 1))
        holder.setMinimumHeight(theme().height("bar"))
        texts = column(space=0)
        texts.addWidget(ElidedLabel(rule_words(rule.key)))
        later = [s for s in self._settings if s.key == rule.key and s.valid_from > date.today()]
        for setting in later[:1]:
            words = tr(
                "from {day}: {value}", day=formats.day(setting.valid_from), value=value_words(rule.form, setting.value)
            )
            texts.addWidget(label(words, "second", wrap=True))
        line.addLayout(texts, 1)
        if rule.valid_from is not None:
            line.addWidget(Chip(State(tr("since {date}", date=formats.day(rule.valid_from)), "info", "dot")))
        line.addWidget(label(value_words(rule.form, rule.value), "strong"))
        change = button(
            tr("Set {name}", name=rule_words(rule.key)),
            "icon",
            icon_name="pencil",
            small=True,
            name=f"rule.{rule.key}.set",
        )
        change.setProperty("number", number)
        change.clicked.connect(self._on_change)
        line.addWidget(change)
        back = button(tr("Take back"), "icon", icon_name="undo-2", small=True, name=f"rule.{rule.key}.back")
        back.setProperty("number", number)
        back.setEnabled(bool(rule.setting_id))
        back.clicked.connect(self._on_back)
        line.addWidget(back)
        return holder

    def _on_change(self) -> None:
        rule = self._rows[int(self.sender().property("number"))]
        _RuleDialog(self, self.desk, self._ident, rule).open()

    def _on_back(self) -> None:
        setting_id = self._rows[int(self.sender().property("number"))].setting_id

        def remove(work: Any) -> None:
            rules.remove(work, setting_id)

        said = tr("What held before holds again.")
        write(self.desk, N_("Take back a rule"), remove, said=said, undo=True)


class ProgrammeSettings(Tab):
    """Parties, signatories, rules."""

    def __init__(self, desk: Desk, keeper: Keeper, book: NameBook) -> None:
        super().__init__()
        scroll = Scroll(limit=960, margins=(6, 5, 6, 6))
        scroll.body.addWidget(OwnedList(keeper, programme.parties_spec(desk, book), "programme.parties"))
        scroll.body.addWidget(hairline())
        scroll.body.addWidget(OwnedList(keeper, programme.signatories_spec(desk, book), "programme.signatories"))
        scroll.body.addWidget(hairline())
        self.rules = RuleList(desk)
        scroll.body.addWidget(self.rules)
        scroll.body.addStretch(1)
        column(self, space=0).addWidget(scroll)
        self._ident = ""

    def show_record(self, ident: str) -> None:
        self._ident = ident
        self.rules.show_record(ident)

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("programme_setting"):
            self.rules.show_record(self._ident)
