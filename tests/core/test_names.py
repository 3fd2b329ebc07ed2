"""Names: their forms, taking them apart, comparing people, and the alphabets."""

import csv
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.collation import sort_key
from app.core.given_names import given_names
from app.core.matching_keys import matching_key
from app.core.name_parts import Order, name_case, patronymic_sex, split_full_name
from app.core.names import NameForm, PersonName, badge_lines, display, name_sort_key
from app.core.paths import resources
from app.core.people_comparison import Level, PersonFacts, compare_people, facts_of
from app.core.vocabulary import LatinSource, Sex

OLEKSII = PersonName("Олексій", "Їжакевич", "Ігорович")

#: MA-7: the table of the field.
PAIRS = """
Олександр Шевченко | Oleksandr Shevchenko | probable
Олександр Шевченко | Shevchenko O. | possible
Шевченко О.І. | Oleksandr Shevchenko | possible
ШЕВЧЕНКО Олександр | Alexander Shevchenko | probable
Shevchenko, Oleksandr | Олександр Шевченко | probable
Шевченко Олександр Іванович | Шевченко Олександр Петрович | different
Олена Шевченко | Oleksandr Shevchenko | different
Iaroslav Tsvirkun | Цвіркун Ярослав | probable
Юрій Яцків | Jurij Jackiv | probable
Тарас Шевченко | Taras Ševčenko | probable
Євген Гаєвич | Evgen Haievych | probable
Щербак Ігор | Ihor Scherbak | probable
Наталія Згурська | Natalia Zgurska | probable
Mykola Burdyha | Бурдига Микола Петрович | probable
Коваленко Ірина | Ковальчук Ірина | different
Бондар Олег | Bondar Oleksandr | different
Шевчук Олександра | Shevchuk Oleksandr | different
Марія Коваль-Сидоренко | Mariia Koval | possible
"""


def _pairs() -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in PAIRS.strip().splitlines()]


@pytest.mark.parametrize(("one", "other", "level"), _pairs())
def test_the_table_of_pairs(one: str, other: str, level: str) -> None:
    assert compare_people(facts_of(one), facts_of(other)) is Level[level.upper()]
    assert compare_people(facts_of(other), facts_of(one)) is Level[level.upper()]


def test_the_table_is_whole() -> None:
    assert len(_pairs()) == 18


def test_one_mail_is_certain_only_with_a_name_that_fits() -> None:
    anna = PersonFacts("Ганна", "Бойко", email="rada@town.example")
    assert compare_people(anna, PersonFacts("Hanna", "Boiko", email="rada@town.example")) is Level.CERTAIN
    assert compare_people(anna, PersonFacts("Іван", "Ткач", email="rada@town.example")) is Level.DIFFERENT
    assert compare_people(anna, PersonFacts("Ганна", "Ткач", email="rada@town.example")) is Level.POSSIBLE


def test_birth_date_sex_and_patronymic_can_forbid() -> None:
    one = PersonFacts("Іван", "Бойко", birth_date="1980-01-01")
    assert compare_people(one, PersonFacts("Ivan", "Boiko", birth_date="1980-01-01")) is Level.CERTAIN
    assert compare_people(one, PersonFacts("Ivan", "Boiko", birth_date="1981-01-01")) is Level.DIFFERENT
    assert compare_people(PersonFacts("Саша", "Бойко", gender="f"), PersonFacts("Саша", "Бойко", gender="m")) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Їжакевич Олексій Ігорович", ("Олексій", "Їжакевич", "Ігорович")),
        ("ОНИЩЕНКО НАТАЛІЯ ГРИГОРІВНА", ("Наталія", "Онищенко", "Григорівна")),
        ("Сергій Григорович Щербак", ("Сергій", "Щербак", "Григорович")),
        ("Коваль Сидоренко Марія Іванівна", ("Марія", "Коваль Сидоренко", "Іванівна")),
        ("Алієв Рустам Ахмед огли", ("Рустам", "Алієв", "Ахмед огли")),
        ("DIACHENKO Heorhii", ("Heorhii", "Diachenko", "")),
        ("Олександр ШЕВЧЕНКО", ("Олександр", "Шевченко", "")),
        ("Ткач Є. П.", ("Є.", "Ткач", "П.")),
        ("Є.П. Ткач", ("Є.", "Ткач", "П.")),
        ("пан Іван Петренко", ("Іван", "Петренко", "")),
        ("Ms Åsa Åkesson-Åkesson", ("Åsa", "Åkesson-Åkesson", "")),
        ("Novak Ana Marija", ("Ana Marija", "Novak", "")),
        ("Carl von Linné", ("Carl", "von Linné", "")),
        ("prof. dr. Janez Novak, univ.", ("Janez", "Novak", "")),
        ("Iванов Iван", ("Іван", "Іванов", "")),
        ("Bērziņš, Jānis", ("Jānis", "Bērziņš", "")),
        ("O'BRIEN JOHN", ("John", "O'Brien", "")),
        ("ЗНАМ'ЯНСЬКА МАР'ЯНА", ("Мар'яна", "Знам'янська", "")),
        ("", ("", "", "")),
    ],
)
def test_taking_full_names_apart(text: str, expected: tuple[str, str, str]) -> None:
    parts = split_full_name(text)
    assert (parts.given, parts.family, parts.patronymic) == expected


def test_an_unclear_order_follows_the_hint_and_says_so() -> None:
    plain = split_full_name("Роман Іван")
    assert not plain.certain
    turned = split_full_name("Роман Іван", Order.FAMILY_FIRST)
    assert (turned.given, turned.family) == ("Іван", "Роман")


@given(st.text())
def test_any_text_can_be_taken_apart(text: str) -> None:
    split_full_name(text)


@given(st.tuples(*[st.sampled_from(["Іван", "КОВАЛЬ", "Marija", "О.", "de", "Петрівна", "Хома"])] * 2))
def test_no_word_of_a_name_is_lost(words: tuple[str, str]) -> None:
    parts = split_full_name(" ".join(words))
    kept = f"{parts.given} {parts.family} {parts.patronymic}".casefold()
    assert all(word.casefold() in kept for word in words)


def test_name_case() -> None:
    assert name_case("ЩЕРБАК-ЮР'ЄВ") == "Щербак-Юр'єв"
    assert name_case("McDonald") == "McDonald"


@pytest.mark.parametrize(
    ("word", "sex"),
    [
        ("Іванович", Sex.MALE),
        ("Григорівна", Sex.FEMALE),
        ("Юріївна", Sex.FEMALE),
        ("Ілліч", Sex.MALE),
        ("Petrovych", Sex.MALE),
        ("Коваль", Sex.UNKNOWN),
    ],
)
def test_sex_from_the_patronymic(word: str, sex: Sex) -> None:
    assert patronymic_sex(word) is sex


def test_the_forms_of_a_name() -> None:
    assert display(OLEKSII, "uk", NameForm.LIST) == "Їжакевич Олексій Ігорович"
    assert display(OLEKSII, "en", NameForm.LIST) == "Yizhakevych, Oleksii"
    assert display(OLEKSII, "sl") == "Oleksii Yizhakevych"
    assert display(OLEKSII, "uk", NameForm.SIGNATURE) == "Олексій ЇЖАКЕВИЧ"
    assert badge_lines(OLEKSII, "uk") == ("Олексій", "Їжакевич")
    passport = PersonName("Євген", "Ткач", "", "Evgen", "Tkach", LatinSource.PASSPORT)
    assert display(passport, "sv") == "Evgen Tkach"
    assert passport.with_generated_latin() is passport
    assert OLEKSII.with_generated_latin().latin_source is LatinSource.GENERATED
    zan = PersonName("Žiga", "Žagar")
    assert display(zan, "uk", NameForm.LIST) == "Žagar, Žiga"
    assert name_sort_key(zan, "sl") > name_sort_key(PersonName("Ana", "Zupan"), "sl")


def test_the_dictionary_is_large_enough_and_sound() -> None:
    with (resources() / "data" / "given-names.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert sum(1 for row in rows if row["language"] == "uk") >= 300
    assert {row["sex"] for row in rows} <= {"f", "m", ""}
    assert given_names().sex("Žiga") is Sex.MALE
    assert given_names().sex("Саша") is Sex.UNKNOWN
    assert given_names().same(matching_key("Oleksandr"), matching_key("Alexander"))
    assert not given_names().same(matching_key("Євген"), matching_key("Євгенія"))
    assert not given_names().knows("Шевченко")


@given(st.text())
def test_keys_have_no_signs(text: str) -> None:
    """Letters of scripts that have no Latin form here stay; nothing else does (a bar parts keys from each other)."""
    assert not re.search(r"[\W_]", matching_key(text))


@given(st.text("abczABCZšđčćžåäöøæłßāēģķļņšūžабвгґдеєжзиіїйклмнопрстуфхцчшщьюяђјљњћџѓѕќыэёъ'’- .09"))
def test_keys_of_our_alphabets_are_plain(text: str) -> None:
    assert re.fullmatch("[a-z0-9]*", matching_key(text))


#: NA-9.
LISTS = {
    "sl": "Cerar Čeh Ćosić Dolenc Đukić Simon Šiška Zupan Žagar",
    "sv": "Andersson Vik Wahl Zeta Åberg Äng Öberg",
    "lv": "Celms Čakste Gailis Ģirts Kalns Ķeniņš Saulīte Šulcs Zane Žanis",
    "uk": "Гнат Ґудзь Енеїда Є Іван Ївга Йосип Шевченко Щур Юрій Яна",
    "sr": "Дан Ђорђе Жан Лука Љуба Чед Џон",
    "mk": "Горан Ѓорѓи Зоран Ѕвезда Кирил Љупчо Ќиро",
    "en": "Anders Čeh Dolenc Östen Young",
}


@pytest.mark.parametrize(("language", "words"), list(LISTS.items()))
def test_alphabetical_order(language: str, words: str) -> None:
    expected = words.split()
    turned = expected[::-1]
    assert sorted(turned, key=lambda word: sort_key(word, language)) == expected


@given(st.lists(st.text(), min_size=3, max_size=3, unique=True), st.sampled_from(list(LISTS)))
def test_the_order_is_total(texts: list[str], language: str) -> None:
    keys = [sort_key(text, language) for text in texts]
    for one, other in itertools.combinations(keys, 2):
        assert (one < other) != (other < one)
