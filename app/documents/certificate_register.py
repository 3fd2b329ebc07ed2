"""The register of certificates (CN-2), to be printed and filed: PDF on lying A4, and a workbook.

Every number stands in it for good: a cancelled one struck with its reason, the one that a changed name made void too.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.core.dates import PartialDate
from app.core.i18n import N_
from app.core.vocabulary import CertificateKind, label
from app.documents.blocks import TitleLine, event_line, note_paragraph, sub_line
from app.documents.layout import FIRST_TOP, LANDSCAPE, LEFT, Block, Frame, write
from app.documents.logos import Logo, LogoRow
from app.documents.pen import About
from app.documents.sheets import SheetColumn, SheetTable, Value, workbook
from app.documents.speech import Speech, joined, speech
from app.documents.styles import ACCENT, MM, NOTE, NOTE_GREY, STRONG, Ink, Style
from app.documents.tables import Cell, Grid, GroupBand, Head, Row, grid, kept_with_head
from app.documents.texts import NBSP, Text, clean_line
from app.documents.wrapping import text_width, wrap, wrap_pair

_PLAIN = Style("Sans", 8, 10.2)
_BOLD = Style("Sans-SemiBold", 8, 10.2)
_STRUCK_THROUGH = 0.5
#: Air of a column (mm), and a range of days that is as long as one inside a month gets.
_AIR = 2.5
_LONGEST = (PartialDate.of(date(2023, 9, 20)), PartialDate.of(date(2023, 9, 28)))
_NAME = N_("Register of certificates")


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One number. ``holder`` in Latin letters, ``native`` as written at home; ``replaced`` is (new number, day).

    ``year`` is that of the number, also of one made again later; 0 for the year of issue.

    ``hour_minutes`` are those of a counted hour; ``duplicates`` the days on which one was printed again.
    """

    number: str
    holder: str
    native: str
    event: Text
    start: PartialDate
    end: PartialDate
    hours: Decimal
    kind: CertificateKind
    issued: date
    hour_minutes: int = 60
    signatories: str = ""
    code: str = ""
    delivered: date | None = None
    delivery: str = ""
    duplicates: tuple[date, ...] = ()
    replaces: str = ""
    replaced: tuple[str, date | None] | None = None
    cancelled: date | None = None
    reason: str = ""
    year: int = 0

    @property
    def void(self) -> bool:
        """Whether it no longer stands."""
        return self.cancelled is not None or self.replaced is not None


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """The entries in the order of their numbers; ``scope`` says of what: an activity, a programme, a year."""

    code: str
    title: Text
    entries: tuple[RegisterEntry, ...]
    scope: Text = Text()
    as_of: date | None = None
    logos: tuple[Logo, ...] = ()
    accent: Ink = ACCENT


@dataclass(frozen=True, slots=True)
class RegisterOptions:
    """Languages; ``second`` empty for one."""

    language: str = "en"
    second: str = ""


def build(paper: RegisterPaper, options: RegisterOptions = RegisterOptions()) -> bytes:
    """The register as PDF."""
    said = speech(options.language, options.second)
    title = said.say(_NAME)
    as_of = said.date_long(paper.as_of) if paper.as_of else Text()
    width = LANDSCAPE.width
    logos = LogoRow(paper.logos, right=LANDSCAPE.right)
    blocks: list[Block] = [logos] if logos.rows else []
    blocks.append(TitleLine(title, as_of, gap=4.2 * MM, width=width))
    blocks += event_line(paper.title, strong=True, width=width)
    if paper.scope.first != paper.title.first:
        blocks += sub_line(paper.scope, width=width)
    blocks += _table(paper, said)
    blocks += note_paragraph(_sums(paper, said), 2.4 * MM, NOTE, width)
    kept = N_("Numbers are given in order and never used twice; a cancelled number stays here with its reason.")
    blocks += note_paragraph(said.say(kept), 0.6 * MM, NOTE_GREY, width)
    frame = Frame(
        running_left=f"{title.first} – {clean_line(paper.title.first)}",
        running_right=as_of.first,
        foot_left=paper.code,
        foot_middle=" – ".join(part for part in (title.first, as_of.first) if part),
        page_word="" if said.bilingual else said.say(N_("Page")).first,
    )
    about = About(f"{title.first} – {paper.code}", subject=paper.title.first, language=said.languages[0])
    about = About(about.title, about.author, about.subject, about.language, paper.accent, said.languages[1])
    return write(about, frame, blocks, FIRST_TOP, area=LANDSCAPE)


def build_xlsx(paper: RegisterPaper, options: RegisterOptions = RegisterOptions()) -> bytes:
    """The register as a workbook: dates as dates, hours as numbers, texts never formulas."""
    said = speech(options.language)
    say = said.first.say
    columns = [
        SheetColumn(say(N_("Number")), 20),
        SheetColumn(say(N_("Holder")), 30),
        SheetColumn(say(N_("Native name")), 30),
        SheetColumn(say(N_("Event")), 46),
        SheetColumn(say(N_("From")), 14, "yyyy-mm-dd"),
        SheetColumn(say(N_("Until")), 14, "yyyy-mm-dd"),
        SheetColumn(say(N_("Hours")), 9, centred=True),
        SheetColumn(say(N_("Minutes of an hour")), 12, centred=True),
        SheetColumn(say(N_("Kind")), 26),
        SheetColumn(say(N_("Issued")), 13, "yyyy-mm-dd"),
        SheetColumn(say(N_("Signed by")), 30),
        SheetColumn(say(N_("Handed over")), 13, "yyyy-mm-dd"),
        SheetColumn(say(N_("How")), 20),
        SheetColumn(say(N_("Duplicates")), 20),
        SheetColumn(say(N_("Status")), 16),
        SheetColumn(say(N_("Notes")), 40),
        SheetColumn(say(N_("Verification")), 14),
    ]
    rows: list[list[Value]] = [
        [
            one.number,
            one.holder or one.native,
            one.native if one.native != one.holder else "",
            one.event.first,
            one.start.exact or said.forms.partial(one.start),
            one.end.exact or said.forms.partial(one.end),
            one.hours,
            one.hour_minutes,
            say(label(one.kind)),
            one.issued,
            one.signatories,
            one.delivered,
            one.delivery,
            ", ".join(said.forms.date_short(day) for day in one.duplicates),
            _state(one, said).first,
            "; ".join(text.first for text in _notes(one, said)),
            one.code,
        ]
        for one in paper.entries
    ]
    name = say(_NAME)
    return workbook(
        [SheetTable(name, columns, rows, lying=True, foot=paper.code, wrapped=True, lead=2)], f"{name} – {paper.code}"
    )


def _table(paper: RegisterPaper, said: Speech) -> list[Block]:
    table = _grid(paper, said)
    head = Head(table, gap=3 * MM)
    blocks: list[Block] = [head]
    years = {one.year or one.issued.year for one in paper.entries}
    year = 0
    last = len(paper.entries) - 1
    for number, one in enumerate(paper.entries):
        if len(years) > 1 and (one.year or one.issued.year) != year:
            year = one.year or one.issued.year
            band = GroupBand(table, Text(str(year)))
            band.lead = (head,) if number else ()
            blocks.append(band)
        row = Row(
            table, _cells(one, said, [table.inner(n) for n in range(10)]), rule=STRONG if number == last else 0.35
        )
        row.lead = (head,)
        if number >= last - 1:
            row.keep = last - number + 2  # the sums never stand alone
        blocks.append(row)
    head.keep = kept_with_head([block for block in blocks if isinstance(block, Row)])
    return blocks


def _grid(paper: RegisterPaper, said: Speech) -> Grid:
    """Numbers and dates get the width that they have in this language, what is left goes to event and notes."""
    number = max((text_width(one.number, _BOLD) for one in paper.entries), default=0.0) / MM + _AIR
    issued = text_width(said.forms.date_short(date(2023, 9, 28)), _PLAIN) / MM + _AIR
    dates = max(text_width(text, _PLAIN) for text in _dates(_LONGEST[0], _LONGEST[1], said).split(" ")) / MM + _AIR
    columns = {
        "number": min(34.0, max(22.0, number)),
        "dates": max(20.0, dates),
        "issued": max(17.0, issued),
        "handed": max(20.0, issued if any(one.delivered for one in paper.entries) else 0.0),
    }
    rest = LANDSCAPE.width / MM - sum(columns.values()) - 88
    # "Replaced by" names a number: it is not broken at its hyphens.
    notes = max(rest * 0.38, columns["number"] if any(_notes(one, said) for one in paper.entries) else 0.0)
    made = grid(
        (said.say(N_("Number")), columns["number"]),
        (said.say(N_("Holder")), 33),
        (said.say(N_("Event")), rest - notes),
        (said.say(N_("Dates")), columns["dates"]),
        (said.say(N_("Hours")), 14, "right"),
        (said.say(N_("Kind")), 21),
        (said.say(N_("Issued")), columns["issued"]),
        (said.say(N_("Signed by")), 20),
        (said.say(N_("Handed over")), columns["handed"]),
        (said.say(N_("Notes")), notes),
        left=LEFT,
    )
    return Grid(tuple(replace(one, after=2 * MM) if one.align == "right" else one for one in made.columns), LEFT)


def _cells(one: RegisterEntry, said: Speech, widths: list[float]) -> list[Cell]:
    strike = _STRUCK_THROUGH if one.void else 0.0
    bold, plain = _BOLD._replace(strike=strike), _PLAIN._replace(strike=strike)
    native_first = said.languages[0] == "uk"
    name, other = (one.native or one.holder, one.holder) if native_first else (one.holder or one.native, one.native)
    holder = wrap(name, bold, widths[1])
    if other and other != name:
        holder += wrap(other, NOTE_GREY._replace(strike=strike), widths[1])
    handed = _day(one.delivered, said, widths[8]) + wrap(one.delivery, NOTE_GREY, widths[8])
    notes: Cell = []
    for text in _notes(one, said):
        notes += wrap_pair(text, NOTE, widths[9])
    return [
        wrap(one.number, bold, widths[0]),
        holder,
        wrap_pair(one.event, plain, widths[2]),
        wrap(_dates(one.start, one.end, said), _PLAIN, widths[3]),
        wrap(said.forms.number(one.hours), _PLAIN, widths[4]),
        wrap_pair(said.say(label(one.kind)), _PLAIN, widths[5]),
        _day(one.issued, said, widths[6]),
        wrap(one.signatories, _PLAIN, widths[7]),
        handed,
        notes,
    ]


def _dates(start: PartialDate, end: PartialDate, said: Speech) -> str:
    """From when to when; in Latvian the year may stand in a line of its own (2023. gada | 2.–20. oktobris)."""
    return said.forms.partial_range(start, end).replace(f"gada{NBSP}", "gada ")


def _day(day: date | None, said: Speech, width: float) -> Cell:
    return wrap(said.forms.date_short(day), _PLAIN, width) if day else []


def _state(one: RegisterEntry, said: Speech) -> Text:
    if one.cancelled is not None:
        return said.say(N_("void (cancelled)"))
    return said.say(N_("void (replaced)")) if one.replaced is not None else said.say(N_("valid"))


def _notes(one: RegisterEntry, said: Speech) -> list[Text]:
    notes = []
    if one.duplicates:
        days = joined([_short(day, said) for day in one.duplicates])
        notes.append(said.say(N_("Duplicate: {dates}"), dates=days))
    if one.replaces:
        notes.append(said.say(N_("Replaces {number}"), number=one.replaces))
    if one.replaced is not None:
        number, day = one.replaced
        void = said.say(N_("Void, replaced by {number}"), number=number)
        notes.append(joined([void, _short(day, said)]) if day is not None else void)
    if one.cancelled is not None:
        on, reason = _short(one.cancelled, said), clean_line(one.reason)
        notes.append(said.say(N_("Cancelled {date}: {reason}"), date=on, reason=reason))
    return notes


def _short(day: date, said: Speech) -> Text:
    return said.form(lambda forms: forms.date_short(day))


def _sums(paper: RegisterPaper, said: Speech) -> Text:
    count = len(paper.entries)
    cancelled = sum(one.cancelled is not None for one in paper.entries)
    replaced = sum(one.replaced is not None for one in paper.entries)
    parts = [said.count("{n} certificate", "{n} certificates", count - replaced)]
    if cancelled:
        parts.append(said.count("{n} certificate cancelled", "{n} certificates cancelled", cancelled))
    if replaced:
        parts.append(said.count("{n} certificate replaced", "{n} certificates replaced", replaced))
    return joined(parts, "; ")
