"""Dates that are known in part, and periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.dates import UNKNOWN, PartialDate, Precision, days_inclusive, each_day

DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))
PARTIAL = st.one_of(
    st.just(UNKNOWN),
    DAYS.map(PartialDate.of),
    st.builds(lambda day: PartialDate(day.year, day.month, 0, Precision.MONTH), DAYS),
    st.builds(lambda day, part: PartialDate(day.year, part, 0, Precision.QUARTER), DAYS, st.integers(1, 4)),
    st.builds(lambda day, part: PartialDate(day.year, part, 0, Precision.HALF), DAYS, st.integers(1, 2)),
    st.builds(lambda day: PartialDate(day.year, 0, 0, Precision.YEAR), DAYS),
)


@given(PARTIAL)
def test_the_text_is_the_date(partial: PartialDate) -> None:
    assert PartialDate.parse(str(partial)) == partial
    assert partial.known == bool(str(partial))


@given(PARTIAL)
def test_the_first_day_is_not_after_the_last(partial: PartialDate) -> None:
    first, last = partial.first, partial.last
    if first is None or last is None:
        assert first is last is None
        assert not partial.known
        return
    assert first <= last
    assert (partial.exact is not None) == (partial.precision is Precision.DAY)
    # One day outside is no longer the same month, quarter, half or year.
    lengths = {
        Precision.DAY: (1, 1),
        Precision.MONTH: (28, 31),
        Precision.QUARTER: (90, 92),
        Precision.HALF: (181, 184),
    }
    shortest, longest = lengths.get(partial.precision, (365, 366))
    assert shortest <= days_inclusive(first, last) <= longest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-10-09", date(2023, 10, 9), date(2023, 10, 9)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30)),
        ("2022-H2", date(2022, 7, 1), date(2022, 12, 31)),
        (" 2022 ", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_the_days_that_a_date_can_be(text: str, first: date, last: date) -> None:
    partial = PartialDate.parse(text)
    assert (partial.first, partial.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["x", "2023-13", "2023-02-30", "2023-Q5", "2023-H3", "0000", "23", "2023-1-1", "2023-"]
)
def test_what_is_no_date_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@given(DAYS, st.integers(0, 400))
def test_days_are_counted_with_both_ends(start: date, more: int) -> None:
    end = start + timedelta(days=min(more, (date(9999, 12, 31) - start).days))
    days = each_day(start, end)
    assert len(days) == days_inclusive(start, end)
    assert (days[0], days[-1]) == (start, end)
    assert each_day(end, start) == ([start] if start == end else [])
