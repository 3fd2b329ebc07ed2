"""What the user decided about rows of an import, worked into the plan (MA-7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from app.core.errors import Refused
from app.core.name_parts import Order
from app.core.people_comparison import Level
from app.core.vocabulary import LatinSource
from app.importers.matching import KnownPerson, Match, differences, match_rows, with_matches
from app.importers.name_cells import read_name
from app.importers.staged import Outcome, StagedRow
from app.importers.staged_rows import StagedRows
from app.services import import_memory, import_shared_mail
from app.services.import_organisations import OrganisationFinder, settled
from app.services.import_plans import LATIN, NATIVE, Decision, ImportPlan, Overlaid, RowKey
from app.services.known_people import known_people, who_may_be_meant
from app.storage.work import View

#: A field whose correction may make the row somebody else.
_IDENTITY = frozenset({*NATIVE, *LATIN, "email", "phone", "birth_date", "passport_number", "gender"})
#: Sources of a value that the program proposed; what another row states goes before it.
_PROPOSED = frozenset({LatinSource.GENERATED.value, "patronymic", "given_name", "group"})


def apply(view: View, original: ImportPlan, given: ImportPlan, decisions: Mapping[RowKey, Decision]) -> ImportPlan:
    """The plan with the rows of ``decisions`` decided anew; the others stay as they are in ``given``.

    Each decision is worked into the row as it is in ``original``, so that it can be changed any number of times, and
    the cost follows the number of decisions, not of rows. Rows that were said to be the same person fill the gaps of
    the row they belong to. Raises Refused: ``import_no_such_row`` for a row that the plan does not have,
    ``import_row_itself`` for rows that are the same as each other in a circle, ``import_person_gone`` for a link to
    somebody who is not there any more.
    """
    decider = _Decider(view, original, {**given.decisions, **decisions})
    touched: dict[RowKey, None] = {}
    for key in decisions:
        touched[key] = None
        for every in (given.decisions, decider.decisions):
            root = _root(original, every, key)
            touched[root] = None
    for key, one in given.decisions.items():
        # A row that was said to be the same as one that is now the same as a third one repeats the third.
        if one.same_as is not None and key not in decisions:
            root = _root(original, decider.decisions, key)
            if root != _root(original, given.decisions, key):
                touched |= {key: None, root: None}
    over_rows: dict[int, StagedRow] = {}
    over_matches: dict[int, Match] = {}
    for key in touched:
        place = _place(original, key)
        over_rows[place], over_matches[place] = decider.decided(key)
    below = given.staged.rows
    rows = below.replaced(over_rows) if isinstance(below, StagedRows) else Overlaid(below, over_rows)
    staged = replace(given.staged, rows=rows)
    return replace(given, staged=staged, matches=Overlaid(given.matches, over_matches), decisions=decider.decisions)


def with_decisions(view: View, given: ImportPlan, decisions: Mapping[RowKey, Decision]) -> ImportPlan:
    """A plan with further decisions about its rows as they are; leaving out and letting in need no second look."""
    fresh = {key: one for key, one in decisions.items() if one != given.decisions.get(key, Decision())}
    deeper = {
        key: one
        for key, one in fresh.items()
        if replace(one, leave_out=False) != replace(given.decisions.get(key, Decision()), leave_out=False)
    }
    given = apply(view, given, given, deeper) if deeper else given
    return replace(given, decisions={**given.decisions, **fresh}) if fresh else given


def _place(plan: ImportPlan, key: RowKey) -> int:
    place = plan.places.get(key)
    if place is None:
        raise Refused("import_no_such_row", sheet=key[0], row=key[1])
    return place


def _root(original: ImportPlan, decisions: Mapping[RowKey, Decision], key: RowKey) -> RowKey:
    """The row that a row is said to be the same as, followed to its end; the row itself when it stands alone."""
    seen = {key}
    while True:
        row = original.rows[_place(original, key)]
        decision = decisions.get(key)
        onward = decision.same_as if decision is not None else None
        if onward is None and len(seen) > 1 and decision is None and row.outcome is Outcome.DUPLICATE:
            # The other row repeats a third one, and nobody said otherwise.
            onward = row.other_row
        if onward is None:
            return key
        if onward in seen:
            raise Refused("import_row_itself", sheet=onward[0], row=onward[1])
        seen.add(onward)
        key = onward


class _Decider:
    """Works decisions into rows; what is looked up in the data file is looked up once."""

    def __init__(self, view: View, original: ImportPlan, decisions: Mapping[RowKey, Decision]) -> None:
        self._view = view
        self._original = original
        self.decisions = decisions

    @cached_property
    def _finder(self) -> OrganisationFinder:
        return OrganisationFinder(self._view)

    @cached_property
    def _declined(self) -> Mapping[str, frozenset[str]]:
        return import_memory.declined(self._view)

    @cached_property
    def _joined(self) -> Mapping[RowKey, list[RowKey]]:
        """The rows that are one with another row of the file, by that row, in the order of the file."""
        found: dict[RowKey, list[RowKey]] = {}
        for key, decision in self.decisions.items():
            if decision.same_as is not None and not decision.leave_out:
                found.setdefault(_root(self._original, self.decisions, key), []).append(key)
        for keys in found.values():
            keys.sort(key=self._original.places.__getitem__)
        return found

    def decided(self, key: RowKey) -> tuple[StagedRow, Match]:
        """A row as decided, and whom it means then."""
        place = self._original.places[key]
        row, match = self._original.rows[place], self._original.matches[place]
        decision = self.decisions.get(key, Decision())
        fresh = corrected(row, decision.fields)
        if decision.same_as is not None:
            root = _root(self._original, self.decisions, key)
            params: dict[str, object] = {"row": root[1], "sheet": root[0]}
            fresh = replace(
                fresh,
                outcome=Outcome.DUPLICATE,
                reason="import_row_duplicate",
                reason_params=params,
                other_row=root,
            )
            return fresh, Match(outcome=Outcome.DUPLICATE)
        others = self._joined.get(key, ())
        for other in others:
            fresh = filled(fresh, self._typed(other))
        if decision.as_new:
            # Whom the row does not mean stays with it: it is remembered when the row is taken in.
            strangers = Match(people=match.people)
            fresh = import_shared_mail.without(fresh)
            return replace(fresh, outcome=Outcome.NEW, reason="import_row_new", reason_params={}), strangers
        if decision.person_id:
            return self._linked(fresh, decision.person_id)
        changed = set(decision.fields) | {name for name in fresh.fields if name not in row.fields}
        if decision.declined or changed & _IDENTITY:
            return self._matched(fresh, decision.declined)
        if changed and match.outcome in (Outcome.UPDATE, Outcome.SAME):
            return self._compared(fresh, match)
        return fresh, match

    def _typed(self, key: RowKey) -> StagedRow:
        return corrected(self._original.rows[self._original.places[key]], self.decisions[key].fields)

    def _matched(self, row: StagedRow, declined: frozenset[str]) -> tuple[StagedRow, Match]:
        """The row compared anew with everybody but those whom it does not mean."""
        if row.outcome is Outcome.DUPLICATE:
            return row, Match(outcome=Outcome.DUPLICATE)
        known = [one for one in who_may_be_meant(self._view, [row.facts()]) if one.ident not in declined]
        if row.other_row is None:
            # What an earlier match had made of it counts no longer; a doubt about another row stays.
            row = _unmatched(row)
        (match,) = match_rows([row], known, self._declined)
        match = self._told_apart(match, known)
        (fresh,) = with_matches([row], [match])
        return import_shared_mail.settled(self._view, fresh, known), match

    def _linked(self, row: StagedRow, person_id: str) -> tuple[StagedRow, Match]:
        """The row as one of somebody known, with what it would change of that person."""
        person = self._person(person_id)
        return self._settled(row, person, Match(Level.CERTAIN, (person_id,)))

    def _compared(self, row: StagedRow, match: Match) -> tuple[StagedRow, Match]:
        return self._settled(row, self._person(match.people[0]), match)

    def _person(self, person_id: str) -> KnownPerson:
        (person,) = known_people(self._view, [person_id]) or (None,)
        if person is None:
            raise Refused("import_person_gone")
        return person

    def _settled(self, row: StagedRow, person: KnownPerson, match: Match) -> tuple[StagedRow, Match]:
        changes = differences(row, person)
        outcome = Outcome.UPDATE if changes else Outcome.SAME
        match = self._told_apart(replace(match, differences=changes, outcome=outcome), (person,))
        (fresh,) = with_matches([_unmatched(import_shared_mail.without(row))], [match])
        return fresh, match

    def _told_apart(self, match: Match, known: Sequence[KnownPerson]) -> Match:
        """The match without what is only another spelling of the same organisation."""
        if not any(one.field == "organisation" for one in match.differences):
            return match
        posts = {one.ident: one.fields.get("organisation", "") for one in known if one.ident in match.people}
        return settled(match, self._finder, posts)


def _unmatched(row: StagedRow) -> StagedRow:
    if row.outcome is Outcome.REFUSED:
        return row
    return replace(row, outcome=Outcome.NEW, reason="import_row_new", reason_params={})


def corrected(row: StagedRow, fields: Mapping[str, str]) -> StagedRow:
    """A row with other values; what was told about these cells is settled, a missing name may be there now."""
    if not fields:
        return row
    values = {**row.fields, **fields}
    sources = {name: source for name, source in row.sources.items() if name not in fields}
    if set(LATIN) & fields.keys():
        sources.update(dict.fromkeys(LATIN, LatinSource.TYPED.value))
    elif set(NATIVE) & fields.keys() and row.sources.get("family_latin", "generated") == LatinSource.GENERATED:
        name = read_name({key: values.get(key, "") for key in NATIVE}, Order.UNKNOWN, "", False)
        values["given_latin"], values["family_latin"] = name.given_latin, name.family_latin
        sources.update(dict.fromkeys(LATIN, name.source.value))
    told = set(fields)
    if set(NATIVE) & told:
        told |= {*NATIVE, "full_name"}
    if set(LATIN) & told:
        told |= {*LATIN, "name_latin"}
    fresh = replace(
        row,
        fields={name: value for name, value in values.items() if value},
        sources={name: source for name, source in sources.items() if source},
        warnings=tuple(one for one in row.warnings if one.field not in told),
    )
    if fresh.outcome is Outcome.REFUSED and (values.get("family_name") or values.get("given_name")):
        fresh = replace(fresh, outcome=Outcome.NEW, reason="import_row_new", reason_params={}, order_known=True)
    return fresh


def filled(row: StagedRow, other: StagedRow) -> StagedRow:
    """A row with its gaps filled from another row about the same person; what is only proposed gives way to it."""
    wanted = [
        name
        for name in other.fields
        if name not in row.fields
        or (row.sources.get(name) in _PROPOSED and other.sources.get(name, "") not in _PROPOSED)
    ]
    sources = {name: source for name, source in row.sources.items() if name not in wanted}
    sources.update((name, other.sources[name]) for name in wanted if name in other.sources)
    return replace(
        row,
        fields={**row.fields, **{name: other.fields[name] for name in wanted}},
        extra={**other.extra, **row.extra},
        sources=sources,
    )


def for_all(
    keys: Iterable[RowKey],
    so_far: Mapping[RowKey, Decision],
    *,
    leave_out: bool | None = None,
    as_new: bool | None = None,
    keep: Iterable[str] = (),
    take: Iterable[str] = (),
) -> dict[RowKey, Decision]:
    """One decision for several rows, over what was decided about each: left out, taken as new, known fields kept.

    ``None`` leaves that part as it is; making rows new ends their links. Give the answer to ``apply``.
    """
    kept, taken = frozenset(keep), frozenset(take)
    found: dict[RowKey, Decision] = {}
    for key in keys:
        one = so_far.get(key, Decision())
        if leave_out is not None:
            one = replace(one, leave_out=leave_out)
        if as_new is not None:
            one = replace(one, as_new=as_new)
            if as_new:
                one = replace(one, person_id="", same_as=None, leave_out=False)
        if kept or taken:
            one = replace(one, keep=(one.keep | kept) - taken, take=(one.take | taken) - kept)
        found[key] = one
    return found
