"""The report of an import: every row that stayed out and every cell that was told about, to read and to save."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.errors import MentordeskError
from app.core.i18n import tr, trn
from app.core.progress import Token
from app.core.sentences import sentence
from app.core.text import fold
from app.services import exports, import_reports, sheet_papers
from app.services.import_reports import ReportRow
from app.ui.messages import error_text
from app.ui.pages.import_kinds import KindLook
from app.ui.pages.import_session import ImportSession
from app.ui.widgets.file_ways import file_ways
from app.ui.widgets.list_columns import Column, cell_text
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState

#: So many lines are listed; the saved report has them all.
_LISTED = 5_000


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of the report in the reader's words."""

    id: int
    sheet: str
    row: int
    column: str
    field: str
    value: str
    remark: str
    done: str
    #: By what the list finds it; made with it in the background.
    search_text: str = ""


#: Sheets, fields, remarks, organisations come again and again.
_folded = lru_cache(maxsize=100_000)(fold)


def found_by(columns: Sequence[Column], row: object) -> str:
    """The text by which a list of these columns finds a row: made in the background, of very many sooner than there."""
    return " ".join(_folded(cell_text(one, row)) for one in columns if one.searched)


def lines(look: KindLook, found: Iterator[ReportRow], token: Token | None = None) -> Iterator[ReportLine]:
    """The report in the reader's words."""
    for number, one in enumerate(found):
        if token is not None and number % 500 == 0:
            token.step(number, 0)
        yield ReportLine(
            number,
            one.sheet,
            one.row,
            one.column,
            look.field_word(one.field) if one.field else "",
            one.value,
            sentence(one.code, one.params),
            sentence(one.action),
        )


def report_list() -> ListTable:
    """An empty list for the lines of a report."""
    return ListTable(
        _columns(),
        name="list.import.report",
        filter_line=False,
        title=tr("Report of the import"),
        hint=tr("Filter the report"),
        empty=EmptyState("circle-check", tr("Nothing to tell"), tr("Every row went in, and every cell could be read.")),
        count=_count_words,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("sheet", tr("Sheet"), 110, kind="muted", spare=True),
        Column("row", tr("Row"), 60, kind="number"),
        Column("column", tr("Column"), 80, kind="muted"),
        Column("field", tr("Field"), 130, spare=True),
        Column("value", tr("In the file"), 190),
        Column("remark", tr("Remark")),
        Column("done", tr("What was done"), 250, kind="muted"),
    )


def _count_words(n: int) -> str:
    return trn("{n} remark", "{n} remarks", n)


def look_through(session: ImportSession, given: Any, token: Token) -> tuple[Any, tuple[ReportLine, ...]]:
    """A job: the lines of the report of a plan as decided, the first of them when there are very many."""
    told, columns = lines(session.look, import_reports.report_rows(given), token), _columns()
    return given, tuple(replace(one, search_text=found_by(columns, one)) for one in islice(told, _LISTED))


class SaveReport(QObject):
    """Asks where to and writes the whole report. ``told(title, text, tone, ways)`` says how it ended."""

    told = Signal(str, str, str, object)

    def __init__(self, session: ImportSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._page = parent

    def start(self) -> None:
        """Ask where to."""
        session = self._session
        if session.book is None or session.file is None:
            return
        dialog = QFileDialog(self._page.window(), tr("Save the report"))
        dialog.setObjectName("dialog.report.save")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Excel (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("xlsx")
        if session.file.pasted is None:
            dialog.setDirectory(str(session.file.path.parent))
        batch = str(getattr(session.result, "batch", ""))
        dialog.selectFile(" ".join(filter(None, (Path(session.file.name).stem, batch, tr("report")))) + ".xlsx")
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.write(Path(name))

    def write(self, target: Path) -> None:
        """Write the report there, in the background: a workbook, or CSV by the name's ending."""
        session, book = self._session, self._session.book
        if book is None:
            return
        title = str(getattr(session.result, "batch", "")) or tr("report")
        session.desk.jobs.start(
            tr("Writing {file}", file=target.name),
            partial(_write, session.look, book.given, title, target),
            done=self._on_written,
            failed=self._on_failed,
        )

    def _on_written(self, target: Path) -> None:
        self.told.emit(
            tr("The report is saved as {file}", file=target.name),
            str(target.parent),
            "success",
            file_ways(target, "report"),
        )

    def _on_failed(self, error: BaseException) -> None:
        self.told.emit(tr("The report was not written"), error_text(error), "danger", ())
        if not isinstance(error, MentordeskError):
            raise error


def _write(look: KindLook, given: Any, title: str, target: Path, token: Token) -> Path:
    found = lines(look, import_reports.report_rows(given), token)
    cells: list[Sequence[Any]] = [
        [one.sheet, one.row, one.column, one.field, one.value, one.remark, one.done] for one in found
    ]
    headings = [
        tr("Sheet"),
        tr("Row"),
        tr("Column"),
        tr("Field"),
        tr("In the file"),
        tr("Remark"),
        tr("What was done"),
    ]
    content = sheet_papers.table(title, headings, cells, csv=target.suffix.lower() == ".csv")
    return exports.write(target, content)
