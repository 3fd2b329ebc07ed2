"""Sign-in lists as towns send them, and meeting logs as programs export them, read from real files."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.sentences import sentence
from app.importers.attendance_columns import Calendar
from app.importers.attendance_marks import Slot
from app.importers.attendance_sheet import SignInLists, read_lists
from app.importers.meeting_log import LogReading, MeetingLog, day_in_file_name, read_log
from app.importers.workbook import Cell, Sheet, Workbook, open_workbook

ONE, TWO = date(2026, 3, 9), date(2026, 3, 10)


def _slot(number: int, day: date, first: int, last: int, title: str) -> Slot:
    start, end = datetime.combine(day, time(first)), datetime.combine(day, time(last))
    return Slot(f"s{number}", number, day, (last - first) * 60, start, end, (title,), "am" if first < 12 else "pm")


#: Monday 9–11 and 14–16, Tuesday 9–12.
CALENDAR = Calendar(
    (
        _slot(1, ONE, 9, 11, "Waste water in small towns"),
        _slot(2, ONE, 14, 16, "Site visit to the plant"),
        _slot(3, TWO, 9, 12, "Бюджет участі громадян"),
    )
)


def table(folder: Path, text: str, encoding: str = "utf-8", day: date | None = None) -> SignInLists:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return read_lists(open_workbook(path), CALENDAR, day)


def book(folder: Path, *sheets: tuple[str, Sequence[Sequence[object]], Sequence[str]], **more: object) -> SignInLists:
    made = openpyxl.Workbook()
    assert made.active is not None
    made.remove(made.active)
    for title, rows, merges in sheets:
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for cells in merges:
            sheet.merge_cells(cells)
    made.save(folder / "list.xlsx")
    return read_lists(open_workbook(folder / "list.xlsx"), CALENDAR, **more)  # type: ignore[arg-type]


def told(lists: SignInLists) -> list[str]:
    """``name: marks`` of each row, in the order of the slots."""
    found = []
    for row in lists.rows:
        marks = (row.marks[slot.key].text() if slot.key in row.marks else "?" for slot in CALENDAR.slots)
        found.append(f"{row.name}: {', '.join(marks)}")
    return found


def test_days_as_columns_with_totals_in_an_old_encoding(tmp_path: Path) -> None:
    lists = table(
        tmp_path,
        "№;ПІБ;Громада;09.03.2026;10.03.2026;Разом\n"
        "1;Шевченко Олена Іванівна;Дрогобич;+;+;2\n"
        "2;Коваль Іван Петрович;Копичинці;+;поважна причина;1\n"
        "3;Їжакевич Юлія;Миргород;-;;0\n"
        "Всього;;;2;1;\n",
        "cp1251",
    )
    assert told(lists) == [
        "Шевченко Олена Іванівна: present, present, present",
        "Коваль Іван Петрович: present, present, excused",
        "Їжакевич Юлія: absent, absent, ?",
    ]
    assert [row.organisation for row in lists.rows] == ["Дрогобич", "Копичинці", "Миргород"]
    assert [one.reason for one in lists.skipped] == ["import_row_total"]


@pytest.mark.parametrize("merges", [(), ("D3:E3",)])
def test_halves_of_days_under_a_merged_or_lost_day(tmp_path: Path, merges: tuple[str, ...]) -> None:
    rows = [
        ["Attendance list: Mentoring visit"],
        [],
        ["No.", "Name", "Town", ONE, None, TWO],
        [None, None, None, "AM", "PM", "AM"],
        [1, "Ana Novak", "Ptuj", "x", "x", None],
        [2, "Olena Shevchenko", "Drohobych", "x", "-", "x"],
    ]
    lists = book(tmp_path, ("Lista", rows, merges))
    assert told(lists) == ["Ana Novak: present, present, ?", "Olena Shevchenko: present, absent, present"]
    assert lists.sheets[0].headings.rows == (3, 4)


def test_one_sheet_for_each_day_by_its_name_or_title(tmp_path: Path) -> None:
    head = ["Št.", "Ime in priimek", "Občina", "Prisotnost", "Podpis"]
    lists = book(
        tmp_path,
        ("9.3.", [["Lista prisotnosti"], head, [1, "Špela Žnidaršič", "Ptuj", "prisotna", "Š. Ž."]], ()),
        ("List2", [["Lista prisotnosti, 10. marec 2026"], head, [1, "Janez Kos", "Ptuj", "NE", None]], ()),
        ("Naslovi", [["Ime in priimek", "Telefon"], ["Janez Kos", "+38640123456"]], ()),
    )
    assert told(lists) == ["Špela Žnidaršič: present, present, ?", "Janez Kos: ?, ?, absent"]
    assert [row.signature for row in lists.rows] == [True, False]
    assert [(one.used, one.reason) for one in lists.sheets] == [
        (True, ""),
        (True, ""),
        (False, "attendance_sheet_without_marks"),
    ]


def test_sessions_by_title_and_a_column_that_is_none(tmp_path: Path) -> None:
    rows = [
        ["Прізвище", "Ім'я", "Waste water in small towns", "Бюджет участі", "Прибирання"],
        ["Шевченко", "Олена", 1, 0, 1],
    ]
    lists = book(tmp_path, ("A", rows, ()))
    assert told(lists) == ["Олена Шевченко: present, ?, absent"]
    assert list(lists.sheets[0].headings.unknown.values()) == ["Прибирання"]


@pytest.mark.parametrize(
    ("text", "encoding", "wanted"),
    [
        ("Vārds,Uzvārds,1. diena,2. diena\nJānis,Bērziņš,jā,nē\n", "cp1257", "Jānis Bērziņš: present, present, absent"),
        ("Namn;Dag 1;Dag 2\nÅsa Öberg;ja;anmäld frånvaro\n", "latin-1", "Åsa Öberg: present, present, excused"),
        ("Презиме;Име;9.3.2026.;10.3.2026.\nПетровић;Ана;да;не\n", "utf-8", "Ана Петровић: present, present, absent"),
        (";9.3.;10.3.\nOlena Shevchenko;✓;✓\nIvan Koval;✓;-\n", "utf-8", "Olena Shevchenko: present, present, present"),
        ("Name,Hours\nIvan Koval,3\n", "utf-8", "Ivan Koval: present, present 60, ?"),
    ],
)
def test_lists_of_many_countries(tmp_path: Path, text: str, encoding: str, wanted: str) -> None:
    assert told(table(tmp_path, text, encoding, ONE))[0] == wanted


def test_our_own_blank_sheet_has_a_row_for_each_session(tmp_path: Path) -> None:
    lists = table(
        tmp_path,
        "Full name,E-mail,Date,Session,Attendance,Minutes\n"
        "Olena Shevchenko,o@x.ua,2026-03-09,Site visit to the plant,Present,45\n"
        "Olena Shevchenko,o@x.ua,2026-03-10,,Excused,\n"
        "Ivan Koval,,2026-03-12,,Present,\n",
    )
    assert told(lists) == [
        "Olena Shevchenko: ?, present 45, ?",
        "Olena Shevchenko: ?, ?, excused",
        "Ivan Koval: ?, ?, ?",
    ]
    assert [one.code for one in lists.rows[2].warnings] == ["attendance_row_without_session"]


def test_what_cannot_be_read_is_told_with_its_column_and_value(tmp_path: Path) -> None:
    lists = table(tmp_path, "Name;09.03.2026;10.03.2026;11.03.2026\nOlena Shevchenko;✓;x;?\nIvan Koval;??;✓;✓\n")
    told_ = [(row.row, one.column, one.value, one.code) for row in lists.rows for one in row.warnings]
    assert told_ == [(2, 3, "x", "attendance_mark_unclear"), (3, 2, "??", "attendance_mark_unreadable")]
    # The sentence quotes what stands in the cell, in the window and on the command line alike.
    said = [sentence(one.code, one.params) for row in lists.rows for one in row.warnings]
    assert said[1] == "“??” does not say whether somebody was there."
    assert not any("{" in text for text in said)
    assert lists.days_elsewhere == (date(2026, 3, 11),)


def log(folder: Path, name: str, data: bytes, **reading: object) -> MeetingLog | None:
    (folder / name).write_bytes(data)
    return read_log(open_workbook(folder / name), LogReading(**reading))  # type: ignore[arg-type]


def spans(found: MeetingLog | None) -> list[tuple[str, str]]:
    """Who, and ``9:02–11:30``."""
    assert found is not None
    shown = []
    for line in found.lines:
        assert line.stay is not None
        shown.append((line.name, f"{line.stay.start:%H:%M:%S}–{line.stay.end:%H:%M:%S}"))
    return shown


def test_the_oldest_teams_list_of_events(tmp_path: Path) -> None:
    text = (
        "Full Name\tUser Action\tTimestamp\r\n"
        "A B\tJoined\t3/9/2026, 10:00:00 AM\r\nC D\tJoined before\t3/9/2026, 10:00:00 AM\r\n"
        "A B\tLeft\t3/9/2026, 10:30:00 AM\r\nA B\tJoined\t3/9/2026, 10:40:00 AM\r\nC D\tLeft\t3/9/2026, 11:00:00 AM\r\n"
    )
    found = log(tmp_path, "meetingAttendanceList.csv", b"\xff\xfe" + text.encode("utf-16-le"), days={ONE})
    assert spans(found) == [("A B", "10:00:00–10:30:00"), ("C D", "10:00:00–11:00:00"), ("A B", "10:40:00–11:00:00")]
    assert found is not None
    assert [one.code for _, one in found.lines[2].told] == ["attendance_no_leave"]


def test_teams_in_a_language_nobody_wrote_down(tmp_path: Path) -> None:
    text = (
        "1. Podsumowanie\r\nTytuł\tABC\r\nGodz.\t09.03.2026, 09:58:11\r\nKoniec\t09.03.2026, 11:31:02\r\n\r\n"
        "2. Uczestnicy\r\nImię i nazwisko\tDołączenie\tOpuszczenie\tCzas\tAdres\tRola\r\n"
        "Jan Kowal\t09.03.2026, 10:02:11\t09.03.2026, 11:30:02\t1 godz. 27 min\tjan@b.pl\tX\r\n"
    )
    found = log(tmp_path, "raport.csv", b"\xff\xfe" + text.encode("utf-16-le"))
    assert spans(found) == [("Jan Kowal", "10:02:11–11:30:02")]
    assert found is not None
    assert (found.lines[0].email, found.window and found.window.start) == (
        "jan@b.pl",
        datetime(2026, 3, 9, 9, 58, 11),
    )


def test_zoom_with_head_and_waiting_room_saved_again_from_excel(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (
        ["Topic", "Meeting ID", "Start time", "End time", "Duration (minutes)", "Participants"],
        ["Kick-off, day 1", 81234567890, datetime(2026, 3, 9, 9, 58), datetime(2026, 3, 9, 11, 0), 62, 2],
        [],
        ["Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)", "Guest", "In waiting room"],
        ["A B", "a@b.com", datetime(2026, 3, 9, 9, 58), datetime(2026, 3, 9, 11, 0), 62, "Yes", "No"],
        ["A B", "a@b.com", datetime(2026, 3, 9, 9, 50), datetime(2026, 3, 9, 9, 58), 8, "Yes", "Yes"],
    ):
        sheet.append(row)
    made.save(tmp_path / "zoom.xlsx")
    found = read_log(open_workbook(tmp_path / "zoom.xlsx"), LogReading())
    assert spans(found) == [("A B", "09:58:00–11:00:00")]
    assert found is not None
    assert (found.title, found.skipped[0].reason) == ("Kick-off, day 1", "attendance_row_waiting")


def test_meet_with_a_block_above_and_times_of_day_only(tmp_path: Path) -> None:
    text = (
        "Meeting title,Date,Start time,End time\nStand-up,2026-03-09,09:00,09:32\n\n"
        "Name,Email,Duration,Time joined,Time exited\nAlice Doe,alice@x.com,32m,9:00:12,9:32:01\n"
    )
    found = log(tmp_path, "meet.csv", text.encode())
    assert spans(found) == [("Alice Doe", "09:00:12–09:32:01")]
    assert found is not None
    assert found.day == ONE


def test_a_list_of_people_is_no_log_and_names_of_files_tell_days(tmp_path: Path) -> None:
    assert log(tmp_path, "people.csv", b"Name,Email,Phone\nAlice Doe,alice@x.com,+38640123456\n") is None
    assert log(tmp_path, "list.csv", b"Name,09.03.2026\nAlice Doe,+\n") is None
    names = ("2026-03-09 10-00 Kick-off.csv", "participants_20260309.csv", "participants_81234567890.csv", "a.csv")
    assert [day_in_file_name(name) for name in names] == [ONE, ONE, None, None]


_CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "Name",
            "ПІБ",
            "Join Time",
            "Leave Time",
            "Duration",
            "User Action",
            "Timestamp",
            "Date",
            "Session",
            "Attendance",
            "Підпис",
            "09.03.2026",
            "9.3.",
            "99.99.9999",
            "03/09/2026 09:58:12 AM",
            "25:99",
            "+",
            "x",
            "1h",
            "Олена Шевченко",
            "iPhone",
            "a@b.com",
            "2. Participants",
        ]
    ),
    st.text(max_size=12),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=9)),
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_CELLS, max_size=6).map(tuple), max_size=8), st.text(max_size=10))
def test_no_cells_whatever_make_it_stumble(rows: list[tuple[Cell, ...]], name: str) -> None:
    workbook = Workbook("a.xlsx", "0", "xlsx", (Sheet(name, tuple(rows)),))
    read_lists(workbook, CALENDAR, ONE)
    read_lists(workbook, Calendar(()))
    read_log(workbook, LogReading("Europe/Kyiv", "Europe/Ljubljana", {ONE, TWO}))
