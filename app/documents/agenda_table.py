"""The days and items of an agenda as rows (AG-3 to AG-5, AG-9, AG-11, AG-12, AR-3)."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from app.core.i18n import N_
from app.core.vocabulary import SOFT_KINDS, AgendaChange, SessionKind, label
from app.documents.agenda_columns import Columns, ItemRow, LinkedRow, columns_of, venue_lines
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaOptions, AgendaPaper, Speaker
from app.documents.agenda_days import DayHeader, day_numbers, placed
from app.documents.agenda_online import times_in, zone_name
from app.documents.layout import TEXT_WIDTH, Block
from app.documents.speech import Speech, joined, joined_where_told
from app.documents.styles import (
    ACCENT,
    CELL,
    CELL_STRONG,
    GREY,
    KIND,
    MM,
    NOTE,
    REASON,
    ROW_FIRST,
    ROW_PLAIN,
    SECOND,
    SOFT,
    Style,
)
from app.documents.tables import Cell, Head, Mark, Row
from app.documents.texts import Text
from app.documents.wrapping import wrap, wrap_pair

MARK_WORDS: dict[AgendaChange, str] = {
    AgendaChange.NEW: N_("NEW"),
    AgendaChange.CHANGED: N_("CHANGED"),
    AgendaChange.MOVED: N_("MOVED"),
    AgendaChange.CANCELLED: N_("CANCELLED"),
}
_DESCRIPTION_GAP = 0.45 * MM
#: More speakers than these stand in one paragraph, so that an item with a whole panel still fits a page.
_MANY = 6
#: An item up to this height goes to the next page with the last one, so that no day goes on with a meal alone.
_LOW = 26 * MM
_DUTY = CELL_STRONG._replace(ink=ACCENT)
#: Which language of a text stands in a cell: both below each other, or one of them.
Side = Callable[[Text], Text]


def day_blocks(
    paper: AgendaPaper, said: Speech, options: AgendaOptions, width: float = TEXT_WIDTH, only: Collection[date] = ()
) -> list[Block]:
    """The table: head, then every day with its items; heads and "(continued)" repeat on new pages (AG-8).

    ``only`` some days; they keep the numbers that they have in the whole agenda.
    """
    days = [day for day in paper.days if not only or day.day in only]
    items = [item for day in days for item in day.items]
    notes = any(item.notes for item in items)
    writer = AgendaWriter(paper, said, columns_of(said, options, notes, width, items))
    blocks: list[Block] = []
    head = Head(writer.table, gap=3 * MM)
    for number, day in enumerate(days):
        first, rows = writer.day(day, head)
        for block in first.rest:
            block.lead = (head,)
        if not number:
            blocks.append(head)
            head.keep = 3
            first.lead = ()
        blocks += [first, *first.rest, *rows]
    return blocks


def _both(text: Text) -> Text:
    return text


def _left(text: Text) -> Text:
    return Text(text.first)


def _right(text: Text) -> Text:
    return Text(text.second) if text.second != text.first else Text()


class AgendaWriter:
    """Turns days and items into rows of one table."""

    def __init__(self, paper: AgendaPaper, said: Speech, columns: Columns) -> None:
        self.paper, self.said, self.columns, self.table = paper, said, columns, columns.table
        self.numbers = day_numbers(paper.days)
        # The same kinds, people and venues stand in many items: their lines are broken once.
        self._kinds: dict[SessionKind, Cell] = {}
        self._cells: dict[tuple[object, bool], Cell] = {}
        self._speakers: dict[tuple[Speaker, ...], Text] = {}

    def day(self, day: AgendaDay, head: Head) -> tuple[DayHeader, list[Row]]:
        """The header of a day and the rows of its items."""
        common = common_venue(day)
        place = placed(day.place, common)
        number, width = self.numbers.get(day.day, 0), self.table.right - self.table.left
        first = DayHeader(day, self.said, number, place, width, self.paper.kind)
        first.lead = (head,)
        rows = [self.row(item, day, common) for item in day.items]
        if rows:
            again = DayHeader(day, self.said, number, place, width, continued=True)
            for row in rows:
                row.lead = (head, again)
        first.keep = min(2, len(rows))
        if day.items and day.items[-1].kind in SOFT_KINDS:
            keep_last(rows)
        return first, rows

    def row(self, item: AgendaItem, day: AgendaDay, common: Text) -> Row:
        """One item."""
        soft = item.kind in SOFT_KINDS
        first = ROW_PLAIN if soft else ROW_FIRST
        gone = item.change is not None and item.change.kind is AgendaChange.CANCELLED
        columns = self.columns
        cells: list[Cell] = [[] for _ in self.table.columns]
        cells[0] = self._time(item, day, first, gone)
        sides = ((columns.activity, _both),) if columns.second is None else ()
        for number, side in sides or ((columns.activity, _left), (columns.second or 0, _right)):
            cells[number] = self._activity(item, number, first, gone, side)
        if columns.speaker is not None:
            cells[columns.speaker] = self._speaker_cell(item.speakers, columns.speaker, gone)
        venue = Text() if item.venue == common else item.venue
        cells[columns.venue], code = self._venue_cell(venue, "" if gone else item.link, gone)
        if columns.notes is not None:
            cells[columns.notes] = wrap_pair(item.notes, NOTE, self.table.inner(columns.notes))
        mark = Mark(self.said.say(MARK_WORDS[item.change.kind])) if item.change else None
        band = SOFT if soft else None
        if code:
            return LinkedRow(self.table, cells, columns.venue, code, band=band, mark=mark)
        return ItemRow(self.table, cells, band=band, mark=mark)

    def _time(self, item: AgendaItem, day: AgendaDay, style: Style, gone: bool) -> Cell:
        width = self.table.inner(0)
        later = item.end_day is not None and item.end_day != day.day
        lines = wrap(self.said.times(item.start, None if later else item.end), _struck(style, gone), width)
        if later and item.end_day and item.end:
            until = self.said.forms
            lines += wrap(f"– {until.day_and_month(item.end_day)}, {until.clock(item.end)}", KIND, width)
        if item.change and item.change.was and not gone:
            was = item.change.was
            if (was.day, was.start, was.end) != (day.day, item.start, item.end):
                lines += wrap(self._old_time(item, day), KIND.struck(0.5), width)
        if item.kind is SessionKind.ONLINE and not gone:
            lines += self._zones(item, day.day, width)
        kind = self._kinds.get(item.kind)
        if kind is None:
            kind = self._kinds[item.kind] = wrap_pair(self.said.say(label(item.kind)), KIND, width, second=KIND)
        return lines + kind

    def _speaker_cell(self, speakers: tuple[Speaker, ...], column: int, gone: bool) -> Cell:
        if not speakers:
            return []
        cell = self._cells.get((speakers, gone))
        if cell is None:
            text = self._speaker_text(speakers)
            cell = self._cells[speakers, gone] = wrap_pair(text, _struck(CELL, gone), self.table.inner(column))
        return cell

    def _venue_cell(self, venue: Text, link: str, gone: bool) -> tuple[Cell, tuple[int, str] | None]:
        inner = self.table.inner(self.columns.venue)
        if link:
            return venue_lines(venue, link, inner, CELL)
        cell = self._cells.get((venue, gone))
        if cell is None:
            cell = self._cells[venue, gone] = wrap_pair(venue, _struck(CELL, gone), inner)
        return cell, None

    def _old_time(self, item: AgendaItem, day: AgendaDay) -> str:
        was = item.change.was if item.change else None
        if was is None:
            return ""
        old = self.said.times(was.start, was.end if was.day == day.day else None)
        if was.day == day.day:
            return old
        number = self.numbers.get(was.day)
        named = self.said.say(N_("Day {n}"), n=number).first if number else self.said.forms.day_and_month(was.day)
        return ", ".join(part for part in (named, old) if part)

    def _zones(self, item: AgendaItem, day: date, width: float) -> Cell:
        """The zone of the time above, and the same time in the partner's zone (AG-11)."""
        zone, other = self.paper.zone, self.paper.partner_zone
        if not (zone and other and item.start and zone != other):
            return []
        there = times_in(day, item.start, item.end, (zone, other), self.said)
        here, far = zone_name(zone, self.said), zone_name(other, self.said)
        far = Text(f"{there} {far.first}", far.second if far.second != far.first else "")
        return wrap_pair(here, KIND, width, second=KIND) + wrap_pair(far, KIND, width, second=KIND)

    def _activity(self, item: AgendaItem, number: int, style: Style, gone: bool, side: Side) -> Cell:
        width = self.table.inner(number, 1 * MM)
        lines = wrap_pair(side(item.title), _struck(style, gone), width, second=_struck(style.scaled(SECOND), gone))
        gap = _DESCRIPTION_GAP if self.said.bilingual else 0.0
        if item.duty:
            lines += wrap(side(item.duty).joined(), _DUTY, width)
        if not gone:
            lines += wrap_pair(side(item.description), CELL, width, gap)
        if item.change and item.change.reason:
            lines += wrap(side(item.change.reason).joined(), REASON, width)
        if self.columns.speaker is None:
            speakers = side(self._speaker_text(item.speakers))
            lines += wrap_pair(speakers, _struck(CELL._replace(ink=GREY), gone), width, gap)
        if item.notes and self.columns.notes is None and not gone:
            lines += wrap(side(item.notes).joined(), KIND, width, gap)
        return lines

    def _speaker_text(self, speakers: tuple[Speaker, ...]) -> Text:
        found = self._speakers.get(speakers)
        if found is None:
            found = self._speakers[speakers] = speakers_text(speakers, self.said, brief=self.columns.second is not None)
        return found


def keep_last(rows: Sequence[Block]) -> None:
    """The last row of a day or group keeps with the one before, as far as both are low: else it may stand alone."""
    if len(rows) > 3 and rows[-2].height <= _LOW and rows[-1].height <= 2 * _LOW:
        rows[-2].keep = max(rows[-2].keep, 1)


def speaker_text(speaker: Speaker, said: Speech) -> Text:
    """``Ms/Mr Given Surname, position, institution`` (AG-9); the second language says what it has words for (AG-12)."""
    parts = [said.addressed(speaker.name)] if speaker.name else []
    told = joined([*parts, *(text for text in (speaker.position, speaker.institution) if text)])
    if speaker.name is None or not said.bilingual or not speaker.position or speaker.position.second:
        return told
    # A post that has only one language would stand in the midst of the other.
    spelt = {speaker.name.shown(language) for language in said.languages}
    if len(spelt) == 1 and not speaker.institution.second:
        return Text(told.first)
    return Text(told.first, joined_where_told([*parts, speaker.institution]).second)


def speakers_text(speakers: tuple[Speaker, ...], said: Speech, brief: bool = False) -> Text:
    """All who speak or host: names alone in one line, people with their posts each on lines of their own (AG-9).

    An institution that all share stands once; very many speakers do without theirs, and on a lying page (``brief``)
    without their posts.
    """
    if brief and len(speakers) > _MANY:
        speakers = tuple(replace(one, position=Text(), institution=Text()) if one.name else one for one in speakers)
    shared = {one.institution for one in speakers}
    if len(speakers) < 2 or not any(one.position or one.institution for one in speakers):
        return joined([speaker_text(one, said) for one in speakers], "; ")
    if len(speakers) > _MANY or len(shared) == 1:
        short = [speaker_text(replace(one, institution=Text()), said) for one in speakers]
        last = [*shared] if len(shared) == 1 and any(shared) else []
        mark = "; " if len(speakers) > _MANY else "\n"
        return joined_where_told([*(text for text in short if text), *last], mark)
    return joined_where_told([speaker_text(one, said) for one in speakers], "\n")


def common_venue(day: AgendaDay) -> Text:
    """The venue that moves to the day header (AG-4): that of at least half of the items that name one, and of two.

    A day with one item that names a venue keeps it in the row.
    """
    venues = Counter(item.venue for item in day.items if item.venue)
    if not venues:
        return Text()
    venue, count = venues.most_common(1)[0]
    return venue if count >= 2 and count * 2 >= sum(venues.values()) else Text()


def _struck(style: Style, gone: bool) -> Style:
    return style.struck() if gone else style
