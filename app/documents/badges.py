"""Badges of 90 × 65 mm, eight on a sheet with crop marks (README of paper: study 08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.documents.logos import Logo, small_picture
from app.documents.name_fitting import fits, in_lines, sized
from app.documents.pen import About, Pen
from app.documents.speech import Speech, speech
from app.documents.styles import ACCENT, BAND, BLACK, GREY, HAIR, KIND, MM, RULE, STRONG, WHITE, Ink, Style
from app.documents.texts import PersonName, Text, clean_line
from app.documents.wrapping import Line, ended, height_of, wrap

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

_WIDE, _HIGH = 90 * MM, 65 * MM
_LEFT, _TOP = 15 * MM, 18.5 * MM
_INSET, _ROOM = 6 * MM, 78 * MM
_FIRST, _LAST = Style("Sans-Bold", 26, 24.8), Style("Sans", 18, 20.4)
_NATIVE = Style("Sans", 11, 14, GREY)
_FROM, _POSITION = Style("Sans-SemiBold", 10.5, 13), Style("Sans", 8.5, 10.8)
_EVENT, _DATES = Style("Sans-SemiBold", 7.4, 9.2, GREY), Style("Sans", 7.2, 9.2, GREY)
_ROLE, _SPOKEN = Style("Sans-Bold", 9.5, 12, track=1.2), Style("Sans", 8.5, 11)
_NAMES_TOP, _FOOT, _BAR = 17.2 * MM, 43.4 * MM, 55 * MM
_LOGO_WIDE, _LOGO_HIGH = 16 * MM, 6.6 * MM
#: Names become no smaller than this; what does not fit then ends in dots.
_SMALLEST = 7.0


class Bar(StrEnum):
    """How the bar of the role looks: plain for participants, grey for hosts and experts, reversed for interpreters."""

    PLAIN = "plain"
    GREY = "grey"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Badge:
    """One badge; ``languages`` are codes that the person speaks. ``blank``: lines to write on, for walk-ins."""

    name: PersonName
    role: Text
    place: Text = Text()
    position: Text = Text()
    languages: tuple[str, ...] = ()
    bar: Bar = Bar.PLAIN
    blank: bool = False


@dataclass(frozen=True, slots=True)
class BadgePaper:
    """Badges of one event; the first of ``logos`` that has a picture stands before its name.

    ``when`` says the dates that are not known to the day; they stand for ``start`` and ``end``.
    """

    event: Text
    badges: tuple[Badge, ...]
    start: date | None = None
    end: date | None = None
    organiser: str = ""
    logos: tuple[Logo, ...] = ()
    accent: Ink = ACCENT
    when: str = ""


@dataclass(frozen=True, slots=True)
class BadgeOptions:
    """The language of names, roles and dates; ``second`` adds the role in it, and the name as it writes it."""

    language: str = "en"
    second: str = ""


USUAL = BadgeOptions()


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands at the top of every badge: a small logo, the event, its dates."""

    lines: tuple[Line, ...]
    logo: "tuple[ImageReader, float, float] | None"


def build(paper: BadgePaper, options: BadgeOptions = USUAL) -> bytes:
    """Badges, eight a page, to be cut along the marks."""
    said = speech(options.language, options.second)
    title = said.say(N_("Badges")).first
    name = f"{title} – {paper.event.first}"
    pen = Pen(About(name, paper.organiser, paper.event.first, options.language, paper.accent, said.languages[1]))
    head = _head(paper, said)
    for start in range(0, max(len(paper.badges), 1), 8):
        sheet = paper.badges[start : start + 8]
        for number, badge in enumerate(sheet):
            left, top = _LEFT + (number % 2) * _WIDE, _TOP + (number // 2) * _HIGH
            _draw(pen, left, top, badge, head, said)
        pen.marks.apart()
        _marks(pen, sheet)
        pen.marks.together()
        pen.next_page()
    return pen.finish()


def _head(paper: BadgePaper, said: Speech) -> _Head:
    logo = small_picture(paper.logos, _LOGO_WIDE, _LOGO_HIGH)
    room = _ROOM - (logo[1] + 2.2 * MM if logo else 0.0)
    lines = in_lines(paper.event.first, _EVENT, room, 6.4, 2, alone=6.8)
    dates = paper.when
    if paper.start and not dates:
        dates = said.forms.date_range(paper.start, paper.end or paper.start)
    lines += ended(wrap(dates, _DATES, room), 1, room)
    return _Head(tuple(lines), logo)


def _draw(pen: Pen, left: float, top: float, badge: Badge, head: _Head, said: Speech) -> None:
    x = left + _INSET
    shift = 0.0
    if head.logo:
        picture, wide, high = head.logo
        pen.image(picture, x, top + 5.5 * MM + (_LOGO_HIGH - high) / 2, wide, high)
        shift = wide + 2.2 * MM
    with pen.tagged("P"):
        pen.lines(x + shift, top + 5.5 * MM, head.lines)
    foot = _foot_lines(badge)
    start = min(top + _FOOT, top + _BAR - 1.2 * MM - height_of(foot))
    if badge.blank:
        _blank(pen, x, top, said)
    else:
        with pen.tagged("H1"):
            pen.lines(x, top + _NAMES_TOP, _name_lines(badge.name, said, start - top - _NAMES_TOP - 0.8 * MM))
    with pen.tagged("P"):
        pen.lines(x, start, foot)
    _bar(pen, left, top + _BAR, badge)


def _name_lines(name: PersonName, said: Speech, room: float) -> list[Line]:
    """Given name, surname, and the other script for those who read it, as large as width and height allow."""
    first, second = said.languages
    given, family = name.parts(first)
    if not given:
        given, family = family, ""
    shown = name.shown(first)
    forms = (name.shown(second or _other_script(first)), name.shown(_other_script(first)), name.native)
    other = next((form for form in forms if form != shown), shown)
    lines: list[Line] = []
    for scale in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4):
        lines = in_lines(given, sized(_FIRST, 26 * scale), _ROOM, _SMALLEST, 2, alone=14 * scale, last=3)
        lines += in_lines(family, sized(_LAST, 18 * scale), _ROOM, _SMALLEST, 2, alone=12 * scale, last=3)
        if other != shown:
            lines += in_lines(other, sized(_NATIVE, max(11 * scale, _SMALLEST)), _ROOM, _SMALLEST, 1)
        if fits(lines, room):
            break
    return lines


def _other_script(language: str) -> str:
    """Names are spoken more easily when both scripts are there: Cyrillic below Latin, Latin below Cyrillic."""
    return "en" if language == "uk" else "uk"


def _foot_lines(badge: Badge) -> list[Line]:
    """Where from and which position."""
    if not badge.place:
        return in_lines(badge.position.first, _FROM, _ROOM, 8, 2, alone=9)
    lines = in_lines(badge.place.first, _FROM, _ROOM, 8, 2, alone=9)
    # Never larger than the place above it, however small that had to become.
    largest = min([_POSITION.size, *(line.runs[0][1].size - 0.5 for line in lines if line.runs)])
    return lines + ended(wrap(badge.position.first, sized(_POSITION, largest), _ROOM), 2, _ROOM)


def _blank(pen: Pen, x: float, top: float, said: Speech) -> None:
    """Lines to write on, with a small word under each."""
    for y, word in ((28.5, said.say(N_("Full name"))), (42.5, said.say(N_("Organisation")))):
        pen.rule(x, x + _ROOM, top + y * MM, HAIR, RULE)
        with pen.tagged("P"):
            pen.word(x, top + (y + 3.2) * MM, word.joined(), KIND._replace(size=6.8))


def _bar(pen: Pen, left: float, top: float, badge: Badge) -> None:
    """The role, with the languages that the person speaks at the right."""
    x, high, ink = left + _INSET, 10 * MM, BLACK
    if badge.bar is Bar.GREY:
        pen.fill(left, top, _WIDE, high, BAND)
        pen.rule(left, left + _WIDE, top, STRONG)
    elif badge.bar is Bar.REVERSED:
        pen.fill(left, top, _WIDE, high, BLACK)
        ink = WHITE
    else:
        pen.rule(x, x + _ROOM, top, STRONG)
    spoken = ended(
        wrap(" ".join(clean_line(code).upper() for code in badge.languages), _SPOKEN, _ROOM / 2), 1, _ROOM / 2
    )
    room = _ROOM - _taken_by(spoken)
    role = badge.role.joined(" / ").upper()
    with pen.tagged("P"):
        lines = in_lines(role, _ROLE._replace(ink=ink), room, 5.5, 2, alone=6.5)
        if len(lines) == 1:
            pen.word(x, top + 6.4 * MM, *lines[0].runs[0])
        else:
            pen.lines(x, top + (high - height_of(lines)) / 2, lines)
    with pen.tagged("P"):
        for line in spoken:
            pen.word(x + _ROOM, top + 6.4 * MM, line.runs[0][0], _SPOKEN._replace(ink=ink), "right")


def _taken_by(spoken: Sequence[Line]) -> float:
    """The width that the languages take from the role, with the space between them (points)."""
    return max((line.width for line in spoken), default=0.0) + (4 * MM if spoken else 0.0)


def _marks(pen: Pen, sheet: Sequence[Badge]) -> None:
    """Dotted lines between badges and crop marks outside them."""
    rows = max(1, (len(sheet) + 1) // 2)
    bottom = _TOP + rows * _HIGH
    for number in range(3):
        x = _LEFT + number * _WIDE
        if number == 1:
            pen.dotted((x, _TOP, x, bottom), 0.5, RULE)
        pen.upright(x, _TOP - 6 * MM, _TOP - 2.2 * MM, 0.5)
        pen.upright(x, bottom + 2.2 * MM, bottom + 6 * MM, 0.5)
    for number in range(rows + 1):
        y = _TOP + number * _HIGH
        if 0 < number < rows:
            pen.dotted((_LEFT, y, _LEFT + 2 * _WIDE, y), 0.5, RULE)
        pen.rule(_LEFT - 6 * MM, _LEFT - 2.2 * MM, y, 0.5)
        pen.rule(_LEFT + 2 * _WIDE + 2.2 * MM, _LEFT + 2 * _WIDE + 6 * MM, y, 0.5)
