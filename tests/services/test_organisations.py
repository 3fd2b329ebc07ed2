"""Organisations and the names they go by."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.core.errors import Invalid, NotFound, Refused
from app.core.vocabulary import OrganisationType
from app.services import organisations, people, programmes
from app.services.context import Context
from app.services.organisations import AliasDraft, OrganisationDraft
from app.storage.work import Work

ZAVODSKE = OrganisationDraft(
    name={"uk": "Заводська міська рада", "en": "Zavodske City Council"},
    type=OrganisationType.HROMADA,
    country="UA",
    town="Заводське",
    aliases=(AliasDraft("Червонозаводське"),),
)


def test_made_listed_changed_and_deleted(
    context: Context, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    undoable(lambda work: organisations.create(work, ZAVODSKE))
    with context.read() as view:
        (row,) = organisations.list_rows(view)
        kept = organisations.load(view, row.id)
    assert (row.code, row.name, row.native_name) == ("ORG-0001", "Zavodske City Council", "Заводська міська рада")
    assert row.aliases == "Червонозаводське"
    assert "chervonozavodske" in row.search_text
    undoable(lambda work: organisations.save(work, row.id, replace(kept, region="Poltava", aliases=())))
    with context.read() as view:
        assert "chervonozavodske" not in organisations.list_rows(view)[0].search_text
    undoable(lambda work: organisations.delete(work, row.id))
    with pytest.raises(NotFound), context.read() as view:
        organisations.load(view, row.id)


def test_a_spelling_is_learnt_once(context: Context) -> None:
    with context.write("New") as work:
        ident = organisations.create(work, ZAVODSKE)
        organisations.learn_alias(work, ident, "Zavodska hromada")
        organisations.learn_alias(work, ident, "ZAVODSKA  Hromada")
        spellings = [alias.text for alias in organisations.load(work, ident).aliases]
        assert spellings == ["Zavodska hromada", "Червонозаводське"]
        assert "zavodska hromada" in organisations.list_rows(work)[0].search_text


def test_people_are_counted_at_their_main_post(context: Context) -> None:
    with context.write("New") as work:
        ident = organisations.create(work, ZAVODSKE)
        other = organisations.create(work, OrganisationDraft(name={"en": "School"}))
        posts = (people.PositionDraft(ident), people.PositionDraft(other, main=False))
        people.create(work, people.PersonDraft(family_name="Novak", positions=posts))
    with context.read() as view:
        assert [row.people for row in organisations.list_rows(view)] == [1, 0]


def test_what_is_wrong_with_a_draft(context: Context) -> None:
    wrong = OrganisationDraft(name={"en": " "}, country="Ukraine")
    assert [problem.code for problem in organisations.check(wrong)] == ["name_missing", "country_unknown"]
    with pytest.raises(Invalid), context.write("New") as work:
        organisations.create(work, wrong)


def test_what_a_programme_needs_stays(context: Context) -> None:
    with context.write("New") as work:
        ident = organisations.create(work, ZAVODSKE)
        parties = (programmes.PartyDraft(ident),)
        programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}, parties=parties))
    with pytest.raises(Refused) as told, context.write("Delete") as work:
        organisations.delete(work, ident)
    assert told.value.code == "needed_elsewhere"
