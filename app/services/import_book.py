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
from app.services import import_rows
from app.services.import_rows import PlanRow
from app.services.imports import Decision, RowKey

#: Makes the rows of a part of a plan; the keys are those of the rows that the user left out.
RowsOf = Callable[[Any, frozenset[RowKey]], Sequence[PlanRow]]
#: Filters besides the outcomes.
ALL, PROBLEMS, CELLS, LEFT = "all", "problems", "cells", "left"
_KEPT = 5_000
_BLOCK = 500
_TAKEN = frozenset({"new", "update", "same"})
_OPEN = frozenset({"doubtful", "refused"})


class RowBook(Sequence[PlanRow]):
    """A plan's rows in the order of the file, with what was decided about them.

    ``plan`` has ``staged.rows`` and ``matches`` of the same length; it is never changed. Numbers count from 0.
    """

    def __init__(self, plan: Any, rows_of: RowsOf = import_rows.rows, token: Token | None = None) -> None:
        self.plan = plan
        self.decisions: dict[RowKey, Decision] = {}
        self.outcomes: list[str] = []
        self._doubted = bytearray()
        self._numbers: dict[RowKey, int] = {}
        self._rows_of = rows_of
        self._decided: dict[int, tuple[Any, Any]] = {}
        self._left: set[int] = set()
        self._made: dict[int, PlanRow] = {}
        self._texts: list[str] | None = None
        token = token or silent()
        for number, row in enumerate(plan.staged.rows):
            self.outcomes.append(row.outcome.value)
            self._doubted.append(bool(row.warnings) and import_rows.asks(row))
            self._numbers[row.sheet, row.row] = number
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
            found = self._made[number] = self._rows_of(self._shown_part([number]), self._keys(self._left & {number}))[0]
        return found

    def __iter__(self) -> Iterator[PlanRow]:
        return (self[number] for number in range(len(self)))

    def number(self, key: RowKey) -> int:
        """Where a row stands; -1 when there is none of this key."""
        return self._numbers.get(key, -1)

    def _keys(self, numbers: Collection[int]) -> frozenset[RowKey]:
        rows = self.plan.staged.rows
        return frozenset((rows[number].sheet, rows[number].row) for number in numbers)

    def part(self, keys: Collection[RowKey]) -> Any:
        """A plan of only these rows as the file says; decisions are worked into it."""
        numbers = sorted(number for key in keys if (number := self.number(key)) >= 0)
        rows, matches = self.plan.staged.rows, self.plan.matches
        return self._with([rows[number] for number in numbers], [matches[number] for number in numbers])

    def _shown_part(self, numbers: Sequence[int]) -> Any:
        rows, matches, decided = self.plan.staged.rows, self.plan.matches, self._decided
        pairs = [decided[one] if one in decided else (rows[one], matches[one]) for one in numbers]
        return self._with([row for row, _ in pairs], [match for _, match in pairs])

    def _with(self, rows: Sequence[Any], matches: Sequence[Any]) -> Any:
        return replace(self.plan, staged=replace(self.plan.staged, rows=tuple(rows)), matches=tuple(matches))

    # decisions ------------------------------------------------------------------------------------------------
    def put(self, part: Any, decisions: Mapping[RowKey, Decision]) -> None:
        """Take rows that were decided (a part after ``import_decisions.apply``), and the decisions about them."""
        for row, match in zip(part.staged.rows, part.matches, strict=True):
            key = (row.sheet, row.row)
            number, decision = self._numbers[key], decisions.get(key, Decision())
            self._made.pop(number, None)
            self._decided[number] = (row, match)
            self.outcomes[number] = row.outcome.value
            self._doubted[number] = import_rows.asks(row)
            if decision == Decision():
                self.decisions.pop(key, None)
                self._decided.pop(number)
            else:
                self.decisions[key] = decision
            (self._left.add if decision.leave_out else self._left.discard)(number)
            if self._texts is not None:
                self._texts[number] = self[number].search_text

    # what is looked for ---------------------------------------------------------------------------------------
    def is_problem(self, number: int) -> bool:
        """Whether somebody should look at a row: it is doubtful or refused, or one of its cells is doubtful."""
        if number in self._left:
            return False
        outcome = self.outcomes[number]
        return outcome in _OPEN or bool(self._doubted[number] and outcome in _TAKEN)

    def is_taken(self, number: int) -> bool:
        """Whether the row is taken in as things stand."""
        return number not in self._left and self.outcomes[number] in _TAKEN

    def counts(self) -> Counter[str]:
        """How many rows each filter has: outcomes without those left out, ``left``, ``problems``, ``cells``, ``all``."""
        found = Counter(self.outcomes)
        for number in self._left:
            found[self.outcomes[number]] -= 1
        found[LEFT], found[ALL] = len(self._left), len(self)
        found[PROBLEMS] = sum(self.is_problem(number) for number in range(len(self)))
        found[CELLS] = len(self.numbers(CELLS))
        return found

    def numbers(self, chosen: str = ALL) -> Sequence[int]:
        """The rows of a filter, in the order of the file."""
        every = range(len(self))
        if chosen == ALL:
            return every
        if chosen == LEFT:
            return sorted(self._left)
        if chosen == PROBLEMS:
            return [number for number in every if self.is_problem(number)]
        if chosen == CELLS:
            return [number for number in every if self._doubted[number] and self.is_taken(number)]
        return [number for number in every if self.outcomes[number] == chosen and number not in self._left]

    @property
    def folded(self) -> bool:
        """Whether the rows can be searched at once."""
        return self._texts is not None

    def fold_all(self, token: Token | None = None) -> list[str]:
        """The texts by which rows are searched; long lists in another thread. ``set_texts`` takes them."""
        token, found = token or silent(), []
        for start in range(0, len(self), _BLOCK):
            block = range(start, min(start + _BLOCK, len(self)))
            found += [row.search_text for row in self._rows_of(self._shown_part(block), frozenset())]
            token.step(start, len(self))
        return found

    def set_texts(self, texts: list[str]) -> None:
        """Take the texts of ``fold_all``."""
        self._texts = texts

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
