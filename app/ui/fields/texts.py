"""Fields of text: one line, several lines, and texts in several languages side by side."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from app.core.i18n import LANGUAGE_NAMES, LANGUAGES, N_, tr
from app.ui.fields.base import Field
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

#: The languages in the words of the reader.
_NAMES = {
    "en": N_("English"),
    "sl": N_("Slovenian"),
    "uk": N_("Ukrainian"),
    "sv": N_("Swedish"),
    "lv": N_("Latvian"),
}


class LineField(Field):
    """One line of text."""

    def __init__(self, title: str, *, name: str = "", hint: str = "", required: bool = False, note: str = "") -> None:
        super().__init__(title, name=name, hint=hint, required=required, note=note)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(hint)
        self.edit.textEdited.connect(self._on_edited)
        self.set_control(self.edit)

    def value(self) -> str:
        return self.edit.text().strip()

    def set_value(self, value: object) -> None:
        self.edit.setText("" if value is None else str(value))
        self.edit.setCursorPosition(0)

    def _on_edited(self, _text: str) -> None:
        self.changed.emit()


class TextEdit(QPlainTextEdit):
    """Several lines; Tab goes on to the next field, as in every form."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.measure()
        theme().changed.connect(self.measure)

    def measure(self) -> None:
        """As high as its lines at the present text size."""
        line = QFontMetrics(theme().font("body")).lineSpacing()
        self.setFixedHeight(self._lines * line + theme().px(20))

    def setPlaceholderText(self, text: str) -> None:
        """Other grey words are drawn whole: Qt draws their first line anew and leaves the old ones below."""
        super().setPlaceholderText(text)
        self.viewport().update()


class TextField(Field):
    """Several lines of text."""

    def __init__(
        self, title: str, *, name: str = "", hint: str = "", required: bool = False, note: str = "", lines: int = 3
    ) -> None:
        super().__init__(title, name=name, hint=hint, required=required, note=note)
        self._setting = False
        self.edit = TextEdit(lines)
        self.edit.setPlaceholderText(hint)
        self.edit.textChanged.connect(self._on_changed)
        self.set_control(self.edit)

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def set_value(self, value: object) -> None:
        self._setting = True
        self.edit.setPlainText("" if value is None else str(value))
        self._setting = False

    def _on_changed(self) -> None:
        if not self._setting:
            self.changed.emit()


class _OneLanguage(QFrame):
    """The text of one language: its name, the control, and the way to fill it when it is missing."""

    def __init__(self, field: "LanguagesField", code: str, lines: int) -> None:
        super().__init__()
        self.code = code
        self._field = field
        body = column(self, space=1)
        head = row(space=1)
        words = f"{field.title}, {LANGUAGE_NAMES.get(code, code)}" + (" *" if field.required and code == "en" else "")
        head.addWidget(label(words, "label"))
        head.addStretch(1)
        body.addLayout(head)
        self.edit: QLineEdit | QPlainTextEdit = QLineEdit() if lines == 1 else TextEdit(lines)
        self.edit.setObjectName(f"{field.name}.{code}")
        self.edit.setAccessibleName(f"{field.title}, {LANGUAGE_NAMES.get(code, code)}")
        self.edit.textChanged.connect(self._on_changed)
        self.edit.installEventFilter(field)
        body.addWidget(self.edit)
        self.fill = button(
            tr("Copy English to fill in"), "link", name=f"{field.name}.{code}.fill", clicked=self._on_fill
        )
        body.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)

    def text(self) -> str:
        found = self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()
        return found.strip()

    def set_text(self, text: str) -> None:
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(text)
            self.edit.setCursorPosition(0)
        else:
            self.edit.setPlainText(text)

    def show_missing(self, english: str) -> None:
        missing = not self.text() and bool(english) and self.code != "en"
        set_style(self.edit, "missing", missing)
        self.edit.setPlaceholderText(
            tr("{language} text missing", language=tr(_NAMES.get(self.code, self.code))) if missing else ""
        )
        self.fill.setVisible(missing)

    def _on_changed(self, *_args: object) -> None:
        self._field.on_text(self)

    def _on_fill(self) -> None:
        self.set_text(self._field.english())
        self.edit.setFocus()


class LanguagesField(Field):
    """A text in several languages, two side by side; a language can be added, a missing text is marked.

    The value is a dictionary of language code to text without the empty ones.
    """

    def __init__(
        self,
        title: str,
        *,
        name: str = "",
        required: bool = False,
        note: str = "",
        lines: int = 1,
        languages: Sequence[str] = ("en", "uk"),
        hint: str = "",
    ) -> None:
        super().__init__(title, name=name, required=required, note=note, hint=hint)
        self._lines = lines
        self._setting = False
        self._first = tuple(languages)
        self._parts: dict[str, _OneLanguage] = {}
        self._kept: dict[str, str] = {}
        self._box = QWidget()
        body = column(self._box, space=1)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().space(4))
        self._grid.setVerticalSpacing(theme().space(2))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        body.addLayout(self._grid)
        self._add: QPushButton = button(
            tr("Add a language"), "link", icon_name="plus", name=f"{name}.add", clicked=self._on_add
        )
        body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        for code in self._first:
            self._show_language(code)
        self.set_control(self._box, watch=self._parts[self._first[0]].edit)
        self._parts[self._first[0]].edit.setObjectName(f"{name}.{self._first[0]}")
        self.label.hide()
        self._mark()

    def languages(self) -> tuple[str, ...]:
        """The languages shown."""
        return tuple(self._parts)

    def english(self) -> str:
        """The English text, from which others are filled."""
        part = self._parts.get("en")
        return part.text() if part else self._kept.get("en", "")

    def value(self) -> dict[str, str]:
        found = {code: text for code, text in self._kept.items() if code not in self._parts}
        found |= {code: part.text() for code, part in self._parts.items()}
        return {code: text for code, text in found.items() if text}

    def set_value(self, value: object) -> None:
        texts = {str(k): str(v) for k, v in value.items()} if isinstance(value, Mapping) else {}
        self._setting = True
        self._kept = texts
        for code, text in texts.items():
            if text and code not in self._parts:
                self._show_language(code)
        for code, part in self._parts.items():
            part.set_text(texts.get(code, ""))
        self._setting = False
        self._mark()

    def on_text(self, _part: _OneLanguage) -> None:
        """Called by a part when its text changed."""
        self._mark()
        if not self._setting:
            self.changed.emit()

    def mark_wrong(self, wrong: bool) -> None:
        for part in self._parts.values():
            set_style(part.edit, "wrong", wrong)

    def _mark(self) -> None:
        english = self.english()
        for part in self._parts.values():
            part.show_missing(english)

    def _show_language(self, code: str) -> None:
        part = _OneLanguage(self, code, self._lines)
        place = len(self._parts)
        self._parts[code] = part
        self._grid.addWidget(part, place // 2, place % 2)
        self._add.setVisible(any(known not in self._parts for known in LANGUAGES))

    def _on_add(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for code in LANGUAGES:
            if code not in self._parts:
                menu.addAction(LANGUAGE_NAMES[code]).setData(code)
        menu.triggered.connect(self._on_language)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _on_language(self, action: QAction) -> None:
        self.add_language(str(action.data()))

    def add_language(self, code: str) -> None:
        """Show one more language and go to it."""
        if code not in self._parts:
            self._show_language(code)
            self._mark()
        self._parts[code].edit.setFocus()
