"""A programme's papers: its look and its own words on each of them, with the real page beside."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QStackedWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr, trn
from app.services import paper_templates
from app.services.paper_samples import Trial
from app.services.paper_shelf import SHELF
from app.ui.desk import Desk
from app.ui.editors.choosing import NameBook
from app.ui.editors.keeper import Keeper
from app.ui.editors.record_view import Tab
from app.ui.icons import icon
from app.ui.pages.programmes_papers_copy import copy_dialog
from app.ui.pages.programmes_papers_look import SHOWN_ON, LookPane
from app.ui.pages.programmes_papers_page import SamplePage
from app.ui.pages.programmes_papers_words import WordsPane
from app.ui.theme import theme
from app.ui.widgets.boxes import Panel, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline

LOOK = "look"
#: Below this width the page beside gives way.
_ROOM = 860


class PapersTab(Tab):
    """At the left what can be edited, in the middle its fields, at the right the page."""

    def __init__(self, desk: Desk, owner: Keeper, book: NameBook) -> None:
        super().__init__()
        self.setObjectName("programme.papers")
        self.desk = desk
        self._owner = owner
        self._book = book
        self._programme_id = ""
        self._panes: dict[str, LookPane | WordsPane] = {}
        self.list = QListWidget()
        self.list.setObjectName("programme.papers.list")
        self.list.setAccessibleName(tr("Papers"))
        self.list.setProperty("role", "plain")
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        # The long name of a paper goes on in a second line.
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for key, words in ((LOOK, tr("Look")), *((key, tr(one.name)) for key, one in SHELF.items())):
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._on_item)
        side = Panel(space=2, margins=(2, 3, 2, 3))
        side.setFixedWidth(theme().px(228))
        self._side = side
        side.body.addWidget(self.list, 1)
        self.copy = button(
            tr("From another programme …"),
            "link",
            icon_name="copy",
            name="programme.papers.copy",
            clicked=self._on_copy,
        )
        side.body.addWidget(self.copy)
        side_of_icon = theme().icon("control")
        self.list.setIconSize(QSize(side_of_icon, side_of_icon))
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.page = SamplePage(desk, self._what)
        self._page_line = hairline(vertical=True)
        line = row(self, space=0)
        line.addWidget(side)
        line.addWidget(hairline(vertical=True))
        line.addWidget(self._stack, 10)
        line.addWidget(self._page_line)
        line.addWidget(self.page, 11)

    # what is shown --------------------------------------------------------------------------------------------
    def show_record(self, ident: str) -> None:
        self._programme_id = ident
        self._tell()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
            return
        for pane in self._panes.values():
            pane.show_programme(ident)
        self.page.make()

    def choose(self, key: str) -> None:
        """Go to the look or to a paper."""
        for number in range(self.list.count()):
            if self.list.item(number).data(Qt.ItemDataRole.UserRole) == key:
                self.list.setCurrentRow(number)

    def pane(self) -> LookPane | WordsPane | None:
        """What is being edited."""
        return self._panes.get(self._key())

    def _key(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if self.list.currentRow() >= 0 else ""

    def _tell(self) -> None:
        """Mark the papers that have words of their own."""
        with self.desk.context.read() as view:
            rows = {told.key: told for told in paper_templates.list_rows(view, self._programme_id)}
        for number in range(self.list.count()):
            item = self.list.item(number)
            told = rows.get(str(item.data(Qt.ItemDataRole.UserRole)))
            own = told is not None and bool(told.own or told.word_id)
            item.setIcon(icon("pencil-line" if own else "file-text" if told else "type", "accent" if own else "muted"))
            places = trn("{n} place in words of your own", "{n} places in words of your own", told.own) if told else ""
            item.setToolTip(places if told is not None and told.own else "")

    def _on_item(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        former = self._panes.get(str(before.data(Qt.ItemDataRole.UserRole))) if before is not None else None
        if before is not None and former is not None and item is not before and not former.may_leave():
            self.list.blockSignals(True)
            self.list.setCurrentItem(before)
            self.list.blockSignals(False)
            return
        key = self._key()
        if key not in self._panes:
            made = LookPane(self.desk, self._owner, self._book) if key == LOOK else WordsPane(self.desk, SHELF[key])
            made.typed.connect(self.page.make)
            self._panes[key] = made
            self._stack.addWidget(made)
        pane = self._panes[key]
        pane.show_programme(self._programme_id)
        self._stack.setCurrentWidget(pane)
        self.page.make()

    def _what(self) -> tuple[str, str, Trial] | None:
        pane = self.pane()
        if pane is None or not self._programme_id or not self.isVisible():
            return None
        key = self._key()
        return self._programme_id, SHOWN_ON if key == LOOK else key, pane.trial()

    def changes(self, change_set: ChangeSet) -> None:
        for pane in self._panes.values():
            pane.changes(change_set)
        if change_set.touches("paper_template"):
            self._tell()
        if self.isVisible():
            self.page.make()

    def may_leave(self) -> bool:
        pane = self.pane()
        return pane is None or pane.may_leave()

    # ways -----------------------------------------------------------------------------------------------------
    def _on_copy(self) -> None:
        copy_dialog(self, self.desk, self._programme_id).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_ROOM)
        self.page.setVisible(wide)
        self._page_line.setVisible(wide)
