"""What an import of people is about, as plain frozen data: where it goes, the plan, the decisions, the result."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, overload

from app.importers.matching import Match
from app.importers.staged import Staged, StagedRow
from app.importers.staged_rows import StagedRows

#: (sheet, row as in Excel).
RowKey = tuple[str, int]
#: Fields of a name told as one cell.
NATIVE = ("family_name", "given_name", "patronymic")
LATIN = ("family_latin", "given_latin")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Target:
    """Where the people go: a programme, perhaps an activity of it; ``country`` where the file does not tell."""

    programme_id: str
    activity_id: str = ""
    country: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decided about a row; an empty one takes the row as it was planned.

    ``person_id`` links it to somebody known, ``as_new`` makes somebody new of it, also of a repeated row, and
    ``same_as`` makes it one with another row of the file, whose gaps it fills. ``declined``: people whom the row does
    not mean. ``fields`` are typed values. Of a known person ``keep`` names the fields that stay as they are, ``take``
    those that are taken although they wait for a click (MA-7).
    """

    leave_out: bool = False
    as_new: bool = False
    person_id: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    keep: frozenset[str] = frozenset()
    take: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    same_as: RowKey | None = None


@dataclass(frozen=True, slots=True)
class OrganisationDecision:
    """What the user decided about a name of an organisation in the file: the one it means, or (empty) a new one.

    ``learn``: the spelling is remembered as an alias of the organisation.
    """

    organisation_id: str = ""
    learn: bool = True


class Overlaid(Sequence[T]):
    """A sequence of which a few places are replaced; the others are asked of what lies below only when wanted."""

    __slots__ = ("_below", "_over")

    def __init__(self, below: Sequence[T], over: Mapping[int, T]) -> None:
        former: Overlaid[T] | None = below if isinstance(below, Overlaid) else None
        self._below: Sequence[T] = below if former is None else former._below
        self._over: Mapping[int, T] = over if former is None else {**former._over, **over}

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        """One or several, as any sequence gives them."""
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        place = index + len(self) if index < 0 else index
        return self._over[place] if place in self._over else self._below[place]

    @property
    def layers(self) -> tuple[Sequence[T], Mapping[int, T]]:
        """What lies below, and what replaces it by place."""
        return self._below, self._over

    def __len__(self) -> int:
        """How many there are."""
        return len(self._below)

    def __iter__(self) -> Iterator[T]:
        """All in order."""
        over = self._over
        return (over.get(place, one) for place, one in enumerate(self._below))

    def __eq__(self, other: object) -> bool:
        """Equal content is equal, whatever lies below."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True)
class ImportPlan:
    """A file as understood and compared with the people known; nothing is written yet.

    ``decisions`` are those worked into the rows (``import_deciding.apply``).
    """

    staged: Staged
    matches: Sequence[Match]
    target: Target
    taken_before: str = ""
    decisions: Mapping[RowKey, Decision] = field(default_factory=dict)

    @property
    def rows(self) -> Sequence[StagedRow]:
        """The rows with their outcomes."""
        return self.staged.rows

    def pairs(self) -> Iterator[tuple[StagedRow, Match]]:
        """Each row with whom it means."""
        return iter(zip(self.staged.rows, self.matches, strict=True))

    @cached_property
    def places(self) -> Mapping[RowKey, int]:
        """The place of each row among the rows."""
        rows = self.staged.rows
        if isinstance(rows, StagedRows):
            keys = zip(rows.sheet_names(), rows.numbers, strict=True)
            return {key: place for place, key in enumerate(keys)}
        return {(row.sheet, row.row): place for place, row in enumerate(rows)}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was written: the batch, who each row became, what is new and changed."""

    batch: str
    unit_id: str
    people: Mapping[RowKey, str]
    codes: Mapping[RowKey, str]
    summary: Mapping[str, int]
