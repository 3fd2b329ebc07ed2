"""Parts that several papers share: titles, facts, version line, contacts, key figures, section headings."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime

from app.core.i18n import N_
from app.documents.layout import LEFT, PAD, TEXT_WIDTH, Block, Lines, Sheet
from app.documents.pen import Pen, baseline
from app.documents.speech import Speech, joined
from app.documents.styles import (
    BLACK,
    CELL,
    CELL_STRONG,
    EVENT,
    EVENT_SECOND,
    EVENT_STRONG,
    HAIR,
    KIND,
    LABEL,
    MM,
    NOTE,
    NOTE_GREY,
    PARTNERSHIP,
    PARTNERSHIP_SECOND,
    ROW_FIRST,
    ROW_PLAIN,
    RULE,
    SECOND,
    SECTION,
    SECTION_NUMBER,
    SECTION_SMALL,
    STRONG,
    SUBLINE,
    SUBLINE_GREY,
    TITLE,
    TITLE_SECOND,
    Style,
)
from app.documents.texts import Text, clean_line
from app.documents.wrapping import (
    Line,
    ended,
    fitted,
    height_of,
    text_width,
    told_second,
    without_widow,
    wrap,
    wrap_pair,
    wrap_runs,
)

_COLUMN = 82 * MM
_GUTTER = 6 * MM
#: Width that what stands at the right of a title has in any case.
TITLE_SIDE = 70 * MM
_LABEL_WIDTH = 21 * MM
_MOST_LINES = 30
#: Lines of a label (both languages) beside what it labels; letters up to which a title keeps its size.
_LABEL_LINES, _TITLE_LETTERS = 5, 160


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of a paper this is (AR-1, AR-2). ``replaces`` is the number before it, ``final``: as held."""

    number: str = ""
    issued: datetime | None = None
    replaces: str = ""
    draft: bool = False
    final: bool = False

    def line(self, speech: Speech) -> Text:
        """``Version 1.2 – 7 March 2026, 14:05 – replaces version 1.1``; begins with the word Draft for a draft."""
        parts = [self._state(speech)] if self.draft or self.final else []
        if self.number:
            parts.append(speech.say(N_("Version {number}"), number=clean_line(self.number)))
        if self.issued:
            parts.append(speech.moment(self.issued))
        if self.replaces:
            parts.append(speech.say(N_("replaces version {number}"), number=clean_line(self.replaces)))
        return joined(parts, " – ")

    def _state(self, speech: Speech) -> Text:
        return speech.say(N_("Draft") if self.draft else N_("Final, as implemented"))

    def short(self, speech: Speech) -> str:
        """For the footer: the draft word, number and date, in both languages on one line."""
        words = [self._state(speech).joined()] if self.draft or self.final else []
        if self.number:
            words.append(speech.say(N_("Version {number}"), number=clean_line(self.number)).joined())
        if self.issued:
            day = self.issued.date()
            # The shorter of two ways: an English date is long even in tables.
            forms = speech.second_forms if speech.languages[0] == "en" else speech.forms
            words.append(forms.date_short(day) if speech.bilingual and forms else speech.forms.date_long(day))
        return " – ".join(words)


def title_lines(text: str, style: Style = TITLE, width: float = TEXT_WIDTH) -> list[Line]:
    """A document title: one line down to 16 pt, then up to as many lines as it needs."""
    return without_widow(text, fitted(clean_line(text), style, width, 16), width)


class TitleLine(Block):
    """The title at the left and, if given, a date in the accent colour at the right of its baseline."""

    role = ""

    def __init__(
        self, title: Text, right: Text = Text(), style: Style = TITLE, gap: float = 0.0, width: float = TEXT_WIDTH
    ) -> None:
        self.gap, self.whole = gap, width
        # A long date stands in one line as long as the title leaves room for it.
        beside = width - 6 * MM - text_width(clean_line(title.first), style)
        self.right = wrap_pair(right, PARTNERSHIP, max(TITLE_SIDE, min(beside, 100 * MM)), second=PARTNERSHIP_SECOND)
        taken = max((line.width for line in self.right), default=0.0)
        self.width = width - (taken + 6 * MM if taken else 0.0)
        self.first = title_lines(title.first, style, self.width)
        self.second = told_second(wrap(title.second, TITLE_SECOND, self.width)) if title.second != title.first else []
        self.lower = baseline(self.first[0]) - baseline(self.right[0]) if self.right and self.first else 0.0
        self.height = max(height_of(self.first + self.second), self.lower + height_of(self.right))
        self.outline = title.first

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw both, on one baseline."""
        with pen.tagged("H1"):
            pen.lines(LEFT, top, self.first + self.second)
        if self.right and self.first:
            pen.lines(LEFT, top + self.lower, self.right, self.whole, "right")


def partnership_line(partnership: Text, gap: float = 1.0 * MM, width: float = TEXT_WIDTH) -> list[Block]:
    """The partnership in the accent colour, its second language beside it or below where it does not fit."""
    if not partnership:
        return []
    both = partnership.both
    if max(map(len, both)) > _TITLE_LETTERS:
        long = PARTNERSHIP._replace(size=ROW_PLAIN.size, leading=ROW_PLAIN.leading)
        return [Lines(wrap_pair(partnership, long, width, second=ROW_PLAIN.scaled(SECOND)), gap)]
    first = wrap(partnership.first, PARTNERSHIP, width)
    if len(both) < 2:
        return [Lines(first, gap)]
    beside = text_width(both[0], PARTNERSHIP) + 3 * MM + text_width(both[1], PARTNERSHIP_SECOND)
    if beside > width:
        return [Lines(first + told_second(wrap(both[1], PARTNERSHIP_SECOND, width)), gap)]
    space = ("    ", PARTNERSHIP_SECOND)
    runs = ((clean_line(both[0]), PARTNERSHIP), space, (clean_line(both[1]), PARTNERSHIP_SECOND))
    return [Lines([Line(runs, beside, PARTNERSHIP.leading, second=1)], gap)]


def event_line(event: Text, strong: bool = False, gap: float = 0.6 * MM, width: float = TEXT_WIDTH) -> list[Block]:
    """The title of the event below the title of the paper."""
    style = EVENT_STRONG if strong else EVENT
    second = EVENT_SECOND
    if max(map(len, event)) > _TITLE_LETTERS:
        # A title of a paragraph is set like one, whole: it must not take the page of what it heads.
        style = style._replace(size=CELL.size, leading=CELL.leading)
        second = style.scaled(SECOND)._replace(face="Sans")
        lines = wrap_pair(event, style, width, second=second)
    else:
        lines = without_widow(event.first, style, width)
        if event.second != event.first:
            lines += told_second(without_widow(event.second, second, width))
    return [Lines(lines, gap)] if lines else []


def sub_line(text: Text, grey: bool = False, gap: float = 0.4 * MM, width: float = TEXT_WIDTH) -> list[Block]:
    """A small line of facts under a title."""
    style = SUBLINE_GREY if grey else SUBLINE
    if max(map(len, text)) > 2 * _TITLE_LETTERS:
        style = style._replace(size=NOTE.size, leading=NOTE.leading)
    lines = wrap_pair(text, style, width)
    return [Lines(lines, gap)] if lines else []


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says; ``strong`` is a part set heavier before it (the dates)."""

    label: Text
    value: Text
    strong: Text = Text()


class _FactLine:
    def __init__(self, fact: Fact, width: float = _COLUMN) -> None:
        inner = width - _LABEL_WIDTH
        small = LABEL._replace(size=6.8, leading=9.5)
        self.label = wrap_pair(fact.label, LABEL, _LABEL_WIDTH - 1 * MM, second=small)
        # A label that is a sentence, or would break inside a word, stands above what it labels.
        self.above = len(self.label) > _LABEL_LINES or any(line.glued for line in self.label)
        if self.above:
            self.label, inner = wrap_pair(fact.label, LABEL, width, second=small), width
        self.value = _mixed(fact.strong.first, fact.value.first, ROW_FIRST, ROW_PLAIN, inner)
        if (fact.strong.second, fact.value.second) != ("", ""):
            grey = ROW_PLAIN.scaled(SECOND)
            self.value += told_second(_mixed(fact.strong.second, fact.value.second or "", grey, grey, inner))
        # A fact is not a place for a book: what goes on over half a page ends in dots.
        self.value = ended(self.value, _MOST_LINES, inner)
        self.height = max(height_of(self.label), height_of(self.value))
        if self.above:
            self.height = height_of(self.label) + height_of(self.value)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        shift = baseline(self.value[0]) - baseline(self.label[0]) if self.label and self.value else 0.0
        beside, down = (0.0, height_of(self.label)) if self.above else (_LABEL_WIDTH, 0.0)
        shift = 0.0 if self.above else shift
        with pen.tagged("LI"):
            with pen.tagged("Lbl"):
                pen.lines(left, top + shift, self.label)
            with pen.tagged("LBody"):
                pen.lines(left + beside, top + down, self.value)


def _mixed(strong: str, plain: str, strong_style: Style, plain_style: Style, width: float) -> list[Line]:
    """A heavier beginning and a plain rest in one paragraph; several lines where the text has line breaks."""
    if not strong:
        return wrap(plain, plain_style, width)
    tie = "" if plain[:1] in {",", ";", ""} else " "
    return wrap_runs([(clean_line(strong), strong_style), (tie + clean_line(plain), plain_style)], width)


class Facts(Block):
    """Facts in two columns, row by row; in one column where there is only one."""

    role = "L"

    def __init__(
        self, facts: Sequence[Fact], gap: float = 2.6 * MM, width: float = TEXT_WIDTH, columns: int = 2
    ) -> None:
        kept = [fact for fact in facts if fact.value or fact.strong]
        self.column = (width - _GUTTER * (columns - 1)) / columns
        lines = [_FactLine(fact, self.column) for fact in kept]
        self.rows = [lines[n : n + columns] for n in range(0, len(lines), columns)]
        self.gap = gap
        self._space = 1.2 * MM
        self._measure()

    def _measure(self) -> None:
        self.height = sum(max(f.height for f in row) for row in self.rows) + self._space * max(0, len(self.rows) - 1)

    def pieces(self, room: float) -> list[Block]:
        """Row by row."""
        made: list[Block] = []
        for row in self.rows:
            piece = copy(self)
            piece.rows, piece.gap = [row], self._space if made else self.gap
            piece._measure()
            made.append(piece)
        return made or [self]

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the rows."""
        for row in self.rows:
            for number, fact in enumerate(row):
                fact.draw(pen, LEFT + number * (self.column + _GUTTER), top)
            top += max(fact.height for fact in row) + self._space


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact of a visit (AG-6): role, name, then lines (mobile, messenger, e-mail, organisation)."""

    role: Text
    name: str
    lines: tuple[str, ...] = ()


class Contacts(Block):
    """Contacts side by side, at most five a row, the emergency block last (AG-6)."""

    role = ""

    _PER_ROW = 5

    def __init__(
        self, title: Text, contacts: Sequence[Contact], gap: float = 5 * MM, width: float = TEXT_WIDTH
    ) -> None:
        self.gap, self.right = gap, LEFT + width
        self.title, self.titled = title, True
        lines = -(-len(contacts) // self._PER_ROW)
        per_row = max(3, -(-len(contacts) // lines) if lines else 0)
        self.width = width / per_row
        self.rows = [self._cards(contacts[n : n + per_row]) for n in range(0, len(contacts), per_row)]
        self.row_heights = [max(height_of(card) for card in row) + 3.0 * MM for row in self.rows]
        self.height = 5.4 * MM + sum(self.row_heights) if self.rows else 0.0
        self.outline = title.first

    def pieces(self, room: float) -> list[Block]:
        """Row by row, the title with the first; cards higher than ``room`` go on in a further row."""
        made: list[Block] = []
        for row in self.rows:
            rest = row
            while any(rest):
                part = [_upper(card, room) for card in rest]
                rest = [card[len(taken) :] for card, taken in zip(rest, part, strict=True)]
                piece = copy(self)
                piece.rows = [part]
                piece.row_heights = [max(height_of(card) for card in part) + 3.0 * MM]
                piece.titled, piece.gap = not made, 0.0 if made else self.gap
                piece.height = (5.4 * MM if piece.titled else 0.2 * MM) + piece.row_heights[0]
                piece.outline = self.outline if piece.titled else ""
                made.append(piece)
        return made or [self]

    def _cards(self, contacts: Sequence[Contact]) -> list[list[Line]]:
        """The cards of a row; their names stand on one line where some roles have a line or two more than others."""
        inner = self.width - 3.6 * MM
        roles = [self._role(contact.role, inner) for contact in contacts]
        most, made = max(map(height_of, roles)), []
        for role, contact in zip(roles, contacts, strict=True):
            rest = wrap(contact.name, CELL_STRONG, inner)
            for text in contact.lines:
                rest += wrap(text, NOTE, inner)
            card, lower = role + rest, most - height_of(role)
            if card and 0 < lower <= 2 * KIND.leading + 0.01:
                card[0] = card[0]._replace(gap=card[0].gap + lower)
            made.append(card)
        return made

    @staticmethod
    def _role(role: Text, width: float) -> list[Line]:
        """Both languages on one line, or each on its own."""
        if text_width(clean_line(role.joined()), KIND) <= width:
            return wrap(role.joined(), KIND, width)
        return wrap_pair(role, KIND, width, second=KIND)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw heading, rules, dividers and cards."""
        heading = Style("Sans-SemiBold", 9.5, 12)
        if not self.titled:
            with pen.tagged("L"):
                self._draw_cards(pen, top - 5.2 * MM)
            return
        with pen.tagged("H2"):
            x = pen.text(LEFT, top + 3.4 * MM, self.title.first, heading)
            if self.title.second:
                small = heading.scaled(SECOND)._replace(face="Sans")
                pen.text(x + 2.4 * MM, top + 3.4 * MM, self.title.second, small, second=True)
        with pen.tagged("L"):
            self._draw_cards(pen, top)

    def _draw_cards(self, pen: Pen, top: float) -> None:
        y = top + 5.2 * MM
        pen.rule(LEFT, self.right, y, STRONG)
        for row, height in zip(self.rows, self.row_heights, strict=True):
            for number, card in enumerate(row):
                left = LEFT + number * self.width
                if number:
                    pen.upright(left - 0.5 * MM, y + 1.4 * MM, y + height - 1.4 * MM, HAIR, RULE)
                with pen.tagged("LI"), pen.tagged("LBody"):
                    pen.lines(left + (PAD if not number else 1.4 * MM), y + 1.5 * MM, card)
            y += height
            pen.rule(
                LEFT,
                self.right,
                y,
                HAIR if row is not self.rows[-1] else STRONG,
                RULE if row is not self.rows[-1] else BLACK,
            )


def _upper(card: list[Line], room: float) -> list[Line]:
    """The first lines of a card that fit, one at least."""
    used, count = 0.0, 0
    for line in card:
        used += line.leading + line.gap
        if count and used > room:
            break
        count += 1
    return card[:count]


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure: a label or word, the number, a small note."""

    word: Text
    number: str
    note: Text = Text()


class KeyFigures(Block):
    """Key figures in equal columns with thin dividers. ``number_first``: the number above its word (reports)."""

    role = "L"

    def __init__(
        self,
        figures: Sequence[Figure],
        style: Style,
        number_first: bool = False,
        gap: float = 5 * MM,
        width: float = TEXT_WIDTH,
    ) -> None:
        self.gap = gap
        self.width = width / max(4, len(figures))
        inner = self.width - 5 * MM
        self.columns: list[tuple[list[Line], list[Line]]] = []
        for figure in figures:
            number = wrap(figure.number, fitted(figure.number, style, inner, 9), inner)
            note = wrap_pair(figure.note, KIND, inner, 1.0 * MM if figure.note.second else 0.0, KIND.scaled(0.9))
            if number_first:
                word = wrap_pair(figure.word, CELL_STRONG, inner, second=CELL.scaled(SECOND))
                self.columns.append(([], number + word + note))
            else:
                word = wrap_pair(figure.word, NOTE_GREY, inner, second=NOTE_GREY.scaled(SECOND))
                self.columns.append((word, number + note))
        # A word of two lines pushes all numbers down: they stand on one line.
        self.words = max((height_of(word) for word, _ in self.columns), default=0.0)
        self.height = self.words + max((height_of(lines) for _, lines in self.columns), default=0.0)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw columns and dividers."""
        for number, (word, lines) in enumerate(self.columns):
            left = LEFT + number * self.width
            if number:
                pen.upright(left, top, top + self.height, HAIR, RULE)
                left += 2.5 * MM
            with pen.tagged("LI"), pen.tagged("LBody"):
                pen.lines(left, top, word)
                pen.lines(left, top + self.words, lines)


class SectionHeading(Block):
    """A heading of a section, with a number in the accent colour if given; keeps with what follows."""

    role = "H2"

    def __init__(
        self,
        title: Text,
        number: str = "",
        gap: float = 6 * MM,
        small: bool = False,
        inset: float = 0.0,
        width: float = TEXT_WIDTH,
    ) -> None:
        style = SECTION_SMALL if small else SECTION
        self.left = LEFT + inset
        self.number = number
        self.lines = wrap_pair(title, style, width - inset, second=style.scaled(SECOND)._replace(face="Sans"))
        self.height = height_of(self.lines) + 1.2 * MM
        self.gap, self.keep = gap, 2
        self.outline, self.level = f"{number} {title.first}".strip(), 1

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw number and heading."""
        if self.number and self.lines:
            pen.word(LEFT, top + baseline(self.lines[0]), self.number, SECTION_NUMBER)
        pen.lines(self.left, top, self.lines)


class SignatureLine(Block):
    """A line for somebody to sign, with words before it (PL-7)."""

    def __init__(self, label: Text, gap: float = 5 * MM, width: float = TEXT_WIDTH) -> None:
        self.gap, self.width = gap, width
        self.lines = wrap_pair(label, CELL, 70 * MM)
        self.height = max(height_of(self.lines), 5 * MM)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw words and line."""
        pen.lines(LEFT, top, self.lines)
        pen.rule(LEFT + 72 * MM, LEFT + self.width, top + 4.4 * MM, STRONG)


def note_paragraph(text: Text, gap: float = 2 * MM, style: Style = KIND, width: float = TEXT_WIDTH) -> list[Block]:
    """A small grey note that keeps with the table above it."""
    lines = wrap_pair(text, style, width)
    return [Lines(lines, gap)] if lines else []
