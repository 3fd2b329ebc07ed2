"""Deliverables, indicators, funding and the example budget of a programme of the sample."""

from dataclasses import replace
from datetime import date

from app.core.vocabulary import DeliverableStage
from app.services import budgets, deliverables, expenditures, funding_sources, indicators, sample_files
from app.services.budgets import BudgetLineDraft
from app.services.deliverables import DeliverableDraft
from app.services.expenditures import ExpenditureDraft
from app.services.funding_sources import FundingSourceDraft
from app.services.indicators import IndicatorDraft
from app.services.sample_files import Facts, Known
from app.storage.work import Work


def write_deliverables(work: Work, facts: Facts, programme_id: str, known: Known) -> None:
    """The deliverables with versions and reviews, each moved through its stages on the days of the file (DL-1).

    Raises ValueError when the steps of a file do not end at the stage that it states.
    """
    for row in facts["deliverables"]:
        draft = sample_files.draft(
            DeliverableDraft,
            row,
            known,
            besides=("stage", "moves"),
            programme_id=programme_id,
            stage=DeliverableStage.NOT_STARTED,
        )
        ident = deliverables.create(work, draft)
        reached = DeliverableStage.NOT_STARTED
        for step in row["moves"]:
            reached = DeliverableStage(step["to"])
            deliverables.move(work, ident, reached, date.fromisoformat(step["on"]), step["note"])
        if reached != row["stage"]:
            raise ValueError(f"{row['title']['en']} ends at {reached}")


def write_indicators(work: Work, facts: Facts, programme_id: str, known: Known) -> None:
    """The indicators of a programme with their values."""
    for row in facts["indicators"]:
        indicators.create(work, sample_files.draft(IndicatorDraft, row, known, programme_id=programme_id))


def write_funding(work: Work, facts: Facts, programme_id: str, known: Known) -> None:
    """Where the money comes from, when the file says so."""
    for row in facts.get("funding", ()):
        draft = sample_files.draft(FundingSourceDraft, row, known, programme_id=programme_id)
        funding_sources.create(work, draft)


def write_budget(work: Work, facts: Facts, programme_id: str, known: Known) -> None:
    """Lines, sources and expenditures of a budget; gross is net and VAT together."""
    lines: Known = {}
    for row in facts["lines"]:
        draft = sample_files.draft(BudgetLineDraft, row, known, programme_id=programme_id)
        lines[row["code"]] = budgets.create(work, draft)
    write_funding(work, facts, programme_id, known)
    for row in facts["expenditures"]:
        spent = sample_files.draft(
            ExpenditureDraft, row, known, besides=("line",), programme_id=programme_id, line_id=lines[row["line"]]
        )
        expenditures.create(work, replace(spent, gross_minor=spent.net_minor + spent.vat_minor))
