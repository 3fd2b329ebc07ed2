"""The faces of the house on paper: registered once, measured without the canvas."""

from functools import cache
from typing import TYPE_CHECKING

from app.core.paths import resources

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

#: Face name → file in resources/fonts. Static files only: a variable font would embed its default face alone.
FACES = {
    "Sans": "SourceSans3-Regular",
    "Sans-SemiBold": "SourceSans3-SemiBold",
    "Sans-Bold": "SourceSans3-Bold",
    "Sans-Italic": "SourceSans3-Italic",
    "Serif": "SourceSerif4-Regular",
    "Serif-SemiBold": "SourceSerif4-SemiBold",
    "Serif-Bold": "SourceSerif4-Bold",
    "Serif-Italic": "SourceSerif4-Italic",
}
_WORDS_KEPT = 60_000


class Face:
    """One registered face and the widths of its letters."""

    __slots__ = ("_known", "_missing", "_widths", "font", "name")

    def __init__(self, name: str, font: "TTFont") -> None:
        self.name = name
        self.font = font
        self._widths: dict[int, float] = dict(font.face.charWidths)
        self._missing = float(font.face.defaultWidth)
        self._known: dict[str, float] = {}

    def width(self, text: str, size: float) -> float:
        """Width in points; words repeat, so each is measured once."""
        found = self._known.get(text)
        if found is None:
            widths, missing = self._widths, self._missing
            found = sum(widths.get(ord(letter), missing) for letter in text) / 1000
            if len(self._known) > _WORDS_KEPT:
                self._known.clear()
            self._known[text] = found
        return found * size

    def has(self, text: str) -> bool:
        """Whether every letter has a glyph (no-break and thin spaces count as spaces)."""
        return all(ord(letter) in self._widths for letter in text)


@cache
def face(name: str) -> Face:
    """A face by its name; reads and registers the file at the first use (about 20 ms a face)."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(resources() / "fonts" / f"{FACES[name]}.ttf"), shapable=False)
    pdfmetrics.registerFont(font)
    return Face(name, font)
