"""Badges of 90 × 65 mm, eight on a sheet with crop marks (issue of paper: study 08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.i18n import N_
from app.documents.pen import About, Pen
from app.documents.speech import Speech, speech
from app.documents.styles import BAND, BLACK, GREY, MM, RULE, STRONG, WHITE, Style
from app.documents.texts import PersonName, Text, clean_line
from app.documents.wrapping import fitted, text_width, wrap

_WIDE, _HIGH = 90 * MM, 65 * MM
_LEFT, _TOP = 15 * MM, 18.5 * MM
_INSET, _ROOM = 6 * MM, 78 * MM
_FIRST, _LAST = Style("Sans-Bold", 26, 30), Style("Sans", 18, 21)
_NATIVE = Style("Sans", 11, 13.5, GREY)
_FROM, _POSITION = Style("Sans-SemiBold", 10.5, 13), Style("Sans", 8.5, 10.8)
_EVENT, _DATES = Style("Sans-SemiBold", 7.4, 9.2, GREY), Style("Sans", 7.2, 9.2, GREY)
_ROLE, _SPOKEN = Style("Sans-Bold", 9.5, 12, track=1.2), Style("Sans", 8.5, 11)


class Bar(StrEnum):
    """How the bar of the role looks: plain for participants, grey for hosts and experts, reversed for interpreters."""

    PLAIN = "plain"
    GREY = "grey"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Badge:
    """One badge; ``languages`` are codes that the person speaks."""

    name: PersonName
    role: Text
    place: Text = Text()
    position: Text = Text()
    languages: tuple[str, ...] = ()
    bar: Bar = Bar.PLAIN


@dataclass(frozen=True, slots=True)
class BadgePaper:
    """Badges of one event."""

    event: Text
    badges: tuple[Badge, ...]
    start: date | None = None
    end: date | None = None
    organiser: str = ""


@dataclass(frozen=True, slots=True)
class BadgeOptions:
    """The language of roles and dates."""

    language: str = "en"


def build(paper: BadgePaper, options: BadgeOptions = BadgeOptions()) -> bytes:
    """Badges, eight a page, to be cut along the marks."""
    said = speech(options.language)
    title = said.say(N_("Badges")).first
    pen = Pen(About(f"{title} – {paper.event.first}", paper.organiser, paper.event.first, options.language))
    dates = said.forms.date_range(paper.start, paper.end or paper.start) if paper.start else ""
    for start in range(0, max(len(paper.badges), 1), 8):
        sheet = paper.badges[start : start + 8]
        for number, badge in enumerate(sheet):
            left, top = _LEFT + (number % 2) * _WIDE, _TOP + (number // 2) * _HIGH
            _draw(pen, left, top, badge, (clean_line(paper.event.first), dates), said)
        _marks(pen, sheet)
        pen.next_page()
    return pen.finish()


def _draw(pen: Pen, left: float, top: float, badge: Badge, event: tuple[str, str], said: Speech) -> None:
    x = left + _INSET
    for line in wrap(event[0], fitted(event[0], _EVENT, _ROOM, 6.2), _ROOM)[:1]:
        pen.line(x, top + 5.5 * MM, line)
    pen.text(x, top + 11.1 * MM, event[1], _DATES)
    language = said.languages[0]
    given, family = badge.name.parts("en" if language != "uk" else "uk")
    y = top + 15.6 * MM
    names = _given_lines(given)
    for text in names:
        pen.text(x, y + 9.0 * MM, *_fitting(text, _FIRST))
        y += 8.6 * MM if len(names) == 1 else 7.2 * MM
    if family:
        pen.text(x, y + 6.6 * MM, *_fitting(family, _LAST))
        y += 7.2 * MM
    native = badge.name.shown("uk") if badge.name.cyrillic and language != "uk" else ""
    if native:
        pen.text(x, y + 5.0 * MM, *_fitting(native, _NATIVE))
    _foot(pen, left, top, badge)


def _fitting(text: str, style: Style) -> tuple[str, Style]:
    """The text in the size that fits, from 6 pt on cut with a visible mark: a badge has no second page."""
    shrunk = fitted(text, style, _ROOM, 6)
    if text_width(text, shrunk) <= _ROOM:
        return text, shrunk
    while text and text_width(f"{text}…", shrunk) > _ROOM:
        text = text[:-1]
    return f"{text}…", shrunk


def _given_lines(given: str) -> list[str]:
    """A first name wider than the badge at 14 pt breaks at its hyphen."""
    if text_width(given, _FIRST._replace(size=14)) > _ROOM and "-" in given:
        cut = given.index("-") + 1
        return [given[:cut], given[cut:]]
    return [given] if given else []


def _foot(pen: Pen, left: float, top: float, badge: Badge) -> None:
    """Where from, which position, then the bar of the role with the languages."""
    x = left + _INSET
    lines = wrap(badge.place.first, fitted(badge.place.first, _FROM, _ROOM, 8), _ROOM)[:1]
    lines += wrap(badge.position.first, _POSITION, _ROOM)[:2]
    bar_top, bar_height = top + 55 * MM, 10 * MM
    start = min(top + 43.4 * MM, bar_top - 1.2 * MM - sum(line.leading for line in lines))
    pen.lines(x, start, lines)
    ink = BLACK
    if badge.bar is Bar.GREY:
        pen.fill(left, bar_top, _WIDE, bar_height, BAND)
        pen.rule(left, left + _WIDE, bar_top, STRONG)
    elif badge.bar is Bar.REVERSED:
        pen.fill(left, bar_top, _WIDE, bar_height, BLACK)
        ink = WHITE
    else:
        pen.rule(x, x + _ROOM, bar_top, STRONG)
    spoken = " ".join(clean_line(code).upper() for code in badge.languages)
    room = _ROOM - text_width(spoken, _SPOKEN) - 4 * MM
    role = clean_line(badge.role.first).upper()
    pen.text(x, bar_top + 6.4 * MM, role, fitted(role, _ROLE._replace(ink=ink), room, 5))
    pen.word(x + _ROOM, bar_top + 6.4 * MM, spoken, _SPOKEN._replace(ink=ink), "right")


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
