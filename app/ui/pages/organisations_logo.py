"""The logo of an organisation: what stands in the row of logos on papers, chosen, replaced, taken off."""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import N_, tr
from app.services import paper_logos
from app.ui.desk import Desk
from app.ui.editors.keeper import Keeper
from app.ui.editors.writing import write
from app.ui.theme import theme
from app.ui.widgets.boxes import SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

KINDS = "PNG, JPEG (*.png *.jpg *.jpeg)"
#: The box in which a logo is shown, and how many pixels each of its points has.
_WIDE, _HIGH, _SHARP = 180, 44, 2


class LogoPicture(QLabel):
    """A logo in small, as it is printed: on white."""

    def __init__(self, content: bytes, sharp: int = _SHARP) -> None:
        super().__init__()
        self.show_picture(content, sharp)

    def show_picture(self, content: bytes, sharp: int = _SHARP) -> None:
        """Show another PNG, or nothing."""
        picture = QPixmap()
        if content:
            picture.loadFromData(content, "PNG")
            picture.setDevicePixelRatio(sharp)
        self.setPixmap(picture)
        if not content:
            self.hide()
        elif self.parentWidget() is not None:
            # Without a parent it would be a window of its own for a moment.
            self.show()


class LogoBox(QWidget):
    """Bound to the keeper of the organisation's page."""

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__()
        self.setObjectName("organisation.logo")
        self.setMaximumWidth(theme().width("form"))
        self.desk = desk
        self._keeper = keeper
        body = column(self, space=2)
        body.addWidget(SectionHeader(tr("Logo")))
        self._told = label("", "second", wrap=True, name="organisation.logo.told")
        body.addWidget(self._told)
        self.picture = LogoPicture(b"")
        body.addWidget(self.picture)
        line = row(space=2)
        self.choose = button(
            tr("Choose a logo …"), icon_name="image", name="organisation.logo.choose", clicked=self._on_choose
        )
        self.remove = button(tr("Take off"), icon_name="x", name="organisation.logo.remove", clicked=self._on_remove)
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        line.addStretch(1)
        body.addLayout(line)
        keeper.shown.connect(self._on_shown)
        desk.bus.changed.connect(self._on_changes)
        if keeper.base is not None:
            self.refresh()

    def refresh(self) -> None:
        """Look which logo is kept."""
        ident = self._keeper.ident
        if not ident or not self.desk.is_open:
            return
        with self.desk.context.read() as view:
            kept = paper_logos.kept(view, ident)
            small = paper_logos.small(view, kept.id, _WIDE * _SHARP, _HIGH * _SHARP) if kept is not None else b""
            name = kept.file_name if kept is not None else ""
        self.picture.show_picture(small)
        self.remove.setVisible(bool(name))
        told = tr("Stands on the papers of visits and trainings: {file}", file=name)
        self._told.setText(told if name else tr("None yet: papers print the name in its place."))

    def _on_shown(self, _draft: object) -> None:
        self.refresh()

    def _on_changes(self, changes: ChangeSet) -> None:
        if changes.touches("document") and self.isVisible():
            self.refresh()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, tr("Choose a logo"))
        dialog.setObjectName("dialog.organisation.logo")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([KINDS])
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, name: str) -> None:
        """Keep a picture as the logo, or say why it cannot be one."""
        path, ident = Path(name), self._keeper.ident

        def keep(work: Any) -> None:
            paper_logos.set_logo(work, ident, paper_logos.read(path), path.name)

        write(self.desk, N_("Choose a logo"), keep, said=tr("The logo is kept."), undo=True)

    def _on_remove(self) -> None:
        ident = self._keeper.ident

        def remove(work: Any) -> None:
            paper_logos.remove_logo(work, ident)

        write(self.desk, N_("Take off a logo"), remove, said=tr("The logo was taken off."), undo=True)
