"""Start of the window: paint the shell, then import the services, open the file, show the page.

Nothing but PySide6 and the shell is imported before the first paint.
"""

import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from app.core import coordinator, paths
from app.core.errors import MentordeskError
from app.core.i18n import WINDOW_LANGUAGES, language, set_language, tr
from app.core.progress import Token
from app.ui.crash import CrashHook
from app.ui.desk import Desk
from app.ui.dialogs.data_files import DataFiles
from app.ui.garbage import GarbageTimer
from app.ui.main_window import MainWindow
from app.ui.messages import MessageDialog, error_text
from app.ui.page import Place
from app.ui.theme import theme
from app.ui.widgets.buttons import button
from app.ui.widgets.messages_view import EmptyState
from app.ui.window_state import WindowState

#: After this many milliseconds the window has long stood and the collector of garbage is at work again.
_STANDING = 2000


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks of the window; empty means as it was left."""

    database: Path | None = None
    language: str = ""
    theme: str = ""
    text_size: int = 0
    place: Place | None = None


def _load_papers(_token: Token) -> None:
    """Load the print page beside the window: when it is first gone to, the window would stand still for that long."""
    import_module("app.ui.pages.print_preview")


class StartUp(QObject):
    """The steps after the first paint. Failures are told in words; the window then offers another file."""

    def __init__(self, window: MainWindow, options: Options) -> None:
        super().__init__(window)
        self._window = window
        self._options = options
        self._wanted: tuple[Path, Path | None] | None = None
        self._language = ""
        self._garbage = GarbageTimer(self, window.desk.jobs.busy)
        window.closing.connect(self.close_file)
        window.rebuilt.connect(self._on_rebuilt)
        window.desk.file_wanted.connect(self._on_file_wanted)
        window.desk.language_wanted.connect(self._on_language_wanted)
        self._refused: Path | None = None
        self._files = DataFiles(window.desk, window)
        self._provide_files()

    def _provide_files(self) -> None:
        """Another file can be opened also while none is open."""
        table = self._window.actions_table
        table.provide("action.file.open", self._files.open)
        table.provide("action.file.new", self._files.new)

    def begin(self) -> None:
        """Called by the event loop once the shell is painted."""
        QTimer.singleShot(_STANDING, self._on_standing)
        path = self._options.database or self._remembered() or paths.default_database()
        self.open_file(path)

    def _on_standing(self) -> None:
        """The first page stands: garbage is looked for from now on, in this thread only."""
        self._garbage.start()
        # Counted from here: a start may itself have taken so long, and what it needs comes first.
        QTimer.singleShot(_STANDING, self._on_quiet)

    def _on_quiet(self) -> None:
        jobs = self._window.desk.jobs
        if jobs.busy():
            QTimer.singleShot(_STANDING, self._on_quiet)
            return
        jobs.start(tr("Being prepared …"), _load_papers, done=self._on_loaded, shown=False)

    def _on_loaded(self, _none: object) -> None:
        """What was loaded stays as well, and need not be looked through."""
        gc.freeze()

    def _remembered(self) -> Path | None:
        found = self._window.desk.settings.get("database", "")
        return Path(found) if found and Path(found).is_file() else None

    def open_file(self, path: Path) -> bool:
        """Open a data file in place of the one that is open; False (and a word) when it cannot be used."""
        from app.services.context import Context

        desk = self._window.desk
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            context = Context.open(path, language())
        except MentordeskError as error:
            self._refuse(path, error_text(error))
            return False
        except OSError:
            self._refuse(path, tr("The folder cannot be used. Look whether it exists and may be written to."))
            return False
        self.close_file()
        desk.set_context(context)
        desk.settings.put("database", str(path))
        self._window.set_file_name(path.name)
        _wire(self._window, self)
        if not self._window.go(self._options.place or self._window.last_place()):
            self._window.go(Place("overview"))
        return True

    def close_file(self) -> None:
        """Close the file that is open."""
        desk = self._window.desk
        if desk.is_open:
            context = desk.context
            desk.jobs.stop()
            self._window.drop_pages()
            desk.set_context(None)
            context.close()

    def _on_file_wanted(self, path: Path, backup: Path | None) -> None:
        """After the click is over, since the page that asked goes away."""
        if self._window.leaving.stops(partial(self._on_file_wanted, path, backup)):
            return
        self._wanted = (path, backup)
        QTimer.singleShot(0, self._open_wanted)

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        path, backup = wanted
        desk = self._window.desk
        here = desk.context.path if desk.is_open else None
        if backup is None:
            if path != here:
                self.open_file(path)
            return
        self.restore(backup, path)

    def restore(self, backup: Path, path: Path) -> bool:
        """Put a backup in the place of a data file and open it; the former file is kept in a folder beside."""
        from app.services import workspace

        self.close_file()
        kept: Path | None = None
        try:
            kept = workspace.restore(backup, path)
        except MentordeskError as error:
            self._refuse(backup, error_text(error))
        opened = self.open_file(path)
        if kept is not None and opened:
            self._window.desk.say(tr("The backup was restored"), tr("The former file is kept in {folder}", folder=kept))
        return opened and kept is not None

    def _on_language_wanted(self, language: str) -> None:
        if self._window.leaving.stops(partial(self._on_language_wanted, language)):
            return
        self._language = language
        QTimer.singleShot(0, self._speak)

    def _speak(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            use_language(app, self._language)
        self._window.desk.settings.remember({"language": self._language})
        if self._window.desk.is_open:
            self._window.desk.context.language = self._language
        self._window.rebuild()

    def _on_rebuilt(self) -> None:
        self._provide_files()
        if self._window.desk.is_open:
            self._window.set_file_name(self._window.desk.context.path.name)
            _wire(self._window, self)
            self._window.go(Place("settings"))

    def _refuse(self, path: Path, text: str) -> None:
        dialog = MessageDialog(
            self._window,
            tr("{name} cannot be opened", name=path.name),
            text,
            tone="danger",
            name="dialog.open.refused",
        )
        dialog.open()
        if not self._window.desk.is_open:
            self._refused = path
            self._show_no_file()

    def _show_no_file(self) -> None:
        """No dead end: the same file again, another one, or a new one."""
        ways = (
            button(tr("Try again"), "primary", name="window.file.again", clicked=self._on_again),
            button(tr("Open another …"), icon_name="folder-open", name="window.file.open", clicked=self._files.open),
            button(tr("New data file …"), icon_name="file-plus", name="window.file.new", clicked=self._files.new),
        )
        text = tr("Nothing was changed. Try again, open another data file, or make a new one.")
        self._window.show_no_file(
            EmptyState("folder-open", tr("No data file is open"), text, buttons=ways, name="window.no_file")
        )

    def _on_again(self) -> None:
        if self._refused is not None:
            self.open_file(self._refused)


def _wire(window: MainWindow, start: StartUp) -> None:
    """Let the pages' room connect what needs services: search, programmes, undo, backups, open file."""
    wiring = import_module("app.ui.pages.wiring")
    wiring.wire(window, start)


def make_application(argv: Sequence[str]) -> QApplication:
    """The application object, with its name and Qt's own words."""
    app = QApplication(list(argv))
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationDisplayName("Mentordesk")
    app.setDesktopFileName("eu.mentordesk.Mentordesk")
    return app


def use_language(app: QApplication, language: str) -> None:
    """Speak a language; Qt's own dialogs too, where Qt has it."""
    set_language(language)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)


def run(options: Options | None = None, argv: Sequence[str] | None = None) -> int:
    """Show the window until it is closed; the exit code of the program."""
    options = options or Options()
    app = make_application(argv if argv is not None else sys.argv[:1])
    settings = WindowState()
    coordinator.use_name(settings.get(coordinator.SETTING, ""))
    chosen = options.language or settings.get("language", "en")
    use_language(app, chosen if chosen in WINDOW_LANGUAGES else "en")
    theme().set(
        mode=options.theme or settings.get("look.mode", "system"),
        text_size=options.text_size or settings.get("look.text_size", 100),
    )
    theme().install(app)
    hook = CrashHook(app)
    hook.install()
    window = MainWindow(Desk(settings))
    start = StartUp(window, options)
    window.fit_screen()
    window.show()
    QTimer.singleShot(0, start.begin)
    code = app.exec()
    start.close_file()
    return code
