"""Lists of who was in an online meeting, as the meeting programs export them: who joined and left when.

Relied on, as seen in public samples and parsers: Zoom's participants report with and without the block of the meeting
above (``Name (Original Name), User Email, Join Time, Leave Time, Duration (Minutes), Guest, Recording Consent |
Recording Disclaimer Response, In Waiting Room``; the list of unique users has ``Total Duration (Minutes)`` only);
Teams' report in three numbered sections, tab separated UTF-16 (participants with first join, last leave and duration,
activities with each join and leave), its older form with ``Full Name, Join Time, Leave Time, Duration`` under a
summary, and the oldest with ``Full Name, User Action, Timestamp``; Meet's ``First name, Last name, Email, Duration,
Time joined, Time exited``, also with one name column, without dates, or under a block with title and date. Headings in
other languages are found by their synonyms, in languages nobody wrote down by what stands under them.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from app.core.text import one_line
from app.importers.attendance_clock import ClockHabit, Moment, clock_habit, read_duration, read_moment
from app.importers.attendance_intervals import Stay, Window
from app.importers.attendance_log_tables import LogTable, head_of, log_tables
from app.importers.cells import Told, clean_email, yes_or_no
from app.importers.headings import Column
from app.importers.staged import Skipped
from app.importers.workbook import Cell, Row, Sheet, Workbook

#: Connecting and leaving take a moment: shorter differences between a span and its told duration say nothing.
_SLACK = 90.0
_LEFT = re.compile(
    r"left|leave|exit|lämna|utträd|вийш|виход|покин|залиш|zapust|odše|odhod|izho|izgāj|atstāj|pamet|napust|izaš|вышел|"
    r"вышла|покинул",
    re.IGNORECASE,
)
_FILE_DAY = re.compile(r"(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a log: who, and either when (``stay``) or only how long (``seconds``). ``row`` as in Excel."""

    sheet: str
    row: int
    name: str
    email: str
    stay: Stay | None = None
    seconds: float | None = None
    cells: Row = ()
    columns: Mapping[int, Column] = field(default_factory=dict)
    told: tuple[tuple[str, Told], ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class MeetingLog:
    """A meeting as its log tells it. ``window``: from the head of the file, else first join to last leave."""

    sheet: str
    heading_row: int
    columns: Mapping[int, Column]
    lines: tuple[LogLine, ...]
    skipped: tuple[Skipped, ...] = ()
    title: str = ""
    window: Window | None = None
    day: date | None = None
    order_unproved: bool = False


@dataclass(frozen=True, slots=True)
class LogReading:
    """What is known before reading: the zones of the log and of the activity, the days that may be meant.

    ``day``: the day of the meeting, said by the user, where the file tells only times of day; ``likely`` is used
    where not even the name of the file tells it.
    """

    log_zone: str = "UTC"
    place_zone: str = "UTC"
    days: Collection[date] = ()
    day: date | None = None
    likely: date | None = None


def day_in_file_name(name: str) -> date | None:
    """The day that stands in the name of a file, year first, as meeting programs write it."""
    for found in _FILE_DAY.finditer(name):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            continue
    return None


def find_log(sheet: Sheet) -> LogTable | None:
    """The table of a sheet that tells who joined when: of several the one with most lines, then the last one."""
    tables = log_tables(sheet)
    return max(tables, key=lambda table: (table.rank, len(table.rows), table.rows[0]), default=None)


class _Reader:
    """Reads the lines of one table."""

    def __init__(self, sheet: Sheet, table: LogTable, reading: LogReading, name: str) -> None:
        self.sheet, self.table, self.reading = sheet, table, reading
        self.head = head_of(sheet, table)
        cells = [cell for number in table.rows for cell in sheet.rows[number - 1]]
        self.habit: ClockHabit = clock_habit([*cells, *self.head.values], reading.days)
        self.start, self.end = self.moment(self.head.start), self.moment(self.head.end)
        moments = [self.moment(cell) for cell in cells if isinstance(cell, str | datetime)]
        dated = [one.day for one in (self.start, self.end, *moments) if one and one.day]
        self.day = next(iter(dated), None) or reading.day or self.head_day() or day_in_file_name(name) or reading.likely

    def head_day(self) -> date | None:
        """A day that stands alone in the block above the table."""
        for cell in self.head.values:
            moment = read_moment(f"{cell} 12:00", self.habit) if isinstance(cell, str) else None
            if moment and moment.day and re.search(r"\d{4}", str(cell)):
                return moment.day
            if isinstance(cell, date) and not isinstance(cell, datetime):
                return cell
        return None

    def moment(self, cell: Cell) -> Moment | None:
        return read_moment(cell, self.habit, self.reading.log_zone, self.reading.place_zone)

    def at(self, cell: Cell) -> datetime | None:
        found = self.moment(cell)
        if found is None or not (found.day or self.day):
            return None
        return found.on(self.day or date.min)

    def window(self) -> Window | None:
        if self.start is None or self.end is None or not (self.start.day or self.day):
            return None
        start, end = self.start.on(self.day or date.min), self.end.on(self.day or date.min)
        return Window(start, end) if start < end else None

    def lines(self) -> tuple[list[LogLine], list[Skipped]]:
        lines: list[LogLine] = []
        skipped: list[Skipped] = []
        for number in self.table.rows:
            row = self.sheet.rows[number - 1]
            name, email = self.who(row)
            if yes_or_no(self.cell(row, "waiting")):
                skipped.append(Skipped(self.sheet.name, number, "attendance_row_waiting", name))
            elif not name and not email:
                skipped.append(Skipped(self.sheet.name, number, "import_row_without_name"))
            elif "action" in self.table.fields:
                lines.append(self.event(number, row, name, email))
            else:
                lines.append(self.line(number, row, name, email))
        return (self.paired(lines) if "action" in self.table.fields else lines), skipped

    def cell(self, row: Row, name: str) -> Cell:
        at = self.table.fields.get(name, 0)
        return row[at - 1] if 1 <= at <= len(row) else ""

    def who(self, row: Row) -> tuple[str, str]:
        parts = [self.cell(row, key) for key in ("full_name", "given_name", "family_name")]
        name = " ".join(one_line(str(part)) for part in parts if part != "").strip()
        email = clean_email(self.cell(row, "email")).value or clean_email(self.cell(row, "upn")).value
        return name, email

    def made(self, number: int, row: Row, name: str, email: str) -> LogLine:
        return LogLine(self.sheet.name, number, name, email, None, None, row, self.table.columns)

    def line(self, number: int, row: Row, name: str, email: str) -> LogLine:
        base = self.made(number, row, name, email)
        start, end = self.at(self.cell(row, "join")), self.at(self.cell(row, "leave"))
        length = read_duration(self.cell(row, "duration"))
        told: list[tuple[str, Told]] = []
        if start and end and end < start and self.moment(self.cell(row, "leave")) and not self._has_day(row, "leave"):
            end += timedelta(days=1)
        if start is None and end is None:
            if length is None:
                return replace(base, problem="attendance_row_without_time")
            return replace(base, seconds=length)
        if start is None and end is not None and length is not None:
            start = end - timedelta(seconds=length)
        elif end is None and start is not None:
            told.append(("leave", Told("attendance_no_leave")))
            end = start + timedelta(seconds=length) if length is not None else self.closing(start)
        if start is None or end is None or end < start:
            return replace(base, problem="attendance_row_without_time")
        span = (end - start).total_seconds()
        share = 1.0
        if length is not None and length < span - _SLACK:
            share = length / span
            told.append(("duration", Told("attendance_time_shared")))
        return replace(base, stay=Stay(start, end, share), told=tuple(told))

    def _has_day(self, row: Row, name: str) -> bool:
        moment = self.moment(self.cell(row, name))
        return moment is not None and moment.day is not None

    def closing(self, start: datetime) -> datetime:
        """The end of the meeting, for somebody of whom no leaving is told."""
        rows = [self.sheet.rows[number - 1] for number in self.table.rows]
        ends = [self.at(self.cell(row, key)) for row in rows for key in ("leave", "timestamp")]
        window = self.window()
        latest = max((end for end in ends if end is not None), default=start)
        return max(start, window.end if window else latest)

    def event(self, number: int, row: Row, name: str, email: str) -> LogLine:
        """A line of the oldest Teams form: one joining or leaving, as an empty stay until it is paired."""
        base = self.made(number, row, name, email)
        moment = self.at(self.cell(row, "timestamp"))
        if moment is None:
            return replace(base, problem="attendance_row_without_time")
        return replace(base, stay=Stay(moment, moment))

    def paired(self, lines: Sequence[LogLine]) -> list[LogLine]:
        """Each joining with the leaving that follows it; a joining without one lasts to the end of the log."""
        found: list[LogLine] = []
        open_at: dict[tuple[str, str], int] = {}
        for line in sorted(lines, key=_by_time):
            key = (line.name.casefold(), line.email)
            if line.stay is None:
                found.append(line)
            elif _LEFT.search(str(self.cell(line.cells, "action"))):
                at = open_at.pop(key, None)
                if at is not None and (stay := found[at].stay):
                    found[at] = replace(found[at], stay=Stay(stay.start, line.stay.start))
            elif key not in open_at:
                open_at[key] = len(found)
                found.append(line)
        for at in open_at.values():
            if stay := found[at].stay:
                told = (("timestamp", Told("attendance_no_leave")),)
                found[at] = replace(found[at], stay=Stay(stay.start, self.closing(stay.start)), told=told)
        return sorted(found, key=lambda one: one.row)


def _by_time(line: LogLine) -> tuple[float, int]:
    return (line.stay.start - datetime(1970, 1, 1)).total_seconds() if line.stay else 0.0, line.row


def read_log(workbook: Workbook, reading: LogReading) -> MeetingLog | None:
    """The meeting that a file tells of; None when no sheet of it is a log. Times in the activity's place.

    Lines of the waiting room are left out and told; a line whose times cannot be read keeps its name and its
    ``problem``. Reads nothing but the raw cells.
    """
    for sheet in workbook.sheets:
        table = find_log(sheet) if not sheet.hidden else None
        if table is None:
            continue
        reader = _Reader(sheet, table, reading, workbook.path)
        lines, skipped = reader.lines()
        stays = [line.stay for line in lines if line.stay and line.stay.end > line.stay.start]
        window = reader.window()
        if window is None and stays:
            window = Window(min(stay.start for stay in stays), max(stay.end for stay in stays))
        return MeetingLog(
            sheet.name,
            table.heading_row,
            table.columns,
            tuple(lines),
            tuple(skipped),
            reader.head.title,
            window,
            window.start.date() if window else reader.day,
            not reader.habit.proved,
        )
    return None
