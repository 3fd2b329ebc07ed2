"""The agenda as a table: the same items for the keyboard, for sorting and for a spreadsheet."""

from app.core.i18n import LANGUAGE_NAMES, tr, trn
from app.core.vocabulary import AgendaChange, label
from app.services.agendas import SessionRow
from app.ui import formats
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState


def _day(row: SessionRow) -> str:
    return formats.day_short(row.starts_at.date())


def _time(row: SessionRow) -> str:
    return formats.clocks(row.starts_at, row.ends_at)


def _moment(row: SessionRow) -> object:
    return row.starts_at.isoformat()


def _clock(row: SessionRow) -> object:
    return row.starts_at.time().isoformat()


def _kind(row: SessionRow) -> str:
    return tr(label(row.kind))


def _title(row: SessionRow) -> str:
    return row.title or tr("No title yet")


def _title_style(row: SessionRow) -> str:
    return "strike" if row.cancelled else "bold"


def _second(row: SessionRow) -> str:
    return row.title_second or tr("missing")


def _second_style(row: SessionRow) -> str:
    return "text" if row.title_second else "muted"


def _people(row: SessionRow) -> str:
    return ", ".join(part for part in (row.speakers, row.interpreters) if part)


def _length(row: SessionRow) -> str:
    return formats.minutes(row.minutes)


def states(row: SessionRow) -> tuple[State, ...]:
    """What there is to say of an item: clash, warning, missing text, change."""
    found = []
    if row.cancelled:
        return (State(tr("Cancelled"), "neutral", "x"),)
    if row.errors:
        found.append(State(tr("Clash"), "danger", "circle-alert"))
    elif row.warnings:
        found.append(State(tr("Warning"), "warning", "triangle-alert"))
    if row.change in (AgendaChange.NEW, AgendaChange.MOVED, AgendaChange.CHANGED):
        found.append(State(tr(label(row.change)), "info", "dot"))
    if row.missing_languages:
        names = ", ".join(LANGUAGE_NAMES.get(code, code) for code in row.missing_languages)
        found.append(State(tr("{language} missing", language=names), "warning", "languages"))
    return tuple(found)


def _count(n: int) -> str:
    return trn("{n} session", "{n} sessions", n)


def make_table() -> ListTable:
    """The list ``visit.agenda.table``."""
    columns = (
        Column("day", tr("Day"), 116, value=_day, sort_key=_moment),
        Column("time", tr("Time"), 110, value=_time, sort_key=_clock),
        Column("length", tr("Length"), 100, kind="muted", value=_length, sort_key=_minutes, visible=False),
        Column("kind", tr("Kind"), 120, kind="muted", value=_kind),
        Column("title", tr("Title"), value=_title, style=_title_style, tip=_title),
        Column("title_second", tr("Second language"), 180, value=_second, style=_second_style, visible=False),
        Column("venue", tr("Place"), 140, kind="muted"),
        Column("host", tr("Host"), 150, visible=False),
        Column("people", tr("Speakers, interpreters"), 170, kind="muted", value=_people, tip=_people, visible=False),
        Column("states", tr("State"), 136, kind="chip", value=states, searched=False),
    )
    empty = EmptyState(
        "calendar-days", tr("Nothing on the agenda yet"), tr("Add a session; it appears here and in the grid.")
    )
    return ListTable(
        columns,
        name="visit.agenda.table",
        title=tr("Agenda"),
        hint=tr("Filter sessions"),
        empty=empty,
        count=_count,
    )


def _minutes(row: SessionRow) -> object:
    return row.minutes
