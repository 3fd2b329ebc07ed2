"""Which rows of a table in a Word file stay together over the end of a page."""

from collections.abc import Collection
from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.table import Table

#: Rows and lines of a table that stays whole.
_WHOLE_ROWS, _WHOLE_LINES = 8, 26
#: Lines of a row that is low, of one that may be parted, of two that stay together; letters in a millimetre.
_LOW_LINES, _PARTED_LINES, _PAIR_LINES = 4, 46, 30
_LETTERS_MM = 0.62


def hold(table: "Table", chained: Collection[int] = (), firm: Collection[int] = ()) -> None:
    """Keep all rows of a short table on one page, the first two and the last three of a long one.

    ``chained``: further rows, by number from 1, that stay with the row above. High rows stay with nothing but their
    head: a page would end in a hole; one of nearly a page may be parted, or its end would be cut off. The last row and
    those of ``firm`` stay with the row above while half a page holds both: no total stands alone on a page, and no
    band at the end of one.
    """
    from docx.oxml.ns import qn

    rows = table._tbl.tr_lst
    last, high = len(rows) - 1, [_lines(row) for row in rows]
    for row, lines in zip(rows, high, strict=True):
        if lines > _PARTED_LINES:
            for mark in row.findall(f"{qn('w:trPr')}/{qn('w:cantSplit')}"):
                mark.getparent().remove(mark)
    whole = last <= _WHOLE_ROWS and sum(high) <= _WHOLE_LINES
    ends = {1, last - 2, last - 1, *(number - 1 for number in chained)}
    low = {number for number in ends if 0 < number < last and max(high[number : number + 2]) <= _LOW_LINES}
    pairs = {number - 1 for number in firm} | ({last - 1} if high[last] <= _LOW_LINES else set())
    low |= {number for number in pairs if 0 < number < last and sum(high[number : number + 2]) <= _PAIR_LINES}
    for number in range(last) if whole else sorted({0, *low}):
        for line in rows[number].iter(qn("w:p")):
            line.get_or_add_pPr().get_or_add_keepNext()


def _lines(row: Any) -> int:
    """How many lines a row of a table takes, nearly."""
    from docx.oxml.ns import qn

    counts = []
    for cell in row.tc_lst:
        letters = max(4.0, cell.width.mm * _LETTERS_MM) if cell.width else 40.0
        texts = ["".join(part.text or "" for part in line.iter(qn("w:t"))) for line in cell.iter(qn("w:p"))]
        counts.append(sum(max(1, ceil(len(text) / letters)) for text in texts))
    return max(counts, default=1)
