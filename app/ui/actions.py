"""The one table of actions: menus, context menus and the page of shortcuts are made from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.core.i18n import N_, tr
from app.ui.icons import icon


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``menu`` is its menu, ``group`` parts it by separators, ``sub`` puts it in a menu inside."""

    id: str
    text: str
    menu: str
    group: int = 0
    shortcut: str = ""
    icon: str = ""
    sub: str = ""


MENUS = (N_("File"), N_("Edit"), N_("View"), N_("Go"), N_("Record"), N_("Print"), N_("Tools"), N_("Help"))

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("action.visit.new", N_("New visit"), "File", 0, "Ctrl+N", "plane", N_("New")),
    ActionSpec("action.training.new", N_("New training"), "File", 0, "", "graduation-cap", N_("New")),
    ActionSpec("action.person.new", N_("New person"), "File", 0, "Ctrl+Shift+N", "user-plus", N_("New")),
    ActionSpec("action.organisation.new", N_("New organisation"), "File", 0, "", "building-2", N_("New")),
    ActionSpec("action.programme.new", N_("New programme"), "File", 0, "", "folder-kanban", N_("New")),
    ActionSpec("action.partnership.new", N_("New partnership"), "File", 0, "", "handshake", N_("New")),
    ActionSpec("action.deliverable.new", N_("New deliverable"), "File", 0, "", "file-check", N_("New")),
    ActionSpec("action.expenditure.new", N_("New expenditure"), "File", 0, "", "receipt", N_("New")),
    ActionSpec("action.file.new", N_("New data file …"), "File", 1, "", "file-plus"),
    ActionSpec("action.file.open", N_("Open a data file …"), "File", 1, "Ctrl+O", "folder-open"),
    ActionSpec("action.import.people", N_("Import people …"), "File", 2, "Ctrl+I", "upload"),
    ActionSpec("action.import.agenda", N_("Agenda …"), "File", 2, "", "calendar-days", N_("Import another sheet")),
    ActionSpec("action.import.attendance", N_("Attendance …"), "File", 2, "", "user-check", N_("Import another sheet")),
    ActionSpec(
        "action.import.expenditures", N_("Expenditures …"), "File", 2, "", "receipt", N_("Import another sheet")
    ),
    ActionSpec(
        "action.import.deliverables", N_("Deliverables …"), "File", 2, "", "file-check", N_("Import another sheet")
    ),
    ActionSpec("action.import.blank", N_("Blank sheet …"), "File", 2, "", "file-spreadsheet"),
    ActionSpec("action.import.list", N_("Imports"), "File", 2, "", "history"),
    ActionSpec("action.export.list", N_("Export the list …"), "File", 2, "Ctrl+E", "download"),
    ActionSpec("action.backup.restore", N_("Restore a backup …"), "File", 3, "", "archive-restore"),
    ActionSpec("action.backup.now", N_("Back up now"), "File", 3, "", "database-backup"),
    ActionSpec("action.file.quit", N_("Quit"), "File", 4, "Ctrl+Q", "log-out"),
    ActionSpec("action.edit.undo", N_("Undo"), "Edit", 0, "Ctrl+Z", "undo-2"),
    ActionSpec("action.edit.redo", N_("Redo"), "Edit", 0, "Ctrl+Shift+Z", "redo-2"),
    ActionSpec("action.edit.copy", N_("Copy"), "Edit", 1, "", "copy"),
    ActionSpec("action.edit.select_all", N_("Select all"), "Edit", 1, "", ""),
    ActionSpec("action.edit.filter", N_("Filter the list"), "Edit", 2, "Ctrl+F", "list-filter"),
    ActionSpec("action.view.light", N_("Light"), "View", 0, "", "sun", N_("Colours")),
    ActionSpec("action.view.dark", N_("Dark"), "View", 0, "", "moon", N_("Colours")),
    ActionSpec("action.view.system", N_("As the system"), "View", 0, "", "monitor", N_("Colours")),
    ActionSpec("action.view.larger", N_("Larger text"), "View", 1, "Ctrl++", "zoom-in"),
    ActionSpec("action.view.smaller", N_("Smaller text"), "View", 1, "Ctrl+-", "zoom-out"),
    ActionSpec("action.view.normal", N_("Normal text"), "View", 1, "Ctrl+0", ""),
    ActionSpec("action.view.side", N_("Collapse the side bar"), "View", 2, "Ctrl+B", "panel-left-close"),
    ActionSpec("action.view.columns", N_("Columns …"), "View", 2, "", "columns-3"),
    ActionSpec("action.go.back", N_("Back"), "Go", 0, "Alt+Left", "arrow-left"),
    ActionSpec("action.go.forward", N_("Forward"), "Go", 0, "Alt+Right", "arrow-right"),
    ActionSpec("action.go.search", N_("Search"), "Go", 1, "Ctrl+K", "search"),
    ActionSpec("action.go.programme", N_("Switch programme …"), "Go", 1, "Ctrl+Shift+P", "chevrons-up-down"),
    ActionSpec("action.go.overview", N_("Overview"), "Go", 2, "Ctrl+1", "layout-dashboard"),
    ActionSpec("action.go.programmes", N_("Programmes"), "Go", 2, "Ctrl+2", "folder-kanban"),
    ActionSpec("action.go.visits", N_("Visits"), "Go", 2, "Ctrl+3", "plane"),
    ActionSpec("action.go.trainings", N_("Trainings"), "Go", 2, "Ctrl+4", "graduation-cap"),
    ActionSpec("action.go.people", N_("People"), "Go", 2, "Ctrl+5", "users"),
    ActionSpec("action.go.organisations", N_("Organisations"), "Go", 2, "Ctrl+6", "building-2"),
    ActionSpec("action.go.deliverables", N_("Deliverables"), "Go", 2, "Ctrl+7", "file-check"),
    ActionSpec("action.go.budget", N_("Budget"), "Go", 2, "Ctrl+8", "wallet"),
    ActionSpec("action.go.documents", N_("Documents"), "Go", 2, "Ctrl+9", "folder-open"),
    ActionSpec("action.record.open", N_("Open"), "Record", 0, "", "external-link"),
    ActionSpec("action.record.edit", N_("Edit"), "Record", 0, "F2", "pencil"),
    ActionSpec("action.record.copy", N_("Copy the record …"), "Record", 0, "Ctrl+D", "copy"),
    ActionSpec("action.record.history", N_("History"), "Record", 1, "Ctrl+H", "history"),
    ActionSpec("action.record.delete", N_("Delete"), "Record", 2, "", "trash-2"),
    ActionSpec("action.print.agenda", N_("Agenda"), "Print", 0, "Ctrl+P", "calendar-days"),
    ActionSpec("action.print.run_sheet", N_("Run-sheet"), "Print", 0, "", "list-ordered"),
    ActionSpec("action.print.personal_agenda", N_("Personal agenda"), "Print", 0, "", "user"),
    ActionSpec("action.print.interpreter_pack", N_("Interpreter pack"), "Print", 0, "", "languages"),
    ActionSpec("action.print.participants", N_("Participant list"), "Print", 1, "", "users"),
    ActionSpec("action.print.sign_in", N_("Sign-in sheets"), "Print", 1, "", "signature"),
    ActionSpec("action.print.badges", N_("Badges"), "Print", 1, "", "id-card"),
    ActionSpec("action.print.name_tents", N_("Name tents"), "Print", 1, "", "contact"),
    ActionSpec("action.print.letters", N_("Invitation letters"), "Print", 2, "", "mail"),
    ActionSpec("action.print.travel_order", N_("Annex to the travel order"), "Print", 2, "", "route"),
    ActionSpec("action.print.certificates", N_("Certificates"), "Print", 2, "", "award"),
    ActionSpec("action.print.certificate_register", N_("Register of certificates"), "Print", 2, "", "book-open"),
    ActionSpec("action.print.visit_report", N_("Visit report"), "Print", 3, "", "file-text"),
    ActionSpec("action.print.budget_report", N_("Budget report"), "Print", 3, "", "wallet"),
    ActionSpec("action.print.report", N_("Programme report"), "Print", 3, "", "chart-column"),
    ActionSpec("action.tools.duplicates", N_("Find people entered twice"), "Tools", 0, "", "merge"),
    ActionSpec("action.certificates.check", N_("Check a certificate"), "Tools", 0, "", "scan-line"),
    ActionSpec("action.tools.history", N_("All changes"), "Tools", 0, "", "history"),
    ActionSpec("action.tools.backups", N_("Backups …"), "Tools", 0, "", "archive-restore"),
    ActionSpec("action.tools.settings", N_("Settings"), "Tools", 1, "Ctrl+,", "settings"),
    ActionSpec("action.help.page", N_("Help for this page"), "Help", 0, "F1", "circle-help"),
    ActionSpec("action.help.shortcuts", N_("Shortcuts"), "Help", 0, "Ctrl+/", "keyboard"),
    ActionSpec("action.help.about", N_("About Mentordesk"), "Help", 1, "", "info"),
)
#: Shortcuts besides the first.
MORE_SHORTCUTS = {"action.edit.redo": ("Ctrl+Y",), "action.view.larger": ("Ctrl+=",), "action.go.search": ("Ctrl+L",)}


class Actions(QObject):
    """The QActions of a window, made from the table; ``wanted(id)`` when one is chosen."""

    wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._made: dict[str, QAction] = {}
        self._own: dict[str, Callable[[], object]] = {}
        self._page: Mapping[str, Callable[[], object]] = {}
        for spec in ACTIONS:
            action = QAction(tr(spec.text), window)
            action.setObjectName(spec.id)
            action.setIcon(icon(spec.icon, "muted"))
            action.setIconVisibleInMenu(bool(spec.icon))
            keys = [spec.shortcut, *MORE_SHORTCUTS.get(spec.id, ())] if spec.shortcut else []
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(self._on_triggered)
            window.addAction(action)
            self._made[spec.id] = action
        self._refresh()

    def action(self, action_id: str) -> QAction:
        """The QAction of an id."""
        return self._made[action_id]

    def clear(self) -> None:
        """Take all actions off the window, before it is made anew in another language."""
        for action in self._made.values():
            action.setParent(None)
            action.deleteLater()
        self._made.clear()
        self.deleteLater()

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        bar.clear()
        taken: set[str] = set()
        for title in MENUS:
            menu = bar.addMenu(_with_key(tr(title), taken))
            menu.setObjectName(f"menu.{title.lower()}")
            self._fill_menu(menu, [spec for spec in ACTIONS if spec.menu == title])

    def _fill_menu(self, menu: QMenu, specs: Iterable[ActionSpec]) -> None:
        subs: dict[str, QMenu] = {}
        group = 0
        for spec in specs:
            if spec.group != group:
                menu.addSeparator()
                group = spec.group
            if spec.sub:
                if spec.sub not in subs:
                    subs[spec.sub] = menu.addMenu(tr(spec.sub))
                subs[spec.sub].addAction(self._made[spec.id])
            else:
                menu.addAction(self._made[spec.id])

    def provide(self, action_id: str, run: Callable[[], object]) -> None:
        """Something the window itself can always do."""
        self._own[action_id] = run
        self._refresh()

    def set_page(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """What the page that is shown can do; it comes before the window's own."""
        self._page = dict(handlers)
        self._refresh()

    def run(self, action_id: str) -> bool:
        """Do an action; False when nobody can now."""
        handler = self._page.get(action_id) or self._own.get(action_id)
        if handler is None:
            return False
        handler()
        return True

    def can(self, action_id: str) -> bool:
        """Whether somebody can do it now."""
        return action_id in self._page or action_id in self._own

    def matching(self, folded: str, fold: Callable[[str], str]) -> list[ActionSpec]:
        """Actions whose words hold a text, for the search box."""
        return [spec for spec in ACTIONS if self.can(spec.id) and folded in fold(tr(spec.text))]

    def _refresh(self) -> None:
        for ident, action in self._made.items():
            action.setEnabled(self.can(ident))

    def _on_triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(sender.objectName())
            self.run(sender.objectName())


def _with_key(words: str, taken: set[str]) -> str:
    """The words with the letter marked that opens the menu with Alt: the first that no other menu has."""
    for place, letter in enumerate(words):
        if letter.isalpha() and letter.casefold() not in taken:
            taken.add(letter.casefold())
            return f"{words[:place]}&{words[place:]}"
    return words


def shortcut_rows() -> list[tuple[str, str, str]]:
    """(menu, action, keys) of all actions that have a shortcut, for the page of shortcuts."""
    rows = []
    for spec in ACTIONS:
        if spec.shortcut:
            keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            rows.append((tr(spec.menu), tr(spec.text), keys))
    return rows
