"""What an agenda prints, as plain data (AG-1 to AG-13, AR-1 to AR-4)."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from app.core.vocabulary import ActivityKind, AgendaChange, InterpretationMode, SessionKind
from app.documents.blocks import (
    Contact,
    Version,
)
from app.documents.logos import Logo
from app.documents.own_words import OwnWords
from app.documents.styles import ACCENT, Ink
from app.documents.texts import PersonName, Text


class DayKind(StrEnum):
    """A day of the programme, or a day of travel or a free day, which have no number (AG-3)."""

    PROGRAMME = "programme"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    FREE = "free"


class ColumnSet(StrEnum):
    """``full``: time, activity, speaker, venue, notes; ``compact``: time, activity with speaker, venue (AG-4)."""

    FULL = "full"
    COMPACT = "compact"


class Layout(StrEnum):
    """Two languages: below each other, in two columns of a lying page, or one whole agenda after the other (AG-12)."""

    A = "a"
    B = "b"
    C = "c"


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
    """One item of a day. ``link`` is the address of an online item, printed as text and QR (AG-11).

    ``end_day`` is told where a journey ends on a later day; ``duty`` is what the holder of a personal agenda does here.
    """

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
    end_day: date | None = None
    duty: Text = Text()


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
    """A line of the list of changes (AR-4); ``days`` are those on which it stands or stood."""

    item: Text
    was: Text = Text()
    now: Text = Text()
    reason: Text = Text()
    who: str = ""
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Who comes: the sender's name, women and men, ``others`` not stated, how many in each role (AG-2, ME-3).

    ``expected`` is told while nobody is known by name.
    """

    sender: Text = Text()
    women: int = 0
    men: int = 0
    others: int = 0
    roles: tuple[tuple[Text, int], ...] = ()
    expected: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.women + self.men + self.others


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """Everything that an agenda prints. Empty fields are left out (AG-1).

    ``title`` is the kind's own unless given. ``start`` and ``end`` are the activity's dates, days of travel included;
    ``when`` stands for them while they are known in part only. ``zone`` and ``partner_zone`` are IANA names for online
    items (AG-11). ``emergency`` is the last card of the contacts (AG-6). ``logistics`` are label and text (AG-7).
    ``country`` is where the event is (code): Ukraine has its own lines for an emergency. ``theme`` stands below
    the title of the event.
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
    when: Text = Text()
    country: str = ""
    theme: Text = Text()
    words: OwnWords = field(default_factory=OwnWords)
    accent: Ink = ACCENT


@dataclass(frozen=True, slots=True)
class AgendaOptions:
    """Languages (``second`` empty for one), columns, layout of two languages (AG-12), ``days`` empty for all."""

    language: str = "en"
    second: str = ""
    columns: ColumnSet = ColumnSet.FULL
    layout: Layout = Layout.A
    days: tuple[date, ...] = ()
