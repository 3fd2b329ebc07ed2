"""Staged rows against the people known already (MA-6, MA-7): new, update, same, doubtful."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.core.people_comparison import Level, PersonFacts, compare_people
from app.core.vocabulary import LatinSource
from app.importers.people_index import PeopleIndex
from app.importers.staged import PERSON_FIELDS, Outcome, StagedRow
from app.importers.staging import contradicts

#: Proposals never change what is kept: the sex told by a name, the Latin spelling made by the table (NA-1).
_PROPOSED = frozenset(("generated", "patronymic", "given_name", "group"))
_LATIN = frozenset(("given_latin", "family_latin"))


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody in the data file: id, fields by the names of commands.md, source of the Latin spelling."""

    ident: str
    fields: Mapping[str, str]
    latin_source: LatinSource = LatinSource.NONE
    other_emails: tuple[str, ...] = ()

    def facts(self) -> PersonFacts:
        """What is compared of this person."""
        get = self.fields.get
        generated = self.latin_source is LatinSource.GENERATED
        return PersonFacts(
            get("given_name", ""),
            get("family_name", ""),
            get("patronymic", ""),
            "" if generated else get("given_latin", ""),
            "" if generated else get("family_latin", ""),
            get("gender", ""),
            get("email", "").lower(),
            get("birth_date", ""),
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which the file differs. ``old`` is empty where nothing was known: that only fills a gap."""

    field: str
    old: str
    new: str

    @property
    def fills(self) -> bool:
        """Whether nothing is replaced."""
        return not self.old


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a row means: the level, the ids that come into question (the likeliest first), what would change."""

    level: Level = Level.DIFFERENT
    people: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    outcome: Outcome = Outcome.NEW


def differences(row: StagedRow, known: KnownPerson) -> tuple[Difference, ...]:
    """What a row would change of a known person, field by field, gaps filled included.

    A field that the row does not have changes nothing. A proposal never replaces anything, and a typed or passport
    spelling is never overwritten by a generated one (NA-1); a passport spelling not by a typed one either.
    """
    found: list[Difference] = []
    for name in PERSON_FIELDS:
        new, old = row.fields.get(name, ""), known.fields.get(name, "")
        if not new or new == old or (name == "email" and new in known.other_emails):
            continue
        source = row.sources.get(name, "")
        if old and source in _PROPOSED:
            continue
        if name in _LATIN and old and known.latin_source is LatinSource.PASSPORT and source != LatinSource.PASSPORT:
            continue
        if old and old.casefold() == new.casefold() and name not in _LATIN:
            continue
        if name in ("given_name", "patronymic") and old and new.endswith("."):
            continue
        if (
            name in ("given_name", "family_name")
            and old
            and new in (row.fields.get("given_latin"), row.fields.get("family_latin"))
        ):
            # The row knows the Latin form only; the native name stays.
            continue
        found.append(Difference(name, old, new))
    return tuple(found)


def _level(row: StagedRow, facts: PersonFacts, known: KnownPerson, other: PersonFacts) -> Level:
    if facts.email and facts.email in known.other_emails:
        other = replace(other, email=facts.email)
    level = compare_people(facts, other)
    passport = row.fields.get("passport_number", "")
    if level and passport and passport == known.fields.get("passport_number"):
        return Level.CERTAIN
    phones = (row.fields.get("phone", ""), known.fields.get("phone", ""))
    if level in (Level.POSSIBLE, Level.PROBABLE) and contradicts(facts, other, phones):
        return Level.POSSIBLE if level is Level.PROBABLE else Level.DIFFERENT
    return level


@dataclass
class _Directory:
    """The known people under their keys."""

    people: list[KnownPerson] = field(default_factory=list)
    index: PeopleIndex = field(default_factory=PeopleIndex)
    by_mail: dict[str, list[int]] = field(default_factory=dict)

    def add(self, person: KnownPerson) -> None:
        self.people.append(person)
        number = self.index.add(person.facts())
        for mail in person.other_emails:
            self.by_mail.setdefault(mail.lower(), []).append(number)

    def match(self, row: StagedRow) -> Match:
        if not self.people:
            return Match()
        facts = row.facts()
        levels: list[tuple[Level, int]] = []
        candidates = self.index.candidates(facts) | set(self.by_mail.get(facts.email, ()))
        for number in sorted(candidates):
            level = _level(row, facts, self.people[number], self.index.people[number])
            if level:
                levels.append((level, number))
        if not levels:
            return Match()
        levels.sort(key=lambda pair: (-pair[0], pair[1]))
        best = levels[0][0]
        sure = [number for level, number in levels if level is best]
        ids = tuple(self.people[number].ident for _level_of, number in levels)
        if best is Level.POSSIBLE or len(sure) > 1:
            return Match(best, ids, (), Outcome.DOUBTFUL)
        changes = differences(row, self.people[sure[0]])
        return Match(best, ids[:1], changes, Outcome.UPDATE if changes else Outcome.SAME)


def match_rows(rows: Sequence[StagedRow], known: Iterable[KnownPerson]) -> tuple[Match, ...]:
    """For each row whom it means among the people known; in the order of the rows.

    ``known`` may be everybody or only those who share a key with a row (``people_index.blocking_keys``). Duplicate,
    doubtful and refused rows keep their outcome; a doubtful one lists the people it may mean, too.
    """
    directory = _Directory()
    for person in known:
        directory.add(person)
    found: list[Match] = []
    for row in rows:
        if row.outcome in (Outcome.DUPLICATE, Outcome.REFUSED):
            found.append(Match(outcome=row.outcome))
            continue
        match = directory.match(row)
        if row.outcome is Outcome.DOUBTFUL:
            match = replace(match, outcome=Outcome.DOUBTFUL)
        found.append(match)
    return tuple(found)


def with_matches(rows: Sequence[StagedRow], matches: Sequence[Match]) -> tuple[StagedRow, ...]:
    """The rows with the outcomes and reasons that matching gave them."""
    out: list[StagedRow] = []
    for row, match in zip(rows, matches, strict=True):
        if match.outcome is row.outcome:
            out.append(row)
            continue
        reason, params = {
            Outcome.SAME: ("import_row_same", {}),
            Outcome.UPDATE: ("import_row_update", {"n": len(match.differences)}),
            Outcome.DOUBTFUL: ("import_row_perhaps_known", {}),
        }.get(match.outcome, (row.reason, dict(row.reason_params)))
        out.append(replace(row, outcome=match.outcome, reason=reason, reason_params=params))
    return tuple(out)
