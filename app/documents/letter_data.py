"""What an invitation letter says, as plain data (PL-10)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.vocabulary import ActivityKind
from app.documents.logos import Logo
from app.documents.own_words import OwnWords
from app.documents.styles import ACCENT, Ink
from app.documents.texts import PersonName, Text


class Meal(StrEnum):
    """Which meal an item of the agenda is; decides the sender's daily allowance (TR-4)."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"


class Addressed(StrEnum):
    """To whom a letter goes: the head of the sending body, not the persons invited (PL-10)."""

    MAYOR = "mayor"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class InvitedPerson:
    """Somebody invited. Birth date and passport number are printed only if the options say so (PL-10).

    ``arrival`` and ``departure`` are printed where they differ from those of the delegation. ``dative`` is the name in
    that form by language, as far as somebody confirmed it (CE-7).
    """

    name: PersonName
    position: Text = Text()
    birth_date: date | None = None
    passport: str = ""
    arrival: date | None = None
    departure: date | None = None
    organisation: Text = Text()
    dative: Mapping[str, str] = field(default_factory=dict)


def states_who_pays(text: str) -> bool:
    """Whether a text says by itself who pays ("Host: meals", "The host pays …"), and is no mere list of costs.

    The field is "Paid by" in the window: a list begins small and names nobody.
    """
    return text[:1].isupper() or ":" in text


@dataclass(frozen=True, slots=True)
class InvitationPaper:
    """A letter to the head of the sending body. Empty fields are left out.

    ``paid`` is the list of what the organiser pays, as running text; ``meals`` on how many days each meal stands in the
    agenda; ``allowance`` says whether a daily allowance is paid, None when the letter does not tell (TR-4).
    ``address`` is that of the receiver; ``online`` leaves out that everybody must be there; ``agenda``: there is one
    for its annex. ``theme`` is told below the sentence with the title. ``words`` are the programme's own,
    ``accent`` its colour.
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
    addressed: Addressed = Addressed.HEAD
    address: str = ""
    meals: tuple[tuple[Meal, int], ...] = ()
    online: bool = False
    agenda: bool = False
    theme: Text = Text()
    words: OwnWords = field(default_factory=OwnWords)
    accent: Ink = ACCENT


@dataclass(frozen=True, slots=True)
class InvitationOptions:
    """With ``second`` both languages stand side by side. ``documents``: birth dates and passport numbers (PL-10)."""

    language: str = "uk"
    second: str = "en"
    documents: bool = False
