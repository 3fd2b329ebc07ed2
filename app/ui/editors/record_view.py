"""A record's page: head, tabs, and the bodies of the tabs, each made when it is first shown."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.changes import ChangeSet
from app.ui.desk import Desk
from app.ui.editors.keeper import Keeper
from app.ui.page import Place
from app.ui.pages.documents_panel import DocumentsPanel
from app.ui.pages.history_panel import HistoryPanel
from app.ui.widgets.boxes import PageHead, Scroll, column
from app.ui.widgets.tabs import TabBar


class Tab(QWidget):
    """A tab's body that reads for itself. ``counted`` carries the number that stands beside the tab's words."""

    counted = Signal(int)

    def show_record(self, ident: str) -> None:
        """Show what belongs to a record."""

    def changes(self, change_set: ChangeSet) -> None:
        """Look again when what is shown was touched."""

    def may_leave(self) -> bool:
        """Keep what was typed before the record is left; False, and told, when it cannot be kept."""
        return True


class FormTab(Scroll):
    """A tab of forms and owned lists, one under the other."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__(limit=960, margins=(6, 5, 6, 6))
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)

    def add(self, part: QWidget) -> None:
        """Put a part before the empty rest."""
        self.body.insertWidget(self.body.count() - 1, part)


class RecordView(QWidget):
    """Subclasses make tabs in ``make_tab`` and tell the head in ``tell``. ``left`` when the record is no more."""

    left = Signal()

    def __init__(self, desk: Desk, keeper: Keeper, section: str, kind: str, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.desk = desk
        self.keeper = keeper
        self.section = section
        self.kind = kind
        self.ident = ""
        keeper.setParent(self)
        self.head = PageHead(kind)
        self._tab_keys = tuple(key for key, _ in tabs)
        self.tabs = TabBar(tabs, f"{kind}.tabs")
        self.tabs.chosen.connect(self._on_tab)
        self._stack = QStackedWidget()
        self._bodies: dict[str, QWidget] = {}
        self._shown_for: dict[str, str] = {}
        body = column(self, space=0)
        body.addWidget(self.head)
        body.addWidget(self.tabs)
        body.addWidget(self._stack, 1)
        keeper.shown.connect(self._on_shown)
        keeper.gone.connect(self.left)

    # for subclasses -------------------------------------------------------------------------------------------
    @abstractmethod
    def make_tab(self, key: str) -> QWidget:
        """The body of a tab; Documents and History are made here."""

    def tell(self, draft: object) -> None:
        """Put name, state and facts into the head."""

    def owner_of_documents(self) -> tuple[str, str]:
        """Programme and person that documents of the record belong to besides."""
        return "", ""

    def may_leave(self) -> bool:
        """Keep what was typed in the record and on its tabs; False, and told, when something cannot be kept."""
        tabs = [body for body in self._bodies.values() if isinstance(body, Tab)]
        return self.keeper.may_leave() and all(tab.may_leave() for tab in tabs)

    # what is shown --------------------------------------------------------------------------------------------
    def show_record(self, ident: str, tab: str = "") -> bool:
        """Show a record and a tab of it; False when it does not exist."""
        if self.ident and self.ident != ident and not self.may_leave():
            self.desk.back()
            return True
        self.ident = ident
        if not self.keeper.show(ident):
            self.ident = ""
            return False
        self.tabs.set_current(tab or next(iter(self.tab_keys()), ""))
        self._show_tab()
        return True

    def tab_keys(self) -> list[str]:
        """The tabs in their order."""
        return list(self._tab_keys)

    def tab(self, key: str) -> QWidget | None:
        """The body of a tab that was shown before."""
        return self._bodies.get(key)

    def _show_tab(self) -> None:
        key = self.tabs.current()
        if key not in self._bodies:
            made = self._make(key)
            self._bodies[key] = made
            self._stack.addWidget(made)
        body = self._bodies[key]
        if self._shown_for.get(key) != self.ident:
            self._shown_for[key] = self.ident
            self._show_in(body)
        self._stack.setCurrentWidget(body)

    def _make(self, key: str) -> QWidget:
        if key == "history":
            return HistoryPanel(self.desk, name=f"{self.kind}.history")
        if key == "documents":
            panel = DocumentsPanel(self.desk, name=f"{self.kind}.documents")
            panel.counted.connect(self._on_documents)
            return panel
        return self.make_tab(key)

    def _show_in(self, body: QWidget) -> None:
        if isinstance(body, HistoryPanel):
            body.show_record(self.kind, self.ident)
        elif isinstance(body, DocumentsPanel):
            body.show_record(self.kind, self.ident, *self.owner_of_documents())
        elif isinstance(body, Tab):
            body.show_record(self.ident)

    def _on_shown(self, draft: object) -> None:
        self.tell(draft)

    def _on_documents(self, number: int) -> None:
        self.tabs.set_count("documents", number)

    def _on_tab(self, key: str) -> None:
        self.desk.go(Place(self.section, self.ident, key))

    def changes(self, change_set: ChangeSet) -> None:
        """Hand a change on to the record and to what is shown of it."""
        if not self.ident:
            return
        self.keeper.changes(change_set)
        for body in self._bodies.values():
            if isinstance(body, (Tab, HistoryPanel, DocumentsPanel)):
                body.changes(change_set)

    def focus_tab(self, key: str) -> Callable[[], None]:
        """A way to a tab, for the table of actions."""
        return _Tab(self, key)


class _Tab:
    """Goes to a tab; holds no lambda, so that nothing leaks."""

    def __init__(self, view: RecordView, key: str) -> None:
        self._view = view
        self._key = key

    def __call__(self) -> None:
        self._view.tabs.choose(self._key)
