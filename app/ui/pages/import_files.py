"""Step 1: which files, into what, which sheet, in which row the headings stand."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QWidget

from app.core.i18n import tr, trn
from app.core.sentences import sentence
from app.services.import_rows import SheetRow, letter
from app.ui import formats
from app.ui.pages.import_kind_chooser import KindChooser
from app.ui.pages.import_queue import DropZone, FileLine
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_sheet_grid import SheetGrid
from app.ui.pages.import_target import TargetForm
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, Panel, Scroll, SectionHeader, clear_layout, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.messages_view import EmptyState

#: No sheet at all: a name that no sheet can have, since an empty choice means "all that are usable".
_NO_SHEET = "\0"


class FileStep(QWidget):
    """Files and sheets. ``paste_wanted()``: the cells on the clipboard."""

    paste_wanted = Signal()

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
        panel.setFixedWidth(theme().px(380))
        scroll = Scroll(space=4, margins=(6, 4, 5, 6))
        self._files_box = QWidget()
        files = column(self._files_box, space=3)
        files.addWidget(SectionHeader(tr("Files")))
        self._files = Lines("import.files")
        files.addWidget(self._files)
        self.more = DropZone(small=True)
        files.addWidget(self.more)
        scroll.body.addWidget(self._files_box)
        self.target = self.session.look.target_form(self.session) or TargetForm(self.session)
        # What has to be chosen stands where it is seen also in a low window: right below the file.
        scroll.body.addWidget(self.target.places)
        scroll.body.addWidget(SectionHeader(tr("What and where to")))
        self.kind = KindChooser(self.session.look.key)
        scroll.body.addWidget(self.kind)
        scroll.body.addWidget(self.target)
        scroll.body.addStretch(1)
        panel.body.addWidget(scroll, 1)
        return panel

    def _right(self) -> QWidget:
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._sheets_page())
        self._refused = EmptyState(
            "file-x",
            "",
            buttons=(button(tr("Choose another file"), name="import.choose.another", clicked=self._on_choose),),
            name="import.refused",
        )
        self._stack.addWidget(self._refused)
        self._reading = EmptyState("hourglass", tr("The file is being read …"))
        self._stack.addWidget(self._reading)
        return holder

    def _empty(self) -> QWidget:
        """The large drop zone in the middle of the page."""
        outer = QWidget()
        middle = row(outer, space=0, margins=(6, 0, 6, 0))
        self.drop = DropZone()
        for zone in (self.drop, self.more):
            zone.given.connect(self.session.add)
            zone.paste_wanted.connect(self.paste_wanted)
        holder = QWidget()
        holder.setMaximumWidth(theme().px(640))
        body = column(holder, space=0)
        body.addStretch(2)
        body.addWidget(self.drop)
        body.addStretch(3)
        middle.addStretch(1)
        middle.addWidget(holder, 100)
        middle.addStretch(1)
        return outer

    def _sheets_page(self) -> QWidget:
        panel = Panel(space=0)
        top = column(space=2, margins=(5, 4, 6, 3))
        top.addWidget(SectionHeader(tr("Sheets")))
        self._sheets = column(space=1)
        top.addLayout(self._sheets)
        self._hidden = QCheckBox()
        self._hidden.setObjectName("import.hidden")
        self._hidden.toggled.connect(self._on_hidden)
        top.addWidget(self._hidden)
        self._without = QCheckBox(tr("The sheet has no headings"))
        self._without.setObjectName("import.without_headings")
        self._without.toggled.connect(self._on_without)
        top.addWidget(self._without)
        self._cut = label("", "warning", wrap=True, name="import.cut")
        self._cut.hide()
        top.addWidget(self._cut)
        self._hint = label("", "second", wrap=True, name="import.heading.hint")
        top.addWidget(self._hint)
        panel.body.addLayout(top)
        self.preview = SheetGrid()
        self.preview.heading_chosen.connect(self._on_heading)
        panel.body.addWidget(hairline())
        panel.body.addWidget(self.preview, 1)
        return panel

    def light(self, on: bool) -> None:
        """Show that files can be let go anywhere on the page."""
        for zone in (self.drop, self.more):
            zone.light(on)

    # what is shown --------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the queue and the sheets of the file that is worked on."""
        self._files.clear()
        for number, one in enumerate(self.session.files):
            line = FileLine(one, number, number == self.session.at)
            line.removed.connect(self.session.remove)
            line.opened.connect(self._on_open)
            self._files.add(line)
        self._files_box.setVisible(bool(self.session.files))
        self._show_right()

    def _show_right(self) -> None:
        one = self.session.file
        if one is None:
            self._stack.setCurrentIndex(0)
        elif one.state == "refused":
            self._refused.set_texts(tr("{file} was not read", file=one.name), one.text)
            self._stack.setCurrentIndex(2)
        elif one.state == "waiting":
            self._stack.setCurrentIndex(3)
        else:
            self._show_sheets(one.sheets)
            self._stack.setCurrentIndex(1)

    def _show_sheets(self, sheets: Sequence[SheetRow]) -> None:
        clear_layout(self._sheets)
        for number, sheet in enumerate(sheets):
            self._sheets.addWidget(self._sheet_line(number, sheet, len(sheets) > 1))
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
        if sheet.shape == "form":
            said = trn("{n} form, read as a row of a table", "{n} forms, read as rows of a table", sheet.rows)
        if sheet.reason:
            said = sentence(sheet.reason)
        line.addWidget(label(said, "second", wrap=True), 1)
        if several:
            show = partial(self._on_show, sheet.name)
            words = tr("Shown below") if sheet.name == self._shown else tr("Show")
            shown = button(words, "link", name=f"import.sheet.{number}.show", clicked=show)
            shown.setEnabled(sheet.name != self._shown)
            line.addWidget(shown)
        return made

    def _name_of(self, sheet: SheetRow) -> str:
        """A sheet's name; the file's own where its kind of file knows no sheets (CSV, text)."""
        one = self.session.file
        return sheet.name or (one.name if one is not None else "")

    def _sheet(self) -> SheetRow | None:
        one = self.session.file
        return next((sheet for sheet in one.sheets if sheet.name == self._shown), None) if one is not None else None

    def _show_preview(self) -> None:
        sheet = self._sheet()
        if sheet is None:
            return
        if sheet.heading_row:
            rows = " + ".join(formats.number(number) for number in sheet.heading_rows or (sheet.heading_row,))
            text = tr(
                "“{sheet}”: the headings stand in row {row}. Another row? Click it, or go there with the arrow keys "
                "and press Enter.",
                sheet=self._name_of(sheet),
                row=rows,
            )
        elif sheet.without_headings:
            text = tr(
                "“{sheet}”: the columns were guessed from their values. Please check them in the next step.",
                sheet=self._name_of(sheet),
            )
        else:
            text = tr(
                "“{sheet}”: no headings were found. Click the row in which they stand.", sheet=self._name_of(sheet)
            )
        self._hint.setText(text)
        self._without.blockSignals(True)
        self._without.setChecked(sheet.without_headings)
        self._without.blockSignals(False)
        # Only of people the columns can be told by their values.
        self._without.setVisible(self.session.look.key == "people" and bool(sheet.first_rows))
        self._cut.setVisible(bool(sheet.cut_after))
        if sheet.cut_after:
            self._cut.setText(
                tr(
                    "The sheet is wider than can be read: what stands after column {letter} is left out. Delete the "
                    "columns that nobody needs and choose the file again.",
                    letter=letter(sheet.cut_after),
                )
            )
        self._hidden.blockSignals(True)
        self._hidden.setChecked(sheet.hidden_read)
        self._hidden.blockSignals(False)
        self._hidden.setText(_hidden_words(sheet))
        self._hidden.setVisible(bool(sheet.hidden_rows or sheet.hidden_columns))
        self.preview.show_sheet(sheet)

    # what is chosen -------------------------------------------------------------------------------------------
    def _on_choose(self) -> None:
        self.drop.choose.click()

    def _on_open(self, number: int) -> None:
        if not self.session.busy:
            self._shown = ""
            self.session.open_file(number)

    def _on_show(self, name: str) -> None:
        self._shown = name
        one = self.session.file
        if one is not None:
            self._show_sheets(one.sheets)

    def _on_sheet(self, _on: bool) -> None:
        one, sender = self.session.file, self.sender()
        if one is None or not isinstance(sender, QCheckBox):
            return
        name = str(sender.property("sheet"))
        used = [sheet.name for sheet in one.used if sheet.name != name]
        if sender.isChecked():
            used.append(name)
        self._shown = name
        ordered = tuple(sheet.name for sheet in one.sheets if sheet.name in used)
        self.session.choose(replace(one.wanted, sheets=ordered or (_NO_SHEET,)))

    def _on_hidden(self, on: bool) -> None:
        one = self.session.file
        if one is not None:
            others = tuple(name for name in one.wanted.hidden_parts if name != self._shown)
            parts = (*others, self._shown) if on else others
            self.session.choose(replace(one.wanted, hidden_parts=parts))

    def _on_without(self, on: bool) -> None:
        """There are no headings (row 0), or they are looked for again (-1)."""
        self._on_heading(0 if on else -1)

    def _on_heading(self, number: int) -> None:
        """The headings stand in this row; 0: there are none, -1: they are looked for."""
        one = self.session.file
        if one is None:
            return
        name = self._shown
        mappings = {sheet: mapping for sheet, mapping in one.wanted.mappings.items() if sheet != name}
        used = [sheet.name for sheet in one.sheets if sheet.used or sheet.name == name]
        heading_rows = {**one.wanted.heading_rows, name: number}
        if number < 0:
            del heading_rows[name]
        self.session.choose(replace(one.wanted, sheets=tuple(used), heading_rows=heading_rows, mappings=mappings))


def _hidden_words(sheet: SheetRow) -> str:
    """What is hidden in the sheet and can be taken along."""
    rows = trn("{n} hidden row", "{n} hidden rows", sheet.hidden_rows)
    columns = trn("{n} hidden column", "{n} hidden columns", sheet.hidden_columns)
    if sheet.hidden_rows and sheet.hidden_columns:
        return tr("Take {rows} and {columns} along", rows=rows, columns=columns)
    return tr("Take {what} along", what=rows if sheet.hidden_rows else columns)
