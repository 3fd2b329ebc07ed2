"""Many words at once get the spellings and the keys that each gets by itself."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.matching_keys import matching_key
from app.core.name_batches import is_plain, latin_spellings, matching_keys, plain_forms
from app.core.text import fold
from app.core.transliteration import transliteration

_SMALL = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_plain = st.builds(
    lambda first, rest: first + rest,
    st.sampled_from("АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ" + "ABCDGHIJKSTWXYZ"),
    st.text(alphabet=_SMALL, min_size=1, max_size=9) | st.text(alphabet="abcdeghijkostwxyz", min_size=1, max_size=9),
)
_messy = st.text(alphabet=_SMALL + "ЄЇЙЮЯЗГЩ'’-abcxyzijtschABCČšéёыђј \n", max_size=9)


@settings(max_examples=400, deadline=None)
@given(st.lists(_plain | _messy, max_size=12, unique=True))
def test_together_as_one_by_one(words: list[str]) -> None:
    assert matching_keys(words) == {word: matching_key(word) for word in words}
    one_by_one = {word: (transliteration(word).text, bool(transliteration(word).foreign)) for word in words}
    assert latin_spellings(words) == one_by_one


def test_plain_words() -> None:
    assert [
        word for word in ("Шевченко", "Novak", "шевченко", "О", "Kovač", "Лук'яненко", "Ёлкин") if is_plain(word)
    ] == [
        "Шевченко",
        "Novak",
    ]
    assert latin_spellings(["Згурський", "Єгоров"]) == {"Згурський": ("Zghurskyi", False), "Єгоров": ("Yehorov", False)}
    assert matching_keys(["Щербак", "Scherbak"]) == {"Щербак": "sherbak", "Scherbak": "sherbak"}


@settings(max_examples=400, deadline=None)
@given(st.lists(_plain | _messy, max_size=12, unique=True))
def test_plain_forms_are_what_folding_gives(words: list[str]) -> None:
    for word, form in plain_forms(words).items():
        assert form is None or form == fold(word)
    assert set(plain_forms(words)) == set(words)


def test_what_has_a_plain_form() -> None:
    words = ["Шевченко", "ЇЖАКЕВИЧ", "", "Novak", "Лук'яненко", "Kovač", "Згурський", "van der"]
    assert plain_forms(words) == {
        "Шевченко": "shevchenko",
        "ЇЖАКЕВИЧ": "yizhakevych",
        "": "",
        "Novak": "novak",
        "Лук'яненко": None,
        "Kovač": None,
        "Згурський": None,
        "van der": None,
    }
