"""Budget: choose a programme, figures, lines, expenditures, rates, movements, papers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.dates import PartialDate
from app.services import budgets, expenditures
from app.ui.dialogs.save_paper import SavePaper
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.editors.reallocation import ReallocationDialog
from app.ui.pages.budget import BudgetPage
from app.ui.pages.budget_chooser import ProgrammeCard
from app.ui.pages.budget_expenditures import ExpendituresTab
from app.ui.pages.budget_lines import LinesTab
from app.ui.widgets.chip import Chip
from tests.ui.money_window import MoneyWindow, plain


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MoneyWindow]:
    made = MoneyWindow(qtbot, tmp_path)
    made.window.resize(1440, 900)
    made.go("budget")
    yield made
    made.close()


def page(window: MoneyWindow) -> BudgetPage:
    found = window.window.current_page()
    assert isinstance(found, BudgetPage)
    return found


def lines(window: MoneyWindow) -> LinesTab:
    found = page(window).tab("lines")
    assert isinstance(found, LinesTab)
    return found


def spent(window: MoneyWindow) -> ExpendituresTab:
    found = page(window).tab("expenditures")
    assert isinstance(found, ExpendituresTab)
    return found


def dialog(window: MoneyWindow, name: str) -> DraftDialog:
    found = [made for made in window.window.findChildren(QDialog, name) if made.isVisible()]
    assert found, f"no {name}"
    assert isinstance(found[-1], DraftDialog)
    return found[-1]


def accept(window: MoneyWindow, name: str) -> None:
    dialog(window, name).findChild(QPushButton, f"{name}.accept").click()  # type: ignore[union-attr]
    window.settle()


def codes(window: MoneyWindow) -> list[str]:
    return [figure.code for figure in lines(window).table.model.shown_rows()]


def test_figures_of_the_head(window: MoneyWindow) -> None:
    shown = {key: plain(made.figure.text()) for key, made in page(window).strip.figures.items()}
    # 7 % of the 600 paid are 42.
    assert shown == {"planned": "3 500", "committed": "1 100", "actual": "600", "balance": "2 400", "indirect": "42"}
    window.until(lambda: _chips(window) == ["1 line over"])


def _figure(window: MoneyWindow, key: str) -> str:
    return plain(page(window).strip.figures[key].figure.text())


def _chips(window: MoneyWindow) -> list[str]:
    return [chip.state.word for chip in page(window).head.findChildren(Chip) if not chip.isHidden()]


def test_the_worst_line_is_chosen_and_advised(window: MoneyWindow) -> None:
    advice = plain(lines(window).panel.advice.accessibleName())
    assert "Orders exceed the plan by 100 EUR." in advice
    assert "100 EUR from line 2.2 would cover it. That stays inside heading 2" in advice


def test_reallocating_what_is_advised_covers_the_line(window: MoneyWindow) -> None:
    lines(window).panel.reallocate.click()
    made = dialog(window, "dialog.reallocation")
    assert isinstance(made, ReallocationDialog)
    assert "No notice is needed." in made.verdict.accessibleName()
    accept(window, "dialog.reallocation")
    window.until(lambda: _chips(window) == ["1 line close"])
    assert _figure(window, "planned") == "3 500", "nothing was added, only moved"
    window.undo()
    window.until(lambda: _chips(window) == ["1 line over"])


def test_the_form_of_a_movement_tells_the_limit(window: MoneyWindow) -> None:
    lines(window).panel.reallocate.click()
    made = dialog(window, "dialog.reallocation")
    assert isinstance(made, ReallocationDialog)
    fields = made.editor.fields
    fields["from_line_id"].set_value(window.ids["1.1"])
    fields["amount_minor"].set_value(400_00)
    made.editor.changed.emit()
    # 400 of the 1500 in heading 2 are 26.67 %, more than the 25 % of BU-9.
    assert "This needs an addendum first." in made.verdict.accessibleName()
    fields["amount_minor"].set_value(300_00)
    made.editor.changed.emit()
    assert "The donor gets a notice." in made.verdict.accessibleName()
    made.reject()


def test_headings_fold_with_the_keyboard(window: MoneyWindow, qtbot: QtBot) -> None:
    table = lines(window).table
    table.select(window.ids["2"])
    qtbot.keyClick(table.view, Qt.Key.Key_Left)
    assert codes(window) == ["1", "1.1", "2"]
    qtbot.keyClick(table.view, Qt.Key.Key_Right)
    assert codes(window) == ["1", "1.1", "2", "2.1", "2.2"]
    table.select(window.ids["2.1"])
    qtbot.keyClick(table.view, Qt.Key.Key_Left)
    assert table.current().code == "2", "Left on a line goes to its heading"


def test_add_change_delete_a_line(window: MoneyWindow, qtbot: QtBot) -> None:
    lines(window).add_line()
    made = dialog(window, "dialog.budget_line")
    made.editor.fields["code"].set_value("2.x-")
    made.editor.fields["title"].set_value({"en": "Parking"})
    accept(window, "dialog.budget_line")
    assert "is no code of a line" in made.editor.fields["code"].problem(), "the bad code is told under the field"
    made.editor.fields["code"].set_value("2.3")
    accept(window, "dialog.budget_line")
    window.until(lambda: "2.3" in codes(window))
    tab = lines(window)
    tab.panel.open_form()
    assert tab.panel.form is not None
    edit = tab.panel.form.fields["rate_minor"].control
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "12.50")
    tab.panel.form.fields["units"].set_value(2)
    tab.panel.keeper.keep()
    window.settle()
    window.until(lambda: _planned(window, "2.3") == 25_00)
    tab.delete([figure for figure in tab.table.model.shown_rows() if figure.code == "2.3"])
    window.settle()
    window.until(lambda: "2.3" not in codes(window))
    window.undo()
    window.until(lambda: "2.3" in codes(window))


def _planned(window: MoneyWindow, code: str) -> int:
    return next(figure.sums.planned for figure in lines(window).table.model.shown_rows() if figure.code == code)


def test_a_line_with_expenditures_stays(window: MoneyWindow) -> None:
    said: list[str] = []
    window.desk.said.connect(lambda title, text, tone, ways: said.append(text))
    tab = lines(window)
    tab.delete([figure for figure in tab.table.model.shown_rows() if figure.code == "2.1"])
    window.settle()
    window.until(lambda: bool(said))
    assert "2.1" in codes(window)


def test_the_template_adds_what_is_missing(window: MoneyWindow) -> None:
    lines(window).add_template()
    window.settle()
    window.until(lambda: "5.7" in codes(window))
    with window.context.read() as view:
        rows = budgets.list_rows(view, window.ids["programme"])
    assert len(rows) == len(budgets.EU_ANNEX_III)
    assert next(row.title for row in rows if row.code == "1.1") == "Salaries", "what was there is left alone"


def test_expenditures_are_filtered_changed_and_paid(window: MoneyWindow) -> None:
    window.go("budget", tab="expenditures")
    tab = spent(window)
    assert tab.table.model.shown == 2
    tab._filter("ordered")
    assert [row.supplier for row in tab.table.model.shown_rows()] == ["Air carrier"]
    tab.table.select(window.ids["order"])
    tab._on_paid()
    window.settle()
    window.until(lambda: _figure(window, "actual") == "1 100")
    window.undo()
    window.until(lambda: _figure(window, "actual") == "600")


def test_an_expenditure_is_kept_as_one_types(window: MoneyWindow) -> None:
    window.go("budget", "invoice", "expenditures")
    tab = spent(window)
    assert tab.form is not None
    tab.form.fields["net_minor"].set_value(500_00)
    tab.form.fields["vat_minor"].set_value(90_00)
    tab.keeper.keep()
    assert "not the gross sum" in tab.form.fields["gross_minor"].problem()
    tab.form.fields["vat_minor"].set_value(100_00)
    assert tab.keeper.keep()
    window.settle()
    with window.context.read() as view:
        assert expenditures.load(view, window.ids["invoice"]).vat_minor == 100_00


def test_a_new_expenditure_in_another_currency_waits_for_its_rate(window: MoneyWindow) -> None:
    page(window).new_expenditure()
    made = dialog(window, "dialog.expenditure")
    fields = made.editor.fields
    fields["supplier"].set_value("Готель")
    fields["currency"].set_value("UAH")
    fields["net_minor"].set_value(3000_00)
    fields["vat_minor"].set_value(900_00)
    made.editor.changed.emit()
    assert fields["gross_minor"].value() == 3900_00, "net and VAT give the gross"
    accept(window, "dialog.expenditure")
    assert fields["line_id"].problem(), "a line must be chosen"
    fields["line_id"].set_value(window.ids["2.2"])
    accept(window, "dialog.expenditure")
    window.until(lambda: page(window).facts is not None and page(window).facts.table.rates_missing == 1)
    window.go("budget", tab="rates")
    rates = page(window).tab("rates")
    rates.new()  # type: ignore[attr-defined]
    fields = dialog(window, "dialog.exchange_rate").editor.fields
    fields["currency"].set_value("UAH")
    fields["period"].set_value(PartialDate.parse("2023-10"))
    fields["rate"].set_value(39)
    accept(window, "dialog.exchange_rate")
    rates._on_fill()  # type: ignore[attr-defined]
    window.settle()
    # 3900 UAH at 39 for one euro are 100 EUR.
    window.until(lambda: _figure(window, "actual") == "700")


def test_with_all_programmes_one_is_chosen_first(window: MoneyWindow, qtbot: QtBot) -> None:
    window.desk.set_programme("")
    window.until(page(window).chooser.isVisible)
    assert page(window).primary_action() is None
    card = window.find(ProgrammeCard, "budget.programme.CEP-UA")
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert window.desk.programme_id == window.ids["programme"]
    window.until(page(window).strip.isVisible)


def test_papers_are_written(window: MoneyWindow, tmp_path: Path) -> None:
    window.go("budget", tab="reports")
    for paper, ending, begins in (
        ("budget", ".pdf", b"%PDF"),
        ("expenditures", ".xlsx", b"PK"),
        ("report", ".pdf", b"%PDF"),
    ):
        target = tmp_path / f"{paper}{ending}"
        SavePaper(page(window), window.desk, paper, "CEP-UA", ending, "en").write(target)
        window.settle()
        window.until(target.exists)
        assert target.read_bytes().startswith(begins)
