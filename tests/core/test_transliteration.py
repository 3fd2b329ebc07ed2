"""Resolution 55: all cases of the field, repairs, and the laws of transliteration and folding."""

import csv
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.paths import resources
from app.core.text import clean, fold
from app.core.transliteration import plain_latin, repair_mixed_script, romanise, transliterate, transliteration

_CASES = resources().parent / "tests" / "data" / "transliteration-cases.csv"


def _cases() -> list[tuple[str, str, str]]:
    with _CASES.open(encoding="utf-8", newline="") as source:
        return [(row["source_uk"], row["expected_latin"], row["rule"]) for row in csv.DictReader(source)]


def test_there_are_all_cases() -> None:
    assert len(_cases()) == 175


@pytest.mark.parametrize(("source", "expected", "rule"), _cases())
def test_case(source: str, expected: str, rule: str) -> None:
    assert transliterate(source) == expected, rule


def test_repairs_and_foreign_letters_are_told() -> None:
    found = transliteration("Iванов Эдуард")
    assert found.text == "Ivanov Eduard"
    assert found.repaired == ("Iванов",)
    assert found.foreign == ("э",)


def test_the_repair_goes_to_the_script_that_can_take_all() -> None:
    assert repair_mixed_script("Petrа") == ("Petra", ("Petrа",))
    assert repair_mixed_script("Кoвaль") == ("Коваль", ("Кoвaль",))
    assert repair_mixed_script("Zoom для всіх") == ("Zoom для всіх", ())


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_latin_text_comes_back_as_it_is(text: str) -> None:
    assert transliterate(text) == unicodedata.normalize("NFC", text)


@given(st.text())
def test_transliterating_twice_changes_nothing(text: str) -> None:
    once = transliterate(text)
    assert transliterate(once) == once


@example("Ӭ")
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'АБВГҐДЕЄЖЗИІЇЙ -"))
def test_folded_ukrainian_is_plain(text: str) -> None:
    assert fold(text).isascii()


@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЄЗЇЩЮЯ'ыђaёZ ", min_size=1, max_size=8))
def test_the_quick_way_of_a_plain_word_is_the_careful_one(word: str) -> None:
    quick = plain_latin(word)
    if word.isalpha() and not set(word.lower()) & set("ыђaёz") and "зг" not in word.lower():
        assert quick == romanise(word).casefold()
    else:
        assert quick is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Їжакевич", "yizhakevych"),
        ("YIZHAKEVYCH", "yizhakevych"),
        ("Знам’янка", "znamianka"),
        ("Новак Ђоковић", "novak dokovic"),
        ("Đoković", "dokovic"),
        ("Åsa  Öberg", "asa oberg"),
        ("Ģirts Ķeniņš", "girts kenins"),
        ("Щer\u200bбак", "shcherbak"),
        ("Рыбин", "rybin"),
    ],
)
def test_folding(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_cleaning_keeps_what_is_seen_and_drops_what_is_not() -> None:
    assert clean("  Юлія\u00a0 Ї\u200bжак_x000D_\n\n x\x00 ") == "Юлія Їжак\nx"
    assert clean("и\u0306ого") == "його"
    assert clean("a\u202eb") == "ab"
