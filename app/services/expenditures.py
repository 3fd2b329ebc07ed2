"""Expenditures: documents that cost money, committed or paid, converted to the budget's currency (BU-6, BU-12)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.errors import Problem
from app.core.i18n import pick
from app.core.ids import new_ids
from app.core.money import convert
from app.core.text import fold
from app.core.vocabulary import ExpenditureState
from app.models.activities import Activity
from app.models.budgets import BudgetLine, Expenditure
from app.models.programmes import Programme
from app.services import programme_rules, records
from app.services.exchange_rates import RateTable, is_currency
from app.storage.work import View, Work

#: What stands as source of a rate that was typed with the document.
TYPED = "typed"


@dataclass(frozen=True, slots=True)
class ExpenditureRow:
    """A line of the list; sums in minor units. ``rate_missing``: the sum in the budget's currency is not known yet."""

    id: str
    programme_id: str
    line_id: str
    line_code: str
    line: str
    activity_id: str
    activity: str
    state: ExpenditureState
    document_no: str
    document_date: date | None
    paid_on: date | None
    supplier: str
    description: str
    eligible_minor: int
    gross_minor: int
    currency: str
    rate: Decimal
    rate_source: str
    budget_minor: int
    rate_missing: bool
    search_text: str


@dataclass(frozen=True, slots=True)
class ExpenditureDraft:
    """What an editor holds of an expenditure. ``rate`` 0 means: take it from the rate table."""

    programme_id: str = ""
    line_id: str = ""
    activity_id: str | None = None
    state: ExpenditureState = ExpenditureState.PAID
    document_no: str = ""
    document_date: date | None = None
    paid_on: date | None = None
    supplier: str = ""
    description: str = ""
    net_minor: int = 0
    vat_minor: int = 0
    vat_eligible: bool = True
    gross_minor: int = 0
    currency: str = "EUR"
    rate: Decimal = Decimal(0)
    rate_source: str = ""
    paid_by: str = ""
    notes: str = ""
    version: int = 0

    @property
    def eligible_minor(self) -> int:
        """What counts of it, in its own currency: VAT only where it cannot be recovered (BU-8)."""
        return self.gross_minor if self.vat_eligible else self.gross_minor - self.vat_minor


def list_rows(
    view: View, programme_id: str = "", line_id: str = "", activity_id: str = ""
) -> tuple[ExpenditureRow, ...]:
    """Expenditures, the newest first; those without a date at the top, where they are seen."""
    query = select(Expenditure)
    if programme_id:
        query = query.where(Expenditure.programme_id == programme_id)
    if line_id:
        query = query.where(Expenditure.line_id == line_id)
    if activity_id:
        query = query.where(Expenditure.activity_id == activity_id)
    lines = {row.id: row for row in view.session.scalars(select(BudgetLine))}
    activities = dict(view.session.execute(select(Activity.id, Activity.code)).all())
    rows = sorted(view.session.scalars(query), key=lambda row: (row.document_date or date.max, row.id), reverse=True)
    return tuple(_row(view, row, lines.get(row.line_id), activities.get(row.activity_id or "", "")) for row in rows)


def _row(view: View, row: Expenditure, line: BudgetLine | None, activity: str) -> ExpenditureRow:
    title = pick(line.title, view.language) if line else ""
    code = line.code if line else ""
    return ExpenditureRow(
        id=row.id,
        programme_id=row.programme_id,
        line_id=row.line_id,
        line_code=code,
        line=title,
        activity_id=row.activity_id or "",
        activity=activity,
        state=row.state,
        document_no=row.document_no,
        document_date=row.document_date,
        paid_on=row.paid_on,
        supplier=row.supplier,
        description=row.description,
        eligible_minor=row.gross_minor if row.vat_eligible else row.gross_minor - row.vat_minor,
        gross_minor=row.gross_minor,
        currency=row.currency,
        rate=row.rate,
        rate_source=row.rate_source,
        budget_minor=row.budget_minor,
        rate_missing=row.rate <= 0,
        search_text=" ".join(text for text in (row.search_text, fold(title), fold(code), fold(activity)) if text),
    )


def load(view: View, ident: str) -> ExpenditureDraft:
    """The draft of one expenditure; a rate of the table comes as 0 again, so that it follows its dates. NotFound."""
    row = records.fetch(view, Expenditure, ident)
    typed = row.rate_source == TYPED
    return records.to_draft(
        row, ExpenditureDraft, rate=row.rate if typed else Decimal(0), rate_source=row.rate_source if typed else ""
    )


def check(
    draft: ExpenditureDraft, programme: PartialDate | None = None, end: PartialDate | None = None
) -> tuple[Problem, ...]:
    """What is wrong with a draft; ``programme`` and ``end`` are the programme's start and end (BU-8)."""
    problems = []
    if not draft.programme_id:
        problems.append(Problem("programme_id", "programme_missing"))
    if not draft.line_id:
        problems.append(Problem("line_id", "budget_line_missing"))
    if not is_currency(draft.currency):
        problems.append(Problem("currency", "currency_unknown", {"value": draft.currency}))
    if draft.rate < 0:
        problems.append(Problem("rate", "rate_not_positive"))
    if draft.gross_minor == 0:
        problems.append(Problem("gross_minor", "amount_missing", severity="warning"))
    given = draft.net_minor or draft.vat_minor
    if given and draft.net_minor + draft.vat_minor != draft.gross_minor:
        problems.append(Problem("gross_minor", "gross_is_not_net_and_vat"))
    if draft.state is ExpenditureState.PAID and draft.paid_on is None:
        problems.append(Problem("paid_on", "paid_day_missing", severity="warning"))
    if draft.paid_on and draft.document_date and draft.paid_on < draft.document_date:
        problems.append(Problem("paid_on", "paid_before_document", severity="warning"))
    day = draft.document_date or draft.paid_on
    first, last = programme.first if programme else None, end.last if end else None
    if day and ((first and day < first) or (last and day > last)):
        problems.append(Problem("document_date", "outside_programme_period", severity="warning"))
    return tuple(problems)


def create(work: Work, draft: ExpenditureDraft) -> str:
    """Keep an expenditure, also without a rate: the figures tell of it (BU-12). Raises Invalid, NotFound."""
    records.refuse(_check_line(work, draft))
    row = Expenditure()
    _fill(work, row, draft)
    return work.add(row)


def create_many(work: Work, drafts: Sequence[ExpenditureDraft]) -> list[str]:
    """Keep many expenditures at once, as ``create`` would one by one; gives their ids in order. Invalid, NotFound."""
    lines = {row.id: row for row in work.session.scalars(select(BudgetLine))}
    programmes = {row.id: row for row in work.session.scalars(select(Programme))}
    table, methods = RateTable(work), dict[tuple[str, date | None], str]()
    rows: list[dict[str, object]] = []
    for ident, draft in zip(new_ids(len(drafts)), drafts, strict=True):
        records.refuse(_check_line(work, draft, lines))
        row = Expenditure(id=ident)
        records.apply(row, draft, skip=("rate", "rate_source"))
        _convert(work, row, draft, programmes[draft.programme_id], table, methods)
        row.search_text = _searched(row)
        rows.append({name: value for name, value in vars(row).items() if not name.startswith("_")})
    work.insert_many(Expenditure, rows)
    return [str(row["id"]) for row in rows]


def save(work: Work, ident: str, draft: ExpenditureDraft) -> None:
    """Keep a changed expenditure; raises Invalid, Conflict, NotFound."""
    records.refuse(_check_line(work, draft))
    row = records.fetch(work, Expenditure, ident)
    records.expect_version(row, draft)
    _fill(work, row, draft)
    work.flush()


def delete(work: Work, ident: str) -> None:
    """Delete an expenditure."""
    work.delete(records.fetch(work, Expenditure, ident))


def set_paid(work: Work, ident: str, on: date) -> None:
    """An order was paid on a day; a rate by month of payment is looked up again."""
    save(work, ident, replace(load(work, ident), state=ExpenditureState.PAID, paid_on=on))


def _check_line(
    work: Work, draft: ExpenditureDraft, lines: Mapping[str, BudgetLine] | None = None
) -> tuple[Problem, ...]:
    """The problems of a draft, with what only the data file knows: a line of the same programme that is no heading."""
    problems = list(check(draft))
    if draft.line_id:
        line = (lines or {}).get(draft.line_id) or records.fetch(work, BudgetLine, draft.line_id)
        if line.programme_id != draft.programme_id:
            problems.append(Problem("line_id", "budget_line_elsewhere", {"code": line.code}))
        elif line.heading:
            problems.append(Problem("line_id", "budget_line_is_heading", {"code": line.code}))
    return tuple(problems)


def fill_rates(work: Work, programme_id: str) -> int:
    """Look up the rates of expenditures that have none yet; gives how many found one (BU-12)."""
    table = RateTable(work)
    programme = records.fetch(work, Programme, programme_id)
    filled = 0
    for row in work.session.scalars(select(Expenditure).where(Expenditure.programme_id == programme_id)):
        if row.rate <= 0:
            draft = records.to_draft(row, ExpenditureDraft, rate=Decimal(0), rate_source="")
            _convert(work, row, draft, programme, table)
            filled += row.rate > 0
    work.flush()
    return filled


def _fill(work: Work, row: Expenditure, draft: ExpenditureDraft) -> None:
    programme = records.fetch(work, Programme, draft.programme_id)
    records.apply(row, draft, skip=("rate", "rate_source"))
    _convert(work, row, draft, programme, None)
    row.search_text = _searched(row)


def _searched(row: Expenditure) -> str:
    """What one may search an expenditure by, folded."""
    parts = [row.document_no, row.supplier, row.description, row.paid_by]
    return " ".join(dict.fromkeys(fold(part) for part in parts if part))


def _convert(
    work: Work,
    row: Expenditure,
    draft: ExpenditureDraft,
    programme: Programme,
    table: RateTable | None,
    methods: dict[tuple[str, date | None], str] | None = None,
) -> None:
    """Rate and sum in the budget's currency: typed, else by the programme's method (BU-11); 0 where there is none."""
    if draft.currency == programme.currency:
        rate, source = Decimal(1), ""
    elif draft.rate > 0:
        rate, source = draft.rate, TYPED
    else:
        day = draft.document_date or draft.paid_on
        known = methods if methods is not None else {}
        if (programme.id, day) not in known:
            rules = programme_rules.of_programme(work, programme.id, day or date.today())
            known[programme.id, day] = rules.text("budget.rate_method")
        method = known[programme.id, day]
        if method == "month_paid":
            day = draft.paid_on or draft.document_date
        found = (
            None if method == "own_books" else (table or RateTable(work)).rate(programme.currency, draft.currency, day)
        )
        rate, source = found or (Decimal(0), "")
    row.rate, row.rate_source = rate, source
    row.budget_minor = convert(draft.eligible_minor, rate) if rate > 0 else 0
