"""The budget report: planned, committed and actual by heading and by line, with a chart (study 09; BU-7, BU-14)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.i18n import N_
from app.core.money import from_minor
from app.documents.blocks import Figure, KeyFigures, SectionHeading, TitleLine, event_line, note_paragraph, sub_line
from app.documents.budget_chart import Bar, chart_blocks
from app.documents.layout import Block, Divider, Frame, close_pages, draw_pages
from app.documents.logos import Logo, LogoRow
from app.documents.pen import About
from app.documents.sheets import SheetColumn, SheetTable, Value, workbook
from app.documents.speech import Speech, joined_where_told, speech
from app.documents.styles import ACCENT, BAND, BLACK, CELL, CELL_STRONG, KEY_FIGURE, MM, NOTE_GREY, STRONG, Ink, Style
from app.documents.tables import Cell, Grid, Head, Row, grid, table_blocks
from app.documents.texts import Text, clean_line
from app.documents.wrapping import wrap, wrap_pair

_NOTE_NUMBER = Style("Sans-Bold", 6.8, 11)
_PADDING = (1.2 * MM, 1.4 * MM)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of the budget; minor units of the budget's currency, ``committed`` not yet invoiced."""

    code: str
    title: Text
    planned: int
    committed: int = 0
    actual: int = 0


@dataclass(frozen=True, slots=True)
class BudgetHeading:
    """A heading with its sums and lines; ``reason`` explains a variance above the limit (BU-14)."""

    code: str
    title: Text
    planned: int
    committed: int = 0
    actual: int = 0
    lines: tuple[BudgetLine, ...] = ()
    reason: Text = Text()


@dataclass(frozen=True, slots=True)
class BudgetPaper:
    """A budget with what was spent until ``as_of``. ``limit`` is the variance in percent that asks for a reason."""

    code: str
    subject: Text
    currency: str
    headings: tuple[BudgetHeading, ...]
    as_of: date | None = None
    programme: Text = Text()
    organiser: str = ""
    limit: int = 10
    logos: tuple[Logo, ...] = ()
    accent: Ink = ACCENT


@dataclass(frozen=True, slots=True)
class BudgetOptions:
    """Languages of the report; ``lines`` adds the table of lines."""

    language: str = "en"
    second: str = ""
    lines: bool = True


def variance(row: BudgetLine | BudgetHeading) -> int:
    """Actual + committed − planned, in minor units."""
    return row.actual + row.committed - row.planned


def variance_percent(row: BudgetLine | BudgetHeading) -> Decimal | None:
    """Variance in percent of the plan, one decimal; None without a plan."""
    return (Decimal(variance(row)) * 100 / row.planned) if row.planned else None


def above_limit(row: BudgetLine | BudgetHeading, limit: int) -> bool:
    """Whether the variance needs a reason (BU-14): more than the limit, or money without a plan."""
    percent = variance_percent(row)
    return bool(variance(row)) if percent is None else abs(percent) > limit


def total_of(headings: Sequence[BudgetHeading | BudgetLine], title: Text) -> BudgetHeading:
    """The sums of all rows."""
    return BudgetHeading(
        "",
        title,
        sum(row.planned for row in headings),
        sum(row.committed for row in headings),
        sum(row.actual for row in headings),
    )


def build(paper: BudgetPaper, options: BudgetOptions = BudgetOptions()) -> bytes:
    """The report as PDF."""
    said = speech(options.language, options.second)
    title = said.say(N_("Budget report"))
    stated = as_of(paper, said)
    day = said.forms.date_long(paper.as_of) if paper.as_of else ""
    frame = Frame(
        running_left=f"{title.first} – {paper.subject.first}",
        running_right=stated.first,
        foot_left=paper.code,
        foot_middle=" – ".join(part for part in (title.first, day) if part),
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )
    about = About(
        f"{title.first} – {paper.subject.first}",
        paper.organiser,
        paper.subject.first,
        options.language,
        paper.accent,
        options.second,
    )
    return draw_pages(about, [(frame, close_pages(lambda: _blocks(paper, options, said)))])


def as_of(paper: BudgetPaper, said: Speech) -> Text:
    """As of what day; empty where none is told."""
    if paper.as_of is None:
        return Text()
    day = paper.as_of
    return said.say(N_("As of {date}"), date=said.form(lambda forms: forms.date_stated(day)))


def _blocks(paper: BudgetPaper, options: BudgetOptions, said: Speech) -> list[Block]:
    total = total_of(paper.headings, said.say(N_("Total")))
    logos = LogoRow(paper.logos)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(said.say(N_("Budget report")), as_of(paper, said), gap=4.2 * MM))
    blocks += event_line(paper.subject, strong=True)
    blocks += sub_line(under(paper, said), grey=True)
    blocks.append(KeyFigures(figures(total, paper, said), KEY_FIGURE))
    blocks += _heading_table(paper, total, said)
    blocks += _chart(paper, said)
    blocks += _reasons(paper, said)
    if options.lines and any(heading.lines for heading in paper.headings):
        blocks += _line_table(paper, said)
    return blocks


def under(paper: BudgetPaper, said: Speech) -> Text:
    """The programme and the currency, below the title."""
    parts = [paper.programme, said.say(N_("all amounts in {currency}"), currency=clean_line(paper.currency))]
    return joined_where_told(parts, " · ")


def figures(total: BudgetHeading, paper: BudgetPaper, said: Speech) -> list[Figure]:
    """Planned, committed, actual and the part that is used."""
    money = said.forms.money
    used = Decimal(total.actual) * 100 / total.planned if total.planned else None
    return [
        Figure(said.say(N_("Planned")), money(total.planned, paper.currency)),
        Figure(said.say(N_("Committed, not invoiced")), money(total.committed, paper.currency)),
        Figure(said.say(N_("Actual")), money(total.actual, paper.currency)),
        Figure(said.say(N_("Used")), said.forms.percent(used, 1) if used is not None else "–"),
    ]


def _columns(said: Speech, first: str) -> Grid:
    return grid(
        (said.say(N_("No.")), 13),
        (said.say(first), 48),
        (said.say(N_("Planned")), 24, "right"),
        (said.say(N_("Committed")), 22, "right"),
        (said.say(N_("Actual")), 22, "right"),
        (said.say(N_("Variance")), 22, "right"),
        (Text("%"), 15, "right"),
        (Text(), 4),
    )


def _money_cells(
    row: BudgetLine | BudgetHeading, table: Grid, said: Speech, paper: BudgetPaper, style: Style, note: str
) -> list[Cell]:
    """Planned, committed, actual, variance, percent and the number of the note; no entry is an en dash."""
    forms, currency = said.forms, paper.currency
    loud = style._replace(face="Sans-Bold") if note else style
    percent = variance_percent(row)
    texts = [
        (forms.money(row.planned, currency), style),
        (forms.money(row.committed or None, currency), style),
        (forms.money(row.actual or None, currency), style),
        (forms.money(variance(row), currency, signed=True), loud),
        (forms.number(percent, 1, signed=True) if percent is not None else "–", loud),
        (note, _NOTE_NUMBER),
    ]
    return [wrap(text, used, table.inner(number)) for number, (text, used) in enumerate(texts, 2)]


def _heading_table(paper: BudgetPaper, total: BudgetHeading, said: Speech) -> list[Block]:
    table = _columns(said, N_("Heading"))
    rows, notes = [], 0
    for heading in paper.headings:
        loud = above_limit(heading, paper.limit)
        notes += loud
        cells = [
            wrap(heading.code, CELL._replace(ink=NOTE_GREY.ink), table.inner(0)),
            wrap_pair(heading.title, CELL, table.inner(1)),
            *_money_cells(heading, table, said, paper, CELL, str(notes) if loud else ""),
        ]
        rows.append(Row(table, cells, padding=_PADDING))
    if rows:
        rows[-1].rule, rows[-1].rule_ink = STRONG, BLACK
    strong = CELL_STRONG._replace(face="Sans-Bold")
    cells = [[], wrap_pair(total.title, strong, table.inner(1)), *_money_cells(total, table, said, paper, strong, "")]
    rows.append(Row(table, cells, band=BAND, rule=STRONG, padding=(1.7 * MM, 1.9 * MM)))
    rows[-1].keep = 1
    note = note_paragraph(variance_note(paper, said), 1.6 * MM, NOTE_GREY)
    return [*table_blocks(Head(table, gap=5 * MM), rows, 3), *note]


def variance_note(paper: BudgetPaper, said: Speech) -> Text:
    """What variance means and what is bold (BU-14)."""
    return said.say(
        N_(
            "Variance = actual + committed − planned. "
            "Bold: more than {percent} of the heading; the reason is given below."
        ),
        percent=said.form(lambda forms: forms.percent(paper.limit)),
    )


def _chart(paper: BudgetPaper, said: Speech) -> list[Block]:
    bars = [Bar(heading.title, heading.planned, heading.committed, heading.actual) for heading in paper.headings]
    if not any(bar.planned or bar.committed or bar.actual for bar in bars):
        return []
    return chart_blocks(bars, paper.currency, said)


def _reasons(paper: BudgetPaper, said: Speech) -> list[Block]:
    loud = [heading for heading in paper.headings if above_limit(heading, paper.limit)]
    if not loud:
        return []
    title = said.say(
        N_("Reasons for variances above {percent}"), percent=said.form(lambda forms: forms.percent(paper.limit))
    )
    table = grid((Text(), 6), (Text(), 44), (Text(), 120))
    rows = []
    for number, heading in enumerate(loud, 1):
        reason = heading.reason or said.say(N_("not given yet"))
        cells = [
            wrap(str(number), CELL_STRONG, table.inner(0)),
            wrap_pair(heading.title, CELL_STRONG, table.inner(1)),
            wrap_pair(reason, CELL, table.inner(2)),
        ]
        rows.append(Row(table, cells, padding=_PADDING))
    heading_block = SectionHeading(title, small=True, gap=4 * MM)
    rule = Divider(weight=STRONG)
    # The first two and the last two reasons stand together.
    rule.keep = min(2, len(rows))
    rows[-2:][0].keep = len(rows[-2:]) - 1
    return [heading_block, rule, *rows]


def _line_table(paper: BudgetPaper, said: Speech) -> list[Block]:
    table = _columns(said, N_("Budget line"))
    head = Head(table, gap=1 * MM)
    rows: list[Row] = []
    for heading in paper.headings:
        if not heading.lines:
            continue
        strong = CELL_STRONG
        cells = [
            wrap(heading.code, strong, table.inner(0)),
            wrap_pair(heading.title, strong, table.inner(1)),
            *_money_cells(heading, table, said, paper, strong, ""),
        ]
        opening = Row(table, cells, band=BAND, rule=0.5, padding=_PADDING)
        opening.keep = min(2, len(heading.lines))
        rows.append(opening)
        for line in heading.lines:
            texts: list[Cell] = [
                wrap(line.code, CELL._replace(ink=NOTE_GREY.ink), table.inner(0)),
                wrap_pair(line.title, CELL, table.inner(1)),
            ]
            rows.append(Row(table, [*texts, *_money_cells(line, table, said, paper, CELL, "")], padding=_PADDING))
    return [SectionHeading(said.say(N_("By budget line")), small=True), *table_blocks(head, rows)]


def build_xlsx(paper: BudgetPaper, options: BudgetOptions = BudgetOptions()) -> bytes:
    """The same figures as a workbook: headings and lines, amounts as numbers."""
    words = speech(options.language).first
    form = "#,##0.00"
    columns = [
        SheetColumn(words.say(N_("No.")), 10),
        SheetColumn(words.say(N_("Heading")), 44),
        *(
            SheetColumn(words.say(title), 16, form)
            for title in (N_("Planned"), N_("Committed"), N_("Actual"), N_("Variance"))
        ),
        SheetColumn("%", 10, "0.0_)"),
        SheetColumn(words.say(N_("Reason")), 50),
    ]
    total = total_of(paper.headings, Text(words.say(N_("Total"))))
    rows = [_sheet_row(row, paper.currency, row.reason.first) for row in (*paper.headings, total)]
    note = words.say(N_("all amounts in {currency}"), currency=paper.currency)
    title = words.say(N_("Budget report"))
    foot = " · ".join(part for part in (paper.code, title, paper.subject.first) if part)
    last = frozenset({len(rows) - 1})
    tables = [SheetTable(words.say(N_("Headings")), columns, rows, last, (note,), lying=True, foot=foot, wrapped=True)]
    lines = [_sheet_row(line, paper.currency, "") for heading in paper.headings for line in heading.lines]
    if options.lines and lines:
        name, kept = words.say(N_("Budget lines")), [row[:-1] for row in lines]
        tables.append(SheetTable(name, columns[:-1], kept, lying=True, foot=foot, wrapped=True))
    return workbook(tables, f"{title} – {paper.subject.first}")


def _sheet_row(row: BudgetLine | BudgetHeading, currency: str, reason: str) -> list[Value]:
    percent = variance_percent(row)
    amounts = [from_minor(value, currency) for value in (row.planned, row.committed, row.actual, variance(row))]
    return [row.code, row.title.first, *amounts, round(percent, 1) if percent is not None else None, reason]
