"""The people of the data file as the import compares them (MA-6)."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select

from app.core.i18n import pick
from app.core.name_parts import is_initial
from app.core.people_comparison import PersonFacts
from app.core.vocabulary import LatinSource
from app.importers.matching import KnownPerson
from app.importers.people_index import Neighbourhood
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


def known_people(view: View, idents: Collection[str] | None = None) -> tuple[KnownPerson, ...]:
    """Everybody, or those with the given ids, with their main post; three queries, whatever the number.

    Organisation and post are told in the person's own language, since that is how their files come.
    """
    # Columns, not mapped objects: nobody changes them here, and everybody is asked for.
    query = select(*(getattr(Person, name) for name in _COLUMNS)).order_by(Person.code)
    post = PersonPosition
    query_posts = select(post.person_id, post.organisation_id, post.title, post.title_en).where(post.main)
    if idents is not None:
        query = query.where(Person.id.in_(idents))
        query_posts = query_posts.where(post.person_id.in_(idents))
    posts = {
        person_id: (organisation_id or "", title or title_en)
        for person_id, organisation_id, title, title_en in view.session.execute(query_posts)
    }
    organisations = {
        row.id: row.name.get(_OWN_LANGUAGES.get(row.country, ""), "") or pick(row.name, view.language)
        for row in view.session.scalars(select(Organisation))
    }
    return tuple(_known(person, posts, organisations) for person in view.session.execute(query))


def who_may_be_meant(view: View, facts: Collection[PersonFacts]) -> tuple[KnownPerson, ...]:
    """The known people for comparing with those of a file: everybody, or of very many only those who may be among them.

    The matches are the same either way: whoever shares a key with a row (MA-6) is always there, in the same order.
    """
    count = view.session.scalar(select(func.count()).select_from(Person)) or 0
    if count < _MANY or count < 4 * len(facts):
        return known_people(view)
    near = neighbours(view, facts)
    return known_people(view, near if len(near) < min(count // 2, _MOST_NAMED) else None)


def neighbours(view: View, facts: Iterable[PersonFacts]) -> list[str]:
    """Ids of the known people who may share a key with one of the given ones: one query for a few short columns."""
    near = Neighbourhood(facts)
    rows = view.session.execute(
        select(
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
    )
    found: list[str] = []
    for ident, given, family, given_key, family_key, given_latin, family_latin, source, mail, other in rows:
        # A spelling that the program made has the same key as the name it was made from.
        own_latin = (given_latin or family_latin) and source is not LatinSource.GENERATED
        if (
            near.has_name(given, family, given_key, family_key)
            or near.has_mail(mail, other)
            or (own_latin and _has_latin(near, given, given_latin or given, family_latin or family))
        ):
            found.append(ident)
    return found


def _has_latin(near: Neighbourhood, native_given: str, given: str, family: str) -> bool:
    return near.has_name(given, family, initial=bool(native_given) and is_initial(native_given))


def _known(person: Row[Any], posts: dict[str, tuple[str, str]], organisations: dict[str, str]) -> KnownPerson:
    fields = {name: str(getattr(person, name)) for name in _SAME_NAMES}
    organisation_id, post = posts.get(person.id, ("", ""))
    fields |= {
        "gender": person.sex.value,
        "organisation": organisations.get(organisation_id, ""),
        "position": post,
        "birth_date": _iso(person.birth_date),
        "passport_expiry": _iso(person.passport_expiry),
        "languages": ", ".join(person.languages),
    }
    others = (person.other_email,) if person.other_email else ()
    return KnownPerson(person.id, fields, person.latin_source, others)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
