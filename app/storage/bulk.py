"""Many rows at once, recorded like any other: the way of an import.

Values go to the driver as they are stored, a chunk of rows in one statement. The history names the new rows and keeps
no image of them (``storage.earlier``); the engine writes their names from what it then holds.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from app.core.collector import collector_at_rest
from app.core.dates import PartialDate
from app.models.base import Record
from app.models.history import HistoryChange
from app.storage.plain_text import plain_column
from app.storage.recorder import Image, Recorder, table_of

#: Rows in one call: some hundredths of a second, so that others get their turn and cancelling is prompt.
CHUNK = 1_000
#: Types of which equal values are stored equally; two moments or decimals may be equal and yet be written otherwise.
_ALIKE = (str, bool, PartialDate)
_PLAIN = (date, type(None))

#: (id, before image, after image) in stored form; both name the same columns, those that changed.
Change = tuple[str, Image, Image]
_HISTORY = HistoryChange.__tablename__


@collector_at_rest()
def insert_many(
    connection: Connection, recorder: Recorder, record: type[Record], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows given as dictionaries of attributes; what a row leaves out becomes the default of its column."""
    table = table_of(record)
    for start in range(0, len(rows), CHUNK):
        chunk = rows[start : start + CHUNK]
        columns, given = _columns(chunk)
        names, values = [], []
        for key, column, processor in recorder.images.columns(record):
            if key not in given and column != "id":
                continue
            held = columns.get(key)
            if held is None:
                default = table.c[column].default
                held = [row[key] if key in row else _gap(default) for row in chunk]
            names.append(column)
            values.append(_stored(plain_column(held), processor))
        insert_stored(connection, recorder, record, names, list(zip(*values, strict=True)))


def insert_stored(
    connection: Connection,
    recorder: Recorder,
    record: type[Record],
    names: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Insert rows that are in stored form already: ``names`` are their columns, ``id`` among them.

    The other columns get what the class has for them. A column without any gets null, which the engine refuses where a
    value is needed.
    """
    if not rows:
        return
    recorder.start()
    kind = record.__tablename__
    insert, keep = _statements(record, recorder, tuple(names))
    at = list(names).index("id")
    for start in range(0, len(rows), CHUNK):
        chunk = rows[start : start + CHUNK]
        last = connection.exec_driver_sql(f"SELECT max(rowid) FROM {kind}").scalar() or 0  # noqa: S608 - our own table
        connection.exec_driver_sql(insert, chunk if isinstance(chunk, list) else list(chunk))
        connection.exec_driver_sql(keep, (recorder.unit_id, kind, last))
        recorder.touch(kind, [row[at] for row in chunk])


def _statements(record: type[Record], recorder: Recorder, names: tuple[str, ...]) -> tuple[str, str]:
    """The insert of rows with these columns, and the one that names the rows after a row number in the history."""
    kind, table = record.__tablename__, table_of(record)
    columns = recorder.images.columns(record)
    unknown = set(names) - {column for _, column, _ in columns}
    if unknown:
        raise KeyError(f"{kind} has no column {min(unknown)}")
    filled = [
        (column, _literal(_stored([_gap(table.c[column].default)], processor)[0]))
        for _, column, processor in columns
        if column not in names
    ]
    into = ", ".join((*names, *(column for column, _ in filled)))
    values = ", ".join((*("?" for _ in names), *(literal for _, literal in filled)))
    insert = f"INSERT INTO {kind} ({into}) VALUES ({values})"  # noqa: S608 - names and defaults of our own mapping
    keep = (
        f"INSERT INTO {_HISTORY} (unit_id, kind, record_id, op, before, after) "  # noqa: S608 - our own tables
        f"SELECT ?, ?, id, 'insert', NULL, NULL FROM {kind} WHERE rowid > ? ORDER BY rowid"
    )
    return insert, keep


def image_of(record: type[Record], recorder: Recorder, alias: str = "", without: str = "") -> str:
    """The SQL expression that gives the image of a row of a class; ``without`` names a column that is left out."""
    prefix = f"{alias}." if alias else ""
    pairs = (f"'{column}', {prefix}{column}" for _, column, _ in recorder.images.columns(record) if column != without)
    return f"json_object({', '.join(pairs)})"


def update_stored(connection: Connection, recorder: Recorder, record: type[Record], changes: Sequence[Change]) -> None:
    """Change rows by their images, in stored form: as the session would write it, version counted on, recorded.

    The caller has read the before images in this unit, under the write lock. An image without any column is no change.
    """
    kind = record.__tablename__
    changes = [change for change in changes if change[2]]
    # In the order given, and together as long as the same columns change: what must be unique may pass from row to row.
    for names, same in groupby(changes, key=lambda change: tuple(change[2])):
        found = list(same)
        assignments = ", ".join(f"{name} = ?" for name in names)
        sql = f"UPDATE {kind} SET {assignments}, version = version + 1 WHERE id = ?"  # noqa: S608 - our own names
        for start in range(0, len(found), CHUNK):
            chunk = found[start : start + CHUNK]
            connection.exec_driver_sql(sql, [(*after.values(), ident) for ident, _, after in chunk])
            recorder.add([(kind, ident, "update", before, after) for ident, before, after in chunk])


def _gap(default: Any) -> Any:
    """What a column gets where a row has nothing for it."""
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg


def _columns(rows: Sequence[Mapping[str, Any]]) -> tuple[dict[str, Sequence[Any]], set[str]]:
    """The rows turned into columns at once where all of them give the same attributes, and what is given at all."""
    keys = tuple(rows[0])
    given = set(keys)
    if len(keys) < 2 or any(row.keys() != given for row in rows):
        return {}, set().union(*rows)
    return dict(zip(keys, zip(*map(itemgetter(*keys), rows), strict=True), strict=True)), given


def _stored(values: Sequence[Any], processor: Callable[[Any], Any] | None) -> Sequence[Any]:
    """The values of a column as they are stored; what comes again and again is worked out once."""
    if processor is None:
        return values
    kinds = set(map(type, values))
    keys = values
    if kinds == {list} and {str}.issuperset(map(type, chain.from_iterable(values))):
        keys = list(map(tuple, values))
    elif not all(kind in _PLAIN or issubclass(kind, _ALIKE) for kind in kinds):
        return [None if value is None else processor(value) for value in values]
    made = {
        key: None if value is None else processor(value) for key, value in dict(zip(keys, values, strict=True)).items()
    }
    return [made[key] for key in keys]


def _literal(value: Any) -> str:
    """A default of our own mapping as SQL."""
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"
