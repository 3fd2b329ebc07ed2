"""What is told inside a page: message strips and empty states."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.core.i18n import tr
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import IconLabel, label

_ICONS = {
    "info": ("info", "accent"),
    "success": ("circle-check", "success"),
    "warning": ("triangle-alert", "warning"),
    "danger": ("circle-alert", "danger"),
    "neutral": ("info", "muted"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way out that a message offers: words, and what happens."""

    text: str
    run: Callable[[], object]
    name: str = ""


class MessageStrip(QFrame):
    """A message with a tone: what happened in bold, what it means, and ways out as buttons below."""

    closed = Signal()

    def __init__(
        self,
        title: str = "",
        text: str = "",
        *,
        tone: str = "info",
        ways: Sequence[Way] = (),
        closable: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = row(self, space=2, margins=(3, 2, 3, 2))
        self._icon = IconLabel("info")
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        texts = column(space=1)
        self._title = label("", "second_strong", wrap=True)
        self._text = label("", "second_text", wrap=True)
        self._ways = Flow()
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        texts.addWidget(self._ways)
        texts.addStretch(1)
        line.addLayout(texts, 1)
        if closable:
            line.addWidget(
                button(tr("Close"), "icon", icon_name="x", small=True, clicked=self._on_close),
                0,
                Qt.AlignmentFlag.AlignTop,
            )
        self.show_message(title, text, tone=tone, ways=ways)

    def show_message(self, title: str, text: str = "", *, tone: str = "info", ways: Sequence[Way] = ()) -> None:
        """Say something else; an empty title and text hide the strip."""
        set_style(self, "tone", tone)
        icon_name, token = _ICONS.get(tone, _ICONS["info"])
        self._icon.set_icon(icon_name, token)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._title.setVisible(bool(title))
        self._text.setVisible(bool(text))
        self._ways.clear()
        for way in ways:
            self._ways.add(button(way.text, small=True, name=way.name, clicked=way.run))
        self._ways.setVisible(bool(ways))
        self.setAccessibleName(" ".join(part for part in (title, text) if part))
        self.setVisible(bool(title or text))

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()


class EmptyState(QWidget):
    """What belongs here, and the ways in: an icon, a sentence, buttons."""

    def __init__(
        self, icon_name: str, title: str, text: str = "", *, buttons: Sequence[QWidget] = (), name: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        body = column(self, space=3, margins=(6, 7, 6, 7))
        body.addStretch(1)
        body.addWidget(IconLabel(icon_name, "control", "large"), 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = label(title, "section", wrap=True)
        self._text = label(text, "second", wrap=True)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setMaximumWidth(theme().px(440))
            part.setMinimumWidth(theme().px(200))
        middle = row()
        texts = column(space=1)
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        middle.addStretch(1)
        middle.addLayout(texts, 10)
        middle.addStretch(1)
        body.addLayout(middle)
        self._text.setVisible(bool(text))
        line = row(space=2)
        line.addStretch(1)
        for made in buttons:
            line.addWidget(made)
        line.addStretch(1)
        body.addLayout(line)
        body.addStretch(2)

    def set_texts(self, title: str, text: str = "") -> None:
        """Other words."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
