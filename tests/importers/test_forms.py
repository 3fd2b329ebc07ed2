"""Forms and tables beside one another: turned and taken apart without losing where anything stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import Refused
from app.importers.sheet_shapes import shaped
from app.importers.staged import Staged
from app.importers.staging import Choices, lists_of, stage
from app.importers.workbook import Sheet, Workbook, open_workbook
from app.services import answer_back
from tests.importers.workbooks import xlsx

_FORM = (
    ("Прізвище", "Коваль"),
    ("Ім'я", "Олена"),
    ("Телефон", "050-222"),
    ("Посада", "юристка"),
)


def _book(*rows: tuple[object, ...], name: str = "Аркуш1", **more: object) -> Workbook:
    sheet = replace(Sheet(name, rows), **more)  # type: ignore[arg-type]
    return Workbook("form.xlsx", "", "xlsx", (sheet,))


def _staged(*rows: tuple[object, ...], choices: Choices | None = None) -> Staged:
    return stage(_book(*rows), choices=choices)


def test_a_form_becomes_one_row_and_its_cells_keep_their_places() -> None:
    staged = _staged(("АНКЕТА",), (), *_FORM)
    (row,), (plan,) = staged.rows, staged.sheets
    assert (row.sheet, row.row, row.fields["family_name"], row.fields["given_name"]) == ("Аркуш1", 3, "Коваль", "Олена")
    assert (plan.shape, plan.of, plan.headings.title) == ("form", "Аркуш1", "АНКЕТА")
    (told,) = row.warnings
    assert (told.field, told.code) == ("phone", "import_phone_unusual")
    assert plan.place_in_file(row.row, told.column) == ("Аркуш1", 5, 2)


def test_the_answer_to_the_sender_stands_at_the_cell_of_the_form(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "form.xlsx", ("АНКЕТА", ""), ("", ""), *_FORM, name="Анкета")
    workbook = open_workbook(path)
    asked = answer_back.questions(stage(workbook), "uk")
    assert [(one.sheet, one.row, one.column) for one in asked] == [("Анкета", 5, 2)]
    answer_back.write(workbook, path, asked, "CEP-UA", tmp_path / "answer.xlsx")
    assert open_workbook(tmp_path / "answer.xlsx").sheets[0].comments.keys() == {(5, 2)}


def test_the_answer_about_a_table_beside_another_stands_in_the_senders_sheet() -> None:
    staged = _staged(("ПІБ", "Телефон", "", "ПІБ", "Телефон"), ("Чуб Юхим", "0501112233", "", "Щур Зоя", "050-222"))
    assert [(one.sheet, one.row, one.column) for one in answer_back.questions(staged, "uk")] == [("Аркуш1", 2, 5)]


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        # Two forms side by side.
        (
            (
                ("Surname", "Koval", "", "Surname", "Boyko"),
                ("Name", "Olena", "", "Name", "Ivan"),
                ("E-mail", "o@x.example", "", "E-mail", "i@x.example"),
            ),
            ["Koval Olena o@x.example", "Boyko Ivan i@x.example"],
        ),
        # One form in two columns of questions.
        (
            (
                ("Surname", "Koval", "Name", "Olena"),
                ("E-mail", "o@x.example", "Phone", "+380501112233"),
                ("Position", "lawyer", "Country", "Ukraine"),
            ),
            ["Koval Olena o@x.example"],
        ),
        # A cell with a line for each question.
        (
            (
                ("Surname: Koval\nName: Olena\nE-mail: o@x.example",),
                ("Surname: Boyko\nName: Ivan\nE-mail: i@x.example",),
            ),
            ["Koval Olena o@x.example", "Boyko Ivan i@x.example"],
        ),
        # Somebody to be called, below the form.
        (
            (
                ("Surname", "Koval"),
                ("Name", "Olena"),
                ("E-mail", "o@x.example"),
                ("Position", "lawyer"),
                ("Phone", "+380501112233"),
                ("Who is to be called:", ""),
                ("Name", "Petro Koval"),
                ("Phone", "+380501112234"),
            ),
            ["Koval Olena o@x.example"],
        ),
        # A list with few headings that are known, and words of headings in its cells.
        (
            (
                ("Name", "Surname", "Role"),
                ("Olena", "Koval", "Name"),
                ("Ivan", "Boyko", "Phone"),
                ("Petro", "Vovk", "E-mail"),
            ),
            ["Koval Olena ", "Boyko Ivan ", "Vovk Petro "],
        ),
    ],
)
def test_people_of_forms(rows: tuple[tuple[object, ...], ...], people: list[str]) -> None:
    found = [
        f"{row.fields.get('family_name', '')} {row.fields.get('given_name', '')} {row.fields.get('email', '')}"
        for row in _staged(*rows).rows
    ]
    assert found == people


@pytest.mark.parametrize(
    "rows",
    [
        # How to fill in a list.
        (
            ("Surname", "as in the passport"),
            ("Name", "as in the passport"),
            ("E-mail", "one address"),
            ("Phone", "with code"),
        ),
        (("Surname (needed)",), ("E-mail: One address.",), ("Phone: With its code.",), ("Notes: Any text.",)),
        # A form that nobody filled in.
        (("Surname", ""), ("Name", ""), ("E-mail", ""), ("Country", "Ukraine")),
    ],
)
def test_what_only_asks_is_nobody(rows: tuple[tuple[object, ...], ...]) -> None:
    with pytest.raises(Refused) as told:
        _staged(*rows)
    assert told.value.code == "import_no_headings"


def test_who_says_where_the_headings_stand_gets_the_sheet_as_it_is() -> None:
    staged = _staged(
        ("АНКЕТА",), (), *_FORM, choices=Choices(heading_rows={"Аркуш1": 3}, mappings={"Аркуш1": {2: "full_name"}})
    )
    assert staged.sheets[0].shape == ""
    assert staged.sheets[0].headings.rows == (3,)


def test_the_name_of_a_sheet_that_was_taken_apart_means_all_its_tables() -> None:
    rows = (("ПІБ", "Посада", "", "ПІБ", "Посада"), ("Чуб Юхим", "водій", "", "Щур Зоя", "мерка"))
    for names in (("Аркуш1",), ("Аркуш1 (A–C)", "Аркуш1 (D–E)")):
        assert [row.fields["family_name"] for row in _staged(*rows, choices=Choices(sheets=names)).rows] == [
            "Чуб",
            "Щур",
        ]
    alone = _staged(*rows, choices=Choices(sheets=("Аркуш1 (D–E)",)))
    assert [row.fields["family_name"] for row in alone.rows] == ["Щур"]


def test_questions_in_hidden_rows_are_hidden_columns() -> None:
    book = _book(*_FORM, hidden_rows=frozenset({4}))
    (row,) = stage(book).rows
    assert "position" not in row.fields
    (row,) = stage(book, choices=Choices(hidden_parts=("Аркуш1",))).rows
    assert row.fields["position"] == "юристка"


_CELLS = st.sampled_from(
    [
        "",
        "",
        "Прізвище",
        "Ім'я",
        "Name",
        "Surname",
        "E-mail",
        "Phone",
        "Коваль",
        "Olena",
        "o@x.example",
        "Name: Ivan",
        5.0,
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_CELLS, min_size=1, max_size=7).map(tuple), min_size=1, max_size=9))
def test_what_was_shaped_once_stays_and_no_cell_is_made_up(rows: list[tuple[object, ...]]) -> None:
    book = _book(*rows)
    once = lists_of(book)
    assert shaped(once) is once
    stood = {cell for row in rows for cell in row}
    words = {part for cell in stood for part in str(cell).split(": ")} | {str(cell) for cell in stood}
    for sheet in once.sheets:
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row, start=1):
                place = sheet.places.get((number, column))
                if cell == "" or sheet.shape == "":
                    continue
                if place is not None:
                    assert str(cell) in str(book.sheets[0].cell(*place))
                elif sheet.shape == "beside":
                    assert book.sheets[0].cell(number, column) == cell
                elif not str(cell).startswith("* "):
                    assert str(cell) in words
