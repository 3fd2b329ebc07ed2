"""THE list: columns as data, rows as they are; sort, filter as you type, copy, choose columns, keyboard."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QStackedLayout, QWidget

from app.core.i18n import tr, trn
from app.ui import formats
from app.ui.icons import icon
from app.ui.theme import theme
from app.ui.widgets.boxes import column as column_layout
from app.ui.widgets.boxes import row as row_layout
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_model import ListModel, Query
from app.ui.widgets.list_view import ListView
from app.ui.widgets.messages_view import EmptyState

#: The key of a list whose page keeps the selection itself when the rows are read again.
NO_KEY = "-"
#: So many selected rows are handed on as they are.
_FEW = 2_000


class ListTable(QWidget):
    """A list with its filter line, empty state and footer.

    Signals: ``opened(row)`` by double click or Enter; ``selected(rows)`` whenever the selection changes;
    ``delete_wanted(rows)`` by the Delete key; ``layout_changed()`` when columns or order were changed by the user.
    """

    opened = Signal(object)
    selected = Signal(object)
    delete_wanted = Signal(object)
    layout_changed = Signal()

    def __init__(  # noqa: PLR0913 - all but the columns by name
        self,
        columns: Sequence[Column],
        *,
        name: str,
        title: str = "",
        key: str = "id",
        filter_line: bool = True,
        footer: bool = True,
        hint: str = "",
        empty: EmptyState | None = None,
        count: Callable[[int], str] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}.box")
        self._key = key
        self._count = count or _rows_text
        self._remembered: set[object] = set()
        #: The head stays when nothing matches, because it holds a row of filters.
        self.head_stays = False
        self._menu_actions: list[QAction] = []
        self.model = ListModel(columns)
        self.view = ListView(self.model)
        self.view.setObjectName(name)
        self.view.setAccessibleName(title or name)
        self.filter_box = QLineEdit()
        self._filter_bar = QWidget()
        self._filled = False
        self._empty = empty or EmptyState("inbox", tr("Nothing here yet"))
        self._nothing = EmptyState(
            "search",
            tr("Nothing matches the filter"),
            tr("Type less, or clear the filter."),
            buttons=(button(tr("Clear the filter"), name=f"{name}.filter.clear", clicked=self.clear_filter),),
        )
        self._footer = QWidget()
        self._build(name, hint, filter_line, footer)
        self._connect()
        self._set_up_columns()
        self._on_counts()

    def _build(self, name: str, hint: str, filter_line: bool, footer: bool) -> None:
        outer = column_layout(self, space=0)
        bar = row_layout(self._filter_bar, space=2, margins=(6, 2, 6, 2))
        self.filter_box.setObjectName(f"{name}.filter")
        self.filter_box.setPlaceholderText(hint or tr("Filter as you type"))
        self.filter_box.setAccessibleName(self.filter_box.placeholderText())
        self.filter_box.setClearButtonEnabled(True)
        self.filter_box.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter_box.setMaximumWidth(theme().px(320))
        bar.addWidget(self.filter_box, 1)
        self.bar = row_layout(space=2)
        bar.addLayout(self.bar)
        bar.addStretch(1)
        self._columns_button = button(tr("Columns"), "link", icon_name="columns-3", name=f"{name}.columns")
        bar.addWidget(self._columns_button)
        outer.addWidget(self._filter_bar)
        self._filter_bar.setVisible(filter_line)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._nothing)
        outer.addWidget(hairline())
        outer.addWidget(holder, 1)
        outer.addWidget(hairline())
        foot = row_layout(self._footer, space=4, margins=(6, 1, 6, 1))
        self._footer.setMinimumHeight(theme().height("foot"))
        self._foot_left = label("", "second_text", name=f"{name}.selected")
        self._foot_left.hide()
        self._foot_note = label("", "second")
        self._foot_right = label("", "second", name=f"{name}.count")
        foot.addWidget(self._foot_left)
        foot.addWidget(self._foot_note)
        foot.addStretch(1)
        foot.addWidget(self._foot_right)
        outer.addWidget(self._footer)
        self._footer.setVisible(footer)

    def _connect(self) -> None:
        self.filter_box.textChanged.connect(self._on_filter)
        self.filter_box.returnPressed.connect(self._on_filter_enter)
        self._columns_button.clicked.connect(self._open_columns)
        self.view.opened.connect(self._on_opened)
        self.view.delete_wanted.connect(self._on_delete)
        self.view.menu_wanted.connect(self._on_menu)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        head = self.view.horizontalHeader()
        head.sectionClicked.connect(self._on_header)
        head.sectionResized.connect(self._on_resized)
        head.sectionMoved.connect(self._on_moved)
        head.sectionHandleDoubleClicked.connect(self._on_fit_wanted)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._on_header_menu)
        self.model.modelAboutToBeReset.connect(self._on_before_reset)
        self.model.modelReset.connect(self._on_after_reset)
        self.model.counts_changed.connect(self._on_counts)

    def _set_up_columns(self) -> None:
        head = self.view.horizontalHeader()
        for section, column in enumerate(self.model.columns):
            self.view.setColumnHidden(section, not column.visible)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._mark_ends()

    def _mark_ends(self) -> None:
        sections = self.view.sections()
        self.view.first_section = sections[0] if sections else 0
        self.view.last_section = sections[-1] if sections else 0
        self.view.fit_columns()

    # rows -----------------------------------------------------------------------------------------------------
    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; filter, order and selection stay."""
        self._filled = True
        self.model.set_rows(rows)
        self.view.measure_rows()

    def set_query(self, query: Query) -> None:
        """Ask a query for rows whenever filter or order change (for lists that can grow without limit)."""
        self._filled = True
        self.model.set_query(query)
        self.view.measure_rows()

    def set_keep(self, keep: Callable[[Any], bool] | None) -> None:
        """A saved filter: show only rows it says yes to."""
        self.model.set_keep(keep)

    def selected_rows(self) -> list[Any]:
        """The selected rows, in the order shown."""
        return [self.model.row_at(position) for position in self.view.selected_positions()]

    def current(self) -> Any | None:
        """The row with the focus, else None."""
        index = self.view.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def select(self, key: object) -> bool:
        """Select the row with this key and bring it into view; False when it is not shown."""
        for position in range(self.model.shown):
            if getattr(self.model.row_at(position), self._key, None) == key:
                self.view.selectRow(position)
                self.view.scrollTo(self.model.index(position, self.view.first_section))
                return True
        return False

    def set_menu(self, actions: Sequence[QAction]) -> None:
        """What a right click offers, before Copy."""
        self._menu_actions = list(actions)

    def columns_button(self) -> QPushButton:
        """The button that opens the choice of columns, for pages that have it elsewhere than beside the filter line."""
        return self._columns_button

    def set_note(self, text: str) -> None:
        """A remark in the footer, such as what italics mean."""
        self._foot_note.setText(text)

    def clear_filter(self) -> None:
        """Empty the filter line and go to it."""
        self.filter_box.clear()
        self.filter_box.setFocus()

    # what is remembered ---------------------------------------------------------------------------------------
    def layout_state(self) -> dict[str, object]:
        """Columns (order, hidden, width) and sorting as builtin types, for the settings file."""
        head = self.view.horizontalHeader()
        columns = self.model.columns
        order = [columns[head.logicalIndex(visual)].key for visual in range(head.count())]
        scale = theme().text_size / 100
        return {
            "order": order,
            "hidden": [c.key for n, c in enumerate(columns) if head.isSectionHidden(n) and n not in self.view.aside],
            "widths": {key: round(width / scale) for key, width in self.view.widths.items()},
            "sort": list(self.model.sorting),
        }

    def restore_layout(self, state: object) -> None:
        """Take a remembered layout; anything in it that does not fit is passed over."""
        if not isinstance(state, dict):
            return
        head = self.view.horizontalHeader()
        sections = {c.key: n for n, c in enumerate(self.model.columns)}
        order, hidden, widths = state.get("order"), state.get("hidden"), state.get("widths")
        if isinstance(order, list):
            for target, key in enumerate(key for key in order if key in sections):
                head.moveSection(head.visualIndex(sections[key]), target)
        if isinstance(hidden, list) and len(hidden) < len(sections):
            for key, section in sections.items():
                self.view.setColumnHidden(section, key in hidden)
        if isinstance(widths, dict):
            for key, width in widths.items():
                if key in sections and isinstance(width, int):
                    self.view.widths[key] = theme().px(max(40, min(width, 1200)))
        sort = state.get("sort")
        if isinstance(sort, list) and len(sort) == 2 and sort[0] in sections:
            self.sort_by(str(sort[0]), bool(sort[1]))
        self._mark_ends()

    def sort_by(self, key: str, descending: bool = False) -> None:
        """Order by a column."""
        for section, column in enumerate(self.model.columns):
            if column.key == key:
                order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                self.view.horizontalHeader().setSortIndicator(section, order)
                self.model.set_sort(key, descending)

    # slots ----------------------------------------------------------------------------------------------------
    def _on_filter(self, text: str) -> None:
        self.model.set_filter(text)

    def _on_filter_enter(self) -> None:
        if self.model.shown:
            self.view.setFocus()
            self.view.selectRow(0)

    def _on_header(self, section: int) -> None:
        key = self.model.columns[section].key
        before, descending = self.model.sorting
        self.sort_by(key, not descending if before == key else False)
        self.layout_changed.emit()

    def _on_resized(self, section: int, old: int, new: int) -> None:
        # From and to nothing it goes when a column is hidden and shown: that is no width the user gave.
        if not self.view.fitting and old and new:
            self.view.widths[self.model.columns[section].key] = new
            self.layout_changed.emit()

    def _on_fit_wanted(self, section: int) -> None:
        """A double click on the edge of a head gives the column back the width of what it holds."""
        self.view.widths.pop(self.model.columns[section].key, None)
        self.view.fit_columns()
        self.layout_changed.emit()

    def _on_moved(self, _section: int, _old: int, _new: int) -> None:
        self._mark_ends()
        self.layout_changed.emit()

    def _on_opened(self) -> None:
        row = self.current()
        if row is not None:
            self.opened.emit(row)

    def _on_delete(self) -> None:
        rows = self.selected_rows()
        if rows:
            self.delete_wanted.emit(rows)

    def _on_before_reset(self) -> None:
        chosen = self.view.selected_positions() if self._key != NO_KEY else ()
        self._remembered = {getattr(self.model.row_at(position), self._key, None) for position in chosen} - {None}

    def _on_after_reset(self) -> None:
        wanted, self._remembered = self._remembered, set()
        self.view.hover_row = self.view.current_row = -1
        if not wanted:
            return
        selection = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for position in range(self.model.shown):
            if getattr(self.model.row_at(position), self._key, None) in wanted:
                index = self.model.index(position, self.view.first_section)
                selection.select(index, flags)
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                wanted = wanted - {getattr(self.model.row_at(position), self._key, None)}
                if not wanted:
                    break

    def _on_selection(self) -> None:
        positions = self.view.selected_positions()
        self._say_selected(len(positions))
        few = len(positions) <= _FEW
        self.selected.emit(self.selected_rows() if few else _RowsAt(self.model, positions))

    def _say_selected(self, count: int) -> None:
        self._foot_left.setText(trn("{n} selected", "{n} selected", count) if count else "")
        self._foot_left.setVisible(count > 0)

    def _on_counts(self) -> None:
        total, shown = self.model.total, self.model.shown
        self._stack.setCurrentWidget(self._page(total, shown))
        if not self._filled:
            return
        full = self._count(total)
        text = full if shown == total else tr("{shown} of {all}", shown=formats.number(shown), all=full)
        self._foot_right.setText(text)
        if not self.view.selectionModel().hasSelection():
            self._say_selected(0)

    def _page(self, total: int, shown: int) -> QWidget:
        """The rows, or why there are none; before the first rows came nothing is said about their number."""
        if shown or not self._filled or (self.head_stays and total):
            return self.view
        return self._empty if not total and not self.model.filter_text else self._nothing

    def _on_menu(self, point: QPoint) -> None:
        menu = self._fresh_menu()
        menu.addActions(self._menu_actions)
        if self._menu_actions:
            menu.addSeparator()
        menu.addAction(icon("copy", "muted"), tr("Copy for a spreadsheet")).triggered.connect(self.view.copy_rows)
        menu.addAction(tr("Select all")).triggered.connect(self.view.selectAll)
        menu.popup(point)

    def _fresh_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open_columns(self) -> None:
        self._columns_menu(self._columns_button.mapToGlobal(self._columns_button.rect().bottomLeft()))

    def _on_header_menu(self, point: QPoint) -> None:
        self._columns_menu(self.view.horizontalHeader().mapToGlobal(point))

    def _columns_menu(self, point: QPoint) -> None:
        menu = self._fresh_menu()
        for section, column in enumerate(self.model.columns):
            action = menu.addAction(column.title or column.key)
            action.setCheckable(True)
            action.setChecked(not self.view.isColumnHidden(section) or section in self.view.aside)
            action.setData(section)
        menu.triggered.connect(self._on_column_chosen)
        menu.popup(point)

    def _on_column_chosen(self, action: QAction) -> None:
        self.show_column(self.model.columns[int(action.data())].key, action.isChecked())

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        section = next(n for n, column in enumerate(self.model.columns) if column.key == key)
        if not shown and len(self.view.sections()) == 1:
            return
        self.view.aside.discard(section)
        self.view.setColumnHidden(section, not shown)
        self._mark_ends()
        self.layout_changed.emit()


class _RowsAt(Sequence[Any]):
    """Very many selected rows; one is made only when somebody asks for it."""

    def __init__(self, model: ListModel, positions: Sequence[int]) -> None:
        self._model, self._positions = model, positions

    def __len__(self) -> int:
        return len(self._positions)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self._model.row_at(position) for position in self._positions[at]]
        return self._model.row_at(self._positions[at])


def _rows_text(n: int) -> str:
    return trn("{n} row", "{n} rows", n)
