"""Asking for many values at once: they go as one bound text, since a statement takes only so many of them singly."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select


def among(column: Any, texts: Iterable[str]) -> ColumnElement[bool]:
    """Whether a text of the data file (a column, or what is worked out of it) is one of ``texts``; any number of them.

    Nothing is among no texts. The list is made into a table once for the statement, not for each row.
    """
    listed = func.json_each(json.dumps(list(texts), ensure_ascii=False)).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(listed.c.value))
    return found
