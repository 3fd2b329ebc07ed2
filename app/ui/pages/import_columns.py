"""Step 2: what each column is, with values from the file, changeable one by one."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.i18n import tr
from app.services.import_rows import COLUMN_FIELDS, ColumnRow, SheetRow
from app.ui.fields.choices import ComboBox
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_words import field_word
from app.ui.theme import theme
from app.ui.widgets.boxes import Scroll, SectionHeader, clear_layout
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import ElidedLabel, hairline, label

_HOW = {
    "sure": ("success", "check"),
    "guessed": ("warning", "circle-help"),
    "chosen": ("info", "pencil"),
    "remembered": ("success", "history"),
    "passed": ("neutral", "dot"),
    "unknown": ("neutral", "dot"),
}
#: A sheet needs one of these to hold people.
_NAMES = frozenset({"full_name", "family_name", "given_name", "name_latin", "family_latin", "given_latin", "email"})


def _how_words(how: str) -> str:
    return {
        "sure": tr("certain"),
        "guessed": tr("please look"),
        "chosen": tr("you chose it"),
        "remembered": tr("as last time"),
        "passed": tr("not needed"),
        "unknown": tr("left out"),
    }[how]


class ColumnsStep(QWidget):
    """A table of the columns of all sheets that are used."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.page.columns")
        self.session = session
        self._touched: set[tuple[str, int]] = set()
        self._file: object = None
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(limit=1400, space=3, margins=(6, 4, 6, 6))
        whole.addWidget(self._scroll)
        session.files_changed.connect(self.refresh)

    def ready(self) -> bool:
        """Whether every sheet that is used has a column that names people."""
        one = self.session.file
        used = [sheet for sheet in one.sheets if sheet.used] if one is not None else []
        return bool(used) and all(_NAMES & {column.field for column in sheet.columns} for sheet in used)

    def refresh(self) -> None:
        """Show the columns of the file that is worked on."""
        one = self.session.file
        if one is not self._file:
            self._file = one
            self._touched.clear()
        position = self._scroll.verticalScrollBar().value()
        clear_layout(self._scroll.body)
        while self._scroll.body.count():
            self._scroll.body.takeAt(0)
        for number, sheet in enumerate(one.sheets if one is not None else ()):
            if sheet.used:
                self._add_sheet(number, sheet)
        self._scroll.body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(position)

    def _add_sheet(self, number: int, sheet: SheetRow) -> None:
        title = tr("Sheet “{sheet}”", sheet=sheet.name)
        self._scroll.body.addWidget(SectionHeader(title, note=sheet.title if sheet.title != sheet.name else ""))
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
        grid.addWidget(label(column.letter, "second"), line, 0)
        heading = ElidedLabel(column.heading or tr("no heading"), "strong" if column.heading else "muted")
        grid.addWidget(heading, line, 1)
        grid.addWidget(ElidedLabel("   ·   ".join(column.samples) or tr("all cells empty"), "second"), line, 2)
        combo = ComboBox()
        combo.setObjectName(f"import.column.{number}.{column.number}")
        combo.setAccessibleName(tr("Column {letter} is taken as", letter=column.letter))
        combo.addItem(tr("Leave out"), "")
        if column.how == "passed":
            combo.setItemText(0, field_word(column.field))
        for name in COLUMN_FIELDS:
            combo.addItem(field_word(name), name)
        combo.setCurrentIndex(max(0, combo.findData(column.field)))
        combo.setProperty("sheet", sheet.name)
        combo.setProperty("column", column.number)
        combo.activated.connect(self._on_chosen)
        grid.addWidget(combo, line, 3)
        how = self._how(sheet.name, column)
        tone, sign = _HOW[how]
        grid.addWidget(Chip(State(_how_words(how), tone, sign)), line, 4, Qt.AlignmentFlag.AlignLeft)

    def _how(self, sheet: str, column: ColumnRow) -> str:
        if (sheet, column.number) in self._touched:
            return "chosen"
        return "remembered" if column.how == "chosen" else column.how

    def _on_chosen(self, _index: int) -> None:
        sender, one = self.sender(), self.session.file
        if not isinstance(sender, ComboBox) or one is None:
            return
        sheet, number = str(sender.property("sheet")), int(sender.property("column"))
        chosen = str(sender.currentData() or "")
        row = next(row for row in one.sheets if row.name == sheet)
        # The whole mapping, since what is chosen replaces what was remembered of this layout.
        mapping: dict[int, str] = {column.number: column.field for column in row.columns if column.field}
        mapping = {at: name for at, name in mapping.items() if not chosen or name != chosen}
        mapping[number] = chosen
        self._touched.add((sheet, number))
        mappings: Mapping[str, Mapping[int, str]] = {**one.wanted.mappings, sheet: mapping}
        self.session.choose(replace(one.wanted, mappings=mappings))
