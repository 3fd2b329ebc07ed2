"""The report on a visit or event: what was planned and held, who took part, what came of it (ME-1 to ME-3, AR-5).

What a reader expects in every report is told even when nothing is recorded, in one line; the rest is left out then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.i18n import N_
from app.core.vocabulary import ActivityKind, ActivityStatus, AgendaChange, label
from app.documents import reported, story_pages, word_story
from app.documents.blocks import Figure
from app.documents.layout import Frame, Page
from app.documents.own_words import Slot
from app.documents.speech import Speech, joined, speech
from app.documents.story import Column, Facts, Figures, Paragraph, Part, Story, Table, TableRow, section
from app.documents.texts import Text
from app.documents.visit_report_data import AnsweredNeed, HeldItem, VisitReportPaper

_TITLES: dict[ActivityKind, str] = {
    ActivityKind.MENTORING_VISIT: N_("Report on the mentoring visit"),
    ActivityKind.EXCHANGE_VISIT: N_("Report on the exchange visit"),
    ActivityKind.TRAINING: N_("Report on the training"),
    ActivityKind.WORKSHOP: N_("Report on the workshop"),
    ActivityKind.WEBINAR_SERIES: N_("Report on the webinar series"),
}
_CHANGES: dict[AgendaChange, str] = {
    AgendaChange.NEW: N_("added"),
    AgendaChange.CHANGED: N_("changed"),
    AgendaChange.MOVED: N_("moved"),
    AgendaChange.CANCELLED: N_("cancelled"),
}
TITLE = Slot("title", N_("Title"), N_("Report on the event"))
INTRODUCTION = Slot("introduction", N_("Words before the summary"), "", lines=4)
SLOTS = (TITLE, INTRODUCTION)


@dataclass(frozen=True, slots=True)
class VisitReportOptions:
    """Languages of the report."""

    language: str = "en"
    second: str = ""


_PLAIN = VisitReportOptions()


def build(
    paper: VisitReportPaper, options: VisitReportOptions = _PLAIN, annex: Sequence[tuple[Frame, Sequence[Page]]] = ()
) -> bytes:
    """The report as PDF; ``annex`` are the pages of the agenda behind it (AR-5)."""
    said = speech(options.language, options.second)
    return story_pages.build([story(paper, said)], said, annex)


def build_word(paper: VisitReportPaper, options: VisitReportOptions = _PLAIN) -> bytes:
    """The report as a Word file."""
    said = speech(options.language, options.second)
    return word_story.build_word([story(paper, said)], said)


def story(paper: VisitReportPaper, said: Speech) -> Story:
    """The report as plain parts."""
    default = Slot(TITLE.key, TITLE.label, _TITLES.get(paper.kind, TITLE.default))
    title = paper.words.say(default, said)
    parts: list[Part] = [_facts(paper, said), Figures(tuple(_figures(paper, said)))]
    for heading, content in (
        (N_("Summary"), _summary(paper, said)),
        (N_("Planned and held"), _planned(paper, said)),
        (N_("People"), _people(paper, said)),
        (N_("Attendance and certificates"), _attendance(paper, said)),
        (N_("Results against the needs stated"), _needs(paper.needs, said)),
        (N_("Deliverables"), reported.deliverables(paper.deliverables, said)),
        (N_("Costs"), reported.money(paper.money, paper.currency, said, said.say(N_("Planned in the programme")))),
        (N_("Open points"), _open(paper, said)),
        (N_("Agenda as implemented"), _agenda(paper.items, said)),
    ):
        parts += section(said.say(heading), content)
    if paper.funder_sentence:
        parts.append(Paragraph(paper.funder_sentence, note=True))
    day = said.forms.date_long(paper.as_of)
    return Story(
        title=title,
        parts=tuple(parts),
        code=paper.code,
        footer=f"{title.first} – {day}",
        running=paper.held.first or day,
        partnership=paper.partnership,
        event=paper.event_title,
        author=paper.organiser.first,
        logos=paper.logos,
        accent=paper.accent,
        inset=True,
    )


def _facts(paper: VisitReportPaper, said: Speech) -> Facts:
    days = said.programme_days(paper.days, weekend=paper.weekend) if paper.days else Text()
    planned = paper.planned if paper.planned.first != paper.held.first else Text()
    return Facts(
        (
            (said.say(N_("Theme")), paper.theme),
            (said.say(N_("Dates")), joined([text for text in (paper.held, days) if text])),
            (said.say(N_("Place")), paper.place),
            (said.say(N_("Planned for")), joined([text for text in (planned, paper.reason) if text], "; ")),
            (said.say(N_("Status")), said.say(label(paper.status))),
            (said.say(N_("Programme")), paper.programme),
            (said.say(N_("Funder")), paper.funder),
            (said.say(N_("Organiser")), paper.organiser),
            (said.say(N_("Agenda")), paper.agenda),
            (said.say(N_("Host")), paper.host),
            (said.say(N_("Guests")), paper.guest),
            (said.say(N_("Languages")), paper.languages),
        )
    )


def _figures(paper: VisitReportPaper, said: Speech) -> list[Figure]:
    figures = []
    number = said.forms.number
    if paper.persons and paper.persons.total:
        split = said.by_sex(paper.persons.women, paper.persons.men, paper.persons.others)
        figures.append(Figure(said.say(N_("persons")), number(paper.persons.total), split))
    if paper.hours:
        figures.append(Figure(said.say(N_("training hours")), number(paper.hours)))
    held = sum(not item.cancelled for item in paper.items)
    if held:
        gone = sum(one.change is AgendaChange.CANCELLED for one in paper.differences)
        new = sum(one.change is AgendaChange.NEW for one in paper.differences)
        told = [said.count("{n} cancelled", "{n} cancelled", gone)] if gone else []
        told += [said.count("{n} added", "{n} added", new)] if new else []
        figures.append(Figure(said.say(N_("items held")), number(held), joined(told)))
    if paper.certificates:
        note = said.count("of {n} participant", "of {n} participants", len(paper.attended))
        figures.append(Figure(said.say(N_("certificates")), number(paper.certificates), note))
    spent = sum(row.actual for row in paper.money)
    if spent:
        figures.append(
            Figure(said.say(N_("spent, {currency}"), currency=paper.currency), said.forms.money(spent, paper.currency))
        )
    return figures


def _none(said: Speech, message: str) -> list[Part]:
    return [Paragraph(said.say(message))]


def _summary(paper: VisitReportPaper, said: Speech) -> list[Part]:
    """What people wrote, in full; one line where nobody wrote anything yet."""
    parts: list[Part] = []
    introduction = paper.words.say(INTRODUCTION, said)
    if introduction:
        parts.append(Paragraph(introduction))
    for message, text in (
        (N_("Aim: {what}"), paper.aim),
        (N_("Results: {what}"), paper.results),
        (N_("Topics: {what}"), _on_one_line(paper.topics)),
    ):
        if text:
            parts.append(Paragraph(said.say(message, what=text)))
    return parts or _none(said, N_("Aim and results have not been written down yet."))


def _on_one_line(text: Text) -> Text:
    """A list that was typed line by line, as one sentence."""
    return Text(*("; ".join(line.strip(" ;,–-•") for line in part.split("\n") if line.strip()) for part in text))


def _planned(paper: VisitReportPaper, said: Speech) -> list[Part]:
    if not paper.items:
        return _none(said, N_("There is no agenda of this event."))
    if not paper.agenda:
        return _none(said, N_("No agenda was issued to compare with; what was held stands at the end."))
    if not paper.differences:
        return _none(said, N_("Everything was held as in the agenda that was issued."))
    columns = (
        Column(said.say(N_("Item")), 62),
        Column(said.say(N_("Planned")), 40),
        Column(said.say(N_("Held")), 40),
        Column(said.say(N_("Difference")), 19),
    )
    rows = tuple(
        TableRow((one.title, one.planned, one.held, said.say(_CHANGES[one.change])), strong=0)
        for one in paper.differences
    )
    return [Paragraph(said.say(N_("These items differ from the agenda that was first issued:"))), Table(columns, rows)]


def _people(paper: VisitReportPaper, said: Speech) -> list[Part]:
    if not paper.roles:
        return _none(said, N_("No participants are recorded yet."))
    parts = reported.people(paper.roles, paper.persons, said)
    if len(paper.places_of) > 1:
        told = joined([said.say(N_("{name}: {n}"), name=name, n=count) for name, count in paper.places_of], "; ")
        parts.append(Paragraph(said.say(N_("Persons by organisation – {list}"), list=told), note=True))
    return parts


def _attendance(paper: VisitReportPaper, said: Speech) -> list[Part]:
    if not paper.attended:
        return []
    if not any(one.hours or one.certificate for one in paper.attended):
        return _none(said, N_("Attendance has not been entered yet."))
    columns = (
        Column(said.say(N_("Participant")), 48),
        Column(said.say(N_("Organisation")), 46),
        Column(said.say(N_("Certificate")), 33),
        Column(said.say(N_("Hours")), 17, right=True),
        Column(said.say(N_("Share")), 17, right=True),
    )
    rows = tuple(
        TableRow(
            (
                one.name,
                one.organisation,
                Text(one.certificate or "–"),
                Text(said.forms.number(one.hours)),
                Text(said.forms.percent(one.share)),
            ),
            strong=0,
        )
        for one in paper.attended
    )
    return [Table(columns, rows)]


def _needs(needs: Sequence[AnsweredNeed], said: Speech) -> list[Part]:
    columns = (
        Column(said.say(N_("Need stated")), 81),
        Column(said.say(N_("Status")), 32),
        Column(said.say(N_("Sessions")), 24, right=True),
        Column(said.say(N_("Hours")), 24, right=True),
    )
    rows = tuple(
        TableRow(
            (
                one.topic,
                said.say(label(one.status)),
                Text(str(one.sessions) if one.sessions else "–"),
                Text(said.forms.number(one.hours) if one.hours else "–"),
            ),
            strong=0,
        )
        for one in needs
    )
    return [Table(columns, rows)] if rows else []


def _open(paper: VisitReportPaper, said: Speech) -> list[Part]:
    if not paper.open_points:
        return _none(said, N_("Nothing is open.")) if paper.status is ActivityStatus.TOOK_PLACE else []
    columns = (Column(said.say(N_("No.")), 10), Column(said.say(N_("Open point")), 151))
    rows = tuple(TableRow((Text(str(number)), text)) for number, text in enumerate(paper.open_points, 1))
    return [Table(columns, rows)]


def _agenda(items: Sequence[HeldItem], said: Speech) -> list[Part]:
    """The timetable with places and dates that funders want beside the report (AR-5)."""
    columns = (
        Column(said.say(N_("Day")), 27),
        Column(said.say(N_("Time")), 23),
        Column(said.say(N_("Activity")), 68),
        Column(said.say(N_("Speaker, host")), 43),
    )
    rows = []
    goes_on = said.say(N_("(continued)")).joined()
    before: date | None = None
    for item in items:
        told = Text(said.forms.date_short(item.day))
        day, again = (told, Text()) if item.day != before else (Text(), Text(f"{told.first} {goes_on}"))
        before = item.day
        title = joined([item.title, said.say(N_("(cancelled)"))], " ") if item.cancelled else item.title
        rows.append(TableRow((day, Text(item.times), title, item.speaker), strong=0, again=again))
    return [Table(columns, tuple(rows), low=True)] if rows else []
