"""Staged rows against the people known already (MA-6, MA-7): new, update, same, doubtful."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, compress, repeat
from operator import and_, is_not, itemgetter

from app.core.matching_keys import matching_key
from app.core.name_parts import patronymic_sex
from app.core.note_lines import with_lines
from app.core.people_comparison import WHOLE_DAY, Level, PersonFacts, compare_people
from app.core.progress import Token, silent
from app.core.transliteration import is_cyrillic
from app.core.vocabulary import LatinSource
from app.importers.known_table import KnownPeople, KnownPerson
from app.importers.likeness import contradicts
from app.importers.spoken_languages import same_languages
from app.importers.staged import PERSON_FIELDS, Outcome, StagedRow
from app.importers.staged_rows import StagedRows

__all__ = ["Declined", "Difference", "KnownPerson", "Match", "differences", "level_of", "match_rows", "with_matches"]

#: For each person those of whom the user said that they are somebody else (MA-7), by ids, both ways round.
Declined = Mapping[str, frozenset[str]]
#: Proposals never change what is kept: the sex told by a name, the Latin spelling made by the table (NA-1).
_PROPOSED = frozenset(("generated", "patronymic", "given_name", "group"))
_LATIN = frozenset(("given_latin", "family_latin"))
_LATIN_OF = {"given_name": "given_latin", "family_name": "family_latin"}
_NATIVE_OF = {latin: native for native, latin in _LATIN_OF.items()}
#: Spellings that nobody wrote.
_UNWRITTEN = (LatinSource.GENERATED, LatinSource.NONE)


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


@dataclass(slots=True, unsafe_hash=True)
class Match:
    """Whom a row means: the level, the ids that come into question (the likeliest first), what would change.

    Never changed once it is made. It is not frozen all the same: there is one for each row, and a frozen one takes four
    times as long to make.
    """

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
        if name == "role":
            # It belongs to the seat in an activity, not to the person.
            continue
        if name in ("birth_date", "passport_expiry") and len(new) != WHOLE_DAY:
            # What is known in part only is told, and kept of nobody.
            continue
        if name == "notes" and old:
            # Notes only grow: what somebody wrote stays, and nothing is written twice.
            new = with_lines(old, new)
        if not new or new == old or (name == "email" and new in known.other_emails):
            continue
        source = row.sources.get(name, "")
        if source in _PROPOSED:
            if old:
                continue
            new = _spelt(row, known, name) or new
        if name in _LATIN and old and known.latin_source is LatinSource.PASSPORT and source != LatinSource.PASSPORT:
            continue
        if old and old.casefold() == new.casefold() and name not in _LATIN:
            continue
        if name == "languages" and old and same_languages(old, new):
            continue
        if name in ("given_name", "patronymic") and old and new.endswith("."):
            continue
        latin = _LATIN_OF.get(name, "")
        if latin and is_cyrillic(old) and not is_cyrillic(new):
            # A list in Latin letters about somebody known in Cyrillic ones: it tells the spelling, not the name.
            spelt = known.fields.get(latin, "")
            if row.order_known and not row.fields.get(latin) and known.latin_source in _UNWRITTEN and spelt != new:
                found.append(Difference(latin, spelt, new))
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


def _spelt(row: StagedRow, known: KnownPerson, name: str) -> str:
    """How somebody known in Latin letters only is spelt: that stays the spelling, the table proposes none (NA-1).

    Empty where that tells no whole name, or where the two names stand the other way round.
    """
    native = _NATIVE_OF.get(name, "")
    spelling = known.fields.get(native, "")
    if not spelling or is_cyrillic(spelling) or spelling.endswith("."):
        return ""
    other = row.fields.get("family_name" if native == "given_name" else "given_name", "")
    return "" if matching_key(spelling) == matching_key(other) else spelling


def level_of(row: StagedRow, facts: PersonFacts, known: KnownPerson, other: PersonFacts) -> Level:
    """How sure it is that a row means a known person: MA-6, raised by one passport, lowered by other contacts.

    ``facts`` and ``other``: those of the row and of the person.
    """
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


def known_as(level: Level, ident: str, changes: tuple[Difference, ...]) -> Match:
    """The match of a row with one known person.

    Only the name speaks for it and both the town hall and the telephone are others: that may be a namesake, so the user
    is asked (MA-7).
    """
    replaced = {change.field for change in changes if not change.fills}
    if level is Level.PROBABLE and {"organisation", "phone"} <= replaced:
        return Match(Level.POSSIBLE, (ident,), (), Outcome.DOUBTFUL)
    return Match(level, (ident,), changes, Outcome.UPDATE if changes else Outcome.SAME)


_NOBODY = Match()
#: So many rows are looked at together.
_BLOCK = 2_000
_LEFT = {outcome: Match(outcome=outcome) for outcome in (Outcome.DUPLICATE, Outcome.REFUSED)}


def _never(_new: str, _old: str) -> bool:
    return False


class _Matcher:
    """Finds for each row those known people who may be meant; compares field by field only where columns differ."""

    def __init__(
        self, rows: StagedRows, people: KnownPeople, declined: Declined, same_organisation: Callable[[str, str], bool]
    ) -> None:
        self.rows, self.people = rows, people
        self._declined, self._same_organisation = declined, same_organisation
        self._mine = rows.faces()
        self._theirs = people.faces(self._mine)
        self._names = [name for name in PERSON_FIELDS if name != "role" and any(rows.column(name))]
        self._stated = [rows.column(name) for name in self._names]
        #: What is known holds of those people only who were asked for.
        self._kept = [people.held(name) for name in self._names]
        self._middle = (rows.column("patronymic"), people.held("patronymic"))
        #: A sex that the given name only proposes is not compared.
        genders = zip(rows.column("gender"), rows.sex_sources, strict=True)
        self._sexes = (["" if source == "given_name" else sex for sex, source in genders], people.held("gender"))

    def at_once(self, first: int, end: int) -> tuple[list[Match | None], set[int]]:
        """Whom the rows from ``first`` up to ``end`` mean, where the columns alone tell it; None where they do not.

        A row with a birth date of whose group and day nobody is known, and whose e-mail nobody has, means nobody. A row
        that says of the only one who has them just what is known means that one. Given with it are the places (from 0)
        of the rows that are left open.
        """
        theirs, people = self._theirs, self.people
        mails = self._mine.people.mails[first:end]
        by_name = list(map(theirs.dated.first.get, self._mine.dated.keys[first:end]))
        by_mail = list(map(theirs.by_mail.first.get, mails))
        # Another e-mail than the one known differs by itself: of such people nothing more need be there.
        asked = [
            one if one == other or not mail else None for one, other, mail in zip(by_name, by_mail, mails, strict=True)
        ]
        idents, certain, same = people.idents, Level.CERTAIN, Outcome.SAME
        found: list[Match | None] = [
            Match(certain, (idents[known],), (), same)
            if known is not None
            else _NOBODY
            if one is None and other is None
            else None
            for one, other, known in zip(by_name, by_mail, asked, strict=True)
        ]
        unsure = self._unsure(first, end)
        unsure.update(place for place, match in enumerate(found) if match is None)
        unsure |= self._differing(first, asked, unsure)
        for place in unsure:
            found[place] = None
        return found, unsure

    def _unsure(self, first: int, end: int) -> set[int]:
        """Places of the rows that may mean somebody else as well than the one who has their group and day."""
        mine = self._mine
        places = range(end - first)
        dated, groups, mails = mine.dated.keys[first:end], mine.groups[first:end], mine.people.mails[first:end]
        found: set[int] = set()
        if "" in dated:
            found.update(place for place in places if not dated[place])
        if not self._wide.isdisjoint(groups):
            found.update(place for place in places if groups[place] in self._wide)
        families = mine.people.families[first:end]
        if not self._far.isdisjoint(families):
            found.update(place for place in places if families[place] in self._far)
        if (others := self.people.by_other_mail.keys()) and not others.isdisjoint(mails):
            found.update(place for place in places if mails[place] in others)
        return found

    def _differing(self, first: int, numbers: Sequence[int | None], but: Set[int]) -> set[int]:
        """Places of the rows from ``first`` on that say anything else than is known of their person (None: nobody).

        Those in ``but`` are not looked at. So are people who are not the only ones of their group and day, or e-mail.
        """
        busy = self._busy
        found = (
            {place for place, number in enumerate(numbers) if number in busy} if not busy.isdisjoint(numbers) else set()
        )
        places = [
            place
            for place, number in enumerate(numbers)
            if number is not None and place not in but and place not in found
        ]
        if not places:
            return found
        wanted = [number for place in places if (number := numbers[place]) is not None]
        self.people.need(wanted)
        # The first one twice, since the getter of a single one gives no tuple.
        said, known = (itemgetter(*one, one[0]) for one in ([first + place for place in places], wanted))
        for stated, kept in zip(self._stated, self._kept, strict=True):
            one, other = said(stated), known(kept)
            if one != other:
                found.update(place for place, text, old in zip(places, one, other, strict=False) if text != old)
        return found

    @cached_property
    def _busy(self) -> frozenset[int]:
        """People who are not the only ones of their group and day, or of their e-mail."""
        theirs = self._theirs
        return frozenset(chain.from_iterable((*theirs.dated.more.values(), *theirs.by_mail.more.values())))

    @cached_property
    def _wide(self) -> Set[str]:
        """Groups in which there are people whose name or birth date does not tell enough."""
        return self._theirs.undated.first.keys() | self._theirs.others_by_key.keys()

    @cached_property
    def _far(self) -> Set[str]:
        """Family names of the rows under whose key there are such people, wherever they stand."""
        far = self._theirs.others_by_family
        return {family for family, key in self._mine.keys.items() if key in far} if far else frozenset()

    def match(self, number: int) -> Match:
        """Whom a row means."""
        mail = self._mine.people.mails[number]
        found = self._mine.neighbours(number, self._theirs)
        if mail:
            by_mail = self._theirs.by_mail.get(mail)
            if by_mail and (len(found) != 1 or len(by_mail) != 1 or by_mail[0] != found[0]):
                found = [*found, *by_mail]
            if self.people.by_other_mail:
                found = [*found, *self.people.by_other_mail.get(mail, ())]
        if not found:
            return _NOBODY
        self.people.need(found)
        if len(found) == 1:
            level = self._plain_level(number, found[0])
            if level is not None:
                changes = self._changes(number, found[0])
                return known_as(level, self.people.idents[found[0]], changes)
        return self._judged(number, set(found))

    def _plain_level(self, number: int, at: int) -> Level | None:
        """The level of two plain people of one name; None where it has to be looked at with care."""
        mine, theirs = self._mine, self._theirs
        if not mine.groups[number] or not theirs.groups[at] or not mine.same_name(number, theirs, at):
            return None
        one, other = mine.people, theirs.people
        birth, other_birth = one.births[number], other.births[at]
        if birth != other_birth and birth and other_birth:
            return None
        middle, other_middle = self._middle[0][number], self._middle[1][at]
        if middle != other_middle and middle and other_middle:
            return None
        sex = self._sexes[0][number] or (middle and patronymic_sex(middle).value)
        if sex != (self._sexes[1][at] or (other_middle and patronymic_sex(other_middle).value)):
            return None
        mail, other_mail = one.mails[number], other.mails[at]
        if self.people.other_mails[at]:
            return None
        if mail and mail == other_mail:
            return Level.CERTAIN
        if birth and birth == other_birth:
            return Level.CERTAIN
        if one.passports[number] and one.passports[number] == other.passports[at]:
            return Level.CERTAIN
        return None if mail and other_mail else Level.PROBABLE

    def _changes(self, number: int, at: int) -> tuple[Difference, ...]:
        """What the row would change of a known person; most rows say what is known."""
        for stated, kept in zip(self._stated, self._kept, strict=True):
            if stated[number] != kept[at] and stated[number]:
                return self._told_apart(differences(self.rows[number], self.people[at]))
        return ()

    def _told_apart(self, found: tuple[Difference, ...]) -> tuple[Difference, ...]:
        """Another spelling of the same organisation changes nothing."""
        same = self._same_organisation
        return tuple(one for one in found if one.field != "organisation" or not same(one.new, one.old))

    def _judged(self, number: int, candidates: set[int]) -> Match:
        """Whom a row means among some people, each looked at with care."""
        row = self.rows[number]
        facts = row.facts()
        levels: list[tuple[Level, int]] = []
        for at in sorted(candidates):
            person = self.people[at]
            level = level_of(row, facts, person, person.facts())
            if level:
                levels.append((level, at))
        if not levels:
            return _NOBODY
        levels.sort(key=lambda pair: (-pair[0], pair[1]))
        best, sure = self._best(levels)
        if best is Level.POSSIBLE or len(sure) > 1:
            left = self._without_declined(row, levels)
            if len(left) == 1 < len(levels):
                return Match(left[0][0], (self.people.idents[left[0][1]],), (), Outcome.SAME)
            best = left[0][0]
            return Match(best, tuple(self.people.idents[at] for _level, at in left), (), Outcome.DOUBTFUL)
        changes = self._told_apart(differences(row, self.people[sure[0]]))
        return known_as(best, self.people.idents[sure[0]], changes)

    @staticmethod
    def _best(levels: list[tuple[Level, int]]) -> tuple[Level, list[int]]:
        best = levels[0][0]
        return best, [at for level, at in levels if level is best]

    def _without_declined(self, row: StagedRow, levels: list[tuple[Level, int]]) -> list[tuple[Level, int]]:
        """MA-7: a row that says of somebody nothing but what is known is not asked about those who were told apart."""
        if not self._declined:
            return levels
        idents = self.people.idents
        for one in levels:
            others = self._declined.get(idents[one[1]])
            if not others or others.isdisjoint(idents[at] for _level, at in levels):
                continue
            if not self._told_apart(differences(row, self.people[one[1]])):
                return [pair for pair in levels if idents[pair[1]] not in others]
        return levels


def match_rows(
    rows: Sequence[StagedRow],
    known: Iterable[KnownPerson],
    declined: Declined | None = None,
    same_organisation: Callable[[str, str], bool] = _never,
    token: Token | None = None,
) -> tuple[Match, ...]:
    """For each row whom it means among the people known; in the order of the rows (MA-6, MA-7).

    ``known`` may be everybody or only those who share a key with a row (``people_index.blocking_keys``). Duplicate and
    refused rows keep their outcome; so does a doubtful one, which lists the people it may mean, too. A row that says of
    somebody just what is known is not asked about those whom ``declined`` tells apart from him or her.
    ``same_organisation`` tells whether two texts name one. ``token`` is stepped by rows; raises Cancelled.
    """
    staged, people, token = StagedRows.of(rows), KnownPeople.of(known), token or silent()
    total = len(staged)
    token.step(0, total)
    matcher = _Matcher(staged, people, declined or {}, same_organisation) if len(people) and total else None
    found: list[Match] = []
    for start in range(0, total, _BLOCK):
        end = min(start + _BLOCK, total)
        outcomes = staged.outcomes[start:end]
        if matcher is None:
            block: list[Match | None] = [_NOBODY] * (end - start)
            unsure: set[int] = set()
        else:
            block, unsure = matcher.at_once(start, end)
        if outcomes.count(Outcome.NEW) < len(outcomes):
            unsure.update(place for place, outcome in enumerate(outcomes) if outcome is not Outcome.NEW)
        for place in sorted(unsure):
            outcome = outcomes[place]
            match = _LEFT.get(outcome) or block[place]
            if match is None and matcher is not None:
                if not place % 50:
                    token.step(start + place, total)
                match = matcher.match(start + place)
            match = match or _NOBODY
            block[place] = replace(match, outcome=Outcome.DOUBTFUL) if outcome is Outcome.DOUBTFUL else match
        found.extend(filter(None, block))
        token.step(end, total)
    return tuple(found)


def _reason(row_reason: tuple[str, Mapping[str, object]], match: Match) -> tuple[str, Mapping[str, object]]:
    """Why a row has the outcome that matching gave it."""
    if match.outcome is Outcome.SAME:
        return "import_row_same", {}
    if match.outcome is Outcome.UPDATE:
        return "import_row_update", {"n": len(match.differences)}
    return ("import_row_perhaps_known", {}) if match.outcome is Outcome.DOUBTFUL else row_reason


def with_matches(rows: Sequence[StagedRow], matches: Sequence[Match]) -> Sequence[StagedRow]:
    """The rows with the outcomes and reasons that matching gave them."""
    staged = StagedRows.of(rows)
    outcomes = [match.outcome for match in matches]
    made = staged.made
    # A plain row that is the same says so itself; that is most of them.
    told = map(is_not, outcomes, repeat(Outcome.SAME))
    fresh = set(compress(range(len(outcomes)), map(and_, told, map(is_not, outcomes, staged.outcomes))))
    fresh.update(number for number in made if outcomes[number] is not staged.outcomes[number])
    reasons = {}
    for number in sorted(fresh):
        row = made.get(number)
        before = (row.reason, row.reason_params) if row is not None else ("import_row_new", {})
        reasons[number] = _reason(before, matches[number])
    return staged.with_outcomes(outcomes, reasons)
