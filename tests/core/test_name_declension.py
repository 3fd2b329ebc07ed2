"""Names in the dative are proposed where a rule knows them, and nowhere else (CE-7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.name_declension import DECLINING, WholeName, dative


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # CE-7 names these three.
        (WholeName("Олександр", "Шевченко", "Іванович", "m"), "Олександру Івановичу Шевченку"),
        (WholeName("Олена", "Шевченко", "", "f"), "Олені Шевченко"),
        (WholeName("Світлана", "Булава"), "Світлані Булаві"),
        (WholeName("Наталія", "Згурська", "Петрівна"), "Наталії Петрівні Згурській"),
        (WholeName("Микола", "Сорока", "", "m"), "Миколі Сороці"),
        (WholeName("Ольга", "Коваль-Сидоренко", "", "f"), "Ользі Коваль-Сидоренко"),
        # The record decides before the name: Саша may be either.
        (WholeName("Саша", "Мельник", "", "f"), "Саші Мельник"),
        (WholeName("Саша", "Мельник", "", "m"), "Саші Мельнику"),
    ],
)
def test_ukrainian_names(name: WholeName, expected: str) -> None:
    assert dative(name, "uk") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (WholeName("Andrejs", "Ozols", "", "m", "LV"), "Andrejam Ozolam"),
        (WholeName("Jānis", "Kalniņš"), "Jānim Kalniņšam"),
        (WholeName("Mārtiņš", "Lielais", "", "m", "LV"), "Mārtiņšam Lielajam"),
        (WholeName("Markus", "Lapsa", "", "m", "LV"), "Markum Lapsam"),
        (WholeName("Valdis", "Egle", "", "m", "LV"), "Valdim Eglem"),
        (WholeName("Līga", "Egle"), "Līgai Eglei"),
        (WholeName("Anna Marija", "Bērziņa-Kalna", "", "f", "LV"), "Annai Marijai Bērziņai-Kalnai"),
    ],
)
def test_latvian_names(name: WholeName, expected: str) -> None:
    assert dative(name, "lv") == expected


@pytest.mark.parametrize(
    ("name", "language"),
    [
        (WholeName("Luka", "Novak", "", "m", "SI"), "lv"),
        (WholeName("Oksana", "Hrytsenko", "", "f", "UA"), "lv"),
        (WholeName("Maja", "Kranjca", "", "f", "SI"), "lv"),
        (WholeName("Otto", "Kalns", "", "m", "LV"), "lv"),
        (WholeName("Alex", "Ozols", "", "", "LV"), "lv"),
        (WholeName("Оксана", "Гриценко"), "lv"),
        (WholeName("Janez", "Novak", "", "m", "SI"), "uk"),
        (WholeName("Ђорђе", "Љубић", "", "m", "RS"), "uk"),
        (WholeName("Георги", "Иванов", "", "m", "BG"), "uk"),
        (WholeName("О.", "Шевченко", "І.", "m"), "uk"),
        (WholeName("<b>Олена</b>", "Шевченко", "", "f"), "uk"),
        (WholeName("Олена", "😀", "", "f"), "uk"),
        (WholeName("Саша", "Мельник", "", "x"), "uk"),
        (WholeName("Олена" * 1000, "Шевченко", "", "f"), "uk"),
        (WholeName("Maja", "Kranjc", "", "f", "SI"), "sl"),
        (WholeName("", ""), "uk"),
    ],
)
def test_nothing_is_proposed_where_no_rule_knows(name: WholeName, language: str) -> None:
    assert dative(name, language) == ""


_TEXTS = st.text(max_size=30) | st.text("АБВГҐДЕЄЖЗИІЇЙКЛМабвгґдеєжзиіїйклмнопрстуфхцчшщьюя'ʼ- ", max_size=30)


@given(_TEXTS, _TEXTS, _TEXTS, st.sampled_from(("", "f", "m", "x")), st.sampled_from(DECLINING))
def test_no_name_brings_it_down_and_a_proposal_is_one_line(
    given_name: str, family: str, patronymic: str, sex: str, language: str
) -> None:
    told = dative(WholeName(given_name, family, patronymic, sex), language)
    assert "\n" not in told
    assert told == told.strip()
