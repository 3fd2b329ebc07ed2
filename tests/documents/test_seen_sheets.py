"""What was found when every Word file and workbook was looked at as a picture, with content of all lengths."""

import io
from dataclasses import replace
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from app.documents import (
    agenda_workbook,
    budget_report,
    certificate_register,
    participant_workbook,
    sign_in_sheet,
    sign_in_workbook,
    word_letter,
    word_story,
)
from app.documents.agenda_data import AgendaOptions
from app.documents.letter_data import InvitationOptions
from app.documents.participant_data import ParticipantOptions
from app.documents.run_sheet import RunSheetOptions
from app.documents.sheet_lines import lines_needed
from app.documents.sheets import SheetColumn, SheetTable, workbook
from app.documents.sign_in_data import SignInOptions
from app.documents.speech import speech
from app.documents.story import Column, Story, Table, TableRow
from app.documents.texts import Text
from tests.documents import more_samples as more
from tests.documents import proof_kinds as kinds
from tests.documents import proof_samples as made
from tests.documents import samples
from tests.documents.proof_content import LANGUAGES

_DOCUMENTS = ParticipantOptions(internal=True, documents=True)


def _sheet(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


# workbooks: lines in a cell ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("short", 10, 1),
        ("one\ntwo\n\nfour", 30, 4),
        # Ten wide letters stand where nineteen narrow ones would.
        ("Щ" * 10, 10, 2),
        ("i" * 18, 10, 1),
        # Words are not cut: thirty letters would fit into two lines of twenty, three words of them need three.
        ("nnnnnnnnnnnnn nnnnnnnnnnnnn nnnnnnnnnnnnn", 20, 3),
        ("fire brigade of Domžale / пожежна охорона громади Домжале", 20, 4),
        # A word longer than the column is broken.
        ("n" * 60, 20, 4),
    ],
)
def test_lines_that_a_text_takes_in_a_cell(text: str, width: float, lines: int) -> None:
    assert lines_needed(text, width) == lines


@given(st.text(max_size=200), st.floats(4, 60), st.floats(0, 30))
def test_a_wider_column_and_smaller_letters_never_need_more_lines(text: str, width: float, more_of_it: float) -> None:
    assert lines_needed(text, width + more_of_it) <= lines_needed(text, width) <= lines_needed(text, width, 1.3)


@given(st.text(max_size=100), st.text(max_size=100), st.floats(4, 60))
def test_lines_add_up(above: str, below: str, width: float) -> None:
    together = lines_needed(f"{above}\n{below}", width)
    assert together == lines_needed(above, width) + lines_needed(below, width)


def test_a_row_to_be_signed_shows_all_lines_of_its_texts() -> None:
    """The sheet of five days in two languages: a position of four lines had a row for three."""
    sheet = _sheet(sign_in_workbook.build_xlsx(kinds._days("en", "uk"), SignInOptions("en", "uk")))
    rows = [row for row in sheet.iter_rows(min_row=6) if isinstance(row[0].value, int) and row[1].value]
    assert len(rows) > 8
    for row in rows:
        needed = max(lines_needed(cell.value or "", 20) for cell in row[2:4])
        assert sheet.row_dimensions[row[0].row].height >= max(32, 14.6 * needed)


@pytest.mark.parametrize(("lines", "height"), [(1, 16.6), (20, 294), (40, 396.2)])
def test_a_list_that_is_read_shows_long_texts_as_far_as_a_row_can_be_high(lines: int, height: float) -> None:
    """A reason of twenty lines was cut off at twelve on paper; Excel has no row of more than 409 points."""
    text = "\n".join(["a reason that is given in words"] * lines)
    table = SheetTable("Reasons", [SheetColumn("Reason", 50)], [[text]], wrapped=True)
    assert _sheet(workbook([table])).row_dimensions[2].height == pytest.approx(height)


# workbooks: columns and pages --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "women", "men"),
    [
        ("en", "Woman", "Man"),
        ("sl", "Ženska", "Moški"),
        ("uk", "Жінка", "Чоловік"),
        ("sv", "Kvinna", "Man"),
        ("lv", "Sieviete", "Vīrietis"),
    ],
)
def test_the_internal_list_tells_the_sex_in_words(language: str, women: str, men: str) -> None:
    paper = more.participants(language, "")
    first, second, third, *others = paper.groups[0].persons
    unknown = (replace(third, name=replace(third.name, sex="")), *others[:1])
    odd = replace(first, name=replace(first.name, sex="<b>f"))
    told = (replace(first, name=replace(first.name, sex="f")), replace(second, name=replace(second.name, sex="m")))
    group = replace(paper.groups[0], persons=(*told, *unknown, odd))
    made_list = participant_workbook.build_xlsx(
        replace(paper, groups=(group,)), ParticipantOptions(language, internal=True)
    )
    column = [row[6] for row in _sheet(made_list).iter_rows(min_row=2, values_only=True)]
    assert column[:3] == [women, men, None]
    assert column[4] is None


_LISTS = (
    lambda one: participant_workbook.build_xlsx(more.participants(one, ""), ParticipantOptions(one)),
    lambda one: participant_workbook.build_xlsx(kinds._with_documents(one, ""), replace(_DOCUMENTS, language=one)),
    lambda one: agenda_workbook.agenda(samples.agenda(one), AgendaOptions(one)),
    lambda one: agenda_workbook.agenda(samples.agenda("uk", one), AgendaOptions("uk", one if one != "uk" else "en")),
    lambda one: agenda_workbook.run_sheet(made.run_sheet(one, ""), RunSheetOptions(one)),
    lambda one: budget_report.build_xlsx(more.budget(), budget_report.BudgetOptions(one)),
    lambda one: certificate_register.build_xlsx(made.register(one, ""), certificate_register.RegisterOptions(one, "")),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", _LISTS)
def test_no_list_is_printed_in_letters_that_nobody_can_read(make: Any, language: str) -> None:
    """Calibri of 11 points becomes one of 6.8 where 225 units of width come on a lying page, repeated columns too."""
    sheet = _sheet(make(language))
    widths = [sheet.column_dimensions[get_column_letter(n)].width for n in range(1, sheet.max_column + 1)]
    repeated = sheet.print_title_cols
    lead = 0 if not repeated else ord(repeated[-1]) - ord("A") + 1
    pages = sheet.page_setup.fitToWidth
    assert sum(widths[:lead]) + sum(widths[lead:]) / pages <= 225


@pytest.mark.parametrize(
    ("title", "frozen"), [("Visit of the delegation", "A4"), ("Visit of the delegation " * 100, None)]
)
def test_lines_above_a_head_that_would_fill_the_window_do_not_stay_in_sight(title: str, frozen: str | None) -> None:
    columns = [SheetColumn("No.", 5), SheetColumn("Name", 40)]
    table = SheetTable("Day", columns, [[1, "Ana"]], above=["Sign-in sheet", title], ruled=True)
    sheet = _sheet(workbook([table]))
    assert sheet.freeze_panes == frozen
    assert sheet.print_title_rows == "$3:$3"


def test_the_title_of_a_band_runs_on_over_empty_cells() -> None:
    """A cell with an empty text would stop it in some readers; lines between them would cross it."""
    columns = [SheetColumn("No.", 5, centred=True), SheetColumn("Name", 10), SheetColumn("Signature", 10)]
    rows = [["", "Speakers, interpreters and staff", ""], [1, "Ana", ""]]
    sheet = _sheet(workbook([SheetTable("Day", columns, rows, frozenset({0}), ruled=True, row_height=32)]))
    band, signer = list(sheet.iter_rows(min_row=2))
    assert [cell.value for cell in band] == [None, "Speakers, interpreters and staff", None]
    assert [(cell.border.left.style, cell.border.right.style) for cell in band] == [
        ("thin", None),
        (None, None),
        (None, "thin"),
    ]
    assert all(cell.border.left.style == cell.border.right.style == "thin" for cell in signer)


def test_numbers_on_a_sheet_to_be_signed_do_not_touch_the_names() -> None:
    sheet = _sheet(sign_in_workbook.build_xlsx(more.sign_in("en", ""), SignInOptions("en")))
    numbers = [row[0] for row in sheet.iter_rows(min_row=6) if isinstance(row[0].value, int)]
    assert numbers
    assert {cell.alignment.horizontal for cell in numbers} == {"center"}


def test_data_protection_without_an_organiser_names_nobody() -> None:
    paper = replace(more.sign_in("en", ""), organiser="", controller=Text())
    ((label, sentence), *_) = sign_in_sheet.told(paper, speech("en"), photos=False)
    assert f"{label.first} {sentence.first}".startswith("Data protection: the organiser (controller) collects names")


# Word --------------------------------------------------------------------------------------------------------


def _annexed(first: str, second: str) -> Any:
    options = InvitationOptions(first, second)
    made_file = word_letter.build_word([more.invitation(first, second)], options, samples.agenda(first, second))
    return docx.Document(io.BytesIO(made_file))


@pytest.mark.parametrize(("first", "second"), [("en", "uk"), ("uk", "sl"), ("sv", "")])
def test_what_stands_below_a_day_is_one_paragraph_that_stays_with_its_table(first: str, second: str) -> None:
    """Two of them let a reader leave the heading of a day alone at the end of a page."""
    body = list(_annexed(first, second).element.body)
    days = [
        n for n, one in enumerate(body) if one.tag == qn("w:p") and one.pPr is not None and _style(one) == "Heading3"
    ]
    assert len(days) > 10
    for place in days:
        below, table = body[place + 1 : place + 3]
        assert table.tag == qn("w:tbl")
        assert below.pPr.find(qn("w:keepNext")).get(qn("w:val")) in (None, "1")
        assert int(below.pPr.find(qn("w:spacing")).get(qn("w:after"))) == 60
    if second:
        assert all(body[place + 1].find(f".//{qn('w:br')}") is not None for place in days)


def _style(paragraph: Any) -> str:
    found = paragraph.pPr.find(qn("w:pStyle"))
    return "" if found is None else str(found.get(qn("w:val")))


def test_lines_of_tables_begin_at_the_margin() -> None:
    """The indent of a table is that of its cells' padding, and stands where the schema of Word wants it."""
    (style,) = (one for one in _annexed("en", "").styles.element.iter(qn("w:style")) if _name(one) == "Paper table")
    parts = [part.tag for part in style.find(qn("w:tblPr"))]
    assert parts == [qn("w:tblInd"), qn("w:tblBorders"), qn("w:tblCellMar")]
    left = style.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/{qn('w:left')}")
    assert style.find(f"{qn('w:tblPr')}/{qn('w:tblInd')}").get(qn("w:w")) == left.get(qn("w:w"))


def _name(style: Any) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val")))


_TALL = "Cross-municipal coordination of emergency response and evacuation " * 9


def _kept_rows(rows: list[TableRow]) -> list[int]:
    """Which rows of a long table stay with the next one, by number from 1."""
    table = Table((Column(Text("Heading"), 60), Column(Text("Planned"), 30, right=True)), tuple(rows))
    data = word_story.build_word([Story(Text("Report"), (table,))], speech("en"))
    (found,) = docx.Document(io.BytesIO(data)).tables
    return [n for n, row in enumerate(found._tbl.tr_lst) if n and row.find(f".//{qn('w:keepNext')}") is not None]


def test_a_total_stays_with_the_row_above_it_however_high_that_is() -> None:
    """It stood alone on the last page behind a head."""
    rows = [TableRow((Text(_TALL), Text("1.00"))) for _ in range(12)]
    assert _kept_rows([*rows, TableRow((Text("Total"), Text("12.00")), total=True)]) == [12]
    # Two rows of more than half a page would leave a hole.
    huge = TableRow((Text(_TALL * 4), Text("1.00")))
    assert _kept_rows([*rows, huge, TableRow((Text("Total"), Text("12.00")), total=True)]) == []


def test_the_band_of_a_group_stays_with_its_first_row() -> None:
    group = [TableRow((Text(_TALL), Text("3.00")), total=True), *[TableRow((Text(_TALL), Text("1.00")))] * 3]
    assert _kept_rows(group * 3) == [1, 5, 9]


def test_the_second_language_of_a_paragraph_does_not_stand_alone_on_a_page() -> None:
    lines = _annexed("en", "uk").paragraphs
    title = next(line for line in lines if "Civil protection" in line.text and line.style.name == "Letter")
    assert title.paragraph_format.keep_with_next


def _low(paragraph: Any) -> bool:
    spacing = paragraph.pPr.find(qn("w:spacing"))
    return bool(spacing.get(qn("w:line")) == "20" and spacing.get(qn("w:lineRule")) == "exact")


def test_no_empty_page_follows_a_table_that_ends_with_its_page() -> None:
    """A file ends with a paragraph of one point below its last table; a break takes the place of the gap below one."""
    table = Table((Column(Text("Heading"), 60),), (TableRow((Text("Travel"),)),))
    story = Story(Text("Report"), (table,))
    data = word_story.build_word([story, story], speech("en"))
    body = [part for part in docx.Document(io.BytesIO(data)).element.body if part.tag != qn("w:sectPr")]
    first, second = (place for place, part in enumerate(body) if part.tag == qn("w:tbl"))
    assert second == len(body) - 2
    assert _low(body[-1])
    assert _low(body[first + 1])
    assert body[first + 1].find(f".//{qn('w:br')}").get(qn("w:type")) == "page"
    # Below a text the break stands in a paragraph of its own.
    letter = list(_annexed("en", "").element.body)
    (place,) = (n for n, part in enumerate(letter) if part.find(f".//{qn('w:br')}[@{qn('w:type')}='page']") is not None)
    assert _low(letter[place])
    assert not "".join(letter[place].itertext()).strip()
