"""Who may be the same person among very many: found by columns, without comparing everybody with everybody (MA-6).

``Faces`` holds what two lists of people are compared by, a list a field. Nearly everybody has a plain name: one family
name, one given name written out, a Latin spelling that says the same. Two plain people share a blocking key
(``people_index``) exactly when they stand in one group (beginning of the family key, dictionary entry of the given
name) and their family keys are equal or both longer than three letters. All others (double names, initials, parts
that may be turned round, other Latin names) are compared by their keys themselves.

Pairs that ``compare_people`` would surely call different are left out: other birth dates; alike family names where the
e-mails differ and neither phone nor passport is the same. What is left goes through ``compare_people``.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import compress
from operator import add, and_, ne, not_
from weakref import WeakKeyDictionary

from app.core.given_names import given_names
from app.core.name_batches import keys_and_spellings, matching_keys, plain_spellings
from app.core.name_parts import is_initial
from app.core.people_comparison import SIMILAR, WHOLE_DAY, PersonFacts, dates_fit
from app.importers.people_index import blocking_keys, family_marks, given_marks, half_marks, name_pairs

#: Family keys of so many letters have no key by their beginning.
_SHORT = 3
#: So many people under one key are all looked at.
_FEW = 8


def contradicts(a: PersonFacts, b: PersonFacts, phones: tuple[str, str] = ("", "")) -> bool:
    """Whether two people of one name have nothing in common to reach them by: other e-mail, and not one phone."""
    if not a.email or not b.email or a.email == b.email:
        return False
    return not phones[0] or phones[0] != phones[1]


class LatinColumns(Mapping[int, tuple[str, str]]):
    """Latin given and family names of some people of a list, by number: kept by columns, looked at all at once.

    ``own`` tells whose count; of those at least one of both names is there.
    """

    def __init__(self, givens: Sequence[str], families: Sequence[str], own: Sequence[bool]) -> None:
        self.givens, self.families = givens, families
        self.own: list[bool] = list(map(and_, own, map(any, zip(givens, families, strict=True))))

    def unlike(self, made: Iterable[str | None]) -> list[int]:
        """Those whose family name is another than the one in ``made`` (one for everybody), or is not there."""
        other = list(map(ne, made, self.families))
        if "" in self.families:
            # What is made of a name may be nothing, too.
            other = [one or not family for one, family in zip(other, self.families, strict=True)]
        return list(compress(range(len(other)), map(and_, self.own, other)))

    def given_pairs(self, natives: Sequence[str]) -> set[tuple[str, str]]:
        """The given names, of which ``natives`` are everybody's own ones, with their spellings."""
        return set(compress(zip(natives, self.givens, strict=True), self.own))

    def __getitem__(self, number: int) -> tuple[str, str]:
        if not self.own[number]:
            raise KeyError(number)
        return self.givens[number], self.families[number]

    def __iter__(self) -> Iterator[int]:
        return compress(range(len(self.own)), self.own)

    def __len__(self) -> int:
        return self.own.count(True)


@dataclass(slots=True)
class People:
    """Columns of people as they are compared, aligned; texts as in ``PersonFacts``.

    ``latin``: by number the Latin given and family names of those whose own spelling may be of another name than the
    native one; the spellings of all others are made by the table or have the same keys. ``turned``: numbers of those
    whose parts may be turned round. ``facts`` gives one person's facts, of which names,
    e-mail and birth date must be there.
    """

    families: Sequence[str]
    givens: Sequence[str]
    births: Sequence[str]
    mails: Sequence[str]
    phones: Sequence[str]
    passports: Sequence[str]
    facts: Callable[[int], PersonFacts]
    latin: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    turned: frozenset[int] = field(default_factory=frozenset)


class Numbers:
    """Numbers under texts: most texts have one number only. Empty texts have none."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.first = dict(zip(reversed(texts), range(len(texts) - 1, -1, -1), strict=True))
        empty = texts.count("") if self.first.pop("", None) is not None else 0
        self.more: dict[str, list[int]] = {}
        if len(self.first) + empty < len(texts):
            first, last = self.first, dict(zip(texts, range(len(texts)), strict=True))
            last.pop("", None)
            more: dict[str, list[int]] = {text: [] for text, number in last.items() if number != first[text]}
            for number, text in enumerate(texts):
                if text in more:
                    more[text].append(number)
            self.more = more

    def get(self, text: str) -> Sequence[int]:
        """The numbers under a text, in order."""
        number = self.first.get(text)
        return () if number is None else self.more.get(text) or (number,)

    def items(self) -> Iterator[tuple[str, Sequence[int]]]:
        """Each text with its numbers."""
        for text, number in self.first.items():
            yield text, self.more.get(text) or (number,)


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """For each entry of the dictionary of given names the one that stands for all that hang together with it."""
    head: dict[int, int] = {}

    def top(number: int) -> int:
        while head.setdefault(number, number) != number:
            number = head[number]
        return number

    for numbers in given_names().entries.values():
        one, *others = sorted(numbers)
        for other in others:
            head[top(other)] = top(one)
    return {f"#{number}": f"#{top(number)}" for number in head}


def _wide(mark: str) -> str:
    """The class of what a given name is filed under."""
    return _classes().get(mark, mark)


@lru_cache(maxsize=50_000)
def _share_marks(one: str, other: str) -> bool:
    return not set(given_marks(one)).isdisjoint(given_marks(other))


def shares_key(a: PersonFacts, b: PersonFacts) -> bool:
    """Whether ``PeopleIndex`` would name ``b``, who is in it, as a candidate for ``a``."""
    both = blocking_keys(a) & blocking_keys(b)
    if not both:
        return False
    initials = (bool(a.given) and is_initial(a.given)) or (bool(b.given) and is_initial(b.given))
    return initials or any(not key.endswith(".") or key.startswith("@") for key in both)


def _wide_keys(facts: PersonFacts) -> set[str]:
    """The groups in which somebody who is not plain may have a neighbour."""
    return {
        f"{mark[:_SHORT]}|{_wide(given_mark)}"
        for given, family in name_pairs(facts)
        for mark in family_marks(family)
        for given_mark in given_marks(given)
    }


class Pool(Numbers):
    """Plain people under their ``keys`` ('' for all others): of those of one key the ones whom somebody may be."""

    def __init__(self, faces: "Faces", keys: Sequence[str]) -> None:
        super().__init__(keys)
        # Not the faces themselves, who hold this: two that hold each other wait for the collector of garbage.
        self.keys, self._people, self._family_keys = keys, faces.people, faces.keys
        self._families: dict[str, list[str]] = {}
        self._likely: dict[tuple[str, str], tuple[str, ...]] = {}

    def partners(self, key: str, of: "Faces", number: int) -> Collection[int]:
        """Those under ``key`` who may be ``number`` of ``of``; wider than ``Faces.near`` tells.

        Where many stand under one key, only those whose family names are alike are named; and somebody with an e-mail
        can only be one of the same family key, without an e-mail, or with the same phone or passport.
        """
        members = self.get(key)
        if len(members) <= _FEW:
            return members
        people = of.people
        family = of.keys[people.families[number]]
        close = [at for one in self._close(key, family) for at in self._named.get(f"{key}|{one}")]
        if not people.mails[number]:
            return close
        mails = self._people.mails
        found = {at for at in close if not mails[at]}
        found.update(self._named.get(f"{key}|{family}"))
        for numbers, text in ((self._phones, people.phones[number]), (self._passports, people.passports[number])):
            if text:
                found.update(numbers.get(f"{key}|{text}"))
        return found

    def _with(self, texts: Iterable[str]) -> Numbers:
        return Numbers([f"{key}|{text}" if key and text else "" for key, text in zip(self.keys, texts, strict=True)])

    def _close(self, key: str, family: str) -> tuple[str, ...]:
        """The family keys under ``key`` that may be spellings of one; all are looked at in one go, and only once."""
        known = self._likely.get((key, family))
        if known is None:
            from rapidfuzz.distance import JaroWinkler
            from rapidfuzz.process import extract

            if key not in self._families:
                families = self._people.families
                self._families[key] = list(dict.fromkeys(self._family_keys[families[at]] for at in self.get(key)))
            similar = JaroWinkler.similarity
            found = extract(family, self._families[key], scorer=similar, score_cutoff=SIMILAR, limit=None)
            known = self._likely[key, family] = tuple(one for one, _score, _at in found)
        return known

    @cached_property
    def _named(self) -> Numbers:
        return self._with(map(self._family_keys.__getitem__, self._people.families))

    @cached_property
    def _phones(self) -> Numbers:
        return self._with(self._people.phones)

    @cached_property
    def _passports(self) -> Numbers:
        return self._with(self._people.passports)


class Faces:
    """People and the groups they stand in. ``beside``: others many of whom have the same names."""

    def __init__(self, people: People, beside: "Faces | None" = None) -> None:
        self.people = people
        #: What others asked for, by them.
        self._whole: WeakKeyDictionary[Faces, Pool] = WeakKeyDictionary()
        self._by_family: WeakKeyDictionary[Faces, dict[str, list[int]]] = WeakKeyDictionary()
        self._facts: dict[int, PersonFacts] = {}
        known = beside.keys if beside is not None else {}
        fresh, spelt = keys_and_spellings(set(people.families).difference(known))
        # One word of letters, as nearly every name is, needs no second look.
        starts = {
            family: f"{key[:_SHORT]}|" if key and family.isalpha() else _start(family, key)
            for family, key in fresh.items()
        }
        #: By family name, those of ``beside`` included: its key, and the first half of the groups that it stands in.
        self.keys: Mapping[str, str] = {**known, **fresh} if known else fresh
        self.starts: Mapping[str, str] = {**beside.starts, **starts} if beside is not None else starts
        classes = {given: _class_of(given) for given in set(people.givens)}
        #: The group of each plain person, '' for all others.
        self.groups = _joined(self.starts, people.families, classes, people.givens)
        for number in people.turned:
            self.groups[number] = ""
        if parts := {day for day in set(people.births) if day and len(day) != WHOLE_DAY}:
            # A year alone fits every day of it: no group has it.
            self.groups = ["" if day in parts else group for group, day in zip(self.groups, people.births, strict=True)]
        if people.latin:
            self._part_by_latin(people.latin, spelt)

    def _part_by_latin(self, latin: Mapping[int, tuple[str, str]], spelt: Mapping[str, str]) -> None:
        """A Latin spelling of another name makes a person not plain; ``spelt``: what the table makes of some names."""
        own, groups, families, givens = self.keys, self.groups, self.people.families, self.people.givens
        # Most spellings are just what the table makes of the native name, and have its key.
        spelling = set(families) if isinstance(latin, LatinColumns) else {families[number] for number in latin}
        made = {**spelt, **plain_spellings(spelling - spelt.keys())[0]}
        if isinstance(latin, LatinColumns):
            numbers = latin.unlike(map(made.get, families))
            pairs = latin.given_pairs(givens)
        else:
            numbers = [
                number for number, (_, family) in latin.items() if not family or made.get(families[number]) != family
            ]
            pairs = {(givens[number], given) for number, (given, _) in latin.items()}
        other = {(families[number], latin[number][1]) for number in numbers}
        keys = matching_keys({pair[1] for pair in other})
        unlike = {pair for pair in other if keys[pair[1]] != own[pair[0]] or not _start(pair[1], keys[pair[1]])}
        others = {pair for pair in pairs if given_marks(pair[0]) != given_marks(pair[1]) or is_initial(pair[1])}
        for number in latin if others else numbers if unlike else ():
            given, family = latin[number]
            odd = (families[number], family) in unlike or (givens[number], given) in others
            if odd and (given or family):
                groups[number] = ""

    @cached_property
    def others(self) -> list[int]:
        """Those who are not plain."""
        groups = self.groups
        return list(compress(range(len(groups)), map(not_, groups))) if "" in groups else []

    @cached_property
    def dated(self) -> "Pool":
        """The plain ones with a birth date by group and date."""
        births = self.people.births
        keys = list(map(add, self.groups, births))
        for number in self.others:
            keys[number] = ""
        if "" in births:
            keys = [key if day else "" for key, day in zip(keys, births, strict=True)]
        return Pool(self, keys)

    @cached_property
    def undated(self) -> "Pool":
        """The plain ones without a birth date by group."""
        births = self.people.births
        if "" not in births:
            return Pool(self, ())
        return Pool(self, ["" if day else group for group, day in zip(self.groups, births, strict=True)])

    @cached_property
    def undated_groups(self) -> Set[str]:
        """The groups in which somebody is looked for whose birth date is not known to the day."""
        births = self.people.births
        part = [number for number in self.others if len(births[number]) != WHOLE_DAY]
        return {*self.undated.first, *(key for number in part for key in _wide_keys(self.other_facts(number)))}

    def whole(self, asked_by: "Faces") -> "Pool":
        """The plain ones by group, of the groups that ``asked_by`` looks into whatever the birth dates are."""
        pool = self._whole.get(asked_by)
        if pool is None:
            wanted = asked_by.undated_groups
            keys = [group if group in wanted else "" for group in self.groups] if wanted else ()
            pool = self._whole[asked_by] = Pool(self, keys)
        return pool

    @cached_property
    def by_mail(self) -> Numbers:
        """All by their e-mail."""
        return Numbers(self.people.mails)

    @cached_property
    def initials(self) -> Mapping[int, Set[str]]:
        """Those of whose given name the list knows the initial only, with the whole keys of their family names."""
        facts = {number: self.other_facts(number) for number in self.others}
        return {number: _whole_marks(one) for number, one in facts.items() if one.given and is_initial(one.given)}

    def by_family(self, asked_by: "Faces") -> Mapping[str, Sequence[int]]:
        """The plain ones by the key of the family name, of the keys that the initials of ``asked_by`` may go with."""
        found = self._by_family.get(asked_by)
        if found is None:
            found = self._by_family[asked_by] = {}
            marks = {mark for marks in asked_by.initials.values() for mark in marks}
            families = {family: key for family, key in self.keys.items() if key in marks}
            if families:
                for number, family in enumerate(self.people.families):
                    if family in families and self.groups[number]:
                        found.setdefault(families[family], []).append(number)
        return found

    def other_facts(self, number: int) -> PersonFacts:
        """The facts of somebody who is not plain, made once."""
        facts = self._facts.get(number)
        if facts is None:
            facts = self._facts[number] = self.people.facts(number)
        return facts

    @cached_property
    def others_by_key(self) -> dict[str, list[int]]:
        """Those who are not plain by the groups in which they may have neighbours."""
        found: dict[str, list[int]] = {}
        for number in self.others:
            for key in _wide_keys(self.other_facts(number)):
                found.setdefault(key, []).append(number)
        return found

    @cached_property
    def others_by_family(self) -> dict[str, list[int]]:
        """Those who are not plain by the whole keys of their family names and of their parts."""
        found: dict[str, list[int]] = {}
        for number in self.others:
            for mark in _whole_marks(self.other_facts(number)):
                found.setdefault(mark, []).append(number)
        return found

    def near(self, number: int, other: "Faces", at: int) -> bool:
        """Whether a plain person and a plain one of ``other`` share a key and are not surely different."""
        mine, theirs = self.people, other.people
        if mine.births[number] and theirs.births[at] and mine.births[number] != theirs.births[at]:
            return False
        given, other_given = mine.givens[number], theirs.givens[at]
        if given != other_given and not _share_marks(given, other_given):
            return False
        key, other_key = self.keys[mine.families[number]], other.keys[theirs.families[at]]
        if key == other_key:
            return True
        if len(key) <= _SHORT or len(other_key) <= _SHORT:
            return False
        mail, other_mail = mine.mails[number], theirs.mails[at]
        if mail and other_mail and mail != other_mail:
            same_phone = mine.phones[number] and mine.phones[number] == theirs.phones[at]
            if not same_phone and not (mine.passports[number] and mine.passports[number] == theirs.passports[at]):
                return False
        from rapidfuzz.distance import JaroWinkler

        return JaroWinkler.similarity(key, other_key, score_cutoff=SIMILAR) >= SIMILAR

    def same_name(self, number: int, other: "Faces", at: int) -> bool:
        """Whether a plain person and a plain one of ``other`` surely bear one name (PROBABLE by MA-6)."""
        mine, theirs = self.people, other.people
        if self.keys[mine.families[number]] != other.keys[theirs.families[at]]:
            return False
        given, other_given = mine.givens[number], theirs.givens[at]
        return given == other_given or _share_marks(given, other_given)

    def _dates_fit(self, number: int, other: "Faces", at: int) -> bool:
        return dates_fit(self.people.births[number], other.people.births[at])

    def wide_neighbours(self, number: int, other: "Faces") -> set[int]:
        """For somebody who is not plain: all in ``other`` who may share a key, wider than the keys."""
        facts, day = self.other_facts(number), self.people.births[number]
        found: set[int] = set()
        for key in _wide_keys(facts):
            if len(day) == WHOLE_DAY:
                found.update(other.dated.get(key + day))
                found.update(other.undated.get(key))
            else:
                found.update(other.whole(self).get(key))
            found.update(other.others_by_key.get(key, ()))
        for mark in _whole_marks(facts):
            found.update(other.others_by_family.get(mark, ()))
        if number in self.initials:
            named = other.by_family(self)
            for mark in self.initials[number]:
                found.update(named.get(mark, ()))
        return {at for at in found if self._dates_fit(number, other, at)}

    def neighbours(self, number: int, other: "Faces") -> list[int]:
        """All in ``other`` who share a key with a person and are not surely different; e-mails apart."""
        group = self.groups[number]
        if not group:
            facts, theirs = self.other_facts(number), other.people.facts
            return [at for at in self.wide_neighbours(number, other) if shares_key(facts, theirs(at))]
        day = self.people.births[number]
        if day:
            found = other.dated.partners(group + day, self, number)
            if other.undated.first:
                found = [*found, *other.undated.partners(group, self, number)]
        else:
            found = other.whole(self).partners(group, self, number)
        plain = [at for at in found if self.near(number, other, at)] if found else []
        if other.others:
            plain += self._not_plain(number, group, other)
        return plain

    def _not_plain(self, number: int, group: str, other: "Faces") -> list[int]:
        """Those in ``other`` who are not plain and share a key with a plain person."""
        wide = set(other.others_by_key.get(group, ()))
        wide.update(other.others_by_family.get(self.keys[self.people.families[number]], ()))
        wide = {at for at in wide if self._dates_fit(number, other, at)}
        if not wide:
            return []
        facts, theirs = self.people.facts(number), other.people.facts
        return [at for at in wide if shares_key(facts, theirs(at))]


#: Stands in no key.
_NONE = "\0"
#: So many people are looked at in one call.
_BLOCK = 20_000


def _joined(
    firsts: Mapping[str, str], families: Sequence[str], seconds: Mapping[str, str], givens: Sequence[str]
) -> list[str]:
    """The first half of a group of each family name with the second one of each given name; '' where one is ''."""
    whole = "" not in firsts.values() and "" not in seconds.values()
    if not whole:
        firsts = {family: half or _NONE for family, half in firsts.items()}
        seconds = {given: half or _NONE for given, half in seconds.items()}
    found: list[str] = []
    for start in range(0, len(families), _BLOCK):
        # Block by block: a single call for all of them would hold up the window's thread.
        block = slice(start, start + _BLOCK)
        found += map(add, map(firsts.__getitem__, families[block]), map(seconds.__getitem__, givens[block]))
    return found if whole else ["" if _NONE in group else group for group in found]


def _whole_marks(facts: PersonFacts) -> set[str]:
    """The keys of the family names of somebody, in all ways of writing, and of their parts."""
    marks = {mark for _given, family in name_pairs(facts) for mark in family_marks(family)}
    halves = {mark for given, family in name_pairs(facts) for mark in half_marks(given, family)}
    return {mark for mark in marks if not mark.endswith("~")} | halves


def _start(family: str, key: str) -> str:
    """The first half of a group: the beginning of a family name of one word; '' where it is not plain."""
    one = family.isalpha() or len(family.replace("-", " ").split()) == 1
    return f"{key[:_SHORT]}|" if key and one else ""


def _class_of(given: str) -> str:
    """The second half of a group: the class of a given name that is written out; '' where it is not plain."""
    marks = given_marks(given) if given and not is_initial(given) else ()
    return _wide(marks[0]) if marks else ""
