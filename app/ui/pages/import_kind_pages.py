"""The assistants of agendas, attendance, expenditures and deliverables: the pages under ``import.<kind>``."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.editors.links import section_of
from app.ui.page import Place, PrimaryAction
from app.ui.pages.import_kind_attendance import AttendanceLook
from app.ui.pages.import_kind_done import RecordsDone
from app.ui.pages.import_kind_records import AgendaLook, DeliverablesLook, ExpendituresLook
from app.ui.pages.import_kinds import KindLook
from app.ui.pages.import_page import ImportPage
from app.ui.widgets.messages_view import Way


class KindImportPage(ImportPage):
    """An assistant of a kind that is no list of people. ``Place("import.agenda", id)``: an activity or a programme."""

    kind = ""
    look_type: type[KindLook]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.done_step.opened.connect(self.open_taken)

    def make_look(self) -> KindLook:
        return self.look_type()

    def make_done(self) -> RecordsDone:
        return RecordsDone(self.session)

    def primary_action(self) -> PrimaryAction | None:
        return None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found = dict(super().handlers())
        found[f"action.import.{self.kind}"] = found.pop("action.import.people")
        return found

    def _on_files(self) -> None:
        super()._on_files()
        one, form = self.session.file, self.file_step.target
        waits = one is not None and one.state == "read" and bool(self.session.look.lacks(self.session.target))
        if (
            waits
            and self.step == "file"
            and self.isVisible()
            and self.focusWidget() in (None, self.file_step.drop.choose)
        ):
            form.activity.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_taken(self, ident: str) -> None:
        """Go to a record that was taken in."""
        self.desk.go(self.place_of(ident))

    def place_of(self, ident: str) -> Place:
        """Where a record of this kind is shown; an empty id: the list of them."""
        return Place(self.section, ident)

    def open_words(self) -> str:
        """The words of the way on."""
        return tr("Open")

    def _ways(self) -> tuple[Way, ...]:
        return (
            Way(tr("Take back"), self.taken.take_back, "import.take_back"),
            Way(self.open_words(), self._on_open_list, f"import.open.{self.kind}"),
        )

    def _on_open_list(self) -> None:
        self.desk.go(self.place_of(""))


class AgendaImportPage(KindImportPage):
    """Agendas."""

    section = "import.agenda"
    kind = "agenda"
    look_type = AgendaLook

    def place_of(self, ident: str) -> Place:
        return Place(section_of(self.desk, self.session.activity_id), self.session.activity_id, "agenda")

    def open_words(self) -> str:
        return tr("Open the agenda")


class AttendanceImportPage(KindImportPage):
    """Sign-in lists and logs of meetings."""

    section = "import.attendance"
    kind = "attendance"
    look_type = AttendanceLook

    def place_of(self, ident: str) -> Place:
        if ident:
            return Place("people", ident)
        return Place(section_of(self.desk, self.session.activity_id), self.session.activity_id, "attendance")

    def open_words(self) -> str:
        return tr("Open the attendance")


class ExpendituresImportPage(KindImportPage):
    """Expenditures of a budget."""

    section = "import.expenditures"
    kind = "expenditures"
    look_type = ExpendituresLook

    def place_of(self, ident: str) -> Place:
        self.desk.set_programme(self.session.programme_id)
        return Place("budget", ident, "expenditures")

    def open_words(self) -> str:
        return tr("Open the expenditures")


class DeliverablesImportPage(KindImportPage):
    """Deliverables of a programme."""

    section = "import.deliverables"
    kind = "deliverables"
    look_type = DeliverablesLook

    def place_of(self, ident: str) -> Place:
        return Place("deliverables", ident)

    def open_words(self) -> str:
        return tr("Open the deliverables")
