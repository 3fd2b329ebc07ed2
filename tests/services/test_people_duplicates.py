"""Who may be entered twice: asked while one types, and over the whole file."""

from pathlib import Path

import pytest

from app.core.vocabulary import Sex
from app.services import organisation_record, organisations, people, people_duplicates, people_merging
from app.services.context import Context
from app.services.organisations import OrganisationDraft
from app.services.people import PersonDraft, PositionDraft


@pytest.fixture
def filled(tmp_path: Path) -> tuple[Context, dict[str, str]]:
    context = Context.open(tmp_path / "t.mdesk")
    ids = {}
    with context.write("Set up") as work:
        ids["town"] = organisations.create(work, OrganisationDraft(name={"en": "Zavodske"}))
        ids["oksana"] = people.create(
            work,
            PersonDraft(
                given_name="Оксана",
                family_name="Гнатюк",
                sex=Sex.FEMALE,
                email="o@example.org",
                positions=(PositionDraft(ids["town"], "Секретар"),),
            ),
        )
        ids["matjaz"] = people.create(work, PersonDraft(given_name="Matjaž", family_name="Zupan"))
    return context, ids


def test_the_other_script_is_found_as_likely(filled: tuple[Context, dict[str, str]]) -> None:
    context, ids = filled
    with context.read() as view:
        (twin,) = people_duplicates.likely_twins(view, PersonDraft(given_name="Oksana", family_name="Hnatiuk"))
        assert (twin.id, twin.certain, twin.second) == (ids["oksana"], False, "Секретар, Zavodske")
        draft = PersonDraft(given_name="Oksana", family_name="Hnatiuk", email="O@example.org")
        assert people_duplicates.likely_twins(view, draft)[0].certain
        assert not people_duplicates.likely_twins(view, draft, besides=ids["oksana"])
        assert not people_duplicates.likely_twins(view, PersonDraft(given_name="Ana", family_name="Novak"))
        assert not people_duplicates.likely_twins(view, PersonDraft())
    context.close()


def test_pairs_are_proposed_until_they_are_declined(filled: tuple[Context, dict[str, str]]) -> None:
    context, ids = filled
    with context.write("Again") as work:
        other = people.create(work, PersonDraft(given_name="Oksana", family_name="Hnatiuk"))
    with context.read() as view:
        (pair,) = people_duplicates.likely_pairs(view)
    assert {pair.first.id, pair.second.id} == {ids["oksana"], other}
    with context.write("Two") as work:
        people_merging.decline_match(work, ids["oksana"], other)
    with context.read() as view:
        assert people_duplicates.likely_pairs(view) == ()
    context.close()


def test_the_people_of_an_organisation(filled: tuple[Context, dict[str, str]]) -> None:
    context, ids = filled
    with context.read() as view:
        (row,) = organisation_record.people_of(view, ids["town"])
        assert (row.id, row.name, row.native_name) == (ids["oksana"], "Hnatiuk, Oksana", "Гнатюк Оксана")
        assert organisation_record.partnerships_of(view, ids["town"]) == ()
    context.close()
