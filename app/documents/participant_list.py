"""Lists of participants as PDF: public on a standing page (PL-1), internal on a lying one (PL-2), totals (PL-3)."""

from datetime import date

from app.core.i18n import N_
from app.documents.blocks import TitleLine, event_line, note_paragraph, sub_line
from app.documents.layout import FIRST_TOP, LANDSCAPE, LEFT, PAD, PORTRAIT, Area, Block, Frame, Sheet, write
from app.documents.logos import LogoRow
from app.documents.participant_data import (
    INTERNAL_NOTE,
    PUBLIC,
    PUBLIC_NOTE,
    SLOTS,
    ListedGroup,
    ListedPerson,
    ParticipantOptions,
    ParticipantPaper,
    by_country,
    total_text,
)
from app.documents.participant_workbook import build_xlsx
from app.documents.pen import About, Pen, baseline
from app.documents.speech import LANGUAGE_WORDS, Speech, joined, speech
from app.documents.styles import (
    ACCENT,
    BAND,
    BLACK,
    CELL,
    CELL_STRONG,
    MM,
    NOTE,
    NOTE_GREY,
    ROW_FIRST,
    ROW_PLAIN,
    STRONG,
    Style,
)
from app.documents.tables import Cell, Grid, Head, Row, grid
from app.documents.texts import PersonName, Text, clean_line
from app.documents.wrapping import height_of, wrap, wrap_pair, wrap_runs

_GROUP = Style("Sans-SemiBold", 9.6, 12, ACCENT)


class _GroupHead(Block):
    """The name of a delegation over an accent rule, its country at the right."""

    role = "H2"

    def __init__(self, group: ListedGroup, area: Area, again: Text = Text()) -> None:
        self.right_edge = area.right
        title = joined([group.title, again], " ") if again else group.title
        self.left = wrap_pair(title, _GROUP, area.width * 0.7)
        self.right = wrap(group.country.joined(), NOTE_GREY, area.width * 0.27)
        self.height = max(height_of(self.left), height_of(self.right)) + 1.2 * MM
        self.gap, self.keep = 3.0 * MM, 2
        if not again:
            self.outline, self.level = group.title.first, 1

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw both on one baseline and the rule."""
        pen.lines(LEFT + PAD, top, self.left)
        if self.right and self.left:
            start = top + baseline(self.left[0]) - baseline(self.right[0])
            pen.lines(LEFT, start, self.right, self.right_edge - LEFT - PAD, "right")
        pen.rule(LEFT, self.right_edge, top + self.height, STRONG, ACCENT)


class _TotalRule(Block):
    """The strong rule above the totals."""

    gap = 5 * MM
    role = ""

    def __init__(self, area: Area) -> None:
        self.right_edge, self.keep = area.right, 2
        # The band of the row below must not cover half of the rule.
        self.height = STRONG / 2

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the rule."""
        pen.rule(LEFT, self.right_edge, top, STRONG, BLACK)


def build(paper: ParticipantPaper, options: ParticipantOptions = PUBLIC) -> bytes:
    """The list as PDF."""
    said = speech(options.language, options.second)
    area = LANDSCAPE if options.internal else PORTRAIT
    title = said.say(N_("List of participants") if not options.internal else N_("List of participants, internal"))
    dates = said.date_range(paper.start, paper.end or paper.start) if paper.start else Text()
    logos = LogoRow(paper.logos, right=area.right)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(title, dates, gap=4.2 * MM, width=area.width))
    blocks += event_line(paper.event_title, strong=True, width=area.width)
    blocks += sub_line(paper.event_line, width=area.width)
    rows, totals = _table(paper, said, options, area), _totals(paper, said, area)
    note = paper.words.say(INTERNAL_NOTE if options.internal else PUBLIC_NOTE, said)
    notes = note_paragraph(note, 2.4 * MM, NOTE_GREY, area.width)
    # A total never stands alone on a page: it takes the last two rows with it, and the note stays with it.
    for place, row in enumerate(reversed(rows[-2:]), 1):
        row.keep = max(row.keep, len(totals) + len(notes) + place - 1)
    blocks += rows + totals + notes
    as_of = said.date_long(paper.as_of) if paper.as_of else Text()
    frame = Frame(
        running_left=f"{title.first} – {paper.event_title.first}",
        running_right=dates.first,
        foot_left=paper.code,
        foot_middle=" – ".join(part for part in (title.first, as_of.first) if part),
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )
    name = f"{title.first} – {paper.event_title.first}"
    about = About(name, paper.organiser, paper.event_title.first, options.language, paper.accent)
    return write(about, frame, blocks, FIRST_TOP, area=area)


def _table(paper: ParticipantPaper, said: Speech, options: ParticipantOptions, area: Area) -> list[Block]:
    table = _columns(said, options)
    head = Head(table, gap=3.6 * MM)
    head.keep = 3
    blocks: list[Block] = [head] if paper.groups else []
    number = 0
    for place, group in enumerate(paper.groups):
        opening = _GroupHead(group, area)
        again = _GroupHead(group, area, said.say(N_("(continued)")))
        opening.lead, opening.keep = (head,) if place else (), min(2, len(group.persons))
        blocks.append(opening)
        for person in group.persons:
            number += 1
            row = Row(table, _cells(person, number, table, said, options))
            row.lead = (head, again)
            blocks.append(row)
    return blocks


def _columns(said: Speech, options: ParticipantOptions) -> Grid:
    number, name = said.say(N_("No.")), said.say(N_("Full name"))
    position, organisation = said.say(N_("Position")), said.say(N_("Organisation"))
    if not options.internal:
        return grid((number, 9, "right"), (name, 47), (position, 52), (organisation, 47), (said.say(N_("Country")), 15))
    travel = joined([said.say(word) for word in (N_("Arrival"), N_("Departure"), N_("Room"))])
    columns = [
        (name, 42.0),
        (joined([position, organisation]), 56.0),
        (said.say(N_("Contact")), 50.0),
        (said.say(N_("Emergency contact")), 34.0),
        (travel, 34.0),
        (joined([said.say(N_("Languages")), said.say(N_("Diet"))]), 32.0),
    ]
    if options.documents:
        narrow = (38.0, 47.0, 44.0, 31.0, 31.0, 27.0)
        columns = [(title, width) for (title, _), width in zip(columns, narrow, strict=True)]
        columns.append((said.say(N_("Passport")), 30.0))
    return grid((number, 9, "right"), *columns)


def _cells(person: ListedPerson, number: int, table: Grid, said: Speech, options: ParticipantOptions) -> list[Cell]:
    counted = wrap(str(number), ROW_PLAIN._replace(ink=NOTE_GREY.ink), table.inner(0))
    first, second = said.languages
    name = _name(person.name, first, table.inner(1))
    if second and person.name.sorted_form(second) != person.name.sorted_form(first):
        name += wrap(", ".join(part for part in person.name.sorted_form(second) if part), NOTE_GREY, table.inner(1))
    if not options.internal:
        return [
            counted,
            name,
            wrap_pair(person.position, CELL, table.inner(2)),
            wrap_pair(person.organisation, CELL, table.inner(3)),
            wrap(person.country, CELL, table.inner(4)),
        ]
    work = wrap_pair(person.position, CELL, table.inner(2)) + wrap_pair(person.organisation, NOTE_GREY, table.inner(2))
    cells = [counted, name, work]
    cells.append(wrap(person.phone, CELL, table.inner(3)) + wrap(person.email, CELL, table.inner(3)))
    cells.append(wrap(person.emergency, CELL, table.inner(4)))
    cells.append(_travel(person, said, table.inner(5)))
    cells.append(_needs(person, said, table.inner(6)))
    if options.documents:
        cells.append(_document(person, said, table.inner(7)))
    return cells


def _name(name: PersonName, language: str, width: float) -> Cell:
    family, given = name.sorted_form(language)
    if not family or not given:
        return wrap(family or given, ROW_FIRST, width)
    return wrap_runs([(family, ROW_FIRST), (f", {given}", ROW_PLAIN)], width)


def _when(day: date | str, said: Speech) -> str:
    return said.forms.day_and_month(day) if isinstance(day, date) else clean_line(day)


def _travel(person: ListedPerson, said: Speech, width: float) -> Cell:
    days = " – ".join(part for part in (_when(person.arrival, said), _when(person.departure, said)) if part)
    cell = wrap(days, CELL, width)
    if person.room:
        cell += wrap(said.say(N_("Room: {what}"), what=clean_line(person.room)).first, CELL, width)
    return cell


def _needs(person: ListedPerson, said: Speech, width: float) -> Cell:
    codes = [code.strip() for code in clean_line(person.languages).split(",") if code.strip()]
    spoken = ", ".join(
        said.first.say(LANGUAGE_WORDS[code]) if code in LANGUAGE_WORDS else code.upper() for code in codes
    )
    return wrap(spoken, NOTE_GREY, width) + wrap(person.diet, CELL_STRONG, width)


def _document(person: ListedPerson, said: Speech, width: float) -> Cell:
    cell = wrap(person.passport, CELL, width)
    if person.passport_until:
        until = said.forms.date_short(person.passport_until)
        cell += wrap(said.say(N_("Valid until: {what}"), what=until).first, NOTE, width)
    if person.born:
        cell += wrap(said.say(N_("Born: {what}"), what=said.forms.date_short(person.born)).first, NOTE, width)
    return cell


def _totals(paper: ParticipantPaper, said: Speech, area: Area) -> list[Block]:
    """Persons by sex (ME-3) at the left, by country at the right."""
    left = 56.0 if area is PORTRAIT else 90.0
    table = grid((Text(), left), (Text(), area.width / MM - left))
    cells = [
        wrap_pair(total_text(paper.persons, said), ROW_FIRST, table.inner(0)),
        wrap_pair(by_country(paper), CELL, table.inner(1)),
    ]
    row = Row(table, cells, rule=STRONG, band=BAND)
    row.keep = 1
    return [_TotalRule(area), row]


__all__ = [
    "INTERNAL_NOTE",
    "PUBLIC_NOTE",
    "SLOTS",
    "ListedGroup",
    "ListedPerson",
    "ParticipantOptions",
    "ParticipantPaper",
    "build",
    "build_xlsx",
    "total_text",
]
