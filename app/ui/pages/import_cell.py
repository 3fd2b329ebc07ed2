"""What opens at a cell of the check: the value in the file and as what it is taken; or whom a row means."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from app.core.i18n import tr
from app.core.sentences import sentence
from app.services import import_decisions, import_rows
from app.services.import_decisions import Proposal
from app.services.import_rows import PlanRow
from app.services.imports import Decision
from app.ui import formats
from app.ui.desk import Desk
from app.ui.pages.import_words import field_word, native_name, value_words
from app.ui.theme import set_style
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.overlay import Popover


class _Foot(QWidget):
    """The way on and the filled button."""

    def __init__(self, popover: "CellPopover | WhoPopover") -> None:
        super().__init__()
        line = row(self)
        self.on = button(
            tr("Next doubtful"), "link", icon_name="arrow-right", name="import.cell.next", clicked=popover.go_next
        )
        line.addWidget(self.on)
        line.addStretch(1)
        line.addWidget(button(tr("Use this"), "primary", name="import.cell.use", clicked=popover.use))


class CellPopover(Popover):
    """``decided(row, decision)`` with the corrected fields; ``next_wanted()`` to go to the next doubtful one."""

    decided = Signal(object, object)
    next_wanted = Signal()

    def __init__(
        self, parent: QWidget, shown: PlanRow, names: Sequence[str], noted: Sequence[str], decision: Decision
    ) -> None:
        super().__init__(parent, title=_title(names), name="import.cell")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._row = shown
        self._names = tuple(names)
        self._decision = decision
        self._edits: dict[str, QLineEdit] = {}
        self._radios: list[tuple[QRadioButton, Proposal]] = []
        notes = shown.notes_of(noted)
        place = tr("row {row}", row=shown.row)
        number = next((shown.columns[name] for name in noted if name in shown.columns), 0)
        if number:
            place = tr("row {row}, column {letter}", row=shown.row, letter=import_rows.letter(number))
        self.body.addWidget(label(place, "second"))
        raw = next((shown.raw[name] for name in noted if shown.raw.get(name)), "")
        line = row(space=3)
        line.addWidget(label(tr("In the file"), "second"))
        line.addWidget(label(raw or tr("nothing"), "key" if raw else "second", wrap=True, copy=True), 1)
        self.body.addLayout(line)
        for note in notes:
            said = label(sentence(note.code, note.params), "warning" if note.doubtful else "small", wrap=True)
            self.body.addWidget(said)
        self._add_edits()
        self._problem = label("", "problem", wrap=True, name="import.cell.problem")
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._add_proposals()
        self._foot = _Foot(self)
        self.body.addWidget(self._foot)

    def _add_edits(self) -> None:
        for name in self._names:
            words = field_word(name) if len(self._names) > 1 else tr("Take as")
            title = label(words, "label")
            kept = self._row.fields.get(name, "")
            if not kept and len(self._names) == 1 and name not in self._decision.fields:
                # What could not be read is the best start for typing it right.
                kept = self._row.raw.get(name, "")
            edit = QLineEdit(_typed(name, kept))
            edit.setObjectName(f"import.cell.{name}")
            edit.setAccessibleName(field_word(name))
            edit.returnPressed.connect(self.use)
            edit.textEdited.connect(self._on_typed)
            title.setBuddy(edit)
            box = column(space=1)
            box.addWidget(title)
            box.addWidget(edit)
            self.body.addLayout(box)
            self._edits[name] = edit

    def _add_proposals(self) -> None:
        found = import_decisions.proposals(self._row, self._names)
        if len(found) < 2 and not self._row.notes_of(self._names):
            return
        self._group = QButtonGroup(self)
        for number, proposal in enumerate(found):
            box = column(space=0)
            radio = QRadioButton(_proposal_words(proposal).replace("&", "&&"))
            radio.setObjectName(f"import.cell.proposal.{number}")
            radio.setChecked(number == 0 and proposal.why == "read")
            radio.clicked.connect(self._on_proposal)
            self._group.addButton(radio)
            box.addWidget(radio)
            second = _why_words(proposal, self._row)
            if second:
                line = row(space=0, margins=(6, 0, 0, 0))
                line.addWidget(label(second, "small", wrap=True))
                box.addLayout(line)
            self.body.addLayout(box)
            self._radios.append((radio, proposal))

    def set_next(self, more: bool) -> None:
        """Whether there is another doubtful one."""
        self._foot.on.setVisible(more)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        first = next(iter(self._edits.values()))
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        first.selectAll()

    def _on_proposal(self) -> None:
        for radio, proposal in self._radios:
            if radio.isChecked():
                for name, edit in self._edits.items():
                    edit.setText(_typed(name, proposal.values.get(name, "")))
        self._tell("")

    def _on_typed(self, _text: str) -> None:
        if self._radios:
            self._group.setExclusive(False)
            for radio, _ in self._radios:
                radio.setChecked(False)
            self._group.setExclusive(True)
        self._tell("")

    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        for edit in self._edits.values():
            set_style(edit, "wrong", bool(text))
        self.adjustSize()

    def use(self) -> None:
        """Take the cell as it stands in the field, unless that cannot be read."""
        found: dict[str, str] = {}
        country = ""
        for name, edit in self._edits.items():
            value, code = import_decisions.read_value(name, edit.text(), country)
            if code:
                self._tell(sentence(code, {"value": edit.text()}))
                return
            found[name] = value
        fields = {**self._decision.fields, **found}
        self.decided.emit(self._row, replace(self._decision, fields=fields, leave_out=False))
        self.close()

    def go_next(self) -> None:
        """Leave this one as it is and go on."""
        self.close()
        self.next_wanted.emit()


class WhoPopover(Popover):
    """Whom a row means: somebody known, somebody new, or nobody; ``decided(row, decision)``."""

    decided = Signal(object, object)
    next_wanted = Signal()

    def __init__(self, parent: QWidget, desk: Desk, shown: PlanRow, decision: Decision) -> None:
        super().__init__(parent, title=tr("Who is {name}?", name=native_name(shown)), name="import.who")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._row = shown
        self._decision = decision
        self._group = QButtonGroup(self)
        self._choices: list[tuple[QRadioButton, Decision]] = []
        self.body.addWidget(label(tr("row {row} of the sheet {sheet}", row=shown.row, sheet=shown.sheet), "second"))
        self.body.addWidget(label(sentence(shown.reason, shown.reason_params), "second_text", wrap=True))
        named = bool(shown.fields.get("family_name") or shown.fields.get("given_name"))
        if shown.people:
            with desk.context.read() as view:
                known = import_rows.known_names(view, shown.people)
            for ident in shown.people[:5]:
                pick = known.get(ident)
                if pick is not None:
                    linked = replace(decision, person_id=ident, as_new=False, leave_out=False)
                    self._add(tr("This is {name}", name=pick.name), pick.second or tr("known already"), linked)
        if named:
            fresh = replace(decision, as_new=True, person_id="", leave_out=False)
            self._add(tr("Somebody new"), tr("a new person is made"), fresh)
        self._add(tr("Leave out"), tr("the row is not taken in"), replace(decision, leave_out=True))
        if not named:
            self.body.addWidget(
                label(tr("To take the row in, double-click the cell of the name and type one."), "small", wrap=True)
            )
        self._choose()
        self._foot = _Foot(self)
        self.body.addWidget(self._foot)

    def _add(self, words: str, second: str, decision: Decision) -> None:
        radio = QRadioButton(words.replace("&", "&&"))
        radio.setObjectName(f"import.who.{len(self._choices)}")
        self._group.addButton(radio)
        self._choices.append((radio, decision))
        box = column(space=0)
        box.addWidget(radio)
        line = row(space=0, margins=(6, 0, 0, 0))
        line.addWidget(label(second, "small", wrap=True))
        box.addLayout(line)
        self.body.addLayout(box)

    def _choose(self) -> None:
        now = self._decision
        for radio, decision in self._choices:
            same = (decision.person_id, decision.as_new, decision.leave_out) == (
                now.person_id,
                now.as_new,
                now.leave_out,
            )
            if same:
                radio.setChecked(True)
                return
        self._choices[0][0].setChecked(True)

    def set_next(self, more: bool) -> None:
        """Whether there is another doubtful one."""
        self._foot.on.setVisible(more)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.use()
        else:
            super().keyPressEvent(event)

    def use(self) -> None:
        """Keep what is chosen."""
        for radio, decision in self._choices:
            if radio.isChecked():
                self.decided.emit(self._row, decision)
        self.close()

    def go_next(self) -> None:
        """Leave this one undecided and go on."""
        self.close()
        self.next_wanted.emit()


def _title(names: Sequence[str]) -> str:
    if len(names) == 1:
        return field_word(names[0])
    return tr("Passport spelling") if names[0].endswith("latin") else tr("Native name")


def _typed(name: str, value: str) -> str:
    """A value as one would type it."""
    return value_words(name, value) if name.endswith(("_date", "_expiry")) or name == "gender" else value


def _proposal_words(proposal: Proposal) -> str:
    words = [_long(name, value) for name, value in proposal.values.items() if value]
    return " ".join(words) if words else tr("Leave empty")


def _long(name: str, value: str) -> str:
    parts = value.split("-")
    if name.endswith(("_date", "_expiry")) and len(parts) == 3:
        return formats.days(date.fromisoformat(value), None)
    return value_words(name, value)


def _why_words(proposal: Proposal, shown: PlanRow) -> str:
    name = next(iter(proposal.values))
    if proposal.why == "read":
        doubts = bool(shown.notes_of(tuple(proposal.values)))
        return tr("as it was read") if doubts or shown.sources.get(name) else ""
    return {
        "month_first": tr("month first"),
        "turned": tr("given name and family name the other way round"),
        "made": tr("made from the native name by the table"),
        "sex": "",
        "empty": tr("ask the town later"),
    }[proposal.why]
