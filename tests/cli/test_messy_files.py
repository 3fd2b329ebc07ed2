"""Every messy workbook through the command line, as one would type it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.messy.all_towns import TOWNS
from tests.messy.town import Town, differences


@pytest.mark.parametrize("towns", [TOWNS[start::8] for start in range(8)], ids=list("abcdefgh"))
def test_messy_workbooks_are_read_exactly(structure: Program, tmp_path: Path, towns: tuple[Town, ...]) -> None:
    files = [town.save(tmp_path) for town in towns]
    before = structure.content()
    reports = structure.run("import", "participants", *files, "--programme", "CEP-UA", "--dry-run", "--json").json
    assert structure.content() == before
    assert [report["file"] for report in reports] == [file.name for file in files]
    for town, report in zip(towns, reports, strict=True):
        found = [row["fields"] for row in report["rows"] if row["outcome"] == "new"]
        assert (town.name, differences(found, town)) == (town.name, [])
        others = {(row["outcome"], row["row"]) for row in report["rows"] if row["outcome"] != "new"}
        assert others == {(outcome, row) for outcome, rows in town.others.items() for row in rows}
        messages = [warning["message"] for row in report["rows"] for warning in row["warnings"]]
        assert all(messages)


@pytest.mark.parametrize("towns", [TOWNS[start::24] for start in (0, 8, 16)], ids=list("abc"))
def test_messy_workbooks_are_taken_in_and_taken_back(
    structure: Program, tmp_path: Path, towns: tuple[Town, ...]
) -> None:
    before = structure.content()
    batches = []
    for town in towns:
        report = structure.run("import", "participants", town.save(tmp_path), "--programme", "CEP-UA", "--json").json
        batches.append(report["batch"])
        assert len([row for row in report["rows"] if row["person"]]) >= len(town.people)
    for batch in reversed(batches):
        assert structure.run("import", "undo", batch).status == 0
    assert structure.content() == before
