"""Makes a data file larger or nastier than anybody would: copies of all rows, and hostile texts in every column."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, String, Table, UniqueConstraint

from app.models.all_models import RECORDS
from app.models.types import Texts
from app.storage.recorder import table_of
from app.storage.work import Work

#: People with all that is theirs, and sessions with theirs: copies of them stay in the same activities.
PEOPLE = (
    "person",
    "person_position",
    "consent",
    "declined_match",
    "participation",
    "attendance",
    "session_person",
    "certificate",
    "team_member",
)
SESSIONS = ("session", "session_person", "attendance", "need_link")

#: What people paste, and what breaks programs.
HOSTILE = (
    '<b>bold</b> & "quoted" <script>alert(1)</script>',
    "'; DROP TABLE person; --",
    "\u202eturned\u202c \u200fשלום\u200f \u2067mixed\u2069",
    "Ж" * 5_000,
    "👩\u200d🚒🇺🇦 e\u0301 \ufeff",
    "{name} {0} %s %(x)d {",
    "\x00\x07 \t\r\n\u2028 ",
    "=1+1; @SUM(A1)",
    " ",
)

#: Columns that only the program writes, or that are checked against what there is: no text of a user gets into them.
_NOT_TYPED = frozenset(
    "id key sha256 owner_kind owner_id origin layout unit_id duty currency base language second_language time_zone "
    "second_zone country counted purpose state what key".split()
)
#: Numbers of versions and lines, and words of a day's head: texts with a checked form.
_FORMED = frozenset({"agenda_version.number", "agenda_day.travel", "budget_line.code"})
#: Kinds whose rows the readers under test are pointed at by code.
_FOUND_BY_CODE = frozenset({"programme", "activity"})
_LISTS = frozenset({"themes", "in_common", "fields", "commitments"})


def multiply(work: Work, kinds: Collection[str], numbers: Collection[int]) -> None:
    """Copy every row of these kinds once for each number; copies point at copies, else at the same records.

    The numbers become part of keys and codes: no call for the same file may use those of another one.
    """
    connection = work.session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for kind in kinds:
        table = table_of(RECORDS[kind])
        rows = [dict(row) for row in connection.exec_driver_sql(f"SELECT * FROM {kind}").mappings()]
        for number in numbers:
            _insert(connection, kind, [_copied(table, row, kinds, number) for row in rows])


def _insert(connection: Connection, kind: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        names = list(rows[0])
        sql = f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        connection.exec_driver_sql(sql, [tuple(row.values()) for row in rows])


def _copied(table: Table, row: dict[str, Any], kinds: Collection[str], number: int) -> dict[str, Any]:
    copied = {**row, "id": _key(row["id"], number)}
    pointing = {key.parent.name: key.column.table.name for key in table.foreign_keys}
    moved = {name for name, target in pointing.items() if target in kinds and row[name]}
    copied |= {name: _key(row[name], number) for name in moved}
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint) and not moved & {column.name for column in constraint.columns}:
            _make_unique(copied, [column.name for column in constraint.columns if column.name not in pointing], number)
    return copied


def _make_unique(row: dict[str, Any], names: list[str], number: int) -> None:
    if "serial" in names:
        row["serial"] += 10_000 * number
    elif "period" in names:
        row["currency"] = f"{row['currency'][:2]}{number}"
    elif names:
        row[names[0]] = f"{row[names[0]]}-{number}"


def _key(ident: str, number: int) -> str:
    """The key of a copy: another first half, so that copies of copies stay apart."""
    return f"{(int(ident[:8], 16) + (number << 24)) % (1 << 32):08x}{ident[8:]}"


def make_hostile(work: Work) -> int:
    """Put hostile texts into every column that a text of a user can get into; gives how many were put."""
    connection = work.session.connection()
    put = 0
    for kind, record in RECORDS.items():
        columns = list(_typed(table_of(record)))
        idents = [row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {kind} ORDER BY id")]
        for place, ident in enumerate(idents):
            values = {name: _hostile(form, place + step) for step, (name, form) in enumerate(columns)}
            if "code" in values and kind in _FOUND_BY_CODE:
                del values["code"]
            elif "code" in values:
                values["code"] = f"{values['code']} {place}"  # codes are unique
            if kind == "certificate":
                values["number"] = f"{values['number']} {place}"
            if values:
                sets = ", ".join(f"{name} = ?" for name in values)
                connection.exec_driver_sql(f"UPDATE {kind} SET {sets} WHERE id = ?", (*values.values(), ident))
                put += len(values)
    return put


def _typed(table: Table) -> Iterator[tuple[str, str]]:
    for column in table.columns:
        if column.name in _NOT_TYPED or f"{table.name}.{column.name}" in _FORMED or column.foreign_keys:
            continue
        if isinstance(column.type, Texts):
            yield column.name, "texts"
        elif column.name in _LISTS:
            yield column.name, "list"
        elif isinstance(column.type, String):
            yield column.name, "text"


def _hostile(form: str, place: int) -> str:
    text = HOSTILE[place % len(HOSTILE)]
    if form == "texts":
        return json.dumps({"en": text, "uk": HOSTILE[(place + 1) % len(HOSTILE)]}, ensure_ascii=False)
    return json.dumps([text, ""], ensure_ascii=False) if form == "list" else text
