"""Names in the dative, one line each: the proposal, a field to correct it, a button once it was looked at (CE-7)."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from app.core.changes import ChangeSet
from app.core.errors import NotFound
from app.core.i18n import LANGUAGE_NAMES, N_, tr
from app.services import name_forms
from app.services.name_forms import FormChoice, FormRow, FormState
from app.ui.desk import Desk
from app.ui.editors.writing import write
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import ElidedLabel, hairline, label

_STATES = {
    FormState.CONFIRMED: (N_("confirmed"), "success", "check"),
    FormState.PROPOSED: (N_("to confirm"), "warning", "circle-help"),
    FormState.CHANGED: (N_("name changed, to confirm"), "warning", "circle-help"),
    FormState.MISSING: (N_("no proposal"), "neutral", "dot"),
}


class FormLine(QFrame):
    """``confirmed(FormChoice)`` when somebody says that it is right, ``typed(FormChoice)`` when the field is left.

    ``head`` is the person in a list of people, or the language on the page of a person.
    """

    confirmed = Signal(object)
    typed = Signal(object)

    def __init__(self, shown: FormRow, head: str, second: str, name: str) -> None:
        super().__init__()
        self.shown = shown
        self.setObjectName(name)
        line = row(self, space=3, margins=(3, 2, 3, 2))
        texts = column(space=0)
        self._said = (ElidedLabel(head, "strong"), ElidedLabel(second, "second"))
        for said in self._said:
            texts.addWidget(said)
        line.addLayout(texts, 3)
        self.edit = QLineEdit(shown.text)
        self.edit.setObjectName(f"{name}.text")
        self.edit.setAccessibleName(tr("{name} in the dative, {language}", name=shown.name, language=_language(shown)))
        self.edit.setPlaceholderText(tr("type the name in the dative"))
        self.edit.setMaxLength(name_forms.LONGEST)
        self.edit.setCursorPosition(0)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(self._on_confirm)
        self.edit.editingFinished.connect(self._on_left)
        line.addWidget(self.edit, 4)
        self._chip = Chip(name=f"{name}.state")
        line.addWidget(self._chip)
        self.confirm = button(tr("Confirm"), small=True, name=f"{name}.confirm", clicked=self._on_confirm)
        self.confirm.setAccessibleDescription(self.edit.accessibleName())
        self.confirm.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.confirm.setAutoDefault(False)  # Enter in a field is for the name in that field alone
        line.addWidget(self.confirm)
        self._tell()

    def show_row(self, shown: FormRow) -> None:
        """Show what was kept meanwhile; what somebody is typing here stays."""
        typing = self.edit.hasFocus() and self.edit.text().strip() != self.shown.text
        for said in self._said:
            if said.text() == self.shown.name:
                said.setText(shown.name)
        self.shown = shown
        if not typing:
            self.edit.setText(shown.text)
            self.edit.setCursorPosition(0)
        self._tell()

    def choice(self) -> FormChoice:
        """The name as it stands in the field."""
        return FormChoice(self.shown.person_id, self.shown.language, self.edit.text())

    @property
    def settled(self) -> bool:
        """Whether the field holds what was confirmed."""
        return self.shown.confirmed and self.edit.text().strip() == self.shown.text

    def _tell(self) -> None:
        state = self.shown.state
        if state is FormState.CONFIRMED and not self.settled:
            state = FormState.PROPOSED
        words, tone, sign = _STATES[state]
        self._chip.set_state(State(tr(words), tone, sign))
        self.confirm.setEnabled(bool(self.edit.text().strip()) and not self.settled)

    def _on_edited(self, _text: str) -> None:
        self._tell()

    def _on_confirm(self) -> None:
        if self.edit.text().strip() and not self.settled:
            self.confirmed.emit(self.choice())

    def _on_left(self) -> None:
        """What was typed stays when the field is left, though nobody has confirmed it; a press of the button does."""
        if QApplication.focusWidget() not in (self.confirm, self.edit) and self.edit.text().strip() != self.shown.text:
            self.typed.emit(self.choice())


class NameFormsPart(QWidget):
    """The names of one person in the dative, on the page of that person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ident = ""
        self._rows: tuple[FormRow, ...] = ()
        self.setMaximumWidth(theme().width("form"))
        body = column(self, space=2)
        body.addWidget(hairline())
        body.addWidget(SectionHeader(tr("Name in the dative")))
        told = tr("“Issued to …”: papers whose words ask for this form use it only once you have confirmed it.")
        body.addWidget(label(told, "second", wrap=True))
        self._lines = Lines("person.forms")
        body.addWidget(self._lines)
        self._made: dict[str, FormLine] = {}
        self.more = button(
            tr("In another language"), "link", icon_name="plus", name="person.forms.more", clicked=self._on_more
        )
        body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        desk.bus.changed.connect(self._on_changed)

    def show_person(self, ident: str) -> None:
        """Show the forms of a person."""
        try:
            with self.desk.context.read() as view:
                rows = name_forms.of_person(view, ident)
        except NotFound:
            return  # deleted meanwhile; the page is left
        if (ident, rows) == (self._ident, self._rows):
            return
        fresh, self._ident, self._rows = ident != self._ident, ident, rows
        # Nobody declines every name in every language: first what is kept or proposed, the rest when asked for.
        told = [one for one in rows if one.state is not FormState.MISSING or (one.language in self._made and not fresh)]
        self._show(told, anew=fresh)

    def _show(self, rows: Sequence[FormRow], *, anew: bool) -> None:
        if not anew and [row.language for row in rows] == list(self._made):
            for shown in rows:
                self._made[shown.language].show_row(shown)
            return
        self._made = {}
        self._lines.clear()
        for shown in rows:
            line = FormLine(shown, _language(shown), shown.name, f"person.forms.{shown.language}")
            line.confirmed.connect(partial(confirm_names, self.desk))
            line.typed.connect(partial(keep_name, self.desk))
            self._made[shown.language] = line
            self._lines.add(line)
        self._lines.setVisible(bool(rows))
        self.more.setVisible(len(rows) < len(self._rows))

    def _on_more(self) -> None:
        self._show(self._rows, anew=True)

    def _on_changed(self, change_set: ChangeSet) -> None:
        if self._ident and self.isVisible() and change_set.touches("person_name_form"):
            self.show_person(self._ident)


def _language(shown: FormRow) -> str:
    return LANGUAGE_NAMES.get(shown.language, shown.language)


def confirm_names(desk: Desk, *choices: FormChoice, said: str = "", done: Any = None) -> None:
    """Keep names as seen and confirmed, in one step that can be taken back."""

    def confirm(work: Any) -> int:
        return name_forms.confirm(work, choices)

    write(desk, N_("Confirm names in the dative"), confirm, said=said, undo=bool(said), done=done)


def keep_name(desk: Desk, choice: FormChoice) -> None:
    """Keep what was typed, not confirmed yet."""

    def keep(work: Any) -> None:
        name_forms.keep(work, choice)

    write(desk, N_("Change a name in the dative"), keep)


def open_ones(lines: Sequence[FormLine]) -> list[FormChoice]:
    """What can be confirmed of some lines: each that has a text and is not settled."""
    return [line.choice() for line in lines if line.edit.text().strip() and not line.settled]
