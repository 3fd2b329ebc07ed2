"""The search box over everything: people in either script, towns by alias, visits, certificate numbers ..."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from app.core.i18n import pick
from app.core.names import NameForm, display, native_list
from app.core.text import fold
from app.core.vocabulary import VISIT_KINDS
from app.models.activities import Activity
from app.models.base import Record
from app.models.budgets import Expenditure
from app.models.certificates import Certificate
from app.models.deliverables import Deliverable
from app.models.documents import Document
from app.models.organisations import Organisation
from app.models.partnerships import Partnership, PartnershipMember
from app.models.people import Person
from app.models.programmes import Programme
from app.services import people
from app.storage.work import View


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A record that was found. ``section`` is the place of the side bar where it opens; ``rank`` 0 is the best."""

    kind: str
    id: str
    code: str
    title: str
    subtitle: str
    section: str
    rank: int = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one kind of record is searched and how a hit is told."""

    record: type[Record]
    code: InstrumentedAttribute[str]
    tell: Callable[[Any, str], tuple[str, str, str]]


def find(view: View, text: str, programme_id: str = "", limit: int = 8) -> tuple[SearchHit, ...]:
    """What is found under a text, best first; at most ``limit`` hits of each kind, one query a kind.

    Every word must occur, in any order, in either script, with or without marks (NA-10). A whole code or number stands
    first, then its beginning, then words that begin so, then what stands anywhere. With a programme, what belongs to
    another one is left out; people and organisations belong to all.
    """
    folded = fold(text)
    words = folded.split()
    if not words:
        return ()
    hits: list[SearchHit] = []
    for place in _PLACES:
        hits.extend(_find(view, place, folded, words, programme_id, limit))
    order = {place.record.__tablename__: number for number, place in enumerate(_PLACES)}
    hits.sort(key=lambda hit: (hit.rank, order[hit.kind], hit.title))
    return tuple(hits)


def _find(
    view: View, place: _Place, folded: str, words: Sequence[str], programme_id: str, limit: int
) -> list[SearchHit]:
    record = place.record
    searched: InstrumentedAttribute[str] = record.search_text  # type: ignore[attr-defined]
    rank = _rank(place.code, searched, folded, words)
    query = select(record, rank).where(_holds(record, searched, words)).order_by(rank, place.code).limit(limit)
    if programme_id and hasattr(record, "programme_id"):
        query = query.where(record.programme_id == programme_id)
    found = []
    for row, how_good in view.session.execute(query):
        title, subtitle, section = place.tell(row, view.language)
        code = str(getattr(row, place.code.key))
        found.append(SearchHit(record.__tablename__, row.id, code, title, subtitle, section, how_good))
    return found


def _holds(record: type[Record], searched: InstrumentedAttribute[str], words: Sequence[str]) -> ColumnElement[bool]:
    """Every word in the search text; for a partnership also in that of one of its members."""
    conditions: list[ColumnElement[bool]] = []
    for word in words:
        here = searched.contains(word, autoescape=True)
        if record is Partnership:
            members = (
                select(PartnershipMember.partnership_id)
                .join(Organisation, Organisation.id == PartnershipMember.organisation_id)
                .where(Organisation.search_text.contains(word, autoescape=True))
            )
            here = or_(here, Partnership.id.in_(members))
        conditions.append(here)
    return and_(*conditions)


def _rank(
    code: InstrumentedAttribute[str], searched: InstrumentedAttribute[str], folded: str, words: Sequence[str]
) -> ColumnElement[int]:
    begins = and_(
        *(
            or_(searched.startswith(word, autoescape=True), searched.contains(f" {word}", autoescape=True))
            for word in words
        )
    )
    return case(
        (code.ilike(_escaped(folded), escape="/"), 0),
        (code.istartswith(folded, autoescape=True), 1),
        (begins, 2),
        else_=3,
    )


def _escaped(text: str) -> str:
    return text.replace("/", "//").replace("%", "/%").replace("_", "/_")


def _person(row: Person, language: str) -> tuple[str, str, str]:
    name = people.name_of(row)
    native = native_list(name) if name.cyrillic else ""
    return display(name, "en", NameForm.LIST), native, "people"


def _organisation(row: Organisation, language: str) -> tuple[str, str, str]:
    place = ", ".join(part for part in (row.region, row.country) if part)
    return pick(row.name, language) or row.short_name or row.code, place, "organisations"


def _programme(row: Programme, language: str) -> tuple[str, str, str]:
    return pick(row.title, language) or row.code, row.code, "programmes"


def _partnership(row: Partnership, _language: str) -> tuple[str, str, str]:
    return row.title or row.code, row.code, "programmes"


def _activity(row: Activity, language: str) -> tuple[str, str, str]:
    section = "visits" if row.kind in VISIT_KINDS else "trainings"
    return pick(row.title, language) or row.code, row.code, section


def _deliverable(row: Deliverable, language: str) -> tuple[str, str, str]:
    return pick(row.title, language) or row.code, row.code, "deliverables"


def _certificate(row: Certificate, _language: str) -> tuple[str, str, str]:
    return row.number, row.holder_latin or row.holder, "documents"


def _document(row: Document, _language: str) -> tuple[str, str, str]:
    # A file that is called as its document says nothing more, and leaves its room to the title.
    return row.title, "" if row.file_name.startswith(row.title) else row.file_name, "documents"


def _expenditure(row: Expenditure, _language: str) -> tuple[str, str, str]:
    return row.description or row.supplier or row.document_no, row.supplier, "budget"


_PLACES = (
    _Place(Person, Person.code, _person),
    _Place(Organisation, Organisation.code, _organisation),
    _Place(Programme, Programme.code, _programme),
    _Place(Partnership, Partnership.code, _partnership),
    _Place(Activity, Activity.code, _activity),
    _Place(Deliverable, Deliverable.code, _deliverable),
    _Place(Certificate, Certificate.number, _certificate),
    _Place(Document, Document.number, _document),
    _Place(Expenditure, Expenditure.document_no, _expenditure),
)
