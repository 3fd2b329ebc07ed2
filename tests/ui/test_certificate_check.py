"""Checking a certificate in the window: typed, pasted, from a picture; issuers, the page, copies of the key."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.services import attendance, certificates, issuer_files, issuer_keys, issuers, printing
from app.services.certificates import IssueOptions
from app.services.printing import Paper, PaperOptions
from app.ui.page import Place
from app.ui.pages.certificate_check import CertificateCheckPage
from app.ui.pages.certificate_check_password import PasswordDialog
from app.ui.pages.documents import DocumentsPage
from app.ui.pages.wiring import wire
from tests.photographs import photograph
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    with made.context.write("Certificate") as work:
        attendance.mark_all_present(work, made.ids["visit"])
        earned = certificates.candidates(work, made.ids["visit"])
        person = next(one.person_id for one in earned if one.state is certificates.Earned.READY)
        options = IssueOptions(date(2023, 10, 11))
        made.ids["certificate"] = certificates.issue(work, made.ids["visit"], [person], options)[0]
    yield made
    made.close()


class Opener:
    """Opens no other file."""

    def open_file(self, path: Path) -> bool:
        return path.exists()


def _page(window: VisitWindow) -> CertificateCheckPage:
    window.window.go(Place("certificates.check"))
    page = window.window.current_page()
    assert isinstance(page, CertificateCheckPage)
    return page


def _code(window: VisitWindow) -> str:
    with window.context.read() as view:
        return str(certificates.load_snapshot(view, window.ids["certificate"])["signed"])


def _verdict(page: CertificateCheckPage) -> str:
    assert not page.result.isHidden()
    return page.result.title.text()


def _facts(page: CertificateCheckPage) -> set[str]:
    return {one.text() for one in page.result.facts.findChildren(QLabel)}


def test_a_code_is_typed_and_told_in_words(window: VisitWindow) -> None:
    page, code = _page(window), _code(window)
    assert page.result.isHidden()
    page.code.setPlainText(code.lower())
    page.code.entered.emit()
    assert _verdict(page) == "Valid"
    assert {"CEP-UA-2023-0001", "Domžale – Zavodske", issuer_keys.fingerprint()} <= _facts(page)
    page.code.setPlainText(code[:50] + ("A" if code[50] != "A" else "B") + code[51:])
    page.check_typed()
    assert _verdict(page) == "Not as it was issued"
    assert "mistyped" in page.result.accessibleName()
    assert not page.result.facts.isVisible()
    page.code.setPlainText("CEP-UA-2023-0001")
    page.check_typed()
    assert _verdict(page) == "Valid"
    for text in ("XX-2023-0009", "MD1", "<b>hello</b>", "x" * 5000):
        page.check_text(text)
        assert _verdict(page) == "Not known", text
    page.clear()
    assert page.result.isHidden()


def test_a_photograph_is_dropped_and_a_picture_pasted(window: VisitWindow, tmp_path: Path) -> None:
    with window.context.read() as view:
        options = PaperOptions("en", certificate_ids=(window.ids["certificate"],))
        pdf = printing.make(view, Paper.CERTIFICATES, window.ids["visit"], options).content
    picture = tmp_path / "photo.jpg"
    picture.write_bytes(photograph(pdf, 1400, 3))
    (tmp_path / "certificate.pdf").write_bytes(pdf)
    page = _page(window)
    for path in (picture, tmp_path / "certificate.pdf"):
        page.clear()
        page.drop.file_given.emit(path)
        window.until(lambda: page.code.toPlainText() == _code(window))
        assert _verdict(page) == "Valid"
    page.clear()
    clipboard = QMimeData()
    clipboard.setImageData(QImage(str(picture)))
    page.code.insertFromMimeData(clipboard)
    window.until(lambda: page.code.toPlainText() == _code(window))
    page.clear()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(picture))])
    page.code.insertFromMimeData(files)
    window.until(lambda: page.code.toPlainText() == _code(window))


def test_what_is_no_picture_is_told_on_the_page(window: VisitWindow, tmp_path: Path) -> None:
    page = _page(window)
    for name, content in (("empty.png", b""), ("text.jpg", b"hello"), ("broken.pdf", b"%PDF-1.4 x")):
        (tmp_path / name).write_bytes(content)
        page.clear()
        page.check_file(tmp_path / name)
        window.until(lambda: not page.result.isHidden())
        assert (_verdict(page), name in page.result.means.text()) == ("No code found", True)
    page.clear()
    page.check_file(tmp_path / "missing.png")
    window.until(lambda: not page.result.isHidden())


def test_issuers_are_trusted_and_no_longer(
    window: VisitWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.core import paths

    page, here = _page(window), paths.user_settings
    monkeypatch.setattr(paths, "user_settings", lambda: tmp_path / "there")
    (tmp_path / "card.json").write_bytes(issuer_files.card(None, "A town <b>far</b> away"))
    monkeypatch.setattr(paths, "user_settings", here)
    page.drop.file_given.emit(tmp_path / "card.json")
    assert [one.name for one in issuers.known() if not one.own] == ["A town <b>far</b> away"]
    assert any(one.text() == "A town <b>far</b> away" for one in page.issuers.findChildren(QLabel))
    removes = [one for one in page.issuers.findChildren(QPushButton) if one.objectName().endswith(".remove")]
    assert len(removes) == 1
    removes[0].click()
    assert [one for one in issuers.known() if not one.own] == []
    (tmp_path / "wrong.json").write_text("{}")
    page.check_file(tmp_path / "wrong.json")
    assert [one for one in issuers.known() if not one.own] == []


def test_page_and_revocations_are_saved(window: VisitWindow, tmp_path: Path) -> None:
    page = _page(window)
    for name, file in (("certificate.check.page", "check.html"), ("certificate.check.revocations", "revoked.json")):
        button = window.find(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.click()
        dialog = window.window.findChild(QFileDialog, "dialog.issuer.save")
        assert isinstance(dialog, QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / file))
        dialog.reject()
        window.until((tmp_path / file).exists)
        window.settle()
    assert b"Content-Security-Policy" in (tmp_path / "check.html").read_bytes()
    assert b'"revocations"' in (tmp_path / "revoked.json").read_bytes()
    assert page.issuers.isVisible()


def test_a_copy_of_the_key_needs_a_password_typed_twice(window: VisitWindow, tmp_path: Path) -> None:
    page, copy = _page(window), tmp_path / "copy.pem"
    mine = issuer_keys.fingerprint()
    dialog = PasswordDialog(window.window, window.desk, new=True, run=page.issuers._export)
    dialog.password.setText("short")
    dialog._on_accept()
    assert "too short" in dialog.problem.text()
    dialog.password.setText("long enough")
    dialog._on_accept()
    assert "differ" in dialog.problem.text()
    dialog.use_file(str(copy))
    assert copy.exists()
    dialog = PasswordDialog(window.window, window.desk, new=False, run=page.issuers._import)
    dialog.password.setText("something else")
    dialog.use_file(str(copy))
    assert "does not open with this password" in dialog.problem.text()
    dialog.password.setText("long enough")
    dialog.use_file(str(copy))
    assert issuer_keys.fingerprint() == mine


def test_a_badge_is_saved_from_the_register(window: VisitWindow, tmp_path: Path) -> None:
    window.go("documents", window.ids["certificate"], "certificates")
    page = window.window.current_page()
    assert isinstance(page, DocumentsPage)
    window.until(lambda: page.register.list.current() is not None)
    page.register._on_act("badge")
    dialog = page.register.findChild(QFileDialog, "dialog.badge.save")
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "badge.json"))
    dialog.reject()
    window.until((tmp_path / "badge.json").exists)
    assert b"OpenBadgeCredential" in (tmp_path / "badge.json").read_bytes()


def test_the_way_there_from_menu_and_register(window: VisitWindow) -> None:
    wiring = wire(window.window, Opener())
    assert window.window.actions_table.run("action.certificates.check")
    assert isinstance(window.window.current_page(), CertificateCheckPage)
    assert [spec.id for spec in window.window.actions_table.matching("check a cert", str.casefold)] == [
        "action.certificates.check"
    ]
    wiring.stop()
    window.go("documents", "", "certificates")
    register = window.window.current_page()
    assert isinstance(register, DocumentsPage)
    register.register.verify_box.setText(_code(window))
    register.register.verify_box.returnPressed.emit()
    assert "Valid" in register.register.strip.accessibleName()
    button = window.find(QPushButton, "certificates.check")
    assert isinstance(button, QPushButton)
    button.click()
    assert isinstance(window.window.current_page(), CertificateCheckPage)
