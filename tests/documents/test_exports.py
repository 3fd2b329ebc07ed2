"""Workbooks, CSV and calendar: typed, never a formula, nothing smuggled in (O3, D12, AR-6)."""

import csv
import io
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import icalendar
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import budget_report, calendar, participant_list, table_export
from app.documents.calendar import CalendarItem, CalendarPaper
from app.documents.participant_list import ParticipantOptions
from app.documents.table_export import TablePaper
from tests.documents import more_samples as more

HOSTILE = ("=1+1", "+380 50 000 0101", "-2", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1", "\r=1", "#N/A", "{=1}")


def cells(data: bytes) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for row in book.worksheets[0].iter_rows():
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def test_formulas_stay_text_in_a_workbook() -> None:
    rows = [[text] for text in HOSTILE]
    found = [row[0] for row in cells(table_export.build_xlsx(TablePaper("=x", ("=head",), rows)))]
    assert found == ["=head", *(text.strip() for text in HOSTILE)]


def test_values_keep_their_types() -> None:
    paper = TablePaper("t", ("n", "d", "a"), [[3, date(2024, 2, 29), Decimal("1234.50")], [None, None, Decimal(0)]])
    assert cells(table_export.build_xlsx(paper))[1:] == [[3, datetime(2024, 2, 29), 1234.5], [None, None, 0]]


@given(st.text(max_size=60))
def test_no_cell_of_a_csv_begins_a_formula(text: str) -> None:
    data = table_export.build_csv(TablePaper("t", ("h",), [[text]])).decode("utf-8-sig")
    (_, (cell,)) = csv.reader(io.StringIO(data, newline=""))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_csv_quotes_everything_and_marks_dangerous_beginnings() -> None:
    data = table_export.build_csv(TablePaper("t", ("Phone", "Sum"), [["+380 50 000 0101", Decimal("-2.50")]]))
    assert data.decode("utf-8-sig").splitlines() == ['"Phone","Sum"', '"\'+380 50 000 0101","-2.50"']


def test_participants_as_a_workbook() -> None:
    rows = cells(participant_list.build_xlsx(more.participants(), ParticipantOptions(internal=True)))
    assert rows[0][2:6] == ["Surname", "Given name", "Surname (Latin)", "Given name (Latin)"]
    assert rows[1][2:7] == ["Гриценко", "Оксана", "Hrytsenko", "Oksana", "Woman"]
    assert rows[1][10] == "+380 50 000 0101"
    public = cells(participant_list.build_xlsx(more.participants()))
    assert not any("+380" in str(value) for row in public for value in row)


def test_budget_as_a_workbook_adds_up() -> None:
    rows = cells(budget_report.build_xlsx(more.budget()))
    amounts = [row[2] for row in rows[1:12]]
    assert sum(amounts) == rows[12][2] == 32500
    assert rows[12][5] == -1307


def test_workbooks_are_repeatable() -> None:
    make = [participant_list.build_xlsx(more.participants()) for _ in range(2)]
    assert make[0] == make[1]


def item(key: str = "a", **changes: object) -> CalendarItem:
    start = datetime(2023, 10, 2, 9, 0, tzinfo=timezone(timedelta(hours=2)))
    values = {
        "key": key,
        "start": start,
        "end": start + timedelta(hours=1),
        "title": "Lecture",
        "sequence": 2,
        **changes,
    }
    return CalendarItem(**values)  # type: ignore[arg-type]


MADE = datetime(2023, 9, 28, 12, 5, tzinfo=UTC)


def test_calendar_entries_in_utc_with_stable_uid() -> None:
    data = calendar.build(CalendarPaper("Visit", (item(), item("b", cancelled=True)), MADE))
    assert data == calendar.build(CalendarPaper("Visit", (item(), item("b", cancelled=True)), MADE))
    found = icalendar.Calendar.from_ical(data)
    first, second = found.walk("VEVENT")
    assert first["uid"] == "a@mentordesk"
    assert first["dtstart"].dt == datetime(2023, 10, 2, 7, 0, tzinfo=UTC)
    assert (int(first["sequence"]), first["status"], second["status"]) == (2, "CONFIRMED", "CANCELLED")
    assert found["method"] == "PUBLISH"
    gone = icalendar.Calendar.from_ical(calendar.build(CalendarPaper("Visit", (item(cancelled=True),), MADE)))
    assert gone["method"] == "CANCEL"


def test_calendar_lines_cannot_be_smuggled_in() -> None:
    bad = "Lecture\r\nATTENDEE:mailto:x@example.org\nBEGIN:VALARM"
    data = calendar.build(CalendarPaper(bad, (item(title=bad, place=bad, description=bad),), MADE))
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    assert not any(line.startswith(("ATTENDEE", "BEGIN:VALARM")) for line in lines)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_naive_times_are_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        calendar.build(CalendarPaper("Visit", (item(start=datetime(2023, 10, 2)),), MADE))
