"""The town in the letters of the paper's language, never an adjective, a genitive or the name of a council (AG-13)."""

import pytest

from app.core.town_names import TownFacts, town_name

ZAVODSKE = TownFacts(
    {"en": "Zavodske City Council", "uk": "Заводська міська територіальна громада"},
    short_name="Zavodske",
    aliases=("Zavodska", "Заводська міська рада", "Заводське"),
)
DOMZALE = TownFacts({"sl": "Občina Domžale", "en": "Municipality of Domžale"}, town="Domžale")


@pytest.mark.parametrize(
    ("facts", "language", "town"),
    [
        (ZAVODSKE, "uk", "Заводське"),
        (ZAVODSKE, "en", "Zavodske"),
        (ZAVODSKE, "sl", "Zavodske"),
        (DOMZALE, "sl", "Domžale"),
        # Nobody wrote it in Cyrillic letters: as it is, not by sound.
        (DOMZALE, "uk", "Domžale"),
        (TownFacts({**DOMZALE.name, "uk": "Громада Домжале"}, town="Domžale"), "uk", "Домжале"),
        (TownFacts({"uk": "Міська громада Словень-Градець"}, town="Slovenj Gradec"), "uk", "Словень-Градець"),
        (TownFacts({"sl": "Mestna občina Novo mesto"}), "sl", "Novo mesto"),
        (TownFacts({"uk": "Заводська міська рада"}, town="Заводське"), "uk", "Заводське"),
        # The other letters by the table.
        (TownFacts({"uk": "Заводська міська рада"}, town="Заводське"), "lv", "Zavodske"),
        (TownFacts({"uk": "Дрогобицька міська рада"}, aliases=("Дрогобич", "Drohobič")), "uk", "Дрогобич"),
        # Only adjectives are known: the town is not.
        (TownFacts({"uk": "Заводська міська територіальна громада"}), "uk", ""),
        (TownFacts({"uk": "Івано-Франківська міська рада"}), "uk", ""),
        (TownFacts({"uk": "Івано-Франківська міська рада"}, town="Івано-Франківськ"), "en", "Ivano-Frankivsk"),
        # Genitives before the word of the kind.
        (TownFacts({"sv": "Karlstads kommun"}), "sv", ""),
        (TownFacts({"sv": "Karlstads kommun"}, short_name="Karlstad"), "sv", "Karlstad"),
        (TownFacts({"lv": "Ogres novada pašvaldība"}), "lv", ""),
        # Abbreviations and other organisations are no towns.
        (TownFacts({"en": "Fire brigade Domžale"}, short_name="PGD"), "en", ""),
        # A spelling of something else is not taken.
        (TownFacts({"en": "Zavodske"}, aliases=("Полтавщина",)), "uk", "Zavodske"),
        (TownFacts({}), "uk", ""),
    ],
)
def test_the_town(facts: TownFacts, language: str, town: str) -> None:
    assert town_name(facts, language) == town
