"""What a reader meets at the edges of a page: names beside logos, footers, notes, the first page of a long paper."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import docx
import openpyxl
import pytest

from app.core.vocabulary import ParticipationRole
from app.documents import (
    agenda_workbook,
    budget_report,
    letters,
    programme_report,
    sign_in_sheet,
    story_pages,
    travel_order,
    visit_report,
    word_letter,
)
from app.documents.agenda_data import AgendaOptions
from app.documents.letter_data import InvitationOptions
from app.documents.logos import Logo, LogoRow
from app.documents.programme_report import ReportOptions, ReportPaper
from app.documents.reported import ReportedRole
from app.documents.run_sheet import RunSheetOptions
from app.documents.sign_in_data import SignInOptions
from app.documents.speech import speech
from app.documents.styles import MM
from app.documents.texts import Text, clean
from app.documents.travel_order import TravelOrderOptions
from app.documents.visit_report import VisitReportOptions
from tests.documents import more_samples as more
from tests.documents import proof_samples as proofs
from tests.documents import report_samples as reports
from tests.documents import samples
from tests.documents.paper_reading import boxes, pages_text, text
from tests.documents.proof_stretch import stretched
from tests.documents.word_files import everything


def test_a_name_too_long_for_its_three_lines_ends_in_dots() -> None:
    ministry = "Ministry of Foreign and European Affairs of the Republic of Slovenia"
    long = f"Directorate for Development Cooperation of the {ministry}"
    (row,) = LogoRow([Logo(long), Logo("Municipality of Domžale")]).rows
    told = [clean(run[0]) for line in row[0].lines for run in line.runs]
    assert len(row[0].lines) == 3
    assert told[-1].endswith("…")
    assert long.startswith(" ".join(told)[:-1]), "and nothing is left out before them"
    assert not any("…" in run[0] for line in row[1].lines for run in line.runs)
    assert row[0].width <= 45 * MM


def test_a_letter_in_two_languages_has_its_footer_in_both() -> None:
    paper = more.invitation("uk", "en")
    data = letters.build(paper, InvitationOptions("uk", "en"))
    assert "Імена, посади й дати" in text(data)
    assert "Names, positions and dates as in agenda" in text(data)
    (size, runs) = boxes(data)[0]
    foot = [box for told, box in runs if "посади й дати" in told or "positions and dates" in told]
    assert len(foot) == 2
    assert min(bottom for _, bottom, _, _ in foot) > 7.9 * MM, "8 mm to the edge stay free"
    assert max(top for _, _, _, top in foot) < size[1] - 283 * MM, "below the line"
    one = text(letters.build(more.invitation("uk", ""), InvitationOptions("uk", "")))
    assert "positions and dates" not in one


def test_who_pays_is_told_in_one_language() -> None:
    paper = replace(more.invitation("uk", "sv"), funder=Text("Міністерство"), logos=())
    told = pages_text(letters.build(paper, InvitationOptions("uk", "sv")))[0]
    assert "Finansieras av" not in told, "no Swedish words before a Ukrainian name"
    assert "Міністерство" in told


@pytest.mark.parametrize(("first", "second"), [("uk", "en"), ("uk", "lv"), ("sl", "uk")])
def test_the_first_page_of_a_sheet_of_days_has_somebody_to_sign_on_it(first: str, second: str) -> None:
    paper = more.sign_in(first, second)
    span = tuple((number + 1, date(2023, 10, 2) + timedelta(number)) for number in range(5))
    paper = replace(paper, days=(replace(paper.days[0], span=span, times=""),))
    pages = pages_text(sign_in_sheet.build(stretched(paper, first, second), SignInOptions(first, second)))
    assert "Starovoitenko-Perebyinis" in " ".join(pages[0].split())


def test_columns_of_days_keep_their_width_where_names_are_short() -> None:
    paper = more.sign_in("uk", "en")
    span = tuple((number + 1, date(2023, 10, 2) + timedelta(number)) for number in range(5))
    usual = replace(paper, days=(replace(paper.days[0], span=span),))
    found = {}
    for name, one in (("usual", usual), ("long", stretched(usual, "uk", "en"))):
        runs = [run for _, page in boxes(sign_in_sheet.build(one, SignInOptions("uk", "en"))) for run in page]
        heads = sorted(box[0] + box[2] for told, box in runs if told.strip() in {"День 1", "День 2"})
        found[name] = (heads[-1] - heads[0]) / 2
    # 257 mm less number 9, photographs 20 and names 86 (112 for long ones), for five days.
    assert found["usual"] == pytest.approx((257 - 9 - 20 - 86) / 5 * MM, abs=0.5)
    assert found["long"] == pytest.approx((257 - 9 - 20 - 112) / 5 * MM, abs=0.5)


@pytest.mark.parametrize("roles", range(1, 40))
def test_the_note_on_organisations_stands_under_its_table(roles: int) -> None:
    paper = replace(
        reports.visit_report("en"),
        roles=tuple(ReportedRole(ParticipationRole.MENTEE, 1, 2) for _ in range(roles)),
        places_of=((Text("Zavodske hromada"), 12), (Text("Domžale"), 9)),
    )
    for page in pages_text(visit_report.build(paper, VisitReportOptions("en"))):
        assert ("Persons by organisation" in page) == ("Persons, each counted once" in page)
    assert story_pages.part(visit_report.story(paper, speech("en")), speech("en"))[1]


def test_the_programme_report_says_the_same_on_paper_and_in_word() -> None:
    shown = text(programme_report.build(more.report(), ReportOptions("uk", "en")))
    written = " ".join(everything(programme_report.build_word(more.report(), ReportOptions("uk", "en"))).split())
    for part in ("Звіт про програму", "Report on the programme", "Closing event", "venue not free", "28 193,00"):
        assert part in shown
        assert part in written.replace("\u00a0", " ")
    # 8 women, 7 men: each person once, not the sum of the roles.
    assert "8 7 – 15" in shown


def test_a_programme_without_anything_says_so() -> None:
    bare = ReportPaper("P", Text("Programme"), date(2024, 1, 2))
    assert "Nothing has been recorded for this programme yet." in text(programme_report.build(bare))
    assert "Nothing has been recorded" not in text(programme_report.build(more.report()))


def _rows_kept(content: bytes) -> list[bool]:
    """For every table of a Word file, whether its last row stays with what follows."""
    tables = docx.Document(BytesIO(content)).tables
    return [
        all(line.paragraph_format.keep_with_next for cell in table.rows[-1].cells for line in cell.paragraphs)
        for table in tables
    ]


def test_a_note_in_word_stays_with_its_table() -> None:
    paper = replace(reports.visit_report("en"), places_of=((Text("Zavodske hromada"), 12), (Text("Domžale"), 9)))
    assert sum(_rows_kept(visit_report.build_word(paper))) == 1
    assert not any(_rows_kept(visit_report.build_word(replace(paper, places_of=()))))


def test_signatures_in_word_are_not_cut() -> None:
    for content in (
        travel_order.build_word([reports.travel_order()], TravelOrderOptions("en")),
        word_letter.build_word([more.invitation("uk", "en")], InvitationOptions("uk", "en")),
    ):
        tables = docx.Document(BytesIO(content)).tables
        signed = [table for table in tables if "____" in "".join(cell.text for cell in table.rows[0].cells)]
        assert signed
        assert all("cantSplit" in table.rows[0]._tr.xml for table in signed)


def test_logos_in_word_stand_four_in_a_row_and_long_names_end_in_dots() -> None:
    long = "Directorate for Development Cooperation of the Ministry of Foreign and European Affairs of Slovenia"
    paper = replace(reports.visit_report("en"), logos=tuple(Logo(f"{number} {long}") for number in range(7)))
    first = docx.Document(BytesIO(visit_report.build_word(paper))).tables[0]
    assert (len(first.rows), len(first.columns)) == (2, 4)
    told = [cell.text for row in first.rows for cell in row.cells]
    assert [one[:1] for one in told] == [*"0123456", ""]
    assert all(one.endswith("…") for one in told[:7])


def test_amounts_of_a_workbook_stand_at_the_right_below_their_heading() -> None:
    sheet = openpyxl.load_workbook(BytesIO(budget_report.build_xlsx(more.budget()))).worksheets[0]
    for row in (1, 2, 13):
        assert {sheet.cell(row, column).alignment.horizontal for column in range(3, 8)} == {"right"}
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.cell(7, 8).alignment.wrap_text, "a reason is read, not hidden behind the edge of its cell"
    assert sheet.cell(13, 3).font.bold


@pytest.mark.parametrize("paper", ["agenda", "run-sheet", "budget"])
def test_a_printed_list_says_whose_it_is(paper: str) -> None:
    content = {
        "agenda": lambda: agenda_workbook.agenda(samples.agenda("en"), AgendaOptions("en")),
        "run-sheet": lambda: agenda_workbook.run_sheet(proofs.run_sheet("en", ""), RunSheetOptions("en")),
        "budget": lambda: budget_report.build_xlsx(more.budget()),
    }[paper]()
    for sheet in openpyxl.load_workbook(BytesIO(content)).worksheets:
        assert "CEP-UA" in (sheet.oddFooter.left.text or "")
