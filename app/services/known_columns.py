"""Columns of the data file as they are stored, for comparing very many people with a file (MA-6)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, String, and_, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from app.core.i18n import pick
from app.models.organisations import Organisation
from app.models.people import Person, PersonPosition
from app.storage.work import View

_OWN_LANGUAGES = {"UA": "uk", "SI": "sl", "SE": "sv", "LV": "lv"}
#: Rows fetched at a time: the window's thread waits for no more than these, and they are turned into columns while
#: they are still near the processor.
FETCHED = 1_000


def stored(
    view: View, query: Select[Any], params: Mapping[str, object] | None = None
) -> Iterator[Sequence[tuple[Any, ...]]]:
    """What a query of columns gives, block by block, as it is stored: dates in ISO form, words by their values."""
    cursor = view.session.connection().execute(query, dict(params or {})).cursor
    assert cursor is not None
    while block := cursor.fetchmany(FETCHED):
        yield block


def plainly(*columns: InstrumentedAttribute[Any]) -> Select[Any]:
    """A query of columns whose values are taken as texts, as the data file holds them."""
    texts: list[Any] = [type_coerce(column, String) for column in columns]
    return select(*texts)


def main_posts() -> Select[Any]:
    """A query of the main posts: person, organisation, title; of two of one person the last counts."""
    post = PersonPosition
    title = func.coalesce(func.nullif(post.title, ""), post.title_en)
    return plainly(post.person_id, post.organisation_id).add_columns(title).where(post.main)


def with_main_post(query: Select[Any]) -> Select[Any]:
    """A query of people with the organisation and the title of the main post; somebody with two of them comes twice.

    Read so for a thousand people at a time: the posts of those nobody asks for are not read at all.
    """
    post = PersonPosition
    title = func.coalesce(func.nullif(post.title, ""), post.title_en, "")
    return query.outerjoin(post, and_(post.person_id == Person.id, post.main)).add_columns(
        type_coerce(post.organisation_id, String), title
    )


def organisation_names(view: View) -> dict[str, str]:
    """What each organisation is called in its own language, by id: so the files of its people call it."""
    return {
        ident: name.get(_OWN_LANGUAGES.get(country, ""), "") or pick(name, view.language)
        for ident, name, country in view.session.execute(
            select(Organisation.id, Organisation.name, Organisation.country)
        )
    }
