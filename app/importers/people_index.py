"""Finding those who could be the same person without comparing everybody with everybody (MA-6).

Each person stands under a few keys; only people who share a key are compared. The keys are texts, so that storage may
keep them beside the record and ask for candidates by them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from app.core.given_names import given_names
from app.core.matching_keys import matching_key
from app.core.name_parts import is_initial
from app.core.people_comparison import PersonFacts


@lru_cache(maxsize=50_000)
def given_marks(given: str) -> tuple[str, ...]:
    """What a given name is filed under: the entries it belongs to, else its key; an initial by its letter."""
    key = matching_key(given)
    if not key:
        return ()
    if is_initial(given):
        return (f"{key[0]}.",)
    entries = given_names().entries.get(key)
    return tuple(f"#{number}" for number in sorted(entries)) if entries else (key,)


@lru_cache(maxsize=50_000)
def given_letters(given: str) -> tuple[str, ...]:
    """The letters that may stand for a given name as its initial."""
    key = matching_key(given)
    return tuple(sorted({spelling[0] for spelling in given_names().spellings(key) if spelling})) if key else ()


@lru_cache(maxsize=50_000)
def family_marks(family: str) -> tuple[str, ...]:
    """What a family name is filed under: its key, the keys of its parts, and its beginning for likely misspellings."""
    key = matching_key(family)
    if not key:
        return ()
    parts = [matching_key(part) for part in family.replace("-", " ").split()]
    marks = {key, *(part for part in parts if len(parts) > 1 and len(part) > 2)}
    marks.update(f"{mark[:3]}~" for mark in tuple(marks) if len(mark) > 3)
    return tuple(sorted(marks))


def half_marks(given: str, family: str) -> tuple[str, ...]:
    """What somebody is filed under of whom a list knows the family name or the given name alone; () for all others."""
    if given and family:
        return ()
    known = matching_key(given or family)
    return (f"{'-' if given else ''}{known}|-",) if known else ()


def name_pairs(facts: PersonFacts) -> Iterator[tuple[str, str]]:
    """Given name and family name in each way that a person is filed: native, Latin, turned round."""
    yield facts.given, facts.family
    if facts.given_latin or facts.family_latin:
        yield facts.given_latin or facts.given, facts.family_latin or facts.family
    if not facts.order_known:
        yield facts.family, facts.given


def blocking_keys(facts: PersonFacts) -> frozenset[str]:
    """The keys a person stands under: e-mail, and family name with given name or initial.

    Two people whom ``compare_people`` finds at least possible share a key (but for misspelt first three letters).
    """
    keys: set[str] = set()
    if facts.email:
        keys.add("@" + facts.email)
    for given, family in name_pairs(facts):
        families = family_marks(family)
        for mark in families:
            for given_mark in given_marks(given):
                keys.add(f"{mark}|{given_mark}")
            if not mark.endswith("~"):
                keys.update(f"{mark}|{letter}." for letter in given_letters(given))
        keys.update(half_marks(given, family))
    return frozenset(keys)


@dataclass
class PeopleIndex:
    """People by their keys; each is known by a number given when added."""

    people: list[PersonFacts] = field(default_factory=list)
    _by_key: dict[str, list[int]] = field(default_factory=dict)

    def add(self, facts: PersonFacts, keys: frozenset[str] | None = None) -> int:
        """File a person; gives the number. ``keys``: the person's blocking keys, where they are known already."""
        number = len(self.people)
        self.people.append(facts)
        initial = is_initial(facts.given) if facts.given else False
        for key in keys if keys is not None else blocking_keys(facts):
            if not key.endswith(".") or initial or key.startswith("@"):
                self._by_key.setdefault(key, []).append(number)
            else:
                self._by_key.setdefault("full:" + key, []).append(number)
        return number

    def candidates(self, facts: PersonFacts, keys: frozenset[str] | None = None) -> set[int]:
        """Numbers of those who share a key. Full names meet initials and initials meet full names."""
        found: set[int] = set()
        initial = is_initial(facts.given) if facts.given else False
        for key in keys if keys is not None else blocking_keys(facts):
            found.update(self._by_key.get(key, ()))
            if initial and key.endswith("."):
                found.update(self._by_key.get("full:" + key, ()))
        return found


class Neighbourhood:
    """Who at all may share a key with some people, told by the keys that storage keeps beside each person.

    Wider than the keys, never narrower: the first three letters of the family name with any spelling of the given name.
    ``mails``: their addresses; ``starts``: first three letters of the keys of their family names; ``any_given``: those
    of them that go with every given name; ``pairs``: start and key of a given name that go together; ``halves``: the
    marks of those who have one of both names only.
    """

    def __init__(self, people: Iterable[PersonFacts]) -> None:
        self.mails: set[str] = set()
        self.starts: set[str] = set()
        self.any_given: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()
        self.halves: set[str] = set()
        for facts in people:
            if facts.email:
                self.mails.add(facts.email)
            initial = bool(facts.given) and is_initial(facts.given)
            for given, family in name_pairs(facts):
                self._learn(given, family, initial)
                self.halves.update(half_marks(given, family))

    def _learn(self, given: str, family: str, initial: bool) -> None:
        key = matching_key(given)
        if not key:
            return
        starts = {mark[:3] for mark in family_marks(family)}
        self.starts |= starts
        if initial or is_initial(given):
            self.any_given |= starts
        else:
            spellings = given_names().spellings(key)
            self.pairs.update((start, spelling) for start in starts for spelling in spellings)

    def has_mail(self, *mails: str) -> bool:
        """Whether one of the addresses is among theirs."""
        return any(mail and mail.lower() in self.mails for mail in mails)

    def has_name(
        self, given: str, family: str, given_key: str = "", family_key: str = "", initial: bool = False
    ) -> bool:
        """Whether a name may be one of theirs.

        ``given_key``, ``family_key``: the matching keys of both parts where they are kept already. ``initial``: of the
        given name of this person only the initial is kept in the other script.
        """
        if not given or not family:
            return not self.halves.isdisjoint(half_marks(given, family))
        if " " not in family and "-" not in family:
            # Nearly everybody: one word.
            return self._near((family_key or matching_key(family))[:3], given, given_key, initial)
        # A double name stands under each of its parts.
        return any(self._near(mark[:3], given, given_key, initial) for mark in family_marks(family))

    def _near(self, start: str, given: str, given_key: str, initial: bool) -> bool:
        if start not in self.starts:
            return False
        if initial or start in self.any_given or (start, given_key or matching_key(given)) in self.pairs:
            return True
        return is_initial(given)
