"""The list: filter in both scripts, sorting, selection kept, copy, columns, keyboard, a hundred thousand rows."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    born: date | None
    cost: int
    state: State


ROWS = (
    Row("1", "Ярослав Мельник", date(1981, 3, 14), 100, State("Ready", "success")),
    Row("2", "Špela Novak", None, -290000, State("Over", "danger")),
    Row("3", "Їжакевич Соломія", date(1979, 6, 2), 174050, State("Ready", "success")),
)
COLUMNS = (
    Column("name", "Name", 200, kind="bold"),
    Column("born", "Born", 120, kind="date"),
    Column("cost", "Cost", 100, kind="money"),
    Column("state", "State", 100, kind="chip"),
)


def make(qtbot: QtBot, rows: tuple[Row, ...] | list[Row] = ROWS) -> ListTable:
    made = ListTable(COLUMNS, name="list.test")
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.set_rows(rows)
    made.show()
    return made


def names(made: ListTable) -> list[str]:
    return [row.id for row in made.model.shown_rows()]


def test_filter_folds_marks_and_script(qtbot: QtBot) -> None:
    made = make(qtbot)
    qtbot.keyClicks(made.filter_box, "spela")
    assert names(made) == ["2"]
    made.filter_box.setText("yaroslav")
    assert names(made) == ["1"]
    made.filter_box.setText("nobody at all")
    assert names(made) == []
    made.clear_filter()
    assert names(made) == ["1", "2", "3"]


def test_filter_takes_words_in_any_order(qtbot: QtBot) -> None:
    made = make(qtbot)
    made.filter_box.setText("novak spela")
    assert names(made) == ["2"]


def test_sorting_puts_the_unknown_last_both_ways(qtbot: QtBot) -> None:
    made = make(qtbot)
    made.sort_by("born")
    assert names(made) == ["3", "1", "2"]
    made.sort_by("born", descending=True)
    assert names(made) == ["1", "3", "2"]
    made.sort_by("cost")
    assert names(made) == ["2", "1", "3"]


def test_selection_survives_new_rows(qtbot: QtBot) -> None:
    made = make(qtbot)
    assert made.select("3")
    made.set_rows(tuple(reversed(ROWS)))
    assert [row.id for row in made.selected_rows()] == ["3"]


def test_copy_is_a_table_for_a_spreadsheet(qtbot: QtBot) -> None:
    made = make(qtbot)
    made.show_column("born", False)
    made.select("3")
    made.view.copy_rows()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines() == ["Name\tCost\tState", "Їжакевич Соломія\t1740.50\tReady"]


def test_copy_disarms_formulas(qtbot: QtBot) -> None:
    made = make(qtbot, [Row("9", "=HYPERLINK(1)", None, 0, State(""))])
    made.view.copy_rows()
    assert "\t=" not in QGuiApplication.clipboard().text()
    assert "'=HYPERLINK(1)" in QGuiApplication.clipboard().text()


def test_enter_opens_and_delete_asks(qtbot: QtBot) -> None:
    made = make(qtbot)
    made.select("2")
    with qtbot.waitSignal(made.opened) as opened:
        qtbot.keyClick(made.view, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]
    with qtbot.waitSignal(made.delete_wanted) as deleted:
        qtbot.keyClick(made.view, Qt.Key.Key_Delete)
    assert deleted.args == [[ROWS[1]]]


def test_layout_goes_to_the_settings_and_back(qtbot: QtBot) -> None:
    made = make(qtbot)
    made.show_column("cost", False)
    made.sort_by("name", descending=True)
    state = made.layout_state()
    other = make(qtbot)
    other.restore_layout(state)
    assert other.layout_state()["hidden"] == ["cost"]
    assert other.model.sorting == ("name", True)
    other.restore_layout({"order": 5, "hidden": ["name", "born", "cost", "state"], "sort": ["?", 1]})
    assert other.view.sections(), "a damaged layout never hides everything"


def test_empty_and_no_hits_are_told(qtbot: QtBot) -> None:
    made = make(qtbot, [])
    assert made._stack.currentWidget() is made._empty
    made.set_rows(ROWS)
    assert made._stack.currentWidget() is made.view
    made.filter_box.setText("zzzz")
    assert made._stack.currentWidget() is made._nothing


def test_no_scroll_bar_sideways(qtbot: QtBot) -> None:
    made = make(qtbot)
    for width in (480, 700, 1200):
        made.resize(width, 300)
        qtbot.wait(1)
        assert made.view.horizontalScrollBar().maximum() == 0, width


def test_a_hundred_thousand_rows(qtbot: QtBot) -> None:
    rows = [Row(str(n), f"Person {n}", None, n, State("Ready", "success")) for n in range(100_000)]
    made = make(qtbot, rows)
    made.filter_box.setText("person 99999")
    assert names(made) == ["99999"]
    made.clear_filter()
    made.select("99999")
    assert made.view.verticalScrollBar().value() == made.view.verticalScrollBar().maximum()


def test_a_query_filters_and_sorts_elsewhere(qtbot: QtBot) -> None:
    asked: list[tuple[str, str, bool]] = []

    def query(text: str, key: str, descending: bool) -> tuple[Row, ...]:
        asked.append((text, key, descending))
        return ROWS[:1] if text else ROWS

    made = make(qtbot)
    made.model.set_query(query)
    made.filter_box.setText("x")
    assert names(made) == ["1"]
    made.sort_by("name", descending=True)
    assert asked == [("", "", False), ("x", "", False), ("x", "name", True)]
