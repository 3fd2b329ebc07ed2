"""Records by their codes, and the lists of the command line as plain rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from app.core.errors import NotFound
from app.core.i18n import pick
from app.models.activities import Activity, Participation
from app.models.base import Record
from app.models.certificates import Certificate
from app.models.deliverables import Deliverable
from app.models.documents import ImportBatch
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.people import Person, PersonPosition
from app.models.programmes import Programme
from app.services import (
    activities,
    budget_figures,
    certificates,
    deliverables,
    organisations,
    partnerships,
    people,
    people_list,
    programmes,
    records,
)
from app.storage.work import View

Row = Mapping[str, Any]

#: How records are loaded whole, by the class that holds their code.
_WHOLE: tuple[tuple[type[Record], Callable[[View, str], object]], ...] = (
    (Programme, programmes.load),
    (Partnership, partnerships.load),
    (Organisation, organisations.load),
    (Person, people.load),
    (Activity, activities.load),
    (Deliverable, deliverables.load),
)


def activity_id(view: View, code: str) -> str:
    """The key of an activity by its code; NotFound."""
    return records.by_code(view, Activity, code).id


def programme_id(view: View, code: str) -> str:
    """The key of a programme by its code; the empty text for no code; NotFound."""
    return records.by_code(view, Programme, code).id if code else ""


def whole(view: View, code: str) -> tuple[str, object]:
    """The kind and the draft of the record with that code, certificates by number, imports by batch; NotFound."""
    for record, load in _WHOLE:
        try:
            row = records.by_code(view, record, code)
        except NotFound:
            continue
        return record.__tablename__, load(view, row.id)
    certificate = view.session.scalars(
        select(Certificate).where(func.lower(Certificate.number) == code.lower())
    ).first()
    if certificate is not None:
        # A certificate goes by its number, as in the list; what its snapshot calls its code is there to verify it.
        told = dict(certificates.load_snapshot(view, certificate.id))
        return "certificate", {**told, "code": certificate.number, "verification": certificate.code}
    batch = view.session.scalars(select(ImportBatch).where(func.lower(ImportBatch.code) == code.lower())).first()
    if batch is not None:
        return "import_batch", _batch(batch)
    raise NotFound("not_found", code=code)


def rows(view: View, what: str, programme: str = "") -> Sequence[Row]:
    """The records of a kind as plain rows, each with at least ``code`` and ``name``; ``programme``: a key or empty."""
    return _LISTS[what](view, programme)


def _programmes(view: View, programme: str) -> Sequence[Row]:
    found = [row for row in programmes.list_rows(view) if programme in {"", row.id}]
    return [
        {
            "code": row.code,
            "name": row.title,
            "status": row.status,
            "start": row.start,
            "end": row.end,
            "currency": row.currency,
            "partnerships": row.partnerships,
            "activities": row.activities,
        }
        for row in found
    ]


def _partnerships(view: View, programme: str) -> Sequence[Row]:
    return [
        {
            "code": row.code,
            "name": row.title,
            "programme": row.programme_code,
            "status": row.status,
            "members": row.members,
            "signed_on": row.signed_on,
        }
        for row in partnerships.list_rows(view, programme)
    ]


def _organisations(view: View, programme: str) -> Sequence[Row]:
    chosen = partnerships.organisation_ids(view, programme) if programme else None
    return [
        {"code": row.code, "name": row.name, "type": row.type, "country": row.country, "aliases": row.aliases}
        for row in organisations.list_rows(view)
        if chosen is None or row.id in chosen
    ]


def _people(view: View, programme: str) -> Sequence[Row]:
    """People with the field names of an import, so that what came in can be compared with what went in."""
    chosen = {row.id: row for row in people_list.list_rows(view, programme)}
    posts = {
        post.person_id: post
        for post in view.session.scalars(select(PersonPosition).where(PersonPosition.main).order_by(PersonPosition.id))
    }
    names = {row.id: row.name for row in view.session.scalars(select(Organisation))}
    found = []
    for person in view.session.scalars(select(Person).order_by(Person.code)):
        if person.id in chosen:
            post = posts.get(person.id)
            organisation = names.get(post.organisation_id or "") if post else None
            stated = (post.stated if post else "") or (pick(organisation, view.language) if organisation else "")
            found.append(_person(person, post, stated))
    return found


def _person(person: Person, post: PersonPosition | None, organisation: str) -> Row:
    return {
        "code": person.code,
        "name": " ".join(part for part in (person.given_name, person.family_name) if part)
        or " ".join(part for part in (person.given_latin, person.family_latin) if part),
        "given_name": person.given_name,
        "family_name": person.family_name,
        "patronymic": person.patronymic,
        "given_latin": person.given_latin,
        "family_latin": person.family_latin,
        "gender": person.sex,
        "organisation": organisation,
        "position": (post.title or post.title_en) if post else "",
        "email": person.email,
        "phone": person.phone,
        "birth_date": person.birth_date,
        "passport_number": person.passport_number,
        "passport_expiry": person.passport_expiry,
        "diet": person.diet,
        "languages": ", ".join(person.languages),
        "notes": person.notes,
    }


def _activities(view: View, programme: str) -> Sequence[Row]:
    counts = dict(
        view.session.execute(
            select(Participation.activity_id, func.count(func.distinct(Participation.person_id)))
            .where(Participation.cancelled.is_(False))
            .group_by(Participation.activity_id)
        ).all()
    )
    return [
        {
            "code": row.code,
            "name": row.title,
            "kind": row.kind,
            "start": row.start,
            "end": row.end,
            "participants": counts.get(row.id, 0),
            "status": row.status,
            "place": row.place,
        }
        for row in activities.list_rows(view, programme)
    ]


def _deliverables(view: View, programme: str) -> Sequence[Row]:
    return [
        {"code": row.code, "name": row.title, "kind": row.kind, "stage": row.stage, "owner": row.owner, "due": row.due}
        for row in deliverables.list_rows(view, programme)
    ]


def _budgets(view: View, programme: str) -> Sequence[Row]:
    found = []
    for row in programmes.list_rows(view):
        if programme not in {"", row.id}:
            continue
        for line in budget_figures.list_rows(view, row.id):
            found.append(
                {
                    "code": f"{row.code} {line.code}",
                    "name": line.title,
                    "heading": line.heading,
                    "currency": row.currency,
                    "planned_minor": line.sums.planned,
                    "committed_minor": line.sums.committed,
                    "actual_minor": line.sums.actual,
                    "balance_minor": line.sums.balance,
                }
            )
    return found


def _certificates(view: View, programme: str) -> Sequence[Row]:
    return [
        {
            "code": row.number,
            "name": row.holder_latin or row.holder,
            "activity": row.activity_code,
            "kind": row.kind,
            "hours": row.hours,
            "issued_on": row.issued_on,
            "status": row.status,
            "verification": row.code,
        }
        for row in certificates.list_rows(view, programme)
    ]


def _imports(view: View, programme: str) -> Sequence[Row]:
    statement = select(ImportBatch).order_by(ImportBatch.code)
    if programme:
        statement = statement.where(ImportBatch.programme_id == programme)
    return [_batch(row) for row in view.session.scalars(statement)]


def _batch(row: ImportBatch) -> Row:
    return {
        "code": row.code,
        "name": row.file_name,
        "made_at": row.made_at,
        "sha256": row.sha256,
        **{key: value for key, value in (row.summary or {}).items() if isinstance(value, int)},
    }


_LISTS: dict[str, Callable[[View, str], Sequence[Row]]] = {
    "programmes": _programmes,
    "partnerships": _partnerships,
    "organisations": _organisations,
    "people": _people,
    "activities": _activities,
    "deliverables": _deliverables,
    "budgets": _budgets,
    "certificates": _certificates,
    "imports": _imports,
}
