"""Step 2: what each column is, with values from the file, changeable one by one."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.i18n import tr
from app.services.import_rows import ColumnRow, SheetRow
from app.ui.fields.choices import ComboBox
from app.ui.pages.import_session import ImportSession
from app.ui.theme import theme
from app.ui.widgets.boxes import Scroll, SectionHeader, clear_layout, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import ElidedLabel, hairline, label

_HOW = {
    "sure": ("success", "check"),
    "guessed": ("warning", "circle-help"),
    "chosen": ("info", "pencil"),
    "remembered": ("success", "history"),
    "passed": ("neutral", "dot"),
    "unknown": ("neutral", "circle-minus"),
    "moved": ("warning", "circle-minus"),
    "hidden": ("neutral", "eye-off"),
}


#: How a column came to its field when it was not found by itself.
_BY_HAND = frozenset({"chosen", "moved", "remembered"})


def _how_words(how: str) -> str:
    return {
        "sure": tr("certain"),
        "guessed": tr("please look"),
        "chosen": tr("you chose it"),
        "remembered": tr("as last time"),
        "passed": tr("not needed"),
        "unknown": tr("left out"),
        "moved": tr("left out now"),
        "hidden": tr("hidden in the file"),
    }[how]


class ColumnsStep(QWidget):
    """A table of the columns of all sheets that are used."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.page.columns")
        self.session = session
        #: What the user did to columns: (sheet, column) → chosen, or moved when another column took its field.
        self._touched: dict[tuple[str, int], str] = {}
        self._file: object = None
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(limit=1400, space=3, margins=(6, 4, 6, 6))
        whole.addWidget(self._scroll)
        session.files_changed.connect(self._on_files)

    def ready(self) -> bool:
        """Whether every sheet that is used has a column that names what its rows are."""
        one = self.session.file
        used = one.used if one is not None else ()
        return bool(used) and all(
            self.session.look.needs_one_of & {column.field for column in sheet.columns} for sheet in used
        )

    def _on_files(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the columns of the file that is worked on."""
        one = self.session.file
        if one is not self._file:
            self._file = one
            self._touched.clear()
        position = self._scroll.verticalScrollBar().value()
        focused = self.focusWidget()
        name = focused.objectName() if isinstance(focused, ComboBox) else ""
        clear_layout(self._scroll.body)
        while self._scroll.body.count():
            self._scroll.body.takeAt(0)
        for number, sheet in enumerate(one.sheets if one is not None else ()):
            if sheet.used:
                self._add_sheet(number, sheet)
        self._scroll.body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(position)
        again = self.findChild(ComboBox, name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_sheet(self, number: int, sheet: SheetRow) -> None:
        one = self.session.file
        title = tr("Sheet “{sheet}”", sheet=sheet.name or (one.name if one is not None else ""))
        reset = button(
            tr("As found by itself"),
            "link",
            icon_name="rotate-ccw",
            name=f"import.columns.{number}.reset",
            tip=tr("Forget what was chosen here and what is remembered of earlier files"),
            clicked=partial(self._on_reset, sheet.name),
        )
        if not any(self._how(sheet.name, one) in _BY_HAND for one in sheet.columns):
            reset.hide()
        note = sheet.title if sheet.title != sheet.name else ""
        self._scroll.body.addWidget(SectionHeader(title, note=note, action=reset))
        holder = QWidget()
        grid = QGridLayout(holder)
        look = theme()
        grid.setContentsMargins(0, 0, 0, look.space(4))
        grid.setHorizontalSpacing(look.space(4))
        grid.setVerticalSpacing(look.space(1))
        heads = ("", tr("Heading in the file"), tr("Values in the file"), tr("Taken as"), "")
        for place, words in enumerate(heads):
            grid.addWidget(label(words, "head"), 0, place)
        for place, stretch in enumerate((0, 3, 5, 4, 0)):
            grid.setColumnStretch(place, stretch)
        for line, column in enumerate(sheet.columns):
            grid.addWidget(hairline(), 2 * line + 1, 0, 1, 5)
            self._add_column(grid, 2 * line + 2, number, sheet, column)
        self._scroll.body.addWidget(holder)

    def _add_column(self, grid: QGridLayout, line: int, number: int, sheet: SheetRow, column: ColumnRow) -> None:
        look = self.session.look
        unread = column.hidden and not sheet.hidden_read
        grid.addWidget(label(column.letter, "second"), line, 0)
        heading = ElidedLabel(column.heading or tr("no heading"), "strong" if column.heading else "muted")
        grid.addWidget(heading, line, 1)
        grid.addWidget(ElidedLabel("   ·   ".join(column.samples) or tr("all cells empty"), "second"), line, 2)
        combo = ComboBox()
        combo.setObjectName(f"import.column.{number}.{column.number}")
        combo.setAccessibleName(
            tr("Column {letter}, {heading}, is taken as", letter=column.letter, heading=column.heading or "–")
        )
        combo.addItem(tr("Leave out"), "")
        if column.how == "passed":
            combo.setItemText(0, look.field_word(column.field))
        for name in look.fields:
            combo.addItem(look.field_word(name), name)
        combo.setCurrentIndex(0 if unread else max(0, combo.findData(column.field)))
        combo.setEnabled(not unread)
        combo.setProperty("sheet", sheet.name)
        combo.setProperty("column", column.number)
        combo.activated.connect(self._on_chosen)
        grid.addWidget(combo, line, 3)
        how = "hidden" if unread else self._how(sheet.name, column)
        if how == "passed" and look.marks(column.field):
            how = "sure"
        tone, sign = _HOW[how]
        chip = row(space=0)
        chip.addWidget(Chip(State(_how_words(how), tone, sign)))
        grid.addLayout(chip, line, 4, Qt.AlignmentFlag.AlignLeft)

    def _how(self, sheet: str, column: ColumnRow) -> str:
        """How a column came to its field: what the user did, else how it was found before anything was changed."""
        touched = self._touched.get((sheet, column.number))
        if touched and (touched == "chosen" or not column.field):
            return touched
        one = self.session.file
        found = one.hows.get((sheet, column.number), column.how) if one is not None else column.how
        if not column.field:
            return "unknown"
        return "remembered" if found == "chosen" else found

    def _on_chosen(self, _index: int) -> None:
        sender, one = self.sender(), self.session.file
        if not isinstance(sender, ComboBox) or one is None:
            return
        sheet, number = str(sender.property("sheet")), int(sender.property("column"))
        chosen = str(sender.currentData() or "")
        found = next(sheet_row for sheet_row in one.sheets if sheet_row.name == sheet)
        # The whole mapping, since what is chosen replaces what was remembered of this layout; each field once.
        mapping: dict[int, str] = {column.number: column.field for column in found.columns if column.field}
        for at, name in mapping.items():
            if chosen and name == chosen and at != number:
                mapping[at] = ""
                self._touched[sheet, at] = "moved"
        mapping[number] = chosen
        self._touched[sheet, number] = "chosen"
        mappings: Mapping[str, Mapping[int, str]] = {**one.wanted.mappings, sheet: mapping}
        self.session.choose(replace(one.wanted, mappings=mappings))

    def _on_reset(self, sheet: str) -> None:
        """Back to what is found without what was chosen or remembered."""
        one = self.session.file
        if one is None:
            return
        self._touched = {place: how for place, how in self._touched.items() if place[0] != sheet}
        self.session.choose(replace(one.wanted, mappings={**one.wanted.mappings, sheet: {}}), fresh=True)
