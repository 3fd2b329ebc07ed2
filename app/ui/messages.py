"""Errors and news as sentences, and where they are shown: a toast over the page, a dialog only when needed."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from app.core.errors import Invalid, MentordeskError, Problem
from app.core.i18n import tr
from app.core.sentences import sentence
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import IconLabel, label
from app.ui.widgets.messages_view import MessageStrip, Way

#: Milliseconds that good news stays; trouble stays until it is closed.
_STAYS = 6000
#: A change announced so soon after a message is the one that the message is about.
_OWN_CHANGE = 700


def problem_text(problem: Problem) -> str:
    """The sentence of a problem."""
    return sentence(problem.code, problem.params)


def error_text(error: BaseException) -> str:
    """The sentence of an error; errors that are not ours get a calm one, without their values."""
    if isinstance(error, Invalid):
        return "\n".join(problem_text(problem) for problem in error.problems)
    if isinstance(error, MentordeskError):
        return sentence(error.code, error.params)
    return tr("This could not be done because of an error in the program. Nothing was changed; your data is kept.")


class Toast(QWidget):
    """Messages over the foot of a page. Good news goes by itself, trouble stays until it is closed."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("message.toast")
        body = column(self, space=0)
        self.strip = MessageStrip(closable=True, name="message.strip")
        self.strip.closed.connect(self.hide)
        body.addWidget(self.strip)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._takes_back = False
        self._said = QElapsedTimer()
        host.installEventFilter(self)
        self.hide()

    def say(self, title: str, text: str = "", *, tone: str = "success", ways: Sequence[Way] = ()) -> None:
        """Show a message."""
        self.strip.show_message(title, text, tone=tone, ways=ways)
        self._takes_back = any(way.text in (tr("Undo"), tr("Redo")) for way in ways)
        self._said.start()
        self.show()
        self._place()
        self.raise_()
        self._timer.stop()
        if tone in ("success", "info", "neutral"):
            self._timer.start(_STAYS if not ways else 2 * _STAYS)

    def outdated(self) -> None:
        """Something else was changed: an "Undo" that is still offered would take back the wrong thing."""
        if self.isVisible() and self._takes_back and self._said.elapsed() > _OWN_CHANGE:
            self.hide()

    def moved_on(self) -> None:
        """Another page is gone to: trouble of the one before goes as well, once there was time to read it."""
        if self.isVisible() and not self._timer.isActive():
            self._timer.start(max(1, _STAYS - self._said.elapsed()))

    def text(self) -> str:
        """What is shown now; empty when nothing is."""
        return self.strip.accessibleName() if self.isVisible() else ""

    def _place(self) -> None:
        look, host = theme(), self.parentWidget()
        assert host is not None
        width = min(look.px(560), host.width() - 2 * look.space(6))
        self.setFixedWidth(max(width, look.px(200)))
        for part in (self.strip, self):
            # Rows of the message before are hidden, but still have their room until the layout is done again.
            layout = part.layout()
            assert layout is not None
            layout.invalidate()
            layout.activate()
        self.adjustSize()
        height = self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setFixedHeight(height)
        self.move((host.width() - self.width()) // 2, host.height() - height - look.space(4))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


class MessageDialog(QDialog):
    """A question or a message that cannot wait. Open it with ``open()``; it is freed when closed."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        *,
        tone: str = "warning",
        accept: str = "",
        reject: str = "",
        name: str = "dialog.message",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme().px(420))
        body = column(self, space=4, margins=(6, 5, 6, 5))
        line = row(space=3)
        icons = {"danger": ("circle-alert", "danger"), "warning": ("triangle-alert", "warning")}
        icon_name, token = icons.get(tone, ("info", "accent"))
        line.addWidget(IconLabel(icon_name, token, "side"), 0, Qt.AlignmentFlag.AlignTop)
        texts = column(space=2)
        texts.addWidget(label(title, "section", wrap=True))
        said = label(text, wrap=True, copy=True)
        said.setMinimumWidth(theme().px(360))
        texts.addWidget(said)
        line.addLayout(texts, 1)
        body.addLayout(line)
        self.buttons = QDialogButtonBox()
        yes = button(accept or tr("Close"), "primary", name=f"{name}.accept")
        yes.setDefault(True)
        self.buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        if reject:
            no = button(reject, name=f"{name}.reject")
            self.buttons.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        body.addWidget(self.buttons)

    def add_button(self, made: QPushButton) -> None:
        """One more way out, that does not close the dialog."""
        self.buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
