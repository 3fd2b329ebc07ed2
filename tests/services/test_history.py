"""The History tab: what was changed, field by field, and taking it back."""

from dataclasses import replace

import pytest

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.vocabulary import LatinSource, PartnershipStatus, Sex
from app.services import history, organisations, partnerships, people, programmes
from app.services.context import Context
from app.services.history import FieldChange
from app.services.people import ConsentDraft, PersonDraft, PositionDraft


@pytest.fixture
def person(context: Context) -> str:
    """Somebody who was made and then changed: sex and a consent."""
    with context.write("New person {name}", name="Oksana") as work:
        ident = people.create(work, PersonDraft(given_name="Оксана", family_name="Гнатюк"))
        people.create(work, PersonDraft(family_name="Other"))
    with context.write("Change person") as work:
        draft = replace(people.load(work, ident), sex=Sex.FEMALE, consents=(ConsentDraft("photo", "given"),))
        people.save(work, ident, draft)
    return ident


def test_units_of_one_record_and_of_all(context: Context, person: str) -> None:
    with context.write("Elsewhere") as work:
        organisations.create(work, organisations.OrganisationDraft(name={"en": "Town"}))
    with context.read() as view:
        own = history.list_units(view, "person", person)
        everything = history.list_units(view)
    assert [(unit.title, unit.records) for unit in own] == [("Change person", 2), ("New person {name}", 2)]
    assert own[1].params == {"name": "Oksana"}
    assert own[0].can_take_back
    assert own[0].who
    assert [unit.title for unit in everything] == ["Elsewhere", "Change person", "New person {name}"]


def test_fields_are_told_as_the_draft_has_them(context: Context, person: str) -> None:
    with context.read() as view:
        changed, made = (unit.id for unit in history.list_units(view, "person", person))
        first, second = history.load_changes(view, changed, "person", person)
        (born,) = history.load_changes(view, made, "person", person)
    assert (first.kind, first.op, first.title) == ("person", "update", "Оксана Гнатюк")
    assert first.fields == (FieldChange("sex", Sex.UNKNOWN, Sex.FEMALE),)
    assert (second.kind, second.op) == ("consent", "insert")
    assert FieldChange("state", None, "given") in second.fields
    assert FieldChange("latin_source", None, LatinSource.GENERATED) in born.fields
    assert not {"search_text", "family_key", "version", "id", "notes"} & {field.field for field in born.fields}


def test_links_are_told_by_name_and_dates_as_dates(context: Context) -> None:
    with context.write("New") as work:
        programme = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
        towns = [
            organisations.create(work, organisations.OrganisationDraft(name={"en": name})) for name in ("Bled", "Bucha")
        ]
        members = tuple(partnerships.MemberDraft(town) for town in towns)
        ident = partnerships.create(work, partnerships.PartnershipDraft(programme, members=members))
    with context.write("Change") as work:
        draft = replace(
            partnerships.load(work, ident),
            status=PartnershipStatus.ACTIVE,
            actual_start=PartialDate.parse("2023-Q4"),
            themes=("waste",),
        )
        partnerships.save(work, ident, draft)
    with context.read() as view:
        changed, made = (unit.id for unit in history.list_units(view, "partnership", ident))
        (change,) = history.load_changes(view, changed, "partnership", ident)
        born = history.load_changes(view, made, "partnership", ident)
    assert change.fields == (
        FieldChange("status", PartnershipStatus.PROPOSED, PartnershipStatus.ACTIVE),
        FieldChange("themes", (), ("waste",)),
        FieldChange("actual_start", PartialDate(), PartialDate.parse("2023-Q4")),
    )
    links = [field for part in born for field in part.fields if field.field == "organisation_id"]
    assert links == [
        FieldChange("organisation_id", "", "Bled", "organisation"),
        FieldChange("organisation_id", "", "Bucha", "organisation"),
    ]


def test_a_deleted_record_is_still_told(context: Context, person: str) -> None:
    with context.write("Delete person") as work:
        people.save(work, person, replace(people.load(work, person), diet="no fish"))
        people.delete(work, person)
    with context.read() as view:
        unit = history.list_units(view, "person", person)[0]
        gone = history.load_changes(view, unit.id)
    assert {(change.kind, change.op) for change in gone} == {("person", "delete"), ("consent", "delete")}
    assert next(change.title for change in gone if change.kind == "person") == "Оксана Гнатюк"


def test_one_unit_is_taken_back_and_told(context: Context, person: str) -> None:
    with context.read() as view:
        changed = history.list_units(view, "person", person)[0]
        waiting = history.next_undo_title(view)
        assert history.next_redo_title(view) is None
    assert waiting is not None
    assert waiting.title == "Change person"
    history.restore(context, changed.id)
    with context.read() as view:
        assert people.load(view, person).sex is Sex.UNKNOWN
        newest = history.list_units(view, "person", person)[0]
        again = history.next_redo_title(view)
    assert (newest.act, newest.about, newest.can_take_back) == ("undo", "Change person", False)
    assert again is not None
    assert again.title == "Change person"


def test_what_later_units_stand_on_stays(context: Context, person: str) -> None:
    with context.write("Town") as work:
        town = organisations.create(work, organisations.OrganisationDraft(name={"en": "Town"}))
    with context.write("Post") as work:
        people.save(work, person, replace(people.load(work, person), positions=(PositionDraft(town),)))
    with context.read() as view:
        made = next(unit for unit in history.list_units(view) if unit.title == "Town")
    with pytest.raises(Refused) as told:
        history.restore(context, made.id)
    assert told.value.code == "changed_since"
