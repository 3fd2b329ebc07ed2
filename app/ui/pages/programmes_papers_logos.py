"""The row of logos of a programme's papers: order, shown or hidden, the picture of each organisation."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QWidget

from app.core.i18n import N_, tr
from app.core.vocabulary import label as word
from app.services import paper_logos, paper_looks
from app.services.paper_looks import HOST_PLACE, LogoPlace, LogoRow
from app.ui.desk import Desk
from app.ui.editors.keeper import Keeper
from app.ui.editors.writing import write
from app.ui.pages.organisations_logo import KINDS, LogoPicture
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import ElidedLabel, label

#: The box of a logo in the list, and how many pixels each of its points has.
_WIDE, _HIGH, _SHARP = 64, 22, 2
_BOX = (_WIDE * _SHARP, _HIGH * _SHARP)


class _LogoLine(QFrame):
    """One place of the row. Alt+Up and Alt+Down move it."""

    moved = Signal(int, int)
    shown_changed = Signal(int, bool)
    file_wanted = Signal(int)
    removed = Signal(int)

    def __init__(self, told: LogoRow, position: int, last: bool, picture: bytes) -> None:
        super().__init__()
        self._position = position
        name = f"programme.papers.logos.{position}"
        self.setObjectName(name)
        self.setProperty("role", "line")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(theme().height("two_lines"))
        title, second = _words(told)
        self.setAccessibleName(f"{title}. {second}")
        line = row(self, space=2, margins=(3, 1, 2, 1))
        self.box = QCheckBox()
        self.box.setObjectName(f"{name}.shown")
        self.box.setAccessibleName(tr("Show {name} on papers", name=title))
        self.box.setChecked(told.shown)
        self.box.clicked.connect(self._on_shown)
        line.addWidget(self.box)
        texts = column(space=0)
        texts.addWidget(ElidedLabel(title, "strong" if told.shown else "muted"))
        texts.addWidget(ElidedLabel(second, "second"))
        line.addLayout(texts, 1)
        if picture:
            line.addWidget(LogoPicture(picture, _SHARP))
        if told.name:
            words = tr("Replace the logo of {name} …", name=title)
            if not told.document_id:
                words = tr("Choose a logo for {name} …", name=title)
            choose = button(words, "icon", icon_name="image", small=True, name=f"{name}.choose")
            choose.clicked.connect(self._on_file)
            line.addWidget(choose)
        if told.document_id:
            take = button(tr("Take off the logo of {name}", name=title), "icon", icon_name="x", small=True)
            take.setObjectName(f"{name}.remove")
            take.clicked.connect(self._on_remove)
            line.addWidget(take)
        for way, icon_name, step, off in (
            (tr("Move {name} up", name=title), "arrow-up", -1, position == 0),
            (tr("Move {name} down", name=title), "arrow-down", 1, last),
        ):
            made = button(way, "icon", icon_name=icon_name, small=True, name=f"{name}.{'up' if step < 0 else 'down'}")
            made.setEnabled(not off)
            made.clicked.connect(self._on_up if step < 0 else self._on_down)
            line.addWidget(made)

    def _on_shown(self, shown: bool) -> None:
        self.shown_changed.emit(self._position, shown)

    def _on_file(self) -> None:
        self.file_wanted.emit(self._position)

    def _on_remove(self) -> None:
        self.removed.emit(self._position)

    def _on_up(self) -> None:
        self.moved.emit(self._position, -1)

    def _on_down(self) -> None:
        self.moved.emit(self._position, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(self._position, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _words(told: LogoRow) -> tuple[str, str]:
    """What a place is called, and what stands below."""
    if not told.name:
        title = tr("Host of the activity") if told.party == HOST_PLACE else tr("Guest of the activity")
        return title, tr("the logo that is kept with that organisation")
    role = tr(word(told.role)) if told.role is not None else ""
    return told.name, " · ".join(part for part in (role, told.file_name or tr("its name is printed")) if part)


class LogoList(QWidget):
    """The places of the row in order, bound to the keeper of the look."""

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__()
        self.setObjectName("programme.papers.logos")
        self.desk = desk
        self._keeper = keeper
        self._programme_id = ""
        self._rows: tuple[LogoRow, ...] = ()
        self._asked = ""
        self._focus = -1
        self._pictures: dict[str, bytes] = {}
        body = column(self, space=2)
        body.addWidget(SectionHeader(tr("Logos")))
        told = tr("In this order from left to right, all equally high. Without a picture the name is printed.")
        body.addWidget(label(told, "second", wrap=True))
        self._lines = Lines("programme.papers.logos.lines")
        body.addWidget(self._lines)
        keeper.shown.connect(self._on_shown)

    def show_programme(self, programme_id: str) -> None:
        """Show the row of a programme."""
        self._programme_id = programme_id
        self.refresh()

    def refresh(self) -> None:
        """Read names and files again."""
        draft = self._keeper.base
        if draft is None or not self._programme_id:
            return
        with self.desk.context.read() as view:
            rows = paper_looks.list_rows(view, self._programme_id, draft)
            for told in rows:
                if told.document_id and told.document_id not in self._pictures:
                    self._pictures[told.document_id] = paper_logos.small(view, told.document_id, *_BOX)
        self._show(rows)

    def _show(self, rows: tuple[LogoRow, ...]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        self._lines.clear()
        for number, told in enumerate(rows):
            line = _LogoLine(told, number, number == len(rows) - 1, self._pictures.get(told.document_id, b""))
            line.moved.connect(self._on_moved)
            line.shown_changed.connect(self._on_shown_changed)
            line.file_wanted.connect(self._on_file_wanted)
            line.removed.connect(self._on_removed)
            self._lines.add(line)
            if number == self._focus:
                line.setFocus()
        self._focus = -1

    def _on_shown(self, _draft: object) -> None:
        self.refresh()

    def _keep(self, rows: list[LogoRow]) -> None:
        """Show the new order at once, and keep it."""
        self._show(tuple(rows))
        self._keeper.change(logos=tuple(LogoPlace(told.party, told.shown) for told in rows))

    def _on_moved(self, position: int, step: int) -> None:
        rows, target = list(self._rows), position + step
        if 0 <= target < len(rows):
            rows[position], rows[target] = rows[target], rows[position]
            self._focus = target
            self._keep(rows)

    def _on_shown_changed(self, position: int, shown: bool) -> None:
        rows = list(self._rows)
        rows[position] = replace(rows[position], shown=shown)
        self._focus = position
        self._keep(rows)

    # pictures -------------------------------------------------------------------------------------------------
    def _on_file_wanted(self, position: int) -> None:
        self._asked = self._rows[position].party
        dialog = QFileDialog(self, tr("Choose a logo"))
        dialog.setObjectName("dialog.papers.logo")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([KINDS])
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file(self, name: str) -> None:
        position = next((number for number, told in enumerate(self._rows) if told.party == self._asked), -1)
        if position >= 0:
            self.take(position, name)

    def take(self, position: int, name: str) -> None:
        """Keep a picture as the logo of the organisation at a place, or say why it cannot be one."""
        path, organisation_id = Path(name), self._rows[position].party
        # The rows are made anew: the keyboard stays at this one.
        self._focus = position

        def keep(work: Any) -> None:
            paper_logos.set_logo(work, organisation_id, paper_logos.read(path), path.name)

        said = tr("{file} is the logo of {name} now.", file=path.name, name=self._rows[position].name)
        write(self.desk, N_("Choose a logo"), keep, said=said, undo=True)

    def _on_removed(self, position: int) -> None:
        organisation_id = self._rows[position].party
        self._focus = position

        def remove(work: Any) -> None:
            paper_logos.remove_logo(work, organisation_id)

        said = tr("The name of {name} is printed instead of a logo.", name=self._rows[position].name)
        write(self.desk, N_("Take off a logo"), remove, said=said, undo=True)
