"""What was found when every paper that is read was looked at as a picture: heads, breaks, key figures, Word, Excel."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from app.documents import (
    agenda_workbook,
    budget_report,
    budget_word,
    letters,
    programme_report,
    travel_order,
    visit_report,
    word_letter,
)
from app.documents.agenda_data import AgendaOptions
from app.documents.blocks import Figure, KeyFigures
from app.documents.budget_report import BudgetOptions
from app.documents.formats import formats
from app.documents.layout import BODY_BOTTOM, FIRST_TOP, Block, Lines, close_pages, paginate
from app.documents.letter_data import InvitationOptions
from app.documents.programme_report import ReportOptions
from app.documents.sheets import SheetColumn, SheetTable, workbook
from app.documents.speech import speech
from app.documents.story import Column, Form, Paragraph, Section, Story, Table, TableRow
from app.documents.story_pages import part
from app.documents.styles import CELL, KEY_FIGURE, MM, REPORT
from app.documents.tables import Head, Row, grid, table_blocks
from app.documents.texts import NBSP, Text, phones_kept
from app.documents.travel_order import TravelOrderOptions
from app.documents.visit_report import VisitReportOptions
from app.documents.wrapping import text_width, wrap
from tests.documents import more_samples as more
from tests.documents import report_samples as reports
from tests.documents import samples, word_files
from tests.documents.paper_reading import pages_text, text

PAIRS = (("uk", "en"), ("uk", "sl"), ("uk", "sv"), ("uk", "lv"))


def _head(*titles: Text, width: float = 30) -> list[int]:
    return [len(lines) for lines in Head(grid(*((title, width) for title in titles)))._lines]


def test_headings_of_one_table_stand_in_one_way() -> None:
    """One line for both languages everywhere, or two everywhere; a heading without a second has one."""
    short, long = Text("Обід", "Lunch"), Text("Сніданок у готелі", "Breakfast at the hotel")
    assert _head(short, short) == [1, 1]
    assert _head(short, long, Text("%")) == [2, 2, 1]


def _table(count: int) -> list[Block]:
    table = grid((Text("Item"), 170))
    rows = [Row(table, [wrap(f"row {n}", CELL, table.inner(0))]) for n in range(count)]
    return table_blocks(Head(table), rows)


def test_few_lines_on_a_last_page_are_drawn_in() -> None:
    """Set closer where that saves the page; whoever has half a page more keeps the usual air."""
    most = next(count for count in range(10, 60) if len(paginate(_table(count))) == 2)
    assert len(paginate(_table(most + 1))) == 2
    assert len(close_pages(lambda: _table(most + 1))) == 1
    usual, closer = paginate(_table(most + 20)), close_pages(lambda: _table(most + 20))
    assert [[top for _, top in page.placed] for page in usual] == [[top for _, top in page.placed] for page in closer]
    assert len(usual) == 2


def test_closer_rows_lie_above_each_other_and_inside() -> None:
    """Nothing overlaps when set closer, nothing is lost."""
    most = next(count for count in range(10, 60) if len(paginate(_table(count))) == 2)
    (page,) = close_pages(lambda: _table(most + 1))
    assert len(page.placed) == most + 2
    for (one, top), (_, below) in pairwise(page.placed):
        assert top + one.height <= below + 0.01
    last, top = page.placed[-1]
    assert FIRST_TOP <= top <= top + last.height <= BODY_BOTTOM + 0.01


def _page_of(pages: Sequence[str], words: str) -> int:
    return next(number for number, page in enumerate(pages) if words in page)


@pytest.mark.parametrize("lines", range(24, 36))
def test_a_sentence_and_its_table_stand_together(lines: int) -> None:
    """Wherever the page ends: the sentence that leads to a table has the head and a row below it."""
    story = Story(
        Text("Report"),
        (
            Section(Text("One")),
            *(Paragraph(Text(f"line {n}")) for n in range(lines)),
            Section(Text("Two")),
            Paragraph(Text("Ці пункти відрізняються:", "These items differ:")),
            Table((Column(Text("Item"), 100),), (TableRow((Text("first row"),)), TableRow((Text("second row"),)))),
        ),
        inset=True,
    )
    _, pages = part(story, speech("uk", "en"))
    held = [[block.__class__.__name__ for block, _ in page.placed] for page in pages]
    page = next(number for number, names in enumerate(held) if "Head" in names)
    at = held[page].index("Head")
    assert held[page][at - 3 : at + 3] == ["SectionHeading", "Lines", "Lines", "Head", "Row", "Row"]


@pytest.mark.parametrize("before", range(20, 34))
def test_a_low_form_is_not_parted(before: int) -> None:
    form = Form(tuple((Text(f"Label {n}"), Text()) for n in range(5)))
    parts = (*(Paragraph(Text(f"line {n}")) for n in range(before)), Section(Text("Hosts")), form)
    _, pages = part(Story(Text("Annex"), parts), speech("en"))
    rows = [number for number, page in enumerate(pages) for block, _ in page.placed if isinstance(block, Row)]
    assert len(rows) == 5
    assert len(set(rows)) == 1


def test_key_figures_tell_the_second_language_below() -> None:
    """Both words never share a line; in one language nothing changes."""
    figure = Figure(Text("Заплановано", "Planned"), "32 500,00", Text("за рік", "a year"))
    for first in (False, True):
        word, rest = KeyFigures([figure], KEY_FIGURE, number_first=first).columns[0]
        told = [line.runs[0][0] for line in (*word, *rest)]
        assert told == (
            ["32 500,00", "Заплановано", "Planned", "за рік", "a year"]
            if first
            else ["Заплановано", "Planned", "32 500,00", "за рік", "a year"]
        )


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_no_key_figure_and_no_label_of_the_chart_is_joined_by_a_stroke(first: str, second: str) -> None:
    paper = replace(
        more.budget(), headings=tuple(replace(h, title=Text("Проїзд", "Travel")) for h in more.budget().headings)
    )
    page = pages_text(budget_report.build(paper, BudgetOptions(first, second)))[0]
    assert "Проїзд / Travel" not in page
    assert "Заплановано / " not in page
    assert "Travel" in page


def test_the_programme_is_told_once_where_it_has_one_title() -> None:
    page = pages_text(budget_report.build(more.budget(), BudgetOptions("uk", "en")))[0]
    assert page.count("Post-conflict Reconstruction") == 1
    assert "all amounts in EUR" in page


def test_dates_after_a_word_take_its_case() -> None:
    """FM-4: sl genitive, lv locative; standing alone both keep the nominative."""
    day = date(2023, 11, 20)
    assert formats("sl").date_stated(day) == f"20.{NBSP}novembra{NBSP}2023"
    assert formats("lv").date_stated(day) == f"2023.{NBSP}gada{NBSP}20.{NBSP}novembris"
    orders = {
        language: text(travel_order.build([reports.travel_order(language)], TravelOrderOptions(language)))
        for language in ("sl", "lv")
    }
    assert "prihod 1. oktobra 2023; odhod 21. oktobra 2023" in orders["sl"].replace(NBSP, " ")
    assert "ierašanās 2023. gada 1. oktobrī" in orders["lv"].replace(NBSP, " ")


@pytest.mark.parametrize("language", ["en", "sl", "uk", "sv", "lv"])
def test_a_letter_has_a_line_to_sign_before_anybody_is_named(language: str) -> None:
    paper = replace(more.invitation(language, ""), signatory=None, signatory_position=Text())
    wanted = speech(language).first.say("signature, stamp")
    assert wanted in text(letters.build(paper, InvitationOptions(language)))
    assert wanted in word_files.everything(word_letter.build_word([paper], InvitationOptions(language)))


def test_a_telephone_number_stays_on_its_line() -> None:
    kept = phones_kept("Maja, +386 40 000 101, visit@example.org\n(01) 234 56")
    assert kept.split(" ") == [
        "Maja,",
        f"+386{NBSP}40{NBSP}000{NBSP}101,",
        "visit@example.org",
        f"(01){NBSP}234{NBSP}56",
    ]
    width = text_width("Contact: Maja, +386 40", REPORT)
    assert [line.runs[0][0] for line in wrap(f"Contact: {kept}", REPORT, width)][1].startswith("+386")


@given(
    st.integers(30, 400), st.sampled_from(["Krankenhausinformationssysteme.", "räddningsinsatser,", "Міжмуніципальної"])
)
def test_no_stop_and_no_letter_begins_a_line_alone(width: int, word: str) -> None:
    """A word that must be broken leaves three letters at least for its last line, and loses none."""
    lines = [line.runs[0][0] for line in wrap(word, CELL, width / 4)]
    assert "".join(lines) == word
    if len(lines) > 1 and len(lines[-2]) >= 4:
        assert len(lines[-1]) >= 3


def test_an_empty_report_begins_at_the_margin() -> None:
    """Where no section is numbered nothing stands in from its number."""
    _, (page,) = part(programme_report.story(_empty_report(), speech("en")), speech("en"))
    lines = [(block, top) for block, top in page.placed if isinstance(block, Lines)]
    row = next(top + block.height for block, top in page.placed if isinstance(block, Row))
    block, top = lines[-1]
    assert block.left == 25 * MM
    assert top - row > 3 * MM


def _empty_report() -> programme_report.ReportPaper:
    return programme_report.ReportPaper("P", Text("Programme"), date(2023, 11, 20))


# Word ----------------------------------------------------------------------------------------------------------------


def _kept(table: object) -> list[bool]:
    rows = table._tbl.tr_lst  # type: ignore[attr-defined]
    return [all(line.pPr is not None and line.pPr.keepNext is not None for line in row.iter(qn("w:p"))) for row in rows]


def test_a_budget_report_in_word_says_what_the_paper_says() -> None:
    """Key figures, every heading with its variance, total, reasons with their numbers, every line (BU-7, BU-14)."""
    for first, second in (("en", ""), ("uk", "en")):
        data = budget_word.build_word(more.budget(), BudgetOptions(first, second))
        assert data == budget_word.build_word(more.budget(), BudgetOptions(first, second))
        said = word_files.everything(data)
        amounts = speech(first, second).forms
        for minor in (3250000, 300000, 2819300, -130700, 408000):
            assert amounts.money(minor, "EUR") in said
        assert "One set of materials was used for both visits" in said
        assert "Visibility, later weeks" in said
    rows = word_files.cells(budget_word.build_word(more.budget()), 2)
    assert rows[6][-2:] == ["−20.0", "1"]
    assert rows[-1][1:4] == ["Total", "32,500.00", "3,000.00"]
    lines = budget_word.build_word(more.budget(), BudgetOptions(lines=False))
    assert "first week" not in word_files.everything(lines)


def test_days_in_word_take_the_colour_of_the_programme() -> None:
    data = word_letter.build_word([more.invitation("en", "")], InvitationOptions("en"), samples.agenda("en", ""))
    style = docx.Document(io.BytesIO(data)).styles["Heading 3"]
    assert str(style.font.color.rgb) == "1B3A63"
    assert style.paragraph_format.keep_with_next


def test_short_tables_in_word_stay_whole_and_totals_stand_on_grey() -> None:
    data = visit_report.build_word(reports.visit_report("en"), VisitReportOptions("en"))
    tables = {table.rows[0].cells[0].text: table for table in docx.Document(io.BytesIO(data)).tables}
    assert _kept(tables["Participant"]) == [True] * 4 + [False]
    shades = [shade.get(qn("w:fill")) for shade in tables["Role"].rows[-1]._tr.iter(qn("w:shd"))]
    assert shades == ["DCE0E5"] * 5
    # A day of four rows is not parted: only its last row lets go.
    assert _kept(tables["Day"])[1:9] == [True, True, True, False] * 2


def test_a_row_of_a_page_may_be_parted_in_word() -> None:
    """Readers cut off what does not fit into a row that must not part."""
    paper = replace(more.report(), activities=(replace(more.report().activities[0], reason=Text("word " * 900)),))
    data = programme_report.build_word(paper, ReportOptions("en"))
    table = next(one for one in docx.Document(io.BytesIO(data)).tables if one.rows[0].cells[0].text == "Activity")
    held = [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table._tbl.tr_lst]
    assert held == [True, False]
    assert _kept(table) == [True, False]


# Excel ---------------------------------------------------------------------------------------------------------------


def test_an_agenda_over_two_pages_prints_its_times_on_both() -> None:
    data = agenda_workbook.agenda(samples.agenda("en", ""), AgendaOptions("en"))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert sheet.freeze_panes == "D2"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$C")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.pageOrder) == (2, "overThenDown")
    assert sheet.oddHeader.left.text.startswith("Agenda – Civil protection")
    last = [cell.value for cell in sheet[sheet.max_row]]
    assert last[:3] == [None] * 3, "a note in columns that are printed again would be cut off there"
    assert str(last[3]).startswith("Version 1.2")


def test_no_heading_of_a_workbook_is_broken_inside_a_word() -> None:
    word = "Verifieringskodsnummer"
    data = workbook([SheetTable("S", [SheetColumn(f"{word} a", 8), SheetColumn("b", 30)], [["1", "2"]], wrapped=True)])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert sheet.column_dimensions["A"].width >= len(word) * 1.15
    assert sheet.column_dimensions["B"].width == 30
    assert {cell.border.bottom.style for cell in sheet[2]} == {"hair"}


def test_the_title_of_a_workbook_is_no_code_of_a_header() -> None:
    """Codes of headers (&P, &F) in the words of people stay words (D12)."""
    table = SheetTable("S", [SheetColumn("a")], [["1"]], wrapped=True)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([table], "Hosts &F & guests"))).worksheets[0]
    assert sheet.oddHeader.left.text == "Hosts &&F && guests"
