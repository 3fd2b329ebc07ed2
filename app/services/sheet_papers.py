"""Lists of the window as workbooks and CSV files; the calendar of an activity."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.core.errors import NotFound, Refused
from app.core.i18n import pick
from app.core.vocabulary import ActivityStatus
from app.documents import calendar, table_export
from app.documents.calendar import CalendarItem, CalendarPaper
from app.documents.sheets import Value
from app.documents.table_export import TablePaper
from app.models.activities import Activity
from app.services import agenda_snapshots, agenda_versions, event_titles, records
from app.services.activities import zone_of
from app.storage.work import View


def table(name: str, headings: Sequence[str], rows: Sequence[Sequence[Value]], *, csv: bool = False) -> bytes:
    """A list as the reader sees it: a workbook with typed cells, or CSV with dangerous beginnings made harmless."""
    paper = TablePaper(name, tuple(headings), rows)
    return table_export.build_csv(paper) if csv else table_export.build_xlsx(paper)


def calendar_file(
    view: View, activity_id: str, language: str, version_id: str = "", *, cancelled: bool = False
) -> bytes:
    """The agenda as an .ics file (AR-6): UTC, one UID for an item for ever, SEQUENCE raised by every revision.

    An item that an issued version told and that is gone since is told as cancelled: who took the earlier file in keeps
    it otherwise. ``cancelled``: these items alone, as a cancellation (METHOD:CANCEL); Refused
    (``calendar_nothing_cancelled``) without any. NotFound.
    """
    activity = records.fetch(view, Activity, activity_id)
    told = _told(view, activity_id, version_id)
    off = activity.status is ActivityStatus.CANCELLED
    items = tuple(
        _calendar_item(item, told, language, off=off or gone)
        for item, gone in _items(told)
        if not cancelled or off or gone
    )
    if cancelled and not items:
        raise Refused("calendar_nothing_cancelled", code=activity.code)
    name = pick(event_titles.title_of(activity.title, activity.theme), language)
    return calendar.build(CalendarPaper(name, items, told.made, language))


@dataclass(frozen=True, slots=True)
class _Told:
    """An agenda as a calendar tells it: ``earlier`` are the snapshots issued before it, oldest first."""

    snapshot: Mapping[str, Any]
    earlier: tuple[Mapping[str, Any], ...]
    sequence: int
    made: datetime


def _told(view: View, activity_id: str, version_id: str) -> _Told:
    """The version asked for, else the agenda as it stands: a draft of a revision already has its SEQUENCE."""
    rows = agenda_versions.list_rows(view, activity_id)
    places = {row.id: place for place, row in enumerate(rows)}
    if version_id and version_id not in places:
        raise NotFound("not_found", code=version_id)
    snapshots = [agenda_versions.load_snapshot(view, row.id) for row in rows]
    place = places[version_id] if version_id else len(rows) - 1
    if not version_id:
        now = agenda_snapshots.snapshot(view, activity_id)
        if agenda_versions.draft_number(view, activity_id, now):
            sequence = len(rows) + 1 if rows else 0
            return _Told(now, tuple(snapshots), sequence, datetime.now(UTC))
    return _Told(snapshots[place], tuple(snapshots[:place]), place + 1, rows[place].issued_at)


def _items(told: _Told) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """The items by their times, each with whether it is cancelled; those gone as they were told last."""
    found: dict[str, tuple[Mapping[str, Any], bool]] = {}
    for snapshot in told.earlier:
        found.update((item["id"], (item, True)) for item in snapshot["sessions"])
    found.update((item["id"], (item, item["cancelled"])) for item in told.snapshot["sessions"])
    yield from sorted(found.values(), key=lambda one: (one[0]["starts_at"], one[0]["ends_at"], one[0]["id"]))


def _calendar_item(item: Mapping[str, Any], told: _Told, language: str, *, off: bool) -> CalendarItem:
    zone = zone_of(told.snapshot["activity"]["time_zone"])
    return CalendarItem(
        key=item["id"],
        start=datetime.fromisoformat(item["starts_at"]).replace(tzinfo=zone),
        end=datetime.fromisoformat(item["ends_at"]).replace(tzinfo=zone),
        title=pick(item["title"], language),
        description=pick(item["description"], language),
        place=", ".join(part for part in (pick(item["venue"], language), item["address"]) if part),
        sequence=told.sequence,
        cancelled=off,
    )
