"""The annex to a travel order: what an employer needs to send somebody on a trip (3.3, TR-3, TR-4): data and ``build``.

For a group or for one person. It is filled as far as the records go; the rest is left on lines, to be written by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.core.dates import days_inclusive, each_day
from app.core.i18n import N_
from app.documents import story_pages, word_story
from app.documents.letter_data import Meal, states_who_pays
from app.documents.logos import Logo
from app.documents.own_words import OwnWords, Slot
from app.documents.speech import Speech, joined, speech
from app.documents.story import Column, Form, Paragraph, Part, Signatures, Story, Table, TableRow, section
from app.documents.styles import ACCENT, Ink
from app.documents.texts import PersonName, Text, clean_line, phones_kept

#: The longest trip whose days are listed one by one.
_MOST_DAYS = 62
_MEALS = {Meal.BREAKFAST: N_("Breakfast"), Meal.LUNCH: N_("Lunch"), Meal.DINNER: N_("Dinner")}
TITLE = Slot("title", N_("Title"), N_("Annex to the travel order"))
DECLARATION = Slot(
    "declaration",
    N_("Sentence above the signatures"),
    N_("The persons named travel on behalf of the sending body. The stay is part of the programme above."),
    lines=3,
)
SLOTS = (TITLE, DECLARATION)


@dataclass(frozen=True, slots=True)
class Traveller:
    """Somebody who travels; document data are printed only if the options say so."""

    name: PersonName
    position: Text = Text()
    organisation: Text = Text()
    birth_date: date | None = None
    passport: str = ""
    passport_expiry: date | None = None
    arrival: date | None = None
    departure: date | None = None
    insurance: str = ""


@dataclass(frozen=True, slots=True)
class TravelOrderPaper:
    """Everything of the annex. Empty fields become lines to write on.

    ``meals`` by day from the agenda, None while there is no agenda; ``cities`` where the day is spent; ``arrival`` and
    ``departure`` those of the group.
    """

    code: str
    event_title: Text
    travellers: tuple[Traveller, ...]
    kind: Text = Text()
    partnership: Text = Text()
    programme: Text = Text()
    basis: Text = Text()
    organiser: str = ""
    host: Text = Text()
    purpose: Text = Text()
    place: Text = Text()
    start: date | None = None
    end: date | None = None
    arrival: date | None = None
    departure: date | None = None
    travel: Text = Text()
    paid: Text = Text()
    accommodation: Text = Text()
    insurance: Text = Text()
    meals: Mapping[date, tuple[Meal, ...]] | None = None
    cities: Mapping[date, Text] = field(default_factory=dict)
    interpreters: tuple[PersonName, ...] = ()
    contact: PersonName | None = None
    contact_lines: str = ""
    agenda: Text = Text()
    printed: date | None = None
    logos: tuple[Logo, ...] = ()
    words: OwnWords = field(default_factory=OwnWords)
    accent: Ink = ACCENT


@dataclass(frozen=True, slots=True)
class TravelOrderOptions:
    """Languages; ``documents``: birth dates and passports."""

    language: str = "en"
    second: str = ""
    documents: bool = False


_PLAIN = TravelOrderOptions()


def build(papers: Sequence[TravelOrderPaper], options: TravelOrderOptions = _PLAIN) -> bytes:
    """The annexes as one PDF, each with its own pages."""
    said = speech(options.language, options.second)
    return story_pages.build([story(paper, said, options.documents) for paper in papers], said)


def build_word(papers: Sequence[TravelOrderPaper], options: TravelOrderOptions = _PLAIN) -> bytes:
    """The same as a Word file."""
    said = speech(options.language, options.second)
    return word_story.build_word([story(paper, said, options.documents) for paper in papers], said)


def story(paper: TravelOrderPaper, said: Speech, documents: bool) -> Story:
    """The annex as plain parts."""
    one = paper.travellers[0] if len(paper.travellers) == 1 else None
    parts: list[Part] = []
    if one is not None:
        parts += section(said.say(N_("Traveller")), [_person(one, said, documents)])
    else:
        parts += section(said.say(N_("Travellers")), [_people(paper.travellers, said, documents)])
    parts += section(said.say(N_("Trip")), [_trip(paper, one, said)])
    parts += section(said.say(N_("Who pays")), [_money(paper, one, said)])
    meals = _meals(paper, one, said)
    parts += section(said.say(N_("Meals provided free of charge")), meals)
    parts += section(said.say(N_("Hosts and contacts")), [_on_site(paper, said)])
    parts.append(Paragraph(paper.words.say(DECLARATION, said)))
    parts.append(_signatures(one, said))
    title = paper.words.say(TITLE, said)
    dates = said.date_range(paper.start, paper.end or paper.start) if paper.start else Text()
    return Story(
        title=title,
        parts=tuple(parts),
        code=paper.code,
        footer=f"{title.first} – {said.forms.date_long(paper.printed)}" if paper.printed else title.first,
        running=one.name.shown(said.languages[0]) if one else dates.first,
        partnership=paper.partnership,
        event=paper.event_title,
        author=paper.organiser,
        logos=paper.logos,
        accent=paper.accent,
    )


def _person(one: Traveller, said: Speech, documents: bool) -> Form:
    fields = [
        (said.say(N_("Surname, name, patronymic")), Text(_native(one))),
        (said.say(N_("Passport spelling")), Text(_latin(one))),
        (said.say(N_("Position")), one.position),
        (said.say(N_("Organisation")), one.organisation),
    ]
    if documents:
        until = joined([Text(one.passport), _until(one, said)]) if one.passport else Text()
        fields += [
            (said.say(N_("Date of birth")), said.date_long(one.birth_date) if one.birth_date else Text()),
            (said.say(N_("Passport No.")), until),
        ]
    return Form(tuple(fields), frozenset({0, 1}), unsure=1 if one.name.generated else -1)


def _native(one: Traveller) -> str:
    name = one.name
    return clean_line(" ".join(part for part in (name.family, name.given, name.patronymic) if part))


def _latin(one: Traveller) -> str:
    given, family = one.name.parts("en")
    return f"{family} {given}".strip().upper()


def _until(one: Traveller, said: Speech) -> Text:
    if one.passport_expiry is None:
        return Text()
    return said.say(N_("valid until {date}"), date=said.date_long(one.passport_expiry))


def _people(people: Sequence[Traveller], said: Speech, documents: bool) -> Table:
    columns = [
        Column(said.say(N_("No.")), 8),
        Column(said.say(N_("Surname, name, patronymic")), 47),
        Column(said.say(N_("Passport spelling")), 39),
        Column(said.say(N_("Position")), 44),
    ]
    if documents:
        columns += [Column(said.say(N_("Born")), 31), Column(said.say(N_("Passport No.")), 21)]
    rows = []
    for number, one in enumerate(people, 1):
        dates = [said.say(N_("arrival {date}"), date=said.day_and_month(one.arrival))] if one.arrival else []
        if one.departure:
            dates.append(said.say(N_("departure {date}"), date=said.day_and_month(one.departure)))
        cells = [Text(str(number)), Text(_native(one), joined(dates).joined()), Text(_latin(one)), one.position]
        if documents:
            born = said.forms.date_short(one.birth_date) if one.birth_date else ""
            cells += [Text(born), Text(one.passport)]
        rows.append(TableRow(tuple(cells), strong=1, unsure=2 if one.name.generated else -1))
    return Table(tuple(columns), tuple(rows))


def _trip(paper: TravelOrderPaper, one: Traveller | None, said: Speech) -> Form:
    arrival, departure = _stay(paper, one)
    dates = said.date_range(paper.start, paper.end or paper.start) if paper.start else Text()
    travel = [
        said.say(label, date=_on(day, said))
        for label, day in ((N_("arrival {date}"), arrival), (N_("departure {date}"), departure))
        if day
    ]
    first, last = arrival or paper.start, departure or paper.end or paper.start
    days = Text()
    if first and last and last >= first:
        days = said.count("{n} day", "{n} days", days_inclusive(first, last))
    programme = joined([text for text in (paper.programme, paper.basis) if text], "; ")
    return Form(
        (
            (said.say(N_("Purpose")), paper.purpose or paper.event_title),
            (said.say(N_("Programme and agreement")), programme),
            (said.say(N_("Place")), paper.place),
            (said.say(N_("Dates of the programme")), dates),
            (said.say(N_("Days of travel")), joined(travel, "; ")),
            (said.say(N_("Length with travel")), days),
            (said.say(N_("Route and means of travel")), paper.travel),
        ),
        frozenset({3, 4}),
    )


def _on(day: date, said: Speech) -> Text:
    """A date after a word: on 1 October (FM-4)."""
    return said.form(lambda forms: forms.date_in_sentence(day))


def _stay(paper: TravelOrderPaper, one: Traveller | None) -> tuple[date | None, date | None]:
    arrival = (one.arrival if one else None) or paper.arrival
    departure = (one.departure if one else None) or paper.departure
    return arrival, departure


def _money(paper: TravelOrderPaper, one: Traveller | None, said: Speech) -> Form:
    insurance = Text(one.insurance) if one and one.insurance else paper.insurance
    return Form(
        (
            (said.say(N_("Paid by") if states_who_pays(paper.paid.first) else N_("The organiser pays")), paper.paid),
            (said.say(N_("Accommodation")), paper.accommodation),
            (said.say(N_("Insurance")), insurance),
            (said.say(N_("Daily allowance by the sending body")), Text()),
        )
    )


def _meals(paper: TravelOrderPaper, one: Traveller | None, said: Speech) -> list[Part]:
    """Day by day, since the daily allowance depends on it (TR-4); nothing while no day is known."""
    arrival, departure = _stay(paper, one)
    known = sorted(paper.meals or ())
    first = arrival or paper.start or (known[0] if known else None)
    last = departure or paper.end or (known[-1] if known else None)
    if first is None or last is None or last < first:
        return []
    columns = (
        Column(said.say(N_("Day")), 50),
        Column(said.say(N_("Place")), 48),
        *(Column(said.say(label), 24) for label in _MEALS.values()),
    )
    if days_inclusive(first, last) > _MOST_DAYS:
        return []
    yes = said.say(N_("yes"))
    rows = []
    for day in each_day(first, last):
        given = (paper.meals or {}).get(day, ())
        marks = [Text() if paper.meals is None else yes if meal in given else Text("–") for meal in _MEALS]
        told = said.forms.date_short(day) if said.bilingual else said.forms.weekday_date(day)
        city = paper.cities.get(day, Text())
        rows.append(TableRow(tuple(Text(text.joined()) for text in (Text(told), city, *marks))))
    parts: list[Part] = [Table(columns, tuple(rows), low=True)]
    if paper.meals is not None:
        parts.append(Paragraph(said.say(N_("As in the agenda; meals of the hotel are not counted.")), note=True))
    return parts


def _on_site(paper: TravelOrderPaper, said: Speech) -> Form:
    line = phones_kept(paper.contact_lines)
    contact = joined([said.addressed(paper.contact), *([Text(line)] if line else [])]) if paper.contact else Text()
    return Form(
        (
            (said.say(N_("Host")), paper.host),
            (said.say(N_("Organiser")), Text(paper.organiser)),
            (said.say(N_("Interpretation")), joined([said.name(one) for one in paper.interpreters])),
            (said.say(N_("Contact")), contact),
            (said.say(N_("Agenda")), paper.agenda),
        )
    )


def _signatures(one: Traveller | None, said: Speech) -> Signatures:
    language = said.languages[0]
    return Signatures(
        (
            (said.say(N_("Traveller")), one.name.signed(language)) if one else (said.say(N_("Head of the group")), ""),
            (said.say(N_("Head of the sending body, stamp")), ""),
            (said.say(N_("Organiser, stamp")), ""),
        )
    )
