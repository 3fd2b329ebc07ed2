"""Texts of people on paper: made harmless, and in one or two languages."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.core.i18n import pick

NBSP = "\u00a0"

#: Marks that turn the direction of writing, joiners without width, soft hyphen, letters without a shape, choosers of a
#: variant: they hide what is really written (D12).
_HIDDEN = dict.fromkeys(
    [
        *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0100, 0xE01F0),
    ]
)
#: Marks piled on one letter: no language needs more than four, more only blacken the lines around.
_PILED = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOWERS = re.compile(f"({_PILED}{{4}}){_PILED}+")
_LINE_BREAKS = {"\n", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"}
_GROUPED = re.compile(r"(?<=[\d)]) (?=[\d(])")
_HARMLESS = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u052f\u2010-\u2027\u2030-\u205e\u2116\u2212]*")


def clean(text: str) -> str:
    """The text as it may be drawn: composed letters, no control or direction marks, ends trimmed.

    Line breaks stay as ``\\n``. Nothing is read as markup anywhere, so nothing else needs escaping (D12, O1).
    """
    if _HARMLESS.fullmatch(text):
        return text.strip()
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").translate(_HIDDEN)
    kept = []
    for letter in text:
        if letter in _LINE_BREAKS:
            kept.append("\n")
        elif letter == "\t":
            kept.append(" ")
        elif unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Cn", "Co"}:
            kept.append(letter)
    return _TOWERS.sub(r"\1", "".join(kept)).strip()


def clean_line(text: str) -> str:
    """Like ``clean``, on one line."""
    return " ".join(clean(text).split("\n")).strip()


def keep_together(text: str) -> str:
    """The text with no-break spaces for spaces: a name, a number with its unit."""
    return clean_line(text).replace(" ", NBSP)


def phones_kept(text: str) -> str:
    """A line with the groups of its numbers held together: no telephone number is parted by the end of a line."""
    return _GROUPED.sub(NBSP, clean_line(text))


class Text(NamedTuple):
    """One text in the paper's first language and, on bilingual paper, in its second.

    ``second`` stays empty when there is one language or no translation; it is then left out without a gap (AG-12).
    """

    first: str = ""
    second: str = ""

    def __bool__(self) -> bool:
        return bool(self.first or self.second)

    @property
    def both(self) -> tuple[str, ...]:
        """The texts that are there and differ."""
        return (self.first, self.second) if self.second and self.second != self.first else (self.first,)

    def joined(self, mark: str = " / ") -> str:
        """Both on one line, once where they are equal."""
        return mark.join(text for text in self.both if text)


def text_in(texts: Mapping[str, str], first: str, second: str = "") -> Text:
    """A record's texts (by language) as the paper needs them; a missing first language falls back, the second not."""
    return Text(pick(texts, first), texts.get(second, "") if second else "")


def same(text: str) -> Text:
    """A text that is the same in every language: a code, a venue name, a number."""
    return Text(text, "")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as documents need it (NA-1).

    ``native`` and ``latin`` are (given, family); ``patronymic`` only for Ukrainian names (NA-2);
    ``sex`` is a value of ``vocabulary.Sex``; ``generated``: nobody has confirmed the Latin spelling yet; ``ukrainian``:
    Ukrainian text writes it in Cyrillic, which is for citizens of Ukraine (AG-13).
    """

    given: str
    family: str
    given_latin: str = ""
    family_latin: str = ""
    patronymic: str = ""
    sex: str = ""
    generated: bool = False
    ukrainian: bool = True

    @property
    def cyrillic(self) -> bool:
        """Whether the native form is written in Cyrillic."""
        return any("CYRILLIC" in unicodedata.name(letter, "") for letter in (self.family or self.given)[:3])

    def native_in(self, language: str) -> bool:
        """Whether a text in a language writes it in Cyrillic (AG-13)."""
        return language == "uk" and self.ukrainian and self.cyrillic

    @property
    def native(self) -> str:
        """``Given Family`` as it is written at home, in whatever script."""
        return " ".join(part for part in (clean_line(self.given), clean_line(self.family)) if part)

    def parts(self, language: str) -> tuple[str, str]:
        """(given, family) in a language: passport spelling, but Cyrillic for Ukrainians in Ukrainian text (AG-13)."""
        if self.native_in(language):
            return clean_line(self.given), clean_line(self.family)
        given, family = self.given_latin or self.given, self.family_latin or self.family
        return clean_line(given), clean_line(family)

    def shown(self, language: str) -> str:
        """``Given Family``."""
        return " ".join(part for part in self.parts(language) if part)

    def formal(self, language: str) -> str:
        """As on a certificate: in Ukrainian with the patronymic (NA-3)."""
        given, family = self.parts(language)
        middle = clean_line(self.patronymic) if self.native_in(language) else ""
        return " ".join(part for part in (given, middle, family) if part)

    def signed(self, language: str) -> str:
        """Under a signature: in Ukrainian the family name in capitals (CE-11)."""
        given, family = self.parts(language)
        return " ".join(part for part in (given, family.upper() if language == "uk" else family) if part)

    def sorted_form(self, language: str) -> tuple[str, str]:
        """(family, given and patronymic): for lists; the patronymic in Ukrainian only."""
        given, family = self.parts(language)
        if self.native_in(language) and self.patronymic:
            given = f"{given} {clean_line(self.patronymic)}".strip()
        return family, given
