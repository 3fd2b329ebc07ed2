"""Agendas, accounts, trackers, sign-in lists and logs of strangers: their meaning was written down first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import imports
from app.services.context import Context
from tests.dump import dump
from tests.messy.accounts_of_strangers import ACCOUNTS, TRACKERS
from tests.messy.agendas_of_strangers import AGENDAS
from tests.messy.attendance_ground import Register, register
from tests.messy.eighth_of_strangers import EIGHTH_ACCOUNTS, EIGHTH_AGENDAS, EIGHTH_LISTS, EIGHTH_TRACKERS
from tests.messy.fifth_of_strangers import FIFTH_ACCOUNTS, FIFTH_AGENDAS, FIFTH_LISTS, FIFTH_TRACKERS
from tests.messy.fourth_of_strangers import FOURTH_LISTS, FOURTH_RECORDS
from tests.messy.further_of_strangers import FURTHER_ACCOUNTS, FURTHER_AGENDAS, FURTHER_LISTS, FURTHER_TRACKERS
from tests.messy.lists_of_strangers import FILES
from tests.messy.ninth_of_strangers import NINTH_ACCOUNTS, NINTH_AGENDAS, NINTH_LISTS, NINTH_TRACKERS
from tests.messy.record_files import CONVERTED, RecordFile, differences
from tests.messy.seventh_of_strangers import SEVENTH_ACCOUNTS, SEVENTH_AGENDAS, SEVENTH_LISTS, SEVENTH_TRACKERS
from tests.messy.sixth_of_strangers import SIXTH_ACCOUNTS, SIXTH_AGENDAS, SIXTH_LISTS, SIXTH_TRACKERS
from tests.messy.third_of_strangers import THIRD_ACCOUNTS, THIRD_AGENDAS, THIRD_LISTS, THIRD_TRACKERS
from tests.services.sheet_ground import Desk, desk

RECORDS = (
    *(*AGENDAS, *FURTHER_AGENDAS, *THIRD_AGENDAS),
    *(*ACCOUNTS, *FURTHER_ACCOUNTS, *THIRD_ACCOUNTS),
    *(*TRACKERS, *FURTHER_TRACKERS, *THIRD_TRACKERS),
    *FOURTH_RECORDS,
    *(*FIFTH_AGENDAS, *FIFTH_ACCOUNTS, *FIFTH_TRACKERS),
    *(*SIXTH_AGENDAS, *SIXTH_ACCOUNTS, *SIXTH_TRACKERS),
    *(*SEVENTH_AGENDAS, *SEVENTH_ACCOUNTS, *SEVENTH_TRACKERS),
    *(*EIGHTH_AGENDAS, *EIGHTH_ACCOUNTS, *EIGHTH_TRACKERS),
    *(*NINTH_AGENDAS, *NINTH_ACCOUNTS, *NINTH_TRACKERS),
)
LISTS = (
    *FILES,
    *FURTHER_LISTS,
    *THIRD_LISTS,
    *FOURTH_LISTS,
    *FIFTH_LISTS,
    *SIXTH_LISTS,
    *SEVENTH_LISTS,
    *EIGHTH_LISTS,
    *NINTH_LISTS,
)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    made = Context.open(tmp_path / "records.mdesk")
    yield made
    made.close()


@pytest.fixture
def house(context: Context, tmp_path: Path) -> Desk:
    return desk(context, tmp_path)


@pytest.fixture
def book(context: Context, tmp_path: Path) -> Register:
    return register(context, tmp_path)


CONVERTED_FILES = sorted(CONVERTED.glob("*.*"))


@pytest.mark.parametrize("path", CONVERTED_FILES, ids=[path.name for path in CONVERTED_FILES])
def test_the_same_files_in_other_formats_mean_the_same(path: Path, house: Desk) -> None:
    file = next(file for file in RECORDS if file.name == path.stem)
    assert imports.read_file(path).kind == path.suffix[1:]
    plan = house.plan(file.kind, path)
    assert differences([row.fields for row in plan.rows if row.outcome != "refused"], file) == []
    assert [row.row for row in plan.rows if row.outcome == "refused"] == list(file.refused)


@pytest.mark.parametrize("file", RECORDS, ids=[file.name for file in RECORDS])
def test_the_rows_mean_what_their_office_meant(file: RecordFile, house: Desk) -> None:
    before = dump(house.context)
    plan = house.plan(file.kind, file.save(house.folder))
    rows = [row for row in plan.rows if row.outcome != "refused"]
    assert differences([row.fields for row in rows], file) == []
    assert [row.row for row in plan.rows if row.outcome == "refused"] == list(file.refused)
    told = {(row.row, warning.field) for row in plan.rows for warning in row.warnings}
    assert set(file.told) <= told
    result = house.take(plan)
    imports.take_back(house.context, result.batch)
    assert dump(house.context) == before


@pytest.mark.parametrize("file", LISTS, ids=[file.name for file in LISTS])
def test_the_marks_are_those_of_the_list(file: RecordFile, book: Register) -> None:
    before = dump(book.context)
    plan = book.plan(file)
    asked = [row.fields.get("full_name", "") for row in plan.rows if row.outcome == "doubtful"]
    assert asked == list(file.asked)
    result = book.take(plan)
    assert book.marks() == {name: tuple(marks) for name, marks in file.marks.items()}
    imports.take_back(book.context, result.batch)
    assert dump(book.context) == before
