"""Rows that belong to a record (positions, members, phases, signatories ...): told in lines, changed in a dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.core.errors import Problem
from app.core.i18n import tr
from app.ui.editors.choosing import Links
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.editors.keeper import Keeper
from app.ui.form import Section
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import ElidedLabel, label


@dataclass(frozen=True, slots=True)
class Line:
    """How a row is told: its name, what else matters, its states; ``third`` stands at the right, muted."""

    title: str
    second: str = ""
    states: tuple[State, ...] = ()
    third: str = ""


@dataclass(frozen=True, slots=True)
class OwnedSpec:
    """One kind of owned row. Texts are message ids; ``links`` are the record fields of its dialog."""

    attribute: str
    title: str
    add: str
    change: str
    empty: str
    sections: Callable[[], tuple[Section, ...]]
    fresh: Callable[[], Any]
    tell: Callable[[Any], Line]
    check: Callable[[Any], Sequence[Problem]] | None = None
    links: Links | None = None
    note: str = ""
    ordered: bool = False


class OwnedLine(QFrame):
    """One row: click or Enter changes it, Delete or the cross takes it away."""

    opened = Signal(int)
    removed = Signal(int)
    moved = Signal(int)

    def __init__(self, line: Line, position: int, name: str, *, movable: bool) -> None:
        super().__init__()
        self._position = position
        self.setObjectName(f"{name}.{position}")
        self.setProperty("role", "line")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(" ".join(part for part in (line.title, line.second, line.third) if part))
        self.setMinimumHeight(theme().height("two_lines"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        body = row(self, space=3, margins=(4, 2, 2, 2))
        texts = column(space=0)
        texts.addWidget(ElidedLabel(line.title, "strong"))
        if line.second:
            second = label(line.second, "second", wrap=True)
            texts.addWidget(second)
        body.addLayout(texts, 1)
        if line.third:
            body.addWidget(label(line.third, "second"))
        for state in line.states:
            body.addWidget(Chip(state))
        if movable:
            up = button(tr("Move up"), "icon", icon_name="arrow-up", small=True, name=f"{name}.{position}.up")
            up.clicked.connect(self._on_up)
            body.addWidget(up)
        take = button(
            tr("Take away {name}", name=line.title), "icon", icon_name="x", small=True, name=f"{name}.{position}.remove"
        )
        take.clicked.connect(self._on_remove)
        body.addWidget(take)

    def _on_remove(self) -> None:
        self.removed.emit(self._position)

    def _on_up(self) -> None:
        self.moved.emit(self._position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._position)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self._position)
        else:
            super().keyPressEvent(event)


class OwnedList(QWidget):
    """The rows of one kind, bound to the keeper of their record."""

    def __init__(self, keeper: Keeper, spec: OwnedSpec, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaximumWidth(theme().width("form"))
        self._keeper = keeper
        self._spec = spec
        self._name = name
        self._rows: tuple[Any, ...] = ()
        self._position = -1
        self.add_button = button(tr(spec.add), "link", icon_name="plus", name=f"{name}.add", clicked=self.add)
        body = column(self, space=2)
        self.head = SectionHeader(tr(spec.title), action=self.add_button)
        body.addWidget(self.head)
        if spec.note:
            body.addWidget(label(tr(spec.note), "second", wrap=True))
        self._lines = Lines(f"{name}.lines")
        body.addWidget(self._lines)
        self._empty = label(tr(spec.empty), "second", wrap=True, name=f"{name}.empty")
        body.addWidget(self._empty)
        self._problem = label("", "problem", wrap=True, name=f"{name}.problem")
        self._problem.hide()
        body.addWidget(self._problem)
        keeper.shown.connect(self.show_draft)
        if keeper.base is not None:
            self.show_draft(keeper.base)

    def show_draft(self, draft: Any) -> None:
        """Show the rows of a draft."""
        self._rows = tuple(getattr(draft, self._spec.attribute))
        self._lines.clear()
        for position, owned in enumerate(self._rows):
            movable = self._spec.ordered and position > 0
            line = OwnedLine(self._spec.tell(owned), position, self._name, movable=movable)
            line.opened.connect(self.change)
            line.removed.connect(self.remove)
            line.moved.connect(self.move_up)
            self._lines.add(line)
        self._lines.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self.head.set_note(str(len(self._rows)) if len(self._rows) > 1 else "")

    def add(self) -> None:
        """Ask for a new row."""
        self._position = -1
        self._ask(tr(self._spec.add), self._spec.fresh(), tr(self._spec.add))

    def change(self, position: int) -> None:
        """Change a row."""
        self._position = position
        self._ask(tr(self._spec.change), self._rows[position], tr("Keep"))

    def _ask(self, title: str, owned: Any, accept: str) -> None:
        dialog = DraftDialog(
            self,
            title,
            self._spec.sections(),
            owned,
            name=f"dialog.{self._name}",
            accept=accept,
            check=self._spec.check,
        )
        if self._spec.links is not None:
            self._spec.links.ready(dialog.editor, owned)
        dialog.accepted_draft.connect(self._on_accepted)
        dialog.open()

    def _on_accepted(self, owned: Any) -> None:
        rows = list(self._rows)
        if self._position < 0:
            rows.append(owned)
        else:
            rows[self._position] = owned
        self._keeper.change(**{self._spec.attribute: tuple(rows)})

    def remove(self, position: int) -> None:
        """Take a row away; Ctrl+Z brings it back."""
        rows = tuple(owned for number, owned in enumerate(self._rows) if number != position)
        self._keeper.change(**{self._spec.attribute: rows})

    def move_up(self, position: int) -> None:
        """Change places with the row above."""
        rows = list(self._rows)
        rows[position - 1], rows[position] = rows[position], rows[position - 1]
        self._keeper.change(**{self._spec.attribute: tuple(rows)})
