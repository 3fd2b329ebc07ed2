"""The columns of an agenda in each layout (AG-4, AG-12), and the cell that holds a link with its QR (AG-11)."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.i18n import N_
from app.documents.agenda_data import AgendaItem, AgendaOptions, ColumnSet, Layout
from app.documents.agenda_online import link_code, short_link
from app.documents.layout import PAD, TEXT_WIDTH, Block, Sheet
from app.documents.pen import Pen
from app.documents.speech import Speech
from app.documents.styles import CELL, KIND, MM, NOTE, Ink, Style
from app.documents.tables import Cell, Grid, Mark, Row, grid
from app.documents.texts import Text
from app.documents.wrapping import Line, height_of, text_width, wrap, wrap_pair

#: Letters of a word for which a column is made wider.
_WORD = 30
#: Side of the QR of a link, and the room that it takes with the white around it.
_CODE, _CODE_ROOM = 16 * MM, 18 * MM


@dataclass(frozen=True, slots=True)
class Columns:
    """A table and what its columns hold; ``second`` is the activity in the second language (layout B).

    Without a speaker's column (compact) people stand below the activity, without one of notes the notes do.
    """

    table: Grid
    activity: int = 1
    second: int | None = None
    speaker: int | None = None
    venue: int = 2
    notes: int | None = None


def columns_of(
    said: Speech, options: AgendaOptions, notes: bool, width: float = TEXT_WIDTH, items: Sequence[AgendaItem] = ()
) -> Columns:
    """The columns for one or two languages; a lying page (a greater ``width``) gives its room to the texts.

    Venue and notes are wider where a word of the ``items`` would be broken; the activity gives that room.
    """
    time, venue = said.say(N_("Time")), said.say(N_("Venue"))
    activity, speaker = said.say(N_("Activity")), said.say(N_("Speaker / host"))
    compact = options.columns is ColumnSet.COMPACT
    more = (width - TEXT_WIDTH) / MM
    if said.bilingual and options.layout is Layout.B:
        one, other = Text(activity.first), Text(activity.second)
        if compact:
            half = (width / MM - 23 - 45) / 2
            return Columns(grid((time, 23), (one, half), (other, half), (venue, 45)), second=2, venue=3)
        half = (width / MM - 23 - 50 - 34) / 2
        table = grid((time, 23), (one, half), (other, half), (speaker, 50), (venue, 34))
        return Columns(table, second=2, speaker=3, venue=4)
    if compact:
        return Columns(grid((time, 23), (activity, 104 + more), (venue, 43)))
    if said.bilingual:
        there = _widened(27, 8, [item.venue for item in items], CELL)
        table = grid((time, 23), (activity, 104 + more - there), (speaker, 43), (venue, there))
        return Columns(table, speaker=2, venue=3)
    if notes:
        there = _widened(27, 4, [item.venue for item in items], CELL)
        noted = _widened(21, 7, [item.notes for item in items], NOTE)
        left = 104 + more - there - noted
        table = grid((time, 23), (activity, left), (speaker, 43), (venue, there), (said.say(N_("Notes")), noted))
        return Columns(table, speaker=2, venue=3, notes=4)
    there = _widened(32, 6, [item.venue for item in items], CELL)
    return Columns(grid((time, 23), (activity, 100 + more - there), (speaker, 47), (venue, there)), speaker=2, venue=3)


def _widened(usual: float, most: float, texts: Sequence[Text], style: Style) -> float:
    """The width of a column in mm in which the longest word is whole, if at most ``most`` more is enough for it."""
    words = {word for text in texts for word in text.first.split(" ") if len(word) <= _WORD}
    words |= {part for word in words for part in word.split("\n")}
    widest = max((text_width(word, style) for word in words if "\n" not in word), default=0.0)
    needed = (widest + 2 * PAD) / MM + 0.1
    return needed if usual < needed <= usual + most else usual


def venue_lines(venue: Text, link: str, width: float, style: Style) -> tuple[Cell, tuple[int, str] | None]:
    """The venue, and below it a link as short text with the room for its QR, which is given as well (AG-11)."""
    lines = wrap_pair(venue, style, width)
    if not link:
        return lines, None
    lines += wrap(short_link(link), KIND, width)
    code = link_code(link)
    if code is not None:
        lines.append(Line((), 0.0, _CODE_ROOM))
    return lines, code


class ItemRow(Row):
    """The row of an item of an agenda: it never splits over a page (AG-8) unless it is higher than a page holds.

    Only a first page with hardly more than the title on it takes the beginning of an item that would leave it so.
    """

    whole_to = 1.0
    hole = 0.7


class LinkedRow(ItemRow):
    """The row of an item whose cell ``column`` ends with the QR of its link: lost where the row must be cut."""

    hole = 1.0

    def __init__(
        self,
        table: Grid,
        cells: Sequence[Cell],
        column: int,
        code: tuple[int, str],
        *,
        band: Ink | None = None,
        mark: Mark | None = None,
    ) -> None:
        super().__init__(table, cells, band=band, mark=mark)
        self.column, self.code = column, code

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the row, then the code at the end of its cell."""
        super().draw(pen, top, sheet)
        cell = self.cells[self.column]
        bottom = top + self.padding[0] + self._shift(cell) + height_of(cell)
        count, modules = self.code
        pen.modules(self.table.edges[self.column] + PAD, bottom - _CODE, _CODE, count, modules)

    def pieces(self, room: float) -> list[Block]:
        """A row too high for a page goes on without the code; the link stands in words."""
        cells = [list(cell) for cell in self.cells]
        cells[self.column].pop()
        plain = ItemRow(self.table, cells, band=self.band, mark=self.mark)
        plain.lead, plain.gap = self.lead, self.gap
        return plain.pieces(room)
