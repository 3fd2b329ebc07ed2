"""Every messy workbook imports exactly, by the services and by the command line."""

from pathlib import Path

import pytest

from app.importers.staging import stage
from app.importers.workbook import open_workbook
from tests.messy.all_towns import TOWNS
from tests.messy.town import Town, differences


@pytest.mark.parametrize("town", TOWNS, ids=[town.name for town in TOWNS])
def test_the_people_are_read_exactly(town: Town, tmp_path: Path) -> None:
    staged = stage(open_workbook(town.save(tmp_path)))
    rows = list(staged.rows)
    assert differences([row.fields for row in rows if row.outcome == "new"], town) == []
    others: dict[str, tuple[int, ...]] = {}
    for row in rows:
        if row.outcome != "new":
            others[row.outcome.value] = (*others.get(row.outcome.value, ()), row.row)
    assert others == dict(town.others)
    told = {(row.row, warning.field) for row in rows for warning in row.warnings}
    assert set(town.told) <= told


def test_there_are_more_than_thirty_and_all_have_names_of_their_own() -> None:
    assert len({town.name for town in TOWNS}) == len(TOWNS) > 30
