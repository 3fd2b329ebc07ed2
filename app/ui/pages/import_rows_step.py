"""Step 3: every row as it will be, doubtful cells marked, each cell open to correction, each row to a decision."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr
from app.services.import_book import ALL, LEFT, PROBLEMS, RowBook
from app.services.import_rows import PlanRow
from app.services.imports import Decision, RowKey
from app.ui.pages.import_beside import PanelPlace, has_to_be_decided
from app.ui.pages.import_cell import CellPopover
from app.ui.pages.import_problem_steps import ProblemSteps
from app.ui.pages.import_row_panel import RowPanel
from app.ui.pages.import_rows_list import RowsList
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_words import OUTCOMES, outcome_word
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Pills
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_action

#: So many rows are looked at for which columns are shown at first.
_LOOKED_AT = 300
#: From so many rows on, what needs all of them (search, order) is prepared in another thread.
_MANY = 4_000
_PANEL_AFTER, _PILLS_AFTER = 40, 10
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RowsStep(QWidget):
    """The list of rows with its filters, one row in full beside it. ``counted()`` when the sums may have changed."""

    counted = Signal()

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.page.rows")
        self.session = session
        #: What comes after the step in the order of Tab: the buttons of the page's foot.
        self.tail: Sequence[QWidget] = ()
        self._drafts: dict[tuple[RowKey, str], Mapping[str, str]] = {}
        self._open_cell: CellPopover | None = None
        self._body = row(self, space=0)
        self._left = column(space=0)
        self._body.addLayout(self._left, 1)
        self._left.addWidget(self._make_head())
        self.rows_list = RowsList(session)
        self._left.addWidget(self.rows_list, 1)
        self.panel = RowPanel(session)
        self.place = PanelPlace(session.desk, self, self._body, self.rows_list, self.panel)
        self._tools.addWidget(self.place.toggle)
        self.panel.decided.connect(self.decide)
        self.panel.cell_wanted.connect(self.open_field)
        self.place.moved.connect(self._order_tabs)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PANEL_AFTER)
        self._timer.timeout.connect(self._show_panel)
        for keys, run in (("F8", self.next_problem), ("Shift+F8", self.previous_problem)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)
        session.planned.connect(self._on_planned)
        session.decided.connect(self._on_decided)

    def _make_head(self) -> QWidget:
        head = QWidget()
        line = row(head, space=2, margins=(6, 2, 4, 2))
        self.pills = Pills("import.rows.filters")
        self.pills.chosen.connect(self._on_pill)
        line.addWidget(self.pills, 1)
        self.problems = ProblemSteps()
        self.problems.wanted.connect(self.go_problem)
        line.addWidget(self.problems)
        self._search = row(space=0)
        line.addLayout(self._search)
        self._tools = row(space=2)
        line.addLayout(self._tools)
        return head

    @property
    def table(self) -> ListTable | None:
        """The table of rows, when there are any."""
        return self.rows_list.table

    @property
    def rows(self) -> Sequence[PlanRow]:
        """The rows of the file, in its order."""
        return self.session.book if self.session.book is not None else ()

    # the list -------------------------------------------------------------------------------------------------
    def _on_planned(self) -> None:
        book = self.session.book
        if book is None:
            return
        self._drafts.clear()
        table = self.rows_list.show_book(book)
        self._search.addWidget(table.filter_box)
        table.filter_box.show()
        table.view.installEventFilter(self)
        table.opened.connect(self._on_opened)
        table.delete_wanted.connect(self._on_delete)
        table.selected.connect(self._on_selected)
        table.view.selectionModel().currentChanged.connect(self._on_current)
        table.set_menu(self._actions())
        self._show_pills()
        self._go_first(book)
        self.counted.emit()

    def _actions(self) -> list[QAction]:
        entries = (
            (tr("Correct the cell"), "pencil", "import.menu.correct", self.open_current),
            (tr("Leave out"), "circle-minus", "import.menu.leave_out", self.leave_out_chosen),
            (tr("As the file says again"), "rotate-ccw", "import.menu.reset", self._on_take_again),
        )
        return [menu_action(self, sign, words, run, name) for words, sign, name, run in entries]

    def _on_decided(self, keys: Collection[RowKey]) -> None:
        self.rows_list.changed()
        if len(keys) > _MANY:
            # The window takes a breath before each of the two.
            QTimer.singleShot(_PILLS_AFTER, self._show_pills)
            self._timer.start()
        else:
            self._show_pills()
            self._show_panel()
        self.counted.emit()

    def _show_pills(self) -> None:
        book = self.session.book
        if book is None:
            return
        counts = book.counts()
        pills: list[tuple[str, str, int | None]] = [(ALL, tr("All"), counts[ALL])]
        if counts[PROBLEMS] or self.rows_list.filter == PROBLEMS:
            pills.append((PROBLEMS, tr("Problems"), counts[PROBLEMS]))
        pills += [
            (one, outcome_word(one), counts[one])
            for one in OUTCOMES
            if one != LEFT and (counts[one] or one == self.rows_list.filter)
        ]
        if counts[LEFT] or self.rows_list.filter == LEFT:
            pills.append((LEFT, outcome_word(LEFT), counts[LEFT]))
        self.pills.set_pills(pills, self.rows_list.filter)
        self._problems = counts[PROBLEMS]

    def _on_pill(self, key: str) -> None:
        self.rows_list.set_filter(key)
        if self.table is not None and self.table.model.shown and not self.table.view.currentIndex().isValid():
            self.rows_list.choose(0, self.table.view.first_section)

    # where one is ---------------------------------------------------------------------------------------------
    def _go_first(self, book: RowBook) -> None:
        assert self.table is not None
        first = next(iter(book.numbers(PROBLEMS)), 0)
        if len(book):
            self.rows_list.choose(first, self.rows_list.section_for(book[first]))
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_panel()

    def _on_current(self) -> None:
        self._timer.start()

    def _on_selected(self, _rows: object) -> None:
        self._timer.start()

    def _show_panel(self) -> None:
        self._timer.stop()
        table, book = self.table, self.session.book
        if table is None or book is None or not self.session.desk.is_open:
            return
        # Also while another window is the active one; there may be none, whatever the stubs say.
        focus = cast("QWidget | None", self.window().focusWidget())
        held = focus.objectName() if focus is not None and self.panel.isAncestorOf(focus) else None
        if held is not None:
            # Else it would go to whatever comes next when what has the keyboard is made anew.
            table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        number = self.rows_list.number_at(table.view.currentIndex().row())
        chosen = table.view.selected_positions()
        if len(chosen) > 1:
            self.panel.show_several(self._keys_at(chosen))
            self.place.show_for("several", wanted=True)
        else:
            shown = book[number] if number >= 0 else None
            self.panel.show_row(shown)
            self.place.show_for(shown.key if shown else "", wanted=shown is not None and has_to_be_decided(shown))
        problems = book.numbers(PROBLEMS) if self._problems else ()
        at = bisect_left(problems, number)
        self.problems.show_place(at + 1 if at < len(problems) and problems[at] == number else 0, len(problems))
        self._order_tabs()
        again = [one for one in self.panel.findChildren(QWidget, held) if one.isVisible()] if held else []
        if again and again[-1] is not focus:
            again[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        elif again and focus is not None and self.panel.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        """Tab goes in reading order though the panel is made anew for each row: filters, list, panel, foot."""
        if self.table is None:
            return
        stops: list[QWidget] = [
            *_stops(self.pills),
            *_stops(self.problems),
            self.table.filter_box,
            self.place.toggle,
            self.table.view,
            *_stops(self.panel),
            *self.tail,
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    # cells ----------------------------------------------------------------------------------------------------
    def _on_opened(self, _row: object) -> None:
        self.open_current()

    def open_current(self) -> None:
        """Open the cell that is current for correction; of a column that cannot be, the first doubtful one."""
        if self.table is None:
            return
        index = self.table.view.currentIndex()
        if index.isValid():
            self.open_cell(index.row(), self.table.model.columns[index.column()].key)

    def open_field(self, shown: PlanRow, key: str) -> None:
        """Open the cell of a row in a column."""
        book = self.session.book
        position = self.rows_list.position_of(book.number(shown.key)) if book is not None else -1
        if position >= 0:
            self.open_cell(position, key)

    def open_cell(self, position: int, key: str) -> None:
        """Open a cell in place; of a column that is about the row itself, its first doubtful cell or its name."""
        table, look = self.table, self.session.look
        if table is None or self.session.busy:
            return
        shown: PlanRow = table.model.row_at(position)
        cell = next((one for one in look.columns if one.key == key), None)
        if cell is None and shown.doubts:
            cell = look.column_of(shown.doubts[0].field)
        elif cell is None:
            self.place.open_panel()
            return
        cell = cell or look.columns[0]
        section = self.rows_list.bring(cell.key)
        self.rows_list.choose(position, section)
        self._show_panel()
        made = self._open_cell = CellPopover(self, look, shown, cell, self.session.decision(shown.key))
        self.rows_list.delegate.open_cell = True
        made.closed.connect(self._on_cell_closed)
        made.country = self.session.country
        made.decided.connect(self._on_decision)
        made.left.connect(self._on_left)
        made.problem_wanted.connect(self.go_problem)
        made.set_next(self._problems > (1 if shown.doubts else 0))
        draft = self._drafts.get((shown.key, cell.key))
        if draft:
            made.set_texts(draft)
        index = table.model.index(position, section)
        made.open_under(table.view.viewport(), width=theme().px(328), rect=table.view.visualRect(index))

    def hideEvent(self, event: QHideEvent) -> None:
        """No cell stays open over another step."""
        if self._open_cell is not None:
            self._open_cell.close()
        super().hideEvent(event)

    def _on_cell_closed(self) -> None:
        self._open_cell = None
        self.rows_list.delegate.open_cell = False
        if self.table is not None:
            self.table.view.viewport().update()

    def _on_decision(self, shown: PlanRow, decision: Decision) -> None:
        for key in [one for one in self._drafts if one[0] == shown.key]:
            del self._drafts[key]
        self.decide({shown.key: decision})

    def _on_left(self, shown: PlanRow, key: str, texts: Mapping[str, str]) -> None:
        """What was typed cannot be read: it stands there again when the cell is opened."""
        self._drafts[shown.key, key] = dict(texts)
        self.session.desk.say(
            tr("Row {n} was not changed", n=shown.row),
            tr("What you typed cannot be read. It is still there when you open the cell again."),
            tone="warning",
        )

    # problems -------------------------------------------------------------------------------------------------
    def next_problem(self) -> None:
        """Go to the next row at which somebody should look, around the end."""
        self.go_problem(1)

    def previous_problem(self) -> None:
        """Go to the problem before."""
        self.go_problem(-1)

    def go_problem(self, step: int) -> None:
        """Go to the next problem (1) or the one before (-1) among what is shown, else among all rows."""
        table, book = self.table, self.session.book
        if table is None or book is None or not self._problems:
            return
        position = self.rows_list.problem_after(table.view.currentIndex().row(), step)
        if position < 0:
            table.filter_box.clear()
            self.rows_list.set_filter(ALL)
            self._show_pills()
            position = self.rows_list.problem_after(table.view.currentIndex().row(), step)
        if position < 0:
            return
        shown: PlanRow = table.model.row_at(position)
        if shown.doubts and shown.taken:
            cell = self.session.look.column_of(shown.doubts[0].field)
            self.open_cell(position, cell.key if cell is not None else "")
            return
        self.rows_list.choose(position, self.rows_list.section_for(shown))
        table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # decisions ------------------------------------------------------------------------------------------------
    def decide(self, fresh: Mapping[RowKey, Decision]) -> None:
        """Keep decisions about rows."""
        self.session.decide(fresh)

    def _keys_at(self, positions: Sequence[int]) -> Sequence[RowKey]:
        book = self.session.book
        return book.keys(self.rows_list.numbers_at(positions)) if book is not None else ()

    def leave_out_chosen(self) -> None:
        """Leave the selected rows out; they can be taken again."""
        if self.table is not None:
            self.decide(dict.fromkeys(self._keys_at(self.table.view.selected_positions()), Decision(leave_out=True)))

    def _on_delete(self, _rows: object) -> None:
        self.leave_out_chosen()

    def _on_take_again(self) -> None:
        if self.table is not None:
            self.decide(dict.fromkeys(self._keys_at(self.table.view.selected_positions()), Decision()))

    def take_back(self) -> None:
        """Ctrl+Z: the last decision."""
        if not self.session.take_back_decision():
            self.session.desk.say(tr("No decision is left to take back."), tone="info")

    def do_again(self) -> None:
        """The decision that was taken back last."""
        if not self.session.take_back_decision(again=True):
            self.session.desk.say(tr("There is nothing to do again."), tone="info")

    def search(self) -> None:
        """Ctrl+F: into the search of the rows."""
        if self.table is not None:
            self.table.filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.table.filter_box.selectAll()

    # keys -----------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        here = self.table is not None and watched is self.table.view
        if here and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(event):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        assert self.table is not None
        view = self.table.view
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
            view.selectionModel().select(view.currentIndex(), flags)
            return True
        if event.key() == Qt.Key.Key_F2:
            self.open_current()
            return True
        if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            if self._timer.isActive():
                self._show_panel()
            return self.panel.take_key(event)
        return False


def _stops(parent: QWidget) -> list[QWidget]:
    """What Tab stops at inside a widget, in the order it was made."""
    return [one for one in parent.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
