"""The tab Papers of a programme: own words typed, placeholders put in and told, look, logos, Word file, the page."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.dates import PartialDate
from app.core.vocabulary import ProgrammePartyRole
from app.services import activities, paper_logos, paper_looks, paper_templates, paper_word, programmes
from app.services.activities import ActivityDraft
from app.services.programmes import PartyDraft, ProgrammeDraft
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.page import Place
from app.ui.pages.organisations_logo import LogoBox
from app.ui.pages.programmes import ProgrammesPage
from app.ui.pages.programmes_papers import PapersTab
from app.ui.pages.programmes_papers_look import ColourField, LookPane
from app.ui.pages.programmes_papers_words import WordsPane
from tests.documents.paper_reading import text as text_of
from tests.services.verbs_templates import picture, word_file
from tests.ui.record_window import RecordWindow

LOGOS = "programme.papers.logos"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[RecordWindow]:
    made = RecordWindow(qtbot, tmp_path)
    made.window.resize(1280, 800)
    made.go("programmes", "programme", "papers")
    yield made
    made.close()


def _tab(desk: RecordWindow, key: str = "") -> PapersTab:
    page = desk.window.current_page()
    assert isinstance(page, ProgrammesPage)
    assert page.record is not None
    tab = page.record.tab("papers")
    assert isinstance(tab, PapersTab)
    if key:
        tab.choose(key)
        desk.settle()
    return tab


def _edit(desk: RecordWindow, slot: str, paper: str = "letters") -> QPlainTextEdit:
    found = desk.find(QPlainTextEdit, f"programme.papers.{paper}.{slot}")
    assert isinstance(found, QPlainTextEdit)
    return found


def _told(desk: RecordWindow, name: str) -> str:
    found = desk.window.findChild(QLabel, f"{name}.problem")
    return found.text() if found is not None and not found.isHidden() else ""


def _texts(desk: RecordWindow, paper: str = "letters") -> dict[str, dict[str, str]]:
    with desk.context.read() as view:
        found = paper_templates.texts_for(view, desk.ids["programme"], paper)
    return {key: dict(texts) for key, texts in found.items()}


def _click(desk: RecordWindow, name: str) -> None:
    desk.until(lambda: any(made.isVisible() for made in desk.window.findChildren(QPushButton, name)))
    made = desk.find(QPushButton, name)
    assert isinstance(made, QPushButton)
    made.click()


def test_words_are_typed_and_kept_when_the_field_is_left(desk: RecordWindow, qtbot: QtBot) -> None:
    _tab(desk, "certificates")
    edit = _edit(desk, "attendance.title", "certificates")
    assert edit.placeholderText() == "Certificate of Attendance"
    edit.setFocus()
    qtbot.keyClicks(edit, "Thank you")
    _edit(desk, "attendance.before", "certificates").setFocus()
    kept = "attendance.title"
    desk.until(lambda: _texts(desk, "certificates") == {kept: {"en": "Thank you"}})
    _click(desk, "programme.papers.language.sl")
    assert edit.toPlainText() == ""
    assert edit.placeholderText() == "Potrdilo o udeležbi"
    edit.setFocus()
    qtbot.keyClicks(edit, "Hvala")
    _click(desk, "programme.papers.language.en")
    assert edit.toPlainText() == "Thank you"
    desk.until(lambda: _texts(desk, "certificates")[kept] == {"en": "Thank you", "sl": "Hvala"})
    desk.undo()
    desk.until(lambda: _texts(desk, "certificates")[kept] == {"en": "Thank you"})


def test_an_unknown_placeholder_is_told_while_it_is_typed_and_hinders_leaving(desk: RecordWindow, qtbot: QtBot) -> None:
    tab = _tab(desk, "letters")
    edit = _edit(desk, "opening")
    edit.setFocus()
    qtbot.keyClicks(edit, "Welcome to {evnt")
    assert "brace stands alone" in _told(desk, "programme.papers.letters.opening")
    qtbot.keyClicks(edit, "}")
    told = _told(desk, "programme.papers.letters.opening")
    assert told == "English: there is no placeholder {evnt} here. Did you mean {event}?"
    assert _texts(desk) == {}
    tab.choose("agenda")
    assert tab.list.currentItem().text() == "Invitation letter"
    desk.window.go(Place("people"))
    assert isinstance(desk.window.current_page(), ProgrammesPage)
    _click(desk, "programme.papers.language.sl")  # the other language is told by its name
    assert _told(desk, "programme.papers.letters.opening").startswith("English:")
    _click(desk, "programme.papers.language.en")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_End)
    for _ in range(5):
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    qtbot.keyClicks(edit, "event}")
    assert _told(desk, "programme.papers.letters.opening") == ""
    tab.choose("agenda")
    desk.until(lambda: _texts(desk) == {"opening": {"en": "Welcome to {event}"}})
    assert tab.list.currentItem().text() == "Agenda"


def test_a_button_puts_its_placeholder_in_at_the_cursor(desk: RecordWindow, qtbot: QtBot) -> None:
    _tab(desk, "certificates")
    edit = _edit(desk, "attendance.sentence", "certificates")
    edit.setFocus()
    qtbot.keyClicks(edit, "was there ()")
    qtbot.keyClick(edit, Qt.Key.Key_Left)
    made = desk.find(QPushButton, "programme.papers.certificates.attendance.sentence.put.dates")
    assert isinstance(made, QPushButton)
    assert made.text().strip() == "Dates"
    made.click()
    assert edit.toPlainText() == "was there ({dates})"
    assert edit.hasFocus()


def test_the_houses_words_are_a_start_and_the_way_back(desk: RecordWindow) -> None:
    _tab(desk, "letters")
    _click(desk, "programme.papers.letters.closing.start")
    edit = _edit(desk, "closing")
    assert edit.toPlainText() == "Yours faithfully,"
    _edit(desk, "subject").setFocus()
    desk.until(lambda: _texts(desk) == {"closing": {"en": "Yours faithfully,"}})
    desk.settle()
    _click(desk, "programme.papers.letters.reset")
    desk.until(lambda: _texts(desk) == {} and edit.toPlainText() == "")
    desk.undo()
    desk.until(lambda: edit.toPlainText() == "Yours faithfully,")


def test_a_line_stays_a_line(desk: RecordWindow, qtbot: QtBot) -> None:
    _tab(desk, "letters")
    edit = _edit(desk, "closing")
    edit.setFocus()
    qtbot.keyClicks(edit, "One")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    edit.insertPlainText("\nTwo\nThree")
    assert edit.toPlainText() == "One Two Three"


def test_kinds_of_certificates_show_their_own_fields_and_the_shared_ones(desk: RecordWindow) -> None:
    _tab(desk, "certificates")
    assert _edit(desk, "attendance.title", "certificates").isVisible()
    _click(desk, "programme.papers.kind.mentor")
    assert not desk.window.findChild(QPlainTextEdit, "programme.papers.certificates.attendance.title").isVisible()
    for slot in ("mentor.title", "topics"):
        assert _edit(desk, slot, "certificates").isVisible()


def test_the_page_beside_shows_what_is_typed_and_what_is_missing(desk: RecordWindow, qtbot: QtBot) -> None:
    tab = _tab(desk, "certificates")
    desk.until(lambda: tab.page.stack.currentWidget() is tab.page.empty)  # nothing to show it for yet
    day = PartialDate.parse("2024-05-06")
    with desk.context.write("Visit") as work:
        draft = ActivityDraft(desk.ids["programme"], title={"en": "Fire brigades"}, start=day, end=day)
        activities.create(work, draft)
    desk.until(lambda: b"%PDF" in tab.page.view._content)
    edit = _edit(desk, "attendance.title", "certificates")
    edit.setFocus()
    qtbot.keyClicks(edit, "Warm thanks")
    desk.until(lambda: "warm thanks" in text_of(tab.page.view._content).casefold())
    sentence = _edit(desk, "attendance.sentence", "certificates")
    sentence.setFocus()
    qtbot.keyClicks(sentence, "was in {place}")
    strip = tab.page.missing
    desk.until(lambda: "“Place” is not known and stays empty in “Sentence, on site” (English)." in strip._text.text())


# look ---------------------------------------------------------------------------------------------------------
def _parties(desk: RecordWindow) -> None:
    with desk.context.write("Parties") as work:
        held = programmes.load(work, desk.ids["programme"])
        parties = (
            PartyDraft(desk.ids["domzale"], ProgrammePartyRole.IMPLEMENTER),
            PartyDraft(desk.ids["zavodske"], ProgrammePartyRole.FUNDER),
        )
        programmes.save(work, desk.ids["programme"], replace(held, parties=parties))
    pane = _tab(desk, "look").pane()
    assert isinstance(pane, LookPane)
    desk.until(lambda: len(pane.logos._rows) == 4)


def _look(desk: RecordWindow) -> paper_looks.LookDraft:
    with desk.context.read() as view:
        return paper_looks.load(view, desk.ids["programme"])


def test_a_colour_is_typed_checked_and_kept(desk: RecordWindow, qtbot: QtBot) -> None:
    _tab(desk, "look")
    edit = desk.find(QLineEdit, "programme.papers.look.accent")
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "#FFCC00")
    assert _told(desk, "programme.papers.look.accent").startswith("#FFCC00 is too light to be read on white paper")
    edit.clear()
    qtbot.keyClicks(edit, "blue")
    assert "is no colour" in _told(desk, "programme.papers.look.accent")
    edit.selectAll()
    qtbot.keyClicks(edit, "#7A1F1F")
    assert _told(desk, "programme.papers.look.accent") == ""
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    desk.until(lambda: _look(desk).accent == "#7A1F1F")
    field = edit.parentWidget().parentWidget()
    assert isinstance(field, ColourField)
    field.take(QColor(0, 64, 0))
    desk.until(lambda: _look(desk).accent == "#004000")


def test_logos_are_ordered_and_hidden(desk: RecordWindow) -> None:
    _parties(desk)
    _tab(desk, "look")
    assert [place.party for place in _look(desk).logos] == [desk.ids["domzale"], desk.ids["zavodske"], "host", "guest"]
    _click(desk, "programme.papers.logos.0.down")
    desk.until(lambda: _look(desk).logos[0].party == desk.ids["zavodske"])
    desk.settle()
    desk.until(lambda: any(one.isVisible() for one in desk.window.findChildren(QCheckBox, f"{LOGOS}.2.shown")))
    box = desk.find(QCheckBox, f"{LOGOS}.2.shown")
    assert isinstance(box, QCheckBox)
    box.click()
    desk.until(lambda: not _look(desk).logos[2].shown)
    desk.settle()
    _click(desk, "programme.papers.look.reset")
    desk.until(lambda: _look(desk).version == -1)


def test_a_logo_is_chosen_refused_in_words_and_taken_off(desk: RecordWindow, tmp_path: Path) -> None:
    _parties(desk)
    tab = _tab(desk, "look")
    pane = tab.pane()
    assert isinstance(pane, LookPane)
    drawing = tmp_path / "logo.svg"
    drawing.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    pane.logos.take(0, str(drawing))
    desk.settle()
    with desk.context.read() as view:
        assert paper_logos.kept(view, desk.ids["domzale"]) is None
    good = tmp_path / "logo.png"
    good.write_bytes(picture())
    pane.logos.take(0, str(good))

    def kept() -> bool:
        with desk.context.read() as view:
            return paper_logos.kept(view, desk.ids["domzale"]) is not None

    desk.until(kept)
    desk.settle()
    _click(desk, "programme.papers.logos.0.remove")
    desk.until(lambda: not kept())


# Word, other programmes ---------------------------------------------------------------------------------------
def test_a_word_template_is_chosen_looked_at_and_taken_off(desk: RecordWindow, tmp_path: Path) -> None:
    tab = _tab(desk, "letters")
    pane = tab.pane()
    assert isinstance(pane, WordsPane)
    wrong = tmp_path / "letter.docx"
    wrong.write_bytes(b"no Word document")
    pane.word.take(str(wrong))
    desk.settle()
    good = tmp_path / "good.docx"
    good.write_bytes(word_file("Dear {addressee} {adress}"))
    pane.word.take(str(good))
    desk.until(lambda: "good.docx" in pane.word.told.text())
    assert "{addressee}" in pane.word.told.text()
    assert "{adress}" in pane.word.unknown._text.text()
    _click(desk, "programme.papers.word.remove")
    desk.until(lambda: pane.word.told.text().startswith("None"))
    target = tmp_path / "start.docx"
    pane.word.save_example(str(target))
    desk.until(target.exists)
    desk.settle()
    assert BytesIO(paper_word.read(target)).read(2) == b"PK"


def test_words_of_another_programme_are_taken_over(desk: RecordWindow) -> None:
    with desk.context.write("Other") as work:
        other = programmes.create(work, ProgrammeDraft(code="OTHER", title={"en": "Other"}))
        paper_templates.save(work, other, "letters", paper_templates.TemplateDraft({"closing": {"en": "Cheers"}}))
    tab = _tab(desk, "letters")
    tab.copy.click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, DraftDialog) and w.isVisible())
    accept = dialog.findChild(QPushButton, "dialog.papers.copy.accept")
    assert accept is not None
    accept.click()
    desk.until(lambda: _texts(desk) == {"closing": {"en": "Cheers"}})
    desk.until(lambda: _edit(desk, "closing").toPlainText() == "Cheers")


def test_an_organisations_own_page_keeps_its_logo_for_visits_that_it_hosts(desk: RecordWindow, tmp_path: Path) -> None:
    desk.go("organisations", "domzale")
    box = desk.find(LogoBox, "organisation.logo")
    assert isinstance(box, LogoBox)
    wrong, good = tmp_path / "logo.svg", tmp_path / "logo.png"
    wrong.write_text("<svg/>")
    good.write_bytes(picture())
    box.take(str(wrong))
    desk.settle()
    assert not box.remove.isVisible()
    box.take(str(good))
    desk.until(lambda: box.remove.isVisible() and not box.picture.pixmap().isNull())
    with desk.context.read() as view:
        found = paper_logos.kept(view, desk.ids["domzale"])
        assert found is not None
        assert found.file_name == "logo.png"
    desk.undo()
    desk.until(lambda: not box.remove.isVisible())
