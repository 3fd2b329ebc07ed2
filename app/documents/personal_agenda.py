"""The agenda of one person: only what they are expected at, with their travel, hotel, contacts and what they do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.i18n import N_
from app.documents.agenda_data import AgendaDay, AgendaOptions, AgendaPaper
from app.documents.agenda_head import contact_blocks, fact_blocks, named, practical, theme_line, title_blocks
from app.documents.agenda_table import day_blocks
from app.documents.blocks import Fact, event_line, note_paragraph, sub_line
from app.documents.contact_foot import with_contacts
from app.documents.layout import FIRST_TOP, Block, Frame, Page, draw_pages, paginate
from app.documents.logos import LogoRow
from app.documents.own_words import Slot
from app.documents.pen import About
from app.documents.speech import Speech, joined, speech
from app.documents.styles import CELL, MM, NOTE_GREY
from app.documents.texts import PersonName, Text
from app.documents.version_box import VersionBox

NOTE_SLOT = Slot(
    "note",
    N_("Note at the end"),
    "",
    {"name": N_("name of the person"), "event": N_("title of the event"), "theme": N_("theme of the event")},
    lines=4,
)
#: Where a programme may put its own words on a personal agenda.
SLOTS = (NOTE_SLOT,)


@dataclass(frozen=True, slots=True)
class PersonalPart:
    """One person: what they are expected at and what is arranged for them.

    ``days`` hold only their items; ``accommodation`` and ``room`` are empty for those who live there.
    """

    name: PersonName
    days: tuple[AgendaDay, ...]
    position: Text = Text()
    organisation: Text = Text()
    role: Text = Text()
    arrival: date | None = None
    departure: date | None = None
    accommodation: Text = Text()
    room: str = ""
    travel: Text = Text()
    insurance: Text = Text()
    diet: str = ""


@dataclass(frozen=True, slots=True)
class PersonalPaper:
    """The agenda of the whole event and the people for whom it is told."""

    agenda: AgendaPaper
    people: tuple[PersonalPart, ...]


def build(paper: PersonalPaper, options: AgendaOptions, step: Callable[[int, int], None] | None = None) -> bytes:
    """One PDF for everybody, each with an own count of pages; people with the same items share what is laid out.

    ``step`` hears (done, total) after each person and may raise to stop.
    """
    said = speech(options.language, options.second)
    maker = _Maker(paper.agenda, said, options)
    title = said.say(N_("Personal agenda")).first if len(paper.people) != 1 else maker.title(paper.people[0]).first
    about = maker.about(title)

    def parts() -> Iterator[tuple[Frame, Sequence[Page]]]:
        """One after the other, so that nobody's pages wait for those of a thousand others."""
        for number, person in enumerate(paper.people, 1):
            yield maker.part(person)
            if step is not None:
                step(number, len(paper.people))

    return draw_pages(about, parts())


def build_each(paper: PersonalPaper, options: AgendaOptions) -> Iterable[bytes]:
    """A PDF for each person, in their order."""
    said = speech(options.language, options.second)
    maker = _Maker(paper.agenda, said, options)
    for person in paper.people:
        yield draw_pages(maker.about(maker.title(person).first), [maker.part(person)])


class _Maker:
    """Lays out one person after the other."""

    def __init__(self, agenda: AgendaPaper, said: Speech, options: AgendaOptions) -> None:
        self.agenda, self.said, self.options = agenda, said, options
        self._tables: dict[tuple[AgendaDay, ...], list[Block]] = {}

    def about(self, title: str) -> About:
        """What the file says of itself."""
        agenda, (first, second) = self.agenda, self.said.languages
        return About(title, agenda.organiser, agenda.event_title.first, first, agenda.accent, second)

    def title(self, person: PersonalPart) -> Text:
        """``Personal agenda`` would be cold: the name is the title, the kind of paper stands below."""
        return Text(self.said.name(person.name).first)

    def part(self, person: PersonalPart) -> tuple[Frame, Sequence[Page]]:
        """The pages of one person with their frame."""
        said, agenda = self.said, self.agenda
        name = said.name(person.name)
        logos = LogoRow(agenda.logos)
        blocks: list[Block] = [logos] if logos.rows else []
        blocks += title_blocks(Text(name.first, name.second if name.second != name.first else ""))
        blocks += sub_line(joined([text for text in (person.position, person.organisation) if text]))
        heading = said.say(N_("Personal agenda"))
        event = named(agenda)
        blocks += event_line(joined([heading, event], " · ") if event else heading, strong=True, gap=2 * MM)
        blocks += theme_line(agenda, said)
        blocks += fact_blocks(self._facts(person))
        if agenda.version.number:
            marked = any(item.change for day in person.days for item in day.items)
            blocks.append(VersionBox(said, agenda.version, marked))
        table = self._tables.get(person.days)
        if table is None:
            # Numbers are those of the whole agenda: days keep them though only some are told.
            table = self._tables[person.days] = self._table(person.days)
        blocks += table or note_paragraph(said.say(N_("No items are planned for this person.")), 4 * MM, CELL)
        blocks += practical(agenda, said)
        values = {"name": name, "event": agenda.event_title, "theme": agenda.theme}
        note = note_paragraph(agenda.words.say(NOTE_SLOT, said, **values), 3 * MM, NOTE_GREY)
        contacts = contact_blocks(agenda, said)
        pages = with_contacts([*blocks, *note], contacts)
        return self._frame(name.first), pages or paginate([*blocks, *contacts, *note], FIRST_TOP)

    def _table(self, days: Sequence[AgendaDay]) -> list[Block]:
        mine = {day.day: day for day in days}
        whole = tuple(mine.get(day.day, day) for day in self.agenda.days)
        return day_blocks(replace(self.agenda, days=whole), self.said, self.options, only=set(mine)) if mine else []

    def _facts(self, person: PersonalPart) -> list[Fact]:
        said = self.said
        times = []
        if person.arrival:
            times.append(said.say(N_("arrival {date}"), date=said.day_and_month(person.arrival)))
        if person.departure:
            times.append(said.say(N_("departure {date}"), date=said.day_and_month(person.departure)))
        stay = joined([text for text in (person.accommodation, Text(person.room)) if text], " · ")
        if person.room:
            room = said.say(N_("room {number}"), number=person.room)
            stay = joined([text for text in (person.accommodation, room) if text], " · ")
        return [
            Fact(said.say(N_("Role")), person.role),
            Fact(said.say(N_("Stay")), joined(times)),
            Fact(said.say(N_("Place")), self.agenda.places),
            Fact(said.say(N_("Accommodation")), stay),
            Fact(said.say(N_("Travel")), person.travel),
            Fact(said.say(N_("Insurance")), person.insurance),
            Fact(said.say(N_("Diet")), Text(person.diet)),
        ]

    def _frame(self, name: str) -> Frame:
        said, agenda = self.said, self.agenda
        dates = said.forms.date_range(agenda.start, agenda.end or agenda.start) if agenda.start else agenda.when.first
        return Frame(
            running_left=f"{name} – {said.say(N_('Personal agenda')).first}",
            running_right=dates,
            foot_left=agenda.code,
            foot_middle=agenda.version.short(said) or dates,
            page_word="" if said.bilingual else said.say(N_("Page")).first,
        )
