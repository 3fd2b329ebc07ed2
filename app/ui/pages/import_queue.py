"""The files of an import: where they are dropped, chosen or pasted, and what became of each."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QSizePolicy, QWidget

from app.core.i18n import tr
from app.ui.pages.import_one_file import OneFile
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import ElidedLabel, IconLabel, label

_STATES = {
    "waiting": ("neutral", "clock"),
    "read": ("info", "dot"),
    "refused": ("danger", "circle-x"),
    "taken": ("success", "check"),
}
_DIALOG = "dialog.import.choose"
_FILTER = "(*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt)"


def dropped(data: QMimeData) -> list[Path]:
    """The files of this machine in what is dragged or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropZone(QFrame):
    """Where files are dropped, chosen or pasted. ``given(paths)``; ``paste_wanted()``.

    The large one is the whole page while there is no file; the small one stands over the queue.
    """

    given = Signal(object)
    paste_wanted = Signal()
    #: Where the last files were chosen, for both zones: the next one mostly lies beside them.
    _folder = ""

    def __init__(self, *, small: bool = False) -> None:
        super().__init__()
        more = ".more" if small else ""
        self.setObjectName(f"import.drop{more}")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        step = 2 if small else 7
        box = column(self, space=2, margins=(step, step, step, step))
        middle = Qt.AlignmentFlag.AlignHCenter
        if not small:
            box.addWidget(IconLabel("file-spreadsheet", "muted", "large"), 0, middle)
            box.addWidget(label(tr("Drop spreadsheets here"), "section"), 0, middle)
            words = (
                tr("Excel, LibreOffice, CSV, or cells copied from any of them: as the towns send them."),
                tr("Headings are found by themselves, in any language. Nothing is changed before the last step."),
            )
            for text in words:
                second = label(text, "second", wrap=True)
                second.setAlignment(middle)
                box.addWidget(second)
            box.addSpacing(theme().space(2))
        self.choose = button(
            tr("Choose files …") if not small else tr("More files …"),
            icon_name="folder-open",
            name=f"import.choose{more}",
            clicked=self._on_choose,
        )
        self.paste = button(
            tr("Paste cells"),
            icon_name="clipboard-paste",
            name=f"import.paste{more}",
            tip=tr("Cells copied in a spreadsheet (Ctrl+V)"),
            clicked=self.paste_wanted.emit,
        )
        ways = row(space=2)
        ways.addStretch(1)
        ways.addWidget(self.choose)
        ways.addWidget(self.paste)
        ways.addStretch(1)
        box.addLayout(ways)
        self.light(False)

    def light(self, on: bool) -> None:
        """Show that files can be let go."""
        set_style(self, "tone", "info" if on else "neutral")

    def withdraw(self) -> None:
        """Files came another way: nothing more has to be chosen."""
        asking = self._asking()
        if asking is not None:
            asking.reject()

    def _asking(self) -> QFileDialog | None:
        """The dialog that is open, of whichever zone."""
        open_ones = self.window().findChildren(QFileDialog, _DIALOG)
        return next((one for one in open_ones if one.isVisible()), None)

    def _on_choose(self) -> None:
        if self._asking() is not None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self.window(), tr("Choose spreadsheets"), self._folder or documents)
        dialog.setObjectName(_DIALOG)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr("Spreadsheets") + " " + _FILTER, tr("All files") + " (*)"])
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, names: list[str]) -> None:
        if names:
            DropZone._folder = str(Path(names[0]).parent)
        self.given.emit([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()
            self.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.light(False)
        event.acceptProposedAction()
        self.given.emit(dropped(event.mimeData()))


class FileLine(QWidget):
    """A file of the queue with what became of it. ``removed(number)``; ``opened(number)`` to work on it now."""

    removed = Signal(int)
    opened = Signal(int)

    def __init__(self, one: OneFile, number: int, current: bool) -> None:
        super().__init__()
        self._number = number
        # What became of it stands below, over the whole width: a sentence needs room.
        whole = column(self, space=0, margins=(3, 2, 2, 2))
        line = row(space=2)
        whole.addLayout(line)
        line.addWidget(IconLabel("clipboard-paste" if one.pasted is not None else "file-spreadsheet"))
        line.addWidget(ElidedLabel(one.name, "strong" if current else "", middle=True), 1)
        second = self._second(one)
        if second:
            below = row(space=0, margins=(6, 0, 1, 1))
            below.addWidget(label(second, "problem" if one.state == "refused" else "small", wrap=True))
            whole.addLayout(below)
        words = {
            "waiting": tr("waits"),
            "read": tr("read"),
            "refused": tr("not read"),
            "taken": tr("taken in"),
        }
        tone, sign = _STATES[one.state]
        line.addWidget(Chip(State(words[one.state], tone, sign)))
        if not current and one.state in ("waiting", "read"):
            line.addWidget(
                button(
                    tr("Work on {file} now", file=one.name),
                    "icon",
                    icon_name="arrow-right",
                    small=True,
                    name=f"import.file.{number}.open",
                    clicked=self._on_opened,
                )
            )
        if one.state != "taken":
            line.addWidget(
                button(
                    tr("Take {file} out of the list", file=one.name),
                    "icon",
                    icon_name="x",
                    small=True,
                    name=f"import.file.{number}.remove",
                    clicked=self._on_removed,
                )
            )

    def _second(self, one: OneFile) -> str:
        """What became of it, how its text was read, how much was decided about it."""
        if one.state == "taken":
            return tr("as import {batch}", batch=one.text)
        if one.text:
            return one.text
        return one.how_read()

    def _on_removed(self) -> None:
        self.removed.emit(self._number)

    def _on_opened(self) -> None:
        self.opened.emit(self._number)
