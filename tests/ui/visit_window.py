"""A window on a visit with days, sessions and people, for the tests of Visits and Trainings."""

from datetime import date, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.dates import PartialDate
from app.core.vocabulary import ActivityKind, InterpretationMode, SessionKind
from app.services import activities, agendas, attendance, certificates, participations
from app.services.activities import ActivityDraft
from app.services.agendas import SessionDraft
from app.services.certificates import IssueOptions
from app.ui.pages.visits_frame import ActivitiesPage
from app.ui.widgets.list_table import ListTable
from tests.ui.record_window import RecordWindow

MONDAY = date(2023, 10, 9)


class VisitWindow(RecordWindow):
    """Three days in Domžale; two lectures that share an interpreter overlap on Tuesday; one training besides."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.window.resize(1440, 900)

    def issue(self) -> None:
        """Both guests were there and have their certificates, in Ukrainian and English."""
        visit = self.ids["visit"]
        with self.context.write("Issue") as work:
            attendance.mark_all_present(work, visit)
            options = IssueOptions(date(2023, 10, 12), language="uk", second_language="en")
            certificates.issue(work, visit, [self.ids["oksana"], self.ids["twin"]], options)

    def _fill(self) -> None:
        super()._fill()
        with self.context.write("Set up the visit") as work:
            ident = self.ids["visit"] = activities.create(
                work,
                ActivityDraft(
                    programme_id=self.ids["programme"],
                    partnership_id=self.ids["partnership"],
                    title={"en": "Domžale – Zavodske"},
                    start=PartialDate.of(MONDAY),
                    end=PartialDate.of(date(2023, 10, 11)),
                    country="SI",
                    host_id=self.ids["domzale"],
                    languages=("en", "uk"),
                ),
            )
            self.ids["training"] = activities.create(
                work,
                ActivityDraft(
                    programme_id=self.ids["programme"], kind=ActivityKind.TRAINING, title={"en": "Writing a fiche"}
                ),
            )
            participations.add(work, ident, [self.ids["oksana"], self.ids["twin"]])
            self._session(work, "opening", SessionKind.OPENING, 9, 9, 10)
            self._session(work, "lecture", SessionKind.LECTURE, 9, 10, 12)
            self._session(work, "alarm", SessionKind.LECTURE, 10, 9, 11)
            self._session(work, "flood", SessionKind.LECTURE, 10, 10, 12)
            self._session(work, "plan", SessionKind.MENTORING_WORK, 11, 13, 15)

    def _session(self, work: object, key: str, kind: SessionKind, day: int, start: int, end: int) -> None:
        people = (self.ids["matjaz"],) if day == 10 else ()
        self.ids[key] = agendas.create(
            work,  # type: ignore[arg-type]
            SessionDraft(
                activity_id=self.ids["visit"],
                kind=kind,
                starts_at=datetime(2023, 10, day, start),
                ends_at=datetime(2023, 10, day, end),
                title={"en": key.capitalize(), "uk": f"Тема {key}"} if key != "plan" else {"en": "Plan"},
                interpreters=people,
                interpretation=InterpretationMode.CONSECUTIVE if people else InterpretationMode.NONE,
            ),
        )

    def page(self) -> ActivitiesPage:
        """The page that is shown."""
        found = self.window.current_page()
        assert isinstance(found, ActivitiesPage)
        return found

    def titles(self, table: ListTable) -> list[str]:
        """The titles that a list of activities shows."""
        return [line.row.title for line in table.model.shown_rows()]

    def session(self, key: str) -> SessionDraft:
        """A session as it is kept."""
        with self.context.read() as view:
            return agendas.load(view, self.ids.get(key, key))

    def sessions(self) -> list[str]:
        """The English titles of the agenda in the order of their times."""
        with self.context.read() as view:
            return [row.title for row in agendas.list_rows(view, self.ids["visit"])]
