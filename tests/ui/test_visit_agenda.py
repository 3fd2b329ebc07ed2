"""The agenda of a visit in the window: grid, inspector, versions, notes; by mouse and by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app.core.vocabulary import AgendaChange, SessionKind
from app.services import agenda_versions, agendas
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.pages.agenda_tab import AgendaTab
from tests.ui.visit_window import MONDAY, VisitWindow


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    made.close()


def _tab(desk: VisitWindow) -> AgendaTab:
    desk.go("visits", "visit", "agenda")
    tab = desk.page().record.tab("agenda")
    assert isinstance(tab, AgendaTab)
    desk.until(lambda: tab.data is not None and not tab.grid.rect_of(desk.ids["lecture"]).isEmpty())
    return tab


def _choose(desk: VisitWindow, tab: AgendaTab, key: str) -> None:
    tab.grid.select(desk.ids[key], tell=True)
    desk.settle()


def _dialog() -> DraftDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, DraftDialog) and w.isVisible())


def _press(dialog: DraftDialog) -> None:
    button = dialog.findChild(QPushButton, f"{dialog.objectName()}.accept")
    assert isinstance(button, QPushButton)
    button.click()


def test_a_click_chooses_and_the_fields_show_the_item(desk: VisitWindow) -> None:
    tab = _tab(desk)
    place = tab.grid.rect_of(desk.ids["lecture"]).center()
    QTest.mouseClick(tab.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tab.inspector.isVisible()
    assert tab.inspector.when.edit.text() == "Mon 9 Oct, 10:00–12:00"
    assert tab.inspector.pair.edit("title", 1).toPlainText() == "Тема lecture"


def test_a_double_click_adds_an_item_whose_title_is_typed_at_once(desk: VisitWindow) -> None:
    tab = _tab(desk)
    point = tab.grid.point_of(datetime(2023, 10, 9, 14, 30))
    QTest.mouseDClick(tab.grid.viewport(), Qt.MouseButton.LeftButton, pos=point)
    desk.until(lambda: len(desk.sessions()) == 6)
    desk.until(lambda: tab.inspector.session_id() not in ("", desk.ids["lecture"]))
    made = tab.inspector.session_id()
    tab.inspector.pair.edit("title").setPlainText("Closing talk")
    tab.inspector.keep()
    desk.until(lambda: desk.session(made).title == {"en": "Closing talk"})
    assert desk.session(made).starts_at == datetime(2023, 10, 9, 14, 30)
    assert desk.session(made).ends_at == datetime(2023, 10, 9, 15, 30)


def test_dragging_moves_by_quarters_of_an_hour_and_undo_brings_it_back(desk: VisitWindow) -> None:
    tab = _tab(desk)
    grid, ident = tab.grid, desk.ids["plan"]
    start = grid.rect_of(ident).center()
    goal = start + QPoint(0, grid.geometry_.hour * 3 // 4 + 2)
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(grid.viewport(), start + QPoint(0, 10))
    QTest.mouseMove(grid.viewport(), goal)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    desk.until(lambda: desk.session("plan").starts_at == datetime(2023, 10, 11, 13, 45))
    assert desk.session("plan").ends_at == datetime(2023, 10, 11, 15, 45)
    desk.undo()
    assert desk.session("plan").starts_at == datetime(2023, 10, 11, 13)


def test_pulling_the_lower_edge_makes_it_longer(desk: VisitWindow) -> None:
    tab = _tab(desk)
    grid, ident = tab.grid, desk.ids["plan"]
    edge = QPoint(grid.rect_of(ident).center().x(), grid.rect_of(ident).bottom() - 1)
    goal = edge + QPoint(0, grid.geometry_.hour // 2)
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(grid.viewport(), goal - QPoint(0, 3))
    QTest.mouseMove(grid.viewport(), goal)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    desk.until(lambda: desk.session("plan").ends_at == datetime(2023, 10, 11, 15, 30))
    assert desk.session("plan").starts_at == datetime(2023, 10, 11, 13)


def test_everything_works_from_the_keyboard(desk: VisitWindow) -> None:
    tab = _tab(desk)
    grid = tab.grid
    _choose(desk, tab, "opening")
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.selected() == desk.ids["lecture"]
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.selected() == desk.ids["flood"]
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.selected() == desk.ids["plan"]
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.until(lambda: desk.session("plan").starts_at == datetime(2023, 10, 11, 13, 15))
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.until(lambda: desk.session("plan").ends_at == datetime(2023, 10, 11, 15, 30))
    QTest.keyClick(grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.sessions().count("Plan") == 2)
    _choose(desk, tab, "plan")
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    desk.until(lambda: desk.sessions().count("Plan") == 1)
    desk.undo()
    assert desk.sessions().count("Plan") == 2


def test_the_clash_stands_at_the_item_and_has_a_way_out(desk: VisitWindow) -> None:
    tab = _tab(desk)
    assert "1 clash" in tab.tools.notes.text()
    _choose(desk, tab, "flood")
    way = next(
        made
        for made in tab.inspector.findChildren(QPushButton)
        if made.objectName() == "visit.agenda.inspector.problems.move"
    )
    assert "11:00" in way.text()
    way.click()
    desk.until(lambda: desk.session("flood").starts_at == datetime(2023, 10, 10, 11))
    assert desk.session("flood").ends_at == datetime(2023, 10, 10, 13)
    desk.until(lambda: not tab.tools.notes.isVisible())


def test_the_list_of_notes_leads_to_the_item(desk: VisitWindow) -> None:
    tab = _tab(desk)
    tab.tools.notes.click()
    shown = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "visit.agenda.notes")
    listed = shown.findChild(QListWidget)
    assert listed is not None
    listed.itemActivated.emit(listed.item(0))
    assert tab.selected() == desk.ids["flood"]


def test_a_missing_second_language_is_marked_and_filled(desk: VisitWindow) -> None:
    tab = _tab(desk)
    _choose(desk, tab, "plan")
    edit = tab.inspector.pair.edit("title", 1)
    assert edit.property("missing") is True
    edit.fill_wanted.emit()
    tab.inspector.keep()
    desk.until(lambda: desk.session("plan").title == {"en": "Plan", "uk": "Plan"})


def test_a_time_that_makes_no_sense_is_told_and_not_kept(desk: VisitWindow, qtbot: QtBot) -> None:
    tab = _tab(desk)
    _choose(desk, tab, "plan")
    when = tab.inspector.when
    when.edit.clear()
    qtbot.keyClicks(when.edit, "15:00-13:00")
    tab.inspector.keep()
    assert when.problem()
    assert desk.session("plan").starts_at == datetime(2023, 10, 11, 13)
    when.edit.clear()
    qtbot.keyClicks(when.edit, "11.10, 14-15")
    tab.inspector.keep()
    desk.until(lambda: desk.session("plan").starts_at == datetime(2023, 10, 11, 14))


def test_what_others_change_is_shown_and_what_is_typed_stays(desk: VisitWindow) -> None:
    tab = _tab(desk)
    _choose(desk, tab, "plan")
    _save(desk, address="Ljubljanska 69")
    desk.until(lambda: tab.inspector.address.value() == "Ljubljanska 69")
    tab.inspector.pair.edit("title").setPlainText("Typed here")
    _save(desk, address="Elsewhere")
    desk.settle()
    tab.inspector.keep()
    desk.until(lambda: bool(tab.inspector.strip.accessibleName()))
    assert tab.inspector.pair.edit("title").toPlainText() == "Typed here"
    mine = tab.inspector.findChild(QPushButton, "visit.agenda.inspector.mine")
    assert isinstance(mine, QPushButton)
    mine.click()
    desk.until(lambda: desk.session("plan").title.get("en") == "Typed here")


def _save(desk: VisitWindow, **values: object) -> None:
    with desk.context.write("Somebody else") as work:
        draft = agendas.load(work, desk.ids["plan"])
        agendas.save(work, desk.ids["plan"], replace(draft, **values))


def test_an_issued_version_marks_later_changes(desk: VisitWindow) -> None:
    tab = _tab(desk)
    assert tab.version.issue_button.text() == "Issue 1.0 …"
    tab.version.issue_button.click()
    _press(_dialog())
    desk.until(lambda: tab.data is not None and tab.data.board.status.number == "1.0")
    assert not tab.version.issue_button.isEnabled()
    tab.grid.moved.emit(desk.ids["plan"], datetime(2023, 10, 11, 9), datetime(2023, 10, 11, 11))
    desk.until(lambda: tab.version.issue_button.text() == "Issue 1.1 …" and tab.version.issue_button.isEnabled())
    with desk.context.read() as view:
        state = agenda_versions.status(view, desk.ids["visit"])
    assert state.count(AgendaChange.MOVED) == 1


def test_the_head_of_a_day_is_edited(desk: VisitWindow) -> None:
    tab = _tab(desk)
    tab.grid.day_wanted.emit(MONDAY)
    dialog = _dialog()
    dialog.editor.fields["theme"].set_value({"en": "Getting to know"})
    dialog.editor.fields["chair_id"].set_value(desk.ids["matjaz"])
    _press(dialog)
    desk.until(lambda: tab.data is not None and tab.data.board.days[0].theme == "Getting to know")
    assert tab.data is not None
    assert tab.data.board.days[0].chair == "Matjaž Zupan"


def test_a_day_is_copied(desk: VisitWindow) -> None:
    tab = _tab(desk)
    _choose(desk, tab, "opening")
    tab.ways.copy_day()
    dialog = _dialog()
    dialog.editor.fields["target"].set_value(MONDAY)
    _press(dialog)
    assert dialog.editor.fields["target"].problem()
    dialog.editor.fields["target"].set_value(date(2023, 10, 11))
    _press(dialog)
    desk.until(lambda: desk.sessions().count("Opening") == 2)


def test_the_whole_visit_is_copied_with_its_dates_shifted(desk: VisitWindow) -> None:
    tab = _tab(desk)
    tab.ways.copy_visit()
    dialog = _dialog()
    dialog.editor.fields["start"].set_value(date(2024, 3, 4))
    _press(dialog)
    desk.until(lambda: (desk.window.place() or _nowhere).record_id not in ("", desk.ids["visit"]))
    place = desk.window.place()
    assert place is not None
    with desk.context.read() as view:
        rows = agendas.list_rows(view, place.record_id)
    assert rows[0].starts_at == datetime(2024, 3, 4, 9)
    assert len(rows) == 5


class _Nowhere:
    record_id = ""


_nowhere = _Nowhere()


def test_the_table_shows_the_same_items_and_the_days_turn(desk: VisitWindow) -> None:
    tab = _tab(desk)
    tab.set_mode("table")
    assert tab.table.isVisible()
    assert [row.title for row in tab.table.model.shown_rows()] == desk.sessions()
    tab.set_mode("day")
    tab.go_to_day(MONDAY)
    assert tab.grid.geometry_.days == (MONDAY,)
    tab.tools.turned.emit(1)
    assert tab.grid.geometry_.days == (MONDAY + timedelta(days=1),)


def test_an_activity_without_dates_offers_to_say_them(desk: VisitWindow) -> None:
    desk.go("trainings", "training", "agenda")
    tab = desk.page().record.tab("agenda")
    assert isinstance(tab, AgendaTab)
    button = desk.find(QPushButton, "visit.agenda.dates")
    assert isinstance(button, QPushButton)
    button.click()
    place = desk.window.place()
    assert place is not None
    assert (place.section, place.tab) == ("trainings", "overview")


def test_in_a_narrow_window_the_fields_come_as_a_drawer(desk: VisitWindow) -> None:
    desk.window.resize(1000, 700)
    tab = _tab(desk)
    tab.edit(desk.ids["plan"])
    drawer = desk.find(type(tab.inspector).__mro__[1], "visit.agenda.drawer")
    assert drawer.isVisible()
    assert tab.inspector.isVisible()
    QTest.keyClick(drawer, Qt.Key.Key_Escape)
    assert not drawer.isVisible()
    assert desk.session("plan").kind is SessionKind.MENTORING_WORK
