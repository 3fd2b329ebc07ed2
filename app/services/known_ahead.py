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

from sqlalchemy import bindparam, case

from app.core.progress import Token, silent
from app.core.vocabulary import LatinSource
from app.importers.known_table import KnownPeople
from app.models.people import Person
from app.services.known_columns import FETCHED, main_posts, organisation_names, plainly, stored
from app.storage.work import View

#: So many blocks of what is fetched make a page.
_BLOCKS = 4
_NAMING = ("id", "code", "birth_date", "latin_source", "other_email", "given_name", "family_name", "email")
_LATER = ("patronymic", "given_latin", "family_latin", "phone", "passport_number", "diet", "notes")
_TYPED = ("sex", "passport_expiry", "languages")


class _Pages:
    """The further columns of known people: page by page as ``known_table.Pages`` asks for them."""

    names = (*_LATER, "gender", "passport_expiry", "languages", "organisation", "position")

    def __init__(self, view: View, size: int, idents: Sequence[str]) -> None:
        self._view, self.size, self._idents = view, size, idents
        #: The codes between which the people of a page stand.
        self.ends: list[tuple[str, str]] = []
        #: Made once: to put it together takes longer than to ask it.
        self._query = (
            plainly(*(getattr(Person, name) for name in (*_LATER, *_TYPED)))
            .where(Person.code.between(bindparam("first"), bindparam("last")))
            .order_by(Person.code)
        )

    def read(self, page: int) -> Mapping[str, Sequence[str]]:
        """The columns of one page, in the order of the people."""
        first, last = self.ends[page]
        columns: list[list[Any]] = [[] for _ in (*_LATER, *_TYPED)]
        for block in stored(self._view, self._query, {"first": first, "last": last}):
            for column, values in zip(columns, zip(*block, strict=True), strict=True):
                column.extend(values)
        *texts, sexes, days, languages = columns
        spoken = {text: ", ".join(json.loads(text) if text else ()) for text in set(languages)}
        posts = map(self._posts.get, self._idents[page * self.size : (page + 1) * self.size], repeat(("", "")))
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
        own = Person.latin_source != LatinSource.GENERATED
        query = plainly(*(getattr(Person, name) for name in _NAMING)).order_by(Person.code)
        # A spelling that the program made is that of the name: nobody is compared by it.
        query = query.add_columns(*(case((own, name), else_="") for name in (Person.given_latin, Person.family_latin)))
        columns: list[list[Any]] = [[] for _ in range(len(_NAMING) + 2)]
        pages = _Pages(self._view, FETCHED * _BLOCKS, columns[0])
        for number, block in enumerate(stored(self._view, query)):
            first, _last = pages.ends.pop() if number % _BLOCKS else (block[0][1], "")
            pages.ends.append((first, block[-1][1]))
            for column, values in zip(columns, zip(*block, strict=True), strict=True):
                column.extend(values)
            yield
        idents, _codes, births, latin, others, given, family, mails, own_given, own_family = columns
        sources = {text: LatinSource(text) for text in set(latin)}
        self._people = KnownPeople(
            idents,
            {
                "given_name": given,
                "family_name": family,
                "email": mails,
                "birth_date": [day or "" for day in births],
            },
            [sources[text] for text in latin],
            [(mail,) if mail else () for mail in others],
            pages,
            {number: pair for number, pair in enumerate(zip(own_given, own_family, strict=True)) if pair[0] or pair[1]},
        )
        yield
        self._people.faces()
