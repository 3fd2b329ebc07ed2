"""All imports: what was taken in when and from which file, what became of each row, the way back."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from app.core.changes import ChangeSet
from app.core.errors import MentordeskError
from app.core.i18n import tr, trn
from app.core.progress import Token
from app.core.sentences import sentence
from app.services import import_reports, imports
from app.services.import_reports import ImportReport, ReportRow
from app.services.imports import BatchRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.list_export import ListExport
from app.ui.page import Page, Place
from app.ui.pages.import_kind_chooser import KIND_WORDS
from app.ui.pages.import_start import start_import
from app.ui.widgets.boxes import PageHead, Panel, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState, Way


def _kind(one: BatchRow) -> str:
    return tr(KIND_WORDS.get(one.what, KIND_WORDS["people"]))


def _into(one: BatchRow) -> str:
    return one.activity or one.programme


def _when(one: BatchRow) -> str:
    return formats.moment(one.made_at.astimezone())


def _counted(one: BatchRow) -> str:
    counts = one.summary
    new, changed = (int(counts.get(key, 0)) for key in ("taken_new", "taken_update"))
    if "marks_new" in counts or "marks_changed" in counts:
        new, changed = int(counts.get("marks_new", 0)), int(counts.get("marks_changed", 0))
    return tr("{new} new, {update} updated", new=formats.number(new), update=formats.number(changed))


class ImportsPage(Page):
    """The imports that stand, newest first, and the report of the one that is chosen. ``Place("imports", code)``."""

    section = "imports"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        body = column(self, space=0)
        self.head = PageHead("imports")
        self.head.set_title(tr("Imports"))
        self.head.add_action(
            button(tr("Blank sheet …"), icon_name="file-spreadsheet", name="imports.blank", clicked=self._on_blank)
        )
        self.head.add_action(
            button(tr("Import a file …"), icon_name="upload", name="imports.import", clicked=self._on_import)
        )
        body.addWidget(self.head)
        body.addWidget(hairline())
        self.list = self._make_list()
        self.list.selected.connect(self._on_selected)
        # Enter opens the row at which the keyboard is, also before it is chosen.
        self.list.opened.connect(self._show)
        body.addWidget(self.list, 1)
        body.addWidget(hairline())
        self._batch: BatchRow | None = None
        self._panel = self._make_panel()
        body.addWidget(self._panel, 1)
        self._panel.hide()

    def _make_list(self) -> ListTable:
        first = button(tr("Import a file …"), "primary", icon_name="upload", name="imports.empty")
        first.clicked.connect(self._on_import)
        return ListTable(
            (
                Column("code", tr("Code"), 100, kind="muted"),
                Column("file_name", tr("File"), kind="bold"),
                Column("what", tr("Kind"), 210, value=_kind, spare=True),
                Column("into", tr("Where to"), 230, value=_into, spare=True),
                Column("made_at", tr("When"), 170, value=_when, sort_key=_made_at),
                Column("counts", tr("Taken in"), 190, value=_counted),
            ),
            name="list.imports",
            title=tr("Imports"),
            hint=tr("Filter the imports"),
            empty=EmptyState(
                "upload",
                tr("Nothing was imported yet"),
                tr("Lists of people, agendas, attendance, expenditures and deliverables come in from spreadsheets."),
                buttons=(first,),
            ),
            count=_imports_text,
        )

    def _make_panel(self) -> Panel:
        panel = Panel(space=0)
        head = column(space=2, margins=(6, 4, 6, 3))
        self.export_button = button(
            tr("Export the report"), icon_name="download", small=True, name="imports.export", clicked=self.export
        )
        self.back_button = button(
            tr("Take back"), icon_name="undo-2", small=True, name="imports.take_back", clicked=self.take_back
        )
        line = row(space=2)
        self._title = SectionHeader("")
        line.addWidget(self._title, 1)
        line.addWidget(self.export_button)
        line.addWidget(self.back_button)
        head.addLayout(line)
        self._more = label("", "second", wrap=True, name="imports.sum")
        head.addWidget(self._more)
        panel.body.addLayout(head)
        self.report = ListTable(
            (
                Column("sheet", tr("Sheet"), 110, kind="muted", spare=True),
                Column("row", tr("Row"), 64, kind="number"),
                Column("column", tr("Column"), 76),
                Column("value", tr("In the file"), 210),
                Column("remark", tr("Remark"), value=_remark, tip=_remark),
                Column("done", tr("What was done"), 220, value=_done, tip=_done),
            ),
            name="list.import.report",
            title=tr("What became of the rows"),
            hint=tr("Filter the remarks"),
            key="-",
            filter_line=False,
            empty=EmptyState("check", tr("Every row went in without a remark")),
            count=_remarks_text,
        )
        panel.body.addWidget(self.report, 1)
        return panel

    # the page -------------------------------------------------------------------------------------------------
    def show_place(self, place: Place) -> None:
        self._read()
        wanted = next((one.id for one in self._rows if one.code == place.record_id), "")
        if wanted:
            self.list.select(wanted)

    def title(self) -> str:
        return tr("Imports")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"action.edit.filter": self.list.filter_box.setFocus}
        if self._batch is not None:
            found["action.export.list"] = self.export
        return found

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("import_batch"):
            self._read()

    def _read(self) -> None:
        with self.desk.context.read() as view:
            self._rows = imports.list_batches(view)
        self.list.set_rows(tuple(self._rows))
        n = len(self._rows)
        self.head.set_facts([_imports_text(n), tr("each taken in whole, each taken back by one step")] if n else [])
        if self._batch is not None and self._batch.id not in {one.id for one in self._rows}:
            self._show(None)

    # one import -----------------------------------------------------------------------------------------------
    def _on_selected(self, rows: Sequence[BatchRow]) -> None:
        self._show(rows[0] if len(rows) == 1 else None)

    def _show(self, batch: BatchRow | None) -> None:
        self._batch = batch
        self._panel.setVisible(batch is not None)
        if batch is not None:
            try:
                with self.desk.context.read() as view:
                    self._show_report(batch, import_reports.load(view, batch.code))
            except MentordeskError as error:
                self.desk.say_error(error)
        self.retitled.emit()

    def _show_report(self, batch: BatchRow, found: ImportReport) -> None:
        self._title.set_title(f"{batch.code}  {batch.file_name}")
        read = found.counts.get("rows_read", 0)
        said = [trn("{n} row was read.", "{n} rows were read.", read)] if read else []
        if not found.rows:
            said.append(tr("Nothing had to be remarked."))
        if found.more:
            said.append(trn("{n} further remark was not kept.", "{n} further remarks were not kept.", found.more))
        self._more.setText(" ".join(said))
        self.report.setVisible(bool(found.rows))
        self.report.set_rows(found.rows)

    def export(self) -> None:
        """The report as a workbook or CSV."""
        if self._batch is not None:
            ListExport(self.desk, self.report, f"{self._batch.code} {tr('Report')}", self).open()

    def take_back(self) -> None:
        """Undo the whole import; refused in words when its records were changed since."""
        if self._batch is not None:
            # The button goes with the import: the keyboard stays on the page.
            self.list.view.setFocus()
            self.desk.jobs.start(
                tr("Taking the import back"),
                partial(self._undo, self._batch.code),
                writes=True,
                done=self._on_taken_back,
                failed=self.desk.say_error,
            )

    def _undo(self, code: str, _token: Token) -> str:
        imports.take_back(self.desk.context, code)
        return code

    def _on_taken_back(self, code: str) -> None:
        way = Way(tr("Redo"), self._on_redo, "message.redo")
        self.desk.say(tr("{batch} was taken back.", batch=code), ways=(way,))
        self.desk.kept.emit()

    def _on_redo(self) -> None:
        self.desk.act("action.edit.redo")

    def _on_import(self) -> None:
        start_import(self.desk)

    def _on_blank(self) -> None:
        self.desk.act("action.import.blank")


def _made_at(one: BatchRow) -> Any:
    return one.made_at


def _remark(one: ReportRow) -> str:
    return sentence(one.code, one.params)


def _done(one: ReportRow) -> str:
    return sentence(one.action)


def _imports_text(n: int) -> str:
    return trn("{n} import", "{n} imports", n)


def _remarks_text(n: int) -> str:
    return trn("{n} remark", "{n} remarks", n)
