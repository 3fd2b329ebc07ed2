"""What an import will write, row by row: one place that the preview and the writing both ask."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from app.core.people_comparison import Level
from app.core.transliteration import is_cyrillic, romanise
from app.importers.matching import Match
from app.importers.staged import Outcome, StagedRow
from app.models.people import PersonPosition
from app.services.import_organisations import OrganisationFinder
from app.services.import_plans import LATIN, NATIVE, Decision, ImportPlan, RowKey
from app.storage.work import View

#: MA-7: what tells who somebody is. A merely probable match does not replace it without a click.
_ASKED = frozenset({*NATIVE, *LATIN, "birth_date", "passport_number"})
#: Told by a row, but no field of a person: it goes into the seat.
_NOT_OF_A_PERSON = frozenset({"role"})
_KNOWN = frozenset({Outcome.SAME, Outcome.UPDATE})
_NOTHING = Decision()
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Taken:
    """A row that goes in: its fields with what stays as known in them, the changes that are written, and of whom.

    ``person_id`` is empty for somebody new; ``match.differences`` hold only what is written.
    """

    row: StagedRow
    match: Match
    person_id: str

    @property
    def key(self) -> RowKey:
        """The row's place in the file."""
        return (self.row.sheet, self.row.row)


def asked_first(row: StagedRow, match: Match) -> frozenset[str]:
    """The fields of a known person that a row replaces only after a click (MA-7).

    A gap is filled, and where the person is certain or was linked by the user every change is taken. A probable match
    leaves name, birth date and passport number as they are; a spelling that the table made gives way all the same, and
    so does a name in Latin letters to one with a patronymic in Cyrillic: half of each would be nobody's name. The
    Latin letters stay, as the spelling.
    """
    if match.level is not Level.PROBABLE or match.outcome is not Outcome.UPDATE:
        return frozenset()
    own_script = is_cyrillic(row.fields.get("patronymic", ""))
    return frozenset(
        one.field
        for one in match.differences
        if one.field in _ASKED
        and one.old
        and not (one.field in LATIN and _made(row, one.field, one.old))
        and not (own_script and one.field in NATIVE and is_cyrillic(one.new) and not is_cyrillic(one.old))
    )


def _made(row: StagedRow, name: str, latin: str) -> bool:
    """Whether a Latin spelling is what the table makes of the native name."""
    native = row.fields.get("family_name" if name == "family_latin" else "given_name", "")
    return bool(native) and romanise(native).casefold() == latin.casefold()


def kept(row: StagedRow, match: Match, decision: Decision = _NOTHING) -> frozenset[str]:
    """The fields that differ and stay as they are known: by the user's choice, or because nobody clicked yet."""
    if match.outcome is not Outcome.UPDATE:
        return frozenset()
    waiting = asked_first(row, match) - decision.take
    if not waiting and not decision.keep:
        return waiting
    return frozenset(one.field for one in match.differences if one.field in decision.keep or one.field in waiting)


def stays(given: ImportPlan, row: StagedRow, match: Match) -> frozenset[str]:
    """The fields of a row of a plan that differ and are not taken, by the decisions worked into the plan."""
    return kept(row, match, given.decisions.get((row.sheet, row.row), _NOTHING))


def goes_in(row: StagedRow, decision: Decision = _NOTHING) -> bool:
    """Whether a decided row is written: new, update and same; doubtful ones only when decided (MA-7)."""
    return not decision.leave_out and row.outcome in (Outcome.NEW, Outcome.UPDATE, Outcome.SAME)


def resolve(
    view: View, given: ImportPlan, finder: OrganisationFinder, places: Iterable[int] | None = None
) -> Iterator[Taken]:
    """The rows that are written, in the order of the file, with exactly what is written of each.

    ``places``: only these rows (all that mean one person go together, or none).

    Of two rows that mean one known person the first goes before: the later one only adds what the first does not state.
    A post in the same organisation under another spelling is no change.
    """
    posts = _Posts(view, given.matches)
    stated: dict[str, set[str]] = {}
    pairs = given.pairs() if places is None else ((given.rows[place], given.matches[place]) for place in places)
    for row, match in pairs:
        decision = given.decisions.get((row.sheet, row.row), _NOTHING) if given.decisions else _NOTHING
        if not goes_in(row, decision):
            continue
        if match.outcome not in _KNOWN or not match.people:
            yield Taken(row, match, "")
            continue
        person_id = match.people[0]
        before = stated.get(person_id)
        if match.differences:
            stays = kept(row, match, decision)
            stays |= frozenset(
                one.field
                for one in match.differences
                if one.field == "organisation" and posts.same(person_id, finder.find(one.new))
            )
            left, changes = _without(row, match, stays, before or frozenset())
        else:
            left, changes = row, match
        if before is None:
            stated[person_id] = set(row.fields)
        else:
            before.update(row.fields)
        yield Taken(left, changes, person_id)


def _without(row: StagedRow, match: Match, stays: frozenset[str], stated: Iterable[str]) -> tuple[StagedRow, Match]:
    """A row and its match without the changes that are not taken; the row says what is known instead."""
    gone = stays | frozenset(stated) | _NOT_OF_A_PERSON
    left = tuple(one for one in match.differences if one.field not in gone)
    if len(left) == len(match.differences):
        return row, match
    known = {one.field: one.old for one in match.differences if one.field in gone - _NOT_OF_A_PERSON}
    fields = {name: known.get(name, value) for name, value in row.fields.items()}
    fresh = replace(row, fields={name: value for name, value in fields.items() if value})
    return fresh, replace(match, differences=left)


class _Posts:
    """The organisations of the main posts of the people whose organisation a file would change."""

    def __init__(self, view: View, matches: Sequence[Match]) -> None:
        self._view = view
        self._matches = matches
        self._found: dict[str, str | None] | None = None

    def same(self, person_id: str, organisation_id: str | None) -> bool:
        """Whether somebody's main post is in that organisation already."""
        if organisation_id is None:
            return False
        if self._found is None:
            self._found = self._load()
        return self._found.get(person_id) == organisation_id

    def _load(self) -> dict[str, str | None]:
        wanted = [
            match.people[0]
            for match in self._matches
            if match.people and any(one.field == "organisation" for one in match.differences)
        ]
        found: dict[str, str | None] = {}
        for start in range(0, len(wanted), _CHUNK):
            query = select(PersonPosition.person_id, PersonPosition.organisation_id).where(
                PersonPosition.main, PersonPosition.person_id.in_(wanted[start : start + _CHUNK])
            )
            found.update(
                (person_id, organisation_id) for person_id, organisation_id in self._view.session.execute(query)
            )
        return found


def strangers(given: ImportPlan, people: Mapping[RowKey, str]) -> frozenset[tuple[str, str]]:
    """The pairs of whom the user said that they are two people, the smaller id first; ``people`` by row as written.

    Of a row that was taken as new those who were proposed, of any row those who were declined, and the person of the
    other row of the file that it does not repeat.
    """
    found: set[tuple[str, str]] = set()
    for key, decision in given.decisions.items():
        person_id = people.get(key)
        if person_id is None or decision.leave_out:
            continue
        others = set(decision.declined)
        place = given.places[key]
        if decision.as_new:
            others.update(given.matches[place].people)
        other_row = given.rows[place].other_row
        if (decision.as_new or decision.person_id) and other_row is not None and other_row in people:
            others.add(people[other_row])
        found.update((min(person_id, other), max(person_id, other)) for other in others if other != person_id)
    return frozenset(found)
