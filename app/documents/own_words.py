"""A programme's own words on its papers: where they may stand (slots), and what is printed there.

Each document module names its slots; without own words in a language the house's words of the catalogue are printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.core.i18n import Words
from app.core.placeholders import fill
from app.documents.speech import Speech
from app.documents.texts import Text, clean


@dataclass(frozen=True, slots=True)
class Slot:
    """One place for own words. ``label`` and ``default`` are message ids; the default may be empty.

    ``places`` are the placeholders that may stand in it, each with an example as message id or plain text;
    ``lines`` is the height of its field in the window.
    """

    key: str
    label: str
    default: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    lines: int = 1


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Texts by slot and language, as a programme keeps them or as a certificate's snapshot froze them."""

    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def has(self, slot: Slot, language: str) -> bool:
        """Whether the programme has its own words there in that language."""
        return bool(self.texts.get(slot.key, {}).get(language, "").strip())

    def template(self, slot: Slot, words: Words) -> str:
        """The text of a slot in a language, its placeholders unfilled: own words, else the house's."""
        own = self.texts.get(slot.key, {}).get(words.language, "")
        return clean(own) if own.strip() else words.say(slot.default)

    def say_in(self, slot: Slot, words: Words, **values: str) -> str:
        """The text of a slot in one language, filled. A catalogue's ``-`` (a language without the line) gives none."""
        text = self.template(slot, words)
        return "" if text == "-" else fill(text, values)

    def say(self, slot: Slot, speech: Speech, **values: str | Text) -> Text:
        """The text of a slot in the paper's languages, filled; values that are Texts give each language its own."""
        first = self.say_in(slot, speech.first, **{key: _side(value, 0) for key, value in values.items()})
        if speech.second is None:
            return Text(first)
        return Text(first, self.say_in(slot, speech.second, **{key: _side(value, 1) for key, value in values.items()}))


def _side(value: str | Text, number: int) -> str:
    return value if isinstance(value, str) else value[number] or value[0]
