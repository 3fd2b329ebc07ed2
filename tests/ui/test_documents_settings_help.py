"""Documents with the register, settings with backups, help with shortcuts, and the history of everything."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.i18n import language
from app.core.settings import Settings
from app.services import attendance, certificates, documents
from app.services.certificates import IssueOptions
from app.services.documents import Owner
from app.ui.actions import ACTIONS
from app.ui.bootstrap import Options, StartUp
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.pages.documents import DocumentsPage
from app.ui.pages.help import HelpPage
from app.ui.pages.help_words import CHAPTERS, SHARED
from app.ui.pages.history import HistoryPage
from app.ui.pages.settings import SettingsPage
from app.ui.registry import PAGES
from app.ui.theme import theme
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    yield made
    if made.desk.is_open:
        made.context = made.desk.context
        made.close()


def _documents(window: VisitWindow) -> DocumentsPage:
    window.go("documents")
    page = window.window.current_page()
    assert isinstance(page, DocumentsPage)
    return page


def test_documents_are_listed_filtered_removed_and_brought_back(window: VisitWindow) -> None:
    with window.context.write("Add") as work:
        owner = Owner("activity", window.ids["visit"], window.ids["programme"])
        documents.add_content(work, b"minutes", "minutes.txt", owner)
        documents.add_content(work, b"%PDF-1.4", "agenda.pdf", owner, origin="issued")
    page = _documents(window)
    assert page.files.list.model.total == 2
    assert {one.owner for one in page.files.list.model.shown_rows()} == {"Domžale – Zavodske"}
    issued = window.find(QPushButton, "documents.filters.issued")
    assert isinstance(issued, QPushButton)
    issued.click()
    assert [one.file_name for one in page.files.list.model.shown_rows()] == ["agenda.pdf"]
    page.files.list.view.selectRow(0)
    page.handlers()["action.record.delete"]()
    window.settle()
    window.until(lambda: page.files.list.model.total == 1)
    window.undo()
    window.until(lambda: page.files.list.model.total == 2)


def test_a_damaged_document_is_told_and_not_shown(window: VisitWindow) -> None:
    with window.context.write("Add") as work:
        documents.add_content(work, b"no pdf at all", "agenda.pdf", Owner("activity", window.ids["visit"]))
    page = _documents(window)
    page.files.list.view.selectRow(0)
    window.settle()
    assert page.files.detail.stack.currentWidget() is not page.files.detail.pages


def _issue(window: VisitWindow) -> str:
    with window.context.write("Certificate") as work:
        attendance.mark_all_present(work, window.ids["visit"])
        person = next(
            one.person_id
            for one in certificates.candidates(work, window.ids["visit"])
            if one.state is certificates.Earned.READY
        )
        return certificates.issue(work, window.ids["visit"], [person], IssueOptions(date(2023, 10, 11)))[0]


def test_the_register_verifies_numbers_and_codes(window: VisitWindow) -> None:
    ident = _issue(window)
    page = _documents(window)
    window.go("documents", ident, "certificates")
    tab = page.register
    row = tab.list.current()
    assert row is not None
    assert row.id == ident
    tab.verify_box.setText(f"{row.number} {row.code}")
    tab.verify_box.returnPressed.emit()
    assert "Valid" in tab.strip.accessibleName()
    tab.verify_box.setText("XX-2023-0009")
    tab.verify_box.returnPressed.emit()
    assert "Not known" in tab.strip.accessibleName()


def test_a_certificate_is_cancelled_with_a_reason_and_keeps_its_number(window: VisitWindow, qtbot: QtBot) -> None:
    ident = _issue(window)
    page = _documents(window)
    window.go("documents", ident, "certificates")
    cancel = window.find(QPushButton, "certificates.detail.cancel")
    assert isinstance(cancel, QPushButton)
    cancel.click()
    dialog = window.window.findChild(DraftDialog, "dialog.certificate.cancel")
    assert dialog is not None
    accept = dialog.findChild(QPushButton, "dialog.certificate.cancel.accept")
    assert accept is not None
    accept.click()
    window.settle()
    assert dialog.isVisible(), "a reason is needed"
    dialog.editor.fields["reason"].set_value("Wrong name")
    accept.click()
    window.settle()
    qtbot.waitUntil(lambda: _state(page) == "cancelled", timeout=4000)
    window.undo()
    qtbot.waitUntil(lambda: _state(page) == "issued", timeout=4000)


def _state(page: DocumentsPage) -> str:
    return str(page.register.list.model.row_at(0).status.value)


def test_help_has_a_chapter_for_every_page(window: VisitWindow) -> None:
    keys = {chapter.key for chapter in CHAPTERS}
    assert {SHARED.get(section, section) for section in PAGES} <= keys
    window.go("help", "import")
    page = window.window.current_page()
    assert isinstance(page, HelpPage)
    assert "Importing people" in page.title()
    window.go("help", tab="shortcuts")
    shown = {row.action for row in page.shortcuts.model.shown_rows()}
    assert {spec.text for spec in ACTIONS if spec.shortcut} <= shown


def test_settings_change_the_look_at_once(window: VisitWindow) -> None:
    window.go("settings")
    page = window.window.current_page()
    assert isinstance(page, SettingsPage)
    dark = window.find(QPushButton, "settings.colours.dark")
    assert isinstance(dark, QPushButton)
    dark.click()
    assert theme().scheme == "dark"
    page.look.larger.click()
    assert theme().text_size == 110
    assert page.look.text_size.value() == 110
    page.look.text_size.set_value(125)
    page.look.text_size.combo.activated.emit(page.look.text_size.combo.currentIndex())
    # What the file says now is what a program finds that was ended a moment later.
    kept = Settings(window.desk.settings.path)
    assert (kept.get("look.mode", ""), kept.get("look.text_size", 100)) == ("dark", 125)


def test_a_check_and_the_history_of_everything(window: VisitWindow) -> None:
    window.go("settings")
    page = window.window.current_page()
    assert isinstance(page, SettingsPage)
    check = window.find(QPushButton, "settings.file.check.now")
    assert isinstance(check, QPushButton)
    check.click()
    window.settle()
    assert "sound" in page.file.strip.accessibleName()
    window.go("history")
    history = window.window.current_page()
    assert isinstance(history, HistoryPage)
    assert history.panel.list.model.total == 2


def test_a_backup_is_restored_in_the_place_of_the_file(window: VisitWindow, qtbot: QtBot) -> None:
    start = StartUp(window.window, Options())
    backup = window.context.backup("asked")
    with window.context.write("Add") as work:
        documents.add_content(work, b"later", "later.txt", Owner("activity", window.ids["visit"]))
    path = window.context.path
    window.desk.open_file(path, backup)
    qtbot.waitUntil(lambda: window.desk.is_open and window.desk.context is not window.context, timeout=8000)
    window.settle()
    with window.desk.context.read() as view:
        assert documents.list_rows(view) == ()
    assert list((path.parent / "t backups").glob("before restore*/t.mdesk"))
    assert start is not None


def test_another_language_makes_the_window_anew(window: VisitWindow, qtbot: QtBot) -> None:
    start = StartUp(window.window, Options())
    window.go("settings")
    button = window.find(QPushButton, "settings.language.uk")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: language() == "uk", timeout=4000)
    window.settle()
    page = window.window.current_page()
    assert isinstance(page, SettingsPage)
    assert Settings(window.desk.settings.path).get("language", "") == "uk", "in the file, not only in memory"
    window.go("visits")
    assert window.window.place() is not None
    assert start is not None
