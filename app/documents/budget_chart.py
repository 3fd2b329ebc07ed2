"""The chart of a budget: bar = actual, hatched = committed, thick tick = planned; the axis begins at zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.i18n import N_
from app.core.money import from_minor
from app.documents.layout import LEFT, RIGHT, TEXT_WIDTH, Block, Sheet
from app.documents.marks import alternative
from app.documents.pen import Pen, baseline
from app.documents.speech import Speech
from app.documents.styles import BLACK, CELL, CHART, EVENT_SECOND, HAIR, KIND, MM, NOTE, RULE, SECTION_SMALL
from app.documents.texts import Text
from app.documents.wrapping import Line, ended, fitted, height_of, text_width, told_second, wrap, wrap_pair

_LABELS = 42 * MM
_STEP, _THICK = 5.2 * MM, 3.1 * MM
#: Where labels take two lines the bars stand further apart, or the labels would run into each other.
_STEP_TWO = 6.6 * MM
_PER_BLOCK = 30
#: Bars that are set closer keep this part of their distance.
_CLOSER = 0.82
_LABEL = CELL._replace(size=8)
_LABEL_SECOND = KIND._replace(size=6.8, leading=7.3)


@dataclass(frozen=True, slots=True)
class Bar:
    """One heading in minor units."""

    title: Text
    planned: int
    committed: int
    actual: int


def nice_step(longest: int) -> int:
    """A round distance of the axis, so that four to eight steps hold the longest bar."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if longest <= step * factor * 5:
                return step * factor
        step *= 10


def chart_blocks(bars: Sequence[Bar], currency: str, said: Speech) -> list[Block]:
    """Heading with its key, then the bars; more than thirty go on in a second block on the same scale."""
    longest = max(max(bar.actual + bar.committed, bar.planned) for bar in bars)
    blocks: list[Block] = [_Key(said)]
    for start in range(0, len(bars), _PER_BLOCK):
        blocks.append(_Bars(bars[start : start + _PER_BLOCK], max(longest, 1), currency, said))
    return blocks


class _Key(Block):
    """The heading of the chart and what its marks mean."""

    role = ""

    def __init__(self, said: Speech) -> None:
        self.gap, self.keep = 4 * MM, 1
        self.title = said.say(N_("Planned and spent by heading"))
        self.words = [said.say(word).joined() for word in (N_("actual"), N_("committed"), N_("planned"))]
        self.outline, self.level = self.title.first, 1
        self._title = wrap_pair(self.title, SECTION_SMALL, TEXT_WIDTH, second=EVENT_SECOND)
        self._wide = sum(text_width(word, NOTE) for word in self.words) + 30 * MM
        title = max((line.width for line in self._title), default=0.0)
        #: The key stands beside the heading, or below where both languages need the room.
        self._beside = title + 5 * MM + self._wide <= TEXT_WIDTH
        self._title_height = height_of(self._title)
        self.height = self._title_height + (1.6 if self._beside else 7.2) * MM

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw heading and key."""
        with pen.tagged("H2"):
            pen.lines(LEFT, top, self._title)
        base = top + baseline(self._title[0]) if self._beside else top + self._title_height + 4.2 * MM
        x = RIGHT - self._wide if self._beside else LEFT
        for number, word in enumerate(self.words):
            if number < 2:
                if number == 0:
                    pen.fill(x, base - 2.5 * MM, 6 * MM, 2.8 * MM, CHART)
                else:
                    pen.hatch(x, base - 2.5 * MM, 6 * MM, 2.8 * MM)
                pen.box(x, base - 2.5 * MM, 6 * MM, 2.8 * MM, 0.5)
                x += 7.4 * MM
            else:
                pen.upright(x + 2 * MM, base - 3.1 * MM, base + 0.8 * MM, 1.6)
                x += 4 * MM
            x = pen.text(x, base, word, NOTE) + 4 * MM


class _Bars(Block):
    """Horizontal bars over an axis from zero."""

    role = "Figure"

    def __init__(self, bars: Sequence[Bar], longest: int, currency: str, said: Speech) -> None:
        self.bars, self.said, self.currency = bars, said, currency
        self.step = nice_step(longest)
        self.steps = -(-longest // self.step)
        self.labels = [_label(bar.title) for bar in bars]
        self.each = _STEP if all(len(lines) < 2 for lines in self.labels) else _STEP_TWO
        self.height = len(bars) * self.each + 5.5 * MM
        self.about = alternative("; ".join(self._told(bar) for bar in bars))

    def closer(self) -> None:
        """Bars nearer to each other; their labels still stand apart."""
        super().closer()
        least = max(height_of(lines) for lines in self.labels) + 1.0
        self.each = max(self.each * _CLOSER, least, _THICK + 1.2 * MM)
        self.height = len(self.bars) * self.each + 5.5 * MM

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw grid, bars, ticks and the axis."""
        left = LEFT + _LABELS
        width = RIGHT - left - 4 * MM
        scale = width / (self.steps * self.step)
        bottom = top + len(self.bars) * self.each
        for number in range(self.steps + 1):
            x = left + number * self.step * scale
            pen.upright(x, top, bottom, 0.8 if not number else HAIR, BLACK if not number else RULE)
            text = self.said.forms.number(from_minor(number * self.step, self.currency))
            pen.word(x, bottom + 3.6 * MM, text, KIND, "centre")
        for number, bar in enumerate(self.bars):
            self._bar(pen, left, top + number * self.each, scale, bar)
            lines = self.labels[number]
            middle = top + (number + 0.5) * self.each
            pen.lines(LEFT, middle - height_of(lines) / 2, lines, _LABELS - 2 * MM, "right")

    def _told(self, bar: Bar) -> str:
        """A bar in words, for a reader that cannot see it."""
        words = self.said.first
        amounts = zip(
            (N_("planned"), N_("actual"), N_("committed")), (bar.planned, bar.actual, bar.committed), strict=True
        )
        told = [
            f"{words.say(word)} {self.said.forms.money(amount, self.currency)}" for word, amount in amounts if amount
        ]
        return f"{bar.title.first}: {', '.join(told)}"

    def _bar(self, pen: Pen, left: float, top: float, scale: float, bar: Bar) -> None:
        y = top + (self.each - _THICK) / 2
        actual, committed = max(0, bar.actual) * scale, max(0, bar.committed) * scale
        if actual:
            pen.fill(left, y, actual, _THICK, CHART)
            pen.box(left, y, actual, _THICK, 0.5)
        if committed:
            pen.hatch(left + actual, y, committed, _THICK)
            pen.box(left + actual, y, committed, _THICK, 0.5)
        if bar.planned:
            pen.upright(left + bar.planned * scale, y - 0.6 * MM, y + _THICK + 0.6 * MM, 1.7)


def _label(title: Text) -> list[Line]:
    """What stands before a bar, on two lines at most: one for each language, or two of a long title."""
    room = _LABELS - 3 * MM
    style = fitted(title.first, _LABEL, room, 6.8)
    first = wrap(title.first, style._replace(leading=7.6), room)
    if not title.second or title.second == title.first:
        return ended(first, 2, room)
    return ended(first, 1, room) + told_second(ended(wrap(title.second, _LABEL_SECOND, room), 1, room))
