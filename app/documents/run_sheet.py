"""The run-sheet: what the team needs to run each day, with phones, preparations, numbers and diets. Internal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from app.core.i18n import N_
from app.core.vocabulary import SOFT_KINDS, AgendaChange, InterpretationMode, SessionKind, label
from app.documents.agenda_columns import ItemRow, LinkedRow, venue_lines
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaPaper
from app.documents.agenda_days import DayHeader, day_numbers
from app.documents.agenda_frame import about_of, frame_of
from app.documents.agenda_head import cards, named, theme_line
from app.documents.agenda_table import MARK_WORDS, keep_last
from app.documents.blocks import TitleLine, event_line, note_paragraph
from app.documents.contact_foot import with_contacts
from app.documents.internal_line import INTERNAL, InternalLine
from app.documents.layout import FIRST_TOP, LANDSCAPE, LEFT, PAD, Block, Lines, Page, at_foot, draw_pages, paginate
from app.documents.own_words import Slot
from app.documents.speech import Speech, joined, speech
from app.documents.styles import (
    CELL,
    CELL_STRONG,
    KIND,
    MM,
    NOTE,
    NOTE_GREY,
    REASON,
    ROW_FIRST,
    ROW_PLAIN,
    SECOND,
    SOFT,
)
from app.documents.tables import Cell, Grid, Head, Mark, Row, grid
from app.documents.texts import NBSP, Text
from app.documents.wrapping import wrap, wrap_pair

NOTE_SLOT = Slot("note", N_("Note at the end"), lines=4)
#: Where a programme may put its own words on a run-sheet.
SLOTS = (NOTE_SLOT,)
_WIDTH = LANDSCAPE.width


@dataclass(frozen=True, slots=True)
class Reachable:
    """Somebody with a phone: who is responsible, who interprets."""

    name: Text
    phone: str = ""


@dataclass(frozen=True, slots=True)
class RunItem:
    """One item with what the team must know. ``people`` and ``diets`` are told at meals only.

    ``guests`` and ``staff`` are those who are there on that day; ``diets`` are (diet, how many).
    """

    item: AgendaItem
    responsible: tuple[Reachable, ...] = ()
    interpreters: tuple[Reachable, ...] = ()
    mode: InterpretationMode = InterpretationMode.NONE
    minutes: int = 0
    prepare: Text = Text()
    venue: Text = Text()
    address: str = ""
    guests: int = 0
    staff: int = 0
    diets: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RunDay:
    """One day: its head as on the agenda, its items, who leads it, who comes and goes, special needs."""

    day: AgendaDay
    items: tuple[RunItem, ...]
    lead: Reachable | None = None
    arriving: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    guests: int = 0
    staff: int = 0


@dataclass(frozen=True, slots=True)
class RunSheetPaper:
    """The head is the agenda's; ``days`` are those to print, numbered as in the whole agenda."""

    agenda: AgendaPaper
    days: tuple[RunDay, ...]
    numbers: dict[date, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunSheetOptions:
    """Languages (``second`` empty for one)."""

    language: str = "en"
    second: str = ""


_PLAIN = RunSheetOptions()


def build(paper: RunSheetPaper, options: RunSheetOptions = _PLAIN) -> bytes:
    """The run-sheet as PDF: every day begins a page."""
    said = speech(options.language, options.second)
    agenda, title = paper.agenda, said.say(N_("Run-sheet"))
    dates = said.date_range(agenda.start, agenda.end or agenda.start) if agenda.start else agenda.when
    head: list[Block] = [InternalLine(said, _WIDTH), TitleLine(title, dates, gap=4 * MM, width=_WIDTH)]
    head += event_line(named(agenda), strong=True, width=_WIDTH)
    head += theme_line(agenda, said, _WIDTH)
    writer = _Writer(paper, said)
    days = [writer.day(day) for day in paper.days]
    days = days or [[*note_paragraph(said.say(N_("The agenda has no items yet.")), 4 * MM, CELL, _WIDTH)]]
    days[0] = [*head, *days[0]]
    pages = _paged(days, cards(agenda.contacts, agenda.emergency, said, _WIDTH), _note(agenda, said))
    frame = frame_of(agenda, title, said, said.say(INTERNAL).first)
    return draw_pages(about_of(agenda, title, said), [(frame, pages)])


def _paged(days: Sequence[Sequence[Block]], contacts: Sequence[Block], note: Sequence[Block]) -> list[Page]:
    """Every day on pages of its own; the contacts at the foot of page 1, else of day 1, or at the end."""
    pages = with_contacts(days[0] if len(days) > 1 else [*days[0], *note], contacts, LANDSCAPE)
    closing = note
    if pages is None:
        closing = [*contacts, *note]
        pages = paginate(days[0] if len(days) > 1 else [*days[0], *closing], FIRST_TOP, area=LANDSCAPE)
        if len(days) > 1 and len(contacts) == 1 and at_foot(pages[-1:], contacts[0]):
            closing = note
    for number, day in enumerate(days[1:], 2):
        blocks = [*day, *closing] if number == len(days) else day
        pages += paginate(blocks, LANDSCAPE.body_top, area=LANDSCAPE)
    return pages


def _note(agenda: AgendaPaper, said: Speech) -> list[Block]:
    return [*note_paragraph(agenda.words.say(NOTE_SLOT, said), 3 * MM, NOTE_GREY, _WIDTH)]


def _columns(said: Speech) -> Grid:
    return grid(
        (said.say(N_("Time")), 22),
        (said.say(N_("Item")), 63),
        (said.say(N_("Where")), 43),
        (said.say(N_("Responsible")), 46),
        (said.say(N_("Interpretation")), 38),
        (said.say(N_("To prepare")), 45),
    )


class _Writer:
    """Turns days and items into rows."""

    def __init__(self, paper: RunSheetPaper, said: Speech) -> None:
        self.paper, self.said, self.table = paper, said, _columns(said)
        self.numbers = paper.numbers or day_numbers(paper.agenda.days)

    def day(self, day: RunDay) -> list[Block]:
        """The head of a day, who comes and goes, its rows."""
        number, place = self.numbers.get(day.day.day, 0), day.day.place
        head = Head(self.table, gap=2 * MM)
        first = DayHeader(day.day, self.said, number, place, _WIDTH, self.paper.agenda.kind)
        told: list[Block] = [
            Lines(wrap_pair(text, NOTE, _WIDTH - 2 * PAD), 0.8 * MM, LEFT + PAD) for text in self._told(day)
        ]
        again = DayHeader(day.day, self.said, number, place, _WIDTH, continued=True)
        rows: list[Row] = []
        for item in day.items:
            row = self._row(item)
            row.lead = (again, head)
            rows.append(row)
        if day.items and day.items[-1].item.kind in SOFT_KINDS:
            keep_last(rows)
        blocks: list[Block] = [first, *first.rest, *told, *([head, *rows] if rows else [])]
        if not first.rest:
            for place_, block in enumerate(blocks[: len(told) + 2]):
                block.keep = len(told) + 3 - place_
        return blocks

    def _told(self, day: RunDay) -> list[Text]:
        said, parts = self.said, []
        if day.lead:
            parts.append(said.say(N_("Led by: {name}"), name=_reached(day.lead)))
        if day.guests or day.staff:
            parts.append(_numbers(day.guests, day.staff, said))
        lines = [joined(parts, " · ")] if parts else []
        for message, names in (
            (N_("Arriving: {names}"), day.arriving),
            (N_("Leaving: {names}"), day.leaving),
            (N_("Access needs: {names}"), day.needs),
        ):
            if names:
                lines.append(said.say(message, names=", ".join(names)))
        return lines

    def _row(self, one: RunItem) -> Row:
        item, table = one.item, self.table
        soft = item.kind in SOFT_KINDS
        gone = item.change is not None and item.change.kind is AgendaChange.CANCELLED
        style = ROW_PLAIN if soft else ROW_FIRST
        strong, cell_style = (style.struck(), CELL.struck()) if gone else (style, CELL)
        time = wrap(self.said.times(item.start, item.end), strong, table.inner(0))
        time += wrap_pair(self.said.say(label(item.kind)), KIND, table.inner(0), second=KIND)
        title = wrap_pair(item.title, strong, table.inner(1, 1 * MM), second=strong.scaled(SECOND))
        if item.change and item.change.reason:
            title += wrap(item.change.reason.joined(), REASON, table.inner(1, 1 * MM))
        where, code = venue_lines(one.venue, "" if gone else item.link, table.inner(2), cell_style)
        if one.address:
            address = wrap(one.address, NOTE.struck() if gone else NOTE, table.inner(2))
            at = len(wrap_pair(one.venue, cell_style, table.inner(2)))
            where[at:at] = address
        cells = [time, title, where, *([[], [], []] if gone else self._team(one))]
        mark = Mark(self.said.say(MARK_WORDS[item.change.kind])) if item.change else None
        band = SOFT if soft else None
        if code:
            return LinkedRow(table, cells, 2, code, band=band, mark=mark)
        return ItemRow(table, cells, band=band, mark=mark)

    def _team(self, one: RunItem) -> list[Cell]:
        """Who is responsible, who interprets and how, what must be ready."""
        return [
            self._people(one.responsible, self.table.inner(3)),
            self._interpretation(one, self.table.inner(4)),
            self._prepare(one, self.table.inner(5)),
        ]

    def _people(self, people: Sequence[Reachable], width: float) -> Cell:
        lines: Cell = []
        for one in people:
            lines += wrap_pair(one.name, CELL, width, 0.6 * MM if lines else 0.0)
            lines += wrap(one.phone, CELL_STRONG, width)
        return lines

    def _interpretation(self, one: RunItem, width: float) -> Cell:
        if one.mode is InterpretationMode.NONE and not one.interpreters:
            return []
        said = self.said
        lines = wrap_pair(said.say(label(one.mode)), NOTE, width) if one.mode is not InterpretationMode.NONE else []
        for note in interpretation_notes(one.mode, one.minutes, len(one.interpreters), said):
            lines += wrap_pair(note, KIND, width, second=KIND)
        return lines + self._people(one.interpreters, width)

    def _prepare(self, one: RunItem, width: float) -> Cell:
        lines = wrap_pair(one.prepare, NOTE, width)
        if one.item.kind is SessionKind.MEAL and (one.guests or one.staff):
            lines += wrap_pair(_numbers(one.guests, one.staff, self.said), NOTE, width)
            diets = ", ".join(f"{diet} ({count})" for diet, count in one.diets)
            if diets:
                lines += wrap_pair(self.said.say(N_("Diets: {diets}"), diets=diets), NOTE, width)
        return lines


def _numbers(guests: int, staff: int, said: Speech) -> Text:
    """Numbers after their words: no language needs a case for them."""
    parts = [said.say(N_("Guests: {n}"), n=guests)] if guests else []
    if staff:
        parts.append(said.say(N_("Hosts and staff: {n}"), n=staff))
    told = joined(parts, " · ")
    # A number never begins a line without its word.
    return Text(told.first.replace(": ", f":{NBSP}"), told.second.replace(": ", f":{NBSP}"))


def _reached(one: Reachable) -> Text:
    return joined([one.name, Text(one.phone)], ", ") if one.phone else one.name


def interpretation_notes(mode: InterpretationMode, minutes: int, interpreters: int, said: Speech) -> list[Text]:
    """What interpretation does to an item: half the time is the speaker's (AG-14); when two take turns (AG-15)."""
    notes = []
    if mode is InterpretationMode.CONSECUTIVE and minutes:
        notes.append(said.say(N_("net speaking time {n} min"), n=minutes // 2))
    turns = mode is InterpretationMode.SIMULTANEOUS or minutes > LONGEST_ALONE
    if mode is not InterpretationMode.NONE and interpreters < 2 and turns:
        notes.append(said.say(N_("two interpreters")))
    return notes


#: Minutes that one interpreter works without being relieved (AG-15).
LONGEST_ALONE = 120
