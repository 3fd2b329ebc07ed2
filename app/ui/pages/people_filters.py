"""The filter row under the head of the list of people: one field a column, each narrowing as one types."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.i18n import tr
from app.core.text import fold
from app.ui.fields.choices import ComboBox
from app.ui.theme import theme
from app.ui.widgets.list_columns import Column, cell_text
from app.ui.widgets.list_table import ListTable


class FilterRow(QObject):
    """Stands inside the head of a list, below its words. ``changed`` whenever a field narrows or widens the list.

    ``choices`` gives the columns that are chosen from (key → pairs of value and words, and how a row is asked).
    """

    changed = Signal()

    def __init__(
        self,
        table: ListTable,
        name: str,
        choices: Mapping[str, tuple[Sequence[tuple[str, str]], Callable[[Any, str], bool]]],
    ) -> None:
        super().__init__(table)
        self._table = table
        self._head = table.view.horizontalHeader()
        self._choices = choices
        self._columns = {column.key: column for column in table.model.columns}
        self._edits: dict[str, QLineEdit | ComboBox] = {}
        self._folded: dict[tuple[str, str], str] = {}
        for column in table.model.columns:
            self._edits[column.key] = self._make(column, name)
        self._head.sectionResized.connect(self._on_moved)
        self._head.sectionMoved.connect(self._on_moved)
        self._head.geometriesChanged.connect(self._on_moved)
        self._head.installEventFilter(self)
        table.head_stays = True
        table.view.horizontalScrollBar().valueChanged.connect(self._on_moved)
        table.layout_changed.connect(self._on_moved)
        theme().changed.connect(self.measure)
        self.measure()

    def _make(self, column: Column, name: str) -> QLineEdit | ComboBox:
        parent: QWidget = self._head
        made: QLineEdit | ComboBox
        if column.key in self._choices:
            made = ComboBox()
            made.setParent(parent)
            made.addItem(tr("Any"), "")
            for value, words in self._choices[column.key][0]:
                made.addItem(words, value)
            made.currentIndexChanged.connect(self._on_changed)
        else:
            made = QLineEdit(parent)
            made.setPlaceholderText(tr("Any"))
            made.setClearButtonEnabled(True)
            made.textChanged.connect(self._on_changed)
        made.setProperty("small", True)
        made.setObjectName(f"{name}.{column.key}")
        made.setAccessibleName(tr("Filter by {column}", column=column.title))
        return made

    def measure(self) -> None:
        """Make the head as high as its words and the fields below."""
        look = theme()
        self._head.setFixedHeight(look.height("head") + look.px(36))
        self._place()

    def _place(self) -> None:
        look = theme()
        first = next((key for key in self._shown()), "")
        for section, column in enumerate(self._table.model.columns):
            edit = self._edits[column.key]
            hidden = self._head.isSectionHidden(section)
            edit.setVisible(not hidden)
            if hidden:
                continue
            left = self._head.sectionViewportPosition(section)
            right = left + self._head.sectionSize(section) - look.space(1)
            left += look.space(5) if column.key == first else look.space(1)
            edit.setGeometry(left, look.height("head") + look.px(2), max(look.px(30), right - left), look.px(28))

    def _shown(self) -> list[str]:
        return [self._table.model.columns[section].key for section in self._table.view.sections()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def _on_moved(self, *_args: object) -> None:
        self._place()

    def _on_changed(self, *_args: object) -> None:
        self.changed.emit()

    # asking ---------------------------------------------------------------------------------------------------
    def set_choices(self, key: str, pairs: Sequence[tuple[str, str]]) -> None:
        """Offer other values in a column that is chosen from; the chosen one stays when it is still there."""
        combo = self._edits[key]
        if not isinstance(combo, ComboBox):
            return
        offered = [(combo.itemData(n), combo.itemText(n)) for n in range(1, combo.count())]
        if offered == list(pairs):
            return
        chosen = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(tr("Any"), "")
        for value, words in pairs:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.blockSignals(False)

    def values(self) -> dict[str, str]:
        """What the fields ask for, the empty ones left out."""
        found: dict[str, str] = {}
        for key, edit in self._edits.items():
            value = str(edit.currentData() or "") if isinstance(edit, ComboBox) else edit.text().strip()
            if value:
                found[key] = value
        return found

    def set_values(self, values: Mapping[str, str]) -> None:
        """Ask for what a saved filter asks for, and nothing else; ``changed`` comes once."""
        for key, edit in self._edits.items():
            edit.blockSignals(True)
            if isinstance(edit, ComboBox):
                edit.setCurrentIndex(max(0, edit.findData(values.get(key, ""))))
            else:
                edit.setText(values.get(key, ""))
            edit.blockSignals(False)
        self.changed.emit()

    def clear(self) -> None:
        """Ask for anything again."""
        for edit in self._edits.values():
            if isinstance(edit, ComboBox):
                edit.setCurrentIndex(0)
            else:
                edit.clear()

    def focus(self) -> None:
        """The keyboard into the first field that is seen."""
        self._edits[self._shown()[0]].setFocus()

    def forget(self) -> None:
        """The rows changed: what was folded of them is of no more use."""
        self._folded.clear()

    def keep(self) -> Callable[[Any], bool] | None:
        """Says of a row whether every field lets it pass; None when all are empty."""
        values = self.values()
        if not values:
            return None
        asked = [(key, value) for key, value in values.items() if key in self._choices]
        typed = [(key, fold(value).split()) for key, value in values.items() if key not in self._choices]

        def passes(row: Any) -> bool:
            if any(not self._choices[key][1](row, value) for key, value in asked):
                return False
            return all(all(word in self._text(key, row) for word in words) for key, words in typed)

        return passes

    def _text(self, key: str, row: Any) -> str:
        known = self._folded.get((key, row.id))
        if known is None:
            known = self._folded[key, row.id] = fold(cell_text(self._columns[key], row))
        return known
