"""The list of the rows of an import: 100,000 scroll like 100, because a row is only made when it is looked at."""

import time
from collections.abc import Sequence
from functools import partial
from typing import overload

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr, trn
from app.core.progress import Token
from app.services import import_rows
from app.services.import_book import ALL, PROBLEMS, RowBook
from app.services.import_rows import PlanRow
from app.ui import formats
from app.ui.jobs import Job
from app.ui.pages.import_kinds import KindLook
from app.ui.pages.import_rows_order import Order, order_by
from app.ui.pages.import_rows_paint import RowsDelegate, doubted_fields, list_columns
from app.ui.pages.import_session import ImportSession
from app.ui.theme import theme
from app.ui.widgets.boxes import column
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import NO_KEY, ListTable
from app.ui.widgets.messages_view import EmptyState

#: So many rows are looked at for which columns are shown at first.
_LOOKED_AT = 100
#: From so many rows on, what needs all of them (search, order) is prepared in another thread.
_MANY = 4_000
#: Seconds that the window has for showing the first rows before that begins.
_SHOWING = 0.3
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


class RowsList(QWidget):
    """Filter, search and order over a book of rows. A new ``table`` is made for each book, since columns differ."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.session = session
        self.table: ListTable | None = None
        self.filter = ALL
        self._shown: ShownRows | None = None
        self._orders: dict[str, Order] = {}
        self._ordering: Job | None = None
        self._body = column(self, space=0)

    def show_book(self, book: RowBook) -> ListTable:
        """Show the rows of a book in a new table."""
        if self.table is not None:
            for old in (self.table, self.table.filter_box):
                old.hide()
                old.deleteLater()
        self.filter, self._orders, self._shown = ALL, {}, None
        self.table = self._make_table(book)
        self._body.addWidget(self.table, 1)
        self.table.set_query(self._query)
        self.table.set_note("   ·   ".join(filter(None, (tr("Double-click a cell to correct it"), _passed_text(book)))))
        if len(book) > _MANY:
            self.session.desk.jobs.start(
                tr("Preparing the search"), partial(_folded, book), done=self._on_folded, shown=False
            )
        return self.table

    def _make_table(self, book: RowBook) -> ListTable:
        problems = book.numbers(PROBLEMS)[:_LOOKED_AT]
        looked = [*book[:_LOOKED_AT], *(book[number] for number in problems)]
        doubted = doubted_fields(looked)
        present = import_rows.fields_in(looked) | doubted
        sheets = len({sheet.name for sheet in book.plan.staged.sheets if sheet.used}) > 1
        table = ListTable(
            list_columns(self.session.look, present, doubted, sheets=sheets, last=last_row(book)),
            name="list.import.rows",
            title=tr("Rows of the file"),
            key=NO_KEY,  # what is selected is kept by the number of the row, not looked for among all
            filter_line=False,
            hint=tr("Search the rows"),
            empty=EmptyState("list-checks", tr("No row is here"), tr("Choose another filter above.")),
            count=self._count_words,
        )
        table.filter_box.setMinimumWidth(theme().px(150))
        table.filter_box.setMaximumWidth(theme().px(210))
        self.delegate = RowsDelegate(table.view, self.session.look)
        table.view.setItemDelegate(self.delegate)
        return table

    # what is asked --------------------------------------------------------------------------------------------
    def _query(self, text: str, key: str, descending: bool) -> Sequence[PlanRow]:
        """The rows to show; asked by the list whenever filter or order change."""
        book = self.session.book
        if book is None:
            return ()
        numbers = book.numbers(self.filter)
        if text and (book.folded or len(book) <= _MANY):
            numbers = book.matching(numbers, text)
        self._shown = ShownRows(book, self._ordered(book, numbers, key, descending))
        return self._shown

    def _ordered(self, book: RowBook, numbers: Sequence[int], key: str, descending: bool) -> Sequence[int]:
        if not key or self.table is None:
            return numbers
        order = self._orders.get(key)
        if order is None:
            shown = next(one for one in self.table.model.columns if one.key == key)
            if len(book) > _MANY and key != "row":
                self._start_order(book, shown)
                return numbers
            order = self._orders[key] = order_by(book, self.session.look, shown)
        return order.of(numbers, descending)

    def _start_order(self, book: RowBook, shown: Column) -> None:
        """Put a long list in order in another thread; the former order is not wanted any more."""
        if self._ordering is not None:
            self._ordering.cancel()
        self._ordering = self.session.desk.jobs.start(
            tr("Ordering the rows"),
            partial(_ordered, book, self.session.look, shown),
            done=self._on_ordered,
            cancelled=self._on_order_stopped,
        )

    def _on_order_stopped(self) -> None:
        """Another order was asked for meanwhile, or nobody wants this one."""

    def _on_ordered(self, found: tuple[RowBook, Order]) -> None:
        book, order = found
        self._ordering = None
        if book is self.session.book:
            self._orders[order.key] = order
            self.ask_again()

    def _on_folded(self, found: tuple[RowBook, list[str]]) -> None:
        book, texts = found
        if book is self.session.book and not book.folded:
            book.set_texts(texts)
            if self.table is not None and self.table.model.filter_text:
                self.ask_again()

    def set_filter(self, key: str) -> None:
        """Show only the rows of a filter of the book."""
        self.filter = key
        self.ask_again()

    def ask_again(self) -> None:
        """Filter and order anew; the row one is at stays chosen when it is still there."""
        table = self.table
        if table is None:
            return
        before = self.number_at(table.view.currentIndex().row())
        section = max(0, table.view.currentIndex().column())
        # Not measured anew: the columns stay where they are while one looks for something.
        table.model.set_query(self._query)
        position = self.position_of(before)
        if position >= 0:
            self.choose(position, section)

    def changed(self) -> None:
        """Rows were decided: they stay where they are and say what became of them."""
        self._orders.clear()
        if self.table is not None:
            self.table.view.viewport().update()

    # where one is ---------------------------------------------------------------------------------------------
    def number_at(self, position: int) -> int:
        """The number in the book of the row at a position; -1 for none."""
        numbers = self._shown.numbers if self._shown is not None else ()
        return numbers[position] if 0 <= position < len(numbers) else -1

    def numbers_at(self, positions: Sequence[int]) -> Sequence[int]:
        """The numbers in the book of the rows at these positions."""
        numbers = self._shown.numbers if self._shown is not None else ()
        return [numbers[position] for position in positions if position < len(numbers)]

    def position_of(self, number: int) -> int:
        """Where a row of the book stands now; -1 when it is not shown."""
        numbers = self._shown.numbers if self._shown is not None else ()
        return numbers.index(number) if number in numbers else -1

    def choose(self, position: int, section: int) -> None:
        """Select a row and stand in one of its cells."""
        assert self.table is not None
        index = self.table.model.index(position, section)
        self.table.view.selectionModel().setCurrentIndex(index, _SELECT)
        self.table.view.scrollTo(index)

    def problem_after(self, here: int, step: int) -> int:
        """The position of the next problem among the rows shown, around the end; -1 when there is none."""
        book = self.session.book
        numbers = self._shown.numbers if self._shown is not None and book is not None else ()
        count = len(numbers)
        for away in range(1, count + 1):
            position = (here + step * away) % count
            if book is not None and book.is_problem(numbers[position]):
                return position
        return -1

    def section_of(self, key: str) -> int:
        """The column of the table with this key, if it is in sight; else -1."""
        assert self.table is not None
        found = next((n for n, one in enumerate(self.table.model.columns) if one.key == key), -1)
        return -1 if found < 0 or self.table.view.isColumnHidden(found) else found

    def section_for(self, shown: PlanRow) -> int:
        """The column to stand in: the first doubtful cell, else the name."""
        assert self.table is not None
        look = self.session.look
        cell = look.column_of(shown.doubts[0].field) if shown.doubts else None
        wanted = (cell.key if cell is not None else "", look.columns[0].key)
        return next((n for n in map(self.section_of, wanted) if n >= 0), self.table.view.first_section)

    def bring(self, key: str) -> int:
        """The column with this key, shown if it was hidden; where there is no room for it, the last one."""
        assert self.table is not None
        section = next((n for n, one in enumerate(self.table.model.columns) if one.key == key), -1)
        view = self.table.view
        if section >= 0 and view.isColumnHidden(section) and section not in view.aside:
            self.table.show_column(key, True)
        return section if section >= 0 and not view.isColumnHidden(section) else view.last_section

    def _count_words(self, n: int) -> str:
        every = len(self.session.book or ())
        words = trn("{n} row", "{n} rows", every)
        return words if n == every else tr("{shown} of {all}", shown=formats.number(n), all=words)


def last_row(book: RowBook) -> int:
    """The largest number of a row of the sheets."""
    return max(
        (sheet.headings.rows[-1] if sheet.headings.rows else 0 for sheet in book.plan.staged.sheets), default=0
    ) + len(book)


def _folded(book: RowBook, token: Token) -> tuple[RowBook, list[str]]:
    # The rows are shown meanwhile: beside work that does not rest, each call of the window waits for its turn.
    time.sleep(_SHOWING)
    return book, book.fold_all(token)


def _ordered(book: RowBook, look: KindLook, shown: Column, token: Token) -> tuple[RowBook, Order]:
    return book, order_by(book, look, shown, token)


def _passed_text(book: RowBook) -> str:
    n = len(import_rows.passed_over(book.plan))
    words = trn(
        "{n} row passed over (totals, headings, remarks)", "{n} rows passed over (totals, headings, remarks)", n
    )
    return words if n else ""
