"""A list as a file: what is shown, in the order shown, for a spreadsheet."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.i18n import tr
from app.core.progress import Token
from app.services import printing
from app.ui.desk import Desk
from app.ui.widgets.list_columns import cell_text
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import Way


class TableExport(QFileDialog):
    """Asks where to, then writes the shown rows and columns to a workbook or to CSV."""

    def __init__(self, parent: QWidget, desk: Desk, table: ListTable, title: str) -> None:
        super().__init__(parent, tr("Export the list"))
        self.setObjectName("dialog.export")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(["Excel (*.xlsx)", "CSV (*.csv)"])
        self.setDefaultSuffix("xlsx")
        self.selectFile(f"{title}.xlsx")
        self._desk = desk
        self._title = title
        self._headings, self._rows = shown_cells(table)
        self.fileSelected.connect(self._on_file)

    def _on_file(self, name: str) -> None:
        target, title, headings, rows = Path(name), self._title, self._headings, self._rows

        def make(_token: Token) -> Path:
            return printing.export_table(target, title, headings, rows)

        told = _Told(self._desk)
        self._desk.jobs.start(tr("Writing the list"), make, done=told.on_written)


class _Told:
    """Says where the file is, and opens its folder."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder = Path()

    def on_written(self, target: Path) -> None:
        """Called with the file that was written."""
        self._folder = target.parent
        way = Way(tr("Open folder"), self.open_folder, "message.open_folder")
        self._desk.say(tr("The list was saved as {file}", file=target.name), ways=(way,))

    def open_folder(self) -> None:
        """Show the file's folder."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def shown_cells(table: ListTable) -> tuple[list[str], list[Sequence[str]]]:
    """Headings and texts of the columns and rows that are seen."""
    columns = [table.model.columns[section] for section in table.view.sections()]
    rows: list[Sequence[str]] = [[cell_text(column, row) for column in columns] for row in table.model.shown_rows()]
    return [column.title for column in columns], rows


def export_table(parent: QWidget, desk: Desk, table: ListTable, title: str) -> TableExport:
    """Ask where to and write the list."""
    dialog = TableExport(parent, desk, table, title)
    dialog.open()
    return dialog
