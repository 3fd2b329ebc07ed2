"""The fast lane gives exactly what the careful lane gives, row by row, whatever stands in the cells."""
# ruff: noqa: E501 - tables of what people write

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.importers import people_sheet, plain_rows
from app.importers.headings import read_headings
from app.importers.people_row import Reading
from app.importers.people_sheet import read_people, read_rows
from app.importers.plain_rows import PlainRows
from app.importers.staged_rows import StagedRows
from app.importers.workbook import Cell, Row, Sheet

#: Headings of some fields in some languages, and what people write under them.
UKRAINIAN = (
    "№", "Прізвище", "Ім'я", "По батькові", "Прізвище (лат.)", "Ім'я (лат.)", "Стать", "Дата народження", "Організація",
    "Посада", "E-mail", "Телефон", "Номер паспорта", "Паспорт дійсний до", "Харчування", "Примітки",
)  # fmt: skip
FULL = ("No.", "Name and surname", "Звертання", "Municipality", "Mobile", "Phone", "E-mail", "Arrival date", "Diet")
TWO_NAMES = ("ПІБ", "ПІБ латиницею", "По батькові", "E-mail", "Тел.", "Організація", "Дата народження")
SLOVENE = ("Zap. št.", "Priimek", "Ime", "Spol", "E-pošta", "Telefon", "Organizacija", "Datum rojstva")
SHARED = ("Ime i prezime", "Institucija", "Radno mjesto", "Država", "Kontakt telefon", "E-mail adresa", "Saglasnost")
LATVIAN = ("Vārds", "Uzvārds", "Tālrunis", "Kontakti", "Pilsēta", "Piezīmes", "Status X", "E-pasts")
PASSPORT = ("ПІБ", "Серія паспорта", "Номер паспорта", "Ім'я та по батькові", "Примітки")
SHEETS = (UKRAINIAN, FULL, TWO_NAMES, SLOVENE, SHARED, LATVIAN, PASSPORT)

FAMILIES = (
    "Шевченко", "Ткач", "Згурська", "ЩЕРБАК", "гнатюк", "Нечуй-Левицький", "Лук'яненко", "Iванов", "Ковaль", "Ђорђевић",
    "Цвіркун ", " Їжак", "Ыков", "Novak", "Kovač", "O'Brien", "де Сільва", "Zupan", "Прізвище", "tbc", "", "", 12.0, "–",
    "Коваль (Мельник)",
)  # fmt: skip
GIVEN = (
    "Олександр", "Наталія", "ОЛЕНА", "О.", "О. І.", "Анна-Марія", "Іван Петрович", "Ярослав", "Zoran", "Матяж", "Ana",
    "Sasha", "Євген", "Олена", "Петро", "Ім'я", "", "", True, "уточнюється",
)  # fmt: skip
PATRONYMICS = ("Іванович", "Петрівна", "", "", "Ігорович", "Мамед огли", "Jovanović", "По батькові", "Кузьмич")
LATIN_FAMILIES = ("Shevchenko", "Tkach", "Zghurska", "Shcherbak", "", "", "Іванов", "SHEVCHENKO", "Kovalenko", "Novak")
LATIN_GIVEN = ("Oleksandr", "Nataliia", "Alexander", "", "", "O.", "Olena", "Ana", "Yevhen")
SEXES = ("ж", "ч", "", "", "M", "Ž", "k", "жін.", "?", "Стать", 1.0)
DATES = (
    "дд.мм.рррр",
    date(1980, 3, 7), datetime(1979, 5, 1), "07.03.1980", "7/3/80", "1980", 29_287.0, 1980.0, "31.02.1990", "", "", True,
    date(2030, 1, 1), date(2026, 12, 1), time(8, 30), "7 березня 1980", "2020-01-01", float("nan"),
)  # fmt: skip
TOWNS = ("Заводська громада", "Громада 1", "", "Občina Domžale", "Організація", "  Рада  ", "=1+1", "'=x", "a\nb")
MAILS = (
    "a@example.org", "B.C@Example.org", "d@e.example; f@g.example", "іvan@ex.example", "x@y", "", "", "-", ".a@b.example",
    "mailto:k@l.example", "a@b.example\n", "немає", "E-mail", "a_x0041_b@c.example", " h@i.example ", 5.0,
)  # fmt: skip
PHONES = (
    "061 123 456, a@b.example", "+380...", "050 1234567",
    "+380 67 123 45 67", "0671234567; 0501112233", "80501234567", "380501234567", "031 905 035", "", "",
    "+386 (0)31 905 035", "(050) 123-45-67", 501234567.0, 380501234567.0, "5,01E+08", "a@b.example", "-", "немає", "123",
    "+46 70 024 95 23", "0038631905035", "050-123-45-67 (Viber)", "+48 601 202 303", "8 050 123 45 67", "12+34567890",
    "+3800501234567", "067 639 55 45 доб. 12", "Телефон",
)  # fmt: skip
PASSPORTS = (
    "FA553259", "FA 553259", "ФА553259", 12_345_678.0, 123_456_789.0, "1,2E+08", "", "", "fa-553259", "ABCDEF", "standard",
    "немає", "123456", "FA553259, дійсний до 2026", "???",
)  # fmt: skip
TEXTS = (
    "",
    "",
    "вегетаріанське",
    "немає",
    "без глютену",
    "a\u200bb",
    "x" * 10_050,
    "_x000D_",
    "два  слова",
    3.0,
    "Всього",
    "не їде",
    "Cancelled",
    "Легенда:",
)

POOLS: dict[str, tuple[Any, ...]] = {
    "№": (1.0, 2.0, "", "3."), "No.": (1.0, ""), "Zap. št.": (1.0, ""), "Прізвище": FAMILIES, "Priimek": FAMILIES,
    "Ім'я": GIVEN, "Ime": GIVEN, "По батькові": PATRONYMICS, "Прізвище (лат.)": LATIN_FAMILIES,
    "Ім'я (лат.)": LATIN_GIVEN, "Стать": SEXES, "Spol": SEXES, "Дата народження": DATES, "Datum rojstva": DATES,
    "Arrival date": DATES, "Паспорт дійсний до": DATES, "Організація": TOWNS, "Organizacija": TOWNS,
    "Municipality": TOWNS, "E-mail": MAILS, "E-pošta": MAILS, "Телефон": PHONES, "Telefon": PHONES, "Phone": PHONES,
    "Тел.": PHONES, "Mobile": PHONES, "Номер паспорта": PASSPORTS, "Звертання": ("пан", "пані", "", "Mr", "x", "?"),
    "Name and surname": (
        "Ana Novak", "NOVAK Ana", "Novak, Ana", "Шевченко Олександр Іванович", "Олена Ткач", "О. Ткач", "Sam", "", "",
        "Делегація Заводської громади", "Total: 5", "tbc", "Лі Кум", "Ivan Petrovych Koval", "Name and surname",
        "dr. Miha Zupan", "Ana Novak – županja", "Dr Ana Novak", "Іваненко Іван, міський голова", "Jan Kralj\ndirektor",
    ),
    "Ime i prezime": (
        "Amra Hadžić", "Hadžić Amra", "mr. Amra Hadžić", "Јован Петровић", "načelnica Amra Hadžić", "", "Ukupno",
        "Jovan Petrović, savjetnik", "Ana (Novak)", "Петровић Јован - саветник", "Ana Novak i Jovan Petrović", "Јован Петровић / Jovan Petrović",
    ),
    "Vārds": GIVEN, "Uzvārds": FAMILIES, "Tālrunis": PHONES, "Kontakti": (*PHONES[:6], *MAILS[:4], "сусід"),
    "Pilsēta": TOWNS, "E-pasts": MAILS, "Серія паспорта": ("FA", "ФА", "", "?"), "Ім'я та по батькові": GIVEN,
    "Status X": ("", "", "atcelts", "NE BRAUC", "Не їде!", "ok"),
    "Država": ("BiH", "Srbija", "Hrvatska", "", "", "Nigdje", "Україна", 5.0),
    "Saglasnost": ("da", "ne", "", "x", "ok"),
    "Institucija": ("Općina Tuzla", "isto", '-"-', "", "Opština Čačak"), "Kontakt telefon": (*PHONES, "061 123 456"),
    "Radno mjesto": ("savjetnik", '"', ""), "E-mail adresa": (*MAILS, "a@b.example 061 123 456", "061 123 456"),
    "ПІБ": (
        "Шевченко Олександр Іванович", "Наталія Згурська", "ТКАЧ Олена Петрівна", "Коваль О. І.", "", "Iванов Петро",
        "Всього", "ПІБ", "Кім Лі", "Нечуй-Левицький Іван Семенович", "Мамедов Алі Гасан огли", 17.0,
        "Коваль Іван та Ткач Ольга", "Ткач Ольга\nOlha Tkach", "Ткач (Коваль) Ольга",
    ),
    "ПІБ латиницею": (
        "Oleksandr Shevchenko", "SHEVCHENKO Oleksandr", "Nataliia Zghurska", "Olena Tkach", "", "", "Tkach O.",
        "Шевченко Олександр", "Petro Sidorenko", "Ivan Nechui-Levytskyi",
    ),
}  # fmt: skip


def _rows(headings: tuple[str, ...]) -> st.SearchStrategy[list[tuple[Cell, ...]]]:
    whole = st.tuples(*(st.sampled_from(POOLS.get(name, TEXTS)) for name in headings))
    short = st.builds(lambda row, end: row[:end], whole, st.integers(0, len(headings)))
    empty = st.just(("",) * len(headings))
    counted = st.just(tuple(float(n) for n in range(1, len(headings) + 1)))
    lone = st.builds(lambda text: (text, *[""] * (len(headings) - 1)), st.sampled_from(POOLS["Name and surname"]))
    kinds = st.one_of(whole, whole, whole, whole, short, empty, counted, lone, st.just(headings))
    return st.lists(kinds, max_size=14)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Sheet, Reading]:
    """A sheet with rows of all kinds, with hidden ones, errors and comments now and then."""
    headings = draw(st.sampled_from(SHEETS))
    rows = (headings, *draw(_rows(headings)))
    places = st.tuples(st.integers(2, 12), st.integers(1, len(headings)))
    sheet = Sheet(
        "S",
        rows,
        hidden_rows=draw(st.frozensets(st.integers(2, 12), max_size=2)),
        hidden_columns=draw(st.frozensets(st.integers(1, len(headings)), max_size=1)),
        comments=draw(st.dictionaries(places, st.just("note"), max_size=1)),
        errors=draw(st.dictionaries(places, st.just("#REF!"), max_size=1)),
    )
    end = draw(st.sampled_from((None, date(2026, 11, 1))))
    country = draw(st.sampled_from(("", "", "UA", "SI", "LV")))
    return sheet, Reading(country, end, date(2026, 11, 22), draw(st.booleans()))


def _compare(sheet: Sheet, reading: Reading) -> StagedRows:
    headings = read_headings(sheet, 1)
    careful, passed = read_people(sheet, headings, reading)
    fast = StagedRows()
    skipped = read_rows(sheet, headings, reading, fast, lambda _number: None)
    assert skipped == passed
    assert list(fast) == careful
    assert [fast[number] for number in range(len(fast))] == careful
    for name in ("email", "given_latin", "organisation"):
        assert fast.column(name) == [row.fields.get(name, "") for row in careful]
    return fast


@settings(max_examples=400, deadline=None)
@given(sheets())
def test_messy_rows_are_the_same_by_columns_and_with_care(given_sheet: tuple[Sheet, Reading]) -> None:
    _compare(*given_sheet)


@settings(max_examples=60, deadline=None)
@given(sheets(), st.integers(1, 5))
def test_blocks_may_be_cut_anywhere(given_sheet: tuple[Sheet, Reading], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people_sheet, "BLOCK", size)
        _compare(*given_sheet)


def _delegation(count: int) -> tuple[Row, ...]:
    from benchmarks.delegation import people

    return tuple(tuple("" if cell == "" else cell for cell in row) for row in people(count))


def test_a_usual_sheet_goes_nearly_whole_by_columns() -> None:
    rows = [list(row) for row in _delegation(300)]
    for place, row in enumerate(rows):
        row[0] = float(row[0])
        if place % 50 == 7:
            row[10] = "two@example.org, three@example.org"
        if place % 60 == 9:
            row[7] = "1980"
    sheet = Sheet("Учасники", (UKRAINIAN[:15], *map(tuple, rows)))
    fast = _compare(sheet, Reading("UA", None, date(2026, 11, 22)))
    assert (len(fast), len(fast.made)) == (300, 11)


def test_care_is_taken_where_the_lane_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_lane: PlainRows, _rows: object) -> plain_rows.Block:
        raise AssertionError("two columns of one field are not read by columns")

    monkeypatch.setattr(PlainRows, "read", broken)
    sheet = Sheet("S", (("Surname", "Name"), ("Novak", "Ana")))
    headings = read_headings(sheet, 1)
    twice = replace(headings, columns={1: headings.columns[1], 2: headings.columns[1]})
    rows = StagedRows()
    read_rows(sheet, twice, Reading(), rows, lambda _number: None)
    assert [row.fields["family_name"] for row in rows] == ["Ana"]
