"""What of an activity can be marked, as the importers compare it: counted sessions, or days without sessions."""

from app.core.vocabulary import Presence
from app.importers.attendance_marks import Mark, Slot
from app.models.activities import Activity
from app.services import agenda_facts, attendance
from app.services.attendance import AttendanceGrid, CellState, Grain
from app.storage.work import View


def slots_of(view: View, activity: Activity) -> tuple[Slot, ...]:
    """The slots of an activity in the order of their times; empty while nobody knows its dates."""
    grid = attendance.grid(view, activity.id, Grain.SESSION)
    facts = {fact.id: fact for fact in agenda_facts.sessions_of(view, [activity.id])[activity.id]}
    found = []
    for number, column in enumerate(grid.columns, start=1):
        fact = facts[column.session_ids[0]] if column.session_ids else None
        found.append(
            Slot(
                column.key,
                number,
                column.day,
                column.minutes,
                fact.starts_at if fact else None,
                fact.ends_at if fact else None,
                tuple(dict.fromkeys(title for title in fact.title.values() if title)) if fact else (),
                column.half,
            )
        )
    return tuple(found)


def marks_now(grid: AttendanceGrid) -> dict[str, dict[str, str]]:
    """The marks that are kept, by person and slot, as texts (``Mark.text``); ``grid`` by sessions."""
    found: dict[str, dict[str, str]] = {}
    for row in grid.rows:
        own = found.setdefault(row.person_id, {})
        for column, cell in zip(grid.columns, row.cells, strict=True):
            if cell.state is CellState.MISSING:
                continue
            if cell.state in (CellState.EXCUSED, CellState.ABSENT):
                own[column.key] = Mark(Presence(cell.state.value)).text()
            else:
                part = cell.state is CellState.PART or (not column.minutes and cell.minutes)
                own[column.key] = Mark(Presence.PRESENT, cell.minutes if part else None).text()
    return found
