"""The sender's own agenda, account or list with remarks: at the right cells, in the right language, all else kept."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.importers.staged import Staged
from app.services import answer_back, imports
from app.services.context import Context
from tests.messy.attendance_ground import register
from tests.messy.lists_of_strangers import NO, YES, signed
from tests.messy.record_files import RecordFile
from tests.messy.test_records import LISTS, RECORDS
from tests.services.sheet_ground import desk

GRID = RecordFile(
    "grid-with-an-evening",
    "agenda",
    "days as columns, a time in words",
    rows=(
        ("Час", "09.10", "10.10"),
        ("09:00–10:30", "Відкриття", "Підсумки"),
        ("10:30–11:00", "Кава", "Кава"),
        ("увечері", "Концерт", ""),
    ),
)
MARKS = signed(
    "sv-unclear-mark",
    "a mark that says nothing",
    {"Åkerström": (YES, YES, NO)},
    rows=(("Namn", "9 oktober", "10 oktober"), ("Bengt Åkerström", "ja", "nej"), ("Olha Savchuk", "ja", "kanske")),
)
BY_NAME = {file.name: file for file in (*RECORDS, *LISTS, GRID, MARKS)}
#: File → language → sheet → cell → how the remark begins.
ANSWERS: dict[str, tuple[str, dict[str, dict[str, str]]]] = {
    "uk-over-midnight": ("uk", {"Аркуш1": {"B5": "«протягом дня»", "C6": "Коли"}}),
    "grid-with-an-evening": ("uk", {"Аркуш1": {"A4": "«увечері»"}}),
    "uk-stages": ("uk", {"Аркуш1": {"C8": "«постійно»"}}),
    "sl-stages": ("sl", {"Аркуш1": {"B5": "»jeseni 2026«"}}),
    "sv-ledger": ("sv", {"Аркуш1": {"B5": "Det framgår inte"}}),
    "sv-unclear-mark": ("sv", {"Аркуш1": {"C3": ""}}),
    "lv-agenda": ("lv", {"Аркуш1": {"A9": "Kad tas"}}),
    "en-percent": ("en", {"Аркуш1": {"D2": "It is not clear"}}),
    "bs-marks": ("en", {"Аркуш1": {"G4": "“oko 20”"}}),
    "en-am-pm": ("en", {"Аркуш1": {"B6": "When does this end?"}}),
}


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    made = Context.open(tmp_path / "answers.mdesk")
    yield made
    made.close()


def _staged(context: Context, folder: Path, file: RecordFile) -> Staged:
    if file.kind == "attendance":
        return register(context, folder).plan(file).staged
    return desk(context, folder).plan(file.kind, file.save(folder)).staged


@pytest.mark.parametrize("name", ANSWERS)
def test_the_sender_is_asked_at_the_cells_in_the_own_language(name: str, context: Context, tmp_path: Path) -> None:
    file, (language, expected) = BY_NAME[name], ANSWERS[name]
    staged = _staged(context, tmp_path, file)
    assert answer_back.language_of(staged) == language
    source = file.save(tmp_path)
    workbook = imports.read_file(source)
    made = load_workbook(BytesIO(answer_back.build(workbook, source, answer_back.questions(staged, language), "CEP")))
    found = {
        sheet.title: {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
        for sheet in made.worksheets
    }
    assert {title: set(cells) for title, cells in found.items()} == {t: set(cells) for t, cells in expected.items()}
    for title, cells in expected.items():
        for place, begins in cells.items():
            assert found[title][place].startswith(begins), found[title][place]
    for before, after in zip(load_workbook(source).worksheets, made.worksheets, strict=True):
        assert [[cell.value for cell in row] for row in before.iter_rows()] == [
            [cell.value for cell in row] for row in after.iter_rows()
        ]
        assert before.merged_cells.ranges == after.merged_cells.ranges
