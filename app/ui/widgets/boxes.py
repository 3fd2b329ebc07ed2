"""The boxes of a page: card, section header, page head, two columns, scrolling area, key-value list, avatar."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.icons import paint_icon
from app.ui.theme import is_style_change, set_surface, theme
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import TONES, Chip, State
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import ElidedLabel, hairline, label


def column(
    parent: QWidget | None = None, *, space: int = 4, margins: tuple[int, int, int, int] | None = None
) -> QVBoxLayout:
    """A vertical layout; ``space`` and ``margins`` (left, top, right, bottom) are spacing steps."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    _fit(made, space, margins)
    return made


def row(
    parent: QWidget | None = None, *, space: int = 2, margins: tuple[int, int, int, int] | None = None
) -> QHBoxLayout:
    """A horizontal layout; ``space`` and ``margins`` are spacing steps."""
    made = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    _fit(made, space, margins)
    return made


def _fit(layout: QLayout, space: int, margins: tuple[int, int, int, int] | None) -> None:
    look = theme()
    left, top, right, bottom = (look.space(step) for step in (margins or (0, 0, 0, 0)))
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(look.space(space))


class Card(QFrame):
    """A white box with a hairline; ``body`` is its layout."""

    def __init__(self, *, padding: int = 3, name: str = "") -> None:
        super().__init__()
        self.setProperty("box", "card")
        self.setObjectName(name)
        self.body = column(self, space=2, margins=(padding, padding, padding, padding))

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self.body.addWidget(widget)


class SectionHeader(QWidget):
    """A section's heading, with a note or an action at the right."""

    def __init__(self, title: str, *, note: str = "", action: QWidget | None = None, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        line = row(self)
        self.setMinimumHeight(theme().height("small"))
        self._title = label(title, "section")
        self._note = label(note, "second")
        line.addWidget(self._title)
        line.addStretch(1)
        line.addWidget(self._note)
        if action is not None:
            line.addWidget(action)

    def set_title(self, title: str) -> None:
        """Another heading."""
        self._title.setText(title)

    def set_note(self, note: str) -> None:
        """Another note at the right."""
        self._note.setText(note)


class PageHead(QWidget):
    """A page's head: title and chips, the facts below, actions at the right."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        line = row(self, space=4, margins=(6, 3, 6, 2))
        texts = column(space=1)
        self._first = row(space=3)
        prefix = f"{name}." if name else ""
        self._title = ElidedLabel("", "title", name=f"{prefix}title")
        self._first.addWidget(self._title)
        self._chips = row(space=2)
        self._first.addLayout(self._chips)
        self._first.addStretch(1)
        self._facts = ElidedLabel("", "second", name=f"{prefix}facts")
        texts.addLayout(self._first)
        texts.addWidget(self._facts)
        line.addLayout(texts, 1)
        self._actions = row(space=2)
        line.addLayout(self._actions)

    def set_title(self, title: str) -> None:
        """The name of what is shown."""
        self._title.setText(title)
        self._title.updateGeometry()

    def set_facts(self, facts: Sequence[str]) -> None:
        """The two or three facts that matter; empty ones are left out."""
        self._facts.setText("  ·  ".join(fact for fact in facts if fact))
        self._facts.setVisible(bool(self._facts.text()))

    def set_chips(self, states: Sequence[State]) -> None:
        """States beside the title."""
        _empty(self._chips)
        for state in states:
            self._chips.addWidget(Chip(state))

    def add_action(self, widget: QWidget) -> None:
        """A button or a switch at the right."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if inner is not None:
            _empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class KeyValues(QWidget):
    """Facts as label and value, the labels in one column; values can be texts or widgets."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().space(4))
        self._grid.setVerticalSpacing(theme().space(2))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, theme().px(76))

    def clear(self) -> None:
        """Take all facts out."""
        _empty(self._grid)

    def add(self, key: str, value: str | QWidget, second: str = "") -> None:
        """One fact; ``second`` stands below the value, smaller."""
        line = self._grid.rowCount()
        title = label(key, "second", wrap=True)
        title.setMaximumWidth(theme().px(130))
        self._grid.addWidget(title, line, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(value, QWidget):
            self._grid.addWidget(value, line, 1)
            return
        box = column(space=0)
        shown = label(value, wrap=True, copy=True)
        shown.setAccessibleName(f"{key}: {value}")
        box.addWidget(shown)
        if second:
            box.addWidget(label(second, "second", wrap=True))
        self._grid.addLayout(box, line, 1)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts and no others."""
        self.clear()
        for key, value in facts:
            self.add(key, value)


class Avatar(QWidget):
    """A person's initials in a circle."""

    def __init__(self, initials: str = "") -> None:
        super().__init__()
        self._initials = initials
        self._measure()

    def set_initials(self, initials: str) -> None:
        """Other initials, one or two letters."""
        self._initials = initials[:2].upper()
        self.update()

    def _measure(self) -> None:
        side = theme().px(40)
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accentsoft"))
        painter.drawEllipse(self.rect())
        painter.setPen(look.color("accent"))
        painter.setFont(look.font("strong"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._initials)
        painter.end()


class SignBox(QWidget):
    """An icon in a tone on a soft ground: a square beside an item, a disc (``large``) beside a verdict."""

    def __init__(self, icon_name: str, tone: str = "info", large: bool = False) -> None:
        super().__init__()
        self._icon = icon_name
        self._tone = tone
        self._large = large
        self._measure()

    def set_sign(self, icon_name: str, tone: str) -> None:
        """Show another sign."""
        self._icon, self._tone = icon_name, tone
        self.update()

    def _measure(self) -> None:
        side = theme().px(56 if self._large else 32)
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        text, soft = TONES.get(self._tone, TONES["neutral"])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(soft))
        if self._large:
            painter.drawEllipse(self.rect())
        else:
            radius = look.radius("control")
            painter.drawRoundedRect(self.rect(), radius, radius)
        side = look.px(32) if self._large else look.icon("side")
        gap = (self.width() - side) // 2
        paint_icon(painter, self._icon, QRect(gap, gap, side, side), look.color(text))
        painter.end()


class ItemRow(QFrame):
    """One thing that needs somebody: sign, what, why, chip, one button; the whole row can be clicked."""

    opened = Signal()
    acted = Signal()

    def __init__(
        self,
        title: str,
        second: str,
        *,
        icon_name: str,
        state: State | None = None,
        action: str = "",
        name: str = "",
        narrow: bool = False,
    ) -> None:
        super().__init__()
        look = theme()
        self.setObjectName(name)
        self.setAccessibleName(f"{title}. {second}. {state.word if state else ''}")
        self.setMinimumHeight(look.height("two_lines"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = row(self, space=3, margins=(3, 1, 3, 1))
        line.addWidget(SignBox(icon_name, state.tone if state and state.tone != "neutral" else "info"))
        texts = column(space=0)
        # The end of a sentence says what is the matter: a long name is shortened before it.
        texts.addWidget(ElidedLabel(title, "strong", middle=True))
        lower = row(space=2)
        texts.addLayout(lower)
        line.addLayout(texts, 1)
        if state is not None:
            # In a narrow card the title has the whole line, the chip stands before the reason.
            (lower if narrow else line).addWidget(Chip(state))
        lower.addWidget(ElidedLabel(second, "second"), 1)
        if action:
            acting = button(action, small=True, name=f"{name}.action" if name else "")
            acting.setMinimumWidth(look.px(112))
            acting.clicked.connect(self._on_acted)
            line.addSpacing(look.space(1))
            line.addWidget(acting)

    def _on_acted(self) -> None:
        self.acted.emit()

    def mouseReleaseEvent(self, event: object) -> None:
        self.opened.emit()


class Lines(Card):
    """A card whose rows are parted by hairlines."""

    def __init__(self, name: str = "") -> None:
        super().__init__(padding=0, name=name)
        self.body.setSpacing(0)

    def add(self, widget: QWidget) -> None:
        """Put a row at the end."""
        if self.body.count():
            self.body.addWidget(hairline())
        self.body.addWidget(widget)

    def clear(self) -> None:
        """Take all rows out."""
        _empty(self.body)


class Scroll(QScrollArea):
    """A page that scrolls up and down, never sideways; ``body`` is its column, at most ``limit`` wide, centred."""

    def __init__(self, *, limit: int = 0, space: int = 6, margins: tuple[int, int, int, int] = (6, 2, 6, 6)) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("plain", True)
        outer = row(holder, space=0)
        inner = QWidget()
        if limit:
            inner.setMaximumWidth(theme().px(limit))
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        outer.addWidget(inner, 1000)
        outer.addStretch(1)
        self.body = column(inner, space=space, margins=margins)
        self.setWidget(holder)


class Panel(QWidget):
    """A surface with its own column layout: a page's part that is no card."""

    def __init__(
        self, surface: str = "surface", *, space: int = 3, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    ) -> None:
        super().__init__()
        set_surface(self, surface)
        self.body = column(self, space=space, margins=margins)


def chips(states: Sequence[State]) -> Flow:
    """Several chips that wrap."""
    made = Flow()
    for state in states:
        made.add(Chip(state))
    return made


def clear_layout(layout: QLayout) -> None:
    """Take all widgets out of a layout and free them."""
    _empty(layout)
