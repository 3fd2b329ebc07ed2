"""Time spent somewhere as intervals: joined together, cut to a window, counted once (several devices, re-joins).

Times are wall-clock times of one place, without zone. Nothing here knows where they come from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody was there from ``start`` to ``end``.

    ``share``: of an interval that is known only by its first join and its last leave, the part (0 to 1) that the
    file says was spent there; 1 for a plain interval.
    """

    start: datetime
    end: datetime
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Window:
    """A span of time that is asked about, ``end`` not included."""

    start: datetime
    end: datetime


def cut(stay: Stay, window: Window) -> Stay | None:
    """The part of a stay inside a window; None where there is none."""
    start, end = max(stay.start, window.start), min(stay.end, window.end)
    return Stay(start, end, stay.share) if start < end else None


def joined(stays: Iterable[Stay]) -> list[tuple[datetime, datetime]]:
    """The union of stays as disjoint intervals in order; touching ones become one, empty ones count for nothing."""
    found: list[tuple[datetime, datetime]] = []
    for stay in sorted(stays, key=lambda one: (one.start, one.end)):
        if stay.end <= stay.start:
            continue
        if found and stay.start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stay.end))
        else:
            found.append((stay.start, stay.end))
    return found


def seconds_in(stays: Sequence[Stay], window: Window | None = None) -> float:
    """How many seconds somebody was there, inside a window where one is given; overlaps count once.

    Stays whose ``share`` is below 1 add that part of their length, never more than the time they cover together.
    """
    inside = [part for stay in stays if (part := cut(stay, window))] if window else list(stays)
    whole = sum((end - start for start, end in joined(inside)), timedelta()).total_seconds()
    weighted = sum((stay.end - stay.start).total_seconds() * stay.share for stay in inside if stay.end > stay.start)
    return min(whole, weighted)


def whole_minutes(seconds: float) -> int:
    """Minutes of a sum of seconds, rounded half up once: twelve seconds of connecting cost nobody a minute."""
    return int((seconds + 30) // 60)
