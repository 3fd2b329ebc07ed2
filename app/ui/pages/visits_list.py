"""The list of visits, or of trainings and other activities, with its saved filters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr, trn
from app.core.progress import Token
from app.core.vocabulary import ActivityStatus, label
from app.services import activities, visit_readiness
from app.services.activities import ActivityRow
from app.services.visit_readiness import Readiness
from app.ui.desk import Desk
from app.ui.dialogs.new_activity import new_activity
from app.ui.editors.list_export import ListExport
from app.ui.editors.writing import each, write
from app.ui.page import Place
from app.ui.pages import visit_words
from app.ui.widgets.boxes import PageHead, column, row
from app.ui.widgets.buttons import Pills, button
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_actions
from app.ui.widgets.messages_view import EmptyState


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: the activity and what it still lacks."""

    row: ActivityRow
    entry: Readiness | None

    @property
    def id(self) -> str:
        """The activity's key."""
        return self.row.id

    @property
    def search_text(self) -> str:
        """What the filter looks in."""
        return self.row.search_text


def _title(line: Line) -> str:
    return line.row.title


def _partnership(line: Line) -> str:
    return line.row.partnership if line.row.partnership != line.row.title else ""


def _code(line: Line) -> str:
    return line.row.code


def _programme(line: Line) -> str:
    return line.row.programme


def _kind(line: Line) -> str:
    return tr(label(line.row.kind))


def _dates(line: Line) -> str:
    return visit_words.dates_short(line.row)


def _first(line: Line) -> object:
    found = line.row.start.first or line.row.planned_start.first
    return found.isoformat() if found else None


def _place(line: Line) -> str:
    return line.row.place or tr("place not known")


def _place_style(line: Line) -> str:
    return "text" if line.row.place else "muted"


def _status(line: Line) -> State:
    return visit_words.status_state(line.row.status)


def _people(line: Line) -> int:
    return line.row.participants


def _sessions(line: Line) -> int:
    return line.row.sessions


def _missing(line: Line) -> tuple[State, ...]:
    return visit_words.missing(line.entry)


def _missing_tip(line: Line) -> str:
    return "\n".join(state.word for state in _missing(line))


def _missing_key(line: Line) -> object:
    worst = {"danger": 0, "warning": 1, "neutral": 2, "success": 3}
    return min((worst.get(state.tone, 4) for state in _missing(line)), default=5)


_FILTERS = ("coming", "past", "undated", "all")


def fits(line: Line, key: str, today: date) -> bool:
    """Whether a line belongs to a saved filter: coming, past, undated, all."""
    match key:
        case "coming":
            return visit_words.is_coming(line.row, today)
        case "past":
            return line.row.status is ActivityStatus.TOOK_PLACE
        case "undated":
            return not line.row.start.known and line.row.status is not ActivityStatus.CANCELLED
        case _:
            return True


class VisitsList(QWidget):
    """The list ``list.visits`` or ``list.trainings``. ``opened(id)``."""

    opened = Signal(str)

    def __init__(self, desk: Desk, *, visits: bool) -> None:
        super().__init__()
        self.desk = desk
        self._visits = visits
        self._section = "visits" if visits else "trainings"
        self._filter = "all"
        self._asked = 0
        self._lines: tuple[Line, ...] = ()
        self.head = PageHead(f"{self._section}.head")
        self.head.set_title(tr("Visits") if visits else tr("Trainings and other activities"))
        self._export = button(tr("Export"), icon_name="download", name=f"{self._section}.export", clicked=self.export)
        self.head.add_action(self._export)
        self.pills = Pills(f"{self._section}.filters")
        self.pills.chosen.connect(self._on_filter)
        self.table = self._make_table()
        body = column(self, space=0)
        body.addWidget(self.head)
        holder = row(margins=(6, 1, 6, 1))
        holder.addWidget(self.pills, 1)
        body.addLayout(holder)
        body.addWidget(self.table, 1)
        self.table.opened.connect(self._on_opened)
        self.table.delete_wanted.connect(self._on_delete)
        self.table.layout_changed.connect(self._on_layout)
        self.table.sort_by("dates", descending=True)
        self.table.restore_layout(desk.settings.get(f"list.{self._section}", {}))
        self._make_menu()

    def _make_table(self) -> ListTable:
        columns = (
            Column("code", tr("Code"), 116, kind="muted", value=_code),
            Column("title", tr("Title"), value=_title, kind="bold", tip=_title),
            Column("partnership", tr("Partnership"), 170, value=_partnership, visible=not self._visits),
            Column("programme", tr("Programme"), 100, value=_programme, visible=False),
            Column("kind", tr("Kind"), 120, kind="muted", value=_kind, spare=True),
            Column("dates", tr("When"), 150, value=_dates, sort_key=_first, least=128),
            Column("place", tr("Place"), 118, value=_place, style=_place_style),
            Column("status", tr("State"), 110, kind="chip", value=_status),
            Column("participants", tr("People"), 72, kind="number", value=_people, spare=True),
            Column("sessions", tr("Sessions"), 78, kind="number", value=_sessions, spare=True),
            Column(
                "missing",
                tr("What is missing"),
                256,
                kind="chip",
                value=_missing,
                tip=_missing_tip,
                sort_key=_missing_key,
                visible=self._visits,
            ),
        )
        if self._visits:
            title, text = tr("No visits yet"), tr("A visit has a partnership, dates, an agenda and people who travel.")
        else:
            title = tr("No trainings yet")
            text = tr("Trainings, workshops, webinars, forums and meetings stand here, with agenda and attendance.")
        empty = EmptyState(
            "plane" if self._visits else "graduation-cap",
            title,
            text,
            buttons=(
                button(
                    tr("New visit") if self._visits else tr("New training"),
                    icon_name="plus",
                    name=f"{self._section}.empty.new",
                    clicked=self.new,
                ),
            ),
        )
        return ListTable(
            columns,
            name=f"list.{self._section}",
            title=tr("Visits") if self._visits else tr("Trainings"),
            hint=tr("Filter by title, place, code …"),
            empty=empty,
            count=_visits_count if self._visits else _trainings_count,
        )

    def _make_menu(self) -> None:
        entries = (
            ("external-link", tr("Open"), self._on_open_chosen),
            ("calendar-days", tr("Agenda"), self._on_agenda_chosen),
            ("trash-2", tr("Delete"), self.delete_chosen),
        )
        self._actions = menu_actions(self, entries)
        self.table.set_menu(self._actions)

    # reading --------------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the list again, beside the window."""
        self._asked += 1
        asked, context, programme, visits = self._asked, self.desk.context, self.desk.programme_id, self._visits

        def read(_token: Token) -> tuple[int, tuple[Line, ...]]:
            with context.read() as view:
                found = activities.list_rows(view, programme, visits=visits)
                ready = visit_readiness.coming(view, date.today(), programme) if visits else ()
            entries = {entry.activity.id: entry for entry in ready}
            return asked, tuple(Line(shown, entries.get(shown.id)) for shown in found)

        self.desk.jobs.start(tr("Reading the list"), read, shown=False, done=self._on_read)

    def _on_read(self, answer: tuple[int, tuple[Line, ...]]) -> None:
        asked, lines = answer
        if asked != self._asked:
            return
        self._lines = lines
        today = date.today()
        counts = {key: sum(fits(line, key, today) for line in lines) for key in _FILTERS}
        words = {
            "coming": tr("Upcoming"),
            "past": tr("Took place"),
            "undated": tr("Date not known"),
            "all": tr("All"),
        }
        self.pills.set_pills([(key, words[key], counts[key]) for key in ("all", *_FILTERS[:-1])], self._filter)
        people = sum(line.row.participants for line in lines)
        told = _visits_count(len(lines)) if self._visits else _trainings_count(len(lines))
        self.head.set_facts([told, trn("{n} participation", "{n} participations", people)])
        self.table.set_rows(lines)
        self._keep()

    def _keep(self) -> None:
        today, key = date.today(), self._filter
        self.table.set_keep(None if key == "all" else _Kept(key, today))

    def _on_filter(self, key: str) -> None:
        self._filter = key
        self._keep()

    def _on_layout(self) -> None:
        self.desk.settings.put(f"list.{self._section}", self.table.layout_state())

    # doing ----------------------------------------------------------------------------------------------------
    def new(self) -> None:
        """Ask for a new one and open it."""
        new_activity(self, self.desk, self._visits, self._on_made)

    def _on_made(self, ident: str) -> None:
        self.desk.go(Place(self._section, ident))

    def _on_opened(self, line: Line) -> None:
        self.opened.emit(line.id)

    def _on_open_chosen(self) -> None:
        line = self.table.current()
        if line is not None:
            self.opened.emit(line.id)

    def _on_agenda_chosen(self) -> None:
        line = self.table.current()
        if line is not None:
            self.desk.go(Place(self._section, line.id, "agenda"))

    def delete_chosen(self) -> None:
        """Delete what is selected."""
        self._on_delete(self.table.selected_rows())

    def _on_delete(self, lines: Sequence[Line]) -> None:
        idents = [line.id for line in lines]
        if not idents:
            return

        said = trn("{n} activity was deleted.", "{n} activities were deleted.", len(idents))
        unit = N_("Delete visit") if self._visits else N_("Delete training")
        write(self.desk, unit, each(activities.delete, idents), said=said, undo=True)

    def export(self) -> None:
        """Write the list as it is shown to a file for a spreadsheet."""
        ListExport(self.desk, self.table, tr("Visits") if self._visits else tr("Trainings"), self).open()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the menus can do with the list."""
        return {
            "action.export.list": self.export,
            "action.edit.filter": self._on_filter_wanted,
            "action.record.delete": self.delete_chosen,
            "action.record.open": self._on_open_chosen,
        }

    def _on_filter_wanted(self) -> None:
        self.table.filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Kept:
    """A saved filter as a question to a line."""

    def __init__(self, key: str, today: date) -> None:
        self._key, self._today = key, today

    def __call__(self, line: Line) -> bool:
        return fits(line, self._key, self._today)


def _visits_count(n: int) -> str:
    return trn("{n} visit", "{n} visits", n)


def _trainings_count(n: int) -> str:
    return trn("{n} activity", "{n} activities", n)
