"""Names in large letters on little room: badges and name tents (README of paper: long names)."""

import re
from collections.abc import Sequence

from app.documents.styles import Style
from app.documents.texts import clean_line
from app.documents.wrapping import Line, ended, height_of, text_width, wrap

#: Where a name may go on in a second line: at spaces, and after a hyphen, slash or dash.
_PARTS = re.compile(r"\s+|(?<=[-–/])")


def sized(style: Style, size: float) -> Style:
    """The style in another size, its leading with it."""
    return style._replace(size=size, leading=style.leading * size / style.size)


def in_lines(
    text: str, style: Style, width: float, smallest: float, most: int = 2, alone: float = 0.0, last: int = 0
) -> list[Line]:
    """The text as large as it goes: in one line down to ``alone``, else in ``most`` lines down to ``smallest``.

    Lines break between words and after hyphens only. What does not fit even in the smallest size breaks anywhere into
    ``last`` lines and is then cut with a visible mark, since a badge has no second page. Sizes in points.
    """
    line = clean_line(text)
    if not line:
        return []
    size = style.size
    while size >= (alone or smallest):
        if text_width(line, sized(style, size)) <= width:
            return wrap(line, sized(style, size), width)
        size -= 0.5
    size = style.size
    while most > 1 and size >= smallest:
        shown = sized(style, size)
        if all(text_width(part, shown) <= width for part in _PARTS.split(line)):
            lines = wrap(line, shown, width)
            if len(lines) <= most:
                return lines
        size -= 0.5
    return ended(wrap(line, sized(style, smallest), width), max(most, last), width)


def fits(lines: Sequence[Line], height: float) -> bool:
    """Whether lines below each other keep to a height (points)."""
    return height_of(lines) <= height + 0.01
