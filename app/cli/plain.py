"""Rows and drafts as plain data for JSON and for people."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from app.core.dates import PartialDate

#: Fields of rows and drafts that are of no use outside the program.
_INNER = frozenset({"search_text", "version"})


def as_plain(value: Any) -> Any:
    """Dataclasses as objects, dates as ISO 8601, partial dates as their canonical text, decimals as text."""
    match value:
        case None | bool() | int() | float():
            return value
        case PartialDate() | Decimal() | Path():
            return str(value)
        case Enum():
            return value.value
        case str():
            return value
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            return {str(key): as_plain(item) for key, item in value.items()}
        case _ if is_dataclass(value):
            return {
                field.name: as_plain(getattr(value, field.name)) for field in fields(value) if field.name not in _INNER
            }
        case _:
            return [as_plain(item) for item in value]
