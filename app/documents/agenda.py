"""The agenda of a visit or event (AG-1 to AG-13, AR-1 to AR-4): data, options and ``build``."""

from app.core.dates import days_inclusive
from app.core.i18n import N_
from app.core.vocabulary import ActivityKind
from app.documents import agenda_table
from app.documents.agenda_data import AgendaOptions, AgendaPaper, DayKind, Group
from app.documents.blocks import (
    Contact,
    Contacts,
    Fact,
    Facts,
    SectionHeading,
    TitleLine,
    VersionBox,
    event_line,
    partnership_line,
)
from app.documents.layout import FIRST_TOP, Block, Frame, Lines, Space, write
from app.documents.logos import LogoRow
from app.documents.pen import About
from app.documents.speech import Speech, joined, speech
from app.documents.styles import CELL, LABEL, MM
from app.documents.texts import Text, clean_line
from app.documents.wrapping import wrap_pair

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


_PLAIN = AgendaOptions()


def build(paper: AgendaPaper, options: AgendaOptions = _PLAIN) -> bytes:
    """The agenda as PDF."""
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
