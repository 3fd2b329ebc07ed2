"""Where everything stands in the agenda grid: columns of days, hours, blocks that share the width. No painting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, QRect

from app.services.agendas import DayRow, SessionRow

#: Minutes to which the mouse snaps.
SNAP = 15
_DAY = 24 * 60
#: Pixels at 100 % of a free Saturday and Sunday, of an hour, of the hours at the left.
_SATURDAY, _SUNDAY, _HOURS = 84, 68, 56
_HOUR, _HOUR_MOST = 42, 64
#: An hour where an item is so short that its title would not fit otherwise.
_HOUR_FINE, _SHORT = 60, 20
#: The grid shows at least these hours.
_FROM, _TO = 8 * 60, 20 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """A share of a day's width: ``lane`` of ``lanes``."""

    lane: int = 0
    lanes: int = 1


def share(rows: Iterable[SessionRow]) -> dict[str, Slot]:
    """Lanes for items that overlap; items of one knot have equal widths."""
    found: dict[str, Slot] = {}
    knot: list[tuple[SessionRow, int]] = []
    ends: list[datetime] = []

    def close() -> None:
        for row, lane in knot:
            found[row.id] = Slot(lane, len(ends))
        knot.clear()
        ends.clear()

    for row in sorted(rows, key=lambda row: (row.starts_at, row.ends_at, row.id)):
        if ends and row.starts_at >= max(ends):
            close()
        lane = next((n for n, end in enumerate(ends) if end <= row.starts_at), len(ends))
        if lane == len(ends):
            ends.append(row.ends_at)
        else:
            ends[lane] = row.ends_at
        knot.append((row, lane))
    close()
    return found


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks(days: Sequence[DayRow]) -> list[date]:
    """The Mondays of the weeks that hold a day of the agenda."""
    return sorted({week_of(row.day) for row in days})


def minute_of(moment: datetime, day: date) -> int:
    """Minutes from midnight of ``day``, kept within that day."""
    gap = moment - datetime.combine(day, time())
    return max(0, min(_DAY, int(gap.total_seconds()) // 60))


def snapped(minutes: float) -> int:
    """The nearest quarter of an hour."""
    return round(minutes / SNAP) * SNAP


class Geometry:
    """Places of days and times in a viewport. Lengths in pixels at a scale; ``scroll`` is the hidden part above."""

    def __init__(self, days: Sequence[date], rows: Sequence[SessionRow], *, scale: float = 1.0) -> None:
        self.days = tuple(days)
        self.scale = scale
        self.head = round(32 * scale)
        self.gutter = round(_HOURS * scale)
        self.hour = round(_HOUR * scale)
        self.width = 0
        self.height = 0
        self.busy = frozenset(row.starts_at.date() for row in rows)
        shown = [row for row in rows if row.starts_at.date() in set(self.days)]
        starts = [minute_of(row.starts_at, row.starts_at.date()) for row in shown]
        ends = [minute_of(row.ends_at, row.starts_at.date()) for row in shown]
        self.earliest = min(starts, default=_FROM)
        self.least = _HOUR_FINE if any(row.minutes <= _SHORT for row in shown) else _HOUR
        first = min([_FROM, *starts]) // 60 * 60
        last = -(-max([_TO, *ends]) // 60) * 60
        self.first = max(0, first - 60)
        self.last = min(_DAY, last + 120)
        self._edges: list[int] = []

    def fit(self, width: int, height: int) -> None:
        """Take the size of the viewport; hours grow when there is room for more than twelve."""
        self.width, self.height = width, height
        room = max(0, height - self.head)
        wish = min(round(_HOUR_MOST * self.scale), room * 60 // (_TO - _FROM + 30))
        self.hour = max(round(self.least * self.scale), wish)
        self._edges = self._columns()

    def _columns(self) -> list[int]:
        narrow = {5: _SATURDAY, 6: _SUNDAY}
        room = max(0, self.width - self.gutter)
        fixed: dict[int, int] = {}
        if len(self.days) > 2:
            for place, day in enumerate(self.days):
                if day.weekday() in narrow:
                    wide = narrow[day.weekday()] if day not in self.busy else max(_SATURDAY, narrow[day.weekday()])
                    fixed[place] = round(wide * self.scale)
            if len(fixed) == len(self.days):
                fixed = {}
        others = len(self.days) - len(fixed)
        each = max(1, room - sum(fixed.values())) / max(1, others)
        edges, left = [self.gutter], float(self.gutter)
        for place in range(len(self.days)):
            left += fixed.get(place, each)
            edges.append(round(left))
        return edges

    @property
    def content(self) -> int:
        """The height of all hours."""
        return (self.last - self.first) * self.hour // 60

    @property
    def start_scroll(self) -> int:
        """Where the grid begins to be read: half an hour before the first item."""
        return max(0, (min(self.earliest, _FROM + 60) - 45 - self.first) * self.hour // 60)

    def column(self, place: int) -> tuple[int, int]:
        """Left edge and width of a day's column."""
        return self._edges[place], self._edges[place + 1] - self._edges[place]

    def column_of(self, day: date) -> int:
        """The place of a day; -1 when it is not shown."""
        return self.days.index(day) if day in self.days else -1

    def top(self, minutes: int, scroll: int) -> int:
        """Where a time stands, below the head."""
        return self.head + (minutes - self.first) * self.hour // 60 - scroll

    def minutes_at(self, y: int, scroll: int) -> float:
        """The time at a height, in minutes from midnight."""
        return self.first + (y - self.head + scroll) * 60 / self.hour

    def day_at(self, x: int) -> date | None:
        """The day at a place; None in the hours at the left."""
        for place, day in enumerate(self.days):
            left, width = self.column(place)
            if left <= x < left + width:
                return day
        return None

    def block(self, day: date, start: int, end: int, slot: Slot, scroll: int) -> QRect:
        """The rectangle of an item from ``start`` to ``end`` minutes; empty when the day is not shown."""
        place = self.column_of(day)
        if place < 0:
            return QRect()
        left, width = self.column(place)
        pad = max(2, round(3 * self.scale))
        room = width - 2 * pad
        each = room / slot.lanes
        x = left + pad + round(each * slot.lane)
        gap = pad - 1 if slot.lane < slot.lanes - 1 else 0
        y = self.top(start, scroll)
        height = max(round(12 * self.scale), self.top(end, scroll) - y - 2)
        return QRect(x, y, max(8, round(each) - gap), height)

    def point(self, moment: datetime, scroll: int) -> QPoint:
        """The middle of a day's column at a time."""
        left, width = self.column(self.column_of(moment.date()))
        return QPoint(left + width // 2, self.top(minute_of(moment, moment.date()), scroll) + 2)

    def moment_at(self, point: QPoint, scroll: int) -> datetime | None:
        """The quarter of an hour under a point."""
        day = self.day_at(point.x())
        if day is None or point.y() < self.head:
            return None
        minutes = max(0, min(_DAY - SNAP, int(self.minutes_at(point.y(), scroll)) // SNAP * SNAP))
        return datetime.combine(day, time()) + timedelta(minutes=minutes)
