"""Agendas out of spreadsheets: items held against those on the agenda, speakers found, clashes told (AV-1, AV-2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.core.i18n import pick
from app.core.progress import Token
from app.core.text import fold
from app.core.vocabulary import SessionKind
from app.importers.agenda_columns import headings_by_values
from app.importers.agenda_days import days_apart
from app.importers.agenda_sheet import AgendaReader, ends_at
from app.importers.agenda_titles import title_texts
from app.importers.agenda_zones import of_the_place
from app.importers.day_headings import Period
from app.importers.headings import Headings
from app.importers.matching import Difference
from app.importers.record_sheet import RecordReading
from app.importers.sheet_kinds import AGENDA, TITLES, kind_of
from app.importers.staged import CellWarning, Outcome, StagedRow
from app.models.activities import Activity
from app.services import agenda_checks, agenda_facts, agendas, programme_rules, records, sheet_imports_day_heads
from app.services.agenda_facts import AgendaFacts, SessionFact
from app.services.agendas import SessionDraft
from app.services.import_organisations import OrganisationFinder
from app.services.import_plans import Decision, RowKey
from app.services.import_references import PeopleByName, organisation_names, participants_of
from app.services.sheet_import_parts import (
    Judged,
    KindParts,
    RecordTarget,
    Resolving,
    differences,
    doubtful,
    judge_each,
    key_of,
    matched,
    tell,
)
from app.storage.work import View, Work

_NAMES = (("speakers", "speakers"), ("interpreters", "interpreters"))
#: From here on two titles at one time are taken for wordings of one item.
_SIMILAR = 82.0
_TEXTS = ("description", "notes", "place")


def reading(view: View, target: RecordTarget) -> RecordReading:
    """The period of the activity fills missing years; its languages say in which a text is kept."""
    if not target.activity_id:
        return RecordReading()
    activity = records.fetch(view, Activity, target.activity_id)
    period = Period(activity.start.first, activity.end.last or activity.start.last)
    return RecordReading(period, languages=tuple(activity.languages) or ("en",), zone=activity.time_zone)


def _of_the_place(headings: Headings, known: RecordReading) -> Headings:
    """Headings with the times of the activity's own zone (AG-11)."""
    return of_the_place(headings, known.zone, known.period.first or known.today)


def missing(fields: Mapping[str, str]) -> str:
    """Why an item cannot be kept: no day, no time, no title, an end before the start that is no night."""
    if not fields.get("date"):
        return "import_record_without_day"
    if not fields.get("start"):
        return "import_record_without_time"
    if not fields.get("title"):
        return "import_record_without_title"
    start, end = fields["start"], fields.get("end", "")
    if end and (end == start or (end < start and not (start >= "15:00" and end <= "12:00"))):
        return "import_record_ends_before_start"
    return ""


@dataclass(frozen=True)
class _Item:
    """An item on the agenda with its fields as a sheet would tell them, per language of its title."""

    fact: SessionFact
    speakers: str
    interpreters: str
    host: str

    def fields(self, row: StagedRow) -> dict[str, str]:
        """The canonical texts of this item in the languages that a row is in."""
        fact, language = self.fact, row.extra.get("language", "en")
        found = {
            "date": fact.day.isoformat(),
            "start": f"{fact.starts_at:%H:%M}",
            "end": f"{fact.ends_at:%H:%M}",
            "title": fact.title.get(language, ""),
            "kind": fact.kind.value,
            "speakers": self.speakers,
            "interpreters": self.interpreters,
            "host": self.host,
            "place": fact.venue.get(language, "") or pick(fact.venue, language),
            "address": fact.address,
            "link": fact.online_link,
            "description": fact.description.get(language, ""),
            "notes": fact.notes.get(language, ""),
        }
        return found | {name: fact.title.get(name[-2:], "") for name in TITLES}


class _Agenda:
    """The agenda that the rows go into, and what they are held against."""

    def __init__(self, view: View, target: RecordTarget, rows: Sequence[StagedRow]) -> None:
        self.view = view
        self.facts = agenda_facts.load(view, [target.activity_id])[target.activity_id]
        texts = [row.fields.get(name, "") for row in rows for name, _ in _NAMES]
        self.people = PeopleByName(view, [text for text in texts if text], participants_of(view, target.activity_id))
        self.organisations = OrganisationFinder(view)
        self.names = organisation_names(view)
        self.items = {fact.id: self._item(fact) for fact in self.facts.sessions}
        self.by_start: dict[datetime, list[str]] = {}
        self.by_title: dict[tuple[str, str], list[str]] = {}
        for fact in self.facts.sessions:
            self.by_start.setdefault(fact.starts_at, []).append(fact.id)
            for title in {fold(text) for text in fact.title.values() if text}:
                self.by_title.setdefault((fact.day.isoformat(), title), []).append(fact.id)
        self.used: set[str] = set()

    def _item(self, fact: SessionFact) -> _Item:
        def of(idents: Sequence[str]) -> str:
            return "; ".join(self.facts.names.get(ident, "") for ident in idents)

        return _Item(fact, of(fact.speakers), of(fact.interpreters), self.names.get(fact.host_id or "", ""))

    def resolved(self, row: StagedRow) -> Judged:
        """The row with the people and the host that it names; names of nobody go to the notes, and are told."""
        made = Resolving(row)
        fields = made.fields
        for name, ref in _NAMES:
            if not fields.get(name):
                continue
            named = self.people.find(fields[name])
            hosts = [(text, self.organisations.find(text)) for text in named.unknown]
            for text, ident in hosts:
                if ident and name == "speakers" and not fields.get("host"):
                    fields["host"] = self.names.get(ident, text)
                elif not ident:
                    made.stranger(name, "import_speaker_unknown", text)
            for text in named.open:
                made.stranger(name, "import_speaker_open", text)
            made.refs[ref] = ",".join(named.ids)
            fields[name] = "; ".join(self.people.name_of(ident) for ident in named.ids)
        made.organisation("host", self.organisations, self.names)
        return made.done()

    def match(self, judged: Judged, decision: Decision) -> Judged:
        """The row as new, as an item of the agenda, or as one that it may be."""
        row = judged.row
        if decision.person_id:
            item = self.items.get(decision.person_id)
            return self._as(judged, item, decision) if item else judged
        if decision.as_new:
            return with_kind(judged)
        start = datetime.fromisoformat(f"{row.fields['date']}T{row.fields['start']}")
        here = [ident for ident in self.by_start.get(start, ()) if ident not in self.used | decision.declined]
        # Parallel items may have titles that are much alike: one of the very same title goes first.
        similar = [ident for ident in here if self._similar(row, self.items[ident].fact, exactly=True)]
        similar = similar or [ident for ident in here if self._similar(row, self.items[ident].fact)]
        if not similar:
            titles = {fold(text) for text in title_texts(row.fields, row.extra.get("language", "en")).values()}
            similar = sorted(
                {
                    ident
                    for title in titles
                    for ident in self.by_title.get((row.fields["date"], title), ())
                    if ident not in self.used | decision.declined
                }
            )
        if len(similar) == 1:
            return self._as(judged, self.items[similar[0]], decision)
        return doubtful(judged, similar) if similar else with_kind(judged)

    def _as(self, judged: Judged, item: _Item, decision: Decision) -> Judged:
        self.used.add(item.fact.id)
        return matched(judged, item.fact.id, self._changes(judged, item, decision))

    @staticmethod
    def _changes(judged: Judged, item: _Item, decision: Decision) -> tuple[Difference, ...]:
        return differences(judged.row, item.fields(judged.row), decision.keep)

    @staticmethod
    def _similar(row: StagedRow, fact: SessionFact, *, exactly: bool = False) -> bool:
        known = [fold(text) for text in fact.title.values() if text]
        for text in title_texts(row.fields, row.extra.get("language", "en")).values():
            folded = fold(text)
            if folded in known or (not exactly and any(_alike(folded, other) for other in known)):
                return True
        if exactly:
            return False
        breaks = {SessionKind.COFFEE_BREAK.value, SessionKind.MEAL.value}
        return fact.kind.value in breaks and row.fields.get("kind") == fact.kind.value


def _alike(one: str, other: str) -> bool:
    """Wordings of one title: a few letters differ, or all words of the shorter stand in the longer."""
    from rapidfuzz import fuzz

    shorter = min(len(one.split()), len(other.split()))
    return fuzz.token_sort_ratio(one, other) >= _SIMILAR or (shorter >= 2 and fuzz.token_set_ratio(one, other) >= 99.0)


def with_kind(judged: Judged) -> Judged:
    """A new item must have a kind, which decides whether it counts as training (CE-8): a lecture, and that is told."""
    if judged.row.fields.get("kind"):
        return judged
    fields = {**judged.row.fields, "kind": SessionKind.LECTURE.value}
    sources = {**judged.row.sources, "kind": "assumed"}
    fresh = replace(judged.row, fields=fields, sources=sources)
    return replace(judged, row=fresh).told(tell(judged.row, "kind", "import_kind_assumed"))


def judge(
    view: View, target: RecordTarget, rows: Sequence[StagedRow], decisions: Mapping[RowKey, Decision]
) -> list[Judged]:
    """Each item with its outcome; clashes are told, not refused."""
    agenda = _Agenda(view, target, rows)

    def same(judged: Judged) -> tuple[str, ...]:
        fields = judged.row.fields
        return (*(fields.get(name, "") for name in ("date", "start", "end")), fold(fields["title"]))

    found = judge_each(rows, decisions, agenda.resolved, same, agenda.match)
    return list(_with_clashes(view, target, agenda, found))


def _with_clashes(view: View, target: RecordTarget, agenda: _Agenda, found: Sequence[Judged]) -> Iterator[Judged]:
    """What AV-1 and AV-2 have to say of the agenda as it would be, at the rows that it is about."""
    planned: dict[str, SessionFact] = {fact.id: fact for fact in agenda.facts.sessions}
    idents = {}
    for number, judged in enumerate(found):
        if judged.row.outcome not in (Outcome.NEW, Outcome.UPDATE):
            continue
        draft = _draft(target, judged, agenda.items)
        ident = judged.match.people[0] if judged.match.people else f"row {number}"
        idents[ident] = number
        planned[ident] = _fact(ident, draft)
    names = {ident: agenda.people.name_of(ident) for fact in planned.values() for ident in fact.speakers}
    sessions = tuple(sorted(planned.values(), key=lambda fact: (fact.starts_at, fact.ends_at, fact.id)))
    facts: AgendaFacts = replace(agenda.facts, sessions=sessions, names={**names, **agenda.facts.names})
    activity = records.fetch(view, Activity, target.activity_id)
    rules = (
        programme_rules.of_programme(view, activity.programme_id, facts.first_day or sessions[0].day)
        if sessions
        else None
    )
    told: dict[int, list[CellWarning]] = {}
    for note in agenda_checks.check(facts, rules, view.language):
        number = idents.get(note.session_id, -1)
        if note.severity == "error" and number >= 0:
            told.setdefault(number, []).append(tell(found[number].row, "start", note.code, **note.params))
    for number, judged in enumerate(found):
        yield judged.told(*told.get(number, ()))


def _fact(ident: str, draft: SessionDraft) -> SessionFact:
    assert draft.starts_at is not None
    assert draft.ends_at is not None
    return SessionFact(
        id=ident,
        activity_id=draft.activity_id,
        kind=draft.kind,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        title=draft.title,
        description=draft.description,
        notes=draft.notes,
        venue=draft.venue,
        address=draft.address,
        host_id=draft.host_id,
        interpretation=draft.interpretation,
        online_link=draft.online_link,
        cancelled=draft.cancelled,
        speakers=draft.speakers,
        interpreters=draft.interpreters,
    )


def _draft(target: RecordTarget, judged: Judged, items: Mapping[str, _Item]) -> SessionDraft:
    """The item as it would be: a new one whole, a known one with what changes."""
    row, ident = judged.row, judged.match.people[0] if judged.match.people else ""
    if ident in items and judged.row.outcome is not Outcome.NEW:
        fact = items[ident].fact
        base = SessionDraft(
            target.activity_id,
            fact.starts_at,
            fact.ends_at,
            fact.kind,
            fact.title,
            fact.description,
            fact.notes,
            fact.venue,
            fact.address,
            fact.host_id,
            fact.interpretation,
            fact.online_link,
            fact.cancelled,
            fact.speakers,
            fact.interpreters,
        )
        changed = {difference.field: difference.new for difference in judged.match.differences}
        return _changed(base, row, changed, judged.refs)
    return _changed(SessionDraft(target.activity_id), row, dict(row.fields), judged.refs)


def _changed(base: SessionDraft, row: StagedRow, fields: Mapping[str, str], refs: Mapping[str, str]) -> SessionDraft:
    language = row.extra.get("language", "en")
    values: dict[str, object] = {}
    if {"date", "start", "end"} & fields.keys():
        day, start = row.fields["date"], row.fields["start"]
        begins = datetime.fromisoformat(f"{day}T{start}")
        ends = ends_at(day, start, row.fields["end"])
        if base.starts_at and base.ends_at and "end" not in fields and "start" in fields and row.sources.get("end"):
            ends = begins + (base.ends_at - base.starts_at)
        values |= {"starts_at": begins, "ends_at": ends}
    titles = {name: text for name, text in fields.items() if name == "title" or name in TITLES}
    if titles:
        values["title"] = {**base.title, **title_texts(titles, language)}
    for name in _TEXTS:
        if name in fields:
            held = "venue" if name == "place" else name
            values[held] = {**getattr(base, held), language: fields[name]}
    if "kind" in fields:
        values["kind"] = SessionKind(fields["kind"])
    for name, held in (("address", "address"), ("link", "online_link")):
        if name in fields:
            values[held] = fields[name]
    if "host" in fields and refs.get("host"):
        values["host_id"] = refs["host"]
    for name, ref in _NAMES:
        if name in fields and refs.get(ref):
            values[name] = tuple(refs[ref].split(","))
    return replace(base, **values)  # type: ignore[arg-type]


def write(work: Work, target: RecordTarget, judged: Sequence[Judged], token: Token) -> Mapping[RowKey, tuple[str, str]]:
    """New items at once, changed ones one by one, and what the headings of the days said."""
    fresh = [one for one in judged if not one.match.people]
    ids = agendas.create_many(work, [_draft(target, one, {}) for one in fresh])
    done = {key_of(one.row): (ident, "") for one, ident in zip(fresh, ids, strict=True)}
    for number, one in enumerate(one for one in judged if one.match.people):
        token.step(number, len(judged))
        ident = one.match.people[0]
        if one.match.differences:
            changed = {difference.field: difference.new for difference in one.match.differences}
            agendas.save(work, ident, _changed(agendas.load(work, ident), one.row, changed, one.refs))
        done[key_of(one.row)] = (ident, "")
    sheet_imports_day_heads.write(work, target, [one.row for one in judged], reading(work, target))
    return done


PARTS = KindParts(
    kind_of(AGENDA),
    AgendaReader,
    reading,
    judge,
    write,
    missing,
    headings_by_values,
    needs_activity=True,
    apart=days_apart,
    refine=_of_the_place,
)
