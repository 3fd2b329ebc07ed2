"""The one table model of all lists: rows and columns as data, filtered and sorted by index lists."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from app.core.collation import sort_key
from app.core.i18n import language
from app.core.text import fold
from app.ui.widgets.list_columns import Column, cell_text, cell_value, copy_text, sort_value

Index = QModelIndex | QPersistentModelIndex
#: Filter text, key of the column sorted by (or empty), descending → the rows to show.
Query = Callable[[str, str, bool], Sequence[Any]]
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_SERVED = frozenset({_DISPLAY, _TIP, _ACCESSIBLE})
_NO_INDEX = QModelIndex()
#: Longer lists are folded for the filter in turns of the event loop, each of so many seconds, some rows at a time.
_SLICE, _TURN, _STEP = 400, 0.01, 25


class ListModel(QAbstractTableModel):
    """Rows (any objects, frozen dataclasses as a rule) under columns; keeps which are shown and in which order."""

    counts_changed = Signal()

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = tuple(columns)
        self._rows: Sequence[Any] = ()
        self._shown: Sequence[int] = ()
        self._texts: list[str] = []
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._on_slice)
        self._filter = ""
        self._sort: tuple[str, bool] = ("", False)
        self._order: list[int] | None = None
        self._query: Query | None = None
        self._keep: Callable[[Any], bool] | None = None

    # rows -----------------------------------------------------------------------------------------------------
    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows, filtered and sorted as before."""
        self.beginResetModel()
        self._rows = rows
        self._texts = []
        self._order = None
        if self._query is None and len(rows) > _SLICE:
            self._slices.start()
        self._shown = self._compute()
        self.endResetModel()
        self.counts_changed.emit()

    def set_query(self, query: Query | None) -> None:
        """Leave filtering and sorting to a query (long lists in the database); None does both here."""
        self._query = query
        self._refresh()

    def row_at(self, position: int) -> Any:
        """The row that stands at a position."""
        return self._rows[self._shown[position]]

    def shown_rows(self) -> list[Any]:
        """All rows that are shown, in their order."""
        return [self._rows[n] for n in self._shown]

    @property
    def total(self) -> int:
        """How many rows there are, filtered out ones too."""
        return len(self._rows)

    @property
    def shown(self) -> int:
        """How many rows are shown."""
        return len(self._shown)

    # filter and order -----------------------------------------------------------------------------------------
    @property
    def filter_text(self) -> str:
        """What was typed into the filter."""
        return self._filter

    @property
    def sorting(self) -> tuple[str, bool]:
        """Key of the column sorted by, and whether descending."""
        return self._sort

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word typed occurs, marks and case ignored."""
        if text != self._filter:
            narrower = bool(self._filter) and text.startswith(self._filter) and " " not in text
            self._filter = text
            self._refresh(within=self._shown if narrower and self._query is None else None)

    def set_keep(self, keep: Callable[[Any], bool] | None) -> None:
        """Show only rows for which this says yes: a saved filter. None shows all."""
        self._keep = keep
        self._refresh()

    def set_sort(self, key: str, descending: bool) -> None:
        """Order by a column; an empty key gives the order the rows came in."""
        self._sort = (key, descending)
        self._order = None
        self._refresh()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's way to order; used by the header."""
        if 0 <= column < len(self.columns):
            self.set_sort(self.columns[column].key, order == Qt.SortOrder.DescendingOrder)

    def _refresh(self, within: Sequence[int] | None = None) -> None:
        self.beginResetModel()
        if self._query is not None:
            self._rows = self._query(self._filter, *self._sort)
            self._shown = range(len(self._rows))
        else:
            self._shown = self._compute(within)
        self.endResetModel()
        self.counts_changed.emit()

    def _compute(self, within: Sequence[int] | None = None) -> Sequence[int]:
        if self._query is not None:
            return range(len(self._rows))
        found: Sequence[int] = within if within is not None else self._sorted()
        words = fold(self._filter).split()
        if words:
            texts = self._search_texts()
            if len(words) == 1:
                word = words[0]
                found = [n for n in found if word in texts[n]]
            else:
                found = [n for n in found if all(word in texts[n] for word in words)]
        if self._keep is not None:
            keep, rows = self._keep, self._rows
            found = [n for n in found if keep(rows[n])]
        return found

    def _sorted(self) -> Sequence[int]:
        key, descending = self._sort
        column = next((known for known in self.columns if known.key == key), None)
        if column is None:
            return range(len(self._rows))
        if self._order is None:
            by_letters = partial(sort_key, language=language())
            keys = [sort_value(column, row, by_letters) for row in self._rows]
            full = [n for n in range(len(keys)) if keys[n][0] == 0]
            empty = [n for n in range(len(keys)) if keys[n][0] == 1]
            self._order = sorted(full, key=lambda n: keys[n][1], reverse=descending) + empty
        return self._order

    def _search_texts(self) -> list[str]:
        """The folded texts of all rows; those not folded yet in quiet moments are folded now."""
        self._slices.stop()
        self._fold_rows(len(self._rows))
        return self._texts

    def _fold_rows(self, count: int) -> None:
        begin = len(self._texts)
        rows = self._rows[begin : begin + count]
        if rows and hasattr(rows[0], "search_text"):
            self._texts += [row.search_text for row in rows]
        else:
            searched = [column for column in self.columns if column.searched]
            self._texts += [fold(" ".join(cell_text(c, row) for c in searched)) for row in rows]

    def _on_slice(self) -> None:
        end = time.perf_counter() + _TURN
        while len(self._texts) < len(self._rows):
            self._fold_rows(_STEP)
            if time.perf_counter() > end:
                return
        self._slices.stop()

    # what Qt asks ---------------------------------------------------------------------------------------------
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in _SERVED:
            return None
        column = self.columns[index.column()]
        row = self._rows[self._shown[index.row()]]
        if role == _TIP:
            return column.tip(row) if column.tip is not None else None
        return cell_text(column, row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        if role == _ALIGN:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def cell(self, position: int, section: int) -> tuple[Column, Any, object]:
        """Column, row and value of a cell, for the delegate: no roles, no wrapping."""
        column = self.columns[section]
        row = self._rows[self._shown[position]]
        return column, row, cell_value(column, row)

    def as_tsv(self, positions: Sequence[int], sections: Sequence[int]) -> str:
        """Rows as tab-separated text with a heading, for a spreadsheet; a leading sign of a formula is disarmed."""
        lines = ["\t".join(_clean(self.columns[s].title) for s in sections)]
        for position in positions:
            row = self.row_at(position)
            lines.append("\t".join(_clean(copy_text(self.columns[s], row)) for s in sections))
        return "\n".join(lines) + "\n"


def _clean(text: str) -> str:
    flat = " ".join(text.split())
    return "'" + flat if flat[:1] in ("=", "@") else flat
