"""What opens at a cell of the list of rows: what stands in the file, and a field to say as what it is taken."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from app.core.i18n import tr
from app.core.sentences import sentence
from app.services import import_rows
from app.services.import_rows import PlanRow
from app.services.imports import Decision
from app.ui.pages.import_kinds import KindLook, Proposed, RowColumn
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.overlay import Popover


class CellPopover(Popover):
    """The cell in place. What was typed is kept when one leaves it, as in every field; Escape gives it up.

    ``decided(row, decision)`` with the corrected fields; ``left(row, key, texts)`` when one went away from something
    that cannot be read, so that nothing typed is lost; ``problem_wanted(step)`` to go to the next one (1) or back (-1).
    """

    decided = Signal(object, object)
    left = Signal(object, str, object)
    problem_wanted = Signal(int)

    def __init__(self, parent: QWidget, look: KindLook, shown: PlanRow, cell: RowColumn, decision: Decision) -> None:
        super().__init__(parent, title=tr(cell.title), name="import.cell")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.country = ""
        self._look = look
        self._row = shown
        self._cell = cell
        self._decision = decision
        self._edits: dict[str, QLineEdit] = {}
        self._radios: list[tuple[QRadioButton, Proposed]] = []
        self._ended = False
        self._say_place()
        self._add_edits()
        self._problem = label("", "problem", wrap=True, name="import.cell.problem")
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._add_proposals()
        foot = row()
        self._on = button(
            tr("Next problem"), "link", icon_name="arrow-right", name="import.cell.next", clicked=self.go_next, tip="F8"
        )
        foot.addWidget(self._on)
        foot.addStretch(1)
        foot.addWidget(button(tr("Use this"), "primary", name="import.cell.use", clicked=self.use))
        self.body.addLayout(foot)

    def _say_place(self) -> None:
        shown, told = self._row, self._cell.told
        place = tr("row {row}", row=shown.row)
        number = next((shown.columns[name] for name in told if name in shown.columns), 0)
        if number:
            place = tr("row {row}, column {letter}", row=shown.row, letter=import_rows.letter(number))
        self.body.addWidget(label(place, "second"))
        raw = next((shown.raw[name] for name in told if shown.raw.get(name)), "")
        line = row(space=3)
        line.addWidget(label(tr("In the file"), "second"))
        line.addWidget(label(raw or tr("nothing"), "key" if raw else "second", wrap=True, copy=True), 1)
        self.body.addLayout(line)
        for note in shown.notes_of(told):
            said = label(sentence(note.code, note.params), "warning" if note.doubtful else "small", wrap=True)
            self.body.addWidget(said)

    def _add_edits(self) -> None:
        alone = len(self._cell.fields) == 1
        for name in self._cell.fields:
            title = label(tr("Take as") if alone else self._look.field_word(name), "label")
            kept = self._row.fields.get(name, "")
            if not kept and alone and name not in self._decision.fields:
                # What could not be read is the best start for typing it right.
                kept = self._row.raw.get(name, "")
            edit = QLineEdit(self._look.typed(name, kept))
            edit.setObjectName(f"import.cell.{name}")
            edit.setAccessibleName(self._look.field_word(name))
            edit.returnPressed.connect(self.use)
            edit.textEdited.connect(self._on_typed)
            title.setBuddy(edit)
            box = column(space=1)
            box.addWidget(title)
            box.addWidget(edit)
            self.body.addLayout(box)
            self._edits[name] = edit
        self._start = self.texts()

    def _add_proposals(self) -> None:
        found = self._look.proposals(self._row, self._cell.fields)
        if len(found) < 2 and not self._row.notes_of(self._cell.fields):
            return
        self._group = QButtonGroup(self)
        for number, proposal in enumerate(found):
            box = column(space=0)
            radio = QRadioButton(proposal.words.replace("&", "&&"))
            radio.setObjectName(f"import.cell.proposal.{number}")
            radio.setChecked(number == 0 and proposal.read)
            radio.clicked.connect(self._on_proposal)
            self._group.addButton(radio)
            box.addWidget(radio)
            if proposal.second:
                line = row(space=0, margins=(6, 0, 0, 0))
                line.addWidget(label(proposal.second, "small", wrap=True))
                box.addLayout(line)
            self.body.addLayout(box)
            self._radios.append((radio, proposal))

    def texts(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: edit.text() for name, edit in self._edits.items()}

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put back what was typed before and could not be read."""
        for name, text in texts.items():
            self._edits[name].setText(text)
        self._read()

    def set_next(self, more: bool) -> None:
        """Whether there is another problem."""
        self._on.setVisible(more)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = next(iter(self._edits.values()))
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        first.selectAll()

    def open_under(self, control: QWidget, *, width: int = 0, rect: QRect | None = None) -> None:
        """Below the cell, above it where there is no room below; always inside the window."""
        super().open_under(control, width=width, rect=rect)
        place = rect if rect is not None else control.rect()
        gap = theme().space(1)
        self._above = control.mapToGlobal(place.topLeft()).y() - gap
        self._below = control.mapToGlobal(place.bottomLeft()).y() + gap
        self._stay_inside()

    def _stay_inside(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        window = parent.window()
        area = QRect(window.mapToGlobal(window.rect().topLeft()), window.size())
        top = self._below
        if top + self.height() > area.bottom():
            top = self._above - self.height()
        if top < area.top():
            top = max(area.top(), area.bottom() - self.height())
        self.move(max(area.left(), min(self.x(), area.right() - self.width())), top)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter keeps the cell; it is not the page's step to what comes after the rows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _keeps(event):
            self.use()
        elif event.key() == Qt.Key.Key_Escape:
            self._ended = True
            self.close()
        elif event.key() == Qt.Key.Key_F8:
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: object) -> None:
        if not self._ended and self.texts() != self._start:
            found = self._read()
            if found is None:
                self.left.emit(self._row, self._cell.key, self.texts())
            else:
                self._keep(found)
        super().closeEvent(event)

    def _on_proposal(self) -> None:
        for radio, proposal in self._radios:
            if radio.isChecked():
                for name, edit in self._edits.items():
                    edit.setText(self._look.typed(name, proposal.values.get(name, "")))
        self._tell("", "")

    def _on_typed(self, _text: str) -> None:
        if self._radios:
            self._group.setExclusive(False)
            for radio, _ in self._radios:
                radio.setChecked(False)
            self._group.setExclusive(True)
        self._tell("", "")

    def _tell(self, text: str, wrong: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        for name, edit in self._edits.items():
            set_style(edit, "wrong", name == wrong)
        self.adjustSize()
        if self.isVisible():
            self._stay_inside()

    def _read(self) -> dict[str, str] | None:
        """What was typed as it is kept; None when some of it cannot be read, which is told below the field."""
        found: dict[str, str] = {}
        for name, edit in self._edits.items():
            value, code = self._look.read_value(name, edit.text(), self.country)
            if code:
                self._tell(sentence(code, {"value": edit.text()}), name)
                return None
            found[name] = value
        return found

    def _keep(self, found: Mapping[str, str]) -> None:
        self._ended = True
        fields = {**self._decision.fields, **found}
        self.decided.emit(self._row, replace(self._decision, fields=fields, leave_out=False))

    def use(self) -> None:
        """Take the cell as it stands in the field, unless that cannot be read."""
        found = self._read()
        if found is not None:
            self._keep(found)
            self.close()

    def go_next(self) -> None:
        """Leave this one and go on."""
        self._go(1)

    def _go(self, step: int) -> None:
        self.close()
        self.problem_wanted.emit(step)


def _keeps(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
