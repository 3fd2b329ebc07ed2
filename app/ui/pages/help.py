"""Help: a short chapter for each page, the shortcuts, and what the program is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from app.core.i18n import tr
from app.ui.actions import shortcut_rows
from app.ui.desk import Desk
from app.ui.icons import icon
from app.ui.page import Page, Place
from app.ui.pages.help_about import AboutPart
from app.ui.pages.help_words import CHAPTERS, SHARED, Chapter
from app.ui.theme import theme
from app.ui.widgets.boxes import Panel, Scroll, column, row
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState

_KEY = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One line of the list of shortcuts."""

    id: str
    menu: str
    action: str
    keys: str


def _chapter(chapter: Chapter) -> QWidget:
    made = Scroll(limit=720, space=3, margins=(7, 5, 7, 7))
    made.setObjectName(f"help.chapter.{chapter.key}")
    made.body.addWidget(label(tr(chapter.title), "title", wrap=True))
    for line in chapter.lines:
        text = tr(line)
        if text.startswith("•"):
            point = row(space=2)
            point.addWidget(label("•"), 0, Qt.AlignmentFlag.AlignTop)
            point.addWidget(label(text.removeprefix("•").strip(), wrap=True, copy=True), 1)
            made.body.addLayout(point)
        else:
            made.body.addWidget(label(text, wrap=True, copy=True))
    made.body.addStretch(1)
    return made


def _shortcuts() -> ListTable:
    table = ListTable(
        (
            Column("menu", tr("Menu"), 140, kind="muted"),
            Column("action", tr("What it does"), kind="bold"),
            Column("keys", tr("Keys"), 240),
        ),
        name="list.shortcuts",
        title=tr("Shortcuts"),
        hint=tr("Filter shortcuts"),
        footer=False,
        empty=EmptyState("keyboard", tr("No shortcuts")),
    )
    rows = [Shortcut(f"{menu}.{action}", menu, action, keys) for menu, action, keys in shortcut_rows()]
    everywhere = (
        (tr("move in a list or grid"), tr("arrow keys")),
        (tr("open what is chosen"), tr("Enter")),
        (tr("close a panel, give up"), tr("Escape")),
        (tr("copy rows for a spreadsheet"), "Ctrl+C"),
        (tr("delete what is chosen"), tr("Delete")),
    )
    rows += [Shortcut(f"everywhere.{action}", tr("Everywhere"), action, keys) for action, keys in everywhere]
    table.set_rows(rows)
    return table


class HelpPage(Page):
    """``Place("help", section)`` shows the chapter of a page; tab ``shortcuts`` or ``about`` those."""

    section = "help"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        whole = row(self, space=0)
        side = Panel("surface", space=0, margins=(2, 3, 2, 3))
        self._side = side
        self.topics = QListWidget()
        self.topics.setObjectName("help.topics")
        self.topics.setAccessibleName(tr("Topics of the help"))
        self.topics.setProperty("role", "plain")
        self.topics.setSpacing(theme().space(1) // 2)
        side.body.addWidget(self.topics)
        whole.addWidget(side)
        whole.addWidget(hairline(vertical=True))
        self.stack = QStackedWidget()
        whole.addWidget(self.stack, 1)
        self._keys: list[str] = []
        for chapter in CHAPTERS:
            self._add(chapter.key, tr(chapter.title), chapter.icon, _chapter(chapter))
        self.shortcuts = _shortcuts()
        self._add("shortcuts", tr("Shortcuts"), "keyboard", self.shortcuts)
        about = Scroll(limit=720, margins=(7, 5, 7, 7))
        about.body.addWidget(AboutPart())
        about.body.addStretch(1)
        self._add("about", tr("About Mentordesk"), "info", about)
        self.topics.currentRowChanged.connect(self._on_topic)
        theme().changed.connect(self._measure)
        self._measure()

    def _add(self, key: str, words: str, icon_name: str, body: QWidget) -> None:
        item = QListWidgetItem(icon(icon_name, "muted"), words)
        item.setData(_KEY, key)
        self.topics.addItem(item)
        holder = QWidget()
        inside = column(holder, space=0)
        inside.addWidget(body)
        self.stack.addWidget(holder)
        self._keys.append(key)

    def _measure(self) -> None:
        side = theme().icon("control")
        self.topics.setIconSize(QSize(side, side))
        self._side.setFixedWidth(theme().px(240))

    def show_place(self, place: Place) -> None:
        wanted = place.tab if place.tab in ("shortcuts", "about") else place.record_id
        wanted = SHARED.get(wanted, wanted)
        self.topics.setCurrentRow(self._keys.index(wanted) if wanted in self._keys else 0)
        self.topics.setFocus()

    def title(self) -> str:
        number = self.topics.currentRow()
        return tr("Help: {topic}", topic=self.topics.item(number).text()) if number >= 0 else tr("Help")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"action.edit.filter": self._on_filter}

    def _on_filter(self) -> None:
        self.topics.setCurrentRow(self._keys.index("shortcuts"))
        self.shortcuts.filter_box.setFocus()

    def _on_topic(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.retitled.emit()
