"""Rows on their way from the reading child: whatever a column holds line after line, what arrives is what was sent."""

import math
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import orjson
from hypothesis import given
from hypothesis import strategies as st

from app.importers.row_lines import RowDecoder, RowEncoder

TEXTS = st.sampled_from(["", "", "a", "b", "так", "ні", "1", "True", "2027-03-01"])
DAYS = st.sampled_from(["", date(2027, 3, 1), date(1981, 3, 14)])
OTHERS = st.sampled_from(["", 1.0, 0.0, True, False, datetime(2027, 3, 1, 9, 30), time(9, 30), timedelta(hours=30)])
#: A column is of one kind in most lines and of another in some.
CELLS = st.sampled_from([TEXTS, TEXTS, TEXTS, DAYS, OTHERS, st.one_of(TEXTS, DAYS, OTHERS)])
LINES = st.lists(CELLS.flatmap(lambda cells: st.lists(cells, min_size=1, max_size=6)), min_size=1, max_size=8)


def _sent(lines: Sequence[Sequence[Any]]) -> tuple[list[list[Any]], list[bytes]]:
    """What arrives of a sheet of one column, line by line, and the lines."""
    encoder, decoder = RowEncoder(), RowDecoder()
    packed = [encoder.rows(0, [[cell] for cell in cells]) for cells in lines]
    return [decoder.take_columns(orjson.loads(line)["columns"], b"null" in line)[0] for line in packed], packed


@given(LINES)
def test_what_arrives_is_what_was_sent(lines: list[list[Any]]) -> None:
    arrived, _packed = _sent(lines)
    assert arrived == lines
    # 1 and TRUE are equal for Python.
    assert [[type(cell) for cell in cells] for cells in arrived] == [[type(cell) for cell in cells] for cells in lines]


def test_words_before_another_cell_are_sent_once_more() -> None:
    lines = [["так", "ні", "так", "ні"], ["нове", 1.0], ["нове", "так", "нове", "ні"]]
    arrived, packed = _sent(lines)
    assert arrived == lines
    assert [b'"codes"' in line for line in packed] == [True, False, True]
    assert "нове".encode() in packed[2], "the other end was not told of the word with the line that went as it was"


def test_texts_that_do_not_repeat_go_as_they_are() -> None:
    lines = [[f"{row}@a.example" for row in range(start, start + 4)] for start in (0, 4, 8)]
    arrived, packed = _sent(lines)
    assert arrived == lines
    assert [b'"codes"' in line for line in packed] == [False, False, False]


def test_what_is_no_number_is_told_so() -> None:
    assert _sent([[math.nan, 1.0]])[0] == [["NaN", 1.0]]
