"""The Documents tab of every record: files kept with it, dropped or added, and papers issued for it."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import LANGUAGE_NAMES, N_, tr, trn
from app.core.progress import Token
from app.services import documents
from app.services.documents import DocumentDraft, DocumentRow, Owner
from app.services.paper_kinds import PAPER_NAMES
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.writing import each, write
from app.ui.form import FieldSpec, Section
from app.ui.pages.documents_dialogs import ask_copy_folder, ask_files, open_copy
from app.ui.theme import set_style
from app.ui.widgets.boxes import SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import IconLabel, label
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_action
from app.ui.widgets.messages_view import EmptyState

#: Kinds of papers and files in words; a kind that is not among them is shown as it is.
KIND_WORDS = {
    **{paper.value: name for paper, name in PAPER_NAMES.items()},
    "agenda": N_("Agenda"),
    "participants": N_("Participant list"),
    "participant_list": N_("Participant list"),
    "sign-in": N_("Sign-in sheets"),
    "sign_in": N_("Sign-in sheets"),
    "sign_in_sheet": N_("Sign-in sheets"),
    "badges": N_("Badges"),
    "letter": N_("Letter"),
    "letters": N_("Invitation letters"),
    "certificate": N_("Certificate"),
    "certificates": N_("Certificates"),
    "visit_report": N_("Visit report"),
    "budget_report": N_("Budget report"),
    "agreement": N_("Agreement"),
    "minutes": N_("Minutes of a meeting"),
    "photo": N_("Photo"),
    "contract": N_("Contract"),
    "report": N_("Report"),
    "list": N_("List"),
    "logo": N_("Logo"),
    "word-template": N_("Word template"),
}
_CHOICES = ("agreement", "minutes", "letter", "contract", "report", "photo")


def kind_words(row: DocumentRow) -> str:
    """What kind of paper a document is, in words; told when nobody said."""
    found = KIND_WORDS.get(row.kind)
    return tr(found) if found else row.kind or tr("not stated")


def _added(document: DocumentRow) -> str:
    return formats.moment(document.made_at.astimezone())


def _version(document: DocumentRow) -> str:
    return document.number or tr("without number")


def _language(document: DocumentRow) -> str:
    return LANGUAGE_NAMES.get(document.language, document.language)


def _made_at(document: DocumentRow) -> str:
    return document.made_at.isoformat()


def _size(document: DocumentRow) -> int:
    return document.size


def _size_words(document: DocumentRow) -> str:
    return formats.file_size(document.size)


def _file(document: DocumentRow) -> str:
    return document.file_name


class DropLine(QFrame):
    """The strip on which files are dropped; it lights up while files hang over the panel."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        line = row(self, space=2, margins=(3, 2, 3, 2))
        line.addWidget(IconLabel("upload"))
        self._words = label(tr("Drop files here to keep them with this record."), "second", wrap=True)
        line.addWidget(self._words, 1)
        self.light(False)

    def light(self, on: bool) -> None:
        """Show that files can be let go here."""
        set_style(self, "tone", "info" if on else "neutral")
        self._words.setText(
            tr("Let go to keep the files with this record.")
            if on
            else tr("Drop files here to keep them with this record.")
        )


class DocumentsPanel(QWidget):
    """Embed it as the tab Documents and call ``show_record``. ``counted`` carries the number of documents.

    ``changes(change_set)`` must be handed on by the page, so that the lists follow what others add.
    """

    counted = Signal(int)

    def __init__(self, desk: Desk, *, name: str = "documents") -> None:
        super().__init__()
        self.desk = desk
        self._owner: Owner | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.setObjectName(f"{name}.panel")
        self.setAcceptDrops(True)
        self._name = name
        self.add_button = button(tr("Add files …"), icon_name="plus", name=f"{name}.add", clicked=self._on_add)
        body = column(self, space=2, margins=(0, 4, 0, 0))
        head = column(space=2, margins=(6, 0, 6, 0))
        self._kept_head = SectionHeader(tr("Kept files"), action=self.add_button)
        head.addWidget(self._kept_head)
        self._drop = DropLine(f"{name}.drop")
        head.addWidget(self._drop)
        body.addLayout(head)
        self.kept = self._kept_list(name)
        body.addWidget(self.kept, 3)
        issued_head = column(margins=(6, 2, 6, 0))
        self._issued_head = SectionHeader(tr("Issued papers"))
        issued_head.addWidget(self._issued_head)
        body.addLayout(issued_head)
        self.issued = self._issued_list(name)
        body.addWidget(self.issued, 2)
        self._wire()

    def _kept_list(self, name: str) -> ListTable:
        columns = (
            Column("title", tr("Title"), kind="bold"),
            Column("file_name", tr("File"), 240, kind="muted", tip=_file),
            Column("kind", tr("Kind"), 140, value=kind_words),
            Column("size", tr("Size"), 90, kind="number", value=_size, show=_size_words),
            Column("made_at", tr("Added"), 160, kind="date", show=_added, sort_key=_made_at),
        )
        empty = EmptyState(
            "paperclip",
            tr("No files kept here yet"),
            tr("Agreements, minutes, photos: drop them here, and they stay with the record."),
        )
        return ListTable(
            columns, name=f"list.{name}.kept", title=tr("Kept files"), filter_line=False, footer=False, empty=empty
        )

    def _issued_list(self, name: str) -> ListTable:
        columns = (
            Column("kind", tr("Paper"), 200, kind="bold", value=kind_words),
            Column("title", tr("Title")),
            Column("number", tr("Version or number"), 150, value=_version),
            Column("language", tr("Language"), 110, value=_language),
            Column("made_at", tr("Issued"), 160, kind="date", show=_added, sort_key=_made_at),
        )
        empty = EmptyState(
            "file-check",
            tr("Nothing issued yet"),
            tr("Papers that you save from Print are listed here, with their date."),
        )
        return ListTable(
            columns, name=f"list.{name}.issued", title=tr("Issued papers"), filter_line=False, footer=False, empty=empty
        )

    def _wire(self) -> None:
        for table in (self.kept, self.issued):
            table.opened.connect(self._on_open)
        self.kept.delete_wanted.connect(self._on_remove)
        self._actions = {
            "open": self._action("external-link", tr("Open"), self._on_open_chosen),
            "copy": self._action("download", tr("Save a copy …"), self._on_copy_chosen),
            "change": self._action("pencil", tr("Rename or describe …"), self._on_change_chosen),
            "remove": self._action("trash-2", tr("Remove"), self._on_remove_chosen),
        }
        self.kept.set_menu(list(self._actions.values()))
        self.issued.set_menu([self._actions["open"], self._actions["copy"]])

    def _action(self, icon_name: str, words: str, run: Callable[[], object]) -> QAction:
        return menu_action(self, icon_name, words, run, f"{self._name}.{icon_name}")

    # what is shown --------------------------------------------------------------------------------------------
    def show_record(self, kind: str, ident: str, programme_id: str = "", person_id: str = "") -> None:
        """Show the documents of a record. ``kind`` is the name of its table (``person``, ``activity`` …)."""
        self._owner = Owner(kind, ident, programme_id or None, person_id or None) if ident else None
        self.refresh()

    def changes(self, change_set: ChangeSet) -> None:
        """Look again when documents were touched."""
        if change_set.touches("document"):
            self.refresh()

    def refresh(self) -> None:
        """Read the lists again, in the background."""
        owner = self._owner
        if owner is None or not self.desk.is_open:
            return
        context = self.desk.context

        def read(_token: Token) -> tuple[Owner, Sequence[DocumentRow]]:
            with context.read() as view:
                return owner, documents.list_rows(view, owner_kind=owner.kind, owner_id=owner.id)

        self.desk.jobs.start(tr("Reading the documents"), read, done=self._on_read, shown=False)

    def _on_read(self, found: tuple[Owner, Sequence[DocumentRow]]) -> None:
        owner, rows = found
        if owner != self._owner:
            return
        kept = [document for document in rows if document.origin == "kept"]
        self.kept.set_rows(kept)
        self.issued.set_rows([document for document in rows if document.origin != "kept"])
        self._kept_head.set_note(trn("{n} file", "{n} files", len(kept)) if kept else "")
        self.counted.emit(len(rows))

    # adding ---------------------------------------------------------------------------------------------------
    def add_files(self, paths: Sequence[Path]) -> None:
        """Keep copies of these files with the record."""
        owner, context = self._owner, self.desk.context
        if owner is None or not paths:
            return

        def keep(token: Token) -> int:
            with context.write(N_("Add documents")) as work:
                for number, path in enumerate(paths):
                    token.step(number, len(paths))
                    documents.add(work, path, owner)
            return len(paths)

        self.desk.jobs.start(tr("Keeping files"), keep, writes=True, done=self._on_added)

    def _on_added(self, number: int) -> None:
        self.desk.kept.emit()
        self.desk.say(trn("{n} file is kept with this record.", "{n} files are kept with this record.", number))

    def _on_add(self) -> None:
        ask_files(self, self._on_files)

    def _on_files(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.light(False)
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    # one document ---------------------------------------------------------------------------------------------
    def chosen(self) -> DocumentRow | None:
        """The document that the last right click or key was about."""
        table = self.issued if self.issued.view.hasFocus() else self.kept
        found = table.selected_rows()
        return found[0] if found else None

    def _on_open_chosen(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self._on_open(chosen)

    def _on_open(self, document: DocumentRow) -> None:
        """A copy is opened: what another program writes must not change what is kept under its hash."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="mentordesk-", ignore_cleanup_errors=True)
        self._copy(document, Path(self._folder.name), self._on_opened)

    def _on_opened(self, path: Path) -> None:
        open_copy(self.desk, path)

    def _on_copy_chosen(self) -> None:
        if self.chosen() is None:
            return
        ask_copy_folder(self, self._on_copy_folder)

    def _on_copy_folder(self, folder: str) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self._copy(chosen, Path(folder), self._on_copied)

    def _on_copied(self, path: Path) -> None:
        self.desk.say(tr("A copy was saved as {file}", file=path.name), str(path.parent))

    def _copy(self, document: DocumentRow, folder: Path, done: object) -> None:
        context, ident = self.desk.context, document.id

        def copy(_token: Token) -> Path:
            with context.read() as view:
                return documents.copy_to(view, ident, folder)

        self.desk.jobs.start(tr("Copying the file"), copy, done=done, shown=False)  # type: ignore[arg-type]

    def _on_change_chosen(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        with self.desk.context.read() as view:
            draft = documents.load(view, chosen.id)
        ident = chosen.id

        def save(work: Any, changed: DocumentDraft) -> None:
            documents.save(work, ident, changed)

        DraftDialog(
            self,
            tr("Describe the file"),
            (Section("", detail_fields()),),
            draft,
            name="dialog.document",
            accept=tr("Keep"),
            commit=Commit(self.desk, N_("Change document"), save),
        ).open()

    def _on_remove_chosen(self) -> None:
        self._on_remove(self.kept.selected_rows())

    def _on_remove(self, rows: Sequence[DocumentRow]) -> None:
        idents = [document.id for document in rows]
        if not idents:
            return

        words = trn("{n} file was taken off.", "{n} files were taken off.", len(idents))
        write(self.desk, N_("Remove documents"), each(documents.remove, idents), said=words, undo=True)


def detail_fields() -> tuple[FieldSpec, ...]:
    kinds = [("", tr("not stated")), *((key, tr(KIND_WORDS[key])) for key in _CHOICES)]
    languages = [("", tr("not stated")), *LANGUAGE_NAMES.items()]
    return (
        FieldSpec("title", N_("Title"), span=2, required=True),
        FieldSpec("kind", N_("Kind"), "choice", options=kinds),
        FieldSpec("language", N_("Language"), "choice", options=languages),
        FieldSpec("notes", N_("Notes"), "text", span=2),
    )
