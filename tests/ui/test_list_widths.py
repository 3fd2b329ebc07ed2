"""Columns of a list by what they hold: figures and states whole, titles giving way, spare columns stepping aside."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from app.ui.theme import theme
from app.ui.widgets.chip import State, chip_size
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.list_widths import Wish, shared

WISHES = st.lists(
    st.builds(
        lambda start, whole, cut, pinned, weight: Wish(start, whole, min(whole, cut), pinned, weight),
        st.sampled_from([0, 0, 80, 150, 300]),
        st.integers(40, 500),
        st.integers(40, 500),
        st.sampled_from([0, 0, 0, 60, 400]),
        st.sampled_from([1.0, 1.5]),
    ),
    min_size=1,
    max_size=10,
)


@given(WISHES, st.integers(100, 2600))
def test_widths_fill_the_room_and_nobody_goes_below_the_floor(wishes: list[Wish], room: int) -> None:
    widths = shared(wishes, room)
    floor = sum(wish.floor for wish in wishes)
    assert len(widths) == len(wishes)
    if floor <= room:
        assert sum(widths) == room
        assert all(width >= wish.floor for width, wish in zip(widths, wishes, strict=True))
    else:
        assert all(width < wish.floor or wish.floor == 0 for width, wish in zip(widths, wishes, strict=True))


@given(WISHES, st.integers(100, 2600))
def test_nothing_is_cut_while_all_could_be_whole(wishes: list[Wish], room: int) -> None:
    if sum(wish.needed for wish in wishes) <= room:
        widths = shared(wishes, room)
        assert all(width >= wish.needed for width, wish in zip(widths, wishes, strict=True))


def test_long_titles_are_cut_alike_and_short_ones_stay() -> None:
    long, longer, short, date = Wish(0, 300, 80), Wish(200, 500, 80), Wish(0, 90, 80), Wish(120, 110, 110)
    assert shared([long, longer, short, date], 600) == [200, 200, 90, 110]
    # The name of the record (1.5) keeps half as much again: 160 and 240.
    assert shared([replace(long, weight=1.5), longer, short, date], 600) == [240, 160, 90, 110]


@dataclass(frozen=True)
class Visit:
    id: str
    title: str
    kind: str
    day: str
    state: State


STATE = State("Sessions without interpreter", "warning", "mic")
VISIT = Visit("1", "Mentoring visit Domžale – Zavodske", "Mentoring visit", "2023-10-09", STATE)
COLUMNS = (
    Column("title", "Title", kind="bold"),
    Column("kind", "Kind of the visit", 140, spare=True),
    Column("day", "Day", 60, kind="date"),
    Column("state", "State", 60, kind="chip"),
)


def make(qtbot: QtBot, width: int) -> ListTable:
    made = ListTable(COLUMNS, name="list.test")
    qtbot.addWidget(made)
    made.resize(width, 300)
    made.set_rows([VISIT])
    made.show()
    qtbot.waitExposed(made)
    return made


def width_of(made: ListTable, key: str) -> int:
    section = next(n for n, column in enumerate(COLUMNS) if column.key == key)
    return made.view.columnWidth(section)


def test_a_title_and_a_state_have_what_they_need_whatever_was_said_of_their_width(qtbot: QtBot) -> None:
    made = make(qtbot, 900)
    assert width_of(made, "title") > QFontMetrics(theme().font("strong")).horizontalAdvance(VISIT.title)
    assert width_of(made, "state") > chip_size(STATE).width() + theme().space(4)


def test_spare_columns_step_aside_and_come_back(qtbot: QtBot) -> None:
    made = make(qtbot, 900)
    assert [COLUMNS[n].key for n in made.view.sections()] == ["title", "kind", "day", "state"]
    made.resize(500, 300)
    assert [COLUMNS[n].key for n in made.view.sections()] == ["title", "day", "state"]
    assert made.layout_state()["hidden"] == [], "the user hid nothing"
    assert width_of(made, "state") > chip_size(STATE).width(), "a state is never cut"
    made.resize(900, 300)
    assert [COLUMNS[n].key for n in made.view.sections()] == ["title", "kind", "day", "state"]
    assert made.layout_state()["widths"] == {}, "nor gave any column a width"


def test_a_width_given_stays_until_a_double_click_on_the_edge(qtbot: QtBot) -> None:
    made = make(qtbot, 900)
    head = made.view.horizontalHeader()
    head.resizeSection(2, 222)
    made.set_rows([replace(VISIT, title="Short")])
    made.resize(1000, 300)
    assert width_of(made, "day") == 222
    head.sectionHandleDoubleClicked.emit(2)
    assert width_of(made, "day") < 222
    assert made.layout_state()["widths"] == {}


def test_typing_into_the_filter_moves_no_column(qtbot: QtBot) -> None:
    made = make(qtbot, 900)
    made.set_rows([VISIT, replace(VISIT, id="2", title="Short")])
    before = [made.view.columnWidth(n) for n in range(4)]
    made.filter_box.setText("short")
    assert [made.view.columnWidth(n) for n in range(4)] == before
