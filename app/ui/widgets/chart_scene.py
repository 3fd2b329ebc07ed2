"""Charts as one scene of rectangles, lines and texts, computed from data; the painter only draws it.

Lengths are logical pixels. Colours are tokens of the theme, fonts its type roles: one scene serves every scheme.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

#: Width of a text in a type role.
Measure = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``key`` names the part that a click chooses; ``edge`` draws only its outline."""

    x: float
    y: float
    w: float
    h: float
    colour: str
    radius: float = 0
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points; ``fill`` closes it down to ``base`` and fills it."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1
    dashed: bool = False
    fill: str = ""
    base: float = 0


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a rectangle; ``align`` is left, center or right."""

    text: str
    x: float
    y: float
    w: float
    h: float
    role: str = "second"
    colour: str = "text"
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Part:
    """A part that can be pointed at, chosen and read aloud."""

    key: str
    x: float
    y: float
    w: float
    h: float
    said: str


@dataclass(frozen=True, slots=True)
class Scene:
    """All of a chart."""

    width: float
    height: float
    items: tuple[Box | Path | Words, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One row or column: its words, values of the series, the planned whole (0 for none), figures as shown, its key."""

    label: str
    values: tuple[float, ...]
    planned: float = 0
    figures: tuple[str, ...] = ()
    key: str = ""
    tone: str = ""


SERIES = ("accentfill", "accentmid", "control")


@dataclass(frozen=True, slots=True)
class BarRows:
    """Rows of bars: stacked series, an outline for what was planned, figures at the right under ``heads``."""

    bars: tuple[Bar, ...]
    heads: tuple[str, ...] = ()
    total: Bar | None = None
    note: str = ""

    def table(self) -> list[list[str]]:
        """The same as rows of text."""
        rows = [["", *self.heads]] if self.heads else []
        return rows + [[bar.label, *_figures(bar)] for bar in (*self.bars, *((self.total,) if self.total else ()))]

    def scene(self, width: float, px: Callable[[float], int], measure: Measure) -> Scene:
        """Lay it out for a width."""
        items: list[Box | Path | Words] = []
        parts: list[Part] = []
        gap, row, bar_height = px(12), px(28), px(12)
        every = (*self.bars, *((self.total,) if self.total else ()))
        names = min(width * 0.38, max((measure(bar.label, "second") for bar in every), default=0) + gap)
        count = max((len(_figures(bar)) for bar in every), default=0)
        cells = [_cell_width(every, self.heads, n, measure) + gap for n in range(count)]
        room = max(px(40), width - names - sum(cells) - gap)
        top = 0.0
        if self.heads:
            left = width - sum(cells)
            for head, cell in zip(self.heads, cells, strict=False):
                items.append(Words(head, left, 0, cell, px(20), "small", "muted", "right"))
                left += cell
            top = px(20)
        most = max([max(sum(bar.values), bar.planned) for bar in self.bars] or [0]) or 1
        for bar in self.bars:
            items.append(Words(bar.label, 0, top, names - gap / 2, row))
            _stack(items, bar, names, top + (row - bar_height) / 2, room / most, bar_height, px(1))
            _row_figures(items, bar, width, cells, top, row, "second")
            parts.append(Part(bar.key, 0, top, width, row, _said(bar, self.heads)))
            top += row
        if self.total is not None:
            items.append(Box(0, top + px(3), width, 1, "border"))
            top += px(8)
            items.append(Words(self.total.label, 0, top, names, row, "second_strong"))
            # A note longer than the bars begins right after the words of the total.
            wish = measure(self.note, "small") + gap
            start = names if wish <= room else min(names, measure(self.total.label, "second_strong") + gap)
            items.append(Words(self.note, start, top, room + names - start, row, "small", "muted"))
            _row_figures(items, self.total, width, cells, top, row, "second_strong")
            top += row
        return Scene(width, top, tuple(items), tuple(parts))


def _figures(bar: Bar) -> tuple[str, ...]:
    return bar.figures or tuple(f"{value:g}" for value in bar.values)


def _said(bar: Bar, heads: Sequence[str]) -> str:
    figures = _figures(bar)
    if len(heads) == len(figures):
        return f"{bar.label}: " + ", ".join(f"{head} {figure}" for head, figure in zip(heads, figures, strict=True))
    return f"{bar.label}: {', '.join(figures)}"


def _cell_width(bars: Sequence[Bar], heads: Sequence[str], n: int, measure: Measure) -> float:
    wide = max((measure(_figures(bar)[n], "second_strong") for bar in bars if n < len(_figures(bar))), default=0)
    return max(wide, measure(heads[n], "small") if n < len(heads) else 0)


def _stack(
    items: list[Box | Path | Words], bar: Bar, x: float, y: float, unit: float, height: float, gap: float
) -> None:
    left = x
    for value, colour in zip(bar.values, SERIES, strict=False):
        wide = value * unit
        if wide > 0:
            items.append(Box(left, y, max(1.0, wide - (gap if not bar.planned else 0)), height, bar.tone or colour, 2))
            left += wide
    if bar.planned:
        items.append(Box(x, y, max(2.0, bar.planned * unit), height, "control", 3, edge=True))


def _row_figures(
    items: list[Box | Path | Words], bar: Bar, width: float, cells: Sequence[float], top: float, row: float, role: str
) -> None:
    left = width - sum(cells)
    for number, (figure, cell) in enumerate(zip(_figures(bar), cells, strict=False)):
        muted = number == len(cells) - 1 and len(cells) > 1 and bar.planned and role == "second"
        items.append(Words(figure, left, top, cell, row, role, "muted" if muted else "text", "right"))
        left += cell


def _label_place(middle: float, long: float, width: float) -> tuple[float, str]:
    """Where words of a length begin so that they stand under ``middle`` and inside the chart."""
    return max(0.0, min(middle - long / 2, width - long)), "left"


@dataclass(frozen=True, slots=True)
class ColumnBars:
    """Columns side by side with their figure above and their words below."""

    bars: tuple[Bar, ...]
    height: int = 110

    def table(self) -> list[list[str]]:
        """The same as rows of text."""
        return [[bar.label, *_figures(bar)] for bar in self.bars]

    def scene(self, width: float, px: Callable[[float], int], measure: Measure) -> Scene:
        """Lay it out for a width; words that do not fit stand slantwise in two lines of half the columns."""
        items: list[Box | Path | Words] = []
        parts: list[Part] = []
        gap = px(8)
        count = max(1, len(self.bars))
        wide = (width - gap * (count - 1)) / count
        crowded = any(measure(bar.label, "small") > wide + gap for bar in self.bars)
        foot, head, tall = px(20) * (2 if crowded else 1), px(22), px(self.height) - px(42)
        most = max([sum(bar.values) for bar in self.bars] or [0]) or 1
        for number, bar in enumerate(self.bars):
            left = number * (wide + gap)
            high = max(px(2), sum(bar.values) / most * tall)
            top = head + tall - high
            items.append(Box(left, top, wide, high, bar.tone or "accentmid", 3))
            items.append(Words(_figures(bar)[0], left, top - head, wide, head, "second_strong", "text", "center"))
            below = head + tall + (px(20) if crowded and number % 2 else 0)
            start, align = _label_place(left + wide / 2, measure(bar.label, "small"), width)
            room = min(width - start, max(2 * wide, 1))
            items.append(Words(bar.label, start, below, room, px(20), "small", "muted", align))
            parts.append(Part(bar.key, left, 0, wide, head + tall + foot, _said(bar, ())))
        return Scene(width, head + tall + foot, tuple(items), tuple(parts))


@dataclass(frozen=True, slots=True)
class Series:
    """One line: points of (x, y), in the units of the chart."""

    label: str
    points: tuple[tuple[float, float], ...]
    colour: str = "accentfill"
    dashed: bool = False
    filled: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class LineChart:
    """LineChart over time: ``ticks`` are (x, words) below, ``show`` writes a y value."""

    series: tuple[Series, ...]
    ticks: tuple[tuple[float, str], ...]
    show: Callable[[float], str] = "{:g}".format
    height: int = 190

    def table(self) -> list[list[str]]:
        """The last value of each line as rows of text."""
        return [[line.label, self.show(line.points[-1][1])] for line in self.series if line.points]

    def scene(self, width: float, px: Callable[[float], int], measure: Measure) -> Scene:
        """Lay it out for a width."""
        items: list[Box | Path | Words] = []
        every = [point for line in self.series for point in line.points]
        low_x = min([x for x, _ in every] + [x for x, _ in self.ticks] or [0])
        high_x = max([x for x, _ in every] + [x for x, _ in self.ticks] or [1])
        step = nice_step(max([y for _, y in every] or [1]) or 1)
        top_value = step * max(1, ceil(max([y for _, y in every] or [1]) / step))
        foot, top = px(24), px(8)
        places, lines = self._legend_places(width, px, measure)
        legend = px(8) + px(20) * lines
        tall = px(self.height) - foot - legend - top
        labels = [self.show(step * n) for n in range(round(top_value / step) + 1)]
        left = max(measure(text, "small") for text in labels) + px(8)
        wide = width - left - px(8)

        def at(x: float, y: float) -> tuple[float, float]:
            across = (x - low_x) / (high_x - low_x or 1)
            return left + across * wide, top + tall - y / top_value * tall

        for number, text in enumerate(labels):
            y = top + tall - number * step / top_value * tall
            items.append(Box(left, y, wide, 1, "border"))
            items.append(Words(text, 0, y - px(8), left - px(8), px(16), "small", "muted", "right"))
        for x, text in self.ticks:
            place = at(x, 0)[0]
            half = px(60)
            begin = min(max(left, place - half), left + wide - 2 * half)
            align = "left" if place - half < left else "right" if place + half > left + wide else "center"
            items.append(Words(text, begin, top + tall + px(4), 2 * half, px(18), "small", "muted", align))
        for line in self.series:
            points = tuple(at(x, y) for x, y in line.points)
            fill = "accentsoft" if line.filled else ""
            items.append(
                Path(points, line.colour, px(2) if not line.dashed else px(1.5), line.dashed, fill, top + tall)
            )
        parts: list[Part] = []
        for line, (across, down) in zip(self.series, places, strict=True):
            y = top + tall + foot + px(4) + down
            items.append(Path(((across, y + px(10)), (across + px(16), y + px(10))), line.colour, px(2), line.dashed))
            long = measure(line.label, "small")
            items.append(Words(line.label, across + px(22), y, long + 2, px(20), "small", "muted"))
            last = self.show(line.points[-1][1]) if line.points else ""
            parts.append(Part(line.key, across, y, px(22) + long, px(20), f"{line.label}: {last}"))
        return Scene(width, top + tall + foot + legend, tuple(items), tuple(parts))

    def _legend_places(
        self, width: float, px: Callable[[float], int], measure: Measure
    ) -> tuple[list[tuple[float, float]], int]:
        """Where each line's words stand (across, down); they go to a second line when they are long. How many lines."""
        places: list[tuple[float, float]] = []
        across, line = 0.0, 0
        for series in self.series:
            long = px(22) + measure(series.label, "small")
            if across and across + long > width:
                across, line = 0.0, line + 1
            places.append((across, px(20) * line))
            across += long + px(16)
        return places, line + 1


def nice_step(most: float, lines: int = 3) -> float:
    """A round distance between grid lines: 1, 2, 5 times a power of ten, at most about ``lines`` of them."""
    rough = most / lines
    power = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
