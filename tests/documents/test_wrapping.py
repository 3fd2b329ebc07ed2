"""Lines are never wider than asked, lose no letter, and are quick for endless texts (O2)."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.styles import CELL, ROW_FIRST, TITLE
from app.documents.texts import Text, clean
from app.documents.wrapping import balanced, fitted, text_width, wrap, wrap_pair, wrap_runs

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co")), max_size=120)


@given(WORDS, st.floats(40, 300))
@settings(max_examples=200)
def test_no_line_is_wider_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = wrap(text, CELL, width)
    drawn = "".join(run for line in lines for run, _ in line.runs)
    assert drawn.replace(" ", "") == clean(text).replace("\n", "").replace(" ", "")
    for line in lines:
        assert line.width <= width + 0.01
        assert abs(line.width - sum(text_width(run, style) for run, style in line.runs)) < 0.01


@given(WORDS, WORDS, st.floats(40, 300))
def test_runs_keep_to_the_width(first: str, second: str, width: float) -> None:
    runs = [(clean(first), CELL), (clean(second), ROW_FIRST)]
    for line in wrap_runs(runs, width):
        assert line.width <= width + 0.01


def test_no_break_spaces_hold() -> None:
    lines = wrap("due 31\u00a0December\u00a02024", CELL, text_width("31 December 2024", CELL) + 1)
    assert [line.runs[0][0] for line in lines] == ["due", "31\u00a0December\u00a02024"]


def test_a_long_word_breaks_at_its_hyphen_first() -> None:
    word = "Strokovno-izobraževalnega"
    lines = wrap(word, CELL, text_width("Strokovno-izobr", CELL))
    assert lines[0].runs[0][0] == "Strokovno-"


def test_second_language_stands_below_smaller_and_only_once() -> None:
    lines = wrap_pair(Text("Lunch", "Обід"), CELL, 200)
    assert [line.runs[0][1].size for line in lines] == [8.5, 8.5 * 0.85]
    assert len(wrap_pair(Text("CEP", "CEP"), CELL, 200)) == 1
    assert len(wrap_pair(Text("Lunch", ""), CELL, 200)) == 1
    assert wrap_pair(Text(), CELL, 200) == []


def test_fitted_shrinks_to_its_floor_only() -> None:
    assert fitted("short", TITLE, 400, 16).size == 20
    assert fitted("x" * 200, TITLE, 400, 16).size == 16


def test_balanced_lines_are_nearly_equal() -> None:
    lines = balanced("Ministry of Foreign and European Affairs", CELL, 120, 3)
    widths = [line.width for line in lines]
    assert max(widths) - min(widths) < 60


def test_a_megabyte_is_wrapped_in_time() -> None:
    start = time.perf_counter()
    lines = wrap("слово " * 90_000 + "x" * 200_000, CELL, 150)
    assert len(lines) > 10_000
    assert time.perf_counter() - start < 5


def test_a_date_too_wide_for_its_cell_is_parted_at_its_words() -> None:
    from datetime import date

    from app.documents.formats import formats

    def lines(language: str, width_of: str) -> list[str]:
        days = formats(language).date_range(date(2023, 10, 9), date(2023, 10, 27))
        made = wrap(days, CELL, text_width(width_of, CELL) + 0.1)
        return [line.runs[0][0].replace("\u00a0", " ").strip() for line in made]

    # After the dash of the range while a whole date fits, then between the month and the year, never before «р.».
    assert lines("uk", "9–27 жовтня 2023 р.") == ["9–27 жовтня 2023 р."]
    assert lines("uk", "27 жовтня 2023 р.") == ["9–", "27 жовтня 2023 р."]
    assert lines("uk", "27 жовтня 2023") == ["9–27 жовтня", "2023 р."]
    assert lines("sl", "9.–27. oktober 2") == ["9.–27. oktober", "2023"]
    # The full stop of a day is no place to break: the month would begin a line with a space.
    assert lines("lv", "2023. gada 9.–27.") == ["2023. gada 9.–", "27. oktobris"]
