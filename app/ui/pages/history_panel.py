"""The History tab of every record: who changed what and when, from what to what, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr, trn
from app.core.progress import Token
from app.services import history
from app.services.history import FieldChange, RecordChange, UnitRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.icons import icon
from app.ui.pages.history_words import field_words, kind_words, title_words, value_words
from app.ui.theme import theme
from app.ui.widgets.boxes import Panel, clear_layout, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import IconLabel, hairline, label
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState

#: What of a person only the person's own page shows, when it is asked for.
_SENSITIVE = frozenset(
    {
        "phone",
        "other_phone",
        "birth_date",
        "passport_number",
        "passport_expiry",
        "diet",
        "access_needs",
        "emergency_contact",
    }
)
#: Fields of which at most so many are told at once; the rest is counted.
_MOST_FIELDS = 60


def unit_words(unit: UnitRow) -> str:
    """What was done, in the reader's words."""
    if unit.about and unit.act in ("undo", "redo"):
        about = title_words(unit.about, unit.about_params)
        return tr("Taken back: {what}", what=about) if unit.act == "undo" else tr("Done again: {what}", what=about)
    return title_words(unit.title, unit.params)


def _closed(field: FieldChange) -> FieldChange:
    """A sensitive field: that it was changed is told, its values are not."""
    old, new = (tr("hidden") if value not in (None, "") else "" for value in (field.old, field.new))
    return FieldChange(field.field, old, new)


def _when(unit: UnitRow) -> str:
    return formats.moment(unit.at.astimezone())


def _at(unit: UnitRow) -> str:
    return unit.at.isoformat()


def _who(unit: UnitRow) -> str:
    return unit.who or tr("not known")


def _state(unit: UnitRow) -> State:
    if unit.state == "done" or unit.act != "do":
        return State("")
    return State(tr("taken back"), "neutral", "undo-2")


def _records(unit: UnitRow) -> int:
    return unit.records


class HistoryPanel(QWidget):
    """Embed it as the tab History and call ``show_record(kind, id)``; an empty kind shows the history of everything.

    ``changes(change_set)`` must be handed on by the page: any change is a line of some history.
    """

    def __init__(self, desk: Desk, *, name: str = "history") -> None:
        super().__init__()
        self.desk = desk
        self._name = name
        self._record: tuple[str, str] | None = None
        self._shown: UnitRow | None = None
        self._stale = False
        self.setObjectName(f"{name}.panel")
        self._restore = QAction(icon("archive-restore", "muted"), tr("Restore what was before"), self)
        self._restore.setObjectName(f"{name}.restore.menu")
        self._restore.triggered.connect(self.restore)
        self.list = self._make_list(name)
        line = row(self, space=0)
        line.addWidget(self.list, 1)
        line.addWidget(hairline(vertical=True))
        line.addWidget(self._make_detail(name))
        self.list.set_menu([self._restore])
        self.list.selected.connect(self._on_selected)
        theme().changed.connect(self._measure)

    def _make_list(self, name: str) -> ListTable:
        columns = (
            Column("at", tr("When"), 150, kind="date", align="left", show=_when, sort_key=_at),
            Column("title", tr("What"), kind="bold", value=unit_words),
            Column("who", tr("Who"), 120, value=_who),
            Column("records", tr("Records"), 80, kind="number", value=_records),
            Column("state", tr("State"), 120, kind="chip", value=_state),
        )
        empty = EmptyState(
            "history", tr("Nothing was changed yet"), tr("Every change is listed here, with the way to take it back.")
        )
        return ListTable(
            columns,
            name=f"list.{name}",
            title=tr("History"),
            empty=empty,
            hint=tr("Filter the changes"),
            count=_changes_text,
        )

    def _make_detail(self, name: str) -> QWidget:
        self._side = Panel(space=0)
        self._side.setObjectName(f"{name}.detail")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("plain", True)
        self._detail = column(holder, space=2, margins=(5, 4, 5, 4))
        scroll.setWidget(holder)
        self._side.body.addWidget(scroll, 1)
        self._side.body.addWidget(hairline())
        foot = column(space=1, margins=(5, 3, 5, 3))
        self.restore_button = button(
            tr("Restore what was before"), icon_name="archive-restore", name=f"{name}.restore", clicked=self.restore
        )
        self._restore_note = label("", "small", wrap=True)
        foot.addWidget(self.restore_button)
        foot.addWidget(self._restore_note)
        self._side.body.addLayout(foot)
        self._measure()
        self._tell_nothing()
        return self._side

    def _measure(self) -> None:
        self._side.setFixedWidth(theme().width("detail"))

    # what is shown --------------------------------------------------------------------------------------------
    def show_record(self, kind: str = "", ident: str = "") -> None:
        """Show the history of a record (``kind``: the name of its table), with what belongs to it; of all without."""
        if self._record != (kind, ident):
            self._shown = None
            self._tell_nothing()
        self._record = (kind, ident)
        self.refresh()

    def changes(self, _change_set: ChangeSet) -> None:
        """Look again; while the tab is not seen, when it is next seen."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Read the units again, in the background."""
        self._stale = False
        record = self._record
        if record is None or not self.desk.is_open:
            return
        context = self.desk.context

        def read(_token: Token) -> tuple[tuple[str, str], Sequence[UnitRow]]:
            with context.read() as view:
                return record, history.list_units(view, *record)

        self.desk.jobs.start(tr("Reading the history"), read, done=self._on_read, shown=False)

    def _on_read(self, found: tuple[tuple[str, str], Sequence[UnitRow]]) -> None:
        record, units = found
        if record != self._record:
            return
        self.list.set_rows(units)
        if units and self._shown is None:
            self.list.select(units[0].id)

    def _on_selected(self, units: list[UnitRow]) -> None:
        if not units:
            self._shown = None
            self._tell_nothing()
            return
        unit, record, context = units[0], self._record or ("", ""), self.desk.context
        self._shown = unit

        def read(_token: Token) -> tuple[UnitRow, Sequence[RecordChange]]:
            with context.read() as view:
                return unit, history.load_changes(view, unit.id, *record)

        self.desk.jobs.start(tr("Reading the history"), read, done=self._on_changes, shown=False)

    # the detail -----------------------------------------------------------------------------------------------
    def _tell_nothing(self) -> None:
        clear_layout(self._detail)
        self._detail.addWidget(label(tr("Choose a change to see what it did."), "second", wrap=True))
        self._detail.addStretch(1)
        self._show_restore(None)

    def _on_changes(self, found: tuple[UnitRow, Sequence[RecordChange]]) -> None:
        unit, changes = found
        if self._shown is None or unit.id != self._shown.id:
            return
        clear_layout(self._detail)
        self._detail.addWidget(label(unit_words(unit), "section", wrap=True, name=f"{self._name}.title"))
        self._detail.addWidget(label(f"{_when(unit)}  ·  {_who(unit)}", "second", wrap=True))
        told = 0
        for change in changes:
            if told > _MOST_FIELDS:
                break
            self._add_change(change)
            told += max(1, len(change.fields))
        left = len(changes) - self._told_records(changes)
        if left > 0:
            self._detail.addWidget(label(trn("and {n} record more", "and {n} records more", left), "second"))
        self._detail.addStretch(1)
        self._show_restore(unit)

    @staticmethod
    def _told_records(changes: Sequence[RecordChange]) -> int:
        told = number = 0
        for change in changes:
            if told > _MOST_FIELDS:
                break
            told += max(1, len(change.fields))
            number += 1
        return number

    def _add_change(self, change: RecordChange) -> None:
        self._detail.addSpacing(theme().space(2))
        self._detail.addWidget(hairline())
        head = row(space=2)
        signs = {
            "insert": State(tr("added"), "success", "plus"),
            "delete": State(tr("deleted"), "danger", "trash-2"),
            "update": State(tr("changed"), "info", "pencil"),
        }
        texts = column(space=0)
        texts.addWidget(label(kind_words(change.kind), "head"))
        if change.title:
            texts.addWidget(label(change.title, "strong", wrap=True))
        head.addLayout(texts, 1)
        head.addWidget(Chip(signs[change.op]), 0, Qt.AlignmentFlag.AlignTop)
        self._detail.addLayout(head)
        for field in change.fields[:_MOST_FIELDS]:
            hidden = change.kind == "person" and field.field in _SENSITIVE
            self._detail.addLayout(self._field_lines(change.op, _closed(field) if hidden else field))

    def _field_lines(self, op: str, field: FieldChange) -> QVBoxLayout:
        box = column(space=0)
        name = field_words(field.field)
        box.addWidget(label(name, "label"))
        old, new = value_words(field.field, field.old), value_words(field.field, field.new)
        if op == "insert":
            box.addWidget(label(new, wrap=True, copy=True))
        elif op == "delete":
            box.addWidget(label(old, "muted", wrap=True, copy=True))
        else:
            line = row(space=1)
            before = label(old, "muted", wrap=True, copy=True)
            before.setAccessibleName(tr("{field} before: {value}", field=name, value=old))
            after = label(new, "strong", wrap=True, copy=True)
            after.setAccessibleName(tr("{field} after: {value}", field=name, value=new))
            line.addWidget(before, 1)
            line.addWidget(IconLabel("arrow-right", "muted", "caret"))
            line.addWidget(after, 1)
            box.addLayout(line)
        return box

    # taking back ----------------------------------------------------------------------------------------------
    def _show_restore(self, unit: UnitRow | None) -> None:
        can = unit is not None and unit.can_take_back
        self.restore_button.setEnabled(can)
        self._restore.setEnabled(can)
        note = ""
        if unit is not None and not can:
            note = (
                tr("This was already taken back.")
                if unit.act == "do"
                else tr("Taking back is itself no step to take back.")
            )
        elif unit is not None and unit.records > 1:
            note = trn(
                "Takes back this step for {n} record.", "Takes back this step for all {n} records.", unit.records
            )
        self._restore_note.setText(note)
        self._restore_note.setVisible(bool(note))

    def restore(self) -> None:
        """Take the chosen unit back; a refusal says why it cannot be."""
        unit, context = self._shown, self.desk.context
        if unit is None or not unit.can_take_back:
            return
        ident = unit.id

        def take_back(_token: Token) -> None:
            history.restore(context, ident)

        self.restore_button.setEnabled(False)
        self.desk.jobs.start(
            tr("Restoring"), take_back, writes=True, done=self._on_restored, failed=self._on_failed, shown=False
        )

    def _on_restored(self, _result: object) -> None:
        self.desk.kept.emit()
        if self._shown is not None:
            self.desk.say(tr("Restored: {what} was taken back.", what=unit_words(self._shown)))
        self._shown = None
        self.refresh()

    def _on_failed(self, error: BaseException) -> None:
        self._show_restore(self._shown)
        self.desk.say_error(error, tr("This step cannot be taken back alone"))


def _changes_text(n: int) -> str:
    return trn("{n} change", "{n} changes", n)


__all__ = ["HistoryPanel", "unit_words"]
