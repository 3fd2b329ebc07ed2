"""A cell that lists languages, and the same list coming again in other words."""

import pytest

from app.importers.spoken_languages import same_languages, spoken_languages


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("українська;англійська (B1, B2)", ("українська", "англійська (B1, B2)")),
        ("English and German", ("English", "German")),
        ("українська, англійська та польська", ("українська", "англійська", "польська")),
        ("srpski/engleski i nemački", ("srpski", "engleski", "nemački")),
        ("svenska, engelska, svenska", ("svenska", "engelska")),
        ("Serbo-Croatian", ("Serbo-Croatian",)),
        (" ; ", ()),
    ],
)
def test_languages_are_told_apart(text: str, languages: tuple[str, ...]) -> None:
    assert spoken_languages(text) == languages


def test_the_same_languages_in_another_order_are_no_change() -> None:
    assert same_languages("українська, англійська", "Англійська; українська")
    assert not same_languages("українська, англійська", "українська")
