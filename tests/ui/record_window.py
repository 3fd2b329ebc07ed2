"""A real window on a real data file, for the tests of record pages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.vocabulary import LatinSource, OrganisationType, PartnerRole, Sex
from app.services import organisations, partnerships, people, programmes
from app.services.context import Context
from app.services.organisations import AliasDraft, OrganisationDraft
from app.services.partnerships import MemberDraft, PartnershipDraft
from app.services.people import PersonDraft, PositionDraft
from app.services.programmes import ProgrammeDraft
from app.ui.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.page import Place
from app.ui.window_state import WindowState


class RecordWindow:
    """The window with two towns, three people, one programme and one partnership in its file."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.context = Context.open(folder / "t.mdesk")
        self.ids: dict[str, str] = {}
        self._fill()
        self.desk = Desk(WindowState(folder / "window.json"))
        self.window = MainWindow(self.desk)
        self.desk.set_context(self.context)
        self.window.actions_table.provide("action.edit.undo", self.context.undo)
        # Closed at the end of a test without being asked about what it left unfinished.
        qtbot.addWidget(self.window, before_close_func=lambda _window: self.window.drop_pages())
        self.window.show()

    def _fill(self) -> None:
        with self.context.write("Set up") as work:
            town = organisations.create(
                work,
                OrganisationDraft(
                    name={"en": "Municipality of Domžale", "sl": "Občina Domžale"},
                    short_name="Domžale",
                    country="SI",
                    aliases=(AliasDraft("Domzale"),),
                ),
            )
            hromada = organisations.create(
                work,
                OrganisationDraft(
                    name={"en": "Zavodske hromada"},
                    short_name="Zavodske",
                    country="UA",
                    type=OrganisationType.HROMADA,
                ),
            )
            self.ids |= {"domzale": town, "zavodske": hromada}
            self.ids["oksana"] = people.create(
                work,
                PersonDraft(
                    given_name="Оксана",
                    family_name="Гнатюк",
                    patronymic="Володимирівна",
                    sex=Sex.FEMALE,
                    country="UA",
                    positions=(PositionDraft(hromada, "Секретар", "Secretary"),),
                ),
            )
            self.ids["matjaz"] = people.create(work, PersonDraft(given_name="Matjaž", family_name="Zupan"))
            self.ids["twin"] = people.create(
                work,
                PersonDraft(
                    given_name="Oksana",
                    family_name="Hnatiuk",
                    email="oksana@example.org",
                    latin_source=LatinSource.NONE,
                ),
            )
            self.ids["programme"] = programmes.create(
                work, ProgrammeDraft(code="CEP-UA", title={"en": "Reconstruction"})
            )
            members = (MemberDraft(town, PartnerRole.MENTOR), MemberDraft(hromada, PartnerRole.MENTEE))
            self.ids["partnership"] = partnerships.create(
                work, PartnershipDraft(self.ids["programme"], members=members)
            )

    def go(self, section: str, key: str = "", tab: str = "") -> None:
        """Go to a place and wait for what it reads."""
        self.window.go(Place(section, self.ids.get(key, key), tab))
        self.settle()

    def settle(self) -> None:
        """Until no job runs and its answer was shown."""
        self.until(self._idle)

    def _idle(self) -> bool:
        return not self.desk.jobs.running()

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(true, timeout=5000)

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        """The widget with that objectName that is seen."""
        for made in self.window.findChildren(kind, name):
            if isinstance(made, QWidget) and made.isVisible():
                return made
        raise AssertionError(f"no {name}")

    def undo(self) -> None:
        """Ctrl+Z."""
        self.context.undo()
        self.settle()

    def close(self) -> None:
        """End the jobs and close the file."""
        self.desk.jobs.stop()
        self.desk.set_context(None)
        self.context.close()
