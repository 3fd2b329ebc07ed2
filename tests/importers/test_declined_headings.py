"""A column of names in the dative is no column of names: read as one, every paper would decline people wrongly."""

import pytest

from app.importers.heading_words import PEOPLE, meanings

_NAMES = {"full_name", "family_name", "given_name", "patronymic"}


@pytest.mark.parametrize(
    "heading",
    [
        "ПІБ у давальному відмінку",
        "Ім'я у давальному відмінку",
        "Прізвище, ім'я, по батькові (давальний відмінок)",
        "ФИО в дательном падеже",
        "Full name (dative)",
        "Ime in priimek v dajalniku",
        "Vārds, uzvārds datīvā",
    ],
)
def test_a_declined_name_is_not_read_as_the_name(heading: str) -> None:
    assert not _NAMES & {one.field for one in meanings(heading, PEOPLE)}


@pytest.mark.parametrize("heading", ["ПІБ", "Прізвище, ім'я, по батькові", "Full name", "Ime in priimek"])
def test_the_name_itself_still_is(heading: str) -> None:
    assert meanings(heading, PEOPLE)[0].field == "full_name"
