"""Names in the dative, as a proposal that somebody looks at before it is printed (CE-5 to CE-7).

Ukrainian names by ``shevchenko``; Latvian ones by their endings. Nothing is proposed for a name of another country: a
name that was not born in a language has no certain form in it, and on paper it stands as in the passport.
"""

import re
from dataclasses import dataclass

from app.core.name_parts import is_initial, patronymic_sex
from app.core.text import one_line
from app.core.transliteration import cyrillic_language, is_cyrillic
from app.core.vocabulary import Sex

#: The form that letters and certificates use: "виданий …", "izsniegts …".
DATIVE = "dative"
#: Languages of papers that decline names; the others print every name as it is.
DECLINING = ("uk", "lv", "sl")
#: Longer than any name of a person: nothing is proposed then.
_LONGEST = 120
#: Countries whose Cyrillic names are not Ukrainian.
_OTHER_CYRILLIC = frozenset({"RS", "MK", "ME", "BA", "BG", "RU", "BY"})
_BETWEEN = re.compile(r"([\s-]+)")
#: Latvian endings and what they become in the dative, the longer first.
_MEN = (("ais", "ajam"), ("us", "um"), ("is", "im"), ("s", "am"), ("š", "šam"), ("a", "am"), ("e", "em"))
_WOMEN = (("ā", "ajai"), ("a", "ai"), ("e", "ei"))


@dataclass(frozen=True, slots=True)
class WholeName:
    """A name as it is kept: native parts, sex as a word of ``Sex``, two-letter country (empty while not known)."""

    given: str
    family: str
    patronymic: str = ""
    sex: str = ""
    country: str = ""


def dative(name: WholeName, language: str) -> str:
    """The name in the dative as one line (given name first), or empty where nothing can be proposed."""
    given, patronymic, family = (one_line(part) for part in (name.given, name.patronymic, name.family))
    if not 0 < len(given + patronymic + family) <= _LONGEST:
        return ""
    if language == "uk":
        found = _ukrainian(given, patronymic, family, name.sex, name.country)
    elif language == "lv":
        found = _latvian(given, family, name.sex, name.country)
    else:
        found = []
    return " ".join(part for part in found if part)


def _ukrainian(given: str, patronymic: str, family: str, sex: str, country: str) -> list[str]:
    """Empty for names that are not Ukrainian, for initials, and where nothing tells a woman from a man."""
    whole = given + family
    if country in _OTHER_CYRILLIC or not is_cyrillic(whole) or cyrillic_language(whole) != "uk":
        return []
    words = [word for part in (given, patronymic, family) for word in part.split()]
    if any(is_initial(word) for word in words) or not all(map(_is_word, words)):
        return []
    gender = _gender(given, patronymic, sex)
    if not gender:
        return []
    import shevchenko

    asked = {"given_name": given, "patronymic_name": patronymic, "family_name": family}
    try:
        found = shevchenko.in_dative({key: part for key, part in asked.items() if part}, gender=gender)
    except shevchenko.InputValidationError:
        return []
    return [found.get(key, "") for key in asked]


def _is_word(word: str) -> bool:
    """Letters, apostrophes and hyphens: anything else is no name that a rule knows."""
    return all(letter.isalpha() or letter in "'’ʼ-" for letter in word)


def _gender(given: str, patronymic: str, sex: str) -> str:
    """The sex on record decides, then the patronymic, then the given name; empty when nothing tells one from other."""
    if sex == str(Sex.OTHER):
        return ""
    told = sex or str(Sex.UNKNOWN)
    if told == str(Sex.UNKNOWN) and patronymic:
        told = str(patronymic_sex(patronymic))
    if told in (str(Sex.FEMALE), str(Sex.MALE)):
        return "feminine" if told == str(Sex.FEMALE) else "masculine"
    import shevchenko

    return shevchenko.detect_gender(given_name=given) or "" if given else ""


def _latvian(given: str, family: str, sex: str, country: str) -> list[str]:
    """By the endings; empty unless every part of the name ends as Latvian names do."""
    if country not in ("", "LV") or not given or not family or is_cyrillic(given + family):
        return []
    endings = _endings(given, family, sex)
    found = [_each(part, endings) for part in (given, family)]
    return found if all(found) else []


def _endings(given: str, family: str, sex: str) -> tuple[tuple[str, str], ...]:
    if sex == str(Sex.FEMALE):
        return _WOMEN
    if sex == str(Sex.MALE):
        return _MEN
    if sex == str(Sex.OTHER):
        return ()
    # Nobody said: a name in -s or -š is a man's, one of which both parts end in a vowel a woman's.
    if given[-1:] in ("s", "š"):
        return _MEN
    return _WOMEN if given[-1:] in ("a", "e") and family[-1:] in ("a", "e", "ā") else ()


def _each(part: str, endings: tuple[tuple[str, str], ...]) -> str:
    """Every word of a part, also each half of a double name; empty when one of them ends otherwise."""
    pieces = _BETWEEN.split(part)
    for place in range(0, len(pieces), 2):
        pieces[place] = _one(pieces[place], endings)
        if not pieces[place]:
            return ""
    return "".join(pieces)


def _one(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    if len(word) < 3 or not word.isalpha() or word.isupper():
        return ""
    for ending, dative_ending in endings:
        if word.endswith(ending):
            return word.removesuffix(ending) + dative_ending
    return ""


__all__ = ["DATIVE", "DECLINING", "WholeName", "dative"]
