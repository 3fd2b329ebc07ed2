"""The people who are known already, held by columns; one of them is made into an object only when somebody asks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from app.core.people_comparison import PersonFacts
from app.core.vocabulary import LatinSource
from app.importers.likeness import Faces, People


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


class KnownPeople(Sequence[KnownPerson]):
    """People who are known, in their order: a sequence of ``KnownPerson``, and the same by columns.

    ``values``: columns by field, each as long as ``idents``; ``other_mails``: further addresses of each.
    """

    def __init__(
        self,
        idents: Sequence[str],
        values: Mapping[str, Sequence[str]],
        latin_sources: Sequence[LatinSource],
        other_mails: Sequence[tuple[str, ...]],
    ) -> None:
        self.idents, self.latin_sources, self.other_mails = idents, latin_sources, other_mails
        self._values = values

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
        return self._values.get(name) or [""] * len(self)

    def faces(self, beside: Faces | None = None) -> Faces:
        """By what they are compared with others; ``beside``: those others, whose names are worked out already."""
        return Faces(
            People(
                self.column("family_name"),
                self.column("given_name"),
                self.column("birth_date"),
                [mail.lower() for mail in self.column("email")],
                self.column("phone"),
                self.column("passport_number"),
                lambda number: self[number].facts(),
                self._own_latin(),
            ),
            beside,
        )

    def _own_latin(self) -> Mapping[int, tuple[str, str]]:
        """The spellings that the program did not make."""
        latin = zip(self.latin_sources, self.column("given_latin"), self.column("family_latin"), strict=True)
        generated = LatinSource.GENERATED
        return {
            number: (given, family)
            for number, (source, given, family) in enumerate(latin)
            if source is not generated and (given or family)
        }

    @cached_property
    def by_other_mail(self) -> Mapping[str, list[int]]:
        """Those with further addresses, by each of them in small letters."""
        found: dict[str, list[int]] = {}
        for number, mails in enumerate(self.other_mails):
            for mail in mails:
                found.setdefault(mail.lower(), []).append(number)
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
