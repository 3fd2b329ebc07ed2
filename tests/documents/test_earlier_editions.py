"""Certificates of an earlier edition keep the layout in which they were issued."""

from app.documents.logos import Logo, LogoRow
from app.documents.styles import MM

NAMES = tuple(f"Municipality of Somewhere Quite Long Number {number}" for number in range(1, 9))


def test_rows_of_logos_are_evened_only_in_later_editions() -> None:
    """Names of about 38 mm, four to a row of 168 mm: six stood 4 + 2 before they were evened."""
    logos = [Logo(name) for name in NAMES[:6]]
    earlier = LogoRow(logos, right=190 * MM, as_they_come=True)
    later = LogoRow(logos, right=190 * MM)
    assert [len(row) for row in earlier.rows] == [4, 2]
    assert [len(row) for row in later.rows] == [3, 3]


def test_long_names_below_logos_get_their_dots_only_in_later_editions() -> None:
    long = Logo("Association of municipalities of the whole region " * 4)

    def said(*, earlier: bool) -> str:
        row = LogoRow([long], as_they_come=earlier)
        return "".join(run[0] for mark in row.rows[0] for line in mark.lines for run in line.runs)

    assert said(earlier=False).endswith("…")
    assert not said(earlier=True).endswith("…")
