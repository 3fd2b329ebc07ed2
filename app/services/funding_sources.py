"""Where the money of a programme comes from (BU-5)."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from app.core.errors import Problem
from app.core.text import fold
from app.models.budgets import BudgetLine, FundingSource
from app.models.organisations import Organisation
from app.services import records
from app.services.organisations import name_of
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class FundingSourceRow:
    """A line of the financing plan; ``amount_minor`` is typed or computed from the share of the planned total."""

    id: str
    name: str
    organisation: str
    amount_minor: int
    share_percent: Decimal | None
    in_kind: bool
    received_minor: int
    open_minor: int
    search_text: str


@dataclass(frozen=True, slots=True)
class FundingSourceDraft:
    """What an editor holds of a source: an amount, or a share of the total in percent."""

    programme_id: str = ""
    organisation_id: str | None = None
    name: str = ""
    amount_minor: int | None = None
    share_percent: Decimal | None = None
    in_kind: bool = False
    received_minor: int = 0
    notes: str = ""
    version: int = 0


def list_rows(view: View, programme_id: str) -> tuple[FundingSourceRow, ...]:
    """The sources of a programme in the order in which they were written down."""
    planned = sum(
        view.session.scalars(
            select(BudgetLine.total_minor).where(BudgetLine.programme_id == programme_id, ~BudgetLine.heading)
        )
    )
    pairs = view.session.execute(
        select(FundingSource, Organisation)
        .outerjoin(Organisation, Organisation.id == FundingSource.organisation_id)
        .where(FundingSource.programme_id == programme_id)
        .order_by(FundingSource.id)
    )
    return tuple(_row(view, row, organisation, planned) for row, organisation in pairs)


def _row(view: View, row: FundingSource, organisation: Organisation | None, planned: int) -> FundingSourceRow:
    amount, share = row.amount_minor, row.share_percent
    if amount is None:
        amount = int((planned * (share or Decimal(0)) / 100).to_integral_value(rounding="ROUND_HALF_UP"))
    elif share is None and planned:
        share = (Decimal(100 * amount) / planned).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    name = name_of(organisation, view.language)
    return FundingSourceRow(
        id=row.id,
        name=row.name or name,
        organisation=name,
        amount_minor=amount,
        share_percent=share,
        in_kind=row.in_kind,
        received_minor=row.received_minor,
        open_minor=amount - row.received_minor,
        search_text=fold(f"{row.name} {name}"),
    )


def load(view: View, ident: str) -> FundingSourceDraft:
    """The draft of one source; NotFound."""
    return records.to_draft(records.fetch(view, FundingSource, ident), FundingSourceDraft)


def check(draft: FundingSourceDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft: somebody must be named, with an amount or a share that makes sense."""
    problems = []
    if not draft.programme_id:
        problems.append(Problem("programme_id", "programme_missing"))
    if not draft.name.strip() and not draft.organisation_id:
        problems.append(Problem("name", "source_name_missing"))
    if draft.share_percent is not None and not 0 <= draft.share_percent <= 100:
        problems.append(Problem("share_percent", "percent_out_of_range", {"value": draft.share_percent}))
    for name in ("amount_minor", "received_minor"):
        if (getattr(draft, name) or 0) < 0:
            problems.append(Problem(name, "amount_negative", {"value": getattr(draft, name)}))
    return tuple(problems)


def create(work: Work, draft: FundingSourceDraft) -> str:
    """Keep a source; raises Invalid."""
    records.refuse(check(draft))
    row = FundingSource()
    records.apply(row, draft)
    return work.add(row)


def save(work: Work, ident: str, draft: FundingSourceDraft) -> None:
    """Keep a changed source; raises Invalid, Conflict, NotFound."""
    records.refuse(check(draft))
    row = records.fetch(work, FundingSource, ident)
    records.expect_version(row, draft)
    records.apply(row, draft)
    work.flush()


def delete(work: Work, ident: str) -> None:
    """Delete a source."""
    work.delete(records.fetch(work, FundingSource, ident))
