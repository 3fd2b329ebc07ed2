"""A second row of telephones under a person (SP-10)."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.importers.rows_below import contacts_below
from app.importers.staging import stage
from app.importers.workbook import Sheet, open_workbook
from tests.importers.workbooks import xlsx

COLUMNS = {1: "row_no", 2: "full_name", 3: "phone", 4: "email"}


def below(*rows: tuple[object, ...]) -> tuple[tuple[tuple[object, ...], ...], frozenset[int]]:
    sheet, found = contacts_below(Sheet("List", rows), COLUMNS, (2,), 2)  # type: ignore[arg-type]
    return sheet.rows, found


HEAD = ("№", "ПІБ", "Телефон", "E-mail")


def test_a_telephone_below_goes_into_the_cell_above() -> None:
    rows, found = below(
        HEAD, (1, "Гнатюк Ірина", "0501234567", ""), ("", "", "067 765 43 21", ""), (2, "Мельник", "", "")
    )
    assert rows[1] == (1, "Гнатюк Ірина", "0501234567; 067 765 43 21", "")
    assert found == {3}


def test_several_rows_below() -> None:
    rows, found = below(HEAD, (1, "Гнатюк Ірина", "", ""), ("", "", "0677654321", ""), ("", "", 501234567, ""))
    assert rows[1] == (1, "Гнатюк Ірина", "0677654321; 501234567", "")
    assert found == {3, 4}


def test_an_address_may_be_that_of_somebody_without_a_name() -> None:
    for row in (("", "", "0677654321", "lost@x.ua"), ("", "", "", "lost@x.ua")):
        assert below(HEAD, (1, "Гнатюк Ірина", "0501234567", "a@x.ua"), row)[1] == frozenset()


def test_what_says_more_is_left_as_it_is() -> None:
    for row in (("", "", "0677654321", "", "депутат"), (2, "", "0677654321", ""), ("", "", "уточнюється", "")):
        rows, found = below(HEAD, (1, "Гнатюк Ірина", "0501234567", ""), row)
        assert (rows[1], found) == ((1, "Гнатюк Ірина", "0501234567", ""), frozenset())


def test_a_number_under_a_gap_or_under_the_headings_is_nobodys() -> None:
    assert below(HEAD, ("", "", "0677654321", ""), (1, "Гнатюк", "", ""))[1] == frozenset()
    assert below(HEAD, (1, "Гнатюк", "", ""), ("", "", "", ""), ("", "", "0677654321", ""))[1] == frozenset()


CELLS = st.sampled_from(("", "", "0501234567", "a@x.ua", "текст"))
ROWS = st.lists(st.tuples(st.sampled_from(("", 1)), st.sampled_from(("", "Гнатюк")), CELLS, CELLS), max_size=8)


@given(ROWS)
def test_nothing_is_lost_and_nobody_changes(rows: list[tuple[object, ...]]) -> None:
    """Every text is still there; names, numbers of rows and all rows that are not below somebody stay."""
    after, found = below(HEAD, *rows)
    assert len(after) == len(rows) + 1
    for number, (old, new) in enumerate(zip((HEAD, *rows), after, strict=True), start=1):
        assert old[:2] == new[:2]
        assert all(str(cell) in str(now) for cell, now in zip(old, new, strict=True))
        if number in found:
            assert old[1] == ""
            assert after[number - 1] == old
    moved = [cell for number in found for cell in after[number - 1] if cell]
    assert all(any(str(cell) in str(now) for row in after if row[1] for now in row) for cell in moved)


def test_in_a_list_the_second_telephone_is_told_and_the_row_passed_over(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        ["№", "ПІБ", "Посада", "Телефон"],
        [1, "Гнатюк Ірина Петрівна", "голова", "0501234567"],
        [None, None, None, "067 765 43 21"],
        [2, "Мельник Олег Іванович", "депутат", "0931112233"],
    )
    staged = stage(open_workbook(path))
    assert [(row.row, row.fields["phone"]) for row in staged.rows] == [(2, "+380501234567"), (4, "+380931112233")]
    (told,) = [one for one in staged.rows[0].warnings if one.field == "phone"]
    assert (told.code, told.params["others"]) == ("import_second_value", "+380677654321")
    assert [(one.row, one.reason) for one in staged.skipped] == [(3, "import_row_contact")]
