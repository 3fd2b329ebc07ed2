"""Agenda and run-sheet as workbooks: a row for each item, so that they can be sorted, filtered and worked with."""

from datetime import date, time

from app.core.i18n import N_, Words
from app.core.vocabulary import InterpretationMode, label
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaOptions, AgendaPaper
from app.documents.agenda_table import MARK_WORDS, speakers_text
from app.documents.run_sheet import Reachable, RunItem, RunSheetOptions, RunSheetPaper
from app.documents.sheets import SheetColumn, SheetTable, Value, workbook
from app.documents.speech import Speech, speech
from app.documents.texts import Text

_DATE, _TIME = "yyyy-mm-dd", "hh:mm"


def agenda(paper: AgendaPaper, options: AgendaOptions) -> bytes:
    """The agenda as a workbook; with a second language its texts stand in columns of their own."""
    said = speech(options.language, options.second)
    words = said.first
    columns = [
        SheetColumn(words.say(N_("Date")), 12, _DATE),
        SheetColumn(words.say(N_("Start")), 9, _TIME),
        SheetColumn(words.say(N_("End")), 9, _TIME),
        SheetColumn(words.say(N_("Kind")), 18),
        *_in_languages(said, N_("Activity"), 44),
        *_in_languages(said, N_("Description"), 50),
        *_in_languages(said, N_("Speaker / host"), 40),
        *_in_languages(said, N_("Venue"), 32),
        *_in_languages(said, N_("Notes"), 28),
        SheetColumn(words.say(N_("Link")), 30),
        SheetColumn(words.say(N_("Changes")), 14),
    ]
    rows = [
        _agenda_row(day, item, said)
        for day in paper.days
        if not options.days or day.day in options.days
        for item in day.items
    ]
    version = paper.version.line(said).first
    table = SheetTable(
        words.say(N_("Agenda")), columns, rows, notes=(version,), lying=True, foot=paper.code, wrapped=True, lead=3
    )
    return workbook([table], f"{words.say(N_('Agenda'))} – {paper.event_title.first}")


def _in_languages(said: Speech, title: str, width: float) -> list[SheetColumn]:
    text = said.say(title)
    first, second = said.languages
    if not second:
        return [SheetColumn(text.first, width)]
    return [SheetColumn(f"{text.first} ({first})", width), SheetColumn(f"{text.second} ({second})", width)]


def _cells(text: Text, said: Speech) -> list[Value]:
    return [text.first, text.second] if said.bilingual else [text.first]


def _agenda_row(day: AgendaDay, item: AgendaItem, said: Speech) -> list[Value]:
    words = said.first
    texts = (item.title, item.description, speakers_text(item.speakers, said), item.venue, item.notes)
    return [
        day.day,
        item.start,
        item.end,
        words.say(label(item.kind)),
        *(cell for text in texts for cell in _cells(text, said)),
        item.link,
        words.say(MARK_WORDS[item.change.kind]) if item.change else "",
    ]


def run_sheet(paper: RunSheetPaper, options: RunSheetOptions) -> bytes:
    """The run-sheet as a workbook, in its first language (internal)."""
    said = speech(options.language)
    words = said.first
    titles: list[tuple[str, float, str]] = [
        (N_("Date"), 12, _DATE),
        (N_("Start"), 9, _TIME),
        (N_("End"), 9, _TIME),
        (N_("Kind"), 18, ""),
        (N_("Item"), 44, ""),
        (N_("Venue"), 30, ""),
        (N_("Address"), 28, ""),
        (N_("Responsible"), 34, ""),
        (N_("Interpretation"), 16, ""),
        (N_("Interpreter"), 30, ""),
        (N_("To prepare"), 36, ""),
        (N_("Guests"), 9, ""),
        (N_("Hosts and staff"), 11, ""),
        (N_("Diets"), 28, ""),
    ]
    counts = {N_("Guests"), N_("Hosts and staff")}
    columns = [SheetColumn(words.say(title), width, form, title in counts) for title, width, form in titles]
    rows = [_run_row(day.day.day, one, words) for day in paper.days for one in day.items]
    note = words.say(N_("Internal – not for distribution"))
    foot = " · ".join(part for part in (paper.agenda.code, note) if part)
    name = words.say(N_("Run-sheet"))
    table = SheetTable(name, columns, rows, notes=(note,), lying=True, foot=foot, wrapped=True, lead=3)
    return workbook([table], f"{words.say(N_('Run-sheet'))} – {paper.agenda.event_title.first}")


def _run_row(day: date, one: RunItem, words: Words) -> list[Value]:
    item = one.item
    start: time | None = item.start
    mode = "" if one.mode is InterpretationMode.NONE else words.say(label(one.mode))
    return [
        day,
        start,
        item.end,
        words.say(label(item.kind)),
        item.title.first,
        one.venue.first,
        one.address,
        _people(one.responsible),
        mode,
        _people(one.interpreters),
        one.prepare.first,
        one.guests or None,
        one.staff or None,
        ", ".join(f"{diet} ({count})" for diet, count in one.diets),
    ]


def _people(people: tuple[Reachable, ...]) -> str:
    return "; ".join(" ".join(part for part in (one.name.first, one.phone) if part) for one in people)
