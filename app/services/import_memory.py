"""What was declined stays declined: pairs of people who are two, written with an import, asked by the next (MA-7)."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import func, select

from app.importers.matching import Match, match_rows, with_matches
from app.importers.staged import Outcome, StagedRow
from app.importers.staged_rows import StagedRows
from app.models.people import DeclinedMatch, Person
from app.services.import_organisations import OrganisationFinder, settled
from app.services.import_plans import ImportPlan, Overlaid, RowKey
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


def told_apart(view: View, given: ImportPlan) -> ImportPlan:
    """The plan in which rows that repeat another row are not taken for it where the user once said that they are two.

    Two people of one name stand in many files. Where the other row is somebody known, of whom it was said that he or
    she is not a certain other person, and this row means that other person, it is that person's.
    """
    if not view.session.scalar(select(func.count()).select_from(DeclinedMatch)):
        return given
    repeated = _repeated(given)
    if not repeated:
        return given
    apart: dict[str, set[str]] = {}
    for one, other in declined_pairs(view):
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    finder: OrganisationFinder | None = None
    rows: dict[int, StagedRow] = {}
    matches: dict[int, Match] = {}
    for place, row in repeated:
        first = _match_of(given, row.other_row)
        others = apart.get(first.people[0], set()) if first.outcome in _KNOWN and first.people else set()
        if not others:
            continue
        known = known_people(view, others)
        fresh = replace(row, outcome=Outcome.NEW, reason="import_row_new", reason_params={})
        (match,) = match_rows([fresh], known)
        if match.outcome not in _KNOWN:
            continue
        finder = finder or OrganisationFinder(view)
        match = settled(match, finder, {one.ident: one.fields.get("organisation", "") for one in known})
        (rows[place],) = with_matches([fresh], [match])
        matches[place] = match
    if not rows:
        return given
    below = given.staged.rows
    laid = below.replaced(rows) if isinstance(below, StagedRows) else Overlaid(below, rows)
    return replace(given, staged=replace(given.staged, rows=laid), matches=Overlaid(given.matches, matches))


def _match_of(given: ImportPlan, key: RowKey | None) -> Match:
    place = given.places.get(key) if key is not None else None
    return given.matches[place] if place is not None else Match()


def _repeated(given: ImportPlan) -> list[tuple[int, StagedRow]]:
    """The rows that repeat, or perhaps repeat, another row of the file, with their places."""
    rows = given.staged.rows
    wanted = (Outcome.DUPLICATE, Outcome.DOUBTFUL)
    found: Iterable[tuple[int, StagedRow]]
    if isinstance(rows, StagedRows):
        found = ((place, rows[place]) for place in rows.places(*wanted))
    else:
        found = ((place, row) for place, row in enumerate(rows) if row.outcome in wanted)
    return [(place, row) for place, row in found if row.other_row is not None]
