"""Who changed the items of an agenda, as the history tells it (AR-4)."""

import json
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from app.models.history import HistoryChange, HistoryUnit
from app.storage import earlier
from app.storage.recorder import Image
from app.storage.work import View

#: Units that are looked through at most: an agenda is changed some hundred times between two versions.
_UNITS = 2000


def who_changed(view: View, session_ids: Collection[str], since: datetime | None = None) -> dict[str, str]:
    """The last person who touched each of these items or its speakers after ``since``, as the history names them."""
    wanted = set(session_ids)
    if not wanted:
        return {}
    query = (
        select(HistoryUnit.who, HistoryChange.seq, HistoryChange.kind, HistoryChange.record_id, HistoryChange.before)
        .join(HistoryChange, HistoryChange.unit_id == HistoryUnit.id)
        .where(HistoryChange.kind.in_(("session", "session_person")), HistoryUnit.who != "")
        .order_by(HistoryUnit.seq.desc())
        .limit(_UNITS)
    )
    if since is not None:
        query = query.where(HistoryUnit.at >= since)
    rows = view.session.execute(query).all()
    speakers = [(row.seq, row.kind, row.record_id) for row in rows if row.kind == "session_person"]
    images = earlier.images_after(view.session.connection(), speakers)
    found: dict[str, str] = {}
    for who, seq, kind, record_id, before in rows:
        ident = record_id if kind == "session" else _owner(images[seq]) or _owner(json.loads(before or "{}"))
        if ident in wanted:
            found.setdefault(ident, who)
    return found


def _owner(image: Image) -> str:
    """The item that a row of speakers belongs to; empty where the image does not tell."""
    return str(image.get("session_id", ""))
