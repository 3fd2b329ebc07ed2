"""Lists of the window as workbooks and CSV files; the calendar of an activity."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.core.i18n import pick
from app.documents import calendar, table_export
from app.documents.calendar import CalendarItem, CalendarPaper
from app.documents.sheets import Value
from app.documents.table_export import TablePaper
from app.models.activities import Activity
from app.services import agenda_facts, agenda_versions, records
from app.storage.work import View


def table(name: str, headings: Sequence[str], rows: Sequence[Sequence[Value]], *, csv: bool = False) -> bytes:
    """A list as the reader sees it: a workbook with typed cells, or CSV with dangerous beginnings made harmless."""
    paper = TablePaper(name, tuple(headings), rows)
    return table_export.build_csv(paper) if csv else table_export.build_xlsx(paper)


def calendar_file(view: View, activity_id: str, language: str) -> bytes:
    """The sessions of an activity as an .ics file: UTC, stable keys, SEQUENCE from the issued versions (AR-6)."""
    activity = records.fetch(view, Activity, activity_id)
    versions = agenda_versions.list_rows(view, activity_id)
    zone = ZoneInfo(activity.time_zone)
    items = tuple(
        CalendarItem(
            key=fact.id,
            start=fact.starts_at.replace(tzinfo=zone),
            end=fact.ends_at.replace(tzinfo=zone),
            title=pick(fact.title, language),
            description=pick(fact.description, language),
            place=", ".join(part for part in (pick(fact.venue, language), fact.address) if part),
            sequence=len(versions),
            cancelled=fact.cancelled,
        )
        for fact in agenda_facts.sessions_of(view, [activity_id])[activity_id]
    )
    made = versions[-1].issued_at if versions else datetime.now(UTC)
    return calendar.build(CalendarPaper(pick(activity.title, language), items, made, language))
