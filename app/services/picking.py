"""Finding a record by a part of its name, for fields that point to one; and the names of those already pointed to."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from app.core.names import NameForm
from app.core.text import fold
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.people import Person
from app.services.organisations import name_of
from app.services.participations import main_positions, position_title
from app.services.person_names import shown
from app.storage.work import View

#: How many are offered at once: nobody reads more.
MOST = 40


@dataclass(frozen=True, slots=True)
class Pick:
    """A record that can be pointed to: its id, its name, and a second line that tells it from its like."""

    id: str
    name: str
    second: str = ""


def people(view: View, text: str = "", limit: int = MOST) -> tuple[Pick, ...]:
    """People in whose names, in either script, every word typed occurs; in the order of their family names."""
    query = select(Person).order_by(Person.family_key, Person.given_key, Person.id).limit(limit)
    for word in fold(text).split():
        query = query.where(Person.search_text.contains(word, autoescape=True))
    return _people(view, view.session.scalars(query).all())


def people_named(view: View, idents: Collection[str]) -> tuple[Pick, ...]:
    """The people with these keys, in one query."""
    wanted = {ident for ident in idents if ident}
    return _people(view, view.session.scalars(select(Person).where(Person.id.in_(wanted))).all()) if wanted else ()


def organisations(view: View, text: str = "", limit: int = MOST) -> tuple[Pick, ...]:
    """Organisations in whose names, aliases or town every word typed occurs."""
    query = select(Organisation).order_by(Organisation.search_text, Organisation.id).limit(limit)
    for word in fold(text).split():
        query = query.where(Organisation.search_text.contains(word, autoescape=True))
    return tuple(_organisation(row, view.language) for row in view.session.scalars(query))


def organisations_named(view: View, idents: Collection[str]) -> tuple[Pick, ...]:
    """The organisations with these keys, in one query."""
    wanted = {ident for ident in idents if ident}
    rows = view.session.scalars(select(Organisation).where(Organisation.id.in_(wanted))) if wanted else ()
    return tuple(_organisation(row, view.language) for row in rows)


def partnerships(view: View, programme_id: str = "") -> tuple[Pick, ...]:
    """The partnerships of a programme or of all, by title; their code tells them apart."""
    query = select(Partnership.id, Partnership.title, Partnership.code).order_by(Partnership.title, Partnership.code)
    if programme_id:
        query = query.where(Partnership.programme_id == programme_id)
    return tuple(Pick(ident, title or code, code) for ident, title, code in view.session.execute(query))


def _people(view: View, rows: Collection[Person]) -> tuple[Pick, ...]:
    posts = main_positions(view, {row.id for row in rows})
    towns = {
        row.id: name_of(row, view.language)
        for row in view.session.scalars(
            select(Organisation).where(
                Organisation.id.in_({post.organisation_id for post in posts.values() if post.organisation_id})
            )
        )
    }
    found = []
    for row in rows:
        post = posts.get(row.id)
        about = (position_title(post, view.language), towns.get(post.organisation_id or "", "") if post else "")
        name = shown(row, view.language) or shown(row, view.language, NameForm.LIST)
        found.append(Pick(row.id, name, ", ".join(part for part in about if part)))
    return tuple(found)


def _organisation(row: Organisation, language: str) -> Pick:
    return Pick(row.id, name_of(row, language), ", ".join(part for part in (row.town, row.country) if part))
