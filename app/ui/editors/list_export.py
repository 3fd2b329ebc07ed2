"""A list to a workbook or to CSV: the columns that are seen, the rows as they are filtered and ordered."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.i18n import tr, trn
from app.core.progress import Token
from app.services import printing
from app.ui.desk import Desk
from app.ui.widgets.list_columns import cell_text, cell_value
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import Way


class ListExport(QObject):
    """Asks for a file, writes it in the background, tells where it is; only selected rows when several are."""

    def __init__(self, desk: Desk, table: ListTable, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = table
        self._title = title
        self._window = parent
        self._target = Path()

    def open(self) -> None:
        """Ask where to."""
        dialog = QFileDialog(self._window, tr("Export the list"))
        dialog.setObjectName("dialog.export")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Excel workbook (*.xlsx)"), tr("CSV, comma separated (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{self._title} {date.today().isoformat()}.xlsx")
        dialog.filterSelected.connect(self._on_filter)
        dialog.fileSelected.connect(self._on_file)
        self._dialog = dialog
        dialog.open()

    def _on_filter(self, name: str) -> None:
        self._dialog.setDefaultSuffix("csv" if "csv" in name else "xlsx")

    def _on_file(self, name: str) -> None:
        self.write(Path(name))

    def write(self, target: Path) -> None:
        """Write the list there, in the background."""
        headings, rows = self.content()
        title = self._title

        def export(_token: Token) -> Path:
            return printing.export_table(target, title, headings, rows)

        self._number = len(rows)
        self._desk.jobs.start(tr("Exporting the list"), export, done=self._on_written)

    def content(self) -> tuple[list[str], list[list[Any]]]:
        """Headings and rows: dates and numbers as such where they are known, else as the list shows them."""
        model, sections = self._table.model, self._table.view.sections()
        chosen = self._table.selected_rows()
        rows = chosen if len(chosen) > 1 else model.shown_rows()
        columns = [model.columns[section] for section in sections]
        return [column.title for column in columns], [[_cell(column, row) for column in columns] for row in rows]

    def _on_written(self, target: Path) -> None:
        self._target = target
        self._desk.say(
            trn("{n} row was written to {file}.", "{n} rows were written to {file}.", self._number, file=target.name),
            str(target.parent),
            ways=(Way(tr("Open folder"), self._on_folder, "message.folder"),),
        )

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))


def _cell(column: Any, row: Any) -> Any:
    value = cell_value(column, row)
    if column.kind in ("number", "percent") and isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    exact = getattr(value, "exact", None) if column.kind == "date" else None
    return exact if exact is not None else cell_text(column, row)
