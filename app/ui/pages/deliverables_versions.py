"""The tab Versions of a deliverable: number, language, day, author, and the file that is kept with each."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from app.core.changes import ChangeSet
from app.core.errors import NotFound
from app.core.i18n import LANGUAGE_NAMES, N_, language, tr, trn
from app.core.progress import Token
from app.services import deliverable_stages, deliverables, documents
from app.services.deliverables import VersionDraft
from app.services.documents import DocumentDraft, Owner
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.record_view import Tab
from app.ui.editors.version import version_sections
from app.ui.editors.writing import write
from app.ui.widgets.boxes import column
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_actions
from app.ui.widgets.messages_view import EmptyState


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version with the name of its file."""

    id: str
    draft: VersionDraft
    file_name: str


def _number(found: VersionRow) -> str:
    return found.draft.number or tr("no number")


def _language(found: VersionRow) -> str:
    return LANGUAGE_NAMES.get(found.draft.language, found.draft.language) or tr("not stated")


def _day(found: VersionRow) -> str:
    return formats.day(found.draft.made_on, missing=tr("date not known"))


def _author(found: VersionRow) -> str:
    return found.draft.author or tr("not named")


def _file(found: VersionRow) -> State:
    return (
        State(tr("Kept"), "success", "paperclip") if found.draft.document_id else State(tr("No file"), "neutral", "dot")
    )


class VersionsTab(Tab):
    """Enter changes a version, Delete takes it away; files can be dropped on the tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("deliverable.versions")
        self.setAcceptDrops(True)
        self._id = ""
        self._programme_id = ""
        self._file = Path()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        add = button(tr("Add a version"), icon_name="plus", name="deliverable.versions.empty.add", clicked=self.add)
        self.table = ListTable(
            (
                Column("number", tr("Version"), 100, "bold", value=_number, sort_key=_order),
                Column("language", tr("Language"), 140, value=_language),
                Column("made_on", tr("Date"), 120, "date", show=_day, value=lambda r: r.draft.made_on, align="left"),
                Column("author", tr("Author"), 180, value=_author),
                Column("note", tr("What changed"), kind="muted", value=lambda r: r.draft.note or tr("no note")),
                Column("file", tr("File"), 110, "chip", value=_file, tip=lambda r: r.file_name),
            ),
            name="list.versions",
            title=tr("Versions"),
            hint=tr("Filter versions"),
            empty=EmptyState(
                "files",
                tr("No versions yet"),
                tr("Each version keeps number, language and file. Drop a file here, or add one by hand."),
                buttons=(add,),
            ),
            count=lambda n: trn("{n} version", "{n} versions", n),
        )
        column(self, space=0).addWidget(self.table)
        self.table.bar.addWidget(
            button(tr("Add a version"), icon_name="plus", name="deliverable.versions.add", clicked=self.add)
        )
        self.table.bar.addWidget(
            button(
                tr("Add with a file …"), icon_name="paperclip", name="deliverable.versions.file", clicked=self.ask_file
            )
        )
        self.table.opened.connect(self._on_opened)
        self.table.delete_wanted.connect(self._on_delete)
        self._make_menu()

    def _make_menu(self) -> None:
        entries = (
            ("external-link", tr("Open the file"), self._on_open_file),
            ("paperclip", tr("Keep a file with it …"), self._on_attach),
            ("pencil", tr("Change"), self._on_change),
            ("trash-2", tr("Delete"), self._on_delete_chosen),
        )
        self.table.set_menu(menu_actions(self, entries))

    # what is shown --------------------------------------------------------------------------------------------
    def show_record(self, ident: str) -> None:
        self._id = ident
        self._refresh()

    def _refresh(self) -> None:
        try:
            with self.desk.context.read() as view:
                draft = deliverables.load(view, self._id)
                kept = {
                    row.id: row.file_name
                    for row in documents.list_rows(view, owner_kind="deliverable", owner_id=self._id)
                }
        except NotFound:
            return
        self._programme_id = draft.programme_id
        rows = [VersionRow(v.id, v, kept.get(v.document_id or "", "")) for v in reversed(draft.versions)]
        self.table.set_rows(rows)
        self.counted.emit(len(rows))

    def changes(self, change_set: ChangeSet) -> None:
        if self._id and change_set.touches("deliverable_version", "document", "deliverable"):
            self._refresh()

    # writing --------------------------------------------------------------------------------------------------
    def _fresh(self) -> VersionDraft:
        with self.desk.context.read() as view:
            number = deliverable_stages.next_version(view, self._id)
        return VersionDraft(number=number, language=language(), made_on=self.desk.today())

    def add(self) -> None:
        """Ask for a new version without a file."""
        self._ask(self._fresh(), tr("Add a version"), Path())

    def ask_file(self) -> None:
        """Ask for a file, then for the version that it is."""
        dialog = self._file_dialog()
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _file_dialog(self) -> QFileDialog:
        dialog = QFileDialog(self, tr("Choose the file of the version"))
        dialog.setObjectName("dialog.version.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return dialog

    def _on_file(self, name: str) -> None:
        self.add_file(Path(name))

    def add_file(self, path: Path) -> None:
        """Ask which version a file is; the file is kept with it."""
        self._ask(self._fresh(), tr("Add {file}", file=path.name), path)

    def _ask(self, draft: VersionDraft, title: str, path: Path) -> None:
        ident, programme_id = self._id, self._programme_id

        def keep(work: Any, made: VersionDraft) -> None:
            document_id = made.document_id
            if path.name:
                document_id = _keep_file(work, path, ident, programme_id, made)
            whole = deliverables.load(work, ident)
            fresh = replace(made, document_id=document_id)
            others = (
                tuple(fresh if old.id == made.id else old for old in whole.versions)
                if made.id
                else (*whole.versions, fresh)
            )
            deliverables.save(work, ident, replace(whole, versions=others))

        dialog = DraftDialog(
            self,
            title,
            version_sections(),
            draft,
            name="dialog.version",
            accept=tr("Keep") if draft.id else tr("Add"),
            commit=Commit(self.desk, N_("Change version") if draft.id else N_("Add version"), keep),
        )
        dialog.open()

    def _on_opened(self, found: VersionRow) -> None:
        self._ask(found.draft, tr("Change version {number}", number=found.draft.number), Path())

    def _on_delete(self, rows: Sequence[VersionRow]) -> None:
        ident, gone = self._id, {found.id for found in rows}

        def remove(work: Any) -> None:
            whole = deliverables.load(work, ident)
            kept = tuple(version for version in whole.versions if version.id not in gone)
            deliverables.save(work, ident, replace(whole, versions=kept))

        said = trn("{n} version deleted.", "{n} versions deleted.", len(gone))
        write(self.desk, N_("Delete version"), remove, said=said, undo=True)

    # the menu and files ---------------------------------------------------------------------------------------
    def _chosen(self) -> VersionRow | None:
        found = self.table.current()
        return found if isinstance(found, VersionRow) else None

    def _on_change(self) -> None:
        found = self._chosen()
        if found is not None:
            self._on_opened(found)

    def _on_delete_chosen(self) -> None:
        rows = self.table.selected_rows()
        if rows:
            self._on_delete(rows)

    def _on_attach(self) -> None:
        if self._chosen() is not None:
            dialog = self._file_dialog()
            dialog.fileSelected.connect(self._on_attached)
            dialog.open()

    def _on_attached(self, name: str) -> None:
        found = self._chosen()
        if found is not None:
            self.attach(found.draft, Path(name))

    def attach(self, version: VersionDraft, path: Path) -> None:
        """Keep a file with a version that is there already."""
        ident, programme_id = self._id, self._programme_id

        def keep(work: Any) -> None:
            document_id = _keep_file(work, path, ident, programme_id, version)
            whole = deliverables.load(work, ident)
            versions = tuple(
                replace(old, document_id=document_id) if old.id == version.id else old for old in whole.versions
            )
            deliverables.save(work, ident, replace(whole, versions=versions))

        write(
            self.desk, N_("Keep a file"), keep, said=tr("{file} is kept with the version.", file=path.name), undo=True
        )

    def _on_open_file(self) -> None:
        found = self._chosen()
        if found is None or not found.draft.document_id:
            self.desk.say(tr("This version has no file yet"), tr("Keep one with it first."), tone="info")
            return
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="mentordesk-", ignore_cleanup_errors=True)
        folder, document_id, context = Path(self._folder.name), found.draft.document_id, self.desk.context

        def copy(_token: Token) -> Path:
            with context.read() as view:
                return documents.copy_to(view, document_id, folder)

        self.desk.jobs.start(tr("Copying the file"), copy, done=self._on_copied, shown=False)

    def _on_copied(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.desk.say(tr("No program opened this file"), tr("Save a copy under Documents instead."), tone="warning")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.add_file(files[0])


def _order(found: VersionRow) -> tuple[int, ...]:
    return deliverable_stages.version_order(found.draft.number)


def _keep_file(work: Any, path: Path, ident: str, programme_id: str, version: VersionDraft) -> str:
    """Keep a file among the documents of the deliverable, under the name of rule DL-2."""
    title = deliverable_stages.file_name(work, ident, version.number, version.made_on) if version.made_on else path.stem
    draft = DocumentDraft(title=title, kind="version", language=version.language, number=version.number)
    return documents.add(work, path, Owner("deliverable", ident, programme_id), draft)
