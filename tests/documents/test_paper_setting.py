"""How the papers that are read are set: what stays together, what stands on one line, what is never parted."""

import io
from dataclasses import replace
from datetime import date, timedelta

import docx
import openpyxl
import pytest

from app.documents import budget_report, certificate_register, letters, travel_order, visit_report, word_letter
from app.documents.blocks import TitleLine
from app.documents.budget_report import BudgetOptions
from app.documents.certificate_register import RegisterOptions
from app.documents.formats import formats
from app.documents.letter_data import InvitationOptions
from app.documents.letter_parts import Columns, short_range
from app.documents.sheets import SheetColumn, SheetTable, workbook
from app.documents.styles import LETTER
from app.documents.texts import Text
from app.documents.travel_order import TravelOrderOptions
from app.documents.visit_report import VisitReportOptions
from tests.documents import more_samples as more
from tests.documents import proof_samples as made
from tests.documents import report_samples as reports
from tests.documents.paper_reading import boxes, reader, text


@pytest.mark.parametrize(("first", "second"), [("en", "uk"), ("uk", "en"), ("sl", "uk")])
def test_a_letter_that_is_a_few_lines_too_long_is_set_closer(first: str, second: str) -> None:
    pages = reader(letters.build(more.invitation(first, second), InvitationOptions(first, second))).pages
    assert len(pages) == 1
    assert not [line for line in pages[0].extract_text().splitlines() if line.rstrip().endswith("·")]


def test_a_word_letter_tells_its_dates_below_each_other_and_keeps_its_end_together() -> None:
    document = docx.Document(
        io.BytesIO(word_letter.build_word([more.invitation("en", "uk")], InvitationOptions("en", "uk")))
    )
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    assert any("4 September 2023\n4 вересня 2023 р." in cell.text.replace("\u00a0", " ") for cell in cells)
    closing = next(cell for cell in cells if cell.text.startswith("Yours faithfully"))
    assert closing.paragraphs[0].paragraph_format.keep_with_next
    assert all(line.paragraph_format.keep_with_next for line in document.paragraphs[-6:-1])


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "2–20 October 2023"), ("uk", "02.10.2023 – 20.10.2023"), ("sv", "2023-10-02 – 2023-10-20")],
)
def test_the_programme_in_a_letter_has_the_form_of_its_language(language: str, told: str) -> None:
    assert short_range(date(2023, 10, 2), date(2023, 10, 20), formats(language)).replace("\u00a0", " ") == told


def test_a_long_paragraph_may_break_and_is_one_again_where_it_does_not() -> None:
    whole = Columns(Text("word " * 400, "слово " * 400), LETTER)
    pieces = whole.flowing()
    assert len(pieces) > 5
    joined = pieces[0]
    for piece in pieces[1:]:
        grown = joined.grown(piece)
        assert grown is not None
        joined = grown
    assert isinstance(joined, Columns)
    assert joined.parts == whole.parts
    assert joined.height == pytest.approx(whole.height)
    assert pieces[0].grown(Columns(Text("else"), LETTER)) is None


@pytest.mark.parametrize(("first", "second"), [("uk", "en"), ("en", "uk"), ("lv", "")])
def test_signatures_stand_with_the_words_above_them(first: str, second: str) -> None:
    data = travel_order.build([reports.travel_order(first, second)], TravelOrderOptions(first, second))
    said = {"uk": "Зазначені особи", "en": "The persons named travel", "lv": "Minētās personas"}
    shown = reader(data).pages[-1].extract_text().replace("\u00a0", " ")
    assert said[first] in shown
    assert not second or said[second] in shown


def test_a_day_of_the_report_that_goes_on_is_named_on_the_next_page() -> None:
    paper = reports.visit_report("en", "")
    [first, *_] = paper.items
    paper = replace(paper, items=tuple(replace(first, day=date(2023, 10, 7)) for _ in range(80)))
    pages = reader(visit_report.build(paper, VisitReportOptions("en"))).pages
    assert len(pages) > 3
    for page in pages[-2:]:
        assert "7 October 2023 (continued)" in page.extract_text().replace("\u00a0", " ")


def test_key_figures_stand_on_one_line_whatever_their_words_need() -> None:
    [_, runs] = boxes(budget_report.build(more.budget(), BudgetOptions("en", "uk")))[0]
    bottoms = {told: next(box[1] for run, box in runs if run.strip() == told) for told in ("32,500.00", "3,000.00")}
    assert bottoms["32,500.00"] == pytest.approx(bottoms["3,000.00"], abs=0.5)


def test_a_title_keeps_room_for_all_lines_of_its_date() -> None:
    line = TitleLine(
        Text("A title that is so long that it needs all the room there is"),
        Text("Stand: 2023. gada 20. novembris " * 2),
    )
    assert len(line.right) > 1
    assert line.height >= line.lower + sum(one.leading for one in line.right)


@pytest.mark.parametrize("language", ["en", "sl", "uk", "sv", "lv"])
def test_no_date_of_the_register_is_parted(language: str) -> None:
    paper = made.register(language, "")
    [one, *_] = paper.entries
    shown = text(certificate_register.build(paper, RegisterOptions(language)))
    dates = formats(language).partial_range(one.start, one.end).replace("\u00a0", " ")
    lines = reader(certificate_register.build(paper, RegisterOptions(language))).pages[0].extract_text()
    assert dates in shown
    tail = dates.split("gada ")[-1]
    assert tail in lines.replace("\u00a0", " ")


def test_a_list_that_is_read_wraps_its_texts_and_names_its_font() -> None:
    columns = [SheetColumn("Day", 12, "yyyy-mm-dd"), SheetColumn("Text", 20)]
    rows = [[date(2023, 10, 2) + timedelta(days=n), "word " * 20 * n] for n in range(3)]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([SheetTable("List", columns, rows, wrapped=True)])))["List"]
    assert sheet["A1"].font.name == "Calibri"
    assert sheet["B3"].alignment.wrap_text
    assert sheet["A3"].alignment.horizontal == "left"
    heights = [sheet.row_dimensions[number].height for number in (2, 3, 4)]
    assert heights[0] < heights[1] < heights[2] <= 200
