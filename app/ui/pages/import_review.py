"""Step 4 before anything is written: exactly what will be, row by row, and what stays out."""

import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.i18n import tr, trn
from app.core.progress import Token
from app.services.import_book import ALL, RowBook
from app.services.import_rows import PlanRow
from app.ui import formats
from app.ui.pages.import_asked import AskedNames
from app.ui.pages.import_kinds import Besides, RowColumn
from app.ui.pages.import_rows_list import ShownRows, last_row
from app.ui.pages.import_rows_paint import CellWords, first_columns
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_words import outcome_word, why
from app.ui.theme import theme
from app.ui.widgets.boxes import KeyValues, Scroll, SectionHeader, column, row
from app.ui.widgets.buttons import Pills
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import NO_KEY, ListTable
from app.ui.widgets.messages_view import EmptyState

_OUT = "out"
_TAKEN = ("new", "update", "same")
#: From so many on, facts stand in two columns.
_FEW_FACTS = 3
#: Of so many rows the window shows the list first, undisturbed for some tenths of a second: beside work that does not
#: rest, each call that it makes has to wait for its turn.
_MANY, _SHOWING = 5_000, 0.3


class _Head(Scroll):
    """What stands above the list: as high as it is, and scrolled where the window is too low for it."""

    def __init__(self) -> None:
        super().__init__(space=2, margins=(6, 3, 6, 2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inner = self.widget()
        if self._inner is not None:
            self._inner.installEventFilter(self)

    def sizeHint(self) -> QSize:
        inner, width = self._inner, super().sizeHint().width()
        if inner is None:
            return super().sizeHint()
        wraps = inner.hasHeightForWidth()
        return QSize(width, inner.heightForWidth(self.width()) if wraps else inner.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Facts(QWidget):
    """What is made besides the rows, in two columns side by side, so that the list below has room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        line = row(self, space=6)
        self._halves = (KeyValues(), KeyValues())
        for half in self._halves:
            line.addWidget(half, 1, Qt.AlignmentFlag.AlignTop)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts and no others; few of them stand below one another."""
        left, right = self._halves
        cut = len(facts) if len(facts) < _FEW_FACTS else (len(facts) + 1) // 2
        left.set_facts(facts[:cut])
        right.set_facts(facts[cut:])
        right.setVisible(cut < len(facts))


class ReviewStep(QWidget):
    """What will be written, before it is: the rows by what becomes of them, and what is made besides."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.page.review")
        self.session = session
        self.list: ListTable | None = None
        self._filter = ALL
        self._body = column(self, space=0)
        self._head = _Head()
        head = self._head.body
        self._target = ""
        self._exact = Besides()
        self._sum = SectionHeader(tr("What will be written"))
        self._facts = _Facts("import.review.besides")
        self.asked = AskedNames(session)
        self.asked.answered.connect(self._look_besides)
        head.addWidget(self.asked)
        head.addWidget(self._sum)
        head.addWidget(self._facts)
        self.pills = Pills("import.review.filters")
        self.pills.chosen.connect(self._on_pill)
        self._body.addWidget(self._head)
        choice = row(margins=(6, 0, 6, 2))
        choice.addWidget(self.pills, 1)
        self._body.addLayout(choice)

    def show_review(self, target: str) -> None:
        """Show what will be written of the file that is worked on, and where it goes."""
        book = self.session.book
        if book is None:
            return
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
        self.list = self._make_list()
        # In a low window the list gives way to what is asked.
        self.list.setMinimumHeight(theme().px(120))
        self._body.addWidget(self.list, 1)
        counts = book.counts()
        out = len(book) - sum(counts[one] for one in _TAKEN)
        pills: list[tuple[str, str, int | None]] = [(ALL, tr("Everything"), len(book))]
        pills += [(one, outcome_word(one), counts[one]) for one in _TAKEN if counts[one]]
        if out:
            pills.append((_OUT, tr("Stays out"), out))
        self._filter = ALL
        self.pills.set_pills(pills, ALL)
        self.list.set_query(self._query)
        self._target = target
        self.asked.hide()
        self._sum.show()
        self._facts.set_facts([(tr("Where to"), target)])
        self._exact = Besides()
        self._look_besides()

    def _look_besides(self) -> None:
        """Ask what exactly will be written; again whenever an answer about a name changes."""
        book = self.session.book
        if book is not None:
            work = partial(self._besides, book, dict(self.session.named))
            self.session.desk.jobs.start(
                tr("Looking at what will be written"), work, done=self._on_besides, shown=False
            )

    def _besides(self, book: RowBook, named: Mapping[str, str], _token: Token) -> tuple[RowBook, Besides]:
        if len(book) > _MANY:
            time.sleep(_SHOWING)
        with self.session.desk.context.read() as view:
            return book, self.session.look.besides(view, book, named)

    def _on_besides(self, found: tuple[RowBook, Besides]) -> None:
        book, besides = found
        if book is not self.session.book:
            return
        asked_before, self._exact = self._exact.asked, besides
        self._facts.set_facts([(tr("Where to"), self._target), *besides.facts])
        if self.list is not None:
            self.list.view.viewport().update()
        if besides.asked != asked_before:
            self.asked.show_asked(besides.asked)
            # What is asked stands in place of the title, so that there is room for both on a small screen.
            self._sum.setVisible(not besides.asked)

    def _make_list(self) -> ListTable:
        look = self.session.look
        first = CellWords(look, look.columns[0])
        made = first_columns(last_row(self.session.book) if self.session.book is not None else 0)
        title = tr(first.column.title)
        made.append(Column(first.column.key, title, 230, value=first.kept, show=first.text, least=190))
        made.append(Column("what", tr("What is written"), 0, value=self.what, tip=self.what))
        return ListTable(
            made,
            name="list.import.review",
            title=tr("What will be written"),
            key=NO_KEY,
            filter_line=False,
            empty=EmptyState("list-checks", tr("No row is here")),
            count=self._count_words,
        )

    def what(self, shown: PlanRow) -> str:
        """What is written of a row, or why nothing is."""
        look = self.session.look
        outcome = shown.outcome.value
        if not shown.taken:
            return tr("Stays out: {reason}", reason=why(shown))
        if outcome == "same":
            return tr("nothing changes")
        if outcome == "new":
            fields = self._exact.made.get(shown.key, shown.fields)
            cells = [self._written(shown, one, look.cell_words(one, fields)) for one in look.columns[1:]]
            return " · ".join(cell for cell in cells if cell)
        planned = tuple(
            (name, old, shown.fields.get(name, "")) for name, old in shown.old.items() if name not in shown.stays
        )
        changes = [
            tr(
                "{field}: {old} → {new}",
                field=look.field_word(name),
                old=look.value_words(name, old) or tr("empty"),
                new=_marked(look.value_words(name, new), bool(look.proposed_words(shown, name))),
            )
            for name, old, new in self._exact.changed.get(shown.key, planned)
        ]
        return " · ".join(changes) or tr("nothing changes")

    def _written(self, shown: PlanRow, cell: RowColumn, words: str) -> str:
        """A cell of a new record, marked where nobody wrote what it says."""
        look = self.session.look
        return _marked(words, any(look.proposed_words(shown, name) for name in cell.fields))

    def _query(self, _text: str, _key: str, descending: bool) -> Sequence[Any]:
        book = self.session.book
        if book is None:
            return ()
        numbers = book.numbers(self._filter) if self._filter != _OUT else None
        if numbers is None:
            numbers = [number for number in range(len(book)) if not book.is_taken(number)]
        return ShownRows(book, numbers[::-1] if descending else numbers)

    def _on_pill(self, key: str) -> None:
        self._filter = key
        if self.list is not None:
            self.list.model.set_query(self._query)

    def _count_words(self, n: int) -> str:
        every = len(self.session.book or ())
        words = trn("{n} row", "{n} rows", every)
        return words if n == every else tr("{shown} of {all}", shown=formats.number(n), all=words)


def _marked(words: str, proposed: bool) -> str:
    """A value; what nobody wrote says so."""
    return tr("{value} (proposed)", value=words) if words and proposed else words
