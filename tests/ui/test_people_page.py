"""The page People: find, make, change, merge, delete, take back; what is sensitive stays hidden."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.vocabulary import LatinSource
from app.services import people, people_list
from app.ui.editors.list_export import ListExport
from app.ui.pages import people_saved
from app.ui.pages.people import PeoplePage
from app.ui.pages.people_dialogs import MergeDialog, NewPersonDialog
from app.ui.pages.people_twice import DuplicatesDialog, PairLine
from app.ui.widgets.messages_view import MessageStrip
from tests.ui.record_window import RecordWindow


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[RecordWindow]:
    made = RecordWindow(qtbot, tmp_path)
    yield made
    made.close()


def _page(desk: RecordWindow, key: str = "", tab: str = "") -> PeoplePage:
    desk.go("people", key, tab)
    page = desk.window.current_page()
    assert isinstance(page, PeoplePage)
    if not key:
        desk.until(lambda: page.table.table.model.total > 0)
    return page


def _names(page: PeoplePage) -> list[str]:
    return [row.name_latin for row in page.table.table.model.shown_rows()]


def _pill(desk: RecordWindow, key: str) -> QPushButton:
    """The pill as it was made last: the others wait to be freed."""
    return desk.window.findChildren(QPushButton, f"people.filters.{key}")[-1]


def _dialog(kind: type[QDialog]) -> QDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def _load(desk: RecordWindow, key: str) -> people.PersonDraft:
    with desk.context.read() as view:
        return people.load(view, desk.ids[key])


def test_the_list_shows_both_scripts_and_what_is_not_confirmed(desk: RecordWindow) -> None:
    page = _page(desk)
    assert sorted(_names(page)) == ["Hnatiuk, Oksana", "Hnatiuk, Oksana", "Zupan, Matjaž"]
    generated = next(row for row in page.table.table.model.shown_rows() if row.native_name)
    column = page.table.table.model.columns[0]
    assert column.style is not None
    assert column.style(generated) == "italic"
    assert generated.native_name == "Гнатюк Оксана Володимирівна"


def test_the_filter_row_narrows_in_either_script_and_keeps_its_head(desk: RecordWindow, qtbot: QtBot) -> None:
    page = _page(desk)
    native = desk.find(QLineEdit, "people.filter.native_name")
    qtbot.keyClicks(native, "hnat")
    assert len(_names(page)) == 1
    qtbot.keyClicks(native, "zzz")
    assert _names(page) == []
    assert native.isVisible()
    page.table.filters.clear()
    assert len(_names(page)) == 3


def test_saved_filters_count(desk: RecordWindow) -> None:
    page = _page(desk)
    pill = desk.find(QPushButton, "people.filters.unconfirmed")
    assert isinstance(pill, QPushButton)
    assert pill.text().endswith("1")
    pill.click()
    assert len(_names(page)) == 1


def test_a_filter_is_saved_under_a_name_chosen_again_and_forgotten(desk: RecordWindow) -> None:
    page = _page(desk)
    field = desk.find(QLineEdit, "people.filter.name_latin")
    assert isinstance(field, QLineEdit)
    field.setText("zupan")
    desk.until(lambda: any(made.isVisible() for made in desk.window.findChildren(QPushButton, "people.save_filter")))
    page.table.save_filter("The Zupans")
    page.table.filters.clear()
    assert len(_names(page)) == 3
    chosen = _pill(desk, "saved.The Zupans")
    desk.until(chosen.isVisible)
    chosen.click()
    assert _names(page) == ["Zupan, Matjaž"]
    assert field.text() == "zupan"
    forget = desk.window.findChildren(QPushButton, "people.forget_filter")[-1]
    forget.click()
    assert len(_names(page)) == 3
    assert people_saved.load(desk.desk.settings) == []


def test_what_is_typed_is_kept_when_the_field_is_left_and_can_be_undone(desk: RecordWindow, qtbot: QtBot) -> None:
    _page(desk, "matjaz")
    field = desk.find(QLineEdit, "person.badge_name")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "Matt")
    desk.find(QLineEdit, "person.salutation").setFocus()
    desk.until(lambda: _load(desk, "matjaz").badge_name == "Matt")
    desk.settle()
    desk.undo()
    assert _load(desk, "matjaz").badge_name == ""
    desk.until(lambda: field.text() == "")


def test_what_cannot_be_kept_is_told_under_its_field_and_stays(desk: RecordWindow, qtbot: QtBot) -> None:
    page = _page(desk, "matjaz")
    field = desk.find(QLineEdit, "person.contact.email")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "no address")
    assert not page.may_leave()
    told = desk.find(QLabel, "person.contact.email.problem")
    assert isinstance(told, QLabel)
    assert "no address" in told.text()
    assert field.text() == "no address"
    assert _load(desk, "matjaz").email == ""
    field.clear()
    qtbot.keyClicks(field, "m@example.org")
    assert page.may_leave()
    desk.until(lambda: _load(desk, "matjaz").email == "m@example.org")


def test_a_change_from_elsewhere_is_shown_without_losing_what_is_typed(desk: RecordWindow, qtbot: QtBot) -> None:
    _page(desk, "matjaz")
    badge = desk.find(QLineEdit, "person.badge_name")
    salutation = desk.find(QLineEdit, "person.salutation")
    assert isinstance(badge, QLineEdit)
    assert isinstance(salutation, QLineEdit)
    badge.setFocus()
    qtbot.keyClicks(badge, "Mat")
    with desk.context.write("Elsewhere") as work:
        people.save(work, desk.ids["matjaz"], replace(people.load(work, desk.ids["matjaz"]), salutation="Mr"))
    desk.until(lambda: salutation.text() == "Mr")
    assert badge.text() == "Mat"
    desk.until(lambda: _load(desk, "matjaz").badge_name == "Mat")
    assert _load(desk, "matjaz").salutation == "Mr"


def test_the_spelling_is_confirmed_by_one_click(desk: RecordWindow) -> None:
    _page(desk, "oksana")
    button = desk.find(QPushButton, "person.spelling.confirm")
    assert isinstance(button, QPushButton)
    button.click()
    desk.until(lambda: _load(desk, "oksana").latin_source is LatinSource.PASSPORT)


def test_what_is_sensitive_is_hidden_until_it_is_asked_for(desk: RecordWindow) -> None:
    _page(desk, "oksana")
    hidden = desk.window.findChild(QLineEdit, "person.sensitive.passport_number")
    assert hidden is not None
    assert not hidden.isVisible()
    button = desk.find(QPushButton, "person.sensitive.show")
    assert isinstance(button, QPushButton)
    button.click()
    assert hidden.isVisibleTo(desk.window)
    desk.go("people", "matjaz")
    assert not hidden.isVisibleTo(desk.window)


def test_a_new_person_is_warned_of_a_twin_and_then_made(desk: RecordWindow, qtbot: QtBot) -> None:
    page = _page(desk)
    page._on_new()
    dialog = _dialog(NewPersonDialog)
    assert isinstance(dialog, NewPersonDialog)
    for name, text in (("given_name", "Оксана"), ("family_name", "Гнатюк")):
        field = dialog.findChild(QLineEdit, f"dialog.person.new.{name}")
        assert field is not None
        field.setText(text)
    strip = dialog.findChild(MessageStrip, "dialog.person.new.twins")
    assert strip is not None
    dialog._on_left()
    assert "Oksana Hnatiuk" in strip.accessibleName()
    accept = dialog.findChild(QPushButton, "dialog.person.new.accept")
    assert accept is not None
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    desk.settle()
    with desk.context.read() as view:
        assert len(people_list.list_rows(view)) == 4


def test_two_records_of_one_person_are_merged_field_by_field(desk: RecordWindow) -> None:
    page = _page(desk)
    page.merge(desk.ids["oksana"], desk.ids["twin"])
    dialog = _dialog(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    assert dialog.choices()["email"] == "other"
    accept = dialog.findChild(QPushButton, "dialog.person.merge.accept")
    assert accept is not None
    accept.click()
    desk.until(lambda: _load(desk, "oksana").email == "oksana@example.org")
    desk.settle()
    desk.until(lambda: len(_names(page)) == 2)
    desk.undo()
    desk.until(lambda: len(_names(page)) == 3)


def test_people_entered_twice_are_found_and_lead_to_the_merge(desk: RecordWindow) -> None:
    page = _page(desk)
    page.handlers()["action.tools.duplicates"]()
    dialog = _dialog(DuplicatesDialog)
    desk.until(lambda: bool(dialog.findChildren(PairLine)))
    assert len(dialog.findChildren(PairLine)) == 1
    merge = dialog.findChild(QPushButton, "duplicates.0.merge")
    assert merge is not None
    merge.click()
    assert not dialog.isVisible()
    _dialog(MergeDialog).reject()


def test_a_letter_without_an_activity_says_what_to_do_first(desk: RecordWindow) -> None:
    page = _page(desk)
    page.table.letters_wanted.emit([desk.ids["matjaz"]])
    assert "A letter invites to a visit or training" in desk.window.toast.text()
    assert desk.window.current_page() is page


def test_a_deleted_person_comes_back_with_undo(desk: RecordWindow) -> None:
    page = _page(desk)
    page.table.table.select(desk.ids["matjaz"])
    page.handlers()["action.record.delete"]()
    desk.until(lambda: len(_names(page)) == 2)
    assert "1 person was deleted." in desk.window.toast.text()
    undo = desk.find(QPushButton, "message.undo")
    assert isinstance(undo, QPushButton)
    undo.click()
    desk.until(lambda: len(_names(page)) == 3)


def test_the_list_is_exported_as_it_is_seen(desk: RecordWindow, tmp_path: Path) -> None:
    page = _page(desk)
    page.table.set_filter("unconfirmed")
    target = tmp_path / "people.csv"
    ListExport(desk.desk, page.table.table, "People", page).write(target)
    desk.until(target.exists)
    desk.settle()
    lines = target.read_text("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert '"Гнатюк Оксана Володимирівна"' in lines[1]


def test_everything_has_a_name_for_the_keyboard_and_the_screen_reader(desk: RecordWindow) -> None:
    _page(desk, "oksana")
    nameless = [
        made
        for made in desk.window.current_page().findChildren(QWidget)  # type: ignore[union-attr]
        if isinstance(made, (QLineEdit, QPushButton)) and made.isVisible() and not made.accessibleName()
    ]
    assert not [made.objectName() for made in nameless]
