"""The agenda as the annex of a Word letter: its days as tables of time, activity and venue (PL-10, AG-3, AG-4)."""

from dataclasses import replace

from app.core.i18n import N_
from app.core.vocabulary import AgendaChange
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaPaper
from app.documents.agenda_days import day_numbers, day_word, placed
from app.documents.agenda_table import common_venue, speakers_text
from app.documents.speech import Speech, joined, labelled
from app.documents.texts import Text, clean_line
from app.documents.word_paper import TEXT_MM, WordPaper
from app.documents.word_rows import hold

#: Millimetres of time and venue; the activity has the rest.
_TIME, _VENUE = 23.0, 45.0
#: Points between what stands below a day's heading and its table.
_BELOW = 3.0
#: Points below a day's table.
_GAP = 6.0


def append(word: WordPaper, paper: AgendaPaper, said: Speech) -> None:
    """Put the agenda on a page of its own behind what is there; cancelled items and days without any are left out."""
    word.new_page()
    number = clean_line(paper.version.number)
    title = said.say(N_("Agenda, version {number}"), number=number) if number else said.say(N_("Agenda"))
    word.heading(title, 2)
    word.paragraph(paper.event_title, "Letter")
    if paper.theme:
        word.paragraph(labelled(said, N_("Theme: {name}"), paper.theme), "Letter")
    numbers = day_numbers(paper.days)
    for day in paper.days:
        items = tuple(item for item in day.items if not _cancelled(item))
        if items:
            _day(word, replace(day, items=items), numbers.get(day.day, 0), said)


def _cancelled(item: AgendaItem) -> bool:
    return item.change is not None and item.change.kind is AgendaChange.CANCELLED


def _day(word: WordPaper, day: AgendaDay, number: int, said: Speech) -> None:
    date = said.weekday_date(day.day)
    word.heading(joined([day_word(day, said, number), date], " – "), 3)
    common = common_venue(day)
    below = joined([text for text in (placed(day.place, common), day.theme) if text], " · ")
    if below:
        word.lines(below, "Label", _BELOW)
    heads = [said.say(N_("Time")), said.say(N_("Activity")), said.say(N_("Venue"))]
    table = word.table(heads, [_TIME, TEXT_MM - _TIME - _VENUE, _VENUE])
    for item in day.items:
        row = [Text(said.times(item.start, item.end)), item.title, Text() if item.venue == common else item.venue]
        word.row(table, row, strong=[False, True, False])
        for told in (item.description, speakers_text(item.speakers, said)):
            if told:
                _beneath(word, table.rows[-1].cells[1], told)
    hold(table)
    word.line(_GAP)


def _beneath(word: WordPaper, cell: object, told: Text) -> None:
    """What a session is about and who speaks, in plain type below its title."""
    for place, part in enumerate(told.both):
        line = cell.add_paragraph()  # type: ignore[attr-defined]
        word.styled(line, "Table second" if place else "Table text")
        word.run(line, part, place == 1)
