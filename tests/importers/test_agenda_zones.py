"""Times of an agenda told in another zone than that of the place (AG-11)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importers.agenda_zones import ZoneOfTimes, moved, told_in_zones, zone_of_times, zones_named

DAY = date(2023, 10, 9)
HOSTS, KYIV = "Europe/Ljubljana", "Europe/Kyiv"


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("* All times are Kyiv time.", KYIV),
        ("Усі часи вказано за київським часом", KYIV),
        ("Час: київський", KYIV),
        ("Vsi časi so po kijevskem času", KYIV),
        ("Tid i Kyjiv", KYIV),
        ("Time zone: CET", "Europe/Brussels"),
        ("All times are UTC+3 time", "Etc/GMT-3"),
        ("time in Ukraine", KYIV),
        # Titles and themes that only sound like it.
        ("Час України: форум громад", ""),
        ("Україна: час змін", ""),
        ("Time to rebuild Ukraine", ""),
        ("Study visit of the Kyiv region", ""),
        ("Kyiv time is one hour ahead of Ljubljana time", ""),
    ],
)
def test_a_line_tells_the_zone_of_all_times_only_where_it_speaks_of_time(line: str, zone: str) -> None:
    assert zone_of_times([line]) == zone


@pytest.mark.parametrize(
    ("cell", "heading", "start", "zone"),
    [
        ("10:00–10:15 / 9:00–9:15", [KYIV, "Europe/Brussels"], "09:00", "Europe/Brussels"),
        ("10:30 (Kyiv) / 09:30 (Brussels)", [], "09:30", "Europe/Brussels"),
        ("09:30 CET (10:30 Kyiv)", [], "09:30", "Europe/Brussels"),
        ("10:30 Kyiv time", [], "10:30", KYIV),
        ("10:00 UTC+3", [], "10:00", "Etc/GMT-3"),
    ],
)
def test_of_two_zones_in_a_cell_that_of_the_place_is_taken(
    cell: str, heading: list[str], start: str, zone: str
) -> None:
    told = told_in_zones(cell, heading, HOSTS, DAY)
    assert told is not None
    assert (told[0].start, told[1]) == (start, zone)


def test_a_cell_that_names_no_zone_is_left_to_the_reader_of_times() -> None:
    assert told_in_zones("10:00–11:00", [], HOSTS, DAY) is None


def test_headings_name_zones_in_their_order() -> None:
    assert zones_named("Time (CET / Kyiv)") == ["Europe/Brussels", KYIV]
    assert zones_named("Time (UTC+3)") == ["Etc/GMT-3"]
    assert zones_named("Time") == []


def test_an_item_after_midnight_goes_back_a_day() -> None:
    assert moved("2023-10-10", "00:30", KYIV, HOSTS) == ("2023-10-09", "23:30")
    assert moved("2023-10-10", "00:30", "Nowhere/Land", HOSTS) == ("2023-10-10", "00:30")


def test_summer_ends_on_the_same_night_so_the_hour_between_stays() -> None:
    """The offset is that of the date (AG-11)."""
    assert moved("2023-07-01", "10:00", KYIV, HOSTS) == ("2023-07-01", "09:00")
    assert moved("2023-12-01", "10:00", KYIV, HOSTS) == ("2023-12-01", "09:00")
    assert moved("2023-07-01", "10:00", "UTC", HOSTS) == ("2023-07-01", "12:00")
    assert moved("2023-12-01", "10:00", "UTC", HOSTS) == ("2023-12-01", "11:00")


@given(st.dates(date(2023, 1, 1), date(2027, 12, 31)), st.integers(5, 22), st.integers(0, 59))
def test_there_and_back_is_where_it_was(day: date, hour: int, minute: int) -> None:
    there = moved(day.isoformat(), f"{hour:02d}:{minute:02d}", KYIV, HOSTS)
    assert moved(*there, HOSTS, KYIV) == (day.isoformat(), f"{hour:02d}:{minute:02d}")


def test_nothing_moves_where_the_place_has_no_zone_or_the_same() -> None:
    row = {"date": "2023-10-09", "start": "10:00", "end": "11:00"}
    nowhere = ZoneOfTimes("", DAY, {2: "Time (Kyiv)"}, [])
    nowhere.span(2, "10:00–11:00")
    assert nowhere.at_the_place(row) == {}
    at_home = ZoneOfTimes(KYIV, DAY, {2: "Time (Kyiv)"}, [])
    at_home.span(2, "10:00–11:00")
    assert at_home.at_the_place(row) == {}


def test_the_zone_of_one_row_does_not_stick_to_the_next() -> None:
    zones = ZoneOfTimes(HOSTS, DAY, {2: "Time"}, [])
    row = {"date": "2023-10-09", "start": "10:30", "end": "11:00"}
    zones.span(2, "10:30–11:00 (Kyiv)")
    assert zones.at_the_place(row) == {"date": "2023-10-09", "start": "09:30", "end": "10:00"}
    assert zones.told == "Kyiv"
    zones.span(2, "10:30–11:00")
    assert zones.at_the_place(row) == {}
