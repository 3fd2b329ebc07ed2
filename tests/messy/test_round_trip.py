"""Every workbook of other programmes: taken in, taken in again without any change, taken back whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import imports, programmes
from app.services.context import Context
from app.services.imports import ImportPlan
from tests.dump import dump
from tests.messy.all_towns import FURTHER, STRANGERS
from tests.messy.town import Town

#: Of the strangers' lists every fourth and those in rare letters: all of them were tried once, and take a minute more.
LISTS = (
    *FURTHER,
    *(town for number, town in enumerate(STRANGERS) if not number % 4 or "georgian" in town.name),
)


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


@pytest.mark.parametrize("town", LISTS, ids=[town.name for town in LISTS])
def test_it_is_taken_in_once_and_taken_back_whole(town: Town, ground: Context, tmp_path: Path) -> None:
    path = town.save(tmp_path)
    before = dump(ground)
    first = _plan(ground, path)
    with ground.write("Take in") as work:
        result = imports.take_in(work, first)
    assert result.summary["taken_new"] == len(town.people)
    again = {(row.sheet, row.row): row.outcome for row in _plan(ground, path).staged.rows}
    for row in first.staged.rows:
        if row.outcome == "new":
            # Of whom the list tells an initial alone may be somebody else of that name (MA-6): it is asked, never made.
            sure = not row.fields.get("given_name", "").endswith(".")
            assert again[row.sheet, row.row] in (("same",) if sure else ("same", "doubtful")), row.fields
    imports.take_back(ground, result.batch)
    assert dump(ground) == before
