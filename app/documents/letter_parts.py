"""Parts of a letter: letterhead, addressee, columns side by side, persons in both scripts, dates, signature."""

from collections.abc import Sequence
from copy import copy
from datetime import date

from app.core.i18n import N_
from app.documents.formats import Formats
from app.documents.layout import LEFT, PAD, RIGHT, TEXT_WIDTH, Block, Sheet, flowing
from app.documents.letter_data import InvitationPaper, InvitedPerson
from app.documents.letter_words import LetterWords
from app.documents.logos import LogoRow
from app.documents.pen import Pen, baseline
from app.documents.speech import Speech, joined
from app.documents.styles import (
    BLACK,
    CELL,
    GREY,
    HAIR,
    HEAD,
    KIND,
    MM,
    NOTE_GREY,
    ROW_FIRST,
    ROW_PLAIN,
    RULE,
    SOFT,
    STRONG,
    Style,
)
from app.documents.tables import Head, Row, grid, table_blocks
from app.documents.texts import PersonName, Text, clean_line
from app.documents.wrapping import Line, ended, height_of, told_second, wrap, wrap_pair

_HALF, _GUTTER = 82 * MM, 6 * MM
#: Paragraphs of more lines may break over pages.
_MOST_WHOLE = 9
_ISSUER = Style("Sans-SemiBold", 8.6, 11, GREY)
_UNDER = Style("Sans", 8.6, 11, GREY)
_SMALL = Style("Sans", 7.6, 9.6, GREY)
#: A spelling that the program made and nobody has compared with the passport yet (NA-1).
CELL_ITALIC = CELL._replace(face="Sans-Italic")


class Letterhead(Block):
    """The issuer's logo or name with the programme at the left, the funder at the right, a hairline below."""

    def __init__(self, paper: InvitationPaper, said: Speech) -> None:
        self.row = LogoRow(paper.logos, 11 * MM)
        self.left = wrap(paper.issuer, _ISSUER, 95 * MM) + wrap(paper.programme.first, _UNDER, 95 * MM)
        self.right = wrap(funded_by(paper, said), _SMALL, 62 * MM)
        # A letterhead has a few lines; the full names stand in the letter.
        self.left, self.right = self.left[:8], self.right[:8]
        words = max(height_of(self.left), height_of(self.right), 11 * MM) + 4.5 * MM
        self.height = self.row.height if self.row.rows else words

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the logos, or issuer and funder in words."""
        if self.row.rows:
            self.row.draw(pen, top, sheet)
            return
        middle = top + (self.height - 4.5 * MM) / 2
        pen.lines(LEFT, middle - height_of(self.left) / 2, self.left)
        pen.lines(LEFT, middle - height_of(self.right) / 2, self.right, TEXT_WIDTH, "right")
        pen.rule(LEFT, RIGHT, top + self.height, HAIR, RULE)


class Addressing(Block):
    """The addressee at the left, reference, date and annex at the right."""

    gap = 4 * MM

    def __init__(self, paper: InvitationPaper, words: LetterWords, said: Speech) -> None:
        width = 92 * MM
        to = words.addressee
        self.left = wrap(to.first, ROW_PLAIN, width) + wrap(paper.body.first, ROW_FIRST, width)
        self.left += wrap(paper.address, ROW_PLAIN, width)
        if to.second or paper.body.second:
            both = ", ".join(part for part in (to.second, paper.body.second) if part)
            self.left += told_second(wrap(both, NOTE_GREY, width))
        width = 47 * MM
        self.rows: list[tuple[list[Line], list[Line]]] = []
        for label, told in (
            (said.say(N_("Ref.")), wrap(paper.reference, ROW_FIRST, width)),
            (said.say(N_("Date")), _pair_of_dates(written_on(paper.written, said), width)),
            (said.say(N_("Annex")), wrap(words.annex.joined(), ROW_PLAIN, width)),
        ):
            if told:
                self.rows.append((wrap(label.joined(), _SMALL, 25 * MM), ended(told, 12, width)))
        self._measure()

    def _measure(self) -> None:
        self.height = max(height_of(self.left), sum(max(height_of(a), height_of(b)) + 2.2 for a, b in self.rows))

    def pieces(self, room: float) -> list[Block]:
        """A receiver with a name of many lines: the lines flow below reference and date."""
        lines, self.left = self.left, []
        self._measure()
        return [self, *flowing(lines, 3 * MM)]

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw both halves."""
        pen.lines(LEFT, top, self.left)
        x = LEFT + 97 * MM
        for label, value in self.rows:
            shift = baseline(value[0]) - baseline(label[0]) if label and value else 0.0
            pen.lines(x, top + shift, label)
            pen.lines(x + 26 * MM, top, value)
            top += max(height_of(label), height_of(value)) + 2.2


def funded_by(paper: InvitationPaper, said: Speech) -> str:
    """Who pays, once: in the second language, for its readers, where the funder has a name in it."""
    told = said.say(N_("Funded by: {name}"), name=paper.funder) if paper.funder else Text()
    return told.second if paper.funder.second else told.first


def written_on(day: date, said: Speech) -> tuple[str, ...]:
    """The date of a letter, short; on a bilingual one that of the second language in words beside it."""
    short = said.forms.date_short(day)
    return (short, said.second_forms.date_long(day)) if said.second_forms else (short,)


def _pair_of_dates(dates: Sequence[str], width: float) -> list[Line]:
    """Both in one line with a dot between; below each other, without it, where they do not fit."""
    beside = wrap(" · ".join(dates), ROW_PLAIN, width)
    return beside if len(beside) < 2 else [line for text in dates for line in wrap(text, ROW_PLAIN, width)]


class Columns(Block):
    """A paragraph in two languages side by side at equal height, or in one language over the whole width."""

    cut_from: "Columns | None" = None

    def __init__(
        self, text: Text, style: Style, gap: float = 0.0, line: bool = True, parts: Sequence[list[Line]] = ()
    ) -> None:
        self.style, self.gap = style, gap
        self.sides = bool(text.second) or len(parts) > 1
        width = _HALF if self.sides else TEXT_WIDTH
        self.parts = list(parts) or [
            told_second(wrap(part, style, width)) if number else wrap(part, style, width)
            for number, part in enumerate(text.both)
            if part
        ]
        self.line = line and self.sides
        self.height = max((height_of(lines) for lines in self.parts), default=0.0)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw both columns and the line between them."""
        for number, lines in enumerate(self.parts):
            pen.lines(LEFT + number * (_HALF + _GUTTER), top, lines)
        if self.line:
            # From the paragraph before to the end of this one: the line reads as one.
            pen.upright(
                LEFT + _HALF + _GUTTER / 2, top - (self.gap if top > 22 * MM else 0), top + self.height, HAIR, RULE
            )

    def flowing(self) -> list[Block]:
        """A paragraph as it stands, or in parts that may go on on the next page where it is long."""
        longest = max((len(lines) for lines in self.parts), default=0)
        return self.pieces(3 * self.style.leading) if longest > _MOST_WHOLE else [self]

    def pieces(self, room: float) -> list[Block]:
        """A paragraph longer than the room goes on, both columns line by line; the last part has two lines or more."""
        step = max(2, int(room / self.style.leading))
        longest = max((len(lines) for lines in self.parts), default=0)
        starts = [start for start in range(0, longest, step) if not start or longest - start > 1]
        made: list[Columns] = []
        for start, end in zip(starts, [*starts[1:], longest], strict=True):
            cut = [lines[start:end] for lines in self.parts]
            made.append(Columns(Text(), self.style, self.gap if not start else 0.0, self.line, cut))
        for block in made:
            block.cut_from = self
        return list(made) or [self]

    def grown(self, below: Block) -> Block | None:
        """With the next piece of the same paragraph: on one page each language is read as a whole."""
        if self.cut_from is None or not isinstance(below, Columns) or below.cut_from is not self.cut_from:
            return None
        whole = copy(self)
        whole.parts = [[*upper, *lower] for upper, lower in zip(self.parts, below.parts, strict=True)]
        whole.height = self.height + below.height
        return whole


class PersonTable:
    """The persons invited, in both scripts, across both columns."""

    @staticmethod
    def blocks(persons: Sequence[InvitedPerson], said: Speech, documents: bool, tight: bool = False) -> list[Block]:
        """Heading and table; birth date and passport number only on demand. ``tight``: lower rows."""
        title = Columns(said.say(N_("Persons invited")), HEAD, gap=3 * MM, line=False)
        title.keep, title.role = 1, "H2"
        name = said.say(N_("Surname, name, patronymic") if "uk" in said.languages else N_("Surname, name"))
        latin, position = said.say(N_("Passport spelling")), said.say(N_("Position"))
        number = (said.say(N_("No.")), 8)
        if documents:
            birth, passport = said.say(N_("Born")), said.say(N_("Passport No."))
            table = grid(number, (name, 45), (latin, 35), (position, 35), (birth, 26), (passport, 21))
        else:
            table = grid(number, (name, 60), (latin, 45), (position, 57))
        rows = []
        for count, person in enumerate(persons, 1):
            given, family = person.name.parts("en")
            native = " ".join(part for part in (person.name.family, person.name.given, person.name.patronymic) if part)
            cells = [
                wrap(str(count), ROW_PLAIN._replace(ink=GREY), table.inner(0)),
                wrap(native, ROW_FIRST, table.inner(1)) + wrap(own_dates(person, said).joined(), KIND, table.inner(1)),
                wrap(f"{family} {given}".upper(), CELL_ITALIC if person.name.generated else CELL, table.inner(2)),
                wrap_pair(
                    person.position,
                    CELL._replace(size=8, leading=9.6),
                    table.inner(3),
                    second=KIND._replace(size=7.2, leading=8.8),
                ),
            ]
            if documents:
                birth_date = said.forms.date_short(person.birth_date) if person.birth_date else ""
                cells += [wrap(birth_date, CELL, table.inner(4)), wrap(person.passport, CELL, table.inner(5))]
            space = 0.7 * MM if tight else 1.2 * MM
            rows.append(Row(table, cells, least=(7 if tight else 8.4) * MM, middle=True, padding=(space, space)))
        if rows:
            rows[-1].rule, rows[-1].rule_ink = STRONG, BLACK
        head = Head(table, gap=0.8 * MM, stacked=True)
        return [title, *table_blocks(head, rows, keep_last=3)] if rows else []


class DateStrip(Block):
    """Arrival, programme, departure: the dates that every border officer looks for."""

    def __init__(self, paper: InvitationPaper, said: Speech) -> None:
        self.gap = 2.6 * MM
        entries = [
            (N_("Arrival"), paper.arrival, paper.arrival),
            (N_("Programme"), paper.start, paper.end),
            (N_("Departure"), paper.departure, paper.departure),
        ]
        self.columns: list[list[Line]] = []
        for label, start, end in entries:
            if start is None or end is None:
                continue
            lines = wrap(said.say(label).joined(), KIND, 54 * MM)
            lines += wrap(short_range(start, end, said.forms), ROW_FIRST, 54 * MM)
            if said.second_forms:
                lines += told_second(wrap(said.second_forms.date_range(start, end), KIND, 54 * MM))
            self.columns.append(lines)
        self.height = max((height_of(lines) for lines in self.columns), default=0.0) + 3 * MM

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the strip."""
        pen.fill(LEFT, top, TEXT_WIDTH, self.height, SOFT)
        pen.rule(LEFT, RIGHT, top, STRONG)
        pen.rule(LEFT, RIGHT, top + self.height, STRONG)
        for number, lines in enumerate(self.columns):
            pen.lines(LEFT + 2 * PAD + number * 57 * MM, top + 1.5 * MM, lines)


def short_range(start: date, end: date, forms: Formats) -> str:
    """From one day to another in figures; where a language writes its months, as in the title (2–20 October 2023)."""
    if start == end:
        return forms.date_short(start)
    if forms.date_short(start) == forms.date_long(start):
        return forms.date_range(start, end)
    return f"{forms.date_short(start)} – {forms.date_short(end)}"


class SignedLine(Block):
    """Who signs. In Ukrainian position, line, name SURNAME (CE-11); elsewhere a line with name and position below."""

    def __init__(self, name: PersonName, position: Text, said: Speech, tight: bool = False) -> None:
        self.gap = (5 if tight else 9) * MM
        self.ukrainian = said.languages[0] == "uk"
        self.position = wrap_pair(position, ROW_PLAIN, (54 if self.ukrainian else 92) * MM, second=_SMALL)
        self.name = wrap(clean_line(name.signed(said.languages[0])), ROW_FIRST, (52 if self.ukrainian else 92) * MM)
        self.under = wrap(said.say(N_("signature, stamp")).joined(), _SMALL, (54 if self.ukrainian else 72) * MM)
        self._measure()

    def _measure(self) -> None:
        if self.ukrainian:
            self.height = max(height_of(self.position), 6 * MM + height_of(self.under), height_of(self.name)) + 2 * MM
        else:
            self.height = 12 * MM + max(height_of(self.name) + height_of(self.position), height_of(self.under))

    def pieces(self, room: float) -> list[Block]:
        """Name and position of many lines flow above the line that is signed."""
        lines, self.position, self.name = self.name + self.position, [], []
        self._measure()
        return [*flowing(lines, self.gap), self]

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw position, line and name."""
        if not self.ukrainian:
            line = top + 11 * MM
            pen.rule(LEFT, LEFT + 66 * MM, line, STRONG)
            pen.lines(LEFT, pen.lines(LEFT, line + 0.8 * MM, self.name), self.position)
            pen.lines(LEFT + 69 * MM, line - height_of(self.under), self.under)
            return
        line = top + 5.6 * MM
        pen.lines(LEFT, top, self.position)
        pen.rule(LEFT + 58 * MM, LEFT + 112 * MM, line, STRONG)
        pen.lines(LEFT + 58 * MM, line + 0.8 * MM, self.under, 54 * MM, "centre")
        pen.lines(LEFT + 116 * MM, line - 4.0 * MM, self.name)


def own_dates(person: InvitedPerson, said: Speech) -> Text:
    """When somebody comes and goes apart from the delegation; empty for those who travel with it."""
    told = []
    if person.arrival:
        told.append(said.say(N_("arrival {date}"), date=said.day_and_month(person.arrival)))
    if person.departure:
        told.append(said.say(N_("departure {date}"), date=said.day_and_month(person.departure)))
    return joined(told)
