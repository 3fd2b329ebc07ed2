"""What was done, by whom, from what to what: the History tab, and taking single units back."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Dialect, func, inspect, or_, select

from app.core.dates import UNKNOWN
from app.core.i18n import N_, pick, words
from app.models.all_models import RECORDS
from app.models.base import Record
from app.models.history import HistoryChange, HistoryUnit
from app.models.papers import GUEST, HOST
from app.services.context import Context
from app.services.paper_kinds import PAPER_NAMES
from app.storage import earlier, undo, units
from app.storage.recorder import Image, table_of
from app.storage.work import View

#: Columns that the program keeps for itself; nobody changed them.
_OWN_COLUMNS = frozenset({"id", "version", "search_text", "family_key", "given_key", "folded", "place", "sha256"})
#: Names of the papers that have words of their own.
_PAPERS = {paper.value: name for paper, name in PAPER_NAMES.items()}
#: What a record is called by, the first that is there.
_TITLES = ("title", "name", "topic", "text", "number", "code", "file_name", "subject", "key", "purpose")
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: ``old`` and ``new`` as the draft has them (dates, words of the vocabulary, texts by language ...).

    Where the field points at another record, ``target`` is that record's kind and the values are its name.
    """

    field: str
    old: object
    new: object
    target: str = ""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What happened to one record: ``op`` is insert, update or delete."""

    kind: str
    id: str
    op: str
    title: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit of work. ``title`` is a message id with ``params``; ``about`` that of what was undone or redone."""

    id: str
    title: str
    params: Mapping[str, object]
    act: str
    state: str
    about: str
    about_params: Mapping[str, object]
    at: datetime
    who: str
    records: int
    can_take_back: bool


@dataclass(frozen=True, slots=True)
class UnitTitle:
    """What the Undo menu says: a message id and its parameters."""

    id: str
    title: str
    params: Mapping[str, object]


def list_units(view: View, kind: str = "", record_id: str = "", limit: int = 200) -> tuple[UnitRow, ...]:
    """Units of work, newest first: all, or those that touched one record or what belongs to it."""
    query = select(HistoryUnit).order_by(HistoryUnit.seq.desc()).limit(limit)
    if record_id:
        touched = _family(view, kind, record_id)
        query = query.where(
            HistoryUnit.id.in_(select(HistoryChange.unit_id).where(HistoryChange.record_id.in_(touched)))
        )
    found = view.session.scalars(query).all()
    counts = _counts(view, [unit.id for unit in found])
    about = _titles_of_units(view, [unit.refers_to for unit in found if unit.refers_to])
    rows = []
    for unit in found:
        told = about.get(unit.refers_to)
        rows.append(
            UnitRow(
                id=unit.id,
                title=unit.title,
                params=unit.params or {},
                act=unit.act,
                state=unit.state,
                about=told.title if told else "",
                about_params=told.params if told else {},
                at=unit.at,
                who=unit.who,
                records=counts.get(unit.id, 0),
                can_take_back=unit.act == "do" and unit.state == "done",
            )
        )
    return tuple(rows)


def load_changes(view: View, unit_id: str, kind: str = "", record_id: str = "") -> tuple[RecordChange, ...]:
    """Field by field what a unit changed, in the order in which it happened; of one record and its own rows if asked.

    Several changes of one record are told as one.
    """
    span = units.span_of(view.session.connection(), unit_id)
    query = select(HistoryChange).where(HistoryChange.seq.between(*span)).order_by(HistoryChange.seq)
    if record_id:
        query = query.where(HistoryChange.record_id.in_(_family(view, kind, record_id)))
    found = [change for change in view.session.scalars(query) if change.kind in RECORDS]
    # A new row has no image of its own (those of old files have): what was entered then is looked up.
    bare = ((one.seq, one.kind, one.record_id) for one in found if one.op == "insert" and one.after is None)
    made = earlier.images_after(view.session.connection(), bare)
    told: dict[tuple[str, str], tuple[str, Image, Image]] = {}
    for change in found:
        key = (change.kind, change.record_id)
        after = made[change.seq] if change.seq in made else _image(change.after)
        told[key] = _joined(told.get(key), change.op, _image(change.before), after)
    names = _names(view, told)
    dialect = view.session.get_bind().dialect
    changes = []
    for (what, ident), (op, before, after) in told.items():
        fields = tuple(_fields(dialect, what, before, after, names))
        if fields or op != "update":
            title = names.get((what, ident)) or _title(dialect, what, {**before, **after}, view.language)
            changes.append(RecordChange(what, ident, op, title, fields))
    return tuple(changes)


def next_undo_title(view: View) -> UnitTitle | None:
    """What Ctrl+Z would take back; None when there is nothing."""
    return _unit_title(undo.last_done(view.session))


def next_redo_title(view: View) -> UnitTitle | None:
    """What redo would do again; None when there is nothing."""
    return _unit_title(undo.last_undone(view.session))


def restore(context: Context, unit_id: str) -> None:
    """Take one unit back, also an old one; Refused(``changed_since``) when later units stand on it."""
    context.take_back(unit_id)


def _unit_title(unit: HistoryUnit | None) -> UnitTitle | None:
    return None if unit is None else UnitTitle(unit.id, unit.title, unit.params or {})


def _family(view: View, kind: str, record_id: str) -> set[str]:
    """Ids of a record and of all that ever belonged to it: what points at it as at its owner, now or in an image."""
    family = {record_id}
    for child, column in _owned_by(kind):
        images = [func.json_extract(image, f"$.{column}") for image in (HistoryChange.before, HistoryChange.after)]
        query = select(HistoryChange.record_id).where(
            HistoryChange.kind == child, or_(*(image == record_id for image in images))
        )
        family.update(view.session.scalars(query))
        table = table_of(RECORDS[child])
        family.update(view.session.scalars(select(table.c.id).where(table.c[column] == record_id)))
    return family


def _owned_by(kind: str) -> Iterable[tuple[str, str]]:
    for name, record in RECORDS.items():
        for key in table_of(record).foreign_keys:
            if key.column.table.name == kind and key.info.get("on_delete") == "own":
                yield name, key.parent.name


def _counts(view: View, unit_ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(unit_ids), _CHUNK):
        found.update(view.session.execute(units.records_of(unit_ids[start : start + _CHUNK])).all())
    return found


def _titles_of_units(view: View, unit_ids: Collection[str]) -> dict[str, UnitTitle]:
    found = view.session.scalars(select(HistoryUnit).where(HistoryUnit.id.in_(unit_ids)))
    return {unit.id: UnitTitle(unit.id, unit.title, unit.params or {}) for unit in found}


def _joined(former: tuple[str, Image, Image] | None, op: str, before: Image, after: Image) -> tuple[str, Image, Image]:
    """Two changes of one record in one unit as one: the first state before, the last after."""
    if former is None:
        return op, before, after
    first, was, became = former
    if first == "insert":
        return ("insert", {}, {**became, **after}) if op != "delete" else ("update", {}, {})
    if op == "delete":
        return "delete", {**before, **was}, {}
    return first, {**before, **was}, {**became, **after}


def _fields(
    dialect: Dialect, kind: str, before: Image, after: Image, names: Mapping[tuple[str, str], str]
) -> Iterable[FieldChange]:
    table = table_of(RECORDS[kind])
    for column in table.columns:
        name = column.name
        if name in _OWN_COLUMNS or (name not in before and name not in after):
            continue
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        target = next((key.column.table.name for key in column.foreign_keys), "")
        if target:
            yield FieldChange(name, names.get((target, old or ""), ""), names.get((target, new or ""), ""), target)
            continue
        if name == "owner_id" and "owner_kind" in table.columns:
            # What a document belongs to may be of any kind, so that no foreign key tells which.
            was_kind, kind_now = before.get("owner_kind", ""), after.get("owner_kind", "")
            was, became = names.get((was_kind, old or ""), ""), names.get((kind_now, new or ""), "")
            yield FieldChange(name, was, became, str(kind_now or was_kind))
            continue
        one, other = _value(dialect, column, old), _value(dialect, column, new)
        if name == "logos":
            one, other = _logo_names(one, names), _logo_names(other, names)
        if not (_empty(one) and _empty(other)):
            yield FieldChange(name, one, other)


def _value(dialect: Dialect, column: Any, stored: object) -> object:
    """The stored form as the draft has it."""
    if stored is None:
        return None
    processor = column.type.dialect_impl(dialect).result_processor(dialect, None)
    value = processor(stored) if processor else stored
    return tuple(value) if isinstance(value, list) else value


def _logo_names(value: object, names: Mapping[tuple[str, str], str]) -> object:
    """The row of logos of a programme's papers as the names of those that are shown."""
    shown = [one["organisation"] for one in value if one["shown"]] if isinstance(value, tuple) else []
    return tuple(names.get(("organisation", ident), "") or ident for ident in shown)


def _in_logos(images: Iterable[Image]) -> set[str]:
    """The organisations that rows of logos name."""
    rows = (json.loads(image.get("logos") or "[]") for image in images)
    return {one["organisation"] for row in rows for one in row}


def _empty(value: object) -> bool:
    return value in (None, "", UNKNOWN) or value in ({}, ())


def _names(view: View, told: Mapping[tuple[str, str], tuple[str, Image, Image]]) -> dict[tuple[str, str], str]:
    """What the touched records, and those they point at, are called today; one query a kind."""
    wanted: dict[str, set[str]] = {}
    for (kind, ident), (_, before, after) in told.items():
        wanted.setdefault(kind, set()).add(ident)
        if kind == "paper_look":
            wanted.setdefault("organisation", set()).update(_in_logos((before, after)))
        for image in (before, after):
            if image.get("owner_kind") in RECORDS:
                wanted.setdefault(str(image["owner_kind"]), set()).add(str(image["owner_id"]))
        for column in table_of(RECORDS[kind]).columns:
            for key in column.foreign_keys:
                pointed = wanted.setdefault(key.column.table.name, set())
                pointed.update(str(image[column.name]) for image in (before, after) if image.get(column.name))
    found: dict[tuple[str, str], str] = {}
    for kind, idents in wanted.items():
        record = RECORDS[kind]
        ordered = sorted(idents)
        for start in range(0, len(ordered), _CHUNK):
            rows = view.session.scalars(select(record).where(record.id.in_(ordered[start : start + _CHUNK])))
            found.update(((kind, row.id), _title_of_row(row, view.language)) for row in rows)
    found[("organisation", HOST)] = words(view.language).say(N_("Host of the activity"))
    found[("organisation", GUEST)] = words(view.language).say(N_("Guest of the activity"))
    return found


def _title_of_row(row: Record, language: str) -> str:
    return _called({prop.key: getattr(row, prop.key) for prop in inspect(type(row)).column_attrs}, language)


def _title(dialect: Dialect, kind: str, image: Image, language: str) -> str:
    columns = table_of(RECORDS[kind]).columns
    return _called({name: _value(dialect, columns[name], image[name]) for name in image if name in columns}, language)


def _called(values: Mapping[str, object], language: str) -> str:
    if values.get("family_name") or values.get("given_name"):
        return " ".join(str(values[name]) for name in ("given_name", "family_name") if values.get(name))
    paper = _PAPERS.get(str(values.get("paper", "")))
    if paper is not None:
        return words(language).say(paper)
    for name in _TITLES:
        value = values.get(name)
        shown = pick(value, language) if isinstance(value, Mapping) else value
        if shown:
            return str(shown)
    return ""


def _image(text: str | None) -> Image:
    image: Image = json.loads(text) if text else {}
    return image
