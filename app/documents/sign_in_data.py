"""What a sign-in sheet says (PL-4 to PL-7): persons, sheets, the event, the options, the places for own words."""

from dataclasses import dataclass, field
from datetime import date

from app.core.i18n import N_
from app.documents.logos import Logo
from app.documents.own_words import OwnWords, Slot
from app.documents.styles import ACCENT, Ink
from app.documents.texts import PersonName, Text

#: More signature columns than this do not fit a lying page (PL-5).
MOST_DAYS = 5

DATA_PROTECTION = Slot(
    "data_protection",
    N_("Data protection sentence"),
    N_(
        "{controller} (controller) collects names and signatures to prove attendance to the funder "
        "and keeps the sheet for the period the programme requires."
    ),
    {"controller": N_("Centre for European Perspective"), "funder": N_("Ministry of Foreign and European Affairs")},
    lines=3,
)
PHOTOGRAPHS = Slot(
    "photographs",
    N_("Sentence on photographs"),
    N_("the answer is voluntary, can be withdrawn at any time and has no effect on taking part."),
    lines=2,
)
CONFIRMATION = Slot(
    "confirmation", N_("Confirmation line"), N_("Confirmed by the organiser (name, function, signature):")
)
SLOTS = (DATA_PROTECTION, PHOTOGRAPHS, CONFIRMATION)


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody expected to sign: name, position, organisation or municipality.

    ``contact`` is the e-mail address or telephone where the funder demands it (PL-5); ``away`` are days of a sheet of
    several days on which the person is not there.
    """

    name: PersonName
    position: Text = Text()
    organisation: Text = Text()
    contact: str = ""
    away: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class SheetDay:
    """One sheet: its day with number (0 for a day of travel), times and venue. Persons in printed order.

    ``part`` is the half of the day (``Morning``), ``delegation`` whose sheet it is; ``span`` holds number and date of
    each day where one sheet has a signature column for each of them, at most five (PL-4, PL-5). Blank rows for guests
    not expected stand on it when ``walk_ins``.
    """

    day: date
    number: int = 0
    times: str = ""
    venue: Text = Text()
    participants: tuple[Signer, ...] = ()
    staff: tuple[Signer, ...] = ()
    part: Text = Text()
    delegation: Text = Text()
    span: tuple[tuple[int, date], ...] = ()
    walk_ins: bool = True


@dataclass(frozen=True, slots=True)
class SignInPaper:
    """Sheets of one event. ``event_title`` is exactly the agenda's (PL-4); ``controller`` keeps the data (PL-7).

    ``contact`` is ``email`` or ``phone`` where the funder demands that column, else empty (PL-5).
    """

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
    funder: Text = Text()
    contact: str = ""
    accent: Ink = ACCENT
    words: OwnWords = field(default_factory=OwnWords)


@dataclass(frozen=True, slots=True)
class SignInOptions:
    """``blank_rows`` for guests not expected (PL-5); ``photo_consent``: its own column, never a condition (PL-7)."""

    language: str = "en"
    second: str = ""
    blank_rows: int = 5
    photo_consent: bool = True


USUAL = SignInOptions()


def sections(day: SheetDay, options: SignInOptions) -> list[tuple[str, list[Signer | None]]]:
    """Message id and rows of each section of a sheet, None for a blank row: participants, then staff (PL-6)."""
    blank = [None] * options.blank_rows if day.walk_ins else []
    made: list[tuple[str, list[Signer | None]]] = [
        (N_("Participants"), [*day.participants, *blank]),
        (N_("Speakers, interpreters and staff"), list(day.staff)),
    ]
    return [(title, signers) for title, signers in made if signers]


def most_of(day: SheetDay, options: SignInOptions) -> int:
    """The highest number on a sheet."""
    return sum(len(signers) for _, signers in sections(day, options))
