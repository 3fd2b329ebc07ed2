"""Type scale, colours and measures of printed paper, in points; ``MM`` turns millimetres into points."""

from typing import NamedTuple

MM = 72 / 25.4

#: Colours as (red, green, blue) from 0 to 1. None carries a meaning alone.
Ink = tuple[float, float, float]


def _ink(code: str) -> Ink:
    red, green, blue = (round(int(code[n : n + 2], 16) / 255, 4) for n in (0, 2, 4))
    return red, green, blue


BLACK = _ink("000000")
ACCENT = _ink("1B3A63")
GREY = _ink("4A4A4A")
RULE = _ink("808080")
CHART = _ink("8C99A8")
BAND = _ink("DCE0E5")
SOFT = _ink("EEF0F2")
WHITE = _ink("FFFFFF")

STRONG = 0.8
HAIR = 0.35
DAY_RULE = 1.6


class Style(NamedTuple):
    """How a run of text looks. ``strike`` is the weight of a line through it, ``track`` the space added per letter."""

    face: str
    size: float
    leading: float
    ink: Ink = BLACK
    strike: float = 0.0
    track: float = 0.0

    def scaled(self, factor: float, ink: Ink = GREY) -> "Style":
        """The same in another size, grey unless told: a second language (AG-12: 85 %)."""
        return self._replace(size=self.size * factor, leading=self.leading * factor * 1.02, ink=ink)

    def struck(self, weight: float = 0.6) -> "Style":
        """The same with a line through it (AR-3)."""
        return self._replace(strike=weight)


SECOND = 0.85

TITLE = Style("Serif-SemiBold", 20, 24)
TITLE_SECOND = Style("Serif", 14, 17, GREY)
REPORT_TITLE = Style("Serif-SemiBold", 22, 26)
PARTNERSHIP = Style("Sans-SemiBold", 13, 16, ACCENT)
PARTNERSHIP_SECOND = Style("Sans", 11, 16, GREY)
EVENT = Style("Sans", 11, 14)
EVENT_STRONG = Style("Sans-SemiBold", 11, 14)
EVENT_SECOND = Style("Sans", 9.35, 12, GREY)
SUBLINE = Style("Sans", 9, 12.5)
SUBLINE_GREY = Style("Sans", 9, 12.5, GREY)
SECTION = Style("Sans-Bold", 13, 16)
SECTION_SMALL = Style("Sans-SemiBold", 11, 14)
SECTION_NUMBER = Style("Sans-Bold", 13, 16, ACCENT)
DAY_NUMBER = Style("Sans-Bold", 11, 14, ACCENT)
DAY_DATE = Style("Sans-SemiBold", 11, 14)
DAY_PLACE = Style("Sans-SemiBold", 9.35, 12)
DAY_SUBLINE = Style("Sans", 8.5, 11, GREY)
LETTER = Style("Serif", 9.8, 13.4)
LETTER_TITLE = Style("Serif-SemiBold", 12.5, 15.5)
REPORT = Style("Serif", 10, 14.2)
ROW_FIRST = Style("Sans-SemiBold", 9, 11.5)
ROW_PLAIN = Style("Sans", 9, 11.5)
CELL = Style("Sans", 8.5, 11)
CELL_STRONG = Style("Sans-SemiBold", 8.5, 11)
NOTE = Style("Sans", 8, 10.5)
NOTE_GREY = Style("Sans", 8, 10.5, GREY)
KIND = Style("Sans", 7.5, 9.5, GREY)
REASON = Style("Sans-Italic", 8, 10.5)
HEAD = Style("Sans-SemiBold", 8, 10)
HEAD_SECOND = Style("Sans", 6.8, 8.5, GREY)
LABEL = Style("Sans", 8, 11.5, GREY)
FOOTER = Style("Sans", 7.5, 9, GREY)
FOOTER_SECOND = Style("Sans", 6.8, 8, GREY)
FOOTER_STRONG = Style("Sans-SemiBold", 7.5, 9)
RUNNING = Style("Sans-SemiBold", 8, 10)
RUNNING_GREY = Style("Sans", 8, 10, GREY)
MARK = Style("Sans-Bold", 6.4, 8)
MARK_SECOND = Style("Sans", 5.6, 7, GREY)
KEY_FIGURE = Style("Sans-SemiBold", 14, 17)
KEY_FIGURE_REPORT = Style("Serif-SemiBold", 18, 22)
