"""Doubtful rows and names of organisations settled from the command line; what an import did is told again later."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Program

HEADINGS = ("Given name", "Surname", "Organisation", "Position", "E-mail", "Passport number")
FIRST = (
    ("Олександр", "Шевченко", "Občina Domžale", "mayor", "os@town.example", ""),
    ("Олена", "Шевченко", "Občina Domžale", "clerk", "", ""),
)
SECOND = (
    ("О.", "Шевченко", "Domžale Municipality", "driver", "", ""),
    ("Петро", "Мельник", "Domschale", "engineer", "pm at town", ""),
    ("Петро", "Мельник", "Domschale", "teacher", "", "12"),
)


def sheet(path: Path, *rows: tuple[str, ...], more: str = "") -> Path:
    """A workbook with these rows; ``more`` is a second sheet with the same."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for cells in (HEADINGS, *rows):
        page.append(cells)
    if more:
        other = book.create_sheet(more)
        for cells in (HEADINGS, *(("Anna", *row[1:]) for row in rows)):
            other.append(cells)
    book.save(path)
    return path


def take(program: Program, path: Path, *more: str) -> Any:
    """Import a file and give the document."""
    return program.run("import", "participants", path, "--programme", "CEP-UA", "--json", *more).json


@pytest.fixture
def town(structure: Program, tmp_path: Path) -> Program:
    """Two people of one family name are on record."""
    take(structure, sheet(tmp_path / "first.xlsx", *FIRST))
    return structure


def test_rows_and_organisations_are_settled(town: Program, tmp_path: Path) -> None:
    path = sheet(tmp_path / "second.xlsx", *SECOND)
    before = town.content()
    dry = take(town, path, "--dry-run")
    assert [row["outcome"] for row in dry["rows"]] == ["doubtful", "new", "duplicate"]
    known, unknown = dry["organisations"]
    assert (known["text"], known["level"], known["becomes"]) == ("Domžale Municipality", "probable", "link")
    assert (unknown["text"], unknown["rows"], unknown["becomes"]) == ("Domschale", 1, "new")
    domzale = known["organisation"]
    [olena] = [one["code"] for one in town.run("list", "people", "--json").json if one["name"] == "Олена Шевченко"]
    settled = ("--link", f"2={olena.lower()}", "--as-new", "Sheet!4", "--organisation", f"Domschale={domzale}")
    planned = take(town, path, *settled, "--dry-run")
    assert town.content() == before
    done = take(town, path, *settled)
    assert [row["outcome"] for row in done["rows"]] == ["update", "new", "new"]
    assert [row["outcome"] for row in planned["rows"]] == ["update", "new", "new"]
    assert done["rows"][0]["person"] == olena
    after = town.content()
    assert [one["id"] for one in after["organisation"]] == [one["id"] for one in before["organisation"]]
    fresh = [one for one in after["organisation_alias"] if one not in before["organisation_alias"]]
    assert [one["text"] for one in fresh] == ["Domschale"]
    assert len(after["declined_match"]) == 1
    again = take(town, path)
    assert [row["outcome"] for row in again["rows"]][1:] == ["same", "same"]
    assert again["taken_before"] == done["batch"]
    assert "Domschale" not in [one["text"] for one in again["organisations"]]


def test_what_cannot_be_settled_is_refused(town: Program, tmp_path: Path) -> None:
    path = sheet(tmp_path / "second.xlsx", *SECOND)
    before = town.content()
    for options, sentence in (
        (("--link", "77=P-00001"), "no person in row 77"),
        (("--as-new", "Nowhere!2"), "no person in row Nowhere!2"),
        (("--link", "2=P-09999"), "P-09999"),
        (("--link", "2=P-00001", "--as-new", "2"), "named twice"),
        (("--organisation", "Nobody=ORG-0001"), "No row is of “Nobody”"),
        (("--organisation", "Domschale=ORG-9999"), "ORG-9999"),
    ):
        assert sentence in town.refused("import", "participants", path, "--programme", "CEP-UA", *options)
    assert town.content() == before


def test_a_row_must_be_told_of_one_sheet_and_one_file(town: Program, tmp_path: Path) -> None:
    path = sheet(tmp_path / "two.xlsx", *SECOND, more="Other")
    base = ("import", "participants", path, "--programme", "CEP-UA")
    assert "Other, Sheet" in town.refused(*base, "--as-new", "2")
    assert "one file at a time" in town.refused(*base[:3], path, *base[3:], "--as-new", "Sheet!2")
    ran = town.run(*base, "--link", "12")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_name_waits_for_a_click_and_says_so(town: Program, tmp_path: Path) -> None:
    """A probable match never replaces a name by itself (MA-7); linked, it does."""
    path = sheet(tmp_path / "c.xlsx", ("Олєна", "Шевченко", "Občina Domžale", "notary", "", ""))
    name = {"field": "given_name", "old": "Олена", "new": "Олєна"}
    post = {"field": "position", "old": "clerk", "new": "notary"}
    [row] = take(town, path)["rows"]
    assert (row["outcome"], row["changes"]) == ("update", [name | {"taken": False}, post])
    [row] = take(town, path)["rows"]
    assert row["changes"] == [name | {"taken": False}]
    [row] = take(town, path, "--link", f"2={row['person']}")["rows"]
    assert row["changes"] == [name]
    [row] = take(town, path)["rows"]
    assert row["outcome"] == "same"


def test_the_report_is_told_later_without_passports(town: Program, tmp_path: Path) -> None:
    done = take(town, sheet(tmp_path / "second.xlsx", *SECOND), "--as-new", "4")
    told = town.run("import", "report", done["batch"].lower(), "--json").json
    assert (told["batch"], told["file"], told["sha256"]) == (done["batch"], "second.xlsx", done["sha256"])
    assert (told["counts"]["rows_read"], told["counts"]["taken_new"], told["counts"]["doubtful"]) == (3, 2, 1)
    lines = [(row["row"], row["column"], row["field"], row["value"]) for row in told["rows"]]
    assert lines == [(2, "", "", ""), (3, "E", "email", "pm at town"), (4, "F", "passport_number", "")]
    assert told["rows"][0]["action"] == "Not taken in: nobody has decided about it."
    assert told["rows"][1]["action"] == "Left empty."
    plain = town.run("import", "report", done["batch"]).out.splitlines()
    assert plain[0] == f"{done['batch']}, second.xlsx: 3 rows read, 2 people new, 0 updated, 0 the same."
    assert plain[2].startswith("  sheet “Sheet”, row E3: “pm at town” is not an e-mail address.")
    town.run("import", "report", done["batch"], "--output", str(tmp_path / "report.xlsx"))
    page = openpyxl.load_workbook(tmp_path / "report.xlsx").active
    assert page is not None
    assert [cell.value for cell in next(page.iter_rows(min_row=3, max_row=3))][1:4] == [3, "E", "pm at town"]
    assert "IMP-0099" in town.refused("import", "report", "IMP-0099")
