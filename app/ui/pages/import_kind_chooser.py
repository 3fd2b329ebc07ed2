"""What a file holds: people, an agenda, money, deliverables or attendance; the way between their assistants."""

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr
from app.ui.fields.choices import ChoiceField
from app.ui.page import Place
from app.ui.widgets.boxes import column

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


def take_over(page: "ImportPage", kind: str) -> None:
    """Go to the assistant of another kind with the files that are not taken in yet."""
    session = page.session
    if session.busy:
        return
    files = [one for one in session.files if one.state != "taken"]
    aim = session.activity_id or session.programme_id
    current = session.file
    window: Any = page.window()
    if not window.go(Place(SECTIONS[kind], aim)):
        return
    session.restart()
    other: ImportPage = window.current_page()
    other.take_files(sorted(files, key=lambda one: one is not current))
