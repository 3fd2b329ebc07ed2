"""A short report on a programme: what was planned and took place, people, deliverables, money (ME-1 to ME-3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.i18n import N_
from app.core.vocabulary import ActivityKind, ActivityStatus, label
from app.documents import reported, story_pages, word_story
from app.documents.blocks import Figure
from app.documents.logos import Logo
from app.documents.reported import ReportedDeliverable, ReportedMoney, ReportedRole, by_sex
from app.documents.speech import Speech, joined, speech
from app.documents.story import Column, Facts, Figures, Paragraph, Part, Story, Table, TableRow, section
from app.documents.styles import ACCENT, Ink
from app.documents.texts import Text


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
    accent: Ink = ACCENT


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Languages of the report."""

    language: str = "en"
    second: str = ""


_PLAIN = ReportOptions()


def build(paper: ReportPaper, options: ReportOptions = _PLAIN) -> bytes:
    """The report as PDF."""
    said = speech(options.language, options.second)
    return story_pages.build([story(paper, said)], said)


def build_word(paper: ReportPaper, options: ReportOptions = _PLAIN) -> bytes:
    """The report as a Word file, to be finished there."""
    said = speech(options.language, options.second)
    return word_story.build_word([story(paper, said)], said)


def story(paper: ReportPaper, said: Speech) -> Story:
    """The report as plain parts."""
    title = said.say(N_("Report on the programme"))
    parts: list[Part] = [_facts(paper, said), Figures(tuple(_figures(paper, said)))]
    told = len(parts)
    for heading, content in (
        (N_("Summary"), [Paragraph(paper.summary)] if paper.summary else []),
        (N_("Planned and held"), _activities(paper.activities, said)),
        (N_("People"), reported.people(paper.roles, paper.persons, said)),
        (N_("Deliverables"), reported.deliverables(paper.deliverables, said)),
        (N_("Costs"), reported.money(paper.money, paper.currency, said, said.say(N_("Planned")))),
    ):
        parts += section(said.say(heading), content)
    if len(parts) == told:
        parts.append(Paragraph(said.say(N_("Nothing has been recorded for this programme yet."))))
    day = said.date_long(paper.as_of)
    return Story(
        title=title,
        parts=tuple(parts),
        code=paper.code,
        footer=f"{title.first} – {day.first}",
        running=day.first,
        partnership=paper.title,
        event=paper.phase,
        author=paper.implementer.first,
        logos=paper.logos,
        accent=paper.accent,
        inset=True,
    )


def _facts(paper: ReportPaper, said: Speech) -> Facts:
    return Facts(
        (
            (said.say(N_("Period")), paper.period),
            (said.say(N_("Places")), paper.places),
            (said.say(N_("Implementer")), paper.implementer),
            (said.say(N_("Funder")), paper.funder),
            (said.say(N_("As of")), said.date_long(paper.as_of)),
        )
    )


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


def _activities(activities: Sequence[ReportedActivity], said: Speech) -> list[Part]:
    columns = (
        Column(said.say(N_("Activity")), 44),
        Column(said.say(N_("Kind")), 24),
        Column(said.say(N_("Planned")), 25),
        Column(said.say(N_("Held")), 29),
        Column(said.say(N_("Status and reason")), 39),
    )
    rows = []
    for one in activities:
        state = said.say(label(one.status))
        told = joined([state, one.reason], "; ") if one.reason else state
        rows.append(TableRow((one.title, said.say(label(one.kind)), one.planned, one.held, told), strong=0))
    return [Table(columns, tuple(rows))] if rows else []


__all__ = [
    "ReportOptions",
    "ReportPaper",
    "ReportedActivity",
    "ReportedDeliverable",
    "ReportedMoney",
    "ReportedRole",
    "build",
    "build_word",
    "by_sex",
    "story",
]
