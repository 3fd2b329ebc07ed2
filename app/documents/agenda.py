"""The agenda of a visit or event (AG-1 to AG-13, AR-1 to AR-4): data, options and ``build``."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from app.core.dates import days_inclusive
from app.core.i18n import N_
from app.core.vocabulary import ActivityKind, InterpretationMode, SessionKind
from app.documents.blocks import (
    Contact,
    Contacts,
    Fact,
    Facts,
    SectionHeading,
    TitleLine,
    Version,
    VersionBox,
    event_line,
    partnership_line,
)
from app.documents.layout import FIRST_TOP, Block, Frame, Lines, Space, write
from app.documents.logos import Logo, LogoRow
from app.documents.pen import About
from app.documents.speech import Speech, joined, speech
from app.documents.styles import CELL, LABEL, MM
from app.documents.texts import PersonName, Text, clean_line
from app.documents.wrapping import wrap_pair


class DayKind(StrEnum):
    """A day of the programme, or a day of travel that has no number (AG-3)."""

    PROGRAMME = "programme"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class ColumnSet(StrEnum):
    """``full``: time, activity, speaker, venue, notes; ``compact``: time, activity with speaker, venue (AG-4)."""

    FULL = "full"
    COMPACT = "compact"


class ChangeKind(StrEnum):
    """What happened to an item since the version issued before (AR-3)."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    CANCELLED = "cancelled"


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

    kind: ChangeKind
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


TITLES: dict[ActivityKind, str] = {
    ActivityKind.MENTORING_VISIT: N_("Programme of the mentoring visit"),
    ActivityKind.EXCHANGE_VISIT: N_("Programme of the exchange visit"),
    ActivityKind.TRAINING: N_("Programme of the training"),
    ActivityKind.WORKSHOP: N_("Programme of the workshop"),
    ActivityKind.WEBINAR_SERIES: N_("Programme of the webinar series"),
    ActivityKind.FORUM: N_("Programme of the forum"),
    ActivityKind.NETWORK_MEETING: N_("Programme of the network meeting"),
    ActivityKind.CLOSING_EVENT: N_("Programme of the closing event"),
}
_CHANGES_ANCHOR = "changes"


def build(paper: AgendaPaper, options: AgendaOptions = AgendaOptions()) -> bytes:
    """The agenda as PDF."""
    from app.documents import agenda_table

    said = speech(options.language, options.second)
    title = paper.title or said.say(TITLES.get(paper.kind, N_("Programme of the event")))
    blocks: list[Block] = [*_opening(paper, said, title)]
    blocks += agenda_table.day_blocks(paper, said, options.columns)
    blocks += _closing(paper, said)
    contacts = _contacts(paper, said)
    foot = contacts if contacts and contacts.height <= 52 * MM else None
    if contacts and not foot:
        blocks.append(contacts)
    if paper.changes:
        blocks += agenda_table.change_list(paper.changes, said, _CHANGES_ANCHOR)
    about = About(
        f"{title.first} {paper.partnership.first or paper.event_title.first}".strip(),
        paper.organiser,
        paper.event_title.first,
        options.language,
    )
    return write(about, _frame(paper, said, title), blocks, FIRST_TOP, foot)


def _frame(paper: AgendaPaper, said: Speech, title: Text) -> Frame:
    dates = said.forms.date_range(paper.start, paper.end or paper.start) if paper.start else ""
    short = paper.partnership.first or paper.event_title.first
    return Frame(
        running_left=f"{title.first} {clean_line(short)}".strip(),
        running_right=dates,
        foot_left=paper.code,
        foot_middle=paper.version.short(said) or dates,
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )


def _opening(paper: AgendaPaper, said: Speech, title: Text) -> list[Block]:
    logos = LogoRow(paper.logos)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(title, gap=4.2 * MM))
    blocks += partnership_line(paper.partnership)
    blocks += event_line(paper.event_title)
    facts = Facts(_facts(paper, said))
    if facts.rows:
        blocks.append(facts)
    for label, text in ((N_("Aim"), paper.aim), (N_("Expected results"), paper.results)):
        if text:
            named = said.say(label)
            short = Facts([Fact(named, text)], gap=1.2 * MM)
            blocks.append(short if len(text.first) < 60 else _wide(named, text))
    if paper.version.number or paper.version.draft or paper.version.issued:
        marked = any(item.change for day in paper.days for item in day.items)
        blocks.append(VersionBox(said, paper.version, marked, _CHANGES_ANCHOR if paper.changes else ""))
    for block in blocks:
        block.keep = 1
    return blocks


def _wide(label: Text, text: Text) -> Block:
    """A longer text over the whole width, its label above it."""
    return Lines([*wrap_pair(label, LABEL, 170 * MM), *wrap_pair(text, CELL, 170 * MM)], 1.6 * MM)


def _facts(paper: AgendaPaper, said: Speech) -> list[Fact]:
    return [
        _dates_fact(paper, said),
        Fact(said.say(N_("Place")), paper.places),
        Fact(said.say(N_("Languages")), said.spoken(paper.working_languages, paper.interpretation)),
        Fact(said.say(N_("Group")), _group(paper.group, said)),
        Fact(said.say(N_("Programme")), paper.programme),
        Fact(said.say(N_("Funded by")), paper.funder),
    ]


def _dates_fact(paper: AgendaPaper, said: Speech) -> Fact:
    """The dates of the programme; the days of travel are told apart and not counted (AG-3)."""
    label = said.say(N_("Dates"))
    if not paper.start:
        return Fact(label, Text())
    end = paper.end or paper.start
    days = paper.working_days or sum(day.kind is DayKind.PROGRAMME for day in paper.days)
    days = days or days_inclusive(paper.start, end)
    counted = said.say("({days})", days=said.count("{n} working day", "{n} working days", days))
    travel = []
    if paper.arrival:
        travel.append(said.say(N_("arrival {date}"), date=said.day_and_month(paper.arrival)))
    if paper.departure:
        travel.append(said.say(N_("departure {date}"), date=said.day_and_month(paper.departure)))
    value = joined([counted, joined(travel)], "; ")
    return Fact(label, value, said.date_range(paper.start, end))


def _group(group: Group, said: Speech) -> Text:
    if not group.total:
        return Text()
    split = said.by_sex(group.women, group.men, group.others)
    total = said.count("{n} person", "{n} persons", group.total)
    whole = said.say("{total} ({split})", total=total, split=split)
    return joined([whole, group.sender]) if group.sender else whole


def _contacts(paper: AgendaPaper, said: Speech) -> Contacts | None:
    cards = [*paper.contacts]
    if paper.emergency:
        emergency = paper.emergency
        cards.append(Contact(emergency.role or said.say(N_("Emergency")), emergency.name or "112", emergency.lines))
    return Contacts(said.say(N_("Contacts")), cards) if cards else None


def _closing(paper: AgendaPaper, said: Speech) -> list[Block]:
    """What else the guests must know (AG-7)."""
    facts = [Fact(label, text) for label, text in paper.logistics if text]
    if not facts:
        return []
    heading = SectionHeading(said.say(N_("Practical information")))
    return [heading, *(Facts(facts[n : n + 2], gap=1.2 * MM) for n in range(0, len(facts), 2)), Space(2 * MM)]


def partner_time(item: AgendaItem, day: date, paper: AgendaPaper, said: Speech) -> str:
    """The time of an online item in the partner's zone, computed for that date (AG-11); empty where it is the same."""
    from zoneinfo import ZoneInfo

    if not (paper.zone and paper.partner_zone and item.start and paper.zone != paper.partner_zone):
        return ""
    here, there = ZoneInfo(paper.zone), ZoneInfo(paper.partner_zone)

    def moved(moment: time) -> time:
        return datetime.combine(day, moment, here).astimezone(there).time()

    if moved(item.start) == item.start:
        return ""
    times = said.times(moved(item.start), moved(item.end) if item.end else None)
    return f"{times} {paper.partner_zone.rsplit('/', 1)[-1].replace('_', ' ')}"
