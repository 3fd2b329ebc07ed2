"""What a walk through printing with mouse and keyboard stumbled over, kept mended."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.i18n import set_language
from app.core.vocabulary import CertificateKind, ParticipationRole
from app.services import attendance, certificates, dative_names, paper_templates
from app.services.certificates import Candidate, Earned, IssueOptions
from app.services.paper_templates import TemplateDraft
from app.ui.fields.choices import ComboBox
from app.ui.fields.texts import TextEdit
from app.ui.pages.print_preview import PrintPage
from app.ui.pages.print_preview_certificates import _line
from app.ui.pages.print_preview_names import NamesDialog
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitWindow]:
    made = VisitWindow(qtbot, tmp_path)
    made.issue()
    yield made
    made.close()


def _certificates(window: VisitWindow) -> PrintPage:
    window.go("print", window.ids["visit"], "certificates")
    page = window.window.current_page()
    assert isinstance(page, PrintPage)
    window.until(lambda: page.finished is not None and page.finished.options.language == "")
    window.settle()
    return page


def _round(page: PrintPage) -> list[str]:
    """The names of what the keyboard stops at in the page, in order, from the choice of the paper on."""
    first: QWidget = page.options.paper.combo
    names, here = [first.objectName()], first.nextInFocusChain()
    while here is not first:
        stops = here.isVisible() and here.isEnabled() and bool(here.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if stops and page.isAncestorOf(here):
            names.append(here.objectName())
        here = here.nextInFocusChain()
    return names


def test_no_language_is_named_that_nothing_is_printed_in(window: VisitWindow) -> None:
    page = _certificates(window)
    languages, tick = page.options.languages, page.options.certificates.as_issued
    assert tick.isVisible()
    assert tick.isChecked()
    assert (languages.language.value(), languages.second.value()) == (None, None)
    assert not languages.isEnabled()
    chosen = languages.values()
    assert chosen == ("en", "uk")  # those of the visit wait behind
    tick.setChecked(False)
    window.until(lambda: page.finished is not None and page.finished.options.language == "en")
    assert (languages.language.value(), languages.second.value()) == chosen
    assert languages.isEnabled()
    tick.setChecked(True)
    assert languages.language.value() is None
    assert languages.values() == chosen


def test_the_keyboard_meets_the_warnings_where_they_are_seen(window: VisitWindow) -> None:
    page = _certificates(window)
    names = _round(page)
    shows = [name for name in names if name.startswith("print.warning")]
    assert len(shows) >= 2
    first = names.index(shows[0])
    assert names[first - 1] == "print.certificates.as_issued"
    assert names[first : first + len(shows)] == shows
    assert names[first + len(shows)] == "print.kind"


def _someone(number: str, hours: str) -> Candidate:
    return Candidate(
        "p",
        "Гнатюк Оксана",
        ParticipationRole.MENTEE,
        CertificateKind.ATTENDANCE,
        4320,
        Decimal(hours),
        96,
        Earned.ISSUED if number else Earned.READY,
        number,
        latin_confirmed=True,
        search_text="",
    )


def test_hours_are_told_in_the_readers_way_and_only_before_they_are_certified() -> None:
    assert _line(_someone("", "72.5")).second == "72.5 h · 96 %"
    assert _line(_someone("", "72.0")).second == "72 h · 96 %"
    assert _line(_someone("CEP-UA-2023-0004", "72.5")).second == "CEP-UA-2023-0004"
    set_language("uk")
    assert _line(_someone("", "72.5")).second.startswith("72,5 ")


def test_a_chosen_value_that_is_too_long_ends_in_dots(qtbot: QtBot) -> None:
    combo = ComboBox()
    qtbot.addWidget(combo)
    combo.setStyleSheet("QComboBox { border: 1px solid gray; padding: 0 8px; }")  # a style sheet cuts, Fusion does not
    combo.resize(160, 36)
    combo.show()

    def picture(words: str) -> QImage:
        combo.clear()
        combo.addItem(words)
        return combo.grab().toImage()

    cut = picture("W" * 60)
    assert any(picture("W" * n + "…") == cut != picture("W" * n) for n in range(3, 20))


class _Painted(QObject):
    """Hears which part of a widget is drawn anew."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rows.append(event.region().boundingRect().height())
        return False


def test_other_grey_words_are_drawn_whole(qtbot: QtBot) -> None:
    edit = TextEdit(3)
    qtbot.addWidget(edit)
    edit.resize(200, edit.height())
    edit.setPlaceholderText("The persons named travel on behalf of the institution that sends them")
    edit.show()
    qtbot.waitExposed(edit)
    qtbot.wait(20)
    heard = _Painted()
    edit.viewport().installEventFilter(heard)
    edit.setPlaceholderText("Short")
    qtbot.waitUntil(lambda: bool(heard.rows))
    assert max(heard.rows) == edit.viewport().height()


def test_the_list_of_names_is_that_of_the_warning_which_led_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = VisitWindow(qtbot, tmp_path)
    with window.context.write("Issue one of two") as work:
        visit = window.ids["visit"]
        attendance.mark_all_present(work, visit)
        options = IssueOptions(date(2023, 10, 12), language="uk", second_language="en")
        certificates.issue(work, visit, [window.ids["twin"]], options)
        texts = {"attendance.before": {"uk": "Виданий {holder_dative}"}}
        paper_templates.save(work, window.ids["programme"], "certificates", TemplateDraft(texts))
    page = _certificates(window)
    page.options.languages.set_values("en", "sl")  # the languages of the next ones; those issued keep their own
    page.options._on_changed()
    window.settle()
    warned = page.options.warnings
    number = next(n for n, one in enumerate(warned._shown) if one.tab == dative_names.TAB)
    if warned.findChild(QPushButton, "print.warnings.more") is not None:
        warned._on_more()
    way = warned.findChild(QPushButton, f"print.warning.{number}.show")
    assert way is not None
    way.click()
    (asked,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, NamesDialog) and one.isVisible()]
    window.until(lambda: len(asked.findChildren(QLineEdit)) == 1)
    asked.reject()
    window.settle()
    window.close()


def test_the_keyboard_stays_on_the_page_when_the_list_of_names_led_to_issuing(qtbot: QtBot, tmp_path: Path) -> None:
    window = VisitWindow(qtbot, tmp_path)
    with window.context.write("Held") as work:
        attendance.mark_all_present(work, window.ids["visit"])
        texts = {"attendance.before": {"uk": "Виданий {holder_dative}"}}
        paper_templates.save(work, window.ids["programme"], "certificates", TemplateDraft(texts))
    window.desk.today = lambda: date(2023, 10, 31)
    window.go("print", window.ids["visit"], "certificates")
    page = window.window.current_page()
    assert isinstance(page, PrintPage)
    page.options.languages.set_values("uk", "")
    page.options._on_changed()
    window.settle()
    part = page.options.certificates
    window.until(lambda: part.issue.isVisible() and part._names_open)
    part.issue.setFocus()
    qtbot.keyClick(part.issue, Qt.Key.Key_Return)
    (asked,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, NamesDialog) and one.isVisible()]
    window.until(lambda: bool(asked.findChildren(QLineEdit)))
    go_on = asked.findChild(QPushButton, "dialog.names.accept")
    assert go_on is not None
    go_on.setFocus()
    with qtbot.waitSignal(part.issued, timeout=10000):
        qtbot.keyClick(go_on, Qt.Key.Key_Return)
    window.settle()
    window.until(lambda: page.finished is not None)
    assert window.window.focusWidget() is page.save
    window.close()
