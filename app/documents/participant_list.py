"""Lists of participants: public (PL-1), internal (PL-2), with totals by sex (PL-3, ME-3); PDF and workbook."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from app.core.i18n import N_
from app.core.vocabulary import Sex
from app.documents.blocks import TitleLine, event_line, note_paragraph, sub_line
from app.documents.layout import FIRST_TOP, LEFT, PAD, RIGHT, Block, Frame, Sheet, write
from app.documents.logos import Logo, LogoRow
from app.documents.pen import About, Pen, baseline
from app.documents.sheets import SheetColumn, SheetTable, Value, workbook
from app.documents.speech import Speech, joined, speech
from app.documents.styles import ACCENT, BLACK, CELL, MM, NOTE_GREY, ROW_FIRST, ROW_PLAIN, STRONG, Style
from app.documents.tables import Cell, Grid, Head, Row, grid
from app.documents.texts import PersonName, Text, clean_line
from app.documents.wrapping import height_of, wrap, wrap_pair, wrap_runs

_GROUP = Style("Sans-SemiBold", 9.6, 12, ACCENT)


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One person. The fields from ``email`` on are printed on the internal list only (PL-2)."""

    name: PersonName
    position: Text = Text()
    organisation: Text = Text()
    country: str = ""
    email: str = ""
    phone: str = ""
    languages: str = ""
    diet: str = ""
    arrival: str = ""
    departure: str = ""
    room: str = ""
    emergency: str = ""


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """A delegation or another group with its persons in the order to be printed (PL-3)."""

    title: Text
    persons: tuple[ListedPerson, ...]
    country: Text = Text()


@dataclass(frozen=True, slots=True)
class ParticipantPaper:
    """A list of participants. ``countries`` gives the names of the country codes for the totals."""

    code: str
    event_title: Text
    groups: tuple[ListedGroup, ...]
    event_line: Text = Text()
    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    organiser: str = ""
    logos: tuple[Logo, ...] = ()
    countries: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipantOptions:
    """``internal`` adds contacts, diet, travel, room: not for the welcome pack (PL-1, PL-2)."""

    language: str = "en"
    second: str = ""
    internal: bool = False


class _GroupHead(Block):
    """The name of a delegation over an accent rule, its country at the right."""

    def __init__(self, group: ListedGroup, again: Text = Text()) -> None:
        self.left = wrap_pair(joined([group.title, again], " ") if again else group.title, _GROUP, 120 * MM)
        self.right = wrap(group.country.joined(), NOTE_GREY, 46 * MM)
        self.height = max(height_of(self.left), height_of(self.right)) + 1.2 * MM
        self.gap, self.keep = 3.0 * MM, 2
        if not again:
            self.outline, self.level = group.title.first, 1

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw both on one baseline and the rule."""
        pen.lines(LEFT + PAD, top, self.left)
        if self.right and self.left:
            pen.lines(
                LEFT, top + baseline(self.left[0]) - baseline(self.right[0]), self.right, RIGHT - LEFT - PAD, "right"
            )
        pen.rule(LEFT, RIGHT, top + self.height, STRONG, ACCENT)


def build(paper: ParticipantPaper, options: ParticipantOptions = ParticipantOptions()) -> bytes:
    """The list as PDF."""
    said = speech(options.language, options.second)
    title = said.say(N_("List of participants") if not options.internal else N_("List of participants, internal"))
    dates = said.date_range(paper.start, paper.end or paper.start) if paper.start else Text()
    logos = LogoRow(paper.logos)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(title, dates, gap=4.2 * MM))
    blocks += event_line(paper.event_title, strong=True)
    blocks += sub_line(paper.event_line)
    rows, totals = _table(paper, said, options), _totals(paper, said)
    # A total never stands alone on a page: it takes the last two rows with it.
    for place, row in enumerate(reversed(rows[-2:]), 1):
        row.keep = max(row.keep, len(totals) + place)
    blocks += rows + totals
    kept = N_("Sorted by surname within each delegation. For the participants of this event; not for publication.")
    secret = N_("Internal: holds contacts and personal needs. Do not pass on.")
    blocks += note_paragraph(said.say(secret if options.internal else kept), 2.4 * MM, NOTE_GREY)
    as_of = said.date_long(paper.as_of) if paper.as_of else Text()
    frame = Frame(
        running_left=f"{title.first} – {paper.event_title.first}",
        running_right=dates.first,
        foot_left=paper.code,
        foot_middle=" – ".join(part for part in (title.first, as_of.first) if part),
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )
    about = About(
        f"{title.first} – {paper.event_title.first}", paper.organiser, paper.event_title.first, options.language
    )
    return write(about, frame, blocks, FIRST_TOP)


def _table(paper: ParticipantPaper, said: Speech, options: ParticipantOptions) -> list[Block]:
    table = _columns(said, options.internal)
    head = Head(table, gap=3.6 * MM)
    blocks: list[Block] = []
    number = 0
    for group in paper.groups:
        opening = _GroupHead(group)
        again = _GroupHead(group, said.say(N_("(continued)")))
        opening.lead, opening.keep = (head,), min(2, len(group.persons))
        if not blocks:
            head.keep = 3
            opening.lead = ()
            blocks.append(head)
        blocks.append(opening)
        for person in group.persons:
            number += 1
            row = Row(table, _cells(person, number, table, said, options.internal))
            row.lead = (head, again)
            blocks.append(row)
    return blocks


def _columns(said: Speech, internal: bool) -> Grid:
    number, name = (said.say(N_("No.")), 9, "right"), said.say(N_("Full name"))
    position, organisation = said.say(N_("Position")), said.say(N_("Organisation"))
    if internal:
        return grid(
            number,
            (name, 41),
            (joined([position, organisation]), 44),
            (said.say(N_("Contact")), 40),
            (said.say(N_("Travel and needs")), 36),
        )
    return grid(number, (name, 47), (position, 52), (organisation, 47), (said.say(N_("Country")), 15))


def _cells(person: ListedPerson, number: int, table: Grid, said: Speech, internal: bool) -> list[Cell]:
    counted = wrap(str(number), ROW_PLAIN._replace(ink=NOTE_GREY.ink), table.inner(0))
    first, second = said.languages
    name = _name(person.name, first, table.inner(1))
    if second and person.name.sorted_form(second) != person.name.sorted_form(first):
        name += wrap(", ".join(part for part in person.name.sorted_form(second) if part), NOTE_GREY, table.inner(1))
    if not internal:
        return [
            counted,
            name,
            wrap_pair(person.position, CELL, table.inner(2)),
            wrap_pair(person.organisation, CELL, table.inner(3)),
            wrap(person.country, CELL, table.inner(4)),
        ]
    work = wrap_pair(person.position, CELL, table.inner(2)) + wrap_pair(person.organisation, NOTE_GREY, table.inner(2))
    return [counted, name, work, _contact(person, table.inner(3)), _needs(person, said, table.inner(4))]


def _name(name: PersonName, language: str, width: float) -> Cell:
    family, given = name.sorted_form(language)
    if not family or not given:
        return wrap(family or given, ROW_FIRST, width)
    return wrap_runs([(family, ROW_FIRST), (f", {given}", ROW_PLAIN)], width)


def _contact(person: ListedPerson, width: float) -> Cell:
    cell: Cell = []
    for text in (person.phone, person.email):
        cell += wrap(text, CELL, width)
    return cell + wrap(person.emergency, NOTE_GREY, width)


def _needs(person: ListedPerson, said: Speech, width: float) -> Cell:
    cell: Cell = []
    travel = " – ".join(part for part in (clean_line(person.arrival), clean_line(person.departure)) if part)
    for message, value in (
        (N_("Travel: {what}"), travel),
        (N_("Room: {what}"), person.room),
        (N_("Diet: {what}"), person.diet),
        (N_("Languages: {what}"), person.languages),
    ):
        if value:
            cell += wrap(said.say(message, what=clean_line(value)).first, CELL, width)
    return cell


def _totals(paper: ParticipantPaper, said: Speech) -> list[Block]:
    persons = [person for group in paper.groups for person in group.persons]
    left = total_text(persons, said)
    names = dict(paper.countries)
    counted = Counter(person.country for person in persons if person.country)
    parts = [joined([names.get(code, Text(code)), Text(str(n))], "\u00a0") for code, n in counted.most_common()]
    table = grid((Text(), 56), (Text(), 114))
    row = Row(
        table, [wrap_pair(left, ROW_FIRST, 110 * MM), wrap_pair(joined(parts, " · "), CELL, 112 * MM)], rule=STRONG
    )
    opening = _TotalRule()
    opening.keep = 2
    row.keep = 1
    if left and len(wrap(left.first, ROW_FIRST, 54 * MM)) > 1:
        row = Row(
            table, [wrap_pair(left, ROW_FIRST, 54 * MM), wrap_pair(joined(parts, " · "), CELL, 112 * MM)], rule=STRONG
        )
        row.keep = 1
    return [opening, row]


class _TotalRule(Block):
    """The strong rule above the totals."""

    gap = 5 * MM

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the rule."""
        pen.rule(LEFT, RIGHT, top, STRONG, BLACK)


def total_text(persons: list[ListedPerson], said: Speech) -> Text:
    """Persons once, by sex; sex is never guessed (ME-3)."""
    sexes = Counter(person.name.sex for person in persons)
    unknown = len(persons) - sexes[Sex.FEMALE] - sexes[Sex.MALE]
    split = said.by_sex(sexes[Sex.FEMALE], sexes[Sex.MALE], unknown)
    total = said.count("Total: {n} person", "Total: {n} persons", len(persons))
    return joined([total, split], " – ") if split else total


def build_xlsx(paper: ParticipantPaper, options: ParticipantOptions = ParticipantOptions()) -> bytes:
    """The list as a workbook; both spellings of the names, so that it can be worked with."""
    said = speech(options.language)
    words = said.first
    titles = [
        N_("No."),
        N_("Delegation"),
        N_("Surname"),
        N_("Given name"),
        N_("Surname (Latin)"),
        N_("Given name (Latin)"),
    ]
    titles += [N_("Sex"), N_("Position"), N_("Organisation"), N_("Country")]
    widths = [6.0, 20, 20, 18, 20, 18, 8, 34, 34, 10]
    if options.internal:
        titles += [N_("Phone"), N_("E-mail"), N_("Languages"), N_("Diet"), N_("Arrival"), N_("Departure"), N_("Room")]
        titles.append(N_("Emergency contact"))
        widths += [18, 28, 14, 18, 18, 18, 10, 28]
    rows: list[list[Value]] = []
    for group in paper.groups:
        for person in group.persons:
            rows.append(_sheet_row(len(rows) + 1, group, person, options.internal))
    columns = [SheetColumn(words.say(title), width) for title, width in zip(titles, widths, strict=True)]
    persons = [person for group in paper.groups for person in group.persons]
    table = SheetTable(words.say(N_("Participants")), columns, rows, notes=(total_text(persons, said).first,))
    return workbook([table], f"{words.say(N_('List of participants'))} – {paper.event_title.first}")


def _sheet_row(number: int, group: ListedGroup, person: ListedPerson, internal: bool) -> list[Value]:
    name = person.name
    row: list[Value] = [number, group.title.first, name.family, name.given, name.family_latin or name.family]
    row += [name.given_latin or name.given, name.sex, person.position.first, person.organisation.first, person.country]
    if internal:
        row += [person.phone, person.email, person.languages, person.diet, person.arrival, person.departure]
        row += [person.room, person.emergency]
    return row
