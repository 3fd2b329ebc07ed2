"""Lists of participants as PDF: public on a standing page (PL-1), internal on a lying one (PL-2), totals (PL-3)."""

from collections.abc import Sequence
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
    SECOND,
    STRONG,
    Style,
)
from app.documents.tables import Cell, Grid, Head, Row, grid, keep_ends, low_together
from app.documents.texts import NBSP, PersonName, Text, clean_line, phones_kept
from app.documents.wrapping import cut, ended, height_of, text_width, told_second, wrap, wrap_pair, wrap_runs

#: Letters of a day with its hour.
_HOUR = 18
_GROUP = Style("Sans-SemiBold", 9.6, 12, ACCENT)


class _GroupHead(Block):
    """The name of a delegation over an accent rule, its country at the right."""

    role = "H2"

    def __init__(self, group: ListedGroup, area: Area, again: Text = Text()) -> None:
        self.right_edge = area.right
        title = _going_on(group.title, again, area.width * 0.7) if again else group.title
        self.left = ended(wrap_pair(title, _GROUP, area.width * 0.7), 8, area.width * 0.7)
        self.right = ended(wrap(group.country.joined(), NOTE_GREY, area.width * 0.27), 8, area.width * 0.27)
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


def _going_on(title: Text, again: Text, width: float) -> Text:
    """The name of a group with "(continued)", one line for each language: the whole name stands where it begins."""
    made = []
    for part, word, style in zip(title, again, (_GROUP, _GROUP.scaled(SECOND)), strict=True):
        room = width - text_width(f" {word}", style)
        made.append(f"{cut(clean_line(part), style, room)} {word}" if part else "")
    return Text(*made)


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
    exact = paper.start is not None and not paper.when
    dates = said.date_range(paper.start, paper.end or paper.start) if exact and paper.start else paper.when
    logos = LogoRow(paper.logos, right=area.right)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(title, dates, gap=4.2 * MM, width=area.width))
    blocks += event_line(paper.event_title, strong=True, width=area.width)
    blocks += sub_line(paper.event_line, width=area.width)
    rows, totals = _table(paper, said, options, area), _totals(paper, said, area)
    note = paper.words.say(INTERNAL_NOTE if options.internal else PUBLIC_NOTE, said)
    notes = note_paragraph(note, 2.4 * MM, NOTE_GREY, area.width)
    if options.internal and any(unconfirmed(person.name, options.language) for person in paper.persons):
        unsure = said.say(N_("Names in italics: the Latin spelling is not confirmed yet."))
        notes += note_paragraph(unsure, 0.6 * MM, NOTE_GREY, area.width)
    # A total never stands alone on a page: it takes the last two rows with it, and the note stays with it.
    for place, row in enumerate(reversed(rows[-2:] if low_together(rows[-2:]) else rows[-1:]), 1):
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
    about = About(name, paper.organiser, paper.event_title.first, options.language, paper.accent, said.languages[1])
    return write(about, frame, blocks, FIRST_TOP, area=area)


def _table(paper: ParticipantPaper, said: Speech, options: ParticipantOptions, area: Area) -> list[Block]:
    table, kept = _columns(paper, said, options)
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
            row = Row(table, _cells(person, number, table, kept, said))
            row.lead = (head, again)
            blocks.append(row)
        keep_ends([row for row in blocks[-len(group.persons) :] if isinstance(row, Row)] if group.persons else [])
    return blocks


def _columns(paper: ParticipantPaper, said: Speech, options: ParticipantOptions) -> tuple[Grid, list[int]]:
    """The columns, and which of the internal ones are printed: those in which anybody has something (PL-2)."""
    number, name = said.say(N_("No.")), said.say(N_("Full name"))
    position, organisation = said.say(N_("Position")), said.say(N_("Organisation"))
    if not options.internal:
        country = said.say(N_("Country"))
        return grid((number, 9, "right"), (name, 47), (position, 52), (organisation, 47), (country, 15)), []
    travel = _listed([said.say(word) for word in (N_("Arrival"), N_("Departure"), N_("Room"))])
    listed = paper.persons
    columns = [
        (name, 42.0, True),
        (_listed([position, organisation]), 56.0, True),
        (said.say(N_("Contact")), 50.0, any(one.phone or one.email for one in listed)),
        (said.say(N_("Emergency contact")), 34.0, any(one.emergency for one in listed)),
        (travel, 34.0, any(one.arrival or one.departure or one.room for one in listed)),
        (_listed([said.say(N_("Languages")), said.say(N_("Diet"))]), 32.0, any(p.languages or p.diet for p in listed)),
        (said.say(N_("Passport")), 34.0, options.documents),
    ]
    kept = [number for number, (_, _, filled) in enumerate(columns) if filled]
    scale = (LANDSCAPE.width / MM - 9) / sum(columns[one][1] for one in kept)
    table = grid((number, 9, "right"), *((columns[one][0], columns[one][1] * scale) for one in kept))
    return table, kept


def _listed(titles: Sequence[Text]) -> Text:
    """Several headings of one column: only the first begins with a capital."""
    return joined([titles[0], *(Text(*(part[:1].lower() + part[1:] for part in title)) for title in titles[1:])])


def _cells(person: ListedPerson, number: int, table: Grid, kept: Sequence[int], said: Speech) -> list[Cell]:
    """A row: name, position and organisation, then of the parts of this list those that are filled for anybody."""
    cells = [
        wrap(str(number), ROW_PLAIN._replace(ink=NOTE_GREY.ink), table.inner(0)),
        _names(person, said, table, bool(kept)),
    ]
    if not kept:
        cells.append(wrap_pair(person.position, CELL, table.inner(2)))
        cells.append(wrap_pair(person.organisation, CELL, table.inner(3)))
        return [*cells, wrap(person.country, CELL, table.inner(4))]
    makers = (_work, _contact, _emergency, _travel, _needs, _document)
    for place, one in enumerate(kept[1:], 2):
        cells.append(makers[one - 1](person, said, table.inner(place)))
    return cells


def _names(person: ListedPerson, said: Speech, table: Grid, internal: bool) -> Cell:
    first, second = said.languages
    name = _name(person.name, first, table.inner(1), internal and unconfirmed(person.name, first))
    if second and person.name.sorted_form(second) != person.name.sorted_form(first):
        other = _comma(second).join(part for part in person.name.sorted_form(second) if part)
        name += told_second(wrap(other, NOTE_GREY, table.inner(1)))
    return name


def _work(person: ListedPerson, said: Speech, width: float) -> Cell:
    return wrap_pair(person.position, CELL, width) + wrap_pair(person.organisation, NOTE_GREY, width)


def _contact(person: ListedPerson, said: Speech, width: float) -> Cell:
    return wrap(phones_kept(person.phone), CELL, width) + wrap(person.email, CELL, width)


def _emergency(person: ListedPerson, said: Speech, width: float) -> Cell:
    return wrap(phones_kept(person.emergency), CELL, width)


def unconfirmed(name: PersonName, language: str) -> bool:
    """Whether a spelling stands on the paper that only the table made: in italics on the internal list (NA-1)."""
    return name.generated and name.cyrillic and not name.native_in(language)


def _name(name: PersonName, language: str, width: float, slanted: bool = False) -> Cell:
    family, given = name.sorted_form(language)
    if slanted:
        whole = _comma(language).join(part for part in (family, given) if part)
        return wrap(whole, ROW_PLAIN._replace(face="Sans-Italic"), width)
    if not family or not given:
        return wrap(family or given, ROW_FIRST, width)
    # The comma is part of the family name's word: it must never begin a line.
    return wrap_runs([(f"{family}{_comma(language)}".rstrip(), ROW_FIRST), (f" {given}", ROW_PLAIN)], width)


def _comma(language: str) -> str:
    """What stands between family and given name in a list: nothing but a space in Ukrainian (NA-3)."""
    return " " if language == "uk" else ", "


def _when(day: date | str, said: Speech) -> str:
    if isinstance(day, date):
        return said.forms.day_and_month(day)
    told = clean_line(day)
    # A day with its hour stays in one piece; a whole sentence breaks where it must.
    return told.replace(" ", "\u00a0") if len(told) <= _HOUR else told


def _travel(person: ListedPerson, said: Speech, width: float) -> Cell:
    arrival, departure = _when(person.arrival, said), _when(person.departure, said)
    # With one of the two, the dash tells which it is.
    days = f"{arrival} – {departure}" if arrival and departure else f"{arrival}{NBSP}–" if arrival else ""
    cell = wrap(days or (f"–{NBSP}{departure}" if departure else ""), CELL, width)
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
    left = 74.0 if area is PORTRAIT else 98.0
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
