"""The faces of the house on paper: registered once, measured without the canvas, and what to print for a letter that
none of them has.

A letter missing in its face is taken from a relative (Serif → Sans → Georgian → the usual emoji); else it is decomposed
(ﬁ → fi) or replaced by its plain form; a letter of a script that no face has becomes a white square. Whoever prints is
told of those before (``missing``), and what is copied from the paper is always what was typed.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

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
    "Georgian": "NotoSansGeorgian-Regular",
    "Georgian-SemiBold": "NotoSansGeorgian-SemiBold",
    "Emoji": "NotoEmoji-Paper",
}
_WORDS_KEPT = 60_000
#: Letters that every face of the house has (a test holds it to that): the usual text needs no look at each letter.
_SURE = re.compile(
    r"[ -~\u00a0-\u012b\u012e-\u0131\u0134-\u0148\u014a-\u0165\u0168-\u017e\u0218-\u021b\u02bc\u0401-\u045f\u0490\u0491"
    r"\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2030\u2039\u203a\u20ac\u20b4\u2116\u2122\u2190-\u2193\u2212]*"
)
_SQUARE = "\u25a1"
#: Marks above and below letters: without shaping they would stand beside the letter.
_MARKS = dict.fromkeys(range(0x0300, 0x0370))
_PLAIN = {
    "\u2010": "-", "\u2011": "-", "\u2012": "\u2013", "\u2015": "\u2014", "\u2043": "\u2022", "\u2044": "/",
    "\u2005": " ", "\u2006": " ", "\u2008": " ", "\u200a": " ", "\u205f": " ", "\u3000": " ", "\u1680": " ",
    "\u201b": "\u2018", "\u201f": "\u201c",
    "\u275b": "\u2018", "\u275c": "\u2019", "\u275d": "\u201c", "\u275e": "\u201d",
    "\u21d2": "\u2192", "\u27a1": "\u2192", "\u2794": "\u2192", "\u279c": "\u2192", "\u27f6": "\u2192",
    "\u2705": "\u2713", "\u2611": "\u2713",
    "\u274c": "\u00d7", "\u2716": "\u00d7", "\u2717": "\u00d7", "\u2718": "\u00d7",
    "\u3001": ",", "\u3002": ".", "\u066b": ",", "\u066c": "\u2019", "\u20e3": "",
    **{chr(0x1F3FB + tone): "" for tone in range(5)},
    **{chr(0x1F1E6 + letter): chr(65 + letter) for letter in range(26)},
}  # fmt: skip


_NOTED: ContextVar[dict[str, None] | None] = ContextVar("letters without a glyph", default=None)


@contextmanager
def noting() -> Iterator[dict[str, None]]:
    """Within, the letters that are printed as squares are noted (as keys, in their order): what to warn of."""
    noted: dict[str, None] = {}
    before = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(before)


class Piece(NamedTuple):
    """A part of a text in one face; ``stands_for`` is what was typed where something else is drawn."""

    face: "Face"
    text: str
    stands_for: str = ""


class Face:
    """One registered face and the widths of its letters."""

    __slots__ = ("_homes", "_known", "_missing", "_widths", "font", "name")

    def __init__(self, name: str, font: "TTFont") -> None:
        self.name = name
        self.font = font
        self._widths: dict[int, float] = dict(font.face.charWidths)
        self._missing = float(font.face.defaultWidth)
        self._known: dict[str, float] = {}
        self._homes: dict[str, Piece] = {}

    def width(self, text: str, size: float) -> float:
        """Width in points; words repeat, so each is measured once."""
        found = self._known.get(text)
        if found is None:
            if _SURE.fullmatch(text):
                found = self._measured(text)
            else:
                found = sum(piece.face._measured(piece.text) for piece in self.pieces(text))
            if len(self._known) > _WORDS_KEPT:
                self._known.clear()
            self._known[text] = found
        return found * size

    def _measured(self, text: str) -> float:
        widths, missing = self._widths, self._missing
        return sum(widths.get(ord(letter), missing) for letter in text) / 1000

    def has(self, text: str) -> bool:
        """Whether every letter has a glyph (no-break and thin spaces count as spaces)."""
        return all(ord(letter) in self._widths for letter in text)

    def pieces(self, text: str) -> list[Piece]:
        """The text by the faces that have its letters; one piece for the usual text."""
        if _SURE.fullmatch(text) or self.has(text):
            return [Piece(self, text)]
        made: list[Piece] = []
        for letter in text:
            piece = self._homes.get(letter)
            if piece is None:
                piece = self._homes[letter] = self._home(letter)
            last = made[-1] if made else None
            if last and last.face is piece.face and bool(last.stands_for) is bool(piece.stands_for):
                made[-1] = Piece(last.face, last.text + piece.text, last.stands_for + piece.stands_for)
            else:
                made.append(piece)
        noted = _NOTED.get()
        if noted is not None:
            noted.update(dict.fromkeys("".join(one.stands_for for one in made if _SQUARE in one.text)))
        return made

    def _home(self, letter: str) -> Piece:
        drawn = _drawn(letter)
        for name in _relatives(self.name):
            relative = face(name)
            if relative.has(drawn):
                return Piece(relative, drawn, "" if drawn == letter else letter)
        return Piece(face("Sans"), _SQUARE, letter)


def _relatives(name: str) -> tuple[str, ...]:
    """The face itself, then those that may lend it a letter."""
    _, _, cut = name.partition("-")
    georgian = "Georgian-SemiBold" if cut in {"SemiBold", "Bold"} else "Georgian"
    return (name, f"Sans-{cut}" if cut else "Sans", georgian, "Emoji")


@cache
def _drawn(letter: str) -> str:
    """What is drawn for a letter: itself where any face has it."""
    if _anywhere(letter):
        return letter
    plain = _PLAIN.get(letter)
    if plain is not None:
        return plain
    apart = unicodedata.normalize("NFKD", letter)
    if apart != letter:
        # Composed again where a face has that letter; else the bare letter: Ḱ is read as K, a square as nothing.
        for form in (unicodedata.normalize("NFC", apart), apart):
            kept = "".join(part for part in form if _anywhere(part))
            if kept and not unicodedata.combining(kept[0]):
                return kept.translate(_MARKS) if form is apart else kept
    return "" if unicodedata.category(letter)[0] in {"M", "C"} else _SQUARE


@cache
def _anywhere(letter: str) -> bool:
    return any(face(name).has(letter) for name in ("Sans", "Serif", "Georgian", "Emoji"))


def missing(text: str) -> str:
    """The letters of a text that no paper can show as they are, each once, in their order.

    Those that are only decomposed (ﬁ → fi) or plainly replaced (a skin tone) are not told.
    """
    if _SURE.fullmatch(text):
        return ""
    found = []
    for letter in dict.fromkeys(text):
        if letter.isspace() or unicodedata.category(letter)[0] == "C" or letter in _PLAIN:
            continue
        drawn = _drawn(letter)
        if drawn != letter and drawn in {_SQUARE, ""}:
            found.append(letter)
    return "".join(found)


@cache
def face(name: str) -> Face:
    """A face by its name; reads and registers the file at the first use (about 20 ms a face)."""
    with _REGISTERING:
        return _registered(name)


#: Two papers made at once may both be the first to use a face. Registered twice, its file would be in both fonts of one
#: paper, which reportlab refuses ("redefining named object") when the paper is written.
_REGISTERING = Lock()


@cache
def _registered(name: str) -> Face:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(resources() / "fonts" / f"{FACES[name]}.ttf"), shapable=False)
    pdfmetrics.registerFont(font)
    return Face(name, font)
