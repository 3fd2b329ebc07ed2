"""Pages are filled: no title alone on page 1, rows of half a page go on, their pieces are one row again on a page."""

from dataclasses import replace
from datetime import date

import pytest

from app.documents import agenda, sign_in_sheet
from app.documents.agenda_data import AgendaOptions, Layout
from app.documents.layout import LANDSCAPE, LEFT, PORTRAIT, Block, paginate
from app.documents.own_words import OwnWords
from app.documents.sign_in_data import DATA_PROTECTION, SheetDay, SignInOptions, SignInPaper
from app.documents.styles import CELL, MM, NOTE
from app.documents.tables import Head, Mark, Row, grid, table_blocks
from app.documents.texts import Text
from app.documents.wrapping import height_of, wrap
from tests.documents import samples
from tests.documents.paper_reading import pages_text, reader
from tests.documents.proof_content import PROOFS, languages_of, paper
from tests.documents.proof_measures import leaves

_TABLE = grid((Text("Time"), 40), (Text("Item"), 130))
#: Sign-in sheets keep their rows whole (somebody writes in them); the others of the first half may cut one.
_FLOWING = ("agenda", "agenda-compact", "run-sheet", "personal", "interpreter", "participants", "participants-internal")


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
        # Lowest line above the footer, from the top; at most two fifths of the page stay empty.
        above = leaf.size[1] - area.foot_rule
        lowest = leaf.size[1] - min(run.box[1] for run in leaf.runs if run.box[1] > above and run.box[0] >= LEFT - 1)
        assert lowest >= area.body_top + 0.6 * (area.body_bottom - area.body_top), f"{first} {second}: {lowest / MM}"


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
    assert "Data protection: Organiser (controller) collects names" in said
    own = OwnWords({DATA_PROTECTION.key: {"en": "Kept by {controller} for a year."}})
    said = " ".join(" ".join(pages_text(sign_in_sheet.build(replace(sheet, words=own), SignInOptions("en")))).split())
    assert "Organiser" not in said
