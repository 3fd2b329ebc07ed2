"""The interpreter pack of an activity: agenda, interpreted items, names in both scripts, glossary (AG-17)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.core.collation import sort_key
from app.core.errors import Refused
from app.core.i18n import LANGUAGES, N_
from app.core.vocabulary import InterpretationMode, label
from app.documents.agenda_data import AgendaPaper, Speaker
from app.documents.agenda_table import speakers_text
from app.documents.interpreter_pack import Interpreted, InterpreterPaper, NamedGroup, NamedPerson
from app.documents.run_sheet import Reachable
from app.documents.speech import Speech, joined, speech
from app.documents.texts import Text
from app.models.people import Person
from app.services import agenda_paper, glossary, paper_parts, people_papers
from app.services.agenda_paper import AgendaBuilder, AgendaSource
from app.services.import_rows import phone_words
from app.services.paper_kinds import Paper, PaperOptions
from app.services.person_names import people_by_id
from app.storage.work import View


def languages_of(given: AgendaSource, options: PaperOptions) -> tuple[str, str]:
    """Between which languages is interpreted: as chosen, else the first and another working language."""
    first = options.language
    if options.second and options.second != first:
        return first, options.second
    working = [code for code in given.snapshot["activity"]["languages"] if code in LANGUAGES and code != first]
    # A pack needs two languages; the programmes are held with Ukrainian partners.
    return first, working[-1] if working else ("uk" if first != "uk" else "en")


def paper(view: View, activity_id: str, options: PaperOptions) -> tuple[InterpreterPaper, tuple[str, str]]:
    """The pack and its two languages; Refused(``paper_nobody``) when there are neither items nor people."""
    given = agenda_paper.source(view, activity_id, options.version_id)
    first, second = languages_of(given, options)
    said = speech(first, second)
    agenda = agenda_paper.of_source(view, activity_id, given, first, second)
    groups = _groups(view, activity_id, given, first, second)
    if not agenda.days and not any(group.people for group in groups):
        raise Refused("paper_nobody", code=agenda.code)
    terms = glossary.pairs(first, second)
    texts = _texts(agenda)
    told = InterpreterPaper(
        agenda=replace(agenda, words=paper_parts.event(view, activity_id, first, second).words(Paper.INTERPRETER_PACK)),
        interpreted=_interpreted(view, given, said, first, second),
        groups=groups,
        occurring=glossary.occurring(terms, [text.first for text in texts], [text.second for text in texts]),
        terms=terms,
        languages=said.spoken(agenda.working_languages, agenda.interpretation),
    )
    return told, (first, second)


def _texts(agenda: AgendaPaper) -> list[Text]:
    found = [agenda.event_title, agenda.theme, agenda.aim, agenda.results]
    for day in agenda.days:
        found.append(day.theme)
        for item in day.items:
            found += [item.title, item.description, item.notes]
    return found


def _interpreted(view: View, given: AgendaSource, said: Speech, first: str, second: str) -> tuple[Interpreted, ...]:
    builder = AgendaBuilder(given, first, second)
    raw = [item for items in builder.by_day().values() for item in items if not item["cancelled"]]
    raw = [item for item in raw if item["interpreters"] or item["interpretation"] != InterpretationMode.NONE]
    people = people_by_id(view, {ident for item in raw for ident in item["interpreters"]})
    return tuple(_one(item, builder, people, said) for item in raw)


def _one(raw: Mapping[str, Any], builder: AgendaBuilder, people: Mapping[str, Person], said: Speech) -> Interpreted:
    start, end = datetime.fromisoformat(raw["starts_at"]), datetime.fromisoformat(raw["ends_at"])
    item = builder.item(raw)
    names = tuple(Speaker(speaker.name) if speaker.name else speaker for speaker in item.speakers)
    return Interpreted(
        day=start.date(),
        title=item.title,
        mode=InterpretationMode(raw["interpretation"]),
        start=start.time(),
        end=end.time(),
        minutes=int((end - start).total_seconds()) // 60,
        speakers=speakers_text(names, said),
        interpreters=tuple(
            Reachable(
                _once(said.name(paper_parts.person_name(people[ident]))),
                phone_words(people[ident].phone, people[ident].country),
            )
            for ident in raw["interpreters"]
            if ident in people
        ),
    )


def _once(text: Text) -> Text:
    return Text(text.first, text.second if text.second != text.first else "")


def _groups(view: View, activity_id: str, given: AgendaSource, first: str, second: str) -> tuple[NamedGroup, ...]:
    """Guests first; then hosts, experts and everybody who speaks, whether they are on the list or not."""
    takings = people_papers.takings(view, activity_id, first, second)
    guests: list[NamedPerson] = []
    others: list[NamedPerson] = []
    for taking in takings:
        named = NamedPerson(
            paper_parts.person_name(taking.person),
            taking.position,
            paper_parts.organisation_text(taking.organisation, first, second),
            joined([paper_parts.label_text(label(role), first, second) for role in taking.roles]),
        )
        (others if taking.staff else guests).append(named)
    known = {taking.person.id for taking in takings}
    builder = AgendaBuilder(given, first, second)
    for ident in _speaking(given):
        if ident not in known and ident in given.snapshot["people"]:
            speaker = builder.speaker(given.snapshot["people"][ident])
            if speaker.name:
                others.append(NamedPerson(speaker.name, speaker.position, speaker.institution))
    others.sort(key=lambda one: sort_key(" ".join(one.name.sorted_form(first)).strip(), first))
    return (
        NamedGroup(paper_parts.label_text(N_("Guests"), first, second), tuple(guests)),
        NamedGroup(paper_parts.label_text(N_("Hosts, speakers and staff"), first, second), tuple(others)),
    )


def _speaking(given: AgendaSource) -> Sequence[str]:
    return list(
        dict.fromkeys(
            ident
            for item in given.snapshot["sessions"]
            if not item["cancelled"]
            for ident in (*item["speakers"], *item["interpreters"])
        )
    )
