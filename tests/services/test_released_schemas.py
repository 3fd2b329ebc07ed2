"""A data file of every released schema is opened by this program, whole (made by ``scripts/make_schema_sample.py``)."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.models.people import Person
from app.services import (
    activities,
    budget_figures,
    certificates,
    deliverables,
    expenditures,
    history,
    organisations,
    partnerships,
    people,
    people_list,
    programmes,
    workspace,
)
from app.services.certificates import Verdict
from app.services.context import Context
from app.storage import units
from app.storage.database import SCHEMA
from tests.dump import dump
from tests.services.readers_registry import READERS, TODAY
from tests.services.verbs_ground import close, ident, programme

DATA = Path(__file__).parents[1] / "data"
#: Rows that no data file of a schema can have by itself: they belong to a file that was brought in or kept.
_WITH_A_FILE = {"document", "import_batch", "column_mapping"}
#: Rows of later schemas: an older file has none.
_LATER = {
    "schema-0001": {"paper_look", "paper_template", "person_name_form"},
    "schema-0002": {"person_name_form"},
}
#: Visits have their line, other activities a line of their own.
_OF_OTHERS = {"training"}


@pytest.fixture(params=sorted(DATA.glob("schema-*.mdesk")), ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the data file of one released schema."""
    source: Path = request.param
    return Path(shutil.copyfile(source, tmp_path / source.name))


@pytest.fixture
def opened(released: Path) -> Iterator[Context]:
    """The copy, opened by this program."""
    context = Context.open(released)
    yield context
    close(context)


def test_every_released_schema_has_a_file() -> None:
    names = [path.name for path in sorted(DATA.glob("schema-*.mdesk"))]
    assert names == [f"schema-{number:04d}.mdesk" for number in range(1, SCHEMA + 1)]
    assert all((DATA / name).stat().st_size < 400_000 for name in names)


def test_the_file_is_of_the_schema_of_its_name(released: Path) -> None:
    connection = sqlite3.connect(released)
    try:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == int(released.stem.rpartition("-")[2])
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] == 0
    finally:
        connection.close()


def test_it_is_sound_and_has_rows_of_every_kind(opened: Context, released: Path) -> None:
    result = workspace.check(opened)
    assert result.faults == ()
    empty = {kind for kind, rows in dump(opened).items() if not rows}
    assert empty <= _WITH_A_FILE | _OF_OTHERS | _LATER.get(released.stem, set())


def test_every_list_is_read(opened: Context) -> None:
    for language in ("en", "uk"):
        opened.language = language
        for reader in READERS.values():
            with opened.read() as view:
                reader(view)


def test_what_was_written_is_what_is_read(opened: Context) -> None:
    with opened.read() as view:
        (town, hromada) = organisations.list_rows(view)
        (held,) = programmes.list_rows(view)
        (pair,) = partnerships.list_rows(view)
        (visit,) = activities.list_rows(view)
        (certificate,) = certificates.list_rows(view)
        (plan,) = deliverables.list_rows(view, today=TODAY)
        (paid,) = expenditures.list_rows(view)
        table = budget_figures.table(view, programme(view), TODAY)
        codes = [row.code for row in people_list.list_rows(view)]
        travel = activities.load(view, visit.id).visit.travel
        verified = certificates.verify(view, f"{certificate.number} {certificate.code}")
    assert (town.name, town.aliases, hromada.country) == ("Municipality of Domžale", "Domzale", "UA")
    assert (held.code, pair.code, visit.code) == ("CEP-UA", "CEP-UA-P01", "CEP-UA-V01")
    assert (certificate.number, certificate.holder_latin, certificate.minutes) == (
        "CEP-UA-2023-0001",
        "Olena Koval",
        90,
    )
    # Another installation sealed it: this one can say whose it is, but not vouch for it.
    assert verified.verdict is Verdict.OTHER_INSTALLATION
    assert (plan.code, plan.version) == ("CEP-UA-D01", "0.1")
    # 7,700.00 hryvnia at 38.5 to the euro; two lines of 10 x 150.00.
    assert (paid.budget_minor, paid.rate_missing) == (200_00, False)
    assert (table.total.planned, table.total.actual) == (3_000_00, 200_00)
    assert sorted(codes) == ["P-00001", "P-00002"]
    assert travel == {"en": "By bus", "uk": "Автобусом"}


def test_units_know_where_their_changes_stand(opened: Context) -> None:
    """Up to schema 2 an index by unit told it; now each unit's first change does."""
    with opened.read() as view:
        connection = view.session.connection()
        told = dict(connection.exec_driver_sql(_CHANGES_BY_UNIT).all())
        for unit in connection.exec_driver_sql("SELECT id FROM history_unit").scalars().all():
            first, last = units.span_of(connection, unit)
            found = connection.exec_driver_sql(
                "SELECT unit_id, count(*) FROM history_change WHERE seq BETWEEN ? AND ? GROUP BY unit_id", (first, last)
            ).all()
            assert found == [(unit, told[unit])]
        records = {row.id: row.records for row in history.list_units(view)}
        by_unit = "SELECT unit_id, count(DISTINCT record_id) FROM history_change GROUP BY unit_id"
        assert records == dict(connection.exec_driver_sql(by_unit).all())
        assert connection.exec_driver_sql("SELECT state FROM agenda_version").scalars().all() == ["issued"]


_CHANGES_BY_UNIT = "SELECT unit_id, count(*) FROM history_change GROUP BY unit_id"


def test_what_was_entered_first_is_told_of_old_files_too(opened: Context) -> None:
    """Up to schema 2 new rows had images of their own, which are read; later ones are told from what stands."""
    with opened.read() as view:
        made = {
            change.title: {field.field: field.new for field in change.fields}
            for unit in history.list_units(view)
            if unit.title == "People" and unit.act == "do"
            for change in history.load_changes(view, unit.id)
            if change.kind == "person"
        }
    mayor = made["Олена Коваль"]
    assert (mayor["email"], mayor["birth_date"], mayor["languages"]) == (
        "olena@example.org",
        date(1980, 2, 29),
        ("uk", "en"),
    )
    assert {name: fields["family_latin"] for name, fields in made.items()} == {
        "Олена Коваль": "Koval",
        "P-00002": "Kos",
    }


def test_its_history_goes_on(opened: Context, released: Path) -> None:
    former = dump(opened)
    assert opened.redo() is not None
    with opened.read() as view:
        assert ident(view, Person, family_name="Nobody")
    opened.undo()
    assert dump(opened) == former
    with opened.write("New") as work:
        people.create(work, people.PersonDraft(family_name="Somebody"))
    later = dump(opened)
    opened.undo()
    assert dump(opened) == former
    opened.redo()
    assert dump(opened) == later
    taken_back = 0
    while opened.undo() is not None:
        taken_back += 1
    assert taken_back == {"schema-0001": 8, "schema-0002": 9}.get(released.stem, 10)
    assert not any(dump(opened).values())
    assert workspace.check(opened).sound
