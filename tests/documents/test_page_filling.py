"""Pages are filled: no title alone on page 1, rows of half a page go on, their pieces are one row again on a page."""

from dataclasses import replace
from datetime import date

import pytest

from app.documents import agenda, sign_in_sheet
from app.documents.agenda_columns import ItemRow
from app.documents.agenda_data import AgendaOptions, ColumnSet, Layout
from app.documents.agenda_days import DayHeader
from app.documents.layout import LANDSCAPE, LEFT, PORTRAIT, Block, paginate
from app.documents.own_words import OwnWords
from app.documents.sign_in_data import DATA_PROTECTION, SheetDay, SignInOptions, SignInPaper
from app.documents.styles import CELL, MM, NOTE
from app.documents.tables import Head, Mark, Row, grid, table_blocks
from app.documents.texts import Text
from app.documents.wrapping import height_of, wrap
from tests.documents import samples
from tests.documents.paper_reading import pages_text, reader
from tests.documents.proof_content import CONTENTS, PROOFS, languages_of, paper
from tests.documents.proof_measures import leaves

_TABLE = grid((Text("Time"), 40), (Text("Item"), 130))
#: How much of page 1 is filled at least: sign-in sheets keep their rows whole (somebody writes in them) and are not
#: among them, agendas keep their items whole (AG-8), the others may cut a row.
_FLOWING = {"interpreter": 0.6, "participants": 0.6, "participants-internal": 0.6}
_FLOWING |= {"agenda": 0.25, "agenda-compact": 0.25, "run-sheet": 0.25, "personal": 0.25}
_AGENDAS = (
    AgendaOptions(columns=ColumnSet.FULL),
    AgendaOptions(columns=ColumnSet.COMPACT),
    AgendaOptions("uk", "en"),
    AgendaOptions("uk", "lv", ColumnSet.COMPACT),
    AgendaOptions("sl", "uk", layout=Layout.B),
)


def _row(lines: int, mark: Mark | None = None) -> Row:
    told = [line for n in range(lines) for line in wrap(f"line {n}", CELL, 300)]
    beside = [line for n in range(lines) for line in wrap(f"note {n}", NOTE, 300)]
    return Row(_TABLE, [told, beside], mark=mark)


def _rows(blocks: list[tuple[Block, float]]) -> list[Row]:
    return [block for block, _ in blocks if isinstance(block, Row)]


def test_a_row_of_more_than_half_a_page_goes_on_and_tells_its_mark_once() -> None:
    whole = PORTRAIT.body_bottom - PORTRAIT.body_top
    lines = int(whole * 0.6 / CELL.leading)
    rows = [_row(4), _row(lines, mark=Mark(Text("MOVED"))), _row(lines)]
    pages = paginate(table_blocks(Head(_TABLE), rows))
    assert len(pages) == 2
    first, second = _rows(pages[0].placed), _rows(pages[1].placed)
    # Page 1: the low row, the moved one in one piece again, the beginning of the last one; page 2: its end.
    assert [len(row.cells[0]) for row in first[:2]] == [4, lines]
    assert len(first[2].cells[0]) + len(second[0].cells[0]) == lines
    assert len(second) == 1
    assert [row.mark.label.first for row in (*first, *second) if row.mark] == ["MOVED"]
    assert (first[2].begins, first[2].ends, second[0].begins, second[0].ends) == (True, False, False, True)
    # No line is lost, doubled or out of order, and the joined cell is as high as its lines.
    told = [line.runs[0][0] for row in (first[2], second[0]) for line in row.cells[0]]
    assert told == [f"line {n}" for n in range(lines)]
    assert first[1].height >= height_of(first[1].cells[0])


def test_a_row_up_to_half_a_page_is_never_cut() -> None:
    whole = PORTRAIT.body_bottom - PORTRAIT.body_top
    lines = int(whole * 0.45 / CELL.leading)
    pages = paginate(table_blocks(Head(_TABLE), [_row(lines), _row(lines), _row(lines)]))
    assert [len(row.cells[0]) for page in pages for row in _rows(page.placed)] == [lines] * 3


@pytest.mark.parametrize("name", _FLOWING)
def test_page_one_is_never_left_to_the_title(name: str) -> None:
    proof = next(one for one in PROOFS if one.name == name)
    for first, second in languages_of(proof):
        leaf = leaves(paper(proof, "extreme", first, second))[0]
        area = LANDSCAPE if leaf.size[0] > leaf.size[1] else PORTRAIT
        # Lowest line above the footer, from the top; no more stays empty than is told above.
        above = leaf.size[1] - area.foot_rule
        lowest = leaf.size[1] - min(run.box[1] for run in leaf.runs if run.box[1] > above and run.box[0] >= LEFT - 1)
        assert lowest >= area.body_top + _FLOWING[name] * (area.body_bottom - area.body_top), (
            f"{first} {second}: {lowest / MM}"
        )


@pytest.mark.parametrize("content", ["typical", "extreme"])
@pytest.mark.parametrize("options", _AGENDAS)
def test_an_item_that_a_page_can_hold_never_splits_and_no_heading_stands_alone(
    options: AgendaOptions, content: str
) -> None:
    """AG-8: what is cut is higher than a page with its heads; a page ends with an item, never with what heads one."""
    data = CONTENTS[content](samples.agenda(options.language, options.second), options.language, options.second)
    _, pages = agenda.part(data, options)
    area = LANDSCAPE if options.layout is Layout.B else PORTRAIT
    whole = area.body_bottom - area.body_top
    for number, page in enumerate(pages):
        for row in _rows(page.placed):
            if isinstance(row.cut_from, ItemRow) and not (row.begins and row.ends):
                # Its heads take at most a third of a page.
                assert row.cut_from.height > whole * 0.66, f"page {number + 1}"
        assert not isinstance(page.placed[-1][0], Head | DayHeader), f"page {number + 1}"


def test_forty_lines_of_description_stand_on_one_page() -> None:
    told = "\n".join(f"Point {n} of the day" for n in range(1, 41))
    data = samples.agenda("en", marks=False)
    days = tuple(
        replace(day, items=tuple(replace(item, description=Text(told)) for item in day.items)) for day in data.days[:3]
    )
    pages = pages_text(agenda.build(replace(data, days=days), AgendaOptions("en")))
    for page in pages:
        assert page.count("Point 1 of the day") == page.count("Point 40 of the day")
    assert sum(page.count("Point 40 of the day") for page in pages) == sum(len(day.items) for day in days)


def test_the_second_half_of_an_agenda_one_after_the_other_is_tagged_in_its_language() -> None:
    data = agenda.build(samples.agenda("en", "uk"), AgendaOptions("en", "uk", layout=Layout.C))
    assert _spans(data) > 50
    assert _spans(agenda.build(samples.agenda("en"), AgendaOptions("en"))) == 0


def _spans(data: bytes) -> int:
    """Elements of the structure tree that say that they are Ukrainian."""
    found = 0
    todo = [reader(data).trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while todo:
        one = todo.pop().get_object()
        if isinstance(one, list):
            todo += [kid for kid in one if hasattr(kid, "get_object")]
        elif isinstance(one, dict):
            found += str(one.get("/Lang", "")).startswith("uk")
            if "/K" in one and hasattr(one["/K"], "get_object"):
                todo.append(one["/K"])
    return found


def test_the_house_sentence_on_data_protection_has_a_subject_without_an_organiser() -> None:
    sheet = SignInPaper("A-1", Text("Visit"), (SheetDay(date(2026, 3, 2), 1),))
    said = " ".join(" ".join(pages_text(sign_in_sheet.build(sheet, SignInOptions("en")))).split())
    assert "Data protection: the organiser (controller) collects names" in said
    own = OwnWords({DATA_PROTECTION.key: {"en": "Kept by {controller} for a year."}})
    said = " ".join(" ".join(pages_text(sign_in_sheet.build(replace(sheet, words=own), SignInOptions("en")))).split())
    assert "Organiser" not in said
