"""The register in the window: delivery noted for several at once, the register printed, a reprint as it was issued."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services import certificates
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.pages.documents import DocumentsPage
from app.ui.pages.documents_register import DeliveryDraft
from app.ui.pages.documents_register_print import RegisterDraft
from app.ui.pages.print_preview import PrintPage
from tests.documents.paper_reading import text
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    made.issue()
    yield made
    made.close()


def _documents(window: VisitWindow) -> DocumentsPage:
    window.go("documents", "", "certificates")
    page = window.window.current_page()
    assert isinstance(page, DocumentsPage)
    return page


def _dialog(window: VisitWindow, name: str) -> DraftDialog:
    (found,) = [one for one in window.window.findChildren(DraftDialog) if one.objectName() == name and one.isVisible()]
    return found


def test_delivery_is_noted_for_all_that_are_selected(window: VisitWindow) -> None:
    tab = _documents(window).register
    tab.list.select(tab.list.model.row_at(0).id)
    tab.list.view.selectAll()
    tab._on_act("deliver")
    dialog = _dialog(window, "dialog.certificate.deliver")
    dialog.editor.load(DeliveryDraft(date(2023, 11, 2), "by hand"))
    dialog._on_wanted(None)
    window.settle()
    with window.context.read() as view:
        rows = certificates.list_rows(view)
    assert [(row.delivered_on, row.delivery) for row in rows] == [(date(2023, 11, 2), "by hand")] * 2


def test_the_register_is_printed_as_pdf_and_workbook(window: VisitWindow, tmp_path: Path) -> None:
    tab = _documents(window).register
    for ending in (".pdf", ".xlsx"):
        tab.printing.make(RegisterDraft("2023", "en", "", ending))
        window.settle()
        dialog = next(one for one in tab.findChildren(QFileDialog) if one.objectName() == "dialog.register.file")
        target = tmp_path / f"register{ending}"
        dialog.fileSelected.emit(str(target))
        dialog.setObjectName("done")
        dialog.close()
        window.settle()
        content = target.read_bytes()
        if ending == ".pdf":
            assert "CEP-UA-2023-0002" in text(content)
        else:
            assert openpyxl.load_workbook(io.BytesIO(content)).active.max_row == 3


def test_print_again_shows_what_was_issued(window: VisitWindow) -> None:
    tab = _documents(window).register
    tab.list.select(tab.list.model.row_at(0).id)
    tab._on_act("print")
    page = window.window.current_page()
    assert isinstance(page, PrintPage)
    window.until(lambda: page.finished is not None and page.finished.options.language == "")
    window.settle()
    assert page.finished is not None
    whole = text(page.finished.printed.content)
    assert "СЕРТИФІКАТ ПРО УЧАСТЬ" in whole
    assert len(page.finished.options.certificate_ids) == 1
    # In other languages it is a translation, asked for by hand.
    page.options.certificates.as_issued.setChecked(False)
    page.options.languages.set_values("sl", "")
    page.options._on_changed()
    window.until(lambda: page.finished is not None and page.finished.options.language == "sl")
    assert "POTRDILO O UDELEŽBI" in text(page.finished.printed.content)
