"""The list of backups, with the way back to each."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr, trn
from app.services import workspace
from app.ui import formats
from app.ui.desk import Desk
from app.ui.dialogs.data_files import DataFiles
from app.ui.widgets.boxes import Lines, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import IconLabel, label

_REASONS = {
    "close": N_("when the program was closed"),
    "import": N_("before a file was taken in"),
    "migration": N_("before the data file was brought to a newer form"),
    "restore": N_("before a backup was restored"),
    "asked": N_("asked for"),
    "interval": N_("in between, after changes"),
}
#: Backups listed at first; the rest on request.
_FIRST = 8


class BackupsPart(QWidget):
    """Backups newest first; ``refresh`` reads the folder again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings.backups")
        self.desk = desk
        self._files = DataFiles(desk, self)
        self._all = False
        body = column(self, space=2)
        now = button(tr("Back up now"), icon_name="database-backup", name="settings.backup.now", clicked=self._on_now)
        self._head = SectionHeader(tr("Backups"), action=now)
        body.addWidget(self._head)
        body.addWidget(
            label(
                tr(
                    "A checked copy is made when the program is closed after changes, before each import and now and "
                    "then in between; older ones are thinned out."
                ),
                "second",
                wrap=True,
            )
        )
        self._lines = Lines("settings.backups.list")
        body.addWidget(self._lines)
        line = row(space=2)
        self._more = button(tr("Show all"), "link", name="settings.backups.all", clicked=self._on_all)
        line.addWidget(self._more)
        line.addWidget(
            button(tr("Restore from another file …"), "link", name="settings.backup.other", clicked=self._files.restore)
        )
        line.addWidget(button(tr("Open the folder"), "link", name="settings.backups.folder", clicked=self._on_folder))
        line.addStretch(1)
        body.addLayout(line)

    def refresh(self) -> None:
        """Read the folder of backups again."""
        found = workspace.backups(self.desk.context.path)
        self._head.set_note(trn("{n} backup", "{n} backups", len(found)) if found else "")
        self._lines.clear()
        shown = found if self._all else found[:_FIRST]
        for number, one in enumerate(shown):
            self._lines.add(self._line(number, one.path, one.made_at, one.reason, one.size))
        if not found:
            self._lines.add(_words(tr("No backup yet. The first one is made when the program is closed.")))
        self._more.setVisible(len(found) > len(shown))

    def _line(self, number: int, path: Path, made_at: datetime, reason: str, size: int) -> QWidget:
        made = QWidget()
        line = row(made, space=3, margins=(3, 2, 3, 2))
        line.addWidget(IconLabel("archive"))
        texts = column(space=0)
        when = formats.moment_near(made_at, datetime.now())  # noqa: DTZ005 - the user's own clock
        texts.addWidget(label(when, "second_strong"))
        texts.addWidget(label(tr(_REASONS.get(reason, reason)), "small"))
        line.addLayout(texts, 1)
        line.addWidget(label(formats.file_size(size), "second"))
        clicked: Callable[[], object] = partial(self._files.ask_restore, path, formats.moment(made_at))
        line.addWidget(button(tr("Restore …"), small=True, name=f"settings.backup.{number}.restore", clicked=clicked))
        return made

    def _on_now(self) -> None:
        self.desk.act("action.backup.now")

    def _on_all(self) -> None:
        self._all = True
        self.refresh()

    def _on_folder(self) -> None:
        path = self.desk.context.path
        folder = path.parent / f"{path.stem} backups"
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder if folder.is_dir() else path.parent)))


def _words(text: str) -> QWidget:
    made = QWidget()
    line = row(made, margins=(3, 2, 3, 2))
    line.addWidget(label(text, "second", wrap=True), 1)
    return made
