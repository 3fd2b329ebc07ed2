"""How sure it is that two descriptions mean one person (MA-5 to MA-7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from app.core.given_names import given_names
from app.core.matching_keys import matching_key
from app.core.name_parts import is_initial, patronymic_sex, split_full_name

#: MA-6: from here on two family names are taken for spellings of one.
SIMILAR = 0.93
#: So long is a date of which the day is known.
WHOLE_DAY = 10


class Level(IntEnum):
    """How sure a match is. Nothing is ever merged without a click (MA-7)."""

    DIFFERENT = 0
    POSSIBLE = 1
    PROBABLE = 2
    CERTAIN = 3


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is compared of a person. Texts as they stand; ``birth_date`` ISO; ``order_known`` False: may be swapped."""

    given: str = ""
    family: str = ""
    patronymic: str = ""
    given_latin: str = ""
    family_latin: str = ""
    gender: str = ""
    email: str = ""
    birth_date: str = ""
    order_known: bool = True


def facts_of(full_name: str, **more: str) -> PersonFacts:
    """The facts of a full name written in one piece."""
    parts = split_full_name(full_name)
    return PersonFacts(parts.given, parts.family, parts.patronymic, order_known=parts.certain, **more)


@lru_cache(maxsize=50_000)
def _given_level(first: str, second: str) -> Level:
    """PROBABLE for the same given name (MA-5), POSSIBLE where an initial fits, else DIFFERENT."""
    one, other = matching_key(first), matching_key(second)
    if not one or not other:
        return Level.POSSIBLE if not (one or other) else Level.DIFFERENT
    if is_initial(first) or is_initial(second):
        starts = {key[0] for key in given_names().spellings(one)} & {key[0] for key in given_names().spellings(other)}
        return Level.POSSIBLE if starts else Level.DIFFERENT
    if given_names().same(one, other):
        return Level.PROBABLE
    words, others = _words(first), _words(second)
    if len(words) != len(others) and (words <= others or others <= words):
        return Level.PROBABLE
    return Level.DIFFERENT


def _words(text: str) -> frozenset[str]:
    return frozenset(matching_key(word) for word in text.replace("-", " ").split())


@lru_cache(maxsize=50_000)
def _family_level(first: str, second: str) -> Level:
    """PROBABLE for one key, POSSIBLE for a shared part of a double name or a likely misspelling."""
    one, other = matching_key(first), matching_key(second)
    if not one or not other:
        return Level.DIFFERENT
    if one == other:
        return Level.PROBABLE
    words, others = _words(first), _words(second)
    if (len(words) > 1 or len(others) > 1) and words & others:
        return Level.POSSIBLE
    from rapidfuzz.distance import JaroWinkler

    return Level.POSSIBLE if JaroWinkler.similarity(one, other, score_cutoff=SIMILAR) >= SIMILAR else Level.DIFFERENT


def _forms(facts: PersonFacts) -> Iterator[tuple[str, str]]:
    """The ways a person's name is written: native and Latin."""
    if facts.given or facts.family:
        yield facts.given, facts.family
    if facts.given_latin or facts.family_latin:
        yield facts.given_latin or facts.given, facts.family_latin or facts.family


def _pair_level(one: tuple[str, str], other: tuple[str, str]) -> Level:
    if not one[1] and not other[1]:
        # A list of given names alone.
        return min(Level.POSSIBLE, _given_level(one[0], other[0]))
    family = _family_level(one[1], other[1])
    return min(family, _given_level(one[0], other[0])) if family else family


def name_level(a: PersonFacts, b: PersonFacts) -> Level:
    """The level of the names alone; a turned-round name counts only with identical keys (MA-3)."""
    best = Level.DIFFERENT
    unsure = not (a.order_known and b.order_known)
    for one in _forms(a):
        for other in _forms(b):
            best = max(best, _pair_level(one, other))
            if unsure and best < Level.PROBABLE:
                turned = (other[1], other[0])
                if matching_key(one[1]) and matching_key(one[1]) == matching_key(turned[1]):
                    best = max(best, min(Level.PROBABLE, _given_level(one[0], turned[0])))
            if best is Level.PROBABLE:
                return best
    return best


@lru_cache(maxsize=50_000)
def _patronymics_conflict(first: str, second: str) -> bool:
    if not first or not second:
        return False
    one, other = matching_key(first), matching_key(second)
    if is_initial(first) or is_initial(second):
        return one[:1] != other[:1]
    return one != other


def dates_fit(one: str, other: str) -> bool:
    """Whether two dates may be one day: also where one is known to the month or the year alone, or not at all."""
    return one == other or not one or not other or one.startswith(other) or other.startswith(one)


def _conflict(a: PersonFacts, b: PersonFacts) -> bool:
    """What forces "different" (MA-6): patronymic, sex or birth date that contradict."""
    if not dates_fit(a.birth_date, b.birth_date):
        return True
    if _patronymics_conflict(a.patronymic, b.patronymic):
        return True
    first = a.gender or patronymic_sex(a.patronymic).value if a.patronymic or a.gender else ""
    second = b.gender or patronymic_sex(b.patronymic).value if b.patronymic or b.gender else ""
    return bool(first and second and {first, second} == {"f", "m"})


def compare_people(a: PersonFacts, b: PersonFacts) -> Level:
    """How sure it is that two descriptions mean one person (MA-6).

    One e-mail makes it certain only when the names do not speak against it: town halls share mail boxes. With one
    e-mail and one given name but another family name (a wedding), or with one family name where a list leaves out the
    given name, it is possible.
    """
    if _conflict(a, b):
        return Level.DIFFERENT
    level = name_level(a, b)
    if a.email and a.email == b.email:
        nameless = not any(_forms(a)) or not any(_forms(b))
        if level >= Level.POSSIBLE or nameless:
            return Level.CERTAIN
        given = max((_given_level(x[0], y[0]) for x in _forms(a) for y in _forms(b)), default=Level.DIFFERENT)
        half = any(
            not (x[0] and y[0]) and _family_level(x[1], y[1]) is Level.PROBABLE for x in _forms(a) for y in _forms(b)
        )
        return Level.POSSIBLE if given is Level.PROBABLE or half else Level.DIFFERENT
    if level is Level.PROBABLE and len(a.birth_date) == WHOLE_DAY and a.birth_date == b.birth_date:
        return Level.CERTAIN
    return level
