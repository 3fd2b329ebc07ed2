"""The run-sheet of an activity: its agenda with phones, preparations, numbers and diets of each day (internal)."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from app.core.errors import Refused
from app.core.vocabulary import InterpretationMode, SessionKind
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaPaper, Speaker
from app.documents.agenda_days import day_numbers
from app.documents.agenda_table import speaker_text
from app.documents.run_sheet import Reachable, RunDay, RunItem, RunSheetPaper
from app.documents.speech import Speech, speech
from app.documents.texts import Text, text_in
from app.models.people import Person
from app.services import agenda_paper, paper_parts, people_papers
from app.services.agenda_paper import AgendaBuilder, AgendaSource
from app.services.import_rows import phone_words
from app.services.paper_kinds import Paper
from app.services.people_papers import Taking
from app.services.person_names import people_by_id
from app.storage.work import View


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every day is made from."""

    view: View
    given: AgendaSource
    builder: AgendaBuilder
    said: Speech
    people: Mapping[str, Person]
    there: Sequence[Taking]
    names: tuple[str, str]


def paper(view: View, activity_id: str, language: str, second: str = "", days: Collection[date] = ()) -> RunSheetPaper:
    """The run-sheet of all days or of some; NotFound, Refused(``paper_no_days``) when none of those is there."""
    given = agenda_paper.source(view, activity_id)
    agenda = agenda_paper.of_source(view, activity_id, given, language, second)
    wanted = [day for day in agenda.days if not days or day.day in days]
    if days and not wanted:
        raise Refused("paper_no_days")
    builder = AgendaBuilder(given, language, second)
    raw = builder.by_day()
    heads = builder.heads()
    idents = {one for items in raw.values() for item in items for one in (*item["speakers"], *item["interpreters"])}
    idents |= {str(head.get("chair_id")) for head in heads.values() if head.get("chair_id")}
    ground = _Ground(
        view,
        given,
        builder,
        speech(language, second),
        people_by_id(view, idents),
        people_papers.takings(view, activity_id, language, second),
        (language, second),
    )
    found = tuple(_day(day, raw.get(day.day, ()), heads.get(day.day, {}), ground) for day in wanted)
    return RunSheetPaper(_with_words(view, activity_id, agenda), found, day_numbers(agenda.days))


def _with_words(view: View, activity_id: str, agenda: AgendaPaper) -> AgendaPaper:
    return replace(agenda, words=paper_parts.event(view, activity_id, "en").words(Paper.RUN_SHEET))


def _day(day: AgendaDay, items: Sequence[Mapping[str, Any]], head: Mapping[str, Any], ground: _Ground) -> RunDay:
    there = [one for one in ground.there if is_there(one, day.day)]
    guests = sum(not one.staff for one in there)
    staff = len(there) - guests
    diets = _diets(there)
    chair = ground.people.get(str(head.get("chair_id") or ""))
    first = ground.names[0]
    return RunDay(
        day=_without_mentor(day) if chair else day,
        items=tuple(_item(one, raw, ground, (guests, staff), diets) for one, raw in zip(day.items, items, strict=True)),
        lead=_reachable(chair, ground) if chair else None,
        arriving=tuple(_name(one, first) for one in ground.there if one.participation.arrival == day.day),
        leaving=tuple(_name(one, first) for one in ground.there if one.participation.departure == day.day),
        needs=tuple(f"{_name(one, first)} – {one.person.access_needs}" for one in there if one.person.access_needs),
        guests=guests,
        staff=staff,
    )


def _without_mentor(day: AgendaDay) -> AgendaDay:
    """Who leads the day is told with the phone, not twice."""
    return replace(day, mentor=None)


def is_there(taking: Taking, day: date) -> bool:
    """Whether somebody is there on a day, as far as arrival and departure are known."""
    arrival, departure = taking.participation.arrival, taking.participation.departure
    return not ((arrival and day < arrival) or (departure and day > departure))


def _diets(there: Sequence[Taking]) -> tuple[tuple[str, int], ...]:
    """Diets with how many have them, the commonest first; the same word in other capitals is the same diet."""
    words: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for one in there:
        diet = " ".join(one.person.diet.split())
        if diet:
            words.setdefault(diet.casefold(), diet)
            counts[diet.casefold()] += 1
    return tuple((words[key], count) for key, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _item(
    item: AgendaItem,
    raw: Mapping[str, Any],
    ground: _Ground,
    numbers: tuple[int, int],
    diets: tuple[tuple[str, int], ...],
) -> RunItem:
    start, end = datetime.fromisoformat(raw["starts_at"]), datetime.fromisoformat(raw["ends_at"])
    first, second = ground.names
    meal = item.kind is SessionKind.MEAL
    return RunItem(
        item=item,
        responsible=_responsible(item, raw, ground),
        interpreters=tuple(
            _reachable(ground.people[ident], ground) for ident in raw["interpreters"] if ident in ground.people
        ),
        mode=InterpretationMode(raw["interpretation"]),
        minutes=int((end - start).total_seconds()) // 60,
        prepare=text_in(raw["notes"], first, second),
        venue=text_in(raw["venue"], first, second),
        address=raw["address"],
        guests=numbers[0] if meal else 0,
        staff=numbers[1] if meal else 0,
        diets=diets if meal else (),
    )


def _responsible(item: AgendaItem, raw: Mapping[str, Any], ground: _Ground) -> tuple[Reachable, ...]:
    """The speakers with their phones; the host where nobody is named."""
    people = [ground.people[ident] for ident in raw["speakers"] if ident in ground.people]
    if people:
        return tuple(_reachable(one, ground) for one in people)
    return tuple(Reachable(speaker_text(one, ground.said)) for one in item.speakers)


def _reachable(person: Person, ground: _Ground) -> Reachable:
    """A name with its numbers; the second language only for a name that it spells in another script (AG-13)."""
    name = paper_parts.person_name(person)
    told = speaker_text(Speaker(name), ground.said)
    phones = [phone_words(phone, person.country) for phone in (person.phone, person.other_phone) if phone]
    return Reachable(told if name.cyrillic else Text(told.first), ", ".join(phones))


def _name(taking: Taking, language: str) -> str:
    return paper_parts.person_name(taking.person).shown(language)
