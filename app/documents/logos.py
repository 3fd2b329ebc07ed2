"""The row of logos at the head of a paper: as supplied, equal in height, spread out; names where no file is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from app.documents.layout import LEFT, RIGHT, Block, Sheet
from app.documents.pen import Pen
from app.documents.styles import GREY, HAIR, MM, RULE, Style
from app.documents.wrapping import Line, balanced, ended, wrap

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from reportlab.lib.utils import ImageReader

_NAME = Style("Sans", 7.5, 9.5, GREY)
_NAME_FIRST = Style("Sans-SemiBold", 7.5, 9.5, GREY)
_WIDEST = 45 * MM
_GAP = 8 * MM
_LOWER = 9 / 11
_NAME_WIDTH, _NAME_LINES = 38 * MM, 3


@dataclass(frozen=True, slots=True)
class Logo:
    """A name and, if there is one, the picture (PNG, JPEG or GIF bytes). ``emblem``: the EU emblem, never smaller."""

    name: str
    image: bytes = b""
    emblem: bool = False


class _Mark:
    """One logo ready to be placed: a picture or the lines of a name."""

    def __init__(self, logo: Logo, height: float, *, dots: bool = True) -> None:
        self.picture = _picture(logo.image)
        self.lines: list[Line] = [] if self.picture else _name_lines(logo.name, dots=dots)
        self.emblem, self.name = logo.emblem, logo.name
        self.resize(height)

    def resize(self, height: float) -> None:
        """Fit the height; a picture wider than 45 mm shrinks on."""
        if self.picture:
            wide, high = self.picture.getSize()
            scale = min(height / max(high, 1), _WIDEST / max(wide, 1))
            self.width, self.height = wide * scale, high * scale
        else:
            self.width = max((line.width for line in self.lines), default=0.0)
            self.height = sum(line.leading for line in self.lines)

    def draw(self, pen: Pen, x: float, middle: float) -> None:
        top = middle - self.height / 2
        if self.picture:
            pen.image(self.picture, x, top, self.width, self.height, self.name)
        else:
            with pen.tagged("P"):
                pen.lines(x, top, self.lines)


def _name_lines(name: str, *, dots: bool) -> list[Line]:
    """At most three lines of about thirty letters, the first heavier; what is left out is told by ``dots``."""
    whole = wrap(name, _NAME, _NAME_WIDTH)
    wanted = 1 if sum(line.width for line in whole) <= 21 * MM else max(2, len(whole))
    lines = balanced(name, _NAME, _NAME_WIDTH if wanted > 1 and len(whole) > 1 else 20 * MM, wanted)
    if not lines:
        return []
    widest = max(line.width for line in lines)
    lines = ended(lines, _NAME_LINES, widest) if dots else lines[:_NAME_LINES]
    first = wrap(lines[0].runs[0][0], _NAME_FIRST, _WIDEST)
    return [*first, *lines[1:]]


#: Pixels of the largest picture that is opened, and of the height that is embedded: 13.5 mm at 600 dots an inch.
_MOST_PIXELS, _ENOUGH = 40_000_000, 320
#: How far from white (of 255) something must be to count as part of a logo.
_MARK = 24


@lru_cache(maxsize=8)
def _picture(image: bytes) -> "ImageReader | None":
    """The picture ready to be drawn, or None: the name is then printed. Kept for the next page of a batch."""
    from reportlab.lib.utils import ImageReader

    found = picture_of(image)
    return ImageReader(found) if found is not None else None


def picture_of(image: bytes) -> "Picture | None":
    """The picture without the empty edge around it; None for bytes that cannot be read, or hold nothing to be seen.

    Equal optical height: a file with a wide white or clear edge would look smaller than its neighbours.
    """
    if not image:
        return None
    from PIL import Image

    try:
        with Image.open(BytesIO(image), formats=("PNG", "JPEG", "GIF")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                return None
            opened.load()
            return _printed(opened)
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError):
        return None


def _printed(opened: "Picture") -> "Picture":
    """On white, trimmed, and no larger than a printer can show."""
    from PIL import Image, ImageChops

    clear = opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info
    whole = opened.convert("RGBA" if clear else "RGB")
    white = Image.new("RGBA" if clear else "RGB", whole.size, "white")
    flat = Image.alpha_composite(white, whole).convert("RGB") if clear else whole
    empty = ImageChops.difference(flat, white.convert("RGB")).convert("L").point(lambda value: 255 * (value > _MARK))
    box = empty.getbbox()
    if box is None:
        raise ValueError("an empty picture")
    flat = flat.crop(box)
    if flat.height > _ENOUGH:
        flat = flat.resize((max(1, round(flat.width * _ENOUGH / flat.height)), _ENOUGH), Image.Resampling.LANCZOS)
    return flat


def small_picture(logos: Sequence[Logo], width: float, height: float) -> "tuple[ImageReader, float, float] | None":
    """The first logo that has a picture, with the width and height at which it fits (badges); None without one."""
    for logo in logos:
        picture = _picture(logo.image)
        if picture:
            wide, high = picture.getSize()
            scale = min(width / wide, height / high)
            return picture, wide * scale, high * scale
    return None


class LogoRow(Block):
    """Logos in one row, or in more where they do not fit even when all shrink together; a hairline below.

    ``as_they_come``: rows are not evened and long names end without dots, as on certificates of the first edition.
    """

    role = ""

    def __init__(
        self,
        logos: Sequence[Logo],
        height: float = 11 * MM,
        left: float = LEFT,
        right: float = RIGHT,
        line: float = 4.5 * MM,
        *,
        as_they_come: bool = False,
    ) -> None:
        self.left, self.right, self.line = left, right, line
        marks = [mark for mark in (_Mark(logo, height, dots=not as_they_come) for logo in logos) if mark.width]
        self.rows = _rows(marks, height, right - left)
        if not as_they_come and self.rows:
            self.rows = _evened(marks, len(self.rows), right - left) or self.rows
        self.row_heights = [
            max(height if len(self.rows) == 1 else height * _LOWER, *(m.height for m in r)) for r in self.rows
        ]
        self.height = sum(self.row_heights) + 2 * MM * max(0, len(self.rows) - 1) + line if self.rows else 0.0

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the rows and the hairline."""
        if not self.rows:
            return
        for row, height in zip(self.rows, self.row_heights, strict=True):
            used = sum(mark.width for mark in row)
            gap = (self.right - self.left - used) / (len(row) - 1) if len(row) > 1 else 0.0
            x = self.left
            for mark in row:
                mark.draw(pen, x, top + height / 2)
                x += mark.width + gap
            top += height + 2 * MM
        pen.rule(self.left, self.right, top - 2 * MM + self.line, HAIR, RULE)


def _rows(marks: Sequence[_Mark], height: float, width: float) -> list[list[_Mark]]:
    if not marks:
        return []
    _keep_emblem_largest(marks)
    if _used(marks) > width:
        for mark in marks:
            mark.resize(height * _LOWER)
        _keep_emblem_largest(marks)
    rows: list[list[_Mark]] = [[]]
    for mark in marks:
        if rows[-1] and _used([*rows[-1], mark]) > width:
            rows.append([])
        rows[-1].append(mark)
    return rows


def _evened(marks: Sequence[_Mark], count: int, width: float) -> list[list[_Mark]]:
    """As many in each row, so that the last has not one or two alone; nothing where a row would be too wide so."""
    least, more = divmod(len(marks), count)
    starts = [number * least + min(number, more) for number in range(count + 1)]
    rows = [list(marks[start:end]) for start, end in pairwise(starts)]
    return rows if all(_used(row) <= width for row in rows) else []


def _keep_emblem_largest(marks: Sequence[_Mark]) -> None:
    """The EU emblem is never smaller than another logo: where its width holds it down, the others follow."""
    least = min((mark.height for mark in marks if mark.emblem and mark.picture), default=0.0)
    for mark in marks if least else ():
        if mark.picture and mark.height > least:
            mark.resize(least)


def _used(marks: Sequence[_Mark]) -> float:
    return sum(mark.width for mark in marks) + _GAP * (len(marks) - 1)
