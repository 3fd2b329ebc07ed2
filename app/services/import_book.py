"""The rows of an import as the assistant walks through them: made one by one when they are looked at.

A file may hold 100,000 rows. What is known of all of them is kept in short lists (outcome, whether a cell is doubtful);
a whole ``PlanRow`` is only made for a row that is shown, and a decision touches only the rows it is about.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, overload

from app.core.progress import Token, silent
from app.core.text import fold
from app.importers.staged import PERSON_FIELDS
from app.importers.staged_rows import StagedRows
from app.services import import_rows
from app.services.import_plans import Overlaid
from app.services.import_rows import PlanRow
from app.services.imports import Decision, RowKey

#: Makes the rows of a part of a plan; the keys are those of the rows that the user left out.
RowsOf = Callable[[Any, frozenset[RowKey]], Sequence[PlanRow]]
#: Filters besides the outcomes.
ALL, PROBLEMS, LEFT = "all", "problems", "left"
_KEPT = 5_000
_BLOCK = 500
_TAKEN = frozenset({"new", "update", "same"})
_OPEN = frozenset({"doubtful", "refused"})


#: What was decided about a row of which nothing was.
_NONE = Decision()


def _asks(outcome: str, doubted: bool) -> bool:
    """Whether somebody should look at a row that is not left out."""
    return outcome in _OPEN or (doubted and outcome in _TAKEN)


def _joined(fields: Mapping[str, str], names: Sequence[str]) -> str:
    return " ".join(fields[name] for name in names if fields.get(name))


@dataclass(frozen=True)
class Prepared:
    """What becomes of the rows by decisions, ready to be taken (``RowBook.prepare``)."""

    given: Any
    #: All decisions that stand then.
    decisions: Mapping[RowKey, Decision]
    touched: frozenset[RowKey]
    places: frozenset[int]
    outcomes: list[str]
    doubted: bytearray
    left: set[int]
    problems: set[int]
    #: The texts that were searched then, and those that are searched with it.
    texts: tuple[list[str], list[str]] | None


class RowBook(Sequence[PlanRow]):
    """A plan's rows in the order of the file, with what was decided about them.

    ``plan`` is what was planned and is never changed, ``given`` the same with the decisions worked in. Both have
    ``staged.rows`` and ``matches`` of the same length. Numbers count from 0.
    """

    def __init__(self, plan: Any, rows_of: RowsOf = import_rows.rows, token: Token | None = None) -> None:
        self.plan = plan
        self.given = plan
        self.decisions: dict[RowKey, Decision] = {}
        self.outcomes: list[str] = []
        self._doubted = bytearray()
        self._numbers: dict[RowKey, int] = {}
        self._every_key: list[RowKey] = []
        self._others: dict[RowKey, RowKey] = {}
        self._counts: Counter[str] | None = None
        self._rows_of = rows_of
        self._left: set[int] = set()
        self._made: dict[int, PlanRow] = {}
        self._texts: list[str] | None = None
        self._problems: set[int] = set()
        token = token or silent()
        for number, row in enumerate(plan.staged.rows):
            self.outcomes.append(row.outcome.value)
            self._doubted.append(bool(row.warnings) and import_rows.asks(row))
            key = (row.sheet, row.row)
            self._every_key.append(key)
            self._numbers[key] = number
            if row.other_row is not None:
                self._others[key] = row.other_row
            if _asks(self.outcomes[number], bool(self._doubted[number])):
                self._problems.add(number)
            if number % _BLOCK == 0:
                token.step(number, 0)

    # rows -----------------------------------------------------------------------------------------------------
    def __len__(self) -> int:
        return len(self.outcomes)

    @overload
    def __getitem__(self, number: int) -> PlanRow: ...

    @overload
    def __getitem__(self, number: slice) -> list[PlanRow]: ...

    def __getitem__(self, number: int | slice) -> PlanRow | list[PlanRow]:
        if isinstance(number, slice):
            return [self[one] for one in range(len(self))[number]]
        number = range(len(self))[number]
        found = self._made.get(number)
        if found is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            found = self._made[number] = self._rows_of(self._part([number]), self._keys(self._left & {number}))[0]
        return found

    def __iter__(self) -> Iterator[PlanRow]:
        return (self[number] for number in range(len(self)))

    def number(self, key: RowKey) -> int:
        """Where a row stands; -1 when there is none of this key."""
        return self._numbers.get(key, -1)

    def places(self, keys: Iterable[RowKey]) -> list[int]:
        """Where the rows with these keys stand, of those that there are; of a hundred thousand in one go."""
        return [number for number in map(self._numbers.get, keys) if number is not None]

    def keys(self, numbers: Iterable[int]) -> list[RowKey]:
        """By which decisions about these rows are kept; no row is made for it."""
        every = self._every_key
        return [every[number] for number in numbers]

    def _keys(self, numbers: Collection[int]) -> frozenset[RowKey]:
        return frozenset(self.keys(numbers))

    def _part(self, numbers: Sequence[int]) -> Any:
        """A plan of only these rows as they were decided."""
        rows, matches = self.given.staged.rows, self.given.matches
        staged = replace(self.given.staged, rows=tuple(rows[number] for number in numbers))
        return replace(self.given, staged=staged, matches=tuple(matches[number] for number in numbers))

    # decisions ------------------------------------------------------------------------------------------------
    @property
    def left_out(self) -> frozenset[RowKey]:
        """The rows that the user leaves out."""
        return self._keys(self._left)

    def prepare(self, given: Any, fresh: Mapping[RowKey, Decision]) -> "Prepared":
        """What becomes of the rows when this plan is taken, into which decisions were worked; nothing changes yet.

        May be asked in another thread: after a decision about 100,000 rows only ``take`` is left to the window's.
        """
        touched = self._touched_by(given, fresh)
        places = [self._numbers[key] for key in touched]
        outcomes, doubted = list(self.outcomes), bytearray(self._doubted)
        left, problems = set(self._left), set(self._problems)
        decisions, nothing = {**self.decisions, **fresh}, {}
        for key, decision in fresh.items():
            (left.add if decision.leave_out else left.discard)(self._numbers[key])
            # One decision may stand for many rows: it is compared once.
            if id(decision) not in nothing:
                nothing[id(decision)] = decision == _NONE
            if nothing[id(decision)]:
                del decisions[key]
        before = self._texts
        texts = list(before) if before is not None else []
        rows = given.staged.rows
        for number in places:
            row = rows[number]
            outcomes[number] = row.outcome.value
            doubted[number] = import_rows.asks(row)
            asks = number not in left and _asks(outcomes[number], bool(doubted[number]))
            (problems.add if asks else problems.discard)(number)
            if texts:
                texts[number] = import_rows.searched(row.fields, row.sheet)
        both = (before, texts) if before is not None else None
        return Prepared(given, decisions, touched, frozenset(places), outcomes, doubted, left, problems, both)

    def take(self, made: "Prepared") -> frozenset[RowKey]:
        """Take what was prepared; gives the rows that may have changed."""
        self.given = made.given
        # The same mapping stays, since others hold it; and all at once is much sooner than one by one.
        self.decisions.clear()
        self.decisions.update(made.decisions)
        self._counts = None
        self.outcomes, self._doubted, self._left, self._problems = made.outcomes, made.doubted, made.left, made.problems
        self._made = {number: row for number, row in self._made.items() if number not in made.places}
        if made.texts is not None and made.texts[0] is self._texts:
            self._texts = made.texts[1]
        elif self._texts is not None:
            # The texts came meanwhile.
            for number in made.places:
                self._texts[number] = self[number].search_text
        return made.touched

    def put(self, given: Any, fresh: Mapping[RowKey, Decision]) -> frozenset[RowKey]:
        """Both at once: take the plan into which decisions were worked; gives the rows that may have changed."""
        return self.take(self.prepare(given, fresh))

    def _touched_by(self, given: Any, fresh: Mapping[RowKey, Decision]) -> frozenset[RowKey]:
        """The rows that may be others in the plan with the decisions worked in."""
        return self._touched(fresh)

    def _touched(self, fresh: Mapping[RowKey, Decision]) -> frozenset[RowKey]:
        """The rows decided about, and those of the file with which they are or were said to be one."""
        found: set[RowKey] = set()
        open_keys = [key for key in fresh if key in self._numbers]
        while open_keys:
            key = open_keys.pop()
            if key in found:
                continue
            found.add(key)
            for decision in (fresh.get(key), self.decisions.get(key)):
                if decision is not None and decision.same_as in self._numbers:
                    open_keys.append(decision.same_as)
            other = self._others.get(key)
            if other in self._numbers:
                open_keys.append(other)
        return frozenset(found)

    # what is looked for ---------------------------------------------------------------------------------------
    def is_problem(self, number: int) -> bool:
        """Whether somebody should look at a row: it is doubtful or refused, or one of its cells is doubtful."""
        return number in self._problems

    def is_taken(self, number: int) -> bool:
        """Whether the row is taken in as things stand."""
        return number not in self._left and self.outcomes[number] in _TAKEN

    def counts(self) -> Counter[str]:
        """How many rows each filter has: outcomes without those left out, ``left``, ``problems``, ``all``."""
        if self._counts is None:
            found = Counter(self.outcomes)
            found.subtract(Counter(map(self.outcomes.__getitem__, self._left)))
            found[LEFT], found[ALL] = len(self._left), len(self)
            found[PROBLEMS] = len(self._problems)
            self._counts = found
        return self._counts

    def numbers(self, chosen: str = ALL) -> Sequence[int]:
        """The rows of a filter, in the order of the file."""
        every = range(len(self))
        if chosen == ALL:
            return every
        if chosen == LEFT:
            return sorted(self._left)
        if chosen == PROBLEMS:
            return sorted(self._problems)
        return [number for number in every if self.outcomes[number] == chosen and number not in self._left]

    @property
    def folded(self) -> bool:
        """Whether the rows can be searched at once."""
        return self._texts is not None

    def fold_all(self, token: Token | None = None) -> list[str]:
        """The texts by which rows are searched; long lists in another thread. ``set_texts`` takes them."""
        token, found = token or silent(), []
        for number, row in enumerate(self.given.staged.rows):
            found.append(import_rows.searched(row.fields, row.sheet))
            if number % _BLOCK == 0:
                token.step(number, len(self))
        return found

    def values(self, names: Sequence[str], token: Token | None = None) -> list[str]:
        """These fields of every row as it will be, joined by spaces; of plain rows without making them."""
        token = token or silent()
        rows = self.given.staged.rows
        below, over = rows.layers if isinstance(rows, Overlaid) else (rows, {})
        if isinstance(below, StagedRows) and set(names) <= set(PERSON_FIELDS):
            columns = [below.column(name) for name in names]
            found = (
                list(columns[0])
                if len(columns) == 1
                else [" ".join(filter(None, row)) for row in zip(*columns, strict=True)]
            )
            for number, row in over.items():
                found[number] = _joined(row.fields, names)
            return found
        found = []
        for number, row in enumerate(rows):
            found.append(_joined(row.fields, names))
            if number % _BLOCK == 0:
                token.step(number, len(self))
        return found

    def reasons(self, token: Token | None = None) -> list[str]:
        """The code of why each row is as it is: of its first doubtful cell, else of its outcome."""
        token, found = token or silent(), []
        for number, row in enumerate(self.given.staged.rows):
            doubted = row.warnings and self._doubted[number]
            found.append(row.warnings[0].code if doubted else row.reason)
            if number % _BLOCK == 0:
                token.step(number, len(self))
        return found

    def blocks(self) -> Iterator[Sequence[PlanRow]]:
        """All rows, block by block and not kept, for whoever must look at every one in another thread."""
        return self.blocks_of(range(len(self)))

    def blocks_of(self, numbers: Sequence[int]) -> Iterator[Sequence[PlanRow]]:
        """These rows, none of them left out, in the same way."""
        for start in range(0, len(numbers), _BLOCK):
            yield self._rows_of(self._part(numbers[start : start + _BLOCK]), frozenset())

    def set_texts(self, texts: list[str]) -> None:
        """Take the texts of ``fold_all``; rows that were decided meanwhile are looked at again."""
        self._texts = texts
        for key in self.decisions:
            for touched in self._touched({key: self.decisions[key]}):
                number = self._numbers[touched]
                texts[number] = self[number].search_text

    def matching(self, numbers: Sequence[int], text: str) -> Sequence[int]:
        """Those rows in which every word typed occurs, marks and case ignored."""
        words = fold(text).split()
        if not words:
            return numbers
        if self._texts is None:
            self._texts = self.fold_all()
        texts, found = self._texts, numbers
        for word in words:
            found = [number for number in found if word in texts[number]]
        return found

    def next_problem(self, after: int, step: int = 1) -> int:
        """The next row at which somebody should look, around the end; -1 when there is none."""
        count = len(self)
        for away in range(1, count + 1):
            number = (after + step * away) % count
            if self.is_problem(number):
                return number
        return -1
