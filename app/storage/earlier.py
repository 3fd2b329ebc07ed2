"""How records were at an earlier moment: what stands now, gone back over by what was changed since.

The history keeps what a change replaced or removed, never what is still there: a new row has no image of its own, and
100,000 new people cost the file a line each. Their first state is found here when somebody asks for it.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from app.models.all_models import RECORDS
from app.storage.recorder import Image, table_of

#: Records asked for in one statement.
CHUNK = 1_000
_LATER = (
    "SELECT record_id, seq, op, before FROM history_change WHERE kind = ? AND seq > ? AND op <> 'insert' "
    "AND record_id IN (SELECT value FROM json_each(?)) ORDER BY seq"
)

#: A change in the history: its number, the kind and the id of its record.
Moment = tuple[int, str, str]


def images_after(connection: Connection, moments: Iterable[Moment]) -> dict[int, Image]:
    """The image (stored form, no ``version``) of each record as it was right after a change, by the change's number.

    A record of which neither a row nor a later image is left has an empty image: only a damaged file has such ones.
    """
    by_kind: dict[str, list[tuple[int, str]]] = {}
    for seq, kind, ident in moments:
        if kind in RECORDS:
            by_kind.setdefault(kind, []).append((seq, ident))
    found: dict[int, Image] = {}
    for kind, asked in by_kind.items():
        for start in range(0, len(asked), CHUNK):
            _fill(connection, kind, asked[start : start + CHUNK], found)
    return found


def replaced_since(connection: Connection, kind: str, idents: Sequence[str], seq: int) -> dict[str, Image]:
    """The values of records right after change ``seq`` that were replaced or removed later; others are not listed."""
    found: dict[str, Image] = {}
    for ident, entries in _later(connection, kind, idents, seq).items():
        image, _ = _gone_back(entries, seq)
        found[ident] = image
    return found


def rows_now(connection: Connection, kind: str, idents: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Records as they stand, every column in stored form, by id; those that are gone are not listed."""
    sql = f"SELECT * FROM {kind} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own table
    found = connection.exec_driver_sql(sql, (json.dumps(list(idents)),)).mappings()
    return {row["id"]: dict(row) for row in found}


_Entry = tuple[int, str, str]


def _later(connection: Connection, kind: str, idents: Iterable[str], seq: int) -> dict[str, list[_Entry]]:
    later: dict[str, list[_Entry]] = {}
    for ident, *entry in connection.exec_driver_sql(_LATER, (kind, seq, json.dumps(list(idents)))):
        later.setdefault(ident, []).append((entry[0], entry[1], entry[2]))
    return later


def _gone_back(entries: Sequence[_Entry], seq: int) -> tuple[Image, bool]:
    """What entries after ``seq`` replaced, the earliest of each column, and whether that is the whole row."""
    image: Image = {}
    for at, op, before in entries:
        if at <= seq:
            continue
        for name, value in json.loads(before or "{}").items():
            image.setdefault(name, value)
        if op == "delete":
            return image, True
    return image, False


def _fill(connection: Connection, kind: str, asked: Sequence[tuple[int, str]], found: dict[int, Image]) -> None:
    idents = {ident for _, ident in asked}
    later = _later(connection, kind, idents, min(seq for seq, _ in asked))
    now = rows_now(connection, kind, list(idents))
    names = [column.name for column in table_of(RECORDS[kind]).columns if column.name != "version"]
    for seq, ident in asked:
        image, whole = _gone_back(later.get(ident, ()), seq)
        if not whole:
            image = {**now.get(ident, {}), **image}
        found[seq] = {name: image[name] for name in names if name in image}
