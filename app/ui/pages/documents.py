"""Documents: all papers and files of a programme or of all, and the register of certificates."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr
from app.services import certificates
from app.ui.desk import Desk
from app.ui.page import Page, Place, PrimaryAction
from app.ui.pages.documents_files import FilesTab
from app.ui.pages.documents_register import RegisterTab
from app.ui.widgets.boxes import PageHead, column
from app.ui.widgets.labels import hairline
from app.ui.widgets.tabs import TabBar


class DocumentsPage(Page):
    """``Place("documents", id, tab)``: tab ``files`` or ``certificates``, the id of what is to be selected."""

    section = "documents"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        body = column(self, space=0)
        self.head = PageHead("documents")
        self.head.set_title(tr("Documents"))
        self.head.set_facts([tr("Papers that were given out, files kept with records, the register of certificates")])
        self.tabs = TabBar([("files", tr("Papers and files")), ("certificates", tr("Certificates"))], "documents.tabs")
        self.tabs.chosen.connect(self._on_tab)
        body.addWidget(self.head)
        body.addWidget(self.tabs)
        body.addWidget(hairline())
        self.stack = QStackedWidget()
        self.files = FilesTab(desk)
        self.register = RegisterTab(desk)
        self.files.counted.connect(self._on_files)
        self.register.counted.connect(self._on_certificates)
        self.stack.addWidget(self.files)
        self.stack.addWidget(self.register)
        body.addWidget(self.stack, 1)
        desk.programme_changed.connect(self._on_programme)

    def show_place(self, place: Place) -> None:
        tab = place.tab if place.tab in ("files", "certificates") else "files"
        if place.record_id and not place.tab:
            with self.desk.context.read() as view:
                known = any(row.id == place.record_id for row in certificates.list_rows(view))
            tab = "certificates" if known else "files"
        self.tabs.set_current(tab)
        self.stack.setCurrentWidget(self.files if tab == "files" else self.register)
        self.files.refresh(place.record_id if tab == "files" else "")
        self.register.refresh(place.record_id if tab == "certificates" else "")

    def title(self) -> str:
        return tr("Documents")

    def primary_action(self) -> PrimaryAction | None:
        return PrimaryAction(tr("Add files"), self._on_add, "action.document.new")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        tab = self.files if self.tabs.current() == "files" else self.register
        return tab.handlers()

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("document", "activity", "programme"):
            self.files.refresh()
        if change_set.touches("certificate"):
            self.register.refresh()

    def _on_add(self) -> None:
        if self.tabs.current() != "files":
            self.desk.go(Place("documents", "", "files"))
        self.files.add()

    def _on_tab(self, key: str) -> None:
        self.desk.go(Place("documents", "", key))

    def _on_files(self, n: int) -> None:
        self.tabs.set_count("files", n)

    def _on_certificates(self, n: int) -> None:
        self.tabs.set_count("certificates", n)

    def _on_programme(self, _programme_id: str) -> None:
        if self.isVisible():
            self.files.refresh()
            self.register.refresh()
