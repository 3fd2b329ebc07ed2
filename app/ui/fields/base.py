"""What every field has: a label above, the control, the problem in words below."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import set_style, theme
from app.ui.widgets.labels import label


class Field(QWidget):
    """A labelled field. ``changed`` comes with every keystroke, ``left`` when the focus leaves it.

    Subclasses give ``value``, ``set_value`` and put their control in with ``set_control``.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, title: str, *, name: str = "", hint: str = "", required: bool = False, note: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{name}.field" if name else "")
        self.name = name
        self.title = title
        self.required = required
        self._hint = hint
        self._own = ""
        self._given: str | None = None
        self._warning = False
        self._control: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().space(1))
        self.label = label(title + (" *" if required else ""), "label")
        # Shown before it has a parent, a label would be a window of its own for a moment and close popovers.
        if not title:
            self.label.hide()
        self._layout.addWidget(self.label)
        self._problem = label("", "problem", wrap=True, name=f"{name}.problem" if name else "")
        self._problem.hide()
        self._note = label(note, "small", wrap=True)
        if not note:
            self._note.hide()

    def set_control(self, control: QWidget, *, watch: QWidget | None = None) -> None:
        """Put the control in; ``watch`` is the part that has the keyboard, when it is not the control itself."""
        self._control = control
        inner = watch or control
        inner.setObjectName(self.name)
        inner.setAccessibleName(self.title)
        inner.setAccessibleDescription(self._hint)
        inner.installEventFilter(self)
        self.label.setBuddy(inner)
        self.setFocusProxy(inner)
        self._layout.addWidget(control)
        self._layout.addWidget(self._problem)
        self._layout.addWidget(self._note)
        self._layout.addStretch(1)

    def set_words(self, title: str, hint: str = "") -> None:
        """Ask the same field for something else."""
        self.title, self._hint = title, hint
        self.label.setText(title + (" *" if self.required else ""))
        if self._control is not None:
            inner = self.focusProxy() or self._control
            inner.setAccessibleName(title)
            inner.setAccessibleDescription(hint)

    @property
    def control(self) -> QWidget:
        """The control itself."""
        assert self._control is not None
        return self._control

    def value(self) -> Any:
        """What the field holds; a field with nothing of its own holds nothing."""
        return None

    def set_value(self, value: Any) -> None:
        """Show a value, without ``changed``."""

    def is_readable(self) -> bool:
        """Whether what was typed can be understood; when not, the field says so itself."""
        return not self._own

    def set_note(self, text: str) -> None:
        """A remark below the field."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def show_problem(self, text: str | None, *, warning: bool = False) -> None:
        """Say under the field what is wrong; None takes it away."""
        self._given = text
        self._warning = warning
        self._show()

    def problem(self) -> str:
        """What is said under the field; empty when nothing is."""
        return self._own or self._given or ""

    def set_own_problem(self, text: str) -> None:
        """What the field itself cannot read."""
        self._own = text
        self._show()

    def _show(self) -> None:
        text = self.problem()
        self._problem.setText(text)
        set_style(self._problem, "role", "warning" if self._warning and not self._own else "problem")
        self._problem.setVisible(bool(text))
        proxy = self.focusProxy()
        if isinstance(proxy, QWidget):
            proxy.setAccessibleDescription(text or self._hint)
        self.mark_wrong(bool(text) and not (self._warning and not self._own))

    def mark_wrong(self, wrong: bool) -> None:
        """Edge of the control in red."""
        if self._control is not None:
            set_style(self._control, "wrong", wrong)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._leaves():
            self.on_left()
            self.left.emit()
        return super().eventFilter(watched, event)

    def _leaves(self) -> bool:
        return True

    def on_left(self) -> None:
        """What a field does when one leaves it, such as writing a date out."""

    def focus(self) -> None:
        """Take the keyboard, and come into view with the label above."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(self, 0, theme().space(6))
