"""Dates, times, numbers of the five languages, by hand (FM-1 to FM-7, CE-9, CE-10)."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.dates import UNKNOWN, PartialDate
from app.core.i18n import LANGUAGES
from app.documents.formats import formats

DAY, LATER, NEXT_MONTH, NEXT_YEAR = date(2026, 3, 3), date(2026, 3, 7), date(2026, 4, 2), date(2027, 1, 5)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "short", "long", "sentence", "weekday"),
    [
        ("en", "7 March 2026", "7 March 2026", "7 March 2026", "Saturday, 7 March 2026"),
        ("sl", "7. 3. 2026", "7. marec 2026", "7. marca 2026", "sobota, 7. marec 2026"),
        ("uk", "07.03.2026", "7 березня 2026 р.", "7 березня 2026 р.", "субота, 7 березня 2026 р."),
        ("sv", "2026-03-07", "7 mars 2026", "7 mars 2026", "lördag 7 mars 2026"),
        ("lv", "07.03.2026", "2026. gada 7. marts", "2026. gada 7. martā", "sestdiena, 2026. gada 7. marts"),
    ],
)
def test_dates(language: str, short: str, long: str, sentence: str, weekday: str) -> None:
    forms = formats(language)
    shown = (forms.date_short(LATER), forms.date_long(LATER), forms.date_in_sentence(LATER), forms.weekday_date(LATER))
    assert tuple(map(plain, shown)) == (short, long, sentence, weekday)
    assert " " not in forms.date_long(LATER)


@pytest.mark.parametrize(
    ("language", "month", "sentence", "months", "years"),
    [
        (
            "en", "3–7 March 2026", "from 3 to 7 March 2026", "3 March – 2 April 2026", "3 March 2026 – 5 January 2027",
        ),
        (
            "sl", "3.–7. marec 2026", "od 3. do 7. marca 2026", "3. marec – 2. april 2026",
            "3. marec 2026 – 5. januar 2027",
        ),
        (
            "uk", "3–7 березня 2026 р.", "3–7 березня 2026 р.", "3 березня – 2 квітня 2026 р.",
            "3 березня 2026 р. – 5 січня 2027 р.",
        ),
        (
            "sv", "3–7 mars 2026", "3–7 mars 2026", "3 mars – 2 april 2026", "3 mars 2026 – 5 januari 2027",
        ),
        (
            "lv", "2026. gada 3.–7. marts", "no 2026. gada 3. līdz 7. martam", "2026. gada 3. marts – 2. aprīlis",
            "2026. gada 3. marts – 2027. gada 5. janvāris",
        ),
    ],
)  # fmt: skip
def test_ranges(language: str, month: str, sentence: str, months: str, years: str) -> None:
    forms = formats(language)
    assert plain(forms.date_range(DAY, LATER)) == month
    assert plain(forms.date_range_in_sentence(DAY, LATER)) == sentence
    assert plain(forms.date_range(DAY, NEXT_MONTH)) == months
    assert plain(forms.date_range(DAY, NEXT_YEAR)) == years
    assert forms.date_range(DAY, DAY) == forms.date_long(DAY)


def test_range_over_a_month_in_a_sentence() -> None:
    start, end = date(2025, 1, 30), date(2025, 2, 20)
    assert plain(formats("sl").date_range_in_sentence(start, end)) == "od 30. januarja do 20. februarja 2025"
    assert plain(formats("en").date_range_in_sentence(start, end)) == "from 30 January to 20 February 2025"
    assert plain(formats("lv").date_range_in_sentence(start, end)) == "no 2025. gada 30. janvāra līdz 20. februārim"


@pytest.mark.parametrize(
    ("canonical", "texts"),
    [
        ("2023-10", ("October 2023", "oktober 2023", "жовтень 2023 р.", "oktober 2023", "2023. gada oktobris")),
        (
            "2024-H1",
            (
                "first half of 2024", "prva polovica leta 2024", "перше півріччя 2024 р.", "första halvåret 2024",
                "2024. gada pirmais pusgads",
            ),
        ),
        (
            "2022-Q4",
            (
                "fourth quarter of 2022", "četrto četrtletje 2022", "IV квартал 2022 р.", "fjärde kvartalet 2022",
                "2022. gada 4. ceturksnis",
            ),
        ),
        ("2024", ("2024", "2024", "2024 р.", "2024", "2024. gads")),
        ("", ("", "", "", "", "")),
    ],
)  # fmt: skip
def test_partial_dates(canonical: str, texts: tuple[str, ...]) -> None:
    day = PartialDate.parse(canonical)
    assert tuple(plain(formats(language).partial(day)) for language in LANGUAGES) == texts


def test_partial_range_leaves_out_what_is_unknown() -> None:
    forms = formats("en")
    assert plain(forms.partial_range(PartialDate.parse("2023-09"), UNKNOWN)) == "September 2023"
    assert (
        plain(forms.partial_range(PartialDate.parse("2023-09"), PartialDate.parse("2024"))) == "September 2023 – 2024"
    )
    assert forms.partial_range(UNKNOWN, UNKNOWN) == ""


def test_times() -> None:
    nine, half = time(9, 0), time(10, 30)
    assert [formats(code).time_range(nine, half) for code in LANGUAGES] == [
        "9:00–10:30", "9.00–10.30", "9:00–10:30", "09.00–10.30", "9.00–10.30",
    ]  # fmt: skip
    assert {formats(code, bilingual=True).time_range(nine, half) for code in LANGUAGES} == {"9:00–10:30"}
    assert formats("en").time_range(nine, None) == "9:00"
    assert formats("en").time_range(None, None) == ""


def test_numbers_group_from_four_digits() -> None:
    assert [plain(formats(code).money(-123450)) for code in LANGUAGES] == [
        "−1,234.50", "−1.234,50", "−1 234,50", "−1 234,50", "−1 234,50",
    ]  # fmt: skip
    assert formats("en").money(None) == "–"
    assert formats("en").money(0, signed=True) == "0.00"
    assert formats("en").money(21560, signed=True) == "+215.60"
    assert [plain(formats(code).percent(7)) for code in LANGUAGES] == ["7%", "7 %", "7 %", "7 %", "7 %"]
    assert formats("en").number(Decimal("2.50")) == "2.5"


@given(st.integers(-(10**12), 10**12))
def test_numbers_read_back(minor: int) -> None:
    for language in LANGUAGES:
        forms = formats(language)
        shown = forms.money(minor).replace("−", "-").replace("\u00a0", "")
        shown = shown.replace(",", "") if language == "en" else shown.replace(".", "").replace(",", ".")
        assert Decimal(shown) * 100 == minor


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", "1", "1 hour"), ("en", "84", "84 hours"),
        ("sl", "1", "1 ure"), ("sl", "2", "2 ur"), ("sl", "8", "8 ur"),
        ("sl", "101", "101 ure"), ("sl", "1.5", "1,5 ure"),
        ("uk", "1", "1 година"), ("uk", "21", "21 година"), ("uk", "3", "3 години"), ("uk", "84", "84 години"),
        ("uk", "11", "11 годин"), ("uk", "112", "112 годин"), ("uk", "5", "5 годин"), ("uk", "2.5", "2,5 години"),
        ("sv", "1", "1 timme"), ("sv", "2", "2 timmar"),
        ("lv", "1", "1 stundas"), ("lv", "21", "21 stundas"), ("lv", "11", "11 stundu"), ("lv", "8", "8 stundu"),
    ],
)  # fmt: skip
def test_hours(language: str, count: str, expected: str) -> None:
    assert plain(formats(language).hours(Decimal(count))) == expected


def test_quotation_marks() -> None:
    assert [formats(code).quoted("Ґ") for code in LANGUAGES] == ["“Ґ”", "»Ґ«", "«Ґ»", "”Ґ”", "„Ґ”"]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_date_has_its_year_and_day(first: date, second: date) -> None:
    start, end = sorted((first, second))
    for language in LANGUAGES:
        forms = formats(language)
        assert str(end.year) in forms.date_range(start, end) or str(start.year) == str(end.year)
        for write in (forms.date_short, forms.date_long, forms.date_in_sentence):
            assert str(start.year) in write(start)
            assert str(start.day) in write(start)


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        formats("xx")
