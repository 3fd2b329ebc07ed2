"""The people who are known already, held by columns; one of them is made into an object only when somebody asks."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from operator import is_not
from typing import Protocol, overload

from app.core.people_comparison import PersonFacts
from app.core.vocabulary import LatinSource
from app.importers.likeness import Faces, LatinColumns, People

#: Of a page of which no more people than these are asked for, only they are read.
_FEW = 20


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody in the data file: id, fields by the names of commands.md, source of the Latin spelling."""

    ident: str
    fields: Mapping[str, str]
    latin_source: LatinSource = LatinSource.NONE
    other_emails: tuple[str, ...] = ()

    def facts(self) -> PersonFacts:
        """What is compared of this person."""
        get = self.fields.get
        generated = self.latin_source is LatinSource.GENERATED
        return PersonFacts(
            get("given_name", ""),
            get("family_name", ""),
            get("patronymic", ""),
            "" if generated else get("given_latin", ""),
            "" if generated else get("family_latin", ""),
            get("gender", ""),
            get("email", "").lower(),
            get("birth_date", ""),
        )


class Pages(Protocol):
    """Columns of people that are read page by page, when somebody asks for them; ``size``: people on a page."""

    @property
    def size(self) -> int:
        """How many people stand on a page; on the last one fewer."""
        ...

    @property
    def names(self) -> Sequence[str]:
        """The fields that are read so."""
        ...

    def read(self, page: int) -> Mapping[str, Sequence[str]]:
        """The columns of a page (from 0) by field, in the order of the people."""
        ...

    def read_one(self, number: int) -> Mapping[str, str]:
        """The same of one person, by field."""
        ...


class _Filled:
    """The columns that are read as somebody asks for them: page by page, or one by one where it is few of a page."""

    def __init__(self, count: int, pages: Pages) -> None:
        self._pages = pages
        self.columns = {name: [""] * count for name in pages.names}
        #: The pages that are there, and the people of other pages.
        self._there: set[int] = set()
        self._single: dict[int, set[int]] = {}

    def need(self, numbers: Iterable[int]) -> None:
        """Have everything there about these people."""
        size, asked = self._pages.size, set(numbers)
        for page in {number // size for number in asked} - self._there:
            single = self._single.setdefault(page, set())
            fresh = {number for number in asked if number // size == page} - single
            if len(single) + len(fresh) > _FEW:
                for name, values in self._pages.read(page).items():
                    self.columns[name][page * size : page * size + len(values)] = values
                self._there.add(page)
                continue
            for number in fresh:
                for name, value in self._pages.read_one(number).items():
                    self.columns[name][number] = value
            single |= fresh

    def need_all(self) -> None:
        """Have everything there about everybody."""
        count, size = max(map(len, self.columns.values()), default=0), self._pages.size
        for first in range(0, count, size):
            self.need(range(first, min(first + size, count)))


class _Later(Sequence[str]):
    """A column of which only those pages are read that somebody asks for."""

    def __init__(self, filled: _Filled, name: str) -> None:
        self._filled, self._held = filled, filled.columns[name]

    def __len__(self) -> int:
        return len(self._held)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        self._filled.need(range(len(self))[at] if isinstance(at, slice) else (at,))
        return self._held[at]


def _in_small_letters(texts: Sequence[str]) -> Sequence[str]:
    """The texts in small letters; themselves where all of them are, as addresses mostly are."""
    together = "\n".join(texts)
    return texts if together == together.lower() else [text.lower() for text in texts]


class KnownPeople(Sequence[KnownPerson]):
    """People who are known, in their order: a sequence of ``KnownPerson``, and the same by columns.

    ``values``: columns by field, each as long as ``idents``; ``other_mails``: further addresses of each. ``later``:
    where further columns are read from as they are asked for.
    """

    def __init__(
        self,
        idents: Sequence[str],
        values: Mapping[str, Sequence[str]],
        latin_sources: Sequence[LatinSource],
        other_mails: Sequence[tuple[str, ...]],
        later: Pages | None = None,
    ) -> None:
        self.idents, self.latin_sources, self.other_mails = idents, latin_sources, other_mails
        self._faces: Faces | None = None
        self._filled = _Filled(len(idents), later) if later is not None else None
        self._values = {**values, **(self._filled.columns if self._filled is not None else {})}

    @classmethod
    def of(cls, people: Iterable[KnownPerson]) -> "KnownPeople":
        """People who are objects already."""
        if isinstance(people, cls):
            return people
        known = list(people)
        names = dict.fromkeys(name for person in known for name in person.fields)
        return cls(
            [person.ident for person in known],
            {name: [person.fields.get(name, "") for person in known] for name in names},
            [person.latin_source for person in known],
            [person.other_emails for person in known],
        )

    def column(self, name: str) -> Sequence[str]:
        """A field of everybody, '' where nothing is known."""
        if self._filled is not None and name in self._filled.columns:
            self._filled.need_all()
        return self.held(name)

    def held(self, name: str) -> Sequence[str]:
        """The same as far as it is there: what it says of somebody holds once he or she was asked for by ``need``."""
        return self._values.get(name) or [""] * len(self)

    def need(self, numbers: Iterable[int]) -> None:
        """Have everything there about these people."""
        if self._filled is not None:
            self._filled.need(numbers)

    def faces(self, beside: Faces | None = None) -> Faces:
        """By what they are compared with others; ``beside``: those others, whose names are worked out already."""
        if self._faces is None:
            filled = self._filled
            phones, passports = (
                _Later(filled, name) if filled is not None and name in filled.columns else self.column(name)
                for name in ("phone", "passport_number")
            )
            families, givens, births = map(self.column, ("family_name", "given_name", "birth_date"))
            mails, latin = _in_small_letters(self.column("email")), self._own_latin()

            def facts(number: int) -> PersonFacts:
                # By what they are filed: nothing for which a page would have to be read.
                spelt = latin.get(number, ("", ""))
                return PersonFacts(
                    givens[number], families[number], "", *spelt, email=mails[number], birth_date=births[number]
                )

            people = People(families, givens, births, mails, phones, passports, facts, latin)
            self._faces = Faces(people, beside)
        return self._faces

    def _own_latin(self) -> LatinColumns:
        """The spellings that the program did not make."""
        own = map(is_not, self.latin_sources, repeat(LatinSource.GENERATED))
        return LatinColumns(self.column("given_latin"), self.column("family_latin"), list(own))

    @cached_property
    def by_other_mail(self) -> Mapping[str, list[int]]:
        """Those with further addresses, by each of them in small letters."""
        found: dict[str, list[int]] = {}
        for number, mails in enumerate(self.other_mails):
            for mail in mails:
                found.setdefault(mail.lower(), []).append(number)
        return found

    def with_mails(self, wanted: Collection[str]) -> Mapping[str, int]:
        """Whose own address each of those wanted is (in small letters): the first one's, where several share it."""
        if self._faces is not None:
            # They were compared by their addresses already.
            first = self._faces.by_mail.first
            return {mail: first[mail] for mail in first.keys() & set(wanted)}
        found: dict[str, int] = {}
        for number, mail in enumerate(map(str.lower, self.column("email"))):
            if mail in wanted:
                found.setdefault(mail, number)
        return found

    def __len__(self) -> int:
        return len(self.idents)

    @overload
    def __getitem__(self, at: int) -> KnownPerson: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[KnownPerson, ...]: ...
    def __getitem__(self, at: int | slice) -> KnownPerson | tuple[KnownPerson, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        self.need((at % len(self),))
        ident = self.idents[at]
        fields = {name: column[at] for name, column in self._values.items()}
        return KnownPerson(ident, fields, self.latin_sources[at], self.other_mails[at])

    def __iter__(self) -> Iterator[KnownPerson]:
        return (self[number] for number in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return False
        return all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]
