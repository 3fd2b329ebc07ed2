"""A window on a programme with money and a deliverable, on a day of its own, for the tests of their pages."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.dates import PartialDate
from app.core.vocabulary import ActivityKind, ActivityStatus, ExpenditureState
from app.services import activities, budgets, deliverables, expenditures, programmes
from app.services.activities import ActivityDraft
from app.services.budgets import BudgetLineDraft
from app.services.deliverables import DeliverableDraft, ReviewDraft
from app.services.expenditures import ExpenditureDraft
from app.services.programmes import ProgrammeDraft
from tests.ui.record_window import RecordWindow

TODAY = date(2023, 10, 2)


def plain(text: str) -> str:
    """A text with every kind of space as the usual one."""
    return " ".join(text.split())


def _today() -> date:
    return TODAY


class MoneyWindow(RecordWindow):
    """Headings 1 and 2; 2.1 is 100 EUR over its plan of 1000, 2.2 has 500 left; one plan due on 10 October."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.desk.today = _today
        self._fill_money()
        self.desk.set_programme(self.ids["programme"])

    def _fill_money(self) -> None:
        programme = self.ids["programme"]
        with self.context.write("Money") as work:
            draft = programmes.load(work, programme)
            period = {"start": PartialDate.parse("2023-01-01"), "end": PartialDate.parse("2024-12-31")}
            programmes.save(work, programme, _with(draft, **period))
            rows = (
                ("1", "Human resources", True, 0),
                ("1.1", "Salaries", False, 2000_00),
                ("2", "Travel", True, 0),
                ("2.1", "International travel", False, 1000_00),
                ("2.2", "Local transport", False, 500_00),
            )
            for code, title, heading, rate in rows:
                line = BudgetLineDraft(programme, code, {"en": title}, heading, "item", Decimal(1), Decimal(1), rate)
                self.ids[code] = budgets.create(work, line)
            self.ids["invoice"] = expenditures.create(
                work,
                ExpenditureDraft(
                    programme,
                    self.ids["2.1"],
                    supplier="Bus operator",
                    document_date=date(2023, 9, 1),
                    paid_on=date(2023, 9, 10),
                    gross_minor=600_00,
                ),
            )
            self.ids["order"] = expenditures.create(
                work,
                ExpenditureDraft(
                    programme,
                    self.ids["2.1"],
                    state=ExpenditureState.COMMITTED,
                    supplier="Air carrier",
                    document_date=date(2023, 9, 20),
                    gross_minor=500_00,
                ),
            )
            self.ids["plan"] = deliverables.create(
                work,
                DeliverableDraft(
                    programme,
                    title={"en": "Strategy of Zavodske"},
                    due=PartialDate.parse("2023-10-10"),
                    reviews=(ReviewDraft(reviewer="Andrej Pirc", due=date(2023, 9, 30)),),
                ),
            )
            self.ids["visit"] = activities.create(
                work,
                ActivityDraft(
                    programme_id=programme,
                    kind=ActivityKind.MENTORING_VISIT,
                    status=ActivityStatus.PLANNED,
                    title={"en": "Visit of Zavodske"},
                    start=PartialDate.parse("2023-10-09"),
                    end=PartialDate.parse("2023-10-13"),
                ),
            )


def _with(draft: ProgrammeDraft, **values: PartialDate) -> ProgrammeDraft:
    return replace(draft, **values)
