"""Single cells: phones, dates, e-mails, sex, passports, yes and no."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.import_sentences import SENTENCES
from app.importers.cells import clean_diet, clean_email, clean_gender, clean_passport, clean_text, yes_or_no
from app.importers.dates_in_cells import DateHabit, clean_date, habit_of
from app.importers.phones import clean_phone
from app.importers.text_table import read_text_table
from app.importers.workbook import Cell

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("cell", "region", "expected"),
    [
        ("(067) 639-55-45", "UA", "+380676395545"),
        ("0501234567; 0671234567", "UA", "+380501234567"),
        ("050-123-45-67 (Viber)", "UA", "+380501234567"),
        ("80501234567", "UA", "+380501234567"),
        ("8 050 123 45 67", "UA", "+380501234567"),
        ("380501234567", "", "+380501234567"),
        ("+38(067)639-55-45", "", "+380676395545"),
        (501234567.0, "UA", "+380501234567"),
        ("3.80501234567E+11", "", "+380501234567"),
        ("5,01235E+08", "UA", ""),
        (38631993869.0, "SI", "+38631993869"),
        (31993869.0, "SI", "+38631993869"),
        ("031/905-035", "SI", "+38631905035"),
        ("0038631905035", "", "+38631905035"),
        ("+386 (0)31 905 035", "", "+38631905035"),
        ("070-024 95 23", "SE", "+46700249523"),
        ("29 123 456", "LV", "+37129123456"),
        ("тел. 067 639 55 45 доб. 12", "UA", "+380676395545"),
        ("немає", "UA", ""),
        ("123", "UA", ""),
    ],
)
def test_phones(cell: Cell, region: str, expected: str) -> None:
    assert clean_phone(cell, region).value == expected


def test_phones_that_lost_digits_or_hold_two_are_told() -> None:
    assert clean_phone("5,01235E+08", "UA").told[0].code == "import_number_lost"
    two = clean_phone("0501234567 або 0671234567", "UA")
    assert two.others == ("+380671234567",)
    assert two.told[0].code == "import_second_value"
    assert clean_phone("abc", "UA").told[0].code == "import_phone_unreadable"


@given(st.text(alphabet="0123456789+-() /;,", max_size=24), st.sampled_from(["UA", "SI", "SE", "LV", ""]))
def test_reading_a_phone_again_gives_the_same(text: str, region: str) -> None:
    once = clean_phone(text, region)
    assert all(told.code in SENTENCES for told in once.told)
    if once.value:
        assert clean_phone(once.value, region).value == once.value


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("07.03.1980", "1980-03-07"),
        ("7. 3. 1980", "1980-03-07"),
        ("7/3/80", "1980-03-07"),
        ("1980-03-07", "1980-03-07"),
        ("1980-03-07T00:00:00", "1980-03-07"),
        ("7 березня 1980 р.", "1980-03-07"),
        ("7. marec 1980", "1980-03-07"),
        ("7 mars 1980", "1980-03-07"),
        ("1980. gada 7. marts", "1980-03-07"),
        ("March 7, 1980", "1980-03-07"),
        (29287.0, "1980-03-07"),
        ("29287", "1980-03-07"),
        (datetime(1980, 3, 7), "1980-03-07"),
        ("1980 р.", "1980"),
        ("31.02.1990", ""),
        ("01.01.2031", ""),
        (float("nan"), ""),
        (-5.0, ""),
        (3_000_000.0, ""),
        ("невідомо", ""),
    ],
)
def test_birth_dates(cell: Cell, expected: str) -> None:
    cleaned = clean_date(cell, DateHabit(), TODAY, birth=True)
    assert cleaned.value == expected
    assert cleaned.value or cleaned.told
    assert all(told.code in SENTENCES for told in cleaned.told)


def test_month_first_needs_a_proof_in_the_column() -> None:
    american = habit_of(["03/07/1980", "12/25/1990"])
    assert clean_date("03/07/1980", american, TODAY).value == "1980-03-07"
    unclear = clean_date("03/07/1980", habit_of(["03/07/1980"]), TODAY)
    assert unclear.value == "1980-07-03"
    assert unclear.told[0].code == "import_date_swappable"
    assert clean_date(27825.0, DateHabit(epoch_1904=True), TODAY).value == "1980-03-07"


@given(st.one_of(st.text(max_size=20), st.floats(), st.dates().map(lambda day: f"{day.day}.{day.month}.{day.year}")))
def test_any_cell_gives_a_date_or_a_reason(cell: Cell) -> None:
    value = clean_date(cell, DateHabit(), TODAY).value
    assert not value or date.fromisoformat(value if len(value) == 10 else f"{value}-01-01")


@given(st.dates(date(1910, 1, 1), date(2010, 1, 1)))
def test_dotted_dates_are_day_first(day: date) -> None:
    assert clean_date(f"{day.day:02}.{day.month:02}.{day.year}", DateHabit(), TODAY, True).value == day.isoformat()


@pytest.mark.parametrize(
    ("text", "expected", "code"),
    [
        (" NATALIIA@Z.EXAMPLE ", "nataliia@z.example", ""),
        ("mailto:x@y.si", "x@y.si", ""),
        ("Ana <ana@y.si>", "ana@y.si", ""),
        ("іvan@ex.com", "ivan@ex.com", "import_email_lookalikes"),
        ("a@b.com; c@d.org", "a@b.com", "import_second_value"),
        ("a at b", "", "import_email_unreadable"),
        ("a@@b.com", "", "import_email_unreadable"),
        ("-", "", ""),
    ],
)
def test_emails(text: str, expected: str, code: str) -> None:
    cleaned = clean_email(text)
    assert cleaned.value == expected
    assert (cleaned.told[0].code if cleaned.told else "") == code


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ч", "uk", "m"),
        ("Жін.", "uk", "f"),
        ("M", "sl", "m"),
        ("Ž", "sl", "f"),
        ("k", "sv", "f"),
        ("s", "lv", "f"),
        ("v", "lv", "m"),
        ("k", "en", ""),
        ("Female", "en", "f"),
        ("Пані", "uk", "f"),
        ("", "uk", ""),
    ],
)
def test_sex(text: str, language: str, expected: str) -> None:
    assert clean_gender(text, language).value == expected


def test_passports() -> None:
    assert clean_passport("fa 553259").value == "FA553259"
    repaired = clean_passport("АВ123456")
    assert (repaired.value, repaired.told[0].code) == ("AB123456", "import_passport_lookalikes")
    assert clean_passport(12345678.0).told[0].code == "import_zeros_lost"
    assert clean_passport("FA553259, дійсний до 2026").value == "FA553259"
    assert clean_passport("???").told[0].code == "import_passport_unreadable"


def test_words_for_nothing_are_no_diet_and_empty_is_not_no() -> None:
    assert clean_diet("немає").value == ""
    assert clean_diet("vegan; no nuts").value == "vegan; no nuts"
    assert [yes_or_no(word) for word in ("так", "nē", "", "✓", "maybe")] == [True, False, None, True, None]


def test_texts_are_tidied_and_cut() -> None:
    assert clean_text("  a\n b ").value == "a b"
    assert clean_text("'+380").value == "+380"
    cut = clean_text("x" * 32_767)
    assert len(cut.value) == 10_000
    assert cut.told[0].code == "import_text_cut"
    assert clean_text("Ю\u202eлія").told[0].code == "import_invisible_characters"
    assert clean_text(7.0).value == "7"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_text_tables(encoding: str, delimiter: str) -> None:
    lines = [["Прізвище", "Ім'я", "Місто"], ["Їжакевич", "Соломія", "Київ"], ["Щур", "Ганна", "Тернопіль"]]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    table = read_text_table(text.encode(encoding))
    assert table.rows == lines
    assert table.delimiter == delimiter


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Priimek;Ime\nČrnigoj;Žiga\nŠuštar;Špela\nŽagar;Matjaž"),
        ("cp1257", "Uzvārds;Vārds\nBērziņš;Jānis\nKļaviņa;Līga\nŠķēle;Ģirts"),
        ("latin-1", "Efternamn;Förnamn\nÅkesson;Märta\nÖberg;Sören"),
    ],
)
def test_one_byte_encodings(encoding: str, text: str) -> None:
    assert read_text_table(text.encode(encoding)).rows == [line.split(";") for line in text.split("\n")]
