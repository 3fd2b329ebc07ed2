"""Whom a row means: the row held against those known, side by side; and what changes of somebody known."""

import re
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from app.core.i18n import N_, tr
from app.services.import_rows import PlanRow
from app.ui.fields.choices import Choice, RecordField
from app.ui.pages.import_kinds import KindLook, Known
from app.ui.theme import theme
from app.ui.widgets.boxes import Card, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import hairline, label

#: How wide (at 100 %) a value stands in a choice.
_VALUE = 200
#: A longer word, such as an e-mail address, may be parted after these signs.
_LONG = 18
_PARTED = re.compile(r"(?<=[@._/\\-])(?=\w)")


def wrapped(text: str, role: str = "") -> QLabel:
    """A label that wraps, also inside an e-mail address; what is read aloud is the text itself."""
    shown = " ".join(_PARTED.sub("\u200b", word) if len(word) > _LONG else word for word in text.split(" "))
    made = label(shown, role, wrap=True)
    made.setAccessibleName(text)
    return made


def with_key(made: QWidget, key: str) -> QWidget:
    """A button with the key that does the same, shown as a small key beside it."""
    holder = QWidget()
    line = row(holder, space=1)
    line.addWidget(made)
    line.addWidget(label(key, "key"), 0, Qt.AlignmentFlag.AlignVCenter)
    return holder


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


class KnownCard(Card):
    """Somebody known beside the row: what agrees is quiet, what differs stands out. ``chosen(number)``."""

    chosen = Signal(int)

    def __init__(self, look: KindLook, shown: PlanRow, known: Known, number: int, *, linked: bool) -> None:
        super().__init__(name=f"import.who.{number}")
        self._number = number
        head = row(space=2)
        texts = column(space=0)
        texts.addWidget(wrapped(known.name, "strong"))
        if known.second:
            texts.addWidget(wrapped(known.second, "second"))
        head.addLayout(texts, 1)
        top = Qt.AlignmentFlag.AlignTop
        if linked:
            head.addWidget(Chip(State(tr("chosen"), "success", "check")), 0, top)
        self.body.addLayout(head)
        if not linked:
            words = look.way_words()["same"]
            choose = button(
                words,
                icon_name="link",
                small=True,
                name=f"import.who.{number}.same",
                tip=tr("Key {key}", key=number + 1),
                clicked=self._on_chosen,
            )
            choose.setAccessibleName(f"{words}: {known.name}")
            self.body.addWidget(with_key(choose, str(number + 1)), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(hairline())
        self.body.addLayout(compared(look, shown.fields, known.fields, (tr("In the file"), tr("Known here"))))

    def _on_chosen(self) -> None:
        self.chosen.emit(self._number)


def compared(look: KindLook, left: Mapping[str, str], right: Mapping[str, str], heads: tuple[str, str]) -> QGridLayout:
    """Two records field by field: equal values once and quiet, different ones beside each other."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().space(2))
    grid.setVerticalSpacing(theme().space(1))
    grid.setColumnMinimumWidth(0, theme().px(76))
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    top = Qt.AlignmentFlag.AlignTop
    for place, words in enumerate(heads, start=1):
        grid.addWidget(label(words, "head"), 0, place)
    line = 1
    for cell in look.columns:
        if cell.key not in look.compared:
            continue
        one, two = look.cell_words(cell, left), look.cell_words(cell, right)
        if not one and not two:
            continue
        grid.addWidget(label(tr(cell.title), "small", wrap=True), line, 0, top)
        if _fold(one) == _fold(two):
            said = wrapped(one, "second")
            said.setAccessibleName(tr("{field}: {value}, the same", field=tr(cell.title), value=one))
            grid.addWidget(said, line, 1, 1, 2, top)
        else:
            role = "second_strong" if one and two else "second_text"
            for place, words in ((1, one), (2, two)):
                said = wrapped(words or tr("not stated"), role if words else "second")
                said.setAccessibleName(f"{tr(cell.title)}, {heads[place - 1]}: {words or tr('not stated')}")
                grid.addWidget(said, line, place, top)
        line += 1
    return grid


class Changes(QWidget):
    """What changes of somebody known, each field with a choice. ``kept(field, on)``: the known value stays."""

    kept = Signal(str, bool)

    def __init__(self, look: KindLook, shown: PlanRow, stay: frozenset[str]) -> None:
        super().__init__()
        self.setObjectName("import.changes")
        body = column(self, space=2)
        self._groups: list[QButtonGroup] = []
        metrics = QFontMetrics(theme().font("body"))
        for name, old in shown.old.items():
            new = shown.fields.get(name, "")
            words = look.field_word(name)
            if not old:
                fills = row(space=2)
                fills.addWidget(label(words, "label"))
                fills.addWidget(label(tr("{value} (was empty)", value=look.value_words(name, new)), wrap=True), 1)
                body.addLayout(fills)
                continue
            body.addWidget(label(words, "label"))
            group = QButtonGroup(self)
            for stays, value, key in ((False, new, "file"), (True, old, "known")):
                said = look.value_words(name, value)
                short = metrics.elidedText(said, Qt.TextElideMode.ElideRight, theme().px(_VALUE))
                pattern = N_("{value} (known here)") if stays else N_("{value} (in the file)")
                radio = QRadioButton(tr(pattern, value=short).replace("&", "&&"))
                radio.setObjectName(f"import.change.{name}.{key}")
                radio.setAccessibleName(f"{words}: {tr(pattern, value=said)}")
                radio.setToolTip("" if short == said else said)
                radio.setChecked(stays == (name in stay))
                radio.setProperty("field", name)
                radio.setProperty("stays", stays)
                radio.clicked.connect(self._on_clicked)
                group.addButton(radio)
                body.addWidget(radio)
            self._groups.append(group)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.kept.emit(str(sender.property("field")), bool(sender.property("stays")))


class FindKnown(QWidget):
    """Finding somebody by name whom nothing proposed. ``found(id)``."""

    found = Signal(str)

    def __init__(self, title: str, search: Callable[[str], Sequence[Known]]) -> None:
        super().__init__()
        self._search = search
        self.field = RecordField(
            title,
            name="import.who.find",
            hint=tr("Type a part of the name"),
            search=self._matches,
        )
        # There is nobody to take away again: only those found are offered. Not so marked, since nobody need be chosen.
        self.field.required = True
        column(self, space=0).addWidget(self.field)
        self.field.changed.connect(self._on_changed)

    def _matches(self, text: str) -> Sequence[Choice]:
        return [Choice(one.id, one.name, one.second) for one in self._search(text)] if text.strip() else []

    def _on_changed(self) -> None:
        ident = str(self.field.value() or "")
        if ident:
            self.found.emit(ident)
