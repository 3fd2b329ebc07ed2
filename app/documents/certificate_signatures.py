"""The signatures of a certificate: one to three lines with names and positions, in the order of the language (CE-11).

Nothing is cut: what is long is set smaller, then the line moves up into the room of the stamp.
"""

from collections.abc import Sequence

from app.documents.certificate_data import Signatory
from app.documents.pen import Pen
from app.documents.speech import Speech, joined
from app.documents.styles import GREY, MM, STRONG, Style
from app.documents.texts import Text, clean_line
from app.documents.wrapping import Line, ended, fitted, height_of, wrap, wrap_pair

_POSITION, _POSITION_SECOND = Style("Sans", 9.5, 12), Style("Sans", 7, 9, GREY)
_BELOW, _BELOW_SECOND = Style("Sans", 9, 11.4), Style("Sans", 6.8, 8.6, GREY)
_SIGNED = Style("Sans-SemiBold", 10, 12.5)
_FOOT = 185.4 * MM
_NAME_GAP = 1.6 * MM
#: How small positions get before the line moves up, and the highest place of the block.
_FACTORS = (1.0, 0.9, 0.8, 0.72)
_HIGHEST = 132 * MM
#: How small positions are set, and the size of the names (points).
_Sizes = tuple[float, float]


class Signatures:
    """Places the blocks; ``top`` is where the highest begins (points from the top): the text above ends there.

    ``level``: all lines at one height, and all positions begin at one; editions before the third had each at its own.
    """

    def __init__(self, signatories: Sequence[Signatory], said: Speech, *, level: bool = True) -> None:
        kept = signatories[:3]
        count = len(kept)
        width = (50 if count > 2 else 66 if count == 2 else 72) * MM
        places = (30, 86, 142) if count > 2 else (30, 108)
        make = _above if said.languages[0] == "uk" else _below
        # One size for all: three signatures in three sizes would rank the people.
        names = min([_SIGNED.size, *(_size_of(_signed(one, width, said, _SIGNED.size)) for one in kept if level)])
        for factor in (*_FACTORS, 0.6, 0.5, 0.42):
            made = [
                make(one, place * MM, width, said, (factor, names)) for place, one in zip(places, kept, strict=False)
            ]
            if all(fits for fits, _ in made):
                break
        blocks = [block for _, block in made]
        self.blocks = _levelled(blocks) if level and blocks else blocks
        self.top = min((block.top for block in self.blocks), default=160 * MM)
        self.right = max((block.right for block in self.blocks), default=0.0)

    def draw(self, pen: Pen) -> None:
        """Draw lines, names and positions."""
        for block in self.blocks:
            for top, lines in block.texts:
                pen.lines(block.left, top, lines)
            pen.rule(block.left, block.right, block.line, STRONG)


class _Block:
    """One signature: where its line is, and the texts with their upper edges."""

    def __init__(self, left: float, width: float, line: float, texts: list[tuple[float, list[Line]]]) -> None:
        self.left, self.right, self.line, self.texts = left, left + width, line, texts
        # Somebody signs above the line: that room is kept as well.
        self.top = min([line - 10 * MM, *(top for top, lines in texts if lines)])


def _levelled(blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks with their lines at the height of the highest, the texts above them from one height on."""
    line = min(block.line for block in blocks)
    moved = [[(top + line - block.line, lines) for top, lines in block.texts] for block in blocks]
    above = min((top for texts in moved for top, lines in texts if lines and top < line), default=line)
    return [
        _Block(
            block.left, block.right - block.left, line, [(above if top < line else top, lines) for top, lines in texts]
        )
        for block, texts in zip(blocks, moved, strict=True)
    ]


def _size_of(lines: Sequence[Line]) -> float:
    return min((line.runs[0][1].size for line in lines if line.runs), default=_SIGNED.size)


def _signed(signatory: Signatory, width: float, said: Speech, largest: float) -> list[Line]:
    """The printed name, no word of it broken."""
    name = clean_line(signatory.name.signed(said.languages[0]))
    style = fitted(name, _SIGNED._replace(size=largest), width, min(largest, 8.5))
    for word in name.split():
        style = fitted(word, style, width, 3)
    return wrap(name, style, width)


def _above(signatory: Signatory, left: float, width: float, said: Speech, sizes: _Sizes) -> tuple[bool, _Block]:
    """Ukrainian: position, signature, then the name with the family name in capitals."""
    factor, largest = sizes
    name = _signed(signatory, width, said, largest)
    line = min(176 * MM, _FOOT - _NAME_GAP - height_of(name))
    bottom = line - 14 * MM
    lines = wrap_pair(_whole(signatory), _sized(_POSITION, factor), width, second=_sized(_POSITION_SECOND, factor))
    fits = height_of(lines) <= bottom - (150 * MM if factor > _FACTORS[-1] else _HIGHEST)
    lines = _within(lines, bottom - _HIGHEST, width)
    return fits, _Block(left, width, line, [(bottom - height_of(lines), lines), (line + _NAME_GAP, name)])


def _below(signatory: Signatory, left: float, width: float, said: Speech, sizes: _Sizes) -> tuple[bool, _Block]:
    """Elsewhere: the signature above the printed name, the position below."""
    factor, largest = sizes
    first, second = _sized(_BELOW, factor), _sized(_BELOW_SECOND, factor)
    lines = _signed(signatory, width, said, largest)
    for text in (_whole(signatory),) if said.bilingual else (signatory.position, signatory.organisation):
        lines += wrap_pair(text, first, width, second=second)
    highest = 168 * MM if factor > _FACTORS[-1] else 150 * MM
    fits = height_of(lines) <= _FOOT - highest - _NAME_GAP
    lines = _within(lines, _FOOT - _HIGHEST - _NAME_GAP, width)
    line = min(168 * MM, _FOOT - _NAME_GAP - height_of(lines))
    return fits, _Block(left, width, line, [(line + _NAME_GAP, lines)])


def _within(lines: list[Line], room: float, width: float) -> list[Line]:
    """What no size brings onto the page ends in dots (a position of thousands of letters)."""
    used, count = 0.0, 0
    while count < len(lines) and used + lines[count].gap + lines[count].leading <= room:
        used += lines[count].gap + lines[count].leading
        count += 1
    return ended(lines, max(1, count), width)


def _whole(signatory: Signatory) -> Text:
    return joined([text for text in (signatory.position, signatory.organisation) if text])


def _sized(style: Style, factor: float) -> Style:
    return style._replace(size=style.size * factor, leading=style.leading * factor)
