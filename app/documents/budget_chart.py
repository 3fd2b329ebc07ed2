"""The chart of a budget: bar = actual, hatched = committed, thick tick = planned; the axis begins at zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.i18n import N_
from app.core.money import from_minor
from app.documents.layout import LEFT, RIGHT, Block, Sheet
from app.documents.pen import Pen
from app.documents.speech import Speech
from app.documents.styles import BLACK, CELL, CHART, HAIR, KIND, MM, NOTE, RULE, SECTION_SMALL
from app.documents.wrapping import fitted, text_width, wrap

_LABELS = 42 * MM
_STEP, _THICK = 5.2 * MM, 3.1 * MM
_PER_BLOCK = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """One heading in minor units."""

    title: str
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

    def __init__(self, said: Speech) -> None:
        self.gap, self.keep, self.height = 4 * MM, 1, 7 * MM
        self.title = said.say(N_("Planned and spent by heading"))
        self.words = [said.say(word).joined() for word in (N_("actual"), N_("committed"), N_("planned"))]
        self.outline, self.level = self.title.first, 1

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw heading and key."""
        pen.text(LEFT, top + 4.2 * MM, self.title.first, SECTION_SMALL)
        base = top + 4.2 * MM
        used = sum(text_width(word, NOTE) for word in self.words) + 3 * 12 * MM
        x = max(RIGHT - used, LEFT + text_width(self.title.first, SECTION_SMALL) + 5 * MM)
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

    def __init__(self, bars: Sequence[Bar], longest: int, currency: str, said: Speech) -> None:
        self.bars, self.said, self.currency = bars, said, currency
        self.step = nice_step(longest)
        self.steps = -(-longest // self.step)
        self.height = len(bars) * _STEP + 5.5 * MM

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw grid, bars, ticks and the axis."""
        left = LEFT + _LABELS
        width = RIGHT - left - 4 * MM
        scale = width / (self.steps * self.step)
        bottom = top + len(self.bars) * _STEP
        for number in range(self.steps + 1):
            x = left + number * self.step * scale
            pen.upright(x, top, bottom, 0.8 if not number else HAIR, BLACK if not number else RULE)
            text = self.said.forms.number(from_minor(number * self.step, self.currency))
            pen.word(x, bottom + 3.6 * MM, text, KIND, "centre")
        for number, bar in enumerate(self.bars):
            self._bar(pen, left, top + number * _STEP, scale, bar)

    def _bar(self, pen: Pen, left: float, top: float, scale: float, bar: Bar) -> None:
        middle, y = top + _STEP / 2, top + (_STEP - _THICK) / 2
        label = fitted(bar.title, CELL._replace(size=8), _LABELS - 3 * MM, 6.8)
        for line in wrap(bar.title, label, _LABELS - 3 * MM)[:1]:
            pen.word(left - 2 * MM, middle + 2.7, line.runs[0][0], label, "right")
        actual, committed = max(0, bar.actual) * scale, max(0, bar.committed) * scale
        if actual:
            pen.fill(left, y, actual, _THICK, CHART)
            pen.box(left, y, actual, _THICK, 0.5)
        if committed:
            pen.hatch(left + actual, y, committed, _THICK)
            pen.box(left + actual, y, committed, _THICK, 0.5)
        if bar.planned:
            pen.upright(left + bar.planned * scale, y - 0.6 * MM, y + _THICK + 0.6 * MM, 1.7)
