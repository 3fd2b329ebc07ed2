"""What an agenda prints, as plain data (AG-1 to AG-13, AR-1 to AR-4)."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from app.core.vocabulary import ActivityKind, AgendaChange, InterpretationMode, SessionKind
from app.documents.blocks import (
    Contact,
    Version,
)
from app.documents.logos import Logo
from app.documents.texts import PersonName, Text


class DayKind(StrEnum):
    """A day of the programme, or a day of travel that has no number (AG-3)."""

    PROGRAMME = "programme"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class ColumnSet(StrEnum):
    """``full``: time, activity, speaker, venue, notes; ``compact``: time, activity with speaker, venue (AG-4)."""

    FULL = "full"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks or hosts: a person, or a post without a name (AG-9)."""

    name: PersonName | None = None
    position: Text = Text()
    institution: Text = Text()


@dataclass(frozen=True, slots=True)
class Was:
    """When an item stood before it was changed or moved."""

    day: date
    start: time | None = None
    end: time | None = None


@dataclass(frozen=True, slots=True)
class ItemChange:
    """A change mark: its kind, the old time if it changed, the reason if it is told."""

    kind: AgendaChange
    was: Was | None = None
    reason: Text = Text()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of a day. ``link`` is the address of an online item, printed as text (AG-11)."""

    title: Text
    kind: SessionKind
    start: time | None = None
    end: time | None = None
    description: Text = Text()
    speakers: tuple[Speaker, ...] = ()
    venue: Text = Text()
    notes: Text = Text()
    link: str = ""
    change: ItemChange | None = None


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day: its date, kind, place (city), theme and mentor of the day; items in the order of time."""

    day: date
    items: tuple[AgendaItem, ...]
    kind: DayKind = DayKind.PROGRAMME
    place: Text = Text()
    theme: Text = Text()
    mentor: Speaker | None = None


@dataclass(frozen=True, slots=True)
class ListedChange:
    """A line of the list of changes (AR-4)."""

    item: Text
    was: Text = Text()
    now: Text = Text()
    reason: Text = Text()
    who: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Who is expected: the sender's name and the number of women and men; ``others`` not stated (AG-2, ME-3)."""

    sender: Text = Text()
    women: int = 0
    men: int = 0
    others: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.women + self.men + self.others


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """Everything that an agenda prints. Empty fields are left out (AG-1).

    ``title`` is the kind's own unless given. ``zone`` and ``partner_zone`` are IANA names for online items (AG-11).
    ``emergency`` is the last card of the contacts (AG-6). ``logistics`` are label and text (AG-7).
    """

    code: str
    kind: ActivityKind
    event_title: Text
    days: tuple[AgendaDay, ...]
    title: Text = Text()
    partnership: Text = Text()
    start: date | None = None
    end: date | None = None
    working_days: int = 0
    arrival: date | None = None
    departure: date | None = None
    places: Text = Text()
    working_languages: tuple[str, ...] = ()
    interpretation: InterpretationMode = InterpretationMode.NONE
    programme: Text = Text()
    funder: Text = Text()
    organiser: str = ""
    group: Group = Group()
    aim: Text = Text()
    results: Text = Text()
    version: Version = Version()
    logos: tuple[Logo, ...] = ()
    contacts: tuple[Contact, ...] = ()
    emergency: Contact | None = None
    logistics: tuple[tuple[Text, Text], ...] = ()
    changes: tuple[ListedChange, ...] = ()
    zone: str = ""
    partner_zone: str = ""


@dataclass(frozen=True, slots=True)
class AgendaOptions:
    """Languages (``second`` empty for one) and columns; two languages are layout A (AG-12)."""

    language: str = "en"
    second: str = ""
    columns: ColumnSet = ColumnSet.FULL
