"""The main window: menus, side bar, tool row, pages, status bar. Paints before anything heavy is imported."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.i18n import language, tr
from app.ui.actions import Actions
from app.ui.desk import Desk
from app.ui.first_focus import calm_focus
from app.ui.history import Trail
from app.ui.icons import icon
from app.ui.leaving import Leaving
from app.ui.messages import Toast
from app.ui.page import Page, Place, PrimaryAction
from app.ui.registry import FOOT, PAGES, PARENTS, SECTIONS, page_class
from app.ui.theme import set_surface, theme
from app.ui.widgets.boxes import column
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.side_bar import SideBar
from app.ui.widgets.status_bar import StatusBar
from app.ui.widgets.tool_row import ToolRow
from app.ui.window_actions import provide_window_actions
from app.ui.window_look import ChosenLook
from app.ui.window_search import WindowSearch

#: The name of the program is the same in every language.
PRODUCT = "Mentordesk"
#: Room left for title bar and borders when the window is first placed on a small screen.
_FRAME_WIDTH, _FRAME_HEIGHT = 8, 40
#: Settings are written so long after a move, so that a crash forgets at most this much.
_SETTINGS_MS = 1500


class MainWindow(QMainWindow):
    """The shell. ``place_changed(Place)`` after each move; ``closing`` before it goes away."""

    place_changed = Signal(object)
    closing = Signal()
    rebuilt = Signal()

    def __init__(self, desk: Desk, pages: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.setObjectName("window.main")
        self.setWindowTitle(PRODUCT)
        self.setWindowIcon(icon("layout-dashboard", "accent"))
        self.desk = desk
        self.trail = Trail()
        self.chosen_look = ChosenLook(desk.settings)
        self.search = WindowSearch(self)
        self._page_names = dict(pages if pages is not None else PAGES)
        self._pages: dict[str, Page] = {}
        self._primary: PrimaryAction | None = None
        self._file_name = ""
        #: Asked before all pages go at once.
        self.leaving = Leaving(self, self._pages.values)
        self._settings_timer = QTimer(self, singleShot=True, interval=_SETTINGS_MS)
        self._settings_timer.timeout.connect(desk.settings.save)
        self._build()
        self.actions_table = Actions(self)
        self.actions_table.fill(self.menuBar())
        provide_window_actions(self)
        self._connect()
        self._connect_desk()
        theme().changed.connect(self._on_look)
        self._restore()

    # the shell ------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        self.side = SideBar(
            [(key, tr(word), icon_name) for key, (word, icon_name) in SECTIONS.items()],
            [(key, tr(word), icon_name) for key, (word, icon_name) in FOOT.items()],
        )
        self.tools = ToolRow()
        self.stack = QStackedWidget()
        self.stack.setObjectName("page.stack")
        self.status = StatusBar(self.desk.jobs)
        self._waiting = self._make_waiting()
        self.stack.addWidget(self._waiting)
        page = QWidget()
        set_surface(page, "page")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(1, 1, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.tools)
        inside.addWidget(hairline())
        inside.addWidget(self.stack, 1)
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.page_area = page
        self.toast = Toast(page)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.side)
        middle.addWidget(page, 1)
        whole = QWidget()
        set_surface(whole, "window")
        body = column(whole, space=0)
        body.addLayout(middle, 1)
        body.addWidget(hairline())
        body.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setMinimumSize(800, 560)

    def show_no_file(self, state: QWidget) -> None:
        """In the place of the pages: that no data file is open, and the ways to one."""
        former, self._waiting = self._waiting, state
        self.stack.addWidget(state)
        self.stack.setCurrentWidget(state)
        self.stack.removeWidget(former)
        former.deleteLater()
        self.status.set_kept(tr("No data file is open"), tone="warning")
        self.setWindowTitle(PRODUCT)

    def _make_waiting(self) -> QWidget:
        made = QWidget()
        body = QVBoxLayout(made)
        said: QLabel = label(tr("Opening the data file …"), "second", name="window.waiting")
        body.addWidget(said, 0, Qt.AlignmentFlag.AlignCenter)
        return made

    def _connect(self) -> None:
        self.side.chosen.connect(self._on_section)
        self.side.collapsed.connect(self._on_collapsed)
        self.tools.back.connect(self.go_back)
        self.tools.forward.connect(self.go_forward)
        self.tools.primary.connect(self._on_primary)
        self.tools.switcher.chosen.connect(self.desk.set_programme)
        self.search.connect_box()

    def _connect_desk(self) -> None:
        self.desk.go_wanted.connect(self.go)
        self.desk.back_wanted.connect(self.leave_here)
        self.desk.said.connect(self._on_said)
        self.desk.action_wanted.connect(self._on_action)
        self.desk.bus.changed.connect(self._on_changes)
        self.desk.programme_changed.connect(self._on_programme)

    def rebuild(self) -> None:
        """Make the shell anew, in the language spoken now; ``rebuilt`` asks for pages and wiring."""
        self.drop_pages()
        self.actions_table.clear()
        self._build()
        self.actions_table = Actions(self)
        self.actions_table.fill(self.menuBar())
        provide_window_actions(self)
        self._connect()
        self.side.set_collapsed(self.desk.settings.get("side.small", False))
        self.side.set_room(self.width())
        self.rebuilt.emit()

    def _on_action(self, action_id: str) -> None:
        self.actions_table.run(action_id)

    # places ---------------------------------------------------------------------------------------------------
    def go(self, place: Place) -> bool:
        """Go to a place; False when the page that is open must not be left, or the place does not exist."""
        here = self.current_page()
        page = self.page(place.section)
        if page is None or (here is not None and here is not page and not here.may_leave()):
            return False
        self.trail.visit(place)
        self._show(page, place)
        return True

    def go_back(self) -> None:
        """To the place before."""
        self._step(-1)

    def go_forward(self) -> None:
        """To the place one came back from."""
        self._step(1)

    def leave_here(self) -> None:
        """Leave a place that is no more, for the one before."""
        place = self.trail.drop_here() or Place("overview")
        page = self.page(place.section)
        if page is not None:
            self._show(page, place)

    def _step(self, step: int) -> None:
        here = self.current_page()
        if here is not None and not here.may_leave():
            return
        place = self.trail.move(step)
        page = self.page(place.section) if place is not None else None
        if place is not None and page is not None:
            self._show(page, place)

    def page(self, section: str) -> Page | None:
        """The page of a section, made when first asked for; None while no file is open or the section is unknown."""
        if section in self._pages:
            return self._pages[section]
        if section not in self._page_names or not self.desk.is_open:
            return None
        made = page_class(section, self._page_names)(self.desk)
        made.retitled.connect(self._on_retitled)
        self._pages[section] = made
        self.stack.addWidget(made)
        return made

    def current_page(self) -> Page | None:
        """The page that is shown."""
        found = self.stack.currentWidget()
        return found if isinstance(found, Page) else None

    def place(self) -> Place | None:
        """Where one is."""
        return self.trail.here()

    def _show(self, page: Page, place: Place) -> None:
        self.tools.search.close_hits()
        if page is not self.stack.currentWidget():
            self.toast.moved_on()
        page.show_place(place)
        self.stack.setCurrentWidget(page)
        calm_focus(page, self.tools.primary_button)
        self.side.set_current(PARENTS.get(place.section, place.section))
        self.tools.set_history(self.trail.can(-1), self.trail.can(1))
        self._ask_page(page)
        self.desk.settings.put("place", [place.section, place.record_id, place.tab])
        self._settings_timer.start()
        self.place_changed.emit(place)

    def _ask_page(self, page: Page) -> None:
        self._primary = page.primary_action()
        self.tools.set_primary(self._primary)
        self.actions_table.set_page(page.handlers())
        parts = [page.title(), self._file_name]
        self.setWindowTitle(" – ".join(part for part in parts if part) or PRODUCT)

    def set_file_name(self, name: str) -> None:
        """The data file's name, for the window's title."""
        self._file_name = name
        self.status.set_kept()
        page = self.current_page()
        if page is not None:
            self._ask_page(page)
        else:
            self.setWindowTitle(f"{PRODUCT} – {name}" if name else PRODUCT)

    def drop_pages(self) -> None:
        """Forget all pages, because another file is opened or the language changed."""
        self.stack.setCurrentWidget(self._waiting)
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.trail = Trail()

    def last_place(self) -> Place:
        """Where one was when the window was closed; the overview when that makes no sense."""
        found = self.desk.settings.get("place", ["overview", "", ""])
        if len(found) == 3 and all(isinstance(part, str) for part in found) and found[0] in self._page_names:
            return Place(found[0], found[1] if found[1] != "new" else "", found[2])
        return Place("overview")

    # slots ----------------------------------------------------------------------------------------------------
    def _on_section(self, key: str) -> None:
        if not self.go(Place(key)):
            here = self.trail.here()
            self.side.set_current(PARENTS.get(here.section, here.section) if here else "")

    def _on_primary(self) -> None:
        if self._primary is not None:
            self._primary.run()

    def _on_retitled(self) -> None:
        page = self.current_page()
        if page is not None and page is self.sender():
            self._ask_page(page)

    def _on_changes(self, change_set: object) -> None:
        self.toast.outdated()
        for page in list(self._pages.values()):
            page.changes(change_set)  # type: ignore[arg-type]
        self.status.set_kept()

    def _on_programme(self, programme_id: str) -> None:
        self.tools.switcher.set_current(programme_id)

    def _on_said(self, title: str, text: str, tone: str, ways: object) -> None:
        self.toast.say(title, text, tone=tone, ways=ways)  # type: ignore[arg-type]

    def go_help(self) -> None:
        """The help for the page that is shown."""
        here = self.trail.here()
        self.go(Place("help", here.section if here else "", here.tab if here else ""))

    # look -----------------------------------------------------------------------------------------------------
    def fold_side_bar(self) -> None:
        """Collapse the side bar to icons, or open it."""
        self.side.set_collapsed(not self.side.wanted_small)

    def _on_collapsed(self, small: bool) -> None:
        self.desk.settings.put("side.small", small)

    def _on_look(self) -> None:
        """Larger text needs more room for the side bar."""
        self.side.set_room(self.width())

    def _restore(self) -> None:
        settings = self.desk.settings
        self.resize(1440, 900)
        saved = settings.get("geometry", "")
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii", "ignore")))
        self.side.set_collapsed(settings.get("side.small", False))
        self.side.set_room(self.width())

    def fit_screen(self) -> None:
        """No larger than the screen has room for, beside the frame that the system draws."""
        screen = self.screen().availableSize() - QSize(_FRAME_WIDTH, _FRAME_HEIGHT)
        self.resize(self.size().boundedTo(screen).expandedTo(self.minimumSize()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.page_area.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.set_room(self.width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.go_forward()
        else:
            super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.current_page()
        if (page is not None and not page.may_leave()) or self.leaving.stops(self.close):
            event.ignore()
            return
        self.desk.settings.put("geometry", bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self.desk.settings.put("language", language())
        self._settings_timer.stop()
        self.closing.emit()
        self.desk.jobs.stop()
        self.desk.settings.save()
        super().closeEvent(event)
        QApplication.quit()
