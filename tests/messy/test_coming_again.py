"""Forty people come again and again, as towns send them: nobody is made twice, nobody merged without a click."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.transliteration import transliteration
from app.importers.pasted_table import paste_workbook
from app.importers.staged import StagedRow
from app.services import import_deciding, imports, programmes
from app.services.context import Context
from app.services.imports import ImportPlan
from tests.dump import dump

_FAMILIES = (
    "Шевченко Коваль Мельник Бондар Ткачук Їжакевич Гнатюк Щербак Яременко Юрченко Зінчук Д'яченко Кравець Лисенко "
    "Поліщук Савчук Руденко Марченко Клименко Павлюк Семенюк Зозуля Ґудзь Хоменко Цимбал Чорновіл Жук Ющук Єременко "
    "Олійник Вовк Гончар Дорошенко Кучер Левченко Москаль Назарук Панченко Рибак Сидоренко"
).split()
_GIVEN = ("Олена", "Іван", "Ірина", "Олексій", "Юлія", "Сергій", "Наталія", "Андрій", "Євгенія", "Ярослав")
_MIDDLE = (("Іванівна", "Петрівна", "Олексіївна"), ("Іванович", "Петрович", "Юрійович"))
_HEADINGS = ("ПІБ", "Організація", "Посада", "E-mail", "Телефон", "Дата народження")


def _person(number: int) -> tuple[str, ...]:
    """Every third without an e-mail, every fourth without a birth date."""
    given, middle = _GIVEN[number % 10], _MIDDLE[number % 2][number % 3]
    return (
        f"{_FAMILIES[number]} {given} {middle}",
        "Заводська міська рада",
        "спеціаліст",
        f"p{number}@town.example" if number % 3 else "",
        f"05011122{number:02}",
        f"{1 + number % 28:02}.03.{1960 + number}" if number % 4 else "",
    )


_PEOPLE = [_person(number) for number in range(40)]


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Context]:
    """A data file in which the forty are."""
    context = Context.open(tmp_path / "forty.mdesk")
    with context.write("New") as work:
        programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
    _take(context, _plan(context, _HEADINGS, *_PEOPLE))
    assert len(dump(context)["person"]) == 40
    yield context
    context.close()


def _plan(context: Context, *rows: tuple[str, ...]) -> ImportPlan:
    workbook = paste_workbook("\n".join("\t".join(row) for row in rows))
    with context.read() as view:
        return imports.plan(view, workbook, imports.target_of(view, "CEP-UA"))


def _take(context: Context, plan: ImportPlan) -> None:
    with context.write("Take in") as work:
        imports.take_in(work, plan)


def _outcomes(plan: ImportPlan) -> dict[str, int]:
    return dict(Counter(row.outcome.value for row in plan.rows))


def test_the_same_people_in_latin_letters_and_another_order_get_their_passports(ground: Context) -> None:
    shuffled = random.Random(3).sample(_PEOPLE, 40)
    rows = []
    for number, person in enumerate(shuffled):
        family, given, _middle = person[0].split()
        latin = (transliteration(given).text, transliteration(family).text.upper())
        rows.append((*latin, f"FA{100000 + number}", "01.02.2032"))
    plan = _plan(ground, ("First name", "Last name", "Passport No.", "Passport valid until"), *rows)
    assert _outcomes(plan) == {"update": 40}
    assert {one.field for _row, match in plan.pairs() for one in match.differences} == {
        "passport_number",
        "passport_expiry",
    }
    _take(ground, plan)
    people = dump(ground)["person"]
    assert len(people) == 40
    assert {(one["given_name"], one["family_name"]) for one in people} == {
        (person[0].split()[1], person[0].split()[0]) for person in _PEOPLE
    }
    assert all(one["passport_number"] for one in people)
    again = _plan(ground, ("First name", "Last name", "Passport No.", "Passport valid until"), *rows)
    assert _outcomes(again) == {"same": 40}


def test_only_those_who_changed_are_updates_and_a_role_is_no_change(ground: Context) -> None:
    changed = [(*one[:2], "начальник", *one[3:]) if number % 4 == 0 else one for number, one in enumerate(_PEOPLE)]
    plan = _plan(ground, _HEADINGS, *changed)
    assert _outcomes(plan) == {"update": 10, "same": 30}
    _take(ground, plan)
    roles = [(*one, "перекладач") for one in changed]
    assert _outcomes(_plan(ground, (*_HEADINGS, "Роль"), *roles)) == {"same": 40}


def _one(context: Context, *row: str, headings: tuple[str, ...] = _HEADINGS) -> tuple[StagedRow, dict[str, str]]:
    plan = _plan(context, headings, (*row, *[""] * (len(headings) - len(row))))
    ((found, match),) = plan.pairs()
    return found, {one.field: one.new for one in match.differences}


@pytest.mark.parametrize(
    ("row", "outcome", "changes"),
    [
        # Known: Шевченко Олена Іванівна, no e-mail, no birth date.
        (("Шевченко Олена Василівна",), "new", {}),
        (("Шевченко Олена",), "same", {}),
        (("Шевченко О. І.",), "doubtful", {}),
        (("Коваль-Шевченко Олена",), "doubtful", {}),
        # Known: Коваль Іван Петрович, 2.3.1961, p1@town.example.
        (("КОВАЛЬ ІВАН ПЕТРОВИЧ",), "same", {}),
        (("Коваль Іван Петрович", "", "", "", "", "01.01.1999"), "new", {}),
        (("Коваль Іван Петрович", "", "", "", "", "1961"), "same", {}),
        (("Коваль Іван Петрович", "", "", "", "", "1999"), "new", {}),
        (("Ivan Koval", "", "", "p1@town.example"), "same", {}),
        (("Коваль", "", "", "p1@town.example"), "doubtful", {}),
        # Known: Мельник Ірина Олексіївна, p2@town.example; married, and a colleague at the same address.
        (("Бондаренко Ірина Олексіївна", "", "", "p2@town.example"), "doubtful", {}),
        (("Ткач Анна Борисівна", "", "", "p2@town.example"), "new", {}),
        # Known: Яременко Євгенія Олексіївна, p8@town.example, Latin spelling made by the table.
        (("Evgenia Yaremenko", "", "", "p8@town.example"), "update", {"given_latin": "Evgenia"}),
        (("Щербк Андрій Петрович",), "doubtful", {}),
    ],
)
def test_somebody_like_somebody_known(
    ground: Context, row: tuple[str, ...], outcome: str, changes: dict[str, str]
) -> None:
    found, differs = _one(ground, *row)
    assert (found.outcome.value, differs) == (outcome, changes)


def test_a_spelling_of_the_passport_stays(ground: Context) -> None:
    passport = (
        "Прізвище",
        "Ім'я",
        "Прізвище (як у закордонному паспорті)",
        "Ім'я (як у закордонному паспорті)",
        "E-mail",
    )
    _take(ground, _plan(ground, passport, ("Яременко", "Євгенія", "Yaremenko", "Ievgeniia", "p8@town.example")))
    found, differs = _one(ground, "Evgenia Yaremenko", "", "", "p8@town.example")
    assert (found.outcome.value, differs) == ("same", {})


def test_twins_and_father_and_son_under_one_address_are_all_new_and_told(ground: Context) -> None:
    plan = _plan(
        ground,
        _HEADINGS,
        ("Гайдук Олег Юрійович", "Лубенська рада", "", "rada@lubny.example", "", "05.05.1971"),
        ("Гайдук Ольга Юріївна", "Лубенська рада", "", "rada@lubny.example", "", "05.05.1971"),
        ("Гайдук Олег Олегович", "Лубенська рада", "", "rada@lubny.example", "", "05.05.2004"),
        ("Сокіл Іван Іванович", "Лубенська рада", "", "", "", "01.02.1960"),
        ("Сокіл Іван Іванович", "Лубенська рада", "", "", "", "01.02.1990"),
    )
    assert _outcomes(plan) == {"new": 5}
    assert [row.row for row in plan.rows if row.warnings] == [3, 4]


@pytest.mark.parametrize("headings", [("Прізвище", "Посада"), ("Ім'я", "Посада")])
def test_somebody_of_half_a_name_is_not_made_twice(ground: Context, headings: tuple[str, ...]) -> None:
    first = _plan(ground, headings, ("Орися", "кухарка"))
    assert _outcomes(first) == {"new": 1}
    _take(ground, first)
    assert _outcomes(_plan(ground, headings, ("Орися", "кухарка"))) == {"doubtful": 1}


def test_who_does_not_come_is_taken_in_by_a_click_only(ground: Context) -> None:
    headings = (*_HEADINGS, "Примітка")
    rows = [("Сокіл Віта Олегівна", *[""] * 5, "не їде"), (*_PEOPLE[1], "не їде"), (*_PEOPLE[2], "")]
    plan = _plan(ground, headings, *rows)
    assert [(row.outcome.value, row.reason) for row in plan.rows] == [
        ("doubtful", "import_row_cancelled"),
        ("doubtful", "import_row_cancelled"),
        ("same", "import_row_same"),
    ]
    _take(ground, plan)
    assert len(dump(ground)["person"]) == 40
    with ground.read() as view:
        decided = import_deciding.apply(view, plan, plan, {(plan.rows[0].sheet, 2): imports.Decision(as_new=True)})
    _take(ground, decided)
    assert len(dump(ground)["person"]) == 41


def test_a_couple_in_one_cell_waits_and_makes_one_person_by_a_click(ground: Context) -> None:
    known = _PEOPLE[1][0].split()
    rows = [
        ("Устим та Марта Зайченко", *_PEOPLE[3][1:3], "", "", ""),
        (f"{known[0]} {known[1]} і Марта", *_PEOPLE[1][1:]),
        _PEOPLE[1],
    ]
    plan = _plan(ground, _HEADINGS, *rows)
    assert [(row.outcome.value, row.reason) for row in plan.rows] == [
        ("doubtful", "import_row_several_people"),
        ("doubtful", "import_row_several_people"),
        ("same", "import_row_same"),
    ]
    assert dict(plan.rows[0].reason_params) == {"first": "Устим Зайченко", "others": "Марта Зайченко"}
    _take(ground, plan)
    assert len(dump(ground)["person"]) == 40
    with ground.read() as view:
        decided = import_deciding.apply(view, plan, plan, {(plan.rows[0].sheet, 2): imports.Decision(as_new=True)})
    _take(ground, decided)
    made = [one for one in dump(ground)["person"] if one["family_name"] == "Зайченко"]
    assert [(one["given_name"], one["family_name"]) for one in made] == [("Устим", "Зайченко")]


@pytest.mark.parametrize("gap", [0, 1, 3])
def test_tables_beside_one_another_are_known_again_wherever_they_begin(ground: Context, gap: int) -> None:
    headings = ("ПІБ", "Посада", "Телефон")
    people = (("Шостак Олена", "юристка", "0631112201", "", "Сьомак Юрій", "водій", "0631112202"),)
    first = _plan(ground, (*headings, "", *headings), *people)
    assert _outcomes(first) == {"new": 2}
    _take(ground, first)
    shifted = [("",) * gap + row for row in ((*headings, "", *headings), *people)]
    assert _outcomes(_plan(ground, *shifted)) == {"same": 2}
