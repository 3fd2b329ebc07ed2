"""What the heading of a day says besides its date: the theme of the day and the town where it is spent (AG-3).

Nobody writes which is which: a label, a column of places, brackets or the places of the day's own items tell a town;
what none of them tells stays open (``words``) for somebody who knows the towns there are.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.core.text import fold, one_line
from app.core.vocabulary import SessionKind
from app.importers.words_in_cells import word_in_title

_THEME = re.compile(
    r"^(?:тема(?:\s+дня)?|theme(?: of the day)?|topic|tema(?:\s+(?:dneva|dana|dneve))?|dagens tema|tēma|dienas tēma|"
    r"тема на денот|motto|focus|фокус|fokus|temat)\s*[:–—-]\s*(\S.*)$",
    re.IGNORECASE,
)
_CITY = re.compile(
    r"^(?:місто|громада|місце(?: проведення)?|city|town|place|venue|location|kraj|mesto|lokacija|ort|stad|plats|kommun|"
    r"vieta|pilsēta|grad|mjesto|općina|град|место|место одржавања|miejsce|miasto)\s*[:–—-]\s*(\S.*)$",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*(?:\s[–—-]\s|[;|\n]|\s/\s|:\s|,\s|[()])\s*")
_TOWN = re.compile(r"^[^\W\d_][^\W\d_'’ʼ.-]*(?:[ -][^\W\d_][^\W\d_'’ʼ.-]*){0,2}$")
#: A theme is a line, not a text.
_LONGEST = 200


@dataclass
class DayHead:
    """The head of one day while its agenda is read; ``words`` may be a town or the theme."""

    city: str = ""
    themes: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def theme(self) -> str:
        """The theme on one line."""
        return " – ".join(dict.fromkeys(self.themes))

    def add(self, raw: str, *, of_place: bool = False, labelled: bool = False) -> bool:
        """Take in what stands in a heading, date and weekday left out; ``of_place``: in a column of places.

        ``labelled``: only what says itself what it is. Gives whether anything was taken.
        """
        text = one_line(raw)[:_LONGEST]
        theme, city = _THEME.match(text), _CITY.match(text)
        if theme is not None:
            self.themes.append(theme[1])
        elif city is not None:
            self.city = self.city or city[1]
        elif labelled or not any(map(str.isalpha, text)):
            return False
        elif of_place:
            self.city = self.city or text
        else:
            self.words.append(text)
        return True

    def settle(self, places: Iterable[str]) -> None:
        """Tell a town by the places of the items; what is longer than the name of a town is the theme."""
        known = [fold(place) for place in places if place]
        left: list[str] = []
        for words in self.words:
            text = words
            pieces = [piece for piece in _PIECES.split(text) if piece]
            towns = [piece for piece in pieces if town_like(piece)]
            told = next((town for town in towns if any(fold(town) in place for place in known)), "")
            if told and not self.city:
                self.city = told
                text = rest_of(text, told)
            if text:
                (left if any(town != told for town in towns) else self.themes).append(text)
        self.words = left


def town_like(text: str) -> bool:
    """Whether a text may be the name of a town: one to three words, the first with a capital, no break or lecture."""
    return (
        len(text) <= 40
        and text[:1].isupper()
        and _TOWN.match(text) is not None
        and word_in_title(SessionKind, text) is None
    )


def rest_of(text: str, piece: str) -> str:
    """A text without one of its pieces and what joined it to the others."""
    before, _, after = text.partition(piece)
    return " – ".join(part for part in (one.strip(" .,:;–—-|/()\n") for one in (before, after)) if part)


def pieces_of(texts: Sequence[str]) -> list[tuple[str, str]]:
    """For each text that may hold a town (the town, the text), the likeliest first."""
    return [(piece, text) for text in texts for piece in _PIECES.split(text) if piece and town_like(piece)]
