"""Step 3: every row as it will be, doubtful cells marked, each cell open to correction, each row to a decision."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import overload

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.core.collation import sort_key
from app.core.i18n import language, tr, trn
from app.core.progress import Token
from app.services import import_rows
from app.services.import_book import ALL, LEFT, PROBLEMS, RowBook
from app.services.import_rows import PlanRow
from app.services.imports import Decision, RowKey
from app.ui import formats
from app.ui.icons import icon
from app.ui.pages.import_cell import CellPopover
from app.ui.pages.import_row_panel import RowPanel
from app.ui.pages.import_rows_paint import RowsDelegate, doubted_fields, list_columns
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_words import OUTCOMES, outcome_word
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Pills
from app.ui.widgets.labels import hairline
from app.ui.widgets.list_columns import Column, sort_value
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState

#: So many rows are looked at for which columns are shown at first.
_LOOKED_AT = 300
#: From so many rows on, what needs all of them (search, order) is prepared in another thread.
_MANY = 4_000
_PANEL_AFTER = 40
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ShownRows(Sequence[PlanRow]):
    """The rows of a filter, by their numbers in the book."""

    def __init__(self, book: RowBook, numbers: Sequence[int]) -> None:
        self.book = book
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, position: int) -> PlanRow: ...

    @overload
    def __getitem__(self, position: slice) -> list[PlanRow]: ...

    def __getitem__(self, position: int | slice) -> PlanRow | list[PlanRow]:
        if isinstance(position, slice):
            return [self.book[number] for number in self.numbers[position]]
        return self.book[self.numbers[position]]


class RowsStep(QWidget):
    """The list of rows with its filters, one row in full beside it. ``counted()`` when the sums may have changed."""

    counted = Signal()

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.page.rows")
        self.session = session
        self.list: ListTable | None = None
        self._filter = ALL
        self._shown: ShownRows | None = None
        self._ranks: dict[str, Sequence[int]] = {}
        self._drafts: dict[tuple[RowKey, str], Mapping[str, str]] = {}
        self._body = row(self, space=0)
        self._left = column(space=0)
        self._body.addLayout(self._left, 1)
        self._left.addWidget(self._make_head())
        self._body.addWidget(hairline(vertical=True))
        self.panel = RowPanel(session)
        self._body.addWidget(self.panel)
        self.panel.decided.connect(self.decide)
        self.panel.problem_wanted.connect(self.go_problem)
        self.panel.cell_wanted.connect(self.open_field)
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
        self._search = row(space=0)
        line.addLayout(self._search)
        return head

    @property
    def rows(self) -> Sequence[PlanRow]:
        """The rows of the file, in its order."""
        return self.session.book if self.session.book is not None else ()

    # the list -------------------------------------------------------------------------------------------------
    def _on_planned(self) -> None:
        book = self.session.book
        if book is None:
            return
        if self.list is not None:
            for old in (self.list, self.list.filter_box):
                old.hide()
                old.deleteLater()
        self._filter, self._ranks, self._shown = ALL, {}, None
        self._drafts.clear()
        self.list = self._make_list(book)
        self._left.addWidget(self.list, 1)
        self.list.set_query(self._query)
        self.list.set_note(_passed_text(book))
        self._show_pills()
        self._go_first(book)
        self.counted.emit()
        if len(book) > _MANY:
            self.session.desk.jobs.start(
                tr("Preparing the search"), partial(_folded, book), done=self._on_folded, shown=False
            )

    def _make_list(self, book: RowBook) -> ListTable:
        problems = book.numbers(PROBLEMS)[:_LOOKED_AT]
        looked = [*book[:_LOOKED_AT], *(book[number] for number in problems)]
        doubted = doubted_fields(looked)
        present = import_rows.fields_in(looked) | doubted
        sheets = len({sheet.name for sheet in book.plan.staged.sheets if sheet.used}) > 1
        table = ListTable(
            list_columns(self.session.look, present, doubted, sheets),
            name="list.import.rows",
            title=tr("Rows of the file"),
            key="-",  # what is selected is kept by the number of the row, not looked for among all
            filter_line=False,
            hint=tr("Search the rows"),
            empty=EmptyState("list-checks", tr("No row is here"), tr("Choose another filter above.")),
            count=self._count_words,
        )
        table.filter_box.setMinimumWidth(theme().px(150))
        table.filter_box.setMaximumWidth(theme().px(210))
        self._search.addWidget(table.filter_box)
        table.filter_box.show()
        table.view.setItemDelegate(RowsDelegate(table.view, self.session.look))
        table.view.installEventFilter(self)
        table.opened.connect(self._on_opened)
        table.delete_wanted.connect(self.leave_out)
        table.selected.connect(self._on_selected)
        table.view.selectionModel().currentChanged.connect(self._on_current)
        table.set_menu(self._actions())
        return table

    def _actions(self) -> list[QAction]:
        made = []
        for words, sign, name, run in (
            (tr("Correct the cell"), "pencil", "import.menu.correct", self.open_current),
            (tr("Leave out"), "circle-minus", "import.menu.leave_out", self.leave_out_chosen),
            (tr("As the file says again"), "rotate-ccw", "import.menu.reset", self._on_take_again),
        ):
            action = QAction(icon(sign, "muted"), words, self)
            action.setObjectName(name)
            action.triggered.connect(run)
            made.append(action)
        return made

    def _query(self, text: str, key: str, descending: bool) -> Sequence[PlanRow]:
        """The rows to show; asked by the list whenever filter or order change."""
        book = self.session.book
        if book is None:
            return ()
        numbers = book.numbers(self._filter)
        if text and (book.folded or len(book) <= _MANY):
            numbers = book.matching(numbers, text)
        self._shown = ShownRows(book, self._ordered(book, numbers, key, descending))
        return self._shown

    def _ordered(self, book: RowBook, numbers: Sequence[int], key: str, descending: bool) -> Sequence[int]:
        if not key or self.list is None:
            return numbers
        if key == "row":
            return numbers[::-1] if descending else numbers
        if key not in self._ranks:
            shown = next(one for one in self.list.model.columns if one.key == key)
            if len(book) > _MANY:
                self.session.desk.jobs.start(
                    tr("Ordering the rows"), partial(_ranked, book, shown), done=self._on_ranked, shown=False
                )
                return numbers
            self._ranks[key] = _ranked(book, shown, None)[1]
        return sorted(numbers, key=self._ranks[key].__getitem__, reverse=descending)

    def _on_ranked(self, found: tuple[str, Sequence[int]]) -> None:
        self._ranks[found[0]] = found[1]
        self._ask_again()

    def _on_folded(self, found: tuple[RowBook, list[str]]) -> None:
        book, texts = found
        if book is self.session.book and not book.folded and not book.decisions:
            book.set_texts(texts)
            if self.list is not None and self.list.model.filter_text:
                self._ask_again()

    def _ask_again(self) -> None:
        """Filter and order anew; the row one is at stays chosen when it is still there."""
        table = self.list
        if table is None:
            return
        before = self._number_at(table.view.currentIndex().row())
        section = max(0, table.view.currentIndex().column())
        table.set_query(self._query)
        if self._shown is not None and before in self._shown.numbers:
            self._choose(self._shown.numbers.index(before), section)

    def _number_at(self, position: int) -> int:
        numbers = self._shown.numbers if self._shown is not None else ()
        return numbers[position] if 0 <= position < len(numbers) else -1

    def _choose(self, position: int, section: int) -> None:
        assert self.list is not None
        index = self.list.model.index(position, section)
        self.list.view.selectionModel().setCurrentIndex(index, _SELECT)
        self.list.view.scrollTo(index)

    def _count_words(self, n: int) -> str:
        every = len(self.rows)
        words = trn("{n} row", "{n} rows", every)
        return words if n == every else tr("{shown} of {all}", shown=formats.number(n), all=words)

    def _on_decided(self, _keys: Collection[RowKey]) -> None:
        self._ranks.clear()
        if self.list is not None:
            self.list.view.viewport().update()
        self._show_pills()
        self._show_panel()
        self.counted.emit()

    def _show_pills(self) -> None:
        book = self.session.book
        if book is None:
            return
        counts = book.counts()
        pills: list[tuple[str, str, int | None]] = [(ALL, tr("All"), counts[ALL])]
        if counts[PROBLEMS] or self._filter == PROBLEMS:
            pills.append((PROBLEMS, tr("Problems"), counts[PROBLEMS]))
        pills += [
            (one, outcome_word(one), counts[one])
            for one in OUTCOMES
            if one != LEFT and (counts[one] or one == self._filter)
        ]
        if counts[LEFT] or self._filter == LEFT:
            pills.append((LEFT, outcome_word(LEFT), counts[LEFT]))
        self.pills.set_pills(pills, self._filter)
        self._problems = counts[PROBLEMS]

    def _on_pill(self, key: str) -> None:
        self._filter = key
        self._ask_again()
        if self.list is not None and self.list.model.shown and not self.list.view.currentIndex().isValid():
            self._choose(0, self.list.view.first_section)

    # where one is ---------------------------------------------------------------------------------------------
    def _go_first(self, book: RowBook) -> None:
        assert self.list is not None
        first = next(iter(book.numbers(PROBLEMS)), 0)
        if len(book):
            self._choose(first, self._section_of(book[first]))
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_panel()

    def _on_current(self) -> None:
        self._timer.start()

    def _on_selected(self, _rows: object) -> None:
        self._timer.start()

    def _show_panel(self) -> None:
        self._timer.stop()
        table, book = self.list, self.session.book
        if table is None or book is None:
            return
        chosen = table.view.selectionModel().selectedRows()
        if len(chosen) > 1:
            self.panel.show_several(table.selected_rows())
            return
        number = self._number_at(table.view.currentIndex().row())
        self.panel.show_row(book[number] if number >= 0 else None)
        problems = book.numbers(PROBLEMS) if self._problems else ()
        at = problems.index(number) + 1 if number in problems else 0
        self.panel.show_problems(at, len(problems))

    # cells ----------------------------------------------------------------------------------------------------
    def _on_opened(self, _row: object) -> None:
        self.open_current()

    def open_current(self) -> None:
        """Open the cell that is current for correction; of a column that cannot be, the first doubtful one."""
        if self.list is None:
            return
        index = self.list.view.currentIndex()
        if index.isValid():
            self.open_cell(index.row(), self.list.model.columns[index.column()].key)

    def open_field(self, shown: PlanRow, key: str) -> None:
        """Open the cell of a row in a column."""
        book = self.session.book
        if book is not None and self._shown is not None and book.number(shown.key) in self._shown.numbers:
            self.open_cell(self._shown.numbers.index(book.number(shown.key)), key)

    def open_cell(self, position: int, key: str) -> None:
        """Open a cell in place; of a column that is about the row itself, its first doubtful cell or its name."""
        table, look = self.list, self.session.look
        if table is None or self.session.busy:
            return
        shown: PlanRow = table.model.row_at(position)
        cell = next((one for one in look.columns if one.key == key), None)
        if cell is None and shown.doubts:
            cell = look.column_of(shown.doubts[0].field)
        cell = cell or look.columns[0]
        section = next((n for n, one in enumerate(table.model.columns) if one.key == cell.key), -1)
        if section >= 0 and table.view.isColumnHidden(section) and section not in table.view.aside:
            table.show_column(cell.key, True)
        if section < 0 or table.view.isColumnHidden(section):
            section = table.view.last_section
        self._choose(position, section)
        made = CellPopover(self, look, shown, cell, self.session.decision(shown.key))
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
        table, book = self.list, self.session.book
        if table is None or book is None or not self._problems:
            return
        position = self._problem_after(book, table.view.currentIndex().row(), step)
        if position < 0:
            table.filter_box.clear()
            self._filter = ALL
            self._show_pills()
            self._ask_again()
            position = self._problem_after(book, table.view.currentIndex().row(), step)
        if position < 0:
            return
        shown: PlanRow = table.model.row_at(position)
        if shown.doubts and shown.taken:
            cell = self.session.look.column_of(shown.doubts[0].field)
            self.open_cell(position, cell.key if cell is not None else "")
            return
        self._choose(position, self._section_of(shown))
        table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _problem_after(self, book: RowBook, here: int, step: int) -> int:
        numbers = self._shown.numbers if self._shown is not None else ()
        count = len(numbers)
        for away in range(1, count + 1):
            position = (here + step * away) % count
            if book.is_problem(numbers[position]):
                return position
        return -1

    def _section_of(self, shown: PlanRow) -> int:
        """The column to stand in: the first doubtful cell, else the name."""
        assert self.list is not None
        look = self.session.look
        cell = look.column_of(shown.doubts[0].field) if shown.doubts else None
        wanted = (cell.key if cell is not None else "", look.columns[0].key)
        sections = {one.key: n for n, one in enumerate(self.list.model.columns)}
        found = [sections[key] for key in wanted if key in sections]
        return next((n for n in found if not self.list.view.isColumnHidden(n)), self.list.view.first_section)

    # decisions ------------------------------------------------------------------------------------------------
    def decide(self, fresh: Mapping[RowKey, Decision]) -> None:
        """Keep decisions about rows."""
        self.session.decide(fresh)

    def leave_out(self, rows: Sequence[PlanRow]) -> None:
        """Leave rows out; they can be taken again."""
        self.decide({one.key: Decision(leave_out=True) for one in rows})

    def leave_out_chosen(self) -> None:
        """Leave the selected rows out."""
        if self.list is not None:
            self.leave_out(self.list.selected_rows())

    def _on_take_again(self) -> None:
        if self.list is not None:
            self.decide({one.key: Decision() for one in self.list.selected_rows()})

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
        if self.list is not None:
            self.list.filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.list.filter_box.selectAll()

    # keys -----------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        here = self.list is not None and watched is self.list.view
        if here and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(event):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        assert self.list is not None
        view = self.list.view
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
            view.selectionModel().select(view.currentIndex(), flags)
            return True
        if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            if self._timer.isActive():
                self._show_panel()
            return self.panel.take_key(event)
        return False


def _folded(book: RowBook, token: Token) -> tuple[RowBook, list[str]]:
    return book, book.fold_all(token)


def _ranked(book: RowBook, shown: Column, token: Token | None) -> tuple[str, Sequence[int]]:
    """The place of each row when ordered by a column; empty cells last."""
    by_letters = partial(sort_key, language=language())
    keys: list[tuple[int, object]] = []
    for block in book.blocks():
        keys += [sort_value(shown, one, by_letters) for one in block]
        if token is not None:
            token.step(len(keys), len(book))
    order = sorted(range(len(keys)), key=keys.__getitem__)
    ranks = [0] * len(keys)
    for place, number in enumerate(order):
        ranks[number] = place
    return shown.key, ranks


def _passed_text(book: RowBook) -> str:
    n = len(import_rows.passed_over(book.plan))
    if not n:
        return ""
    return trn(
        "{n} row holds nobody (totals, headings, remarks)", "{n} rows hold nobody (totals, headings, remarks)", n
    )
