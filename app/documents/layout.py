"""Pages: blocks stand below each other, keep with their neighbours, and repeat their heads on a new page.

A document is a list of blocks. ``paginate`` places them, ``write`` draws them with running head and footer; since all
is placed before anything is drawn, every page knows how many there are and on which page a block stands.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from app.documents.pen import A4, A4_LANDSCAPE, About, Pen, baseline
from app.documents.styles import (
    BLACK,
    FOOTER,
    FOOTER_SECOND,
    FOOTER_STRONG,
    HAIR,
    MM,
    RULE,
    RUNNING,
    RUNNING_GREY,
)
from app.documents.texts import clean_line
from app.documents.wrapping import Line, cut, ended, text_width, wrap

LEFT, RIGHT = 25 * MM, 195 * MM
TEXT_WIDTH = RIGHT - LEFT
PAD = 1 * MM
FIRST_TOP, BODY_TOP, BODY_BOTTOM = 14 * MM, 21 * MM, 278 * MM
FOOT_RULE, FOOT_BASE = 283 * MM, 287 * MM
#: Two lines in the middle of a footer: the first so much above the usual one, the second so much below that.
_FOOT_UP, _FOOT_DOWN = 1.2 * MM, 2.6 * MM
#: A block higher than ``Block.whole_to`` of a page is cut into pieces of this part of it, so that it can flow.
_PIECE = 0.34
#: What would rather stand together does so up to this part of a page: more would leave a hole on the page before.
_TOGETHER = 0.4
#: A last page filled to less than this part is worth setting the whole closer; gaps keep this part of their height.
_FEW, _CLOSER = 0.25, 0.75


@dataclass(frozen=True, slots=True)
class Area:
    """A page and where text stands on it: side edges, body from page 2 on, footer; measures in points from the top."""

    size: tuple[float, float] = A4
    left: float = LEFT
    right: float = RIGHT
    body_top: float = BODY_TOP
    body_bottom: float = BODY_BOTTOM
    foot_rule: float = FOOT_RULE
    foot_base: float = FOOT_BASE

    @property
    def width(self) -> float:
        """The width for text."""
        return self.right - self.left


PORTRAIT = Area()
#: A4 lying: the same margins, for tables with many columns (PL-2, PL-5, AG-12 B).
LANDSCAPE = Area(A4_LANDSCAPE, LEFT, 282 * MM, BODY_TOP, 191 * MM, 196 * MM, 200 * MM)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a block may know when it is drawn: its page, the number of pages, the page of every anchor."""

    page: int
    pages: int
    anchors: dict[str, int]


class Block(ABC):
    """Something with a height that is drawn as a whole.

    ``gap`` stands above it, except at the top of a page. ``keep`` following blocks stay on its page. ``lead`` is drawn
    first when the block begins a page (repeated heads, "(continued)"). All measures in points.

    ``role`` is what its text is to a reader that cannot see (P, H2, L …; empty: the block tells it itself), ``about``
    further entries of its tag; ``in_table``: it is a row. Blocks of one ``paragraph`` are one to that reader.
    ``whole_to``: up to this part of a page it is never cut. ``hole``: more than this part of page 1 it does not leave
    empty for its own sake (1: never cut for that).
    """

    height: float = 0.0
    gap: float = 0.0
    keep: int = 0
    lead: "tuple[Block, ...]" = ()
    outline: str = ""
    level: int = 0
    anchor: str = ""
    role: str = "P"
    about: str = ""
    in_table: bool = False
    paragraph: object = None
    whole_to: float = 0.8
    hole: float = 1.0

    @abstractmethod
    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw with the upper edge at ``top``."""

    def closer(self) -> None:
        """Stand a little closer to what is above: see ``close_pages``."""
        self.gap *= _CLOSER

    def pieces(self, room: float) -> "list[Block]":
        """The block cut into blocks no higher than ``room``, if it can be cut."""
        return [self]

    def grown(self, below: "Block") -> "Block | None":
        """Both as one block, if the one below is the next piece of the same block; None if not."""
        return None


class Space(Block):
    """Nothing, of a height."""

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw nothing."""


class Lines(Block):
    """Wrapped lines at a place of the text width."""

    def __init__(
        self,
        lines: Sequence[Line],
        gap: float = 0.0,
        left: float = LEFT,
        width: float = TEXT_WIDTH,
        align: str = "left",
    ) -> None:
        self.lines, self.left, self.width, self.align = lines, left, width, align
        self.gap = gap
        self.height = sum(line.leading + line.gap for line in lines)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the lines."""
        pen.lines(self.left, top, self.lines, self.width, self.align)

    def pieces(self, room: float) -> list[Block]:
        """Line by line, never fewer than two lines together."""
        return list(flowing(self.lines, self.gap, self.left, self.width))


def flowing(lines: Sequence[Line], gap: float = 0.0, left: float = LEFT, width: float = TEXT_WIDTH) -> list[Block]:
    """A paragraph that may break over pages, but never leaves one line alone."""
    count = len(lines)
    if count <= 3:
        return [Lines(lines, gap, left, width)] if lines else []
    groups = [lines[:2], *(lines[n : n + 1] for n in range(2, count - 2)), lines[count - 2 :]]
    made = [Lines(group, gap if not number else 0.0, left, width) for number, group in enumerate(groups)]
    token = object()
    for block in made:
        block.paragraph = token
    return list(made)


@dataclass(frozen=True, slots=True)
class Frame:
    """Running head (from page 2) and footer (AG-8). ``page_word`` is "Page", or empty on bilingual paper.

    ``foot_second`` stands below ``foot_middle`` in the second language. ``second``: the whole part is in that language.
    """

    running_left: str = ""
    running_right: str = ""
    foot_left: str = ""
    foot_middle: str = ""
    foot_second: str = ""
    page_word: str = ""
    second: bool = False


@dataclass(slots=True)
class Page:
    """Blocks with their upper edges; ``repeated`` are the numbers of those that only repeat (heads, "(continued)")."""

    placed: list[tuple[Block, float]] = field(default_factory=list)
    bottom: float = BODY_BOTTOM
    area: Area = PORTRAIT
    repeated: set[int] = field(default_factory=set)


class _Filler:
    """Fills pages from the top; knows where the next block would stand."""

    def __init__(self, first_top: float, first_bottom: float, area: Area) -> None:
        self.area = area
        self.pages = [Page(bottom=first_bottom, area=area)]
        self.y = first_top
        self.fresh = True

    def turn(self, lead: Sequence[Block]) -> None:
        self.pages.append(Page(bottom=self.area.body_bottom, area=self.area))
        self.y, self.fresh = self.area.body_top, True
        for block in lead:
            self.pages[-1].repeated.add(len(self.pages[-1].placed))
            self.put(block)
        self.fresh = True

    def put(self, block: Block) -> None:
        top = self.y + (0.0 if self.fresh and not self.pages[-1].placed else block.gap)
        self.pages[-1].placed.append((block, top))
        self.y, self.fresh = top + block.height, False

    def room(self, gap: float) -> float:
        page = self.pages[-1]
        return page.bottom - self.y - (gap if page.placed else 0.0)


def paginate(
    blocks: Sequence[Block], first_top: float = FIRST_TOP, first_bottom: float = 0.0, area: Area = PORTRAIT
) -> list[Page]:
    """Place blocks on pages. A block that must keep with more than a page holds keeps with what fits.

    ``first_bottom`` is where the body of page 1 ends, when that is above the usual end.
    """
    flow: list[Block] = []
    whole = area.body_bottom - area.body_top
    headed = 0.0
    for block in blocks:
        # The headings above it are higher than their repetition: one that stays whole must fit below them.
        above = max(headed, _height(_repeated(block.lead, whole)))
        room = min(whole * block.whole_to, whole - above)
        flow.extend(block.pieces(whole * _PIECE) if block.height > room else [block])
        headed = (headed or _height(_repeated(block.lead, whole))) + _height([block]) if block.keep > 1 else 0.0
        headed = headed if headed <= whole * _PIECE else 0.0
    filler = _Filler(first_top, first_bottom or area.body_bottom, area)
    assured = -1
    for number, block in enumerate(flow):
        lead = _repeated(block.lead, whole)
        if number <= assured:
            # Room was found for it with what stands above: its own wishes must not part them again.
            filler.put(block)
            continue
        need, assured = _need(flow, number, whole - _height(lead))
        room = filler.room(block.gap)
        hole = need > room + 0.01 and len(filler.pages) == 1
        if hole and assured > number and _cut_last(flow, assured, whole, room):
            need, assured = _need(flow, number, whole - _height(lead))
        if need > filler.room(block.gap) + 0.01 and not filler.fresh:
            filler.turn(lead)
        if need > filler.room(block.gap) + 0.01:
            assured = number
        filler.put(block)
    for page in filler.pages:
        _join(page)
    return filler.pages


def _join(page: Page) -> None:
    """Pieces of one block that came to stand on one page are one again: to the eye and to who cannot see."""
    placed: list[tuple[Block, float]] = []
    for number, (block, top) in enumerate(page.placed):
        whole = placed[-1][0].grown(block) if placed and number not in page.repeated else None
        if whole is None:
            placed.append((block, top))
        else:
            placed[-1] = (whole, placed[-1][1])
    page.placed = placed


def _cut_last(flow: list[Block], number: int, whole: float, room: float) -> bool:
    """Cut the row for which its heads would leave page 1 to the title alone; whether it was cut."""
    row = flow[number]
    if room <= whole * row.hole or row.height < whole * _PIECE / 2:
        return False
    flow[number : number + 1] = row.pieces(whole * _PIECE)
    return True


def _repeated(lead: Sequence[Block], whole: float) -> list[Block]:
    """What is repeated at the head of a page: never so much that no room is left for what it heads."""
    kept: list[Block] = []
    for block in lead:
        if _height([*kept, block]) <= whole * _PIECE:
            kept.append(block)
    return kept


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height + block.gap for block in blocks)


def _need(flow: Sequence[Block], number: int, whole: float) -> tuple[float, int]:
    """Height of a block with the blocks it keeps with, as far as one page can hold them, and the last of those.

    Headings keep the first block that is no heading itself whatever its height; further ones while they are low.
    """
    need, last, step = flow[number].height, number + flow[number].keep, number + 1
    headed = flow[number].keep > 1
    while step <= last and step < len(flow):
        block = flow[step]
        grown = need + block.gap + block.height
        if grown > whole or (headed and not flow[step - 1].keep and grown > whole * _TOGETHER):
            break
        need += block.gap + block.height
        last = max(last, step + block.keep)
        step += 1
    return need, step - 1


def write(
    about: About,
    frame: Frame,
    blocks: Sequence[Block],
    first_top: float = FIRST_TOP,
    foot: Block | None = None,
    area: Area = PORTRAIT,
) -> bytes:
    """The PDF of a flow of blocks. ``foot`` stands at the foot of page 1 (contacts) and takes its room there."""
    return draw_pages(about, [(frame, pages_of(blocks, first_top, foot, area))])


def pages_of(
    blocks: Sequence[Block], first_top: float = FIRST_TOP, foot: Block | None = None, area: Area = PORTRAIT
) -> list[Page]:
    """The pages of a flow of blocks, for ``draw_pages``; see ``write``."""
    bottom = area.body_bottom - (foot.height + foot.gap if foot else 0.0)
    pages = paginate(blocks, first_top, bottom, area)
    if foot:
        pages[0].placed.append((foot, area.body_bottom - foot.height))
    return pages


def close_pages(make: Callable[[], Sequence[Block]], first_top: float = FIRST_TOP) -> list[Page]:
    """The pages of a flow; where only a few lines came to stand on the last one it is set closer, if that saves it.

    ``make`` gives the blocks anew each time: what is placed once cannot be placed again.
    """
    pages = paginate(make(), first_top)
    last, top = pages[-1].placed[-1] if pages[-1].placed else (Space(0), BODY_TOP)
    if len(pages) < 2 or top + last.height - BODY_TOP > _FEW * (BODY_BOTTOM - BODY_TOP):
        return pages
    blocks = list(make())
    for block in blocks:
        block.closer()
    closer = paginate(blocks, first_top)
    return closer if len(closer) < len(pages) else pages


def at_foot(pages: Sequence[Page], foot: Block) -> bool:
    """Put a block at the foot of the first of the pages where that has room left for it; whether it had."""
    page = pages[0]
    below = max((top + block.height for block, top in page.placed), default=page.area.body_top)
    top = page.area.body_bottom - foot.height
    if below + foot.gap > top:
        return False
    page.placed.append((foot, top))
    return True


def draw_pages(about: About, parts: Iterable[tuple[Frame, Sequence[Page]]]) -> bytes:
    """One PDF of several parts, each with its own frame, count of pages and size of page (one sign-in sheet a day).

    A part whose frame is in the second language is told so to a reader that cannot see (AG-12 C). Parts that are made
    one by one are let go one by one: memory does not grow with them.
    """
    pen = Pen(about)
    for frame, pages in parts:
        anchors = {block.anchor: n for n, page in enumerate(pages, 1) for block, _ in page.placed if block.anchor}
        pen.marks.all_second = frame.second
        for number, page in enumerate(pages, 1):
            sheet, area = Sheet(number, len(pages), anchors), page.area
            pen.resize(area.size)
            if number > 1:
                _running_head(pen, frame, area)
            _draw_page(pen, page, sheet)
            draw_footer(pen, frame, sheet, area.left, area.right, area)
            pen.next_page()
    return pen.finish()


def _draw_page(pen: Pen, page: Page, sheet: Sheet) -> None:
    """The blocks of a page, each in its role; what only repeats is no content."""
    marks = pen.marks
    for place, (block, top) in enumerate(page.placed):
        if place in page.repeated:
            marks.apart()
            block.draw(pen, top, sheet)
            marks.together()
            continue
        if block.outline:
            pen.outline(block.outline, top, block.level)
        if not block.in_table:
            marks.leave_table()
        if block.role:
            marks.begin(block.role, block.about, block.paragraph)
        block.draw(pen, top, sheet)
        if block.role:
            marks.end()


def _running_head(pen: Pen, frame: Frame, area: Area = PORTRAIT) -> None:
    if not frame.running_left and not frame.running_right:
        return
    pen.marks.apart("Header")
    beside = cut(clean_line(frame.running_right), RUNNING_GREY, area.width * 0.5)
    right = text_width(beside, RUNNING_GREY)
    # One line of it is shown: an endless title is not broken into lines again on every page.
    room = area.width - right - 6 * MM
    for line in ended(wrap(frame.running_left[:400], RUNNING, room), 1, room):
        pen.line(area.left, 15 * MM - baseline(line), line)
    pen.word(area.right, 15 * MM, beside, RUNNING_GREY, "right")
    pen.rule(area.left, area.right, 17.2 * MM, HAIR, RULE)
    pen.marks.together()


def draw_footer(
    pen: Pen, frame: Frame, sheet: Sheet, left: float = LEFT, right: float = RIGHT, area: Area = PORTRAIT
) -> None:
    """Code, document with version and date, page n / m (AG-8)."""
    pen.marks.apart("Footer")
    pen.rule(left, right, area.foot_rule, HAIR, RULE)
    code, middle = clean_line(frame.foot_left), clean_line(frame.foot_middle)
    number = f"{frame.page_word} {sheet.page} / {sheet.pages}".strip()
    code = cut(code, FOOTER, (right - left) * 0.4)
    beside = max(text_width(code, FOOTER), text_width(number, FOOTER_STRONG))
    pen.word(left, area.foot_base, code, FOOTER)
    room = right - left - 2 * beside - 6 * MM
    base = area.foot_base - (_FOOT_UP if frame.foot_second else 0.0)
    pen.word((left + right) / 2, base, cut(middle, FOOTER, room), FOOTER, "centre")
    if frame.foot_second:
        second = cut(clean_line(frame.foot_second), FOOTER_SECOND, room)
        pen.word((left + right) / 2, base + _FOOT_DOWN, second, FOOTER_SECOND, "centre", second=True)
    pen.word(right, area.foot_base, number, FOOTER_STRONG, "right")
    pen.marks.together()


class Divider(Block):
    """A hairline across the page."""

    def __init__(self, gap: float = 0.0, weight: float = HAIR, width: float = TEXT_WIDTH) -> None:
        self.gap, self.weight, self.width = gap, weight, width

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the line."""
        pen.rule(LEFT, LEFT + self.width, top, self.weight, RULE if self.weight < 0.5 else BLACK)
