"""Name tents: A4 folded in the middle, or two on a sheet; the name on both sides, to be read across a room."""

from dataclasses import dataclass

from app.core.i18n import N_
from app.documents.name_fitting import fits, in_lines, sized
from app.documents.pen import About, Pen
from app.documents.speech import Speech, speech
from app.documents.styles import ACCENT, GREY, MM, RULE, Ink, Style
from app.documents.texts import PersonName, Text, clean_line
from app.documents.wrapping import Line, height_of, text_width, told_second

_WIDE, _HIGH = 210 * MM, 297 * MM
_LEFT, _ROOM = 17 * MM, 176 * MM
_MIDDLE = _WIDE / 2
#: Capitals of 88 points are 20 mm high; at 5 metres 7 mm are the least that good eyes read, and 44 points give 10.
_NAME, _SMALLEST = Style("Sans-Bold", 88, 90), 44.0
_OTHER = Style("Sans", 34, 41, GREY)
_FROM = Style("Sans-SemiBold", 26, 32)
_EVENT = Style("Sans", 10, 12.5, GREY)
_RULE_WIDE = 34 * MM
#: Half a sheet has half the height: everything on it is so much smaller.
_HALF = 0.58
#: From this part of its size on, the smaller of two names is followed by the larger.
_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Tent:
    """One name tent: the name and where the person comes from (organisation or town)."""

    name: PersonName
    place: Text = Text()


@dataclass(frozen=True, slots=True)
class TentPaper:
    """Name tents of one event."""

    event: Text
    tents: tuple[Tent, ...]
    organiser: str = ""
    accent: Ink = ACCENT


@dataclass(frozen=True, slots=True)
class TentOptions:
    """``second`` adds the name as that language writes it; ``per_page`` is 1 (A4) or 2 (A5)."""

    language: str = "en"
    second: str = ""
    per_page: int = 1


ONE = TentOptions()


def build(paper: TentPaper, options: TentOptions = ONE) -> bytes:
    """Name tents with marks where to fold (dotted) and, for two on a sheet, where to cut (solid)."""
    said = speech(options.language, options.second)
    title = said.say(N_("Name tents")).first
    name = f"{title} – {paper.event.first}"
    about = About(name, paper.organiser, paper.event.first, options.language, paper.accent, said.languages[1])
    pen = Pen(about)
    count = 2 if options.per_page == 2 else 1
    high = _HIGH / count
    for start in range(0, max(len(paper.tents), 1), count):
        for place, tent in enumerate(paper.tents[start : start + count]):
            fold = (place + 0.5) * high
            _faces(pen, tent, paper, said, fold, high / 2)
            _marks(pen, fold, dotted=True)
        if count == 2:
            _marks(pen, high, dotted=False)
        pen.next_page()
    return pen.finish()


def _faces(pen: Pen, tent: Tent, paper: TentPaper, said: Speech, fold: float, high: float) -> None:
    """Both sides: the lower one stands upright, the upper one on its head."""
    lines, other, place = _stack(tent, said, high)
    event = in_lines(paper.event.first, sized(_EVENT, 10 if high > 90 * MM else 7.5), _ROOM, 6.5, 1)
    _face(pen, fold, high, (lines + other, place, event))
    # The same once more: a reader that cannot see hears it once.
    pen.marks.apart()
    pen.turn(_MIDDLE, fold)
    _face(pen, fold, high, (lines + other, place, event))
    pen.turn(_MIDDLE, fold)
    pen.marks.together()


def _stack(tent: Tent, said: Speech, high: float) -> tuple[list[Line], list[Line], list[Line]]:
    """Name, its form in the second language, the place: as large as width and height allow."""
    first, second = said.languages
    given, family = tent.name.parts(first)
    other = tent.name.shown(second) if second else ""
    if other == tent.name.shown(first):
        other = ""
    factor = 1.0 if high > 90 * MM else _HALF
    room = _body(high)
    for scale in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4):
        largest = factor * scale
        names = _names(given, family, largest)
        below = told_second(in_lines(other, sized(_OTHER, 34 * largest), _ROOM, 12 * factor))
        place = in_lines(tent.place.first, sized(_FROM, 26 * largest), _ROOM, 12 * factor, alone=16 * factor)
        if fits([*names, *below, *place], room):
            break
    return names, below, place


def _names(given: str, family: str, factor: float) -> list[Line]:
    """Given and family name in one size where both fit alone, else each as large as it can be."""
    style, smallest = sized(_NAME, 88 * factor), _SMALLEST * factor
    widest = max((text_width(text, style) for text in (given, family) if text), default=0.0)
    if widest > _ROOM:
        style = sized(_NAME, max(smallest, style.size * _ROOM / widest - 0.01))
    lines = _both(given, family, style, factor)
    least = min((line.runs[0][1].size for line in lines if line.runs), default=style.size)
    # Two sizes that are nearly one look like a mistake.
    return _both(given, family, sized(style, least), factor) if _ALIKE * style.size < least < style.size else lines


def _both(given: str, family: str, style: Style, factor: float) -> list[Line]:
    lines: list[Line] = []
    for text in (given, family):
        lines += in_lines(clean_line(text), style, _ROOM, 12 * factor, alone=min(_SMALLEST * factor, style.size))
    return lines


def _body(high: float) -> float:
    """Height for name and place: the face without its edges, the rule, and the line of the event."""
    return high - (39 * MM if high > 90 * MM else 26 * MM)


def _face(pen: Pen, fold: float, high: float, parts: tuple[list[Line], list[Line], list[Line]]) -> None:
    names, place, event = parts
    small = high <= 90 * MM
    gap = 6 * MM if small else 9 * MM
    used = height_of(names) + height_of(place) + (gap if place else 0.0)
    top = fold + (7.5 * MM if small else 14 * MM) + max(0.0, _body(high) + gap - used) / 2
    with pen.tagged("H1"):
        below = pen.lines(_LEFT, top, names, _ROOM, "centre")
    if place:
        pen.rule(_MIDDLE - _RULE_WIDE / 2, _MIDDLE + _RULE_WIDE / 2, below + gap * 0.55, 1.6, ACCENT)
        with pen.tagged("P"):
            pen.lines(_LEFT, below + gap, place, _ROOM, "centre")
    if event:
        with pen.tagged("P"):
            pen.lines(_LEFT, fold + high - (11.5 * MM if small else 13 * MM), event, _ROOM, "centre")


def _marks(pen: Pen, y: float, *, dotted: bool) -> None:
    """Short marks at both edges: dotted to fold, solid to cut."""
    for left, right in ((5 * MM, 13 * MM), (_WIDE - 13 * MM, _WIDE - 5 * MM)):
        if dotted:
            pen.dotted((left, y, right, y), 0.7, RULE)
        else:
            pen.rule(left, right, y, 0.5)
