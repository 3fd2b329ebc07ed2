"""A field of several short texts: each a chip that can be taken off, new ones typed or taken from what is proposed."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit

from app.core.i18n import tr
from app.core.text import one_line
from app.ui.fields.base import Field
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import column
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import Flow


class TagsField(Field):
    """The value is a tuple of texts in their order.

    ``options`` are (value, words) pairs that are proposed while one types; with ``separate`` a comma ends a tag.
    """

    def __init__(
        self,
        title: str,
        *,
        name: str = "",
        hint: str = "",
        required: bool = False,
        note: str = "",
        options: Sequence[tuple[str, str]] = (),
        separate: bool = True,
    ) -> None:
        super().__init__(title, name=name, hint=hint, required=required, note=note)
        self._separate = separate
        self._words: dict[str, str] = {}
        self._tags: list[str] = []
        self._box = QFrame()
        self._box.setProperty("box", "field")
        body = column(self._box, space=1, margins=(2, 1, 2, 1))
        self._chips = Flow(1)
        body.addWidget(self._chips)
        self.edit = QLineEdit()
        self.edit.setProperty("bare", True)
        self.edit.setMinimumHeight(theme().px(22))
        self.edit.setPlaceholderText(hint or tr("Type and press Enter to add"))
        self.edit.textEdited.connect(self._on_edited)
        body.addWidget(self.edit)
        self.set_options(options)
        self.set_control(self._box, watch=self.edit)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Propose other texts."""
        self._words = dict(options)
        completer = QCompleter(list(self._words.values()), self.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_completed)
        self.edit.setCompleter(completer)
        self._show_tags()

    def value(self) -> tuple[str, ...]:
        return tuple(self._tags)

    def is_readable(self) -> bool:
        self.on_left()
        return super().is_readable()

    def set_value(self, value: Any) -> None:
        self._tags = [str(tag) for tag in (value or ())]
        self.edit.clear()
        self._show_tags()

    def mark_wrong(self, wrong: bool) -> None:
        set_style(self._box, "wrong", wrong)

    def on_left(self) -> None:
        if self._take():
            self.changed.emit()

    def _known(self, text: str) -> str:
        """The value of a proposed text, whatever its letters; other texts stand for themselves."""
        words: Mapping[str, str] = self._words
        return next((value for value, shown in words.items() if shown.casefold() == text.casefold()), text)

    def _take(self) -> bool:
        """Make a tag of what was typed; whether there was something new."""
        typed = self._known(one_line(self.edit.text()))
        self.edit.clear()
        if not typed or typed in self._tags:
            return False
        self._tags.append(typed)
        self._show_tags()
        return True

    def _show_tags(self) -> None:
        self._chips.clear()
        for tag in self._tags:
            words = self._words.get(tag, tag)
            chip = button(words, "pill", icon_name="x", small=True, name=f"{self.name}.tag.{tag}")
            chip.setAccessibleName(tr("Take off {name}", name=words))
            chip.setProperty("tag", tag)
            chip.clicked.connect(self._on_take_off)
            self._chips.add(chip)
        self._chips.setVisible(bool(self._tags))

    def _on_edited(self, text: str) -> None:
        if self._separate and text.endswith((",", ";")):
            self.edit.setText(text[:-1])
            if self._take():
                self.changed.emit()

    def _on_completed(self, text: str) -> None:
        self.edit.setText(text)
        self._add()

    def _add(self) -> None:
        self._take()
        self.changed.emit()
        self.left.emit()

    def _on_take_off(self) -> None:
        tag = str(self.sender().property("tag"))
        if tag in self._tags:
            self._tags.remove(tag)
            self._show_tags()
            self.edit.setFocus()
            self.changed.emit()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(event):
                return True
            if isinstance(event, QFocusEvent):
                set_style(self._box, "focused", event.gotFocus())
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.edit.text().strip() and not event.modifiers():
            self._add()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.edit.text() and self._tags:
            self._tags.pop()
            self._show_tags()
            self.changed.emit()
            return True
        return False

    def _leaves(self) -> bool:
        popup = self.edit.completer().popup()
        return popup is None or not popup.isVisible()
