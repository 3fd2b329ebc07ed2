"""The whole content of a data file, for comparing states: every user table, without versions and history."""

from typing import Any

from sqlalchemy import select

from app.models.all_models import RECORDS
from app.services.context import Context


def dump(context: Context) -> dict[str, list[dict[str, Any]]]:
    """Rows of every recorded table, ordered by key; ``version`` is left out because it only counts on."""
    content: dict[str, list[dict[str, Any]]] = {}
    with context.read() as view:
        for kind, record in sorted(RECORDS.items()):
            rows = view.session.execute(select(record.__table__).order_by(record.__table__.c.id)).mappings()
            content[kind] = [{name: value for name, value in row.items() if name != "version"} for row in rows]
    return content
