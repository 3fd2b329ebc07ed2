"""Law 1 of paper: nothing outside its box, nothing overlapping, every glyph there, for every paper and content."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents.paper_reading import external, qpdf_complaint
from tests.documents.proof_content import LANGUAGES, PAIRS, PROOFS, Proof, paper
from tests.documents.proof_measures import (
    MM,
    Leaf,
    Tag,
    font_faults,
    leaves,
    overlaps,
    smallest_type,
    tags,
)

#: Papers without running text: their boxes are their own, and names in them may be set small rather than cut.
_FIXED = ("badges", "certificate", "tents")
_MOST_PAGES = {"short": 2, "typical": 14, "extreme": 180}


def _cases() -> Iterator[tuple[Proof, str, str, str]]:
    for proof in PROOFS:
        pairs = PAIRS if proof.pairs else ()
        for first, second in [*((language, "") for language in LANGUAGES), *pairs[:1]]:
            yield proof, "typical", first, second
        for first, second in pairs[1:2] or [("en", "")]:
            yield proof, "short", first, second
        for first, second in [("lv", ""), *pairs[1:2]]:
            yield proof, "extreme", first, second


def _name(case: object) -> str:
    return case.name if isinstance(case, Proof) else str(case)


@pytest.mark.parametrize(("proof", "content", "first", "second"), list(_cases()), ids=_name)
def test_a_paper_stands_as_it_should(proof: Proof, content: str, first: str, second: str, tmp_path: Path) -> None:
    """One test for each paper, so that it is built and read once."""
    data = paper(proof, content, first, second)
    pages = leaves(data)
    assert len(pages) <= _MOST_PAGES[content]
    for number, page in enumerate(pages, 1):
        _inside(proof, page, number)
        pair = next(overlaps(page), None)
        assert pair is None, f"page {number}: two texts lie on each other: {pair}"
    assert font_faults(data) == []
    least = 2.4 if proof.name.startswith(_FIXED) and content == "extreme" else 5.0
    assert smallest_type(data) >= least
    tree = tags(data)
    assert list(_lonely(tree)) == []
    if content != "short":
        _heads(tree, pages)
    if external("qpdf"):
        assert qpdf_complaint(data, tmp_path) == ""


def _inside(proof: Proof, page: Leaf, number: int) -> None:
    width, height = page.size
    assert page.runs, f"page {number} is empty"
    for run in page.runs:
        left, bottom, right, top = run.box
        room = f"page {number}: {run}"
        assert min(left, bottom, width - right, height - top) >= 8 * MM - 0.5, f"nearer than 8 mm to an edge, {room}"
        if not proof.name.startswith(_FIXED):
            assert right <= width - 15 * MM + 1, f"beyond the right margin, {room}"
            # Footers stand below, at 10 mm from the edge; nothing between.
            assert bottom >= 19 * MM - 3 or top <= 14 * MM + 1, f"below the end of the text, {room}"


def _lonely(tree: Tag) -> Iterator[str]:
    """Headings on another page than what they head."""
    for number, tag in enumerate(tree.kids[:-1]):
        if tag.role in {"H1", "H2", "H3"} and tag.page != tree.kids[number + 1].page:
            yield f"{tag.role} at the foot of page {tag.page + 1}"


def _heads(tree: Tag, pages: list[Leaf]) -> None:
    """Where a table goes on, its heads stand again."""
    for table in tree.all("Table"):
        heads = [head for row in table.kids[:1] for head in row.kids if head.role == "TH" and head.page >= 0]
        cells = [cell for row in table.kids[:1] for cell in row.kids]
        if len(heads) < len([cell for cell in cells if cell.page >= 0]) or len(heads) < 2:
            continue
        words = _words_of(pages[min(table.pages())], len(heads))
        for page in sorted(table.pages())[1:]:
            assert any(word in pages[page].text for word in words), f"no heads on page {page + 1}"


def _words_of(page: Leaf, _count: int) -> list[str]:
    """Words of the first page of a table; its heads are among them."""
    return [run.text.strip() for run in page.runs if len(run.text.strip()) > 2]
