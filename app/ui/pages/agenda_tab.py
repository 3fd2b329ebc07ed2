"""The tab Agenda: version bar, grid or table, and the chosen item beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from app.core.i18n import tr
from app.services import activities, agenda_versions, agendas, public_holidays
from app.services.activities import ActivityRow
from app.services.agendas import Board, SessionRow
from app.ui.desk import Desk
from app.ui.pages.agenda_bars import AgendaTools, Legend, VersionBar
from app.ui.pages.agenda_deeds import AgendaDeeds
from app.ui.pages.agenda_grid import AgendaGrid
from app.ui.pages.agenda_inspector import Inspector
from app.ui.pages.agenda_layout import week_of, weeks
from app.ui.pages.agenda_side import AgendaSide
from app.ui.pages.agenda_table import make_table
from app.ui.pages.agenda_ways import AgendaWays
from app.ui.pages.visit_tab import VisitTab
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline
from app.ui.widgets.messages_view import EmptyState, MessageStrip, Way


@dataclass(frozen=True, slots=True)
class AgendaData:
    """All that the tab shows."""

    row: ActivityRow
    board: Board
    languages: tuple[str, ...]
    holidays: Mapping[date, str]

    @property
    def over(self) -> bool:
        """Whether the event may have ended."""
        return agenda_versions.is_over(self.row.start, self.row.end, date.today())


#: What the tab shows, and what an agenda prints besides its items: whoever changes that makes a draft of an issued one.
_ITEMS = ("session", "session_person", "agenda_day", "agenda_version", "activity", "participation", "person")
_BESIDES = ("activity_contact", "visit", "person_position", "organisation", "programme", "partnership")


class AgendaTab(VisitTab):
    """Days and sessions of one activity."""

    kinds = (*_ITEMS, *_BESIDES)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "visit.agenda")
        self.data: AgendaData | None = None
        self._selected = ""
        self._mode = "week"
        self._first: date | None = None
        self._edit_next = ""
        self.grid = AgendaGrid()
        self.table = make_table()
        self.inspector = Inspector(desk)
        self.version = VersionBar()
        self.tools = AgendaTools()
        self.legend = Legend()
        self.deeds = AgendaDeeds(desk, self)
        self.ways = AgendaWays(self)
        self._build()
        self._connect()

    # parts ----------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        whole = row(self, space=0)
        left = column(space=0)
        left.addWidget(self.version)
        left.addWidget(hairline())
        left.addWidget(self.tools)
        self.hint = MessageStrip(name="visit.agenda.hint", closable=True)
        self._import_way = Way(tr("Import a sheet …"), self.ways.import_sheet, "visit.agenda.import")
        left.addWidget(self.hint)
        self._stack = QStackedWidget()
        self._undated = EmptyState(
            "calendar-x",
            tr("The dates are not known yet"),
            tr("Say on which days this takes place; the agenda then has days to fill."),
            buttons=(button(tr("Say the dates"), name="visit.agenda.dates", clicked=self.ways.say_dates),),
            name="visit.agenda.undated",
        )
        for widget in (self.grid, self.table, self._undated):
            self._stack.addWidget(widget)
        left.addWidget(self._stack, 1)
        left.addWidget(self.legend)
        whole.addLayout(left, 1)
        self.side = AgendaSide(self, self.inspector, whole)

    def _connect(self) -> None:
        self.grid.chosen.connect(self._on_chosen)
        self.grid.edit_wanted.connect(self.edit)
        self.grid.add_wanted.connect(self.add)
        self.grid.moved.connect(self._on_moved)
        self.grid.delete_wanted.connect(self.delete)
        self.grid.duplicate_wanted.connect(self.deeds.duplicate)
        self.grid.turn_wanted.connect(self._on_turn)
        self.table.selected.connect(self._on_table)
        self.table.opened.connect(self._on_opened)
        self.table.delete_wanted.connect(self._on_table_delete)
        self.tools.turned.connect(self._on_turn)
        self.tools.view_chosen.connect(self.set_mode)
        self.tools.add_wanted.connect(self.add_next)
        self.deeds.made.connect(self._on_made)
        self.deeds.not_moved.connect(self._on_not_moved)
        self.inspector.closed.connect(self._on_closed)
        self.inspector.duplicate_wanted.connect(self.deeds.duplicate)
        self.inspector.delete_wanted.connect(self.delete)
        self.inspector.go_wanted.connect(self.go_to)
        self.inspector.move_wanted.connect(self._on_move_to)

    # reading --------------------------------------------------------------------------------------------------
    def clear(self) -> None:
        self.inspector.keep()
        self.data, self._selected, self._first = None, "", None
        self.side.show(False)

    def read(self, view: Any, activity_id: str) -> AgendaData:
        board = agendas.board(view, activity_id)
        shown = activities.row_of(view, activity_id)
        draft = activities.load(view, activity_id)
        named = (public_holidays.holiday_name(shown.country, day.day, view.language) for day in board.days)
        holidays = {day.day: name for day, name in zip(board.days, named, strict=True) if name}
        return AgendaData(shown, board, tuple(draft.languages) or ("en",), holidays)

    def show_data(self, data: AgendaData) -> None:
        self.data = data
        board = data.board
        known = {session.id for session in board.sessions}
        if self._selected not in known:
            self._selected = ""
        self.version.show_status(board.status, bool(board.sessions), data.over)
        self.tools.show_notes(board.notes)
        self.legend.show_kinds(session.kind for session in board.sessions)
        empty = bool(board.days) and not board.sessions
        words = tr("Double-click a time to add the first session, or press Insert.") if empty else ""
        self.hint.show_message("", words, tone="neutral", ways=(self._import_way,) if empty else ())
        self._show_days()
        self.table.set_rows(board.sessions)
        self._show_selected()
        if self._edit_next in known:
            ident, self._edit_next = self._edit_next, ""
            self.edit(ident)

    def _show_days(self) -> None:
        data = self.data
        if data is None:
            return
        if not data.board.days:
            self._stack.setCurrentWidget(self._undated)
            self.tools.show_span((), 0, 0, week=True)
            return
        table = self._mode == "table"
        self._stack.setCurrentWidget(self.table if table else self.grid)
        self.tools.show_arrows(not table)
        days, place, of = self._shown_days(data)
        self.tools.show_span(days, place, of, week=self._mode != "day")
        board = data.board
        self.grid.show_days(days, board.days, board.sessions, board.gone, data.holidays)
        self.grid.select(self._selected)

    def _shown_days(self, data: AgendaData) -> tuple[list[date], int, int]:
        """The days of the grid, the number of the week or day, and how many there are."""
        all_days = [day.day for day in data.board.days]
        near = self._first
        if near is None:
            today = date.today()
            near = self._first = today if all_days[0] <= today <= all_days[-1] else all_days[0]
        if self._mode == "day":
            day = min(all_days, key=lambda known: abs(known - near))
            return [day], all_days.index(day), len(all_days)
        mondays = weeks(data.board.days)
        monday = min(mondays, key=lambda known: abs(known - week_of(near)))
        days = [monday + timedelta(days=number) for number in range(7)]
        if self.grid.width() < theme().px(640):
            busy = {session.starts_at.date() for session in data.board.sessions}
            days = [day for day in days if day.weekday() < 5 or day in busy]
        return days, mondays.index(monday), len(mondays)

    # selection ------------------------------------------------------------------------------------------------
    def selected(self) -> str:
        """The chosen item's id; empty for none."""
        return self._selected

    def session(self, ident: str) -> SessionRow | None:
        rows = self.data.board.sessions if self.data else ()
        return next((found for found in rows if found.id == ident), None)

    def _show_selected(self) -> None:
        data = self.data
        if data is None or not self._selected:
            self.side.show(False)
            return
        notes = [note for note in data.board.notes if self._selected in (note.session_id, note.other_id)]
        self.inspector.show_session(self._selected, data.languages, notes)
        self.side.show(not self.side.narrow)

    def _on_chosen(self, ident: str) -> None:
        if self._selected != ident:
            self.inspector.keep()
            self._selected = ident
            self.table.select(ident)
            self._show_selected()
            self.retitled.emit()

    def _on_table(self, rows: object) -> None:
        chosen = list(rows) if isinstance(rows, (list, tuple)) else []
        if len(chosen) == 1 and chosen[0].id != self._selected:
            self._selected = chosen[0].id
            self.grid.select(self._selected)
            self._show_selected()

    def _on_opened(self, session: SessionRow) -> None:
        self.edit(session.id)

    def _on_table_delete(self, rows: object) -> None:
        for session in list(rows) if isinstance(rows, (list, tuple)) else []:
            self.delete(session.id)

    def go_to_day(self, day: date) -> None:
        """Show a day, or its week."""
        self._first = day
        self._show_days()

    def go_to(self, ident: str) -> bool:
        """Show an item: its week or day, chosen, with its fields; False when it is not on the agenda."""
        session = self.session(ident)
        if session is None:
            return False
        self._first = session.starts_at.date()
        self._selected = ident
        self._show_days()
        self.grid.select(ident)
        self.table.select(ident)
        self._show_selected()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.place(shown=bool(self._selected))
        if self._mode == "week":
            self._show_days()

    def _on_closed(self) -> None:
        self.inspector.keep()
        self.side.close()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # views ----------------------------------------------------------------------------------------------------
    def set_mode(self, mode: str) -> None:
        """``day``, ``week`` or ``table``."""
        self._mode = mode
        self.tools.switch.set_current(mode)
        session = self.session(self._selected)
        if session is not None:
            self._first = session.starts_at.date()
        self._show_days()

    def _on_turn(self, step: int) -> None:
        data = self.data
        if data is None or not data.board.days:
            return
        days, place, of = self._shown_days(data)
        if not 0 <= place + step < of:
            return
        known = [day.day for day in data.board.days]
        self._first = known[place + step] if self._mode == "day" else days[0] + timedelta(weeks=step)
        if self._mode == "week":
            self._first = weeks(data.board.days)[place + step]
        self._show_days()

    # changing -------------------------------------------------------------------------------------------------
    def add(self, start: datetime) -> None:
        """Put a new item on the agenda and go to its title."""
        self.deeds.add(self.activity_id, start)

    def _on_made(self, ident: str) -> None:
        self._edit_next = ident
        self._selected = ident
        self.refresh()

    def add_next(self) -> None:
        """Put a new item where the chosen day, or the first one shown, has room."""
        day = self.chosen_day()
        if day is None:
            self.ways.say_dates()
            return
        with self.desk.context.read() as view:
            start, _ = agendas.next_free_time(view, self.activity_id, day)
        self._first = day
        self.add(start)

    def chosen_day(self) -> date | None:
        """The day of the chosen item, else the first shown day of the agenda; None while it has no days."""
        session = self.session(self._selected)
        if session is not None:
            return session.starts_at.date()
        if self.data is None or not self.data.board.days:
            return None
        known = [day.day for day in self.data.board.days]
        days, _, _ = self._shown_days(self.data)
        return next((day for day in days if day in known), known[0])

    def edit(self, ident: str) -> None:
        """Go into the fields of an item."""
        self.go_to(ident)
        self.side.open_drawer()
        self.inspector.focus_title()

    def _on_moved(self, ident: str, start: datetime, end: datetime) -> None:
        """Show it at its new time at once; the file follows."""
        self.inspector.keep()
        data = self.data
        if data is not None:
            sessions = tuple(
                replace(known, starts_at=start, ends_at=end) if known.id == ident else known
                for known in data.board.sessions
            )
            self.data = replace(data, board=replace(data.board, sessions=sessions))
            self._show_days()
        self.deeds.stretch(ident, start, end)

    def _on_not_moved(self, error: BaseException) -> None:
        self.refresh()
        self.desk.say_error(error)

    def _on_move_to(self, ident: str, clock: str) -> None:
        session = self.session(ident)
        if session is None:
            return
        hour, _, minute = clock.partition(":")
        start = session.starts_at.replace(hour=int(hour), minute=int(minute or 0))
        self._on_moved(ident, start, start + (session.ends_at - session.starts_at))

    def delete(self, ident: str) -> None:
        """Take an item off the agenda."""
        session = self.session(ident)
        if session is not None:
            self.deeds.delete(ident, session.title)

    def section(self) -> str:
        """The page that shows the activity."""
        return "visits" if self.data is None or self.data.row.visit else "trainings"

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {
            "action.edit.filter": self.table.filter_box.setFocus,
            "action.import.agenda": self.ways.import_sheet,
        }
        if self._selected:
            found |= self.ways.handlers()
        return found

    def may_leave(self) -> bool:
        self.inspector.keep()
        return True
