"""Headings that no synonym knows: what a question is about, what values tell, and what is left alone (7.2)."""

from pathlib import Path

import pytest

from app.importers.cell_words import no_diet
from app.importers.heading_topics import account_column, topics
from app.importers.name_and_post import clean_full_name
from app.importers.row_words import names_roles
from app.importers.staging import Staged, stage
from app.importers.text_table import read_text_table
from app.importers.workbook import open_workbook
from tests.importers.workbooks import xlsx


def _fields(staged: Staged) -> dict[str, str]:
    """Field → heading of the first sheet."""
    return {one.field: one.heading for one in staged.sheets[0].headings.columns.values()}


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Чи є особливі потреби в харчуванні?", "diet"),
        ("Vai Jums ir īpašas vajadzības ēdināšanā?", "diet"),
        ("Koju funkciju obavljate?", "position"),
        ("Vilken kommun representerar du?", "organisation"),
    ],
)
def test_a_question_tells_what_it_is_about(question: str, field: str) -> None:
    assert topics(question)[0].field == field


@pytest.mark.parametrize("heading", ["Вартість харчування", "Cost of the hotel", "Ваші очікування", "Місце посадки"])
def test_sums_wishes_and_boarding_places_are_no_answers(heading: str) -> None:
    assert topics(heading) == ()


@pytest.mark.parametrize(
    "said", ["No food allergies", "нема посебних захтева", "Ні, немає", "nej tack", "standardni", "inga kända"]
)
def test_nothing_special_is_no_diet(said: str) -> None:
    assert no_diet(said)


@pytest.mark.parametrize("said", ["без м'яса", "no nuts", "Inget fläskkött", "алергія на мед", "bez glutēna", "vegan"])
def test_what_is_not_eaten_stays_a_diet(said: str) -> None:
    assert not no_diet(said)


def test_values_tell_what_unknown_headings_do_not(tmp_path: Path) -> None:
    staged = stage(
        open_workbook(
            xlsx(
                tmp_path / "a.xlsx",
                ["Хто", "Чим займається", "Що представляє", "Мобільний", "Папір"],
                ["Ткач Олена Іванівна", "начальник відділу", "Лубенська міська рада", "0671112233", "FE123456"],
                ["Бойко Іван Петрович", "депутат", "Хорольська міська рада", "0671112234", "FE123457"],
            )
        )
    )
    assert _fields(staged) == {
        "full_name": "Хто",
        "position": "Чим займається",
        "organisation": "Що представляє",
        "phone": "Мобільний",
        "passport_number": "Папір",
    }
    assert {one.confidence for one in staged.sheets[0].headings.columns.values() if one.how == "values"} == {0.75}


def test_hosts_and_partners_are_nobodys_organisation(tmp_path: Path) -> None:
    staged = stage(
        open_workbook(
            xlsx(
                tmp_path / "a.xlsx",
                ["ПІБ", "Телефон", "Приймаюча сторона"],
                ["Ткач Олена Іванівна", "0671112233", "Občina Velenje"],
                ["Бойко Іван Петрович", "0671112234", "Občina Velenje"],
            )
        )
    )
    assert "organisation" not in _fields(staged)


def test_an_agenda_is_no_list_of_people_by_its_speakers(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        ["Час", "Тема", "Доповідач", "Місце"],
        ["09:00", "Відкриття", "Ткач Олена", "Зала 1"],
        ["10:00", "Бюджет", "Бойко Іван", "Зала 1"],
    )
    with pytest.raises(Exception, match="import_no_headings"):
        stage(open_workbook(path))


def test_the_name_of_the_account_gives_way(tmp_path: Path) -> None:
    texts = {1: ["ID"], 2: ["Start time"], 3: ["Completion time"], 4: ["Email"], 5: ["Name"], 6: ["Full name"]}
    assert account_column(texts) == 5
    assert account_column({1: ["Name"], 2: ["Email"]}) == 0


def test_headings_of_roles_name_no_body() -> None:
    assert all(map(names_roles, ("Drivers and interpreters:", "Супровід", "Запасні:", "Vozači", "Tolkar")))
    assert not any(map(names_roles, ("Делегація Лубенської громади", "JKP Vodovod", "Водоканал")))


def test_a_role_before_and_a_party_behind_the_name() -> None:
    assert clean_full_name("Vodič: Emir Šabić").value == "Emir Šabić"
    assert ("position", "Vodič") in clean_full_name("Vodič: Emir Šabić").also
    cleaned = clean_full_name("Ulla Bergström (S)")
    assert cleaned.value == "Ulla Bergström"
    assert [told.code for told in cleaned.told] == ["import_name_beside"]


def test_middle_names_are_given_names_but_patronymics_stay(tmp_path: Path) -> None:
    staged = stage(
        open_workbook(
            xlsx(
                tmp_path / "a.xlsx",
                ["First name", "Middle name", "Last name"],
                ["Karl", "Erik", "Holm"],
                ["Олена", "Іванівна", "Ткач"],
                ["Olena", "Ivanivna", "Tkach"],
            )
        )
    )
    assert [(row.fields.get("given_name"), row.fields.get("patronymic", "")) for row in staged.rows] == [
        ("Karl Erik", ""),
        ("Олена", "Іванівна"),
        ("Olena", "Ivanivna"),
    ]


def test_lines_that_were_quoted_whole_are_a_table_and_a_list_of_names_is_not() -> None:
    assert read_text_table(b'"a;b;c"\n"1;2;3"\n').rows == [["a", "b", "c"], ["1", "2", "3"]]
    assert read_text_table(b'"Name"\n"Koval, Ivan"\n').rows == [["Name"], ["Koval, Ivan"]]
    assert read_text_table(b'"Name, first"\n"Koval, Ivan"\n').rows == [["Name, first"], ["Koval, Ivan"]]
