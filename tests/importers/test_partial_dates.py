"""Dates of which less than the day is told, as trackers of many towns write them; expectations by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.dates import PartialDate
from app.importers.amounts import AmountHabit, clean_amount, currency_in, scale_of
from app.importers.partial_dates import partial_date
from app.importers.times_in_cells import read_minutes, read_span


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("кінець червня 2026", "2026-06"),
        ("до кінця 2026 року", "2026"),
        ("ІІІ кв. 2026", "2026-Q3"),
        ("у III кварталі 2026 року", "2026-Q3"),
        ("друге півріччя 2026", "2026-H2"),
        ("3. četrtletje 2026", "2026-Q3"),
        ("1. polovica leta 2026", "2026-H1"),
        ("tredje kvartalet 2026", "2026-Q3"),
        ("första halvåret 2026", "2026-H1"),
        ("2026. gada III ceturksnis", "2026-Q3"),
        ("2026. gada jūnija beigas", "2026-06"),
        ("do kraja juna 2026", "2026-06"),
        ("други квартал 2026.", "2026-Q2"),
        ("by end of Q3 2026", "2026-Q3"),
        ("mid-June 2026", "2026-06"),
        ("Q3/2026", "2026-Q3"),
        # The last day of the year would be too late, and nothing else is known.
        ("beginning of 2026", ""),
        ("mid-2026", ""),
        ("autumn 2026", ""),
        ("липень-серпень 2026", ""),
        ("Q1-Q2 2026", ""),
        ("30 June 2026", ""),
    ],
)
def test_what_is_known_of_a_date(text: str, told: str) -> None:
    assert partial_date(text) == told


@given(
    st.text(max_size=30) | st.from_regex(r"(Q[0-9]|end of|кінець|2\. ceturksnis)? ?(19|20)\d\d.{0,6}", fullmatch=True)
)
def test_whatever_is_told_is_a_date(text: str) -> None:
    told = partial_date(text)
    assert told == "" or str(PartialDate.parse(told)) == told


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("з 9 до 10", "09:00", "10:00"),
        ("10-00 – 10-30", "10:00", "10:30"),
        ("10³⁰–12⁰⁰", "10:30", "12:00"),
        ("900-1030", "09:00", "10:30"),
        ("0930–1015 hrs", "09:30", "10:15"),
        ("од 9 до 9:30 ч", "09:00", "09:30"),
        ("у 10 часова", "10:00", ""),
        ("12 noon", "12:00", ""),
        ("9.30 - 10am", "09:30", "10:00"),
        ("1.30pm–4pm", "13:30", "16:00"),
        ("1 - 3pm", "13:00", "15:00"),
        ("18-00", "18:00", ""),
        ("до 12", "", "12:00"),
        ("no plkst. 9 līdz 10", "09:00", "10:00"),
        ("09.10.2023", "", ""),
    ],
)
def test_more_ways_to_write_times(text: str, start: str, end: str) -> None:
    span = read_span(text)
    assert (span.start, span.end) == (start, end)


def test_lengths_with_an_h_in_the_middle() -> None:
    assert [read_minutes(text) for text in ("1h30", "1 год 15", "2:15")] == [90, 75, 135]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("1 250 грн 00 коп.", "1250.00", "UAH"),
        ("12 400:50 kr", "12400.50", "SEK"),
        ("240:-", "240.00", "SEK"),
        ("12 kr 50 öre", "12.50", "SEK"),
        ("58.200,00 дин.", "58200.00", "RSD"),
        ("oko 20", "", ""),
        ("~100 €", "", "EUR"),
        ("12:50:30", "", ""),
    ],
)
def test_more_ways_to_write_sums(text: str, value: str, currency: str) -> None:
    assert (clean_amount(text, AmountHabit()).value, currency_in(text)) == (value, currency)


def test_sums_in_thousands() -> None:
    assert [scale_of(text) for text in ("Сума, тис. грн", "Belopp (tkr)", "Сума, грн", "Тиск")] == [1000, 1000, 1, 1]
    assert clean_amount("12,4567", AmountHabit(","), "UAH", 1000).value == "12456.70"
    assert clean_amount(1.5505, AmountHabit(), "UAH", 1000).value == "1550.50"
