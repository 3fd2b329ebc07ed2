"""The people of the data file as the import compares them (MA-6)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from app.core.i18n import pick
from app.importers.matching import KnownPerson
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
_COLUMNS = ("id", "sex", "birth_date", "passport_expiry", "languages", "latin_source", "other_email", *_SAME_NAMES)


def known_people(view: View, idents: Collection[str] | None = None) -> tuple[KnownPerson, ...]:
    """Everybody, or those with the given ids, with their main post; three queries, whatever the number.

    Organisation and post are told in the person's own language, since that is how their files come.
    """
    # Columns, not mapped objects: nobody changes them here, and everybody is asked for.
    query = select(*(getattr(Person, name) for name in _COLUMNS)).order_by(Person.code)
    if idents is not None:
        query = query.where(Person.id.in_(idents))
    post = PersonPosition
    posts = {
        person_id: (organisation_id or "", title or title_en)
        for person_id, organisation_id, title, title_en in view.session.execute(
            select(post.person_id, post.organisation_id, post.title, post.title_en).where(post.main)
        )
    }
    organisations = {
        row.id: row.name.get(_OWN_LANGUAGES.get(row.country, ""), "") or pick(row.name, view.language)
        for row in view.session.scalars(select(Organisation))
    }
    return tuple(_known(person, posts, organisations) for person in view.session.execute(query))


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
