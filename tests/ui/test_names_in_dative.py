"""Names in the dative in the window: on the person's page, before issuing, before printing (CE-7); days in Schengen."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.dates import PartialDate
from app.core.vocabulary import SessionKind
from app.models.people import Person
from app.services import (
    activities,
    agendas,
    attendance,
    certificates,
    name_forms,
    paper_templates,
    participations,
    people,
    records,
)
from app.services.name_forms import FormState
from app.services.paper_kinds import Paper, PaperOptions
from app.services.paper_templates import TemplateDraft
from app.services.people import PersonDraft
from app.ui.pages.print_preview_certificates import CertificatesPart
from app.ui.pages.print_preview_names import NamesDialog
from tests.ui.record_window import RecordWindow


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[RecordWindow]:
    made = RecordWindow(qtbot, tmp_path)
    yield made
    made.close()


def _row(desk: RecordWindow, key: str, language: str = "uk") -> name_forms.FormRow:
    with desk.context.read() as view:
        return name_forms.rows(view, [desk.ids[key]], (language,))[0]


def test_a_form_is_proposed_corrected_and_confirmed_on_the_persons_page(desk: RecordWindow, qtbot: QtBot) -> None:
    desk.go("people", "oksana")
    edit = desk.find(QLineEdit, "person.forms.uk.text")
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "Оксані Володимирівні Гнатюк"
    assert not any(made.isVisible() for made in desk.window.findChildren(QLineEdit, "person.forms.lv.text"))
    edit.setFocus()
    edit.setText("")
    qtbot.keyClicks(edit, "Oksani H")
    # Left without a click: it is kept, but nobody has confirmed it.
    desk.find(QLineEdit, "person.given_name").setFocus()
    desk.until(lambda: _row(desk, "oksana").text == "Oksani H")
    assert _row(desk, "oksana").state is FormState.PROPOSED
    desk.settle()
    confirm = desk.find(QPushButton, "person.forms.uk.confirm")
    assert isinstance(confirm, QPushButton)
    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    desk.until(lambda: _row(desk, "oksana").confirmed)
    desk.settle()
    desk.until(lambda: not confirm.isEnabled())
    desk.undo()
    assert not _row(desk, "oksana").confirmed
    desk.until(confirm.isEnabled)


def test_the_name_beside_the_form_follows_the_person(desk: RecordWindow) -> None:
    desk.go("people", "oksana")
    family = desk.find(QLineEdit, "person.family_name")
    assert isinstance(family, QLineEdit)
    family.setFocus()
    family.selectAll()
    letters = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "Шевченко")
    QApplication.sendEvent(family, letters)
    desk.find(QLineEdit, "person.given_name").setFocus()
    edit = desk.find(QLineEdit, "person.forms.uk.text")
    assert isinstance(edit, QLineEdit)
    desk.until(lambda: edit.text() == "Оксані Володимирівні Шевченко")
    line = edit.parentWidget()
    assert line is not None
    assert "Оксана Володимирівна Шевченко" in [one.text() for one in line.findChildren(QLabel)]


def test_another_language_is_asked_for_and_typed(desk: RecordWindow, qtbot: QtBot) -> None:
    desk.go("people", "matjaz")
    more = desk.find(QPushButton, "person.forms.more")
    assert isinstance(more, QPushButton)
    more.click()
    edit = desk.find(QLineEdit, "person.forms.sl.text")
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "Matjazu Zupanu")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    desk.until(lambda: _row(desk, "matjaz", "sl").confirmed)
    assert _row(desk, "matjaz", "sl").text == "Matjazu Zupanu"


def _visit(desk: RecordWindow) -> str:
    with desk.context.write("Visit") as work:
        visit = activities.create(
            work,
            activities.ActivityDraft(
                programme_id=desk.ids["programme"],
                title={"en": "Visit", "uk": "Візит"},
                start=PartialDate.of(date(2023, 10, 9)),
                end=PartialDate.of(date(2023, 10, 11)),
                country="SI",
                host_id=desk.ids["domzale"],
                visit=activities.VisitDraft(guest_id=desk.ids["zavodske"]),
            ),
        )
        desk.ids["second"] = people.create(
            work, people.PersonDraft(given_name="Тарас", family_name="Дорошенко", country="UA")
        )
        participations.add(work, visit, [desk.ids["oksana"], desk.ids["second"]])
        version = paper_templates.load(work, desk.ids["programme"], "letters").version
        texts = {"opening": {"uk": "Надано {persons_dative}."}}
        paper_templates.save(work, desk.ids["programme"], "letters", TemplateDraft(texts, version))
    return visit


def test_the_list_before_printing_confirms_one_and_all_that_are_shown(desk: RecordWindow, qtbot: QtBot) -> None:
    visit = _visit(desk)
    desk.go("people", "oksana")
    dialog = NamesDialog(desk.window, desk.desk, Paper.LETTERS, visit, PaperOptions("uk"), then="Issue 2 certificates")
    asked: list[bool] = []
    dialog.go_on.connect(lambda: asked.append(True))
    dialog.open()
    desk.until(lambda: len(dialog.findChildren(QLineEdit)) == 2)
    edits = dialog.findChildren(QLineEdit)
    told = dialog.findChild(QLabel, "names.told")
    assert isinstance(told, QLabel)
    assert "2 names" in told.text()
    first = edits[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)  # Enter is for that one name
    desk.until(lambda: "1 name " in told.text())
    states = [_row(desk, key).state for key in ("oksana", "second")]
    assert sorted(states) == sorted([FormState.CONFIRMED, FormState.PROPOSED])
    # The lines stay where they are, so that the next click cannot meet another name.
    assert dialog.findChildren(QLineEdit) == edits
    everything = dialog.findChild(QPushButton, "names.confirm_all")
    assert isinstance(everything, QPushButton)
    everything.click()
    desk.until(lambda: "All of them" in told.text())
    assert all(_row(desk, key).confirmed for key in ("oksana", "second"))
    desk.settle()
    go = dialog.findChild(QPushButton, "dialog.names.accept")
    assert isinstance(go, QPushButton)
    go.click()
    assert asked == [True]
    desk.settle()


def test_the_keyboard_goes_from_name_to_name_and_never_begins_on_all_of_them(desk: RecordWindow, qtbot: QtBot) -> None:
    visit = _visit(desk)
    dialog = NamesDialog(desk.window, desk.desk, Paper.LETTERS, visit, PaperOptions("uk"), then="Issue 2 certificates")
    dialog.open()
    assert not dialog.all.isEnabled()
    desk.until(lambda: len(dialog.findChildren(QLineEdit)) == 2)
    first, second = dialog.findChildren(QLineEdit)
    assert dialog.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Return)
    desk.until(lambda: dialog.focusWidget() is second)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    desk.until(lambda: dialog.focusWidget() is dialog.findChild(QPushButton, "dialog.names.accept"))
    assert all(_row(desk, key).confirmed for key in ("oksana", "second"))
    dialog.reject()
    desk.settle()


def test_a_name_without_a_proposal_that_was_passed_over_is_not_come_back_to(desk: RecordWindow, qtbot: QtBot) -> None:
    visit = _visit(desk)
    with desk.context.write("A foreigner") as work:
        foreign = people.create(work, PersonDraft(given_name="Anže", family_name="Aaa", country="SI"))
        participations.add(work, visit, [foreign])
    dialog = NamesDialog(desk.window, desk.desk, Paper.LETTERS, visit, PaperOptions("uk"))
    dialog.open()
    desk.until(lambda: len(dialog.findChildren(QLineEdit)) == 3)
    empty = next(one for one in dialog.findChildren(QLineEdit) if not one.text())
    first, second = (one for one in dialog.findChildren(QLineEdit) if one.text())
    assert dialog.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Return)
    desk.until(lambda: dialog.focusWidget() is second)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    desk.until(lambda: dialog.focusWidget() is dialog.findChild(QPushButton, "dialog.names.reject"))
    assert empty.text() == ""
    dialog.reject()
    desk.settle()


def test_names_are_looked_at_before_certificates_are_issued(desk: RecordWindow, qtbot: QtBot) -> None:
    visit = _visit(desk)
    with desk.context.write("Held") as work:
        start, end = datetime(2023, 10, 9, 9), datetime(2023, 10, 9, 12)
        agendas.create(work, agendas.SessionDraft(visit, start, end, SessionKind.LECTURE, title={"en": "Fire"}))
        attendance.mark_all_present(work, visit)
        texts = {"attendance.before": {"uk": "Виданий {holder_dative}"}}
        paper_templates.save(work, desk.ids["programme"], "certificates", TemplateDraft(texts))
    desk.desk.today = lambda: date(2023, 10, 31)
    part = CertificatesPart(desk.desk)
    qtbot.addWidget(part)
    part.show()
    part.show_activity(visit, PaperOptions("uk"))
    desk.until(lambda: part.wanted() == 2)
    desk.settle()
    part.issue.click()
    [asked] = [one for one in QApplication.topLevelWidgets() if isinstance(one, NamesDialog) and one.isVisible()]
    desk.until(lambda: len(asked.findChildren(QLineEdit)) == 2)
    desk.settle()
    with desk.context.read() as view:
        assert certificates.list_rows(view) == ()
    first = asked.findChildren(QLineEdit)[0]
    qtbot.keyClick(first, Qt.Key.Key_Return)
    desk.until(lambda: any(_row(desk, key).confirmed for key in ("oksana", "second")))
    desk.settle()
    with qtbot.waitSignal(part.issued, timeout=5000):
        asked.findChild(QPushButton, "dialog.names.accept").click()  # type: ignore[union-attr]
    desk.settle()
    with desk.context.read() as view:
        rows = certificates.list_rows(view)
        frozen = [certificates.load_snapshot(view, row.id)["person"].get("dative") for row in rows]
    # One holder was confirmed and gets the form, the other the nominative.
    assert sorted(one is None for one in frozen) == [False, True]


def test_the_print_page_leads_to_the_list(desk: RecordWindow, qtbot: QtBot) -> None:
    visit = _visit(desk)
    desk.ids["visit"] = visit
    desk.window.go(_print(visit))
    page = desk.window.current_page()
    desk.until(lambda: bool(page.options.facts))  # type: ignore[union-attr]
    page.options.languages.language.set_value("uk")  # type: ignore[union-attr]
    page.options._on_changed()  # type: ignore[union-attr]
    desk.until(lambda: any("Names in the dative" in one for one in page.options.warnings.texts()))  # type: ignore[union-attr]
    desk.settle()
    shown = page.options.warnings._shown  # type: ignore[union-attr]
    [number] = [place for place, one in enumerate(shown) if one.code == "paper_dative_unconfirmed"]
    if number > 1:
        page.options.warnings._on_more()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(QPushButton, f"print.warning.{number}.show")))
    desk.window.findChildren(QPushButton, f"print.warning.{number}.show")[-1].click()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, NamesDialog) and one.isVisible()]
    assert len(found) == 1
    desk.until(lambda: len(found[0].findChildren(QLineEdit)) == 2)
    desk.settle()
    found[0].reject()


def _print(visit: str) -> object:
    from app.ui.page import Place

    return Place("print", visit, "letters")


def test_the_days_in_the_schengen_area_are_told_for_whom_they_count(desk: RecordWindow) -> None:
    _visit(desk)
    desk.desk.today = lambda: date(2023, 10, 31)
    desk.go("people", "oksana")
    told = desk.find(QLabel, "person.stays.told")
    assert isinstance(told, QLabel)
    assert told.text().startswith("3 of 90 days used in the 180 days until")
    assert "87 days in a row are left" in told.text()
    desk.go("people", "matjaz")
    # Nobody knows of which country he is: nothing is claimed.
    assert not any(made.isVisible() for made in desk.window.findChildren(QLabel, "person.stays.told"))
    with desk.context.write("Country") as work:
        records.fetch(work, Person, desk.ids["matjaz"]).country = "SI"
    desk.settle()
    assert not any(made.isVisible() for made in desk.window.findChildren(QLabel, "person.stays.told"))
