"""A small programme for sheets of records: towns, people, budget lines, a visit of three days, and how they come in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from app.models.partnerships import PartnershipMember
from app.services import budgets, imports, sheet_imports
from app.services.budgets import BudgetLineDraft
from app.services.context import Context
from app.services.import_plans import Decision, ImportResult, RowKey
from app.services.sheet_imports import RecordPlan
from tests.importers.workbooks import xlsx
from tests.services import programme_of_visits
from tests.services.programme_of_visits import Town

LINES = (
    ("1", {"en": "Travel", "uk": "Подорожі"}, True),
    ("1.1", {"en": "Flights", "uk": "Авіаквитки", "sl": "Letalske vozovnice"}, False),
    ("1.2", {"en": "Hotels", "uk": "Проживання"}, False),
    ("2.10", {"en": "Interpreters", "sv": "Tolkar"}, False),
)


@dataclass
class Desk:
    """One data file and a folder for workbooks."""

    context: Context
    folder: Path
    town: Town
    count: int = 0

    def file(self, *rows: Any, change: Callable[[Worksheet], None] | None = None, name: str = "List") -> Path:
        """A workbook with these rows."""
        self.count += 1
        return xlsx(self.folder / f"{self.count}.xlsx", *rows, change=change, name=name)

    def plan(self, kind: str, path: Path, **where: str) -> RecordPlan:
        """What taking the file in would do."""
        where = where or ({"activity": "CEP-UA-V01"} if kind == "agenda" else {"programme": "CEP-UA"})
        workbook = imports.read_file(path)
        with self.context.read() as view:
            return sheet_imports.plan(view, workbook, kind, sheet_imports.target_of(view, kind, **where))

    def take(self, plan: RecordPlan, decisions: Mapping[RowKey, Decision] | None = None) -> ImportResult:
        """Take it in, in a unit of its own."""
        with self.context.write("Take in") as work:
            return sheet_imports.take_in(work, plan, decisions)

    def decide(self, plan: RecordPlan, decisions: Mapping[RowKey, Decision]) -> RecordPlan:
        """The plan with decisions."""
        with self.context.read() as view:
            return sheet_imports.decide(view, plan, decisions)


def desk(context: Context, folder: Path) -> Desk:
    """The programme built in a fresh data file."""
    town = programme_of_visits.build(context)
    with context.write("Budget") as work:
        for code, title, heading in LINES:
            budgets.create(work, BudgetLineDraft(town.programme, code, title, heading))
        for organisation in (town.host, town.guest):
            work.add(PartnershipMember(partnership_id=town.partnership, organisation_id=organisation))
    return Desk(context, folder, town)


def told(plan: RecordPlan, row: int) -> list[tuple[str, str]]:
    """(field, code) of all that is told of a row."""
    return [(one.field, one.code) for found in plan.rows if found.row == row for one in found.warnings]


def fields(plan: RecordPlan, row: int, *names: str) -> tuple[str, ...]:
    """Some fields of a row as understood."""
    (found,) = [one for one in plan.rows if one.row == row]
    return tuple(found.fields.get(name, "") for name in names)


def outcomes(plan: RecordPlan) -> dict[int, str]:
    """The outcome of each row."""
    return {row.row: row.outcome.value for row in plan.rows}
