"""``import agenda|expenditures|deliverables`` and ``export template`` from the command line."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Program
from tests.importers.workbooks import xlsx

HEAD = ("Date", "Time", "Title", "Speaker")


def test_an_agenda_is_tried_taken_in_and_taken_back(structure: Program, tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "agenda.xlsx", HEAD, ("9.10.2023", "9:00-10:00", "Відкриття", ""), ("9.10.", "?", "Talk", "")
    )
    command = ("import", "agenda", path, "--activity", "CEP-UA-V02", "--json")
    before = structure.content()
    dry = structure.run(*command, "--dry-run").json
    assert list(dry)[:7] == ["kind", "file", "sha256", "batch", "sheets", "rows", "summary"]
    assert (dry["kind"], dry["batch"], dry["file"]) == ("agenda", None, "agenda.xlsx")
    assert dry["sheets"][0]["columns"] == {"1": "date", "2": "time", "3": "title", "4": "speakers"}
    assert [row["outcome"] for row in dry["rows"]] == ["new", "refused"]
    assert dry["rows"][1]["reason"] == "The time is not told. Type when it begins."
    assert structure.content() == before
    done = structure.run(*command).json
    assert (done["batch"], done["summary"]["new"]) == ("IMP-0001", 1)
    assert len(structure.content()["session"]) == len(before["session"]) + 1
    again = structure.run(*command).json
    assert [row["outcome"] for row in again["rows"]] == ["same", "refused"]
    for batch in ("IMP-0002", "IMP-0001"):
        assert structure.run("import", "undo", batch).status == 0
    assert structure.content()["session"] == before["session"]


def test_expenditures_say_what_was_read_in_words(structure: Program, tmp_path: Path) -> None:
    head = ("Invoice no.", "Date", "Supplier", "Budget line", "Amount")
    rows = (
        ("1", "1.10.2023", "Hotel", "9.99", "12,50"),
        ("2", "1.10.2023", "Bus", "", "5"),
        ("", "", "", "Total", "20"),
    )
    path = xlsx(tmp_path / "costs.xlsx", head, *rows)
    ran = structure.run("import", "expenditures", path, "--budget", "CEP-UA", "--dry-run")
    assert ran.out.splitlines() == [
        "costs.xlsx, dry run: 0 new, 0 updated, 0 the same, 0 repeated, 0 doubtful, 2 refused",
        "  sheet “List”, row 2: “9.99” is no line of this budget. Choose one.",
        "  sheet “List”, row 3: No budget line is told. Choose one.",
        "  sheet “List”: The total in row 4 says 20.00, but the rows add up to 17.50.",
    ]
    assert structure.refused("import", "expenditures", path, "--programme", "CEP-UA") == (
        "There is no row to take in: all are refused, repeated or left out. Nothing was changed."
    )


def test_one_refused_file_stops_all(structure: Program, tmp_path: Path) -> None:
    good = xlsx(tmp_path / "a.xlsx", ("Title", "Type"), ("Plan", "action plan"))
    bad = xlsx(tmp_path / "b.xlsx", ("Milk", "Bread"), ("1", "2"))
    before = structure.content()
    sentence = structure.refused("import", "deliverables", good, bad, "--programme", "CEP-UA")
    assert sentence.startswith("No sheet has headings of this kind.")
    assert structure.content() == before
    done = structure.run("import", "deliverables", good, "--programme", "CEP-UA").out
    assert "Import IMP-0001." in done


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("agenda",), "Say into which visit or training the file goes, with --activity CODE."),
        (("deliverables",), "Say into which programme the file goes, with --programme CODE."),
        (("expenditures", "--programme", "CEP-UA", "--line", "77"), "“77” is no line of this budget. Choose one."),
        (("agenda", "--activity", "CEP-UA-V02", "--programme", "ICLD-DR"), "CEP-UA-V02 does not belong to"),
        (("agenda", "--activity", "CEP-UA-V02", "--sheet", "Nope"), "There is no sheet called Nope."),
    ],
)
def test_refusals_are_one_sentence(structure: Program, tmp_path: Path, options: tuple[str, ...], sentence: str) -> None:
    path = xlsx(tmp_path / "a.xlsx", HEAD, ("9.10.2023", "9:00", "Talk", ""))
    assert structure.refused("import", options[0], path, *options[1:]).startswith(sentence)


def test_a_blank_sheet_is_written(structure: Program, tmp_path: Path) -> None:
    target = tmp_path / "blank.xlsx"
    ran = structure.run(
        "export", "template", "agenda", "--output", target, "--language", "sl", "--activity", "CEP-UA-V02"
    )
    assert ran.status == 0
    assert load_workbook(target).worksheets[0]["A1"].value == "Datum *"
    refused = structure.refused("export", "template", "agenda", "--output", tmp_path / "blank.pdf")
    assert refused.endswith(".xlsx.") or ".xlsx" in refused
    assert structure.refused("export", "template", "agenda", "--output", target, "--programme", "X").startswith(
        "There is"
    )
