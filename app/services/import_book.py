"""The rows of an import as the assistant walks through them: made one by one when they are looked at.

A file may hold 100,000 rows. What is known of all of them is kept in short lists (outcome, whether a cell is doubtful);
a whole ``PlanRow`` is only made for a row that is shown, and a decision touches only the rows it is about.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
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


def _joined(fields: Mapping[str, str], names: Sequence[str]) -> str:
    return " ".join(fields[name] for name in names if fields.get(name))


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
        self._rows_of = rows_of
        self._left: set[int] = set()
        self._made: dict[int, PlanRow] = {}
        self._texts: list[str] | None = None
        self._problems: set[int] = set()
        token = token or silent()
        for number, row in enumerate(plan.staged.rows):
            self.outcomes.append(row.outcome.value)
            self._doubted.append(bool(row.warnings) and import_rows.asks(row))
            self._numbers[row.sheet, row.row] = number
            if self._asks(number):
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

    def _keys(self, numbers: Collection[int]) -> frozenset[RowKey]:
        rows = self.given.staged.rows
        return frozenset((rows[number].sheet, rows[number].row) for number in numbers)

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

    def put(self, given: Any, fresh: Mapping[RowKey, Decision]) -> frozenset[RowKey]:
        """Take the plan into which decisions were worked; gives the rows that may have changed by them."""
        touched = self._touched(fresh)
        self.given = given
        for key, decision in fresh.items():
            if decision == Decision():
                self.decisions.pop(key, None)
            else:
                self.decisions[key] = decision
            (self._left.add if decision.leave_out else self._left.discard)(self._numbers[key])
        for key in touched:
            self._look_again(key)
        return touched

    def _look_again(self, key: RowKey) -> None:
        """Forget what was known of a row before it was decided."""
        number = self._numbers[key]
        row = self.given.staged.rows[number]
        self._made.pop(number, None)
        self.outcomes[number] = row.outcome.value
        self._doubted[number] = import_rows.asks(row)
        (self._problems.add if self._asks(number) else self._problems.discard)(number)
        if self._texts is not None:
            self._texts[number] = self[number].search_text

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
            other = self.plan.staged.rows[self._numbers[key]].other_row
            if other in self._numbers:
                open_keys.append(other)
        return frozenset(found)

    # what is looked for ---------------------------------------------------------------------------------------
    def is_problem(self, number: int) -> bool:
        """Whether somebody should look at a row: it is doubtful or refused, or one of its cells is doubtful."""
        return number in self._problems

    def _asks(self, number: int) -> bool:
        if number in self._left:
            return False
        outcome = self.outcomes[number]
        return outcome in _OPEN or bool(self._doubted[number] and outcome in _TAKEN)

    def is_taken(self, number: int) -> bool:
        """Whether the row is taken in as things stand."""
        return number not in self._left and self.outcomes[number] in _TAKEN

    def counts(self) -> Counter[str]:
        """How many rows each filter has: outcomes without those left out, ``left``, ``problems``, ``all``."""
        found = Counter(self.outcomes)
        for number in self._left:
            found[self.outcomes[number]] -= 1
        found[LEFT], found[ALL] = len(self._left), len(self)
        found[PROBLEMS] = len(self._problems)
        return found

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
        for start in range(0, len(self), _BLOCK):
            yield self._rows_of(self._part(range(start, min(start + _BLOCK, len(self)))), frozenset())

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
        texts = self._texts
        return [number for number in numbers if all(word in texts[number] for word in words)]

    def next_problem(self, after: int, step: int = 1) -> int:
        """The next row at which somebody should look, around the end; -1 when there is none."""
        count = len(self)
        for away in range(1, count + 1):
            number = (after + step * away) % count
            if self.is_problem(number):
                return number
        return -1
