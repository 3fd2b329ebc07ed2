"""Step 1: which files, into what, which sheet, in which row the headings stand."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QSizePolicy, QWidget

from app.core.i18n import tr, trn
from app.core.sentences import sentence
from app.services.import_rows import SheetRow
from app.ui import formats
from app.ui.pages.import_sheet_grid import SheetPreview
from app.ui.pages.import_session import ImportSession, OneFile
from app.ui.pages.import_target import TargetForm
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import Lines, Panel, Scroll, SectionHeader, clear_layout, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import ElidedLabel, IconLabel, hairline, label

_STATES = {
    "waiting": ("neutral", "clock"),
    "read": ("info", "dot"),
    "refused": ("danger", "circle-x"),
    "taken": ("success", "check"),
}
_FILTER = "(*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt)"


class DropZone(QFrame):
    """Where files are dropped or chosen. ``given(paths)``."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import.drop")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._box = column(self, space=2, margins=(5, 5, 5, 5))
        middle = Qt.AlignmentFlag.AlignHCenter
        self._sign = IconLabel("file-spreadsheet", "muted", "large")
        self._title = label(tr("Drop spreadsheets here"), "section")
        self._second = label(tr("Excel, LibreOffice or CSV; as the towns send them. Nothing is changed yet."), "second")
        self._second.setWordWrap(True)
        self._second.setAlignment(middle)
        self.choose = button(
            tr("Choose files …"), icon_name="folder-open", name="import.choose", clicked=self._on_choose
        )
        for part in (self._sign, self._title):
            self._box.addWidget(part, 0, middle)
        self._box.addWidget(self._second)
        self._box.addWidget(self.choose, 0, middle)
        self.light(False)

    def set_small(self, small: bool) -> None:
        """Less room once there is a file."""
        for part in (self._sign, self._second):
            part.setVisible(not small)
        step = 2 if small else 5
        gap = theme().space(step)
        self._box.setContentsMargins(gap, gap, gap, gap)
        self._title.setText(tr("Drop more files here") if small else tr("Drop spreadsheets here"))

    def light(self, on: bool) -> None:
        """Show that files can be let go."""
        set_style(self, "tone", "info" if on else "neutral")

    def _on_choose(self) -> None:
        dialog = QFileDialog(self.window(), tr("Choose spreadsheets"))
        dialog.setObjectName("dialog.import.choose")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr("Spreadsheets") + " " + _FILTER, tr("All files") + " (*)"])
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, names: list[str]) -> None:
        self.given.emit([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.light(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.given.emit(paths)


class FileLine(QWidget):
    """A file of the queue with what became of it."""

    def __init__(self, one: OneFile, number: int, current: bool, removed: object) -> None:
        super().__init__()
        line = row(self, space=2, margins=(3, 2, 2, 2))
        line.addWidget(IconLabel("file-spreadsheet"))
        texts = column(space=0)
        texts.addWidget(ElidedLabel(one.path.name, "strong" if current else "", middle=True))
        if one.text and one.state != "taken":
            texts.addWidget(label(one.text, "problem" if one.state == "refused" else "small", wrap=True))
        line.addLayout(texts, 1)
        words = {
            "waiting": tr("waits"),
            "read": tr("read"),
            "refused": tr("refused"),
            "taken": tr("taken in, {batch}", batch=one.text),
        }
        tone, sign = _STATES[one.state]
        line.addWidget(Chip(State(words[one.state], tone, sign)))
        if one.state != "taken":
            line.addWidget(
                button(
                    tr("Take {file} out of the list", file=one.path.name),
                    "icon",
                    icon_name="x",
                    small=True,
                    name=f"import.file.{number}.remove",
                    clicked=removed,  # type: ignore[arg-type]
                )
            )


class FileStep(QWidget):
    """``choose(wanted)`` is called on the session when sheets or heading rows are changed."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.page.file")
        self.session = session
        self._shown = ""
        whole = row(self, space=0)
        whole.addWidget(self._left())
        whole.addWidget(hairline(vertical=True))
        whole.addWidget(self._right(), 1)
        session.files_changed.connect(self.refresh)

    def _left(self) -> QWidget:
        panel = Panel(space=0)
        panel.setFixedWidth(theme().px(400))
        scroll = Scroll(space=4, margins=(6, 4, 5, 6))
        self.drop = DropZone()
        self.drop.given.connect(self.session.add)
        scroll.body.addWidget(SectionHeader(tr("Files")))
        scroll.body.addWidget(self.drop)
        self._files = Lines("import.files")
        scroll.body.addWidget(self._files)
        scroll.body.addWidget(SectionHeader(tr("Where to")))
        self.target = TargetForm(self.session)
        scroll.body.addWidget(self.target)
        scroll.body.addStretch(1)
        panel.body.addWidget(scroll, 1)
        return panel

    def _right(self) -> QWidget:
        panel = Panel(space=0)
        self._sheets_head = SectionHeader(tr("Sheets"))
        self._top = QWidget()
        top = column(self._top, space=2, margins=(5, 4, 6, 3))
        top.addWidget(self._sheets_head)
        self._sheets = column(space=1)
        top.addLayout(self._sheets)
        self._hint = label("", "second", wrap=True, name="import.heading.hint")
        top.addWidget(self._hint)
        panel.body.addWidget(self._top)
        self.preview = SheetPreview()
        self.preview.heading_chosen.connect(self._on_heading)
        self._line = hairline()
        panel.body.addWidget(self._line)
        panel.body.addWidget(self.preview, 1)
        return panel

    # what is shown --------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the queue and the sheets of the file that is worked on."""
        self._files.clear()
        for number, one in enumerate(self.session.files):
            removed = partial(self.session.remove, number)
            self._files.add(FileLine(one, number, number == self.session.at, removed))
        self._files.setVisible(bool(self.session.files))
        self.drop.set_small(bool(self.session.files))
        self._show_sheets()

    def _show_sheets(self) -> None:
        one = self.session.file
        sheets: Sequence[SheetRow] = one.sheets if one is not None else ()
        clear_layout(self._sheets)
        for number, sheet in enumerate(sheets):
            self._sheets.addWidget(self._sheet_line(number, sheet, len(sheets) > 1))
        self._top.setVisible(bool(sheets))
        self._line.setVisible(bool(sheets))
        names = [sheet.name for sheet in sheets]
        if self._shown not in names:
            self._shown = next((sheet.name for sheet in sheets if sheet.used), names[0] if names else "")
        self._show_preview()

    def _sheet_line(self, number: int, sheet: SheetRow, several: bool) -> QWidget:
        made = QWidget()
        line = row(made, space=3)
        box = QCheckBox(self._name_of(sheet).replace("&", "&&"))
        box.setObjectName(f"import.sheet.{number}")
        box.setChecked(sheet.used)
        box.setProperty("sheet", sheet.name)
        box.setEnabled(bool(sheet.heading_row) or sheet.used)
        box.toggled.connect(self._on_sheet)
        line.addWidget(box)
        said = trn("{n} row", "{n} rows", sheet.rows)
        if sheet.reason:
            said = sentence(sheet.reason)
        line.addWidget(label(said, "second", wrap=True), 1)
        if several:
            show = partial(self._on_show, sheet.name)
            line.addWidget(button(tr("Show"), "link", name=f"import.sheet.{number}.show", clicked=show))
        return made

    def _name_of(self, sheet: SheetRow) -> str:
        """A sheet's name; the file's own where its kind of file knows no sheets (CSV, text)."""
        one = self.session.file
        return sheet.name or (one.path.name if one is not None else "")

    def _show_preview(self) -> None:
        one = self.session.file
        sheet = next((sheet for sheet in one.sheets if sheet.name == self._shown), None) if one is not None else None
        if sheet is None:
            self._hint.setText("")
            waits = one is not None and one.state == "waiting"
            self.preview.show_nothing(
                tr("The file is being read …") if waits else tr("The first rows of the file are shown here.")
            )
            return
        if sheet.heading_row:
            text = tr(
                "“{sheet}”: the headings stand in row {row}. Click another row if they do not.",
                sheet=self._name_of(sheet),
                row=formats.number(sheet.heading_row),
            )
        else:
            text = tr(
                "“{sheet}”: no headings were found. Click the row in which they stand.", sheet=self._name_of(sheet)
            )
        self._hint.setText(text)
        self.preview.show_sheet(sheet)

    # what is chosen -------------------------------------------------------------------------------------------
    def _on_show(self, name: str) -> None:
        self._shown = name
        self._show_preview()

    def _on_sheet(self, _on: bool) -> None:
        one, sender = self.session.file, self.sender()
        if one is None or not isinstance(sender, QCheckBox):
            return
        name = str(sender.property("sheet"))
        used = [sheet.name for sheet in one.sheets if sheet.used and sheet.name != name]
        if sender.isChecked():
            used.append(name)
        self._shown = name
        ordered = tuple(sheet.name for sheet in one.sheets if sheet.name in used)
        self.session.choose(replace(one.wanted, sheets=ordered or (_NO_SHEET,)))

    def _on_heading(self, number: int) -> None:
        one = self.session.file
        if one is None:
            return
        name = self._shown
        mappings = {sheet: mapping for sheet, mapping in one.wanted.mappings.items() if sheet != name}
        used = [sheet.name for sheet in one.sheets if sheet.used or sheet.name == name]
        heading_rows = {**one.wanted.heading_rows, name: number}
        self.session.choose(replace(one.wanted, sheets=tuple(used), heading_rows=heading_rows, mappings=mappings))


#: No sheet at all: a name that no sheet can have, since an empty choice means "all that hold people".
_NO_SHEET = "\0"
