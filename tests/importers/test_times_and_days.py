"""Times, lengths, days and sums as they stand in cells, by hand."""

import csv
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.paths import resources
from app.core.vocabulary import DeliverableKind, DeliverableStage, ExpenditureState, SessionKind
from app.importers.amounts import AmountHabit, clean_amount, clean_currency, clean_rate, currency_in, habit_of_amounts
from app.importers.dates_in_cells import DateHabit
from app.importers.day_headings import Period, find_day, words_beside
from app.importers.heading_words import meanings
from app.importers.record_sheet import RecordReading, _partial
from app.importers.times_in_cells import Span, minutes_after, read_minutes, read_span
from app.importers.words_in_cells import read_word, word_in_title
from app.importers.workbook import Cell

PERIOD = Period(date(2026, 3, 9), date(2026, 3, 13))
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("9:00-10:30", "09:00", "10:30"),
        ("9.00–10.30", "09:00", "10:30"),
        ("kl. 9.00", "09:00", ""),
        ("kl 13.00 - 14.15", "13:00", "14:15"),
        ("09:00 – 10:30 год", "09:00", "10:30"),
        ("9.00 - 10.30 uri", "09:00", "10:30"),
        ("ob 9. uri", "09:00", ""),
        ("plkst. 9.00–10.30", "09:00", "10:30"),
        ("з 9:00 до 10:30", "09:00", "10:30"),
        ("9 год 30 хв", "09:30", ""),
        ("9h30", "09:30", ""),
        ("9.30 h", "09:30", ""),
        ("9-10", "09:00", "10:00"),
        ("8.30 - 9", "08:30", "09:00"),
        ("9 – 10.30", "09:00", "10:30"),
        ("0900-1030", "09:00", "10:30"),
        ("9:00 am – 1:30 pm", "09:00", "13:30"),
        ("1:00 – 2:30 pm", "13:00", "14:30"),
        ("11:00 – 1:30 pm", "11:00", "13:30"),
        ("12 am", "00:00", ""),
        ("9:00\n10:30", "09:00", "10:30"),
        ("9:00 –", "09:00", ""),
        ("from 18:00", "18:00", ""),
        ("until 17:00", "", "17:00"),
        ("do 17.00", "", "17:00"),
        ("22:00-01:00", "22:00", "01:00"),
        (time(9, 0), "09:00", ""),
        (datetime(2026, 3, 9, 9, 29, 59, 999000), "09:30", ""),
        (timedelta(hours=9), "09:00", ""),
        (0.375, "09:00", ""),
        (9.3, "09:30", ""),
        (9.0, "09:00", ""),
        (10.15, "10:15", ""),
        ("TBC", "", ""),
        ("уточнюється", "", ""),
        ("", "", ""),
        (True, "", ""),
        (1e9, "", ""),
        (date(2026, 3, 9), "", ""),
    ],
)
def test_times(cell: Cell, start: str, end: str) -> None:
    assert read_span(cell) == Span(start, end)


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("10 min", 10),
        ("45 хв", 45),
        ("1 h 30 min", 90),
        ("1,5 год", 90),
        ("2 uri", 120),
        ("1:30", 90),
        ("90", 90),
        (45.0, 45),
        (0.0625, 90),
        (time(0, 20), 20),
        (timedelta(minutes=50), 50),
        ("long", 0),
        (-5.0, 0),
        (100_000.0, 0),
    ],
)
def test_lengths(cell: Cell, minutes: int) -> None:
    assert read_minutes(cell) == minutes


@given(st.integers(0, 1439), st.integers(0, 1439))
def test_a_time_written_in_any_way_is_the_same_time(start: int, end: int) -> None:
    (a, b), (c, d) = divmod(start, 60), divmod(end, 60)
    one, other = f"{a:02d}:{b:02d}", f"{c:02d}:{d:02d}"
    for text in (
        f"{a}:{b:02d}-{c}:{d:02d}",
        f"{a:02d}.{b:02d} – {c:02d}.{d:02d}",
        f"kl. {one} — {other}",
        f"{one}\n{other}",
    ):
        assert read_span(text) == Span(one, other)
    assert read_span(time(a, b)) == Span(one)
    assert read_span(start / 1440) == Span(one)
    assert minutes_after(one, (end - start) % 1440) == other


@pytest.mark.parametrize(
    "text",
    [
        "Monday 9 March 2026",
        "Monday, March 9, 2026",
        "Понеділок, 9 березня",
        "понеділок, 9-го березня 2026 р.",
        "ponedeljek, 9. marec 2026",
        "måndag den 9 mars",
        "pirmdiena, 2026. gada 9. marts",
        "9. martā",
        "Понедељак, 9. март 2026.",
        "понеделник, 9 март 2026 година",
        "понедельник, 9 марта",
        "9.3.",
        "9. 3. 2026",
        "09.03.2026 р.",
        "9/3",
        "2026-03-09",
        "Day 1 – Monday 9 March 2026, Ljubljana",
        "Mon 9 Mar",
        "9.3. (10.00–16.00)",
    ],
)
def test_days(text: str) -> None:
    found = find_day(text, PERIOD, TODAY)
    assert found is not None
    assert (found.day, found.counted) == (date(2026, 3, 9), False)


@pytest.mark.parametrize("text", ["Day 2", "2 день", "День 2. Візит", "Dan 2", "Dag 2", "2. diena", "Дан 2"])
def test_counted_days(text: str) -> None:
    found = find_day(text, PERIOD, TODAY)
    assert found is not None
    assert (found.day, found.counted) == (date(2026, 3, 10), True)


@pytest.mark.parametrize(
    "text",
    [
        "9–13 March 2026",
        "9.3.–13.3.2026",
        "Lunch at 12.30",
        "9.00–10.30",
        "Day 9",
        "Agenda",
        "",
        "31.2.2026",
        "1.2.3.4",
    ],
)
def test_no_days(text: str) -> None:
    assert find_day(text, PERIOD, TODAY) is None


def test_a_missing_year_is_that_of_the_period() -> None:
    winter = Period(date(2025, 12, 29), date(2026, 1, 4))
    assert [find_day(text, winter, TODAY).day for text in ("30.12.", "2 січня")] == [  # type: ignore[union-attr]
        date(2025, 12, 30),
        date(2026, 1, 2),
    ]
    assert words_beside("Day 1 – Monday 9 March 2026, Ljubljana") == "Ljubljana"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.234,56 €", "1234.56"),
        ("1 234,56 грн", "1234.56"),
        ("1\u202f234,56", "1234.56"),
        ("EUR 1,234.56", "1234.56"),
        ("1'234.50", "1234.50"),
        ("(12,50)", "-12.50"),
        ("5-", "-5.00"),
        ("−5", "-5.00"),
        ("100,- kr", "100.00"),
        ("12.345.678", "12345678.00"),
        ("1.234.567,8", "1234567.80"),
        (12.345, "12.35"),
        (1234.5600000001, "1234.56"),
        ("abc", ""),
        ("25 %", ""),
        ("12 34", ""),
        ("5 x 20", ""),
        (1e13, ""),
        (True, ""),
        ("–", ""),
    ],
)
def test_sums(cell: Cell, value: str) -> None:
    assert clean_amount(cell, AmountHabit()).value == value


def test_the_column_settles_what_one_cell_leaves_open() -> None:
    assert clean_amount("1.234", AmountHabit()).value == "1234.00"
    assert [told.code for told in clean_amount("1.234", AmountHabit()).told] == ["import_amount_doubtful"]
    comma = habit_of_amounts(["1.234", "5,50", "", "x"])
    assert clean_amount("1.234", comma) == clean_amount("1234", comma)
    point = habit_of_amounts(["5.50"])
    assert clean_amount("1,234", point).value == "1234.00"
    assert clean_amount("1.234", point).value == "1.23"
    assert habit_of_amounts(["5.50", "5,50"]) == AmountHabit()


@given(
    st.integers(-(10**11), 10**11),
    st.sampled_from([",", "."]),
    st.booleans(),
    st.sampled_from(["", " €", " EUR", " грн"]),
)
def test_a_sum_written_in_any_way_is_the_same_sum(cents: int, mark: str, grouped: bool, sign: str) -> None:
    whole, rest = divmod(abs(cents), 100)
    group = "." if mark == "," else ","
    digits = f"{whole:,}".replace(",", group) if grouped else str(whole)
    text = f"{'-' if cents < 0 else ''}{digits}{mark}{rest:02d}{sign}"
    cleaned = clean_amount(text, AmountHabit())
    assert (cleaned.value, cleaned.told) == (f"{cents / 100:.2f}" if cents else "0.00", ())


def test_currencies() -> None:
    assert [currency_in(text) for text in ("Сума, грн", "Belopp (SEK)", "€", "5 zł", "EUR/UAH", "Amount", "12 KM")] == [
        "UAH", "SEK", "EUR", "PLN", "", "", "BAM",
    ]  # fmt: skip
    known = [clean_currency(text).value for text in ("евро", "євро", "kr.", "xyz", "?")]
    assert known == ["EUR", "EUR", "SEK", "XYZ", ""]
    assert (clean_rate("41,25").value, clean_rate(0.0).value, clean_rate("a").value) == ("41.25", "", "")


def test_words_in_any_language() -> None:
    for text in ("Kosilo", "обід", "LUNCH", "Ručak", "Ручек", "pusdienas", "Lunch / Обід", "lunch break"):
        assert read_word(SessionKind, text) is SessionKind.MEAL, text
    for text in ("Coffee-break", "кава-брейк", "Kaffepaus", "Odmor za kavo", "Пауза за кафу"):
        assert read_word(SessionKind, text) is SessionKind.COFFEE_BREAK, text
    assert read_word(DeliverableStage, "чернетка") is DeliverableStage.DRAFTING
    assert read_word(DeliverableStage, "Usvojeno") is DeliverableStage.ADOPTED
    assert read_word(DeliverableKind, "Strategija razvoja") is DeliverableKind.STRATEGIC_PLAN
    assert read_word(ExpenditureState, "сплачено") is ExpenditureState.PAID
    assert read_word(SessionKind, "Something else") is None
    assert word_in_title(SessionKind, "Обід у ресторані «Дністер»") is SessionKind.MEAL
    assert word_in_title(SessionKind, "Presentation of the lunch programme") is SessionKind.LECTURE
    assert word_in_title(SessionKind, "Ogled čistilne naprave") is SessionKind.SITE_VISIT
    assert word_in_title(SessionKind, "Waste in practice") is None


@pytest.mark.parametrize("book", ["agenda", "expenditures", "deliverables"])
def test_every_heading_of_a_book_means_its_own_field(book: str) -> None:
    """Also in capitals with a star; a heading that two languages use otherwise means both."""
    with (resources() / "data" / f"headings-{book}.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert len(rows) > 700
    wrong = []
    for row in rows:
        for heading in (row["synonym"], f"{row['synonym'].upper()} *"):
            found = meanings(heading, book)
            if row["field"] not in {one.field for one in found if one.score == found[0].score}:
                wrong.append((row["field"], heading))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Q2 2026", "2026-Q2"),
        ("2026 Q2", "2026-Q2"),
        ("II квартал 2026 р.", "2026-Q2"),
        ("квартал 3 2026", "2026-Q3"),
        ("2. četrtletje 2026", "2026-Q2"),
        ("kvartal 4 2026", "2026-Q4"),
        ("2026. gada 2. ceturksnis", "2026-Q2"),
        ("2026. gada marts", "2026-03"),
        ("березень 2026", "2026-03"),
        ("2026 рік", "2026"),
        ("2026", "2026"),
        ("09.03.2026.", "2026-03-09"),
        ("5 квартал 2026", ""),
    ],
)
def test_a_due_date_may_be_a_quarter_or_a_year(text: str, kept: str) -> None:
    assert _partial(text, RecordReading(today=date(2025, 11, 22)), DateHabit()).value == kept
