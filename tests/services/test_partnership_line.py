"""The line of a partnership names two towns alike, in the letters of the paper (AG-13)."""

import pytest

from app.core.vocabulary import OrganisationType
from app.models.organisations import Organisation, OrganisationAlias
from app.services import paper_parts
from app.services.context import Context
from tests.services.programme_of_visits import Town, build


@pytest.fixture
def town(context: Context) -> Town:
    return build(context)


def test_towns_stand_alike_in_every_language(context: Context, town: Town) -> None:
    with context.write("Towns") as work:
        host, guest = work.session.get(Organisation, town.host), work.session.get(Organisation, town.guest)
        assert host is not None
        assert guest is not None
        host.name, host.town = {"sl": "Občina Domžale", "uk": "Громада Домжале"}, "Domžale"
        guest.name = {"en": "Zavodske hromada", "uk": "Заводська міська територіальна громада"}
        guest.town, guest.type = "Zavodske", OrganisationType.HROMADA
        for text in ("Заводська міська рада", "Заводське"):
            work.add(OrganisationAlias(organisation_id=guest.id, text=text, folded=text.casefold()))
        brigade = work.add(
            Organisation(
                code="ORG-0008",
                name={"en": "Fire brigade"},
                type=OrganisationType.FIRE_BRIGADE,
                town="Domžale",
                country="SI",
            )
        )
    with context.read() as view:
        lines = {language: paper_parts.event(view, town.visit, language).partnership.first for language in ("uk", "sl")}
        both = paper_parts.event(view, town.visit, "uk", "en").partnership
        kept = view.session.get(Organisation, brigade)
        assert kept is not None
        # Of one town in one spelling: a list puts the people of both into one delegation.
        assert [paper_parts.town_of(kept, language) for language in ("uk", "lv")] == ["Домжале", "Domžale"]
    assert lines == {"uk": "Домжале – Заводське", "sl": "Domžale – Zavodske"}
    assert both == ("Домжале – Заводське", "Domžale – Zavodske")


def test_a_town_that_nobody_wrote_down_is_not_made_up(context: Context, town: Town) -> None:
    with context.write("Towns") as work:
        guest = work.session.get(Organisation, town.guest)
        assert guest is not None
        guest.name, guest.type = {"uk": "Заводська міська рада"}, OrganisationType.HROMADA
    with context.read() as view:
        assert paper_parts.event(view, town.visit, "uk").partnership.first.endswith("– Заводська міська рада")
