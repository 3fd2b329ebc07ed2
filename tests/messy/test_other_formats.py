"""The same messy workbooks as LibreOffice kept them in the old format of Excel and in its own.

The files in ``tests/data/messy`` were converted once from the workbooks of ``tests/messy``.
"""

from pathlib import Path

import pytest

from app.importers.staging import stage
from app.importers.workbook import open_workbook
from tests.messy.all_towns import TOWNS
from tests.messy.town import differences

FILES = sorted((Path(__file__).parents[1] / "data" / "messy").glob("*.*"))
BY_NAME = {town.name: town for town in TOWNS}


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_the_people_are_read_exactly(file: Path) -> None:
    workbook = open_workbook(file)
    assert workbook.kind == file.suffix[1:]
    staged = stage(workbook)
    assert differences([row.fields for row in staged.rows if row.outcome == "new"], BY_NAME[file.stem]) == []


def test_both_formats_are_there() -> None:
    assert {file.suffix for file in FILES} == {".xls", ".ods"}
