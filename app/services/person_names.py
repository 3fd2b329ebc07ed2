"""Names of people as lists and papers show them, from the mapped rows."""

from collections.abc import Collection

from sqlalchemy import select

from app.core.names import NameForm, PersonName, display
from app.models.people import Person
from app.storage.work import View


def name_parts(row: Person) -> PersonName:
    """The parts of a person's name (NA-1)."""
    return PersonName(
        row.given_name, row.family_name, row.patronymic, row.given_latin, row.family_latin, row.latin_source
    )


def shown(row: Person | None, language: str, form: NameForm = NameForm.SENTENCE) -> str:
    """A person's name as a list or sentence in a language has it; empty for none."""
    return "" if row is None else display(name_parts(row), language, form) or row.code


def people_by_id(view: View, idents: Collection[str]) -> dict[str, Person]:
    """The people with these keys, in one query."""
    wanted = {ident for ident in idents if ident}
    if not wanted:
        return {}
    return {row.id: row for row in view.session.scalars(select(Person).where(Person.id.in_(wanted)))}
