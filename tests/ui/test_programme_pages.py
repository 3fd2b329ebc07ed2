"""The pages Programmes, Partnerships and Organisations: make, change, find, delete, take back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.vocabulary import PartnerRole, PartnershipStatus
from app.services import agreements, groups, indicators, organisations, partnerships, programmes, rules
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.editors.owned_list import OwnedLine, OwnedList
from app.ui.pages.organisations import OrganisationsPage
from app.ui.pages.partnerships import PartnershipsPage
from app.ui.pages.programmes import ProgrammesPage
from app.ui.widgets.list_table import ListTable
from tests.ui.record_window import RecordWindow


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[RecordWindow]:
    made = RecordWindow(qtbot, tmp_path)
    yield made
    made.close()


def _dialog() -> DraftDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, DraftDialog) and w.isVisible())


def _accept(dialog: DraftDialog) -> None:
    made = dialog.findChild(QPushButton, f"{dialog.objectName()}.accept")
    assert made is not None
    made.click()


def _click(desk: RecordWindow, name: str) -> None:
    made = desk.find(QPushButton, name)
    assert isinstance(made, QPushButton)
    made.click()


def _owned(desk: RecordWindow, name: str) -> OwnedList:
    made = desk.find(OwnedList, name)
    assert isinstance(made, OwnedList)
    return made


def _partnership(desk: RecordWindow) -> partnerships.PartnershipDraft:
    with desk.context.read() as view:
        return partnerships.load(view, desk.ids["partnership"])


def test_a_programme_is_made_in_the_dialog_and_its_page_opens(desk: RecordWindow) -> None:
    desk.go("programmes")
    page = desk.window.current_page()
    assert isinstance(page, ProgrammesPage)
    page.new()
    dialog = _dialog()
    code = dialog.findChild(QLineEdit, "dialog.programme.new.code")
    title = dialog.findChild(QLineEdit, "dialog.programme.new.title.en")
    assert code is not None
    assert title is not None
    code.setText("cep ua")
    title.setText("Coal regions")
    _accept(dialog)
    problem = dialog.findChild(QLabel, "dialog.programme.new.code.problem")
    assert problem is not None
    assert problem.text()
    code.setText("COAL")
    _accept(dialog)
    desk.until(lambda: not page.at_list())
    assert page.title() == "Coal regions"
    desk.go("programmes")
    assert [row.code for row in page.listing.table.model.shown_rows()] == ["CEP-UA", "COAL"]


def test_a_code_that_is_taken_is_told_in_the_dialog(desk: RecordWindow) -> None:
    desk.go("programmes")
    page = desk.window.current_page()
    assert isinstance(page, ProgrammesPage)
    page.new()
    dialog = _dialog()
    for name, text in (("code", "CEP-UA"), ("title.en", "Again")):
        field = dialog.findChild(QLineEdit, f"dialog.programme.new.{name}")
        assert field is not None
        field.setText(text)
    _accept(dialog)
    problem = dialog.findChild(QLabel, "dialog.programme.new.code.problem")
    assert problem is not None
    desk.until(lambda: bool(problem.text()))
    assert dialog.isVisible()
    dialog.reject()


def test_the_switcher_narrows_programmes_organisations_and_partnerships(desk: RecordWindow) -> None:
    with desk.context.write("Another") as work:
        other = programmes.create(work, programmes.ProgrammeDraft(code="OTHER", title={"en": "Other"}))
    desk.desk.set_programme(other)
    for section in ("programmes", "partnerships", "organisations"):
        desk.go(section)
        table = desk.find(ListTable, f"list.{section}.box")
        assert isinstance(table, ListTable)
        assert table.model.total == (1 if section == "programmes" else 0)
    desk.desk.set_programme("")
    desk.go("organisations")
    page = desk.window.current_page()
    assert isinstance(page, OrganisationsPage)
    assert page.listing.table.model.total == 2


def test_a_phase_is_added_changed_and_taken_away(desk: RecordWindow) -> None:
    desk.go("programmes", "programme", "phases")
    owned = _owned(desk, "programme.phases")
    owned.add()
    dialog = _dialog()
    title = dialog.findChild(QLineEdit, "dialog.programme.phases.title.en")
    start = dialog.findChild(QLineEdit, "dialog.programme.phases.start")
    assert title is not None
    assert start is not None
    title.setText("Inception")
    start.setText("H2 2023")
    _accept(dialog)

    def phases() -> tuple[programmes.PhaseDraft, ...]:
        with desk.context.read() as view:
            return programmes.load(view, desk.ids["programme"]).phases

    desk.until(lambda: len(phases()) == 1)
    desk.settle()
    assert str(phases()[0].start) == "2023-H2"
    desk.until(lambda: len(owned.findChildren(OwnedLine)) == 1)
    owned.remove(0)
    desk.until(lambda: not phases())
    desk.settle()
    desk.undo()
    assert phases()[0].title == {"en": "Inception"}


def test_a_rule_is_set_from_a_day_on_and_taken_back(desk: RecordWindow) -> None:
    desk.go("programmes", "programme", "settings")
    _click(desk, "rule.attendance.threshold_percent.set")
    dialog = _dialog()
    value = dialog.findChild(QLineEdit, "dialog.rule.value")
    assert value is not None
    value.setText("70")
    _accept(dialog)

    def holds() -> object:
        with desk.context.read() as view:
            return rules.value(view, desk.ids["programme"], "attendance.threshold_percent", date.today())

    desk.until(lambda: holds() == 70)
    desk.settle()
    desk.until(lambda: desk.find(QPushButton, "rule.attendance.threshold_percent.back").isEnabled())
    _click(desk, "rule.attendance.threshold_percent.back")
    desk.until(lambda: holds() == 80)


def test_groups_and_indicators_are_made_beside_their_lists(desk: RecordWindow) -> None:
    desk.go("programmes", "programme", "groups")
    _click(desk, "groups.add")

    def made() -> int:
        with desk.context.read() as view:
            return len(groups.list_rows(view, desk.ids["programme"]))

    desk.until(lambda: made() == 1)
    name = desk.window.findChild(QLineEdit, "group.name.en")
    desk.until(lambda: desk.window.findChild(QLineEdit, "group.name.en") is not None)
    name = desk.window.findChild(QLineEdit, "group.name.en")
    assert name is not None
    desk.go("programmes", "programme", "indicators")
    _click(desk, "indicators.add")
    dialog = _dialog()
    dialog.editor.fields["text"].set_value({"en": "People trained"})
    dialog.editor.fields["counted"].set_value("participants")
    _accept(dialog)

    def counted() -> list[str]:
        with desk.context.read() as view:
            return [row.counted for row in indicators.list_rows(view, desk.ids["programme"])]

    desk.until(lambda: counted() == ["participants"])
    desk.settle()
    desk.until(lambda: bool(desk.window.findChildren(QPushButton, "indicator.keep_counted")))


def test_a_partnership_changes_its_status_and_says_why(desk: RecordWindow, qtbot: QtBot) -> None:
    desk.go("partnerships", "partnership", "plan")
    page = desk.window.current_page()
    assert isinstance(page, PartnershipsPage)
    assert page.title() == "Domžale – Zavodske"
    from PySide6.QtWidgets import QPlainTextEdit

    planned = desk.find(QPlainTextEdit, "partnership.plan.planned")
    assert isinstance(planned, QPlainTextEdit)
    planned.setFocus()
    qtbot.keyClicks(planned, "Three weeks in Domzale")
    assert page.may_leave()
    desk.until(lambda: _partnership(desk).planned == "Three weeks in Domzale")
    desk.settle()
    desk.go("partnerships", "partnership", "overview")
    lines = _owned(desk, "partnership.members").findChildren(OwnedLine)
    assert len(lines) == 2
    lines[0].setFocus()
    qtbot.keyClick(lines[0], Qt.Key.Key_Delete)
    desk.settle()
    assert len(_partnership(desk).members) == 2


def test_a_new_partnership_needs_two_members(desk: RecordWindow) -> None:
    desk.go("partnerships")
    page = desk.window.current_page()
    assert isinstance(page, PartnershipsPage)
    page.new()
    dialog = _dialog()
    dialog.editor.fields["first_id"].set_value(desk.ids["domzale"])
    _accept(dialog)
    assert dialog.isVisible()
    assert dialog.editor.fields["second_id"].problem()
    dialog.editor.fields["second_id"].set_value(desk.ids["zavodske"])
    _accept(dialog)
    desk.until(lambda: not page.at_list())
    with desk.context.read() as view:
        codes = [row.code for row in partnerships.list_rows(view)]
    assert codes == ["CEP-UA-P01", "CEP-UA-P02"]
    page.delete([page.record.ident] if page.record is not None else [])
    desk.until(page.at_list)


def test_an_agreement_without_a_date_says_so(desk: RecordWindow) -> None:
    desk.go("partnerships", "partnership", "agreement")
    _click(desk, "agreements.add")

    def rows() -> tuple[agreements.AgreementRow, ...]:
        with desk.context.read() as view:
            return agreements.list_rows(view, partnership_id=desk.ids["partnership"])

    desk.until(lambda: len(rows()) == 1)
    desk.settle()
    table = desk.find(ListTable, "list.agreements.box")
    assert isinstance(table, ListTable)
    desk.until(lambda: table.model.shown == 1)
    assert table.model.data(table.model.index(0, 1)) == "date not known"
    owned = _owned(desk, "agreement.signatories")
    owned.add()
    dialog = _dialog()
    dialog.editor.fields["organisation_id"].set_value(desk.ids["domzale"])
    dialog.editor.fields["name"].set_value("Renata Kosec")
    dialog.editor.fields["on_behalf_of"].set_value("the mayor")
    _accept(dialog)
    desk.until(lambda: rows()[0].signatories == ("Renata Kosec",))


def test_an_alias_is_added_and_found_by(desk: RecordWindow, qtbot: QtBot) -> None:
    desk.go("organisations", "domzale")
    field = desk.find(QLineEdit, "organisation.aliases")
    field.setFocus()
    qtbot.keyClicks(field, "Domschale")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    def aliases() -> list[str]:
        with desk.context.read() as view:
            return [alias.text for alias in organisations.load(view, desk.ids["domzale"]).aliases]

    desk.until(lambda: aliases() == ["Domschale", "Domzale"])
    desk.settle()
    desk.go("organisations")
    table = desk.find(ListTable, "list.organisations.box")
    assert isinstance(table, ListTable)
    table.filter_box.setText("domschale")
    assert table.model.shown == 1


def test_an_organisation_that_is_needed_stays_and_the_refusal_is_told(desk: RecordWindow) -> None:
    desk.go("organisations")
    page = desk.window.current_page()
    assert isinstance(page, OrganisationsPage)
    page.delete([desk.ids["domzale"]])
    desk.until(lambda: bool(desk.window.toast.text()))
    assert "cannot be deleted" in desk.window.toast.text()
    assert page.listing.table.model.total == 2
    with desk.context.read() as view:
        draft = partnerships.load(view, desk.ids["partnership"])
    assert draft.status is PartnershipStatus.PROPOSED
    assert draft.members[0].role is PartnerRole.MENTOR
