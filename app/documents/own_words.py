"""A programme's own words on its papers: where they may stand (slots), and what is printed there.

Each document module names its slots; without own words in a language the house's words of the catalogue are printed.
Own words with a name in the dative are printed only where that form is known and confirmed (``without_dative``, CE-7).
While a paper is made, ``listening`` hears which placeholders of its own words had nothing to be filled with: told
before printing. The house's words need no such care: each paper leaves them out where their fact is not known.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from app.core.i18n import N_, Words
from app.core.placeholders import fill, missing, names_in
from app.documents.speech import Speech
from app.documents.texts import Text, clean

#: What a placeholder is called in the window, on the button that inserts it.
PLACE_NAMES: dict[str, str] = {
    "activity": N_("Kind of activity"),
    "addressee": N_("Addressee"),
    "arrival": N_("Arrival"),
    "basis": N_("Agreement"),
    "body": N_("Body addressed"),
    "code": N_("Code"),
    "contact": N_("Contact"),
    "controller": N_("Who keeps the data"),
    "costs": N_("What is paid"),
    "date": N_("Date"),
    "dates": N_("Dates"),
    "day": N_("Day"),
    "days": N_("Number of days"),
    "departure": N_("Departure"),
    "ects": N_("ECTS credits"),
    "end": N_("Last day"),
    "event": N_("Title of the event"),
    "form": N_("Form of participation"),
    "funder": N_("Funder"),
    "guest": N_("Guest"),
    "holder_dative": N_("Name in the dative, once confirmed"),
    "host": N_("Host"),
    "hours": N_("Hours"),
    "issuer": N_("Organiser"),
    "kind": N_("Kind of activity"),
    "name": N_("Name"),
    "number": N_("Number"),
    "organisation": N_("Organisation"),
    "organiser": N_("Organiser"),
    "partnership": N_("Partnership"),
    "people": N_("Number of people"),
    "persons_dative": N_("Names in the dative, once all are confirmed"),
    "place": N_("Place"),
    "places": N_("Places"),
    "position": N_("Position"),
    "programme": N_("Programme"),
    "purpose": N_("Purpose"),
    "reference": N_("Reference"),
    "result": N_("Expected result"),
    "signatory": N_("Signatory"),
    "start": N_("First day"),
    "theme": N_("Theme"),
    "title": N_("Title of the event"),
    "topics": N_("Topics"),
    "town": N_("Town"),
    "version": N_("Version"),
    "what": N_("Text from the record"),
    "where": N_("Place and dates"),
}


#: What stands below the title of an event (CE-4); where own words name it, it has no line of its own.
THEME_PLACE = "theme"
#: The name of the holder, and those of all people invited, in the dative (CE-7).
HOLDER_DATIVE, PERSONS_DATIVE = "holder_dative", "persons_dative"
_DATIVES = frozenset({HOLDER_DATIVE, PERSONS_DATIVE})


def uses_dative(text: str) -> bool:
    """Whether a text names somebody in the dative."""
    return "_dative" in text and not _DATIVES.isdisjoint(names_in(text))


def place_name(place: str) -> str:
    """What a placeholder is called, as a message id; its own name where nobody wrote one."""
    return PLACE_NAMES.get(place, place.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Slot:
    """One place for own words. ``label`` and ``default`` are message ids; the default may be empty.

    ``places`` are the placeholders that may stand in it, each with an example as message id or plain text;
    ``lines`` is the height of its field in the window.
    """

    key: str
    label: str
    default: str = ""
    places: Mapping[str, str] = field(default_factory=dict, hash=False)
    lines: int = 1

    @property
    def most(self) -> int:
        """Characters that a text may have here: a line of a heading, or some paragraphs."""
        return 300 if self.lines <= 1 else 600 * self.lines


@dataclass(frozen=True, slots=True)
class Gap:
    """A placeholder that had nothing to be filled with, in a slot and language of a paper that was made."""

    slot: Slot
    language: str
    place: str


_heard: ContextVar[dict[Gap, None] | None] = ContextVar("heard", default=None)


@contextmanager
def listening() -> Iterator[dict[Gap, None]]:
    """Hear the gaps of the papers that are made inside; each once, in the order of the paper."""
    gaps: dict[Gap, None] = {}
    before = _heard.set(gaps)
    try:
        yield gaps
    finally:
        _heard.reset(before)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Texts by slot and language, as a programme keeps them or as a certificate's snapshot froze them."""

    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def has(self, slot: Slot, language: str) -> bool:
        """Whether the programme has its own words there in that language."""
        return bool(self.texts.get(slot.key, {}).get(language, "").strip())

    def dative_in(self, slot: Slot, language: str) -> bool:
        """Whether the programme's own words there name somebody in the dative."""
        return uses_dative(self.texts.get(slot.key, {}).get(language, ""))

    def names(self, slot: Slot, language: str, place: str) -> bool:
        """Whether the programme's own words there hold that placeholder."""
        return place in names_in(self.texts.get(slot.key, {}).get(language, ""))

    def without_dative(self, languages: Collection[str]) -> "OwnWords":
        """The same without the texts of some languages that name somebody in the dative: nobody confirmed that form."""
        if not languages or not any(map(uses_dative, self._all(languages))):
            return self
        return OwnWords(
            {
                key: {one: text for one, text in texts.items() if one not in languages or not uses_dative(text)}
                for key, texts in self.texts.items()
            }
        )

    def _all(self, languages: Collection[str]) -> Iterator[str]:
        return (text for texts in self.texts.values() for one, text in texts.items() if one in languages)

    def template(self, slot: Slot, words: Words) -> str:
        """The text of a slot in a language, its placeholders unfilled: own words, else the house's."""
        own = self.texts.get(slot.key, {}).get(words.language, "")
        return clean(own) if own.strip() else words.say(slot.default)

    def say_in(self, slot: Slot, words: Words, **values: str) -> str:
        """The text of a slot in one language, filled. A catalogue's ``-`` (a language without the line) gives none."""
        text = self.template(slot, words)
        if text == "-":
            return ""
        heard = _heard.get()
        if heard is not None and self.has(slot, words.language):
            heard.update((Gap(slot, words.language, place), None) for place in missing(text, values))
        return fill(text, values)

    def say(self, slot: Slot, speech: Speech, **values: str | Text) -> Text:
        """The text of a slot in the paper's languages, filled; values that are Texts give each language its own."""
        first = self.say_in(slot, speech.first, **{key: _side(value, 0) for key, value in values.items()})
        if speech.second is None:
            return Text(first)
        return Text(first, self.say_in(slot, speech.second, **{key: _side(value, 1) for key, value in values.items()}))


def theme_unsaid(theme: Text, said: Speech, *told: tuple[OwnWords, Slot]) -> Text:
    """The theme for a line of its own: without the languages in which own words in one of the slots name it."""
    own = [not one or any(words.names(slot, one, THEME_PLACE) for words, slot in told) for one in said.languages]
    return Text("" if own[0] else theme.first, "" if own[1] else theme.second)


def _side(value: str | Text, number: int) -> str:
    return value if isinstance(value, str) else value[number] or value[0]
