"""Late, online, a key of letters: what registers write beside plus and minus (PL-4)."""

import pytest

from app.core.vocabulary import Presence
from app.importers.attendance_marks import MarkHabit, key_of, mark_habit, read_mark


@pytest.mark.parametrize(
    "text",
    [
        "запізнився", "запізнення 15 хв", "late", "late (excused)", "came late", "left early", "sen 10 min", "zamuda",
        "kasnio", "касни 5 мин", "доцнеше", "nokavēja", "так, запізнилась", "пішла о 12:00",
    ],
)  # fmt: skip
def test_who_came_late_or_left_early_was_there_and_it_is_told(text: str) -> None:
    found = read_mark(text, MarkHabit())
    assert found.mark is not None
    assert found.mark.presence is Presence.PRESENT
    assert found.told is not None
    assert found.told.code == "attendance_mark_late"


@pytest.mark.parametrize("text", ["ні, запізнився на потяг", "not there, late flight", "не був, запізнився"])
def test_who_was_not_there_was_not_late(text: str) -> None:
    found = read_mark(text, MarkHabit())
    assert found.mark is None or found.mark.presence is not Presence.PRESENT


@pytest.mark.parametrize(
    "text", ["онлайн", "офлайн", "очно", "Online", "in person", "na daljavo", "på distans", "klātienē"]
)
def test_how_somebody_took_part_says_that_he_did(text: str) -> None:
    found = read_mark(text, MarkHabit())
    assert found.mark is not None
    assert found.mark.presence is Presence.PRESENT
    assert found.told is None


def test_the_key_of_a_list_explains_its_letters() -> None:
    key = key_of(["P = present, A = absent, L = late, E = excused", "9:00 - Opening", "Підпис ________"])
    assert key == {"p": "present", "a": "absent", "l": "late", "e": "excused"}
    habit = mark_habit(["P", "L"], key)
    late, unknown = read_mark("L", habit), read_mark("L", MarkHabit())
    assert late.mark is not None
    assert late.mark.presence is Presence.PRESENT
    assert unknown.mark is None


def test_y_and_n_explain_one_another_and_n_alone_says_nothing() -> None:
    pair = read_mark("N", mark_habit(["Y", "N"]))
    assert pair.mark is not None
    assert pair.mark.presence is Presence.ABSENT
    assert read_mark("N", mark_habit(["N", "F"])).mark is None
