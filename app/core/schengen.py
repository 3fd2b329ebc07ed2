"""Days in the Schengen area: at most 90 in any 180 for those who need no visa (PL-10).

The day of entry and the day of exit both count. A day spent in two countries of the area counts once. The table holds
from which day a country's stays count; it was last compared with the official list in ``SOURCE_YEAR``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

#: The year of the list of member states that the table follows.
SOURCE_YEAR = 2025
#: Days allowed, and the days of the window that moves with the day looked at.
ALLOWED, WINDOW = 90, 180

_FIRST = date(1995, 3, 26)
_NORTH = date(2001, 3, 25)
_NINE = date(2007, 12, 21)
#: From which day on stays in a country count. Bulgaria and Romania since their air and sea borders were opened.
SINCE: dict[str, date] = {
    **dict.fromkeys(("BE", "DE", "ES", "FR", "LU", "NL", "PT"), _FIRST),
    "IT": date(1997, 10, 26),
    "AT": date(1997, 12, 1),
    "GR": date(2000, 1, 1),
    **dict.fromkeys(("DK", "FI", "IS", "NO", "SE"), _NORTH),
    **dict.fromkeys(("CZ", "EE", "HU", "LT", "LV", "MT", "PL", "SI", "SK"), _NINE),
    "CH": date(2008, 12, 12),
    "LI": date(2011, 12, 19),
    "HR": date(2023, 1, 1),
    "BG": date(2024, 3, 31),
    "RO": date(2024, 3, 31),
}
#: Countries whose citizens stay as long as they like: the Union, Iceland, Liechtenstein, Norway, Switzerland.
FREE = frozenset(SINCE) | {"CY", "IE"}


@dataclass(frozen=True, slots=True)
class Stay:
    """From the day of entry to the day of exit, both counted, in one country (two letters)."""

    country: str
    first: date
    last: date


def counts_for(citizen_of: str) -> bool:
    """Whether the rule binds citizens of a country; not while nobody knows of which."""
    return bool(citizen_of) and citizen_of not in FREE


def used(stays: Iterable[Stay], on: date) -> int:
    """Days in the area within the 180 days that end with ``on``."""
    return _within(_merged(stays), on)


def first_over(stays: Iterable[Stay], since: date = date.min) -> date | None:
    """The first day of a stay, from ``since`` on, on which more than 90 days of the window are used; None for none."""
    merged = _merged(stays)
    for first, last in merged:
        day = max(first, since)
        # Nobody can be in the area on more than 90 days in a row, so no long stay is counted to its end.
        for _ in range(ALLOWED + 1):
            if day > last:
                break
            if _within(merged, day) > ALLOWED:
                return day
            if day == date.max:
                break
            day += timedelta(days=1)
    return None


def left(stays: Sequence[Stay], on: date) -> int:
    """On how many days in a row, beginning with ``on``, somebody may be in the area besides these stays (0 to 90)."""
    merged = _merged(stays)
    for length in range(1, ALLOWED + 1):
        try:
            last = on + timedelta(days=length - 1)
        except OverflowError:
            return length - 1
        if _within(_joined([*merged, (on, last)]), last) > ALLOWED:
            return length - 1
    return ALLOWED


def _within(merged: Sequence[tuple[date, date]], on: date) -> int:
    start = date.fromordinal(max(1, on.toordinal() - WINDOW + 1))
    return sum(max(0, (min(last, on) - max(first, start)).days + 1) for first, last in merged)


def _merged(stays: Iterable[Stay]) -> list[tuple[date, date]]:
    """The days in the area as spans in order that neither touch nor overlap."""
    spans = []
    for stay in stays:
        since = SINCE.get(stay.country)
        if since is not None and stay.last >= max(stay.first, since):
            spans.append((max(stay.first, since), stay.last))
    return _joined(spans)


def _joined(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    found: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if found and first.toordinal() <= found[-1][1].toordinal() + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found
