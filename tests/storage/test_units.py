"""Units of work: all or nothing, in order, with the changes told afterwards."""

import threading

import pytest

from app.core.changes import ChangeSet
from app.core.dates import PartialDate
from app.core.errors import Cancelled, Conflict, Refused, StorageRefused
from app.models.activities import Activity, Participation
from app.models.organisations import Organisation
from app.models.partnerships import Partnership, PartnershipMember
from app.models.people import Person
from app.models.programmes import Programme
from app.services import records
from app.services.context import Context
from tests.dump import dump


def test_a_unit_is_kept_whole(context: Context) -> None:
    with context.write("New person") as work:
        work.add(Person(code="P-00001", family_name="Їжакевич"))
    with context.read() as view:
        assert view.session.query(Person).one().family_name == "Їжакевич"


@pytest.mark.parametrize("error", [ValueError, Cancelled, KeyboardInterrupt])
def test_any_exception_leaves_nothing(context: Context, error: type[BaseException]) -> None:
    def fail() -> None:
        with context.write("New people") as work:
            work.add(Person(code="P-00001"))
            raise error

    with pytest.raises(error):
        fail()
    with context.read() as view:
        assert view.session.query(Person).count() == 0
    assert context.undo() is None


def test_changes_are_told_after_the_commit_with_kinds_and_ids(context: Context) -> None:
    told: list[ChangeSet] = []
    unsubscribe = context.subscribe(told.append)
    with context.write("New person") as work:
        ident = work.add(Person(code="P-00001"))
        assert told == []
    assert told[0].ids("person") == {ident}
    unsubscribe()
    with context.write("Another") as work:
        work.add(Person(code="P-00002"))
    assert len(told) == 1


def test_the_same_code_twice_is_refused_with_the_field(context: Context) -> None:
    with context.write("New person") as work:
        work.add(Person(code="P-00001"))
    with pytest.raises(Refused) as refused, context.write("Again") as work:
        work.add(Person(code="P-00001"))
    assert (refused.value.code, refused.value.params["field"]) == ("not_unique", "code")


def test_saving_over_a_newer_version_is_a_conflict(context: Context) -> None:
    with context.write("New person") as work:
        ident = work.add(Person(code="P-00001", given_name="Олена"))
    with context.write("Rename") as work:
        records.fetch(work, Person, ident).given_name = "Олеся"

    class Draft:
        version = 1

    with pytest.raises(Conflict), context.write("Rename") as work:
        records.expect_version(records.fetch(work, Person, ident), Draft)


def test_readers_see_the_former_state_while_a_unit_is_open(context: Context) -> None:
    seen: list[int] = []
    with context.write("New person") as work:
        work.add(Person(code="P-00001"))

        def read() -> None:
            with context.read() as view:
                seen.append(view.session.query(Person).count())

        thread = threading.Thread(target=read)
        thread.start()
        thread.join(10)
    assert seen == [0]


def test_two_threads_write_one_after_the_other_without_a_lock_error(context: Context) -> None:
    def write(first: int) -> None:
        for number in range(first, first + 40):
            with context.write("New person") as work:
                count = work.session.query(Person).count()
                work.add(Person(code=f"P-{number:05d}", notes=str(count)))

    threads = [threading.Thread(target=write, args=(start,)) for start in (0, 1000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with context.read() as view:
        counts = sorted(int(person.notes) for person in view.session.query(Person))
    assert counts == list(range(80))


def test_deleting_takes_what_belongs_empties_mentions_and_undo_brings_all_back(context: Context) -> None:
    with context.write("Set up") as work:
        programme = work.add(Programme(code="X", start=PartialDate.parse("2023-H2")))
        partnership = work.add(Partnership(code="X-P01", programme_id=programme))
        visit = work.add(Activity(code="X-V01", programme_id=programme, partnership_id=partnership))
        person = work.add(Person(code="P-00001"))
        work.add(Participation(activity_id=visit, person_id=person))
    before = dump(context)
    with context.write("Delete partnership") as work:
        work.delete(records.fetch(work, Partnership, partnership))
    with context.read() as view:
        assert records.fetch(view, Activity, visit).partnership_id is None
    with context.write("Delete programme") as work:
        work.delete(records.fetch(work, Programme, programme))
    with context.read() as view:
        assert view.session.query(Activity).count() == view.session.query(Participation).count() == 0
        assert view.session.query(Person).count() == 1
    context.undo()
    context.undo()
    assert dump(context) == before


def test_what_others_need_cannot_be_deleted(context: Context) -> None:
    with context.write("Set up") as work:
        programme = work.add(Programme(code="X"))
        partnership = work.add(Partnership(code="X-P01", programme_id=programme))
        town = work.add(Organisation(code="ORG-0001"))
        work.add(PartnershipMember(partnership_id=partnership, organisation_id=town))
    with pytest.raises(Refused) as refused, context.write("Delete") as work:
        work.delete(records.fetch(work, Organisation, town))
    assert refused.value.code == "needed_elsewhere"
    assert refused.value.params["count"] == 1


def test_a_full_disk_is_one_sentence_and_loses_nothing(context: Context) -> None:
    with context.write("New person") as work:
        work.add(Person(code="P-00001"))
    before = dump(context)
    engine = context._database.engine
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(StorageRefused) as refused, context.write("Many people") as work:
        work.insert_many(Person, [{"code": f"P-{n:05d}", "notes": "x" * 400} for n in range(10, 4000)])
    assert refused.value.code == "disk_full"
    assert dump(context) == before


def test_values_never_stand_in_an_error_text(context: Context) -> None:
    with context.write("New person") as work:
        work.add(Person(code="P-00001", passport_number="FA553259"))
    with pytest.raises(Refused) as refused, context.write("Again") as work:
        work.add(Person(code="P-00001", passport_number="FA553259"))
    error: BaseException | None = refused.value
    while error is not None:
        assert "FA553259" not in str(error)
        error = error.__cause__


def test_the_engine_runs_as_the_rules_say(context: Context) -> None:
    with context._database.connect() as connection:
        wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0}
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
    assert found == wanted


def test_a_dangling_key_is_refused_at_the_commit(context: Context) -> None:
    with pytest.raises(Refused), context.write("Wrong") as work:
        work.add(Partnership(code="X-P01", programme_id="0" * 32))
