"""What the window can do once a data file is open: switch programmes, search, undo, backups, new records, badges."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.core.changes import ChangeSet
from app.core.i18n import tr
from app.core.progress import Token
from app.services import history, overview, programmes, search, workspace
from app.ui import formats
from app.ui.dialogs.data_files import DataFiles
from app.ui.file_drop import FileDrop, import_from
from app.ui.page import NEW, Place
from app.ui.pages.history_words import title_words
from app.ui.pages.import_start import start_import
from app.ui.widgets.messages_view import Way
from app.ui.widgets.programme_switcher import ProgrammeChoice
from app.ui.widgets.search_box import SearchHit

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

#: Where a hit of the search leads, by the kind of its record.
_SECTIONS = {"partnership": "partnerships", "certificate": "documents"}
_TABS = {"certificate": "certificates"}
_ICONS = {
    "person": "user",
    "organisation": "building-2",
    "programme": "folder-kanban",
    "partnership": "handshake",
    "activity": "calendar-days",
    "deliverable": "file-check",
    "certificate": "award",
    "document": "file-text",
}
#: Actions that make a new record, and where.
_NEW = {
    "action.visit.new": "visits",
    "action.training.new": "trainings",
    "action.person.new": "people",
    "action.organisation.new": "organisations",
    "action.programme.new": "programmes",
    "action.partnership.new": "partnerships",
    "action.deliverable.new": "deliverables",
    "action.expenditure.new": "budget",
}
#: A backup is made this often while something changed (D6).
_BACKUP_MINUTES = 30
#: Milliseconds from a change to the counting of what needs somebody: the overview, when it stands, tells it sooner.
_COUNT_AFTER = 600


class FileOpener(Protocol):
    """Opens another data file in the window."""

    def open_file(self, path: Path) -> bool:
        """Open a data file in place of the one that is open."""


class Wiring(QObject):
    """Connects one window with the data file that is open in it; made anew for each file."""

    def __init__(self, window: "MainWindow", start: FileOpener) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._start = start
        self._badge_job_runs = False
        self._count_timer = QTimer(self)
        self._count_timer.setSingleShot(True)
        self._count_timer.setInterval(_COUNT_AFTER)
        self._count_timer.timeout.connect(self._count_needs)
        self._fill_programmes()
        self._provide()
        self._show_backup()
        self._desk.bus.changed.connect(self._on_changes)
        self._desk.programme_changed.connect(self._on_programme)
        self._desk.needs_counted.connect(self._on_told)
        window.search.use(self.find)
        if window.findChild(FileDrop) is None:
            FileDrop(window)
        self._timer = QTimer(self)
        self._timer.setInterval(_BACKUP_MINUTES * 60_000)
        self._timer.timeout.connect(self._on_backup_due)
        self._timer.start()
        self._count_timer.start()

    def stop(self) -> None:
        """Let go of the file that was open."""
        self._timer.stop()
        self._count_timer.stop()
        self._desk.needs_counted.disconnect(self._on_told)
        self._desk.bus.changed.disconnect(self._on_changes)
        self._desk.programme_changed.disconnect(self._on_programme)
        self.deleteLater()

    # what always can be done --------------------------------------------------------------------------------
    def _provide(self) -> None:
        table = self._window.actions_table
        for action_id, section in _NEW.items():
            table.provide(action_id, partial(self._desk.go, Place(section, NEW)))
        table.provide("action.edit.undo", self._on_undo)
        table.provide("action.edit.redo", self._on_redo)
        table.provide("action.edit.copy", self._on_copy)
        table.provide("action.edit.select_all", self._on_select_all)
        self._files = DataFiles(self._desk, self._window)
        table.provide("action.file.open", self._files.open)
        table.provide("action.file.new", self._files.new)
        table.provide("action.backup.restore", self._files.restore)
        table.provide("action.import.people", partial(self._go_import, "import"))
        for kind in ("agenda", "attendance", "expenditures", "deliverables"):
            table.provide(f"action.import.{kind}", partial(self._go_import, f"import.{kind}"))
        table.provide("action.import.list", partial(self._desk.go, Place("imports")))
        table.provide("action.import.blank", self._on_blank)
        table.provide("action.certificates.check", partial(self._desk.go, Place("certificates.check")))
        table.provide("action.backup.now", self._on_backup_now)
        table.provide("action.tools.backups", partial(self._desk.go, Place("settings", tab="backups")))
        table.provide("action.tools.history", partial(self._desk.go, Place("history")))
        self._name_undo()

    def _go_import(self, section: str) -> None:
        """To an assistant; from the page of a visit what comes goes into that visit."""
        wanted = import_from(self._window.place(), section)
        start_import(self._desk, wanted.section, wanted.record_id)

    # programmes -----------------------------------------------------------------------------------------------
    def _fill_programmes(self) -> None:
        with self._desk.context.read() as view:
            rows = programmes.choices(view)
        choices = [ProgrammeChoice(row.id, row.code, row.title) for row in rows]
        known = {choice.id for choice in choices}
        wanted = self._desk.programme_id or self._desk.settings.get("programme", "")
        current = wanted if wanted in known else ""
        self._window.tools.switcher.set_programmes(choices, current)
        self._desk.set_programme(current)

    # search ---------------------------------------------------------------------------------------------------
    def find(self, text: str) -> Sequence[SearchHit]:
        """What goes by that text, in either script; called in a reader's thread."""
        with self._desk.context.read() as view:
            hits = search.find(view, text, self._desk.programme_id)
        return [
            SearchHit(
                hit.title,
                hit.subtitle or hit.code,
                _ICONS.get(hit.kind, "search"),
                Place(_SECTIONS.get(hit.kind, hit.section), hit.id, _TABS.get(hit.kind, "")),
            )
            for hit in hits
        ]

    # undo -----------------------------------------------------------------------------------------------------
    def _on_undo(self) -> None:
        self._desk.jobs.start(tr("Undo"), self._undo, writes=True, shown=False, done=self._on_undone)

    def _undo(self, _token: Token) -> bool:
        return self._desk.context.undo() is not None

    def _on_undone(self, done: object) -> None:
        if done:
            self._desk.say(tr("Taken back."), ways=[Way(tr("Redo"), self._on_redo)])
        else:
            self._desk.say(tr("There is nothing to take back."), tone="info")

    def _on_redo(self) -> None:
        self._desk.jobs.start(tr("Redo"), self._redo, writes=True, shown=False, done=self._on_redone)

    def _redo(self, _token: Token) -> bool:
        return self._desk.context.redo() is not None

    def _on_redone(self, done: object) -> None:
        if done:
            self._desk.say(tr("Done again."), ways=[Way(tr("Undo"), self._on_undo)])
        else:
            self._desk.say(tr("There is nothing to do again."), tone="info")

    def _name_undo(self) -> None:
        with self._desk.context.read() as view:
            undo, redo = history.next_undo_title(view), history.next_redo_title(view)
        table = self._window.actions_table
        table.action("action.edit.undo").setText(tr("Undo: {what}", what=_told(undo)) if undo else tr("Undo"))
        table.action("action.edit.redo").setText(tr("Redo: {what}", what=_told(redo)) if redo else tr("Redo"))

    # edit -----------------------------------------------------------------------------------------------------
    def _on_copy(self) -> None:
        self._invoke("copy")

    def _on_select_all(self) -> None:
        self._invoke("selectAll")

    def _invoke(self, verb: str) -> None:
        widget = QApplication.focusWidget()
        method = getattr(widget, verb, None)
        if callable(method):
            method()

    def _on_blank(self) -> None:
        """A blank sheet to send to a town: of the kind and for the visit that is shown, where one is."""
        place = self._window.place() or Place("overview")
        kind = {"agenda": "agenda", "attendance": "attendance", "expenditures": "expenditures"}.get(place.tab, "people")
        kind = place.section if place.section == "deliverables" else place.section.partition("import.")[2] or kind
        about = f"activity:{place.record_id}" if place.section in ("visits", "trainings") and place.record_id else ""
        # What blank sheets are made of is not loaded before somebody asks for one.
        from app.ui.dialogs.blank_sheet import BlankSheet

        BlankSheet(self._desk, self._window, kind, about).open()

    # files ----------------------------------------------------------------------------------------------------
    def _on_backup_now(self) -> None:
        self._desk.jobs.start(tr("Backing up"), partial(self._back_up, "asked"), writes=True, done=self._on_backed_up)

    def _on_backup_due(self) -> None:
        if self._desk.context.changed:
            self._desk.jobs.start(tr("Backing up"), partial(self._back_up, "interval"), writes=True, done=self._on_kept)

    def _back_up(self, reason: str, _token: Token) -> Path:
        return self._desk.context.backup(reason)

    def _on_backed_up(self, path: object) -> None:
        self._show_backup()
        if isinstance(path, Path):
            self._desk.say(tr("Backup written and verified."), str(path))

    def _on_kept(self, _path: object) -> None:
        self._show_backup()

    def _show_backup(self) -> None:
        made = workspace.backups(self._desk.context.path)
        if made:
            self._window.status.set_backup(
                tr(
                    "Last backup {when}",
                    when=formats.moment_near(made[0].made_at, datetime.now().astimezone().replace(tzinfo=None)),
                )
            )
        else:
            self._window.status.set_backup(tr("No backup yet"))

    # what changed ---------------------------------------------------------------------------------------------
    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.touches("programme"):
            self._fill_programmes()
        if changes.touches("import_batch"):
            self._show_backup()  # one was made before the import
        self._name_undo()
        self._count_timer.start()

    def _on_programme(self, _programme_id: str) -> None:
        self._count_timer.start()

    def _on_told(self, count: int) -> None:
        """The overview has read them: no need to count again."""
        self._count_timer.stop()
        self._window.side.set_badge("overview", count)

    def _count_needs(self) -> None:
        if self._badge_job_runs:
            return
        self._badge_job_runs = True
        self._desk.jobs.start(
            tr("Counting"), self._needs, shown=False, done=self._on_counted, failed=self._on_not_counted
        )

    def _needs(self, _token: Token) -> int:
        with self._desk.context.read() as view:
            return overview.needs_count(view, self._desk.today(), self._desk.programme_id)

    def _on_counted(self, count: object) -> None:
        self._badge_job_runs = False
        self._window.side.set_badge("overview", count if isinstance(count, int) else 0)

    def _on_not_counted(self, _error: object) -> None:
        self._badge_job_runs = False


def _told(title: object) -> str:
    """A unit's title in the reader's words."""
    text = getattr(title, "title", title)
    params = getattr(title, "params", {})
    return title_words(str(text), params) if isinstance(params, dict) else tr(str(text))


def wire(window: "MainWindow", start: FileOpener) -> Wiring:
    """Connect the window with the file that was just opened."""
    former = window.findChild(Wiring)
    if former is not None:
        former.stop()
        former.setParent(None)
    return Wiring(window, start)
