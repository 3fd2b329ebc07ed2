"""A short report on a programme: what was planned and took place, people, deliverables, money (ME-1 to ME-3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.i18n import N_
from app.core.vocabulary import ActivityKind, ActivityStatus, DeliverableStage, ParticipationRole, label
from app.documents.blocks import (
    Fact,
    Facts,
    Figure,
    KeyFigures,
    SectionHeading,
    TitleLine,
    event_line,
    partnership_line,
)
from app.documents.layout import FIRST_TOP, LEFT, TEXT_WIDTH, Block, Frame, flowing, write
from app.documents.logos import Logo, LogoRow
from app.documents.pen import About
from app.documents.speech import Speech, joined, speech
from app.documents.styles import BAND, CELL, CELL_STRONG, KEY_FIGURE_REPORT, MM, REPORT, REPORT_TITLE, STRONG
from app.documents.tables import Cell, Grid, Head, Row, grid, table_blocks
from app.documents.texts import Text
from app.documents.wrapping import wrap, wrap_pair

_INSET = 9 * MM
_PADDING = (1.3 * MM, 1.6 * MM)


@dataclass(frozen=True, slots=True)
class ReportedActivity:
    """One activity: planned dates and kind, what became of it, and the reason if it changed."""

    title: Text
    kind: ActivityKind
    status: ActivityStatus
    planned: Text = Text()
    held: Text = Text()
    reason: Text = Text()


@dataclass(frozen=True, slots=True)
class ReportedRole:
    """Distinct persons of one role by sex (ME-3)."""

    role: ParticipationRole
    women: int = 0
    men: int = 0
    others: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.women + self.men + self.others


@dataclass(frozen=True, slots=True)
class ReportedDeliverable:
    """One deliverable with its stage."""

    title: Text
    stage: DeliverableStage
    owner: Text = Text()
    due: Text = Text()


@dataclass(frozen=True, slots=True)
class ReportedMoney:
    """One budget heading in minor units."""

    title: Text
    planned: int
    committed: int = 0
    actual: int = 0


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """Everything of the report. Empty parts are left out; ``persons`` counts each person once, sum of no roles."""

    code: str
    title: Text
    as_of: date
    phase: Text = Text()
    period: Text = Text()
    implementer: Text = Text()
    funder: Text = Text()
    places: Text = Text()
    partnerships: int = 0
    persons: ReportedRole | None = None
    hours: Decimal = Decimal(0)
    certificates: int = 0
    summary: Text = Text()
    activities: tuple[ReportedActivity, ...] = ()
    roles: tuple[ReportedRole, ...] = ()
    deliverables: tuple[ReportedDeliverable, ...] = ()
    money: tuple[ReportedMoney, ...] = ()
    currency: str = "EUR"
    logos: tuple[Logo, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Languages of the report."""

    language: str = "en"
    second: str = ""


def build(paper: ReportPaper, options: ReportOptions = ReportOptions()) -> bytes:
    """The report as PDF."""
    said = speech(options.language, options.second)
    title = said.say(N_("Report on the programme"))
    logos = LogoRow(paper.logos)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(title, style=REPORT_TITLE, gap=4.2 * MM))
    blocks += partnership_line(paper.title)
    blocks += event_line(paper.phase)
    facts = Facts(_facts(paper, said), 3.4 * MM)
    if facts.rows:
        blocks.append(facts)
    figures = _figures(paper, said)
    if figures:
        blocks.append(KeyFigures(figures, KEY_FIGURE_REPORT, number_first=True, gap=6 * MM))
    number = 0
    for heading, part in (
        (N_("Summary"), _summary(paper)),
        (N_("Planned and held"), _activities(paper.activities, said)),
        (N_("People"), _people(paper, said)),
        (N_("Deliverables"), _deliverables(paper.deliverables, said)),
        (N_("Money"), _money(paper, said)),
    ):
        if part:
            number += 1
            blocks += [SectionHeading(said.say(heading), str(number), inset=_INSET), *part]
    day = said.date_long(paper.as_of)
    frame = Frame(
        running_left=f"{title.first} – {paper.title.first}",
        running_right=day.first,
        foot_left=paper.code,
        foot_middle=f"{title.first} – {day.first}",
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )
    about = About(f"{title.first} – {paper.title.first}", paper.implementer.first, paper.title.first, options.language)
    return write(about, frame, blocks, FIRST_TOP)


def _facts(paper: ReportPaper, said: Speech) -> list[Fact]:
    return [
        Fact(said.say(N_("Period")), paper.period),
        Fact(said.say(N_("Places")), paper.places),
        Fact(said.say(N_("Implementer")), paper.implementer),
        Fact(said.say(N_("Funder")), paper.funder),
        Fact(said.say(N_("As of")), said.date_long(paper.as_of)),
    ]


def _figures(paper: ReportPaper, said: Speech) -> list[Figure]:
    figures = []
    if paper.persons and paper.persons.total:
        figures.append(
            Figure(said.say(N_("persons")), said.forms.number(paper.persons.total), by_sex(paper.persons, said))
        )
    held = sum(activity.status is ActivityStatus.TOOK_PLACE for activity in paper.activities)
    if paper.activities:
        note = said.say(N_("of {n} planned"), n=len(paper.activities))
        figures.append(Figure(said.say(N_("activities held")), str(held), note))
    if paper.hours:
        figures.append(Figure(said.say(N_("training hours")), said.forms.number(paper.hours)))
    if paper.certificates:
        figures.append(Figure(said.say(N_("certificates")), said.forms.number(paper.certificates)))
    planned = sum(row.planned for row in paper.money)
    if planned:
        used = Decimal(sum(row.actual for row in paper.money)) * 100 / planned
        figures.append(Figure(said.say(N_("of budget used")), said.forms.percent(used, 1)))
    return figures


def by_sex(role: ReportedRole, said: Speech) -> Text:
    """8 women, 7 men."""
    return said.by_sex(role.women, role.men, role.others)


def _summary(paper: ReportPaper) -> list[Block]:
    blocks: list[Block] = []
    for text in paper.summary.both:
        for number, paragraph in enumerate(text.split("\n")):
            lines = wrap(paragraph, REPORT, TEXT_WIDTH - _INSET)
            blocks += flowing(lines, 1.4 * MM if number else 0.0, LEFT + _INSET)
    return blocks


def _grid(*columns: tuple[Text, float] | tuple[Text, float, str]) -> Grid:
    return grid(*columns, left=LEFT + _INSET)


def _activities(activities: Sequence[ReportedActivity], said: Speech) -> list[Block]:
    table = _grid(
        (said.say(N_("Activity")), 54),
        (said.say(N_("Planned")), 34),
        (said.say(N_("Held")), 34),
        (said.say(N_("Status and reason")), 39),
    )
    rows = []
    for activity in activities:
        first = wrap_pair(activity.title, CELL_STRONG, table.inner(0))
        first += wrap(said.say(label(activity.kind)).joined(), CELL._replace(size=7.5, leading=9.5), table.inner(0))
        state = said.say(label(activity.status))
        told = joined([state, activity.reason], "; ") if activity.reason else state
        cells = [first]
        cells += [
            wrap_pair(text, CELL, table.inner(n)) for n, text in ((1, activity.planned), (2, activity.held), (3, told))
        ]
        rows.append(Row(table, cells, padding=_PADDING))
    return table_blocks(Head(table), rows) if rows else []


def _count_row(table: Grid, first: Cell, numbers: Sequence[int], said: Speech, strong: bool) -> Row:
    style = CELL_STRONG if strong else CELL
    cells = [
        first,
        *(wrap(said.forms.number(n) if n else "–", style, table.inner(i)) for i, n in enumerate(numbers, 1)),
    ]
    if strong:
        return Row(table, cells, band=BAND, rule=STRONG, padding=_PADDING)
    return Row(table, cells, padding=_PADDING)


def _people(paper: ReportPaper, said: Speech) -> list[Block]:
    if not paper.roles:
        return []
    table = _grid(
        (said.say(N_("Role")), 61),
        (said.say(N_("Women")), 25, "right"),
        (said.say(N_("Men")), 25, "right"),
        (said.say(N_("Not stated")), 25, "right"),
        (said.say(N_("Total")), 25, "right"),
    )
    rows = [
        _count_row(
            table,
            wrap_pair(said.say(label(role.role)), CELL, table.inner(0)),
            (role.women, role.men, role.others, role.total),
            said,
            strong=False,
        )
        for role in paper.roles
    ]
    if paper.persons:
        every = paper.persons
        first = wrap_pair(said.say(N_("Persons, each counted once")), CELL_STRONG, table.inner(0))
        rows.append(_count_row(table, first, (every.women, every.men, every.others, every.total), said, strong=True))
    return table_blocks(Head(table), rows, 3)


def _deliverables(deliverables: Sequence[ReportedDeliverable], said: Speech) -> list[Block]:
    table = _grid(
        (said.say(N_("Deliverable")), 62),
        (said.say(N_("Owner")), 37),
        (said.say(N_("Due")), 30),
        (said.say(N_("Stage")), 32),
    )
    rows = []
    for one in deliverables:
        cells = [
            wrap_pair(one.title, CELL_STRONG, table.inner(0)),
            wrap_pair(one.owner, CELL, table.inner(1)),
            wrap_pair(one.due, CELL, table.inner(2)),
            wrap_pair(said.say(label(one.stage)), CELL, table.inner(3)),
        ]
        rows.append(Row(table, cells, padding=_PADDING))
    return table_blocks(Head(table), rows) if rows else []


def _money(paper: ReportPaper, said: Speech) -> list[Block]:
    if not paper.money:
        return []
    table = _money_grid(paper, said)
    rows = []
    total = ReportedMoney(
        said.say(N_("Total")),
        sum(row.planned for row in paper.money),
        sum(row.committed for row in paper.money),
        sum(row.actual for row in paper.money),
    )
    for row in (*paper.money, total):
        style = CELL_STRONG if row is total else CELL
        amounts = (row.planned, row.committed or None, row.actual or None)
        cells = [wrap_pair(row.title, style, table.inner(0))]
        cells += [
            wrap(said.forms.money(value, paper.currency), style, table.inner(n)) for n, value in enumerate(amounts, 1)
        ]
        band, rule = (BAND, STRONG) if row is total else (None, 0.35)
        rows.append(Row(table, cells, band=band, rule=rule, padding=_PADDING))
    return table_blocks(Head(table), rows, 3)


def _money_grid(paper: ReportPaper, said: Speech) -> Grid:
    return _grid(
        (said.say(N_("Heading ({currency})"), currency=paper.currency), 65),
        (said.say(N_("Planned")), 34, "right"),
        (said.say(N_("Committed")), 30, "right"),
        (said.say(N_("Actual")), 32, "right"),
    )
