"""Everybody in the data file for comparing with a long sheet: names first, the rest page by page when asked for.

What tells who may be meant (names, birth dates, addresses) is read of everybody, and may be read while the file is
still in its child process. Of a sheet whose people are all new nothing more is needed; what is known of the others is
read for a thousand people at a time, as far as rows mean one of them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import Any

from sqlalchemy import bindparam

from app.core.progress import Token, silent
from app.core.vocabulary import LatinSource
from app.importers.known_table import KnownPeople
from app.models.people import Person
from app.services.known_columns import FETCHED, main_posts, organisation_names, plainly, stored
from app.storage.work import View

#: So many people make a page.
_PAGE = 4 * FETCHED
_NAMING = (
    "id",
    "code",
    "birth_date",
    "latin_source",
    "other_email",
    "given_name",
    "family_name",
    "email",
    "given_latin",
    "family_latin",
)
_LATER = ("patronymic", "phone", "passport_number", "diet", "notes")
_TYPED = ("sex", "passport_expiry", "languages")


class _Pages:
    """The further columns of known people: page by page as ``known_table.Pages`` asks for them."""

    names = (*_LATER, "gender", "passport_expiry", "languages", "organisation", "position")

    def __init__(self, view: View, size: int, idents: Sequence[str], codes: Sequence[str]) -> None:
        self._view, self.size, self._idents, self._codes = view, size, idents, codes
        #: Made once: to put it together takes longer than to ask it.
        self._query = (
            plainly(*(getattr(Person, name) for name in (*_LATER, *_TYPED)))
            .where(Person.code.between(bindparam("first"), bindparam("last")))
            .order_by(Person.code)
        )

    def read(self, page: int) -> Mapping[str, Sequence[str]]:
        """The columns of one page, in the order of the people."""
        first = page * self.size
        return self._columns(first, min(first + self.size, len(self._idents)))

    def read_one(self, number: int) -> Mapping[str, str]:
        """The same of one person."""
        return {name: values[0] for name, values in self._columns(number, number + 1).items()}

    def _columns(self, first: int, end: int) -> Mapping[str, Sequence[str]]:
        """The columns of the people from ``first`` up to ``end``, who are some at least."""
        columns: list[list[Any]] = [[] for _ in (*_LATER, *_TYPED)]
        between = {"first": self._codes[first], "last": self._codes[end - 1]}
        for block in stored(self._view, self._query, between):
            for column, values in zip(columns, zip(*block, strict=True), strict=True):
                column.extend(values)
        *texts, sexes, days, languages = columns
        spoken = {text: ", ".join(json.loads(text) if text else ()) for text in set(languages)}
        posts = map(self._posts.get, self._idents[first:end], repeat(("", "")))
        organisations, titles = zip(*posts, strict=True)
        return dict(zip(_LATER, texts, strict=True)) | {
            "gender": sexes,
            "passport_expiry": [day or "" for day in days],
            "languages": [spoken[text] for text in languages],
            "organisation": organisations,
            "position": titles,
        }

    @cached_property
    def _posts(self) -> Mapping[str, tuple[str, str]]:
        """The main post of everybody, by id: the organisation's name and the title."""
        names = organisation_names(self._view)
        found: dict[str, tuple[str, str]] = {}
        for block in stored(self._view, main_posts()):
            idents, posts, titles = zip(*block, strict=True)
            found.update(zip(idents, zip(map(names.get, posts, repeat("")), titles, strict=False), strict=True))
        return found


class KnownAhead:
    """Reads by what everybody is known in the data file; ``view`` must stay open as long as its people are used."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._steps = self._read()
        self._people: KnownPeople | None = None

    def steps(self) -> Iterator[None]:
        """Read on, a few milliseconds at a time; may be left at any place."""
        return self._steps

    @property
    def begun(self) -> KnownPeople | None:
        """The people where they are all there by now."""
        return self._people

    def people(self, token: Token | None = None) -> KnownPeople:
        """The people; what is not read yet is read now. ``token`` is stepped; raises Cancelled."""
        token = token or silent()
        for _ in self._steps:
            token.step(0, 0)
        assert self._people is not None
        return self._people

    def _read(self) -> Iterator[None]:
        query = plainly(*(getattr(Person, name) for name in _NAMING)).order_by(Person.code)
        columns: list[list[Any]] = [[] for _ in _NAMING]
        for block in stored(self._view, query):
            for column, values in zip(columns, zip(*block, strict=True), strict=True):
                column.extend(values)
            yield
        idents, codes, births, latin, others, given, family, mails, given_latin, family_latin = columns
        sources = {text: LatinSource(text) for text in set(latin)}
        # A spelling that the program made is that of the name: nobody is compared by it.
        spelt = zip(latin, given_latin, family_latin, strict=True)
        generated = LatinSource.GENERATED.value
        self._people = KnownPeople(
            idents,
            {
                "given_name": given,
                "family_name": family,
                "given_latin": given_latin,
                "family_latin": family_latin,
                "email": mails,
                "birth_date": [day or "" for day in births],
            },
            [sources[text] for text in latin],
            [(mail,) if mail else () for mail in others],
            _Pages(self._view, _PAGE, idents, codes),
            {
                number: (one, two)
                for number, (source, one, two) in enumerate(spelt)
                if source != generated and (one or two)
            },
        )
        yield
        self._people.faces()
