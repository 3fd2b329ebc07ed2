"""At most 90 days in any 180 (PL-10): by hand, and against counting every single day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import schengen
from app.core.schengen import ALLOWED, WINDOW, Stay

DAY = timedelta(days=1)


def _naive_days(stays: list[Stay]) -> set[date]:
    days: set[date] = set()
    for stay in stays:
        since = schengen.SINCE.get(stay.country)
        day = stay.first
        while since and day <= stay.last:
            if day >= since:
                days.add(day)
            day += DAY
    return days


def _naive_used(stays: list[Stay], on: date) -> int:
    return sum(on - (WINDOW - 1) * DAY <= day <= on for day in _naive_days(stays))


_STARTS = st.dates(date(2023, 10, 1), date(2026, 12, 31))
_STAYS = st.lists(
    st.builds(
        lambda country, first, length: Stay(country, first, first + length * DAY),
        st.sampled_from(("SI", "SE", "LV", "UA", "BG", "GB")),
        _STARTS,
        st.integers(-2, 200),
    ),
    max_size=6,
)


@given(_STAYS, _STARTS)
def test_used_is_the_number_of_days_in_the_window(stays: list[Stay], on: date) -> None:
    assert schengen.used(stays, on) == _naive_used(stays, on)
    assert 0 <= schengen.used(stays, on) <= WINDOW


@given(_STAYS, _STARTS)
def test_the_first_day_over_is_the_first_day_of_a_stay_with_more_than_ninety(stays: list[Stay], since: date) -> None:
    over = [day for day in sorted(_naive_days(stays)) if day >= since and _naive_used(stays, day) > ALLOWED]
    assert schengen.first_over(stays, since) == (over[0] if over else None)


@given(_STAYS, _STARTS)
def test_what_is_left_can_be_used_to_the_last_day_and_not_a_day_longer(stays: list[Stay], on: date) -> None:
    count = schengen.left(stays, on)
    assert 0 <= count <= ALLOWED
    if count:
        assert _naive_used([*stays, Stay("SI", on, on + (count - 1) * DAY)], on + (count - 1) * DAY) <= ALLOWED
    if count < ALLOWED:
        assert _naive_used([*stays, Stay("SI", on, on + count * DAY)], on + count * DAY) > ALLOWED


@given(_STAYS, _STARTS, _STAYS)
def test_another_stay_never_gives_days_back(stays: list[Stay], on: date, more: list[Stay]) -> None:
    assert schengen.used([*stays, *more], on) >= schengen.used(stays, on)
    assert schengen.left([*stays, *more], on) <= schengen.left(stays, on)


def test_a_visit_of_three_weeks_by_hand() -> None:
    # 2 to 20 October are 19 days, entry and exit counted.
    visit = [Stay("SI", date(2023, 10, 2), date(2023, 10, 20))]
    assert schengen.used(visit, date(2023, 10, 1)) == 0
    assert schengen.used(visit, date(2023, 10, 2)) == 1
    assert schengen.used(visit, date(2023, 10, 20)) == 19
    # The window of 180 days that ends on 29 March 2024 begins on 2 October 2023: the day of entry is its first day.
    assert schengen.used(visit, date(2024, 3, 29)) == 19
    assert schengen.used(visit, date(2024, 3, 30)) == 18
    assert schengen.left(visit, date(2023, 10, 21)) == 71
    assert schengen.left(visit, date(2024, 4, 17)) == 90


def test_ninety_days_in_a_row_are_allowed_the_ninety_first_is_not() -> None:
    start = date(2025, 1, 1)
    assert schengen.first_over([Stay("SE", start, start + 89 * DAY)]) is None
    assert schengen.first_over([Stay("SE", start, start + 90 * DAY)]) == start + 90 * DAY
    assert schengen.left([Stay("SE", start, start + 89 * DAY)], start + 90 * DAY) == 0
    # After ninety days inside, ninety outside, the first day inside is free again.
    assert schengen.left([Stay("SE", start, start + 89 * DAY)], start + 180 * DAY) == 90


def test_a_day_in_two_countries_and_two_visits_on_one_day_count_once() -> None:
    stays = [Stay("LV", date(2025, 5, 1), date(2025, 5, 5)), Stay("SE", date(2025, 5, 5), date(2025, 5, 7))]
    assert schengen.used(stays, date(2025, 5, 31)) == 7


@pytest.mark.parametrize(
    ("country", "on", "counted"),
    [
        ("UA", date(2025, 5, 1), 0),
        ("GB", date(2025, 5, 1), 0),
        ("IE", date(2025, 5, 1), 0),
        ("CY", date(2025, 5, 1), 0),
        ("SI", date(2007, 12, 20), 0),
        ("SI", date(2007, 12, 21), 1),
        ("HR", date(2022, 12, 31), 0),
        ("HR", date(2023, 1, 1), 1),
        ("RO", date(2024, 3, 30), 0),
        ("BG", date(2024, 3, 31), 1),
        ("LV", date(2025, 5, 1), 1),
        ("SE", date(2025, 5, 1), 1),
        ("CH", date(2025, 5, 1), 1),
    ],
)
def test_a_day_counts_from_the_day_on_which_the_country_joined(country: str, on: date, counted: int) -> None:
    assert schengen.used([Stay(country, on, on)], on) == counted


def test_whom_the_rule_binds() -> None:
    assert schengen.counts_for("UA")
    assert schengen.counts_for("RS")
    assert schengen.counts_for("GB")
    assert not any(map(schengen.counts_for, ("SI", "SE", "LV", "IE", "CY", "NO", "")))


def test_days_at_the_edges_of_the_calendar_bring_nothing_down() -> None:
    forever = [Stay("SI", date.min, date.max)]
    assert schengen.used(forever, date.min) == 0
    assert schengen.used(forever, date.max) == WINDOW
    assert schengen.first_over(forever) == date(2007, 12, 21) + 90 * DAY
    assert schengen.first_over(forever, date.max) == date.max
    assert schengen.left([], date.max) == 1
