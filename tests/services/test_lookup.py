"""Records by their codes, and the lists of the command line."""

import pytest

from app.core.errors import NotFound
from app.services import lookup, organisations, people, programmes
from app.services.activities import ActivityDraft
from app.services.activities import create as create_activity
from app.services.context import Context
from app.services.organisations import OrganisationDraft
from app.services.people import PersonDraft, PositionDraft


@pytest.fixture
def filled(context: Context) -> Context:
    """Two programmes, an organisation, a person with a post and an activity."""
    with context.write("New") as work:
        town = organisations.create(work, OrganisationDraft(name={"en": "Town of Domžale", "sl": "Domžale"}))
        people.create(
            work,
            PersonDraft(
                given_name="Роман",
                family_name="Хоменко",
                given_latin="Roman",
                family_latin="Khomenko",
                languages=("uk", "en"),
                positions=(PositionDraft(organisation_id=town, title="starosta", main=True),),
            ),
        )
        people.create(work, PersonDraft(given_latin="Ana", family_latin="Novak"))
        first = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
        programmes.create(work, programmes.ProgrammeDraft(code="COR-P2P", title={"en": "Peers"}))
        create_activity(work, ActivityDraft(programme_id=first, code="CEP-UA-A01", title={"en": "Meeting"}))
    return context


def test_codes_are_found_however_they_are_written(filled: Context) -> None:
    with filled.read() as view:
        assert lookup.programme_id(view, "cep-ua") == lookup.programme_id(view, "CEP-UA")
        assert lookup.activity_id(view, "cep-ua-a01")
        assert lookup.programme_id(view, "") == ""
        assert lookup.whole(view, "p-00001")[0] == "person"
        assert lookup.whole(view, "CEP-UA-A01")[0] == "activity"
        for wrong in ("NOPE", "CEP-UA-2023-0001", "IMP-0001", "%", "'; DROP TABLE person; --"):
            with pytest.raises(NotFound):
                lookup.whole(view, wrong)


def test_people_have_the_fields_of_an_import(filled: Context) -> None:
    with filled.read() as view:
        one, two = lookup.rows(view, "people")
    assert (one["name"], one["organisation"], one["position"]) == ("Роман Хоменко", "Town of Domžale", "starosta")
    assert (one["languages"], one["given_latin"], one["family_latin"]) == ("uk, en", "Roman", "Khomenko")
    assert (two["name"], two["organisation"], two["birth_date"]) == ("Ana Novak", "", None)


def test_a_programme_narrows_a_list_to_its_own(filled: Context) -> None:
    with filled.read() as view:
        other = lookup.programme_id(view, "COR-P2P")
        assert [row["code"] for row in lookup.rows(view, "activities")] == ["CEP-UA-A01"]
        assert lookup.rows(view, "activities", other) == []
        assert [row["code"] for row in lookup.rows(view, "programmes", other)] == ["COR-P2P"]
        assert lookup.rows(view, "budgets") == []
        assert [row["participants"] for row in lookup.rows(view, "activities")] == [0]
