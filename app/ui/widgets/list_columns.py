"""A list's columns as data: a new list is a new tuple, not a new model class."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from app.core.dates import PartialDate
from app.core.money import from_minor
from app.ui import formats
from app.ui.widgets.chip import State

Kind = Literal["text", "muted", "bold", "italic", "number", "date", "chip", "money", "check", "percent", "bar"]
_RIGHT = frozenset({"number", "money", "date", "percent"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list.

    ``key`` is the attribute of the row (or what ``value`` computes); ``width`` is a start in pixels at 100 %,
    0 stretches; ``least`` keeps room for what stands below the head. ``sort_key`` gives what the rows are ordered by,
    ``show`` the text, when the kind's own are not right. A ``spare`` column steps aside while the list is too narrow
    for all. ``tip`` gives a tool tip. ``style`` may give another kind for one row (an unconfirmed name in italics).
    """

    key: str
    title: str
    width: int = 0
    kind: Kind = "text"
    align: Literal["", "left", "right", "center"] = ""
    visible: bool = True
    value: Callable[[Any], object] | None = None
    show: Callable[[Any], str] | None = None
    sort_key: Callable[[Any], Any] | None = None
    tip: Callable[[Any], str] | None = None
    style: Callable[[Any], str] | None = None
    searched: bool = True
    least: int = 0
    spare: bool = False

    @property
    def right(self) -> bool:
        """Whether the cell stands at the right edge."""
        return self.align == "right" or (not self.align and self.kind in _RIGHT)


def cell_value(column: Column, row: Any) -> object:
    """What a cell holds."""
    return column.value(row) if column.value is not None else getattr(row, column.key)


def cell_text(column: Column, row: Any) -> str:
    """What a cell says."""
    if column.show is not None:
        return column.show(row)
    value = cell_value(column, row)
    if isinstance(value, str):
        return formats.partial(value) if column.kind == "date" else value
    return _text_of(column.kind, value)


def copy_text(column: Column, row: Any) -> str:
    """What a cell says in a spreadsheet: plain numbers and ISO dates, so that they stay what they are."""
    value = cell_value(column, row)
    if column.show is not None or isinstance(value, bool):
        return cell_text(column, row)
    if column.kind == "money" and isinstance(value, int):
        return str(from_minor(value))
    if isinstance(value, (int, float, Decimal, date)):
        return str(value)
    return cell_text(column, row)


def _text_of(kind: str, value: object) -> str:
    if kind == "check":
        return "✓" if value else ""
    if isinstance(value, State):
        return value.word
    if isinstance(value, PartialDate):
        return formats.partial(value)
    if isinstance(value, date):
        return formats.moment(value) if isinstance(value, datetime) else formats.day(value)
    if kind == "money" and isinstance(value, int):
        return formats.money(value)
    if value is None:
        return ""
    if kind in ("percent", "bar") and isinstance(value, (int, float, Decimal)):
        return formats.percent(value)
    if isinstance(value, (int, float, Decimal)):
        digits = 0 if isinstance(value, int) or value == int(value) else 1
        return formats.number(value, digits)
    if isinstance(value, (tuple, list)):
        return ", ".join(str(part) for part in value)
    return str(value)


def sort_value(column: Column, row: Any, text_key: Callable[[str], Any]) -> tuple[int, Any]:
    """What a row is ordered by in this column; empty ones come last."""
    if column.sort_key is not None:
        found = column.sort_key(row)
        return (1, 0) if found is None else (0, text_key(found) if isinstance(found, str) else found)
    value = cell_value(column, row)
    if value is None or value == "":
        return (1, 0)
    if isinstance(value, bool):
        return (0, not value)
    if isinstance(value, PartialDate):
        return (0, str(value.last)) if value.known else (1, 0)
    if isinstance(value, (int, float, Decimal, date)):
        return (0, value)
    if column.kind == "date":
        known = PartialDate.parse(str(value))
        return (0, str(known.last)) if known.known else (1, 0)
    return (0, text_key(cell_text(column, row)))
