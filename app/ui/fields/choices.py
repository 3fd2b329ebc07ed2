"""Fields of choice: one of a list, several chips, one or several records found by typing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
)

from app.core.i18n import tr
from app.core.text import fold
from app.ui.fields.base import Field
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import Flow
from app.ui.widgets.overlay import Popover


class ComboBox(QComboBox):
    """A combo box that leaves the wheel to the page while it is closed, so that scrolling changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)
        # The list's usual painter draws what is chosen in the system's colours, past the style.
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As Qt draws it, but words that are too long end in dots; Qt cuts them in the middle of a letter."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        words = option.currentText
        if self.currentIndex() < 0:
            words = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        room -= theme().space(1)
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ChoiceField(Field):
    """One of (value, words). A value that is not offered is shown as it is and kept."""

    def __init__(
        self,
        title: str,
        *,
        name: str = "",
        hint: str = "",
        required: bool = False,
        note: str = "",
        options: Sequence[tuple[Any, str]] = (),
    ) -> None:
        super().__init__(title, name=name, hint=hint, required=required, note=note)
        self.combo = ComboBox()
        self.combo.setPlaceholderText(hint or tr("Choose"))
        self.combo.activated.connect(self._on_activated)
        self._values: list[Any] = []
        self.set_options(options)
        self.set_control(self.combo)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; the chosen one stays when it is among them."""
        before = self.value() if self._values else None
        self._values = [value for value, _ in options]
        self.combo.clear()
        self.combo.addItems([words for _, words in options])
        self.combo.setCurrentIndex(-1)
        if before is not None:
            self.set_value(before)

    def value(self) -> Any:
        index = self.combo.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: Any) -> None:
        if value in self._values:
            self.combo.setCurrentIndex(self._values.index(value))
        elif value is None or value == "":
            self.combo.setCurrentIndex(-1)
        else:
            self._values.append(value)
            self.combo.addItem(str(value))
            self.combo.setCurrentIndex(len(self._values) - 1)

    def _on_activated(self, _index: int) -> None:
        self.changed.emit()
        self.left.emit()


class ChipsField(Field):
    """Several of (value, words), each a chip that is on or off. The value is a tuple in the order offered."""

    def __init__(
        self,
        title: str,
        *,
        name: str = "",
        hint: str = "",
        required: bool = False,
        note: str = "",
        options: Sequence[tuple[Any, str]] = (),
    ) -> None:
        super().__init__(title, name=name, hint=hint, required=required, note=note)
        self._flow = Flow(1)
        self._buttons: list[tuple[Any, QPushButton]] = []
        self.set_options(options)
        self.set_control(self._flow)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values."""
        before = self.value()
        self._flow.clear()
        self._buttons = []
        for value, words in options:
            made = button(words, "pill", name=f"{self.name}.{value}")
            made.setCheckable(True)
            made.clicked.connect(self._on_clicked)
            self._flow.add(made)
            self._buttons.append((value, made))
        self.set_value(before)

    def value(self) -> tuple[Any, ...]:
        return tuple(value for value, made in self._buttons if made.isChecked())

    def set_value(self, value: Any) -> None:
        chosen = set(value or ())
        for known, made in self._buttons:
            made.setChecked(known in chosen)

    def _on_clicked(self, _checked: bool) -> None:
        self.changed.emit()
        self.left.emit()


@dataclass(frozen=True, slots=True)
class Choice:
    """A record that can be picked: its id, its name, and a second line that tells it from its like."""

    id: str
    label: str
    second: str = ""


class RecordField(Field):
    """One record, or several as chips that can be taken off, found by typing a part of its name.

    ``options`` are given whole, or ``search`` is asked with what was typed. The value is an id ("" for none), with
    ``several`` a tuple of ids.
    """

    def __init__(
        self,
        title: str,
        *,
        name: str = "",
        hint: str = "",
        required: bool = False,
        note: str = "",
        several: bool = False,
        options: Sequence[Choice] = (),
        search: Callable[[str], Sequence[Choice]] | None = None,
    ) -> None:
        super().__init__(title, name=name, hint=hint, required=required, note=note)
        self.several = several
        self._options: dict[str, Choice] = {}
        self._folded: list[tuple[str, Choice]] = []
        self._search = search
        self._chosen: list[str] = []
        self._hits: list[Choice] = []
        #: The mouse has just brought the keyboard here.
        self._just_entered = False
        self._box = QFrame()
        self._box.setProperty("box", "field")
        body = column(self._box, space=1, margins=(2, 0, 1, 0))
        self._chips = Flow(1)
        body.addWidget(self._chips)
        line = row(space=1)
        self.edit = QLineEdit()
        self.edit.setProperty("bare", True)
        self.edit.setMinimumHeight(theme().px(28))
        self.edit.textEdited.connect(self._on_edited)
        line.addWidget(self.edit, 1)
        self._open = button(tr("Show the list"), "icon", icon_name="chevron-down", small=True, clicked=self._on_open)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line.addWidget(self._open)
        body.addLayout(line)
        self._list = QListView()
        self._list.setProperty("role", "plain")
        self._list.setObjectName(f"{name}.list")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._texts = QStringListModel()
        self._list.setModel(self._texts)
        self._list.clicked.connect(self._on_picked)
        self._popover = Popover(self, name=f"{name}.hits", keep_focus=True)
        self._popover.body.addWidget(self._list)
        self.set_options(options)
        self.set_control(self._box, watch=self.edit)

    def set_options(self, options: Sequence[Choice]) -> None:
        """What can be picked."""
        self._options = {choice.id: choice for choice in options}
        self._folded = [(fold(f"{choice.label} {choice.second}"), choice) for choice in options]
        self._show_chosen()

    def set_search(self, search: Callable[[str], Sequence[Choice]]) -> None:
        """Ask this for what matches, instead of a whole list."""
        self._search = search

    def value(self) -> Any:
        return tuple(self._chosen) if self.several else (self._chosen[0] if self._chosen else "")

    def set_value(self, value: Any) -> None:
        if self.several:
            self._chosen = [str(ident) for ident in (value or ())]
        else:
            self._chosen = [str(value)] if value else []
        self._show_chosen()

    def add_known(self, choice: Choice) -> None:
        """Make a record known that is not in the list, so that its name can be shown."""
        self._options[choice.id] = choice
        self._show_chosen()

    def _words(self, ident: str) -> str:
        choice = self._options.get(ident)
        return choice.label if choice else tr("(not found)")

    def _show_chosen(self) -> None:
        self._chips.clear()
        if self.several:
            for ident in self._chosen:
                words = self._words(ident)
                chip = button(words, "pill", icon_name="x", small=True, name=f"{self.name}.chosen.{ident}")
                chip.setAccessibleName(tr("Take off {name}", name=words))
                chip.setProperty("ident", ident)
                chip.clicked.connect(self._on_take_off)
                self._chips.add(chip)
            self.edit.clear()
        else:
            self.edit.setText(self._words(self._chosen[0]) if self._chosen else "")
            self.edit.setCursorPosition(0)
        self._chips.setVisible(bool(self._chosen) and self.several)
        self.edit.setPlaceholderText(self._hint or (tr("Add …") if self.several else tr("None; type to find")))

    def mark_wrong(self, wrong: bool) -> None:
        set_style(self._box, "wrong", wrong)

    # finding --------------------------------------------------------------------------------------------------
    def matches(self, text: str) -> list[Choice]:
        """What fits a text, those already chosen left out."""
        words = fold(text).split()
        if self._search is not None:
            found = list(self._search(text))
            self._options |= {choice.id: choice for choice in found}
        else:
            found = [choice for folded, choice in self._folded if all(word in folded for word in words)]
        return [choice for choice in found if not self.several or choice.id not in self._chosen][:200]

    def _show_hits(self, text: str) -> None:
        self._hits = self.matches(text)
        lines = [f"{hit.label}   {hit.second}".rstrip() for hit in self._hits]
        if not self.several and not self.required:
            self._hits = [Choice("", tr("None")), *self._hits]
            lines = [tr("None"), *lines]
        self._texts.setStringList(lines or [tr("Nothing found. What is new is made on its own page first.")])
        first = 1 if len(self._hits) > 1 and not self._hits[0].id and text else 0
        if not text and self._chosen:
            # The list opens at what is chosen, so that Enter changes nothing.
            first = next((n for n, hit in enumerate(self._hits) if hit.id == self._chosen[0]), first)
        self._list.setCurrentIndex(self._texts.index(first, 0))
        self._list.setFixedHeight(theme().px(min(8, max(1, len(lines))) * 36 + 4))
        # As wide as the field, wider where a name needs it.
        wide = min(self._list.sizeHintForColumn(0) + theme().px(40), theme().px(520))
        self._popover.open_under(self._box, width=max(self._box.width(), theme().px(260), wide))

    def _on_edited(self, text: str) -> None:
        self._show_hits(text)

    def _on_open(self) -> None:
        self.edit.setFocus()
        self.edit.selectAll()
        self._show_hits("")

    def _on_picked(self, index: QModelIndex) -> None:
        self._pick(index.row())

    def _pick(self, position: int) -> None:
        self._popover.hide()
        if not 0 <= position < len(self._hits):
            return
        ident = self._hits[position].id
        if self.several:
            self._chosen.append(ident)
        else:
            self._chosen = [ident] if ident else []
        self._show_chosen()
        self.changed.emit()
        self.left.emit()

    def _on_take_off(self) -> None:
        sender = self.sender()
        ident = str(sender.property("ident"))
        if ident in self._chosen:
            self._chosen.remove(ident)
            self._show_chosen()
            self.edit.setFocus()
            self.changed.emit()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(event):
                return True
            if isinstance(event, QFocusEvent):
                set_style(self._box, "focused", event.gotFocus())
                self._just_entered = event.gotFocus() and event.reason() == Qt.FocusReason.MouseFocusReason
                if not event.gotFocus():
                    self._popover.hide()
                    if not self.several:
                        self._show_chosen()
            if event.type() == QEvent.Type.MouseButtonRelease and self._just_entered:
                self._just_entered = False
                if not self.several and not self.edit.hasSelectedText():
                    # A name is replaced as a whole: who clicks and types must not find words added to it.
                    QTimer.singleShot(0, self.edit, self.edit.selectAll)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        here = self._list.currentIndex().row()
        shown = self._popover.isVisible()
        match event.key():
            case Qt.Key.Key_Down if not shown:
                self._show_hits("")
            case Qt.Key.Key_Down:
                self._list.setCurrentIndex(self._texts.index(min(here + 1, self._texts.rowCount() - 1), 0))
            case Qt.Key.Key_Up if shown:
                self._list.setCurrentIndex(self._texts.index(max(here - 1, 0), 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if shown:
                self._pick(here)
            case Qt.Key.Key_Escape if shown:
                self._popover.hide()
                self._show_chosen()
            case Qt.Key.Key_Backspace if self.several and not self.edit.text() and self._chosen:
                self._chosen.pop()
                self._show_chosen()
                self.changed.emit()
            case _:
                return False
        return True

    def _leaves(self) -> bool:
        return not self._popover.isVisible()
