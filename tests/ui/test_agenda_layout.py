"""Geometry of the agenda grid, times as they are typed, and the laws of dragging."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint

from app.core.vocabulary import InterpretationMode, SessionKind
from app.services.agendas import SessionRow
from app.ui.pages.agenda_drag import Drag
from app.ui.pages.agenda_layout import Geometry, Slot, minute_of, share, weeks
from app.ui.pages.agenda_when import read_when, when_text

DAY = date(2023, 10, 11)


def _row(ident: str, start: int, minutes: int) -> SessionRow:
    begin = datetime(2023, 10, 11) + timedelta(minutes=start)
    return SessionRow(
        id=ident,
        kind=SessionKind.LECTURE,
        starts_at=begin,
        ends_at=begin + timedelta(minutes=minutes),
        minutes=minutes,
        title=ident,
        title_second="",
        description="",
        venue="",
        address="",
        host="",
        speakers="",
        interpreters="",
        interpretation=InterpretationMode.NONE,
        online_link="",
        cancelled=False,
        missing_languages=(),
        change=None,
        old_start=None,
        old_end=None,
        errors=0,
        warnings=0,
        search_text="",
    )


def test_items_that_overlap_share_the_width_and_others_have_all_of_it() -> None:
    rows = [_row("a", 540, 90), _row("b", 600, 90), _row("c", 720, 60)]
    assert share(rows) == {"a": Slot(0, 2), "b": Slot(1, 2), "c": Slot(0, 1)}


_items = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 16)), min_size=1, max_size=12)


@given(_items)
def test_no_two_items_that_overlap_stand_in_one_lane(times: list[tuple[int, int]]) -> None:
    rows = [_row(str(n), start * 15, length * 15) for n, (start, length) in enumerate(times)]
    slots = share(rows)
    assert set(slots) == {row.id for row in rows}
    for one in rows:
        assert 0 <= slots[one.id].lane < slots[one.id].lanes
        for other in rows:
            if one.id < other.id and one.starts_at < other.ends_at and other.starts_at < one.ends_at:
                assert slots[one.id].lane != slots[other.id].lane
                assert slots[one.id].lanes == slots[other.id].lanes


def test_five_equal_days_and_a_narrow_weekend() -> None:
    days = [date(2023, 10, 9) + timedelta(days=n) for n in range(7)]
    geometry = Geometry(days, [])
    geometry.fit(856, 560)
    widths = [geometry.column(n)[1] for n in range(7)]
    assert widths[5:] == [84, 68]
    assert max(widths[:5]) - min(widths[:5]) <= 1
    assert sum(widths) == 856 - 56
    assert geometry.hour == 42
    geometry.fit(856, 2000)
    assert geometry.hour == 64


def test_a_point_is_the_quarter_of_an_hour_under_it() -> None:
    geometry = Geometry([DAY], [])
    geometry.fit(400, 500)
    y = geometry.top(13 * 60 + 20, 0)
    assert geometry.moment_at(QPoint(200, y), 0) == datetime(2023, 10, 11, 13, 15)
    assert geometry.moment_at(QPoint(10, y), 0) is None


@given(st.integers(0, 80), st.integers(1, 12), st.integers(-900, 900), st.sampled_from([2, 20, 37]))
def test_a_drag_keeps_the_item_within_its_day_and_longer_than_nothing(
    start: int, length: int, dy: int, grip: int
) -> None:
    row = _row("a", start * 15, min(length * 15, 24 * 60 - 15 - start * 15))
    geometry = Geometry([DAY], [row])
    geometry.fit(400, 900)
    rect = geometry.block(DAY, minute_of(row.starts_at, DAY), minute_of(row.ends_at, DAY), Slot(), 0)
    press = QPoint(rect.center().x(), rect.top() + min(grip, rect.height() - 1))
    drag = Drag(row, rect, press)
    drag.go(press + QPoint(0, dy), geometry)
    assert drag.start < drag.end
    assert drag.start.date() == DAY
    assert drag.end <= datetime(2023, 10, 12)
    if drag.changed:
        assert drag.start.minute % 15 == 0 or drag.start == row.starts_at


def test_weeks_are_told_by_their_mondays() -> None:
    assert weeks([]) == []


BEFORE = (datetime(2023, 10, 11, 10), datetime(2023, 10, 11, 11, 30))


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("Wed 11 Oct, 10:00–11:30", "2023-10-11T10:00", "2023-10-11T11:30"),
        ("11.10, 9-10", "2023-10-11T09:00", "2023-10-11T10:00"),
        ("12 oct 9.30 - 10.15", "2023-10-12T09:30", "2023-10-12T10:15"),
        ("14:00-15:30", "2023-10-11T14:00", "2023-10-11T15:30"),
        ("14:00", "2023-10-11T14:00", "2023-10-11T15:30"),
        ("Thu 12 Oct", "2023-10-12T10:00", "2023-10-12T11:30"),
        ("13, 9-10", "2023-10-13T09:00", "2023-10-13T10:00"),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, start: str, end: str) -> None:
    assert read_when(typed, BEFORE) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


@pytest.mark.parametrize("typed", ["", "soon", "15:00-14:00", "10:00-10:00", "31, 9-25", "40.10, 9-10"])
def test_what_is_no_time_is_not_read(typed: str) -> None:
    assert read_when(typed, BEFORE) is None


@given(
    st.datetimes(datetime(2023, 4, 20), datetime(2024, 3, 20)),
    st.integers(1, 600),
)
def test_what_is_written_is_read_back(start: datetime, minutes: int) -> None:
    start = start.replace(second=0, microsecond=0)
    end = min(start + timedelta(minutes=minutes), start.replace(hour=23, minute=59))
    if end > start:
        assert read_when(when_text((start, end)), BEFORE) == (start, end)
