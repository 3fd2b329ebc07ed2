"""A copy of the issuer's key, out or in: the file and the password that closes it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLineEdit, QWidget

from app.core.errors import MentordeskError
from app.core.i18n import tr
from app.services.issuer_keys import SHORTEST_PASSWORD
from app.ui.desk import Desk
from app.ui.messages import error_text
from app.ui.theme import theme
from app.ui.widgets.boxes import column
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label


class PasswordDialog(QDialog):
    """Asks for a password (twice for a new one), then for the file; ``run(path, password)`` gives what is told then."""

    def __init__(self, parent: QWidget | None, desk: Desk, *, new: bool, run: Callable[[Path, str], str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = "dialog.key.export" if new else "dialog.key.import"
        self.setObjectName(name)
        self._desk, self._new, self._run = desk, new, run
        title = tr("Keep a copy of the key") if new else tr("Bring in a key")
        self.setWindowTitle(title)
        body = column(self, space=3, margins=(6, 5, 6, 5))
        body.addWidget(label(title, "title", wrap=True))
        words = (
            tr("Choose a password of at least {n} letters. Without it, nobody can use the copy.", n=SHORTEST_PASSWORD)
            if new
            else tr("Type the password of the copy. The key used until now is kept beside the settings.")
        )
        body.addWidget(label(words, "second", wrap=True))
        self.password = self._field(tr("Password"), f"{name}.password")
        self.again = self._field(tr("Password once more"), f"{name}.again")
        body.addWidget(label(tr("Password"), "label"))
        body.addWidget(self.password)
        if new:
            body.addWidget(label(tr("Password once more"), "label"))
            body.addWidget(self.again)
        else:
            self.again.setParent(None)
        self.problem = label("", "problem", wrap=True, name=f"{name}.problem")
        self.problem.hide()
        body.addWidget(self.problem)
        body.addStretch(1)
        box = QDialogButtonBox()
        yes = button(tr("Choose the file …"), "primary", name=f"{name}.accept")
        yes.setDefault(True)
        box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(button(tr("Cancel"), name=f"{name}.reject"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_accept)
        box.rejected.connect(self.reject)
        body.addWidget(box)
        self.resize(theme().px(500), theme().px(380 if new else 300))

    def _field(self, title: str, name: str) -> QLineEdit:
        made = QLineEdit(self)
        made.setObjectName(name)
        made.setAccessibleName(title)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        return made

    def _on_accept(self) -> None:
        if self._new and len(self.password.text()) < SHORTEST_PASSWORD:
            self._say(tr("The password is too short: at least {n} letters.", n=SHORTEST_PASSWORD))
            return
        if self._new and self.password.text() != self.again.text():
            self._say(tr("The two passwords differ."))
            return
        self.problem.hide()
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setObjectName("dialog.key.file")
        dialog.setNameFilters([tr("Copy of a key") + " (*.pem)"])
        dialog.setDefaultSuffix("pem")
        if self._new:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(tr("Issuer's key") + ".pem")
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_file(self, name: str) -> None:
        """Do it with this file; stays and says what is wrong when it is refused."""
        path = Path(name)
        try:
            told = self._run(path, self.password.text())
        except MentordeskError as error:
            self._say(error_text(error))
            return
        self._desk.say(tr("{file}: done.", file=path.name), told)
        self.accept()

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
