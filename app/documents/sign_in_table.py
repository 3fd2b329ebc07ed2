"""The table of a sign-in sheet: who signs where, one signature column or one for each day (PL-5, PL-6, PL-7)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.core.i18n import N_
from app.documents.layout import LANDSCAPE, PORTRAIT, Area, Block, Sheet
from app.documents.pen import Pen
from app.documents.sign_in_data import SheetDay, Signer, SignInOptions, SignInPaper, most_of, sections
from app.documents.speech import Speech, joined
from app.documents.styles import BLACK, CELL, GREY, HEAD, HEAD_SECOND, KIND, MM, ROW_FIRST, ROW_PLAIN, SOFT, STRONG
from app.documents.tables import Cell, Grid, GroupBand, Head, Row, grid, keep_ends
from app.documents.texts import Text
from app.documents.wrapping import Line, fitted, told_second, wrap, wrap_pair

_ROW = 10.4 * MM
_BOX = 3.4 * MM
_SIGNATURE = 43.0
#: mm for names and organisations beside columns of days: usually, and where a row would be higher than ``_HIGH``.
_NAMES, _LONG_NAMES, _HIGH = 86.0, 112.0, 4 * _ROW
#: Where the boxes for yes and no stand in their column, as parts of its width.
_ANSWERS = (0.29, 0.71)

#: Numbers of more digits need the whole of their column.
_THREE_DIGITS = 999

Widths = list[tuple[Text, float] | tuple[Text, float, str]]


def area_of(day: SheetDay) -> Area:
    """A sheet of several days lies, so that every day has its column."""
    return LANDSCAPE if day.span else PORTRAIT


class _PersonRow(Row):
    """A row to sign, with boxes for the answer about photographs; days of absence are filled and carry a dash."""

    whole_to = 0.8
    hole = 1.0

    def __init__(self, table: Grid, cells: Sequence[Cell], photos: bool, away: frozenset[int] = frozenset()) -> None:
        super().__init__(table, cells, least=_ROW, middle=True, padding=(1 * MM, 1 * MM))
        self.photos, self.away = photos, away

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """The row, then its two boxes."""
        for number in self.away:
            pen.fill(self.table.edges[number], top + 0.3, self.table.columns[number].width, self.height - 0.3, SOFT)
        super().draw(pen, top, sheet)
        if self.photos:
            left, width = self.table.edges[-2], self.table.columns[-1].width
            for part in _ANSWERS:
                pen.box(left + width * part - _BOX / 2, top + (self.height - _BOX) / 2, _BOX, _BOX, 0.6)


class _PhotoHead(Head):
    """The head whose last column says "Photographs" over "yes" and "no"."""

    def __init__(self, table: Grid, said: Speech, photos: bool, gap: float = 0.0) -> None:
        super().__init__(table, gap)
        self.photos = photos
        self.answers = (said.say(N_("yes")).joined("/"), said.say(N_("no")).joined("/"))
        if photos:
            self.height = max(self.height, 8.2 * MM)
            self._photo_lines = _unbroken(table.columns[-1].title, table.inner(len(table.columns) - 1))
            self._lines[-1] = []
            self.height += 2.2 * MM * (len(self._photo_lines) - 1)

    def draw_heading(self, pen: Pen, number: int, top: float) -> None:
        """One heading; that of the photographs stands over both answers."""
        if not self.photos or number < len(self._lines) - 1:
            super().draw_heading(pen, number, top)
            return
        left, width = self.table.edges[-2], self.table.columns[-1].width
        pen.lines(left + 1 * MM, top + 0.8 * MM, self._photo_lines, width - 2 * MM, "centre")
        style = KIND._replace(ink=BLACK, size=6.8)
        for part, word in zip(_ANSWERS, self.answers, strict=True):
            shown = fitted(word, style, width * 0.44, 5.0, 0.1)
            pen.word(left + width * part, top + self.height - 1.3 * MM, word, shown, "centre")


def _unbroken(title: Text, width: float) -> list[Line]:
    """The heading of a narrow column, one line for each language: smaller rather than broken inside a word."""
    first, second = (
        wrap(text, fitted(text, style, width, 5.5, 0.1), width)[:1]
        for text, style in ((title.first, HEAD), (title.second, HEAD_SECOND))
    )
    return first + (told_second(second) if title.second != title.first else [])


def table_of(day: SheetDay, paper: SignInPaper, said: Speech, options: SignInOptions) -> list[Block]:
    """Head, participants with blank rows, then speakers and staff in their own section (PL-6)."""
    blocks = _blocks(_grid(day, paper, said, options, _NAMES), day, paper, said, options)
    if day.span and max(block.height for block in blocks) > _HIGH:
        # Rows are never cut: names and posts of many lines take from the columns of the days, or page 1 stays empty.
        blocks = _blocks(_grid(day, paper, said, options, _LONG_NAMES), day, paper, said, options)
    return blocks


def _blocks(table: Grid, day: SheetDay, paper: SignInPaper, said: Speech, options: SignInOptions) -> list[Block]:
    head = _PhotoHead(table, said, options.photo_consent, gap=3 * MM)
    head.keep = 3
    blocks: list[Block] = [head]
    number = 0
    for title, signers in sections(day, options):
        band = GroupBand(table, said.say(title))
        again = GroupBand(table, joined([said.say(title), said.say(N_("(continued)"))], " "))
        band.keep = min(2, len(signers))
        band.lead = (head,)
        blocks.append(band)
        for signer in signers:
            number += 1
            row = _row(signer, number, day, table, said, options, paper)
            row.lead = (head, again)
            blocks.append(row)
        keep_ends([row for row in blocks[-len(signers) :] if isinstance(row, Row)])
    last = blocks[-1]
    if isinstance(last, Row):
        last.rule, last.rule_ink = STRONG, BLACK
        last.keep = 2
    return blocks


def _grid(day: SheetDay, paper: SignInPaper, said: Speech, options: SignInOptions, names: float) -> Grid:
    """Columns over the whole width; what signatures and boxes leave goes to names and organisations.

    ``names``: mm that these have in any case beside columns of days.
    """
    whole, photo = area_of(day).width / MM, 20.0 if options.photo_consent else 0.0
    contact = 33.0 if paper.contact else 0.0
    rest = whole - 9 - photo - contact
    if day.span:
        least = names - 12 if contact else names
        each = min(_SIGNATURE, (rest - least) / len(day.span))
    else:
        each = _SIGNATURE if photo or contact else 60.0
    rest -= each * max(1, len(day.span))
    columns: Widths = [
        (said.say(N_("No.")), 9, "right"),
        (said.say(N_("Name and surname, position")), rest * 0.54),
        (said.say(N_("Organisation")), rest * 0.46),
    ]
    if contact:
        columns.append((said.say(N_("E-mail") if paper.contact == "email" else N_("Phone")), contact))
    if day.span:
        columns += [(_day_title(number, one, said), each, "centre") for number, one in day.span]
    else:
        columns.append((said.say(N_("Signature")), each))
    if photo:
        columns.append((said.say(N_("Photographs")), photo, "centre"))
    made = grid(*columns, verticals=True)
    if most_of(day, options) > _THREE_DIGITS:
        return made
    # Numbers stand clear of the line at their right.
    return Grid((replace(made.columns[0], after=1 * MM), *made.columns[1:]), made.left, verticals=True)


def _day_title(number: int, day: date, said: Speech) -> Text:
    when = said.day_and_month(day)
    return joined([said.say(N_("Day {n}"), n=number), when], "\n") if number else when


def _row(
    signer: Signer | None,
    number: int,
    day: SheetDay,
    table: Grid,
    said: Speech,
    options: SignInOptions,
    paper: SignInPaper,
) -> _PersonRow:
    counted = wrap(str(number), ROW_PLAIN, table.inner(0))
    if signer is None:
        return _PersonRow(table, [counted, *([] for _ in table.columns[1:])], options.photo_consent)
    first, second = said.languages
    name = Text(" ".join(signer.name.sorted_form(first)), " ".join(signer.name.sorted_form(second)) if second else "")
    person = wrap_pair(name, ROW_FIRST, table.inner(1)) + wrap_pair(signer.position, KIND, table.inner(1), second=KIND)
    cells: list[Cell] = [counted, person, wrap_pair(signer.organisation, CELL, table.inner(2))]
    if paper.contact:
        cells.append(wrap(signer.contact, CELL, table.inner(3)))
    start = len(cells)
    away = frozenset(start + place for place, (_, one) in enumerate(day.span) if one in signer.away)
    dash = CELL._replace(ink=GREY)
    cells += [wrap("–", dash, table.inner(n)) if n in away else [] for n in range(start, len(table.columns))]
    return _PersonRow(table, cells, options.photo_consent, away)
