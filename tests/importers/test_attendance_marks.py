"""Intervals, clocks, durations, marks, headings and names of attendance files, one fact at a time."""

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import sentences_attendance
from app.core.i18n import LANGUAGES, words
from app.core.people_comparison import Level
from app.core.vocabulary import Presence, label
from app.importers.attendance_clock import ClockHabit, clock_habit, read_duration, read_moment
from app.importers.attendance_columns import Calendar, column_use
from app.importers.attendance_intervals import Stay, Window, joined, seconds_in, whole_minutes
from app.importers.attendance_marks import Mark, MarkHabit, Slot, mark_habit, mark_of_text, read_mark, settled, spread
from app.importers.attendance_people import Directory, is_device, name_candidates
from app.importers.known_table import KnownPerson

START = datetime(2026, 3, 9, 9)
MONTH_FIRST = ClockHabit(True, True)


def stay(first: float, last: float, share: float = 1.0) -> Stay:
    """Minutes after nine."""
    return Stay(START + timedelta(minutes=first), START + timedelta(minutes=last), share)


def test_overlaps_count_once_and_windows_cut() -> None:
    stays = [stay(-10, 20), stay(10, 30), stay(40, 70)]
    assert seconds_in(stays) == (40 + 30) * 60
    window = Window(START, START + timedelta(minutes=60))
    assert seconds_in(stays, window) == (30 + 20) * 60
    assert seconds_in([stay(0, 60, 0.5)], window) == 30 * 60
    assert [whole_minutes(seconds) for seconds in (29, 30, 89, 90, 3588)] == [0, 1, 1, 2, 60]


_SPANS = st.lists(st.tuples(st.integers(-200, 400), st.integers(0, 200)), max_size=8)


@given(_SPANS, st.integers(-50, 200), st.integers(0, 200))
def test_the_law_of_joined_intervals(spans: list[tuple[int, int]], first: int, length: int) -> None:
    """The seconds in a window are exactly the seconds of it that lie in some stay, counted one by one."""
    stays = [stay(start / 60, (start + long) / 60) for start, long in spans]
    window = Window(START + timedelta(seconds=first), START + timedelta(seconds=first + length))
    covered = {second for start, long in spans for second in range(start, start + long)}
    assert seconds_in(stays, window) == len(covered & set(range(first, first + length)))
    assert seconds_in(stays) == len(covered)
    assert seconds_in(stays + stays) == seconds_in(stays)
    parts = joined(stays)
    assert all(one[1] < two[0] for one, two in pairwise(parts))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("03/09/2026 09:58:12 AM", datetime(2026, 3, 9, 9, 58, 12)),
        ("3/9/26, 9:58:12\u202fPM", datetime(2026, 3, 9, 21, 58, 12)),
        ("03/09/2026 12:05:00 AM", datetime(2026, 3, 9, 0, 5)),
        ("2026-03-09 09:58:12", datetime(2026, 3, 9, 9, 58, 12)),
        ("09.03.2026, 09:58:12", datetime(2026, 3, 9, 9, 58, 12)),
        ("09.03.26, 10:00:00", datetime(2026, 3, 9, 10)),
        ("9. 03. 2026 09:58:12", datetime(2026, 3, 9, 9, 58, 12)),
        ("9.3.2026 ob 09.58", datetime(2026, 3, 9, 9, 58)),
        ("9 березня 2026, 10:05:00", datetime(2026, 3, 9, 10, 5)),
        ("Mar 9, 2026 09:58:12 AM", datetime(2026, 3, 9, 9, 58, 12)),
        ("2026-03-09 kl. 10:05:00", datetime(2026, 3, 9, 10, 5)),
        # Nine in London is eleven in Kyiv, and on 9 March nobody has summer time yet.
        ("2026-03-09T09:00:00Z", datetime(2026, 3, 9, 11)),
    ],
)
def test_moments_as_programs_write_them(text: str, wanted: datetime) -> None:
    found = read_moment(text, MONTH_FIRST, "Europe/Kyiv", "Europe/Kyiv")
    assert found is not None
    assert found.on(date(2000, 1, 1)) == wanted


def test_a_time_of_day_waits_for_its_day_and_zones_are_brought_home() -> None:
    found = read_moment("10:00 AM", MONTH_FIRST)
    assert found is not None
    assert (found.day, found.on(date(2026, 3, 9))) == (None, datetime(2026, 3, 9, 10))
    moved = read_moment("2026-03-09 00:30:00", MONTH_FIRST, "Europe/Kyiv", "Europe/Ljubljana")
    assert moved is not None
    assert moved.on(date(2000, 1, 1)) == datetime(2026, 3, 8, 23, 30)
    assert read_moment("Attendee", MONTH_FIRST) is None


@pytest.mark.parametrize(
    ("texts", "days", "wanted"),
    [
        (["03/09/2026 10:00", "03/13/2026 10:00"], (), (True, True)),
        (["13/03/2026 10:00", "03/09/2026 10:00"], (), (False, True)),
        (["03/09/2026 10:00"], (date(2026, 3, 9),), (True, True)),
        (["03/09/2026 10:00 AM"], (date(2026, 9, 3),), (False, True)),
        (["03/09/2026 10:00 AM"], (), (True, False)),
        (["03/09/2026 10:00"], (), (False, False)),
    ],
)
def test_the_order_of_day_and_month(texts: list[str], days: tuple[date, ...], wanted: tuple[bool, bool]) -> None:
    habit = clock_habit(texts, days)
    assert (habit.month_first, habit.proved) == wanted


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h 23m 30s", 83.5),
        ("1 hr 5 min", 65),
        ("58 min", 58),
        ("1:05:00", 65),
        ("32:30", 32.5),
        ("95", 95),
        ("2 tim 5 min", 125),
        ("1 год 5 хв", 65),
        ("1 ura 5 min", 65),
        ("1 stundas 5 minūtes", 65),
        ("2,5 h", 150),
        (time(1, 30), 90),
        (timedelta(minutes=45), 45),
    ],
)
def test_durations(text: str | time | timedelta, minutes: float) -> None:
    assert read_duration(text) == minutes * 60


@pytest.mark.parametrize("text", ["", "n/a", "about an hour", "Olena", "1 of 3"])
def test_no_durations(text: str) -> None:
    assert read_duration(text) is None


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ("+|✓|x|Х|1|так|да|ja|jā|yes|DA|prisotna|Присутній|närvarande|klāt|prisutan|присутан|p", "present"),
        ("-|–|0|ні|ne|nē|nej|no|odsoten|відсутня|не був|frånvarande|prombūtnē|н|a|✗", "absent"),
        ("excused|opravičeno|поважна причина|anmäld frånvaro|bolniška|хворіє|відсутній (хворіє)|attaisnots", "excused"),
        ("45 min|1h 30m|2 год", "present 45|present 90|present 120"),
    ],
)
def test_signs_of_marks(cells: str, wanted: str) -> None:
    expected = wanted.split("|") if "|" in wanted else [wanted] * len(cells.split("|"))
    for cell, told in zip(cells.split("|"), expected, strict=True):
        found = read_mark(cell, MarkHabit())
        assert found.mark is not None, cell
        assert found.mark.text() == told, cell


@pytest.mark.parametrize("cell", ["?", "П", "o5", "see note", "..."])
def test_what_cannot_be_read_is_left_out_and_told(cell: str) -> None:
    found = read_mark(cell, MarkHabit())
    assert found.mark is None
    assert found.told is not None
    assert found.told.code == "attendance_mark_unreadable"
    assert read_mark("", MarkHabit()) == read_mark("  ", MarkHabit())
    assert read_mark("", MarkHabit()).told is None


def test_the_words_of_our_own_blank_sheets_are_read_in_every_language() -> None:
    for language in LANGUAGES:
        for presence in Presence:
            found = read_mark(words(language).say(label(presence)), MarkHabit())
            assert found.mark == Mark(presence), (language, presence)


def test_numbers_are_ticks_hours_or_minutes_by_the_habit_of_the_list() -> None:
    assert mark_habit([1.0, 0.0, "1"]) == MarkHabit(False, False)
    assert mark_habit([1.0, 6.0]).amounts
    assert read_mark(1.0, MarkHabit()).mark == Mark(Presence.PRESENT)
    hours = read_mark(6.0, MarkHabit(False, True))
    assert (hours.mark, hours.told and hours.told.code) == (Mark(Presence.PRESENT, 360), "attendance_number_as_hours")
    assert read_mark(6.0, MarkHabit(False, True), hour_minutes=45).mark == Mark(Presence.PRESENT, 270)
    assert read_mark(90.0, MarkHabit(False, True)).mark == Mark(Presence.PRESENT, 90)
    assert read_mark(1.5, MarkHabit(), "h").mark == Mark(Presence.PRESENT, 90)
    assert read_mark(5.0, MarkHabit(), "m").mark == Mark(Presence.PRESENT, 5)
    assert read_mark(-1.0, MarkHabit()).mark is None


def test_a_cross_beside_ticks_is_unclear() -> None:
    habit = mark_habit(["✓", "x", "✓"])
    found = read_mark("x", habit)
    assert (found.mark, found.told and found.told.code) == (None, "attendance_mark_unclear")
    assert read_mark("x", mark_habit(["x", "-"])).mark == Mark(Presence.PRESENT)


def slot(number: int, day: date, first: int, last: int, title: str) -> Slot:
    start, end = datetime.combine(day, time(first)), datetime.combine(day, time(last))
    return Slot(f"s{number}", number, day, (last - first) * 60, start, end, (title,), "am" if first < 12 else "pm")


ONE, TWO = date(2026, 3, 9), date(2026, 3, 10)
CALENDAR = Calendar(
    (
        slot(1, ONE, 9, 11, "Waste water in small towns"),
        slot(2, ONE, 14, 16, "Site visit to the plant"),
        slot(3, TWO, 9, 12, "Бюджет участі громадян"),
    )
)


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("09.03.2026", "s1 s2"),
        ("9.3.", "s1 s2"),
        ("10/3", "s3"),
        ("2026-03-10", "s3"),
        ("Day 2", "s3"),
        ("1 день", "s1 s2"),
        ("2. dan", "s3"),
        ("1. diena", "s1 s2"),
        ("Mon 9 March", "s1 s2"),
        ("пн, 9 березня", "s1 s2"),
        ("9 mars, förmiddag", "s1"),
        ("9.3. після обіду", "s2"),
        ("09.03 / 14:00", "s2"),
        ("Site visit to the plant", "s2"),
        ("Бюджет участі", "s3"),
        ("Session 2", "s2"),
        ("Вебінар 3", "s3"),
    ],
)
def test_headings_of_days_and_sessions(heading: str, wanted: str) -> None:
    found = column_use((heading,), CALENDAR)
    assert (found.kind, " ".join(one.key for one in found.slots)) == ("marks", wanted)


def test_other_headings() -> None:
    assert column_use((TWO, "AM"), CALENDAR).slots == CALENDAR.slots[2:]
    assert column_use(("11.03.2026",), CALENDAR).elsewhere == date(2026, 3, 11)
    kinds = {"Підпис": "signature", "Разом": "total", "Opombe": "note", "Organisation": "", "Phone": "", "№": ""}
    assert {text: column_use((text,), CALENDAR).kind for text in kinds} == kinds
    assert column_use(("Prisotnost",), CALENDAR).slots == ()
    assert column_use(("Prisotnost",), CALENDAR, TWO).slots == CALENDAR.slots[2:]


def test_minutes_fill_sessions_in_their_order() -> None:
    of_day = CALENDAR.of_day(ONE)
    assert {key: mark.text() for key, mark in spread(of_day, Mark(Presence.PRESENT, 150)).items()} == {
        "s1": "present",
        "s2": "present 30",
    }
    assert spread(of_day, Mark(Presence.PRESENT, 60))["s2"] == Mark(Presence.ABSENT)
    assert spread(of_day, Mark(Presence.EXCUSED)) == {"s1": Mark(Presence.EXCUSED), "s2": Mark(Presence.EXCUSED)}
    assert settled(of_day[0], 500) == Mark(Presence.PRESENT)
    assert [mark_of_text(text) for text in ("present 45", "absent", "45", "")] == [
        Mark(Presence.PRESENT, 45),
        Mark(Presence.ABSENT),
        None,
        None,
    ]


def person(ident: str, given: str, family: str, email: str = "") -> KnownPerson:
    return KnownPerson(ident, {"given_name": given, "family_name": family, "email": email})


PEOPLE = Directory(
    [
        person("olena", "Олена", "Шевченко", "olena@drohobych.ua"),
        person("ivan", "Іван", "Коваль", "office@town.ua"),
        person("mariia", "Марія", "Коваль", "office@town.ua"),
        person("spela", "Špela", "Žnidaršič"),
        person("anna", "Anna-Karin", "Ström"),
        person("yuliia", "Юлія", "Їжакевич"),
    ]
)


@pytest.mark.parametrize(
    ("shown", "email", "who"),
    [
        ("Olena Shevchenko (Drohobych)", "", "olena"),
        ("Шевченко Олена", "", "olena"),
        ("Олена Шевченко (she/her)", "", "olena"),
        ("Olena Shevchenko | Kopychyntsi", "", "olena"),
        ("Дрогобич - Олена Шевченко", "", "olena"),
        ("02_Олена_Шевченко", "", "olena"),
        ("Olena (Олена Шевченко)", "", "olena"),
        ("🌻 SHEVCHENKO Olena 🇺🇦", "", "olena"),
        ("Spela Znidarsic", "", "spela"),
        ("Znidarsic, Spela", "", "spela"),
        ("Anna Karin Strom (Guest)", "", "anna"),
        ("Julija Jižakevič", "", "yuliia"),
        ("iPhone", "olena@drohobych.ua", "olena"),
        ("Марія Коваль", "OFFICE@town.ua", "mariia"),
    ],
)
def test_names_that_are_sure(shown: str, email: str, who: str) -> None:
    found = PEOPLE.find(shown, email)
    assert (found.sure, found.idents) == (True, (who,))


@pytest.mark.parametrize(
    ("shown", "email", "who"),
    [
        ("Шевченко О.І.", "", ("olena",)),
        ("Олена", "", ("olena",)),
        ("Olena's iPhone", "", ("olena",)),
        ("Drohobych Olena Shevchenko", "", ("olena",)),
        ("Коваль", "", ("ivan", "mariia")),
        ("Коваль", "office@town.ua", ("ivan", "mariia")),
        ("Petro Bondar", "olena@drohobych.ua", ("olena",)),
    ],
)
def test_names_that_the_user_decides(shown: str, email: str, who: tuple[str, ...]) -> None:
    found = PEOPLE.find(shown, email)
    assert (found.sure, found.level, found.idents) == (False, Level.POSSIBLE, who)


@pytest.mark.parametrize(
    "shown",
    ["iPhone", "Galaxy A52", "Sala 1", "Hromada office", "Зал засідань", "SM-G991B", "Zoom user", "DESKTOP-4F3K2", ""],
)
def test_devices_and_rooms_are_nobody(shown: str) -> None:
    assert is_device(shown)
    assert PEOPLE.find(shown).idents == ()


def test_people_are_no_devices() -> None:
    for shown in ("Olena Shevchenko", "Петро Бондар", "Anna", "Lars Kommun-Berg"):
        assert not is_device(shown), shown
        assert name_candidates(shown)


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    """Codes are plain texts in the modules of attendance; a module of that name is none."""
    root = Path(__file__).resolve().parents[2] / "app"
    files = [
        *root.glob("importers/*attendance*.py"),
        root / "importers/meeting_log.py",
        *root.glob("services/attend*.py"),
    ]
    found = {code for path in files for code in re.findall(r'"(attendance_[a-z_]+)"', path.read_text(encoding="utf-8"))}
    assert found == sentences_attendance.SENTENCES.keys()
