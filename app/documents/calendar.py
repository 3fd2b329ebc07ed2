"""The programme of a visit as a calendar file: UTC times, stable UIDs, SEQUENCE (AR-6)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from app.documents.texts import clean, clean_line


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """One entry. ``key`` never changes for the same item; ``sequence`` rises with every issued version."""

    key: str
    start: datetime
    end: datetime
    title: str
    description: str = ""
    place: str = ""
    sequence: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CalendarPaper:
    """A calendar of one event; ``made`` is the moment of the version (aware), part of every entry."""

    name: str
    items: tuple[CalendarItem, ...]
    made: datetime
    language: str = "en"


def build(paper: CalendarPaper) -> bytes:
    """The .ics file. Naive times are refused (ValueError): an entry without its zone is wrong for half of the guests.

    A file of cancelled items only is a cancellation; otherwise cancelled items carry their status.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Mentordesk//EN")
    calendar.add("version", "2.0")
    gone = bool(paper.items) and all(item.cancelled for item in paper.items)
    calendar.add("method", "CANCEL" if gone else "PUBLISH")
    calendar.add("x-wr-calname", clean_line(paper.name))
    for item in paper.items:
        entry = Event()
        entry.add("uid", f"{clean_line(item.key)}@mentordesk")
        entry.add("dtstamp", _utc(paper.made))
        entry.add("dtstart", _utc(item.start))
        entry.add("dtend", _utc(item.end))
        entry.add("summary", clean_line(item.title), {"language": paper.language})
        entry.add("sequence", item.sequence)
        entry.add("status", "CANCELLED" if item.cancelled else "CONFIRMED")
        if item.description:
            entry.add("description", clean(item.description))
        if item.place:
            entry.add("location", clean_line(item.place))
        calendar.add_component(entry)
    made: bytes = calendar.to_ical()
    return made


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("naive time")
    return moment.astimezone(UTC)
