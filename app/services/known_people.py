"""The people of the data file as the import compares them (MA-6)."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Select, String, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from app.core.i18n import pick
from app.core.name_parts import is_initial
from app.core.people_comparison import PersonFacts
from app.core.progress import Token, silent
from app.core.vocabulary import LatinSource
from app.importers.known_table import KnownPeople
from app.importers.people_index import Neighbourhood
from app.importers.staged import StagedRow
from app.models.organisations import Organisation
from app.models.people import Person, PersonPosition
from app.storage.work import View

_OWN_LANGUAGES = {"UA": "uk", "SI": "sl", "SE": "sv", "LV": "lv"}
_SAME_NAMES = (
    "given_name",
    "family_name",
    "patronymic",
    "given_latin",
    "family_latin",
    "email",
    "phone",
    "passport_number",
    "diet",
    "notes",
)
#: From so many people on, and four times as many as a file has rows, only those whom the file may mean are loaded.
_MANY = 2_000
#: More than these are not asked for by name: a statement takes only so many values.
_MOST_NAMED = 20_000
_COLUMNS = ("id", "sex", "birth_date", "passport_expiry", "languages", "latin_source", "other_email", *_SAME_NAMES)
#: Rows fetched at a time: the window's thread waits for no more than these.
_FETCHED = 5_000


def _stored(view: View, query: Select[Any]) -> Iterator[Sequence[tuple[Any, ...]]]:
    """What a query of columns gives, block by block, as it is stored: dates in ISO form, words by their values."""
    cursor = view.session.connection().execute(query).cursor
    assert cursor is not None
    while block := cursor.fetchmany(_FETCHED):
        yield block


def _plainly(*columns: InstrumentedAttribute[Any]) -> Select[Any]:
    """A query of columns whose values are taken as texts, as the data file holds them."""
    texts: list[Any] = [type_coerce(column, String) for column in columns]
    return select(*texts)


def known_people(view: View, idents: Collection[str] | None = None, token: Token | None = None) -> KnownPeople:
    """Everybody, or those with the given ids, with their main post; three queries, whatever the number.

    Organisation and post are told in the person's own language, since that is how their files come. Nobody is made
    into an object before somebody asks for one. ``token`` is stepped while they are read; raises Cancelled.
    """
    token = token or silent()
    query = _plainly(*(getattr(Person, name) for name in _COLUMNS)).order_by(Person.code)
    post = PersonPosition
    query_posts = _plainly(post.person_id, post.organisation_id, post.title, post.title_en).where(post.main)
    if idents is not None:
        query = query.where(Person.id.in_(idents))
        query_posts = query_posts.where(post.person_id.in_(idents))
    columns: dict[str, list[Any]] = {name: [] for name in _COLUMNS}
    for block in _stored(view, query):
        token.step(0, 0)
        for column, values in zip(columns.values(), zip(*block, strict=True), strict=True):
            column.extend(values)
    posts: dict[str, tuple[Any, ...]] = {}
    for block in _stored(view, query_posts):
        token.step(0, 0)
        posts.update(zip([row[0] for row in block], block, strict=True))
    return _table(columns, posts, _organisation_names(view))


def _organisation_names(view: View) -> dict[str, str]:
    return {
        ident: name.get(_OWN_LANGUAGES.get(country, ""), "") or pick(name, view.language)
        for ident, name, country in view.session.execute(
            select(Organisation.id, Organisation.name, Organisation.country)
        )
    }


def _table(
    columns: dict[str, list[Any]], posts: dict[str, tuple[Any, ...]], organisations: dict[str, str]
) -> KnownPeople:
    """Stored columns as the import names and writes them."""
    idents = columns["id"]
    nothing = ("", "", "", "")
    held = [posts.get(ident, nothing) for ident in idents]
    spoken = {text: ", ".join(json.loads(text) if text else ()) for text in set(columns["languages"])}
    sources = {text: LatinSource(text) for text in set(columns["latin_source"])}
    values = {name: columns[name] for name in _SAME_NAMES} | {
        "gender": columns["sex"],
        "organisation": [organisations.get(post[1] or "", "") for post in held],
        "position": [post[2] or post[3] for post in held],
        "birth_date": [day or "" for day in columns["birth_date"]],
        "passport_expiry": [day or "" for day in columns["passport_expiry"]],
        "languages": [spoken[text] for text in columns["languages"]],
    }
    others = [(mail,) if mail else () for mail in columns["other_email"]]
    return KnownPeople(idents, values, [sources[text] for text in columns["latin_source"]], others)


def who_may_be_meant(view: View, facts: Collection[PersonFacts], token: Token | None = None) -> KnownPeople:
    """The known people for comparing with those of a file: everybody, or of very many only those who may be among them.

    The matches are the same either way: whoever shares a key with a row (MA-6) is always there, in the same order.
    """
    return _meant(view, len(facts), lambda: facts, token)


def meant_by_rows(view: View, rows: Sequence[StagedRow], token: Token | None = None) -> KnownPeople:
    """The same for the rows of a file."""
    return _meant(view, len(rows), lambda: [row.facts() for row in rows], token)


def _meant(view: View, rows: int, facts: Callable[[], Collection[PersonFacts]], token: Token | None) -> KnownPeople:
    count = view.session.scalar(select(func.count()).select_from(Person)) or 0
    if count < _MANY or count < 4 * rows:
        return known_people(view, None, token)
    near = neighbours(view, facts())
    return known_people(view, near if len(near) < min(count // 2, _MOST_NAMED) else None, token)


def neighbours(view: View, facts: Iterable[PersonFacts]) -> list[str]:
    """Ids of the known people who may share a key with one of the given ones: one query for a few short columns."""
    near = Neighbourhood(facts)
    query = _plainly(
        Person.id,
        Person.given_name,
        Person.family_name,
        Person.given_key,
        Person.family_key,
        Person.given_latin,
        Person.family_latin,
        Person.latin_source,
        Person.email,
        Person.other_email,
    )
    found: list[str] = []
    rows = chain.from_iterable(_stored(view, query))
    generated = LatinSource.GENERATED.value
    for ident, given, family, given_key, family_key, given_latin, family_latin, source, mail, other in rows:
        # A spelling that the program made has the same key as the name it was made from.
        own_latin = (given_latin or family_latin) and source != generated
        if (
            near.has_name(given, family, given_key, family_key)
            or near.has_mail(mail, other)
            or (own_latin and _has_latin(near, given, given_latin or given, family_latin or family))
        ):
            found.append(ident)
    return found


def _has_latin(near: Neighbourhood, native_given: str, given: str, family: str) -> bool:
    return near.has_name(given, family, initial=bool(native_given) and is_initial(native_given))
