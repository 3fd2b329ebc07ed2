"""What a file holds: people, an agenda, money, deliverables or attendance; the way between their assistants."""

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.i18n import N_, tr
from app.ui.fields.choices import ChoiceField
from app.ui.page import Place
from app.ui.widgets.boxes import column
from app.ui.widgets.messages_view import Way

if TYPE_CHECKING:
    from app.ui.pages.import_page import ImportPage

#: Kind → section of its assistant.
SECTIONS = {
    "people": "import",
    "agenda": "import.agenda",
    "attendance": "import.attendance",
    "expenditures": "import.expenditures",
    "deliverables": "import.deliverables",
}
#: What each kind is called where it stands alone.
KIND_WORDS = {
    "people": N_("List of people"),
    "agenda": N_("Agenda"),
    "attendance": N_("Attendance: a list or a meeting log"),
    "expenditures": N_("Expenditures"),
    "deliverables": N_("Deliverables"),
}
_LOOKS = {
    "people": (N_("This looks like a list of people"), N_("Import people")),
    "agenda": (N_("This looks like an agenda"), N_("Import an agenda")),
    "attendance": (N_("This looks like attendance: a sign-in list or a meeting log"), N_("Import attendance")),
    "expenditures": (N_("This looks like a list of expenditures"), N_("Import expenditures")),
    "deliverables": (N_("This looks like a list of deliverables"), N_("Import deliverables")),
}


class LooksWords(NamedTuple):
    """How another kind is offered."""

    title: str
    text: str
    action: str


def looks_words(kind: str) -> LooksWords:
    """The words that offer to take a file as another kind."""
    title, action = _LOOKS[kind]
    return LooksWords(tr(title), tr("Its headings are of that kind. The file is taken along."), tr(action))


class KindChooser(QWidget):
    """``chosen(kind)`` when another kind is wanted; what is shown stays, because another page takes over."""

    chosen = Signal(str)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        body = column(self, space=0)
        self.field = ChoiceField(
            tr("Kind of sheet"), name="import.kind", options=[(key, tr(words)) for key, words in KIND_WORDS.items()]
        )
        self.field.set_value(kind)
        body.addWidget(self.field)
        self.field.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        wanted = str(self.field.value())
        self.field.set_value(self._kind)
        if wanted != self._kind:
            self.chosen.emit(wanted)


class KindWays(QObject):
    """The way from the assistant of one kind to that of another; offers it when a file looks like another kind."""

    def __init__(self, page: "ImportPage") -> None:
        super().__init__(page)
        self._page = page
        page.file_step.kind.chosen.connect(self.change)
        page.session.files_changed.connect(self._on_files)

    def change(self, kind: str) -> None:
        """Take the files that are not taken in yet to the assistant of another kind."""
        page, session = self._page, self._page.session
        if session.busy:
            return
        # A programme alone does not bind: what the file tells may lie in another one.
        current, aim = session.file, session.activity_id or session.came_from
        files = sorted((one for one in session.files if one.state != "taken"), key=lambda one: one is not current)
        window: Any = page.window()
        if not window.go(Place(SECTIONS[kind], aim)):
            return
        session.restart()
        page.strip.closed.emit()
        other: ImportPage = window.current_page()
        other.add_files([one.path for one in files if one.pasted is None])
        for one in files:
            if one.pasted is not None:
                other.session.add_pasted(one.name, *one.pasted)

    def _on_files(self) -> None:
        one = self._page.session.file
        if self._page.step == "file" and one is not None and one.looks_like:
            words = looks_words(one.looks_like)
            way = Way(words.action, self._on_way, "import.kind.change")
            self._page.warn(words.title, words.text, "info", (way,))
            made = self._page.strip.findChild(QPushButton, "import.kind.change")
            if made is not None and not self._page.next.isEnabled() and self._page.isVisible():
                # Nothing else can be gone on with: Space is enough.
                made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_way(self) -> None:
        one = self._page.session.file
        if one is not None:
            self.change(one.looks_like)
