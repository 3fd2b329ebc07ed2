"""All kept and issued documents of a programme or of all, with the words for what each belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.core.i18n import pick
from app.core.names import NameForm
from app.core.text import fold
from app.models.activities import Activity
from app.models.base import Record
from app.models.deliverables import Deliverable
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.people import Person
from app.models.programmes import Programme
from app.services import documents
from app.services.organisations import name_of
from app.services.person_names import shown
from app.storage.work import View


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document with what it belongs to; ``section`` and ``owner_id`` lead there, empty when there is no page."""

    id: str
    title: str
    file_name: str
    kind: str
    origin: str
    language: str
    number: str
    size: int
    made_at: datetime
    owner: str
    owner_kind: str
    owner_id: str
    programme_id: str
    programme: str
    notes: str
    search_text: str


def list_rows(view: View, programme_id: str = "") -> tuple[ListedDocument, ...]:
    """Documents newest first; as many queries as there are kinds of owners."""
    rows = documents.list_rows(view, programme_id)
    owners = _owners(view, rows)
    codes: Mapping[str, str] = {row.id: row.code for row in view.session.execute(select(Programme.id, Programme.code))}
    found = []
    for row in rows:
        owner = owners.get((row.owner_kind, row.owner_id), "")
        found.append(
            ListedDocument(
                id=row.id,
                title=row.title,
                file_name=row.file_name,
                kind=row.kind,
                origin=row.origin,
                language=row.language,
                number=row.number,
                size=row.size,
                made_at=row.made_at,
                owner=owner,
                owner_kind=row.owner_kind,
                owner_id=row.owner_id,
                programme_id=row.programme_id,
                programme=codes.get(row.programme_id, ""),
                notes=row.notes,
                search_text=f"{row.search_text} {fold(owner)}",
            )
        )
    return tuple(found)


def _owners(view: View, rows: tuple[documents.DocumentRow, ...]) -> dict[tuple[str, str], str]:
    wanted: dict[str, set[str]] = {}
    for row in rows:
        wanted.setdefault(row.owner_kind, set()).add(row.owner_id)
    found: dict[tuple[str, str], str] = {}
    for record in (Activity, Programme, Partnership, Organisation, Deliverable, Person):
        kind = record.__tablename__
        idents = wanted.get(kind)
        if idents:
            records = view.session.scalars(select(record).where(record.id.in_(idents)))
            found.update(((kind, one.id), _called(one, view.language)) for one in records)
    return found


def _called(one: Record, language: str) -> str:
    """What a record is called."""
    if isinstance(one, Person):
        return shown(one, language) or shown(one, language, NameForm.LIST)
    if isinstance(one, Organisation):
        return name_of(one, language)
    if isinstance(one, Partnership):
        return one.title or one.code
    if isinstance(one, Activity | Programme | Deliverable):
        return pick(one.title, language) or one.code
    return ""
