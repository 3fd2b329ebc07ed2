"""A preview of exactly what an import will write; a test compares it with what was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import select

from app.core.text import fold
from app.core.vocabulary import OrganisationType, ParticipationRole
from app.importers.matching import Difference
from app.importers.staged import StagedRow
from app.models.activities import Activity, Participation
from app.models.organisations import Organisation
from app.models.people import Consent, Person
from app.services import import_known, import_organisations, import_reports, records
from app.services.import_deciding import with_decisions
from app.services.import_newcomers import read_day
from app.services.import_organisations import Candidate, OrganisationFinder
from app.services.import_plans import Decision, ImportPlan, OrganisationDecision, RowKey
from app.services.import_reports import ReportRow
from app.services.import_resolving import Taken, resolve, strangers
from app.services.import_roles import consents_of, country_of, role_of
from app.services.people import PersonDraft
from app.storage.work import View

_OWNED = frozenset({"code", "version", "positions", "consents", "latin_source"})
#: The names of commands.md where the record calls a field otherwise.
_CALLED = {"sex": "gender"}
_POST = frozenset(("organisation", "position"))
_DAYS = ("birth_date", "passport_expiry")


@dataclass(frozen=True, slots=True)
class PersonMade:
    """Somebody new: the row, the name, the fields as they are kept; the organisation by the name it is kept under."""

    key: RowKey
    name: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """Somebody known who changes, field by field."""

    key: RowKey
    person_id: str
    code: str
    name: str
    changes: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class SeatMade:
    """Somebody who takes part in the activity from now on."""

    key: RowKey
    name: str
    role: ParticipationRole


@dataclass(frozen=True, slots=True)
class OrganisationMade:
    """An organisation that is made; ``count`` rows are of it."""

    name: str
    type: OrganisationType
    country: str
    count: int


@dataclass(frozen=True, slots=True)
class AliasLearnt:
    """A spelling that is remembered."""

    text: str
    organisation: Candidate


@dataclass(frozen=True, slots=True)
class ConsentStated:
    """A consent as the file states it (SP-16)."""

    key: RowKey
    name: str
    purpose: str
    state: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What will be written. ``same`` people are known and do not change; ``apart`` pairs are remembered as two people.

    ``left_out`` are the rows that do not go in, each with the code of the reason and of what becomes of it.
    """

    new: tuple[PersonMade, ...]
    updated: tuple[PersonChanged, ...]
    same: int
    seats: tuple[SeatMade, ...]
    organisations: tuple[OrganisationMade, ...]
    aliases: tuple[AliasLearnt, ...]
    consents: tuple[ConsentStated, ...]
    apart: int
    left_out: tuple[ReportRow, ...]


def preview(
    view: View,
    given: ImportPlan,
    decisions: Mapping[RowKey, Decision] | None = None,
    organisations: Mapping[str, OrganisationDecision] | None = None,
) -> Preview:
    """What ``imports.take_in`` with the same arguments will write; nothing is written now. Raises what it raises."""
    given = with_decisions(view, given, decisions or {})
    said = organisations or {}
    import_organisations.check(view, said)
    finder = OrganisationFinder(view, said, propose=True)
    taken = list(resolve(view, given, finder))
    looked = _Looker(view, given, finder, taken)
    for one in taken:
        looked.look(one)
    people = {one.key: one.person_id or f"{one.row.sheet}!{one.row.row}" for one in taken}
    learnt = import_organisations.learnt(finder, said).values()
    shown = import_organisations.candidates(view, [ident for ident, _ in learnt])
    return Preview(
        new=_seated(view, finder, looked),
        updated=tuple(looked.updated),
        same=looked.same,
        seats=tuple(looked.seats),
        organisations=tuple(OrganisationMade(*made) for made in looked.made.values()),
        aliases=tuple(AliasLearnt(text, shown[ident]) for ident, text in learnt),
        consents=tuple(looked.consents),
        apart=len(strangers(given, people)),
        left_out=tuple(row for row in import_reports.report_rows(given) if not row.field and row.action in _OUT),
    )


def _seated(view: View, finder: OrganisationFinder, looked: "_Looker") -> tuple[PersonMade, ...]:
    """Those who are new, each in the organisation that the text of the file means."""
    texts = {one.fields.get("organisation", "") for one in looked.new}
    names = import_organisations.names_meant(view, finder, texts)
    names |= {text: looked.made[fold(text)][0] for text in texts - names.keys() if fold(text) in looked.made}

    def seated(one: PersonMade) -> PersonMade:
        name = names.get(one.fields.get("organisation", ""))
        return replace(one, fields={**one.fields, "organisation": name}) if name else one

    return tuple(map(seated, looked.new))


_OUT = frozenset(f"import_action_{why}" for why in ("left_out", "repeated", "refused", "waits"))


def _kept(stated: Mapping[str, str]) -> Mapping[str, str]:
    """The fields of somebody new that are kept: not a day of which the list tells only a part."""
    partly = {name for name in _DAYS if (text := stated.get(name, "")) and read_day(text) is None}
    return {name: text for name, text in stated.items() if name not in partly} if partly else stated


class _Looker:
    """Follows each row as the writer does; what the data file holds about known people is read in a few queries."""

    def __init__(self, view: View, given: ImportPlan, finder: OrganisationFinder, taken: Iterable[Taken]) -> None:
        self._view = view
        self._finder = finder
        known = [one for one in taken if one.person_id]
        idents = [one.person_id for one in known]
        asking = [one.person_id for one in known if import_known.wanted(one.row, one.match, False) is not None]
        self._drafts = self._load(asking)
        self._names = {
            row.id: (row.code, _name(row.given_name, row.family_name, row.given_latin, row.family_latin))
            for row in view.session.execute(
                select(
                    Person.id,
                    Person.code,
                    Person.given_name,
                    Person.family_name,
                    Person.given_latin,
                    Person.family_latin,
                ).where(import_known.among(Person.id, idents))
            )
        }
        stated = select(Consent.person_id, Consent.purpose).where(import_known.among(Consent.person_id, asking))
        self._consented = {(row.person_id, row.purpose) for row in view.session.execute(stated)}
        self._activity = records.fetch(view, Activity, given.target.activity_id) if given.target.activity_id else None
        rows = view.session.execute(select(Organisation.id, Organisation.country))
        self._countries: dict[str, str] = {row.id: row.country for row in rows}
        self._seated = self._taking_part()
        self.new: list[PersonMade] = []
        self.updated: list[PersonChanged] = []
        self.same = 0
        self.seats: list[SeatMade] = []
        self.made: dict[str, tuple[str, OrganisationType, str, int]] = {}
        self.consents: list[ConsentStated] = []

    def _taking_part(self) -> set[str]:
        if self._activity is None:
            return set()
        query = select(Participation.person_id).where(Participation.activity_id == self._activity.id)
        return set(self._view.session.scalars(query))

    def _load(self, idents: list[str]) -> dict[str, PersonDraft]:
        people = self._view.session.scalars(select(Person).where(import_known.among(Person.id, idents)))
        return {row.id: records.to_draft(row, PersonDraft, positions=(), consents=()) for row in people}

    def look(self, one: Taken) -> None:
        """Note what becomes of one row."""
        row, person_id = one.row, one.person_id
        get = row.fields.get
        name = _name(*(get(part, "") for part in ("given_name", "family_name", "given_latin", "family_latin")))
        if not person_id:
            self._post(row)
            self.new.append(PersonMade(one.key, name, _kept(row.fields)))
            self.consents += [ConsentStated(one.key, name, *told) for told in consents_of(row)]
        else:
            name = self._names[person_id][1] or name
            self._known(one, name)
        if self._activity is not None and person_id not in self._seated:
            if person_id:
                self._seated.add(person_id)
            self.seats.append(SeatMade(one.key, name, self._role(row)))

    def _known(self, one: Taken, name: str) -> None:
        row, person_id = one.row, one.person_id
        changed = import_known.wanted(row, one.match, False)
        if changed is None:
            self.same += 1
            return
        self._post(row)
        before = self._drafts[person_id]
        after = import_known.outcome_of(before, row, changed) or before
        self._drafts[person_id] = after
        changes = [*_differences(before, after), *(one for one in one.match.differences if one.field in _POST)]
        fresh = [told for told in consents_of(row) if (person_id, told[0]) not in self._consented]
        self._consented.update((person_id, purpose) for purpose, _ in fresh)
        self.consents += [ConsentStated(one.key, name, *told) for told in fresh]
        if changed or changes or fresh:
            self.updated.append(PersonChanged(one.key, person_id, self._names[person_id][0], name, tuple(changes)))
        else:
            self.same += 1

    def _post(self, row: StagedRow) -> str:
        """The key of the row's organisation; the folded text of one that is made."""
        text = row.fields.get("organisation", "")
        found = self._finder.find(text)
        folded = fold(text)
        if found is not None or not folded:
            return found or ""
        if folded not in self.made:
            draft = import_organisations.draft_of(text, country_of(row))
            self.made[folded] = (next(iter(draft.name.values())), draft.type, draft.country, 0)
            self._countries[folded] = draft.country
        name, type_, country, count = self.made[folded]
        self.made[folded] = (name, type_, country, count + 1)
        return folded

    def _role(self, row: StagedRow) -> ParticipationRole:
        assert self._activity is not None
        text = row.fields.get("organisation", "")
        organisation = self._finder.find(text) or (self._post(row) if fold(text) not in self.made else fold(text))
        country = self._countries.get(organisation, "") or country_of(row)
        return role_of(row, self._activity.kind, self._activity.country, country)


def _name(given: str, family: str, given_latin: str, family_latin: str) -> str:
    native = " ".join(part for part in (given, family) if part)
    return native or " ".join(part for part in (given_latin, family_latin) if part)


def _differences(before: PersonDraft, after: PersonDraft) -> Iterable[Difference]:
    for field in fields(PersonDraft):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name not in _OWNED and old != new:
            yield Difference(_CALLED.get(field.name, field.name), _text(old), _text(new))


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value or "")
