"""The days and items of an agenda as rows, and the list of changes (AG-3 to AG-5, AG-12, AR-3, AR-4)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from app.core.i18n import N_
from app.core.vocabulary import SOFT_KINDS, AgendaChange, SessionKind, label
from app.documents.agenda_data import (
    AgendaDay,
    AgendaItem,
    AgendaPaper,
    ColumnSet,
    DayKind,
    ListedChange,
    Speaker,
)
from app.documents.blocks import SectionHeading
from app.documents.layout import LEFT, PAD, RIGHT, Block, Sheet
from app.documents.pen import Pen, baseline
from app.documents.speech import Speech, joined
from app.documents.styles import (
    ACCENT,
    CELL,
    CELL_STRONG,
    DAY_DATE,
    DAY_NUMBER,
    DAY_PLACE,
    DAY_RULE,
    DAY_SUBLINE,
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
from app.documents.tables import Cell, Grid, Head, Mark, Row, grid, table_blocks
from app.documents.texts import Text, clean_line
from app.documents.wrapping import Line, height_of, wrap, wrap_pair

MARK_WORDS: dict[AgendaChange, str] = {
    AgendaChange.NEW: N_("NEW"),
    AgendaChange.CHANGED: N_("CHANGED"),
    AgendaChange.MOVED: N_("MOVED"),
    AgendaChange.CANCELLED: N_("CANCELLED"),
}
_DESCRIPTION_GAP = 0.45 * MM


def day_blocks(paper: AgendaPaper, said: Speech, columns: ColumnSet) -> list[Block]:
    """The table: head, then every day with its items; heads and "(continued)" repeat on new pages (AG-8)."""
    numbers = _day_numbers(paper.days)
    notes = any(item.notes for day in paper.days for item in day.items)
    writer = _Writer(paper, said, _columns(said, columns, notes), columns, numbers)
    blocks: list[Block] = []
    head = Head(writer.table, gap=3 * MM)
    for number, day in enumerate(paper.days):
        first, rows = writer.day(day, head)
        if not number:
            blocks.append(head)
            head.keep = 3
            first.lead = ()
        blocks += [first, *rows]
    return blocks


def _day_numbers(days: Sequence[AgendaDay]) -> dict[date, int]:
    numbers: dict[date, int] = {}
    for day in days:
        if day.kind is DayKind.PROGRAMME and day.day not in numbers:
            numbers[day.day] = len(numbers) + 1
    return numbers


def _columns(said: Speech, columns: ColumnSet, notes: bool) -> Grid:
    time, venue = said.say(N_("Time")), said.say(N_("Venue"))
    activity, speaker = said.say(N_("Activity")), said.say(N_("Speaker / host"))
    if columns is ColumnSet.COMPACT:
        return grid((time, 23), (activity, 104), (venue, 43))
    if said.bilingual:
        return grid((time, 23), (activity, 77), (speaker, 43), (venue, 27))
    if notes:
        return grid((time, 23), (activity, 56), (speaker, 43), (venue, 27), (said.say(N_("Notes")), 21))
    return grid((time, 23), (activity, 68), (speaker, 47), (venue, 32))


class DayHeader(Block):
    """``Day n – weekday, date`` with place and venue at the right and the theme below (AG-3)."""

    def __init__(self, day: AgendaDay, said: Speech, number: int, place: Text, continued: bool = False) -> None:
        self.place = place
        self.gap = 3 * MM if not continued else 2 * MM
        self.keep = 2
        self.number = _day_word(day, said, number)
        self.date = said.weekday_date(day.day)
        if continued:
            self.date = said.say("{date} {word}", date=self.date, word=said.say(N_("(continued)")))
        self.sub: list[Line] = []
        if not continued:
            self.sub = wrap_pair(_sub_line(day, said), DAY_SUBLINE, RIGHT - LEFT - 2 * PAD)
            self.outline, self.level = f"{self.number.first} – {self.date.first}", 1
        self.two = bool(said.bilingual)
        self._places = wrap(place.first, DAY_PLACE, 78 * MM)
        self._places_second = wrap(place.second, DAY_SUBLINE, 78 * MM) if place.second != place.first else []
        first = max(5.4 * MM, height_of(self._places) + 0.6 * MM)
        second = max(4.0 * MM if self.two else 0.0, height_of(self._places_second))
        self._second_top = first
        self.height = 1.0 * MM + first + second + height_of(self.sub) + 0.7 * MM

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the accent rule, both halves and the sub-line."""
        pen.rule(LEFT, RIGHT, top + DAY_RULE / 2, DAY_RULE, ACCENT)
        y = top + 1.0 * MM
        base = y + 0.4 * MM + DAY_DATE.leading / 2 + 0.34 * DAY_DATE.size
        x = pen.text(LEFT + PAD, base, self.number.first, DAY_NUMBER)
        pen.text(x, base, f" – {self.date.first}", DAY_DATE)
        if self._places:
            pen.lines(LEFT, base - baseline(self._places[0]), self._places, RIGHT - LEFT - PAD, "right")
        if self.two:
            second = base + 4.3 * MM
            x = pen.text(LEFT + PAD, second, self.number.second, DAY_SUBLINE._replace(face="Sans-SemiBold", size=9.0))
            pen.text(x, second, f" – {self.date.second}", DAY_SUBLINE._replace(size=9.0))
            if self._places_second:
                start = second - baseline(self._places_second[0])
                pen.lines(LEFT, start, self._places_second, RIGHT - LEFT - PAD, "right")
        pen.lines(LEFT + PAD, top + self.height - height_of(self.sub) - 0.9 * MM, self.sub)


def _day_word(day: AgendaDay, said: Speech, number: int) -> Text:
    if day.kind is DayKind.ARRIVAL:
        return said.say(N_("Arrival day"))
    if day.kind is DayKind.DEPARTURE:
        return said.say(N_("Departure day"))
    return said.say(N_("Day {n}"), n=number)


def _sub_line(day: AgendaDay, said: Speech) -> Text:
    parts = [day.theme] if day.theme else []
    if day.mentor and day.mentor.name:
        parts.append(said.say(N_("Mentor of the day: {name}"), name=said.addressed(day.mentor.name)))
    return joined(parts, " · ")


class _Writer:
    """Turns days and items into rows of one table."""

    def __init__(
        self, paper: AgendaPaper, said: Speech, table: Grid, columns: ColumnSet, numbers: dict[date, int]
    ) -> None:
        self.paper, self.said, self.table, self.columns, self.numbers = paper, said, table, columns, numbers
        self.compact = columns is ColumnSet.COMPACT
        self.has_notes = not self.compact and len(table.columns) == 5
        self._kinds: dict[SessionKind, Text] = {}
        self._speakers: dict[tuple[Speaker, ...], Text] = {}

    def day(self, day: AgendaDay, head: Head) -> tuple[DayHeader, list[Row]]:
        """The header of a day and the rows of its items."""
        common = common_venue(day)
        place = _placed(day.place, common)
        number = self.numbers.get(day.day, 0)
        first = DayHeader(day, self.said, number, place)
        first.lead = (head,)
        again = DayHeader(day, self.said, number, place, continued=True)
        rows = [self.row(item, day, common) for item in day.items]
        for row in rows:
            row.lead = (head, again)
        first.keep = min(2, len(rows))
        return first, rows

    def row(self, item: AgendaItem, day: AgendaDay, common: Text) -> Row:
        """One item."""
        soft = item.kind in SOFT_KINDS
        first = ROW_PLAIN if soft else ROW_FIRST
        gone = item.change is not None and item.change.kind is AgendaChange.CANCELLED
        venue = Text() if item.venue == common else item.venue
        cells = [self._time(item, day, first, gone), self._activity(item, day, first, gone)]
        if not self.compact:
            cells.append(wrap_pair(self._speaker_text(item.speakers), _struck(CELL, gone), self.table.inner(2)))
        cells.append(wrap_pair(venue, _struck(CELL, gone), self.table.inner(3 if not self.compact else 2)))
        if self.has_notes:
            cells.append(wrap_pair(item.notes, NOTE, self.table.inner(4)))
        mark = Mark(self.said.say(MARK_WORDS[item.change.kind])) if item.change else None
        return Row(self.table, cells, band=SOFT if soft else None, mark=mark)

    def _time(self, item: AgendaItem, day: AgendaDay, style: Style, gone: bool) -> Cell:
        width = self.table.inner(0)
        lines = wrap(self.said.times(item.start, item.end), _struck(style, gone), width)
        if item.change and item.change.was and not gone:
            was = item.change.was
            old = self.said.times(was.start, was.end if was.day == day.day else None)
            if was.day != day.day:
                old = ", ".join(part for part in (self._day_name(was.day), old) if part)
            lines += wrap(old, KIND.struck(0.5), width)
        kind = self._kinds.get(item.kind)
        if kind is None:
            kind = self._kinds[item.kind] = self.said.say(label(item.kind))
        lines += wrap_pair(kind, KIND, width, second=KIND)
        return lines

    def _day_name(self, day: date) -> str:
        number = self.numbers.get(day)
        return self.said.say(N_("Day {n}"), n=number).first if number else self.said.forms.day_and_month(day)

    def _activity(self, item: AgendaItem, day: AgendaDay, style: Style, gone: bool) -> Cell:
        width = self.table.inner(1, 1 * MM)
        second = style.scaled(SECOND)
        lines = wrap_pair(item.title, _struck(style, gone), width, second=_struck(second, gone))
        gap = _DESCRIPTION_GAP if self.said.bilingual else 0.0
        if not gone:
            lines += wrap_pair(item.description, CELL, width, gap)
            if item.link:
                lines += wrap(item.link, KIND, width, gap)
            if item.kind is SessionKind.ONLINE:
                lines += wrap(partner_time(item, day.day, self.paper, self.said), KIND, width)
        if item.change and item.change.reason:
            lines += wrap(item.change.reason.joined(), REASON, width)
        if self.compact:
            lines += wrap_pair(self._speaker_text(item.speakers), _struck(CELL._replace(ink=GREY), gone), width, gap)
        if item.notes and not self.has_notes:
            lines += wrap(item.notes.joined(), KIND, width, gap)
        return lines

    def _speaker_text(self, speakers: tuple[Speaker, ...]) -> Text:
        found = self._speakers.get(speakers)
        if found is None:
            found = self._speakers[speakers] = joined([speaker_text(one, self.said) for one in speakers], "; ")
        return found


def speaker_text(speaker: Speaker, said: Speech) -> Text:
    """``Ms/Mr Given Surname, position, institution`` (AG-9)."""
    parts = [said.addressed(speaker.name)] if speaker.name else []
    return joined([*parts, *(text for text in (speaker.position, speaker.institution) if text)])


def common_venue(day: AgendaDay) -> Text:
    """The venue that moves to the day header (AG-4): that of at least half of the items that name one, and of two.

    A day with one item that names a venue keeps it in the row.
    """
    venues = Counter(item.venue for item in day.items if item.venue)
    if not venues:
        return Text()
    venue, count = venues.most_common(1)[0]
    return venue if count >= 2 and count * 2 >= sum(venues.values()) else Text()


def _placed(place: Text, venue: Text) -> Text:
    if venue and clean_line(place.first) and clean_line(place.first) in venue.first:
        return Text(venue.first, venue.second or place.second)
    return joined([text for text in (place, venue) if text])


def _struck(style: Style, gone: bool) -> Style:
    return style.struck() if gone else style


def change_list(changes: Sequence[ListedChange], said: Speech, anchor: str) -> list[Block]:
    """What changed since the version before: item, was, is, reason, who (AR-4)."""
    table = grid(
        (said.say(N_("Item")), 48),
        (said.say(N_("Was")), 33),
        (said.say(N_("Is")), 33),
        (said.say(N_("Reason")), 36),
        (said.say(N_("Told by")), 20),
    )
    rows = [
        Row(
            table,
            [
                wrap_pair(change.item, CELL_STRONG, table.inner(0)),
                wrap_pair(change.was, CELL, table.inner(1)),
                wrap_pair(change.now, CELL, table.inner(2)),
                wrap_pair(change.reason, CELL, table.inner(3)),
                wrap(change.who, CELL, table.inner(4)),
            ],
        )
        for change in changes
    ]
    heading = SectionHeading(said.say(N_("Changes since the version before")))
    heading.anchor = anchor
    return [heading, *table_blocks(Head(table), rows)]


def partner_time(item: AgendaItem, day: date, paper: AgendaPaper, said: Speech) -> str:
    """The time of an online item in the partner's zone, computed for that date (AG-11); empty where it is the same."""
    if not (paper.zone and paper.partner_zone and item.start and paper.zone != paper.partner_zone):
        return ""
    here, there = ZoneInfo(paper.zone), ZoneInfo(paper.partner_zone)

    def moved(moment: time) -> time:
        return datetime.combine(day, moment, here).astimezone(there).time()

    if moved(item.start) == item.start:
        return ""
    times = said.times(moved(item.start), moved(item.end) if item.end else None)
    return f"{times} {paper.partner_zone.rsplit('/', 1)[-1].replace('_', ' ')}"
