"""A story as pages (PDF): titles, facts, sections, tables, forms to be written on."""

from collections.abc import Iterator, Sequence

from app.core.i18n import N_
from app.documents.blocks import KeyFigures, SectionHeading, TitleLine, event_line, partnership_line
from app.documents.layout import (
    LEFT,
    RIGHT,
    TEXT_WIDTH,
    Block,
    Divider,
    Frame,
    Lines,
    Page,
    Sheet,
    close_pages,
    draw_pages,
    flowing,
)
from app.documents.logos import LogoRow
from app.documents.pen import About, Pen
from app.documents.speech import Speech
from app.documents.story import Facts, Figures, Form, Paragraph, Part, Section, Signatures, Story, Table
from app.documents.styles import (
    BAND,
    BLACK,
    CELL,
    CELL_STRONG,
    KEY_FIGURE_REPORT,
    KIND,
    LABEL,
    MM,
    REPORT,
    REPORT_TITLE,
    ROW_FIRST,
    ROW_PLAIN,
    SECOND,
    STRONG,
)
from app.documents.tables import Head, Row, grid, table_blocks
from app.documents.texts import Text
from app.documents.wrapping import ended, height_of, told_second, wrap, wrap_pair

_INSET = 9 * MM
_PADDING = (1.3 * MM, 1.6 * MM)
_LOW = (0.7 * MM, 0.9 * MM)
#: Words above signatures that are higher need not stand on one page.
_DECLARATION = 40 * MM
_FORM_LABEL, _FORM_LEAST = 48.0, 8.2 * MM
#: A form up to this height is not parted by the end of a page: more would leave holes.
_FORM_WHOLE = 62 * MM


def build(stories: Sequence[Story], said: Speech, annex: Sequence[tuple[Frame, Sequence[Page]]] = ()) -> bytes:
    """One PDF; every story has its own count of pages, and so has each part of the annex behind them."""
    first = stories[0]
    about = About(_name(first), first.author, first.event.first, said.languages[0], first.accent, said.languages[1])
    return draw_pages(about, [*(part(story, said) for story in stories), *annex])


def part(story: Story, said: Speech) -> tuple[Frame, list[Page]]:
    """The pages of one story with their frame."""
    frame = Frame(
        running_left=_name(story),
        running_right=story.running,
        foot_left=story.code,
        foot_middle=story.footer,
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )
    return frame, close_pages(lambda: _story(story, said))


def _story(story: Story, said: Speech) -> list[Block]:
    logos = LogoRow(story.logos)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(story.title, style=REPORT_TITLE, gap=4.2 * MM))
    blocks += partnership_line(story.partnership)
    blocks += event_line(story.event)
    blocks += _parts(story, said)
    return blocks


def _name(story: Story) -> str:
    return " – ".join(text for text in (story.title.first, story.partnership.first or story.event.first) if text)


def _parts(story: Story, said: Speech) -> Iterator[Block]:
    number = 0
    inset = 0.0
    before: Part | None = None
    kept: list[Block] = []
    for one in story.parts:
        if isinstance(one, Section):
            number += 1
            told = str(number) if story.inset else ""
            inset = _INSET if story.inset else 0.0
            yield SectionHeading(one.title, told, 5 * MM, small=not story.inset, inset=inset)
        else:
            blocks = _blocks(one, inset)
            if isinstance(one, Signatures) and blocks and kept:
                # Who signs has the words above the line: never a page with signatures alone.
                whole = sum(block.height for block in kept) < _DECLARATION
                for block in kept if whole else kept[-1:]:
                    block.keep = max(block.keep, 1)
            if blocks and kept and isinstance(one, Table) and isinstance(before, Paragraph) and not before.note:
                # A sentence that leads to a table stands over it.
                kept[-1].keep = max(kept[-1].keep, 1)
            if blocks and kept and isinstance(one, Paragraph) and isinstance(before, Facts | Figures | Form | Table):
                if one.note:
                    # A note stands under what it is about.
                    kept[-1].keep = max(kept[-1].keep, 1)
                else:
                    blocks[0].gap = 4 * MM
            yield from blocks
            if not blocks:
                continue
            kept = blocks
        before = one


def _blocks(one: Part, inset: float) -> list[Block]:
    match one:
        case Facts():
            return _facts(one)
        case Figures():
            return [KeyFigures(one.figures, KEY_FIGURE_REPORT, number_first=True, gap=6 * MM)] if one.figures else []
        case Paragraph():
            return _paragraph(one, inset)
        case Table():
            return _table(one, inset)
        case Form():
            return _form(one)
        case Signatures():
            return _signatures(one)
        case Section():
            return []


def _facts(one: Facts) -> list[Block]:
    """Two facts a row between rules."""
    kept = [(label, value) for label, value in one.rows if value]
    if not kept:
        return []
    table = grid((Text(), 24), (Text(), 63), (Text(), 24), (Text(), 59))
    blocks: list[Block] = [Divider(3.4 * MM, STRONG)]
    for start in range(0, len(kept), 2):
        cells = []
        for place, (label, value) in enumerate(kept[start : start + 2]):
            second = LABEL._replace(size=6.8, leading=9)
            cells += [
                wrap_pair(label, LABEL, table.inner(2 * place), second=second),
                wrap_pair(value, ROW_PLAIN, table.inner(2 * place + 1)),
            ]
        cells += [[]] * (4 - len(cells))
        row = Row(table, cells, padding=_PADDING)
        if start + 2 >= len(kept):
            row.rule, row.rule_ink = STRONG, BLACK
        blocks.append(row)
    # The heavy line keeps with its first rows, the last row with the one before; more would tear holes.
    blocks[0].keep = 2
    blocks[-2].keep = max(blocks[-2].keep, 1)
    return blocks


def _paragraph(one: Paragraph, inset: float) -> list[Block]:
    if one.note:
        lines = wrap_pair(one.text, KIND, TEXT_WIDTH - inset)
        return [Lines(lines, 1.2 * MM, LEFT + inset, TEXT_WIDTH - inset)] if lines else []
    blocks: list[Block] = []
    for number, text in enumerate(one.text.both):
        style = REPORT.scaled(SECOND) if number else REPORT
        for place, paragraph in enumerate(text.split("\n")):
            gap = 0.8 * MM if number and not place else 1.6 * MM
            lines = wrap(paragraph, style, TEXT_WIDTH - inset)
            blocks += flowing(told_second(lines) if number else lines, gap, LEFT + inset, TEXT_WIDTH - inset)
    return blocks


def _table(one: Table, inset: float) -> list[Block]:
    scale = (TEXT_WIDTH - inset) / MM / sum(column.width for column in one.columns)
    made = [(column.title, column.width * scale, "right" if column.right else "left") for column in one.columns]
    table = grid(*made, left=LEFT + inset)
    rows = []
    for entry in one.rows:
        cells = []
        for number, text in enumerate(entry.cells):
            heavy = entry.total or entry.strong == number
            style = CELL._replace(face="Sans-Italic") if entry.unsure == number else CELL
            cells.append(wrap_pair(text, CELL_STRONG if heavy else style, table.inner(number)))
        padding = _LOW if one.low else _PADDING
        if entry.total:
            rows.append(Row(table, cells, band=BAND, rule=STRONG, padding=padding))
        else:
            rows.append(Row(table, cells, padding=padding))
    if not rows:
        return []
    rows[-1].rule, rows[-1].rule_ink = STRONG, BLACK
    head = Head(table, gap=1.6 * MM)
    for entry, row in zip(one.rows, rows, strict=True):
        if entry.again:
            told = [wrap_pair(entry.again, CELL_STRONG, table.right - table.left)]
            row.lead = (head, Row(table, [*told, *([[]] * (len(one.columns) - 1))], padding=padding))
    return table_blocks(head, rows, 3)


def _form(one: Form) -> list[Block]:
    """A line for every field; empty ones are high enough to be written on."""
    table = grid((Text(), _FORM_LABEL), (Text(), 170 - _FORM_LABEL))
    blocks: list[Block] = [Divider(0.6 * MM, STRONG)]
    for number, (label, value) in enumerate(one.fields):
        style = ROW_FIRST if number in one.heavy else ROW_PLAIN
        if number == one.unsure:
            style = ROW_PLAIN._replace(face="Sans-Italic")
        cells = [
            wrap_pair(label, LABEL, table.inner(0), second=LABEL._replace(size=6.8, leading=8.6)),
            wrap_pair(value, style, table.inner(1), second=ROW_PLAIN.scaled(SECOND)),
        ]
        row = Row(table, cells, least=_FORM_LEAST if not value else 6.4 * MM, padding=(1.1 * MM, 1.3 * MM))
        if number == len(one.fields) - 1:
            row.rule, row.rule_ink = STRONG, BLACK
        blocks.append(row)
    # A low form stays whole; of a high one the heavy line keeps with its first rows, the last row with the one before.
    if sum(block.height for block in blocks) <= _FORM_WHOLE:
        for place, block in enumerate(blocks):
            block.keep = len(blocks) - 1 - place
    blocks[0].keep = max(blocks[0].keep, 2)
    blocks[-2].keep = max(blocks[-2].keep, 1)
    return blocks


class _SignatureRow(Block):
    """Up to three lines to sign beside each other, the words below them."""

    def __init__(self, lines: Sequence[tuple[Text, str]]) -> None:
        self.gap = 6 * MM
        self.width = (TEXT_WIDTH - (len(lines) - 1) * 8 * MM) / len(lines)
        self.cells = [
            ended(
                wrap_pair(label, KIND, self.width, second=KIND._replace(size=6.8, leading=8.6))
                + wrap(name, ROW_FIRST, self.width),
                24,
                self.width,
            )
            for label, name in lines
        ]
        self.height = 11 * MM + max(height_of(cell) for cell in self.cells)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw lines and words."""
        for number, cell in enumerate(self.cells):
            left = LEFT + number * (self.width + 8 * MM)
            pen.rule(left, min(left + self.width, RIGHT), top + 10 * MM, STRONG)
            pen.lines(left, top + 11 * MM, cell)


def _signatures(one: Signatures) -> list[Block]:
    return [_SignatureRow(one.lines[start : start + 3]) for start in range(0, len(one.lines), 3)]
