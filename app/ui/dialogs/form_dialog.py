"""An editor in a dialog, for records that are made in passing: a need, a rate, a member of a group."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from app.core.errors import Problem
from app.core.i18n import tr
from app.ui.form import FormEditor
from app.ui.theme import theme
from app.ui.widgets.boxes import Scroll, column
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label


class FormDialog(QDialog):
    """``wanted(draft)`` when the filled button is pressed and all can be read; the caller saves, then ``accept()``s."""

    wanted = Signal(object)

    def __init__(
        self, parent: QWidget | None, title: str, editor: FormEditor, *, accept: str = "", name: str = "dialog.form"
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.editor = editor
        look = theme()
        body = column(self, space=4, margins=(6, 5, 6, 5))
        body.addWidget(label(title, "title", wrap=True))
        scroll = Scroll(margins=(0, 0, 0, 0))
        scroll.body.addWidget(editor)
        body.addWidget(scroll, 1)
        box = QDialogButtonBox()
        yes = button(accept or tr("Keep"), "primary", name=f"{name}.accept")
        yes.setDefault(True)
        box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self._no = button(tr("Cancel"), name=f"{name}.reject")
        box.addButton(self._no, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_accept)
        box.rejected.connect(self.reject)
        editor.submitted.connect(self._on_accept)
        body.addWidget(box)
        wish = editor.sizeHint().height() + look.px(170)
        room = self.screen().availableGeometry().height() - look.px(80)
        self.resize(look.px(640), max(look.px(220), min(wish, room)))
        editor.focus_first()

    def name_reject(self, words: str) -> None:
        """Another word than "Cancel" on the second button, where that would mean the deed itself."""
        self._no.setText(words)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong beside the fields; the dialog stays."""
        self.editor.show_problems(problems)

    def draft(self) -> Any:
        """The draft as it stands."""
        return self.editor.draft()

    def _on_accept(self) -> None:
        if self.editor.is_readable():
            self.wanted.emit(self.editor.draft())
