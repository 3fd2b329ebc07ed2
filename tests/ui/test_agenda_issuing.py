"""Issuing an agenda in the window: why each item changed, as implemented when the event is over, the user's name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.core import coordinator
from app.core.dates import PartialDate
from app.core.vocabulary import AgendaState
from app.services import activities, agenda_paper, agenda_versions, agendas, people
from app.ui.page import Place
from app.ui.pages.agenda_menu import agenda_menu
from app.ui.pages.agenda_tab import AgendaTab
from app.ui.pages.settings import SettingsPage
from tests.ui.test_visit_agenda import _dialog, _press, _tab
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    coordinator.use_name("")
    made.close()


def _issued(desk: VisitWindow) -> AgendaTab:
    tab = _tab(desk)
    tab.version.issue_button.click()
    _press(_dialog())
    desk.until(lambda: tab.data is not None and tab.data.board.status.number == "1.0")
    return tab


def _state(tab: AgendaTab) -> str:
    found = tab.version.findChild(QLabel, "visit.agenda.version.state")
    assert isinstance(found, QLabel)
    return found.text()


def test_the_dialog_asks_why_each_item_changed(desk: VisitWindow) -> None:
    tab = _issued(desk)
    tab.grid.moved.emit(desk.ids["plan"], datetime(2023, 10, 11, 9), datetime(2023, 10, 11, 11))
    with desk.context.write("Somebody else") as work:
        agendas.set_cancelled(work, desk.ids["flood"], True)
    desk.until(lambda: tab.data is not None and len(tab.data.board.status.changes) == 2)
    tab.version.issue_button.click()
    dialog = _dialog()
    fields = dialog.editor.fields
    assert set(fields) == {"note", "reason_0", "reason_1"}
    assert fields["reason_0"].title.startswith("Cancelled: ")
    assert fields["reason_1"].title.startswith("Moved: ")
    fields["note"].set_value("News")
    fields["reason_0"].set_value("Speaker ill")
    _press(dialog)
    desk.until(lambda: tab.data is not None and tab.data.board.status.number == "1.1")
    with desk.context.read() as view:
        told = [one.reason.first for one in agenda_paper.paper(view, desk.ids["visit"], "en").changes]
    assert told == ["Speaker ill", "News"]
    assert _state(tab) == "Revised 1.1"


def test_a_speaker_with_a_new_name_makes_the_agenda_a_draft_that_can_be_issued(desk: VisitWindow) -> None:
    with desk.context.write("Speaker") as work:
        session = agendas.load(work, desk.ids["lecture"])
        agendas.save(work, desk.ids["lecture"], replace(session, speakers=(desk.ids["oksana"],)))
    tab = _issued(desk)
    told = tab.version.findChild(QLabel, "visit.agenda.version.changes")
    assert isinstance(told, QLabel)
    assert told.text() == "nothing changed since"
    assert not tab.version.issue_button.isEnabled()
    with desk.context.write("Married") as work:
        person = people.load(work, desk.ids["oksana"])
        people.save(work, desk.ids["oksana"], replace(person, family_name="Шевченко"))
    desk.until(lambda: told.text() == "names or facts changed since")
    with desk.context.read() as view:
        assert agenda_versions.draft_number(view, desk.ids["visit"]) == "1.1"
    assert tab.version.issue_button.isEnabled()
    tab.version.issue_button.click()
    _press(_dialog())
    desk.until(lambda: tab.data is not None and tab.data.board.status.number == "1.1")
    assert told.text() == "nothing changed since"


def test_an_agenda_of_a_past_event_is_kept_as_implemented(desk: VisitWindow) -> None:
    tab = _issued(desk)
    bar = tab.version
    assert not bar.final_button.isHidden()
    bar.final_button.click()
    _press(_dialog())
    desk.until(lambda: tab.data is not None and tab.data.board.status.state is AgendaState.FINAL)
    assert bar.issue_button.isHidden()
    assert not bar.final_button.isEnabled(), "nothing to correct"
    assert _state(tab) == "Final 1.1, as implemented"
    with desk.context.write("Correct") as work:
        agendas.set_cancelled(work, desk.ids["flood"], True)
    desk.until(bar.final_button.isEnabled)
    menu = agenda_menu(tab, None)
    assert isinstance(menu, QMenu)
    entry = next(one for one in menu.actions() if one.text() == bar.final_button.text())
    assert entry.isEnabled()
    entry.trigger()
    _press(_dialog())
    desk.until(lambda: tab.data is not None and tab.data.board.status.number == "1.2")
    menu.deleteLater()
    with desk.context.read() as view:
        states = [row.state for row in agenda_versions.list_rows(view, desk.ids["visit"])]
    assert states == [AgendaState.ISSUED, AgendaState.FINAL, AgendaState.FINAL]


def test_an_event_to_come_is_not_offered_to_be_final(desk: VisitWindow) -> None:
    with desk.context.write("Later") as work:
        draft = activities.load(work, desk.ids["visit"])
        activities.save(work, desk.ids["visit"], replace(draft, end=PartialDate.of(date.today() + timedelta(days=5))))
    tab = _tab(desk)
    assert tab.version.final_button.isHidden()
    assert not tab.version.issue_button.isHidden()


def test_the_name_of_the_settings_stands_in_the_history(desk: VisitWindow) -> None:
    desk.window.desk.go(Place("settings"))
    desk.settle()
    page = desk.window.findChild(SettingsPage)
    assert page is not None
    page.user.name.set_value(" Maja  Kranjc ")
    page.user.keep()
    assert page.user.name.value() == "Maja Kranjc"
    assert desk.window.desk.settings.get("user.name", "") == "Maja Kranjc"
    assert desk.context.who == "Maja Kranjc"
