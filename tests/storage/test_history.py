"""Undo and redo from the recorded images: a law over random changes, and the stories around it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Refused
from app.models.history import HistoryChange, HistoryUnit
from app.models.people import Person
from app.models.programmes import Phase, Programme
from app.services import records
from app.services.context import Context
from tests.dump import dump

_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
_STEP = st.one_of(
    st.tuples(st.just("add"), _TEXT, st.sampled_from(["", "2023", "2023-Q2", "2023-10-09"])),
    st.tuples(st.just("change"), st.integers(0, 5), _TEXT),
    st.tuples(st.just("delete"), st.integers(0, 5)),
)


def _do(context: Context, steps: list[tuple[object, ...]], number: int) -> None:
    with context.write("Step") as work:
        for place, step in enumerate(steps):
            programmes = work.session.scalars(select(Programme).order_by(Programme.code)).all()
            if step[0] == "add":
                date = PartialDate.parse(str(step[2]))
                ident = work.add(Programme(code=f"C{number}-{place}", title={"en": str(step[1])}, start=date))
                work.add(Phase(programme_id=ident, title={"uk": str(step[1])}))
            elif programmes:
                row = programmes[int(str(step[1])) % len(programmes)]
                if step[0] == "delete":
                    work.delete(row)
                else:
                    row.description = {"en": str(step[2])}
                    row.start = UNKNOWN


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(units=st.lists(st.lists(_STEP, min_size=1, max_size=4), min_size=1, max_size=4))
def test_undo_gives_the_former_file_and_redo_the_later_one(
    tmp_path_factory: pytest.TempPathFactory, units: list[list[tuple[object, ...]]]
) -> None:
    context = Context.open(tmp_path_factory.mktemp("law") / "t.mdesk")
    states = [dump(context)]
    for number, steps in enumerate(units):
        _do(context, steps, number)
        after = dump(context)
        if after != states[-1] or _units(context) == len(states):
            states.append(after)
    for former in reversed(states[:-1]):
        assert context.undo()
        assert dump(context) == former
    for later in states[1:]:
        assert context.redo()
        assert dump(context) == later
    context.close()


def _units(context: Context) -> int:
    with context.read() as view:
        return view.session.query(HistoryUnit).filter_by(act="do").count()


def test_a_new_change_after_an_undo_drops_what_could_be_redone(context: Context) -> None:
    with context.write("One") as work:
        work.add(Person(code="P-00001"))
    context.undo()
    with context.write("Two") as work:
        work.add(Person(code="P-00002"))
    assert context.redo() is None


def test_an_undo_stands_in_the_history_itself(context: Context) -> None:
    with context.write("One") as work:
        work.add(Person(code="P-00001"))
    context.undo()
    with context.read() as view:
        acts = [unit.act for unit in view.session.query(HistoryUnit).order_by(HistoryUnit.seq)]
    assert acts == ["do", "undo"]


def test_an_update_keeps_only_the_fields_that_changed(context: Context) -> None:
    with context.write("One") as work:
        ident = work.add(Person(code="P-00001", given_name="Олена", family_name="Бойко"))
    with context.write("Two") as work:
        records.fetch(work, Person, ident).given_name = "Оля"
    with context.read() as view:
        change = view.session.query(HistoryChange).filter_by(op="update").one()
    assert change.before == '{"given_name":"Олена"}'
    assert change.after == '{"given_name":"Оля"}'


def test_an_older_unit_cannot_be_taken_back_over_a_newer_change(context: Context) -> None:
    with context.write("Make") as work:
        ident = work.add(Person(code="P-00001", given_name="Олена"))
        made = work.unit_id
    with context.write("Rename") as work:
        records.fetch(work, Person, ident).given_name = "Оля"
    before = dump(context)
    with pytest.raises(Refused) as refused:
        context.take_back(made)
    assert refused.value.code == "changed_since"
    assert dump(context) == before


def test_an_older_unit_is_taken_back_when_nothing_came_between(context: Context) -> None:
    with context.write("Import") as work:
        work.insert_many(Person, [{"code": f"P-{n:05d}", "given_name": "Іван"} for n in range(50)])
        batch = work.unit_id
    with context.write("Other") as work:
        work.add(Programme(code="X"))
    context.take_back(batch)
    with context.read() as view:
        assert view.session.query(Person).count() == 0
        assert view.session.query(Programme).count() == 1


def test_rows_inserted_in_bulk_equal_rows_added_one_by_one(context: Context) -> None:
    with context.write("One") as work:
        work.add(Person(id="1" * 32, code="P-00001", given_name="Ґалина"))
        work.insert_many(Person, [{"id": "2" * 32, "code": "P-00001b", "given_name": "Ґалина"}])
    with context.read() as view:
        one, two = view.session.query(Person).order_by(Person.id)
        for column in Person.__table__.columns:
            if column.name not in {"id", "code"}:
                assert getattr(one, column.name) == getattr(two, column.name)
        changes = view.session.query(HistoryChange).order_by(HistoryChange.record_id)
        assert [(change.op, change.before, change.after) for change in changes] == [("insert", None, None)] * 2
