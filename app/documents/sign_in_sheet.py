"""Sign-in sheets as PDF (PL-4 to PL-7): heads, tables, the foot with data protection and confirmation."""

from app.core.i18n import N_
from app.documents.blocks import TITLE_SIDE, SignatureLine, TitleLine, event_line, partnership_line, sub_line
from app.documents.layout import FIRST_TOP, LEFT, Block, Frame, Lines, Page, draw_pages, paginate
from app.documents.logos import LogoRow
from app.documents.pen import About
from app.documents.sign_in_data import (
    CONFIRMATION,
    DATA_PROTECTION,
    MOST_DAYS,
    PHOTOGRAPHS,
    SLOTS,
    USUAL,
    SheetDay,
    Signer,
    SignInOptions,
    SignInPaper,
)
from app.documents.sign_in_table import area_of, table_of
from app.documents.speech import Speech, joined
from app.documents.speech import speech as speech_of
from app.documents.styles import MM, PARTNERSHIP, Style
from app.documents.texts import Text, clean_line
from app.documents.wrapping import text_width, wrap_runs

_SMALL = Style("Sans", 7.4, 9.8)
_SMALL_STRONG = Style("Sans-SemiBold", 7.4, 9.8)


def build(paper: SignInPaper, options: SignInOptions = USUAL) -> bytes:
    """One sheet for every day, half-day, venue or delegation in one PDF; pages are counted for each sheet."""
    said = speech_of(options.language, options.second)
    parts = [(_frame(paper, day, said), _pages(paper, day, said, options)) for day in paper.days]
    title = f"{said.say(N_('Sign-in sheet')).first} – {paper.event_title.first}"
    about = About(title, paper.organiser, paper.event_title.first, options.language, paper.accent, said.languages[1])
    return draw_pages(about, parts or [(Frame(foot_left=paper.code), [Page()])])


def _frame(paper: SignInPaper, day: SheetDay, said: Speech) -> Frame:
    name = said.say(N_("Sign-in sheet"))
    version = said.say(N_("agenda version {number}"), number=clean_line(paper.agenda_version))
    middle = [" ".join(part for part in (name.first, _day_word(day, said).first) if part)]
    middle += [day.part.first, day.delegation.first]
    return Frame(
        running_left=f"{name.first} – {paper.event_title.first}",
        running_right=sheet_name(day, said).first,
        foot_left=paper.code,
        foot_middle=" – ".join(part for part in [*middle, version.first if paper.agenda_version else ""] if part),
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )


def _day_word(day: SheetDay, said: Speech) -> Text:
    return said.say(N_("Day {n}"), n=day.number) if day.number and not day.span else Text()


def day_text(day: SheetDay, said: Speech) -> Text:
    """``Day 1 · 2 October 2023``, or the dates of a sheet of several days."""
    if day.span:
        return said.date_range(day.span[0][1], day.span[-1][1])
    return joined([text for text in (_day_word(day, said), said.date_long(day.day)) if text], " · ")


def sheet_name(day: SheetDay, said: Speech) -> Text:
    """What tells one sheet from the others: day, half of the day, delegation."""
    return joined([text for text in (day_text(day, said), day.part, day.delegation) if text], " · ")


def _pages(paper: SignInPaper, day: SheetDay, said: Speech, options: SignInOptions) -> list[Page]:
    area = area_of(day)
    logos = LogoRow(paper.logos, right=area.right)
    blocks: list[Block] = [logos] if logos.rows else []
    right = joined([text for text in (day_text(day, said), day.part) if text], " · ")
    if any(text_width(text, PARTNERSHIP) > TITLE_SIDE for text in right):
        right = joined([day_text(day, said), day.part], "\n") if day.part else day_text(day, said)
    title = TitleLine(said.say(N_("Sign-in sheet")), right, gap=4.2 * MM, width=area.width)
    title.outline = f"{said.say(N_('Sign-in sheet')).first} – {sheet_name(day, said).first}"
    blocks.append(title)
    if day.delegation:
        # The last sheet is for those who are of no delegation.
        whose = said.say(N_("Delegation: {name}"), name=day.delegation) if day.walk_ins else day.delegation
        blocks += partnership_line(whose, width=area.width)
    blocks += event_line(paper.event_title, strong=True, width=area.width)
    blocks += sub_line(where(paper, day, said), width=area.width)
    blocks += sub_line(project(paper, said), grey=True, gap=0, width=area.width)
    blocks += table_of(day, paper, said, options)
    blocks += _foot(paper, said, options, area.width)
    return paginate(blocks, FIRST_TOP, area=area)


def where(paper: SignInPaper, day: SheetDay, said: Speech) -> Text:
    """The kind of event and partnership, weekday and times, venue, organiser (PL-4)."""
    when = Text() if day.span else said.form(lambda forms: _capital(forms.weekday(day.day)))
    if day.times:
        when = joined([when, Text(day.times)])
    parts = [paper.event_line, when, day.venue]
    if paper.organiser:
        both = paper.controller if paper.controller.first == paper.organiser else Text(paper.organiser)
        parts.append(said.say(N_("Organiser: {name}"), name=_plain(both)))
    return joined([part for part in parts if part], " · ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def project(paper: SignInPaper, said: Speech) -> Text:
    """Name and number of the project, code of the event (PL-4)."""
    parts = []
    if paper.project or paper.project_number:
        named = paper.project or Text(paper.project_number)
        number = f" ({clean_line(paper.project_number)})" if paper.project and paper.project_number else ""
        parts.append(said.say(N_("Project: {name}"), name=Text(*(f"{part}{number}" if part else "" for part in named))))
    parts.append(said.say(N_("Event {code}"), code=clean_line(paper.code)))
    return joined(parts, " · ")


def told(paper: SignInPaper, said: Speech, photos: bool) -> list[tuple[Text, Text]]:
    """Label and sentence of data protection and, on their own, of photographs (PL-7)."""
    controller = paper.controller or Text(paper.organiser)
    if not controller and not any(paper.words.has(DATA_PROTECTION, language) for language in said.languages):
        # The house's sentence needs its subject; a gap in own words is told before printing.
        controller = said.say(N_("the organiser"))
    protection = paper.words.say(DATA_PROTECTION, said, controller=_plain(controller), funder=_plain(paper.funder))
    found = [(said.say(N_("Data protection:")), protection)]
    if photos:
        found.append((said.say(N_("Photographs:")), paper.words.say(PHOTOGRAPHS, said)))
    return found


def _plain(text: Text) -> Text:
    return Text(clean_line(text.first), clean_line(text.second))


def _foot(paper: SignInPaper, said: Speech, options: SignInOptions, width: float) -> list[Block]:
    """Data protection, the voluntary answer about photographs, and the organiser's confirmation (PL-7)."""
    blocks: list[Block] = []
    sentences = told(paper, said, options.photo_consent)
    for number in (0, 1) if said.bilingual else (0,):
        runs = []
        for label, sentence in sentences:
            if sentence[number]:
                runs += [(f" {label[number]}", _SMALL_STRONG), (f" {sentence[number]}", _SMALL)]
        if runs:
            blocks.append(Lines(wrap_runs(runs, width), 1.8 * MM if not number else 0.8 * MM, LEFT))
    confirmed = paper.words.say(CONFIRMATION, said)
    blocks.append(SignatureLine(confirmed, 5 * MM, width))
    for block in blocks[:-1]:
        block.keep = 1
    return blocks


__all__ = [
    "CONFIRMATION",
    "DATA_PROTECTION",
    "MOST_DAYS",
    "PHOTOGRAPHS",
    "SLOTS",
    "SheetDay",
    "SignInOptions",
    "SignInPaper",
    "Signer",
    "build",
    "day_text",
    "project",
    "sheet_name",
    "told",
    "where",
]
