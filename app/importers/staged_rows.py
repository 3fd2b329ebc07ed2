"""The rows of a file, held by columns and made into ``StagedRow`` only when somebody asks for one.

A hundred thousand rows as objects cost more than understanding them. ``StagedRows`` is a sequence of ``StagedRow`` like
any other (length, index, slice, iteration, equality), and beside that gives the same by columns, aligned row by row:

- ``rows.numbers``, ``rows.outcomes``: the row in its sheet, the outcome;
- ``rows.column("email")``: the values of a field of ``PERSON_FIELDS``, the empty text where there is none;
- ``rows.extra_column("municipality")``: what else a column says; ``rows.sheet_names()``;
- ``rows.latin_sources``: where the Latin spelling comes from (a value of ``LatinSource``), for the whole name;
- ``rows.places(Outcome.NEW)``: which rows have an outcome.

The lists are the rows' own: to be read, never changed. An index builds one row anew each time; iterating builds each
row once.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, repeat
from typing import Any, overload
from weakref import ref

from app.core.people_comparison import PersonFacts
from app.core.vocabulary import LatinSource
from app.importers.headings import Column
from app.importers.likeness import Faces, People
from app.importers.staged import PERSON_FIELDS, Outcome, StagedRow
from app.importers.workbook import Row

_LATIN = ("given_latin", "family_latin")


def _one_source(row: StagedRow) -> bool:
    """Whether both Latin names of a row come from one place."""
    return row.sources.get(_LATIN[0]) == row.sources.get(_LATIN[1])


_NO_PARAMS: Mapping[str, object] = {}


class _Source:
    """The sheet from which rows come, from the row at ``start`` on: raw cells are fetched when they are asked for."""

    __slots__ = ("cells", "columns", "name", "start")

    def __init__(self, start: int, name: str, cells: Sequence[Row], columns: Mapping[int, Column]) -> None:
        self.start, self.name, self.cells, self.columns = start, name, cells, columns


class StagedRows(Sequence[StagedRow]):
    """All rows of a file in its order. Filled once by the stages of reading, then only read."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.outcomes: list[Outcome] = []
        self.latin_sources: list[str] = []
        self.sex_sources: list[str] = []
        self.group_sources: list[str] = []
        self._values: dict[str, list[str]] = {name: [] for name in PERSON_FIELDS}
        self._extra: dict[str, list[str]] = {}
        self._sources: list[_Source] = []
        self._made: dict[int, StagedRow] = {}
        self._faces: Faces | None = None
        #: Plain rows whose Latin name has to be looked at for comparing.
        self._double: set[int] = set()
        #: Reason and parameters of rows that are not simply new.
        self._reasons: dict[int, tuple[str, Mapping[str, object]]] = {}

    @classmethod
    def of(cls, rows: Iterable[StagedRow]) -> "StagedRows":
        """Rows that exist already; they are kept as they are."""
        if isinstance(rows, cls):
            return rows
        found = cls()
        for row in rows:
            found.add(row)
        return found

    # Filling

    def begin(self, name: str, cells: Sequence[Row], columns: Mapping[int, Column]) -> None:
        """The rows added from now on come from this sheet; ``cells`` are all its rows."""
        self._sources.append(_Source(len(self.numbers), name, cells, columns))

    def add(self, row: StagedRow) -> None:
        """Add a row that was read with care."""
        number = len(self.numbers)
        self._made[number] = row
        self.numbers.append(row.row)
        self.outcomes.append(row.outcome)
        get = row.fields.get
        for name, column in self._values.items():
            column.append(get(name, ""))
        for name in row.extra:
            if name not in self._extra:
                self._extra[name] = [""] * number
        for name, column in self._extra.items():
            column.append(row.extra.get(name, ""))
        source = row.sources.get
        self.latin_sources.append(source("family_latin", "") or source("given_latin", ""))
        self.sex_sources.append(source("gender", ""))
        self.group_sources.append(source("organisation", ""))

    def add_plain(
        self,
        numbers: Sequence[int],
        values: Mapping[str, Sequence[str]],
        extra: Mapping[str, Sequence[str]],
        sources: tuple[Sequence[str], Sequence[str], str],
        double: Sequence[int] = (),
    ) -> None:
        """Add rows by columns: all new, nothing to be told about them.

        ``values`` and ``extra``: columns by field, missing ones are empty. ``sources``: of the Latin name, of the sex,
        and the name of the group that stands for the organisation where a row has none. ``double``: which of the rows
        (from 0) have a Latin family name of several words; that of all others has the matching keys of the native one.
        """
        before, count = len(self.numbers), len(numbers)
        latin, sexes, group = sources
        self._double.update(before + place for place in double)
        self.numbers.extend(numbers)
        self.outcomes.extend(repeat(Outcome.NEW, count))
        self.latin_sources.extend(latin)
        self.sex_sources.extend(sexes)
        towns = values.get("organisation")
        own = towns if towns is not None else [""] * count
        self.group_sources.extend(["" if town or not group else "group" for town in own])
        for name, column in self._values.items():
            if name == "organisation":
                column.extend([town or group for town in own] if group else own)
            else:
                column.extend(values.get(name) or repeat("", count))
        for name in extra:
            if name not in self._extra:
                self._extra[name] = [""] * before
        for name, column in self._extra.items():
            column.extend(extra.get(name) or repeat("", count))

    def put(self, number: int, row: StagedRow) -> None:
        """Put another row into a place; only while the rows are being filled."""
        self._made[number] = row
        self.outcomes[number] = row.outcome
        self._reasons.pop(number, None)

    def replaced(self, changes: Mapping[int, StagedRow]) -> "StagedRows":
        """The same rows with others in some places; columns that do not change are shared."""
        fresh = self._copy()
        fresh._values = dict(self._values)
        fresh._extra = dict(self._extra)
        for name in ("latin_sources", "sex_sources", "group_sources"):
            setattr(fresh, name, list(getattr(self, name)))
        for number, row in changes.items():
            fresh.put(number, row)
            source = row.sources.get
            fresh.latin_sources[number] = source("family_latin", "") or source("given_latin", "")
            fresh.sex_sources[number] = source("gender", "")
            fresh.group_sources[number] = source("organisation", "")
        for columns, part in ((fresh._values, "fields"), (fresh._extra, "extra")):
            names = {name for row in changes.values() for name in getattr(row, part)}
            for name in {*columns, *names}:
                told = {number: getattr(row, part).get(name, "") for number, row in changes.items()}
                column = columns.get(name)
                if column is None or any(column[number] != text for number, text in told.items()):
                    columns[name] = list(column) if column is not None else [""] * len(self)
                    for number, text in told.items():
                        columns[name][number] = text
        return fresh

    def with_outcomes(
        self, outcomes: Sequence[Outcome], reasons: Mapping[int, tuple[str, Mapping[str, object]]]
    ) -> "StagedRows":
        """The same rows with other outcomes; ``reasons`` (code, parameters) of those whose outcome changes.

        A plain row that is the same as known needs none: that says itself.
        """
        from dataclasses import replace

        fresh = self._copy()
        fresh.outcomes = list(outcomes)
        for number in [number for number in fresh._reasons if outcomes[number] is Outcome.SAME]:
            del fresh._reasons[number]
        for number, (reason, params) in reasons.items():
            made = self._made.get(number)
            if made is None:
                fresh._reasons[number] = (reason, params)
            else:
                fresh._made[number] = replace(made, outcome=outcomes[number], reason=reason, reason_params=params)
        return fresh

    def _copy(self) -> "StagedRows":
        fresh = StagedRows.__new__(StagedRows)
        fresh.__dict__.update(self.__dict__)
        # They look at these rows, and serve as long as these live.
        fresh._faces = None
        fresh.outcomes, fresh._made, fresh._reasons = list(self.outcomes), dict(self._made), dict(self._reasons)
        return fresh

    # Columns

    def faces(self, beside: Faces | None = None) -> Faces:
        """By what the people of the rows are compared with each other and with those known (``likeness``).

        ``beside``: those known, where their names are worked out already.
        """
        if self._faces is None:
            self._faces = Faces(self._people(), beside)
        return self._faces

    def _people(self) -> People:
        column, made = self._values, self._made
        generated, latin = LatinSource.GENERATED, column["given_latin"]
        own = {
            number: (latin[number], column["family_latin"][number])
            for number in {*self._double, *made}
            if self.latin_sources[number] != generated
        }
        me = ref(self)

        def facts(number: int) -> PersonFacts:
            # Not by themselves: rows and faces that hold each other wait for the collector of garbage.
            rows = me()
            assert rows is not None
            return rows[number].facts()

        return People(
            column["family_name"],
            column["given_name"],
            column["birth_date"],
            column["email"],
            column["phone"],
            column["passport_number"],
            facts,
            own,
            # Rows read with care may name their sources field by field: they are compared by their facts.
            frozenset(number for number, row in made.items() if not row.order_known or not _one_source(row)),
        )

    def column(self, name: str) -> list[str]:
        """A field of ``PERSON_FIELDS`` of all rows; KeyError for another name."""
        return self._values[name]

    def extra_column(self, name: str) -> list[str]:
        """What a further column says, for all rows; all empty where no row has it."""
        return self._extra.get(name) or [""] * len(self)

    @property
    def extra_names(self) -> tuple[str, ...]:
        """The names of the further columns."""
        return tuple(self._extra)

    def sheet_names(self) -> list[str]:
        """The sheet of each row."""
        if not self._sources:
            return [self._made[number].sheet for number in range(len(self))]
        ends = [source.start for source in self._sources[1:]] + [len(self)]
        names = [
            name
            for source, end in zip(self._sources, ends, strict=True)
            for name in repeat(source.name, end - source.start)
        ]
        for number, row in self._made.items():
            names[number] = row.sheet
        return names

    def places(self, *outcomes: Outcome) -> list[int]:
        """The numbers of the rows that have one of these outcomes."""
        return [number for number, one in enumerate(self.outcomes) if one in outcomes]

    @property
    def made(self) -> Mapping[int, StagedRow]:
        """The rows that were read with care, by number; all others are plain: new or known, nothing told."""
        return self._made

    # A sequence of rows

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> StagedRow: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[StagedRow, ...]: ...
    def __getitem__(self, at: int | slice) -> StagedRow | tuple[StagedRow, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        number = at + len(self) if at < 0 else at
        if not 0 <= number < len(self):
            raise IndexError(at)
        made = self._made.get(number)
        if made is not None:
            return made
        source = self._sources[bisect_right(self._sources, number, key=lambda one: one.start) - 1]
        return self._built(
            number,
            source,
            {name: column[number] for name, column in self._values.items() if column[number]},
            {name: column[number] for name, column in self._extra.items() if column[number]},
        )

    def __iter__(self) -> Iterator[StagedRow]:
        names, extra_names = tuple(self._values), tuple(self._extra)
        starts = iter([*[source.start for source in self._sources[1:]], len(self)])
        at = 0
        for source in self._sources or [_Source(0, "", (), {})]:
            end = next(starts)
            values = islice(zip(*self._values.values(), strict=True), at, end)
            more = islice(zip(*self._extra.values(), strict=True), at, end) if extra_names else repeat(())
            for number, row, other in zip(range(at, end), values, more, strict=False):
                made = self._made.get(number)
                yield (
                    made
                    if made is not None
                    else self._built(
                        number,
                        source,
                        {name: text for name, text in zip(names, row, strict=True) if text},
                        {name: text for name, text in zip(extra_names, other, strict=True) if text},
                    )
                )
            at = end

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return False
        return all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _built(self, number: int, source: _Source, fields: dict[str, str], extra: dict[str, str]) -> StagedRow:
        sources: dict[str, str] = {}
        if self.latin_sources[number]:
            sources["given_latin"] = sources["family_latin"] = self.latin_sources[number]
        if self.sex_sources[number]:
            sources["gender"] = self.sex_sources[number]
        if self.group_sources[number]:
            sources["organisation"] = self.group_sources[number]
        same = self.outcomes[number] is Outcome.SAME
        reason, params = self._reasons.get(number) or ("import_row_same" if same else "import_row_new", _NO_PARAMS)
        row = self.numbers[number]
        known: dict[str, Any] = {"outcome": self.outcomes[number], "reason": reason, "reason_params": dict(params)}
        return StagedRow(source.name, row, fields, source.cells[row - 1], source.columns, extra, sources, (), **known)
