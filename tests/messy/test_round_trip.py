"""Every workbook of other programmes: taken in, taken in again without any change, taken back whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import imports, programmes
from app.services.context import Context
from app.services.imports import ImportPlan
from tests.dump import dump
from tests.messy.all_towns import FURTHER
from tests.messy.town import Town


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Context]:
    """A data file with one programme."""
    context = Context.open(tmp_path / "towns.mdesk")
    with context.write("New") as work:
        programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
    yield context
    context.close()


def _plan(context: Context, path: Path) -> ImportPlan:
    workbook = imports.read_file(path)
    with context.read() as view:
        return imports.plan(view, workbook, imports.target_of(view, "CEP-UA"))


@pytest.mark.parametrize("town", FURTHER, ids=[town.name for town in FURTHER])
def test_it_is_taken_in_once_and_taken_back_whole(town: Town, ground: Context, tmp_path: Path) -> None:
    path = town.save(tmp_path)
    before = dump(ground)
    first = _plan(ground, path)
    with ground.write("Take in") as work:
        result = imports.take_in(work, first)
    assert result.summary["taken_new"] == len(town.people)
    again = _plan(ground, path)
    expected = dict.fromkeys(((row.sheet, row.row) for row in first.staged.rows), "") | {
        (row.sheet, row.row): "same" for row in first.staged.rows if row.outcome == "new"
    }
    assert {
        (row.sheet, row.row): row.outcome.value if expected[row.sheet, row.row] else "" for row in again.staged.rows
    } == expected
    imports.take_back(ground, result.batch)
    assert dump(ground) == before
