"""The agendas of single people: what each is expected at, by stay and duties, with what is arranged for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.core.errors import Refused
from app.core.i18n import N_
from app.core.progress import Token
from app.core.vocabulary import ParticipationRole, label
from app.documents import personal_agenda
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaOptions, AgendaPaper, ColumnSet
from app.documents.personal_agenda import PersonalPaper, PersonalPart
from app.documents.speech import joined
from app.documents.texts import Text, text_in
from app.services import agenda_paper, paper_parts, people_papers
from app.services.agenda_paper import AgendaBuilder
from app.services.paper_files import safe_name
from app.services.paper_kinds import Paper, PaperOptions
from app.services.people_papers import Taking
from app.services.run_sheet_paper import is_there
from app.storage.work import View

#: Roles that come for their own items only; everybody else is expected at all of their days.
_GUESTS_OF_AN_HOUR = frozenset({ParticipationRole.SPEAKER, ParticipationRole.EXPERT, ParticipationRole.INTERPRETER})
_DUTIES = (("speakers", N_("You speak")), ("interpreters", N_("You interpret")))
#: What is told among everybody's own facts, not once more below.
_PERSONAL = (N_("Travel"), N_("Accommodation"), N_("Insurance"))


@dataclass(frozen=True, slots=True)
class _Ground:
    agenda: AgendaPaper
    raw: Mapping[Any, Sequence[Mapping[str, Any]]]
    visit: Mapping[str, Any]
    names: tuple[str, str]


def paper(view: View, activity_id: str, options: PaperOptions) -> PersonalPaper:
    """The agendas of everybody or of those chosen; Refused(``paper_nobody``) for nobody."""
    first, second = options.language, options.second if options.second != options.language else ""
    given = agenda_paper.source(view, activity_id, options.version_id)
    agenda = agenda_paper.of_source(view, activity_id, given, first, second)
    people = [
        one
        for one in people_papers.takings(view, activity_id, first, second)
        if not options.person_ids or one.person.id in options.person_ids
    ]
    if not people:
        raise Refused("paper_nobody", code=agenda.code)
    visit = given.snapshot.get("visit", {})
    ground = _Ground(agenda, AgendaBuilder(given, first, second).by_day(), visit, (first, second))
    parts = tuple(_part(one, ground) for one in people)
    words = paper_parts.event(view, activity_id, first, second).words(Paper.PERSONAL_AGENDA)
    told = {paper_parts.label_text(word, first, second) for word in _PERSONAL}
    logistics = tuple((word, text) for word, text in agenda.logistics if word not in told)
    return PersonalPaper(replace(agenda, words=words, logistics=logistics, changes=()), parts)


def options_of(options: PaperOptions) -> AgendaOptions:
    """Two languages stand below each other: a personal agenda is read on a phone or folded in a pocket."""
    second = options.second if options.second != options.language else ""
    return AgendaOptions(options.language, second, ColumnSet(options.columns))


def whole(view: View, activity_id: str, options: PaperOptions, token: Token) -> bytes:
    """All agendas in one PDF; Cancelled when asked to stop."""
    return personal_agenda.build(paper(view, activity_id, options), options_of(options), token.step)


def each(view: View, activity_id: str, options: PaperOptions, token: Token) -> Iterator[tuple[str, bytes]]:
    """One file for each person: (``CEP-UA-V01 agenda Onyshchenko Nataliia.pdf``, content)."""
    told = paper(view, activity_id, options)
    contents = personal_agenda.build_each(told, options_of(options))
    for number, (person, content) in enumerate(zip(told.people, contents, strict=True), 1):
        family, given = person.name.sorted_form("en")
        name = safe_name(f"{told.agenda.code} agenda {family} {given}")
        yield f"{name}.pdf", content
        token.step(number, len(told.people))


def _part(one: Taking, ground: _Ground) -> PersonalPart:
    first, second = ground.names
    participation = one.participation
    guest = not one.staff or bool(participation.room)

    def arranged(key: str) -> Text:
        return text_in(ground.visit.get(key) or {}, first, second) if guest else Text()

    return PersonalPart(
        name=paper_parts.person_name(one.person),
        days=_days(one, ground),
        position=one.position,
        organisation=paper_parts.organisation_text(one.organisation, first, second),
        role=joined([paper_parts.label_text(label(role), first, second) for role in one.roles]),
        arrival=participation.arrival,
        departure=participation.departure,
        accommodation=arranged("accommodation"),
        room=participation.room,
        travel=arranged("travel"),
        insurance=Text(participation.insurance) if participation.insurance else arranged("insurance"),
        diet=one.person.diet,
    )


def _days(one: Taking, ground: _Ground) -> tuple[AgendaDay, ...]:
    """The days of a stay with their items, or the own items of somebody who comes for these; duties are told."""
    ident = one.person.id
    own = {
        raw["id"]
        for items in ground.raw.values()
        for raw in items
        if ident in raw["speakers"] or ident in raw["interpreters"]
    }
    only_own = bool(own) and all(role in _GUESTS_OF_AN_HOUR for role in one.roles)
    found = []
    for day in ground.agenda.days:
        if not is_there(one, day.day):
            continue
        raw = ground.raw.get(day.day, ())
        items = tuple(
            _item(item, plain, ident, ground.names)
            for item, plain in zip(day.items, raw, strict=True)
            if plain["id"] in own or not only_own
        )
        if items or not only_own:
            found.append(replace(day, items=items))
    return tuple(found)


def _item(item: AgendaItem, raw: Mapping[str, Any], ident: str, names: tuple[str, str]) -> AgendaItem:
    duties = [paper_parts.label_text(word, *names) for key, word in _DUTIES if ident in raw[key]]
    return replace(item, duty=joined(duties)) if duties else item
