"""What a list of participants says: public (PL-1) and internal (PL-2)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from app.core.i18n import N_
from app.core.vocabulary import Sex
from app.documents.logos import Logo
from app.documents.own_words import OwnWords, Slot
from app.documents.speech import Speech, joined
from app.documents.styles import ACCENT, Ink
from app.documents.texts import PersonName, Text

PUBLIC_NOTE = Slot(
    "public_note",
    N_("Note under the public list"),
    N_("Sorted by surname within each delegation. For the participants of this event; not for publication."),
    lines=2,
)
INTERNAL_NOTE = Slot(
    "internal_note",
    N_("Note under the internal list"),
    N_("Internal: holds contacts and personal needs. Do not pass on."),
    lines=2,
)
SLOTS = (PUBLIC_NOTE, INTERNAL_NOTE)


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One person. The fields from ``email`` on are printed on the internal list only (PL-2).

    ``arrival`` and ``departure`` are days, or what is known of them in words; ``languages`` are codes parted by
    commas. ``born``, ``passport`` and ``passport_until`` are document data, printed only on demand.
    """

    name: PersonName
    position: Text = Text()
    organisation: Text = Text()
    country: str = ""
    email: str = ""
    phone: str = ""
    languages: str = ""
    diet: str = ""
    arrival: date | str = ""
    departure: date | str = ""
    room: str = ""
    emergency: str = ""
    born: date | None = None
    passport: str = ""
    passport_until: date | None = None


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """A delegation or another group with its persons in the order to be printed (PL-3)."""

    title: Text
    persons: tuple[ListedPerson, ...]
    country: Text = Text()


@dataclass(frozen=True, slots=True)
class ParticipantPaper:
    """A list of participants. ``countries`` gives the names of the country codes for the totals.

    ``when`` says the dates that are not known to the day; it is printed where ``start`` or ``end`` is missing.
    """

    code: str
    event_title: Text
    groups: tuple[ListedGroup, ...]
    event_line: Text = Text()
    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    organiser: str = ""
    logos: tuple[Logo, ...] = ()
    countries: tuple[tuple[str, Text], ...] = ()
    accent: Ink = ACCENT
    words: OwnWords = field(default_factory=OwnWords)
    when: Text = Text()

    @property
    def persons(self) -> list[ListedPerson]:
        """Everybody, in printed order."""
        return [person for group in self.groups for person in group.persons]


@dataclass(frozen=True, slots=True)
class ParticipantOptions:
    """``internal`` adds contacts, diet, travel, room: not for the welcome pack (PL-1, PL-2).

    ``documents`` adds birth dates and passports to the internal list; the public one never shows them.
    """

    language: str = "en"
    second: str = ""
    internal: bool = False
    documents: bool = False


PUBLIC = ParticipantOptions()


def total_text(persons: Sequence[ListedPerson], said: Speech) -> Text:
    """Persons once, by sex: women, men, not stated; sex is never guessed (ME-3)."""
    sexes = Counter(person.name.sex for person in persons)
    unknown = len(persons) - sexes[Sex.FEMALE] - sexes[Sex.MALE]
    split = said.by_sex(sexes[Sex.FEMALE], sexes[Sex.MALE], unknown)
    total = said.count("Total: {n} person", "Total: {n} persons", len(persons))
    return joined([total, split], " – ") if split else total


def by_country(paper: ParticipantPaper) -> Text:
    """``Ukraine 5 · Slovenia 10``, the largest first; people whose country is not known are left out."""
    names = dict(paper.countries)
    counted = Counter(person.country for person in paper.persons if person.country)
    parts = [joined([names.get(code, Text(code)), Text(str(n))], "\u00a0") for code, n in counted.most_common()]
    return joined(parts, " · ")
