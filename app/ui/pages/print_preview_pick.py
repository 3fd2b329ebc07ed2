"""Some of many, all by default: a box that tells how many, and under it a list to tick, found by typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from app.core.i18n import tr
from app.core.text import fold
from app.ui.fields.choices import Choice, ComboBox
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.overlay import Popover

_ID = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1
#: From so many on there is a box to find one by typing.
_MANY = 9
#: How many say all, and how many of how many say some.
Words = tuple[Callable[[int], str], Callable[[int, int], str]]


class _Found(QSortFilterProxyModel):
    """The entries in which every typed word stands, whatever the script."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []

    def find(self, text: str) -> None:
        """Show those that fit."""
        self._words = fold(text).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        folded = str(self.sourceModel().index(source_row, 0, parent).data(_FOLDED))
        return all(word in folded for word in self._words)


class _Ticks(QListView):
    """A list in which Space and Enter tick, and a click on the whole row."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Box(ComboBox):
    """Looks like a box of choice; ``wanted()`` when its list is wanted."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.addItem("")

    def set_text(self, text: str) -> None:
        """What is chosen."""
        self.setItemText(0, text)
        self.setToolTip(text)

    def showPopup(self) -> None:
        self.wanted.emit()


class PickPart(QWidget):
    """``changed()`` when others are chosen. ``value()`` is empty for all, None when nothing is chosen."""

    changed = Signal()

    def __init__(self, title: str, words: Words, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.field")
        self._words = words
        self._title = title
        self._offered: tuple[Choice, ...] = ()
        self._known = True
        self._chosen: set[str] | None = None
        body = column(self, space=1)
        head = row(space=1)
        self._label = label(title, "label")
        head.addWidget(self._label)
        head.addStretch(1)
        self.all = button(tr("Print all"), "link", small=True, name=f"{name}.all", clicked=self.choose_all)
        self.all.setProperty("flush", True)
        head.addWidget(self.all)
        body.addLayout(head)
        self.box = _Box()
        self.box.setObjectName(name)
        self.box.wanted.connect(self._on_open)
        body.addWidget(self.box)
        self._make_list(name)
        self._tell()

    def _make_list(self, name: str) -> None:
        self._popover = Popover(self, name=f"{name}.popover")
        self._popover.setAccessibleName(self._title)
        self._search = QLineEdit()
        self._search.setObjectName(f"{name}.search")
        self._search.setPlaceholderText(tr("Type to find"))
        self._search.setAccessibleName(tr("Type to find"))
        self._search.textEdited.connect(self._on_search)
        self._popover.body.addWidget(self._search)
        self._model = QStandardItemModel(self)
        self._found = _Found()
        self._found.setParent(self)
        self._found.setSourceModel(self._model)
        self.list = _Ticks()
        self.list.setObjectName(f"{name}.list")
        self.list.setAccessibleName(self._title)
        self.list.setModel(self._found)
        self.list.clicked.connect(self._on_ticked)
        self._popover.body.addWidget(self.list)
        foot = row(space=3)
        foot.addWidget(button(tr("All"), "link", small=True, name=f"{name}.tick.all", clicked=self._on_all))
        foot.addWidget(button(tr("None"), "link", small=True, name=f"{name}.tick.none", clicked=self._on_none))
        foot.addStretch(1)
        self._popover.body.addLayout(foot)

    def set_words(self, title: str, words: Words) -> None:
        """What is picked from: days, people, certificates."""
        self._title, self._words = title, words
        self._label.setText(title)
        self._tell()

    # what is offered and chosen -------------------------------------------------------------------------------
    def set_options(self, options: Sequence[Choice]) -> None:
        """Offer others; those chosen stay where they are offered still."""
        if self._known and tuple(options) == self._offered:
            return
        self._offered, self._known = tuple(options), True
        if self._chosen is not None:
            self._chosen &= {one.id for one in options}
            if not self._chosen or len(self._chosen) == len(self._offered):
                self._chosen = None
        self._tell()

    def await_options(self) -> None:
        """Others are being looked up; what is chosen is taken on trust until they are offered."""
        self._offered, self._known = (), False
        self._tell()

    def value(self) -> tuple[str, ...] | None:
        """The chosen ones in the order offered; empty for all, None for none of them."""
        if self._chosen is None:
            return ()
        if not self._known:
            return tuple(sorted(self._chosen))
        return tuple(one.id for one in self._offered if one.id in self._chosen) or None

    def set_value(self, chosen: Sequence[str]) -> None:
        """Choose these without telling; empty for all."""
        known = set(chosen)
        if self._known:
            known &= {one.id for one in self._offered}
        self._chosen = known if known and not (self._known and len(known) == len(self._offered)) else None
        self._tell()

    def choose_all(self) -> None:
        """Choose all and tell."""
        self._choose(None)

    def _choose(self, chosen: set[str] | None) -> None:
        self._chosen = None if chosen is not None and len(chosen) == len(self._offered) else chosen
        self._tell()
        self._show_ticks()
        self.changed.emit()

    def _tell(self) -> None:
        n = len(self._offered)
        every, some = self._words
        if not self._known:
            text = tr("Looking …")
        elif self._chosen is None:
            text = every(n)
        elif len(self._chosen) == 1:
            text = next((one.label for one in self._offered if one.id in self._chosen), "")
        else:
            text = some(len(self._chosen), n) if self._chosen else tr("None chosen")
        self.box.set_text(text)
        self.box.setAccessibleName(f"{self._title}: {text}")
        self.box.setEnabled(n > 0)
        set_style(self.box, "wrong", self._chosen is not None and not self._chosen)
        self.all.setVisible(self._chosen is not None)

    # the list -------------------------------------------------------------------------------------------------
    def _on_open(self) -> None:
        self._model.clear()
        for one in self._offered:
            item = QStandardItem(f"{one.label}   {one.second}".rstrip())
            item.setData(one.id, _ID)
            item.setData(fold(f"{one.label} {one.second}"), _FOLDED)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setEditable(False)
            # The row is ticked as a whole, by the list; else a click on the box would tick twice.
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._model.appendRow(item)
        self._search.clear()
        self._found.find("")
        self._search.setVisible(len(self._offered) >= _MANY)
        self._show_ticks()
        self.list.setFixedHeight(theme().px(min(10, max(1, len(self._offered))) * 34 + 4))
        wide = min(self.list.sizeHintForColumn(0) + theme().px(60), theme().px(460))
        self._popover.open_under(self.box, width=max(self.box.width(), wide))
        (self._search if self._search.isVisible() else self.list).setFocus()

    def _show_ticks(self) -> None:
        for number in range(self._model.rowCount()):
            item = self._model.item(number)
            on = self._chosen is None or item.data(_ID) in self._chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _on_search(self, text: str) -> None:
        self._found.find(text)

    def _on_ticked(self, index: QModelIndex) -> None:
        ident = str(index.data(_ID))
        chosen = {one.id for one in self._offered} if self._chosen is None else set(self._chosen)
        chosen ^= {ident}
        self._choose(chosen)

    def _on_all(self) -> None:
        self._choose(None)

    def _on_none(self) -> None:
        self._choose(set())
