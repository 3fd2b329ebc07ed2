"""The pages Visits and Trainings: list, filters, new, delete and undo, sheet, participants, travel."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.dates import PartialDate
from app.core.vocabulary import ActivityKind, ActivityStatus, ParticipationRole
from app.services import activities, participations
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.pages.visit_overview import OverviewTab
from app.ui.pages.visit_participants import ParticipantsTab
from app.ui.pages.visit_travel import TravelTab
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    made.close()


def _dialog() -> DraftDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, DraftDialog) and w.isVisible())


def _press(dialog: DraftDialog) -> None:
    button = dialog.findChild(QPushButton, f"{dialog.objectName()}.accept")
    assert isinstance(button, QPushButton)
    button.click()


def test_each_page_lists_its_own_kinds_and_says_what_is_not_known(desk: VisitWindow) -> None:
    desk.go("visits")
    assert desk.titles(desk.page().list.table) == ["Domžale – Zavodske"]
    desk.go("trainings")
    table = desk.page().list.table
    assert desk.titles(table) == ["Writing a fiche"]
    texts = [table.model.data(table.model.index(0, n)) for n in range(len(table.model.columns))]
    assert "date not known" in texts
    assert "place not known" in texts


def test_saved_filters_narrow_and_count(desk: VisitWindow) -> None:
    with desk.context.write("One more") as work:
        draft = activities.ActivityDraft(
            programme_id=desk.ids["programme"],
            title={"en": "Kočevje – Bucha"},
            status=ActivityStatus.TOOK_PLACE,
            start=PartialDate.parse("2022"),
        )
        activities.create(work, draft)
    desk.go("visits")
    listed = desk.page().list
    listed.pills.chosen.emit("past")
    assert desk.titles(listed.table) == ["Kočevje – Bucha"]
    listed.pills.chosen.emit("all")
    assert len(desk.titles(listed.table)) == 2
    listed.table.filter_box.setText("bucha")
    assert desk.titles(listed.table) == ["Kočevje – Bucha"]


def test_a_new_visit_takes_title_host_and_guest_from_its_partnership(desk: VisitWindow) -> None:
    desk.go("visits")
    desk.page().list.new()
    dialog = _dialog()
    dialog.editor.fields["partnership_id"].set_value(desk.ids["partnership"])
    dialog.editor.fields["start"].set_value(PartialDate.parse("2024-H1"))
    _press(dialog)
    desk.until(lambda: desk.window.place() is not None and bool(desk.window.place().record_id))  # type: ignore[union-attr]
    place = desk.window.place()
    assert place is not None
    with desk.context.read() as view:
        made = activities.load(view, place.record_id)
    assert made.kind is ActivityKind.MENTORING_VISIT
    assert made.host_id == desk.ids["domzale"]
    assert made.visit.guest_id == desk.ids["zavodske"]
    assert str(made.start) == "2024-H1"
    assert made.code == "CEP-UA-V02"


def test_a_new_visit_without_title_and_partnership_is_told_beside_the_field(desk: VisitWindow) -> None:
    desk.go("visits")
    desk.page().list.new()
    dialog = _dialog()
    _press(dialog)
    assert dialog.isVisible()
    assert dialog.editor.fields["title"].problem()
    dialog.reject()


def test_deleting_from_the_list_can_be_taken_back(desk: VisitWindow) -> None:
    desk.go("visits")
    table = desk.page().list.table
    table.select(desk.ids["visit"])
    table.view.delete_wanted.emit()
    desk.until(lambda: table.model.total == 0)
    desk.undo()
    desk.until(lambda: table.model.total == 1)
    assert len(desk.sessions()) == 5


def test_the_sheet_keeps_what_is_typed_and_follows_others(desk: VisitWindow, qtbot: QtBot) -> None:
    desk.go("visits", "visit", "overview")
    tab = desk.page().record.tab("overview")
    assert isinstance(tab, OverviewTab)
    place = tab.forms[0].fields["place"]
    edit = next(made for made in place.findChildren(QLineEdit) if made.isVisible())
    edit.setFocus()
    qtbot.keyClicks(edit, "Kranj")
    assert tab.may_leave()
    desk.until(lambda: _place(desk) == "Kranj")
    desk.undo()
    desk.until(lambda: edit.text() == "")


def _place(desk: VisitWindow) -> str:
    with desk.context.read() as view:
        return activities.load(view, desk.ids["visit"]).place.get("en", "")


def test_dates_the_wrong_way_round_stand_under_the_field_and_are_not_kept(desk: VisitWindow) -> None:
    desk.go("visits", "visit", "overview")
    tab = desk.page().record.tab("overview")
    assert isinstance(tab, OverviewTab)
    end = tab.forms[0].fields["end"]
    end.set_value(PartialDate.of(date(2023, 10, 1)))
    assert tab.keeper is not None
    assert not tab.keeper.keep()
    assert end.problem()
    assert not desk.page().may_leave()
    with desk.context.read() as view:
        assert activities.load(view, desk.ids["visit"]).end == PartialDate.of(date(2023, 10, 11))
    end.set_value(PartialDate.of(date(2023, 10, 11)))
    assert desk.page().may_leave()


def test_people_are_added_changed_and_taken_off(desk: VisitWindow) -> None:
    desk.go("visits", "visit", "participants")
    tab = desk.page().record.tab("participants")
    assert isinstance(tab, ParticipantsTab)
    desk.until(lambda: tab.table.model.total == 2)
    tab.add()
    dialog = _dialog()
    dialog.editor.fields["person_ids"].set_value((desk.ids["matjaz"],))
    dialog.editor.fields["role"].set_value(ParticipationRole.INTERPRETER)
    _press(dialog)
    desk.until(lambda: tab.table.model.total == 3)
    assert [line.role for line in tab.table.model.shown_rows() if line.name == "Zupan, Matjaž"] == [
        ParticipationRole.INTERPRETER
    ]
    line = next(line for line in tab.table.model.shown_rows() if line.name == "Zupan, Matjaž")
    tab.table.select(line.id)
    tab.delete_chosen()
    desk.until(lambda: tab.table.model.total == 2)
    desk.undo()
    desk.until(lambda: tab.table.model.total == 3)


def test_a_new_person_takes_part_in_one_step(desk: VisitWindow) -> None:
    desk.go("visits", "visit", "participants")
    tab = desk.page().record.tab("participants")
    assert isinstance(tab, ParticipantsTab)
    tab.new()
    dialog = _dialog()
    dialog.editor.fields["family_name"].set_value("Литвин")
    dialog.editor.fields["given_name"].set_value("Андрій")
    _press(dialog)
    desk.until(lambda: tab.table.model.total == 3)
    assert any(line.native_name.startswith("Литвин") for line in tab.table.model.shown_rows())
    desk.undo()
    desk.until(lambda: tab.table.model.total == 2)


def test_a_policy_for_all_and_dates_the_wrong_way_round(desk: VisitWindow) -> None:
    desk.go("visits", "visit", "travel")
    tab = desk.page().record.tab("travel")
    assert isinstance(tab, TravelTab)
    desk.until(lambda: tab.table.model.total == 2)
    tab.set_policy()
    dialog = _dialog()
    dialog.editor.fields["insurance"].set_value("Triglav 17")
    _press(dialog)
    desk.until(lambda: [line.insurance for line in tab.table.model.shown_rows()] == ["Triglav 17"] * 2)
    tab.set_dates()
    dialog = _dialog()
    dialog.editor.fields["arrival"].set_value(date(2023, 10, 12))
    dialog.editor.fields["departure"].set_value(date(2023, 10, 8))
    _press(dialog)
    assert dialog.editor.fields["departure"].problem()
    dialog.reject()
    with desk.context.read() as view:
        assert all(row.arrival is None for row in participations.list_rows(view, desk.ids["visit"]))


def test_every_tab_opens_for_a_visit_and_a_training(desk: VisitWindow) -> None:
    for section, key in (("visits", "visit"), ("trainings", "training")):
        for tab in ("overview", "agenda", "participants", "attendance", "travel", "costs", "documents", "history"):
            desk.go(section, key, tab)
            assert desk.page().record.tabs.current() == tab
            assert desk.page().record.tab(tab) is not None


def test_no_page_is_wider_than_a_small_window(desk: VisitWindow, qtbot: QtBot) -> None:
    desk.window.resize(1280, 720)
    for tab in ("overview", "agenda", "participants", "attendance", "travel", "costs"):
        desk.go("visits", "visit", tab)
        qtbot.wait(20)
        assert desk.window.width() == 1280, tab
        assert desk.page().minimumSizeHint().width() <= 1280, tab


def test_a_visit_that_is_deleted_while_it_is_shown_leads_back_and_undo_brings_it_back(desk: VisitWindow) -> None:
    desk.go("visits")
    desk.go("visits", "visit", "agenda")
    desk.window.actions_table.run("action.record.delete")
    desk.until(lambda: desk.window.place() is not None and not desk.window.place().record_id)  # type: ignore[union-attr]
    table = desk.page().list.table
    desk.until(lambda: table.model.total == 0)
    desk.go("visits", "visit")
    assert table.isVisible()
    desk.undo()
    desk.until(lambda: table.model.total == 1)
    desk.go("visits", "visit", "agenda")
    assert desk.page().title() == "Domžale – Zavodske"
