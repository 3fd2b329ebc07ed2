"""Title and description of an item in two languages side by side; a missing text is marked and can be filled."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from app.core.i18n import LANGUAGE_NAMES, tr
from app.ui.editors.countries import language_words
from app.ui.fields.choices import ComboBox
from app.ui.fields.texts import TextEdit
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import IconLabel, label


class MissingEdit(TextEdit):
    """A text box that says that its text is missing, with a way to fill it from the first language."""

    fill_wanted = Signal()
    resized = Signal()

    def __init__(self, lines: int, name: str) -> None:
        super().__init__(lines)
        self._lines_shown = lines
        self.setObjectName(name)
        self._cover = QWidget(self.viewport())
        body = column(self._cover, space=0, margins=(1, 1, 1, 1))
        line = row(space=1)
        self._icon = IconLabel("languages", "warning")
        line.addWidget(self._icon)
        self._words = label("", "warning")
        line.addWidget(self._words, 1)
        body.addLayout(line)
        self._fill = button(
            tr("Copy to fill in"), "link", small=True, name=f"{name}.fill", clicked=self.fill_wanted.emit
        )
        body.addWidget(self._fill, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        self._cover.hide()

    def show_missing(self, missing: bool, words: str, fill: str) -> None:
        """Mark the text as missing, in words, or take the mark off."""
        set_style(self, "missing", missing)
        self._words.setText(words)
        self._fill.setText(fill)
        self._cover.setVisible(missing and not self.hasFocus())
        self.setAccessibleDescription(words if missing else "")
        self._place()

    def wish(self) -> int:
        """The height at which all of the text is seen, from the lines it was made with up to three times as many."""
        lines = int(self.document().size().height())
        line = QFontMetrics(theme().font("body")).lineSpacing()
        return max(self._lines_shown, min(lines, 3 * self._lines_shown)) * line + theme().px(20)

    def _place(self) -> None:
        self._cover.setGeometry(self.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.resized.emit()

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self._cover.hide()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self._cover.setVisible(self.property("missing") is True)


class LanguagePair(QWidget):
    """Texts of several rows (title, description) in the first language and in one other, chosen from the agenda's.

    ``rows`` are (key, words, lines). Values are kept for all languages, also those that are not shown.
    """

    changed = Signal()
    left = Signal()
    #: The code of a language that the agenda shall have as well.
    language_wanted = Signal(str)

    def __init__(self, rows: Sequence[tuple[str, str, int]], *, name: str) -> None:
        super().__init__()
        self._name = name
        self._rows = tuple(rows)
        self._texts: dict[str, dict[str, str]] = {key: {} for key, _, _ in rows}
        self._codes: tuple[str, ...] = ("en", "uk")
        self._second = "uk"
        self._setting = False
        self._edits: dict[tuple[str, int], MissingEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().space(3))
        grid.setVerticalSpacing(theme().space(1))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        self._make_heads(grid)
        for line, (key, words, lines) in enumerate(self._rows):
            for side in (0, 1):
                edit = MissingEdit(lines, f"{name}.{key}.{'first' if side == 0 else 'second'}")
                edit.setProperty("row_key", key)
                edit.setProperty("side", side)
                edit.setAccessibleName(words)
                if line:
                    edit.setPlaceholderText(words)
                edit.setTabChangesFocus(True)
                edit.textChanged.connect(self._on_text)
                edit.fill_wanted.connect(self._on_fill)
                edit.installEventFilter(self)
                edit.resized.connect(self._wait)
                self._edits[(key, side)] = edit
                grid.addWidget(edit, 1 + line, side)
                if line:
                    grid.setRowMinimumHeight(1 + line, edit.height())
        # Lines are counted once the boxes have their width, when the loop comes round.
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self._grow)
        self._show_heads()

    def _make_heads(self, grid: QGridLayout) -> None:
        self._first_head = label("", "label")
        self._second_head = label("", "label")
        self._choice = ComboBox()
        self._choice.setObjectName(f"{self._name}.language")
        self._choice.setAccessibleName(tr("Second language"))
        self._choice.activated.connect(self._on_language)
        grid.addWidget(self._first_head, 0, 0)
        head = row(space=1)
        head.addWidget(self._second_head)
        head.addWidget(self._choice, 1)
        self._add = button(
            tr("Add a language"), "link", icon_name="plus", small=True, name=f"{self._name}.add_language"
        )
        self._menu = QMenu(self._add)
        self._menu.triggered.connect(self._on_add)
        self._add.setMenu(self._menu)
        head.addWidget(self._add)
        grid.addLayout(head, 0, 1)

    def set_languages(self, codes: Sequence[str]) -> None:
        """The languages of the agenda: the first at the left, another at the right."""
        known = tuple(dict.fromkeys(code for code in codes if code)) or ("en",)
        if known == self._codes:
            return
        self._codes = known
        if self._second not in known[1:]:
            self._second = known[1] if len(known) > 1 else ""
        self._show_heads()
        self._show_texts()

    def languages(self) -> tuple[str, ...]:
        """The language at the left and, when there is one, at the right."""
        return (self._codes[0], self._second) if self._second else (self._codes[0],)

    def set_texts(self, texts: Mapping[str, Mapping[str, str]]) -> None:
        """Show texts by row and language, without telling."""
        self._texts = {key: dict(texts.get(key, {})) for key, _, _ in self._rows}
        self._show_texts()

    def texts(self, key: str) -> dict[str, str]:
        """The texts of a row by language, without the empty ones."""
        return {code: text for code, text in self._texts[key].items() if text}

    def edit(self, key: str, side: int = 0) -> MissingEdit:
        """A text box: row and side (0 first language, 1 second)."""
        return self._edits[(key, side)]

    def _show_heads(self) -> None:
        self._first_head.setText(LANGUAGE_NAMES.get(self._codes[0], self._codes[0]))
        others = self._codes[1:]
        self._choice.setVisible(len(others) > 1)
        self._second_head.setVisible(len(others) <= 1)
        self._second_head.setText(LANGUAGE_NAMES.get(self._second, self._second))
        self._choice.clear()
        for code in others:
            self._choice.addItem(LANGUAGE_NAMES.get(code, code), code)
        if self._second in others:
            self._choice.setCurrentIndex(others.index(self._second))
        self._add.setVisible(not others)
        self._menu.clear()
        for code, words in LANGUAGE_NAMES.items():
            if code not in self._codes:
                self._menu.addAction(words).setData(code)
        for line, (key, _, _) in enumerate(self._rows):
            self._edits[(key, 1)].setVisible(bool(self._second))
            # Alone, the first language has the whole width.
            self._grid.addWidget(self._edits[(key, 0)], 1 + line, 0, 1, 1 if self._second else 2)

    def _show_texts(self) -> None:
        self._setting = True
        for (key, side), edit in self._edits.items():
            code = self._codes[0] if side == 0 else self._second
            text = self._texts[key].get(code, "")
            if edit.toPlainText() != text:
                edit.setPlainText(text)
        self._setting = False
        self._mark()
        self._wait()

    def _wait(self) -> None:
        self._waiting.start()

    def _grow(self) -> None:
        """Both boxes of a row as high as the longer text needs."""
        for key, _, _ in self._rows:
            pair = (self._edits[(key, 0)], self._edits[(key, 1)])
            height = max(edit.wish() for edit in pair)
            for edit in pair:
                if edit.height() != height:
                    edit.setFixedHeight(height)

    def _mark(self) -> None:
        first = language_words(self._codes[0])
        for key, _, _ in self._rows:
            there = self._texts[key].get(self._codes[0], "")
            for side, own, other in ((1, self._second, there), (0, self._codes[0], "")):
                missing = bool(own and other.strip()) and not self._texts[key].get(own, "").strip()
                self._edits[(key, side)].show_missing(
                    missing,
                    tr("{language} text missing", language=language_words(own)) if own else "",
                    tr("Copy {language} to fill in", language=first),
                )

    def _on_text(self) -> None:
        edit = self.sender()
        if self._setting or not isinstance(edit, MissingEdit):
            return
        key, side = str(edit.property("row_key")), int(edit.property("side"))
        code = self._codes[0] if side == 0 else self._second
        self._texts[key][code] = edit.toPlainText().strip()
        self._mark()
        self._wait()
        self.changed.emit()

    def _on_fill(self) -> None:
        edit = self.sender()
        if isinstance(edit, MissingEdit):
            edit.setPlainText(self._texts[str(edit.property("row_key"))].get(self._codes[0], ""))
            edit.setFocus()
            edit.selectAll()

    def _on_add(self, action: QAction) -> None:
        self.language_wanted.emit(str(action.data()))

    def _on_language(self, index: int) -> None:
        self._second = str(self._choice.itemData(index))
        self._show_texts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)
