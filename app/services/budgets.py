"""The lines and headings of a programme's budget (BU-1 to BU-3) and the template EU-ANNEX-III (5.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sqlalchemy import select

from app.core.errors import Problem, Refused
from app.core.i18n import N_, pick, words
from app.core.money import line_total
from app.core.text import fold
from app.models.budgets import BudgetLine
from app.models.programmes import Programme
from app.services import draft_checks, records
from app.storage.work import View, Work

CodeKey = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class BudgetLineRow:
    """A heading or line; ``total_minor`` of a heading is the sum of the lines below it, in minor units."""

    id: str
    programme_id: str
    code: str
    title: str
    heading: bool
    level: int
    unit: str
    units: Decimal
    factor: Decimal
    rate_minor: int
    total_minor: int
    search_text: str


@dataclass(frozen=True, slots=True)
class BudgetLineDraft:
    """What an editor holds of a line: units x factor x rate, the rate in minor units of the programme's currency."""

    programme_id: str = ""
    code: str = ""
    title: Mapping[str, str] = field(default_factory=dict)
    heading: bool = False
    unit: str = ""
    units: Decimal = Decimal(0)
    factor: Decimal = Decimal(1)
    rate_minor: int = 0
    notes: str = ""
    version: int = 0

    @property
    def total_minor(self) -> int:
        """The total of the line (BU-1); a heading has none of its own."""
        return 0 if self.heading else line_total(self.units, self.factor, self.rate_minor)


def code_key(code: str) -> CodeKey:
    """The order of codes: by numbers, segment by segment, so that 1.2 stands before 1.10 (BU-3)."""
    return tuple((int(part), "") if part.isdecimal() else (10**9, part) for part in code.strip().split("."))


def main_heading(code: str) -> str:
    """The main heading to which a line belongs: its first segment."""
    return code.strip().split(".", maxsplit=1)[0]


def below(code: str, heading: str) -> bool:
    """Whether a code stands below another one."""
    return code.startswith(heading + ".")


def list_rows(view: View, programme_id: str = "") -> tuple[BudgetLineRow, ...]:
    """Headings and lines in the order of their codes, programme by programme."""
    query = select(BudgetLine)
    if programme_id:
        query = query.where(BudgetLine.programme_id == programme_id)
    rows = sorted(view.session.scalars(query), key=lambda row: (row.programme_id, code_key(row.code)))
    sums: dict[tuple[str, str], int] = {}
    for row in rows:
        if not row.heading:
            for heading in headings_of(row.code):
                sums[row.programme_id, heading] = sums.get((row.programme_id, heading), 0) + row.total_minor
    return tuple(
        BudgetLineRow(
            id=row.id,
            programme_id=row.programme_id,
            code=row.code,
            title=pick(row.title, view.language),
            heading=row.heading,
            level=row.code.count("."),
            unit=row.unit,
            units=row.units,
            factor=row.factor,
            rate_minor=row.rate_minor,
            total_minor=sums.get((row.programme_id, row.code), 0) if row.heading else row.total_minor,
            search_text=" ".join([fold(row.code), *(fold(text) for text in row.title.values())]),
        )
        for row in rows
    )


def headings_of(code: str) -> tuple[str, ...]:
    """The codes under which a line stands: for 1.1.2 these are 1 and 1.1."""
    parts = code.split(".")
    return tuple(".".join(parts[:length]) for length in range(1, len(parts)))


def load(view: View, ident: str) -> BudgetLineDraft:
    """The draft of one line; NotFound."""
    return records.to_draft(records.fetch(view, BudgetLine, ident), BudgetLineDraft)


def check(draft: BudgetLineDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft: a code of numbers parted by dots, a title, nothing negative."""
    problems = []
    if not draft.programme_id:
        problems.append(Problem("programme_id", "programme_missing"))
    parts = draft.code.strip().split(".")
    if not all(part.isalnum() and part.isascii() for part in parts):
        problems.append(Problem("code", "budget_code_wrong", {"value": draft.code}))
    if not draft_checks.has_text(draft.title):
        problems.append(Problem("title", "title_missing"))
    for name in ("units", "factor", "rate_minor"):
        if getattr(draft, name) < 0:
            problems.append(Problem(name, "amount_negative", {"value": getattr(draft, name)}))
    return tuple(problems)


def create(work: Work, draft: BudgetLineDraft) -> str:
    """Make a heading or line; raises Invalid, NotFound, Refused(``budget_code_taken``)."""
    records.refuse(check(draft))
    records.fetch(work, Programme, draft.programme_id)
    _refuse_taken(work, draft, "")
    row = BudgetLine()
    _fill(row, draft)
    return work.add(row)


def save(work: Work, ident: str, draft: BudgetLineDraft) -> None:
    """Keep a changed line; raises Invalid, Conflict, NotFound, Refused(``budget_code_taken``)."""
    records.refuse(check(draft))
    row = records.fetch(work, BudgetLine, ident)
    records.expect_version(row, draft)
    _refuse_taken(work, draft, ident)
    _fill(row, draft)
    work.flush()


def delete(work: Work, ident: str) -> None:
    """Delete a line; Refused(``needed_elsewhere``) while something was spent on it or moved to or from it."""
    work.delete(records.fetch(work, BudgetLine, ident))


def _refuse_taken(work: Work, draft: BudgetLineDraft, ident: str) -> None:
    taken = select(BudgetLine.id).where(
        BudgetLine.programme_id == draft.programme_id, BudgetLine.code == draft.code.strip(), BudgetLine.id != ident
    )
    if work.session.scalars(taken).first() is not None:
        raise Refused("budget_code_taken", code=draft.code)


def _fill(row: BudgetLine, draft: BudgetLineDraft) -> None:
    records.apply(row, draft)
    row.code = draft.code.strip()
    row.total_minor = draft.total_minor


#: Headings and lines of the EU's external actions (5.1); 7 to 13 are computed and so no lines.
EU_ANNEX_III: tuple[tuple[str, str, str], ...] = (
    ("1", N_("Human resources"), ""),
    ("1.1", N_("Salaries, local staff"), ""),
    ("1.1.1", N_("Technical staff"), N_("month")),
    ("1.1.2", N_("Administrative and support staff"), N_("month")),
    ("1.2", N_("Salaries, international staff"), N_("month")),
    ("1.3", N_("Per diems"), ""),
    ("1.3.1", N_("Per diems abroad, staff"), N_("per diem")),
    ("1.3.2", N_("Per diems local, staff"), N_("per diem")),
    ("1.3.3", N_("Per diems, seminar and conference participants"), N_("per diem")),
    ("2", N_("Travel"), ""),
    ("2.1", N_("International travel"), N_("journey")),
    ("2.2", N_("Local transport"), N_("month")),
    ("3", N_("Equipment and supplies"), ""),
    ("3.1", N_("Vehicles"), N_("item")),
    ("3.2", N_("Furniture, computer equipment"), N_("item")),
    ("3.3", N_("Machines, tools"), N_("item")),
    ("3.4", N_("Spare parts"), N_("item")),
    ("3.5", N_("Other equipment"), N_("item")),
    ("4", N_("Local office"), ""),
    ("4.1", N_("Vehicle costs"), N_("month")),
    ("4.2", N_("Office rent"), N_("month")),
    ("4.3", N_("Consumables, office supplies"), N_("month")),
    ("4.4", N_("Other office services"), N_("month")),
    ("5", N_("Other costs, services"), ""),
    ("5.1", N_("Publications"), ""),
    ("5.2", N_("Studies, research"), ""),
    ("5.3", N_("Expenditure verification, audit"), ""),
    ("5.4", N_("Evaluation"), ""),
    ("5.5", N_("Translation, interpreters"), ""),
    ("5.6", N_("Financial services"), ""),
    ("5.7", N_("Conferences, seminars"), N_("event")),
    ("5.8", N_("Visibility"), ""),
    ("6", N_("Other"), ""),
)
TEMPLATES = {"EU-ANNEX-III": EU_ANNEX_III}
_TEMPLATE_LANGUAGES = ("en", "uk", "sl", "sv", "lv")


def add_template(work: Work, programme_id: str, name: str = "EU-ANNEX-III") -> int:
    """Add the headings and lines of a template that the budget has not got yet; gives how many were added.

    Refused(``template_unknown``).
    """
    if name not in TEMPLATES:
        raise Refused("template_unknown", name=name)
    records.fetch(work, Programme, programme_id)
    present = set(work.session.scalars(select(BudgetLine.code).where(BudgetLine.programme_id == programme_id)))
    codes = {code for code, _, _ in TEMPLATES[name]}
    fresh = [entry for entry in TEMPLATES[name] if entry[0] not in present]
    for code, title, unit in fresh:
        parent = any(below(other, code) for other in codes) or "." not in code
        draft = BudgetLineDraft(
            programme_id=programme_id, code=code, title=_in_languages(title), heading=parent, unit=_unit(work, unit)
        )
        create(work, draft)
    return len(fresh)


def _unit(view: View, unit: str) -> str:
    return words(view.language).say(unit) if unit else ""


def _in_languages(text: str) -> dict[str, str]:
    """The text in every language that has a word for it."""
    found = {language: words(language).say(text) for language in _TEMPLATE_LANGUAGES}
    return {language: said for language, said in found.items() if language == "en" or said != text}
