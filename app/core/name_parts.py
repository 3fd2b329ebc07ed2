"""Taking a full name apart into given name, family name and patronymic (MA-1 to MA-3, SP-4, SP-17)."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from app.core.given_names import given_names
from app.core.text import one_line
from app.core.transliteration import is_cyrillic, repair_mixed_script, transliterate
from app.core.vocabulary import Sex

_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam g ga gdč gospod gospa п пан пані панна herr fru fröken hr kungs"
    " kundze jkdze kgs kdze gosp mag ing dipl doc assoc phd mba msc г-н г-жа".split()
)
_PATRONYMIC_LATIN = re.compile(
    r"(?:(?:[oe]|io|ie)vy?i?ch|yi?vna|ivna|ovna|evna|iyivna|ichna|ychna|"
    r"^(?:illich|ilich|lukych|lukich|kuzmych|kuzmich|khomych|homych|savych|nykytych|mykytych|yakovych))$"
)
_PATRONYMIC_FEMALE = re.compile(r"(?:vna|chna)$")
_TURKIC = {"огли": Sex.MALE, "оглу": Sex.MALE, "кизи": Sex.FEMALE, "oglu": Sex.MALE, "ogly": Sex.MALE}
_PARTICLES = frozenset("von van de der den af av del della di da du la le el al bin ben dos das zu".split())
#: Small words between the two parts of one family name (Ortega y Gasset, Costa e Silva, Puig i Cadafalch).
_JOINING = frozenset("y e i".split())
_FAMILY_ENDING = re.compile(
    r"(?:enko|enkova|chuk|shchuk|iuk|uk|skyi|skyy|ska|skij|sky|skaia|tskyi|tska|zkyi|zka|chyk|ovych|ych|ishyn|"
    r"ak|iak|ets|iv|yn|ov|ova|ev|eva|son|ström|berg|qvist|kvist|lund|gren|ić|ič|vić|nik|šek|nik|iņš|iņa|ska)$"
)
_SPLIT = re.compile(r"[\s\u00a0]+")
_GLUED_INITIALS = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_])")
_TITLE = re.compile(
    r"^[a-zčšž]{2,}\.$|^(?:[a-zа-яіїєґčšž]{1,6}\.-?)+$|"
    r"^(?:PhD|Ph\.\s?D|MBA|MPA|MSc|MA|BA|CSc|DrSc|LL\.?M|DiS|ArtD|ThD|spec)\.?$"
)
_GEORGIAN = re.compile("[\u10d0-\u10ff\u1c90-\u1cbf]")
_WORD_START = re.compile(r"(?:^|(?<=[-–\s]))([^\W\d_])([^\s–-]*)")


class Order(StrEnum):
    """Which part of a full name stands first."""

    GIVEN_FIRST = "given_first"
    FAMILY_FIRST = "family_first"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A full name taken apart. ``order`` is what the name itself shows; UNKNOWN when only a hint or habit decided."""

    given: str = ""
    family: str = ""
    patronymic: str = ""
    order: Order = Order.UNKNOWN
    repaired: bool = False

    @property
    def certain(self) -> bool:
        """Whether the name itself shows which word is the family name."""
        return self.order is not Order.UNKNOWN


def is_initial(token: str) -> bool:
    """Whether a word is only an initial: ``О.``, ``Ya.``, ``J``."""
    bare = token.rstrip(".")
    return len(bare) == 1 or (token.endswith(".") and len(bare) <= 2)


@lru_cache(maxsize=20_000)
def patronymic_sex(token: str) -> Sex:
    """The sex that a patronymic tells (SP-14); UNKNOWN when the word is none."""
    last = token.rsplit(" ", maxsplit=1)[-1].casefold()
    if last in _TURKIC:
        return _TURKIC[last]
    latin = transliterate(token).casefold()
    if not _PATRONYMIC_LATIN.search(latin):
        return Sex.UNKNOWN
    return Sex.FEMALE if _PATRONYMIC_FEMALE.search(latin) else Sex.MALE


def is_patronymic(token: str) -> bool:
    """Whether a word has the form of a patronymic (MA-2)."""
    return patronymic_sex(token) is not Sex.UNKNOWN


def name_case(text: str) -> str:
    """ALL CAPITALS or all small letters turned into Name Case by word and hyphen; anything else stays (SP-17)."""
    if not (text.isupper() or text.islower()) or sum(map(str.isalpha, text)) < 2:
        return text
    if text.islower() and text in _PARTICLES:
        return text
    if _GEORGIAN.search(text):
        # An alphabet without capitals: the large letters are for whole headlines only.
        return text.lower()

    def word(found: re.Match[str]) -> str:
        rest = found.group(2)
        if len(rest) > 2 and rest[0] in "'’ʼ" and rest[1].lower() not in "яюєї":
            return found.group(1).upper() + rest[0] + rest[1].upper() + rest[2:].lower()
        return found.group(1).upper() + rest.lower()

    return _WORD_START.sub(word, text)


def _tokens(text: str) -> list[str]:
    spaced = _GLUED_INITIALS.sub(" ", text)
    found = [token for token in _SPLIT.split(spaced) if token.strip(".,;")]
    while len(found) > 1 and found[0].casefold().strip(".") in _HONORIFICS and not _single_capital(found, 0):
        found = found[1:]
    while len(found) > 2 and found[-1].casefold().strip(".").replace(".", "") in {"phd", "mba", "msc", "jr", "sr"}:
        found = found[:-1]
    return found


def _single_capital(tokens: list[str], at: int) -> bool:
    """``П.`` before a family name alone is an initial, not "pan"; so is ``G.`` before one word."""
    return len(tokens[at].strip(".")) == 1 and tokens[at][0].isupper() and len(tokens) == 2


def _take_patronymic(tokens: list[str]) -> tuple[list[str], str, int]:
    """The tokens without the patronymic, the patronymic, and where it stood (-1: nowhere). Never the first (MA-2)."""
    if len(tokens) >= 3 and tokens[-1].casefold() in _TURKIC and not is_initial(tokens[-2]):
        return tokens[:-2], " ".join(tokens[-2:]), len(tokens) - 2
    if len(tokens) < 3:
        return tokens, "", -1
    for at in range(len(tokens) - 1, 0, -1):
        if is_patronymic(tokens[at]) and not is_initial(tokens[at]):
            others = tokens[:at] + tokens[at + 1 :]
            if at == 1 and len(tokens) == 3 and not _given_middle(tokens):
                continue
            return others, tokens[at], at
    return tokens, "", -1


def _given_middle(tokens: list[str]) -> bool:
    """``Given Patronymic Family``: the first word must be able to be a given name."""
    names = given_names()
    return names.knows(tokens[0]) or not names.knows(tokens[2])


def _join(tokens: list[str]) -> str:
    """Words of a name joined, each in name case; "огли" and its like stay small."""
    return " ".join(token.lower() if token.casefold() in _TURKIC else name_case(token) for token in tokens)


def _by_initials(tokens: list[str]) -> NameParts | None:
    """Names with initials: ``Шевченко О.І.``, ``О. І. Шевченко``, ``Shevchenko O.``"""
    marks = [is_initial(token) for token in tokens]
    if not any(marks) or all(marks):
        return None
    initials = [
        token if token.endswith(".") else token + "." for token, mark in zip(tokens, marks, strict=True) if mark
    ]
    words = [token for token, mark in zip(tokens, marks, strict=True) if not mark]
    if len(words) == 2 and sum(marks) == 1 and not marks[0]:
        beside = _one_beside(tokens, words, initials[0])
        if beside is not None:
            return beside
    if len(words) > 1 and not marks[0]:
        if marks[-1] and len(words) == 2 and not given_names().knows(words[-1]):
            return NameParts(initials[0], _join(words), " ".join(initials[1:]), Order.FAMILY_FIRST)
        return None
    order = Order.GIVEN_FIRST if marks[0] else Order.FAMILY_FIRST
    return NameParts(initials[0], _join(words), " ".join(initials[1:]), order)


def _one_beside(tokens: list[str], words: list[str], initial: str) -> NameParts | None:
    """A whole name with one initial: that of the patronymic in Cyrillic ("Савчук Ольга І."), else of a middle name."""
    names, cyrillic = given_names(), is_cyrillic(words[0])
    middle = is_initial(tokens[1])
    if middle:
        first, last = words
        given = _join([first]) if cyrillic else f"{_join([first])} {initial}"
        return NameParts(given, _join([last]), initial if cyrillic else "", Order.GIVEN_FIRST)
    if cyrillic and names.knows(words[0]) != names.knows(words[1]):
        order = Order.GIVEN_FIRST if names.knows(words[0]) else Order.FAMILY_FIRST
        given, family = words if order is Order.GIVEN_FIRST else reversed(words)
        return NameParts(_join([given]), _join([family]), initial, order)
    return None


def _capitals(tokens: list[str]) -> tuple[list[str], list[str]] | None:
    """Given and family words when some words stand wholly in capitals beside mixed ones (MA-1)."""
    upper = [token.isupper() and len(token.strip(".")) > 1 for token in tokens]
    if not any(upper) or all(upper):
        return None
    family = [token for token, mark in zip(tokens, upper, strict=True) if mark]
    given = [token for token, mark in zip(tokens, upper, strict=True) if not mark]
    return (given, family) if given and family else None


def _family_like(token: str) -> bool:
    return bool(_FAMILY_ENDING.search(transliterate(token).casefold().replace("’", "")))


def _by_dictionary(tokens: list[str]) -> Order:
    """The order that the dictionary of given names and the endings of family names show (MA-3)."""
    names = given_names()
    first, last = names.knows(tokens[0]), names.knows(tokens[-1])
    if first != last:
        return Order.GIVEN_FIRST if first else Order.FAMILY_FIRST
    ending_first, ending_last = _family_like(tokens[0]), _family_like(tokens[-1])
    if ending_first != ending_last and not (first and last):
        return Order.FAMILY_FIRST if ending_first else Order.GIVEN_FIRST
    return Order.UNKNOWN


def _divide(tokens: list[str], order: Order) -> tuple[list[str], list[str]]:
    """Given and family words of an ordered name; further known given names stay with the given name."""
    names = given_names()
    if order is Order.FAMILY_FIRST:
        cut = 1
        while cut < len(tokens) - 1 and (tokens[cut - 1].casefold() in _PARTICLES or not names.knows(tokens[cut])):
            cut += 1
        return tokens[cut:], tokens[:cut]
    joint = next((at for at in range(2, len(tokens) - 1) if tokens[at] in _JOINING), 0)
    if joint:
        return tokens[: joint - 1], tokens[joint - 1 :]
    cut = 1
    while cut < len(tokens) - 1 and names.knows(tokens[cut]) and tokens[cut].casefold() not in _PARTICLES:
        cut += 1
    if cut < len(tokens) - 1 and not any(token.casefold() in _PARTICLES for token in tokens) and cut == 1:
        cut = len(tokens) - 1 if not is_cyrillic(tokens[0]) and len(tokens) > 3 else cut
    return tokens[:cut], tokens[cut:]


@lru_cache(maxsize=50_000)
def split_full_name(text: str, hint: Order = Order.UNKNOWN, language_hint: str = "") -> NameParts:
    """Take a full name apart (MA-1 to MA-3).

    What the name shows decides first: a comma, capitals, initials, a patronymic, the dictionary, the ending; then
    ``hint`` (the order in the heading or in the rest of the column), then the habit of the language: family name first
    in Ukrainian three-word names, given name first otherwise. Look-alike letters are repaired (TL-5).
    """
    whole, repaired = repair_mixed_script(one_line(text))
    if "," in whole:
        return _with_comma(whole, bool(repaired))
    tokens = [token.strip(",;") for token in _tokens(whole)]
    if not tokens:
        return NameParts()
    if len(tokens) == 1:
        return _single(tokens[0], bool(repaired))
    found = _by_initials(tokens)
    if found is not None:
        return replace(found, repaired=bool(repaired))
    given_family = _capitals(tokens)
    if given_family is not None:
        given, family = given_family
        shown = Order.FAMILY_FIRST if tokens[0] == family[0] else Order.GIVEN_FIRST
        patronymic = given[-1] if len(given) >= 2 and is_patronymic(given[-1]) else ""
        given = given[:-1] if patronymic else given
        return NameParts(_join(given), _join(family), name_case(patronymic), shown, bool(repaired))
    return _ordered(tokens, hint, language_hint, bool(repaired))


def _single(token: str, repaired: bool) -> NameParts:
    word = name_case(token)
    if given_names().knows(word):
        return NameParts(given=word, repaired=repaired)
    return NameParts(family=word, repaired=repaired)


def _with_comma(whole: str, repaired: bool) -> NameParts:
    """``Surname, Given Patronymic``; a comma between every two words is only a separator."""
    family, _, rest = (part.strip() for part in whole.partition(","))
    if not family or not rest or all(_TITLE.match(word) for word in rest.replace(",", " ").split()):
        whole = family or rest
        return split_full_name(whole)
    if "," in rest:
        return split_full_name(whole.replace(",", " "), Order.FAMILY_FIRST)
    given = _tokens(rest)
    patronymic = given[-1] if len(given) >= 2 and (is_patronymic(given[-1]) or is_initial(given[-1])) else ""
    given = given[:-1] if patronymic else given
    return NameParts(_join(given), _join(_tokens(family)), name_case(patronymic), Order.FAMILY_FIRST, repaired)


def _ordered(tokens: list[str], hint: Order, language_hint: str, repaired: bool) -> NameParts:
    others, patronymic, at = _take_patronymic(tokens)
    if patronymic and len(others) >= 2:
        last = at == len(tokens) - 1 or patronymic.count(" ")
        shown = Order.FAMILY_FIRST if last else Order.GIVEN_FIRST
        given, family = (others[-1:], others[:-1]) if last else (others[:at], others[at:])
        if last and given_names().knows(others[0]) and not given_names().knows(others[-1]):
            given, family = others[:1], others[1:]
        return NameParts(_join(given), _join(family), _join(patronymic.split()), shown, repaired)
    shown = _by_dictionary(tokens)
    order = shown or hint
    if order is Order.UNKNOWN:
        ukrainian = language_hint == "uk" or (not language_hint and is_cyrillic(tokens[0]))
        order = Order.FAMILY_FIRST if ukrainian and len(tokens) >= 3 else Order.GIVEN_FIRST
    given, family = _divide(tokens, order)
    return NameParts(_join(given), _join(family), "", shown, repaired)
