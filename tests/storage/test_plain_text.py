"""No control character reaches the data file, whichever way it is written; everything else stays as typed."""

from sqlalchemy import select

from app.models.organisations import Organisation
from app.models.people import Person
from app.services import organisations, people
from app.services.context import Context
from app.storage.plain_text import plain, plain_column
from tests.dump import dump


def test_the_verbs_take_control_characters_out_of_every_text(context: Context) -> None:
    before = dump(context)
    with context.write("New") as work:
        ident = people.create(
            work, people.PersonDraft(given_name="Оле\x00на", family_name="Коваль", notes="x\x00y\n\tz\x1b \ud800!")
        )
        town = organisations.create(work, organisations.OrganisationDraft(name={"en": "Tuz\x07la", "uk": "Тузла"}))
    with context.read() as view:
        person, organisation = view.session.get(Person, ident), view.session.get(Organisation, town)
        assert person is not None
        assert organisation is not None
        assert (person.given_name, person.notes) == ("Олена", "xy\n\tz !")
        assert organisation.name == {"en": "Tuzla", "uk": "Тузла"}
    after = dump(context)
    for name in ("undo", "redo"):
        getattr(context, name)()
        assert dump(context) == (before if name == "undo" else after)


def test_saving_what_only_differs_by_a_control_character_changes_nothing(context: Context) -> None:
    with context.write("New") as work:
        ident = people.create(work, people.PersonDraft(given_name="Олена", family_name="Коваль"))
    with context.read() as view:
        draft = people.load(view, ident)
    from dataclasses import replace

    with context.write("Save") as work:
        people.save(work, ident, replace(draft, given_name="Оле\x00на"))
    with context.read() as view:
        assert view.session.scalars(select(Person.version).where(Person.id == ident)).one() == 1


def test_rows_in_bulk_go_through_the_same_door(context: Context) -> None:
    with context.write("Many") as work:
        rows = [
            {"id": f"{number:032x}", "code": f"O-{number}", "name": {"en": f"Town\x00 {number}"}, "notes": "a\x01b"}
            for number in range(3)
        ]
        work.insert_many(Organisation, rows)
    with context.read() as view:
        found = view.session.execute(select(Organisation.name, Organisation.notes)).all()
    assert [tuple(one) for one in found] == [({"en": f"Town {number}"}, "ab") for number in range(3)]


def test_what_holds_none_is_given_back_itself() -> None:
    value = {"a": ["x", ("y\u00a0z", 1)], "b": None}
    assert plain(value) is value
    column = ["a", "b"]
    assert plain_column(column) is column
    assert plain_column(["a\x00", None, 3]) == ["a", None, 3]
