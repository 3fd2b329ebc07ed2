"""Listing records and showing one whole."""

import argparse
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.cli.plain import as_plain
from app.core.i18n import N_, tr
from app.core.money import from_minor
from app.core.vocabulary import label
from app.services import lookup

#: The columns that people see; JSON holds all.
_COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "programmes": (
        ("code", N_("Code")),
        ("name", N_("Title")),
        ("start", N_("From")),
        ("end", N_("To")),
        ("partnerships", N_("Partnerships")),
    ),
    "partnerships": (("code", N_("Code")), ("name", N_("Title")), ("status", N_("Status")), ("members", N_("Members"))),
    "organisations": (("code", N_("Code")), ("name", N_("Name")), ("type", N_("Type")), ("country", N_("Country"))),
    "people": (
        ("code", N_("Code")),
        ("family_name", N_("Surname")),
        ("given_name", N_("Given name")),
        ("organisation", N_("Organisation")),
        ("position", N_("Position")),
    ),
    "activities": (
        ("code", N_("Code")),
        ("kind", N_("Kind")),
        ("name", N_("Title")),
        ("start", N_("From")),
        ("end", N_("To")),
        ("participants", N_("People")),
    ),
    "deliverables": (
        ("code", N_("Code")),
        ("name", N_("Title")),
        ("stage", N_("Stage")),
        ("owner", N_("Owner")),
        ("due", N_("Due")),
    ),
    "budgets": (
        ("code", N_("Code")),
        ("name", N_("Heading, line")),
        ("planned", N_("Planned")),
        ("actual", N_("Actual")),
    ),
    "certificates": (
        ("code", N_("Number")),
        ("name", N_("Holder")),
        ("activity", N_("Activity")),
        ("hours", N_("Hours")),
        ("status", N_("Status")),
    ),
    "imports": (("code", N_("Batch")), ("name", N_("File")), ("made_at", N_("When")), ("new", N_("New"))),
}


def list_records(desk: Desk, options: argparse.Namespace) -> Outcome:
    """The records of one kind."""
    with desk.existing.read() as view:
        programme = lookup.programme_id(view, options.programme or "")
        rows = lookup.rows(view, options.what, programme)
    if options.json:
        desk.print_json(as_plain(rows))
    else:
        columns = [(key, tr(heading)) for key, heading in _COLUMNS[options.what]]
        shown = [{key: _shown(row[key]) if key in row else "" for key, _ in columns} for row in rows]
        desk.table([{**row, **_sums(whole)} for row, whole in zip(shown, rows, strict=True)], columns)
    return Outcome()


def _shown(value: object) -> object:
    """A cell as people read it: words of the vocabulary in their language, moments to the minute, lists on one line."""
    if isinstance(value, StrEnum):
        return tr(label(value)) if value.value else ""
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M")
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else value


def _sums(row: Mapping[str, Any]) -> dict[str, str]:
    """The sums of a budget line in whole units with their currency."""
    return {
        name: f"{from_minor(row[f'{name}_minor'], row['currency']):,} {row['currency']}".replace(",", " ")
        for name in ("planned", "actual")
        if f"{name}_minor" in row
    }


def show(desk: Desk, options: argparse.Namespace) -> Outcome:
    """One record with all its fields."""
    with desk.existing.read() as view:
        kind, draft = lookup.whole(view, options.code)
    plain = as_plain(draft)
    if options.json:
        desk.print_json({"record": kind, **plain})
        return Outcome()
    desk.print(f"{plain['code']}  ({kind})")
    _print_fields(desk, plain, 1)
    return Outcome()


def _print_fields(desk: Desk, fields: Mapping[str, Any], depth: int) -> None:
    indent = "  " * depth
    for name, value in fields.items():
        if value in (None, "", [], {}) or name == "id" or name.endswith("_id"):
            continue
        if isinstance(value, Mapping):
            desk.print(f"{indent}{name}:")
            _print_fields(desk, value, depth + 1)
        elif isinstance(value, list) and isinstance(value[0], Mapping):
            desk.print(f"{indent}{name}:")
            for item in value:
                _print_fields(desk, item, depth + 1)
                desk.print(f"{indent}  –")
        else:
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            desk.print(f"{indent}{name}: {shown}")
