"""What a certificate prints, as plain data (CE-4, CN-1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.core.vocabulary import ActivityForm, ActivityKind, CertificateKind
from app.documents.logos import Logo
from app.documents.own_words import OwnWords
from app.documents.styles import ACCENT, Ink
from app.documents.texts import PersonName, Text


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: name, position, organisation (CE-11)."""

    name: PersonName
    position: Text
    organisation: Text = Text()


@dataclass(frozen=True, slots=True)
class CertificateEvent:
    """What all certificates of an event share. ``title`` is the one on agenda and sign-in sheet (CE-4).

    ``theme`` stands below it; ``kind_once``: the kind of event is not said again before a title that names it.
    ``edition``: the layout in which it was issued, so that a reprint is the same.

    ``minutes`` are those of one counted hour (60 or 45, CE-8). ``note`` is small print at the foot. ``words`` are the
    programme's own, ``house`` those of the house as they were at issue, by language and message id.
    """

    activity: ActivityKind
    title: Text
    start: date
    end: date
    issuer: str
    place: Text = Text()
    form: ActivityForm = ActivityForm.ON_SITE
    minutes: int = 60
    topics: tuple[Text, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    logos: tuple[Logo, ...] = ()
    programme: Text = Text()
    funder: Text = Text()
    note: Text = Text()
    stamp: bool = False
    partnership: Text = Text()
    host: Text = Text()
    words: OwnWords = field(default_factory=OwnWords)
    house: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    accent: Ink = ACCENT
    theme: Text = Text()
    kind_once: bool = False
    edition: int = 3


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate as issued: number and code are given by the register, never made here (CN-1, CN-3).

    ``first_issued`` is told on a duplicate (CN-2); ``issued`` is then the day on which that was made.
    ``signed`` is what the QR holds (``core.signed_code``); empty on certificates issued before there was one.
    ``dative`` is the holder's name in the dative by language, only where somebody confirmed it (CE-7).
    """

    holder: PersonName
    hours: Decimal
    number: str
    code: str
    issued: date
    issued_at: Text = Text()
    duplicate: bool = False
    first_issued: date | None = None
    signed: str = ""
    dative: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CertificatesPaper:
    """Certificates of one kind for one event."""

    kind: CertificateKind
    event: CertificateEvent
    certificates: tuple[Certificate, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class CertificateOptions:
    """Languages; ``second`` empty for one. On bilingual certificates Ukrainian usually stands first (CE-12)."""

    language: str = "en"
    second: str = ""
