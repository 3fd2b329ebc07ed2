"""Verbs that take agendas, expenditures and deliverables in, called on the full data file."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from app.core.vocabulary import DeliverableStage
from app.models.agendas import AgendaDay
from app.models.budgets import BudgetLine
from app.models.deliverables import Deliverable
from app.services import agendas, deliverables, expenditures, imports, sheet_imports
from app.services.agendas import SessionDraft
from app.services.deliverables import DeliverableDraft
from app.services.expenditures import ExpenditureDraft
from app.services.import_plans import Decision
from app.services.sheet_imports import RecordPlan
from app.storage.work import Work
from tests.importers.workbooks import xlsx
from tests.services.verbs_ground import DAY, PROGRAMME, VISIT, guest, programme, row, visit
from tests.services.verbs_registry import ELSEWHERE, does

ELSEWHERE.update(
    {
        **{f"sheet_imports_{kind}.write": "the last step of sheet_imports.take_in" for kind in sheet_imports.KINDS},
        "sheet_imports_day_heads.write": "a step of sheet_imports.take_in with an agenda",
        "imports.remember_columns": "a step of every import that is taken in",
    }
)


def _plan(work: Work, kind: str, rows: Sequence[Sequence[object]], **where: str) -> RecordPlan:
    with tempfile.TemporaryDirectory() as folder:
        workbook = imports.read_file(xlsx(Path(folder, "sheet.xlsx"), *rows))
    return sheet_imports.plan(work, workbook, kind, sheet_imports.target_of(work, kind, **where))


def _line(work: Work) -> BudgetLine:
    return row(work, BudgetLine, programme_id=programme(work), heading=False)


@does("sheet_imports.take_in")
def _(work: Work) -> object:
    """An agenda: an item of the agenda that changes, new ones with speakers."""
    known = agendas.list_rows(work, visit(work))[0]
    first = (known.starts_at.date(), f"{known.starts_at:%H:%M}", known.title, "", "Another hall")
    rows = [("Date", "Time", "Title", "Speaker", "Place"), first, (DAY, "20:15-21:00", "Evening talk", "Nobody", "")]
    plan = _plan(work, "agenda", rows, activity=VISIT)
    assert [row.outcome.value for row in plan.rows] == ["update", "new"]
    return sheet_imports.take_in(work, plan)


@does("sheet_imports.take_in")
def _(work: Work) -> object:
    """An agenda whose day heading gives the day its theme and town."""
    rows = [
        ("Date", "Time", "Title", "Speaker", "Place"),
        (DAY + timedelta(days=30), "", "", "", ""),
        ("Theme: Energy of the town", "", "", "", ""),
        (DAY + timedelta(days=30), "09:00-10:00", "Boiler house", "", "Domžale"),
    ]
    before = work.session.scalar(select(func.count()).select_from(AgendaDay)) or 0
    done = sheet_imports.take_in(work, _plan(work, "agenda", rows, activity=VISIT))
    assert work.session.scalar(select(func.count()).select_from(AgendaDay)) == before + 1
    return done


@does("sheet_imports.take_in")
def _(work: Work) -> object:
    """Expenditures: new ones in two currencies, one whose line was typed, one left out."""
    rows = [
        ("Document no.", "Date", "Supplier", "Budget line", "Amount", "Currency"),
        ("R-900", DAY, "Hotel", _line(work).code, 120.5, "EUR"),
        ("R-901", DAY, "Готель", _line(work).code, "1 200,00", "UAH"),
        ("R-902", DAY, "Bus", "", 80, "EUR"),
        ("R-903", DAY, "Bus", _line(work).code, 81, "EUR"),
    ]
    plan = _plan(work, "expenditures", rows, programme=PROGRAMME)
    decisions: Mapping[tuple[str, int], Decision] = {
        ("List", 4): Decision(fields={"line": _line(work).code}),
        ("List", 5): Decision(leave_out=True),
    }
    return sheet_imports.take_in(work, plan, decisions)


@does("sheet_imports.take_in")
def _(work: Work) -> object:
    """Deliverables: one that moves on, a new one that begins at a later stage."""
    known = row(work, Deliverable, programme_id=programme(work), stage=DeliverableStage.DRAFTING)
    rows = [
        ("Code", "Title", "Type", "Status", "Due date"),
        (known.code, "Another title", "", "on hold", "2024-Q3"),
        ("", "A plan of measures", "action plan", "drafting", "March 2024"),
    ]
    return sheet_imports.take_in(work, _plan(work, "deliverables", rows, programme=PROGRAMME))


@does("agendas.create_many")
def _(work: Work) -> object:
    one = SessionDraft(visit(work), datetime(2023, 10, 27, 20), datetime(2023, 10, 27, 21), title={"en": "Talk"})
    return agendas.create_many(work, [one, replace(one, speakers=(guest(work),))])


@does("expenditures.create_many")
def _(work: Work) -> object:
    one = ExpenditureDraft(programme(work), _line(work).id, document_date=date(2023, 10, 5), gross_minor=100_00)
    return expenditures.create_many(work, [one, replace(one, currency="UAH"), replace(one, currency="SEK")])


@does("deliverables.create_many")
def _(work: Work) -> object:
    one = DeliverableDraft(programme(work), title={"en": "Plan"})
    return deliverables.create_many(work, [one, replace(one, stage=DeliverableStage.DRAFTING)])
