"""People who may be entered twice: pair by pair, with the way to merge them or to say that they are two."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from app.core.i18n import N_, tr, trn
from app.core.progress import Token
from app.services import people_duplicates, people_merging
from app.services.people_duplicates import LikelyPair
from app.ui.desk import Desk
from app.ui.editors.writing import write
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, Scroll, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label


class PairLine(QFrame):
    """Two people side by side, and what can be done."""

    merge = Signal(int)
    two = Signal(int)

    def __init__(self, pair: LikelyPair, position: int) -> None:
        super().__init__()
        self._position = position
        self.setObjectName(f"duplicates.{position}")
        line = row(self, space=3, margins=(4, 2, 3, 2))
        for twin in (pair.first, pair.second):
            texts = column(space=0)
            texts.addWidget(label(f"{twin.name}  ·  {twin.code}", "strong", wrap=True))
            second = " · ".join(part for part in (twin.native_name, twin.second) if part)
            texts.addWidget(label(second or tr("no position on record"), "second", wrap=True))
            line.addLayout(texts, 1)
        line.addWidget(button(tr("Two people"), "link", name=f"duplicates.{position}.two", clicked=self._on_two))
        line.addWidget(button(tr("Merge …"), small=True, name=f"duplicates.{position}.merge", clicked=self._on_merge))

    def _on_merge(self) -> None:
        self.merge.emit(self._position)

    def _on_two(self) -> None:
        self.two.emit(self._position)


class DuplicatesDialog(QDialog):
    """``merge_wanted(keep_id, other_id)``; the dialog closes then, because dialogs are never stacked."""

    merge_wanted = Signal(str, str)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("dialog.duplicates")
        self.setWindowTitle(tr("People entered twice"))
        self._desk = desk
        self._pairs: list[LikelyPair] = []
        body = column(self, space=4, margins=(6, 5, 6, 5))
        body.addWidget(label(tr("People entered twice"), "title"))
        self._told = label(tr("Looking for people who may be one …"), "second", wrap=True, name="duplicates.told")
        body.addWidget(self._told)
        scroll = Scroll(margins=(0, 0, 0, 0))
        self._lines = Lines("duplicates.list")
        scroll.body.addWidget(self._lines)
        scroll.body.addStretch(1)
        body.addWidget(scroll, 1)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(button(tr("Close"), name="dialog.duplicates.reject", clicked=self.reject))
        body.addLayout(foot)
        self.resize(theme().px(820), theme().px(480))
        self._look()

    def _look(self) -> None:
        context = self._desk.context

        def read(_token: Token) -> Sequence[LikelyPair]:
            with context.read() as view:
                return people_duplicates.likely_pairs(view)

        self._desk.jobs.start(tr("Looking for people entered twice"), read, done=self._on_found)

    def _on_found(self, pairs: Sequence[LikelyPair]) -> None:
        self._pairs = list(pairs)
        self._show()

    def _show(self) -> None:
        self._lines.clear()
        for position, pair in enumerate(self._pairs):
            line = PairLine(pair, position)
            line.merge.connect(self._on_merge)
            line.two.connect(self._on_two)
            self._lines.add(line)
        self._lines.setVisible(bool(self._pairs))
        number = len(self._pairs)
        self._told.setText(
            trn("{n} pair may be one person.", "{n} pairs may be one person each.", number)
            if number
            else tr("Nobody seems to be entered twice.")
        )

    def _on_merge(self, position: int) -> None:
        pair = self._pairs[position]
        self.accept()
        self.merge_wanted.emit(pair.first.id, pair.second.id)

    def _on_two(self, position: int) -> None:
        pair = self._pairs.pop(position)
        first, second = pair.first.id, pair.second.id

        def decline(work: Any) -> None:
            people_merging.decline_match(work, first, second)

        write(self._desk, N_("Two people, not one"), decline)
        self._show()
