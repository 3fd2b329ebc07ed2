"""The three spreadsheets of the sample give exactly the people they hold, no one twice."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.core.paths import resources
from app.importers.people_row import Reading
from app.importers.staged import Staged
from app.importers.staging import stage
from app.importers.workbook import open_workbook

FOLDER = resources() / "sample" / "participants"
EXPECTED = resources().parent / "tests" / "data" / "participants"
FILES = ("domzale-mentors.xlsx", "sarajevo-network-meeting.xlsx", "zavodske-delegation.xlsx")


def _staged(name: str, reading: Reading | None = None) -> Staged:
    return stage(open_workbook(Path(FOLDER, name)), reading)


@pytest.mark.parametrize("name", FILES)
def test_exactly_these_people(name: str) -> None:
    expected = json.loads((EXPECTED / f"{name}.expected.json").read_text(encoding="utf-8"))
    staged = _staged(name)
    people = [dict(row.fields) for row in staged.rows if row.outcome == "new"]
    assert people == expected["people"]
    told = [
        {"row": row.row, "field": warning.field, "value": warning.value, "kind": "warning"}
        for row in staged.rows
        for warning in row.warnings
    ]
    assert told == expected["rejected"]
    if "sheets" in expected:
        assert Counter(row.sheet for row in staged.rows if row.outcome == "new") == expected["sheets"]


def test_zavodske_as_the_command_line_tells_it() -> None:
    found = _staged("zavodske-delegation.xlsx").as_json()
    assert found["summary"] == {"new": 12, "update": 0, "same": 0, "duplicate": 1, "doubtful": 0, "refused": 0}
    assert json.loads(json.dumps(found)) == found
    (sheet,) = found["sheets"]  # type: ignore[misc]
    assert (sheet["name"], sheet["heading_row"]) == ("Учасники", 4)
    assert sheet["columns"]["2"] == "full_name"
    assert sheet["columns"]["8"] == "passport_number"


def test_zavodske_repeats_one_person_and_skips_the_totals() -> None:
    staged = _staged("zavodske-delegation.xlsx")
    assert [(row.row, row.duplicate_of) for row in staged.rows if row.outcome == "duplicate"] == [(17, 6)]
    assert [(row.row, row.reason) for row in staged.skipped] == [(19, "import_row_total")]
    assert staged.sheets[0].headings.title == "Список учасників навчального візиту Заводської громади"
    first = staged.rows[0]
    assert first.sources == {"given_latin": "generated", "family_latin": "generated", "gender": "patronymic"}
    assert first.raw["phone"] == "(067) 639-55-45"
    assert "уточнити прізвище" in staged.rows[2].extra["comments"]


def test_a_passport_that_runs_out_during_the_visit_is_told() -> None:
    staged = _staged("zavodske-delegation.xlsx", Reading(activity_end=date(2023, 10, 27)))
    told = [(row.row, w.code, w.value) for row in staged.rows for w in row.warnings if w.field == "passport_expiry"]
    assert told == [(9, "import_passport_ended", "15.10.2023")]


def test_sarajevo_finds_turned_round_names_and_leaves_other_sheets() -> None:
    staged = _staged("sarajevo-network-meeting.xlsx")
    repeated = [(row.row, row.other_row) for row in staged.rows if row.outcome == "duplicate"]
    assert repeated == [(41, ("Ukraine", 2)), (42, ("Ukraine", 7)), (43, ("Ukraine", 13))]
    assert [(plan.name, plan.used, plan.reason) for plan in staged.sheets] == [
        ("Sweden", True, ""),
        ("Ukraine", True, ""),
        ("Notes", False, "import_sheet_without_people"),
        ("lists", False, "import_sheet_hidden"),
    ]
    assert staged.rows[0].extra["arrival_date"] == "2024-11-18"
    assert staged.rows[36].sources["given_latin"] == "typed"
