"""What an invitation letter says, as plain data (PL-10)."""

from dataclasses import dataclass
from datetime import date

from app.core.vocabulary import ActivityKind
from app.documents.logos import Logo
from app.documents.texts import PersonName, Text


@dataclass(frozen=True, slots=True)
class InvitedPerson:
    """Somebody invited. Birth date and passport number are printed only if the options say so (PL-10)."""

    name: PersonName
    position: Text = Text()
    birth_date: date | None = None
    passport: str = ""


@dataclass(frozen=True, slots=True)
class InvitationPaper:
    """A letter to the head of the sending body. Empty fields are left out.

    ``paid`` is the list of what the organiser pays, as running text; ``allowance`` says whether a daily allowance is
    paid, None when the letter does not tell (TR-4).
    """

    reference: str
    written: date
    addressee: Text
    body: Text
    event_title: Text
    start: date
    end: date
    persons: tuple[InvitedPerson, ...]
    issuer: str
    kind: ActivityKind = ActivityKind.MENTORING_VISIT
    salutation: Text = Text()
    partnership: Text = Text()
    programme: Text = Text()
    funder: Text = Text()
    basis: Text = Text()
    purpose: Text = Text()
    result: Text = Text()
    place: Text = Text()
    places: Text = Text()
    arrival: date | None = None
    departure: date | None = None
    paid: Text = Text()
    allowance: bool | None = None
    annex: Text = Text()
    contact: PersonName | None = None
    contact_lines: str = ""
    signatory: PersonName | None = None
    signatory_position: Text = Text()
    agenda_version: str = ""
    logos: tuple[Logo, ...] = ()


@dataclass(frozen=True, slots=True)
class InvitationOptions:
    """With ``second`` both languages stand side by side. ``documents``: birth dates and passport numbers (PL-10)."""

    language: str = "uk"
    second: str = "en"
    documents: bool = False
