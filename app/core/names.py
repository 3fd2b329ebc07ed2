"""The forms of a person's name (NA-1 to NA-5, AG-13): in lists, in sentences, on badges, under signatures."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.collation import SortKey, sort_key
from app.core.transliteration import called_in_cyrillic, is_cyrillic, latin_parts, transliterate
from app.core.vocabulary import LatinSource

#: Languages of papers that write Ukrainian names in Cyrillic letters (AG-13).
CYRILLIC_LANGUAGES = frozenset({"uk", "sr", "mk", "ru", "bg"})


class NameForm(StrEnum):
    """How a name is written where it stands (NA-3)."""

    LIST = "list"
    SENTENCE = "sentence"
    SIGNATURE = "signature"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as it is kept: native parts, and the Latin spelling with where it comes from (NA-1).

    ``country`` is the person's own (code), empty where it is not known.
    """

    given: str = ""
    family: str = ""
    patronymic: str = ""
    given_latin: str = ""
    family_latin: str = ""
    latin_source: LatinSource = LatinSource.NONE
    country: str = ""

    @property
    def cyrillic(self) -> bool:
        """Whether the native name is written in Cyrillic letters."""
        return is_cyrillic(self.given + self.family)

    def latin(self) -> tuple[str, str]:
        """Given and family name in Latin letters: as kept, else as they are, else made by the table (NA-1)."""
        if self.country in {"", "UA"}:
            return self.given_latin or transliterate(self.given), self.family_latin or transliterate(self.family)
        made = latin_parts(self.given, self.family, self.country)
        return self.given_latin or made[0], self.family_latin or made[1]

    def native_in(self, language: str) -> bool:
        """Whether a text in a language writes the name as it is written at home: in Ukrainian those of Ukrainians."""
        if not self.cyrillic:
            return True
        if language == "uk":
            return called_in_cyrillic(self.given + self.family, self.country)
        return language in CYRILLIC_LANGUAGES

    def parts(self, language: str) -> tuple[str, str]:
        """Given and family name in the script of a paper's language (AG-13)."""
        return (self.given, self.family) if self.native_in(language) else self.latin()

    def with_generated_latin(self) -> "PersonName":
        """The name with a Latin spelling proposed where there is none; what is there is never overwritten (NA-1)."""
        if not self.cyrillic or self.given_latin or self.family_latin:
            return self
        return PersonName(
            self.given,
            self.family,
            self.patronymic,
            transliterate(self.given),
            transliterate(self.family),
            LatinSource.GENERATED,
            self.country,
        )


def display(name: PersonName, language: str, form: NameForm = NameForm.SENTENCE) -> str:
    """The name as a paper or list in a language writes it.

    LIST: ``Прізвище Ім'я По батькові`` in Ukrainian, ``Surname, Given`` elsewhere. SENTENCE and BADGE: ``Given
    Surname``. SIGNATURE: ``Ім'я ПРІЗВИЩЕ``. The patronymic never leaves Ukrainian lists (NA-2).
    """
    given, family = name.parts(language)
    match form:
        case NameForm.LIST if name.cyrillic and name.native_in(language):
            return native_list(name)
        case NameForm.LIST:
            return ", ".join(part for part in (family, given) if part)
        case NameForm.SIGNATURE:
            return " ".join(part for part in (given, family.upper()) if part)
        case _:
            return " ".join(part for part in (given, family) if part)


def native_list(name: PersonName) -> str:
    """``Прізвище Ім'я По батькові``: a Cyrillic name as lists at home have it, whoever's it is."""
    return " ".join(part for part in (name.family, name.given, name.patronymic) if part)


def badge_lines(name: PersonName, language: str) -> tuple[str, str]:
    """The two lines of a badge: the given name large, the family name under it."""
    return name.parts(language)


def name_sort_key(name: PersonName, language: str) -> tuple[SortKey, SortKey]:
    """The key for lists of people in a language: family name, then given name and patronymic (NA-9).

    Whoever has one name stands by that one.
    """
    given, family = name.parts(language)
    return sort_key(family or given, language), sort_key(f"{given} {name.patronymic}".strip(), language)


#: The language in which somebody's own title is written, by the country of the employer.
_OWN_LANGUAGE = {"SI": "sl", "SE": "sv", "LV": "lv", "UA": "uk"}


def post_title(own: str, english: str, language: str, country: str = "") -> str:
    """The title of a post as a reader of a language needs it: in that language, else in English, else as it is.

    ``country`` is that of the employer; unknown, a Cyrillic title is for Ukrainian readers, a Latin one besides English
    for Slovenian ones; nobody else reads either.
    """
    spoken = _OWN_LANGUAGE.get(country, "") if country else "uk" if is_cyrillic(own) else "sl"
    return own if own and spoken == language else english or own
