"""What was declined stays declined: pairs of people who are two, written with an import, asked by the next (MA-7)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import func, select

from app.importers.matching import KnownPerson, Match, differences, match_rows, with_matches
from app.importers.staged import Outcome, StagedRow
from app.importers.staged_rows import StagedRows
from app.models.people import DeclinedMatch, Person
from app.services.import_organisations import OrganisationFinder, settled
from app.services.import_plans import ImportPlan, Overlaid
from app.services.known_people import known_people
from app.services.people_merging import declined_pairs
from app.storage.work import View, Work

_KNOWN = frozenset({Outcome.SAME, Outcome.UPDATE})
_CHUNK = 500


def remember(work: Work, pairs: Collection[tuple[str, str]]) -> None:
    """Keep pairs of ids of whom the user said that they are two people; pairs with somebody gone are passed over."""
    fresh = sorted(set(pairs) - declined_pairs(work)) if pairs else []
    if not fresh:
        return
    there = _there(work, {ident for pair in fresh for ident in pair})
    work.insert_many(
        DeclinedMatch,
        [{"person_id": one, "other_id": other} for one, other in fresh if one in there and other in there],
    )


def _there(view: View, idents: Collection[str]) -> frozenset[str]:
    wanted = sorted(idents)
    found: set[str] = set()
    for start in range(0, len(wanted), _CHUNK):
        found.update(view.session.scalars(select(Person.id).where(Person.id.in_(wanted[start : start + _CHUNK]))))
    return frozenset(found)


def declined(view: View) -> Mapping[str, frozenset[str]]:
    """For each person those of whom the user said that they are somebody else, by ids, both ways round (MA-7)."""
    found: dict[str, set[str]] = {}
    for one, other in declined_pairs(view):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {ident: frozenset(others) for ident, others in found.items()}


def told_apart(view: View, given: ImportPlan) -> ImportPlan:
    """The plan in which nothing is asked that the user answered once: of whom it was said that they are two (MA-7).

    Two people of one name stand in many files. A row that repeats another one, or means several known people equally
    well, is that person's whom it fits best, where all the others were declined for this one. Whatever is still open
    stays as it was.
    """
    if not view.session.scalar(select(func.count()).select_from(DeclinedMatch)):
        return given
    open_rows = _open_rows(given)
    if not open_rows:
        return given
    apart = declined(view)
    judge = _Judge(view, apart)
    rows: dict[int, StagedRow] = {}
    matches: dict[int, Match] = {}
    # Rows that mean somebody known first: those that repeat them follow.
    for place, row in sorted(open_rows, key=lambda pair: pair[1].outcome is Outcome.DUPLICATE):
        match = judge.among(row, given.matches[place].people)
        if match is None and row.other_row is not None:
            first = given.places.get(row.other_row, place)
            match = judge.beside(row, matches.get(first, given.matches[first]))
        if match is not None:
            fresh = replace(row, outcome=Outcome.NEW, reason="import_row_new", reason_params={})
            (rows[place],) = with_matches([fresh], [match])
            matches[place] = match
    if not rows:
        return given
    below = given.staged.rows
    laid = below.replaced(rows) if isinstance(below, StagedRows) else Overlaid(below, rows)
    return replace(given, staged=replace(given.staged, rows=laid), matches=Overlaid(given.matches, matches))


def _open_rows(given: ImportPlan) -> list[tuple[int, StagedRow]]:
    """The rows that repeat another row of the file or wait for an answer, with their places."""
    rows = given.staged.rows
    wanted = (Outcome.DUPLICATE, Outcome.DOUBTFUL)
    if isinstance(rows, StagedRows):
        return [(place, rows[place]) for place in rows.places(*wanted)]
    return [(place, row) for place, row in enumerate(rows) if row.outcome in wanted]


class _Judge:
    """Decides between people of whom it is known which of them are two."""

    def __init__(self, view: View, apart: Mapping[str, frozenset[str]]) -> None:
        self._view = view
        self._apart = apart
        self._finder: OrganisationFinder | None = None

    def among(self, row: StagedRow, people: Sequence[str]) -> Match | None:
        """Which of several people a row means, where he or she was told apart from all the others; None if open."""
        idents = set(people)
        if len(idents) < 2 or not any(idents - {one} <= self._apart.get(one, frozenset()) for one in idents):
            return None
        ranked = sorted(((self._rank(match), match) for match in self._matches(row, idents)), key=lambda pair: pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        best = ranked[0][1]
        return best if idents - {best.people[0]} <= self._apart.get(best.people[0], frozenset()) else None

    def beside(self, row: StagedRow, first: Match) -> Match | None:
        """Whom a row means that repeats another one, among those whom that one's person was told apart from."""
        if first.outcome not in _KNOWN or not first.people:
            return None
        found = self._matches(row, self._apart.get(first.people[0], frozenset()))
        return found[0] if len(found) == 1 else None

    def _matches(self, row: StagedRow, idents: Collection[str]) -> list[Match]:
        """A match for each of the people who fits: by the rules of matching, or because nothing at all differs."""
        found = []
        fresh = replace(row, outcome=Outcome.NEW, reason="import_row_new", reason_params={}, other_row=None)
        for person in known_people(self._view, idents) if idents else ():
            (match,) = match_rows([fresh], [person])
            if match.outcome is Outcome.DOUBTFUL:
                match = replace(match, differences=differences(row, person), outcome=Outcome.UPDATE)
                match = self._settled(match, person)
                if match.differences:
                    continue
                match = replace(match, outcome=Outcome.SAME)
            if match.outcome in _KNOWN:
                found.append(self._settled(match, person))
        return found

    def _settled(self, match: Match, person: KnownPerson) -> Match:
        self._finder = self._finder or OrganisationFinder(self._view)
        return settled(match, self._finder, {person.ident: person.fields.get("organisation", "")})

    @staticmethod
    def _rank(match: Match) -> tuple[int, int]:
        """How little a row would change of somebody: first what it replaces, then what it fills."""
        return sum(not one.fills for one in match.differences), len(match.differences)
