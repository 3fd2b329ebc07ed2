"""Headings in a dozen languages, each as towns disfigure it; the books of the other kinds of sheets."""

import csv
from collections.abc import Callable

import pytest

from app.core.paths import resources
from app.core.text import marks_off
from app.importers.heading_words import FIELD_NAMES, fields_of, meanings, normalise
from app.importers.headings import read_headings
from app.importers.workbook import Row, Sheet


def _book(name: str) -> list[tuple[str, str, str]]:
    with (resources() / "data" / name).open(encoding="utf-8", newline="") as source:
        return [
            (FIELD_NAMES.get(row["field"], row["field"]), row["lang"], row["synonym"]) for row in csv.DictReader(source)
        ]


CORE = _book("header-synonyms.csv")
ALL = [
    *CORE,
    *(row for name in ("balkans", "further", "strangers") for row in _book(f"header-synonyms-{name}.csv")),
]
#: Signs that alone are the whole heading cannot be told from a number before a heading.
LONE_SIGNS = {"#", "№"}


def _sheet(*rows: Row, merges: tuple[tuple[int, int, int, int], ...] = ()) -> Sheet:
    return Sheet("S", rows, merges=merges)


def _fields(*rows: Row, merges: tuple[tuple[int, int, int, int], ...] = ()) -> list[str]:
    return [column.field for column in read_headings(_sheet(*rows, merges=merges)).columns.values()]


def test_all_941_headings_of_the_field_are_there_and_no_heading_means_two_things() -> None:
    assert len(CORE) == 941
    assert len({field for field, _language, _text in CORE}) == 48
    owners: dict[str, set[str]] = {}
    for field, _language, text in ALL:
        owners.setdefault(normalise(text), set()).add(field)
    assert {text: fields for text, fields in owners.items() if len(fields) > 1} == {}


@pytest.mark.parametrize(
    "change",
    [
        str,
        str.upper,
        lambda text: marks_off(text.casefold()),
        lambda text: text + " *:",
        lambda text: "№ " + text,
        lambda text: "12. " + text,
        lambda text: "3) " + text,
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" ", "\u00a0\u00a0"),
        lambda text: f"({text})",
        lambda text: text.replace(" ", "_"),
        lambda text: text[:2] + "\u00ad" + text[2:] + "\u200b",
    ],
    ids="as-is capitals no-marks star numero number bracket lines spaces brackets underscores invisible".split(),
)
def test_each_heading_means_its_own_field_by_itself(change: Callable[[str], str]) -> None:
    wrong = []
    for field, _language, text in ALL:
        found = meanings(change(text))
        if text not in LONE_SIGNS and (not found or found[0].field != field):
            wrong.append((field, change(text), found[:2]))
    assert wrong == []


@pytest.mark.parametrize("language", ["sh", "sr", "mk", "ru"])
def test_each_field_has_several_words(language: str) -> None:
    for field in fields_of("people"):
        own = [text for name, spoken, text in ALL if name == field and spoken == language]
        assert len(own) >= (1 if field in ("patronymic", "given_name", "family_name") else 2), (field, own)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Name / Ім'я та прізвище", "full_name"),
        ("Ime in priimek | Name and surname", "full_name"),
        ("Организация Organisation", "organisation"),
        ("Посада – Position", "position"),
        ("Матични број", "national_id"),
        ("JMBG", "national_id"),
        ("ЕМБГ учесника", "national_id"),
        ("OIB (osobni identifikacijski broj)", "national_id"),
        ("EMŠO:", "national_id"),
        ("Personnummer för deltagare", "national_id"),
        ("PESEL", "national_id"),
        ("Број на пасош*", "passport_number"),
        ("Broj pasoša (ako ga posjedujete)", "passport_number"),
        ("Ime i prezime (kao u pasošu)", "name_latin"),
        ("Ime i prezime (latinicom)", "name_latin"),
        ("Презиме (на латиница)", "family_latin"),
        ("Прізвіще", "family_name"),
        ("Імя", "given_name"),
        ("Прiзвище", "family_name"),
        ("Телефн", "phone"),
        ("Вкажіть, будь ласка, Ваше прізвище, ім'я та по батькові", "full_name"),
        ("Чи даєте Ви згоду на обробку персональних даних?", "data_consent"),
        ("Please enter your date of birth", "birth_date"),
        ("Molimo upišite broj mobilnog telefona", "mobile"),
        ("Контактний номер телефону (Viber)", "phone"),
        ("ПІБ1", "full_name"),
        ("Серія та номер закордонного паспорта, термін дії", "passport_number"),
        ("Серія та № паспорта", "passport_number"),
        ("Passport series and number", "passport_number"),
        ("Серия и номер загранпаспорта", "passport_number"),
        ("Серія паспорта", "passport_series"),
        ("Passport number and expiry date", "passport_number"),
        ("I agree to the processing of my personal data", "data_consent"),
        ("Фамилия, имя, отчество", "full_name"),
    ],
)
def test_what_towns_write(heading: str, field: str) -> None:
    assert meanings(heading)[0].field == field


@pytest.mark.parametrize("text", ["Ana Novak", "Кропивницький", "ana@x.example", "2026-03-01", "x" * 301, "", "Zagreb"])
def test_data_are_no_headings(text: str) -> None:
    found = meanings(text)
    assert not found or found[0].score < 60


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (("Р. бр.", "Презиме и име", "Општина", "Датум рођења"), "sr"),
        (("Реден број", "Презиме и име", "Општина", "Датум на раѓање"), "mk"),
        (("R. br.", "Ime i prezime", "Institucija", "Funkcija"), "sh"),
        (("Ime i prezime", "Općina", "Županija", "OIB"), "hr"),
        (("Ime i prezime", "Opština", "Radno mesto", "E-mail"), "sr"),
        (("Ime in priimek", "Občina", "Funkcija"), "sl"),
        (("Ф.И.О.", "Должность", "Телефон"), "ru"),
        (("ПІБ", "Посада", "Телефон"), "uk"),
        (("Name", "Namn", "Kommun", "Befattning"), "sv"),
        (("Imię i nazwisko", "Gmina", "Telefon"), "pl"),
        (("Emri", "Mbiemri", "Komuna"), "sq"),
    ],
)
def test_the_language_of_the_headings(headings: Row, language: str) -> None:
    assert read_headings(_sheet(headings)).language == language


def test_names_in_two_alphabets() -> None:
    body: Row = ("Ткач Іван Петрович", "Ivan Tkach", "голова")
    assert _fields(("ПІБ", "Full name", "Посада"), body) == ["full_name", "name_latin", "position"]
    assert _fields(("Full name", "ПІБ", "Посада"), ("Ivan Tkach", "Ткач Іван", "голова")) == [
        "name_latin",
        "full_name",
        "position",
    ]
    assert _fields(("Прізвище", "Ім'я", "Surname", "Name"), ("Ткач", "Іван", "Tkach", "Ivan")) == [
        "family_name",
        "given_name",
        "family_latin",
        "given_latin",
    ]


def test_name_beside_the_given_name_is_the_family_name_and_the_other_way_round() -> None:
    assert _fields(("Name", "Vorname", "Gemeinde"), ("Müller", "Jörg", "Kiel")) == [
        "family_name",
        "given_name",
        "organisation",
    ]
    assert _fields(("Name", "Surname"), ("Ana", "Novak")) == ["given_name", "family_name"]
    assert _fields(("Nume", "Prenume", "Funcția"), ("Popescu", "Ioana", "primar"))[:2] == ["family_name", "given_name"]


def test_a_second_phone_is_the_mobile_and_unclear_columns_are_told_by_their_values() -> None:
    assert _fields(("Delegate", "Phone", "Telephone"), ("Ana Novak", "01 722 01 00", "031 905 035")) == [
        "full_name",
        "mobile",
        "phone",
    ]
    found = read_headings(
        _sheet(("Delegate", "Kontakt 1", "aaa"), ("Ana Novak", "a@b.example", "+38631905035"), ("Jan Kralj", "", ""))
    )
    assert [(one.field, one.confidence, one.how) for one in found.columns.values()][1:] == [
        ("email", 0.75, "values"),
        ("phone", 0.75, "values"),
    ]


@pytest.mark.parametrize(
    ("book", "headings", "fields"),
    [
        ("agenda", ("Date", "Time", "Title"), {"date", "title"}),
        ("expenditures", ("Datum", "Iznos", "Opis"), {"date", "amount"}),
        ("deliverables", ("Назва", "Термін", "Відповідальний"), {"title"}),
    ],
)
def test_other_kinds_have_books_of_their_own(book: str, headings: Row, fields: set[str]) -> None:
    found = read_headings(_sheet(headings), book=book)
    assert fields <= {column.field for column in found.columns.values()}
    assert found.found
    assert found.layout.startswith(f"{book}:")
    assert not read_headings(_sheet(headings), book=book, mapping={1: "", 2: "", 3: ""}).found
    people = read_headings(_sheet(("Name", "E-mail")))
    assert ":" not in people.layout
    assert fields_of(book) != fields_of("people")


def test_a_layout_is_the_same_whatever_its_signs() -> None:
    one = read_headings(_sheet(("ПІБ*", "Посада:", "E-mail")))
    other = read_headings(_sheet(("", "", ""), ("піб", " Посада ", "E-MAIL")))
    assert one.layout == other.layout
    assert one.layout != read_headings(_sheet(("ПІБ", "E-mail", "Посада"))).layout
