"""Beside the list of documents: the chosen one with its facts, and its pages when it is a PDF."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import MentordeskError
from app.core.i18n import LANGUAGE_NAMES, tr
from app.core.progress import Token
from app.services import documents
from app.services.document_list import ListedDocument
from app.ui import formats
from app.ui.desk import Desk
from app.ui.messages import error_text
from app.ui.pages.documents_dialogs import ask_copy_folder, open_copy
from app.ui.pages.opened_copies import copies_folder
from app.ui.pages.print_preview_pages import PageView
from app.ui.theme import theme
from app.ui.widgets.boxes import KeyValues, Panel, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.messages_view import EmptyState


class DocumentDetail(QWidget):
    """``open_wanted()``, ``copy_wanted()``, ``go_wanted()`` from its buttons."""

    open_wanted = Signal()
    copy_wanted = Signal()
    go_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("documents.detail")
        self.desk = desk
        self._shown: ListedDocument | None = None
        self._copied: ListedDocument | None = None
        outer = column(self, space=0)
        panel = Panel(space=0)
        head = column(space=2, margins=(5, 4, 5, 3))
        self._title = label("", "section", wrap=True, name="documents.detail.title")
        self._facts = KeyValues("documents.detail.facts")
        head.addWidget(self._title)
        head.addWidget(self._facts)
        line = row(space=2)
        self._open = button(tr("Open"), icon_name="external-link", name="documents.detail.open")
        self._copy = button(tr("Save a copy …"), icon_name="download", name="documents.detail.copy")
        self._go = button(tr("Go to the record"), "link", name="documents.detail.go")
        self._open.clicked.connect(self.open_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self._go.clicked.connect(self.go_wanted)
        line.addWidget(self._open)
        line.addWidget(self._copy)
        line.addStretch(1)
        head.addLayout(line)
        head.addWidget(self._go)
        self._head = QWidget()
        self._head.setLayout(head)
        panel.body.addWidget(self._head)
        self._line = hairline()
        panel.body.addWidget(self._line)
        self.pages = PageView(desk, "documents.pages")
        self._none = EmptyState("file-text", tr("No document chosen"), tr("Choose one to see what it holds."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._none)
        self.stack.addWidget(self.pages)
        panel.body.addWidget(self.stack, 1)
        outer.addWidget(panel, 1)
        theme().changed.connect(self._measure)
        self._measure()
        self.show_document(None)

    def _measure(self) -> None:
        self.setFixedWidth(theme().width("panel"))

    # what is shown --------------------------------------------------------------------------------------------
    def show_document(self, one: ListedDocument | None) -> None:
        """Show one document, or that none is chosen."""
        same = one is not None and self._shown is not None and one.id == self._shown.id
        self._shown = one
        self._head.setVisible(one is not None)
        self._line.setVisible(one is not None)
        if one is None:
            self._say(tr("No document chosen"), tr("Choose one to see what it holds."))
            return
        self._title.setText(one.title)
        self._facts.set_facts(_facts(one))
        self._go.setVisible(bool(one.owner))
        if same and self.stack.currentWidget() is self.pages:
            return
        if one.file_name.lower().endswith(".pdf"):
            self._say(tr("Being read …"), "")
            work = partial(self._read, one.id)
            self.desk.jobs.start(
                tr("Reading a document"), work, done=self._on_content, failed=self._on_failed, shown=False
            )
        else:
            self._say(tr("No preview"), tr("Only PDFs are shown here. Open the file in its own program."))

    def _say(self, title: str, text: str) -> None:
        self._none.set_texts(title, text)
        self.stack.setCurrentWidget(self._none)

    def _read(self, ident: str, _token: Token) -> tuple[str, bytes]:
        with self.desk.context.read() as view:
            return ident, documents.content(view, ident)

    def _on_content(self, found: tuple[str, bytes]) -> None:
        ident, content = found
        if self._shown is None or self._shown.id != ident:
            return
        try:
            self.pages.show_pdf(content)
        except MentordeskError as error:
            self._say(tr("No preview"), error_text(error))
            return
        self.pages.go_to(1)
        self.stack.setCurrentWidget(self.pages)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, MentordeskError):
            raise error
        self._say(tr("This document cannot be shown"), error_text(error))

    # copies ---------------------------------------------------------------------------------------------------
    def open_document(self, one: ListedDocument) -> None:
        """Open a checked copy: what another program writes must not change what is kept."""
        self._start_copy(one, copies_folder(), self._on_opened)

    def _start_copy(self, one: ListedDocument, folder: Path, done: object) -> None:
        work = partial(self._write, one.id, folder)
        self.desk.jobs.start(tr("Copying the file"), work, done=done, shown=False)  # type: ignore[arg-type]

    def _write(self, ident: str, folder: Path, _token: Token) -> Path:
        with self.desk.context.read() as view:
            return documents.copy_to(view, ident, folder)

    def _on_opened(self, path: Path) -> None:
        open_copy(self.desk, path)

    def save_copy(self, one: ListedDocument) -> None:
        """Ask for a folder and write a copy into it."""
        self._copied = one
        ask_copy_folder(self.window(), self._on_folder)

    def _on_folder(self, folder: str) -> None:
        if self._copied is not None:
            self._start_copy(self._copied, Path(folder), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self.desk.say(tr("A copy was saved as {file}", file=path.name), str(path.parent))


def _facts(one: ListedDocument) -> list[tuple[str, str]]:
    facts = [(tr("File"), one.file_name), (tr("Size"), formats.file_size(one.size))]
    if one.number:
        facts.append((tr("Number"), one.number))
    if one.language:
        facts.append((tr("Language"), LANGUAGE_NAMES.get(one.language, one.language)))
    facts.append((tr("Belongs to"), one.owner or tr("record not there any more")))
    facts.append((tr("Date"), formats.moment(one.made_at.astimezone())))
    if one.notes:
        facts.append((tr("Notes"), one.notes))
    return facts
