"""The interpreter pack: agenda, what is interpreted and how, names in both scripts, glossary (AG-14 to AG-17)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from app.core.i18n import N_
from app.core.vocabulary import InterpretationMode, label
from app.documents.agenda_data import AgendaOptions, AgendaPaper, ColumnSet
from app.documents.agenda_frame import about_of, frame_of
from app.documents.agenda_head import contact_blocks, head_facts, theme_line
from app.documents.agenda_table import day_blocks, keep_last
from app.documents.blocks import Fact, SectionHeading, TitleLine, event_line, note_paragraph, partnership_line
from app.documents.layout import FIRST_TOP, Block, draw_pages, paginate
from app.documents.logos import LogoRow
from app.documents.own_words import OwnWords, Slot
from app.documents.run_sheet import Reachable, interpretation_notes
from app.documents.speech import LANGUAGE_WORDS, Speech, joined, speech
from app.documents.styles import CELL, KIND, MM, NOTE, NOTE_GREY, ROW_FIRST, ROW_PLAIN
from app.documents.tables import Cell, Grid, GroupBand, Head, Row, grid
from app.documents.texts import PersonName, Text
from app.documents.wrapping import wrap, wrap_pair, wrap_runs

ADVICE_SLOT = Slot(
    "advice",
    N_("Advice to speakers"),
    N_("Speakers pause every few sentences and do not speak for more than five minutes without interpretation."),
    lines=3,
)
#: Where a programme may put its own words in an interpreter pack.
SLOTS = (ADVICE_SLOT,)
#: Rows of names and terms stand closer than those of an agenda: they are looked up, not read.
_TIGHT = (0.8 * MM, 1.1 * MM)


@dataclass(frozen=True, slots=True)
class Interpreted:
    """An item that is interpreted: when, how, by whom, how long."""

    day: date
    title: Text
    mode: InterpretationMode
    start: time | None = None
    end: time | None = None
    minutes: int = 0
    speakers: Text = Text()
    interpreters: tuple[Reachable, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody whose name will be said: both spellings, position and organisation in both languages."""

    name: PersonName
    position: Text = Text()
    organisation: Text = Text()
    role: Text = Text()


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """Guests, or hosts and speakers, in alphabetical order."""

    title: Text
    people: tuple[NamedPerson, ...]


@dataclass(frozen=True, slots=True)
class InterpreterPaper:
    """``terms`` are pairs in both languages: those that occur in the agenda, then the whole glossary."""

    agenda: AgendaPaper
    interpreted: tuple[Interpreted, ...] = ()
    groups: tuple[NamedGroup, ...] = ()
    occurring: tuple[Text, ...] = ()
    terms: tuple[Text, ...] = ()
    languages: Text = Text()


@dataclass(frozen=True, slots=True)
class InterpreterOptions:
    """The two languages between which is interpreted."""

    language: str = "en"
    second: str = "uk"


_PLAIN = InterpreterOptions()


def build(paper: InterpreterPaper, options: InterpreterOptions = _PLAIN) -> bytes:
    """The pack as PDF."""
    said = speech(options.language, options.second)
    agenda, title = paper.agenda, said.say(N_("Interpreter pack"))
    blocks = [*_head(paper, said, title), *_interpreted(paper.interpreted, said, agenda.words)]
    if agenda.days:
        blocks.append(SectionHeading(said.say(N_("Agenda"))))
        blocks += day_blocks(agenda, said, AgendaOptions(options.language, options.second, ColumnSet.COMPACT))
    blocks += _names(paper.groups, said)
    blocks += _glossary(paper, said)
    pages = paginate(blocks, FIRST_TOP)
    return draw_pages(about_of(agenda, title, said), [(frame_of(agenda, title, said), pages)])


def _head(paper: InterpreterPaper, said: Speech, title: Text) -> list[Block]:
    agenda = paper.agenda
    logos = LogoRow(agenda.logos)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(title, gap=4.2 * MM))
    blocks += partnership_line(agenda.partnership)
    blocks += event_line(agenda.event_title)
    blocks += theme_line(agenda, said)
    dates = said.date_range(agenda.start, agenda.end or agenda.start) if agenda.start else agenda.when
    facts = [
        Fact(said.say(N_("Dates")), Text(), dates),
        Fact(said.say(N_("Place")), agenda.places),
        Fact(said.say(N_("Languages")), paper.languages),
        Fact(said.say(N_("Agenda")), agenda.version.line(said)),
    ]
    return [*blocks, *head_facts(facts), *contact_blocks(agenda, said)]


def _interpreted(items: Sequence[Interpreted], said: Speech, words: OwnWords) -> list[Block]:
    """What is interpreted, how, and how much of the time is the speaker's (AG-14 to AG-16)."""
    if not items:
        return []
    table = grid(
        (said.say(N_("Time")), 30),
        (said.say(N_("Item")), 74),
        (said.say(N_("Interpretation")), 34),
        (said.say(N_("Interpreter")), 32),
    )
    head, rows = Head(table), []
    for one in items:
        when = wrap(said.forms.date_short(one.day), ROW_PLAIN, table.inner(0))
        when += wrap(said.times(one.start, one.end), ROW_PLAIN, table.inner(0))
        what = wrap_pair(one.title, ROW_FIRST, table.inner(1)) + wrap_pair(one.speakers, NOTE, table.inner(1))
        how = wrap_pair(said.say(label(one.mode)), CELL, table.inner(2))
        for note in interpretation_notes(one.mode, one.minutes, len(one.interpreters), said):
            how += wrap_pair(note, KIND, table.inner(2), second=KIND)
        who: Cell = []
        for reached in one.interpreters:
            who += wrap_pair(reached.name, CELL, table.inner(3)) + wrap(reached.phone, NOTE, table.inner(3))
        row = Row(table, [when, what, how, who])
        row.lead = (head,)
        rows.append(row)
    keep_last(rows)
    head.keep = min(2, len(rows))
    advice = note_paragraph(words.say(ADVICE_SLOT, said), 2 * MM, NOTE_GREY)
    return [SectionHeading(said.say(N_("Interpretation"))), head, *rows, *advice]


def _names(groups: Sequence[NamedGroup], said: Speech) -> list[Block]:
    """Names in both scripts with position and organisation (AG-13, AG-17)."""
    if not any(group.people for group in groups):
        return []
    first, second = said.languages
    name, work = said.say(N_("Full name")), said.say(N_("Position and organisation"))
    table = grid((Text(name.first), 42), (Text(name.second or name.first), 42), (work, 86))
    head = Head(table)
    rows: list[Block] = []
    for group in groups:
        if not group.people:
            continue
        rows.append(_band(table, group.title, head, len(group.people)))
        again = _band(table, joined([group.title, said.say(N_("(continued)"))], " "), head, 0)
        for person in group.people:
            post = joined([text for text in (person.position, person.organisation) if text])
            told = wrap_pair(post, CELL, table.inner(2)) + wrap(person.role.joined(), KIND, table.inner(2))
            names = [_name(person.name, first, table.inner(0)), _name(person.name, second, table.inner(1))]
            row = Row(table, [*names, told], padding=(1.1 * MM, 1.5 * MM))
            row.lead = (head, again)
            rows.append(row)
        keep_last(rows)
    head.keep = 3
    return [SectionHeading(said.say(N_("Names in both scripts"))), head, *rows]


def _band(table: Grid, title: Text, head: Head, rows: int) -> GroupBand:
    """A heading inside a table; once where both languages say the same."""
    band = GroupBand(table, Text(title.first, title.second if title.second != title.first else ""))
    band.lead, band.keep = (head,), min(2, rows)
    return band


def _name(name: PersonName, language: str, width: float) -> Cell:
    """As it is said in a language: family name heavier, patronymic where the language has it."""
    family, given = name.sorted_form(language or "en")
    if not family or not given:
        return wrap(family or given, ROW_FIRST, width)
    return wrap_runs([(given, ROW_PLAIN), (f" {family}", ROW_FIRST)], width)


def _glossary(paper: InterpreterPaper, said: Speech) -> list[Block]:
    """Terms side by side; the third column is for writing by hand."""
    if not paper.terms and not paper.occurring:
        return []
    first, second = said.languages
    names = [said.say(LANGUAGE_WORDS[code]) for code in (first, second) if code]
    while len(names) < 2:
        names.append(Text())
    table = grid((names[0], 64), (names[1], 64), (said.say(N_("Notes")), 42))
    head = Head(table)
    rows: list[Block] = []
    for title, terms in ((N_("In this agenda"), paper.occurring), (N_("All terms"), paper.terms)):
        if not terms:
            continue
        rows.append(_band(table, said.say(title), head, len(terms)))
        again = _band(table, joined([said.say(title), said.say(N_("(continued)"))], " "), head, 0)
        for term in terms:
            cells: list[Cell] = [
                wrap(term.first, ROW_PLAIN, table.inner(0)),
                wrap(term.second, ROW_PLAIN, table.inner(1)),
                [],
            ]
            row = Row(table, cells, padding=_TIGHT)
            row.lead = (head, again)
            rows.append(row)
    head.keep = 3
    return [SectionHeading(said.say(N_("Glossary"))), head, *rows]
