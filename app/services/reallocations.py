"""Movements between budget lines, and whether they need an addendum (BU-9, BU-10)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Select, select

from app.core.errors import Problem
from app.core.i18n import pick
from app.core.text import fold
from app.models.budgets import BudgetLine, Reallocation
from app.services import programme_rules, records
from app.services.budgets import main_heading
from app.storage.work import View, Work


class Need(StrEnum):
    """What a movement asks for: nothing inside a heading, a notice up to the limit, an addendum above it."""

    FREE = "free"
    NOTICE = "notice"
    ADDENDUM = "addendum"


@dataclass(frozen=True, slots=True)
class HeadingChange:
    """How far a main heading would be from the contract; ``percent`` is signed, None when it began with nothing."""

    code: str
    base_minor: int
    change_minor: int
    percent: Decimal | None
    over: bool


@dataclass(frozen=True, slots=True)
class ReallocationVerdict:
    """What BU-9 says of a movement, with both headings concerned; none when it stays inside one."""

    need: Need
    limit_percent: int
    headings: tuple[HeadingChange, ...]


@dataclass(frozen=True, slots=True)
class ReallocationRow:
    """A line of the list of movements."""

    id: str
    from_line_id: str
    from_code: str
    from_title: str
    to_line_id: str
    to_code: str
    to_title: str
    amount_minor: int
    decided_on: date | None
    reason: str
    search_text: str


@dataclass(frozen=True, slots=True)
class ReallocationDraft:
    """What an editor holds of a movement, in minor units of the programme's currency."""

    programme_id: str = ""
    from_line_id: str = ""
    to_line_id: str = ""
    amount_minor: int = 0
    decided_on: date | None = None
    reason: str = ""
    version: int = 0


def list_rows(view: View, programme_id: str) -> tuple[ReallocationRow, ...]:
    """The movements of a programme, oldest first."""
    lines = {row.id: row for row in view.session.scalars(_lines(programme_id))}
    rows = view.session.scalars(select(Reallocation).where(Reallocation.programme_id == programme_id))
    found = []
    for row in sorted(rows, key=lambda row: (row.decided_on or date.max, row.id)):
        source, target = lines[row.from_line_id], lines[row.to_line_id]
        titles = pick(source.title, view.language), pick(target.title, view.language)
        found.append(
            ReallocationRow(
                id=row.id,
                from_line_id=source.id,
                from_code=source.code,
                from_title=titles[0],
                to_line_id=target.id,
                to_code=target.code,
                to_title=titles[1],
                amount_minor=row.amount_minor,
                decided_on=row.decided_on,
                reason=row.reason,
                search_text=fold(f"{source.code} {target.code} {titles[0]} {titles[1]} {row.reason}"),
            )
        )
    return tuple(found)


def _lines(programme_id: str) -> Select[BudgetLine]:
    return select(BudgetLine).where(BudgetLine.programme_id == programme_id)


def load(view: View, ident: str) -> ReallocationDraft:
    """The draft of one movement; NotFound."""
    return records.to_draft(records.fetch(view, Reallocation, ident), ReallocationDraft)


def judge(view: View, draft: ReallocationDraft, ident: str = "") -> ReallocationVerdict:
    """What BU-9 says of a movement together with all before it since the contract or the last addendum.

    ``ident`` is the movement itself when it is kept already. Changes add up: +20 % used leaves +5 %.
    """
    on = draft.decided_on or date.today()
    rules = programme_rules.of_programme(view, draft.programme_id, on)
    limit = rules.number("budget.reallocation_percent")
    lines = {row.id: row for row in view.session.scalars(_lines(draft.programme_id))}
    source, target = lines.get(draft.from_line_id), lines.get(draft.to_line_id)
    if source is None or target is None or main_heading(source.code) == main_heading(target.code):
        return ReallocationVerdict(Need.FREE, limit, ())
    base: dict[str, int] = {}
    for row in lines.values():
        if not row.heading:
            base[main_heading(row.code)] = base.get(main_heading(row.code), 0) + row.total_minor
    change: dict[str, int] = {}
    addendum = _day(rules.text("budget.last_addendum"))
    for moved in view.session.scalars(select(Reallocation).where(Reallocation.programme_id == draft.programme_id)):
        if moved.id == ident:
            continue
        # What an addendum has settled belongs to the base from then on.
        settled = addendum is not None and moved.decided_on is not None and moved.decided_on <= addendum
        _add(base if settled else change, lines, moved.from_line_id, moved.to_line_id, moved.amount_minor)
    _add(change, lines, source.id, target.id, draft.amount_minor)
    headings = tuple(
        _heading(code, base.get(code, 0), change.get(code, 0), limit)
        for code in (main_heading(source.code), main_heading(target.code))
    )
    need = Need.ADDENDUM if any(heading.over for heading in headings) else Need.NOTICE
    return ReallocationVerdict(need, limit, headings)


def _add(sums: dict[str, int], lines: dict[str, BudgetLine], source: str, target: str, amount: int) -> None:
    sums[main_heading(lines[source].code)] = sums.get(main_heading(lines[source].code), 0) - amount
    sums[main_heading(lines[target].code)] = sums.get(main_heading(lines[target].code), 0) + amount


def _heading(code: str, base: int, change: int, limit: int) -> HeadingChange:
    percent = (Decimal(100 * change) / base).quantize(Decimal("0.01")) if base else None
    return HeadingChange(code, base, change, percent, abs(change) * 100 > limit * base)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def check(draft: ReallocationDraft, verdict: ReallocationVerdict | None = None) -> tuple[Problem, ...]:
    """What is wrong with a draft; with the verdict also that it needs an addendum (told, not refused)."""
    problems = []
    if not draft.from_line_id:
        problems.append(Problem("from_line_id", "budget_line_missing"))
    if not draft.to_line_id:
        problems.append(Problem("to_line_id", "budget_line_missing"))
    if draft.from_line_id and draft.from_line_id == draft.to_line_id:
        problems.append(Problem("to_line_id", "reallocation_to_itself"))
    if draft.amount_minor <= 0:
        problems.append(Problem("amount_minor", "amount_not_positive", {"value": draft.amount_minor}))
    if not draft.reason.strip():
        problems.append(Problem("reason", "reallocation_reason_missing", severity="warning"))
    if verdict is not None and verdict.need is Need.ADDENDUM:
        codes = ", ".join(heading.code for heading in verdict.headings if heading.over)
        params = {"headings": codes, "limit": verdict.limit_percent}
        problems.append(Problem("amount_minor", "reallocation_needs_addendum", params, "warning"))
    return tuple(problems)


def create(work: Work, draft: ReallocationDraft) -> str:
    """Keep a movement; raises Invalid, also when the source line has not got that much (``reallocation_too_large``)."""
    _expect_possible(work, draft, "")
    row = Reallocation()
    records.apply(row, draft)
    return work.add(row)


def save(work: Work, ident: str, draft: ReallocationDraft) -> None:
    """Keep a changed movement; raises Invalid, Conflict, NotFound."""
    _expect_possible(work, draft, ident)
    row = records.fetch(work, Reallocation, ident)
    records.expect_version(row, draft)
    records.apply(row, draft)
    work.flush()


def delete(work: Work, ident: str) -> None:
    """Take a movement back."""
    work.delete(records.fetch(work, Reallocation, ident))


def _expect_possible(work: Work, draft: ReallocationDraft, ident: str) -> None:
    problems = list(check(draft))
    if not any(problem.severity == "error" for problem in problems):
        for name, line_id in (("from_line_id", draft.from_line_id), ("to_line_id", draft.to_line_id)):
            line = records.fetch(work, BudgetLine, line_id)
            if line.programme_id != draft.programme_id:
                problems.append(Problem(name, "budget_line_elsewhere", {"code": line.code}))
            elif line.heading:
                problems.append(Problem(name, "budget_line_is_heading", {"code": line.code}))
        free = _free(work, draft.from_line_id, ident)
        if draft.amount_minor > free:
            problems.append(Problem("amount_minor", "reallocation_too_large", {"free": free}))
    records.refuse(problems)


def _free(work: Work, line_id: str, ident: str) -> int:
    """What the plan of a line holds now: its own total and what was moved."""
    total = records.fetch(work, BudgetLine, line_id).total_minor
    for row in work.session.scalars(
        select(Reallocation).where(
            Reallocation.id != ident,
            (Reallocation.from_line_id == line_id) | (Reallocation.to_line_id == line_id),
        )
    ):
        total += row.amount_minor if row.to_line_id == line_id else -row.amount_minor
    return total
