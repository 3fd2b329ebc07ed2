"""Many rows at once: the same rows, images and versions as by mapped objects one after the other."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Date, Integer, String, Text, select
from sqlalchemy.types import TypeDecorator

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.ids import new_id
from app.core.vocabulary import LatinSource, ParticipationRole, Sex
from app.models.activities import Participation
from app.models.all_models import RECORDS
from app.models.history import HistoryChange, HistoryUnit
from app.models.people import Person, PersonPosition
from app.services import records
from app.services.context import Context
from app.storage.earlier import images_after
from tests.dump import dump

_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
_PERSON = st.fixed_dictionaries(
    {},
    optional={
        "given_name": _TEXT,
        "notes": _TEXT,
        "languages": st.lists(_TEXT, max_size=3),
        "sex": st.sampled_from(Sex),
        "latin_source": st.sampled_from(LatinSource),
        "birth_date": st.none() | st.dates(),
    },
)


def _changes(context: Context) -> list[tuple[str, str, object, object]]:
    """Kind, sort and both images of every change, keys and codes left out."""

    def plain(image: dict[str, object]) -> object:
        return {name: value for name, value in image.items() if name not in {"id", "code", "person_id"}}

    with context.read() as view:
        found = view.session.scalars(select(HistoryChange).order_by(HistoryChange.seq)).all()
        moments = [(one.seq, one.kind, one.record_id) for one in found if one.op == "insert"]
        made = images_after(view.session.connection(), moments)
    assert len(made) == len(moments)
    return [
        (
            one.kind,
            one.op,
            plain(json.loads(one.before or "{}")),
            plain(made[one.seq] if one.op == "insert" else json.loads(one.after or "{}")),
        )
        for one in found
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(rows=st.lists(_PERSON, min_size=1, max_size=6))
def test_rows_in_bulk_are_what_mapped_objects_would_be(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]]
) -> None:
    folder = tmp_path_factory.mktemp("bulk")
    one, many = Context.open(folder / "one.mdesk"), Context.open(folder / "many.mdesk")
    with one.write("One by one") as work:
        for number, row in enumerate(rows):
            work.add(Person(code=f"P-{number:05d}", **row))
    with many.write("At once") as work:
        work.insert_many(Person, [{"code": f"P-{number:05d}", **row} for number, row in enumerate(rows)])
    try:
        assert _changes(one) == _changes(many)
        first, second = ([{**row, "id": ""} for row in dump(context)["person"]] for context in (one, many))
        assert first == second
        before = dump(many)
        many.undo()
        assert dump(many)["person"] == []
        many.redo()
        assert dump(many) == before
    finally:
        one.close()
        many.close()


def test_changes_in_bulk_are_what_mapped_objects_would_write(tmp_path: Path) -> None:
    one, many = Context.open(tmp_path / "one.mdesk"), Context.open(tmp_path / "many.mdesk")
    idents = [f"{number:032x}" for number in range(3)]
    for context in (one, many):
        with context.write("Make") as work:
            work.insert_many(Person, [{"id": ident, "code": ident[-3:], "diet": "no"} for ident in idents])
    with one.write("Change") as work:
        for ident in idents[:2]:
            row = records.fetch(work, Person, ident)
            row.birth_date, row.languages = date(1980, 3, 7), ["uk", "en"]
    with many.write("Change") as work:
        held = records.fetch(work, Person, idents[0])
        before = {"languages": "[]", "birth_date": None}
        after = {"languages": '["uk", "en"]', "birth_date": "1980-03-07"}
        work.update_stored(Person, [(ident, before, after) for ident in idents[:2]] + [(idents[2], {}, {})])
        # What the unit had in hand already is read anew.
        assert held.birth_date == date(1980, 3, 7)
    assert _changes(one) == _changes(many)
    with one.read() as first, many.read() as second:
        query = select(Person.__table__).order_by(Person.id)
        assert first.session.execute(query).all() == second.session.execute(query).all()
        assert second.session.scalars(select(Person.version).order_by(Person.id)).all() == [2, 2, 1]
    one.close()
    many.close()


def test_stored_rows_get_the_defaults_of_their_class_and_are_told_to_listeners(context: Context) -> None:
    heard = []
    context.subscribe(heard.append)
    person, post = new_id(), new_id()
    with context.write("Stored") as work:
        work.insert_stored(Person, ("code", "id"), [("P-00001", person)])
        work.insert_stored(PersonPosition, ("id", "person_id", "title"), [(post, person, "it's ok")])
        work.insert_stored(PersonPosition, ("id", "person_id"), [])
    assert [change.kinds for change in heard] == [{"person": {person}, "person_position": {post}}]
    with context.read() as view:
        row = view.session.get(PersonPosition, post)
        assert row is not None
        assert (row.main, row.elected, row.title, row.start, row.version) == (True, False, "it's ok", PartialDate(), 1)
        made = view.session.get(Person, person)
        assert made is not None
        assert (made.languages, made.sex, made.latin_source) == ([], Sex.UNKNOWN, LatinSource.NONE)


def test_a_column_that_is_not_there_is_a_fault_of_ours(context: Context) -> None:
    with pytest.raises(KeyError), context.write("Wrong") as work:
        work.insert_stored(Person, ("id", "hobby"), [(new_id(), "chess")])


def test_more_rows_than_one_chunk_come_and_go_whole(context: Context) -> None:
    with context.write("Before") as work:
        work.add(Person(code="A"))
    before = dump(context)
    with context.write("Many") as work:
        work.insert_many(Person, [{"code": f"P-{n:05d}"} for n in range(2_500)])
        unit = work.unit_id
    after = dump(context)
    assert len(after["person"]) == 2_501
    with context.read() as view:
        changes = view.session.query(HistoryChange).filter_by(unit_id=unit)
        assert changes.count() == 2_500
        assert changes.filter_by(op="insert", before=None, kind="person").count() == 2_500
    context.undo()
    assert dump(context) == before
    context.redo()
    assert dump(context) == after


def test_a_record_changed_more_than_once_in_a_unit_goes_back_step_by_step(context: Context) -> None:
    """Unique codes pass from one person to another: the order of the steps is kept both ways."""
    with context.write("Make") as work:
        first, second = work.add(Person(code="A")), work.add(Person(code="B"))
    before = dump(context)
    with context.write("Swap") as work:
        for ident, code in ((first, "C"), (second, "A"), (first, "B")):
            records.fetch(work, Person, ident).code = code
            work.flush()
        work.delete(records.fetch(work, Person, second))
        work.add(Person(id=second, code="A", notes="made anew"))
    after = dump(context)
    assert {row["code"] for row in after["person"]} == {"A", "B"}
    context.undo()
    assert dump(context) == before
    context.redo()
    assert dump(context) == after


def test_one_changed_row_among_many_stops_the_whole_undo(context: Context) -> None:
    with context.write("Many") as work:
        work.insert_many(Person, [{"code": f"P-{n:05d}"} for n in range(1_500)])
        unit = work.unit_id
    with context.write("One") as work:
        row = work.session.scalars(select(Person).where(Person.code == "P-01234")).one()
        row.notes = "called"
    before = dump(context)
    with pytest.raises(Refused) as refused:
        context.take_back(unit)
    assert (refused.value.code, refused.value.params["kind"]) == ("changed_since", "person")
    assert dump(context) == before
    with context.read() as view:
        acts = view.session.scalars(select(HistoryUnit.act).order_by(HistoryUnit.seq)).all()
    assert acts == ["do", "do"]


def test_a_row_that_somebody_took_a_seat_for_since_cannot_be_taken_back(context: Context) -> None:
    with context.write("Many") as work:
        work.insert_many(Person, [{"id": f"{n:032x}", "code": f"P-{n:05d}"} for n in range(20)])
        unit = work.unit_id
    with context.write("Seat") as work:
        work.add(Participation(person_id=f"{7:032x}", role=ParticipationRole.MENTOR))
    with pytest.raises(Refused) as refused:
        context.take_back(unit)
    assert refused.value.code == "changed_since"


def test_images_written_by_an_earlier_program_are_taken_back_too(context: Context) -> None:
    """New rows had images, with spaces between their parts, perhaps in another order or without a later column."""
    with context.write("Many") as work:
        work.insert_many(Person, [{"code": f"P-{n:05d}", "notes": 'a "b"\n\x01ж'} for n in range(30)])
    with context._database.writing() as connection:
        for row in connection.exec_driver_sql(
            "SELECT h.seq, p.* FROM history_change h JOIN person p ON p.id = h.record_id"
        ).mappings():
            image = {name: value for name, value in row.items() if name not in {"seq", "search_text"}}
            older = json.dumps(dict(reversed(image.items())) if row["seq"] % 2 else image, ensure_ascii=False)
            connection.exec_driver_sql("UPDATE history_change SET after = ? WHERE seq = ?", (older, row["seq"]))
        connection.commit()
    later = dump(context)
    context.undo()
    assert dump(context)["person"] == []
    context.redo()
    assert dump(context) == later


def test_what_an_earlier_program_took_back_is_done_again(context: Context) -> None:
    """Its undo kept the images of the rows that it removed, as this one does, and its unit kept them too."""
    with context.write("Many") as work:
        work.insert_many(Person, [{"code": f"P-{n:05d}", "notes": "ж"} for n in range(3)])
    later = dump(context)
    context.undo()
    with context._database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE history_change SET after = (SELECT u.before FROM history_change u WHERE u.op = 'delete' "
            "AND u.record_id = history_change.record_id) WHERE op = 'insert'"
        )
        # Whatever became of the undo's own rows, the unit's are enough.
        connection.exec_driver_sql("DELETE FROM history_change WHERE op = 'delete'")
        connection.commit()
    context.redo()
    assert dump(context) == later


def test_the_engine_can_make_an_image_of_every_kind() -> None:
    """It takes at most 127 parts and knows no bytes, and a number with a fraction would lose figures."""
    for kind, record in RECORDS.items():
        columns = record.__table__.columns
        assert len(columns) <= 63, kind
        for column in columns:
            held = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
            assert isinstance(held, String | Text | Integer | Boolean | Date), (kind, column.name)


def test_blocks_of_keys_increase(context: Context) -> None:
    with context.write("Many") as work:
        work.insert_many(Person, [{"code": f"P-{n:05d}"} for n in range(1_200)])
    with context.read() as view:
        idents = view.session.scalars(select(HistoryChange.record_id).order_by(HistoryChange.seq)).all()
    assert all(one < other for one, other in pairwise(idents))
