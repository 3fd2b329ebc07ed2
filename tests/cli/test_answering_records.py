"""``import answer --kind``: agendas, accounts, trackers and lists are answered as those of people are."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.services.context import Context
from tests.cli.conftest import Program
from tests.importers.workbooks import xlsx
from tests.services.programme_of_visits import item
from tests.services.sheet_ground import desk

AGENDA = (("Дата", "Час", "Захід"), ("09.10.2023", "увечері", "Концерт"))
PLANS = (("Naziv dokumenta", "Rok", "Stanje", "Opombe"), ("Načrt prometa", "jeseni 2026", "Osnutek", ""))
COSTS = (("Datum", "Leverantör", "Belopp (SEK)", "Budgetpost"), ("2023-10-05", "SAS", "ca 100", "1.1"))
MARKS = (("Vārds, uzvārds", "09.10.2023"), ("Olha Savchuk", "???"))


@pytest.fixture
def visit(tmp_path: Path) -> Program:
    """A programme with a budget and a visit of one session."""
    (tmp_path / "home").mkdir()
    context = Context.open(tmp_path / "t.mdesk")
    made = desk(context, tmp_path)
    with context.write("Agenda") as work:
        item(work, made.town.visit, 9, "9:00", "10:30")
    context.changed = False
    context.close()
    return Program(tmp_path / "home", tmp_path / "t.mdesk")


@pytest.mark.parametrize(
    ("kind", "rows", "where", "said"),
    [
        ("agenda", AGENDA, "B2", "«увечері» – не час."),
        ("deliverables", PLANS, "B2", "»jeseni 2026«"),
        ("expenditures", COSTS, "C2", "”ca 100”"),
        ("attendance", MARKS, "B2", ""),
    ],
)
def test_the_sender_is_answered(
    kind: str, rows: tuple[tuple[str, ...], ...], where: str, said: str, visit: Program, tmp_path: Path
) -> None:
    path, made = xlsx(tmp_path / "sent.xlsx", *rows), tmp_path / "answer.xlsx"
    before = visit.content()
    where_to = ("--programme", "CEP-UA", "--activity", "CEP-UA-V01")
    ran = visit.run("import", "answer", path, "--kind", kind, *where_to, "--output", made)
    assert (ran.status, ran.err) == (0, "")
    page = load_workbook(made).worksheets[0]
    found = {cell.coordinate: cell.comment.text for row in page.iter_rows() for cell in row if cell.comment}
    assert list(found) == [where]
    assert found[where].startswith(said)
    assert visit.content() == before


def test_attendance_needs_an_activity(visit: Program, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "list.xlsx", *MARKS)
    told = visit.refused(
        "import", "answer", path, "--kind", "attendance", "--programme", "CEP-UA", "--output", tmp_path / "a.xlsx"
    )
    assert told == "Say into which visit or training the file goes, with --activity CODE."
