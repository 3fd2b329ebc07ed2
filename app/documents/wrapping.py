"""Breaking texts into lines by the widths of the letters: linear in the length of the text, never hyphenating."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.documents.fonts import Face, face
from app.documents.styles import MM, SECOND, Style
from app.documents.texts import Text, clean

#: Where a line may break: the plain space only; no-break spaces keep their neighbours together.
_SPACES = re.compile(r" +")
_SOFT_BREAKS = re.compile(r"(?<=[-/–,;.@_])(?!\u00a0)")
#: Where what belongs together is parted if it is wider than the line: «жовтня | 2023 р.», never before a short rest.
_LAST_BREAKS = re.compile(r"(?<=\u00a0)(?=\w{3})")

#: Letters of a broken word that go to its last line at least.
_REST = 3
#: A last line of a title up to this part of the width is a lonely word.
_LONELY = 0.25

Run = tuple[str, Style]
#: No run of the line is in the second language.
NO_SECOND = 1_000_000


class Line(NamedTuple):
    """One line to draw: runs of text with their styles, its width and leading, and the space above it (points).

    ``second`` is the number of the first run in the paper's second language; ``glued``: the next line goes on in the
    same word, so no space stands between them when the text is copied.
    """

    runs: tuple[Run, ...]
    width: float
    leading: float
    gap: float = 0.0
    second: int = NO_SECOND
    glued: bool = False


def text_width(text: str, style: Style) -> float:
    """Width of a text in a style (points), without wrapping."""
    return face(style.face).width(text, style.size) + style.track * len(text)


def wrap(text: str, style: Style, width: float, gap: float = 0.0) -> list[Line]:
    """Lines of one text no wider than ``width``; ``gap`` stands above the first. No lines for an empty text."""
    lines: list[Line] = []
    cleaned = clean(text)
    if not cleaned:
        return lines
    metrics = face(style.face)
    space = metrics.width(" ", style.size) + style.track
    for paragraph in cleaned.split("\n"):
        for words, used, glued in _filled(_pieces(paragraph, metrics, style, width), space, width):
            above = gap if not lines else 0.0
            lines.append(Line(((" ".join(words), style),), used, style.leading, above, NO_SECOND, glued))
    return lines


def _pieces(paragraph: str, metrics: Face, style: Style, width: float) -> Iterator[tuple[str, float, bool]]:
    """Words with their widths and whether the next goes on in the same word."""
    size, track = style.size, style.track
    for word in _SPACES.split(paragraph):
        if not word:
            continue
        wide = metrics.width(word, size) + track * len(word)
        if wide <= width:
            yield word, wide, False
        else:
            parts = _longer_rest(list(_broken(word, metrics, style, width)), metrics, style)
            for number, (part, used) in enumerate(parts, 1):
                yield part, used, number < len(parts)


def _longer_rest(parts: list[tuple[str, float]], metrics: Face, style: Style) -> list[tuple[str, float]]:
    """No full stop or letter alone on the last line of a broken word: three letters at least go there."""
    if len(parts) < 2:
        return parts
    before, rest = parts[-2][0], parts[-1][0]
    wanted = _REST - len(rest)
    if wanted <= 0 or len(before) - wanted < 2 or not before[-wanted - 1 :].isalpha():
        return parts
    texts = (before[:-wanted], before[-wanted:] + rest)
    return [*parts[:-2], *((text, _letters_width(text, metrics, style)) for text in texts)]


def _broken(word: str, metrics: Face, style: Style, width: float) -> Iterator[tuple[str, float]]:
    """A word wider than the line: at its hyphens, slashes and stops first, then at no-break spaces, then anywhere."""
    part, used = "", 0.0
    for chunk, chunk_width in _chunks(word, metrics, style, width):
        if used + chunk_width <= width:
            part, used = part + chunk, used + chunk_width
            continue
        if part:
            yield part, used
        part, used = "", 0.0
        for letter in chunk:
            letter_width = metrics.width(letter, style.size) + style.track
            if part and used + letter_width > width:
                yield part, used
                part, used = "", 0.0
            part, used = part + letter, used + letter_width
    if part:
        yield part, used


def _chunks(word: str, metrics: Face, style: Style, width: float) -> Iterator[tuple[str, float]]:
    for chunk in _SOFT_BREAKS.split(word):
        wide = _letters_width(chunk, metrics, style)
        if wide <= width:
            yield chunk, wide
        else:
            yield from ((part, _letters_width(part, metrics, style)) for part in _LAST_BREAKS.split(chunk))


def _letters_width(text: str, metrics: Face, style: Style) -> float:
    return sum(metrics.width(letter, style.size) + style.track for letter in text)


def _filled(
    pieces: Iterable[tuple[str, float, bool]], space: float, width: float
) -> Iterator[tuple[list[str], float, bool]]:
    words: list[str] = []
    used, glued = 0.0, False
    for word, wide, goes_on in pieces:
        # The parts of one word never stand on one line: the space between them would be read as its end.
        if words and (glued or used + space + wide > width + 0.001):
            yield words, used, glued
            words, used = [], 0.0
        used += wide + (space if words else 0.0)
        words.append(word)
        glued = goes_on
    yield words, used, False


def wrap_runs(runs: Sequence[Run], width: float, gap: float = 0.0) -> list[Line]:
    """Lines of a text whose parts differ in style; a part begins after a space only if it or its neighbour has one."""
    lines: list[Line] = []
    current: list[Run] = []
    used, leading = 0.0, max((style.leading for _, style in runs), default=0.0)
    for glued in _glued(runs):
        wide = sum(text_width(text, style) for text, style in glued)
        space = text_width(" ", glued[0][1]) if current else 0.0
        if current and used + space + wide > width + 0.001:
            lines.append(_line(current, leading, gap if not lines else 0.0))
            current, used, space = [], 0.0, 0.0
        if wide > width:
            for text, style in glued:
                for number, (piece, wide) in enumerate(_broken(text, face(style.face), style, width)):
                    if current and not number and used + wide <= width and _same_word(current, glued):
                        current.append((piece, style))
                        continue
                    if current:
                        above = gap if not lines else 0.0
                        lines.append(_line(current, leading, above)._replace(glued=number > 0))
                    current = [(piece, style)]
                used = sum(text_width(part, own) for part, own in current)
            continue
        if current:
            current.append((" ", glued[0][1]))
        current.extend(glued)
        used += space + wide
    if current:
        lines.append(_line(current, leading, gap if not lines else 0.0))
    return lines


def _same_word(current: Sequence[Run], glued: Sequence[Run]) -> bool:
    """Whether the line holds the end of the word that goes on: a comma must not begin a line of its own."""
    return bool(current) and any(current[-1][0] and text.endswith(current[-1][0]) for text, _ in glued)


def _glued(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Words, each as the runs it is made of: no break between “ and the bold word after it."""
    word: list[Run] = []
    for text, style in runs:
        for number, part in enumerate(_SPACES.split(text.replace("\n", " "))):
            if number and word:
                yield word
                word = []
            if part:
                word.append((part, style))
    if word:
        yield word


def _line(runs: list[Run], leading: float, gap: float) -> Line:
    """Neighbours of one style join, so that a copied line reads as one text."""
    joined: list[Run] = []
    for text, style in runs:
        if joined and joined[-1][1] == style:
            joined[-1] = (joined[-1][0] + text, style)
        else:
            joined.append((text, style))
    return Line(tuple(joined), sum(text_width(text, style) for text, style in joined), leading, gap)


def wrap_pair(text: Text, style: Style, width: float, gap: float = 0.0, second: Style | None = None) -> list[Line]:
    """A text and below it its second language in 85 % and grey (AG-12); no gap where there is none."""
    lines = wrap(text.first, style, width, gap)
    if text.second and text.second != text.first:
        below = wrap(text.second, second or style.scaled(SECOND), width, 0.0 if lines else gap)
        lines += told_second(below)
    return lines


def told_second(lines: Iterable[Line]) -> list[Line]:
    """The lines as those of the second language."""
    return [line._replace(second=0) for line in lines]


def cut(text: str, style: Style, width: float) -> str:
    """A text on one line: what is longer than the width ends in dots. Linear in what is kept, however long the text."""
    metrics = face(style.face)
    room, used, kept = width - metrics.width("…", style.size), 0.0, 0
    for letter in text:
        used += metrics.width(letter, style.size) + style.track
        if used > width:
            break
        kept += used <= room
    else:
        return text
    return f"{text[:kept].rstrip()}…"


def ended(lines: Sequence[Line], most: int, width: float) -> list[Line]:
    """At most so many lines; where some are left out the last ends in dots, so that nothing is cut unseen."""
    if len(lines) <= most:
        return list(lines)
    last = lines[most - 1]
    text, style = last.runs[-1]
    text = clean(text)
    before = last.width - text_width(text, style)
    text = cut(f"{text}…", style, width - before)
    runs = (*last.runs[:-1], (text, style))
    return [*lines[: most - 1], last._replace(runs=runs, width=before + text_width(text, style), glued=False)]


def height_of(lines: Iterable[Line]) -> float:
    """Height of lines standing below each other (points)."""
    return sum(line.leading + line.gap for line in lines)


def fitted(text: str, style: Style, width: float, smallest: float, step: float = 0.5) -> Style:
    """The style in the largest size, from its own down to ``smallest``, in which the text keeps to the width."""
    wide = text_width(text, style)
    if wide <= width:
        return style
    size = style.size
    while size > smallest and face(style.face).width(text, size) + style.track * len(text) > width:
        size -= step
    size = max(size, smallest)
    return style._replace(size=size, leading=style.leading * size / style.size)


def balanced(text: str, style: Style, width: float, most: int) -> list[Line]:
    """Lines of nearly equal length, at most ``most`` of them if the width allows: titles, logo names."""
    lines = wrap(text, style, width)
    if len(lines) < 2:
        return lines
    count = len(lines)
    # Never narrower than the longest word: that one would be broken inside.
    longest = max(text_width(word, style) for word in _SPACES.split(clean(text).replace("\n", " ")))
    narrow, wide = max(width / count * 0.8, min(longest, width)), width
    while wide - narrow > 0.5 * MM:
        middle = (narrow + wide) / 2
        if len(wrap(text, style, middle)) <= count:
            wide = middle
        else:
            narrow = middle
    return wrap(text, style, wide)[: max(most, count)]


def without_widow(text: str, style: Style, width: float) -> list[Line]:
    """Lines of a title: nearly equal ones where the last would be a lonely word."""
    lines = wrap(text, style, width)
    return balanced(text, style, width, len(lines)) if len(lines) > 1 and lines[-1].width < width * _LONELY else lines
