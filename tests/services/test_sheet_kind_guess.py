"""What kind of sheet a file holds: blank templates are known for what they are, lists of people for nothing else."""

from pathlib import Path

import pytest

from app.services import import_templates, imports, sheet_kind_guess
from app.services.context import Context
from tests.importers.workbooks import xlsx
from tests.services.programme_of_visits import build

FIXTURES = Path(__file__).parents[1] / "data"
KINDS = ("people", "agenda", "expenditures", "deliverables", "attendance")


@pytest.mark.parametrize("language", ["en", "sl", "uk", "sv", "lv"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_template_is_known_by_its_headings(context: Context, tmp_path: Path, kind: str, language: str) -> None:
    town = build(context)
    path = tmp_path / "blank.xlsx"
    with context.read() as view:
        about = import_templates.TemplateTarget(town.programme, town.visit)
        import_templates.write(view, kind, path, language, "", about)
    workbook = imports.read_file(path)
    assert sheet_kind_guess.looks_like(workbook, kind) == ""
    other = "people" if kind != "people" else "agenda"
    assert sheet_kind_guess.looks_like(workbook, other) == kind


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("participants/*.xlsx")) + sorted(FIXTURES.glob("messy/*.*")))
def test_no_list_of_people_looks_like_anything_else(path: Path) -> None:
    assert sheet_kind_guess.looks_like(imports.read_file(path), "people") == ""


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([("Dan", "Ura", "Vsebina", "Predavatelj"), ("9. 10. 2023", "9.00", "Otvoritev", "")], "agenda"),
        ([("Datum", "Dobavitelj", "Opis", "Znesek"), ("9. 10. 2023", "Hotel", "Nočitev", "1.200,00")], "expenditures"),
        ([("Deliverable", "Due date", "Status"), ("Strategy", "Q2 2024", "draft")], "deliverables"),
        (
            [("Ime in priimek", "Občina", "9. 10. 2023", "10. 10. 2023"), ("Irena Kovač", "Domžale", "x", "x")],
            "attendance",
        ),
        (
            [
                ("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)"),
                ("Olha Savchuk", "", "2023-10-09 09:00:00", "2023-10-09 10:30:00", 90),
            ],
            "attendance",
        ),
    ],
)
def test_what_towns_send_is_known(tmp_path: Path, rows: list[tuple[object, ...]], kind: str) -> None:
    workbook = imports.read_file(xlsx(tmp_path / "a.xlsx", *rows))
    assert sheet_kind_guess.looks_like(workbook, "people") == ("" if kind == "people" else kind)


def test_a_sheet_of_something_else_is_no_kind_at_all(tmp_path: Path) -> None:
    workbook = imports.read_file(xlsx(tmp_path / "a.xlsx", ("Recipe", "Flour", "Eggs"), ("Cake", 200, 3)))
    assert sheet_kind_guess.looks_like(workbook, "people") == ""
