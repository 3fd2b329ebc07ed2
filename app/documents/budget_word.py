"""The budget report as a Word file, to be finished there (BU-7, BU-14): the figures of the paper, without its chart."""

from collections.abc import Sequence

from app.core.i18n import N_
from app.documents import word_story
from app.documents.blocks import Figure
from app.documents.budget_report import (
    BudgetHeading,
    BudgetLine,
    BudgetOptions,
    BudgetPaper,
    above_limit,
    as_of,
    figures,
    total_of,
    under,
    variance,
    variance_note,
    variance_percent,
)
from app.documents.speech import Speech, speech
from app.documents.story import Column, Figures, Paragraph, Part, Story, Table, TableRow, section
from app.documents.texts import Text

_PLAIN = BudgetOptions()


def build_word(paper: BudgetPaper, options: BudgetOptions = _PLAIN) -> bytes:
    """The report as bytes of a .docx; the same bytes for the same data."""
    said = speech(options.language, options.second)
    return word_story.build_word([story(paper, options, said)], said)


def story(paper: BudgetPaper, options: BudgetOptions, said: Speech) -> Story:
    """The report as plain parts: key figures, headings with their total, reasons, lines."""
    title, day = said.say(N_("Budget report")), as_of(paper, said)
    parts: list[Part] = [Paragraph(under(paper, said), note=True), Figures(_figures(paper, said))]
    parts += [_headings(paper, said), Paragraph(variance_note(paper, said), note=True)]
    parts += section(
        said.say(
            N_("Reasons for variances above {percent}"), percent=said.form(lambda forms: forms.percent(paper.limit))
        ),
        _reasons(paper, said),
    )
    parts += section(said.say(N_("By budget line")), _lines(paper, said) if options.lines else [])
    return Story(
        title=title,
        parts=tuple(parts),
        code=paper.code,
        footer=" – ".join(
            text for text in (title.first, said.forms.date_long(paper.as_of) if paper.as_of else "") if text
        ),
        partnership=day,
        event=paper.subject,
        author=paper.organiser,
        logos=paper.logos,
        accent=paper.accent,
    )


def _figures(paper: BudgetPaper, said: Speech) -> tuple[Figure, ...]:
    return tuple(figures(total_of(paper.headings, Text()), paper, said))


def _columns(said: Speech, first: str) -> tuple[Column, ...]:
    return (
        Column(said.say(N_("No.")), 13),
        Column(said.say(first), 47),
        Column(said.say(N_("Planned")), 23, right=True),
        Column(said.say(N_("Committed")), 23, right=True),
        Column(said.say(N_("Actual")), 23, right=True),
        Column(said.say(N_("Variance")), 23, right=True),
        Column(Text("%"), 13, right=True),
        Column(Text(), 5, right=True),
    )


def _row(row: BudgetHeading | BudgetLine, paper: BudgetPaper, said: Speech, number: str = "") -> TableRow:
    """A line of figures as on the paper; ``number`` is that of the reason, at the end."""
    forms, currency, percent = said.forms, paper.currency, variance_percent(row)
    shown = forms.number(percent, 1, signed=True) if percent is not None else "–"
    amounts = (
        forms.money(row.planned, currency),
        forms.money(row.committed or None, currency),
        forms.money(row.actual or None, currency),
        forms.money(variance(row), currency, signed=True),
        shown,
        number,
    )
    return TableRow((Text(row.code), row.title, *map(Text, amounts)), strong=5 if number else -1)


def _headings(paper: BudgetPaper, said: Speech) -> Table:
    rows, notes = [], 0
    for heading in paper.headings:
        loud = above_limit(heading, paper.limit)
        notes += loud
        rows.append(_row(heading, paper, said, str(notes) if loud else ""))
    total = _row(total_of(paper.headings, said.say(N_("Total"))), paper, said)
    return Table(_columns(said, N_("Heading")), (*rows, TableRow(total.cells, total=True)))


def _reasons(paper: BudgetPaper, said: Speech) -> list[Part]:
    loud = [heading for heading in paper.headings if above_limit(heading, paper.limit)]
    columns = (
        Column(said.say(N_("No.")), 10),
        Column(said.say(N_("Heading")), 45),
        Column(said.say(N_("Reason")), 115),
    )
    rows = tuple(
        TableRow((Text(str(number)), heading.title, heading.reason or said.say(N_("not given yet"))), strong=1)
        for number, heading in enumerate(loud, 1)
    )
    return [Table(columns, rows)] if rows else []


def _lines(paper: BudgetPaper, said: Speech) -> list[Part]:
    rows: list[TableRow] = []
    for heading in paper.headings:
        if heading.lines:
            rows.append(TableRow(_row(heading, paper, said).cells, total=True))
            rows += [_row(line, paper, said) for line in heading.lines]
    return [Table(_columns(said, N_("Budget line")), tuple(rows))] if rows else []


__all__: Sequence[str] = ("build_word", "story")
