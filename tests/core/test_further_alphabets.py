"""Names from Georgia, Armenia and Greece meet their passport spellings; letters of other scripts meet themselves."""

import pytest

from app.core.matching_keys import matching_key
from app.core.people_comparison import Level, PersonFacts, compare_people
from app.core.text import fold
from app.core.transliteration import romanise
from app.services.paper_files import safe_name

#: As passports, ministries and the towns themselves write them.
SPELLINGS = {
    "საქართველო": "Sakartvelo",
    "სააკაშვილი": "Saakashvili",
    "ზურაბიშვილი": "Zurabishvili",
    "ქუთაისი": "Kutaisi",
    "მცხეთა": "Mtskheta",
    "წყალტუბო": "Tsqaltubo",
    "ᲗᲑᲘᲚᲘᲡᲘ": "Tbilisi",
    "Երևան": "Yerevan",
    "Փաշինյան": "Pashinyan",
    "Գյումրի": "Gyumri",
    "Ոսկան": "Voskan",
    "Παπαδόπουλος": "Papadopoulos",
    "Μπακογιάννη": "Bakogianni",
    "Ευαγγελία": "Evangelia",
    "Πάυλος": "Pavlos",
    "Ταϋγέτη": "Taygeti",
    "ΧΑΝΙΆ": "CHANIA",
}


@pytest.mark.parametrize(("native", "latin"), SPELLINGS.items())
def test_a_name_is_read_as_its_passport_writes_it(native: str, latin: str) -> None:
    assert romanise(native) == latin
    assert fold(native) == latin.casefold()
    assert matching_key(native) == matching_key(latin) != ""
    assert safe_name(native) == latin


def test_words_of_several_alphabets_stand_side_by_side() -> None:
    assert romanise("Тамара თამარ Tamar, Ναύπλιο é") == "Tamara Tamar Tamar, Nafplio é"


@pytest.mark.parametrize("name", ["李明", "عمر", "דוד", "ありさ", "ŋuyen"])
def test_a_name_that_nobody_here_reads_is_still_the_same_name(name: str) -> None:
    assert matching_key(name) == matching_key(f" {name} ") != ""
    assert compare_people(PersonFacts(name, name), PersonFacts(name, name)) >= Level.PROBABLE


def test_two_names_that_nobody_here_reads_are_two() -> None:
    assert compare_people(PersonFacts("明", "李"), PersonFacts("明", "王")) == Level.DIFFERENT


def test_a_georgian_is_recognised_by_the_passport_spelling() -> None:
    native, passport = PersonFacts("თამარ", "კვარაცხელია"), PersonFacts("Tamar", "Kvaratskhelia")
    assert compare_people(native, passport) >= Level.PROBABLE
