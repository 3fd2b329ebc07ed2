"""Sign-in sheets, one a day (PL-4 to PL-7): data, options and ``build``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.i18n import N_
from app.documents.blocks import SignatureLine, TitleLine, event_line, sub_line
from app.documents.layout import FIRST_TOP, LEFT, TEXT_WIDTH, Block, Frame, Lines, Page, Sheet, draw_pages, paginate
from app.documents.logos import Logo, LogoRow
from app.documents.pen import About, Pen
from app.documents.speech import Speech, joined, speech
from app.documents.styles import BLACK, CELL, HEAD, KIND, MM, ROW_FIRST, ROW_PLAIN, STRONG, Style
from app.documents.tables import Cell, Grid, GroupBand, Head, Row, grid
from app.documents.texts import PersonName, Text, clean_line
from app.documents.wrapping import wrap, wrap_pair, wrap_runs

_ROW = 10.4 * MM
_BOX = 3.4 * MM
_SMALL = Style("Sans", 7.4, 9.8)
_SMALL_STRONG = Style("Sans-SemiBold", 7.4, 9.8)


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody expected to sign: name, position, organisation or municipality."""

    name: PersonName
    position: Text = Text()
    organisation: Text = Text()


@dataclass(frozen=True, slots=True)
class SheetDay:
    """One day: its number (0 for a day of travel), times and venue as free texts. Persons in printed order."""

    day: date
    number: int = 0
    times: str = ""
    venue: Text = Text()
    participants: tuple[Signer, ...] = ()
    staff: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class SignInPaper:
    """Sheets of one event. ``event_title`` is exactly the agenda's (PL-4); ``controller`` keeps the data (PL-7)."""

    code: str
    event_title: Text
    days: tuple[SheetDay, ...]
    event_line: Text = Text()
    project: Text = Text()
    project_number: str = ""
    organiser: str = ""
    controller: Text = Text()
    agenda_version: str = ""
    logos: tuple[Logo, ...] = ()


@dataclass(frozen=True, slots=True)
class SignInOptions:
    """``blank_rows`` for guests not expected (PL-5); ``photo_consent``: its own column, never a condition (PL-7)."""

    language: str = "en"
    second: str = ""
    blank_rows: int = 5
    photo_consent: bool = True


class _PersonRow(Row):
    """A row to sign, with boxes for the answer about photographs."""

    def __init__(self, table: Grid, cells: Sequence[Cell], photos: bool, rule: float = 0.35) -> None:
        super().__init__(table, cells, least=_ROW, middle=True, padding=(1 * MM, 1 * MM), rule=rule)
        self.photos = photos

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """The row, then its two boxes."""
        super().draw(pen, top, sheet)
        if self.photos:
            left, width = self.table.edges[-2], self.table.columns[-1].width
            for part in (0.29, 0.71):
                pen.box(left + width * part - _BOX / 2, top + (self.height - _BOX) / 2, _BOX, _BOX, 0.6)


class _PhotoHead(Head):
    """The head whose last column says "Photographs" over "yes" and "no"."""

    def __init__(self, table: Grid, said: Speech, photos: bool, gap: float = 0.0) -> None:
        super().__init__(table, gap)
        self.photos = photos
        self.answers = (said.say(N_("yes")).joined("/"), said.say(N_("no")).joined("/"))
        if photos:
            self.height = max(self.height, 8.2 * MM)
            self._photo_lines = wrap_pair(table.columns[-1].title, HEAD, table.inner(len(table.columns) - 1))[:2]
            self._lines[-1] = []
            self.height += 2.2 * MM * (len(self._photo_lines) - 1)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """The head, then both answers."""
        super().draw(pen, top, sheet)
        if not self.photos:
            return
        left, width = self.table.edges[-2], self.table.columns[-1].width
        pen.lines(left + 1 * MM, top + 0.8 * MM, self._photo_lines, width - 2 * MM, "centre")
        for part, word in zip((0.29, 0.71), self.answers, strict=True):
            pen.word(
                left + width * part, top + self.height - 1.3 * MM, word, KIND._replace(ink=BLACK, size=6.8), "centre"
            )


def build(paper: SignInPaper, options: SignInOptions = SignInOptions()) -> bytes:
    """One sheet for every day in one PDF; pages are counted for each sheet."""
    said = speech(options.language, options.second)
    parts = [(_frame(paper, day, said), _pages(paper, day, said, options)) for day in paper.days]
    title = f"{said.say(N_('Sign-in sheet')).first} – {paper.event_title.first}"
    about = About(title, paper.organiser, paper.event_title.first, options.language)
    return draw_pages(about, parts or [(Frame(foot_left=paper.code), [Page()])])


def _frame(paper: SignInPaper, day: SheetDay, said: Speech) -> Frame:
    name = said.say(N_("Sign-in sheet"))
    version = said.say(N_("agenda version {number}"), number=clean_line(paper.agenda_version))
    middle = [f"{name.first} {_day_word(day, said).first}".strip()]
    return Frame(
        running_left=f"{name.first} – {paper.event_title.first}",
        running_right=_day_text(day, said).first,
        foot_left=paper.code,
        foot_middle=" – ".join([*middle, *([version.first] if paper.agenda_version else [])]),
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )


def _day_word(day: SheetDay, said: Speech) -> Text:
    return said.say(N_("Day {n}"), n=day.number) if day.number else Text()


def _day_text(day: SheetDay, said: Speech) -> Text:
    return joined([text for text in (_day_word(day, said), said.date_long(day.day)) if text], " · ")


def _pages(paper: SignInPaper, day: SheetDay, said: Speech, options: SignInOptions) -> list[Page]:
    logos = LogoRow(paper.logos)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(said.say(N_("Sign-in sheet")), _day_text(day, said), gap=4.2 * MM))
    blocks += event_line(paper.event_title, strong=True)
    blocks += sub_line(_where(paper, day, said))
    blocks += sub_line(_project(paper, said), grey=True, gap=0)
    blocks += _table(day, said, options)
    blocks += _foot(paper, said, options)
    return paginate(blocks, FIRST_TOP)


def _where(paper: SignInPaper, day: SheetDay, said: Speech) -> Text:
    when = said.form(lambda forms: forms.weekday(day.day).capitalize())
    if day.times:
        when = joined([when, Text(day.times)])
    parts = [paper.event_line, when, day.venue]
    if paper.organiser:
        parts.append(said.say(N_("Organiser: {name}"), name=clean_line(paper.organiser)))
    return joined([part for part in parts if part], " · ")


def _project(paper: SignInPaper, said: Speech) -> Text:
    parts = []
    if paper.project or paper.project_number:
        named = paper.project or Text(paper.project_number)
        number = f" ({clean_line(paper.project_number)})" if paper.project and paper.project_number else ""
        parts.append(said.say(N_("Project: {name}"), name=Text(*(f"{part}{number}" if part else "" for part in named))))
    parts.append(said.say(N_("Event {code}"), code=clean_line(paper.code)))
    return joined(parts, " · ")


def _table(day: SheetDay, said: Speech, options: SignInOptions) -> list[Block]:
    columns: list[tuple[Text, float] | tuple[Text, float, str]] = [
        (said.say(N_("No.")), 9, "right"),
        (said.say(N_("Name and surname, position")), 52),
        (said.say(N_("Organisation")), 46),
        (said.say(N_("Signature")), 43 if options.photo_consent else 63),
    ]
    if options.photo_consent:
        columns.append((said.say(N_("Photographs")), 20, "centre"))
    table = grid(*columns, verticals=True)
    head = _PhotoHead(table, said, options.photo_consent, gap=3 * MM)
    head.keep = 3
    blocks: list[Block] = [head]
    groups = (
        (N_("Participants"), [*day.participants, *[None] * options.blank_rows]),
        (N_("Speakers, interpreters and staff"), list(day.staff)),
    )
    number = 0
    for title, signers in groups:
        if not signers:
            continue
        band = GroupBand(table, said.say(title))
        band.keep = min(2, len(signers))
        band.lead = (head,)
        blocks.append(band)
        for signer in signers:
            number += 1
            row = _PersonRow(table, _cells(signer, number, table, said, options), options.photo_consent)
            row.lead = (head,)
            blocks.append(row)
    last = blocks[-1]
    if isinstance(last, Row):
        last.rule, last.rule_ink = STRONG, BLACK
        last.keep = 2
    return blocks


def _cells(signer: Signer | None, number: int, table: Grid, said: Speech, options: SignInOptions) -> list[Cell]:
    counted = wrap(str(number), ROW_PLAIN, table.inner(0))
    empty: list[Cell] = [[] for _ in table.columns[3:]]
    if signer is None:
        return [counted, [], [], *empty]
    first, second = said.languages
    name = Text(" ".join(signer.name.sorted_form(first)), " ".join(signer.name.sorted_form(second)) if second else "")
    person = wrap_pair(name, ROW_FIRST, table.inner(1)) + wrap_pair(signer.position, KIND, table.inner(1), second=KIND)
    return [counted, person, wrap_pair(signer.organisation, CELL, table.inner(2)), *empty]


def _foot(paper: SignInPaper, said: Speech, options: SignInOptions) -> list[Block]:
    """Data protection, the voluntary answer about photographs, and the organiser's confirmation (PL-7)."""
    blocks: list[Block] = []
    controller = paper.controller or Text(paper.organiser)
    for number, catalogue in enumerate((said.first, said.second)):
        if catalogue is None:
            continue
        told = [
            (catalogue.say(N_("Data protection:")), _SMALL_STRONG),
            (
                " "
                + catalogue.say(
                    N_(
                        "{controller} (controller) collects names and signatures to prove attendance to the funder "
                        "and keeps the sheet for the period the programme requires."
                    ),
                    controller=clean_line(controller[number] or controller.first),
                ),
                _SMALL,
            ),
        ]
        if options.photo_consent:
            told += [
                (" " + catalogue.say(N_("Photographs:")), _SMALL_STRONG),
                (
                    " "
                    + catalogue.say(
                        N_("the answer is voluntary, can be withdrawn at any time and has no effect on taking part.")
                    ),
                    _SMALL,
                ),
            ]
        blocks.append(Lines(wrap_runs(told, TEXT_WIDTH), 1.8 * MM if not number else 0.8 * MM, LEFT))
    blocks.append(SignatureLine(said.say(N_("Confirmed by the organiser (name, function, signature):")), 5 * MM))
    for block in blocks[:-1]:
        block.keep = 1
    return blocks
