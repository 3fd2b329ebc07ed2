"""Step 4 of the kinds that are no people: what was taken in, the way back, the way on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr
from app.services.import_rows import PlanRow
from app.ui import formats
from app.ui.pages.import_kinds import KindLook
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_words import outcome_state
from app.ui.widgets.boxes import column, row
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState, MessageStrip, Way


@dataclass(frozen=True, slots=True)
class TakenRecord:
    """A record that was taken in; ``cells`` by the key of the column."""

    id: str
    row: int
    name: str
    outcome: State
    cells: dict[str, str]


class RecordsDone(QWidget):
    """The records of one import. ``opened(id)`` on double click or Enter."""

    opened = Signal(str)

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.page.take")
        self.session = session
        self.list: ListTable | None = None
        self._body = column(self, space=3)
        head = row(margins=(6, 2, 6, 0))
        self.strip = MessageStrip(name="import.done")
        head.addWidget(self.strip, 1)
        self._body.addLayout(head)
        self._place = column(space=0)
        self._body.addLayout(self._place, 1)

    def show_result(self, ways: Sequence[Way]) -> None:
        """Tell what was written, and list it."""
        result, book = self.session.result, self.session.book
        if result is None or book is None:
            return
        look = self.session.look
        numbers = [number for key in result.people if (number := book.number(key)) >= 0]
        shown = [book[number] for number in numbers]
        self._show_list(look, shown)
        assert self.list is not None
        self.list.set_rows(tuple(_taken(look, one, result.people[one.key]) for one in shown))
        counts = book.counts()
        text = tr(
            "Import {batch}: {new} new, {update} updated, {same} the same.",
            batch=result.batch,
            **{key: formats.number(counts.get(key, 0)) for key in ("new", "update", "same")},
        )
        if self.session.backed_up:
            text = " ".join((text, tr("A backup was made before.")))
        # Rows that tell of the same record, as whoever joins a meeting twice, count once.
        n = len({result.people[one.key] for one in shown})
        self.strip.show_message(look.taken_words(n).rstrip("."), text, tone="success", ways=ways)

    def _show_list(self, look: KindLook, shown: Sequence[PlanRow]) -> None:
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
        present = {name for one in shown for name in one.fields}
        columns = [Column("row", tr("Row"), 56, kind="number"), Column("outcome", tr("Outcome"), 118, kind="chip")]
        first, *others = look.columns
        columns.append(Column("name", tr(first.title), 0, kind="bold"))
        for one in others:
            if one.usual and present & set(one.fields):
                columns.append(Column(one.key, tr(one.title), one.width, value=_Cell(one.key).of, spare=True))
        self.list = ListTable(
            tuple(columns),
            name="list.import.taken",
            title=tr("What was taken in"),
            hint=tr("Filter the rows"),
            empty=EmptyState("list-checks", tr("Nothing was taken in")),
            count=look.count_words,
        )
        self.list.opened.connect(self._on_opened)
        self._place.addWidget(self.list, 1)

    def show_taken_back(self) -> None:
        """Say that all of it was taken back."""
        if self.list is not None:
            self.list.set_rows(())
        self.strip.show_message(
            tr("The import was taken back"), tr("Nothing of it is left; the file can be taken in again.")
        )

    def _on_opened(self, taken: TakenRecord) -> None:
        self.opened.emit(taken.id)


class _Cell:
    """One cell of a record, for a column of the list."""

    def __init__(self, key: str) -> None:
        self._key = key

    def of(self, taken: TakenRecord) -> str:
        """What it says."""
        return taken.cells.get(self._key, "")


def _taken(look: KindLook, one: PlanRow, ident: str) -> TakenRecord:
    cells = {column.key: look.cell_words(column, one.fields) for column in look.columns}
    return TakenRecord(ident, one.row, look.name_of(one), outcome_state(one), cells)
