"""Spreadsheets as they come: headings, merges, totals, errors, hidden parts, two scripts, several sheets."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.core.errors import Refused
from app.importers.people_row import Reading
from app.importers.staged import Staged
from app.importers.staging import Choices, stage
from app.importers.workbook import open_workbook
from tests.importers.workbooks import raw_xlsx, sheet_xml, xlsx


def _stage(path: Path, reading: Reading | None = None, choices: Choices | None = None) -> Staged:
    return stage(open_workbook(path), reading, choices)


def _names(staged: Staged) -> list[str]:
    return [f"{r.fields.get('given_name', '')} {r.fields.get('family_name', '')}".strip() for r in staged.rows]


def _columns(staged: Staged) -> dict[int, str]:
    return {number: column.field for number, column in staged.sheets[0].headings.columns.items()}


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Name / Ім'я", "Surname / Прізвище", "E-mail*"], ["given_name", "family_name", "email"]),
        (["Priimek in ime", "Delovno mesto", "GSM"], ["full_name", "position", "phone"]),
        (["Förnamn", "Efternamn", "Kommun", "Specialkost"], ["given_name", "family_name", "organisation", "diet"]),
        (["Vards", "Uzvards", "Talrunis", "Dzimsanas datums"], ["given_name", "family_name", "phone", "birth_date"]),
        (["ПІБ", "ПІБ (як у закордонному паспорті)", "Посада"], ["full_name", "name_latin", "position"]),
        (["Прізвище", "Ім’я", "По батькові", "Стать (ч/ж)"], ["family_name", "given_name", "patronymic", "gender"]),
        (["Full name", "Role", "Position", "Mobile", "Phone"], ["full_name", "role", "position", "mobile", "phone"]),
        (["Surname (Latin)", "First name (Latin)", "ПІБ"], ["family_latin", "given_latin", "full_name"]),
    ],
)
def test_headings(headings: list[str], expected: list[str], tmp_path: Path) -> None:
    staged = _stage(xlsx(tmp_path / "a.xlsx", ["Список"], [], headings, ["Iryna", "Ткач", "x", "y"]))
    assert list(_columns(staged).values()) == expected
    assert staged.sheets[0].headings.rows == (3,)


def test_group_headings_and_merged_towns(tmp_path: Path) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("D1:D2")
        sheet.merge_cells("D3:D4")

    path = xlsx(
        tmp_path / "a.xlsx",
        ["ПІБ", "Контакти", None, "Громада"],
        [None, "Телефон", "E-mail", None],
        ["Ткач Іван Петрович", "0671112233", "a@b.example", "Заводська"],
        ["Щур Ганна Іванівна", "0671112234", "c@b.example", None],
        ["Бойко Олег Іванович", "0671112235", "d@b.example", None],
        change=merge,
    )
    staged = _stage(path)
    assert staged.sheets[0].headings.rows == (1, 2)
    assert [row.fields.get("organisation") for row in staged.rows] == ["Заводська", "Заводська", None]
    assert [row.fields["phone"] for row in staged.rows][1] == "+380671112234"


def test_totals_signatures_numbers_and_groups_are_passed_over(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        ["№", "ПІБ", "Посада", "Телефон"],
        [1, 2, 3, 4],
        ["Делегація Заводської громади", None, None, None],
        [1, "Ткач Іван Петрович", "Староста", "0671112233"],
        ["№", "ПІБ", "Посада", "Телефон"],
        [2, "Щур Ганна Іванівна", "Голова", "0671112234"],
        ["Разом:", 2, None, None],
        [None, None, None, None],
        [None, None, None, None],
        ["Організатор: Бойко Олег", None, None, None],
    )
    staged = _stage(path)
    assert _names(staged) == ["Іван Ткач", "Ганна Щур"]
    assert staged.rows[0].fields["organisation"] == "Делегація Заводської громади"
    assert staged.rows[0].sources["organisation"] == "group"
    assert [(row.row, row.reason) for row in staged.skipped] == [
        (2, "import_row_heading"),
        (3, "import_row_group"),
        (5, "import_row_heading"),
        (7, "import_row_total"),
        (10, "import_row_remark"),
    ]


def test_nobody_twice_and_doubts_are_told(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        ["Name", "E-mail", "Phone", "Date of birth"],
        ["Олександр Шевченко", "o@x.example", "+380671112233", "01.02.1980"],
        ["SHEVCHENKO Oleksandr", None, None, None],
        ["Shevchenko O.", None, None, None],
        ["Oleksandr Shevchenko", "other@y.example", "+380509998877", "05.06.1990"],
        ["Олександра Шевченко", None, None, None],
        ["Ганна Ткач", "o@x.example", None, None],
        [None, "lost@x.example", "+380671112299", None],
        ["TBC", None, None, None],
    )
    staged = _stage(path)
    found = [(row.row, row.outcome.value, row.duplicate_of) for row in staged.rows]
    assert found == [
        (2, "new", None),
        (3, "duplicate", 2),
        (4, "doubtful", 2),
        (5, "new", None),
        (6, "new", None),
        (7, "new", None),
        (8, "refused", None),
    ]
    assert [(skip.row, skip.reason) for skip in staged.skipped] == [(9, "import_row_remark")]
    assert [w.code for w in staged.rows[5].warnings] == ["import_email_shared"]


def test_error_cells_and_unsaved_formulas_are_told_by_address(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Phone</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>Position</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Ana Novak</t></is></c><c r="B2" t="e"><v>#REF!</v></c>'
        '<c r="C2"><f>A1</f></c></row>'
    )
    (row,) = _stage(raw_xlsx(tmp_path / "a.xlsx", sheet_xml(rows))).rows
    told = [(w.field, w.column, w.value, w.code) for w in row.warnings]
    assert told == [("phone", 2, "#REF!", "import_error_cell"), ("position", 3, "", "import_formula_unsaved")]


def test_hidden_rows_columns_and_sheets_only_on_request(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (["Name", "E-mail", "Diet"], ["Ana Novak", "a@b.si", "vegan"], ["Jan Kralj", "j@b.si", None]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    other = book.create_sheet("old")
    other.append(["Name", "E-mail"])
    other.append(["Mojca Žagar", "m@b.si"])
    other.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    staged = _stage(path)
    assert _names(staged) == ["Ana Novak"]
    assert "diet" not in staged.rows[0].fields
    assert [skip.reason for skip in staged.skipped] == ["import_row_hidden"]
    assert _names(_stage(path, Reading(include_hidden=True))) == ["Ana Novak", "Jan Kralj", "Mojca Žagar"]
    assert _names(_stage(path, choices=Choices(sheets=("old",)))) == ["Mojca Žagar"]


def test_the_user_may_say_what_is_what(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ["aaa", "bbb"], ["Ana Novak", "a@b.si"], ["Jan Kralj", "j@b.si"])
    with pytest.raises(Refused) as refusal:
        _stage(path)
    assert refusal.value.code == "import_no_headings"
    choices = Choices(heading_rows={"List": 1}, mappings={"List": {1: "full_name"}})
    staged = _stage(path, choices=choices)
    assert _columns(staged) == {1: "full_name", 2: "email"}
    assert _names(staged) == ["Ana Novak", "Jan Kralj"]
    layout = staged.sheets[0].headings.layout
    again = _stage(path, choices=Choices(heading_rows={"List": 1}, remembered={layout: {1: "full_name"}}))
    assert _columns(again) == {1: "full_name", 2: "email"}
    with pytest.raises(Refused):
        _stage(path, choices=Choices(sheets=("none",)))


def test_the_order_of_names_follows_the_column(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Participant", "E-mail"],
        ["Novak Ana", None],
        ["Kralj Jan", None],
        ["Gorup Petelin", None],
    ]
    staged = _stage(xlsx(tmp_path / "a.xlsx", *rows))
    assert _names(staged) == ["Ana Novak", "Jan Kralj", "Petelin Gorup"]


def test_passport_spelling_beats_the_table(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx", ["ПІБ", "ПІБ (як у закордонному паспорті)"], ["Ткач Євген Петрович", "TKACH EVGEN"]
    )
    (row,) = _stage(path).rows
    assert (row.fields["given_latin"], row.fields["family_latin"]) == ("Evgen", "Tkach")
    assert row.sources["given_latin"] == "passport"
    assert row.sources["gender"] == "patronymic"


def test_text_files_come_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Прізвище;Ім'я;Телефон\r\nЩур;Ганна;0671112233\r\n".encode("cp1251"))
    staged = _stage(path)
    assert _names(staged) == ["Ганна Щур"]
    assert (staged.encoding, staged.delimiter) == ("cp1251", ";")
    assert staged.rows[0].fields["phone"] == "+380671112233"


def test_open_document_sheets_come_the_same_way(tmp_path: Path) -> None:
    def row(*texts: str) -> str:
        cells = (
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
        )
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    ns = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{ns}:office:1.0" xmlns:table="{ns}:table:1.0" '
        f'xmlns:text="{ns}:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table '
        f'table:name="Seznam">{row("Ime", "Priimek", "GSM")}{row("Žiga", "Žagar", "031 905 035")}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    staged = _stage(path)
    assert staged.kind == "ods"
    assert staged.rows[0].fields["phone"] == "+38631905035"
    assert _names(staged) == ["Žiga Žagar"]
