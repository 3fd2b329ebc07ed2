"""Step 3: every row as it will be, doubtful cells marked, each cell open to correction."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr, trn
from app.core.sentences import sentence
from app.services import import_rows
from app.services.import_rows import LATIN, NATIVE, PlanRow
from app.services.imports import Decision
from app.ui.icons import icon, paint_icon
from app.ui.pages.import_cell import CellPopover, WhoPopover
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_words import (
    field_word,
    latin_name,
    native_name,
    outcome_state,
    outcome_word,
    value_words,
    why,
)
from app.ui.theme import theme
from app.ui.theme_tokens import FOCUS
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Pills, button
from app.ui.widgets.labels import label
from app.ui.widgets.list_columns import Column, cell_text
from app.ui.widgets.list_delegate import ListDelegate
from app.ui.widgets.list_model import ListModel
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.list_view import ListView
from app.ui.widgets.messages_view import EmptyState

#: The fields behind a column of the list; columns without any are about the row itself.
FIELDS_OF: dict[str, tuple[str, ...]] = {"name": NATIVE, "latin": LATIN}
#: Notes on whole-name columns belong to the cell of the name.
NOTED: dict[str, tuple[str, ...]] = {"name": (*NATIVE, "full_name"), "latin": (*LATIN, "name_latin")}
_PLAIN = {
    "organisation": 150,
    "position": 160,
    "birth_date": 110,
    "phone": 168,
    "email": 190,
    "gender": 80,
    "passport_number": 110,
    "passport_expiry": 110,
    "diet": 120,
    "role": 110,
    "languages": 120,
    "notes": 160,
}
_SHOWN = ("position", "birth_date", "phone")
_ROOM = 480
#: Values of which the end differs: what both have in front is left out where there is little room.
_BY_THE_END = frozenset({"phone", "passport_number"})
_ORDER = ("new", "update", "same", "doubtful", "duplicate", "refused")


def fields_of(key: str) -> tuple[str, ...]:
    """The fields that a column of the list shows."""
    return FIELDS_OF.get(key, (key,) if key in _PLAIN else ())


def noted(key: str) -> tuple[str, ...]:
    """The fields whose notes are shown in a column."""
    return NOTED.get(key, fields_of(key))


class RowsDelegate(ListDelegate):
    """Adds to the list's cells: doubt on a warm ground, old → new, a frame around the cell that is open."""

    def _paint_cell(self, painter: QPainter, rect: QRect, model: ListModel, position: int, section: int) -> None:
        shown, row_shown, _value = model.cell(position, section)
        names = fields_of(shown.key)
        doubts = [note for note in row_shown.notes_of(noted(shown.key)) if note.doubtful] if names else []
        look = theme()
        if doubts and not row_shown.left_out:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), look.color("warning.soft"))
            self._words(painter, rect, _doubted(shown, row_shown), "warning", "strong")
        elif names and any(row_shown.old.get(name) for name in names) and not row_shown.left_out:
            self._change(painter, rect, shown, row_shown, names)
        elif row_shown.left_out or (row_shown.outcome.value in ("duplicate", "refused", "same") and names):
            self._words(painter, rect, cell_text(shown, row_shown), "muted", "body")
        elif shown.key == "why" and (row_shown.doubts or row_shown.outcome.value in ("doubtful", "refused")):
            tone = "danger" if row_shown.outcome.value == "refused" else "warning"
            self._words(painter, rect, cell_text(shown, row_shown), tone, "second")
        else:
            super()._paint_cell(painter, rect, model, position, section)
        view = self._view
        current = view.currentIndex()
        if current.row() == position and current.column() == section and names:
            painter.setPen(QPen(look.color("accent"), FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _inner(self, rect: QRect) -> QRect:
        pad = theme().space(2)
        return rect.adjusted(pad, 0, -pad, 0)

    def _words(self, painter: QPainter, rect: QRect, text: str, token: str, font_role: str) -> int:
        look, inner = theme(), self._inner(rect)
        font = look.font(font_role)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(look.color(token))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        return metrics.horizontalAdvance(shown)

    def _change(self, painter: QPainter, rect: QRect, shown: Column, changed: PlanRow, names: Sequence[str]) -> None:
        """What was, struck through, and what it becomes; where there is little room both give way."""
        look, inner = theme(), self._inner(rect)
        old, new = _before(changed, names), cell_text(shown, changed)
        old_font, new_font = look.font("strike"), look.font("strong")
        olds, news = QFontMetrics(old_font), QFontMetrics(new_font)
        side, gap = look.icon("chip"), look.space(1)
        room = inner.width() - side - 2 * gap
        if olds.horizontalAdvance(old) + news.horizontalAdvance(new) > room and shown.key in _BY_THE_END:
            old, new = _ends(old, new)
        least = max(round(room * 0.55), room - olds.horizontalAdvance(old))
        new = news.elidedText(new, Qt.TextElideMode.ElideRight, least)
        old = olds.elidedText(old, Qt.TextElideMode.ElideRight, max(0, room - news.horizontalAdvance(new)))
        flag = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(old_font)
        painter.setPen(look.color("muted"))
        painter.drawText(inner, flag, old)
        left = inner.left() + olds.horizontalAdvance(old) + gap
        arrow = QRect(left, inner.top() + (inner.height() - side) // 2, side, side)
        paint_icon(painter, "arrow-right", arrow, look.color("muted"))
        painter.setFont(new_font)
        painter.setPen(look.color("success"))
        painter.drawText(inner.adjusted(left + side + gap - inner.left(), 0, 0, 0), flag, new)


def _before(changed: PlanRow, names: Sequence[str]) -> str:
    return " ".join(value_words(name, changed.old[name]) for name in names if changed.old.get(name))


def _ends(old: str, new: str) -> tuple[str, str]:
    """``…01 40`` and ``…01 47``: two long numbers by their ends."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    cut = max(0, min(same, len(old) - 5, len(new) - 5))
    return ("…" + old[cut:].strip(), "…" + new[cut:].strip()) if cut > 2 else (old, new)


def _tip(key: str, shown: PlanRow) -> str:
    """A cell in full: what it was, what is told about it."""
    lines = [sentence(note.code, note.params) for note in shown.notes_of(noted(key))]
    before = _before(shown, fields_of(key))
    if before:
        now = " ".join(value_words(name, shown.fields.get(name, "")) for name in fields_of(key))
        lines.insert(0, tr("{old} becomes {new}", old=before, new=now))
    return "\n".join(lines)


def _doubted(shown: Column, row_shown: PlanRow) -> str:
    text = cell_text(shown, row_shown)
    if not text:
        text = next((note.raw for note in row_shown.notes_of(noted(shown.key)) if note.raw), "")
    return tr("{value}?", value=text)


def _value_of(name: str, row_shown: PlanRow) -> str:
    return value_words(name, row_shown.fields.get(name, ""))


def _sorted_by(name: str, row_shown: PlanRow) -> str:
    return row_shown.fields.get(name, "")


def _latin_style(row_shown: PlanRow) -> str:
    return "italic" if row_shown.sources.get("family_latin") == "generated" else "text"


class RowsStep(QWidget):
    """The list of rows with its filters. ``counted()`` when the sums may have changed."""

    counted = Signal()

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.page.rows")
        self.session = session
        self.list: ListTable | None = None
        self._open: CellPopover | WhoPopover | None = None
        self._body = column(self, space=0)
        head = row(space=3, margins=(6, 2, 6, 3))
        self.pills = Pills("import.rows.filters")
        self.pills.chosen.connect(self._on_pill)
        head.addWidget(self.pills, 1)
        self._hint = label(tr("Double-click any cell to correct it"), "second")
        head.addWidget(self._hint)
        self.next_button = button(
            tr("Next doubtful"),
            "link",
            icon_name="arrow-right",
            name="import.next_doubtful",
            clicked=self.next_doubtful,
        )
        head.addWidget(self.next_button)
        self._body.addLayout(head)
        session.planned.connect(self._on_planned)
        session.decided.connect(self._on_decided)

    @property
    def rows(self) -> Sequence[PlanRow]:
        """The rows of the plan."""
        return self.session.plan.rows if self.session.plan is not None else ()

    # the list -------------------------------------------------------------------------------------------------
    def _on_planned(self) -> None:
        if self.list is not None:
            self._body.removeWidget(self.list)
            self.list.hide()
            self.list.deleteLater()
        self.list = self._make_list()
        self._body.addWidget(self.list, 1)
        self.list.set_rows(self.rows)
        self.list.set_note(_passed_text(self.session))
        self._show_pills("all")
        self._on_pill("all")
        self.counted.emit()

    def _make_list(self) -> ListTable:
        doubted = {note.field for one in self.rows for note in one.doubts}
        present = import_rows.fields_in(self.rows) | doubted
        visible = _visible(doubted)
        made: list[Column] = [
            Column("row", tr("Row"), 56, kind="number"),
            Column("outcome", tr("Outcome"), 118, kind="chip", value=outcome_state),
            Column("name", tr("Native name"), 230, value=native_name, tip=partial(_tip, "name")),
            Column(
                "latin", tr("Passport spelling"), 170, value=latin_name, style=_latin_style, tip=partial(_tip, "latin")
            ),
        ]
        if len({one.sheet for one in self.rows}) > 1:
            made.insert(1, Column("sheet", tr("Sheet"), 90, kind="muted"))
        for name, width in _PLAIN.items():
            if name in present:
                show: Callable[[PlanRow], str] = partial(_value_of, name)
                made.append(
                    Column(
                        name,
                        field_word(name),
                        width,
                        value=partial(_sorted_by, name),
                        show=show,
                        tip=partial(_tip, name),
                        visible=name in visible,
                    )
                )
        made.append(Column("why", tr("Why"), 0, kind="muted", value=why, tip=why))
        table = ListTable(
            made,
            name="list.import.rows",
            title=tr("Rows of the file"),
            filter_line=False,
            empty=EmptyState("users", tr("No row of the file holds a person")),
            count=_count_text,
        )
        table.view.setItemDelegate(RowsDelegate(table.view))
        table.opened.connect(self._on_opened)
        table.delete_wanted.connect(self.leave_out)
        self._leave = QAction(icon("circle-minus", "muted"), tr("Leave out"), self)
        self._leave.setObjectName("import.row.leave_out")
        self._leave.triggered.connect(self._on_leave_out_chosen)
        self._take = QAction(icon("rotate-ccw", "muted"), tr("As the file says again"), self)
        self._take.triggered.connect(self._on_take_again)
        table.set_menu([self._leave, self._take])
        return table

    def _on_decided(self) -> None:
        if self.list is not None:
            self.list.set_rows(self.rows)
        self._show_pills(self.pills.current())
        self.counted.emit()

    def _show_pills(self, current: str) -> None:
        rows = self.rows
        pills: list[tuple[str, str, int | None]] = [("all", tr("All"), len(rows))]
        for outcome in _ORDER:
            n = sum(one.outcome.value == outcome and not one.left_out for one in rows)
            if n:
                pills.append((outcome, outcome_word(outcome), n))
        doubts = sum(bool(one.doubts) and one.outcome.value != "doubtful" and not one.left_out for one in rows)
        if doubts:
            pills.append(("cells", tr("Doubtful cells"), doubts))
        left = sum(one.left_out for one in rows)
        if left:
            pills.append(("left", tr("Left out"), left))
        self.pills.set_pills(pills, current)
        self.next_button.setVisible(any(self._asks(one) for one in rows))

    def _on_pill(self, key: str) -> None:
        if self.list is not None:
            self.list.set_keep(None if key == "all" else partial(_keeps, key))

    # cells ----------------------------------------------------------------------------------------------------
    def _on_opened(self, _row: object) -> None:
        assert self.list is not None
        index = self.list.view.currentIndex()
        self.open_cell(index.row(), self.list.model.columns[index.column()].key)

    def open_cell(self, position: int, key: str) -> None:
        """Open what can be decided at a cell: its value, or for the other columns whom the row means."""
        if self.list is None or self.session.busy:
            return
        shown = self.list.model.row_at(position)
        view: ListView = self.list.view
        section = next(n for n, one in enumerate(self.list.model.columns) if one.key == key)
        names = fields_of(key)
        made: CellPopover | WhoPopover
        if names:
            made = CellPopover(self, shown, names, noted(key), self.session.decisions.get(shown.key, Decision()))
        else:
            made = WhoPopover(self, self.session.desk, shown, self.session.decisions.get(shown.key, Decision()))
        made.decided.connect(self._on_decision)
        made.next_wanted.connect(self.next_doubtful)
        made.set_next(any(self._asks(one) and one.id != shown.id for one in self.rows))
        self._open = made
        index = self.list.model.index(position, section)
        view.setCurrentIndex(index)
        view.scrollTo(index)
        made.open_under(view.viewport(), width=theme().px(328), rect=view.visualRect(index))

    def _on_decision(self, shown: PlanRow, decision: Decision) -> None:
        self.session.decide(shown.key, decision)

    def _asks(self, one: PlanRow) -> bool:
        return not one.left_out and (one.outcome.value == "doubtful" or bool(one.doubts and one.taken))

    def next_doubtful(self) -> None:
        """Go to the next row at which somebody should look, after the one where one is, around the end."""
        table = self.list
        if table is None:
            return
        self._show_pills("all")
        self._on_pill("all")
        start = table.view.currentIndex().row()
        count = table.model.rowCount()
        for step in range(1, count + 1):
            position = (start + step) % count
            shown = table.model.row_at(position)
            if self._asks(shown):
                self.open_cell(position, _doubtful_column(shown, [one.key for one in table.model.columns]))
                return

    def leave_out(self, rows: Sequence[PlanRow]) -> None:
        """Leave rows out; they can be taken again."""
        self.session.decide_all({one.key: Decision(leave_out=True) for one in rows})

    def _on_leave_out_chosen(self) -> None:
        if self.list is not None:
            self.leave_out(self.list.selected_rows())

    def _on_take_again(self) -> None:
        if self.list is not None:
            self.session.decide_all({one.key: Decision() for one in self.list.selected_rows()})


def _visible(doubted: Collection[str]) -> set[str]:
    """The columns shown at first: the usual ones and every doubtful one, as many as leave room for the reason."""
    usual = [name for name in _SHOWN if name not in doubted]
    found = {name for name in _PLAIN if name in doubted}
    for name in ("birth_date", "phone", "position"):
        if name in usual and sum(_PLAIN[one] for one in found) + _PLAIN[name] <= _ROOM:
            found.add(name)
    return found


def _keeps(key: str, one: PlanRow) -> bool:
    if key == "left":
        return one.left_out
    if one.left_out:
        return False
    return bool(one.doubts) if key == "cells" else one.outcome.value == key


def _doubtful_column(shown: PlanRow, keys: Sequence[str]) -> str:
    if shown.outcome.value == "doubtful":
        return "why"
    first = shown.doubts[0].field
    return next((key for key in keys if first in noted(key)), "why")


def _count_text(n: int) -> str:
    return trn("{n} row", "{n} rows", n)


def _passed_text(session: ImportSession) -> str:
    if session.plan is None:
        return ""
    n = len(import_rows.passed_over(session.plan.original))
    return (
        trn("{n} row holds nobody (totals, headings, remarks)", "{n} rows hold nobody (totals, headings, remarks)", n)
        if n
        else ""
    )
