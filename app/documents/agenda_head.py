"""What stands around the days of an agenda: head, aim, contacts, practical information (AG-1, AG-2, AG-6, AG-7)."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.dates import days_inclusive, is_weekend
from app.core.i18n import N_
from app.core.text import fold
from app.core.vocabulary import ActivityKind
from app.documents.agenda_data import AgendaPaper, DayKind, Group
from app.documents.blocks import (
    Contact,
    Contacts,
    Fact,
    Facts,
    SectionHeading,
    TitleLine,
    event_line,
    note_paragraph,
    partnership_line,
    sub_line,
)
from app.documents.layout import LEFT, TEXT_WIDTH, Block, Space, flowing
from app.documents.logos import LogoRow
from app.documents.own_words import Slot, theme_unsaid
from app.documents.speech import Speech, joined, joined_where_told, labelled
from app.documents.styles import CELL, EVENT_SECOND, EVENT_STRONG, LABEL, MM, NOTE_GREY
from app.documents.texts import Text
from app.documents.version_box import VersionBox
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
_PLACES = {
    "event": N_("title of the event"),
    "theme": N_("theme of the event"),
    "partnership": "Domžale – Zavodske",
    "place": "Domžale",
    "organiser": N_("name of the organiser"),
}
TITLE_SLOT = Slot("title", N_("Title"), "", _PLACES)
NOTE_SLOT = Slot("note", N_("Note at the end"), "", _PLACES, lines=4)
AIR_RAID_SLOT = Slot(
    "air_raid",
    N_("At an air-raid alert (events in Ukraine)"),
    N_("At an air-raid alert go to the nearest shelter at once and stay there until the all-clear."),
    lines=3,
)
#: Where a programme may put its own words on an agenda.
SLOTS = (TITLE_SLOT, NOTE_SLOT, AIR_RAID_SLOT)
CHANGES_ANCHOR = "changes"
#: Letters up to which a text stands in half the width, and beyond which it flows like a paragraph.
_HALF, _FLOWING = 150, 900
#: Letters of a title; of what a card of contacts holds; cards in one block.
_TITLE, _CARD, _CARDS = 400, 500, 10


def title_of(paper: AgendaPaper, said: Speech) -> Text:
    """The programme's own title, else the paper's, else that of the kind of event."""
    own = paper.words.say(TITLE_SLOT, said, **_values(paper))
    return own or paper.title or said.say(TITLES.get(paper.kind, N_("Programme of the event")))


def _values(paper: AgendaPaper) -> dict[str, str | Text]:
    return {
        "event": paper.event_title,
        "theme": paper.theme,
        "partnership": paper.partnership,
        "place": paper.places,
        "organiser": paper.organiser,
    }


def _named_by_partnership(paper: AgendaPaper) -> bool:
    """Whether the title of the event only says again which towns meet: it stands in the line above."""
    pairs = zip(paper.event_title, paper.partnership, strict=True)
    return all(not title or fold(title) == fold(line) for title, line in pairs)


def opening(
    paper: AgendaPaper, said: Speech, title: Text, width: float = TEXT_WIDTH, excerpt: Text = Text()
) -> list[Block]:
    """Everything above the table, in the order of AG-1 and AG-2; ``excerpt`` names the days when not all are told."""
    logos = LogoRow(paper.logos, right=LEFT + width)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks += title_blocks(title, width)
    blocks += partnership_line(paper.partnership, width=width)
    if not _named_by_partnership(paper):
        blocks += event_line(paper.event_title, width=width)
    blocks += theme_line(replace(paper, theme=theme_unsaid(paper.theme, said, (paper.words, TITLE_SLOT))), said, width)
    blocks += head_facts([*_facts(paper, said), Fact(said.say(N_("Excerpt")), excerpt)], width)
    told = [Fact(said.say(N_("Aim")), paper.aim), Fact(said.say(N_("Expected results")), paper.results)]
    blocks += fact_blocks(told, width, half=0)
    if paper.version.number or paper.version.draft or paper.version.issued:
        marked = any(item.change for day in paper.days for item in day.items)
        anchor = CHANGES_ANCHOR if paper.changes else ""
        blocks.append(VersionBox(said, paper.version, marked, anchor, width=width))
    return blocks


def theme_line(paper: AgendaPaper, said: Speech, width: float = TEXT_WIDTH) -> list[Block]:
    """The theme on a line of its own below the title of the event (CE-4)."""
    return sub_line(labelled(said, N_("Theme: {name}"), paper.theme), width=width)


def named(paper: AgendaPaper) -> Text:
    """Partnership and title of the event on one line; the title alone where it names the partnership."""
    both = (paper.partnership, paper.event_title)
    told = fold(paper.partnership.first) in fold(paper.event_title.first)
    return paper.event_title if told else joined([text for text in both if text], " – ")


def title_blocks(title: Text, width: float = TEXT_WIDTH, gap: float = 4.2 * MM) -> list[Block]:
    """The title of a paper; one that is no title any more flows over the pages."""
    if max(map(len, title)) <= _TITLE:
        return [TitleLine(title, gap=gap, width=width)]
    return flowing(wrap_pair(title, EVENT_STRONG, width, second=EVENT_SECOND), gap, width=width)


def head_facts(facts: Sequence[Fact], width: float = TEXT_WIDTH) -> list[Block]:
    """The facts of a head side by side in their order; very long ones follow as paragraphs."""
    long = [fact for fact in facts if max(map(len, fact.value)) > _FLOWING]
    block = Facts([fact for fact in facts if fact not in long], width=width)
    return [*([block] if block.rows else []), *fact_blocks(long, width)]


def fact_blocks(facts: Sequence[Fact], width: float = TEXT_WIDTH, half: int = _HALF) -> list[Block]:
    """Facts of any length: short ones side by side, longer ones over the whole width, very long ones as paragraphs."""
    blocks: list[Block] = []
    short: list[Fact] = []
    for fact in facts:
        size = max(len(fact.value.first), len(fact.value.second)) + 40 * fact.value.first.count("\n")
        if not size:
            continue
        if size <= half:
            short.append(fact)
        elif size <= _FLOWING:
            blocks.append(Facts([fact], gap=1.2 * MM, width=width, columns=1))
        else:
            lines = [*wrap_pair(fact.label, LABEL, width), *wrap_pair(fact.value, CELL, width)]
            blocks += flowing(lines, 1.6 * MM, width=width)
    rows: list[Block] = [Facts(short[n : n + 2], gap=1.2 * MM, width=width) for n in range(0, len(short), 2)]
    return [*rows, *blocks]


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
    """The dates of the activity, days of travel included; these are told apart and not counted (AG-1, AG-3)."""
    label = said.say(N_("Dates"))
    if not paper.start:
        return Fact(label, Text(), paper.when)
    end = paper.end or paper.start
    held = [day.day for day in paper.days if day.kind is DayKind.PROGRAMME]
    count = paper.working_days or len(held)
    if count:
        days = said.programme_days(count, weekend=any(is_weekend(day) for day in held))
    else:
        # Nobody has said yet which of them are days of programme.
        days = said.count("{n} day", "{n} days", days_inclusive(paper.start, end))
    counted = said.say("({days})", days=days)
    travel = []
    if paper.arrival:
        travel.append(said.say(N_("arrival {date}"), date=said.day_and_month(paper.arrival)))
    if paper.departure:
        travel.append(said.say(N_("departure {date}"), date=said.day_and_month(paper.departure)))
    value = joined([counted, joined(travel)], "; ")
    return Fact(label, value, said.date_range(paper.start, end))


def _group(group: Group, said: Speech) -> Text:
    if not group.total:
        if not group.expected:
            return Text()
        return said.count("{n} person expected", "{n} persons expected", group.expected)
    split = said.by_sex(group.women, group.men, group.others)
    total = said.count("{n} person", "{n} persons", group.total)
    whole = said.say("{total} ({split})", total=total, split=split)
    whole = joined_where_told([whole, group.sender])
    # One role for all says nothing beside the number; several do (AG-2). Number after the word: no case is needed.
    roles = (
        joined([joined([word, Text(str(n))], "\u00a0") for word, n in group.roles]) if len(group.roles) > 1 else Text()
    )
    return joined([whole, roles], "; ") if roles else whole


def contact_blocks(paper: AgendaPaper, said: Speech, width: float = TEXT_WIDTH) -> list[Block]:
    """The contacts, the emergency card last (AG-6)."""
    return cards(paper.contacts, paper.emergency, said, width)


def cards(
    contacts: Sequence[Contact], emergency: Contact | None, said: Speech, width: float = TEXT_WIDTH
) -> list[Block]:
    """Cards of contacts under their heading; very many go on in further blocks."""
    found = list(contacts)
    if emergency:
        role = emergency.role or said.say(N_("Emergency"))
        found.append(Contact(role, emergency.name or "112", emergency.lines))
    title = said.say(N_("Contacts"))
    if any(len("".join((one.role.joined(), one.name, *one.lines))) > _CARD for one in found):
        facts = [Fact(one.role or Text(" "), Text("\n".join((one.name, *one.lines)))) for one in found]
        return [SectionHeading(title), *fact_blocks(facts, width)]
    return [Contacts(title, found[n : n + _CARDS], width=width) for n in range(0, len(found), _CARDS)]


def practical(paper: AgendaPaper, said: Speech, width: float = TEXT_WIDTH) -> list[Block]:
    """What else the guests must know (AG-7), and what to do in an emergency (AG-6)."""
    facts = [Fact(label, text) for label, text in paper.logistics if text]
    if paper.country == "UA":
        facts.append(Fact(said.say(N_("Air-raid alert")), paper.words.say(AIR_RAID_SLOT, said)))
    blocks = fact_blocks(facts, width)
    return [SectionHeading(said.say(N_("Practical information"))), *blocks, Space(2 * MM)] if blocks else []


def foot_note(paper: AgendaPaper, said: Speech, width: float = TEXT_WIDTH) -> list[Block]:
    """The programme's own note at the end."""
    text = paper.words.say(NOTE_SLOT, said, **_values(paper))
    return note_paragraph(text, 3 * MM, NOTE_GREY, width)
