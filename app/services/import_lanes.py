"""Two lanes for the rows of an import: plain ones by columns, the others one by one (law 5: they write the same).

Plain is a row that says nothing beside its fields, that nobody decided anything about, and that is somebody new or
somebody known of whom nothing changes. Of a large file that is nearly every row.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from app.importers.staged import Outcome
from app.importers.staged_rows import StagedRows
from app.services.import_known import ASKING
from app.services.import_organisations import OrganisationFinder
from app.services.import_plans import ImportPlan, Overlaid
from app.services.import_resolving import resolve
from app.services.import_writing import Writer
from app.storage.work import View

#: Plain rows that are taken together.
_BLOCK = 1_000


def take_rows(view: View, writer: Writer, given: ImportPlan, finder: OrganisationFinder) -> None:
    """Hand all rows of a plan that go in to the writer, in the order of the file; raises Cancelled, Refused."""
    staged, whose = _plain(given)
    careful = [place for place, person in enumerate(whose) if person is None]
    resolved = {one.key: one for one in resolve(view, given, finder, careful if staged is not None else None)}
    if staged is None:
        for one in resolved.values():
            writer.take(one.row, one.match, one.person_id, False)
        return
    sheets = staged.sheet_names()
    for start, end in _stretches(whose):
        if whose[start] is not None:
            writer.take_plain(staged, sheets, range(start, end), whose[start:end])
            continue
        for place in range(start, end):
            taken = resolved.get((sheets[place], staged.numbers[place]))
            if taken is not None:
                writer.take(taken.row, taken.match, taken.person_id, False)


def _stretches(whose: list[str | None]) -> Iterator[tuple[int, int]]:
    """Rows of one lane that follow each other, from and up to; of the plain ones no more than a block."""
    start = 0
    for place, person in enumerate(whose):
        if (person is None) != (whose[start] is None) or place - start == _BLOCK:
            yield start, place
            start = place
    if whose:
        yield start, len(whose)


def _plain(given: ImportPlan) -> tuple[StagedRows | None, list[str | None]]:
    """The rows by columns, and of each plain one the person (empty: somebody new), None of one that needs care."""
    rows = given.staged.rows
    over: Mapping[int, object] = {}
    if isinstance(rows, Overlaid):
        rows, over = rows.layers
    if not isinstance(rows, StagedRows):
        return None, []
    matches = given.matches
    meant = Counter(match.people[0] for match in matches if match.people)
    whose = [
        ""
        if outcome is Outcome.NEW and not match.people
        else match.people[0]
        if outcome is Outcome.SAME and match.people and not match.differences and meant[match.people[0]] == 1
        else None
        for outcome, match in zip(rows.outcomes, matches, strict=True)
    ]
    places = given.places if given.decisions else {}
    for place in (*rows.made, *over, *(places[key] for key in given.decisions)):
        whose[place] = None
    for name in ASKING.intersection(rows.extra_names):
        for place, text in enumerate(rows.extra_column(name)):
            if text:
                whose[place] = None
    return rows, whose
