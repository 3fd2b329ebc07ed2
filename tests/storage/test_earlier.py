"""How records were at any moment of their history, told from what stands and what was changed since."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.core.errors import Refused
from app.models.history import HistoryChange, HistoryUnit
from app.models.people import Person, PersonPosition
from app.services import history, records
from app.services.context import Context
from app.storage.earlier import Moment, images_after
from app.storage.recorder import Image
from app.storage.work import Work
from tests.dump import dump

_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
_CHANGE = st.one_of(
    st.tuples(st.just("add"), _TEXT),
    st.tuples(st.just("many"), st.integers(1, 3)),
    st.tuples(st.just("rename"), st.integers(0, 9), _TEXT),
    st.tuples(st.just("move"), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.just("drop"), st.integers(0, 9)),
    st.tuples(st.just("again"), _TEXT),
)
_ACT = st.one_of(
    st.lists(_CHANGE, min_size=1, max_size=4),
    st.sampled_from(["undo", "undo", "redo", "take_back"]),
)
_PLACES = st.integers(0, 30)


class _Witness:
    """Sees every record right after each change, by plain reading: what the history has to tell later."""

    def __init__(self) -> None:
        self.seen: dict[Moment, Image] = {}
        self._last = 0

    def begin(self, work: Work) -> None:
        """Look only at what comes now: what undo and redo wrote before may be gone again."""
        self._last = work.session.connection().exec_driver_sql("SELECT max(seq) FROM history_change").scalar() or 0

    def look(self, work: Work) -> None:
        work.flush()
        connection = work.session.connection()
        changes = connection.exec_driver_sql(
            "SELECT seq, kind, record_id, op FROM history_change WHERE seq > ? ORDER BY seq", (self._last,)
        ).all()
        for seq, kind, ident, op in changes:
            self._last = seq
            if op != "delete":
                row = connection.exec_driver_sql(f"SELECT * FROM {kind} WHERE id = ?", (ident,)).mappings().one()
                self.seen[seq, kind, ident] = {name: value for name, value in row.items() if name != "version"}


def _person(work: Work, place: int) -> Person | None:
    found = work.session.scalars(select(Person).order_by(Person.code)).all()
    return found[place % len(found)] if found else None


def _change(work: Work, step: tuple[object, ...], count: list[int]) -> None:
    count[0] += 1
    code = f"P-{count[0]:05d}"
    if step[0] == "add":
        ident = work.add(Person(code=code, given_name=str(step[1])))
        work.add(PersonPosition(person_id=ident, title=str(step[1])))
    elif step[0] == "many":
        work.insert_many(Person, [{"code": f"{code}-{n}", "diet": "no"} for n in range(int(str(step[1])))])
    elif step[0] == "again":
        # A record that was there before comes again under its own key.
        gone = work.session.execute(select(HistoryChange.record_id).where(HistoryChange.kind == "person")).first()
        if gone is not None and work.session.get(Person, gone[0]) is None:
            work.add(Person(id=gone[0], code=code, notes=str(step[1])))
    elif (person := _person(work, int(str(step[1])))) is not None:
        if step[0] == "rename":
            person.given_name, person.languages = str(step[2]), ["uk", str(step[2])]
        elif step[0] == "move":
            post = work.session.scalars(select(PersonPosition).order_by(PersonPosition.id)).first()
            if post is not None:
                before = {"person_id": post.person_id, "start": str(post.start)}
                work.update_stored(PersonPosition, [(post.id, before, {"person_id": person.id, "start": code[-4:]})])
        else:
            work.delete(person)


def _units(context: Context, act: str = "do", state: str = "done") -> list[str]:
    with context.read() as view:
        query = select(HistoryUnit.id).where(HistoryUnit.act == act, HistoryUnit.state == state)
        return list(view.session.scalars(query.order_by(HistoryUnit.seq)))


def _new_file(folders: pytest.TempPathFactory) -> Context:
    """A new, empty data file; making one takes longer than all that an example does with it."""
    empty = folders.getbasetemp() / "empty.mdesk"
    if not empty.exists():
        Context.open(empty).close()
    return Context.open(Path(shutil.copyfile(empty, folders.mktemp("earlier") / "t.mdesk")))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=60,
    deadline=None,
    # Making a failing example smaller takes minutes; it is short anyway.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(acts=st.lists(st.tuples(_ACT, _PLACES), min_size=1, max_size=9))
def test_whatever_is_done_undone_and_redone_every_moment_can_be_told(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[list[tuple[object, ...]] | str, int]]
) -> None:
    context = _new_file(tmp_path_factory)
    witness, count = _Witness(), [0]
    undone: list[dict[str, list[dict[str, object]]]] = []
    for act, place in acts:
        former = dump(context)
        if isinstance(act, list):
            with context.write("Step") as work:
                witness.begin(work)
                for step in act:
                    _change(work, step, count)
                    witness.look(work)
            if dump(context) != former or not _units(context, state="undone"):
                undone.clear()
        elif act == "undo":
            if context.undo() is not None:
                undone.append(former)
        elif act == "redo":
            if context.redo() is not None and undone:
                assert dump(context) == undone.pop()
        elif units := _units(context):
            _take_back(context, units[place % len(units)], former)
            undone.clear()
    with context.read() as view:
        told = images_after(view.session.connection(), witness.seen)
    assert told == {moment[0]: image for moment, image in witness.seen.items()}
    context.close()


def _take_back(context: Context, unit: str, former: dict[str, list[dict[str, object]]]) -> None:
    """Either the whole unit goes or nothing happens; done again it is as it was."""
    refused = ""
    try:
        context.take_back(unit)
    except Refused as error:
        refused = error.code
    if refused:
        assert refused == "changed_since"
        assert dump(context) == former
        return
    assert context.redo() is not None
    assert dump(context) == former


def _make(context: Context, act: Callable[[Work], object]) -> str:
    with context.write("Act") as work:
        act(work)
        return work.unit_id


def _set(ident: str, **values: object) -> Callable[[Work], object]:
    def act(work: Work) -> None:
        row = records.fetch(work, Person, ident)
        for name, value in values.items():
            setattr(row, name, value)

    return act


def test_what_was_entered_first_is_told_after_later_changes_and_after_the_record_is_gone(context: Context) -> None:
    ident = "7" * 32
    made = _make(context, lambda work: work.add(Person(id=ident, code="A", given_name="Олена", diet="no")))

    def told() -> dict[str, object]:
        with context.read() as view:
            (change,) = history.load_changes(view, made)
        assert (change.kind, change.op) == ("person", "insert")
        return {field.field: field.new for field in change.fields}

    first = {"code": "A", "given_name": "Олена", "diet": "no"}
    assert told() == first
    _make(context, _set(ident, given_name="Оля", notes="called"))
    assert told() == first
    gone = _make(context, lambda work: work.delete(records.fetch(work, Person, ident)))
    assert told() == first
    context.undo()
    _make(context, _set(ident, code="B"))
    assert told() == first
    with context.read() as view:
        (change,) = history.load_changes(view, gone)
    assert {field.field: field.old for field in change.fields} == {**first, "given_name": "Оля", "notes": "called"}


def test_the_history_of_a_record_finds_rows_that_only_stand_and_rows_that_went_elsewhere(context: Context) -> None:
    mine, other, post, lost = ("1" * 32, "2" * 32, "3" * 32, "4" * 32)

    def make(work: Work) -> None:
        work.add(Person(id=mine, code="A"))
        work.add(Person(id=other, code="B"))
        work.add(PersonPosition(id=post, person_id=mine, title="mayor"))
        work.add(PersonPosition(id=lost, person_id=mine, title="clerk"))

    made = _make(context, make)
    _make(context, lambda work: setattr(records.fetch(work, PersonPosition, lost), "person_id", other))

    def titles() -> set[str]:
        with context.read() as view:
            changes = history.load_changes(view, made, "person", mine)
        return {change.title for change in changes if change.kind == "person_position"}

    assert titles() == {"mayor", "clerk"}
    _make(context, lambda work: work.delete(records.fetch(work, PersonPosition, post)))
    assert titles() == {"mayor", "clerk"}


def test_a_change_that_was_set_back_by_hand_does_not_stop_an_undo(context: Context) -> None:
    ident = "7" * 32
    made = _make(context, lambda work: work.add(Person(id=ident, code="A", diet="no")))
    _make(context, _set(ident, diet="vegan"))
    with pytest.raises(Refused):
        context.take_back(made)
    _make(context, _set(ident, diet="no"))
    context.take_back(made)
    assert dump(context)["person"] == []


def test_a_new_row_costs_the_history_a_line_without_an_image(context: Context) -> None:
    _make(context, lambda work: work.insert_many(Person, [{"code": "A"}]))
    context.undo()
    context.redo()
    with context.read() as view:
        kept = view.session.execute(
            select(HistoryUnit.act, HistoryChange.op, HistoryChange.before.is_(None), HistoryChange.after.is_(None))
            .join(HistoryChange, HistoryChange.unit_id == HistoryUnit.id)
            .order_by(HistoryChange.seq)
        ).all()
    assert kept == [("do", "insert", True, True), ("undo", "delete", False, True), ("redo", "insert", True, True)]
