"""The print page on a real visit: the real PDF, its options, and every way out."""

import email
import email.policy
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.services import documents, pdf_pages
from app.ui.pages.print_preview import PrintPage
from tests.ui.visit_window import VisitWindow


class Press:
    """The page with helpers."""

    def __init__(self, qtbot: QtBot, window: VisitWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.page = self.go("agenda")

    def go(self, paper: str, key: str = "visit") -> PrintPage:
        """Go to a paper and wait until it is made."""
        self.window.go("print", key, paper)
        page = self.window.window.current_page()
        assert isinstance(page, PrintPage)
        self.page = page
        self.wait()
        return page

    def wait(self) -> None:
        """Until the paper is made anew and drawn."""
        self.qtbot.wait(60)
        self.window.settle()
        self.qtbot.wait(80)
        self.window.settle()

    def text(self) -> str:
        """What the PDF says."""
        assert self.page.finished is not None
        document = pypdfium2.PdfDocument(self.page.finished.printed.content)
        return "\n".join(page.get_textpage().get_text_range() for page in document)

    def issued(self) -> list[str]:
        """The kinds of papers kept with the visit."""
        with self.window.context.read() as view:
            rows = documents.list_rows(view, owner_kind="activity", owner_id=self.window.ids["visit"])
        return [row.kind for row in rows if row.origin == "issued"]


@pytest.fixture
def press(qtbot: QtBot, tmp_path: Path) -> Iterator[Press]:
    window = VisitWindow(qtbot, tmp_path)
    yield Press(qtbot, window)
    window.close()


def test_the_real_page_is_shown_sharp_and_can_be_walked_through(press: Press) -> None:
    page = press.page
    assert page.view.count() == len(pdf_pages.sizes(page.finished.printed.content))  # type: ignore[union-attr]
    press.qtbot.waitUntil(lambda: page.view.rendered() > 0, timeout=4000)
    assert "Page 1 of" in page.counter.text()
    fitted = page.view.zoom
    page.larger.click()
    assert page.view.zoom > fitted
    assert not page.view.fit
    page.fit.click()
    assert page.view.zoom == pytest.approx(fitted, abs=0.02)
    assert "Opening" in press.text()


def test_an_option_makes_the_paper_anew_and_missing_texts_are_told(press: Press) -> None:
    options = press.page.options
    assert (options.language.value(), options.second.value()) == ("en", "uk")
    assert "Тема opening" in press.text()
    assert "1 text in Ukrainian is missing." in options.warnings.texts()
    options.second.set_value("")
    options.second.changed.emit()
    press.wait()
    assert "Тема opening" not in press.text()


def test_saving_writes_the_pdf_and_keeps_the_paper_once(press: Press, tmp_path: Path) -> None:
    assert press.page.finished is not None
    target = tmp_path / "out" / "agenda.pdf"
    target.parent.mkdir()
    for _ in range(2):
        press.page.outlet.save_to(press.page.finished, target)
        press.wait()
    assert target.read_bytes() == press.page.finished.printed.content
    assert press.issued() == ["agenda"]


def test_a_folder_that_cannot_be_written_is_told(press: Press, tmp_path: Path) -> None:
    assert press.page.finished is not None
    (tmp_path / "taken").write_text("a file, no folder")
    press.page.outlet.save_to(press.page.finished, tmp_path / "taken" / "agenda.pdf")
    press.wait()
    assert press.window.window.toast.text()
    assert press.issued() == []


def test_printing_hands_every_page_to_the_printer(press: Press, tmp_path: Path) -> None:
    assert press.page.finished is not None
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    press.page.outlet.print_on(press.page.finished, printer)
    press.qtbot.waitUntil(lambda: press.issued() == ["agenda"], timeout=8000)
    printed = pdf_pages.sizes((tmp_path / "printed.pdf").read_bytes())
    assert len(printed) == press.page.view.count()


def test_an_e_mail_draft_holds_the_pdf(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or True)
    assert press.page.finished is not None
    press.page.mail.click()
    press.wait()
    found = Path(opened[0].toLocalFile()).read_bytes()
    message = email.message_from_bytes(found, policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    (attached,) = message.iter_attachments()  # type: ignore[attr-defined]
    assert attached.get_content() == press.page.finished.printed.content
    assert attached.get_filename() == press.page.finished.printed.file_name


def test_what_cannot_be_printed_is_said_in_words(press: Press) -> None:
    page = press.go("agenda", "training")
    assert page.finished is None
    assert page.stack.currentWidget() is page.empty
    assert not page.save.isEnabled()
    page = press.go("certificates")
    assert page.finished is None
    assert page.stack.currentWidget() is page.empty


def test_a_change_elsewhere_is_on_the_paper_at_once(press: Press) -> None:
    from dataclasses import replace

    from app.services import agendas

    with press.window.context.write("Change session") as work:
        draft = agendas.load(work, press.window.ids["opening"])
        agendas.save(work, press.window.ids["opening"], replace(draft, title={"en": "Grand welcome", "uk": "Вітання"}))
    press.wait()
    press.wait()
    assert "Grand welcome" in press.text()


def test_people_from_the_list_lead_to_their_activity(press: Press) -> None:
    ident = ",".join((press.window.ids["twin"], press.window.ids["oksana"]))
    page = press.go("letters", ident)
    assert page.options.subject_id == press.window.ids["visit"]
    assert page.options.key == "letters"
