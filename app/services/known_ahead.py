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

from sqlalchemy import ScalarSelect, Select, bindparam, select
from sqlalchemy.orm import aliased

from app.core.progress import Token, silent
from app.core.vocabulary import LatinSource
from app.importers.known_table import KnownPeople
from app.models.people import Person
from app.services.known_columns import FETCHED, organisation_names, plainly, stored, with_main_post
from app.storage.work import View

#: So many people make a page.
_PAGE = 4 * FETCHED
_NAMING = (
    "id",
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

    def __init__(self, view: View, size: int, idents: Sequence[str]) -> None:
        self._view, self.size, self._idents = view, size, idents
        people = plainly(*(getattr(Person, name) for name in (*_LATER, *_TYPED))).order_by(Person.code)
        #: Made once: to put it together takes longer than to ask it.
        self._query = with_main_post(people).where(Person.code.between(_code_of("first"), _code_of("last")))
        #: The same with the ids, from the first person on who has two main posts.
        self._with_ids: Select[Any] | None = None

    def read(self, page: int) -> Mapping[str, Sequence[str]]:
        """The columns of one page, in the order of the people."""
        first = page * self.size
        return self._columns(first, min(first + self.size, len(self._idents)))

    def read_one(self, number: int) -> Mapping[str, str]:
        """The same of one person."""
        return {name: values[0] for name, values in self._columns(number, number + 1).items()}

    def _columns(self, first: int, end: int) -> Mapping[str, Sequence[str]]:
        """The columns of the people from ``first`` up to ``end``, who are some at least."""
        ends = {"first": self._idents[first], "last": self._idents[end - 1]}
        columns = self._read(self._query, ends) if self._with_ids is None else []
        if columns and len(columns[0]) > end - first:
            self._with_ids = self._query.add_columns(Person.id)
        if self._with_ids is not None:
            # Of two main posts of one person the last counts.
            *columns, idents = self._read(self._with_ids, ends)
            last = sorted({ident: number for number, ident in enumerate(idents)}.values())
            columns = [[column[number] for number in last] for column in columns]
        *texts, sexes, days, languages, posts, titles = columns
        spoken = {text: ", ".join(json.loads(text) if text else ()) for text in set(languages)}
        return dict(zip(_LATER, texts, strict=True)) | {
            "gender": sexes,
            "passport_expiry": [day or "" for day in days] if None in days else days,
            "languages": list(map(spoken.__getitem__, languages)),
            "organisation": list(map(self._organisations.get, posts, repeat(""))),
            "position": titles,
        }

    def _read(self, query: Select[Any], ends: Mapping[str, object]) -> list[list[Any]]:
        """The columns of a query of the people between two, both included, in the order of their codes."""
        columns: list[list[Any]] = [[] for _ in query.selected_columns]
        for block in stored(self._view, query, ends):
            for column, values in zip(columns, zip(*block, strict=True), strict=True):
                column.extend(values)
        return columns

    @cached_property
    def _organisations(self) -> Mapping[str, str]:
        """What each organisation is called, by id."""
        return organisation_names(self._view)


def _code_of(param: str) -> ScalarSelect[str]:
    """The code of the person whose id is given as the parameter."""
    other = aliased(Person)
    return select(other.code).where(other.id == bindparam(param)).scalar_subquery()


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
        idents, births, latin, others, given, family, mails, given_latin, family_latin = columns
        sources = {text: LatinSource(text) for text in set(latin)}
        self._people = KnownPeople(
            idents,
            {
                "given_name": given,
                "family_name": family,
                "given_latin": given_latin,
                "family_latin": family_latin,
                "email": mails,
                "birth_date": [day or "" for day in births] if None in births else births,
            },
            list(map(sources.__getitem__, latin)),
            [(mail,) if mail else () for mail in others] if any(others) else [()] * len(others),
            _Pages(self._view, _PAGE, idents),
        )
        yield
        self._people.faces()
