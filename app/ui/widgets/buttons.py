"""Buttons: one filled a view, the rest quiet, links for small ways on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui import formats
from app.ui.icons import icon
from app.ui.theme import theme
from app.ui.widgets.flow import FlowLayout

_ICON_TOKENS = {"primary": "onaccent", "link": "accent", "danger": "danger", "icon": "muted"}


def button(
    text: str,
    role: str = "quiet",
    *,
    icon_name: str = "",
    name: str = "",
    small: bool = False,
    tip: str = "",
    clicked: Callable[[], object] | None = None,
) -> QPushButton:
    """A push button. ``role``: primary, quiet, link, danger, icon (``text`` becomes accessible name and tool tip).

    ``clicked`` must be a bound method or a plain function, not a lambda that captures a widget.
    """
    only_icon = role in ("icon", "boxed")
    made = _Button("" if only_icon else text)
    made.setProperty("role", role)
    if small:
        made.setProperty("small", True)
    if icon_name:
        made.setIcon(icon(icon_name, _ICON_TOKENS.get(role, "muted")))
        side = theme().icon("control")
        made.setIconSize(QSize(side, side))
        if not only_icon:
            made.setText(" " + text)
    made.setAccessibleName(text)
    made.setToolTip(tip or (text if only_icon else ""))
    made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor if role == "link" else Qt.CursorShape.ArrowCursor)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Fixed if only_icon else QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    if clicked is not None:
        made.clicked.connect(_Call(clicked, made).run)
    return made


class _Button(QPushButton):
    """Enter presses the button that has the keyboard, on a page as in a dialog; Qt knows only Space on a page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in keys and plain and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class _Call(QObject):
    """Drops the ``checked`` argument of ``clicked``; belongs to the button, so it goes with it."""

    def __init__(self, function: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._function = function

    def run(self) -> None:
        self._function()


class Switch(QWidget):
    """A segmented switch: one of a few, side by side. ``chosen`` carries the key."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], *, current: str = "", name: str = "", title: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._buttons: dict[str, QPushButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_options(options, current)

    def set_options(self, options: Sequence[tuple[str, str]], current: str = "") -> None:
        """Offer other keys and words; the first is chosen unless ``current`` says otherwise."""
        for old in self._buttons.values():
            self._group.removeButton(old)
            old.deleteLater()
        self._buttons = {}
        for number, (key, word) in enumerate(options):
            made = button(word, "switch", name=f"{self.objectName()}.{key}" if self.objectName() else key)
            made.setCheckable(True)
            first, last = number == 0, number == len(options) - 1
            made.setProperty("end", "both" if first and last else "first" if first else "last" if last else "")
            made.setProperty("key", key)
            self._group.addButton(made)
            self._row.addWidget(made)
            self._buttons[key] = made
        if self._buttons:
            self.set_current(current or options[0][0])

    def current(self) -> str:
        """The chosen key."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def _on_clicked(self, made: QPushButton) -> None:
        self.chosen.emit(str(made.property("key")))


def counted_pills(
    words: Mapping[str, str], keeps: Mapping[str, Callable[[Any], bool] | None], rows: Sequence[Any]
) -> list[tuple[str, str, int | None]]:
    """Saved filters as ``Pills`` offers them: key, words, and how many rows each keeps (None keeps all)."""
    counts = {key: len(rows) if keep is None else sum(map(keep, rows)) for key, keep in keeps.items()}
    return [(key, word, counts[key]) for key, word in words.items()]


class Pills(QWidget):
    """Saved filters as pills with counts; one is chosen. Wraps to a second line."""

    chosen = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._flow = FlowLayout(self, 1)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._buttons: dict[str, QPushButton] = {}
        self._after: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pills(self, pills: Sequence[tuple[str, str, int | None]], current: str = "") -> None:
        """Offer (key, words, count or None). The same pills only count anew: nothing blinks, the keyboard stays."""
        current = current or self.current()
        for widget in self._after:
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._after.clear()
        texts = {key: word if count is None else f"{word}  {formats.number(count)}" for key, word, count in pills}
        if list(texts) == list(self._buttons):
            for key, text in texts.items():
                self._buttons[key].setText(text)
                self._buttons[key].setAccessibleName(text)
        else:
            self._make(texts)
        chosen = current if current in self._buttons else next(iter(self._buttons), "")
        if chosen:
            self._buttons[chosen].setChecked(True)

    def _make(self, texts: Mapping[str, str]) -> None:
        for old in self._buttons.values():
            self._group.removeButton(old)
        self._flow.clear()
        self._buttons = {}
        for key, text in texts.items():
            made = button(text, "pill", name=f"{self.objectName()}.{key}" if self.objectName() else key)
            made.setCheckable(True)
            made.setProperty("key", key)
            self._group.addButton(made)
            self._flow.addWidget(made)
            self._buttons[key] = made
            made.show()

    def add_widget(self, widget: QWidget) -> None:
        """Something that stands after the pills until they are offered anew, such as "Save filter"."""
        self._flow.addWidget(widget)
        self._after.append(widget)
        widget.show()

    def current(self) -> str:
        """The chosen key; empty when there are no pills."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def _on_clicked(self, made: QPushButton) -> None:
        self.chosen.emit(str(made.property("key")))
