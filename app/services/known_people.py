"""The people of the data file as the import compares them (MA-6)."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    LargeBinary,
    String,
    and_,
    cast,
    false,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute

from app.core.name_batches import matching_keys
from app.core.name_parts import is_initial
from app.core.people_comparison import WHOLE_DAY, PersonFacts
from app.core.progress import Token, silent
from app.core.vocabulary import LatinSource
from app.importers.known_table import KnownPeople
from app.importers.people_index import Neighbourhood
from app.importers.staged import StagedRow
from app.models.people import Person, PersonPosition
from app.services.known_ahead import KnownAhead
from app.services.known_columns import main_posts, organisation_names, plainly, stored
from app.storage.listed import among
from app.storage.work import View

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
#: What tells who may be meant, in this order.
_NAMING = (
    "given_name",
    "family_name",
    "given_key",
    "family_key",
    "given_latin",
    "family_latin",
    "latin_source",
    "email",
    "other_email",
)
_COLUMNS = ("id", "sex", "birth_date", "passport_expiry", "languages", "latin_source", "other_email", *_SAME_NAMES)


def known_people(view: View, idents: Collection[str] | None = None, token: Token | None = None) -> KnownPeople:
    """Everybody, or those with the given ids, with their main post; three queries, whatever the number.

    Organisation and post are told in the person's own language, since that is how their files come. Nobody is made
    into an object before somebody asks for one. ``token`` is stepped while they are read; raises Cancelled.
    """
    token = token or silent()
    query = plainly(*(getattr(Person, name) for name in _COLUMNS)).order_by(Person.code)
    query_posts = main_posts()
    if idents is not None:
        query = query.where(among(Person.id, idents))
        query_posts = query_posts.where(among(PersonPosition.person_id, idents))
    columns: dict[str, list[Any]] = {name: [] for name in _COLUMNS}
    for block in stored(view, query):
        token.step(0, 0)
        for column, values in zip(columns.values(), zip(*block, strict=True), strict=True):
            column.extend(values)
    posts: dict[str, tuple[Any, ...]] = {}
    for block in stored(view, query_posts):
        token.step(0, 0)
        posts.update(zip([row[0] for row in block], block, strict=True))
    return _table(columns, posts, organisation_names(view))


def _table(
    columns: dict[str, list[Any]], posts: dict[str, tuple[Any, ...]], organisations: dict[str, str]
) -> KnownPeople:
    """Stored columns as the import names and writes them."""
    idents = columns["id"]
    nothing = ("", "", "")
    held = [posts.get(ident, nothing) for ident in idents]
    spoken = {text: ", ".join(json.loads(text) if text else ()) for text in set(columns["languages"])}
    sources = {text: LatinSource(text) for text in set(columns["latin_source"])}
    values = {name: columns[name] for name in _SAME_NAMES} | {
        "gender": columns["sex"],
        "organisation": [organisations.get(post[1] or "", "") for post in held],
        "position": [post[2] for post in held],
        "birth_date": [day or "" for day in columns["birth_date"]],
        "passport_expiry": [day or "" for day in columns["passport_expiry"]],
        "languages": [spoken[text] for text in columns["languages"]],
    }
    others = [(mail,) if mail else () for mail in columns["other_email"]]
    return KnownPeople(idents, values, [sources[text] for text in columns["latin_source"]], others)


def who_may_be_meant(view: View, facts: Collection[PersonFacts], token: Token | None = None) -> KnownPeople:
    """The known people for comparing with those of a file: everybody, or of very many only those who may be among them.

    The matches are the same either way: whoever may be one of them (MA-6) is always there, in the same order.
    """
    return _meant(view, len(facts), lambda: facts, token)


def meant_by_rows(
    view: View, rows: Sequence[StagedRow], token: Token | None = None, ahead: KnownAhead | None = None
) -> KnownPeople:
    """The same for the rows of a file; ``view`` must stay open as long as the people are used.

    ``ahead``: everybody, of whom a part may have been read already.
    """
    return _meant(view, len(rows), lambda: [row.facts() for row in rows], token, ahead or KnownAhead(view))


def everybody_may_be_meant(view: View, rows: int) -> bool:
    """Whether everybody is read for so many rows of a file, and they are so many that reading them takes a while."""
    return _MANY <= _count(view) < 4 * rows


def _count(view: View) -> int:
    return view.session.scalar(select(func.count()).select_from(Person)) or 0


def _meant(
    view: View,
    rows: int,
    facts: Callable[[], Collection[PersonFacts]],
    token: Token | None,
    ahead: KnownAhead | None = None,
) -> KnownPeople:
    count = _count(view)
    if count < _MANY or count < 4 * rows:
        return ahead.people(token) if ahead is not None and count >= _MANY else known_people(view, None, token)
    near = neighbours(view, facts(), token)
    return known_people(view, near if len(near) < count // 2 else None, token)


def neighbours(view: View, facts: Iterable[PersonFacts], token: Token | None = None) -> list[str]:
    """Ids of the known people whom ``compare_people`` may find at least possible for one of the given ones.

    One look through the data file: it leaves out by itself those whose birth date is another one (such two are
    different, MA-6) and those whose kept keys and addresses are nobody's. Raises Cancelled.
    """
    people, token = list(facts), token or silent()
    near = Neighbourhood(people)
    days = {one.birth_date for one in people if len(one.birth_date) == WHOLE_DAY}
    undated = [one for one in people if one.birth_date not in days]
    query = plainly(Person.id, *(getattr(Person, name) for name in _NAMING)).where(
        or_(
            and_(or_(Person.birth_date.is_(None), among(type_coerce(Person.birth_date, String), days)), _near(near)),
            _near(Neighbourhood(undated)) if undated else false(),
        )
    )
    found: list[str] = []
    for block in stored(view, query):
        token.step(0, 0)
        found.extend(_sifted(near, block))
    return found


def _near(near: Neighbourhood) -> ColumnElement[bool]:
    """What the data file can tell of being near by itself; wider than ``Neighbourhood`` tells, never narrower."""
    start, given = func.substr(Person.family_key, 1, 3), Person.given_name
    native = [
        among(start + "|" + Person.given_key, ("|".join(pair) for pair in near.pairs)),
        # Only the given name's initial is known.
        and_(or_(func.length(given) == 1, given.endswith(".")), among(start, near.starts)),
        # A double name stands under each of its parts.
        func.instr(Person.family_name, " ") > 0,
        func.instr(Person.family_name, "-") > 0,
    ]
    if near.halves:
        native.append(or_(given == "", Person.family_name == ""))
    if near.any_given:
        native.append(among(start, near.any_given))
    # A spelling that the program made has the same key as the name it was made from.
    own_latin = and_(
        Person.latin_source != LatinSource.GENERATED, or_(Person.given_latin != "", Person.family_latin != "")
    )
    mails = [
        and_(address != "", or_(among(func.lower(address), near.mails), func.length(address) != _octets(address)))
        for address in (Person.email, Person.other_email)
        if near.mails
    ]
    return or_(*native, own_latin, *mails)


def _octets(text: InstrumentedAttribute[str]) -> ColumnElement[int]:
    """The bytes of a text: more than its letters where there are others than ASCII, of which SQLite knows no case."""
    return func.length(cast(text, LargeBinary))


def _sifted(near: Neighbourhood, block: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    """The ids of those in a block who may share a key with one of the people, or an address."""
    latin = matching_keys({row[6] or row[2] for row in block})
    generated = LatinSource.GENERATED.value
    has_name, has_mail = near.has_name, near.has_mail
    for ident, given, family, given_key, family_key, given_latin, family_latin, source, mail, other in block:
        if has_name(given, family, given_key, family_key) or has_mail(mail, other):
            yield ident
        elif (given_latin or family_latin) and source != generated:
            name = family_latin or family
            initial = bool(given) and is_initial(given)
            if has_name(given_latin or given, name, family_key=latin[name], initial=initial):
                yield ident
