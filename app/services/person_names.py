"""Names of people as lists and papers show them, from the mapped rows."""

from collections.abc import Collection

from sqlalchemy import select

from app.core.names import NameForm, display
from app.models.people import Person
from app.services.people import name_of
from app.storage.work import View


def shown(row: Person | None, language: str, form: NameForm = NameForm.SENTENCE) -> str:
    """A person's name as a list or sentence in a language has it; empty for none."""
    return "" if row is None else display(name_of(row), language, form) or row.code


def people_by_id(view: View, idents: Collection[str]) -> dict[str, Person]:
    """The people with these keys, in one query."""
    wanted = {ident for ident in idents if ident}
    if not wanted:
        return {}
    return {row.id: row for row in view.session.scalars(select(Person).where(Person.id.in_(wanted)))}
