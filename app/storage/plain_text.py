"""The one door for texts: control characters are taken out of everything that a verb writes (D13).

A NUL or half a character cannot stand in spreadsheets, calendars or documents, and nobody can see it to correct it.
What is imported or typed in the window is cleaned where it is read; this holds for all who call the verbs.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.core.text import without_controls
from app.models.base import Record


def plain(value: Any) -> Any:
    """A value without control characters in any of its texts; the value itself where it has none."""
    if isinstance(value, str):
        return without_controls(value)
    if isinstance(value, Mapping):
        fresh = {key: plain(one) for key, one in value.items()}
        return value if all(fresh[key] is one for key, one in value.items()) else fresh
    if isinstance(value, list | tuple):
        parts = [plain(one) for one in value]
        same = all(one is other for one, other in zip(parts, value, strict=True))
        return value if same else type(value)(parts)
    return value


def plain_column(values: Sequence[Any]) -> Sequence[Any]:
    """A column of values without control characters; the column itself where nothing has to be looked at."""
    if set(map(type, values)) == {str} and "".join(values).isprintable():
        return values
    return [plain(value) for value in values]


def tidy_rows(session: Session, _context: object, _instances: object) -> None:
    """Take the control characters out of all rows that are about to be written; a listener of ``before_flush``."""
    for row in (*session.new, *session.dirty):
        if isinstance(row, Record):
            for key, value in tuple(vars(row).items()):
                if isinstance(value, str | Mapping | list | tuple) and key[0] != "_":
                    fresh = plain(value)
                    if fresh is not value:
                        setattr(row, key, fresh)
