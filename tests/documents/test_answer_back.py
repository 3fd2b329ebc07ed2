"""The copy of a sender's workbook with remarks: they are there, and nothing else has changed."""

import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from app.core.errors import Refused
from app.core.i18n import words
from app.core.import_sentences import REASONS, WARNINGS
from app.core.sentences_record_imports import READING, TAKING
from app.documents.answer_back import Answer, build_answer
from app.documents.answer_words import ASKED, ASKED_OF_RECORDS, NOT_ASKED, question

AUTHOR = "CEP — Mentordesk"
REMARKS = {"Учасники": {(5, 3): "«a at b» не є адресою & <b>", (6, 4): "Перший рядок\nДругий рядок"}}
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def sender_workbook(comments: Mapping[str, str] | None = None, *, table: bool = False) -> bytes:
    """A workbook as towns send it: title, merged cells, colours, drop-down, a second sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Учасники"
    sheet["A1"] = "Список делегації"
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.merge_cells("A1:D1")
    for row, cells in enumerate((("№", "ПІБ", "E-mail", "Телефон"), (1, "Їжакевич Юлія", "a at b", "068")), start=4):
        for column, value in enumerate(cells, start=1):
            sheet.cell(row, column, value)
    choice = DataValidation(type="list", formula1='"так,ні"')
    choice.add("E5:E9")
    sheet.add_data_validation(choice)
    if table:
        sheet.add_table(Table(displayName="t1", ref="A4:D6"))
    for place, text in (comments or {}).items():
        sheet[place].comment = Comment(text, "Мерія")
    book.create_sheet("Інше")["B2"] = "=1+1"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def comments_of(content: bytes, sheet: str = "Учасники") -> dict[str, str]:
    """All comments of a sheet, as another program reads them."""
    page = load_workbook(BytesIO(content))[sheet]
    return {cell.coordinate: cell.comment.text for row in page.iter_rows() for cell in row if cell.comment}


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def converted(content: bytes, suffix: str, target: str, folder: Path) -> bytes:
    """The file as LibreOffice reads it and writes it anew."""
    source = folder / f"source{suffix}"
    source.write_bytes(content)
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation=file://{folder}/office",
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(folder / "out"),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "out" / f"source.{target}").read_bytes()


@pytest.mark.parametrize("table", [False, True])
def test_remarks_stand_at_their_cells_and_the_rest_is_untouched(table: bool) -> None:
    source = sender_workbook(table=table)
    made = build_answer(Answer("xlsx", AUTHOR, REMARKS, source))
    assert comments_of(made) == {"C5": "«a at b» не є адресою & <b>", "D6": "Перший рядок\nДругий рядок"}
    before, after = parts(source), parts(made)
    changed = {name for name, content in before.items() if after[name] != content}
    assert changed == {"xl/worksheets/sheet1.xml", "[Content_Types].xml"} | (
        {"xl/worksheets/_rels/sheet1.xml.rels"} if table else set()
    )
    # In the sheet only the drawing was put in, where its order demands it.
    sheet = after["xl/worksheets/sheet1.xml"]
    start = sheet.index(b"<legacyDrawing")
    end = sheet.index(b"/>", start) + 2
    assert sheet[:start] + sheet[end:] == before["xl/worksheets/sheet1.xml"]
    assert b"tableParts" not in sheet or start < sheet.index(b"<tableParts")


def test_comments_of_the_sender_stay() -> None:
    source = sender_workbook({"C5": "Уточнити", "A1": "Заголовок"})
    made = build_answer(Answer("xlsx", AUTHOR, REMARKS, source))
    found = comments_of(made)
    assert found["A1"] == "Заголовок"
    assert found["C5"].startswith("Уточнити")
    assert found["C5"].endswith("«a at b» не є адресою & <b>")
    assert found["D6"] == "Перший рядок\nДругий рядок"
    again = build_answer(Answer("xlsx", AUTHOR, {"Учасники": {(5, 2): "третє"}}, made))
    assert comments_of(again) == {**found, "B5": "третє"}


def test_a_workbook_with_prefixed_elements_is_annotated() -> None:
    """Other producers write every element with a prefix."""
    source = parts(sender_workbook())
    sheet = source["xl/worksheets/sheet1.xml"].decode()
    prefixed = sheet.replace("</", "</@").replace("<", "<x:").replace("<x:/@", "</x:")
    prefixed = prefixed.replace('xmlns="', 'xmlns:x="')
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in source.items():
            archive.writestr(name, prefixed.encode() if name == "xl/worksheets/sheet1.xml" else content)
    made = build_answer(Answer("xlsx", AUTHOR, REMARKS, out.getvalue()))
    assert set(comments_of(made)) == {"C5", "D6"}


def test_a_file_that_is_no_workbook_is_refused() -> None:
    for broken in (b"", b"PK\x03\x04 nothing", sender_workbook()[:400]):
        with pytest.raises(Refused, match="import_damaged"):
            build_answer(Answer("xlsx", AUTHOR, REMARKS, broken))


def test_cells_of_other_formats_are_answered_by_a_workbook() -> None:
    rows = [["Name", "E-mail", ""], ["=HYPERLINK(1)", "a at b", 380501234567.0]]
    remarks = {"": {(2, 2): "Please write the address."}}
    made = build_answer(Answer("rows", AUTHOR, remarks, sheets=[("", rows)]))
    page = load_workbook(BytesIO(made)).worksheets[0]
    assert page["A2"].value == "=HYPERLINK(1)"
    assert page["A2"].data_type == "s"
    assert page["C2"].value == 380501234567
    assert page["B2"].comment is not None
    assert page["B2"].comment.text == "Please write the address."


@needs_office
def test_another_program_reads_the_remarks(tmp_path: Path) -> None:
    source = sender_workbook({"C5": "Уточнити"}, table=True)
    made = build_answer(Answer("xlsx", AUTHOR, REMARKS, source))
    text = parts(converted(made, ".xlsx", "ods", tmp_path))["content.xml"].decode()
    assert text.count("<office:annotation ") == 2
    assert "Другий рядок" in text
    assert "Уточнити" in text


@needs_office
def test_an_ods_gets_annotations(tmp_path: Path) -> None:
    source = converted(sender_workbook({"C5": "Уточнити"}), ".xlsx", "ods", tmp_path)
    remarks = {"Учасники": {(5, 3): "Адреса & <b>", (5, 4): "Телефон?", (9, 30): "порожня клітинка"}}
    made = build_answer(Answer("ods", AUTHOR, remarks, source))
    before, after = parts(source), parts(made)
    assert [name for name in before if before[name] != after[name]] == ["content.xml"]
    found = comments_of(converted(made, ".ods", "xlsx", tmp_path))
    assert "Уточнити" in found["C5"]
    assert "Адреса & <b>" in found["C5"]
    assert found["D5"].strip() == "Телефон?"
    # An empty cell far from the table stands in a run of equal rows and of equal cells.
    assert found["AD9"].strip() == "порожня клітинка"
    assert len(found) == 3


@pytest.mark.parametrize("language", ["en", "sl", "uk", "sv", "lv"])
def test_every_question_is_asked_in_every_language(language: str) -> None:
    said = words(language)
    params = dict.fromkeys(("value", "kept", "struck", "words", "expiry", "others", "other", "remark"), "X") | {
        "row": 7
    }
    for code in (*ASKED, *ASKED_OF_RECORDS):
        text = question(said, code, params)
        assert text
        assert "{" not in text
        assert language == "en" or text != question(words("en"), code, params)


def test_every_warning_is_asked_or_known_to_ask_nothing() -> None:
    assert set(ASKED) <= set(WARNINGS) | set(REASONS)
    assert set(ASKED_OF_RECORDS) <= set(READING) | set(TAKING)
    assert not set(WARNINGS) - set(ASKED) - NOT_ASKED
    beside_cells = {code for code in READING | TAKING if not code.startswith(("import_record_", "template_"))}
    refusals = {code for code in TAKING if code.startswith(("import_kind_needs", "import_no_", "import_sheet_"))}
    assert not beside_cells - refusals - set(ASKED_OF_RECORDS) - NOT_ASKED
