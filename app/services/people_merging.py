"""Two records of one person made into one; and pairs of whom the user said that they are two (MA-7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from sqlalchemy import UniqueConstraint, inspect, select

from app.core.errors import Refused
from app.core.vocabulary import LatinSource, Presence
from app.models.activities import Participation
from app.models.all_models import RECORDS
from app.models.attendance import Attendance
from app.models.base import Record
from app.models.documents import Document
from app.models.people import Consent, DeclinedMatch, Person, PersonNameForm, PersonPosition
from app.services import people, records
from app.services.people import PersonDraft
from app.storage.recorder import table_of
from app.storage.work import View, Work

#: The Latin spelling and where it comes from are chosen together.
LATIN = "latin"
_LATIN_FIELDS = ("given_latin", "family_latin", "latin_source")
_LEFT_OUT = frozenset({"code", "version", "positions", "consents", *_LATIN_FIELDS})
_SURE = (LatinSource.NONE, LatinSource.GENERATED, LatinSource.TYPED, LatinSource.PASSPORT)


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field in which two records differ; ``proposed`` is ``keep`` or ``other``. Values as in the draft."""

    field: str
    keep: object
    other: object
    proposed: str


def differences(view: View, keep_id: str, other_id: str) -> tuple[FieldDifference, ...]:
    """The fields in which two people differ, with what the merge takes when nothing is chosen."""
    keep, other = people.load(view, keep_id), people.load(view, other_id)
    found = []
    for name in _field_names():
        mine, theirs = _value(keep, name), _value(other, name)
        if mine != theirs:
            found.append(FieldDifference(name, mine, theirs, _proposed(keep, other, name)))
    return tuple(found)


def merge(work: Work, keep_id: str, other_id: str, choices: Mapping[str, str] | None = None) -> None:
    """Make ``other`` part of ``keep``: its fields as chosen, then everything that hangs on it; it is gone afterwards.

    ``choices`` gives ``keep`` or ``other`` by field name (``latin`` for the Latin spelling); a field that is not named
    keeps its value, and takes the other's where it has none. Posts, consents, participations, attendance, duties in
    sessions, certificates, documents and mentions move over; what both have stands once. Refused(``merge_same``).
    """
    if keep_id == other_id:
        raise Refused("merge_same")
    keep, other = people.load(work, keep_id), people.load(work, other_id)
    chosen = dict(choices or {})
    taken: dict[str, object] = {}
    for name in _field_names():
        if chosen.get(name, _proposed(keep, other, name)) == "other":
            for part in _LATIN_FIELDS if name == LATIN else (name,):
                taken[part] = getattr(other, part)
    _forget_pair(work, keep_id, other_id)
    _move_all(work, keep_id, other_id)
    merged = replace(people.load(work, keep_id), version=0, **taken)  # type: ignore[arg-type]
    people.save(work, keep_id, merged)
    people.delete(work, other_id)


def decline_match(work: Work, person_id: str, other_id: str) -> None:
    """Remember that two records are two people; they are not proposed again (MA-7)."""
    first, second = sorted((person_id, other_id))
    if first == second:
        raise Refused("merge_same")
    records.fetch(work, Person, first)
    records.fetch(work, Person, second)
    if (first, second) not in declined_pairs(work):
        work.add(DeclinedMatch(person_id=first, other_id=second))


def declined_pairs(view: View) -> frozenset[tuple[str, str]]:
    """Pairs of ids, the smaller first, of whom the user said that they are not one person."""
    rows = view.session.execute(select(DeclinedMatch.person_id, DeclinedMatch.other_id))
    return frozenset((min(pair), max(pair)) for pair in rows)


def _field_names() -> Iterator[str]:
    for field in fields(PersonDraft):
        if field.name not in _LEFT_OUT:
            yield field.name
        if field.name == "patronymic":
            yield LATIN


def _value(draft: PersonDraft, name: str) -> object:
    if name == LATIN:
        return draft.given_latin, draft.family_latin, draft.latin_source
    return getattr(draft, name)


def _proposed(keep: PersonDraft, other: PersonDraft, name: str) -> str:
    if name == LATIN:
        better = bool(other.given_latin or other.family_latin) and _sure(other) > _sure(keep)
        return "other" if better else "keep"
    return "other" if not getattr(keep, name) and getattr(other, name) else "keep"


def _sure(draft: PersonDraft) -> int:
    written = bool(draft.given_latin or draft.family_latin)
    return _SURE.index(draft.latin_source) + 1 if written else 0


def _forget_pair(work: Work, keep_id: str, other_id: str) -> None:
    """A declined pair of the two makes no sense once they are one."""
    pairs = work.session.scalars(
        select(DeclinedMatch).where(
            DeclinedMatch.person_id.in_((keep_id, other_id)), DeclinedMatch.other_id.in_((keep_id, other_id))
        )
    ).all()
    for pair in pairs:
        work.delete(pair)


def _move_all(work: Work, keep_id: str, other_id: str) -> None:
    for record in RECORDS.values():
        for foreign_key in table_of(record).foreign_keys:
            if foreign_key.column.table.name == Person.__tablename__:
                attribute = inspect(record).get_property_by_column(foreign_key.parent).key
                _move(work, record, attribute, keep_id, other_id)
    for document in work.session.scalars(
        select(Document).where(Document.owner_kind == Person.__tablename__, Document.owner_id == other_id)
    ):
        document.owner_id = keep_id
    work.flush()


def _move(work: Work, record: type[Record], attribute: str, keep_id: str, other_id: str) -> None:
    column = getattr(record, attribute)
    theirs = work.session.scalars(select(record).where(column == other_id).order_by(record.id)).all()
    if not theirs:
        return
    mine = work.session.scalars(select(record).where(column == keep_id)).all()
    keys = _keys(record, attribute)
    known = {(names, key): row for row in mine for names in keys if (key := _key(row, names)) is not None}
    has_main = any(isinstance(row, PersonPosition) and row.main for row in mine)
    for row in theirs:
        twins = [known[names, key] for names in keys if (key := _key(row, names)) is not None and (names, key) in known]
        if twins:
            _take_over(twins[0], row)
            work.delete(row)
            continue
        setattr(row, attribute, keep_id)
        if isinstance(row, PersonPosition) and row.main and has_main:
            row.main = False
    work.flush()


def _keys(record: type[Record], attribute: str) -> tuple[tuple[str, ...], ...]:
    """The sets of attributes besides the person in which two rows of a class cannot both be equal."""
    by_column = {column.name: prop.key for prop in inspect(record).column_attrs for column in prop.columns}
    keys = [
        tuple(by_column[column.name] for column in constraint.columns if by_column[column.name] != attribute)
        for constraint in table_of(record).constraints
        if isinstance(constraint, UniqueConstraint) and any(by_column[c.name] == attribute for c in constraint.columns)
    ]
    same = {
        Attendance: ("activity_id", "day"),
        PersonPosition: ("organisation_id", "title"),
        Consent: ("purpose", "state", "stated_on"),
    }
    if record in same:
        keys.append(same[record])
    return tuple(keys)


def _key(row: Record, names: tuple[str, ...]) -> tuple[object, ...] | None:
    values = tuple(getattr(row, name) for name in names)
    return None if any(value is None for value in values) else values


def _take_over(kept: Record, gone: Record) -> None:
    """Fill what the kept row does not know from its twin; somebody who was seen present was present."""
    if isinstance(kept, Attendance) and isinstance(gone, Attendance):
        if gone.presence is Presence.PRESENT and kept.presence is not Presence.PRESENT:
            kept.presence, kept.minutes, kept.source = gone.presence, gone.minutes, gone.source
        return
    if isinstance(kept, PersonNameForm) and isinstance(gone, PersonNameForm):
        if gone.confirmed and not kept.confirmed:
            kept.text, kept.nominative, kept.confirmed = gone.text, gone.nominative, True
        return
    if isinstance(kept, Participation) and isinstance(gone, Participation):
        kept.cancelled = kept.cancelled and gone.cancelled
        kept.requirement_met = kept.requirement_met or gone.requirement_met
    for prop in inspect(type(kept)).column_attrs:
        name = prop.key
        settled = name in {"id", "version", "cancelled", "main"}
        if not settled and not getattr(kept, name) and getattr(gone, name):
            setattr(kept, name, getattr(gone, name))
