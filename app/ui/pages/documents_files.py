"""The tab of papers and files: list with filters, and beside it the chosen one with its first pages."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.i18n import LANGUAGE_NAMES, N_, tr, trn
from app.core.progress import Token
from app.services import document_list, documents
from app.services.document_list import ListedDocument
from app.services.documents import DocumentDraft, Owner
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.writing import write
from app.ui.form import Section
from app.ui.page import Place
from app.ui.pages.documents_detail import DocumentDetail
from app.ui.pages.documents_dialogs import ask_files
from app.ui.pages.documents_panel import KIND_WORDS, detail_fields
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Pills, button
from app.ui.widgets.chip import State
from app.ui.widgets.labels import hairline
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_action
from app.ui.widgets.messages_view import EmptyState


def kind_words(one: ListedDocument) -> str:
    """What kind of paper it is, in words."""
    found = KIND_WORDS.get(one.kind) or KIND_WORDS.get(one.kind.replace("-", "_"))
    return tr(found) if found else one.kind or tr("not stated")


def origin_state(one: ListedDocument) -> State:
    """Issued by the program or kept as a file."""
    if one.origin == "issued":
        return State(tr("issued"), "success", "check")
    return State(tr("file"), "neutral", "paperclip")


def _when(one: ListedDocument) -> str:
    return formats.moment(one.made_at.astimezone())


def _made(one: ListedDocument) -> str:
    return one.made_at.isoformat()


def _owner(one: ListedDocument) -> str:
    return one.owner or tr("record not there any more")


def _language(one: ListedDocument) -> str:
    return LANGUAGE_NAMES.get(one.language, one.language)


def _programme(one: ListedDocument) -> str:
    return one.programme or tr("none")


class FilesTab(QWidget):
    """``counted(n)`` after each reading."""

    counted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("documents.files")
        self.desk = desk
        self._rows: Sequence[ListedDocument] = ()
        self._wanted = ""
        body = column(self, space=0)
        head = row(margins=(6, 2, 6, 0))
        self.pills = Pills("documents.filters")
        self.pills.chosen.connect(self._on_pill)
        head.addWidget(self.pills, 1)
        body.addLayout(head)
        line = row(space=0)
        self.list = self._make_list()
        line.addWidget(self.list, 1)
        line.addWidget(hairline(vertical=True))
        self.detail = DocumentDetail(desk)
        self.detail.open_wanted.connect(self.open_chosen)
        self.detail.copy_wanted.connect(self._on_copy)
        self.detail.go_wanted.connect(self._on_go)
        line.addWidget(self.detail)
        body.addLayout(line, 1)

    def _make_list(self) -> ListTable:
        columns = (
            Column("title", tr("Title"), kind="bold"),
            Column("kind", tr("Kind"), 140, value=kind_words),
            Column("owner", tr("Belongs to"), 210, value=_owner),
            Column("programme", tr("Programme"), 100, kind="muted", value=_programme, visible=False),
            Column("number", tr("Number"), 80, kind="muted"),
            Column("language", tr("Language"), 110, value=_language, visible=False),
            Column("origin", tr("Origin"), 96, kind="chip", value=origin_state, visible=False),
            Column("made_at", tr("Date"), 160, kind="date", align="left", show=_when, sort_key=_made),
        )
        table = ListTable(
            columns,
            name="list.documents",
            title=tr("Papers and files"),
            hint=tr("Filter documents"),
            empty=EmptyState(
                "folder-open",
                tr("No documents yet"),
                tr("Papers that you save, print or send are kept here, and files that you add to a record."),
                buttons=(button(tr("Add files …"), icon_name="plus", name="documents.add", clicked=self.add),),
            ),
            count=_count,
        )
        table.opened.connect(self._on_opened)
        table.selected.connect(self._on_selected)
        table.delete_wanted.connect(self._on_remove)
        table.set_menu(
            [
                self._action("external-link", tr("Open"), self.open_chosen),
                self._action("download", tr("Save a copy …"), self._on_copy),
                self._action("folder-open", tr("Go to the record"), self._on_go),
                self._action("pencil", tr("Rename or describe …"), self._on_change),
                self._action("trash-2", tr("Remove"), self._on_remove_chosen),
            ]
        )
        table.restore_layout(self.desk.settings.get("list.documents", {}))
        table.layout_changed.connect(self._on_layout)
        return table

    def _action(self, icon_name: str, words: str, run: Callable[[], object]) -> QAction:
        return menu_action(self, icon_name, words, run, f"documents.{icon_name}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the list only where both have room."""
        super().resizeEvent(event)
        self.detail.setVisible(self.width() >= theme().width("drawer_below") - theme().px(100))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What can be done now."""
        return {
            "action.edit.filter": self.list.filter_box.setFocus,
            "action.record.open": self.open_chosen,
            "action.record.edit": self._on_change,
            "action.record.delete": self._on_remove_chosen,
        }

    # reading --------------------------------------------------------------------------------------------------
    def refresh(self, wanted: str = "") -> None:
        """Read the list again; ``wanted`` is selected then."""
        self._wanted = wanted or self._wanted
        self.desk.jobs.start(tr("Reading the documents"), self._read, done=self._on_read, shown=False)

    def _read(self, _token: Token) -> tuple[ListedDocument, ...]:
        with self.desk.context.read() as view:
            return document_list.list_rows(view, self.desk.programme_id)

    def _on_read(self, rows: tuple[ListedDocument, ...]) -> None:
        self._rows = rows
        self.list.set_rows(rows)
        kinds: dict[str, int] = {}
        for one in rows:
            kinds[one.kind] = kinds.get(one.kind, 0) + 1
        pills: list[tuple[str, str, int | None]] = [
            ("all", tr("All"), len(rows)),
            ("issued", tr("Issued papers"), sum(one.origin == "issued" for one in rows)),
            ("kept", tr("Kept files"), sum(one.origin != "issued" for one in rows)),
        ]
        named = {one.kind: kind_words(one) for one in rows if one.kind}
        pills += [(f"kind.{kind}", words, kinds[kind]) for kind, words in sorted(named.items(), key=_second)]
        self.pills.set_pills(pills)
        self._on_pill(self.pills.current())
        if self._wanted and self.list.select(self._wanted):
            self._wanted = ""
        self._on_selected(self.list.selected_rows())
        self.counted.emit(len(rows))

    def _on_pill(self, key: str) -> None:
        self.list.set_keep(None if key == "all" else partial(_keeps, key))

    def _on_layout(self) -> None:
        self.desk.settings.put("list.documents", self.list.layout_state())

    # one document ---------------------------------------------------------------------------------------------
    def _on_selected(self, rows: Sequence[ListedDocument]) -> None:
        self.detail.show_document(rows[0] if len(rows) == 1 else None)

    def _on_opened(self, one: ListedDocument) -> None:
        self.detail.open_document(one)

    def open_chosen(self) -> None:
        """Open the chosen document in its own program."""
        one = self.list.current()
        if one is not None:
            self.detail.open_document(one)

    def _on_copy(self) -> None:
        one = self.list.current()
        if one is not None:
            self.detail.save_copy(one)

    def _on_go(self) -> None:
        one = self.list.current()
        sections = {
            "programme": "programmes",
            "partnership": "partnerships",
            "organisation": "organisations",
            "person": "people",
            "deliverable": "deliverables",
        }
        if one is None or not one.owner:
            return
        section = sections.get(one.owner_kind, "")
        if one.owner_kind == "activity":
            from app.services import activities

            with self.desk.context.read() as view:
                section = "visits" if activities.row_of(view, one.owner_id).visit else "trainings"
        if section:
            self.desk.go(Place(section, one.owner_id, "documents"))

    def _on_change(self) -> None:
        one = self.list.current()
        if one is None:
            return
        with self.desk.context.read() as view:
            draft = documents.load(view, one.id)
        DraftDialog(
            self,
            tr("Describe the file"),
            (Section("", detail_fields()),),
            draft,
            name="dialog.document",
            accept=tr("Keep"),
            commit=Commit(self.desk, N_("Change document"), partial(_save, one.id)),
        ).open()

    def _on_remove_chosen(self) -> None:
        self._on_remove(self.list.selected_rows())

    def _on_remove(self, rows: Sequence[ListedDocument]) -> None:
        idents = [one.id for one in rows]
        if idents:
            said = trn("{n} document was removed.", "{n} documents were removed.", len(idents))
            write(self.desk, N_("Remove documents"), partial(_remove, idents), said=said, undo=True)

    # adding ---------------------------------------------------------------------------------------------------
    def add(self) -> None:
        """Keep files with the programme that is followed."""
        if not self.desk.programme_id:
            self.desk.say(
                tr("Choose a programme first"),
                tr("Files are kept with a record. Choose a programme above, or open a visit and its tab Documents."),
                tone="info",
            )
            return
        ask_files(self.window(), self._on_files)

    def _on_files(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Keep copies of files with the programme."""
        owner = Owner("programme", self.desk.programme_id)
        said = trn("{n} file is kept.", "{n} files are kept.", len(paths))
        write(self.desk, N_("Add documents"), partial(_add, list(paths), owner), said=said, undo=True)


def _add(paths: list[Path], owner: Owner, work: Any) -> None:
    for path in paths:
        documents.add(work, path, owner)


def _save(ident: str, work: Any, draft: DocumentDraft) -> None:
    documents.save(work, ident, draft)


def _remove(idents: list[str], work: Any) -> None:
    for ident in idents:
        documents.remove(work, ident)


def _keeps(key: str, one: ListedDocument) -> bool:
    if key.startswith("kind."):
        return one.kind == key.removeprefix("kind.")
    return (one.origin == "issued") == (key == "issued")


def _second(pair: tuple[str, str]) -> str:
    return pair[1]


def _count(n: int) -> str:
    return trn("{n} document", "{n} documents", n)
