"""Columns that say something only together, names that are crossed out, and what stands beside a name in its cell."""

import unicodedata
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font

from app.core.name_parts import name_case
from app.importers.birth_columns import birth_of, birth_part
from app.importers.cell_words import NO, NOTHING, YES
from app.importers.cells import clean_email
from app.importers.column_groups import need_of
from app.importers.dates_in_cells import DateHabit, clean_date
from app.importers.headings import read_headings
from app.importers.name_and_post import clean_full_name
from app.importers.staging import stage
from app.importers.workbook import Cell, Sheet, open_workbook

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("heading", "cell", "need"),
    [
        ("Vegetarian", "x", "Vegetarian"),
        ("Vegetarian", "✓", "Vegetarian"),
        ("Vegetarian", 1.0, "Vegetarian"),
        ("Vegetarian", 0.0, ""),
        ("Vegetarian", "-", ""),
        ("Vegetarian", "No.", ""),
        ("Харчування / Без глютену", "так", "Без глютену"),
        ("Vegetarijanac (da/ne)", "DA", "Vegetarijanac"),
        ("Special diet (Y/N)", "Y", "Special diet"),
        ("Special diet (Y/N)", "N", ""),
        ("Special diet (Y/N)", "no fish", "no fish"),
        ("Special diet (Y/N)", "Y – nuts", "Y – nuts"),
        ("Specialkost", "inga allergier", ""),
        ("Other", "halal", "halal"),
    ],
)
def test_a_tick_says_what_its_heading_names(heading: str, cell: Cell, need: str) -> None:
    assert need_of(heading, cell) == need


@given(st.text(alphabet=st.characters(categories=("Ll", "Zs")), min_size=1, max_size=30))
def test_words_in_a_column_of_ticks_are_never_taken_for_a_tick(text: str) -> None:
    plain = text.strip().casefold()
    if plain not in YES | NO | NOTHING:
        assert need_of("Vegetarian", text) in ("", unicodedata.normalize("NFC", " ".join(text.split())))


@given(st.dates(date(1930, 1, 1), date(2010, 12, 31)), st.booleans())
def test_the_parts_of_a_date_are_the_date(day: date, numbers: bool) -> None:
    month: Cell = (
        float(day.month)
        if numbers
        else "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень".split()[
            day.month - 1
        ]
    )
    text = birth_of({"birth_day": float(day.day), "birth_month": month, "birth_year": float(day.year)})
    assert clean_date(text, DateHabit(), TODAY, birth=True).value == day.isoformat()


def test_parts_of_a_date_stand_under_a_birth_date_only() -> None:
    assert birth_part(("Date of birth", "day")) == "birth_day"
    assert birth_part(("Дата народження", "рік")) == "birth_year"
    assert birth_part(("Arrival", "day")) == ""
    assert birth_part(("day",)) == ""
    assert birth_of({"birth_day": 7.0, "birth_month": 3.0}) == ""
    assert birth_of({"birth_year": 1980.0}) == "1980"
    assert birth_of({"birth_month": 3.0, "birth_year": 1980.0}) == "03.1980"


def test_several_columns_of_needs_keep_the_choice_that_was_made_for_one() -> None:
    rows = (("Name", "Vegetarian", "Vegan"), ("Ana Novak", "x", ""), ("Ivo Kos", "", "x"))
    found = read_headings(Sheet("S", rows), None, {3: ""})
    assert {at: one.field for at, one in found.columns.items()} == {1: "full_name", 2: "diet_tick"}
    both = read_headings(Sheet("S", rows), None, {2: "diet_tick", 3: "diet_tick"})
    assert [one.field for one in both.columns.values()] == ["full_name", "diet_tick", "diet_tick"]


@pytest.mark.parametrize(
    "text",
    ["Name: ", "Vegetarian restaurants", "Vegan town"],
)
def test_a_column_of_words_is_no_column_of_ticks(text: str) -> None:
    rows = (("Full name", text), ("Ana Novak", "Ljubljana and its villages"), ("Ivo Kos", "Celje in the valley"))
    assert "diet_tick" not in {one.field for one in read_headings(Sheet("S", rows)).columns.values()}


@pytest.mark.parametrize("written", ["ana (at) celje.example", "ana[at]celje.example", "ana(ät)celje.example"])
def test_an_address_hidden_from_robots_is_read_and_told(written: str) -> None:
    found = clean_email(written)
    assert found.value == "ana@celje.example"
    assert [one.code for one in found.told] == ["import_email_at_written"]


def test_at_as_a_word_of_a_sentence_is_no_sign() -> None:
    assert clean_email("ask me at the office").value == ""


@pytest.mark.parametrize(
    ("cell", "name", "also"),
    [
        ("Коваль Олег, 067 123 45 67", "Коваль Олег", [("phone", "067 123 45 67")]),
        ("Ana Novak <ana@celje.example>", "Ana Novak", [("email", "ana@celje.example")]),
        ("Гай Степан (за згодою)", "Гай Степан", [("notes", "за згодою")]),
        ("Ana Novak tel. 041 123 456", "Ana Novak", [("phone", "041 123 456")]),
        ("1. Коваль Олег", "Коваль Олег", []),
    ],
)
def test_what_stands_beside_a_name_goes_where_it_belongs(cell: str, name: str, also: list[tuple[str, str]]) -> None:
    found = clean_full_name(cell)
    assert (found.value, list(found.also)) == (name, also)


def test_georgian_letters_have_no_capitals() -> None:
    assert name_case("ნინო") == "ნინო"
    assert name_case("ᲜᲘᲜᲝ") == "ნინო"
    assert name_case("ОЛЕНА") == "Олена"


def _book(path: Path, struck: str, comment: str = "") -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("Surname", "First name", "E-mail"), ("Fuchs", "Anton", "a@graz.example"), ("Igel", "Berta", "")):
        sheet.append(row)
    for place in struck.split():
        sheet[place].font = Font(strike=True)
    sheet["A1"].font = Font(bold=True)
    if comment:
        sheet["B3"].comment = Comment(comment, "Desk")
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("struck", "outcomes"),
    [
        ("A2 B2 C2", ["doubtful", "new"]),
        ("A2 B2", ["doubtful", "new"]),
        ("A2", ["new", "new"]),
        ("C2", ["new", "new"]),
        ("A1 B1 C1", ["new", "new"]),
        ("", ["new", "new"]),
    ],
)
def test_who_is_crossed_out_is_asked_about(struck: str, outcomes: list[str], tmp_path: Path) -> None:
    rows = list(stage(open_workbook(_book(tmp_path / "a.xlsx", struck))).rows)
    assert [row.outcome.value for row in rows] == outcomes
    reasons = [row.reason for row in rows if row.outcome == "doubtful"]
    assert reasons == ["import_row_crossed_out"] * len(reasons)


@pytest.mark.parametrize(
    ("comment", "outcome"),
    [
        ("cannot come, Ms Wolf instead", "doubtful"),
        ("Desk:\nне зможе приїхати", "doubtful"),
        ("comes later", "new"),
        ("cannot come by train but by bus", "new"),
    ],
)
def test_a_comment_that_somebody_stays_away_is_asked_about(comment: str, outcome: str, tmp_path: Path) -> None:
    rows = list(stage(open_workbook(_book(tmp_path / "a.xlsx", "", comment))).rows)
    assert [row.outcome.value for row in rows] == ["new", outcome]
